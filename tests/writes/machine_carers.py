"""Whoever says at random who cares for homes and children, and which nights a child is away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis.strategies import booleans

from tests.writes.choosing import DAYS
from tests.writes.machine_doors import WHY, Opening

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

    from tests.writes.model import Kept, Who

ENDS = ("ILLNESS", "RETIRED")


class Caregiving(Opening):
    """What is written of caregivers, and of nights away."""

    def record_caregiver(self, source: DataObject) -> None:
        """One of whom little is asked, or more than is on record."""
        if self.many("Caregiver", 6):
            self.record_caregiver_check(source)
            return
        who = self.caller(source, office=True)
        given = self.new(source, "Caregiver", who) | {
            "programmeId": self.row(source, "Programme", who), "givenName": "Eva",
            "kind": self.some(source, ("HOUSEHOLD_ADULT", "HOUSEHOLD_ADULT", "FAMILY_CARER")),
            "engagedOn": self.day(source, *DAYS[:2]),
        }  # fmt: skip
        self.send(source, who, "recordCaregiver", given)

    def record_caregiver_check(self, source: DataObject) -> None:
        """Mostly it was passed."""
        who = self.caller(source, office=True)
        given = self.new(source, "CaregiverCheck", who) | {
            "caregiverId": self.row(source, "Caregiver", who), "kind": "BACKGROUND_CHECK",
            "decidedOn": self.day(source, *DAYS[1:4]), "validUntil": self.some(source, ("2030-01-01", "2027-01-01")),
            "outcome": self.some(source, ("PASSED", "PASSED", "FAILED")),
        }  # fmt: skip
        if self.careless and not "1900-01-01" <= given["decidedOn"] < given["validUntil"]:
            given["decidedOn"] = "2026-11-23"
        self.send(source, who, "recordCaregiverCheck", given)

    def move_caregiver(self, source: DataObject) -> None:
        """There, and back again."""
        who = self.caller(source, office=True)
        given = self.own(source, "Caregiver", who) | {"programmeId": self.row(source, "Programme", who)}
        self.send(source, who, "moveCaregiver", given)

    def _one_of(self, source: DataObject, who: Who, programme: str | None) -> str:
        """A caregiver, of the programme if there is one."""
        return str(self.fitting(source, "Caregiver", who, lambda row: row.programme == programme)["id"])

    def _programme(self, id_: str) -> str | None:
        row = self.both.world.rows.get(id_)
        return None if row is None else row.programme

    def assign_caregiver(self, source: DataObject) -> None:
        """A parent, mostly."""
        if self.many("CaregiverAssignment", 30):
            self.end_caregiver_assignment(source)
            return
        who = self.caller(source)
        home = self.row(source, "Home", who)
        given = self.new(source, "CaregiverAssignment", who) | {
            "homeId": home, "caregiverId": self._one_of(source, who, self._programme(home)),
            "role": self.some(source, ("PARENT", "PARENT", "TEAM", self.odd(source, "RESPITE", "KEY_CARER"))),
            "startedOn": self.day(source, *DAYS[1:]),
        }  # fmt: skip
        self.send(source, who, "assignCaregiver", given)

    def name_key_carer(self, source: DataObject) -> None:
        """Whoever it is, from home or from elsewhere."""
        who = self.caller(source)
        child = self.row(source, "Child", who)
        given = self.new(source, "CaregiverAssignment", who) | {
            "childId": child, "caregiverId": self._one_of(source, who, self._programme(child)),
            "startedOn": self.day(source, *DAYS[2:]),
        }  # fmt: skip
        self.send(source, who, "nameKeyCarer", given)

    def hand_over_home(self, source: DataObject) -> None:
        """From the parent of a home, if one has any."""
        if not any(self.both.world.of("CaregiverAssignment", role="PARENT", endedOn=None)):
            self.assign_caregiver(source)
            return
        who = self.caller(source)
        parent = self.fitting(source, "CaregiverAssignment", who, self.is_parent)["id"]
        row = self.both.world.rows.get(parent)
        home, gives = (self.row(source, type_, who) for type_ in ("Home", "Caregiver"))
        if row is not None and row.cells["home"] is not None and not self.careless:
            home, gives = row.cells["home"], row.cells["caregiver"]
        given = self.new(source, "CaregiverAssignment", who) | {
            "homeId": home, "fromId": gives, "toId": self._one_of(source, who, self._programme(home)),
            "startedOn": self.day(source, *DAYS[3:]),
        }  # fmt: skip
        self.send(source, who, "handOverHome", given)

    def is_parent(self, row: Kept) -> bool:
        """Whether somebody is the parent of a home, and goes on being it."""
        return row.cells["role"] == "PARENT" and row.cells["endedOn"] is None

    def end_caregiver_assignment(self, source: DataObject) -> None:
        """Of a home, or of a child."""
        if not any(self.both.world.of("CaregiverAssignment", endedOn=None)):
            self.record_caregiver(source)
            return
        who = self.caller(source)
        given = self.fitting(source, "CaregiverAssignment", who, lambda row: row.cells["endedOn"] is None)
        given |= {"endedOn": self.day(source, *DAYS[4:]), "endReason": self.some(source, ENDS)}
        self.send(source, who, "endCaregiverAssignment", given)

    def goes_on(self, row: Kept) -> bool:
        """Whether a child lives there, and goes on living there."""
        return row.cells["endedOn"] is None

    def record_temporary_stay(self, source: DataObject) -> None:
        """Mostly of where a child lives, and often with a host."""
        if self.many("TemporaryStay", 20):
            self.end_temporary_stay(source)
            return
        who = self.caller(source)
        placement = self.fitting(source, "Placement", who, self.goes_on)["id"]
        row = self.both.world.rows.get(placement)
        child = self.row(source, "Child", who)
        given = self.new(source, "TemporaryStay", who) | {
            "placementId": placement, "childId": child if row is None or self.careless else row.cells["child"],
            "kind": "RESPITE", "startedOn": self.day(source, *DAYS[3:]),
        }  # fmt: skip
        if source.draw(booleans()):
            given["endedOn"] = self.day(source, *(day for day in DAYS[3:] if day >= given["startedOn"]))
        if source.draw(booleans()):
            given["homeId"] = self.row(source, "Home", who)
        if source.draw(booleans()):
            given["exception"] = WHY
        self.send(source, who, "recordTemporaryStay", given)

    def end_temporary_stay(self, source: DataObject) -> None:
        """Where there is one."""
        if not any(self.both.world.of("TemporaryStay", endedOn=None)):
            self.record_temporary_stay(source)
            return
        who = self.caller(source)
        given = self.fitting(source, "TemporaryStay", who, self.goes_on)
        self.send(source, who, "endTemporaryStay", given | {"endedOn": self.day(source, *DAYS[4:])})

    def void_temporary_stay(self, source: DataObject) -> None:
        """It never was."""
        if not any(self.both.world.of("TemporaryStay")):
            self.record_temporary_stay(source)
            return
        who = self.caller(source)
        self.send(source, who, "voidTemporaryStay", self.own(source, "TemporaryStay", who) | {"reason": "Others."})

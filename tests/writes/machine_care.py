"""Whoever lets care end at random, and writes what the law says of a child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis.strategies import booleans

from tests.writes.choosing import DAYS
from tests.writes.machine_taking_back import TakingBack
from tests.writes.model import TODAY

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

    from tests.writes.model import Kept


class Caring(TakingBack):
    """What becomes of care, and on which ground it is given."""

    def is_in_care(self, care: Kept) -> bool:
        """Whether care goes on, of a child who lives."""
        return care.cells["endedOn"] is None and not self.both.world.rows[care.cells["child"]].cells.get("diedOn")

    def end_care(self, source: DataObject) -> None:
        """On a day behind which no stay has begun; where to is known of what lies ahead, by the careful."""
        who = self.caller(source)
        given = self.fitting(source, "CareEpisode", who, self.is_in_care)
        world, care = self.both.world, self.both.world.rows.get(given["id"])
        stays = [] if care is None else world.of("Placement", child=care.cells["child"])
        begun = max((row.cells["startedOn"] for row in stays if row.cells["startedOn"] <= TODAY), default="")
        given["endedOn"] = self.some(source, [day for day in DAYS[3:] if day >= begun])
        ahead = given["endedOn"] > TODAY and not self.careless
        given["destination"] = self.some(source, ("FAMILY", "KIN") if ahead else ("FAMILY", "KIN", "NOT_KNOWN"))
        if source.draw(booleans()):
            given["followUpUntil"] = self.day(source, *DAYS[4:])
        self.send(source, who, "endCare", given)

    def record_legal_status(self, source: DataObject) -> None:
        """A ground of care, or the right to be in the country."""
        who = self.caller(source)
        kinds = ("CARE_ORDER", "ASYLUM") if source.draw(booleans()) else ("AGREEMENT",)
        given = self.new(source, "LegalStatus", who) | {
            "childId": self.row(source, "Child", who), "kind": self.some(source, kinds),
            "startedOn": self.day(source, *DAYS[:4]),
        }  # fmt: skip
        self.send(source, who, "recordLegalStatus", given)

    def end_legal_status(self, source: DataObject) -> None:
        """Where there is one."""
        if not any(self.both.world.of("LegalStatus")):
            self.record_legal_status(source)
            return
        who = self.caller(source)
        given = self.fitting(source, "LegalStatus", who, lambda row: row.cells["endedOn"] is None)
        self.send(source, who, "endLegalStatus", given | {"endedOn": self.day(source, *DAYS[4:])})

    def void_legal_status(self, source: DataObject) -> None:
        """It never was: the office says so."""
        if not any(self.both.world.of("LegalStatus")):
            self.record_legal_status(source)
            return
        who = self.caller(source, office=True)
        self.send(source, who, "voidLegalStatus", self.own(source, "LegalStatus", who) | {"reason": "Of another."})

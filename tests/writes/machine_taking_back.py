"""Whoever ends and takes back at random: homes, programmes, bonds and ties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.writes.choosing import DAYS, Choosing

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

    from tests.writes.model import Kept


def any_row(_: Kept) -> bool:
    """Whatever it is."""
    return True


class TakingBack(Choosing):
    """What becomes of rows that others have made."""

    def close_home(self, source: DataObject) -> None:
        """As of the machine."""
        raise NotImplementedError

    def add_community_link(self, source: DataObject) -> None:
        """As of the machine."""
        raise NotImplementedError

    def start_programme(self, source: DataObject) -> None:
        """As of the machine."""
        raise NotImplementedError

    def is_empty(self, home: Kept) -> bool:
        """Whether nobody lives in a home that is open, and nothing is tied to it."""
        world = self.both.world
        leans = ("Placement", "CommunityLink", "CaregiverAssignment", "TemporaryStay")
        return home.cells["closedOn"] is None and not any(any(world.of(type_, home=home.id)) for type_ in leans)

    def is_nobodys(self, programme: Kept) -> bool:
        """Whether nothing is under a programme."""
        return not any(any(self.both.world.of(type_, programme=programme.id)) for type_ in ("Home", "Child"))

    def reopen_home(self, source: DataObject) -> None:
        """Mostly one that is closed."""
        if not any(row.cells["closedOn"] for row in self.both.world.of("Home")):
            self.close_home(source)
            return
        who = self.caller(source, office=True)
        given = self.fitting(source, "Home", who, lambda row: row.cells["closedOn"] is not None)
        self.send(source, who, "reopenHome", given | {"reason": "Another home."})

    def void_home(self, source: DataObject) -> None:
        """One that is empty, if there is one."""
        who = self.caller(source, office=True)
        self.send(
            source, who, "voidHome", self.fitting(source, "Home", who, self.is_empty) | {"reason": "Opened twice."}
        )

    def end_programme(self, source: DataObject) -> None:
        """One under which nobody is, if there is one."""
        if not any(map(self.is_nobodys, self.both.world.of("Programme"))):
            self.start_programme(source)
            return
        who = self.caller(source, office=True)
        given = self.fitting(source, "Programme", who, self.is_nobodys) | {
            "endedOn": self.day(source, "2026-11-22", "2027-02-01")
        }
        self.send(source, who, "endProgramme", given)

    def end_sibling_bond(self, source: DataObject) -> None:
        """For both of the two."""
        who = self.caller(source)
        given = self.own(source, "SiblingBond", who) | {"endedOn": self.day(source, *DAYS[1:5])}
        self.send(source, who, "endSiblingBond", given)

    def void_sibling_bond(self, source: DataObject) -> None:
        """They never were."""
        who = self.caller(source)
        self.send(source, who, "voidSiblingBond", self.own(source, "SiblingBond", who) | {"reason": "Others."})

    def correct_community_link(self, source: DataObject) -> None:
        """It goes on, or ends otherwise."""
        if not any(self.both.world.of("CommunityLink")):
            self.add_community_link(source)
            return
        who = self.caller(source)
        end = self.some(source, (None, self.day(source, *DAYS[2:])))
        given = self.fitting(source, "CommunityLink", who, any_row) | {"endedOn": end, "reason": "Miswritten."}
        self.send(source, who, "correctCommunityLink", given)

    def void_community_link(self, source: DataObject) -> None:
        """It never was."""
        if not any(self.both.world.of("CommunityLink")):
            self.add_community_link(source)
            return
        who = self.caller(source)
        self.send(source, who, "voidCommunityLink", self.own(source, "CommunityLink", who) | {"reason": "Others."})

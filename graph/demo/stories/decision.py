"""Decisions: that children come, stay at home with help, live here or there, apart, meet or do not, go home or away.

What is decided of brothers and sisters on one day is one event. What keeps a child from somebody of its own is looked
at again within the months that the country has laid down.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from countries.packs.keys import KEYS
from graph.declarations.obligations import NotOwedReason
from graph.demo.parts import laid_down
from graph.demo.records import SETTLED
from graph.entities.decision import DecisionKind
from graph.entities.gatekeeping_assessment import GatekeepingOutcome
from graph.entities.kinship import MAY_NOT_MEET
from graph.entities.placement_reasons import PlacementEndReason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.demo.family_life import FamilyLife
    from graph.demo.stays import Life
    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

LOOK_AGAIN = KEYS["look_again_months"]
A_MONTH, A_FEW_DAYS = 30, timedelta(days=9)
NOTED = {
    DecisionKind.ADMISSION: 0.6, DecisionKind.SUPPORT_INSTEAD: 0.7, DecisionKind.PLACEMENT: 0.5,
    DecisionKind.SIBLINGS_APART: 0.7, DecisionKind.CONTACT: 0.9, DecisionKind.RETURN: 0.8, DecisionKind.LEAVING: 0.7,
    DecisionKind.PERMANENCE: 0.9, DecisionKind.PLAN: 0.25, DecisionKind.OTHER: 0.1,
}  # fmt: skip
"""How many of each are on record. Made up."""
LOOKED_AT, REPLACED = 0.8, 0.5
"""How many were looked at again by their day, and of the rest how many are owed no longer. Made up."""
BY = ("Youth welfare office", "Ms. Intake, head of the programme", "Family court")
SAID = {
    DecisionKind.ADMISSION: (
        ("The children come into care for now.", "Help at home was not enough."),
        ("The child comes into care.", "There is nobody at home who can care for it."),
    ),
    DecisionKind.SUPPORT_INSTEAD: (("The family is supported, and the children stay.", "It can be done with help."),),
    DecisionKind.PLACEMENT: (
        ("The child lives with the family in the village.", "The school goes on, and friends are near."),
        ("The child lives in the home that it has visited.", "It knows the family, and wants to live there."),
    ),
    DecisionKind.SIBLINGS_APART: (
        ("The two live apart for now.", "No home has had room for both. They see each other every month."),
        ("The elder one lives in the youth home.", "It has asked for it, and comes for supper on Sundays."),
    ),
    DecisionKind.CONTACT: (("Visits wait for now.", "The child comes back from them in fear."),),
    DecisionKind.RETURN: (("The children go home in the holidays.", "The weekends at home went well."),),
    DecisionKind.LEAVING: (("The flat in the quarter, and a named person.", "It is of age, and has a plan."),),
    DecisionKind.PERMANENCE: (("The family adopts the child.", "They have belonged together for years."),),
    DecisionKind.PLAN: (("The child goes to the music school.", "It has asked for it."),),
    DecisionKind.OTHER: (("The child shares no room any more.", None),),
}  # fmt: skip
GOES = {
    PlacementEndReason.REUNIFICATION_WITH_FAMILY: DecisionKind.RETURN,
    PlacementEndReason.KINSHIP_CARE_OUTSIDE: DecisionKind.RETURN,
    PlacementEndReason.INDEPENDENT_LIVING: DecisionKind.LEAVING,
    PlacementEndReason.ADOPTION: DecisionKind.PERMANENCE,
}  # fmt: skip
AGAIN = (DecisionKind.SIBLINGS_APART, DecisionKind.CONTACT)


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """What was decided in each family."""
    deciding = _Deciding(telling)
    for family in telling.families:
        yield from deciding.in_a_family(family)


class _Deciding:
    """Tells decisions, family by family."""

    def __init__(self, telling: StoryTeller) -> None:
        self._telling = telling
        self._stays = {(each["child_id"], each["started_on"]): each for each in telling.rows("placement")}
        self._seen: set[tuple[object, ...]] = set()

    def in_a_family(self, family: FamilyLife) -> Iterator[RowCells]:
        """About coming, living, living apart, meeting and going."""
        for asked in family.rounds:
            if asked.enters is not None:
                yield from self._all(asked.lives, asked.enters, DecisionKind.ADMISSION)
            elif asked.outcome is GatekeepingOutcome.SUPPORT_FAMILY:
                yield from self._all(asked.lives, asked.opened, DecisionKind.SUPPORT_INSTEAD)
        for life in family.lives:
            for stay in life.stays:
                yield from self._all((life,), stay.started_on, DecisionKind.PLACEMENT)
                kind = None if stay.end_reason is None else GOES.get(stay.end_reason)
                if kind is not None and stay.ended_on is not None:
                    yield from self._all((life,), stay.ended_on, kind)
            yield from self._meanwhile(life)
        for pair in combinations(family.lives, 2):
            yield from self._apart(pair)
        for person in family.people:
            if person.rule in MAY_NOT_MEET and person.died is None:
                yield from self._all(tuple(life for life, _ in person.ties), family.known_on, DecisionKind.CONTACT)

    def _meanwhile(self, life: Life) -> Iterator[RowCells]:
        """What comes up in a time in care."""
        for began, ended in life.spells:
            chance = Random(f"{self._telling.id_of(life.child)} {began} decided")
            last = min(ended or self._telling.today, self._telling.today - SETTLED)
            if (last - began).days > A_MONTH:
                day = began + timedelta(days=chance.randrange((last - began).days))
                yield from self._all((life,), day, chance.choice((DecisionKind.PLAN, DecisionKind.OTHER)))

    def _apart(self, pair: tuple[Life, Life]) -> Iterator[RowCells]:
        """Each of the two has a decision about the other on the day from which they live apart."""
        one, other = pair
        for stay in one.stays:
            there = other.where(stay.started_on)
            if there is not None and there is not stay.home:
                yield from self._all(pair, stay.started_on, DecisionKind.SIBLINGS_APART)
                return

    def _all(self, lives: tuple[Life, ...], day: date, kind: DecisionKind) -> Iterator[RowCells]:
        """The decision, in the file of each of the children who had been born by then; where it is on record."""
        born = [life for life in lives if life.child.born <= day]
        if not born or day > self._telling.today - SETTLED:
            return
        chance = Random(f"{self._telling.id_of(born[0].child)} {day} {kind} decided")
        if chance.random() >= NOTED[kind]:
            return
        event = UUID(int=chance.getrandbits(128), version=4) if len(born) > 1 else None
        outcome, reasons = chance.choice(SAID[kind])
        by, again = chance.choice(BY), self._again(kind, day)
        settled = again is not None and again <= self._telling.today - SETTLED
        looked = again - A_FEW_DAYS if again is not None and settled and chance.random() < LOOKED_AT else None
        replaced = again if settled and looked is None and chance.random() < REPLACED else None
        for life in born:
            child = self._telling.id_of(life.child)
            sibling = self._sibling(kind, life, lives)
            if (child, kind, day, sibling) in self._seen:
                continue
            self._seen.add((child, kind, day, sibling))
            stay = self._stays.get((child, day))
            yield self._telling.row(
                day,
                looked or replaced,
                child_id=child,
                kind=kind,
                decided_on=day,
                decided_by=by,
                outcome=outcome,
                reasons=reasons,
                look_again_on=again,
                looked_at_on=looked,
                not_owed_from=replaced,
                not_owed_reason=NotOwedReason.REPLACED if replaced is not None else None,
                event_id=event,
                placement_id=stay["id"] if stay is not None and kind is DecisionKind.PLACEMENT else None,
                care_episode_id=stay["care_episode_id"] if stay is not None else None,
                sibling_id=sibling,
            )

    def _again(self, kind: DecisionKind, day: date) -> date | None:
        """When it is looked at again."""
        if kind not in AGAIN:
            return None
        months = int(laid_down(self._telling.country.code, LOOK_AGAIN, day, None))
        return day + timedelta(days=months * A_MONTH + 1)

    def _sibling(self, kind: DecisionKind, life: Life, lives: tuple[Life, ...]) -> object:
        """From whom the child lives apart, where it is about that."""
        if kind is not DecisionKind.SIBLINGS_APART:
            return None
        return next((self._telling.id_of(other.child) for other in lives if other is not life), None)

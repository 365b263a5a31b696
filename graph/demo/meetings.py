"""Meetings: when children in care and their family met of late, month by month, when they did not, when they are to.

Brothers and sisters who live in one home are expected together. Those who live apart meet as often as the country has
laid down that they do; with others the office agrees on a number of days, and on the country's own at most.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING
from uuid import UUID

from countries.packs.keys import KEYS
from graph.demo.parts import laid_down
from graph.demo.records import SETTLED
from graph.entities.family_contact import ContactKind, MissedReason
from graph.entities.kinship import ContactRule, Kinship

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from graph.demo.kin import Person
    from graph.demo.stays import Life

BETWEEN, BETWEEN_SIBLINGS = KEYS["contact_interval_days"], KEYS["sibling_contact_interval_days"]
KEPT = timedelta(days=400)
"""Of what lies further back nobody has kept a record here."""
OFTEN = {Kinship.MOTHER: 0.75, Kinship.FATHER: 0.5, Kinship.GRANDMOTHER: 0.75, Kinship.GRANDFATHER: 0.6}
OTHERS, APART = 0.45, 0.85
"""How many of those who may come are in touch, and of the pairs that live apart how many see each other. Made up: how
often children in care meet their families is counted nowhere that we know of."""
AGREED = (21, 30, 45, 60, 90)
"""Days from one to the next, where nobody has said."""
PLANNED, AHEAD = 0.75, 0.6
"""How many are planned, and for how many the next day is."""
SIBLINGS_COME = 85
"""Of a hundred times."""
KINDS = (
    (ContactKind.VISIT, ContactKind.CALL, ContactKind.VIDEO, ContactKind.LETTER, ContactKind.OUTING),
    (45, 30, 10, 5, 10),
)  # fmt: skip
WHY_NOT = (
    (
        MissedReason.FAMILY_DID_NOT_COME, MissedReason.FAMILY_ILL, MissedReason.CHILD_ILL, MissedReason.NO_TRANSPORT,
        MissedReason.CHILD_DID_NOT_WANT, MissedReason.NO_ESCORT, MissedReason.CALLED_OFF_BY_US,
    ),
    (45, 12, 10, 12, 8, 7, 6),
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Meeting:
    """A contact of one or several of a family's children.

    Attributes:
        event: what their contacts have in common.
        lives: the children: all those of whom somebody is expected, or the two who meet each other.
        person: who is expected; none where two of the children meet each other.
        day: on which day.
        kind: how they are in touch.
        planned: whether the day was agreed on before.
        held: whether it came about; a day to come has not.
        missed: why it did not.
        watched: whether somebody is with them.
    """

    event: UUID
    lives: tuple[Life, ...]
    person: Person | None
    day: date
    kind: ContactKind
    planned: bool
    held: bool
    missed: MissedReason | None
    watched: bool


def meetings_of(
    lives: tuple[Life, ...], people: Sequence[Person], country: str, today: date, rng: Random
) -> tuple[Meeting, ...]:
    """When those of a family met, with whom.

    Args:
        lives: the children's.
        people: who belongs to them.
        country: the code of the country, whose rules are heeded.
        today: the last day of the story.
        rng: where chance comes from.
    """
    if not any(_lately(life, today) for life in lives):
        return ()
    months = _Months(country, today, rng)
    found = [each for person in people for each in months.with_somebody(person)]
    found += [each for pair in combinations(lives, 2) for each in months.of_two(pair)]
    return tuple(found)


def _lately(life: Life, today: date) -> bool:
    return any(ended is None or ended > today - KEPT for _, ended in life.spells)


class _Months:
    """Makes meetings, each once, in the order of the calls."""

    def __init__(self, country: str, today: date, rng: Random) -> None:
        self._rng = rng
        self._today = today
        self._horizon = today - SETTLED
        self._longest = int(laid_down(country, BETWEEN, today, None))
        self._siblings = int(laid_down(country, BETWEEN_SIBLINGS, today, None))

    def with_somebody(self, person: Person) -> Iterator[Meeting]:
        """Those with somebody of the family, while they may come and some of the children are in care."""
        if self._rng.random() >= OFTEN.get(person.ties[0][1], OTHERS):
            return
        between = person.every or min(self._rng.choice(AGREED), self._longest)
        for day in self._days(between):
            there = tuple(life for life, _ in person.ties if life.where(min(day, self._horizon)) is not None)
            if there and person.may_come(day):
                yield self._meeting(there, person, day, person.comes)

    def of_two(self, pair: tuple[Life, Life]) -> Iterator[Meeting]:
        """Those of two who live apart on the day."""
        if self._rng.random() >= APART:
            return
        for day in self._days(self._siblings):
            one, other = (life.where(min(day, self._horizon)) for life in pair)
            if one is not None and other is not None and one is not other:
                yield self._meeting(pair, None, day, SIBLINGS_COME)

    def _days(self, between: int) -> Iterator[date]:
        """One after the other until now, so many days apart; and mostly the next one."""
        day = self._today - KEPT + timedelta(days=self._rng.randrange(between))
        while day <= self._horizon:
            yield day
            day += timedelta(days=max(between + self._rng.randint(-3, 3), 1))
        if self._rng.random() < AHEAD:
            yield max(day, self._today + timedelta(days=1))

    def _meeting(self, lives: tuple[Life, ...], person: Person | None, day: date, comes: int) -> Meeting:
        ahead = day > self._horizon
        planned = ahead or self._rng.random() < PLANNED
        held = not ahead and (not planned or self._rng.randrange(100) < comes)
        missed = None if ahead or held else self._rng.choices(*WHY_NOT)[0]
        return Meeting(
            event=UUID(int=self._rng.getrandbits(128), version=4),
            lives=lives,
            person=person,
            day=day,
            kind=self._rng.choices(*KINDS)[0],
            planned=planned,
            held=held,
            missed=missed,
            watched=person is not None and person.rule is ContactRule.SUPERVISED,
        )

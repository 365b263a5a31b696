"""Temporary stays: weekends at home before a child goes home, nights in which carers rest, hospital, school, holidays.

A guest sleeps in another home of the programme that has room; of nights of long ago nobody has kept a record.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.demo.records import SETTLED
from graph.entities.community_partner import CommunityPartnerKind
from graph.entities.home_form import SETTING_OF, HomeSetting
from graph.entities.placement_reasons import PlacementEndReason
from graph.entities.temporary_stay import TemporaryStayKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

TRIED_AT_HOME, RESTS = 0.65, 0.22
"""Of those who go home, how many spend weekends there first; families whose carers rest some nights each half-year."""
IN_A_YEAR = (
    (TemporaryStayKind.HOLIDAY, 0.08, 3, 13), (TemporaryStayKind.HOSPITAL, 0.04, 2, 12),
    (TemporaryStayKind.BOARDING_SCHOOL, 0.03, 80, 110), (TemporaryStayKind.SHARED_CARE, 0.02, 60, 200),
    (TemporaryStayKind.CARER_AWAY, 0.03, 2, 6), (TemporaryStayKind.OTHER, 0.01, 1, 3),
)  # fmt: skip
"""How often each is in a year of a placement, and between how many and how many days it lasts. Made up."""
NIGHTS = {TemporaryStayKind.TRIAL_AT_HOME: 2, TemporaryStayKind.SHARED_CARE: 3, TemporaryStayKind.BOARDING_SCHOOL: 5}
"""The nights of each week, where it is a pattern."""
GUESTS = (TemporaryStayKind.RESPITE, TemporaryStayKind.CARER_AWAY)
BIG = 11
"""Years from which a child may be at a boarding school."""
WHERE = {
    TemporaryStayKind.HOSPITAL: CommunityPartnerKind.HEALTH_SERVICE,
    TemporaryStayKind.BOARDING_SCHOOL: CommunityPartnerKind.SCHOOL,
}
NOTES = {
    TemporaryStayKind.HOSPITAL: "Somebody of the home sleeps there too.",
    TemporaryStayKind.TRIAL_AT_HOME: "They call in the evening.",
    TemporaryStayKind.RESPITE: "Takes the blanket along.",
}
KEPT = timedelta(days=5 * 365)
"""Of what lies further back there is no record."""
HALF_A_YEAR, A_YEAR, BEFORE = 182, 365, (21, 63)
"""Days; and so many before a child goes home it begins to sleep there."""

Nights = tuple[date, date, TemporaryStayKind]


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """The nights away of each placement, one after the other; guests are where there was room all the while."""
    chance, rooms = telling.rng, _Rooms(telling)
    forms = {home["id"]: str(home["form"]) for home in telling.rows("home")}
    partners: dict[object, list[RowCells]] = defaultdict(list)
    for partner in telling.rows("community_partner"):
        partners[partner["kind"]].append(partner)
    for stay in telling.rows("placement"):
        free = telling.day(stay, "started_on")
        for began, ended, kind in sorted(_nights(telling, stay, forms[stay["home_id"]]), key=lambda each: each[0]):
            if began <= free:
                continue
            host = rooms.of_host(stay, began, ended) if kind in GUESTS else None
            there = partners[WHERE.get(kind)]
            free = ended
            yield telling.row(
                began, ended, child_id=stay["child_id"], kind=kind, nights_a_week=NIGHTS.get(kind),
                note=NOTES.get(kind), placement_id=stay["id"], home_id=None if host is None else host["id"],
                partner_id=chance.choice(there)["id"] if there else None, started_on=began, ended_on=ended,
            )  # fmt: skip


def _nights(telling: StoryTeller, stay: RowCells, form: str) -> Iterator[Nights]:
    """When a child was away from a home, and why; all of it is over, and lies within the placement."""
    chance, began, left = telling.rng, telling.day(stay, "started_on"), telling.end(stay, "ended_on")
    last = left or telling.today - SETTLED
    first = max(began, telling.today - KEPT)
    if left is not None and stay["end_reason"] is PlacementEndReason.REUNIFICATION_WITH_FAMILY and left > first:
        day = left - timedelta(days=chance.randint(*BEFORE))
        if chance.random() < TRIED_AT_HOME and day > began:
            last = day
            yield day, left, TemporaryStayKind.TRIAL_AT_HOME
    if (last - first).days <= HALF_A_YEAR:
        return
    if SETTING_OF[form] == HomeSetting.FAMILY_BASED and chance.random() < RESTS:
        yield from _each(chance, first, last, HALF_A_YEAR)
    yield from _some(telling, stay, first, last)


def _each(chance: Random, first: date, last: date, days: int) -> Iterator[Nights]:
    """Nights in which carers rest, once in so many days."""
    day = first + timedelta(days=chance.randrange(30, days))
    while day + timedelta(days=4) < last:
        yield day, day + timedelta(days=chance.randint(2, 4)), TemporaryStayKind.RESPITE
        day += timedelta(days=days + chance.randint(-20, 20))


def _some(telling: StoryTeller, stay: RowCells, first: date, last: date) -> Iterator[Nights]:
    chance, child = telling.rng, telling.life_of(stay["child_id"]).child
    for kind, often, least, most in IN_A_YEAR:
        if chance.random() * A_YEAR < often * (last - first).days:
            day = first + timedelta(days=chance.randrange((last - first).days))
            ended = day + timedelta(days=chance.randint(least, most))
            old_enough = kind is not TemporaryStayKind.BOARDING_SCHOOL or child.years(day) >= BIG
            if ended < last and old_enough:
                yield day, ended, kind


class _Rooms:
    """The homes, and who takes their days."""

    def __init__(self, telling: StoryTeller) -> None:
        self._telling = telling
        self._taken: dict[object, list[tuple[date, date]]] = defaultdict(list)
        self._homes: dict[object, list[RowCells]] = defaultdict(list)
        self._programmes = {child["id"]: child["programme_id"] for child in telling.rows("child")}
        for home in telling.rows("home"):
            self._homes[home["programme_id"]].append(home)
        for stay in telling.rows("placement"):
            ended = telling.end(stay, "ended_on") or date.max
            self._taken[stay["home_id"]].append((telling.day(stay, "started_on"), ended))

    def of_host(self, stay: RowCells, began: date, ended: date) -> RowCells | None:
        """Another home of the programme that was open then, with a place that nobody took on any of these days."""
        for home in self._homes[self._programmes[stay["child_id"]]]:
            is_open = _was_open(self._telling, home, began, ended)
            taken = [each for each in self._taken[home["id"]] if each[0] < ended and began < each[1]]
            if home["id"] != stay["home_id"] and is_open and len(taken) < int(str(home["capacity"])):
                self._taken[home["id"]].append((began, ended))
                return home
        return None


def _was_open(telling: StoryTeller, home: RowCells, began: date, ended: date) -> bool:
    """Whether a home was open on all of some days."""
    closed = telling.end(home, "closed_on") or date.max
    return telling.day(home, "opened_on") <= began and ended <= closed

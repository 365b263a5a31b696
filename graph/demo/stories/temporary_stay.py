"""Temporary stays: nights in hospital, at school and with the family, and respite in another home that has room."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.entities.community_partner import CommunityPartnerKind
from graph.entities.temporary_stay import TemporaryStayKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

OFTEN = 0.2
"""Placements in which the child is away once; made up, like everything here."""
LASTS = {
    TemporaryStayKind.RESPITE: 3, TemporaryStayKind.HOSPITAL: 8, TemporaryStayKind.HOLIDAY: 10,
    TemporaryStayKind.TRIAL_AT_HOME: 60, TemporaryStayKind.SHARED_CARE: 200, TemporaryStayKind.BOARDING_SCHOOL: 90,
    TemporaryStayKind.CARER_AWAY: 5, TemporaryStayKind.OTHER: 2,
}  # fmt: skip
"""How many days each lasts."""
NIGHTS = {TemporaryStayKind.TRIAL_AT_HOME: 2, TemporaryStayKind.SHARED_CARE: 3, TemporaryStayKind.BOARDING_SCHOOL: 5}
"""The nights of each week, where it is a pattern."""
GUESTS = (TemporaryStayKind.RESPITE, TemporaryStayKind.CARER_AWAY)
WHERE = {
    TemporaryStayKind.HOSPITAL: CommunityPartnerKind.HEALTH_SERVICE,
    TemporaryStayKind.BOARDING_SCHOOL: CommunityPartnerKind.SCHOOL,
}
NOTES = {
    TemporaryStayKind.HOSPITAL: "Somebody of the home sleeps there too.",
    TemporaryStayKind.TRIAL_AT_HOME: "They call in the evening.",
    TemporaryStayKind.RESPITE: "Takes the blanket along.",
}


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """Some nights away in some placements; guests are where there was room all the while."""
    chance, rooms = telling.rng, _Rooms(telling)
    partners: dict[object, list[RowCells]] = defaultdict(list)
    for partner in telling.rows("community_partner"):
        partners[partner["kind"]].append(partner)
    for stay in telling.rows("placement"):
        if chance.random() > OFTEN:
            continue
        kind = chance.choice(list(LASTS))
        first, left = telling.day(stay, "started_on"), stay["ended_on"]
        began = telling.some_day(first, None if left is None else telling.day(stay, "ended_on"))
        ended = None if began is None else began + timedelta(days=LASTS[kind])
        if began is None or ended is None or ended > (telling.today if left is None else telling.day(stay, "ended_on")):
            continue
        host = rooms.of_host(stay, began, ended) if kind in GUESTS else None
        there = partners[WHERE.get(kind)]
        yield telling.row(
            began, ended, child_id=stay["child_id"], kind=kind, nights_a_week=NIGHTS.get(kind), note=NOTES.get(kind),
            placement_id=stay["id"], home_id=None if host is None else host["id"],
            partner_id=chance.choice(there)["id"] if there else None, started_on=began, ended_on=ended,
        )  # fmt: skip


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
            ended = date.max if stay["ended_on"] is None else telling.day(stay, "ended_on")
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
    closed = date.max if home["closed_on"] is None else telling.day(home, "closed_on")
    return telling.day(home, "opened_on") <= began and ended <= closed

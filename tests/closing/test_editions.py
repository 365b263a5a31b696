"""Which releases can be reckoned with together, where a late entry has come between them."""

from __future__ import annotations

from graph.closing.claims import Gathering
from graph.closing.definitions import unpublished
from graph.closing.editions import at_odds, at_one
from graph.closing.lattice import FEDERATION, Areas, Cell
from graph.closing.stated import Stated
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.catalogue import all_measures
from graph.indicators.period import Period

AREAS = Areas(("BE", "NL"), {})


def told(period: Period, revision: int, *, latest: bool = True, **of: int) -> Stated:
    """What a release says of stocks in areas."""
    figures = {Cell(CHILDREN_IN_CARE.code, area, (), ()): figure for area, figure in of.items()}
    return Stated(period, revision, figures, frozenset(), frozenset(), {}, is_latest=latest)


def name(cell: Cell, release: Stated) -> str:
    """A stock of a day."""
    return f"{cell.area} {release.period.last}"


NEW = told(Period(2025), 2, FEDERATION=40, BE=10, NL=30)
OUT = [
    told(Period(2025, 3), 1, FEDERATION=60, BE=30, NL=30),
    told(Period(2025, 4), 1, FEDERATION=55, BE=25, NL=30),
    told(Period(2025), 1, latest=False, FEDERATION=55, BE=25, NL=30),
]
"""The fourth quarter and the year tell the last day; of Belgium, and so of all, it is told otherwise since."""


def test_releases_that_tell_one_day_otherwise_are_at_odds() -> None:
    """In the country that entered late and in what it is part of, and not in the other one."""
    odds = at_odds([NEW, *OUT], AREAS, name)
    assert odds["BE"] == odds[FEDERATION] == {(0, 2), (0, 3)}
    assert odds["NL"] == set()


def test_what_comes_later_is_at_odds_too() -> None:
    """A third quarter that is told anew after the year was is not of the time of the fourth quarter."""
    again = told(Period(2025, 3), 2, FEDERATION=50, BE=20, NL=30)
    odds = at_odds([again, *OUT, NEW], AREAS, name)
    assert {(0, 2), (0, 3), (2, 4), (3, 4)} <= odds["BE"]
    assert odds["NL"] == set()


def test_groups_are_as_large_as_can_be() -> None:
    """Each two that are not at odds stand together in one of them."""
    assert at_one([0, 1, 2], ()) == [[0, 1, 2]]
    assert sorted(at_one([0, 1, 2], [(0, 2)])) == [[0, 1], [1, 2]]
    assert sorted(at_one([0, 1, 2], [(0, 2), (0, 1)])) == [[0], [1, 2]]
    assert at_one([1, 3], [(0, 1)]) == [[1, 3]]


def test_what_nobody_publishes_is_one_count_only_where_the_rest_is() -> None:
    """The parts of a stock that are no figures are not the same in two releases that tell the stock otherwise."""
    gathering = Gathering([NEW, *OUT], {**all_measures(), **unpublished()}, AREAS)
    gathering.claims()
    places: dict[Cell, dict[int, int]] = {}
    for number, cell, place in gathering.numbered():
        if cell.split and number in {0, 2}:
            places.setdefault(cell, {})[number] = place
    shared = {cell.area for cell, of in places.items() if len(of) > 1 and of[0] == of[2]}
    assert {cell.area for cell in places} == {FEDERATION, "BE", "NL"}
    assert shared == {"NL"}

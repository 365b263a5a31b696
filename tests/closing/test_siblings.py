"""Sibling days are of pairs, which no linear row bounds: they are told where they say nothing of other counts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations_with_replacement
from random import Random

import pytest

from graph.closing import publishing
from graph.closing.lattice import Areas, Cell
from graph.closing.publishing import PublishedCount
from graph.closing.siblings import PAIRED, Siblings, room_among
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.care_stock_at_start import CHILDREN_IN_CARE_BEFORE
from graph.indicators.moves import CARE_DAYS

YEAR, BRIEF, SHORT = 365, 92, 2
FIVE = 5
ALONE = Areas(("BE",), {"WESTERN_EUROPE": ("BE",)})
REGION = "WESTERN_EUROPE"
TWO = Areas(("BE", "NL"), {REGION: ("BE", "NL")})
FEDERATIONS = 4_000


def told(figure: int, base: int) -> PublishedCount:
    """A figure with what it leaves."""
    return PublishedCount(figure, max(0, figure - base + 1), figure + base - 1)


def cell(measure: str, area: str) -> Cell:
    """A whole count."""
    return Cell(measure, area, (), ())


def figures(days: int, **of: tuple[int, int]) -> dict[Cell, PublishedCount]:
    """Care days and sibling days of areas, all of these in the same home; in days of the whole period."""
    found: dict[Cell, PublishedCount] = {}
    for area, (spent, paired) in of.items():
        found[cell(CARE_DAYS.code, area)] = told(spent * days, FIVE * days)
        found |= {cell(measure, area): told(paired * days, FIVE * days) for measure in PAIRED}
    return found


def least_children(paired: int) -> int:
    """So many children have so many pairs at least."""
    return next(n for n in range(10_000) if n * (n - 1) >= paired)


@pytest.mark.parametrize(("children", "stock"), [(4, 0), (4, 5), (6, 5), (11, 10), (16, 15)])
def test_few_children_with_many_brothers_and_sisters_are_not_told(children: int, stock: int) -> None:
    """Four who are there all year have 12 pairs: figures of 0 and 15 would say that there are four."""
    pairs = children * (children - 1)
    above = pairs + -pairs % FIVE
    said = figures(YEAR, BE=(stock, above))
    counts = [n for n in range(max(0, stock - 4), stock + FIVE) if n >= least_children(above - FIVE + 1)]
    assert len(counts) <= FIVE or stock == FIVE
    assert Siblings(said, ALONE, YEAR).left_out() == {cell(measure, "BE") for measure in PAIRED}


def test_many_children_with_some_brothers_and_sisters_are_told() -> None:
    """Where there is room for them and a share is near enough, they are."""
    said = figures(YEAR, BE=(300, 400)) | figures(YEAR, **{REGION: (300, 400)})
    assert not Siblings(said, ALONE, YEAR).left_out()


@pytest.mark.parametrize("missing", [CARE_DAYS.code, PAIRED[1]])
def test_without_care_days_nothing_says_that_there_is_room(missing: str) -> None:
    """Nor is one of both told without the other."""
    said = figures(YEAR, BE=(300, 400))
    del said[cell(missing, "BE")]
    assert Siblings(said, ALONE, YEAR).left_out() == said.keys() & {cell(measure, "BE") for measure in PAIRED}


def test_a_region_of_few_children_each_is_not_told() -> None:
    """Twelve countries of four have 144 pairs, not as many as 48 children of one country."""
    codes = tuple(f"C{number}" for number in range(12))
    areas = Areas(codes, {REGION: codes})
    said = figures(YEAR, **{REGION: (50, 400)}) | {cell(CARE_DAYS.code, code): told(0, FIVE * YEAR) for code in codes}
    assert Siblings(said, areas, YEAR).left_out() == {cell(measure, REGION) for measure in PAIRED}
    said |= {cell(CARE_DAYS.code, codes[0]): told(50 * YEAR, FIVE * YEAR)}
    assert not Siblings(said, areas, YEAR).left_out()


def test_a_quarter_reckons_with_those_who_may_have_been_there_on_all_days() -> None:
    """Its countries have no care days."""
    areas = Areas(("BE",), {REGION: ("BE",)}, brief=True)
    said = figures(BRIEF, FEDERATION=(300, 400))
    assert Siblings(said, areas, BRIEF).left_out()
    for stock in (CHILDREN_IN_CARE, CHILDREN_IN_CARE_BEFORE):
        said[cell(stock.code, "BE")] = told(300, FIVE)
    assert not Siblings(said, areas, BRIEF).left_out()


def crowds(spent: PublishedCount) -> Iterator[int]:
    """How many pairs there are on the days of a short period, for all who may be there behind its care days."""
    for there in combinations_with_replacement(range(spent.high + 1), SHORT):
        if spent.low <= sum(there) <= spent.high:
            yield sum(n * (n - 1) for n in there)


@pytest.mark.parametrize("care_days", range(40))
def test_the_room_is_what_there_is_at_least(care_days: int) -> None:
    """Of all ways to be there on two days, none has fewer pairs, and one has as many or but one more."""
    least = min(crowds(PublishedCount(care_days, care_days, care_days)))
    assert room_among(care_days, SHORT) <= least <= room_among(care_days, SHORT) + 1


def near(value: int, chance: Random) -> int:
    """One of both multiples beside a count."""
    base = FIVE * SHORT
    return value - value % base + (base if value % base and chance.random() < 0.5 else 0)


def evens(low: int, high: int) -> int:
    """How many even numbers there are."""
    return max(0, high // 2 - (low + 1) // 2 + 1)


Range = tuple[int, int]
ENDLESS = 1 << 40


def possible(parts: tuple[Range, Range], whole: Range) -> list[int]:
    """How many even numbers each of two counts may be, and their sum."""
    (low, high), (least, most) = parts
    return [
        evens(max(low, whole[0] - most), min(high, whole[1] - least)),
        evens(max(least, whole[0] - high), min(most, whole[1] - low)),
        evens(max(whole[0], low + least), min(whole[1], high + most)),
    ]


def two_countries(chance: Random) -> dict[Cell, PublishedCount]:
    """What is said of two countries and of their region, if each figure is rounded by itself."""
    there = [[chance.randint(0, chance.choice((4, 9, 14)))] * SHORT for _ in TWO.countries]
    pairs = [2 * chance.randint(0, sum(n * (n - 1) for n in each) // 2) for each in there]
    said: dict[Cell, PublishedCount] = {}
    spent = (*map(sum, there), sum(map(sum, there)))
    for number, area in enumerate((*TWO.countries, REGION)):
        said[cell(CARE_DAYS.code, area)] = told(near(spent[number], chance), FIVE * SHORT)
        paired = told(near((*pairs, sum(pairs))[number], chance), FIVE * SHORT)
        said |= {cell(measure, area): paired for measure in PAIRED}
    return said


def test_whoever_knows_who_was_there_on_each_day_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever may be there, what is told of pairs is possible, and five numbers of each that sums alone leave five."""
    monkeypatch.setattr(publishing, "POINTS", 10**9)
    chance, kept, held = Random(7), 0, 0  # noqa: S311 - a test draws, nothing is kept secret
    for _ in range(FEDERATIONS):
        said = two_countries(chance)
        out = Siblings(said, TWO, SHORT).left_out()
        paired = [cell(PAIRED[0], area) for area in (*TWO.countries, REGION)]
        first, second, whole = ((0, ENDLESS) if each in out else said[each][1:] for each in paired)
        alone = possible((first, second), whole)
        few, fewer = (min(crowds(said[cell(CARE_DAYS.code, code)])) for code in TWO.countries)
        beside = possible(((first[0], min(first[1], few)), (second[0], min(second[1], fewer))), whole)
        for each, without, values in zip(paired, alone, beside, strict=True):
            assert values >= (1 if each in out else min(FIVE, without)), (said, out)
        kept += len(paired) - len(out) // 2
        held += len(out) // 2
    assert kept > FEDERATIONS / 10
    assert held > FEDERATIONS / 10


def test_figures_without_the_rule_tell() -> None:
    """By enumeration, too: beside care days of 5 for two days, sibling days of 40 leave fewer than five care days."""
    spent, paired = told(FIVE * SHORT, FIVE * SHORT), told(20 * SHORT + 10 * SHORT, FIVE * SHORT)
    steady = [n for n in range(spent.high // SHORT + 1) if spent.low <= SHORT * n and SHORT * n * (n - 1) >= paired.low]
    assert 0 < len(steady) < FIVE

"""What hiding told, case by case, and that rounding does not: each has five whole values for whoever knows all of it.

1  days and stocks: a hidden 3 beside care days, 38 children from 13,908 = 38 x 366
2  coverage: it speaks of figures alone, as `test_coverage_speaks_of_figures` says
3  residential care: a hidden 5 between residents and those who left
4  ties by age, stays, brothers and sisters (`test_siblings.py`)
5  capacity
6  the algorithm: whoever knows it finds every count near enough to its figure (`tests/countries/test_minimality.py`)
7  every revision binds, not the latest alone
8  pictures, ranks and words: `test_nothing_else.py`; measures that say nothing of themselves: `test_definitions.py`
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

import pytest

from countries.disclosure.rounding import Bound, CountTable, CountToRound, rounded
from countries.register.register import Register
from graph.closing.close import _completeness
from graph.closing.lattice import Cell
from graph.closing.publishing import PublishedCount
from graph.indicators.period import Period
from graph.indicators.splits import AgeGroup, Dimension
from tests.closing.attacker import Attacker
from tests.closing.knowledge import BEFORE, DAYS, ENTRIES, RESIDENTS, STOCK, UNTIED, Key, Knowledge
from tests.closing.on_paper import MEASURES, RESIDENTIAL, Paper
from tests.closing.survey import Survey
from tests.closing.test_attacker import secrets
from tests.closing.test_large_federations import told

LEAP = Period(2024)
DAYS_OF_LEAP = 366
SMALL = 5
KEYS = 300
PLACES = 1_000
IN_RESIDENCE = (("SETTING", "RESIDENTIAL"),)
YOUNG = (("AGE_GROUP", "AGE_0_4"),)


def three_stable(paper: Paper) -> None:
    """Three countries in which nobody came or left."""
    for country, children in {"BE": 3, "NL": 38, "FR": 60}.items():
        paper.open(country, PLACES)
        paper.stays(country, children)


def some_in_residence(paper: Paper) -> None:
    """A region in which five live in residential care, which nobody left."""
    for country, children in {"BE": 2, "NL": 3}.items():
        paper.open(country, PLACES)
        paper.open(country, PLACES, **RESIDENTIAL)
        paper.stays(country, 60)
        paper.stays(country, children, **RESIDENTIAL)


def some_young(paper: Paper) -> None:
    """A country with three small children, none of whom has a tie."""
    paper.open("BE", PLACES)
    paper.stays("BE", 60)
    paper.stays("BE", 3, AGE_GROUP="AGE_0_4")


def full_homes(paper: Paper) -> None:
    """Homes with hardly a place left."""
    for country, children, places in (("BE", 98, 100), ("NL", 7, 8)):
        paper.open(country, places)
        paper.open(country, PLACES, **RESIDENTIAL)
        paper.stays(country, children)
        paper.stays(country, 20, **RESIDENTIAL)
        for area in paper.areas.around(country):
            for split, category in (((), ()), ((Dimension.SETTING,), ("FAMILY_BASED",))):
                for stock in (STOCK, BEFORE):
                    cell = Cell(stock, area, split, category)
                    if split in MEASURES[stock].all_splits:
                        paper.most[cell] = paper.most.get(cell, 0) + places + (0 if split else PLACES)


@dataclass(frozen=True, slots=True)
class Case:
    """A count that was told.

    Attributes:
        made: makes the federation.
        asked: the count: its measure, its area and its categories.
        value: what it is.
        hidden: the measures that were hidden where they were small, and in all other countries of it.
    """

    made: Callable[[Paper], None]
    measure: str
    area: str
    categories: tuple[tuple[str, str], ...]
    value: int
    hidden: frozenset[str]


STOCKS = frozenset({STOCK, BEFORE, "minors_in_care", UNTIED})
CASES = {
    "1: three children beside their care days": Case(three_stable, STOCK, "BE", (), 3, STOCKS),
    "1: 38 children from 13,908 care days": Case(three_stable, STOCK, "NL", (), 38, STOCKS),
    "3: five in residential care": Case(
        some_in_residence,
        STOCK,
        "WESTERN_EUROPE",
        IN_RESIDENCE,
        5,
        frozenset({STOCK, BEFORE, "minors_in_residential_care"}),
    ),
    "4: three small children without a tie": Case(some_young, STOCK, "BE", YOUNG, 3, frozenset({STOCK, BEFORE})),
}


def paper_of(register: Register, case: Case) -> Paper:
    """Its federation."""
    paper = Paper(register, LEAP)
    case.made(paper)
    return paper


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_hiding_told(register: Register, case: Case) -> None:
    """Where all but such counts was published as it is, whoever knew what holds by definition had this one."""
    paper = paper_of(register, case)
    shown = {
        cell: PublishedCount(*[held.amount] * 3)
        for cell, held in paper.counts().items()
        if cell.measure not in case.hidden
    }
    released = paper.publish(shown, 1)
    key = Key(released, case.measure, case.area, case.categories)
    assert Attacker(Knowledge(paper.gathered)).interval(key) == (case.value, case.value)


@pytest.mark.parametrize("made", [three_stable, some_in_residence, some_young, full_homes])
def test_rounding_does_not(register: Register, made: Callable[[Paper], None]) -> None:
    """Every count of the same federations may be five whole numbers."""
    paper = Paper(register, LEAP)
    made(paper)
    paper.close()
    knowledge = Knowledge(paper.gathered, flows=True, places=True)
    asked = secrets(knowledge)
    narrow = Survey(knowledge).narrow(asked)
    assert not narrow, told(narrow)
    assert knowledge.figures
    assert any(key.measure == "places" for key in knowledge.known)


def test_care_days_of_38_children_are_no_multiple_of_days() -> None:
    """13,908 = 38 x 366 is no figure any more: those are multiples of five times the days."""
    assert 38 * DAYS_OF_LEAP == 13_908
    assert 13_908 % (5 * DAYS_OF_LEAP)


def test_every_revision_binds(register: Register) -> None:
    """7: A year that is published three times, with one child more each time, tells nobody of them."""
    paper = Paper(register, LEAP)
    three_stable(paper)
    for _ in range(3):
        paper.close()
        paper.comes("BE", 1, 100)
        paper.comes("NL", 1, 30)
    knowledge = Knowledge(paper.gathered, frozenset({"BE", "NL"}), flows=True)
    narrow = Survey(knowledge).narrow(secrets(knowledge))
    assert not narrow, told(narrow)
    assert {key.released[1] for key in knowledge.figures} == {1, 2, 3}
    assert any(key.measure in {ENTRIES, DAYS, RESIDENTS} for key in knowledge.figures)


def test_coverage_speaks_of_figures() -> None:
    """2: Whatever is behind a figure of 100 and one of 5, records are as complete; of what is hidden, nothing."""
    grown = Cell(STOCK, "BE", (Dimension.AGE_GROUP,), (AgeGroup.AGE_18_PLUS_OR_UNKNOWN,))
    for living, old in product((95, 100, 105), (0, 5, 10)):
        said = {
            _completeness(
                "BE",
                {
                    Cell(STOCK, "BE", (), ()): PublishedCount(living, low, living + 4),
                    grown: PublishedCount(old, 0, high),
                },
            )
            for low, high in product(range(living - 4, living + 1), range(old, old + SMALL))
        }
        assert len(said) == 1
    assert _completeness("BE", {}) == _completeness("BE", {grown: PublishedCount(5, 1, 9)}) == "NOT_ASSESSED"


@pytest.mark.parametrize("girls", range(1, 10))
def test_whoever_knows_the_algorithm_finds_every_count(girls: int) -> None:
    """6: Figures of 5 girls, 5 boys and 10 children come of one to nine girls, each by some key."""
    counts = [CountToRound("g", girls), CountToRound("b", 10 - girls), CountToRound("t", 10)]
    table = CountTable(counts, [[0, 1, 2]], [[Bound(((0, 1), (1, 1), (2, -1)), 0, 0)]], [])
    assert any(rounded(table, b"%d" % number) == [5, 5, 10] for number in range(KEYS))

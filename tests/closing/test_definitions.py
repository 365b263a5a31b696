"""What is said to hold by definition does, and every measure says what it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from countries.figures import counting
from graph.closing.between import between
from graph.closing.counting import count
from graph.closing.definitions import definitions, is_declared, unpublished
from graph.closing.lattice import NOTHING, Counts
from graph.indicators.catalogue import all_measures
from graph.indicators.model import Counts as Kind
from graph.indicators.period import Period
from tests.closing.office import Office

MEASURES = {**all_measures(), **unpublished()}
PERSONAL = {code: measure for code, measure in MEASURES.items() if measure.counts is not Kind.PLACES}
YEAR, BEFORE = Period(2025), Period(2024)
QUARTERS = tuple(Period(2025, number) for number in range(1, 5))


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_every_measure_says_what_it_is(measure: object) -> None:
    """Whose it is, or where it stands among stocks and flows."""
    assert is_declared(measure)  # type: ignore[arg-type]  # a measure of the catalogue


def test_a_measure_that_says_nothing_is_found() -> None:
    """Without what it is of, it is no figure above the office."""
    moves = all_measures()["moves"]
    assert not is_declared(replace(moves, code="unsaid", of=None))


@pytest.mark.xdist_group("attacker")
async def test_definitions_hold_for_the_records(fresh: Office) -> None:
    """Row by row, in every country: within a year, and between it, its quarters and the year before."""
    async with counting(fresh.address) as statistics:
        found: list[Counts] = [
            await count(statistics, PERSONAL.values(), period) for period in (YEAR, *QUARTERS, BEFORE)
        ]
    periods = list(enumerate((YEAR, *QUARTERS, BEFORE)))
    days = (YEAR.after - YEAR.first).days
    rows = 0
    for country in {cell.area for cell in found[0]}:
        within = [
            ([(0, *term) for term in terms], low, high) for terms, low, high in definitions(PERSONAL, country, days)
        ]
        for terms, low, high in (*within, *between(periods, PERSONAL, country)):
            total = sum(factor * found[number].get(cell, NOTHING).amount for number, cell, factor in terms)
            assert low is None or total >= low, terms
            assert high is None or total <= high, terms
            rows += 1
    assert rows > 2_000

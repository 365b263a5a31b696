"""What is said to hold by definition does, and every measure says what it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import literal_column

from countries.connections.figures import counting
from countries.packs.keys import RuleKey
from graph.closing import close, store
from graph.closing.between import between
from graph.closing.counting import count
from graph.closing.definitions import definitions, is_declared, unpublished
from graph.closing.lattice import NOTHING, Cell, CellCounts
from graph.indicators.catalogue import all_indicators, all_measures
from graph.indicators.model import Counts as Kind
from graph.indicators.model import Measure, Part, Taken
from graph.indicators.period import Period
from graph.indicators.splits import Dimension
from tests.closing.office import Office
from tests.conftest import NOW

MEASURES = {**all_measures(), **unpublished()}
PERSONAL = {code: measure for code, measure in MEASURES.items() if measure.counts is not Kind.PLACES}
YEAR, BEFORE = Period(2025), Period(2024)
QUARTERS = tuple(Period(2025, number) for number in range(1, 5))
MONTHS = (Period(2025, None, 1), Period(2025, None, 5), Period(2025, None, 12))
ENTERED_LATE = (("BE", 4, "2025-02-11"), ("KE", 5, "2025-08-31"), ("UG", 3, "2025-12-31"))


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_every_measure_says_what_it_is(measure: Measure) -> None:
    """Whose it is, or where it stands among stocks and flows."""
    assert is_declared(measure)


@pytest.mark.parametrize("measure", PERSONAL.values(), ids=PERSONAL)
def test_ages_are_of_the_day_that_is_declared(measure: Measure) -> None:
    """Of the period's last day; or, of what happens, of its own, which says that the measure counts by it."""
    if any(Dimension.AGE_GROUP in split for split in measure.bound_splits):
        frame: Any = Days()
        on = measure.facts(frame).on
        assert on is not None
        assert (str(on) == str(frame.last)) == (not measure.is_aged_then)


class Days:
    """The days of a period, and rows that nobody reads."""

    first: Any = literal_column("first")
    after: Any = literal_column("after")
    last: Any = literal_column("last")

    def rows(self, table: str, *columns: str) -> Any:  # noqa: ANN401 - a sub-query, as the frame's
        """A table's rows."""
        from sqlalchemy import column, select
        from sqlalchemy import table as named

        listed: Any = (column("country_code"), *(column(each) for each in columns))
        return select(*listed).select_from(named(table, *listed)).subquery()

    def laid_down(self, rule: RuleKey) -> Any:  # noqa: ANN401 - as above
        """A rule's days and numbers."""
        return self.rows(rule.key, "jurisdiction", "from_day", "until_day", "whole")

    def same_country(self, one: Any, other: Any) -> Any:  # noqa: ANN401 - conditions, as the frame's
        """That two rows are of one."""
        return one == other


def test_a_measure_that_says_nothing_is_found() -> None:
    """Without what it is of, it is no figure above the office."""
    moves = all_measures()["moves"]
    assert not is_declared(replace(moves, code="unsaid", of=None))


async def test_a_measure_that_says_nothing_is_published_nowhere_above(
    fresh: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A closing counts it not at all, and its indicator has no number in any area; all others have theirs."""
    unsaid = replace(all_measures()["moves"], of=None, code="unsaid")
    indicator = replace(
        all_indicators()["CHILDREN_ENTERING_CARE"], code="UNSAID", numerator=Part(unsaid), denominator=None
    )
    monkeypatch.setattr(close, "all_measures", lambda: {**all_measures(), "unsaid": unsaid})
    monkeypatch.setattr(close, "all_indicators", lambda: {**all_indicators(), "UNSAID": indicator})
    await fresh.closing.close(BEFORE, NOW)
    shown = "SELECT count(*) FROM published_figure WHERE indicator = $1 AND numerator IS NOT NULL"
    assert await fresh.statistics.fetchval(shown, "UNSAID") == 0
    assert await fresh.statistics.fetchval(shown, "CARE_STOCK") > 0
    assert not any(measure == "unsaid" for measure, *_ in await fresh.truth(2024))


async def counted(office: Office, periods: Iterable[Period]) -> list[CellCounts]:
    """Every count behind periods, as the records are now."""
    async with counting(office.address) as statistics:
        countries = await store.active_countries(statistics)
        measures = bound(PERSONAL).values()
        return [await count(statistics, measures, period, countries, are_all=True) for period in periods]


def bound(measures: Mapping[str, Measure]) -> dict[str, Measure]:
    """Measures that are counted by all that binds them, published or not."""
    return {code: replace(each, splits=each.bound_splits) for code, each in measures.items()}


def broken(periods: list[Period], counts: list[CellCounts], country: str) -> Iterable[tuple[bool, object]]:
    """Each row of a country, and whether its counts break it."""
    rows: list[tuple[list[tuple[int, Cell, int]], int | None, int | None]] = []
    for number, period in enumerate(periods):
        days = (period.after - period.first).days
        rows += [
            ([(number, *term) for term in terms], low, high)
            for terms, low, high in definitions(PERSONAL, country, days)
        ]
    rows += between(list(enumerate(periods)), PERSONAL, country)
    for terms, low, high in rows:
        total = sum(factor * counts[number].get(cell, NOTHING).amount for number, cell, factor in terms)
        yield (low is not None and total < low) or (high is not None and total > high), terms


ORDERS = {
    "a year, its quarters and the year before": [YEAR, *QUARTERS, BEFORE],
    "two quarters of a year": [YEAR, QUARTERS[0], QUARTERS[2]],
    "months, of a year and of a quarter": [YEAR, QUARTERS[1], *MONTHS],
    "quarters that follow each other": [Period(2024, 4), *QUARTERS],
}


async def test_definitions_hold_for_the_records(fresh: Office) -> None:
    """Row by row, in every country, within periods and between them; and once more when much was entered late."""
    rows = 0
    for is_late in (False, True):
        if is_late:
            for country, many, day in ENTERED_LATE:
                assert await fresh.leave_late(country, many, day) == many
        every = list({period: None for periods in ORDERS.values() for period in periods})
        known = dict(zip(every, await counted(fresh, every), strict=True))
        for periods in ORDERS.values():
            counts = [known[period] for period in periods]
            # Nothing is another count where nobody entered anything late.
            late = {country for country, *_ in ENTERED_LATE}
            for country in sorted(late if is_late else {cell.area for cell in counts[0]}):
                for is_broken, terms in broken(periods, counts, country):
                    assert not is_broken, terms
                    rows += 1
    assert rows > 50_000


def test_a_wrong_row_would_be_found() -> None:
    """A count that is one too many breaks some row."""
    cell = Cell("children_in_care", "BE", (), ())
    assert any(is_broken for is_broken, _ in broken([YEAR], [{cell: NOTHING._replace(amount=1)}], "BE"))


def test_what_happens_is_of_the_period() -> None:
    """What counts by the first or the last of several facts happens in the period."""
    assert all(each.taken is Taken.DURING for each in MEASURES.values() if each.once is not None)

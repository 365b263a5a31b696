"""Every measure on the seeded world: against a recount day by day, and against itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import asyncpg
import pytest
import pytest_asyncio

from countries.tenancy.logins import STATISTICS
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.care_stock_at_start import CHILDREN_IN_CARE_BEFORE
from graph.indicators.entries import ENTRIES, ENTRY_EVENTS
from graph.indicators.exits import EXIT_EVENTS, EXITS
from graph.indicators.period import Period
from graph.indicators.splits import Dimension
from tests.indicators.hand import cells
from tests.indicators.naive import Naive, World
from tests.indicators.test_catalogue import MEASURES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from graph.indicators.model import Measure

    Connection = asyncpg.Connection[asyncpg.Record]

PERIODS = [Period.of(2024), Period.of(2025), Period.of(2025, quarter=3), Period.of(2026, month=2)]
SEVERAL = [*PERIODS, Period.of(2019), Period.of(2022, quarter=1), Period.of(2025, month=12), Period.of(2026, month=10)]


@pytest_asyncio.fixture(scope="module")
async def rows(operator: Connection) -> World:
    """The world's rows."""
    return await World.read(operator)


@pytest_asyncio.fixture(scope="module")
async def statistics(world: Address) -> AsyncIterator[Connection]:
    """The login that counts, which reads no more columns than it was granted."""
    connection = await asyncpg.connect(**world.connect_arguments(STATISTICS))
    yield connection
    await connection.close()


@pytest.mark.parametrize("period", PERIODS, ids=lambda each: each.label)
@pytest.mark.parametrize("measure", MEASURES, ids=lambda each: each.code)
async def test_counted_as_by_days(statistics: Connection, rows: World, measure: Measure, period: Period) -> None:
    """Amounts, and the children behind them, in every category of every split."""
    naive = Naive(rows, period)
    for split in measure.all_splits:
        assert await cells(statistics, measure, period, *split) == naive.cells(measure.code, split), split


@pytest.mark.parametrize("period", PERIODS, ids=lambda each: each.label)
@pytest.mark.parametrize("measure", MEASURES, ids=lambda each: each.code)
async def test_categories_add_up_to_the_whole(statistics: Connection, measure: Measure, period: Period) -> None:
    """Nobody is in two categories of a split or in none."""
    whole = {place: amount for place, (amount, _) in (await cells(statistics, measure, period)).items()}
    for split in measure.all_splits:
        found: dict[tuple[str, ...], int] = {}
        for place, (amount, _) in (await cells(statistics, measure, period, *split)).items():
            found[place[:1]] = found.get(place[:1], 0) + amount
        assert found == whole, split


@pytest.mark.parametrize("period", SEVERAL, ids=lambda each: each.label)
@pytest.mark.parametrize("split", [(), (Dimension.SEX,)])
async def test_stock_and_flow(statistics: Connection, period: Period, split: tuple[Dimension, ...]) -> None:
    """Who was in care before, and came, and did not leave, is in care on the last day."""
    counts = {
        measure.code: await cells(statistics, measure, period, *split)
        for measure in (CHILDREN_IN_CARE_BEFORE, ENTRY_EVENTS, EXIT_EVENTS, CHILDREN_IN_CARE, ENTRIES, EXITS)
    }
    places = {place for found in counts.values() for place in found}
    assert len(places) >= 3 * (1 + len(split))
    for place in places:
        amount = {code: found.get(place, (0, 0))[0] for code, found in counts.items()}
        came, left = amount["entry_events"], amount["exit_events"]
        assert amount["children_in_care"] == amount["children_in_care_before"] + came - left
        assert amount["entries"] <= came
        assert amount["exits"] <= left


async def test_the_world_has_something_of_everything(statistics: Connection) -> None:
    """No measure is zero in all periods: what is compared above was counted."""
    for measure in MEASURES:
        assert any([await cells(statistics, measure, period) for period in PERIODS]), measure.code

"""A year of a population that lives, replayed day by day beside what every measure counts of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import asyncpg
import pytest
import pytest_asyncio

from countries.tenancy.logins import OPERATOR, STATISTICS
from graph.demo import seed
from graph.indicators.period import Period
from tests.conftest import NOW, copy_database
from tests.indicators.hand import cells
from tests.indicators.naive import Naive, World
from tests.indicators.test_catalogue import MEASURES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from countries.register.register import Register
    from graph.indicators.model import Measure

    Connection = asyncpg.Connection[asyncpg.Record]

CHILDREN = 200
"""Many enough for a country of twenty years: some were small then and have grown up since."""
YEAR = Period.of(2025)


@pytest_asyncio.fixture(scope="module")
async def lived(server: Address, worker: str, register: Register) -> AsyncIterator[tuple[Connection, Naive]]:
    """A country that has lived for twenty years: who counts there, and its year recounted."""
    address = await copy_database(server, "empty", f"lived_{worker}")
    await seed(address, register, ["KE"], CHILDREN, 2, today=NOW.date(), processes=1)
    operator = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    rows = await World.read(operator)
    await operator.close()
    statistics = await asyncpg.connect(**address.connect_arguments(STATISTICS))
    yield statistics, Naive(rows, YEAR)
    await statistics.close()


@pytest.mark.parametrize("measure", MEASURES, ids=lambda each: each.code)
async def test_a_year_is_counted_as_it_was_lived(lived: tuple[Connection, Naive], measure: Measure) -> None:
    """Amounts, and the children behind them, of the whole and by every split alone."""
    statistics, naive = lived
    for split in (each for each in measure.all_splits if len(each) < 2):
        assert await cells(statistics, measure, YEAR, *split) == naive.cells(measure.code, split), split

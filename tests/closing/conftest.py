"""Six countries of 400 children each, with closed periods, and copies of them that a test may write."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio

from countries.address import Address
from countries.postgres import SUPERUSER
from countries.register import Register
from graph.closing.close import Closing
from graph.demo import seed
from graph.indicators.period import Period
from tests.closing.office import Office, opened
from tests.conftest import NOW, copy_database, one_at_a_time

CODES = ("BE", "BO", "FR", "KE", "NL", "UG")
"""Three of one region, two of another, and one that is alone in its own."""
CROWD = 400
SEED = 11
CLOSED = (Period(2024), Period(2025))


@pytest_asyncio.fixture(scope="session")
async def crowd(server: Address, register: Register, tmp_path_factory: pytest.TempPathFactory, worker: str) -> Address:
    """The template `crowd`, with two years closed, and `crowd_open`, with none."""
    base = tmp_path_factory.getbasetemp()
    with one_at_a_time((base if worker == "alone" else base.parent) / "crowd.lock"):
        if not await _is_there(server, "crowd"):
            await _make(server, register)
    return server.with_database("crowd")


async def _is_there(server: Address, name: str) -> bool:
    connection = await asyncpg.connect(**server.connect_arguments(SUPERUSER))
    try:
        return bool(await connection.fetchval("SELECT count(*) FROM pg_database WHERE datname = $1", name))
    finally:
        await connection.close()


async def _make(server: Address, register: Register) -> None:
    address = await copy_database(server, "empty", "crowd_open")
    await seed(address, register, CODES, CROWD, SEED, today=NOW.date(), processes=1)
    address = await copy_database(server, "crowd_open", "crowd_growing")
    for period in CLOSED:
        await Closing(address, register).close(period, NOW)
    await copy_database(server, "crowd_growing", "crowd")


@pytest_asyncio.fixture(scope="module")
async def office(
    server: Address, crowd: Address, register: Register, worker: str, request: pytest.FixtureRequest
) -> AsyncIterator[Office]:
    """The closed crowd, as one module writes it."""
    del crowd
    name = f"{Path(request.path).stem}_{worker}"
    async with opened(await copy_database(server, "crowd", name), register) as found:
        yield found


@pytest_asyncio.fixture
async def fresh(server: Address, crowd: Address, register: Register, worker: str) -> AsyncIterator[Office]:
    """The crowd with nothing closed, for one test."""
    del crowd
    async with opened(await copy_database(server, "crowd_open", f"fresh_{worker}"), register) as found:
        yield found


@pytest_asyncio.fixture(scope="module")
async def small(
    server: Address, register: Register, worker: str, request: pytest.FixtureRequest
) -> AsyncIterator[Office]:
    """The world of three countries with two years closed, as one module writes it."""
    name = f"{Path(request.path).stem}_{worker}"

    async with opened(await copy_database(server, "world", name), register) as found:
        for country in ("BE", "KE", "NL"):
            assert await found.leave_late(country, 1, "2026-02-01") == 1
        for period in CLOSED:
            await found.closing.close(period, NOW)
        yield found


@pytest_asyncio.fixture(scope="module")
async def thousands(server: Address, register: Register, worker: str) -> Address:
    """Four countries of 1,000 children each."""
    address = await copy_database(server, "empty", f"thousands_{worker}")
    await seed(address, register, ("BE", "BO", "KE", "NP"), 1_000, 1, today=NOW.date(), processes=1)
    return address


@pytest_asyncio.fixture
async def federation(server: Address, thousands: Address, register: Register, worker: str) -> AsyncIterator[Office]:
    """The same for one test."""
    del thousands
    copied = await copy_database(server, f"thousands_{worker}", f"periods_{worker}")
    async with opened(copied, register) as office:
        yield office

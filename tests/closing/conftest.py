"""Six countries of 400 children each, with closed periods, and copies of them that a test may write."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TypeAlias

import pytest
import pytest_asyncio

from countries.connections.address import Address
from graph.demo import seed
from graph.indicators.period import Period
from tests.closing.office import Office, opened
from tests.closing.templates import Templates
from tests.conftest import NOW, copy_database

CODES = ("BE", "BO", "FR", "KE", "NL", "UG")
"""Three of one region, two of another, and one that is alone in its own."""
CROWD = 400
SEED = 11
CLOSED = (Period(2024), Period(2025))

Closed: TypeAlias = Callable[..., Awaitable[Office]]
"""Given periods, a crowd in which they have been closed one after the other."""


@pytest_asyncio.fixture(scope="session")
async def crowd(templates: Templates) -> str:
    """The template of the crowd, with nothing closed."""

    async def make(address: Address) -> None:
        await seed(address, templates.register, CODES, CROWD, SEED, today=NOW.date(), processes=1)

    return await templates.made("crowd", "empty", make)


@pytest_asyncio.fixture(scope="module")
async def office(
    templates: Templates, crowd: str, worker: str, request: pytest.FixtureRequest
) -> AsyncIterator[Office]:
    """The crowd with two years closed, as one module writes it."""
    name = f"{Path(request.path).stem}_{worker}"
    copied = await copy_database(templates.server, await templates.closed(crowd, *CLOSED), name)
    async with opened(copied, templates.register) as found:
        yield found


@pytest_asyncio.fixture
async def closed(templates: Templates, crowd: str, worker: str) -> AsyncIterator[Closed]:
    """The crowd with periods closed in the order that a test says, for this test alone."""
    async with AsyncExitStack() as opening:

        async def copied(*periods: Period) -> Office:
            template = await templates.closed(crowd, *periods)
            address = await copy_database(templates.server, template, f"closed_{worker}")
            return await opening.enter_async_context(opened(address, templates.register))

        yield copied


@pytest_asyncio.fixture
async def fresh(closed: Closed) -> Office:
    """The crowd with nothing closed, for one test."""
    return await closed()


@pytest_asyncio.fixture(scope="session")
async def entered(templates: Templates) -> str:
    """The template of the world of three countries in which each has entered something late."""

    async def make(address: Address) -> None:
        async with opened(address, templates.register) as found:
            for country in ("BE", "KE", "NL"):
                assert await found.leave_late(country, 1, "2026-02-01") == 1

    return await templates.made("entered", "world", make)


@pytest_asyncio.fixture(scope="module")
async def small(
    templates: Templates, entered: str, worker: str, request: pytest.FixtureRequest
) -> AsyncIterator[Office]:
    """That world with two years closed, as one module writes it."""
    name = f"{Path(request.path).stem}_{worker}"
    copied = await copy_database(templates.server, await templates.closed(entered, *CLOSED), name)
    async with opened(copied, templates.register) as found:
        yield found


@pytest_asyncio.fixture(scope="session")
async def thousands(templates: Templates) -> str:
    """The template of four countries of 1,000 children each."""

    async def make(address: Address) -> None:
        await seed(address, templates.register, ("BE", "BO", "KE", "NP"), 1_000, 1, today=NOW.date(), processes=1)

    return await templates.made("thousands", "empty", make)


@pytest_asyncio.fixture
async def federation(templates: Templates, thousands: str, worker: str) -> AsyncIterator[Office]:
    """The same for one test."""
    copied = await copy_database(templates.server, thousands, f"periods_{worker}")
    async with opened(copied, templates.register) as office:
        yield office

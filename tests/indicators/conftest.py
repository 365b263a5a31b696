"""A database without rows that each test fills by hand and leaves as it found it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import asyncpg
import pytest_asyncio

from countries.connections.address import Address
from tests.conftest import copy_database
from tests.indicators.hand import Hand


@pytest_asyncio.fixture(scope="session")
async def operators_hand(server: Address, worker: str) -> AsyncIterator[asyncpg.Connection[asyncpg.Record]]:
    """A connection of the operator to a database without rows."""
    bare = await copy_database(server, "empty", f"by_hand_{worker}")
    connection = await asyncpg.connect(**bare.connect_arguments("hearth_operator"))
    yield connection
    await connection.close()


@pytest_asyncio.fixture
async def hand(operators_hand: asyncpg.Connection[asyncpg.Record]) -> AsyncIterator[Hand]:
    """Rows of one country, which are gone after the test."""
    transaction = operators_hand.transaction()
    await transaction.start()
    yield Hand(operators_hand)
    await transaction.rollback()

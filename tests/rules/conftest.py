"""A database of a module's own, and who writes it without being asked anything."""

from __future__ import annotations

from collections.abc import AsyncIterator

import asyncpg
import pytest_asyncio

from countries.connections.address import Address
from tests.bulk.files import Desk
from tests.conftest import copy_database
from tests.rules.making import Operator


@pytest_asyncio.fixture(scope="module")
async def asked(server: Address, worker: str) -> Address:
    """The database."""
    return await copy_database(server, "empty", f"asked_{worker}")


@pytest_asyncio.fixture(scope="module")
async def desk(asked: Address) -> Desk:
    """The office's desk, which brings files there."""
    return Desk(asked)


@pytest_asyncio.fixture(scope="module")
async def operator(asked: Address) -> AsyncIterator[Operator]:
    """Writes rows whatever the rules say; constraints hold."""
    connection = await asyncpg.connect(**asked.connect_arguments("hearth_operator"))
    yield connection
    await connection.close()

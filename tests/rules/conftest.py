"""A database of a module's own, and who writes it without being asked anything."""

from __future__ import annotations

from collections.abc import AsyncIterator

import asyncpg
import pytest_asyncio

from countries.connections.address import Address
from tests.bulk.files import Desk
from tests.conftest import copy_database
from tests.rules.making import CODES, COUNTRY, DAYS, Operator


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
    await connection.execute(
        "INSERT INTO national_code SELECT country, list_key, 'BYGONE', from_day, $1, place, international, label,"
        " languages, labels, source, certain FROM national_code WHERE country = $2 AND code = $3",
        DAYS[len(DAYS) // 2], COUNTRY, CODES[0],
    )  # fmt: skip
    yield connection
    await connection.close()

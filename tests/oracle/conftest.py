"""A database of its own, with uneven rows, and the two executors over it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio
from graphql import build_schema as schema_of

import graph.execute
from countries.address import Address
from countries.caller import Caller
from countries.database import Database
from countries.register import Register
from graph.entities import graph_model
from graph.execute import Engine
from graph.schema import build_schema
from tests.conftest import copy_database
from tests.oracle.access import read_access
from tests.oracle.oracle import Oracle
from tests.oracle.paging import Digests
from tests.oracle.rows import read_tables
from tests.oracle.uneven import make_uneven

SDL = Path(__file__).parents[2] / "schema.graphql"

LATE = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)
"""Late enough that it is tomorrow in Kenya, and not yet in Belgium."""


@pytest_asyncio.fixture(scope="session")
async def uneven(server: Address, worker: str) -> Address:
    """A copy of the world that is only for the oracle."""
    address = await copy_database(server, "world", f"uneven_{worker}")
    connection = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    await make_uneven(connection)
    await connection.close()
    return address


@pytest_asyncio.fixture(scope="session")
async def both(uneven: Address, register: Register, callers: dict[str, Caller]) -> AsyncIterator[Oracle]:
    """Both executors over the same rows."""
    connection = await asyncpg.connect(**uneven.connect_arguments("hearth_operator"))
    tables = await read_tables(connection)
    await connection.close()
    database = Database(uneven)
    await database.open()
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: LATE)
    of_belgium = tuple(row["id"] for row in tables.rows["programme"] if row["country_code"] == "BE")
    everyone = {**callers, "caseworker of two": replace(callers["caseworker"], programmes=of_belgium[:2])}
    with pytest.MonkeyPatch.context() as patch:
        # Whether they agree does not hang on how busy the machine is.
        patch.setattr(graph.execute, "COMPILE_SECONDS", 60.0)
        yield Oracle(schema_of(SDL.read_text(encoding="utf-8")), engine, tables, read_access(), everyone, LATE)
    await database.close()


@pytest.fixture
def oracle(both: Oracle) -> Oracle:
    """Both executors, with no cursor seen: a test asks the same, whatever ran before it."""
    return replace(both, digests=Digests(), cursors={})

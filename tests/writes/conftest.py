"""A copy of the seeded world that the tests of one module write."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import pytest_asyncio

from countries.connections.address import Address
from countries.connections.database import Database
from countries.register.register import Register
from countries.tenancy.caller import Caller, Tier
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database
from tests.owning import assert_copies_agree, assert_keys_agree
from tests.search.stored_keys import assert_found_by
from tests.writes.writes import Writes

ISSUER = "https://login.example"


def callers() -> dict[str, Caller]:
    """Who may ask; the caseworkers `caseworker` and `neighbour` come with their programmes."""
    return {
        "office": Caller("oscar", Tier.OFFICE, ("BE",), (), ISSUER),
        "kenya": Caller("wanjiru", Tier.OFFICE, ("KE",), (), ISSUER),
        "region": Caller("rosa", Tier.REGION, ("BE", "NL"), (), ISSUER),
        "headquarters": Caller("hanna", Tier.HEADQUARTERS, (), (), ISSUER),
        "auditor": Caller("aline", Tier.AUDITOR, (), (), ISSUER),
    }


@pytest_asyncio.fixture(scope="module")
async def written(server: Address, worker: str) -> Address:
    """The module's database."""
    return await copy_database(server, "world", f"written_{worker}")


@pytest_asyncio.fixture(scope="module")
async def writes(written: Address, register: Register) -> AsyncIterator[Writes]:
    """The engine on it, and three programmes for its callers; in the end every copy is like its original."""
    async with begun(Database(written), written, register) as writes:
        yield writes


@asynccontextmanager
async def begun(database: Database, address: Address, register: Register) -> AsyncIterator[Writes]:
    """As `writes`, on a database that is opened here."""
    await database.open()
    operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
    writes = Writes(engine, database, operator, callers())
    await writes.start_programmes()
    try:
        yield writes
        await assert_copies_agree(operator, graph_model())
        await assert_keys_agree(operator, graph_model())
        await assert_found_by(operator, graph_model())
    finally:
        await operator.close()
        await database.close()

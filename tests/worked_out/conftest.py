"""A world with the made-up tables and values, and whoever works in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import asyncpg
import pytest
import pytest_asyncio

import tests.writes.writes
from countries.connections.database import Database
from graph.execute.engine import Engine
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database
from tests.owning import assert_copies_agree
from tests.worked_out.catalogue import TABLES, made_up_model, make_tables
from tests.writes.conftest import callers
from tests.writes.writes import Writes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from countries.register.register import Register


@pytest_asyncio.fixture(scope="module")
async def writes(server: Address, worker: str, register: Register) -> AsyncIterator[Writes]:
    """The engine on a database with the tables; in the end every copy is like its original."""
    address = await copy_database(server, "world", f"worked_out_{worker}")
    with made_up_model() as model, pytest.MonkeyPatch.context() as patch:
        patch.setattr(tests.writes.writes, "TABLES", (*tests.writes.writes.TABLES, *TABLES))
        patch.setattr(tests.writes.writes, "graph_model", lambda: model)
        await make_tables(address)
        database = Database(address)
        await database.open()
        operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
        engine = Engine(build_schema()._schema, model, register, database, lambda: NOW)
        made = Writes(engine, database, operator, callers())
        await made.start_programmes()
        yield made
        try:
            await assert_copies_agree(operator, model)
        finally:
            await operator.close()
            await database.close()

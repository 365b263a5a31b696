"""A world with the made-up tables, and whoever writes it."""

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
from tests.lives.catalogue import TABLES, declare
from tests.made_up import make_tables, model_with
from tests.owning import assert_copies_agree, assert_keys_agree
from tests.writes.conftest import callers
from tests.writes.writes import Writes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from countries.register.register import Register


@pytest_asyncio.fixture(scope="module")
async def writes(server: Address, worker: str, register: Register) -> AsyncIterator[Writes]:
    """The engine on a database with the tables; in the end every copy is like its original."""
    address = await copy_database(server, "world", f"lives_{worker}")
    with model_with(declare()) as model, pytest.MonkeyPatch.context() as patch:
        patch.setattr(tests.writes.writes, "TABLES", (*tests.writes.writes.TABLES, *TABLES))
        await make_tables(address, declare())
        database = Database(address)
        await database.open()
        operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
        made = Writes(
            Engine(build_schema()._schema, model, register, database, lambda: NOW), database, operator, callers()
        )
        await made.start_programmes()
        yield made
        try:
            await assert_copies_agree(operator, model)
            await assert_keys_agree(operator, model)
        finally:
            await operator.close()
            await database.close()

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

import graph.documents.limits
from countries.connections.address import Address
from countries.connections.database import Database
from countries.register.register import Register
from countries.tenancy.caller import Caller
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.schema.sdl import build_schema
from tests.access import read_access
from tests.conftest import copy_database
from tests.oracle.catalogue import read_catalogue
from tests.oracle.codes import CODES
from tests.oracle.derived import derive
from tests.oracle.left_out import without_unknown
from tests.oracle.made_up import fill_empty_tables
from tests.oracle.nouns import WORKED_OUT
from tests.oracle.oracle import Oracle
from tests.oracle.paging import Digests
from tests.oracle.rows import read_tables
from tests.oracle.selected import with_selected
from tests.oracle.uneven import make_uneven, take_back
from tests.oracle.vocabulary import BY_HAND, Vocabulary
from tests.oracle.worked_out import Seen, reads_of, work_out
from tests.selected_rows import selected_rows

SDL = Path(__file__).parents[2] / "schema.graphql"

LATE = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)
"""Late enough that it is tomorrow in Kenya, and not yet in Belgium."""


@pytest_asyncio.fixture(scope="session")
async def vocabulary(world: Address) -> Vocabulary:
    """What the names of the schema mean."""
    connection = await asyncpg.connect(**world.connect_arguments("hearth_operator"))
    try:
        known = replace(BY_HAND, worked_out={**reads_of(graph_model()), **WORKED_OUT})
        derived = derive(schema_of(SDL.read_text(encoding="utf-8")), await read_catalogue(connection), known)
        return with_selected(derived, graph_model())
    finally:
        await connection.close()


@pytest_asyncio.fixture(scope="session")
async def uneven(server: Address, worker: str) -> Address:
    """A copy of the world that is only for the oracle."""
    address = await copy_database(server, "world", f"uneven_{worker}")
    connection = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    await make_uneven(connection)
    await fill_empty_tables(connection, SDL.read_text(encoding="utf-8"))
    await take_back(connection)
    await connection.close()
    return address


@pytest_asyncio.fixture(scope="session")
async def both(
    uneven: Address, vocabulary: Vocabulary, register: Register, callers: dict[str, Caller]
) -> AsyncIterator[Oracle]:
    """Both executors over the same rows."""
    connection = await asyncpg.connect(**uneven.connect_arguments("hearth_operator"))
    selected = graph_model().selected
    stored = [noun.table for noun in vocabulary.nouns.values() if noun.table not in selected]
    tables = await read_tables(connection, [*stored, *sorted({*vocabulary.beneath, CODES})])
    tables.rows.update({name: selected_rows(entity, tables.rows) for name, entity in selected.items()})
    await connection.close()
    database = Database(uneven)
    await database.open()
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: LATE)
    of_belgium = tuple(row["id"] for row in tables.rows["programme"] if row["country_code"] == "BE")
    everyone = {**callers, "caseworker of two": replace(callers["caseworker"], programmes=of_belgium[:2])}
    sdl, left_out = without_unknown(SDL.read_text(encoding="utf-8"), vocabulary)
    with pytest.MonkeyPatch.context() as patch:
        # Whether they agree does not hang on how busy the machine is.
        patch.setattr(graph.documents.limits, "COMPILE_SECONDS", 60.0)
        found = Oracle(
            sdl=sdl,
            left_out=left_out,
            schema=schema_of(sdl),
            vocabulary=vocabulary,
            engine=engine,
            tables=tables,
            access=read_access().with_selected(),
            callers=everyone,
            now=LATE,
        )
        drawn: dict[tuple[str, str], list[object]] = {}
        for name in everyone:
            sight = found.sight(name)
            seen = Seen(sight.may, sight.ids, sight.known_ids, sight.days)
            sight.worked = await work_out(uneven.connect_arguments("hearth_operator"), graph_model(), seen)
            sight.drawn = drawn
            for field, values in sight.worked.items():
                drawn.setdefault(field, []).extend(values.values())
        yield found
    await database.close()


@pytest.fixture
def oracle(both: Oracle) -> Oracle:
    """Both executors, with no cursor seen: a test asks the same, whatever ran before it."""
    return replace(both, digests=Digests(), cursors={})

"""What the benchmarks write: our inputs are taken, and the floor's statements write as many rows."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import asyncpg
import orjson
import pytest

from benchmarks.floor import connect
from benchmarks.plots import hearth_input, plots
from benchmarks.population import superuser
from benchmarks.workloads import FLOOR, HEARTH, HOME, TEXTBOOK, WRITES, document
from benchmarks.write_floor import Statements, WriteLane
from benchmarks.writes import WRITTEN
from countries.connections.database import Database
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.identity.development_tokens import caller_of
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database

if TYPE_CHECKING:
    from countries.connections.address import Address
    from countries.register.register import Register


@pytest.fixture
async def written(server: Address, worker: str) -> Address:
    """A copy of the small world."""
    return await copy_database(server, "world", f"benchmarked_{worker}")


async def test_every_write_is_done_by_us_and_by_the_floor(written: Address, register: Register) -> None:
    """Of each workload one write each: a row more by either, and none is refused."""
    async with superuser(written) as connection:
        made = await plots(connection, (HEARTH, TEXTBOOK, FLOOR), children=1)
    caller = caller_of(role="office", country=HOME)
    database = Database(written)
    await database.open()
    operator = await asyncpg.connect(**written.connect_arguments("hearth_operator"))
    floor = await connect(written.connect_arguments("hearth_office"))
    lane = WriteLane(floor)
    try:
        engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
        for workload in WRITES:
            before = await operator.fetchval(WRITTEN[workload], HOME)
            statements = Statements(workload, caller, NOW.date())
            (ours,) = islice(made[HEARTH].writes(workload, 0), 1)
            given = orjson.loads(orjson.dumps(hearth_input(workload, ours)))
            answer = await engine.answer(GraphQLRequest(document(workload), variables={"input": given}), caller)
            ((payload),) = orjson.loads(answer.body)["data"].values()
            assert payload["errors"] == [], workload
            (theirs,) = islice(made[FLOOR].writes(workload, 0), 1)
            await lane.write(statements.of(theirs))
            after = await operator.fetchval(WRITTEN[workload], HOME)
            assert after - before == 2, workload
    finally:
        await floor.close()
        await operator.close()
        await database.close()

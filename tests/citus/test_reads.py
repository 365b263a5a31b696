"""What is read from a cluster: the same as from one server, by offices from one node."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from countries.connections.database import Database
from countries.tenancy.caller import Caller, Tier
from graph.bulk.exporting import Export
from graph.bulk.sheets import all_sheets
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.plan.planner.feed import of_types
from graph.schema.sdl import build_schema
from tests.citus.cluster import ClusterServer
from tests.conftest import NOW, copy_database
from tests.plan.golden import BEGINNING, all_cases, pretty

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    import asyncpg

    from countries.connections.address import Address
    from countries.register.register import Register
    from graph.plan.tree.roots import Root
    from tests.plan.golden import Case

NATIONAL = [case for case in all_cases() if case.as_ in {"office", "kenya", "caseworker"}]
INTERNATIONAL = [case for case in all_cases() if case.as_ in {"region", "headquarters", "auditor"}]
ISOLATE = "SELECT isolate_tenant_to_new_shard('home', 'BE', 'CASCADE', shard_transfer_mode => 'block_writes')"


def named(cases: list[Case]) -> pytest.MarkDecorator:
    """A test of each case."""
    return pytest.mark.parametrize("case", cases, ids=lambda case: case.name)


def variables_of(case: Case, beginning: str) -> dict[str, object]:
    """The case's variables, with the beginning of this feed."""
    return {
        name: value.replace(BEGINNING, beginning) if isinstance(value, str) else value
        for name, value in case.all_variables().items()
    }


async def answer_of(case: Case, engine: Engine, callers: Mapping[str, Caller], beginning: str) -> str:
    """The answer, as the golden file holds it."""
    request = GraphQLRequest(case.document, variables=variables_of(case, beginning))
    answer = await engine.answer(request, callers[case.as_])
    return pretty(answer.body.replace(beginning.encode(), BEGINNING.encode()))


async def told(database: Database, caller: Caller, text: str, values: list[object]) -> str:
    """How a statement would be run."""
    async with database.transaction(caller) as lane:
        rows = await lane.connection.fetch(f"EXPLAIN (COSTS OFF) {text}", *values)
    return "\n".join(row[0] for row in rows)


@named(all_cases())
async def test_a_case_is_answered_as_by_one_server(
    case: Case, engine: Engine, callers: Mapping[str, Caller], beginnings: Mapping[str, str]
) -> None:
    """Every golden case has its golden answer."""
    found = await answer_of(case, engine, callers, beginnings.get(case.as_, BEGINNING))
    assert found == case.path("json").read_text(encoding="utf-8")


def every_type(roots: tuple[tuple[str, Root], ...]) -> tuple[tuple[str, Root], ...]:
    """The roots as they are written where rows of all types stand on a page of the feed."""
    return of_types(roots, frozenset(entity.type_name for entity in graph_model().by_type.values()))


@named(NATIONAL)
async def test_an_office_asks_one_node_once(
    case: Case, engine: Engine, database: Database, callers: Mapping[str, Caller], beginnings: Mapping[str, str]
) -> None:
    """A statement of one country is one task of one node, without anything that is carried from one to another."""
    caller = callers[case.as_]
    request = GraphQLRequest(case.document, variables=variables_of(case, beginnings[case.as_]))
    prepared = engine.prepare(request, caller)
    if prepared.plan.statement is None:
        return
    plan = await told(database, caller, prepared.plan.statement.text, prepared.values)
    assert re.findall(r"Task Count: (\d+)", plan) == ["1"], plan
    assert "Subplan" not in plan


async def test_a_statement_that_is_planned_often_stays_with_its_node(
    database: Database, engine: Engine, callers: Mapping[str, Caller]
) -> None:
    """Asked ten times by offices of two countries on one connection, each gets its own country's rows."""
    request = GraphQLRequest("{ children(first: 3) { totalCount nodes { id placements { nodes { startedOn } } } } }")
    for _ in range(10):
        for name, code in (("office", "BE"), ("kenya", "KE")):
            body = (await engine.answer(request, callers[name])).body.decode()
            assert body.count(f"Child_{code}_") == 3
    assert database.is_distributed


@pytest.fixture(scope="module")
async def alone(server: ClusterServer, worker: str, register: Register) -> AsyncIterator[Engine]:
    """The engine on a world of which Belgium is alone on its shards."""
    address = await copy_database(server, "world", f"alone_{worker}")
    connection = await server.cluster.connect(address)
    await connection.execute(ISOLATE)
    await connection.close()
    async with engine_on(address, register) as engine:
        yield engine


@asynccontextmanager
async def engine_on(address: Address, register: Register) -> AsyncIterator[Engine]:
    """The real engine on a database."""
    database = Database(address)
    await database.open()
    yield Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
    await database.close()


@named(INTERNATIONAL)
async def test_a_country_that_is_alone_is_not_forgotten(
    case: Case, alone: Engine, callers: Mapping[str, Caller]
) -> None:
    """Headquarters and regions are answered as before: Citus loses such a country where a register is joined to it."""
    assert await answer_of(case, alone, callers, BEGINNING) == case.path("json").read_text(encoding="utf-8")


async def test_citus_forgets_a_country_that_is_alone(server: ClusterServer, alone: Engine, worker: str) -> None:
    """The fault is there: without it, nothing that the compiler leaves out needs to be left out."""
    del alone
    connection = await server.cluster.connect(server.with_database(f"alone_{worker}"))
    try:
        joined = await connection.fetch(
            "SELECT k.code, count(h.id) AS homes FROM country k LEFT JOIN home h ON h.country_code = k.code GROUP BY 1"
        )
        there = await connection.fetchval("SELECT count(*) FROM home WHERE country_code = 'BE'")
    finally:
        await connection.close()
    assert there > 0
    assert {row["code"]: row["homes"] for row in joined}.get("BE", 0) == 0


async def test_an_office_exports_its_country(
    database: Database, operator: asyncpg.Connection[asyncpg.Record], tmp_path: Path
) -> None:
    """Every table of a country comes out of its node whole."""
    export = Export(Caller("oscar", Tier.OFFICE, ("BE",)), NOW.date(), tmp_path / "out")
    counts = await export.run(database)
    for sheet in all_sheets().values():
        there = await operator.fetchval(f"SELECT count(*) FROM {sheet.table} WHERE country_code = 'BE'")  # noqa: S608 - a table's name
        assert counts[sheet.name] == there
    assert counts["children"] == 40

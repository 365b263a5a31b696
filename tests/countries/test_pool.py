"""A pool's connections: prepared statements, and what a cancelled, waiting or killed request does to the others."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import asyncpg
import pytest

import countries.connections.database
import countries.connections.pool
from countries.connections.causes import DRIVER_FAULTS
from countries.connections.database import Database
from countries.connections.limits import TierLimits
from countries.connections.pool import PreparedPlans, plan_bytes
from countries.tenancy.caller import Tier
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema
from graph.sqlstates import public_error
from tests.conftest import NOW
from tests.countries.pools import CHILDREN, KENYA, OFFICE, SEEN, single
from tests.countries.sharers import AT_THE_GATE, LONG, closed_gate, standing, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from countries.register.register import Register
    from tests.countries.conftest import Connection

MEMORY = """
SELECT sum(total_bytes) FILTER (WHERE name LIKE 'CachedPlan%')::bigint AS plans, sum(total_bytes)::bigint AS total
FROM pg_backend_memory_contexts
"""


async def test_prepared_statements_are_bounded_in_number(world: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest go, on the server too; one that is used stays."""
    monkeypatch.setattr(countries.connections.pool, "PREPARED_PLANS", 6)
    connection = await asyncpg.connect(**world.connect_arguments("hearth_office"), statement_cache_size=0)
    try:
        plans = PreparedPlans()
        kept = await plans.prepare(connection, "SELECT 'kept'")
        for number in range(20):
            await plans.prepare(connection, f"SELECT {number}")
            assert await plans.prepare(connection, "SELECT 'kept'") is kept
        assert len(plans) == 6
        assert await connection.fetchval("SELECT count(*) FROM pg_prepared_statements") == 6
    finally:
        await connection.close()


async def test_prepared_statements_are_bounded_in_bytes(world: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    """Long statements push out more than one; one that would take half of the room runs without being kept."""
    monkeypatch.setattr(countries.connections.pool, "PREPARED_BYTES", 4 * plan_bytes("x" * 1_000))
    count = "SELECT count(*) FROM pg_prepared_statements"
    connection = await asyncpg.connect(**world.connect_arguments("hearth_office"), statement_cache_size=0)
    try:
        plans = PreparedPlans()
        for number in range(10):
            await plans.prepare(connection, f"SELECT {number:990}")
        assert (len(plans), await connection.fetchval(count)) == (4, 4)
        await plans.prepare(connection, f"SELECT 'é'{' ' * 1_500}")
        assert (len(plans), await connection.fetchval(count)) == (3, 3)
        large = f"SELECT 'large'{' ' * 2_500}"
        prepared = await plans.prepare(connection, large)
        assert plans.held(large) is None
        assert await prepared.fetchval() == "large"
        assert (len(plans), await connection.fetchval(count)) == (3, 3)
        for number in range(4):
            await plans.prepare(connection, f"SELECT {number}")
        held = await connection.fetch("SELECT statement FROM pg_prepared_statements")
        assert (
            sum(plan_bytes(row["statement"]) for row in held)
            == plans.bytes
            <= countries.connections.pool.PREPARED_BYTES
        )
    finally:
        await connection.close()


@pytest.fixture
async def told_of_memory(superuser: Connection) -> AsyncIterator[None]:
    """As long as a test lasts, an office may see what its own server process holds."""
    rights = "SELECT ON pg_backend_memory_contexts {0} hearth_office; {1} EXECUTE ON FUNCTION"
    rights += " pg_get_backend_memory_contexts() {0} hearth_office"
    await superuser.execute("GRANT " + rights.format("TO", "GRANT"))
    yield
    await superuser.execute("REVOKE " + rights.format("FROM", "REVOKE"))


def file_of_a_child(number: int, connections: int = 27) -> str:
    """An operation with so many connections of one child; each number has aliases of its own."""
    inside = " ".join(
        f"a{number}_{each}: {('placements', 'communityLinks', 'siblings')[each % 3]}(first: 5)"
        " { totalCount nodes { id } pageInfo { hasNextPage endCursor } }"
        for each in range(connections)
    )
    return f"{{ children(first: 2) {{ nodes {{ id {inside} }} }} }}"


@pytest.mark.usefixtures("told_of_memory")
async def test_large_documents_leave_a_server_process_small(world: Address, register: Register) -> None:
    """After 48 that are each new its memory is bounded, as it says itself, and what was dropped is dropped there."""
    async with single(world, 60) as database:
        engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
        sizes: list[int] = []
        for number in range(48):
            answer = await engine.answer(GraphQLRequest(file_of_a_child(number)), OFFICE)
            assert b"errors" not in answer.body
            if number % 8 == 7:
                async with database.transaction(OFFICE) as lane:
                    row = await lane.connection.fetchrow(MEMORY)
                    held = await lane.connection.fetchval("SELECT count(*) FROM pg_prepared_statements")
                    assert held == len(lane.plans) < 48
                    assert row is not None
                    assert row["plans"] <= lane.plans.bytes <= countries.connections.pool.PREPARED_BYTES
                    sizes.append(row["total"])
    assert max(sizes) < countries.connections.pool.PREPARED_BYTES + 8_000_000
    assert sizes[-1] < 1.1 * sizes[2]


@pytest.mark.usefixtures("told_of_memory")
@pytest.mark.parametrize("document", ["{ children { totalCount } }", file_of_a_child(0, 3), file_of_a_child(0, 60)])
async def test_a_statement_is_weighed_as_its_server_process_weighs_it(
    world: Address, register: Register, document: str
) -> None:
    """The estimate is no less than what is taken, and not four times as much."""
    async with single(world, 60) as database:
        engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
        text = engine.prepare(GraphQLRequest(document), OFFICE).plan.statement
        assert text is not None
        async with database.transaction(OFFICE) as lane:
            before = await lane.connection.fetchval(MEMORY)
        await engine.answer(GraphQLRequest(document), OFFICE)
        async with database.transaction(OFFICE) as lane:
            taken = await lane.connection.fetchval(MEMORY) - before
    assert taken <= plan_bytes(text.text) <= 4 * taken


async def test_a_statement_is_prepared_once_for_a_connection(world: Address) -> None:
    """The second request uses what the first one prepared, in another scope."""
    text = "SELECT count(*) AS number, 'only once' AS mark FROM child"
    async with single(world) as database:
        for caller in (OFFICE, KENYA, OFFICE):
            await database.read_row(caller, text, ())
        async with database.transaction(OFFICE) as lane:
            held = "SELECT generic_plans + custom_plans FROM pg_prepared_statements WHERE statement = $1"
            assert [row[0] for row in await lane.connection.fetch(held, text)] == [3]


async def test_a_cancelled_request_frees_its_connection_and_hurts_nobody(world: Address, superuser: Connection) -> None:
    """Its statement stops in the server, the one beside it finishes, and the next one gets the connection."""
    database = Database(world, {tier: TierLimits(2, 20) for tier in Tier})
    await database.open()
    try:
        beside = asyncio.create_task(database.read_row(KENYA, "SELECT pg_sleep(1), 'finished' AS word", ()))
        for _ in range(5):
            hanging = asyncio.create_task(database.read_row(OFFICE, "SELECT pg_sleep(20), 'hanging' AS word", ()))
            await asyncio.sleep(0.05)
            hanging.cancel()
            with pytest.raises(asyncio.CancelledError):
                await hanging
            row = await asyncio.wait_for(database.read_row(OFFICE, CHILDREN, ()), timeout=LONG)
            assert row is not None
            assert row["countries"] == ["BE"]
        finished = await beside
        assert finished is not None
        assert finished["word"] == "finished"
        running = (
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE state = 'active' AND query LIKE '%hanging%' AND pid <> pg_backend_pid()"
        )
        assert await superuser.fetchval(running) == 0
    finally:
        await database.close()


async def test_a_request_may_be_cancelled_at_any_moment(world: Address) -> None:
    """Wherever a cancellation strikes, the next caller on that connection sees its own rows and no others."""
    async with single(world) as database:
        await database.read_row(OFFICE, CHILDREN, ())
        for step in range(40):
            task = asyncio.create_task(database.read_row(OFFICE, CHILDREN, ()))
            for _ in range(step % 12):
                await asyncio.sleep(0)
            await asyncio.sleep(0.0002 * (step // 12))
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            row = await asyncio.wait_for(database.read_row(KENYA, CHILDREN, ()), timeout=LONG)
            assert row is not None
            assert row["countries"] == ["KE"]


async def test_who_waits_too_long_for_a_connection_is_told_to_come_back(
    world: Address, superuser: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """UNAVAILABLE, and the request that held the connection is not disturbed."""
    monkeypatch.setattr(countries.connections.database, "WAIT_SECONDS", 0.2)
    async with single(world) as database:
        await database.read_row(OFFICE, SEEN, ())
        async with closed_gate(superuser):
            holding = asyncio.create_task(database.read_row(OFFICE, f"{AT_THE_GATE}, 1 AS one", ()))
            await standing(superuser, 1)
            with pytest.raises(TimeoutError) as caught:
                await database.read_row(KENYA, SEEN, ())
        heard = public_error(caught.value)
        assert heard is not None
        assert (heard.code, heard.retryable) == ("UNAVAILABLE", True)
        held = await holding
        assert held is not None
        assert held["one"] == 1


async def until_gone(superuser: Connection, process: int) -> None:
    """Wait until a session has ended in the server, and this process has had a moment to hear of it."""

    async def has_gone() -> bool:
        return not await superuser.fetchval("SELECT count(*) FROM pg_stat_activity WHERE pid = $1", process)

    await until(has_gone)
    await asyncio.sleep(0.05)


async def test_a_killed_connection_is_replaced(world: Address, superuser: Connection) -> None:
    """Whether it idles or is at work: at most the request on it fails, as UNAVAILABLE, and the next one is served."""
    async with single(world) as database:
        first = await database.read_row(OFFICE, SEEN, ())
        assert first is not None
        await superuser.execute("SELECT pg_terminate_backend($1)", first["pid"])
        await until_gone(superuser, first["pid"])
        second = await database.read_row(OFFICE, SEEN, ())
        assert second is not None
        assert second["pid"] != first["pid"]
        working = asyncio.create_task(database.read_row(OFFICE, "SELECT pg_sleep(60)", ()))

        async def is_at_work() -> bool:
            asked = "SELECT state = 'active' AND query LIKE '%pg_sleep%' FROM pg_stat_activity WHERE pid = $1"
            return bool(await superuser.fetchval(asked, second["pid"]))

        await until(is_at_work)
        await superuser.execute("SELECT pg_terminate_backend($1)", second["pid"])
        with pytest.raises(DRIVER_FAULTS) as caught:
            await working
        heard = public_error(caught.value)
        assert heard is not None
        assert (heard.code, heard.retryable) == ("UNAVAILABLE", True)
        third = await database.read_row(OFFICE, CHILDREN, ())
        assert third is not None
        assert third["countries"] == ["BE"]

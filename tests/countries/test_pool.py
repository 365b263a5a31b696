"""A pool's connections: prepared statements, and what a cancelled, waiting or killed request does to the others."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import asyncpg
import pytest

import countries.database
import countries.pool
from countries.caller import Tier
from countries.database import Database, TierLimits
from countries.pool import PreparedPlans
from graph.faults import public_error
from tests.countries.pools import CHILDREN, KENYA, OFFICE, SEEN, single

if TYPE_CHECKING:
    from countries.address import Address
    from tests.countries.conftest import Connection


async def test_prepared_statements_are_bounded_in_number(world: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest go, on the server too; one that is used stays."""
    monkeypatch.setattr(countries.pool, "PREPARED_PLANS", 6)
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
    """Long statements push out more than one; the one at work stays, however long."""
    monkeypatch.setattr(countries.pool, "PREPARED_BYTES", 1_000)
    connection = await asyncpg.connect(**world.connect_arguments("hearth_office"), statement_cache_size=0)
    try:
        plans = PreparedPlans()
        for number in range(10):
            await plans.prepare(connection, f"SELECT {number}{' ' * 300}")
        assert len(plans) == 3
        await plans.prepare(connection, f"SELECT 'é'{' ' * 5_000}")
        assert len(plans) == 1
        await plans.prepare(connection, "SELECT 'short'")
        assert len(plans) == 1
        assert plans._bytes == len("SELECT 'short'")
    finally:
        await connection.close()


async def test_a_statement_is_prepared_once_for_a_connection(world: Address) -> None:
    """The second request uses what the first one prepared, in another scope."""
    text = "SELECT count(*) AS number, 'only once' AS mark FROM child"
    async with single(world) as database:
        for caller in (OFFICE, KENYA, OFFICE):
            await database.read(caller, text, ())
        async with database.transaction(OFFICE) as lane:
            held = "SELECT generic_plans + custom_plans FROM pg_prepared_statements WHERE statement = $1"
            assert [row[0] for row in await lane.connection.fetch(held, text)] == [3]


async def test_a_cancelled_request_frees_its_connection_and_hurts_nobody(world: Address, superuser: Connection) -> None:
    """Its statement stops in the server, the one beside it finishes, and the next one gets the connection."""
    database = Database(world, {tier: TierLimits(2, 20) for tier in Tier})
    await database.open()
    try:
        beside = asyncio.create_task(database.read(KENYA, "SELECT pg_sleep(1), 'finished' AS word", ()))
        for _ in range(5):
            hanging = asyncio.create_task(database.read(OFFICE, "SELECT pg_sleep(20), 'hanging' AS word", ()))
            await asyncio.sleep(0.05)
            hanging.cancel()
            with pytest.raises(asyncio.CancelledError):
                await hanging
            row = await asyncio.wait_for(database.read(OFFICE, CHILDREN, ()), timeout=5)
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
        await database.read(OFFICE, CHILDREN, ())
        for step in range(40):
            task = asyncio.create_task(database.read(OFFICE, CHILDREN, ()))
            for _ in range(step % 12):
                await asyncio.sleep(0)
            await asyncio.sleep(0.0002 * (step // 12))
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            row = await asyncio.wait_for(database.read(KENYA, CHILDREN, ()), timeout=5)
            assert row is not None
            assert row["countries"] == ["KE"]


async def test_who_waits_too_long_for_a_connection_is_told_to_come_back(
    world: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    """UNAVAILABLE, and the request that held the connection is not disturbed."""
    monkeypatch.setattr(countries.database, "WAIT_SECONDS", 0.2)
    async with single(world) as database:
        await database.read(OFFICE, SEEN, ())
        holding = asyncio.create_task(database.read(OFFICE, "SELECT pg_sleep(0.8), 1 AS one", ()))
        await asyncio.sleep(0.1)
        with pytest.raises(TimeoutError) as caught:
            await database.read(KENYA, SEEN, ())
        heard = public_error(caught.value)
        assert heard is not None
        assert (heard.code, heard.retryable) == ("UNAVAILABLE", True)
        held = await holding
        assert held is not None
        assert held["one"] == 1


async def test_a_killed_connection_is_replaced(world: Address, superuser: Connection) -> None:
    """Whether it idles or is at work: at most the request on it fails, as UNAVAILABLE, and the next one is served."""
    async with single(world) as database:
        first = await database.read(OFFICE, SEEN, ())
        assert first is not None
        await superuser.execute("SELECT pg_terminate_backend($1)", first["pid"])
        await asyncio.sleep(0.2)
        second = await database.read(OFFICE, SEEN, ())
        assert second is not None
        assert second["pid"] != first["pid"]
        working = asyncio.create_task(database.read(OFFICE, "SELECT pg_sleep(20)", ()))
        await asyncio.sleep(0.2)
        await superuser.execute("SELECT pg_terminate_backend($1)", second["pid"])
        with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError)) as caught:
            await working
        heard = public_error(caught.value)
        assert heard is not None
        assert (heard.code, heard.retryable) == ("UNAVAILABLE", True)
        third = await database.read(OFFICE, CHILDREN, ())
        assert third is not None
        assert third["countries"] == ["BE"]

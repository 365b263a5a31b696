"""A server that falls silent keeps nobody waiting for ever, and holds no connection that others need."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING

import asyncpg
import pytest

from countries.connections.database import Database
from countries.connections.limits import LIMITS, TierLimits
from countries.tenancy.caller import Caller, Tier

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from countries.connections.address import Address
    from countries.connections.pool import Lane

OFFICE = Caller("oscar", Tier.OFFICE, ("BE",))
SECONDS = 0.2
ONE = {tier: TierLimits(1 if tier is Tier.OFFICE else limits.connections, SECONDS) for tier, limits in LIMITS.items()}


async def at_rest(database: Database) -> None:
    """Wait until the office's connection has committed, and is in nobody's hands."""
    (pool,) = (pool for _, tier, pool, _ in database.pools() if tier is Tier.OFFICE)
    while not pool.idle:  # noqa: ASYNC110 - a pool tells nobody that something has come back
        await asyncio.sleep(0.01)


async def test_a_frozen_server_process_is_given_up(world: Address) -> None:
    """Whoever reads hears that the connection broke; the next one has a new connection, the only one there may be."""
    database = Database(world, ONE)
    await database.open()
    row = await database.read_row(OFFICE, "SELECT pg_backend_pid() AS pid", ())
    assert row is not None
    await at_rest(database)
    os.kill(row["pid"], signal.SIGSTOP)
    try:
        with pytest.raises((asyncpg.PostgresConnectionError, ConnectionError)):
            await database.read_row(OFFICE, "SELECT pg_backend_pid() AS pid", ())
        again = await database.read_row(OFFICE, "SELECT pg_backend_pid() AS pid", ())
        assert again is not None
        assert again["pid"] != row["pid"]
    finally:
        os.kill(row["pid"], signal.SIGCONT)
        await database.close()


WAYS: Mapping[str, Callable[[Lane], Awaitable[object]]] = {
    "a row": lambda lane: lane.one_row("SELECT 1", ()),
    "rows": lambda lane: lane.rows("SELECT 1", ()),
    "a row each": lambda lane: lane.a_row_each("SELECT $1::text", [("1",), ("2",)]),
    "nothing": lambda lane: lane.run("SELECT 1"),
}
"""What a transaction asks for."""


@pytest.mark.parametrize("way", WAYS)
async def test_a_frozen_server_process_is_given_up_by_a_write(world: Address, way: str) -> None:
    """A transaction that writes is over too, whatever it waits for, and was not committed."""
    database = Database(world, ONE)
    await database.open()
    pid = 0
    try:
        async with database.writing(OFFICE) as lane:
            pid = await lane.connection.fetchval("SELECT pg_backend_pid()")
            os.kill(pid, signal.SIGSTOP)
            with pytest.raises((asyncpg.PostgresConnectionError, ConnectionError)):
                await WAYS[way](lane)
            assert lane.connection.is_closed()
    except asyncpg.InterfaceError:
        pass  # a closed connection commits nothing
    else:
        pytest.fail("it was told as committed")
    finally:
        os.kill(pid, signal.SIGCONT)
        await database.close()


async def test_a_statement_that_takes_its_time_is_ended_by_the_server(world: Address) -> None:
    """Who is late but not silent hears of the limit, and keeps the connection."""
    database = Database(world, ONE)
    await database.open()
    try:
        before = await database.read_row(OFFICE, "SELECT pg_backend_pid() AS pid", ())
        with pytest.raises(asyncpg.QueryCanceledError):
            await database.read_row(OFFICE, "SELECT pg_sleep(60)", ())
        after = await database.read_row(OFFICE, "SELECT pg_backend_pid() AS pid", ())
        assert before == after
    finally:
        await database.close()

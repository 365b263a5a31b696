"""What the tests of shared transactions share: a gate in the server, questions that say who ran them, and silence."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from countries.connections.database import Database
from countries.connections.limits import TierLimits
from countries.connections.pool import Lane
from countries.tenancy.caller import Tier

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    import asyncpg
    import pytest

    from countries.connections.address import Address
    from countries.connections.sharing import SharedReads
    from countries.connections.turns import Turns
    from countries.tenancy.caller import Caller
    from tests.countries.conftest import Connection

LONG = 60.0
"""Seconds that nothing here takes; what is bounded by them is bounded by something else."""

TRANSACTION = "pg_backend_pid() AS pid, transaction_timestamp() AS began"
NUMBERED = f"SELECT $1::int AS number, {TRANSACTION}"
AT_THE_GATE = f"SELECT pg_advisory_xact_lock_shared(7), {TRANSACTION}"
WAITING = """
SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@asynccontextmanager
async def pools(address: Address, connections: int, seconds: float = LONG) -> AsyncIterator[Database]:
    """A database whose tiers have so many connections each."""
    database = Database(address, {tier: TierLimits(connections, seconds) for tier in (Tier.OFFICE, Tier.CASEWORKER)})
    await database.open()
    try:
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def closed_gate(superuser: Connection) -> AsyncIterator[None]:
    """As long as the block lasts, who asks `AT_THE_GATE` stands there."""
    await superuser.execute("SELECT pg_advisory_lock(7)")
    try:
        yield
    finally:
        await superuser.execute("SELECT pg_advisory_unlock(7)")


async def standing(superuser: Connection, count: int) -> list[int]:
    """The server processes that stand at the gate, as soon as there are so many."""

    async def has_come() -> bool:
        return len(await superuser.fetch(WAITING)) == count

    await until(has_come)
    return [row["pid"] for row in await superuser.fetch(WAITING)]


async def until(is_so: Callable[[], Awaitable[bool]]) -> None:
    """Wait for something that must come."""
    async with asyncio.timeout(LONG):
        while not await is_so():  # noqa: ASYNC110 - what happens in the server sets no event here
            await asyncio.sleep(0.01)


def asked(database: Database, caller: Caller, text: str, *values: object) -> asyncio.Task[asyncpg.Record]:
    """One request, on its way; its row must come."""

    async def row() -> asyncpg.Record:
        found = await database.read_row(caller, text, values)
        assert found is not None
        return found

    return asyncio.create_task(row())


def numbered(database: Database, caller: Caller, count: int) -> list[asyncio.Task[asyncpg.Record]]:
    """Requests, each of which knows its own answer."""
    return [asked(database, caller, NUMBERED, number) for number in range(count)]


def transaction_of(row: asyncpg.Record) -> tuple[object, object]:
    """The transaction in which a row was read: a server process, and when it began."""
    return row["pid"], row["began"]


async def assert_quiet(database: Database) -> None:
    """Nothing is left of requests that are over: nobody carries, nothing waits, every place in the pool is free."""
    for tier, shared in database._shared.items():
        pool = database._pools[tier]

        async def is_over(shared: SharedReads = shared, turns: Turns = pool.turns) -> bool:
            return not any((shared._carriers, shared._queues, shared._sweep, turns._parties, turns._waiters))

        await until(is_over)
        assert (pool.turns.free, pool.turns.waiting) == (pool.turns.places, 0)
        assert len(pool._idle) <= pool.turns.places
        assert not any(lane.connection.is_in_transaction() for lane in pool._idle)


def record_texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that goes to PostgreSQL from now on, as it goes."""
    reached: list[str] = []
    one_row, a_row_each = Lane.one_row, Lane.a_row_each

    async def alone(lane: Lane, text: str, values: Sequence[object]) -> asyncpg.Record | None:
        reached.append(text)
        return await one_row(lane, text, values)

    async def together(lane: Lane, text: str, asked: Sequence[Sequence[object]]) -> Sequence[asyncpg.Record | None]:
        reached.extend([text] * len(asked))
        return await a_row_each(lane, text, asked)

    monkeypatch.setattr(Lane, "one_row", alone)
    monkeypatch.setattr(Lane, "a_row_each", together)
    return reached

"""The one connection that counts: of the statistics login, for as long as a period is being closed; and an auditor's.

No pool of the server logs in as it and no token reaches it. It sees every country's rows, of named columns, and what it
adds to the tables of figures is there at once when all of it is, or not at all.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import asyncpg

from countries.connections.coming_in import come_in
from countries.connections.sessions import IS_DISTRIBUTED, STEADY
from countries.tenancy.caller import Tier
from countries.tenancy.logins import STATISTICS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence

    from countries.connections.address import Address

CONNECT_SECONDS = 5.0
CLOSING = 5_022_196_308_153_117
"""The advisory lock of whoever closes a period; the number means nothing."""
LOCK = "SELECT pg_try_advisory_xact_lock($1)"
SETTINGS: Mapping[str, str] = {
    **STEADY,
    "application_name": "hearth statistics",
    "jit": "off",
    # Which rows of a year belong together, PostgreSQL cannot estimate: expecting few, it would look up each of many.
    "enable_nestloop": "off",
    # One count reads millions of rows once: what sorts and hashes them may stay in memory.
    "work_mem": "128MB",
}


class AlreadyClosingError(Exception):
    """Somebody is closing a period at this moment."""


class Counting:
    """A transaction of one login; all its statements see the database as it was at the first.

    On a cluster each node's rows are as they were at the first statement that asked that node.

    Args:
        connection: in its transaction.
        is_distributed: whether the server is a cluster's.

    Attributes:
        is_distributed: the same.
    """

    def __init__(self, connection: asyncpg.Connection[asyncpg.Record], *, is_distributed: bool) -> None:
        self._connection = connection
        self.is_distributed = is_distributed

    async def rows(self, text: str, values: Sequence[object] = ()) -> Sequence[asyncpg.Record]:
        """Run a statement; its rows, where it answers some."""
        found: Sequence[asyncpg.Record] = await self._connection.fetch(text, *values)
        return found


@asynccontextmanager
async def examining(address: Address) -> AsyncIterator[Counting]:
    """Read, as the auditor's login, what releases say and what proves them; all of it as it was at one instant."""
    connection = await come_in(address, Tier.AUDITOR.login, timeout=CONNECT_SECONDS, server_settings=dict(STEADY))
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            yield await _counting(connection)
    finally:
        await connection.close()


@asynccontextmanager
async def counting(address: Address) -> AsyncIterator[Counting]:
    """Count, and write figures; committed when the block ends, undone when it fails.

    Raises:
        AlreadyClosingError: another one has begun and not ended.
    """
    connection = await come_in(address, STATISTICS, timeout=CONNECT_SECONDS, server_settings=dict(SETTINGS))
    try:
        async with connection.transaction(isolation="repeatable_read"):
            if not await connection.fetchval(LOCK, CLOSING):
                raise AlreadyClosingError
            yield await _counting(connection)
    finally:
        await connection.close()


async def _counting(connection: asyncpg.Connection[asyncpg.Record]) -> Counting:
    return Counting(connection, is_distributed=await connection.fetchval(IS_DISTRIBUTED))

"""One tier's connections, each with the statements that are prepared on it.

The driver's own pool makes a prepared statement useless when its connection goes back; here it stays as long as the
connection does.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

import asyncpg

from countries.connections.measured import Measured
from countries.connections.silence import BackBy, Silence
from countries.connections.turns import NOBODY, Turns

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    from asyncpg.prepared_stmt import PreparedStatement

    from countries.tenancy.share import Share

    Connection = asyncpg.Connection[asyncpg.Record]

PREPARED_PLANS = 100
PREPARED_BYTES = 32_000_000
"""Prepared statements that one connection keeps: at most so many, of at most so many bytes in its server process."""
BYTES_OF_PLAN = 8_000
BYTES_OF_CHARACTER = 140
"""What a prepared statement takes there: tree, rewritten tree and plan. Measured with PostgreSQL 18 it is 6 kB for the
shortest and 72 to 140 bytes a character of longer ones, as much as its blocks are, which double as they fill."""


def plan_bytes(text: str) -> int:
    """How many bytes a statement takes in a server process that keeps it prepared, at most."""
    return BYTES_OF_PLAN + BYTES_OF_CHARACTER * len(text)


class PreparedPlans:
    """One connection's prepared statements, the latest last; PostgreSQL forgets those that are dropped."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, PreparedStatement[asyncpg.Record]] = OrderedDict()
        self._bytes = 0
        self._prepared = 0

    def __len__(self) -> int:
        return len(self._held)

    @property
    def bytes(self) -> int:
        """How many bytes the statements take in the server process, at most."""
        return self._bytes

    def held(self, text: str) -> PreparedStatement[asyncpg.Record] | None:
        """The statement, where it has been prepared; it counts as used now."""
        held = self._held.get(text)
        if held is not None:
            self._held.move_to_end(text)
        return held

    async def prepare(self, connection: Connection, text: str) -> PreparedStatement[asyncpg.Record]:
        """The statement, prepared now if it was not yet; one that would take half of the room is not kept.

        Call it only inside a scope: PostgreSQL plans once for all callers, and without a scope it expects no row.
        """
        held = self.held(text)
        if held is not None:
            return held
        bytes_of_it = plan_bytes(text)
        if bytes_of_it > PREPARED_BYTES // 2:
            # PostgreSQL's one statement without a name: the next one takes its place, and so does the commit.
            return await connection.prepare(text)
        while self._held and (len(self._held) >= PREPARED_PLANS or self._bytes + bytes_of_it > PREPARED_BYTES):
            dropped, _ = self._held.popitem(last=False)
            self._bytes -= plan_bytes(dropped)
        # The driver closes what was dropped as soon as it has prepared this one. Without a name it would use the one
        # statement without a name: parsed and planned every time.
        self._prepared += 1
        prepared = await connection.prepare(text, name=f"hearth_{self._prepared}")
        self._held[text] = prepared
        self._bytes += bytes_of_it
        return prepared


@dataclass(frozen=True, slots=True, eq=False)
class Lane:
    """A connection, its prepared statements, and until when it has to be back."""

    connection: Connection
    plans: PreparedPlans = field(default_factory=PreparedPlans)
    limit: BackBy = field(default_factory=BackBy)

    async def one_row(self, text: str, values: Sequence[object]) -> asyncpg.Record | None:
        """Run a statement and return its first row.

        Raises:
            ConnectionResetError: the server has just said goodbye.
        """
        self.limit.set()
        try:
            prepared = self.plans.held(text) or await self.plans.prepare(self.connection, text)
            row: asyncpg.Record | None = await prepared.fetchrow(*values)
        except asyncpg.InternalClientError as error:
            raise self._lost() from error
        finally:
            self.limit.lift()
        return row

    async def rows(self, text: str, values: Sequence[object]) -> Sequence[asyncpg.Record]:
        """Run a statement and return all its rows.

        Raises:
            ConnectionResetError: the server has just said goodbye.
        """
        self.limit.set()
        try:
            prepared = self.plans.held(text) or await self.plans.prepare(self.connection, text)
            rows: Sequence[asyncpg.Record] = await prepared.fetch(*values)
        except asyncpg.InternalClientError as error:
            raise self._lost() from error
        finally:
            self.limit.lift()
        return rows

    async def a_row_each(self, text: str, asked: Sequence[Sequence[object]]) -> Sequence[asyncpg.Record | None]:
        """Run a statement that returns one row once for each set of parameters, in one round trip; the rows in order.

        Each has a snapshot of its own. If one fails, all do.

        Raises:
            ConnectionResetError: the server has just said goodbye.
            ValueError: it did not return one row each time.
        """
        self.limit.set(len(asked))
        try:
            prepared = self.plans.held(text) or await self.plans.prepare(self.connection, text)
            rows = await prepared.fetchmany(asked)
        except asyncpg.InternalClientError as error:
            raise self._lost() from error
        finally:
            self.limit.lift()
        if len(rows) != len(asked):
            message = f"{len(rows)} rows for {len(asked)} sets of parameters"
            raise ValueError(message)
        return rows

    async def run(self, text: str, timeout: float | None = None) -> None:  # noqa: ASYNC109 - the driver's own
        """Run a statement that has neither parameters nor rows.

        Raises:
            ConnectionResetError: the server has just said goodbye.
        """
        self.limit.set()
        try:
            await self.connection.execute(text, timeout=timeout)
        except asyncpg.InternalClientError as error:
            raise self._lost() from error
        finally:
            self.limit.lift()

    def _lost(self) -> ConnectionResetError:
        """A server says goodbye before it closes; what comes in between the driver calls a fault of its own."""
        self.connection.terminate()
        return ConnectionResetError("the server ended the connection")


class Pool:
    """At most `size` connections, opened when they are needed, the one used last first.

    Args:
        connect: opens a connection.
        size: how many there may be.
        wait_seconds: how long a request waits for one.
        statement_seconds: after how long the server ends a statement; one that does not is silent.

    Attributes:
        turns: who may hold one, and who is next.
        waits: how long requests waited: reads for their statement to begin, all else for a connection.
    """

    def __init__(
        self,
        connect: Callable[[], Awaitable[Connection]],
        size: int,
        wait_seconds: float,
        statement_seconds: float | None = None,
    ) -> None:
        self.turns = Turns(size)
        self.waits = Measured()
        self._silence = Silence(statement_seconds)
        self._connect = connect
        self._wait_seconds = wait_seconds
        self._idle: list[Lane] = []
        self._closed = False

    @asynccontextmanager
    async def lane(self, share: Share = NOBODY) -> AsyncIterator[Lane]:
        """A connection for the length of the block, when it is one's turn.

        Raises:
            TimeoutError: all were busy for too long.
            InterfaceError: the pool is closed.
        """
        began = perf_counter()
        try:
            await self.turns.take(share, self._wait_seconds)
        finally:
            self.waits.add(perf_counter() - began)
        try:
            async with self.connection() as lane:
                yield lane
        finally:
            self.turns.release(share)

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Lane]:
        """A connection for the length of the block, for somebody who holds a place.

        Raises:
            InterfaceError: the pool is closed.
        """
        if self._closed:
            message = "the pool is closed"
            raise asyncpg.InterfaceError(message)
        lane = self._take() or Lane(await self._connect(), limit=BackBy(self._silence.seconds))
        self._silence.begin(lane)
        try:
            yield lane
        except asyncio.CancelledError:
            # Whatever was under way may have reached PostgreSQL or not: nobody else inherits the doubt.
            lane.connection.terminate()
            raise
        finally:
            self._silence.end(lane)
            self._give_back(lane)

    @property
    def idle(self) -> int:
        """How many connections are open and in nobody's hands."""
        return len(self._idle)

    def _take(self) -> Lane | None:
        while self._idle:
            lane = self._idle.pop()
            if not lane.connection.is_closed():
                return lane
        return None

    def _give_back(self, lane: Lane) -> None:
        """Keep a connection that is as it was; one that is still in a transaction, or busy, is thrown away."""
        if lane.connection.is_closed():
            return
        if self._closed or lane.connection.is_in_transaction():
            lane.connection.terminate()
        else:
            self._idle.append(lane)

    async def close(self, grace_seconds: float) -> None:
        """Take no more requests, let the running ones end, then close every connection."""
        self._closed = True
        with suppress(TimeoutError):
            async with asyncio.timeout(grace_seconds):
                await self.turns.rest()
        while self._idle:
            lane = self._idle.pop()
            if not lane.connection.is_closed():
                await lane.connection.close(timeout=grace_seconds)

"""A read replica: headquarters and regions read from it, and whatever keeps it from answering, the primary does.

    read ─> fresh enough? ─yes─> the statement on the replica ─┬─> its row
               │ no                                            ├─> an error that the primary would give too
               └──────────> the statement on the primary <─────┴── anything else

A replica that is lost rests for a moment and is used again when a look at it finds it fresh. One that was promoted is
told and left out for as long as it follows nobody.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from math import inf
from time import monotonic
from typing import TYPE_CHECKING

import asyncpg

from countries.connections.causes import CAUSES, DRIVER_FAULTS
from countries.connections.freshness import ReplicaState, ReplicaWatch
from countries.tenancy.caller import Caller, Tier

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from countries.connections.address import Address
    from countries.connections.pool import Pool
    from countries.connections.sharing import SharedReads

logger = logging.getLogger("hearth.replica")

REPLICA_TIERS = (Tier.REGION, Tier.HEADQUARTERS)
"""Who reads from a replica: those who look across countries. An office sees its own changes at once."""

STALENESS_SECONDS = 10.0
"""How far behind the primary an answer may be."""

LOOKS = 10
"""How often a replica is looked at within that time; it rests for two looks after it was lost."""

WATCH_CONNECTIONS = 1
"""Through how many connections one process looks at each of the two servers."""

CLOSE_SECONDS = 5.0

GONE = ("08", "28", "3D", "53", "57P")
"""How SQLSTATEs begin after which it rests: no connection, no log-in, no database, no room, shut down, starting."""

CONFLICTS = "40"
"""How SQLSTATEs begin of statements that stand in the way of replay: that is no fault."""

CALLERS_OWN = ("22", "54", "53200", "53400", "57014")
"""How SQLSTATEs begin that the primary would give too: a value, a size, memory, the statement's time.

A statement that stands in the way of replay ends with 40001 or 40P01, never with the 57014 of one that takes too long.
"""


class ReplicaError(RuntimeError):
    """What should be the replica is none, or has too few connections; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class ReplicaAway(Exception):
    """The replica does not answer this request: ask the primary."""


class Replica:
    """One process's use of a read replica.

    Args:
        address: the replica; each tier logs in as it does on the primary.
        primary: whom it should follow.
        staleness_seconds: how far behind the primary an answer may be.

    Attributes:
        address: the replica.
        state: what was last found out about it; None before the first look.
        answered: how many requests it has answered.
        passed_on: how many it has left to the primary.
    """

    def __init__(self, address: Address, primary: Address, staleness_seconds: float = STALENESS_SECONDS) -> None:
        self.address = address
        self.state: ReplicaState | None = None
        self.answered = self.passed_on = 0
        self._seconds = staleness_seconds
        self._watch = ReplicaWatch(primary, address, staleness_seconds)
        self._pools: Mapping[Tier, Pool] = {}
        self._shared: Mapping[Tier, SharedReads] = {}
        self._under_way: set[asyncio.Timeout] = set()
        self._rests_until = -inf
        self._watching: asyncio.Task[None] | None = None

    async def check(self, connections: int, reserved: int) -> None:
        """Look at the replica before anything is opened; one that is away, or was promoted, may come back later.

        Args:
            connections: how many all processes together would open.
            reserved: how many the server keeps for others.

        Raises:
            ReplicaError: it follows no primary, or another one; or the connections do not fit.
        """
        found = await self._watch.look()
        self._watch.drop()
        if found in {ReplicaState.NO_REPLICA, ReplicaState.FOREIGN}:
            what = "a server that follows no other" if found is ReplicaState.NO_REPLICA else "another server's replica"
            raise ReplicaError(
                f"HEARTH_REPLICA_URL names {what}.",
                "Name a streaming standby of the server in HEARTH_DATABASE_URL, or leave HEARTH_REPLICA_URL unset.",
            )
        if self._watch.room and connections > self._watch.room - reserved:
            raise ReplicaError(
                f"The workers would open up to {connections} connections to the replica; it allows {self._watch.room}, "
                f"of which {reserved} stay free.",
                "Start fewer workers, or raise max_connections of the replica.",
            )

    async def open(self, pools: Mapping[Tier, Pool], shared: Mapping[Tier, SharedReads]) -> None:
        """Begin to answer and to look.

        Args:
            pools: the connections to it, by tier.
            shared: the reads on them.
        """
        self._pools, self._shared = pools, shared
        self._rests_until = monotonic()
        await self._look()
        self._watching = asyncio.create_task(self._go_on_looking())

    async def close(self) -> None:
        """Take no more requests, let the running ones end for a while, then close every connection."""
        if self._watching is not None:
            self._watching.cancel()
            with suppress(asyncio.CancelledError):
                await self._watching
        self._watch.forget()
        self._watch.drop()
        await asyncio.gather(*(pool.close(CLOSE_SECONDS) for pool in self._pools.values()))

    @property
    def opened(self) -> tuple[Mapping[Tier, Pool], Mapping[Tier, SharedReads]]:
        """The connections to it by tier, and the reads on them."""
        return self._pools, self._shared

    @property
    def seconds_behind(self) -> float:
        """How far behind the primary it may be at this moment; infinite where it is not known, or not used."""
        return self._watch.seconds_behind

    async def read_row(self, caller: Caller, text: str, values: Sequence[object]) -> asyncpg.Record | None:
        """As `Database.read_row`.

        Raises:
            ReplicaAway: the replica is not fresh enough, or does not answer.
        """
        try:
            row = await self._read(caller, text, values)
        except ReplicaAway:
            self.passed_on += 1
            raise
        self.answered += 1
        return row

    async def _read(self, caller: Caller, text: str, values: Sequence[object]) -> asyncpg.Record | None:
        if not self._watch.is_fresh:
            raise ReplicaAway
        try:
            # Without an end of its own: it ends when the replica is lost meanwhile.
            async with asyncio.timeout(None) as limit:
                self._under_way.add(limit)
                try:
                    return await self._shared[caller.tier].read_row(caller, text, values)
                finally:
                    self._under_way.discard(limit)
        except asyncpg.DataError:
            raise
        except DRIVER_FAULTS as error:
            state = getattr(error, "sqlstate", None) or ""
            if state.startswith(CALLERS_OWN) and self._watch.is_fresh:
                raise
            # A TimeoutError says that all its connections were busy, or that it was lost already.
            if state.startswith(GONE) or not (state or isinstance(error, TimeoutError)):
                self._lose(ReplicaState.UNREACHABLE)
            if not state.startswith(CONFLICTS):
                CAUSES.note("replica", error)
            raise ReplicaAway from error

    async def _go_on_looking(self) -> None:
        while True:
            await asyncio.sleep(self._seconds / LOOKS)
            await self._look()

    async def _look(self) -> None:
        found = await self._watch.look()
        if found not in {ReplicaState.ANSWERS, ReplicaState.BEHIND}:
            self._lose(found)
        elif monotonic() < self._rests_until:
            self._watch.forget()
        elif found is ReplicaState.ANSWERS or monotonic() > self._rests_until + self._seconds:
            self._become(found)

    def _lose(self, state: ReplicaState) -> None:
        """Let it rest, and the primary answer also what is under way here."""
        self._watch.forget()
        self._rests_until = monotonic() + 2 * self._seconds / LOOKS
        now = asyncio.get_running_loop().time()
        for limit in self._under_way:
            limit.reschedule(now)
        self._under_way.clear()
        self._become(state)

    def _become(self, state: ReplicaState) -> None:
        if state is self.state:
            return
        self.state = state
        logger.log(logging.INFO if state is ReplicaState.ANSWERS else logging.WARNING, "The replica %s.", state.value)

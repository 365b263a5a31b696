"""The database of one process: a pool a tier, every request in a transaction whose scope is set first.

connection of the tier's own login -> BEGIN READ ONLY -> hearth_scope(…) -> the statements that wait -> COMMIT
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

import asyncpg

from countries.connections.causes import CAUSES, DRIVER_FAULTS
from countries.connections.coming_in import come_in
from countries.connections.limits import LIMITS
from countries.connections.listener import LISTENER_CONNECTIONS
from countries.connections.marks import marked, ordered, packs_held
from countries.connections.nodes import nodes_away
from countries.connections.pool import Pool
from countries.connections.powers import powers
from countries.connections.replica import REPLICA_TIERS, WATCH_CONNECTIONS, ReplicaAway, ReplicaError
from countries.connections.sessions import IS_DISTRIBUTED, STEADY, own_settings, tier_settings
from countries.connections.sharing import SharedReads
from countries.connections.transaction import BEGIN, BEGIN_SNAPSHOT, BEGIN_WRITE, in_scope
from countries.tenancy.caller import Caller, Tier

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
    from contextlib import AbstractAsyncContextManager

    from countries.connections.address import Address
    from countries.connections.limits import TierLimits
    from countries.connections.pool import Connection, Lane
    from countries.connections.replica import Replica

logger = logging.getLogger("hearth.database")
_T = TypeVar("_T")

RESERVED_CONNECTIONS = 10
"""Connections that the server leaves to migrations, backups and people."""


WAIT_SECONDS = 5.0
"""How long a request waits for a connection before it is told to come back."""
CLOSE_SECONDS = 10.0


class TenancyError(RuntimeError):
    """A login could do more than it may, or the server has too few connections; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class ConnectionsError(TenancyError):
    """The workers' pools do not fit the server: it may allow more, or they become fewer, and then they do."""


class Database:
    """The pools of one process.

    Args:
        address: the database.
        limits: connections and statement time by tier.
        replica: answers headquarters and regions as long as it can.

    Attributes:
        is_distributed: whether the server is a cluster's, which asks other nodes; known once it was opened.
        replica: the same; None where every tier reads from the primary.
    """

    def __init__(
        self, address: Address, limits: Mapping[Tier, TierLimits] = LIMITS, replica: Replica | None = None
    ) -> None:
        self._address = address
        self._limits = limits
        self.is_distributed = False
        self.replica = replica
        self._pools: dict[Tier, Pool] = {}
        self._shared: dict[Tier, SharedReads] = {}

    async def open(self, workers: int = 1, *, anyway: bool = False) -> None:
        """Open the pools, after a look at what each login may do.

        Args:
            workers: how many processes open as many.
            anyway: whether a replica that is none is only told; it answers nobody, and the primary does.

        Raises:
            TenancyError, ReplicaError: as `check`.
        """
        try:
            await self.check(workers)
        except ReplicaError as error:
            if not anyway:
                raise
            logger.warning("The replica is left out.", extra={"fields": {"reason": str(error), "hint": error.hint}})
        self._pools, self._shared = self._reads(self._address, self._limits)
        if self.replica is not None:
            limits = {tier: self._limits[tier] for tier in REPLICA_TIERS}
            await self.replica.open(*self._reads(self.replica.address, limits))

    def _reads(
        self, address: Address, limits: Mapping[Tier, TierLimits]
    ) -> tuple[dict[Tier, Pool], dict[Tier, SharedReads]]:
        pools = {
            tier: Pool(self._connector(address, tier, its), its.connections, WAIT_SECONDS, its.statement_seconds)
            for tier, its in limits.items()
        }
        return pools, {tier: SharedReads(pool, WAIT_SECONDS) for tier, pool in pools.items()}

    def _connector(self, address: Address, tier: Tier, limits: TierLimits) -> Callable[[], Awaitable[Connection]]:
        settings = tier_settings(tier.value, limits.statement_seconds, distributed=self.is_distributed)

        async def connect() -> Connection:
            connection = await come_in(
                address, tier.login, statement_cache_size=0, timeout=WAIT_SECONDS, server_settings=settings
            )
            # JSON passes through as bytes, both ways.
            await connection.set_type_codec(
                "json", schema="pg_catalog", format="binary", encoder=_as_is, decoder=_as_is
            )
            return connection

        return connect

    async def close(self) -> None:
        """Let running requests end, then close every connection."""
        if self.replica is not None:
            await self.replica.close()
        await asyncio.gather(*(pool.close(CLOSE_SECONDS) for pool in self._pools.values()))
        self._pools.clear()
        self._shared.clear()

    async def check(self, workers: int = 1) -> None:
        """Look at what the logins may do, and whether the workers' pools fit the server.

        Raises:
            TenancyError: a login owns a table, is a superuser, sees past row security or is a member of another.
            ConnectionsError: the pools do not fit.
            ReplicaError: the replica is none, or the pools do not fit it; one that was promoted is only left out.
        """
        # What every login may read; a command that works as one tier has no other's password.
        asks = Tier.OFFICE if Tier.OFFICE in self._limits else min(self._limits)
        connection = await come_in(self._address, asks.login, timeout=WAIT_SECONDS, server_settings=dict(STEADY))
        try:
            await _check_logins(connection)
            for login, names in (await own_settings(connection)).items():
                logger.warning(
                    "A login carries settings of its own.", extra={"fields": {"login": login, "settings": names}}
                )
            self.is_distributed = await connection.fetchval(IS_DISTRIBUTED)
            room = int(await connection.fetchval("SELECT current_setting('max_connections')::int"))
        finally:
            await connection.close()
        watch = 0 if self.replica is None else WATCH_CONNECTIONS
        wanted = workers * (LISTENER_CONNECTIONS + watch + sum(limits.connections for limits in self._limits.values()))
        if wanted > room - RESERVED_CONNECTIONS:
            raise ConnectionsError(
                f"{workers} workers would open up to {wanted} connections; the server allows {room}, of which "
                f"{RESERVED_CONNECTIONS} stay free.",
                "Start fewer workers, or raise max_connections.",
            )
        if self.replica is not None:
            its = workers * (watch + sum(self._limits[tier].connections for tier in REPLICA_TIERS))
            await self.replica.check(its, RESERVED_CONNECTIONS)

    def pools(self) -> list[tuple[str, Tier, Pool, SharedReads]]:
        """What is open: of which server, the tier, its connections and the reads on them."""
        followers = [] if self.replica is None else [("replica", *self.replica.opened)]
        servers = [("primary", self._pools, self._shared), *followers]
        return [(server, tier, pools[tier], shared[tier]) for server, pools, shared in servers for tier in pools]

    async def ready(self) -> bool:
        """Whether the database answers now."""
        try:
            async with self._pools[Tier.OFFICE].lane() as lane:
                return bool(await lane.connection.fetchval("SELECT true"))
        except KeyError:
            return False
        except DRIVER_FAULTS as fault:
            CAUSES.note(Tier.OFFICE, fault)
            return False

    async def mark(self) -> str:
        """What the database says of its schema: the comment of the table of versions; `NO_TABLES` where none are there.

        Raises:
            OSError: nobody answers, or not in time.
            PostgresError: the server lets nobody in.
            InterfaceError: the pools are closed.
        """
        return await self._told(marked)

    async def orders(self) -> dict[str, str | None]:
        """By country, how what its names are ordered by was made. It raises what `mark` does."""
        return await self._told(ordered)

    async def packs(self) -> str | None:
        """The digest of the packs that its rules were written from. It raises what `mark` does."""
        return await self._told(packs_held)

    async def _told(self, look: Callable[[Connection], Awaitable[_T]]) -> _T:
        pool = self._pools.get(Tier.OFFICE)
        if pool is None:
            raise ConnectionError
        async with pool.lane() as lane:
            return await look(lane.connection)

    async def nodes_away(self) -> tuple[str, ...]:
        """The nodes of a cluster that cannot be reached now, as `host:port`; none where the server is alone.

        Raises:
            OSError, PostgresError, InterfaceError: as `mark`.
        """
        return await self._told(nodes_away) if Tier.OFFICE in self._pools and self.is_distributed else ()

    async def check_logins(self) -> None:
        """Look once more at what the logins may do.

        Raises:
            TenancyError: one was given more than it may have.
            OSError, PostgresError, InterfaceError: as `mark`.
        """
        await self._told(_check_logins)

    def transaction(self, caller: Caller) -> AbstractAsyncContextManager[Lane]:
        """A read-only transaction of the caller's tier, in the caller's scope; ended when the block ends.

        Raises:
            ConnectionError: the pools are not open.
        """
        return self._begun(caller, BEGIN)

    def snapshot(self, caller: Caller) -> AbstractAsyncContextManager[Lane]:
        """As `transaction`, and all its statements see the database as it was at the first."""
        return self._begun(caller, BEGIN_SNAPSHOT)

    def writing(self, caller: Caller) -> AbstractAsyncContextManager[Lane]:
        """A transaction that writes, in the caller's scope; committed when the block ends, undone when it fails.

        Raises:
            ConnectionError: the pools are not open.
        """
        return self._begun(caller, BEGIN_WRITE)

    @asynccontextmanager
    async def _begun(self, caller: Caller, begin: str) -> AsyncIterator[Lane]:
        pool = self._pools.get(caller.tier)
        if pool is None:
            raise ConnectionError
        async with pool.lane(caller.share) as lane, in_scope(lane, caller.scope, begin):
            yield lane

    def read_row(
        self, caller: Caller, text: str, values: Sequence[object]
    ) -> Coroutine[Any, Any, asyncpg.Record | None]:
        """Run one statement in the caller's scope and return its one row; who waits for the same scope shares.

        It is no coroutine itself, but hands out the one that waits: each costs something whenever it is taken up again.

        Raises:
            ConnectionError: the pools are not open.
            TimeoutError: no connection was free for too long.
        """
        shared = self._shared.get(caller.tier)
        if shared is None:
            raise ConnectionError
        if self.replica is not None and caller.tier in REPLICA_TIERS:
            return self._read_replica(self.replica, shared, caller, text, values)
        return shared.read_row(caller, text, values)

    @staticmethod
    async def _read_replica(
        replica: Replica, shared: SharedReads, caller: Caller, text: str, values: Sequence[object]
    ) -> asyncpg.Record | None:
        with suppress(ReplicaAway):
            return await replica.read_row(caller, text, values)
        return await shared.read_row(caller, text, values)


def _as_is(value: bytes) -> bytes:
    return value


async def _check_logins(connection: Connection) -> None:
    found = await powers(connection)
    if found is not None:
        fault, logins = found
        raise TenancyError(
            f"A login that serves requests {fault}: {', '.join(logins)}.",
            "Take that right away; only hearth_owner owns tables and only hearth_operator sees past row security.",
        )

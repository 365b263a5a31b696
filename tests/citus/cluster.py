"""A database on every node of the cluster that HEARTH_CITUS_URL names: made, copied, distributed.

What the URL names is only asked where the nodes are. Its login must be a superuser, who comes in on each node as on the
coordinator.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from countries.connections.address import Address
from countries.tenancy.logins import ensure_logins
from countries.tenancy.privileges import close_databases

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"

URL = os.environ.get("HEARTH_CITUS_URL") or None
KEPT = os.environ.get("HEARTH_CITUS_KEPT")
"""Whether the templates of an earlier run are good enough: they take a minute to make."""
TRIES = 20
PAUSE = 0.1
NODES = "SELECT nodename, nodeport, groupid FROM pg_dist_node ORDER BY groupid"
QUIET = """
SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()
"""


class Cluster:
    """The coordinator and its workers.

    Args:
        url: of a database of the coordinator that has Citus, with a superuser's login.
    """

    def __init__(self, url: str) -> None:
        self.coordinator = Address(url)
        self.login = self.coordinator.login or "postgres"
        self.nodes: Sequence[Address] = ()
        self._copied: set[str] = set()

    async def look(self) -> None:
        """Ask where the nodes are, the coordinator first."""
        connection = await self.connect(self.coordinator)
        rows = await connection.fetch(NODES)
        await connection.close()
        workers = [self._at(f"{row['nodename']}:{row['nodeport']}") for row in rows if row["groupid"]]
        self.nodes = (self.coordinator, *workers)

    def _at(self, place: str) -> Address:
        parts = urlsplit(self.coordinator.dsn)
        who, at, _ = parts.netloc.rpartition("@")
        return replace(self.coordinator, dsn=urlunsplit(parts._replace(netloc=f"{who}{at}{place}")))

    async def connect(self, address: Address) -> Connection:
        """A superuser's connection."""
        return await asyncpg.connect(**address.connect_arguments(self.login), statement_cache_size=0)

    async def drop(self, name: str) -> None:
        """Drop a database on every node, where it is there."""
        for node in self.nodes:
            connection = await self.connect(node.with_database("postgres"))
            await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            await connection.close()

    async def make(self, name: str) -> Address:
        """An empty database on every node, one cluster."""
        await self.drop(name)
        for node in self.nodes:
            connection = await self.connect(node.with_database("postgres"))
            await ensure_logins(connection, self.coordinator.passwords)
            await connection.execute(f'CREATE DATABASE "{name}"')
            await connection.close()
            connection = await self.connect(node.with_database(name))
            await connection.execute("CREATE EXTENSION citus")
            await connection.close()
        made = self.coordinator.with_database(name)
        connection = await self.connect(made)
        first, *others = [urlsplit(node.dsn) for node in self.nodes]
        await connection.fetchval(
            "SELECT citus_set_coordinator_host($1::text, $2::int)", first.hostname, first.port or 5432
        )
        for each in others:
            await connection.fetchval("SELECT citus_add_node($1::text, $2::int)", each.hostname, each.port or 5432)
        await connection.close()
        return made

    async def leave(self) -> None:
        """Drop what this process copied."""
        for name in self._copied:
            await self.drop(name)

    async def copy(self, template: str, name: str, *, to_stay: bool = False) -> Address:
        """A copy of a database, on every node: its files, and so whatever Citus knows of it."""
        await self.drop(name)
        if not to_stay:
            self._copied.add(name)
        for node in self.nodes:
            await self._copy_at(node, template, name)
        return self.coordinator.with_database(name)

    async def _copy_at(self, node: Address, template: str, name: str) -> None:
        connection = await self.connect(node.with_database("postgres"))
        try:
            for left in reversed(range(TRIES)):
                # Citus keeps a process in every database that anybody came into.
                await connection.fetchval(QUIET, template)
                try:
                    await connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
                    break
                except asyncpg.ObjectInUseError:
                    if not left:
                        raise
                    await asyncio.sleep(PAUSE)
            await close_databases(connection, name)
        finally:
            await connection.close()


@dataclass(frozen=True, repr=False)
class ClusterServer(Address):
    """Where a cluster's coordinator is; copies of its databases are made on every node."""

    cluster: Cluster = field(default_factory=lambda: Cluster(""), compare=False)


async def cluster_server(url: str, make: Callable[[Cluster], Awaitable[None]] | None) -> ClusterServer:
    """The cluster, with the templates of this run.

    Args:
        url: as of `Cluster`.
        make: makes them; none where they are there.
    """
    cluster = Cluster(url)
    await cluster.look()
    if make is not None:
        await make(cluster)
    return ClusterServer(cluster.coordinator.dsn, cluster.coordinator.passwords, cluster)

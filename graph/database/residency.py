"""Which node of a Citus cluster holds a country's rows, and the way from one node to another: `hearth places`, `place`.

A country's law may ask that its children's records stay on a machine of its own. A country is therefore first given
shards in which no other country has rows (Citus: tenant isolation), then those shards go to the node, all tables at
once: they are co-located, and move as one. While it is given shards its writes wait. As it moves it is written to where
every server lets Citus read its log (`wal_level`, `output_plugin_libraries`); else its writes wait, and whoever asked
is told before.

A period that is being closed reads every country's rows in one transaction: nothing moves until it has ended, and none
begins while something moves. Both take one advisory lock on the coordinator.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from countries.connections.figures import CLOSING
from graph.database.citus import check_cluster, connect, explained
from graph.database.citus_plan import DISTRIBUTED, DistributionError, wanted_placements

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from countries.connections.address import Address
    from countries.register.register import Register
    from graph.database.citus import Connection

NODES = """
SELECT nodeid AS id, nodename AS host, nodeport AS port, isactive AND shouldhaveshards AS holds
FROM pg_dist_node WHERE noderole = 'primary' AND isactive ORDER BY groupid
"""
SHARDS = """
SELECT c.code, s.shardid AS shard, s.shardminvalue = s.shardmaxvalue AS alone, n.nodeid AS node
FROM unnest($1::text[]) AS c (code),
  LATERAL (SELECT get_shard_id_for_distribution_column($2::text::regclass, c.code) AS id OFFSET 0) AS found
  JOIN pg_dist_shard s ON s.shardid = found.id
  JOIN pg_dist_placement p ON p.shardid = s.shardid
  JOIN pg_dist_node n ON n.groupid = p.groupid AND n.noderole = 'primary'
ORDER BY c.code
"""
"""Of each country one table's shard tells: all tables are co-located."""
ONLINE_ON = """
SELECT bool_and(success AND result = 't') FROM run_command_on_all_nodes($$
  SELECT current_setting('wal_level') = 'logical'
    AND coalesce('citus' = ANY (string_to_array(replace(plugins, ' ', ''), ',')), true)
  FROM current_setting('output_plugin_libraries', true) AS plugins $$)
"""
"""PostgreSQL of late lets only libraries that it is told of read its log; before, there was no such list."""
WOULD_BE_ONLINE = "wal_level = logical and, where it knows the setting, citus among its output_plugin_libraries"
ISOLATE = (
    "SELECT isolate_tenant_to_new_shard($1::text::regclass, $2::text, 'CASCADE', $3::text::citus.shard_transfer_mode)"
)
MOVE = """
SELECT citus_move_shard_placement($1, $2, $3, $4, $5, shard_transfer_mode => $6::text::citus.shard_transfer_mode)
"""
CLEAN = "CALL citus_cleanup_orphaned_resources()"
LOCK, UNLOCK = "SELECT pg_try_advisory_lock($1)", "SELECT pg_advisory_unlock($1)"

ONLINE, BLOCKING = "auto", "block_writes"
"""A split that lets rows be written meanwhile does not end in Citus 14.0.1 where one of them is changed."""


@dataclass(frozen=True, slots=True)
class Node:
    """A machine of the cluster: Citus's number, where it is, and whether it holds rows of countries."""

    id: int
    host: str
    port: int
    holds: bool

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Residence:
    """Where a country's rows are.

    Attributes:
        country: its ISO code.
        node: the node that holds them.
        shard: the shard of one table, which tells where all are.
        alone: whether no other country has rows in its shards.
    """

    country: str
    node: Node
    shard: int
    alone: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """What `place` did.

    Attributes:
        country: its ISO code.
        node: the node that holds its rows now.
        isolated: whether it was given shards of its own.
        moved_from: the node that held its rows before; none if it was there already.
    """

    country: str
    node: Node
    isolated: bool
    moved_from: Node | None

    def __str__(self) -> str:
        if self.moved_from is None:
            own = " It has shards of its own now." if self.isolated else ""
            return f"{self.country} is on {self.node} already.{own}"
        return f"{self.country} is on {self.node}, in shards of its own; {self.moved_from} gave its copy up."


async def places(address: Address, login: str, register: Register) -> tuple[tuple[Node, ...], tuple[Residence, ...]]:
    """The nodes of a cluster, and where each country's rows are.

    Args:
        address: the coordinator's database.
        login: the login that owns the tables.
        register: the countries.

    Raises:
        DistributionError: there is no Citus, or the tables have not been distributed.
    """
    connection = await connect(address, login)
    try:
        await check_cluster(connection)
        nodes = await _nodes(connection)
        return nodes, await _residences(connection, nodes, list(register.codes))
    finally:
        await connection.close()


async def place(
    address: Address, login: str, register: Register, country: str, node: str, *, tell: Callable[[str], Any]
) -> Placed:
    """Give a country shards of its own, and bring them to a node.

    Args:
        address: the coordinator's database.
        login: the login that owns the tables; Citus lets a superuser alone move shards.
        register: the countries.
        country: an ISO code.
        node: `host:port`, or `host` where one node has it.
        tell: hears of each step before it is taken.

    Raises:
        DistributionError: the country or the node is unknown, a period is being closed, or Citus refuses a step. What
            an interruption leaves behind is found by the next call, and the country is whole on one node throughout.
    """
    code = country.strip().upper()
    if code not in register:
        raise DistributionError(f"The register has no country {country}.", "Give an ISO code, as BE.")
    connection = await connect(address, login)
    try:
        await check_cluster(connection)
        async with _nothing_is_closed(connection):
            return await _place(connection, code, await _named(connection, node), tell)
    finally:
        await connection.close()


async def _place(connection: Connection, code: str, there: Node, tell: Callable[[str], Any]) -> Placed:
    nodes = await _nodes(connection)
    (residence,) = await _residences(connection, nodes, [code])
    if residence.alone and residence.node == there:
        return Placed(code, there, isolated=False, moved_from=None)
    isolated = not residence.alone
    if isolated:
        tell(f"{code}: gets shards of its own on {residence.node}; writes there wait for the seconds that it takes")
        with explained(f"giving {code} shards of its own"):
            await connection.fetchval(ISOLATE, _any_table(), code, BLOCKING)
        (residence,) = await _residences(connection, nodes, [code])
    if residence.node == there:
        await _clean(connection, tell)
        return Placed(code, there, isolated=isolated, moved_from=None)
    here = residence.node
    tell(f"{code}: goes from {here} to {there}")
    with explained("reading how the servers log"):
        mode = ONLINE if await connection.fetchval(ONLINE_ON) else BLOCKING
    if mode == BLOCKING:
        tell(f"{code}: its writes wait meanwhile; they need not where every server has {WOULD_BE_ONLINE}")
    with explained(f"moving {code} to {there}"):
        await connection.fetchval(MOVE, residence.shard, here.host, here.port, there.host, there.port, mode)
    await _clean(connection, tell)
    return Placed(code, there, isolated=isolated, moved_from=here)


async def _clean(connection: Connection, tell: Callable[[str], Any]) -> None:
    """Drop at once what Citus would drop within a while: rows that moved away may not stay behind."""
    tell("what was left behind goes")
    with explained("dropping what was left behind"):
        await connection.execute(CLEAN)


async def _nodes(connection: Connection) -> tuple[Node, ...]:
    with explained("reading the nodes"):
        return tuple(Node(**dict(row)) for row in await connection.fetch(NODES))


async def _named(connection: Connection, name: str) -> Node:
    """The node that somebody named.

    Raises:
        DistributionError: there is none, or there are several, or it is not meant to hold rows.
    """
    nodes = await _nodes(connection)
    found = [node for node in nodes if name in (str(node), node.host)]
    listed = ", ".join(str(node) for node in nodes if node.holds)
    if len(found) != 1:
        several = "several nodes" if found else "no node"
        raise DistributionError(f"The cluster has {several} called {name}.", f"Name one of {listed}.")
    if not found[0].holds:
        raise DistributionError(f"{found[0]} holds no rows of countries.", f"Name one of {listed}.")
    return found[0]


async def _residences(connection: Connection, nodes: Sequence[Node], codes: list[str]) -> tuple[Residence, ...]:
    by_id = {node.id: node for node in nodes}
    with explained("reading where countries are"):
        rows = await connection.fetch(SHARDS, codes, _any_table())
    return tuple(Residence(row["code"], by_id[row["node"]], row["shard"], row["alone"]) for row in rows)


def _any_table() -> str:
    """The first distributed table by name: all others are beside it."""
    return min(name for name, kind in wanted_placements().items() if kind == DISTRIBUTED)


@asynccontextmanager
async def _nothing_is_closed(connection: Connection) -> AsyncIterator[None]:
    """Keep closings from beginning.

    Raises:
        DistributionError: one goes on, or another country is being moved.
    """
    if not await connection.fetchval(LOCK, CLOSING):
        raise DistributionError(
            "A period is being closed, or a country moved.", "Wait until that has ended, then place the country again."
        )
    try:
        yield
    finally:
        if not connection.is_closed():
            await connection.fetchval(UNLOCK, CLOSING)


def listed(nodes: Sequence[Node], residences: Sequence[Residence]) -> list[str]:
    """What `hearth places` prints: a line a node, then its countries, those with shards of their own first."""
    lines = []
    for node in nodes:
        own = [residence.country for residence in residences if residence.node == node and residence.alone]
        shared = [residence.country for residence in residences if residence.node == node and not residence.alone]
        lines.append(f"{node}" if node.holds else f"{node}  holds no rows of countries")
        lines += [f"  in shards of their own: {' '.join(own)}"] if own else []
        lines += [f"  in shared shards: {' '.join(shared)}"] if shared else []
    return lines

"""`hearth distribute`: the plan of `graph.database.citus_plan` carried out on the coordinator of a Citus cluster.

All steps are one transaction: whoever interrupts it finds everything as it was. Only afterwards are the coordinator's
own copies emptied; what an interruption left of them is found by the next call.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import asyncpg

from countries.connections.address import Address
from countries.tenancy.logins import OWNER
from countries.tenancy.privileges import closing_command
from graph.database.citus_catalogue import read_grants, read_tables
from graph.database.citus_plan import (
    DISTRIBUTED,
    KEY,
    DistributionError,
    DistributionPlan,
    Step,
    plan_distribution,
    wanted_placements,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from graph.settings.settings import Settings

    Connection = asyncpg.Connection[asyncpg.Record]

CONNECT_SECONDS = 10.0
SESSION = {
    "application_name": "hearth distribute",
    "search_path": "public",
    # Whoever ends the command ends what the coordinator does for it.
    "client_connection_check_interval": "1s",
}
LOCK_TIMEOUT = "SET LOCAL lock_timeout = '10s'"
ADVISORY_LOCK = 4_851_132_790_112_519
"""One distribution at a time in a database; the number means nothing."""

# One connection a node for the whole transaction: a key to a table that every node holds is refused otherwise.
ONE_CONNECTION = "SET LOCAL citus.multi_shard_modify_mode = 'sequential'"

INSTALLED = "SELECT 1 FROM pg_extension WHERE extname = 'citus'"
NODES = """
SELECT citus_is_coordinator() AS coordinator,
  (SELECT count(*) FROM pg_dist_node WHERE isactive AND shouldhaveshards) AS nodes
"""
PLACED = """
SELECT c.relname AS name, t.citus_table_type AS kind, t.distribution_column AS key
FROM citus_tables t JOIN pg_class c ON c.oid = t.table_name
WHERE c.relname = ANY ($1) AND t.citus_table_type <> 'local'
"""
ON_NODES = "SELECT nodename || ':' || nodeport AS node, success FROM run_command_on_workers($1)"
EMPTY = "SELECT truncate_local_data_after_distributing_table($1::text::regclass)"


@dataclass(frozen=True, slots=True)
class Distribution:
    """What was done.

    Attributes:
        plan: what was left to do.
        nodes: how many nodes hold rows.
        taken: whether the steps were taken, or only told.
        emptied: the tables whose copies the coordinator then gave up.
    """

    plan: DistributionPlan
    nodes: int
    taken: bool
    emptied: tuple[str, ...]

    def __str__(self) -> str:
        if not self.plan.steps and not self.emptied:
            return "Everything is in its place already; nothing to do."
        if not self.taken:
            return f"{len(self.plan.steps)} steps; nothing was changed."
        return (
            f"{len(self.plan.distributed)} tables are spread by {KEY} over {self.nodes} nodes, "
            f"{len(self.plan.references)} are on every node, {len(self.plan.keys)} foreign keys are as before; "
            f"the coordinator gave up its own copy of {len(self.emptied)}."
        )


async def distribute(
    address: Address, login: str, *, tell: Callable[[str], Any], dry_run: bool = False
) -> Distribution:
    """Bring every table to its place; a second call finds nothing to do.

    Args:
        address: the coordinator's database.
        login: the login that owns the tables.
        tell: hears of each step before it is taken.
        dry_run: whether to tell the steps and take none.

    Raises:
        DistributionError: there is no Citus, or it refuses a step; everything is as it was.
    """
    connection = await connect(address, login)
    try:
        nodes = await check_cluster(connection)
        wanted = wanted_placements()
        plan = await _move(connection, wanted, tell, dry_run=dry_run)
        emptied = () if dry_run else await _empty(connection, wanted, tell)
        if not dry_run:
            await _close_nodes(connection)
    finally:
        await connection.close()
    return Distribution(plan, nodes, not dry_run, emptied)


async def connect(address: Address, login: str) -> Connection:
    """The coordinator, as the owner of the tables.

    Raises:
        DistributionError: it cannot be reached.
    """
    try:
        return await asyncpg.connect(
            **address.connect_arguments(login),
            timeout=CONNECT_SECONDS,
            statement_cache_size=0,
            server_settings=SESSION,
        )
    except (OSError, TimeoutError) as error:
        raise DistributionError(
            "The coordinator cannot be reached.", "Check HEARTH_CITUS_URL and that it runs."
        ) from error


async def _move(
    connection: Connection, wanted: Mapping[str, str], tell: Callable[[str], Any], *, dry_run: bool
) -> DistributionPlan:
    with explained("the transaction"):
        async with connection.transaction():
            await connection.fetchval("SELECT pg_advisory_xact_lock($1)", ADVISORY_LOCK)
            tables, keys = await read_tables(connection, wanted, await _placed(connection, wanted))
            plan = plan_distribution(tables, keys, await read_grants(connection, wanted))
            if plan.steps and not dry_run:
                await connection.execute(LOCK_TIMEOUT)
                await connection.execute(ONE_CONNECTION)
            for step in plan.steps:
                tell(step.says)
                if not dry_run:
                    await take(connection, step)
    return plan


async def take(connection: Connection, step: Step) -> None:
    """Run one step.

    Raises:
        DistributionError: the server refuses it.
    """
    with explained(step.says):
        if step.arguments:
            await connection.fetchval(step.statement, *step.arguments)
        else:
            await connection.execute(step.statement)


async def _empty(connection: Connection, wanted: Mapping[str, str], tell: Callable[[str], Any]) -> tuple[str, ...]:
    """Give up the rows that the coordinator kept for itself: they are on the nodes, and may not stay here."""
    tables, _ = await read_tables(connection, wanted, {})
    filled = tuple(name for name in sorted(tables) if tables[name].filled)
    for name in filled:
        tell(f"{name}: the coordinator's own copy goes")
        await take(connection, Step(f"emptying the coordinator's copy of {name}", EMPTY, (name,)))
    return filled


async def _close_nodes(connection: Connection) -> None:
    """Take from everybody on the nodes what the migration took on the coordinator: no statement carries it there.

    Raises:
        DistributionError: a node refuses it.
    """
    with explained("closing the nodes"):
        own = await connection.fetchval("SELECT current_database()")
        rows = await connection.fetch(ON_NODES, closing_command(own))
    for row in rows:
        if not row["success"]:
            raise DistributionError(
                f"{row['node']} refuses to close what PostgreSQL lets every login do.",
                "Distribute as a superuser, who may do that on every node.",
            )


async def _placed(connection: Connection, wanted: Mapping[str, str]) -> dict[str, str]:
    rows = await connection.fetch(PLACED, list(wanted))
    return {
        row["name"]: row["kind"] if row["kind"] != DISTRIBUTED or row["key"] == KEY else f"by {row['key']} distributed"
        for row in rows
    }


async def check_cluster(connection: Connection) -> int:
    """Make sure that this is the coordinator of a cluster; how many nodes hold rows.

    Raises:
        DistributionError: it is something else, or nothing could hold a row.
    """
    if not await connection.fetchval(INSTALLED):
        raise DistributionError(
            "This database has no Citus.",
            "Name the coordinator's database in HEARTH_CITUS_URL, and let a superuser CREATE EXTENSION citus there.",
        )
    found = await connection.fetchrow(NODES)
    if found is None or not found["coordinator"]:
        raise DistributionError("This is a worker of Citus.", "Name the coordinator in HEARTH_CITUS_URL.")
    if not found["nodes"]:
        raise DistributionError(
            "The coordinator knows no node that could hold rows.",
            "Let a superuser SELECT citus_set_coordinator_host('…'), then citus_add_node('…', 5432) for each worker.",
        )
    return int(found["nodes"])


@contextmanager
def explained(says: str) -> Iterator[None]:
    """Turn what the server refuses into a sentence; its messages name tables and constraints, never a row's values."""
    try:
        yield
    except asyncpg.LockNotAvailableError as error:
        raise DistributionError(
            f"Somebody works in the tables ({says}).", "Stop the servers of this database, then distribute again."
        ) from error
    except asyncpg.PostgresError as error:
        raise DistributionError(
            f"The server refuses ({says}): {_first_line(error)}.",
            "Nothing is half done: mend that and distribute again.",
        ) from error


def citus_address(settings: Settings) -> tuple[Address, str]:
    """Where the coordinator is, and the login that owns the tables there.

    Raises:
        DistributionError: the settings do not say.
    """
    if settings.citus_url is None:
        raise DistributionError(
            "Nothing says where Citus is.", "Set HEARTH_CITUS_URL to the URL of the coordinator's database."
        )
    address = Address(settings.citus_url, settings.database_passwords)
    return address, address.login or OWNER


def _first_line(error: asyncpg.PostgresError) -> str:
    """What a server says in a sentence; what a node said to it comes behind, on lines of its own."""
    said = str(error.args[0]) if error.args else type(error).__name__
    return said.splitlines()[0].rstrip(".?! ")

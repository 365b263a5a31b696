"""One PostgreSQL becomes a cluster: all of the steps, on a real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import asyncpg

from countries.connections.sessions import PLANNED_BY_COUNTRY
from countries.connections.transaction import SCOPE
from graph.database.citus import distribute
from graph.database.citus_catalogue import read_grants
from graph.database.citus_plan import DISTRIBUTED, wanted_placements
from graph.database.migrate import migrate
from graph.demo import seed
from tests.conftest import NOW

if TYPE_CHECKING:
    from countries.connections.address import Address
    from countries.register.register import Register
    from tests.citus.cluster import ClusterServer

KEYS = "SELECT conname FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace"
LEFT = "SELECT coalesce(sum(pg_relation_size(oid)), 0) FROM pg_class WHERE relname = ANY ($1)"
OPEN = """
SELECT result FROM run_command_on_all_nodes($$
  SELECT bool_or(has_function_privilege('hearth_office', p.oid, 'EXECUTE'))::text FROM pg_proc p
  WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname ~ '^(lo_.*|pg_notify|pg_terminate_backend)$' $$)
"""
GIVES = (
    "INSERT INTO community_partner (country_code, name, kind) VALUES ('BE', 'Club', 'SPORTS_CLUB') RETURNING version"
)


async def test_a_filled_database_is_distributed_once(server: ClusterServer, worker: str, register: Register) -> None:
    """Every table goes to its place with rows and keys, and leaves the coordinator; all again finds nothing to do."""
    cluster = server.cluster
    address = await cluster.make(f"distributing_{worker}")
    await migrate(address, cluster.login, register)
    await seed(address, register, ("BE", "KE"), 10, 7, today=NOW.date())
    connection = await cluster.connect(address)
    try:
        keys = {row[0] for row in await connection.fetch(KEYS)}
        children = await connection.fetchval("SELECT count(*) FROM child")
        done = await distribute(address, cluster.login, tell=lambda _: None)
        again = await distribute(address, cluster.login, tell=lambda _: None)
        placed = await connection.fetch("SELECT table_name::text, citus_table_type FROM citus_tables")

        assert {row[0]: row[1] for row in placed} == wanted_placements()
        assert done.nodes > 0
        assert (again.plan.steps, again.emptied) == ((), ())
        assert {row[0] for row in await connection.fetch(KEYS)} >= keys
        assert await connection.fetchval("SELECT count(*) FROM child") == children == 20
        spread = [name for name, kind in wanted_placements().items() if kind == DISTRIBUTED]
        assert await connection.fetchval(LEFT, spread) == 0
        assert await read_grants(connection, wanted_placements()) == ()
        assert {row["result"] for row in await connection.fetch(OPEN)} == {"false"}
    finally:
        await connection.close()
        await cluster.drop(f"distributing_{worker}")


async def test_an_office_gives_a_row_its_defaults(world: Address) -> None:
    """What a login adds reaches its node with the defaults that the coordinator gave it."""
    connection = await asyncpg.connect(
        **world.connect_arguments("hearth_office"), server_settings=dict(PLANNED_BY_COUNTRY)
    )
    transaction = connection.transaction()
    await transaction.start()
    try:
        await connection.fetchval(SCOPE, "BE", "", "")
        assert await connection.fetchval(GIVES) == 1
    finally:
        await transaction.rollback()
        await connection.close()

"""The options for three brothers and sisters in a country of 20,000 children and 2,000 homes, and what they cost.

    python -m benchmarks.options

It starts a PostgreSQL of its own in a folder that goes again. Times are those that EXPLAIN ANALYZE tells of the plan
that serves every caller of a tier, the least of several. The floor beside it is written by hand: it counts the homes
that have room on the day, and weighs nothing.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import orjson

from benchmarks.search import literal_of
from countries.connections.database import Database
from countries.embedded.postgres import SUPERUSER, EmbeddedPostgres, find_binaries
from countries.register.register import load_register
from countries.tenancy.caller import Caller, Tier
from countries.tenancy.logins import ALL_LOGINS, OWNER
from graph.database.migrate import make_database, migrate
from graph.demo.crew import fill_together
from graph.demo.fill import Order
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from countries.connections.address import Address

COUNTRY, CHILDREN, HOMES = "BE", 20_000, 2_000
SEED, TODAY = 1, date(2026, 11, 22)
ROUNDS = 9
DOCUMENT = """
query ($ids: [ID!]!) {
  placementOptions(childIds: $ids) {
    totalCount
    nodes {
      home { id name form } freePlaces distanceKm schoolDistanceKm siblings moves reasonsFor reasonsAgainst notKnown
    }
  }
}
"""
FEWER = (
    """
    UPDATE home SET voided_at = now(), void_reason = 'More than are wanted.' WHERE id IN (
      SELECT id FROM home ORDER BY closed_on NULLS FIRST, md5(id::text) OFFSET $1)
    """,
    """
    WITH kept AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM home WHERE voided_at IS NULL AND $1 > 0)
    UPDATE home_stay SET home_id = (SELECT kept.id FROM kept
      WHERE kept.n = 1 + ('x' || left(md5(home_stay.home_id::text), 7))::bit(28)::int % $1)
    """,
    """
    UPDATE home SET capacity = taken.taken + ('x' || left(md5(home.id::text), 7))::bit(28)::int % 5 + $1 * 0 + 1
    FROM (SELECT home_id, count(*) AS taken FROM home_stay WHERE ended_on IS NULL GROUP BY 1) taken
    WHERE taken.home_id = home.id
    """,
)
"""Fewer and larger homes than the story has: each stay is moved to one of those that are kept."""
SIBLINGS = """
SELECT child_id, array_agg(sibling_id ORDER BY sibling_id) AS others FROM sibling_bond
JOIN placement USING (country_code, child_id)
JOIN child ON child.id = sibling_bond.sibling_id AND child.died_on IS NULL AND child.voided_at IS NULL
WHERE placement.ended_on IS NULL AND sibling_bond.ended_on IS NULL
AND ($1::uuid[] IS NULL OR (sibling_bond.programme_id = ANY ($1) AND child.programme_id = ANY ($1)))
GROUP BY 1 HAVING count(*) >= 2 ORDER BY 1 LIMIT 1
"""
BY_HAND = """
SELECT count(*) FROM home LEFT JOIN (SELECT home_id, count(*) AS taken FROM home_stay
  WHERE country_code = 'BE' AND voided_at IS NULL AND started_on <= date '2026-11-22'
  AND (ended_on IS NULL OR ended_on > date '2026-11-22') GROUP BY 1) living ON living.home_id = home.id
WHERE country_code = 'BE' AND voided_at IS NULL AND opened_on <= date '2026-11-22' AND closed_on IS NULL
AND capacity - coalesce(taken, 0) >= 3
"""


async def run() -> None:
    """Fill the country, and tell of it."""
    with tempfile.TemporaryDirectory(prefix="hearth-options-", dir="/tmp") as folder:
        settings = {"fsync": "off", "shared_buffers": "512MB", "jit": "off"}
        server = EmbeddedPostgres(Path(folder) / "pg", find_binaries(None), logins=ALL_LOGINS, settings=settings)
        address = await asyncio.to_thread(server.start)
        try:
            await make_database(address.with_database("postgres"), SUPERUSER, "options")
            await _measure(address.with_database("options"))
        finally:
            await asyncio.to_thread(server.stop)


async def _measure(address: Address) -> None:
    register = load_register()
    await migrate(address, OWNER, register)
    await fill_together(address, [Order(register[COUNTRY], CHILDREN, SEED, TODAY)], 1, lambda _code, _children: None)
    superuser = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    database = Database(address)
    await database.open()
    now = datetime.combine(TODAY, datetime.min.time(), UTC).replace(hour=12)
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: now)  # noqa: SLF001 - as the server does
    try:
        await superuser.execute("SET session_replication_role = replica")
        for statement in FEWER:
            await superuser.execute(statement, HOMES)
        await superuser.execute("VACUUM (ANALYZE)")
        programmes = [row["id"] for row in await superuser.fetch(
            "SELECT programme_id AS id FROM child GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 2"
        )]  # fmt: skip
        for as_, caller in (
            ("office", Caller("oscar", Tier.OFFICE, (COUNTRY,))),
            ("caseworker", Caller("carla", Tier.CASEWORKER, (COUNTRY,), tuple(programmes))),
        ):
            row = await superuser.fetchrow(SIBLINGS, list(caller.programmes) or None)
            await _tell(engine, database, caller, as_, [row["child_id"], *row["others"][:2]])
    finally:
        await database.close()
        await superuser.close()


async def _tell(engine: Engine, database: Database, caller: Caller, as_: str, children: Sequence[UUID]) -> None:
    request = GraphQLRequest(DOCUMENT, variables={"ids": [f"Child_{COUNTRY}_{each}" for each in children]})
    body = orjson.loads((await engine.answer(request, caller)).body)
    prepared = engine.prepare(request, caller)
    if prepared.plan.statement is None:
        raise TypeError(DOCUMENT)
    async with database.transaction(caller) as lane:
        await lane.connection.execute(f"PREPARE asked AS {prepared.plan.statement.text}")
        values = [await literal_of(lane, value) for value in prepared.values]
        took = {}
        for name, statement in (("options", f"EXECUTE asked ({', '.join(values)})"), ("floor", BY_HAND)):
            times = []
            for _ in range(ROUNDS):
                (plan,) = orjson.loads(
                    await lane.connection.fetchval(f"EXPLAIN (ANALYZE, TIMING off, FORMAT JSON) {statement}")
                )
                times.append(plan["Execution Time"])
            took[name] = min(times)
    many = (body["data"]["placementOptions"] or {"totalCount": body["errors"]})["totalCount"]
    beside = f"by hand counted in {took['floor']:.1f}"
    line = f"{as_}: {many} homes with room for three in {took['options']:.1f} ms; {beside}"
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(run())

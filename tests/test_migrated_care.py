"""Times in care of a database from before: one for each chain of stays, nothing guessed."""

from __future__ import annotations

import asyncpg

from countries.connections.address import Address
from countries.tenancy.logins import OPERATOR
from tests.conftest import copy_database
from tests.test_migrations import MIGRATIONS, run_alembic

BEFORE = "202611301604"
CARE = """
SELECT child_id::text, started_on, ended_on, primary_reason, destination,
  ARRAY(SELECT p.id::text FROM placement p WHERE p.country_code = e.country_code AND p.care_episode_id = e.id
    ORDER BY 1) AS stays
FROM care_episode e WHERE voided_at IS NULL ORDER BY country_code, child_id, started_on
"""


async def test_each_chain_of_stays_is_a_time_in_care(server: Address, worker: str) -> None:
    """What the demonstration tells of care is what a migration makes of its stays; only newest reasons are told."""
    address = await copy_database(server, "world", f"care_{worker}")
    connection = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    told = await connection.fetch(CARE)
    await connection.close()
    await run_alembic(address, MIGRATIONS, BEFORE, down=True)
    await run_alembic(address, MIGRATIONS, "head")
    connection = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    made = await connection.fetch(CARE)
    await connection.close()
    days = ("child_id", "started_on", "ended_on", "destination", "stays")
    assert [[row[name] for name in days] for row in made] == [[row[name] for name in days] for row in told]
    newest = {row["child_id"]: row["primary_reason"] for row in told}
    assert {row["child_id"]: row["primary_reason"] for row in made} == newest

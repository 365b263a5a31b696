"""Homes of a database from before: each whose locality is known has its first address, and none a second one."""

from __future__ import annotations

import asyncpg

from countries.connections.address import Address
from countries.embedded.postgres_cluster import SUPERUSER
from tests.conftest import copy_database
from tests.test_migrations import MIGRATIONS, run_alembic

BEFORE = "202611301844"
FORGET = "DELETE FROM home_address WHERE right(home_id::text, 1) >= '8'"
UNKNOWN = """
UPDATE home SET locality = NULL
WHERE id = (SELECT id FROM home WHERE right(id::text, 1) >= '8' ORDER BY id DESC LIMIT 1) RETURNING id
"""
ADDRESSES = """
SELECT h.id::text, h.opened_on, h.closed_on, h.locality, a.locality AS said, a.started_on, a.ended_on
FROM home h LEFT JOIN home_address a ON a.country_code = h.country_code AND a.home_id = h.id
WHERE h.voided_at IS NULL ORDER BY h.country_code, h.id, a.started_on
"""


async def test_where_a_home_was_is_known_from_its_first_day(server: Address, worker: str) -> None:
    """One address from its opening to its closing, where there was none; the others stay as they are."""
    address = await copy_database(server, "world", f"homes_{worker}")
    connection = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    kept = [tuple(row) for row in await connection.fetch(ADDRESSES) if row["id"][-1] < "8"]
    await connection.execute(FORGET)
    nowhere = str(await connection.fetchval(UNKNOWN))
    await connection.close()
    await run_alembic(address, MIGRATIONS, BEFORE, down=True)
    await run_alembic(address, MIGRATIONS, "head")
    connection = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    found = await connection.fetch(ADDRESSES)
    await connection.close()
    assert [tuple(row) for row in found if row["id"][-1] < "8"] == kept
    made = [row for row in found if row["id"][-1] >= "8"]
    assert made
    for row in made:
        where = (row["locality"], row["opened_on"], row["closed_on"])
        known = row["id"] != nowhere
        assert (row["said"], row["started_on"], row["ended_on"]) == (where if known else (None, None, None))


WITH_TEXTS = "202611302007"
SAY = """
UPDATE home SET languages = ARRAY['nl', 'fr', 'de'] WHERE id = (SELECT id FROM home ORDER BY id LIMIT 1) RETURNING id
"""
ENTRY = """
INSERT INTO history_sensitive
  (country_code, type, row_id, version, programme_id, issuer, subject, operation, before, after)
SELECT country_code, 'Home', id, 7, programme_id, 'test', 'test', 'updateHome',
  '{"languages": ["nl"], "agesTo": 4}', '{"languages": ["nl", "fr", "de"], "agesTo": 5}' FROM home WHERE id = $1
"""
TOLD = "SELECT before::text, after::text FROM history_sensitive WHERE row_id = $1 AND version = 7"


async def test_languages_that_were_one_text_are_a_list(server: Address, worker: str) -> None:
    """In the row and in its history, down to a text and up again; commas that people wrote are none."""
    address = await copy_database(server, "world", f"languages_{worker}")
    connection = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    home = await connection.fetchval(SAY)
    await connection.execute(ENTRY, home)
    (before,) = await connection.fetch(TOLD, home)
    await connection.close()
    await run_alembic(address, MIGRATIONS, WITH_TEXTS, down=True)
    connection = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    assert await connection.fetchval("SELECT languages FROM home WHERE id = $1", home) == "nl fr de"
    texts = await connection.fetchrow(TOLD, home)
    await connection.execute("UPDATE home SET languages = 'nl, fr;  de' WHERE id = $1", home)
    await connection.close()
    assert texts is not None
    assert '"nl fr de"' in texts["after"]
    await run_alembic(address, MIGRATIONS, "head")
    connection = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    assert await connection.fetchval("SELECT languages FROM home WHERE id = $1", home) == ["nl", "fr", "de"]
    assert await connection.fetch(TOLD, home) == [before]
    await connection.close()

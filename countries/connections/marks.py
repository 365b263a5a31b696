"""What a database says of itself: its schema in a comment, how its names are ordered, whence its rules were written.

What it means is known above (`graph/database/revisions.py`, `graph/collation.py`): here it is text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from countries.connections.pool import Connection

NO_TABLES = ""
"""What stands in place of a mark where there are no tables to carry one."""
MARKED = """
SELECT CASE WHEN to_regclass('public.country') IS NULL THEN '' ELSE coalesce(
  (SELECT description FROM pg_description WHERE classoid = 'pg_class'::regclass AND objsubid = 0
    AND objoid = to_regclass('public.hearth_migration')), 'none') END
"""
ORDERED = "SELECT code, keys FROM text_rules"
PACKS = "SELECT digest FROM pack_digest WHERE name = 'rules'"


async def marked(connection: Connection) -> str:
    """The comment of the table of versions; `NO_TABLES` where none are there, `none` where it has none."""
    return str(await connection.fetchval(MARKED))


async def ordered(connection: Connection) -> dict[str, str | None]:
    """By country, how what its names are ordered by was made; None where rows lack it."""
    return {row["code"]: row["keys"] for row in await connection.fetch(ORDERED)}


async def packs_held(connection: Connection) -> str | None:
    """The digest of the packs that rules were written from; none where none were."""
    digest: str | None = await connection.fetchval(PACKS)
    return digest

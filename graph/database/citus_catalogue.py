"""What the catalogue says that a distribution has to know: tables, foreign keys, and rights that logins lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.database.citus_plan import DistributionError, ForeignKey, Grant, PlacedTable

if TYPE_CHECKING:
    from collections.abc import Mapping

    import asyncpg

    Connection = asyncpg.Connection[asyncpg.Record]

TABLES = """
SELECT c.relname AS name, c.relforcerowsecurity AS forced, pg_relation_size(c.oid) > 0 AS filled,
  format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', c.oid::regclass) AS lift,
  format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', c.oid::regclass) AS force
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname = ANY ($1)
ORDER BY c.relname
"""
FOREIGN_KEYS = """
SELECT k.conname AS name, c.relname AS near, f.relname AS far,
  format('ALTER TABLE %s DROP CONSTRAINT %I', c.oid::regclass, k.conname) AS drop,
  format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.oid::regclass, k.conname, pg_get_constraintdef(k.oid)) AS add
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1) AND f.relname = ANY ($1)
ORDER BY k.conperiod, c.relname, k.conname
"""
"""Keys over periods come last: they lean on the others' tables being in place."""

# The coordinator writes a row's defaults into what it sends to a node: there it is the login that gives them.
GRANTS = """
WITH gives AS (
  SELECT DISTINCT a.attrelid, g.grantee FROM pg_attribute a, aclexplode(a.attacl) AS g WHERE g.privilege_type = 'INSERT'
)
SELECT c.relname AS of, format('GRANT INSERT (%s) ON %s TO %I',
    string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), c.oid::regclass, r.rolname) AS statement
FROM gives JOIN pg_class c ON c.oid = gives.attrelid JOIN pg_roles r ON r.oid = gives.grantee
  JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1)
  AND a.attnum > 0 AND NOT a.attisdropped AND a.atthasdef AND a.attgenerated = ''
  AND NOT has_column_privilege(r.oid, c.oid, a.attnum, 'INSERT')
GROUP BY c.relname, c.oid, r.rolname ORDER BY c.relname, r.rolname
"""


async def read_tables(
    connection: Connection, wanted: Mapping[str, str], placed: Mapping[str, str]
) -> tuple[dict[str, PlacedTable], tuple[ForeignKey, ...]]:
    """The tables and foreign keys of the catalogue.

    Args:
        connection: the owner's.
        wanted: the placement that each table should have.
        placed: the placement that some have.

    Raises:
        DistributionError: a table is missing.
    """
    rows = await connection.fetch(TABLES, list(wanted))
    tables = {
        row["name"]: PlacedTable(
            row["name"],
            wanted[row["name"]],
            placed.get(row["name"]),
            row["forced"],
            row["filled"],
            row["lift"],
            row["force"],
        )
        for row in rows
    }
    if missing := sorted(set(wanted) - set(tables)):
        raise DistributionError(f"The database has no table {missing[0]}.", "Run hearth migrate first.")
    keys = await connection.fetch(FOREIGN_KEYS, list(wanted))
    return tables, tuple(ForeignKey(**dict(row)) for row in keys)


async def read_grants(connection: Connection, wanted: Mapping[str, str]) -> tuple[Grant, ...]:
    """The rights that logins which add rows still need on their defaults."""
    return tuple(Grant(row["of"], row["statement"]) for row in await connection.fetch(GRANTS, list(wanted)))

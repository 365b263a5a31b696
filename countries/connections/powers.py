"""What a login that serves requests could do beyond what it may, by its roles and by what is its own.

Whoever owns a schema or a database may drop what others have in it; the owner of a table is above its policies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.tenancy.logins import SERVER_LOGINS

if TYPE_CHECKING:
    from countries.connections.pool import Connection

TOO_MUCH = """
WITH here AS (SELECT oid FROM pg_database WHERE datname = current_database())
SELECT 'could see past row security' AS fault, rolname AS login FROM pg_roles
  WHERE rolname = ANY ($1) AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolreplication)
UNION ALL
SELECT 'owns tables', rolname FROM pg_roles r
  WHERE rolname = ANY ($1) AND EXISTS (SELECT FROM pg_class WHERE relowner = r.oid)
UNION ALL
SELECT 'owns parts of the database', rolname FROM pg_roles r
  WHERE rolname = ANY ($1) AND EXISTS (
    SELECT FROM pg_shdepend WHERE refclassid = 'pg_authid'::regclass AND refobjid = r.oid AND deptype = 'o'
      AND classid <> 'pg_class'::regclass
      AND (dbid IN (SELECT oid FROM here) OR classid = 'pg_database'::regclass AND objid IN (SELECT oid FROM here)))
UNION ALL
SELECT 'can become another', r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
  WHERE r.rolname = ANY ($1)
"""


async def powers(connection: Connection) -> tuple[str, list[str]] | None:
    """What is wrong, and with which logins, in order; nothing where each may do what it may."""
    rows = await connection.fetch(TOO_MUCH, list(SERVER_LOGINS))
    if not rows:
        return None
    fault = rows[0]["fault"]
    return fault, sorted({row["login"] for row in rows if row["fault"] == fault})

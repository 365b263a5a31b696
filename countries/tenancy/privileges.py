"""What PostgreSQL lets every login do, taken away where one login could reach others by it.

    in the database     to connect, to make temporary tables
    large objects       files in the database that no policy bounds, and that stay
    pg_notify           messages to every listener (the command NOTIFY cannot be taken:
    countries/connections/listener.py) advisory locks      the one that a migration, a closing or a seeding waits for
    other sessions      to cancel or end what the same login does for another country
    the log             messages into it, of any size

Rights of a database are no part of its dump, and its owner may not touch PostgreSQL's own functions. So this is no
migration: whoever migrates takes what it may, finds nothing to do the next time, and is told what is left for others.
"""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING

import asyncpg

from countries.tenancy.caller import Tier
from countries.tenancy.logins import ALL_LOGINS, ALTER_PAUSE, ALTER_TRIES, LISTENER, OPERATOR, OWNER, STATISTICS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Connection = asyncpg.Connection[asyncpg.Record]

FUNCTIONS: Mapping[str, tuple[str, ...]] = {
    r"lo_\w+|loread|lowrite": (),
    r"pg_notify": (LISTENER,),
    r"pg_(try_)?advisory_\w+": (OWNER, OPERATOR, STATISTICS),
    r"pg_(cancel|terminate)_backend": (),
    r"pg_logical_emit_message": (),
}
"""PostgreSQL's own functions by the form of their names, and the logins that need them."""

TEMPORARY = (Tier.OFFICE.login,)
"""The logins that make temporary tables: an import stages its rows in them."""

OF_DATABASES = """
WITH held AS (
  SELECT d.oid, each.grantee, each.privilege_type AS privilege
  FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) AS each
)
SELECT 1 AS step, pg_has_role(d.datdba, 'USAGE') AS may,
  format('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', d.datname) AS statement
FROM pg_database d WHERE d.datname = ANY ($1)
  AND EXISTS (SELECT FROM held WHERE held.oid = d.oid AND grantee = 0 AND privilege IN ('CONNECT', 'TEMPORARY'))
UNION ALL
SELECT 2, pg_has_role(d.datdba, 'USAGE'),
  format('GRANT %s ON DATABASE %I TO %I', wanted.privilege, d.datname, r.rolname)
FROM pg_database d, unnest($2::text[], $3::text[]) AS wanted (privilege, login) JOIN pg_roles r ON r.rolname = login
WHERE d.datname = $4
  AND NOT EXISTS (SELECT FROM held WHERE held.oid = d.oid AND grantee = r.oid AND privilege = wanted.privilege)
ORDER BY step, statement
"""
OF_FUNCTIONS = """
WITH named AS (
  SELECT p.oid, p.proowner, p.oid::regprocedure::text AS name, form.number
  FROM unnest($1::text[]) WITH ORDINALITY AS form (pattern, number)
  JOIN pg_proc p ON p.proname ~ ('^(' || form.pattern || ')$') AND p.pronamespace = 'pg_catalog'::regnamespace
), held AS (
  SELECT p.oid, each.grantee FROM named JOIN pg_proc p USING (oid),
    aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS each WHERE each.privilege_type = 'EXECUTE'
)
SELECT 1 AS step, bool_and(pg_has_role(proowner, 'USAGE')) AS may,
  format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', string_agg(name, ', ' ORDER BY name)) AS statement
FROM named WHERE EXISTS (SELECT FROM held WHERE held.oid = named.oid AND grantee = 0) GROUP BY number
UNION ALL
SELECT 2, bool_and(pg_has_role(proowner, 'USAGE')),
  format('GRANT EXECUTE ON FUNCTION %s TO %s', string_agg(DISTINCT name, ', ' ORDER BY name),
    string_agg(DISTINCT quote_ident(login), ', ' ORDER BY quote_ident(login)))
FROM named JOIN unnest($2::bigint[], $3::text[]) AS wanted (number, login) USING (number)
  JOIN pg_roles r ON r.rolname = wanted.login
WHERE NOT EXISTS (SELECT FROM held WHERE held.oid = named.oid AND grantee = r.oid) GROUP BY number
ORDER BY step, statement
"""


async def close_databases(connection: Connection, own: str, *others: str) -> list[str]:
    """Take the right to connect, and to make temporary tables, from everybody.

    Args:
        connection: to any database of the server.
        own: the database that our logins connect to.
        others: further ones, to which nobody connects but superusers and their owners.

    Returns:
        The statements that this login may not run.
    """
    return await _run(connection, OF_DATABASES, *_of_databases(own, *others))


def _of_databases(own: str, *others: str) -> tuple[list[str], list[str], list[str], str]:
    wanted = [("CONNECT", login) for login in ALL_LOGINS] + [("TEMPORARY", login) for login in TEMPORARY]
    privileges, logins = zip(*wanted, strict=True)
    return [own, *others], list(privileges), list(logins), own


async def close_functions(connection: Connection) -> list[str]:
    """Take the functions from everybody, in the database of this connection, and give them to those who need them.

    Returns:
        The statements that this login may not run: PostgreSQL's own functions belong to a superuser.
    """
    return await _run(connection, OF_FUNCTIONS, *_of_functions())


def _of_functions() -> tuple[list[str], list[int], list[str]]:
    wanted = [(number, login) for number, logins in enumerate(FUNCTIONS.values(), 1) for login in logins]
    numbers, logins = zip(*wanted, strict=True)
    return list(FUNCTIONS), list(numbers), list(logins)


def closing_command(own: str) -> str:
    """One command that takes the same away on another server, for a superuser who can have it run there.

    Args:
        own: the database that our logins connect to, which has that name there too.
    """
    left = " UNION ALL ".join(
        f"SELECT * FROM ({_filled(statements, values)}) AS left_{number}"  # noqa: S608 - our own constants, as literals
        for number, (statements, values) in enumerate(
            ((OF_DATABASES, _of_databases(own)), (OF_FUNCTIONS, _of_functions()))
        )
    )
    found = f"SELECT statement FROM ({left}) AS everything WHERE may ORDER BY step, statement"  # noqa: S608 - as above
    return f"DO $hearth$ DECLARE said text; BEGIN FOR said IN {found} LOOP EXECUTE said; END LOOP; END $hearth$"


def _filled(statement: str, values: Sequence[object]) -> str:
    """A statement whose parameters are literals; the last first, as $1 begins $10."""
    for number, value in reversed(list(enumerate(values, 1))):
        statement = statement.replace(f"${number}", _literal(value))
    return statement


def _literal(value: object) -> str:
    if isinstance(value, list):
        return f"ARRAY[{', '.join(_literal(each) for each in value)}]"
    return str(value) if isinstance(value, int) else "'{}'".format(str(value).replace("'", "''"))


async def _run(connection: Connection, statements: str, *values: object) -> list[str]:
    """Run what is left to do and may be done, all of it or nothing; another session may be at the same.

    PostgreSQL takes no lock on a row of rights: the session that comes second fails, and finds nothing left to do.
    """
    for tries_left in reversed(range(ALTER_TRIES)):
        rows: Sequence[asyncpg.Record] = await connection.fetch(statements, *values)
        try:
            async with connection.transaction():
                for row in rows:
                    if row["may"]:
                        await connection.execute(row["statement"])
        except asyncpg.InternalServerError:
            if not tries_left:
                raise
            await asyncio.sleep(random.uniform(0, ALTER_PAUSE))  # noqa: S311 - a pause is no secret
        else:
            return [row["statement"] for row in rows if not row["may"]]
    return []

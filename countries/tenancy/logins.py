"""The logins: one for each tier, and those that no token reaches.

No login is a member of another, and nothing says SET ROLE.
"""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING

import asyncpg

from countries.tenancy.caller import Tier

if TYPE_CHECKING:
    from collections.abc import Mapping

OWNER = "hearth_owner"
"""Owns the tables; runs migrations. Row security is forced, so that it too sees no row."""
OPERATOR = "hearth_operator"
"""Sees past row security: seed, back-fill, backup. No server pool logs in as it."""
STATISTICS = "hearth_statistics"
"""Reads named columns of every country and writes protected figures."""
LISTENER = "hearth_listener"
"""Listens for changes; holds no grant."""

TIER_LOGINS = tuple(tier.login for tier in Tier)
SERVER_LOGINS = (*TIER_LOGINS, STATISTICS, LISTENER)
ALL_LOGINS = (*SERVER_LOGINS, OPERATOR, OWNER)

PEOPLE = (OPERATOR, OWNER)
"""The logins under which people type statements, besides a superuser's."""
TYPED_BY_HAND = "SET log_min_messages = 'log'"
"""PostgreSQL's log tells of the errors of the server's logins, whose statements hold no value. A person's may hold one,
and its error quotes it."""
IS_QUIET = """
SELECT EXISTS (
  SELECT FROM pg_db_role_setting JOIN pg_roles r ON r.oid = setrole
  WHERE rolname = $1 AND setdatabase = 0 AND 'log_min_messages=log' = ANY (setconfig)
)
"""

ALTER_TRIES = 20
ALTER_PAUSE = 0.1
"""How often a login's password is tried to be set, and the seconds between two tries, at most."""

_ATTRIBUTES = {OPERATOR: "LOGIN NOINHERIT BYPASSRLS", OWNER: "LOGIN NOINHERIT"}


def quiet(login: str) -> str:
    """The statement that keeps out of PostgreSQL's log what is typed under a login, whose name needs no quotes."""
    return f"ALTER ROLE {login} {TYPED_BY_HAND}"


def login_of(who: str) -> str:
    """The login of a tier, or of a part of the server, by its name: `hearth_office` of `office`."""
    return f"hearth_{who}"


def password_variable(login: str) -> str:
    """The environment variable that holds a login's password."""
    return f"HEARTH_DATABASE_PASSWORD_{login.removeprefix('hearth_').upper()}"


class LoginError(RuntimeError):
    """The logins cannot be made, or one of them could do more than it may; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


async def ensure_logins(connection: asyncpg.Connection, passwords: Mapping[str, str]) -> None:
    """Make the logins that are missing, and set the passwords that are known.

    Logins belong to the whole server: another database of it may be making them at this moment.

    Raises:
        LoginError: some are missing and this connection may not make them.
    """
    present = {row["rolname"] for row in await connection.fetch("SELECT rolname FROM pg_roles")}
    for login in ALL_LOGINS:
        if login not in present:
            await _create(connection, login)
        if login in passwords and await _may_alter(connection):
            await _alter(connection, "PASSWORD %L", login, passwords[login])
    await _keep_quiet(connection)


async def _keep_quiet(connection: asyncpg.Connection) -> None:
    """Keep out of PostgreSQL's log what people type, where this connection may: a superuser's."""
    superuser = await connection.fetchval("SELECT rolname FROM pg_roles WHERE rolname = current_user AND rolsuper")
    if superuser is None:
        return
    for login in (superuser, *PEOPLE):
        if not await connection.fetchval(IS_QUIET, login):
            await _alter(connection, TYPED_BY_HAND, login)


async def _may_alter(connection: asyncpg.Connection) -> bool:
    return bool(
        await connection.fetchval("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user")
    )


async def _create(connection: asyncpg.Connection, login: str) -> None:
    try:
        await _execute(connection, f"CREATE ROLE %I {_ATTRIBUTES.get(login, 'LOGIN NOINHERIT')}", login)
    except (asyncpg.DuplicateObjectError, asyncpg.UniqueViolationError):
        return
    except asyncpg.InsufficientPrivilegeError as error:
        raise LoginError(
            f"The login {login} is missing, and the owner's login may not make it.",
            f"As a superuser: CREATE ROLE {login} {_ATTRIBUTES.get(login, 'LOGIN NOINHERIT')}; then migrate again.",
        ) from error


async def _alter(connection: asyncpg.Connection, change: str, login: str, *values: str) -> None:
    """Change a login, after whoever else alters it at this moment.

    PostgreSQL takes no lock on a role: the session that comes second fails with "tuple concurrently updated", an
    internal error without a code of its own, or with a duplicate where both bring a login's first setting; and advisory
    locks do not reach from one database into another.
    """
    for tries_left in reversed(range(ALTER_TRIES)):
        try:
            await _execute(connection, f"ALTER ROLE %I {change}", login, *values)
        except (asyncpg.InternalServerError, asyncpg.UniqueViolationError):
            if not tries_left:
                raise
            await asyncio.sleep(random.uniform(0, ALTER_PAUSE))  # noqa: S311 - a pause is no secret
        else:
            return


async def _execute(connection: asyncpg.Connection, template: str, *names: str) -> None:
    """Run a statement that takes no parameters: PostgreSQL itself quotes what goes into it."""
    places = ", ".join(f"${number}::text" for number in range(2, len(names) + 2))
    await connection.execute(await connection.fetchval(f"SELECT format($1, {places})", template, *names))

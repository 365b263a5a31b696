"""The logins: made once, as weak as they may be, and none of them can become another."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from countries.embedded.postgres import SUPERUSER
from countries.tenancy.logins import (
    ALL_LOGINS,
    LISTENER,
    OPERATOR,
    OWNER,
    SERVER_LOGINS,
    STATISTICS,
    LoginError,
    ensure_logins,
)
from countries.tenancy.privileges import close_databases, close_functions, closing_command

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.countries.conftest import OwnServer

    Connection = asyncpg.Connection[Any]

ATTRIBUTES = """
SELECT rolname, rolcanlogin, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolinherit, rolbypassrls
FROM pg_roles WHERE rolname = ANY ($1)
"""
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'"
SPARE = LISTENER
"""It owns nothing and holds no grant: the one login that can be dropped and made again."""


@pytest.fixture
async def superuser(own_server: OwnServer) -> AsyncIterator[Connection]:
    """The superuser's connection to a server that no other test uses."""
    connection = await asyncpg.connect(**own_server.address.connect_arguments(SUPERUSER))
    yield connection
    await connection.close()


async def _as(own_server: OwnServer, login: str) -> Connection:
    connection: Connection = await asyncpg.connect(**own_server.address.connect_arguments(login))
    return connection


async def _drop(superuser: Connection, login: str) -> None:
    """Take a login and its rights away."""
    for template in ("DROP OWNED BY %I", "DROP ROLE %I"):
        await superuser.execute(await superuser.fetchval("SELECT format($1, $2::text)", template, login))


async def _give_back(superuser: Connection) -> None:
    """Give a login that was made anew the rights that its work is made of, as whoever migrates does."""
    assert [*await close_databases(superuser, "own"), *await close_functions(superuser)] == []


async def test_every_login_is_as_weak_as_it_may_be(superuser: Connection) -> None:
    """None is a superuser, makes roles, replicates or inherits; only the operator sees past row security."""
    rows = await superuser.fetch(ATTRIBUTES, list(ALL_LOGINS))
    assert {row["rolname"] for row in rows} == set(ALL_LOGINS)
    for row in rows:
        strong = {name for name, value in row.items() if value is True} - {"rolcanlogin"}
        assert strong == ({"rolbypassrls"} if row["rolname"] == OPERATOR else set()), row["rolname"]
        assert row["rolcanlogin"]


async def test_one_command_takes_away_what_a_migration_takes_away(superuser: Connection) -> None:
    """Where a coordinator has it run on its nodes, rights are the same afterwards, whatever was open."""
    rights = """
    SELECT p.proname || pg_get_function_arguments(p.oid), p.proacl::text FROM pg_proc p
    WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname ~ '^(lo_|pg_notify|pg_.*advisory|pg_cancel)'
    UNION ALL SELECT datname, datacl::text FROM pg_database WHERE datname = current_database() ORDER BY 1
    """
    await close_functions(superuser)
    own = await superuser.fetchval("SELECT current_database()")
    await close_databases(superuser, own)
    before = [tuple(row) for row in await superuser.fetch(rights)]
    await superuser.execute("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pg_catalog TO PUBLIC")
    await superuser.execute(f'GRANT CONNECT, TEMPORARY ON DATABASE "{own}" TO PUBLIC')
    opened = [tuple(row) for row in await superuser.fetch(rights)]
    assert opened != before

    await superuser.execute(closing_command(own))

    closed = [tuple(row) for row in await superuser.fetch(rights)]
    sorted_rights = [(name, sorted((acl or "").strip("{}").split(","))) for name, acl in before]
    assert [(name, sorted((acl or "").strip("{}").split(","))) for name, acl in closed] == sorted_rights
    assert await close_functions(superuser) == []


def test_operator_and_owner_serve_no_request() -> None:
    """The logins that see past row security or own tables are not among those of the server."""
    assert set(ALL_LOGINS) - set(SERVER_LOGINS) == {OPERATOR, OWNER}
    assert STATISTICS in SERVER_LOGINS


@pytest.mark.parametrize("login", ALL_LOGINS)
async def test_no_login_can_become_another(own_server: OwnServer, login: str) -> None:
    """SET ROLE and SET SESSION AUTHORIZATION to any other login are refused, in and outside a transaction."""
    connection = await _as(own_server, login)
    try:
        for other in (*ALL_LOGINS, SUPERUSER, "pg_read_all_data"):
            for template in ("SET ROLE %I", "SET LOCAL ROLE %I", "SET SESSION AUTHORIZATION %I"):
                if other == login:
                    continue
                statement = await connection.fetchval("SELECT format($1, $2::text)", template, other)
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    await connection.execute(statement)
        assert await connection.fetchval("SELECT current_user || ' ' || session_user") == f"{login} {login}"
    finally:
        await connection.close()


@pytest.mark.parametrize("login", SERVER_LOGINS)
async def test_a_login_can_grant_itself_nothing(own_server: OwnServer, login: str) -> None:
    """Rights, roles and row security are out of reach of every login that serves requests."""
    connection = await _as(own_server, login)
    try:
        for change in (
            "GRANT hearth_operator TO CURRENT_USER",
            "ALTER ROLE CURRENT_USER BYPASSRLS",
            "ALTER ROLE hearth_operator PASSWORD 'known'",
            "CREATE ROLE helper",
            "ALTER TABLE child DISABLE ROW LEVEL SECURITY",
            "CREATE POLICY mine ON child USING (true)",
            "DROP POLICY child_office ON child",
            "GRANT SELECT ON child TO CURRENT_USER",
            "CREATE TABLE public.mine ()",
            "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql RETURN 1",
            "CREATE SCHEMA mine",
            "COPY (SELECT 1) TO PROGRAM 'true'",
            "CREATE EXTENSION dblink",
            "ALTER SYSTEM SET row_security = off",
        ):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(change)
    finally:
        await connection.close()


@pytest.mark.parametrize("login", SERVER_LOGINS)
async def test_turning_row_security_off_turns_reading_off(own_server: OwnServer, login: str) -> None:
    """With `row_security = off` a login gets an error and never a row."""
    connection = await _as(own_server, login)
    try:
        await connection.execute("SET row_security = off")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.fetch("SELECT id FROM child")
    finally:
        await connection.close()


async def test_a_missing_login_is_made_again_with_its_password(own_server: OwnServer, superuser: Connection) -> None:
    """Whoever migrates as a superuser needs to do nothing by hand."""
    await _drop(superuser, SPARE)
    await ensure_logins(superuser, own_server.address.passwords)
    await _give_back(superuser)
    connection = await _as(own_server, SPARE)
    assert await connection.fetchval("SELECT current_user") == SPARE
    await connection.close()


async def test_several_may_make_the_logins_at_once(own_server: OwnServer, superuser: Connection) -> None:
    """Two databases of one server that are migrated at once do not trip over each other's logins."""
    await _drop(superuser, SPARE)
    connections = [await _as(own_server, SUPERUSER) for _ in range(4)]
    try:
        await asyncio.gather(*(ensure_logins(connection, {}) for connection in connections))
    finally:
        for connection in connections:
            await connection.close()
    await ensure_logins(superuser, own_server.address.passwords)
    await _give_back(superuser)
    assert await superuser.fetchval("SELECT count(*) FROM pg_roles WHERE rolname = $1", SPARE) == 1


async def test_several_may_set_the_passwords_at_once(own_server: OwnServer) -> None:
    """PostgreSQL refuses the second of two sessions that alter one login at once; it tries again."""
    connections = [await _as(own_server, SUPERUSER) for _ in range(6)]
    try:
        for _ in range(10):
            passwords = own_server.address.passwords
            await asyncio.gather(*(ensure_logins(connection, passwords) for connection in connections))
    finally:
        for connection in connections:
            await connection.close()
    await (await _as(own_server, SPARE)).close()


async def test_a_login_that_cannot_be_altered_says_so_in_the_end(
    superuser: Connection, own_server: OwnServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another session's hold on a login is waited for, yet no error is kept for itself for ever."""
    monkeypatch.setattr("countries.tenancy.logins.ALTER_TRIES", 1)
    other = await _as(own_server, SUPERUSER)
    held = other.transaction()
    await held.start()
    try:
        await ensure_logins(other, {SPARE: own_server.address.passwords[SPARE]})
        waiting = asyncio.ensure_future(ensure_logins(superuser, {SPARE: own_server.address.passwords[SPARE]}))
        while not await other.fetchval(WAITING):  # noqa: ASYNC110 - the server sets no event here
            await asyncio.sleep(0.01)
        await held.commit()
        with pytest.raises(asyncpg.InternalServerError):
            await waiting
    finally:
        await other.close()


async def test_an_owner_who_may_not_make_logins_hears_which_one_is_missing(
    own_server: OwnServer, superuser: Connection
) -> None:
    """The hint is the statement that a superuser has to run; it holds no password."""
    await _drop(superuser, SPARE)
    owner = await _as(own_server, OWNER)
    try:
        with pytest.raises(LoginError) as caught:
            await ensure_logins(owner, own_server.address.passwords)
    finally:
        await owner.close()
        await ensure_logins(superuser, own_server.address.passwords)
        await _give_back(superuser)
    assert SPARE in str(caught.value)
    assert f"CREATE ROLE {SPARE} LOGIN NOINHERIT" in caught.value.hint
    said = str(caught.value) + caught.value.hint
    assert not [password for password in own_server.address.passwords.values() if password in said]


async def test_an_owner_who_may_not_alter_logins_migrates_all_the_same(own_server: OwnServer) -> None:
    """In production the logins and their passwords are somebody else's: what is there is left as it is."""
    owner = await _as(own_server, OWNER)
    try:
        await ensure_logins(owner, dict.fromkeys(ALL_LOGINS, "another password"))
    finally:
        await owner.close()
    connection = await _as(own_server, SPARE)
    await connection.close()


async def test_a_password_is_quoted_by_postgresql(superuser: Connection, own_server: OwnServer) -> None:
    """A password with quotes, backslashes and statements in it is a password and nothing else."""
    odd = 'it\'s \\ "odd"; DROP ROLE hearth_office; --'
    try:
        await ensure_logins(superuser, {SPARE: odd})
        arguments = own_server.address.connect_arguments(SPARE) | {"password": odd}
        connection = await asyncpg.connect(**arguments)
        await connection.close()
        assert await superuser.fetchval("SELECT count(*) FROM pg_roles WHERE rolname = 'hearth_office'") == 1
    finally:
        await ensure_logins(superuser, own_server.address.passwords)


async def test_a_wrong_password_is_refused(own_server: OwnServer) -> None:
    """The embedded server asks every login for its password."""
    arguments = own_server.address.connect_arguments("hearth_office") | {"password": "wrong"}
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(**arguments)

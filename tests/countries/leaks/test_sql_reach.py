"""What a login could reach besides rows: other databases, files, messages, locks, sessions. All but a few are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from countries.embedded.postgres import SUPERUSER
from countries.tenancy.logins import ALL_LOGINS, LISTENER, OPERATOR, OWNER, SERVER_LOGINS, STATISTICS
from countries.tenancy.privileges import FUNCTIONS, close_databases, close_functions
from graph.database.migrate import migrate
from tests.access import TIERS
from tests.conftest import copy_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from countries.register.register import Register

    Connection = asyncpg.Connection[Any]

REACHES = [
    "SELECT lo_creat(-1)",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT lo_open(1, 131072)",
    "SELECT lo_put(1, 0, 'x')",
    "SELECT lo_get(1)",
    "SELECT lo_unlink(1)",
    "SELECT lo_lseek64(0, 0, 0)",
    "SELECT lo_truncate(0, 0)",
    "SELECT loread(0, 1)",
    "SELECT lowrite(0, 'x')",
    "SELECT lo_import('/etc/passwd')",
    "SELECT lo_export(1, '/tmp/x')",
    "SELECT pg_advisory_lock(1)",
    "SELECT pg_advisory_lock(1, 2)",
    "SELECT pg_advisory_lock_shared(1)",
    "SELECT pg_advisory_xact_lock(1)",
    "SELECT pg_advisory_xact_lock_shared(1, 2)",
    "SELECT pg_try_advisory_lock(1)",
    "SELECT pg_try_advisory_xact_lock_shared(1)",
    "SELECT pg_advisory_unlock_all()",
    "SELECT pg_cancel_backend(pg_backend_pid())",
    "SELECT pg_terminate_backend(pg_backend_pid())",
    "SELECT pg_logical_emit_message(false, 'a', repeat('x', 1000))",
    "SELECT pg_notify('hearth_changes', 'BE 1')",
    "CREATE TEMPORARY TABLE mine (x int)",
    "CREATE TEMPORARY SEQUENCE mine",
    "CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql RETURN 1",
    "SELECT pg_read_file('PG_VERSION')",
    "SELECT pg_ls_dir('.')",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY (SELECT 1) TO '/tmp/x'",
    "SELECT pg_reload_conf()",
    "SELECT pg_rotate_logfile()",
    "SELECT pg_switch_wal()",
    "SELECT pg_create_restore_point('x')",
    "SELECT pg_stat_reset()",
    "CREATE EXTENSION dblink",
    "CREATE SUBSCRIPTION s CONNECTION 'host=localhost' PUBLICATION p WITH (connect = false)",
    "CREATE PUBLICATION p",
]
MAY = {
    "hearth_office": ("CREATE TEMP", "CREATE FUNCTION pg_temp"),
    LISTENER: ("SELECT pg_notify",),
    STATISTICS: ("SELECT pg_advisory", "SELECT pg_try_advisory"),
}
"""What a login needs: an import's tables, messages, the lock of a closing."""

OPEN = """
SELECT p.oid::regprocedure::text AS name FROM pg_proc p
WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname ~ $1
AND has_function_privilege('public', p.oid, 'EXECUTE')
"""


@pytest.fixture
async def logins(empty: Address) -> AsyncIterator[dict[str, Connection]]:
    """A plain connection of every login that serves."""
    connections = {
        f"hearth_{tier}": await asyncpg.connect(**empty.connect_arguments(f"hearth_{tier}")) for tier in TIERS
    }
    yield connections
    for connection in connections.values():
        await connection.close()


@pytest.fixture
async def superuser(empty: Address) -> AsyncIterator[Connection]:
    """The superuser's connection to a database as the migrations leave it."""
    connection = await asyncpg.connect(**empty.connect_arguments(SUPERUSER))
    yield connection
    await connection.close()


@pytest.mark.parametrize("login", SERVER_LOGINS)
async def test_a_login_reaches_nothing_that_it_does_not_need(logins: dict[str, Connection], login: str) -> None:
    """Each statement is refused for want of a right, but for the few that the login's work is made of."""
    for statement in REACHES:
        transaction = logins[login].transaction()
        await transaction.start()
        try:
            if statement.startswith(MAY.get(login, "-")):
                await logins[login].execute(statement)
            else:
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    await logins[login].execute(statement)
        finally:
            await transaction.rollback()


@pytest.mark.parametrize("name", ["postgres", "template1"])
@pytest.mark.parametrize("login", ALL_LOGINS)
async def test_a_login_connects_to_its_own_database_alone(empty: Address, login: str, name: str) -> None:
    """On a server of ours the databases that come with it are the superuser's."""
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied for database"):
        await asyncpg.connect(**empty.with_database(name).connect_arguments(login))


async def test_a_stranger_does_not_connect(superuser: Connection, empty: Address) -> None:
    """A login that is none of ours, made for something else on the same server, does not get in."""
    await superuser.execute("DROP ROLE IF EXISTS stranger")
    await superuser.execute("CREATE ROLE stranger LOGIN PASSWORD 'stranger'")
    try:
        stranger = {**empty.connect_arguments("stranger"), "password": "stranger"}
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied for database"):
            await asyncpg.connect(**stranger)
    finally:
        await superuser.execute("DROP ROLE stranger")


@pytest.mark.parametrize("form", FUNCTIONS)
async def test_no_function_of_these_kinds_is_open_to_everybody(superuser: Connection, form: str) -> None:
    """Every function of the kind, whatever its parameters; and those have it who need it."""
    assert await superuser.fetch(OPEN, f"^({form})$") == []
    names = await superuser.fetch(OPEN.partition("AND has_")[0], f"^({form})$")
    assert names
    for login in ALL_LOGINS:
        for row in names:
            may = await superuser.fetchval("SELECT has_function_privilege($1, $2, 'EXECUTE')", login, row["name"])
            assert may == (login in FUNCTIONS[form]), (login, row["name"])


async def test_what_is_closed_stays_closed_and_is_found_closed(superuser: Connection, empty: Address) -> None:
    """A second run changes nothing, and the first one leaves the needed rights alone."""
    facts = "SELECT datacl::text FROM pg_database WHERE datname = current_database()"
    functions = "SELECT oid, proacl::text FROM pg_proc WHERE proacl IS NOT NULL ORDER BY oid"
    before = (await superuser.fetchval(facts), await superuser.fetch(functions))
    name = empty.dsn.partition("?")[0].rpartition("/")[2]
    assert [*await close_databases(superuser, name), *await close_functions(superuser)] == []
    assert (await superuser.fetchval(facts), await superuser.fetch(functions)) == before


async def test_whoever_migrates_closes_what_was_opened_again(
    superuser: Connection, empty: Address, register: Register
) -> None:
    """The owner takes what is its own to take; of PostgreSQL's functions it tells what a superuser has to run."""
    name = await superuser.fetchval("SELECT quote_ident(current_database())")
    await superuser.execute(f"GRANT CONNECT, TEMPORARY ON DATABASE {name} TO PUBLIC")
    await superuser.execute(f"REVOKE TEMPORARY ON DATABASE {name} FROM hearth_office")
    await superuser.execute("GRANT EXECUTE ON FUNCTION pg_notify(text, text), lo_create(oid) TO PUBLIC")
    left = await migrate(empty, OWNER, register)
    assert left == [
        "REVOKE EXECUTE ON FUNCTION lo_create(oid) FROM PUBLIC",
        "REVOKE EXECUTE ON FUNCTION pg_notify(text,text) FROM PUBLIC",
    ]
    for privilege in ("CONNECT", "TEMPORARY"):
        held = "SELECT has_database_privilege($1, current_database(), $2)"
        assert not await superuser.fetchval(held, "public", privilege)
        assert await superuser.fetchval(held, "hearth_office", privilege)
    for statement in left:
        await superuser.execute(statement)
    assert await migrate(empty, OWNER, register) == []


async def test_a_superuser_who_migrates_leaves_nothing(
    superuser: Connection, empty: Address, register: Register
) -> None:
    """On a server whose migrations run as a superuser, everything is closed by them."""
    await superuser.execute("GRANT EXECUTE ON FUNCTION pg_notify(text, text), pg_advisory_lock(bigint) TO PUBLIC")
    await superuser.execute("REVOKE EXECUTE ON FUNCTION pg_notify(text, text) FROM hearth_listener")
    await superuser.execute("REVOKE EXECUTE ON FUNCTION pg_advisory_lock(bigint) FROM hearth_operator")
    assert await migrate(empty, SUPERUSER, register) == []
    for form in FUNCTIONS:
        assert await superuser.fetch(OPEN, f"^({form})$") == []
    may = "SELECT has_function_privilege($1, $2, 'EXECUTE')"
    assert await superuser.fetchval(may, LISTENER, "pg_notify(text, text)")
    assert await superuser.fetchval(may, OPERATOR, "pg_advisory_lock(bigint)")


async def test_a_copy_of_the_template_is_as_closed(server: Address, worker: str) -> None:
    """Tests run on what production has."""
    copy = await copy_database(server, "world", f"closed_{worker}")
    superuser = await asyncpg.connect(**copy.connect_arguments(SUPERUSER))
    try:
        assert not await superuser.fetchval("SELECT has_database_privilege('public', current_database(), 'CONNECT')")
        for form in FUNCTIONS:
            assert await superuser.fetch(OPEN, f"^({form})$") == []
    finally:
        await superuser.close()

"""What a login may do to itself does not reach a server: settings that it carries, a password that it changes."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import asyncpg
import pytest

from countries.connections.database import Database
from countries.connections.figures import counting
from countries.connections.listener import announce
from countries.connections.sessions import STEADY, own_settings, tier_settings
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.caller import Caller, Tier
from countries.tenancy.logins import LISTENER, SERVER_LOGINS, STATISTICS
from graph.database.migrate import make_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.countries.conftest import Connection, OwnServer

HOSTILE = {
    "search_path": "pg_temp, public",
    "standard_conforming_strings": "off",
    "quote_all_identifiers": "on",
    "transform_null_equals": "on",
    "array_nulls": "off",
    "TimeZone": "Asia/Kathmandu",
    "DateStyle": "SQL, DMY",
    "IntervalStyle": "sql_standard",
    "extra_float_digits": "-15",
    "bytea_output": "escape",
    "xmloption": "document",
    "row_security": "off",
    "default_transaction_isolation": "serializable",
    "default_transaction_read_only": "on",
    "default_transaction_deferrable": "on",
    "synchronous_commit": "off",
    "lock_timeout": "1ms",
    "statement_timeout": "1ms",
    "transaction_timeout": "1ms",
    "idle_session_timeout": "1ms",
    "idle_in_transaction_session_timeout": "1ms",
}
"""What a login may say of itself that would change an answer, or leave none."""
FURTHER = {
    "plan_cache_mode": "force_custom_plan", "jit": "on", "client_encoding": "LATIN1",
    "client_connection_check_interval": "0", "application_name": "somebody else",
}  # fmt: skip
BELGIUM = Caller("oscar", Tier.OFFICE, ("BE",))
SETTING = "SELECT current_setting($1)"


@pytest.fixture
async def superuser(own_server: OwnServer) -> AsyncIterator[Connection]:
    """The superuser of a server that no other test uses; afterwards no login carries anything."""
    connection = await asyncpg.connect(**own_server.address.connect_arguments(SUPERUSER))
    yield connection
    for login in SERVER_LOGINS:
        await connection.execute(f"ALTER ROLE {login} RESET ALL")
        await connection.execute(f"ALTER ROLE {login} IN DATABASE own RESET ALL")
    await connection.close()


async def _alter(own_server: OwnServer, login: str, *, inside: bool = False) -> None:
    """As the login itself, without any right but its own."""
    connection = await asyncpg.connect(**own_server.address.connect_arguments(login))
    try:
        where = " IN DATABASE own" if inside else ""
        for name, value in (HOSTILE | FURTHER).items():
            values = ", ".join(f"'{part}'" for part in value.split(", ")) if name == "search_path" else f"'{value}'"
            await connection.execute(f"ALTER ROLE {login}{where} SET {name} = {values}")
        # Not even for itself: a scope is nothing that a session could begin with.
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(f"ALTER ROLE {login}{where} SET hearth.country = 'KE'")
    finally:
        await connection.close()


def test_whatever_is_relied_on_is_tried() -> None:
    """No setting is named without a hostile value for it."""
    assert STEADY.keys() == HOSTILE.keys()


@pytest.mark.parametrize("inside", [False, True])
async def test_a_server_s_session_is_as_it_was_whatever_its_login_carries(
    own_server: OwnServer, superuser: Connection, *, inside: bool
) -> None:
    """A plain session of the altered login is spoiled; one that a server opens has everything that it leans on."""
    for tier in Tier:
        await _alter(own_server, tier.login, inside=inside)
    patient = {name: "0" for name in STEADY if name.endswith("_timeout")}
    spoiled = await asyncpg.connect(**own_server.address.connect_arguments(Tier.OFFICE.login), server_settings=patient)
    assert await spoiled.fetchval(SETTING, "row_security") == "off"
    await spoiled.close()
    assert await superuser.fetchval("SELECT count(*) FROM pg_db_role_setting") >= len(Tier)

    database = Database(own_server.address)
    await database.open()
    try:
        for tier in Tier:
            caller = Caller("anybody", tier, ("BE",) if tier.is_national or tier is Tier.REGION else ())
            async with database.transaction(caller) as lane:
                found = {name: await lane.connection.fetchval(SETTING, name) for name in STEADY}
                assert await lane.connection.fetchval(SETTING, "plan_cache_mode") == "force_generic_plan"
                assert await lane.connection.fetchval(SETTING, "jit") == "off"
                assert await lane.connection.fetchval(SETTING, "client_encoding") == "UTF8"
                assert await lane.connection.fetchval(SETTING, "hearth.country") == (caller.country or "")
            timeouts = {"statement_timeout", "idle_in_transaction_session_timeout"}
            assert {name: found[name] for name in STEADY if name not in timeouts} == {
                name: value for name, value in STEADY.items() if name not in timeouts
            }
            assert not {found[name] for name in timeouts} & {"0", "1ms"}
        async with database.writing(BELGIUM) as lane:
            statement = "INSERT INTO community_partner (country_code, name, kind) VALUES ('BE', 'Club', 'OTHER')"
            await lane.connection.execute(statement)
        row = await database.read_row(BELGIUM, "SELECT count(*) AS number FROM community_partner", ())
        assert row is not None
        assert row["number"] > 0
    finally:
        await database.close()


async def test_figures_and_messages_do_not_listen_to_their_logins(own_server: OwnServer, superuser: Connection) -> None:
    """Counting and announcing work on, in sessions that set the same."""
    for login in (STATISTICS, LISTENER):
        await _alter(own_server, login)
    async with counting(own_server.address) as count:
        found = {name: (await count.rows(SETTING, [name]))[0][0] for name in STEADY}
    assert found == dict(STEADY) | {"default_transaction_isolation": found["default_transaction_isolation"]}
    heard: list[str] = []
    await superuser.add_listener("hearth_changes", lambda *message: heard.append(str(message[3])))
    await announce(own_server.address, "BE", 7)
    await superuser.fetchval("SELECT pg_sleep(0.1)")
    await superuser.remove_listener("hearth_changes", lambda *_: None)
    assert heard == ["BE 7"]


async def test_a_login_s_own_settings_are_told_of_at_start(
    own_server: OwnServer, superuser: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    """How PostgreSQL plans is left to whoever runs it; a login that carries something is named, and no value."""
    office = await asyncpg.connect(**own_server.address.connect_arguments(Tier.OFFICE.login))
    await office.execute("ALTER ROLE hearth_office SET enable_indexscan = off")
    await office.execute("ALTER ROLE hearth_office IN DATABASE own SET work_mem = '64kB'")
    await office.close()
    assert await own_settings(superuser) == {"hearth_office": ["enable_indexscan", "work_mem"]}
    with caplog.at_level(logging.WARNING, "hearth.database"):
        await Database(own_server.address).check()
    (record,) = [record for record in caplog.records if record.name == "hearth.database"]
    assert vars(record)["fields"] == {"login": "hearth_office", "settings": ["enable_indexscan", "work_mem"]}
    assert "64kB" not in repr(vars(record))


async def test_a_password_that_a_login_changed_is_set_again(own_server: OwnServer, superuser: Connection) -> None:
    """Nobody but that login is locked out, and whoever may make logins lets it in again."""
    del superuser
    office = await asyncpg.connect(**own_server.address.connect_arguments(Tier.OFFICE.login))
    await office.execute("ALTER ROLE hearth_office PASSWORD 'changed'")
    await office.close()
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(**own_server.address.connect_arguments(Tier.OFFICE.login))
    kenya = await asyncpg.connect(**own_server.address.connect_arguments(Tier.CASEWORKER.login))
    await kenya.close()
    await make_database(own_server.address.with_database("postgres"), SUPERUSER, "own")
    office = await asyncpg.connect(**own_server.address.connect_arguments(Tier.OFFICE.login))
    await office.close()


def test_only_a_cluster_plans_by_the_country() -> None:
    """Which node a statement goes to hangs on the country; on one server a plan serves all of them."""
    one, many = (tier_settings("office", 5, distributed=distributed) for distributed in (False, True))
    assert one["plan_cache_mode"] == "force_generic_plan"
    assert not [name for name in one if name.startswith("citus.")]
    assert many["plan_cache_mode"] == "auto"
    assert many["citus.propagate_set_commands"] == "local"
    assert {name: many[name] for name in STEADY} == {name: one[name] for name in STEADY}

"""The pools: one transaction a request, its scope first, its time bounded, and nothing left behind for the next one."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import asyncpg
import pytest

import countries.connections.database
from countries.connections.causes import DRIVER_FAULTS
from countries.connections.database import Database, TenancyError
from countries.connections.limits import LIMITS
from countries.connections.listener import LISTENER_CONNECTIONS
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.caller import Caller, Tier
from countries.tenancy.logins import SERVER_LOGINS
from graph.sqlstates import public_error
from tests.countries.pools import CHILDREN, KENYA, OFFICE, SEEN, patiently, single
from tests.countries.sharers import LONG

if TYPE_CHECKING:
    from uuid import UUID

    from countries.connections.address import Address
    from tests.countries.conftest import Connection, OwnServer


async def test_every_tier_comes_in_as_itself_with_its_scope(world: Address, programmes: dict[str, list[UUID]]) -> None:
    """The login, and each of the three settings, are those of the caller; what a tier has not got is empty."""
    own = programmes["BE"][0]
    async with single(world) as database:
        for caller, scope in (
            (OFFICE, ("BE", "", "")),
            (Caller("carla", Tier.CASEWORKER, ("BE",), (own,)), ("BE", "", str(own))),
            (Caller("carla", Tier.CASEWORKER, ("NL",), (own, own)), ("NL", "", f"{own},{own}")),
            (Caller("rosa", Tier.REGION, ("BE", "NL")), ("", "BE,NL", "")),
            (Caller("hanna", Tier.HEADQUARTERS), ("", "", "")),
            (Caller("aline", Tier.AUDITOR), ("", "", "")),
        ):
            row = await database.read_row(caller, SEEN, ())
            assert row is not None
            assert tuple(row)[:4] == (caller.tier.login, *scope)


async def test_a_request_is_one_transaction_that_reads(world: Address) -> None:
    """Every statement of a block sees one transaction, which is read only; the next block has another."""
    async with single(world) as database:
        begun = []
        for _ in range(2):
            async with database.transaction(OFFICE) as lane:
                times = [await lane.connection.fetchval("SELECT now()") for _ in range(3)]
                assert await lane.connection.fetchval("SHOW transaction_read_only") == "on"
                assert len(set(times)) == 1
                begun += times[:1]
        assert begun[0] != begun[1]


async def test_the_scope_is_set_before_the_statement_is_prepared(own_server: OwnServer) -> None:
    """The server's own log tells the order: begin, scope, and only then the statement's parse; commit is last."""
    async with single(own_server.address) as database:
        row = await database.read_row(OFFICE, "SELECT pg_backend_pid() AS pid, 'the statement' AS mark", ())
        assert row is not None
        for _ in range(1_200):
            lines = [line for line in own_server.log.read_text().splitlines() if f"[{row['pid']}]" in line]
            if any("statement: COMMIT" in line for line in lines):
                break
            await asyncio.sleep(0.05)
    said = "\n".join(lines)
    places = [
        re.search(pattern, said)
        for pattern in (
            r"statement: BEGIN.*READ ONLY",
            r"parse .*hearth_scope",
            r"execute .*hearth_scope",
            r"parse .*the statement",
            r"execute .*the statement",
            r"statement: COMMIT",
        )
    ]
    found = [place.start() for place in places if place is not None]
    assert len(found) == len(places), said
    assert found == sorted(found)


async def test_nothing_of_one_request_is_left_for_the_next(world: Address) -> None:
    """Belgium, Kenya, and then nobody, on the same connection: each sees its own, and nobody sees nothing."""
    async with single(world) as database:
        pids = set()
        for caller in (OFFICE, KENYA, OFFICE, KENYA):
            row = await database.read_row(caller, CHILDREN, ())
            seen = await database.read_row(caller, SEEN, ())
            assert row is not None
            assert seen is not None
            assert row["countries"] == list(caller.countries)
            assert row["number"] > 0
            pids.add(seen["pid"])
            async with database._pools[Tier.OFFICE].lane() as lane:
                assert await lane.connection.fetchval("SELECT count(*) FROM child") == 0
                left = await lane.connection.fetchrow(SEEN)
                assert left is not None
                assert tuple(left) == ("hearth_office", "", "", "", seen["pid"])
        assert len(pids) == 1


async def test_a_wide_scope_leaves_nothing_for_a_narrow_one(world: Address, programmes: dict[str, list[UUID]]) -> None:
    """A region of two countries, of one, of none; a caseworker of two programmes, of one, of none."""
    first, second, *_ = programmes["BE"]
    async with single(world) as database:
        for countries in (("BE", "NL"), ("KE",), ()):
            row = await database.read_row(Caller("rosa", Tier.REGION, countries), CHILDREN.replace("child", "home"), ())
            assert row is not None
            assert row["countries"] == (list(countries) or None)
        counts = []
        for own in ((first, second), (first,), ()):
            row = await database.read_row(Caller("carla", Tier.CASEWORKER, ("BE",), own), CHILDREN, ())
            assert row is not None
            counts.append(row["number"])
        assert counts[0] > counts[1] > counts[2] == 0


async def test_a_plan_that_many_callers_share_shows_each_its_own(world: Address) -> None:
    """PostgreSQL plans a statement anew five times and then once for all: also that plan keeps to the scope."""
    async with single(world) as database:
        for _ in range(8):
            for caller in (OFFICE, KENYA):
                row = await database.read_row(caller, CHILDREN, ())
                assert row is not None
                assert row["countries"] == list(caller.countries)


async def test_a_failed_request_leaves_nothing_behind(world: Address) -> None:
    """After an error within a transaction the connection serves the next caller, without a scope of the last."""
    async with single(world) as database:
        with pytest.raises(asyncpg.DivisionByZeroError):
            await database.read_row(OFFICE, "SELECT 1 / 0", ())
        with pytest.raises(LookupError):
            async with database.transaction(OFFICE):
                raise LookupError
        async with database._pools[Tier.OFFICE].lane() as lane:
            assert await lane.connection.fetchval("SELECT count(*) FROM child") == 0
        row = await database.read_row(KENYA, CHILDREN, ())
        assert row is not None
        assert row["countries"] == ["KE"]


@pytest.mark.parametrize("tier", Tier)
async def test_every_tier_has_its_time(world: Address, tier: Tier) -> None:
    """The server itself holds each tier's limit."""
    database = Database(world)
    await database.open()
    try:
        caller = Caller("anybody", tier, ("BE",) if tier.is_national else ())
        row = await database.read_row(
            caller, "SELECT setting::int, unit FROM pg_settings WHERE name = 'statement_timeout'", ()
        )
        assert row is not None
        assert tuple(row) == (LIMITS[tier].statement_seconds * 1000, "ms")
    finally:
        await database.close()


@pytest.mark.parametrize("tier", Tier)
async def test_a_statement_that_takes_too_long_is_ended(world: Address, tier: Tier) -> None:
    """The caller hears TIMEOUT and may try again; the connection serves the next request."""
    caller = Caller("anybody", tier, ("BE",) if tier.is_national else ())
    async with single(world, 0.1) as database:
        with pytest.raises(asyncpg.QueryCanceledError) as caught:
            await database.read_row(caller, "SELECT pg_sleep(20)", ())
        assert caught.value.sqlstate == "57014"
        heard = public_error(caught.value)
        assert heard is not None
        assert (heard.code, heard.retryable) == ("TIMEOUT", True)
        assert (await patiently(database, caller, SEEN))["login"] == tier.login


async def test_a_transaction_that_idles_is_ended(world: Address) -> None:
    """A request that stops in the middle holds nothing up for ever; the pool replaces its connection."""

    async def idle(database: Database) -> None:
        async with database.transaction(OFFICE) as lane:
            async with asyncio.timeout(LONG):
                while not lane.connection.is_closed():  # noqa: ASYNC110 - the server ends it
                    await asyncio.sleep(0.05)
            await lane.connection.fetchval("SELECT 1")

    async with single(world, 0.1) as database:
        with pytest.raises(DRIVER_FAULTS) as caught:
            await idle(database)
        heard = public_error(caught.value)
        assert heard is not None
        assert heard.retryable
        assert (await patiently(database, OFFICE, CHILDREN))["number"] > 0


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO child (country_code) VALUES ('BE')",
        "UPDATE child SET sex = 'OTHER'",
        "DELETE FROM child",
        "TRUNCATE child",
        "CREATE TEMPORARY TABLE mine (x int)",
        "CREATE TABLE mine (x int)",
        "SELECT id FROM child FOR UPDATE",
        "SET TRANSACTION READ WRITE",
        "COMMENT ON TABLE child IS 'mine'",
    ],
)
@pytest.mark.parametrize("tier", Tier)
async def test_a_request_can_write_nothing(world: Address, tier: Tier, change: str) -> None:
    """Neither rows nor tables, not even temporary ones; nor can the transaction become one that writes."""
    caller = Caller("anybody", tier, ("BE",) if tier.is_national else ())
    async with single(world) as database, database.transaction(caller) as lane:
        with pytest.raises(
            (asyncpg.ReadOnlySQLTransactionError, asyncpg.InsufficientPrivilegeError, asyncpg.ActiveSQLTransactionError)
        ):
            await lane.connection.execute(change)


@pytest.mark.parametrize(
    ("change", "undo", "fault"),
    [
        ("ALTER ROLE %I SUPERUSER", "ALTER ROLE %I NOSUPERUSER", "could see past row security"),
        ("ALTER ROLE %I BYPASSRLS", "ALTER ROLE %I NOBYPASSRLS", "could see past row security"),
        ("ALTER ROLE %I CREATEROLE", "ALTER ROLE %I NOCREATEROLE", "could see past row security"),
        ("ALTER ROLE %I REPLICATION", "ALTER ROLE %I NOREPLICATION", "could see past row security"),
        ("GRANT hearth_operator TO %I", "REVOKE hearth_operator FROM %I", "can become another"),
        (
            "GRANT hearth_owner TO %I WITH INHERIT FALSE, SET FALSE",
            "REVOKE hearth_owner FROM %I",
            "can become another",
        ),
        ("GRANT pg_read_all_data TO %I", "REVOKE pg_read_all_data FROM %I", "can become another"),
        ("ALTER TABLE community_link OWNER TO %I", "ALTER TABLE community_link OWNER TO hearth_owner", "owns tables"),
        ("ALTER SCHEMA public OWNER TO %I", "ALTER SCHEMA public OWNER TO pg_database_owner", "owns parts"),
    ],
)
@pytest.mark.parametrize("login", [*SERVER_LOGINS[:2], SERVER_LOGINS[-1]])
async def test_a_mighty_login_is_refused_at_start(
    own_server: OwnServer, login: str, change: str, undo: str, fault: str
) -> None:
    """No pool opens; the error names the login and what is wrong with it, and the hint what to do."""
    superuser = await asyncpg.connect(**own_server.address.connect_arguments(SUPERUSER))
    try:
        await superuser.execute(await superuser.fetchval("SELECT format($1, $2::text)", change, login))
        database = Database(own_server.address)
        with pytest.raises(TenancyError, match=fault) as caught:
            await database.open()
        assert login in str(caught.value)
        assert caught.value.hint
        assert not database._pools
    finally:
        await superuser.execute(await superuser.fetchval("SELECT format($1, $2::text)", undo, login))
        await superuser.close()
    await Database(own_server.address).check()


async def test_workers_times_pools_must_fit_the_server(world: Address, superuser: Connection) -> None:
    """As many workers as fit are let through; one more is refused, with the numbers."""
    room = int(await superuser.fetchval("SHOW max_connections")) - countries.connections.database.RESERVED_CONNECTIONS
    each = LISTENER_CONNECTIONS + sum(limits.connections for limits in LIMITS.values())
    database = Database(world)
    await database.check(room // each)
    with pytest.raises(TenancyError, match=str((room // each + 1) * each)) as caught:
        await database.check(room // each + 1)
    assert "fewer workers" in caught.value.hint


async def test_json_arrives_as_bytes_and_stays_as_it_is(world: Address) -> None:
    """Nobody decodes an answer on its way to the socket."""
    async with single(world) as database:
        row = await database.read_row(OFFICE, """SELECT '{"b":  1, "a": "é"}'::json AS data""", ())
        assert row is not None
        assert row["data"] == '{"b":  1, "a": "é"}'.encode()


async def test_a_database_says_whether_it_is_ready(world: Address) -> None:
    """Ready while its pools are open; not before and not after."""
    database = Database(world)
    assert not await database.ready()
    await database.open()
    assert await database.ready()
    await database.close()
    assert not await database.ready()


async def test_a_login_that_cannot_come_in_opens_no_pool(world: Address) -> None:
    """A wrong password is an error at start, not at the first request."""
    wrong = replace(world, passwords={**world.passwords, "hearth_office": "wrong"})
    database = Database(wrong)
    with pytest.raises(asyncpg.InvalidPasswordError):
        await database.open()
    assert not database._pools

"""A read replica: a real standby that follows a real primary, and whatever may happen to it."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, Any

import asyncpg
import httpx
import orjson
import pytest
from prometheus_client import generate_latest

from countries.connections.address import Address
from countries.connections.database import Database
from countries.connections.freshness import Freshness, ReplicaState
from countries.connections.limits import LIMITS
from countries.connections.replica import Replica, ReplicaError
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.caller import Caller, Tier
from countries.tenancy.logins import ALL_LOGINS, OWNER
from graph.database.location import PlaceError, open_place
from graph.database.migrate import make_database, migrate
from graph.demo import seed
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema
from graph.serving.server import build_app
from graph.settings.settings import Settings
from graph.telemetry.metrics import Metrics
from tests.conftest import NOW, WORLD
from tests.tcp_postgres import TcpPostgres

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from countries.register.register import Register

BOUND = 3.0
"""How far behind the replica may be here: seconds."""

PATIENCE = 60.0
"""How long a test waits for what comes by itself, on a busy machine too: seconds."""

BELGIUM = ("BE",)
OFFICE = Caller("oscar", Tier.OFFICE, BELGIUM)
REGION = Caller("rosa", Tier.REGION, ("BE", "NL"))
HEADQUARTERS = Caller("hanna", Tier.HEADQUARTERS)
EVERYBODY = (OFFICE, REGION, HEADQUARTERS, Caller("carla", Tier.CASEWORKER, BELGIUM), Caller("aline", Tier.AUDITOR))

WHERE = "SELECT pg_is_in_recovery() AS replica"
SEEN = """
SELECT pg_is_in_recovery() AS replica, count(*) AS number, max(name) AS name,
  array_agg(DISTINCT country_code ORDER BY country_code) AS codes, current_user::text AS login,
  current_setting('transaction_read_only') AS reads, current_setting('application_name') AS application
FROM programme
"""
SLOW = "SELECT pg_is_in_recovery() AS replica, count(*) AS number FROM programme, pg_sleep(0.02)"
RENAME = "UPDATE programme SET name = $1"
STANDBY = ("-cwal_retrieve_retry_interval=100ms", "-cmax_standby_streaming_delay=100ms")


@dataclass(frozen=True)
class Pair:
    """A primary with three countries, and the replica that follows it."""

    primary: TcpPostgres
    standby: TcpPostgres
    address: Address

    @property
    def replica(self) -> Address:
        """The same database on the replica."""
        return replace(self.address, dsn=self.address.dsn.replace(str(self.primary.port), str(self.standby.port)))

    @asynccontextmanager
    async def database(self, bound: float = BOUND) -> AsyncIterator[Database]:
        """The pools of a process that reads from both."""
        database = Database(self.address, replica=Replica(self.replica, self.address, bound))
        await database.open()
        try:
            yield database
        finally:
            await database.close()

    @asynccontextmanager
    async def superuser(self, *, on_replica: bool = False) -> AsyncIterator[asyncpg.Connection[Any]]:
        """Whoever may do everything on one of the two."""
        connection = await asyncpg.connect(
            **(self.replica if on_replica else self.address).connect_arguments(SUPERUSER)
        )
        try:
            yield connection
        finally:
            await connection.close()

    async def change(self, name: str) -> float:
        """Give every programme a name; when that was committed."""
        async with self.superuser() as superuser:
            await superuser.execute(RENAME, name)
        return time.monotonic()


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory, register: Register) -> Iterator[Pair]:
    """Both servers, for the tests of this module."""
    folder = tmp_path_factory.mktemp("replica")
    primary, standby = TcpPostgres(folder / "primary", "own"), TcpPostgres(folder / "standby", "own")

    async def fill() -> Address:
        server = Address(
            primary.start().dsn, {SUPERUSER: primary.password, **{login: f"of {login}" for login in ALL_LOGINS}}
        )
        await make_database(server, SUPERUSER, "hearth")
        address = server.with_database("hearth")
        await migrate(address, OWNER, register)
        await seed(address, register, WORLD, 3, 7, today=NOW.date())
        return address

    try:
        primary.create()
        address = asyncio.run(fill())
        standby.follow(primary)
        standby.start(*STANDBY)
        yield Pair(primary, standby, address)
    finally:
        standby.stop()
        primary.stop()


async def read(database: Database, caller: Caller, text: str = SEEN, *values: object) -> asyncpg.Record:
    """The row of a statement that has one."""
    row = await database.read_row(caller, text, values)
    assert row is not None
    return row


async def from_replica(database: Database, caller: Caller = HEADQUARTERS, text: str = SEEN) -> asyncpg.Record:
    """Ask until the replica answers."""
    deadline = time.monotonic() + PATIENCE
    while not (row := await read(database, caller, text))["replica"]:
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)
    return row


async def until_seen(database: Database, name: str, committed: float) -> asyncpg.Record:
    """Ask as headquarters until a change is seen; who asks later than the bound sees it, whichever server answers."""
    while True:
        asked = time.monotonic()
        row = await read(database, HEADQUARTERS)
        if row["name"] == name:
            return row
        assert asked < committed + BOUND
        await asyncio.sleep(0.02)


async def until(connection: asyncpg.Connection[Any], statement: str, *values: object) -> None:
    """Wait until a statement's value is true."""
    deadline = time.monotonic() + PATIENCE
    while not await connection.fetchval(statement, *values):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.01)


async def pause(standby: asyncpg.Connection[Any]) -> None:
    """Let a replica receive what the primary writes, and replay nothing of it."""
    await standby.execute("SELECT pg_wal_replay_pause()")
    await until(standby, "SELECT pg_get_wal_replay_pause_state() = 'paused'")


async def test_headquarters_and_regions_read_from_the_replica_and_nobody_else(pair: Pair) -> None:
    """Each tier comes in as itself, with its settings, in a transaction that reads; the others stay on the primary."""
    async with pair.database() as database:
        for caller in EVERYBODY:
            if caller.tier in (Tier.REGION, Tier.HEADQUARTERS):
                row = await from_replica(database, caller)
                assert row["login"] == caller.tier.login
                assert row["reads"] == "on"
                assert row["application"] == f"hearth {caller.tier.value}"
            assert (await read(database, caller, WHERE))["replica"] == (caller.tier in (Tier.REGION, Tier.HEADQUARTERS))


async def test_row_security_is_the_same_on_the_replica(pair: Pair) -> None:
    """A region sees its countries and no other, headquarters all, and neither of them a child."""
    async with pair.database() as database:
        assert (await from_replica(database, REGION))["codes"] == ["BE", "NL"]
        assert (await from_replica(database, Caller("rosa", Tier.REGION, ("KE",))))["codes"] == ["KE"]
        assert (await from_replica(database, Caller("rosa", Tier.REGION)))["number"] == 0
        assert (await from_replica(database, HEADQUARTERS))["codes"] == sorted(WORLD)
        for caller in (REGION, HEADQUARTERS):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await read(database, caller, "SELECT count(*) FROM child")


async def test_a_change_is_seen_within_the_bound(pair: Pair) -> None:
    """What is committed on the primary is in the replica's answers soon, and always when the bound has passed."""
    async with pair.database() as database:
        await from_replica(database)
        await until_seen(database, "renamed", await pair.change("renamed"))
        assert (await from_replica(database))["name"] == "renamed"


async def test_an_idle_primary_does_not_make_the_replica_look_stale(pair: Pair) -> None:
    """However long ago the last change was: a replica that has it answers."""
    idle = "SELECT extract(epoch FROM now() - pg_last_xact_replay_timestamp())::float"
    async with pair.database() as database, pair.superuser(on_replica=True) as superuser:
        await until_seen(database, "the last for a while", await pair.change("the last for a while"))
        await asyncio.sleep(1.2 * BOUND)
        assert await superuser.fetchval(idle) > BOUND
        await from_replica(database)
        assert database.replica is not None
        assert database.replica.state is not ReplicaState.BEHIND


async def test_a_replica_that_no_longer_replays_is_left_when_the_bound_has_passed(
    pair: Pair, caplog: pytest.LogCaptureFixture
) -> None:
    """Headquarters hears of changes from the primary, until the replica has them; the log tells each turn once."""
    caplog.set_level("INFO", "hearth.replica")
    async with pair.database() as database, pair.superuser(on_replica=True) as superuser:
        await from_replica(database)
        await pause(superuser)
        try:
            committed = await pair.change("while it paused")
            row = await until_seen(database, "while it paused", committed)
            assert not row["replica"]
            await asyncio.sleep(committed + BOUND + 2 * BOUND / 10 - time.monotonic())
            assert not (await read(database, HEADQUARTERS))["replica"]
        finally:
            await superuser.execute("SELECT pg_wal_replay_resume()")
        assert (await from_replica(database))["name"] == "while it paused"
    said = [record.getMessage() for record in caplog.records if record.name == "hearth.replica"]
    assert "The replica may be too far behind; the primary answers." in said
    assert said[0] == said[-1] == "The replica answers regions and headquarters."
    assert all(one != other for one, other in pairwise(said))


async def test_what_the_replica_does_not_know_yet_the_primary_does(pair: Pair) -> None:
    """A statement for a schema that is newer than the replica's is answered, not refused."""
    async with pair.database() as database, pair.superuser(on_replica=True) as standby, pair.superuser() as primary:
        await from_replica(database)
        await pause(standby)
        try:
            await primary.execute("CREATE FUNCTION newer() RETURNS bool RETURN pg_is_in_recovery()")
            assert not (await read(database, HEADQUARTERS, "SELECT newer() AS replica"))["replica"]
        finally:
            await standby.execute("SELECT pg_wal_replay_resume()")
        await from_replica(database, text="SELECT pg_is_in_recovery() AS replica")


async def test_a_statement_that_stands_in_the_way_of_replay_is_answered_by_the_primary(pair: Pair) -> None:
    """The replica cancels it, the client hears nothing of that, and the replica goes on answering the others."""
    text = (
        "SELECT pg_is_in_recovery() AS replica, count(*) AS number"
        " FROM programme, pg_sleep(CASE WHEN pg_is_in_recovery() THEN 12 ELSE 0 END)"
    )
    running = "SELECT count(*) > 0 FROM pg_stat_activity WHERE query = $1 AND state = 'active'"
    async with pair.database() as database, pair.superuser(on_replica=True) as standby, pair.superuser() as primary:
        await from_replica(database)
        asked = asyncio.create_task(read(database, HEADQUARTERS, text))
        await until(standby, running, text)
        while not asked.done():  # whatever else looks at the primary may keep a VACUUM from taking the old rows away
            await primary.execute(RENAME, "in the way")
            await primary.execute("VACUUM programme")
            await asyncio.sleep(0.1)
        row = await asked
        assert not row["replica"]
        assert row["number"] > 0
        assert (await from_replica(database))["name"] == "in the way"


async def test_what_the_caller_did_is_not_asked_twice(pair: Pair) -> None:
    """A fault of the request that the replica finds is the answer, although the primary is there to be asked."""
    async with pair.database() as database:
        with pytest.raises(asyncpg.DivisionByZeroError):
            await from_replica(
                database, text="SELECT pg_is_in_recovery() AS replica, 1 / (pg_is_in_recovery()::int - 1)"
            )


async def stream(database: Database, caller: Caller, answers: list[bool], end: asyncio.Event) -> None:
    """Ask one question after another; whether the replica answered."""
    while not end.is_set():
        row = await read(database, caller, SLOW)
        assert row["number"] > 0
        answers.append(row["replica"])


async def until_answered(answers: list[bool], since: int, *, by_replica: bool) -> int:
    """Wait until one of the two has given one of the answers from one on; how many there are then."""
    async with asyncio.timeout(PATIENCE):
        while by_replica not in answers[since:]:  # noqa: ASYNC110 - whoever asks tells nobody
            await asyncio.sleep(0.01)
    return len(answers)


async def test_no_request_fails_when_the_replica_is_killed_and_it_is_used_again_when_it_is_back(
    pair: Pair, caplog: pytest.LogCaptureFixture
) -> None:
    """Killed in the middle of a stream of requests, gone while a server starts, and back: nobody hears an error."""
    caplog.set_level("INFO", "hearth.replica")
    answers: list[bool] = []
    end = asyncio.Event()
    async with pair.database() as database:
        await from_replica(database)
        async with asyncio.TaskGroup() as clients:
            for caller in (HEADQUARTERS, REGION) * 4:
                clients.create_task(stream(database, caller, answers, end))
            killed = await until_answered(answers, 0, by_replica=True)
            await asyncio.to_thread(pair.standby.kill)
            async with pair.database() as later:
                assert not (await read(later, HEADQUARTERS))["replica"]
                await asyncio.to_thread(pair.standby.start, *STANDBY)
                assert (await from_replica(later))["replica"]
            passed_on = await until_answered(answers, killed, by_replica=False)
            await until_answered(answers, passed_on, by_replica=True)
            end.set()
    assert "The replica cannot be reached; the primary answers." in [record.getMessage() for record in caplog.records]


async def test_a_request_does_not_wait_for_a_replica_that_hangs(pair: Pair) -> None:
    """What is under way when the replica stops answering is answered by the primary once the next look finds out."""
    async with pair.database() as database:
        await from_replica(database)
        pair.standby.freeze()
        try:
            begun = time.monotonic()
            row = await read(database, HEADQUARTERS)
            assert not row["replica"]
            assert time.monotonic() - begun < LIMITS[Tier.HEADQUARTERS].statement_seconds
        finally:
            pair.standby.thaw()
        await from_replica(database)


async def test_a_server_that_follows_no_other_is_refused(pair: Pair) -> None:
    """An address that names the primary itself stops the start, with a hint and without a pool."""
    database = Database(pair.address, replica=Replica(pair.address, pair.address, BOUND))
    with pytest.raises(ReplicaError, match="follows no other") as refused:
        await database.open()
    assert "HEARTH_REPLICA_URL" in refused.value.hint
    assert not database._pools


async def test_a_process_that_begins_again_leaves_out_what_is_no_replica(
    pair: Pair, caplog: pytest.LogCaptureFixture
) -> None:
    """Its address may have come to name the primary itself: the primary answers, and the log says why."""
    database = Database(pair.address, replica=Replica(pair.address, pair.address, BOUND))
    await database.open(anyway=True)
    try:
        for caller in EVERYBODY:
            assert not (await read(database, caller, WHERE))["replica"]
        assert database.replica is not None
        assert database.replica.state is ReplicaState.NO_REPLICA
        assert "The replica is left out." in [record.getMessage() for record in caplog.records]
    finally:
        await database.close()


async def test_another_servers_replica_is_refused(pair: Pair, world: Address) -> None:
    """A replica must follow the very server that it answers for."""
    with pytest.raises(ReplicaError, match="another server's replica"):
        await Replica(pair.replica, world, BOUND).check(1, 0)


async def test_the_pools_must_fit_the_replica(pair: Pair) -> None:
    """As many connections as it allows are let through, less those that stay free."""
    replica = Replica(pair.replica, pair.address, BOUND)
    await replica.check(50, 10)
    with pytest.raises(ReplicaError, match="51 connections"):
        await replica.check(51, 10)


async def test_the_figures_tell_who_answered(pair: Pair) -> None:
    """/metrics counts the statements that each of the two answered, and says how far behind the replica may be."""
    metrics = Metrics()
    async with pair.database() as database:
        await from_replica(database)
        assert database.replica is not None
        metrics.show_replica(database.replica)
        value = metrics.registry.get_sample_value
        assert value("hearth_replica_reads_total", {"answered_by": "replica"}) == database.replica.answered > 0
        assert value("hearth_replica_reads_total", {"answered_by": "primary"}) == database.replica.passed_on
        assert (value("hearth_replica_seconds_behind") or 0) > 0
    assert b"hearth_replica_seconds_behind +Inf" in generate_latest(metrics.registry)


async def test_a_server_whose_primary_is_a_replica(pair: Pair, register: Register) -> None:
    """It reads; what it cannot write is UNAVAILABLE, and which variable is to be set."""
    database = Database(pair.replica)
    await database.open()
    engine = Engine(build_schema()._schema, graph_model(), register, database)
    document = 'mutation { addCommunityPartner(input: { name: "Club", kind: OTHER }) { errors { code } } }'
    try:
        read = orjson.loads((await engine.answer(GraphQLRequest("{ homes { totalCount } }"), OFFICE)).body)
        answer = await engine.answer(GraphQLRequest(document), OFFICE)
    finally:
        await database.close()
    assert read["data"]["homes"]["totalCount"] > 0
    assert (answer.status, answer.codes) == (503, ("UNAVAILABLE",))
    assert "HEARTH_DATABASE_URL" in orjson.loads(answer.body)["errors"][0]["extensions"]["hint"]


async def test_the_settings_say_where_the_replica_is(pair: Pair) -> None:
    """HEARTH_REPLICA_URL reaches the pools; without it there is none, and the embedded server has none either."""
    named = Settings(database_url=pair.address.dsn, replica_url=pair.replica.dsn)
    replica = (await open_place(named)).database().replica
    assert replica is not None
    assert replica.address.dsn == pair.replica.dsn
    assert (await open_place(replace(named, replica_url=None))).database().replica is None
    with pytest.raises(PlaceError, match="no replica"):
        await open_place(replace(named, database_url=None))


def test_a_replica_is_as_of_the_latest_position_that_it_has_passed() -> None:
    """Positions of the primary that it has not come to say nothing; a position that was reached is never lost."""
    freshness = Freshness(10)
    for instant, position in ((1.0, 100), (2.0, 200), (3.0, 200), (4.0, 300)):
        freshness.primary_at(instant, position)
    expected: list[tuple[int | None, float]] = [(None, -inf), (99, -inf), (100, 1), (250, 3), (150, 3), (300, 4)]
    for passed, as_of in expected:
        freshness.replica_at(passed)
        assert freshness.as_of == as_of


def test_old_positions_are_forgotten() -> None:
    """What is remembered does not grow, and a replica that has passed only what is forgotten is not known fresh."""
    freshness = Freshness(10)
    for instant in range(1000):
        freshness.primary_at(instant, instant)
    assert len(freshness._marks) == 11
    freshness.replica_at(900)
    assert freshness.as_of == -inf


async def test_a_promoted_replica_is_told_left_out_and_served_from_the_primary(
    pair: Pair, register: Register, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """By mistake, while a process reads from it and before another one begins; what it is told since nobody reads."""
    standby = TcpPostgres(tmp_path / "promoted", "own")
    standby.follow(pair.primary)
    standby.start(*STANDBY)
    address = replace(pair.address, dsn=pair.address.dsn.replace(str(pair.primary.port), str(standby.port)))
    database = Database(pair.address, replica=Replica(address, pair.address, BOUND))
    try:
        await database.open()
        await from_replica(database)
        superuser = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
        assert await superuser.fetchval("SELECT pg_promote()")
        await superuser.execute(RENAME, "Astray")
        await superuser.close()

        deadline = time.monotonic() + PATIENCE
        while database.replica is None or database.replica.state is not ReplicaState.PROMOTED:
            assert time.monotonic() < deadline
            await asyncio.sleep(0.05)
        assert (await read(database, HEADQUARTERS))["name"] != "Astray"
        told = [record.getMessage() for record in caplog.records]
        assert "The replica was promoted and follows no primary any more; the primary answers." in told

        later = Database(pair.address, replica=Replica(address, pair.address, BOUND))
        await later.open()
        for caller in (OFFICE, REGION, HEADQUARTERS):
            assert (await read(later, caller))["name"] != "Astray"
        await later.close()

        settings = Settings(
            database_url=pair.address.dsn, database_passwords=pair.address.passwords, replica_url=address.dsn,
            dev_secret="a-secret-of-the-tests-and-of-nothing-else",
        )  # fmt: skip
        app = build_app(settings, register)
        async with app.router.lifespan_context(app), httpx.AsyncClient(transport=httpx.ASGITransport(app)) as client:
            ready = await client.get("http://127.0.0.1/health/ready")
        (lack,) = ready.json()["lacking"]
        assert (ready.status_code, ready.json()["status"]) == (200, "ready")
        assert (lack["check"], lack["reason"], lack["stops"]) == ("replica", "REPLICA_LEFT_OUT", "nothing")
        assert str(standby.port) not in ready.text
    finally:
        await database.close()
        standby.stop()

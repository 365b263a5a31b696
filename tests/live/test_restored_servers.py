"""A recovery to a point in time, a promotion, a copy of the files: clients of before load everything again."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from countries.address import Address
from countries.freshness import ReplicaState, Watch
from countries.logins import ALL_LOGINS, OPERATOR, OWNER
from countries.postgres import SUPERUSER
from countries.seal import begin_new_histories
from graph.demo import seed
from graph.migrate import make_database, migrate
from graph.serve import build_app
from tests.conftest import NOW, WORLD
from tests.live.conftest import CHANGED, WATCH, Ledger, serving, settings_of, token
from tests.live.histories import OFFICES, Clients, Cursors, clients
from tests.tcp_postgres import TcpPostgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from countries.register import Register

LASTS = "SELECT array_agg(last ORDER BY country_code) FROM change_counter"


@dataclass(frozen=True)
class Cluster:
    """A filled server that is stopped, to be copied."""

    stopped: TcpPostgres
    address: Address

    def copy(self, folder: Path, of: TcpPostgres | None = None) -> TcpPostgres:
        """Another server on a copy of its files, or of another stopped server's."""
        shutil.copytree((of or self.stopped).folder, folder)
        return TcpPostgres(folder, self.stopped.password)

    def at(self, server: TcpPostgres) -> Address:
        """Its database, on another server."""
        return replace(self.address, dsn=self.address.dsn.replace(str(self.stopped.port), str(server.port)))


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory, register: Register) -> Cluster:
    """Three countries."""
    made = TcpPostgres(tmp_path_factory.mktemp("histories") / "filled", "own")

    async def fill() -> Address:
        server = Address(made.start().dsn, {SUPERUSER: made.password, **{each: f"of {each}" for each in ALL_LOGINS}})
        await make_database(server, SUPERUSER, "hearth")
        address = server.with_database("hearth")
        await migrate(address, OWNER, register)
        await seed(address, register, WORLD, 3, 7, today=NOW.date())
        return address

    made.create()
    try:
        address = asyncio.run(fill())
    finally:
        made.stop()
    return Cluster(made, address)


@pytest.fixture
def running() -> Iterator[list[TcpPostgres]]:
    """The servers of a test, which end with it."""
    servers: list[TcpPostgres] = []
    yield servers
    for server in servers:
        server.stop()


async def value(address: Address, statement: str) -> Any:  # noqa: ANN401 - whatever the statement gives
    """The one value of a statement, as the superuser."""
    superuser = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    try:
        return await superuser.fetchval(statement)
    finally:
        await superuser.close()


async def promoted(address: Address) -> None:
    """Wait until a server takes writes."""
    while await value(address, "SELECT pg_is_in_recovery()"):  # noqa: ASYNC110 - a server has no event for it
        await asyncio.sleep(0.02)


def recover(server: TcpPostgres, archive: Path) -> None:
    """Let a copy of the files come as far as the restore point, with what was archived, and take writes from there."""
    shutil.copytree(archive, server.folder / "archive")
    (server.folder / "recovery.signal").touch()
    with (server.folder / "postgresql.auto.conf").open("a", encoding="utf-8") as settings:
        settings.write(
            "restore_command = 'cp archive/%f %p'\n"
            "recovery_target_name = 'before'\nrecovery_target_action = 'promote'\narchive_mode = off\n"
        )


async def written(all_: Clients, word: str) -> Cursors:
    """Everybody writes, and reads all there is."""
    await all_.write(3, word)
    return await all_.read()


async def test_a_recovery_to_a_point_in_time(
    cluster: Cluster, running: list[TcpPostgres], register: Register, tmp_path: Path
) -> None:
    """No cursor of before is followed, of before the point nor behind it; nor after a second recovery to that point.

    The archive holds nothing of the first recovery, so that the second one gives its timeline the same number: there
    the cursors of changes that it does not hold are refused, and those of what both have in common are not.
    """
    primary = cluster.copy(tmp_path / "primary")
    running.append(primary)
    archived = primary.folder / "archive"
    archived.mkdir()
    primary.start("-carchive_mode=on", "-carchive_command=cp %p archive/%f")
    async with clients(cluster.at(primary), register) as all_:
        old = await written(all_, "kept")
        await value(cluster.at(primary), "SELECT pg_create_restore_point('before')")
        for who, cursors in (await written(all_, "lost")).items():
            old[who] = [*old[who], *cursors]
        await value(cluster.at(primary), "SELECT pg_switch_wal()")
    primary.stop()
    first = cluster.copy(tmp_path / "first")
    running.append(first)
    recover(first, archived)
    first.start()
    await promoted(cluster.at(first))
    assert await value(cluster.at(first), LASTS) == [3, 3]
    async with clients(cluster.at(first), register) as all_:
        await all_.check(old)
        common = await all_.read()
        await written(all_, "since")
        gone = {who: [each for each in told if each not in common[who]] for who, told in all_.cursors.items()}
        await all_.write(9, "passed")
        await all_.check(old)
    first.stop()
    second = cluster.copy(tmp_path / "second")
    running.append(second)
    recover(second, archived)
    second.start()
    await promoted(cluster.at(second))
    async with clients(cluster.at(second), register) as all_:
        await written(all_, "again")
        await all_.check(old)
        await all_.check({who: gone[who] for who in (*OFFICES, "carla")})
        assert not any(any(each) for each in (await all_.refused(common)).values())


async def test_a_standby_that_was_behind(
    cluster: Cluster, running: list[TcpPostgres], register: Register, tmp_path: Path
) -> None:
    """While it follows it is of its primary's history; promoted, it answers no cursor of before."""
    primary = cluster.copy(tmp_path / "primary")
    running.append(primary)
    primary.start()
    address = cluster.at(primary)
    async with clients(address, register) as all_:
        old = await written(all_, "kept")
        standby = TcpPostgres(tmp_path / "standby", primary.password)
        running.append(standby)
        standby.follow(primary)
        standby.start()
        there = cluster.at(standby)
        assert await value(there, "SELECT hearth_history(NULL)") == await value(address, "SELECT hearth_history(NULL)")
        async with clients(there, register) as readers:
            assert not any(any(each) for each in (await readers.refused(old)).values())
        standby.stop()
        for who, cursors in (await written(all_, "lost")).items():
            old[who] = [*old[who], *cursors]
        primary.kill()
    standby.start()
    assert await value(there, "SELECT pg_promote()")
    async with clients(there, register) as all_:
        await all_.check(old)
        await all_.write(9, "new")
        await all_.check(old)
    before = await value(there, "SELECT hearth_history(NULL)")
    standby.stop()
    standby.start()
    assert await value(there, "SELECT hearth_history(NULL)") == before


async def test_a_replica_of_what_was_undone_answers_nothing(
    cluster: Cluster, running: list[TcpPostgres], tmp_path: Path
) -> None:
    """A standby that holds more than a primary that was restored is left out, until that has come as far and beyond."""
    primary = cluster.copy(tmp_path / "primary")
    running.append(primary)
    primary.start()
    address = cluster.at(primary)
    standby = TcpPostgres(tmp_path / "standby", primary.password)
    running.append(standby)
    standby.follow(primary)
    standby.start()
    await value(address, "UPDATE programme SET name = 'Undone' WHERE country_code = 'BE'")
    replayed = f"SELECT pg_last_wal_replay_lsn() >= '{await value(address, 'SELECT pg_current_wal_lsn()::text')}'"
    while not await value(cluster.at(standby), replayed):  # noqa: ASYNC110 - a server has no event for it
        await asyncio.sleep(0.02)
    watch = Watch(address, cluster.at(standby), 60.0)
    assert await watch.look() is ReplicaState.ANSWERS
    primary.stop()
    restored = cluster.copy(tmp_path / "restored")
    running.append(restored)
    restored.port = primary.port
    restored.start()
    for _ in range(2):
        await watch.look()
    assert await watch.look() is ReplicaState.FOREIGN
    assert not watch.is_fresh
    # Far beyond: what the replica replayed lies behind, and says nothing of what this primary holds.
    await value(address, "CREATE TABLE padding AS SELECT repeat('x', 1000) FROM generate_series(1, 20000)")
    for _ in range(2):
        assert await watch.look() is not ReplicaState.ANSWERS
    watch.drop()


async def test_a_restart_and_a_crash_leave_cursors_as_they_are(
    cluster: Cluster, running: list[TcpPostgres], register: Register, tmp_path: Path
) -> None:
    """What begins no other history costs nobody anything."""
    server = cluster.copy(tmp_path / "server")
    running.append(server)
    for end in (server.stop, server.kill):
        server.start()
        async with clients(cluster.at(server), register) as all_:
            old = await written(all_, end.__name__)
        end()
        server.start()
        async with clients(cluster.at(server), register) as all_:
            assert not any(any(each) for each in (await all_.refused(old)).values())
        server.stop()


async def test_a_copy_of_the_files_that_is_started_as_it_is(
    cluster: Cluster, running: list[TcpPostgres], register: Register, tmp_path: Path
) -> None:
    """It has the timeline of before: cursors of what it lacks are refused, and all of them once somebody says so."""
    primary = cluster.copy(tmp_path / "primary")
    running.append(primary)
    primary.start()
    async with clients(cluster.at(primary), register) as all_:
        common = await written(all_, "kept")
    primary.stop()
    copy = cluster.copy(tmp_path / "copy", primary)
    running.append(copy)
    primary.start()
    async with clients(cluster.at(primary), register) as all_:
        lost = await written(all_, "lost")
    primary.stop()
    gone = {who: [each for each in lost[who] if each not in common[who]] for who in (*OFFICES, "carla")}
    copy.start()
    async with clients(cluster.at(copy), register) as all_:
        await all_.check(gone)
        await all_.write(9, "new")
        await all_.check(gone)
        assert not any(any(each) for each in (await all_.refused(common)).values())
        operator = await asyncpg.connect(**cluster.at(copy).connect_arguments(OPERATOR))
        assert await begin_new_histories(operator) == len(OFFICES)
        await operator.close()
        await all_.check({who: [*gone[who], *common[who]] for who in OFFICES})


async def test_subscribers_hear_of_a_promotion(
    cluster: Cluster, running: list[TcpPostgres], register: Register, tmp_path: Path
) -> None:
    """Whoever follows the feed while a standby that was behind takes over is told RESYNC; a row comes as it is now.

    The new server answers at the address of the old one, and its feed has passed the number that was delivered last.
    """
    primary = cluster.copy(tmp_path / "primary")
    running.append(primary)
    primary.start()
    address = cluster.at(primary)
    standby = TcpPostgres(tmp_path / "standby", primary.password)
    running.append(standby)
    standby.follow(primary)
    superuser = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    ledger = Ledger(await asyncpg.connect(**address.connect_arguments(OPERATOR)), superuser)
    child = (await ledger.children("BE"))[0]
    kept = await ledger.operator.fetchval("SELECT family_name FROM child WHERE id = $1", child["id"])
    async with serving(build_app(settings_of(address), register)) as served, served.socket(token()) as socket:
        feed = await served.subscribed(socket, CHANGED)
        row = await served.subscribed(socket, WATCH, id=child["global"])
        served.hub.told("BE", await ledger.rename(child, "Lost", times=5))
        first = {message["id"]: message["payload"]["data"] for message in (await socket.hear(), await socket.hear())}
        assert first[row] == {"childChanged": {"id": child["global"], "familyName": "Lost"}}
        assert len(first[feed]["changed"]["nodes"]) == 5
        cursor = first[feed]["changed"]["pageInfo"]["endCursor"]
        primary.kill()
        standby.port = primary.port
        standby.start()
        assert await value(address, "SELECT pg_promote()")
        superuser = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
        later = Ledger(await asyncpg.connect(**address.connect_arguments(OPERATOR)), superuser)
        await later.rename(child, kept, times=9)
        second = {message["id"]: message for message in (await socket.hear(), await socket.hear())}
        assert second[row]["payload"]["data"]["childChanged"]["familyName"] == kept
        assert second[feed]["type"] == "error"
        (error,) = second[feed]["payload"]
        assert (error["extensions"]["code"], error["extensions"]["reason"]) == ("CONFLICT", "RESYNC")
        told = await socket.subscribe("query ($since: String!) { changes(since: $since) { head } }", since=cursor)
        refused = await socket.hear()
        assert (refused["id"], refused["payload"]["errors"][0]["extensions"]["hint"]) == (told, "RESYNC")
        # From here on deliveries come again, of the history that is.
        await socket.hear()
        again = await served.subscribed(socket, CHANGED)
        await later.rename(child, "New")
        third = {message["id"]: message["payload"]["data"] for message in (await socket.hear(), await socket.hear())}
        assert third[row]["childChanged"]["familyName"] == "New"
        assert len(third[again]["changed"]["nodes"]) == 1
        await later.operator.close()
        await superuser.close()


async def test_subscribers_hear_of_a_feed_that_has_gone_back(
    cluster: Cluster, running: list[TcpPostgres], register: Register, tmp_path: Path
) -> None:
    """Where the files are those of before and nobody has written since, whoever follows is told all the same."""
    before = cluster.copy(tmp_path / "before")
    running.append(before)
    before.start()
    address = cluster.at(before)
    operator = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    ledger = Ledger(operator, operator)
    child = (await ledger.children("BE"))[0]
    kept = await operator.fetchval("SELECT family_name FROM child WHERE id = $1", child["id"])
    async with serving(build_app(settings_of(address), register)) as served, served.socket(token()) as socket:
        feed = await served.subscribed(socket, CHANGED)
        row = await served.subscribed(socket, WATCH, id=child["global"])
        served.hub.told("BE", await ledger.rename(child, "Lost", times=5))
        assert {(await socket.hear())["id"], (await socket.hear())["id"]} == {feed, row}
        before.kill()
        after = cluster.copy(tmp_path / "after")
        running.append(after)
        after.port = before.port
        after.start()
        told = {message["id"]: message for message in (await socket.hear(), await socket.hear())}
        assert told[row]["payload"]["data"]["childChanged"]["familyName"] == kept
        assert told[feed]["payload"][0]["extensions"]["reason"] == "RESYNC"

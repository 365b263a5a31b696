"""A recovery to a point in time, a promotion, a copy of the files: clients of before load everything again."""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING

import asyncpg

from countries.tenancy.logins import OPERATOR
from countries.tenancy.seal import begin_new_histories
from tests.live.clusters import value
from tests.live.histories import OFFICES, Clients, Cursors, clients
from tests.tcp_postgres import TcpPostgres

if TYPE_CHECKING:
    from pathlib import Path

    from countries.connections.address import Address
    from countries.register.register import Register
    from tests.live.clusters import Cluster

LASTS = "SELECT array_agg(last ORDER BY country_code) FROM change_counter"


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
    cluster: Cluster, started: list[TcpPostgres], register: Register, tmp_path: Path
) -> None:
    """No cursor of before is followed, of before the point nor behind it; nor after a second recovery to that point.

    The archive holds nothing of the first recovery, so that the second one gives its timeline the same number: there
    the cursors of changes that it does not hold are refused, and those of what both have in common are not.
    """
    primary = cluster.copy(tmp_path / "primary")
    started.append(primary)
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
    started.append(first)
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
    started.append(second)
    recover(second, archived)
    second.start()
    await promoted(cluster.at(second))
    async with clients(cluster.at(second), register) as all_:
        await written(all_, "again")
        await all_.check(old)
        await all_.check({who: gone[who] for who in (*OFFICES, "carla")})
        assert not any(any(each) for each in (await all_.refused(common)).values())


async def test_a_standby_that_was_behind(
    cluster: Cluster, started: list[TcpPostgres], register: Register, tmp_path: Path
) -> None:
    """While it follows it is of its primary's history; promoted, it answers no cursor of before."""
    primary = cluster.copy(tmp_path / "primary")
    started.append(primary)
    primary.start()
    address = cluster.at(primary)
    async with clients(address, register) as all_:
        old = await written(all_, "kept")
        standby = TcpPostgres(tmp_path / "standby", primary.password)
        started.append(standby)
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


async def test_a_restart_and_a_crash_leave_cursors_as_they_are(
    cluster: Cluster, started: list[TcpPostgres], register: Register, tmp_path: Path
) -> None:
    """What begins no other history costs nobody anything."""
    server = cluster.copy(tmp_path / "server")
    started.append(server)
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
    cluster: Cluster, started: list[TcpPostgres], register: Register, tmp_path: Path
) -> None:
    """It has the timeline of before: cursors of what it lacks are refused, and all of them once somebody says so."""
    primary = cluster.copy(tmp_path / "primary")
    started.append(primary)
    primary.start()
    async with clients(cluster.at(primary), register) as all_:
        common = await written(all_, "kept")
    primary.stop()
    copy = cluster.copy(tmp_path / "copy", primary)
    started.append(copy)
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

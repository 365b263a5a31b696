"""A server that goes on running while its database becomes another one: who listens, and what a replica holds."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import asyncpg

from countries.connections.freshness import ReplicaState, ReplicaWatch
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.logins import OPERATOR
from graph.serving.server import build_app
from tests.live.clusters import value
from tests.live.conftest import CHANGED, WATCH, Ledger, serving, settings_of, token
from tests.tcp_postgres import TcpPostgres

if TYPE_CHECKING:
    from pathlib import Path

    from countries.register.register import Register
    from tests.live.clusters import Cluster


async def test_a_replica_of_what_was_undone_answers_nothing(
    cluster: Cluster, started: list[TcpPostgres], tmp_path: Path
) -> None:
    """A standby that holds more than a primary that was restored is left out, until that has come as far and beyond."""
    primary = cluster.copy(tmp_path / "primary")
    started.append(primary)
    primary.start()
    address = cluster.at(primary)
    standby = TcpPostgres(tmp_path / "standby", primary.password)
    started.append(standby)
    standby.follow(primary)
    standby.start()
    await value(address, "UPDATE programme SET name = 'Undone' WHERE country_code = 'BE'")
    replayed = f"SELECT pg_last_wal_replay_lsn() >= '{await value(address, 'SELECT pg_current_wal_lsn()::text')}'"
    while not await value(cluster.at(standby), replayed):  # noqa: ASYNC110 - a server has no event for it
        await asyncio.sleep(0.02)
    watch = ReplicaWatch(address, cluster.at(standby), 60.0)
    assert await watch.look() is ReplicaState.ANSWERS
    primary.stop()
    restored = cluster.copy(tmp_path / "restored")
    started.append(restored)
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


async def test_subscribers_hear_of_a_promotion(
    cluster: Cluster, started: list[TcpPostgres], register: Register, tmp_path: Path
) -> None:
    """Whoever follows the feed while a standby that was behind takes over is told RESYNC; a row comes as it is now.

    The new server answers at the address of the old one, and its feed has passed the number that was delivered last.
    """
    primary = cluster.copy(tmp_path / "primary")
    started.append(primary)
    primary.start()
    address = cluster.at(primary)
    standby = TcpPostgres(tmp_path / "standby", primary.password)
    started.append(standby)
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
        assert (refused["id"], refused["payload"]["errors"][0]["extensions"]["reason"]) == (told, "RESYNC")
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
    cluster: Cluster, started: list[TcpPostgres], register: Register, tmp_path: Path
) -> None:
    """Where the files are those of before and nobody has written since, whoever follows is told all the same."""
    before = cluster.copy(tmp_path / "before")
    started.append(before)
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
        started.append(after)
        after.port = before.port
        after.start()
        told = {message["id"]: message for message in (await socket.hear(), await socket.hear())}
        assert told[row]["payload"]["data"]["childChanged"]["familyName"] == kept
        assert told[feed]["payload"][0]["extensions"]["reason"] == "RESYNC"

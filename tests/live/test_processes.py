"""Several processes on one database: messages that come, are lost, are made up; and the end of a process."""

from __future__ import annotations

import asyncio
import json
import re
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import asyncpg
import httpx
import pytest
from prometheus_client import generate_latest

from countries.connections.causes import CAUSES
from countries.connections.listener import Listener, announce
from countries.embedded.postgres import SUPERUSER
from graph.execute.engine import Engine
from graph.serving.server import build_app
from tests.live.conftest import CHANGED, PATIENCE, WATCH, serving, settings_of, token
from tests.live.test_deliveries import rows
from tests.live.test_events import streaming

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from countries.register.register import Register
    from countries.tenancy.caller import Caller
    from graph.execute.request import GraphQLRequest
    from graph.execute.subscriptions import Live
    from tests.live.conftest import Ledger, Served


def listener_of(served: Served) -> Listener:
    """The listener of a running server."""
    owner: Listener = served.hub.tell.__self__  # type: ignore[union-attr]  # a bound method
    return owner


@asynccontextmanager
async def announcer(address: Address) -> AsyncIterator[Listener]:
    """Another process, as far as anybody hears of it; the value is its voice."""
    connected = asyncio.Event()
    listener = Listener(address, lambda *_: None, connected.set)
    listener.open()
    async with asyncio.timeout(PATIENCE):
        await connected.wait()
    yield listener
    await listener.close()


@pytest.fixture
async def heard(served: Served, monkeypatch: pytest.MonkeyPatch) -> Served:
    """The server, connected to its channel, without a look of its own within the test."""
    await served.until(lambda: listener_of(served).is_connected)
    monkeypatch.setattr(served.hub, "look_again", lambda: None)
    return served


async def test_a_process_that_does_not_stay_is_heard(
    heard: Served,
    lively: Address,
    ledger: Ledger,
    child: Any,  # noqa: ANN401 - a row
) -> None:
    """An import says once what it has come to, and goes."""
    async with heard.socket(token()) as socket:
        await heard.subscribed(socket, CHANGED)
        await announce(lively, "BE", await ledger.rename(child, "Maes"))
        assert rows(await socket.hear()) == [child["global"]]


async def test_a_change_of_another_process_arrives(heard: Served, lively: Address, ledger: Ledger, child: Any) -> None:  # noqa: ANN401 - a row
    """By message, without a look; to groups of both kinds."""
    async with announcer(lively) as other, heard.socket(token()) as socket:
        await heard.subscribed(socket, CHANGED)
        other.tell("BE", await ledger.rename(child, "Mertens"))
        assert rows(await socket.hear()) == [child["global"]]

        await heard.subscribed(socket, WATCH, id=child["global"])
        other.tell("BE", await ledger.rename(child, "Lambert"))
        assert {(await socket.hear())["id"] for _ in range(2)} == {"1", "2"}


async def test_what_is_committed_here_is_told(heard: Served, lively: Address) -> None:
    """The newest number of each country, changes that come together in one message."""
    told: list[tuple[str, int]] = []
    there = asyncio.Event()
    other = Listener(lively, lambda *message: told.append(message), there.set)
    other.open()
    await asyncio.wait_for(there.wait(), PATIENCE)
    for number in range(10**15, 10**15 + 50):
        heard.hub.told("NL", number)
    heard.hub.told("FR", 1)
    await heard.until(lambda: len(told) > 1)
    await other.close()

    assert sorted(told) == [("FR", 1), ("NL", 10**15 + 49)]


async def test_how_far_messages_are_behind(heard: Served) -> None:
    """The figures say whether this process hears others, since when a commit is untold, and how long others took."""
    value = heard.app.state.metrics.registry.get_sample_value
    assert value("hearth_listener_connected") == 1
    before = value("hearth_notify_seconds_count")
    heard.hub.told("LU", 10**15)
    assert value("hearth_feed_untold_seconds") > 0
    await heard.until(lambda: value("hearth_notify_seconds_count") == before + 1)
    assert value("hearth_feed_untold_seconds") == 0
    assert "LU" not in generate_latest(heard.app.state.metrics.registry).decode()


async def test_what_cannot_be_told_grows_older(lively: Address) -> None:
    """Without a connection the feed stays ahead of the last message, from its first untold commit on."""
    wrong = replace(lively, passwords={**lively.passwords, "hearth_listener": "another"})
    listener = Listener(wrong, lambda *_: None, lambda: None)
    CAUSES.counts.clear()
    listener.open()
    assert listener.untold_seconds == 0
    listener.tell("BE", 1)
    first = listener.untold_seconds
    async with asyncio.timeout(PATIENCE):
        while CAUSES.counts["listener", "28P01"] < 2:  # noqa: ASYNC110 - no event of ours
            await asyncio.sleep(0.01)
    listener.tell("BE", 2)
    assert listener.untold_seconds > first
    assert listener.told.number == 0
    await listener.close()


@pytest.mark.parametrize(
    "payload", ["BE 999999999999999999", "BE 1", "KE 7", "XX 3", "BE", "BE -1", "BE 01", "be 7", "BE 7\n", "", "7 BE"]
)
async def test_a_message_that_is_made_up_costs_a_read_at_most(heard: Served, ledger: Ledger, payload: str) -> None:
    """Nothing is delivered, and what comes true later still is."""
    child = (await ledger.children("BE"))[0]
    async with heard.socket(token()) as socket:
        await heard.subscribed(socket, CHANGED)
        reads = heard.hub.figures.reads
        await ledger.notify(payload)
        await socket.silence(0.2)
        assert heard.hub.figures.reads - reads <= 1
        await ledger.notify(f"BE {await ledger.rename(child, 'Waar')}")
        assert rows(await socket.hear()) == [child["global"]]


async def test_a_made_up_message_costs_all_groups_one_read(heard: Served, ledger: Ledger, child: Any) -> None:  # noqa: ANN401 - a row
    """Of several groups none runs before the feed has been asked."""
    async with heard.socket(token()) as socket:
        await heard.subscribed(socket, CHANGED)
        await heard.subscribed(socket, CHANGED.replace("kind", "type"))
        await heard.subscribed(socket, WATCH, id=child["global"])
        await asyncio.sleep(0.1)
        reads = heard.hub.figures.reads
        await ledger.notify("BE 999999999999999999")
        await socket.silence(0.2)
        assert heard.hub.figures.reads - reads == 1


async def terminate(server: Address, address: Address) -> None:
    """End every listener's connection to a database."""
    connection = await asyncpg.connect(**server.connect_arguments(SUPERUSER))
    name = address.dsn.partition("?")[0].rpartition("/")[2]
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = 'hearth_listener'",
        name,
    )
    await connection.close()


async def test_a_lost_connection_loses_no_change(
    served: Served,
    server: Address,
    lively: Address,
    ledger: Ledger,
    child: Any,  # noqa: ANN401 - a row
) -> None:
    """What nobody could hear is found by the look after the connection is there again."""
    await served.until(lambda: listener_of(served).is_connected)
    async with served.socket(token()) as socket:
        await served.subscribed(socket, CHANGED)
        first = await ledger.head("BE")
        await terminate(server, lively)
        numbers = [await ledger.rename(child, f"Onhoorbaar {number}") for number in range(3)]
        seen = 0
        while seen < 3:
            seen += len(rows(await socket.hear()))
        assert (seen, numbers[-1]) == (3, first + 3)
        await served.until(lambda: listener_of(served).is_connected)


async def test_a_message_that_is_lost_is_made_up_for(served: Served, ledger: Ledger, child: Any) -> None:  # noqa: ANN401 - a row
    """The server looks by itself every few seconds."""
    async with served.socket(token()) as socket:
        await served.subscribed(socket, CHANGED)
        await ledger.rename(child, "Ongezegd")
        assert rows(await socket.hear()) == [child["global"]]


async def test_without_a_listener_everything_else_works(
    lively: Address,
    register: Register,
    ledger: Ledger,
    child: Any,  # noqa: ANN401 - a row
) -> None:
    """The server is ready, and who listens here hears what is committed here at once."""
    wrong = {**lively.passwords, "hearth_listener": "wrong"}
    app = build_app(settings_of(replace(lively, passwords=wrong)), register)
    async with serving(app) as served, served.socket(token()) as socket:
        async with httpx.AsyncClient() as client:
            ready = await client.get(served.url.replace("/graphql", "/health/ready"))
        assert ready.status_code == 200
        assert not listener_of(served).is_connected
        await served.subscribed(socket, CHANGED)
        served.hub.told("BE", await ledger.rename(child, "Hier"))
        assert rows(await socket.hear()) == [child["global"]]


async def test_a_server_that_stops_says_goodbye(lively: Address, register: Register) -> None:
    """Sockets get 1001, streams an end without a complete, both of which mean to come back; and no task is left."""
    before = asyncio.all_tasks()
    async with serving(build_app(settings_of(lively), register)) as served:  # noqa: SIM117 - what is left is looked at between
        async with served.socket(token()) as socket, streaming(served, CHANGED, token()) as stream:
            await stream.quiet(1)
            await served.subscribed(socket, CHANGED)
            await served.subscribed(socket, CHANGED.replace("kind", "type"))
            hub = served.hub
            assert hub.figures.subscribers == 3
            served.server.should_exit = True
            assert await socket.closed() == (1001, "Going away")
            rest = await stream.rest()
            assert "complete" not in rest
            assert re.fullmatch(r"retry: \d{3,4}", rest.strip())
    assert (hub.figures.subscribers, hub.figures.clients) == (0, 0)
    async with asyncio.timeout(PATIENCE):
        while [task for task in asyncio.all_tasks() - before if "graph" in repr(task.get_coro())]:  # noqa: ASYNC110 - no event of ours
            await asyncio.sleep(0.01)


async def test_a_stream_that_is_not_alone_says_goodbye_too(
    lively: Address, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One behind which another request waits, and one that begins when the server has been told to stop."""
    begins, goes_on = asyncio.Event(), asyncio.Event()
    subscribe = Engine.subscribe

    async def slowly(engine: Engine, request: GraphQLRequest, caller: Caller) -> Live | None:
        live = await subscribe(engine, request, caller)
        if request.document == CHANGED + " ":
            begins.set()
            await goes_on.wait()
        return live

    monkeypatch.setattr(Engine, "subscribe", slowly)
    async with serving(build_app(settings_of(lively), register)) as served:
        first = await asyncio.open_connection("127.0.0.1", served.port)
        first[1].write(wished(CHANGED) + wished(CHANGED))
        await served.until(lambda: served.hub.figures.clients == 1)
        late = await asyncio.open_connection("127.0.0.1", served.port)
        late[1].write(wished(CHANGED + " "))
        await begins.wait()
        served.server.should_exit = True
        async with asyncio.timeout(PATIENCE):
            assert b"retry: " in await first[0].read()
            goes_on.set()
            told = await late[0].read()
        first[1].close()
        late[1].close()
        assert b"retry: " in told
        assert b"complete" not in told


def wished(document: str) -> bytes:
    """A request for an event stream, as it goes over the wire."""
    body = json.dumps({"query": document}).encode()
    head = (
        "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\n"
        f"Authorization: Bearer {token()}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


@pytest.mark.parametrize("origin", [{}, {"Origin": "https://office.example"}])
async def test_a_request_that_a_stop_cuts_off_hears_so(
    lively: Address, register: Register, monkeypatch: pytest.MonkeyPatch, origin: dict[str, str]
) -> None:
    """503 with a code and what to do, on both ways in: nobody takes it for a fault, or for an answer."""
    begun = asyncio.Event()

    async def never(*_: object) -> None:
        begun.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(Engine, "answer", never)
    async with serving(build_app(settings_of(lively), register)) as served, httpx.AsyncClient() as client:
        served.server.config.timeout_graceful_shutdown = 1
        headers = {"Authorization": f"Bearer {token()}", **origin}
        asked = asyncio.create_task(
            client.post(served.url, json={"query": "{ homes { totalCount } }"}, headers=headers, timeout=PATIENCE)
        )
        await begun.wait()
        served.server.should_exit = True
        told = await asked
    assert (told.status_code, told.headers["retry-after"]) == (503, "1")
    extensions = told.json()["errors"][0]["extensions"]
    assert (extensions["code"], extensions["retryable"]) == ("UNAVAILABLE", True)
    assert "idempotencyKey" in extensions["hint"]


async def test_the_metrics_show_it(served: Served, ledger: Ledger, child: Any) -> None:  # noqa: ANN401 - a row
    """How many listen, how much they were given; and no country."""
    registry = served.app.state.metrics.registry
    given = registry.get_sample_value("hearth_deliveries_total")
    async with served.socket(token()) as socket:
        await served.subscribed(socket, CHANGED)
        assert registry.get_sample_value("hearth_subscribers") == 1
        assert registry.get_sample_value("hearth_live_clients") == 1
        served.hub.told("BE", await ledger.rename(child, "Geteld"))
        await socket.hear()
        assert registry.get_sample_value("hearth_deliveries_total") == given + 1
    live = ("hearth_subscribe", "hearth_live", "hearth_deliver")
    labels = [sample.labels for each in registry.collect() if each.name.startswith(live) for sample in each.samples]
    assert labels
    assert not any(labels)

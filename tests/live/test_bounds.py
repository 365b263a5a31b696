"""What one caller may hold: over its share it is refused alone, and whoever comes from another country gets in."""

from __future__ import annotations

import asyncio
import socket as sockets_
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import asyncpg
import httpx
import orjson
import pytest
import pytest_asyncio

from countries.embedded.postgres import SUPERUSER
from graph.http.arrivals import WireLimits
from graph.http.media_types import GRAPHQL_RESPONSE, JSON
from graph.serving.server import build_app
from graph.shares.bounds import CallerBounds
from tests.live.conftest import CHANGED, PATIENCE, WATCH, serving, settings_of, token
from tests.live.test_events import streaming
from tests.live.test_slow_readers import narrow

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from countries.register.register import Register
    from graph.http.subscriptions.edge import LiveLimits
    from tests.live.conftest import Ledger, Served, Socket

USUAL = CallerBounds()
FEW = CallerBounds(
    requests=replace(USUAL.requests, each=3, most=5),
    bodies=replace(USUAL.bodies, each=1_000_000, most=1_500_000),
    clients=replace(USUAL.clients, each=3, most=5),
    subscriptions=replace(USUAL.subscriptions, each=4, most=6),
    kept=replace(USUAL.kept, each=20_000, most=200_000),
    unread=replace(USUAL.unread, each=1_000_000),
    openings=10_000,
    starts=10_000,
)
WHO = "{ viewer { role } }"
HELD = "{ children(first: 1) { nodes { id } } }"


@pytest_asyncio.fixture
async def bounded(lively: Address, register: Register, small: LiveLimits) -> AsyncIterator[Served]:
    """A server whose callers may hold little; in the end nobody holds anything."""
    async with serving(build_app(settings_of(lively), register, limits=small, bounds=FEW)) as running:
        yield running
        await settled(running)


async def settled(served: Served) -> None:
    """Every count comes back to zero, and no caller is remembered."""
    holdings = served.app.state.holdings
    await served.until(lambda: not any(holdings.totals.values()))
    kinds = (holdings.requests, holdings.bodies, holdings.clients, holdings.subscriptions, holdings.kept)
    assert [held.callers for held in (*kinds, holdings.unread)] == [0] * 6
    assert not len(served.app.state.live.lobby)


@asynccontextmanager
async def sockets(served: Served, *bearers: str) -> AsyncIterator[list[Socket]]:
    """Acknowledged sockets, one for each token."""
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(served.socket(bearer)) for bearer in bearers]


async def turned_away(served: Served, bearer: str) -> tuple[int, str]:
    """How a socket is closed that says who it is."""
    async with served.raw() as socket:
        await socket.say(type="connection_init", payload={"Authorization": f"Bearer {bearer}"})
        return await socket.closed()


def spent(extensions: dict[str, Any]) -> bool:
    """Whether an error says that the caller's share is spent, and that it may come back."""
    told = (extensions["code"], extensions["reason"], extensions["retryable"])
    return told == ("TOO_COSTLY", "BUDGET_SPENT", True) and "try again in" in extensions["hint"]


async def asked(served: Served, bearer: str, document: str = WHO, **headers: str) -> httpx.Response:
    """One request."""
    async with httpx.AsyncClient(timeout=PATIENCE) as client:
        named = {"Authorization": f"Bearer {bearer}", **{name.title(): value for name, value in headers.items()}}
        return await client.post(served.url, json={"query": document}, headers=named)


# Sockets and event streams


async def test_nobody_takes_a_place_without_a_token(bounded: Served) -> None:
    """A socket that is refused holds nothing of anybody's."""
    for _ in range(7):
        assert await turned_away(bounded, "x.y.z") == (4401, "Unauthorized")
    async with sockets(bounded, *[token()] * 3):
        pass


async def test_a_caller_has_a_bound_of_sockets(bounded: Served) -> None:
    """The fourth is closed with 4429 and says when to come back; another country's comes in, and a place gets free."""
    async with sockets(bounded, *[token()] * 3) as (first, *_):
        assert await turned_away(bounded, token()) == (4429, "Too many connections: try again in 10 seconds")
        async with sockets(bounded, token(country="KE")):
            await first.connection.close()
            await bounded.until(lambda: bounded.app.state.holdings.clients.total == 3)
            async with sockets(bounded, token()):
                pass


async def test_a_process_has_a_bound_of_sockets(bounded: Served) -> None:
    """1013 for whoever has none yet: no fault of its own."""
    async with sockets(bounded, *[token()] * 3, *[token(country="KE")] * 2):
        assert await turned_away(bounded, token(country="NL")) == (
            1013,
            "Too much at the moment: try again in 10 seconds",
        )


async def test_the_caller_is_what_its_token_says(bounded: Served) -> None:
    """Another token of the same claims is the same caller; another subject or tier is another one."""
    async with sockets(bounded, *(token(seconds=seconds) for seconds in (60, 600, 3600))):
        assert (await turned_away(bounded, token(seconds=1800)))[0] == 4429
        async with sockets(bounded, token(subject="anna"), token("region", countries=["BE"])):
            pass


async def test_event_streams_share_the_bound(bounded: Served) -> None:
    """429 before the stream begins; 503 where the process is full; both say when to come back."""
    async with sockets(bounded, *[token()] * 3):
        async with streaming(bounded, CHANGED, token()) as stream:
            assert stream.response.status_code == 429
            assert stream.response.headers["retry-after"] == "10"
            assert spent(orjson.loads(await stream.response.aread())["errors"][0]["extensions"])
        async with streaming(bounded, CHANGED, token(country="KE")) as stream, sockets(bounded, token(country="KE")):
            await stream.quiet(1)
            async with streaming(bounded, CHANGED, token(country="NL")) as other:
                assert (other.response.status_code, other.response.headers["retry-after"]) == (503, "10")


async def test_strangers_keep_nobody_out(bounded: Served) -> None:
    """Of sockets that do not say who they are there are twenty; the oldest makes way, a caller comes in at once."""
    async with AsyncExitStack() as stack:
        strangers = [await stack.enter_async_context(bounded.raw()) for _ in range(20)]
        async with sockets(bounded, token()) as (known,):
            assert await strangers[0].closed() == (1013, "Too many connections: try again in 1 second")
            strangers += [await stack.enter_async_context(bounded.raw()) for _ in range(25)]
            assert len(bounded.app.state.live.lobby) == 20
            assert bounded.app.state.holdings.clients.total == 1
            await known.say(type="ping")
            assert await known.hear() == {"type": "pong"}
            # The lobby is full of strangers once more.
            async with sockets(bounded, token(country="KE")) as (other,):
                await bounded.subscribed(other, CHANGED)


async def test_a_stranger_says_little(bounded: Served) -> None:
    """A message of a socket that has not said who it is has 64 kB; afterwards it has a megabyte."""
    async with bounded.raw() as stranger:
        await stranger.connection.send("x" * 70_000)
        assert (await stranger.closed())[0] == 1009
    async with sockets(bounded, token()) as (known,):
        await known.subscribe(WHO + " " * 900_000)
        assert (await known.hear())["payload"] == {"data": {"viewer": {"role": "office"}}}


async def test_a_caller_comes_in_during_a_flood(bounded: Served) -> None:
    """Strangers come without end, and every caller is acknowledged."""
    is_over = False

    async def flood() -> int:
        came = 0
        async with AsyncExitStack() as stack:
            while not is_over:
                await stack.enter_async_context(bounded.raw())
                came += 1
        return came

    floods = [asyncio.create_task(flood()) for _ in range(4)]
    for number in range(10):
        async with sockets(bounded, token(country=("BE", "KE")[number % 2])):
            pass
    is_over = True
    assert sum(await asyncio.gather(*floods)) > 20


async def test_a_caller_opens_so_many_a_minute(lively: Address, register: Register, small: LiveLimits) -> None:
    """The next is refused until the minute has moved on, and says so; another caller opens as before."""
    bounds = replace(USUAL, openings=4)
    async with serving(build_app(settings_of(lively), register, limits=small, bounds=bounds)) as served:
        for _ in range(4):
            async with sockets(served, token()):
                pass
        code, reason = await turned_away(served, token())
        assert code == 4429
        seconds = int(reason.removeprefix("Too many connections: try again in ").split(" ")[0])
        assert 1 <= seconds <= 120
        async with streaming(served, CHANGED, token()) as stream:
            assert (stream.response.status_code, 1 <= int(stream.response.headers["retry-after"]) <= 120) == (429, True)
        async with sockets(served, token(country="KE")):
            pass
        await settled(served)


async def test_a_stream_for_which_there_is_no_place_writes_nothing(
    lively: Address, register: Register, small: LiveLimits, ledger: Ledger
) -> None:
    """A mutation that is to be told as a stream is not done where the stream is refused: it would be done again."""
    home = await ledger.operator.fetchrow("SELECT id, version, name FROM home WHERE country_code = 'BE' ORDER BY id")
    assert home is not None
    document = "mutation ($input: UpdateHomeInput!) { updateHome(input: $input) { home { version } errors { code } } }"
    given = {"id": f"Home_BE_{home['id']}", "version": home["version"], "name": f"{home['name']} anew"}
    headers = {"Authorization": f"Bearer {token()}", "Accept": "text/event-stream"}
    read = "SELECT version FROM home WHERE country_code = 'BE' AND id = $1"
    bounds = replace(USUAL, openings=1)
    async with (
        serving(build_app(settings_of(lively), register, limits=small, bounds=bounds)) as served,
        httpx.AsyncClient(timeout=PATIENCE) as client,
    ):
        for status, version in ((200, home["version"] + 1), (429, home["version"] + 1)):
            body = {"query": document, "variables": {"input": given}}
            response = await client.post(served.url, json=body, headers=headers)
            assert response.status_code == status
            assert await ledger.operator.fetchval(read, home["id"]) == version
            given = given | {"version": version, "name": home["name"]}
        await settled(served)


async def test_a_stream_of_what_nobody_reads(lively: Address, register: Register, small: LiveLimits) -> None:
    """The answer of a query waits for its reader in its caller's share, as a stream too."""
    bounds = replace(USUAL, unread=replace(USUAL.unread, each=100, takes_one=False))
    async with (
        serving(build_app(settings_of(lively), register, limits=small, bounds=bounds)) as served,
        streaming(served, "{ children(first: 20) { nodes { id } } }", token()) as stream,
    ):
        assert (stream.response.status_code, stream.response.headers["retry-after"]) == (429, "1")
        await settled(served)


async def test_a_caller_starts_so_many_subscriptions_a_minute(
    lively: Address, register: Register, small: LiveLimits
) -> None:
    """Whether they last or not; queries over the same socket are not counted, nor is what another caller starts."""
    bounds = replace(USUAL, starts=4)
    async with (
        serving(build_app(settings_of(lively), register, limits=small, bounds=bounds)) as served,
        sockets(served, token(), token(country="KE")) as (socket, other),
    ):
        for _ in range(4):
            id_ = await served.subscribed(socket, CHANGED)
            await socket.say(type="complete", id=id_)
            await served.until(lambda: not served.groups)
        await socket.subscribe(CHANGED)
        assert spent((await socket.hear())["payload"][0]["extensions"])
        async with streaming(served, CHANGED, token()) as stream:
            assert (stream.response.status_code, "retry-after" in stream.response.headers) == (429, True)
        for _ in range(5):
            await socket.subscribe(WHO)
            assert [(await socket.hear())["type"] for _ in range(2)] == ["next", "complete"]
        await served.subscribed(other, CHANGED)


# Subscriptions and what they keep


async def test_a_caller_has_a_bound_of_subscriptions(bounded: Served) -> None:
    """Across its sockets and streams; an error of the one operation, and the others go on."""
    async with sockets(bounded, token(), token(), token(country="KE")) as (first, second, other):
        for socket in (first, first, first, second):
            await bounded.subscribed(socket, CHANGED)
        await second.subscribe(CHANGED)
        message = await second.hear()
        assert message["type"] == "error"
        assert spent(message["payload"][0]["extensions"])
        async with streaming(bounded, CHANGED, token()) as stream:
            assert (stream.response.status_code, stream.response.headers["retry-after"]) == (429, "10")
        await bounded.subscribed(other, CHANGED)

        await first.say(type="complete", id="1")
        await bounded.until(lambda: bounded.app.state.holdings.subscriptions.total == 4)
        await bounded.subscribed(second, CHANGED)


async def test_a_process_has_a_bound_of_subscriptions(bounded: Served) -> None:
    """An error that may be tried again."""
    async with sockets(bounded, token(), token(country="KE"), token(country="NL")) as (belgian, kenyan, dutch):
        for socket in (belgian, belgian, belgian, belgian, kenyan, kenyan):
            await bounded.subscribed(socket, CHANGED)
        await dutch.subscribe(CHANGED)
        (error,) = (await dutch.hear())["payload"]
        assert (error["extensions"]["code"], error["extensions"]["retryable"]) == ("UNAVAILABLE", True)


async def test_a_caller_has_a_bound_of_kept_bytes(bounded: Served, child: Any) -> None:  # noqa: ANN401 - a row
    """Documents and variables of its subscriptions together; each counts, whether a group shares it or not."""
    large = WATCH + "#" * 12_000
    async with sockets(bounded, token(), token(), token(country="KE")) as (first, second, other):
        id_ = await bounded.subscribed(first, large, id=child["global"])
        await second.subscribe(large, id=child["global"])
        message = await second.hear()
        assert message["type"] == "error"
        assert spent(message["payload"][0]["extensions"])
        async with streaming(bounded, large, token(), id=child["global"]) as stream:
            assert (stream.response.status_code, stream.response.headers["retry-after"]) == (429, "10")
        await bounded.subscribed(other, large, id=child["global"])
        await bounded.subscribed(second, CHANGED)

        await first.say(type="complete", id=id_)
        await bounded.until(lambda: bounded.app.state.holdings.kept.of("") == 0 and len(bounded.groups) == 2)
        await bounded.subscribed(second, large, id=child["global"])


async def test_values_are_weighed_beside_their_characters(bounded: Served, child: Any) -> None:  # noqa: ANN401 - a row
    """Two kilobytes of empty objects are a hundred in memory; alone it has a place, beside another it has none."""
    async with sockets(bounded, token()) as (socket,):
        await bounded.subscribed(socket, WATCH, id=child["global"])
        await socket.subscribe(WATCH, id=child["global"], more=[{}] * 100)
        assert spent((await socket.hear())["payload"][0]["extensions"])


async def test_whoever_goes_on_with_a_spent_share_is_let_go(bounded: Served) -> None:
    """4429 for the connection after twenty refusals in a row; an operation that begins starts the count anew."""
    async with sockets(bounded, token(), token()) as (full, eager):
        for _ in range(3):
            await bounded.subscribed(full, CHANGED)
        for _ in range(20):
            await bounded.subscribed(eager, CHANGED)
            await eager.subscribe(CHANGED)
            assert (await eager.hear())["type"] == "error"
            await eager.say(type="complete", id=str(int(next(eager.numbers)) - 2))
            await bounded.until(lambda: bounded.app.state.holdings.subscriptions.total == 3)
        await bounded.subscribed(eager, CHANGED)
        for _ in range(20):
            await eager.subscribe(CHANGED)
            assert (await eager.hear())["type"] == "error"
        await eager.subscribe(CHANGED)
        assert await eager.closed() == (4429, "Too many operations: try again in 10 seconds")
        assert await bounded.post(WHO, token()) == {"viewer": {"role": "office"}}


# Requests under way


@asynccontextmanager
async def locked(address: Address) -> AsyncIterator[None]:
    """Whoever reads a child waits."""
    connection = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    try:
        async with connection.transaction():
            await connection.execute("LOCK TABLE child IN ACCESS EXCLUSIVE MODE")
            yield
    finally:
        await connection.close()


async def test_a_caller_has_a_bound_of_requests(bounded: Served, lively: Address) -> None:
    """429 in both media types, before the body is read; the next country's caller is answered meanwhile."""
    holdings = bounded.app.state.holdings
    async with locked(lively):
        waiting = [asyncio.create_task(asked(bounded, token(), HELD)) for _ in range(3)]
        await bounded.until(lambda: holdings.requests.total == 3)
        for accept in (JSON, GRAPHQL_RESPONSE):
            answer = await asked(bounded, token(), "{", accept=accept)
            assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
            assert answer.headers["content-type"].startswith(accept)
            assert spent(answer.json()["errors"][0]["extensions"])
        assert (await asked(bounded, token(country="KE"))).json() == {"data": {"viewer": {"role": "office"}}}
    assert [answer.status_code for answer in await asyncio.gather(*waiting)] == [200] * 3
    assert (await asked(bounded, token())).status_code == 200


async def test_a_process_has_a_bound_of_requests(bounded: Served, lively: Address) -> None:
    """503, with when to come back."""
    async with locked(lively):
        waiting = [
            asyncio.create_task(asked(bounded, token(country=country), HELD))
            for country in ("BE", "BE", "BE", "KE", "KE")
        ]
        await bounded.until(lambda: bounded.app.state.holdings.requests.total == 5)
        answer = await asked(bounded, token(country="NL"))
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
        assert answer.json()["errors"][0]["extensions"]["code"] == "UNAVAILABLE"
    assert [answer.status_code for answer in await asyncio.gather(*waiting)] == [200] * 5


async def test_requests_of_sockets_count_too(bounded: Served, lively: Address) -> None:
    """The same share over either way; on a socket the refusal is the operation's."""
    async with sockets(bounded, token(), token(country="KE")) as (socket, other), locked(lively):
        for _ in range(3):
            await socket.subscribe(HELD)
        await bounded.until(lambda: bounded.app.state.holdings.requests.total == 3)
        await socket.subscribe(WHO)
        message = await socket.hear()
        assert (message["id"], message["type"]) == ("4", "error")
        assert spent(message["payload"][0]["extensions"])
        assert (await asked(bounded, token())).status_code == 429
        await other.subscribe(WHO)
        assert (await other.hear())["payload"]["data"] == {"viewer": {"role": "office"}}


async def test_a_client_that_goes_away_gives_its_place_back(bounded: Served, lively: Address) -> None:
    """While its request waits for the database."""
    async with locked(lively):
        waiting = [asyncio.create_task(asked(bounded, token(), HELD)) for _ in range(3)]
        await bounded.until(lambda: bounded.app.state.holdings.requests.total == 3)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        await bounded.until(lambda: not bounded.app.state.holdings.requests.total)
        assert (await asked(bounded, token())).status_code == 200


@pytest.mark.parametrize("tells_length", [True, False])
async def test_a_caller_has_a_bound_of_bodies(bounded: Served, lively: Address, tells_length: bool) -> None:  # noqa: FBT001 - a table
    """Bytes of bodies under way; one that does not tell its length counts as the longest; small ones go on."""
    body = orjson.dumps({"query": HELD + " " * 600_000})

    async def pieces() -> AsyncIterator[bytes]:
        yield body

    async def send() -> httpx.Response:
        headers = {"Authorization": f"Bearer {token()}", "Content-Type": JSON}
        async with httpx.AsyncClient(timeout=PATIENCE) as client:
            return await client.post(bounded.url, content=body if tells_length else pieces(), headers=headers)

    async with locked(lively):
        first = asyncio.create_task(send())
        await bounded.until(
            lambda: bounded.app.state.holdings.bodies.total == (len(body) if tells_length else 1_000_000)
        )
        refused = await send()
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "1")
        assert spent(refused.json()["errors"][0]["extensions"])
        assert (await asked(bounded, token())).status_code == 200
    assert (await first).status_code == 200


NAMES = " ".join(f"a{number}: id" for number in range(450))
LARGE = f"{{ children(first: 40) {{ nodes {{ {NAMES} }} }} }}"
"""A query whose answer is a megabyte."""
HUGE = f"{{ children(first: 40) {{ nodes {{ programme {{ children(first: 13) {{ nodes {{ {NAMES} }} }} }} }} }} }}"
"""One whose answer is more than a system keeps for a reader."""


def unread_request(served: Served, document: str, size: int = 4_096) -> sockets_.socket:
    """A connection of a client that asks, and reads nothing."""
    body = orjson.dumps({"query": document})
    head = f"POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token()}\r\nContent-Type: application/json\r\n"
    made = narrow(served, size)
    made.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    return made


async def test_a_caller_has_a_bound_of_unread_answers(bounded: Served) -> None:
    """An answer that nobody reads counts until its client goes; meanwhile small answers come, and large ones do not."""
    unread, requests = bounded.app.state.holdings.unread, bounded.app.state.holdings.requests
    with unread_request(bounded, HUGE):
        await bounded.until(lambda: unread.total > 5_000_000 and not requests.total)
        answer = await asked(bounded, token(), LARGE)
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
        assert spent(answer.json()["errors"][0]["extensions"])
        assert (await asked(bounded, token())).status_code == 200
        assert (await asked(bounded, token(country="KE"), LARGE)).status_code == 200
    await bounded.until(lambda: not unread.total)
    assert (await asked(bounded, token(), LARGE)).status_code == 200


async def test_nobody_waits_for_a_reader_for_ever(lively: Address, register: Register, small: LiveLimits) -> None:
    """A client that leaves an answer unread is cut off; one that reads slowly is not."""
    app = build_app(settings_of(lively), register, limits=small)
    quick = WireLimits(unread_seconds=0.5, unread_bytes=10_000)
    wire = replace(quick, unread_seconds=2.5)
    unread = app.state.holdings.unread
    async with serving(app, quick) as served:
        with unread_request(served, HUGE):
            await served.until(lambda: unread.total > 5_000_000)
            await served.until(lambda: not unread.total)
    app = build_app(settings_of(lively), register, limits=small)
    async with serving(app, wire) as served:
        unread = app.state.holdings.unread
        with unread_request(served, HUGE, 65_536) as slow:
            slow.settimeout(PATIENCE)
            until = asyncio.get_running_loop().time() + 1.5 * wire.unread_seconds
            while asyncio.get_running_loop().time() < until:
                assert await asyncio.to_thread(slow.recv, 20_000)
                await asyncio.sleep(0.02)
            assert unread.total > 5_000_000
        await settled(served)


async def test_answers_of_sockets_count_until_they_are_read(bounded: Served) -> None:
    """One that waits behind another is refused where the share is spent; a reader has them all in the end."""
    holdings = bounded.app.state.holdings
    async with bounded.socket(token(), sock=narrow(bounded, 65_536), max_size=None) as slow:
        slow.connection.transport.pause_reading()
        await slow.subscribe(HUGE)
        await bounded.until(lambda: holdings.unread.total > 5_000_000)
        answer = await asked(bounded, token(), LARGE)
        assert answer.status_code == 429
        slow.connection.transport.resume_reading()
        assert (await slow.hear())["type"] == "next"
        assert (await slow.hear())["type"] == "complete"
        await bounded.until(lambda: not holdings.unread.total)


HANDSHAKE = (
    b"GET /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
)
ALIVE = b"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


@pytest.mark.parametrize("pieces", [(HANDSHAKE,), (HANDSHAKE[:40], HANDSHAKE[40:]), (ALIVE, HANDSHAKE)])
async def test_a_socket_owes_no_head(lively: Address, register: Register, pieces: tuple[bytes, ...]) -> None:
    """However the request for it came, it lives on when the time of a head is up, and makes way for nobody."""
    wire = WireLimits(head_seconds=1.0, idle_seconds=1.0)
    async with serving(build_app(settings_of(lively), register), wire) as served:
        reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
        for piece in pieces:
            writer.write(piece)
            await asyncio.sleep(0.1)
        async with asyncio.timeout(PATIENCE):
            await reader.readuntil(b"101 Switching Protocols")
            await reader.readuntil(b"\r\n\r\n")
        assert not len(served.server.config.arrivals)  # type: ignore[attr-defined]  # our own configuration
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(2 * wire.head_seconds):
                raise AssertionError(await reader.read(1_000))
        writer.close()


async def test_a_socket_delivers_when_the_time_of_a_head_is_up(
    lively: Address, register: Register, small: LiveLimits
) -> None:
    """What a client subscribed to comes late as well."""
    wire = WireLimits(head_seconds=1.0)
    async with serving(build_app(settings_of(lively), register, limits=small), wire) as served:
        async with served.socket(token()) as opened:
            await opened.silence(1.5 * wire.head_seconds)
            await opened.subscribe(WHO)
            assert (await opened.hear())["payload"] == {"data": {"viewer": {"role": "office"}}}
        await settled(served)

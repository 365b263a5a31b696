"""A request's head has a time and a size, and connections that owe one keep no caller out: over real sockets."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import httpx
import orjson
import pytest
import uvicorn

from graph.http.arrivals import Deadlines, WireLimits, often
from graph.serving.server import possible_connections, uvicorn_config
from tests.log_lines import ours

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.applications import Starlette

    from graph.http.uvicorn_websocket import ServerConfig
    from tests.http.small_engine import SmallEngine

PATIENCE = 60.0
ASKS = b"GET /health/live HTTP/1.1\r\nHost: x\r\n"
"""A head that is not whole."""


class Wire:
    """A served application.

    Args:
        config: what runs it.
        port: where on 127.0.0.1 it answers.
    """

    def __init__(self, config: ServerConfig, port: int) -> None:
        self.config, self.port = config, port

    async def open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A connection that has said nothing."""
        return await asyncio.open_connection("127.0.0.1", self.port)

    async def ask(self, token: str, **sent: Any) -> httpx.Response:  # noqa: ANN401 - the client's own
        """One request of a caller."""
        async with httpx.AsyncClient(timeout=PATIENCE) as client:
            headers = {"Authorization": f"Bearer {token}", **sent.pop("headers", {})}
            body = sent or {"json": {"query": "{ hello }"}}
            return await client.post(f"http://127.0.0.1:{self.port}/graphql", headers=headers, **body)

    async def settled(self) -> None:
        """No connection owes anything."""
        await self.until(lambda: not len(self.config.arrivals))

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(PATIENCE):
            while not holds():  # noqa: ASYNC110 - what it waits for is no event of ours
                await asyncio.sleep(0.01)


@asynccontextmanager
async def wired(app: Starlette, **limits: Any) -> AsyncIterator[Wire]:  # noqa: ANN401 - of `WireLimits`
    """Serve an application as `hearth serve` does."""
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    config = uvicorn_config(app, "127.0.0.1", port, wire=WireLimits(**limits))
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve([listener]))
    try:
        yield Wire(config, port)
    finally:
        server.should_exit = True
        await task
        listener.close()


def shorten(row: Deadlines, seconds: float) -> None:
    """Whoever comes into a row from now on has so many seconds; nobody may be in it."""
    assert not len(row)
    if row._timer is not None:
        row._timer.cancel()
    row._seconds, row._timer = seconds, None


async def rest(reader: asyncio.StreamReader) -> bytes:
    """What comes until the server ends the connection."""
    heard = b""
    async with asyncio.timeout(PATIENCE):
        try:
            while piece := await reader.read(65_536):
                heard += piece
        except ConnectionError:
            pass  # it ended while we were still sending
    return heard


def refusal(answer: bytes) -> tuple[int, dict[str, str], dict[str, Any]]:
    """Status, headers and error of a refusal that came over the wire."""
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    assert int(headers["content-length"]) == len(body)
    assert headers["connection"] == "close"
    assert headers["x-content-type-options"] == "nosniff"
    (error,) = orjson.loads(body)["errors"]
    assert error["message"]
    assert error["extensions"]["hint"]
    return int(first.split(" ")[1]), headers, error


# Time


async def test_an_unfinished_head_is_refused(app: Starlette) -> None:
    """408 once its time is up, however steadily it drips; the client may come again."""
    async with wired(app, head_seconds=0.4) as wire:
        reader, writer = await wire.open()
        dripping = asyncio.create_task(rest(reader))
        for byte in ASKS + b"X-Slow: " + b"x" * 200:
            if dripping.done():
                break
            writer.write(bytes([byte]))
            await asyncio.sleep(0.02)
        status, headers, error = refusal(await dripping)
        assert (status, headers["retry-after"]) == (408, "1")
        assert (error["extensions"]["code"], error["extensions"]["retryable"]) == ("BAD_USER_INPUT", True)
        writer.close()
        await wire.settled()


async def test_a_connection_that_says_nothing_is_closed(app: Starlette) -> None:
    """Without a word: there is nothing to answer."""
    async with wired(app, head_seconds=0.2) as wire:
        reader, writer = await wire.open()
        assert await rest(reader) == b""
        writer.close()
        await wire.settled()


async def test_what_comes_late_is_logged_once_a_minute(app: Starlette, caplog: pytest.LogCaptureFixture) -> None:
    """With how long one may take, and nothing of what was sent; whoever is idle after an answer is no line."""
    caplog.set_level("INFO", "hearth.arrivals")
    often.flush()
    caplog.clear()
    async with wired(app, head_seconds=1.0, idle_seconds=1.0) as wire:
        opened = [await wire.open() for _ in range(6)]
        for _, writer in opened[2:4]:
            writer.write(ASKS + b"X-Secret: 4711")
        for reader, writer in opened[4:]:
            writer.write(ASKS + b"\r\n")
            await reader.readuntil(b'{"status":"live"}')
        for reader, writer in opened:
            await rest(reader)
            writer.close()
        await wire.settled()
    often.flush()
    lines: dict[str, int] = {}
    for record in ours(caplog):
        assert record.fields["seconds"] == 1.0  # type: ignore[attr-defined]  # our own
        lines[record.getMessage()] = lines.get(record.getMessage(), 0) + record.fields["times"]  # type: ignore[attr-defined]  # as above
    assert lines == {
        "A connection sent nothing in time and was ended.": 2,
        "A request's head did not arrive in time.": 2,
    }
    assert len(ours(caplog)) == 4


async def test_the_next_head_has_its_time_too(app: Starlette) -> None:
    """On a connection that has had an answer; its time begins with its first byte."""
    async with wired(app) as wire:
        heads, ends = wire.config.arrivals.heads, list[float]()
        reader, writer = await wire.open()
        for pieces in ((ASKS[:10],), (ASKS[:10], ASKS[10:-5], ASKS[-5:-3])):
            for number, piece in enumerate(pieces, 1):
                writer.write(piece)
                await wire.until(lambda: bool(heads.first))
                await asyncio.sleep(0.02)
                ends.append(heads.first[0][1])
                assert len(set(ends)) == len(ends) - number + 1, "the time of a head begins once"
            writer.write(ASKS[sum(map(len, pieces)) :] + b"\r\n")
            assert (await reader.readuntil(b'{"status":"live"}')).startswith(b"HTTP/1.1 200")
            assert not heads.first
        assert sorted(ends) == ends
        shorten(heads, 0.2)
        writer.write(ASKS)
        assert refusal(await rest(reader))[0] == 408
        writer.close()
        await wire.settled()


async def test_an_idle_connection_is_closed(app: Starlette, token: str) -> None:
    """Some seconds after its last answer; one that goes on asking stays."""
    async with wired(app, idle_seconds=60) as wire:
        idle, ends = wire.config.arrivals.idle, list[float]()
        reader, writer = await wire.open()
        for number in range(4):
            writer.write(ASKS)
            await wire.until(lambda: not len(idle))
            if number == 3:
                shorten(idle, 0.3)
            writer.write(b"\r\n")
            assert (await reader.readuntil(b'{"status":"live"}')).startswith(b"HTTP/1.1 200")
            ends.append(idle.first[0][1])
        assert sorted(set(ends[:3])) == ends[:3], "its time begins anew with each answer"
        assert await rest(reader) == b""
        writer.close()
        await wire.settled()
        assert (await wire.ask(token)).status_code == 200


async def test_whoever_waits_for_an_answer_is_not_late(app: Starlette, engine: SmallEngine, token: str) -> None:
    """An answer may take longer than a head; so may a body."""
    engine.seconds = 0.8
    async with wired(app, head_seconds=0.5) as wire:
        assert (await wire.ask(token)).status_code == 200
        engine.seconds = 0.0

        async def slowly() -> AsyncIterator[bytes]:
            for piece in (b'{"query"', b': "{ hel', b'lo }"}'):
                yield piece
                await asyncio.sleep(0.3)

        answer = await wire.ask(token, content=slowly(), headers={"Content-Type": "application/json"})
        assert answer.json() == {"data": {"hello": "Hello world"}}


async def test_unfinished_heads_keep_nobody_waiting(app: Starlette, token: str) -> None:
    """Three hundred of them drip; a caller is answered beside them, and they end."""
    async with wired(app, head_seconds=1.0) as wire:
        drips = []
        for _ in range(300):
            drips.append(await wire.open())
            drips[-1][1].write(ASKS[:1])
        for number in range(1, 5):
            for _, writer in drips:
                writer.write(ASKS[number : number + 1])
            assert (await wire.ask(token)).status_code == 200
        assert {refusal(answer)[0] for answer in await asyncio.gather(*(rest(reader) for reader, _ in drips))} == {408}
        for _, writer in drips:
            writer.close()
        await wire.settled()


# Size


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"GET /health/live HTTP/1.1\r\nX-Long: " + b"x" * 100_000_000, 431),
        (b"GET /health/live HTTP/1.1\r\nX-Long: " + b"x" * 70_000 + b"\r\n\r\n", 431),
        (b"GET /health/live HTTP/1.1\r\n" + b"a: b\r\n" * 20_000 + b"\r\n", 431),
        (b"GET /health/live HTTP/1.1\r\n" + b"a: b\r\n" * 300, 431),
        (b"GET /health/live HTTP/1.1\r\n" + b"x" * 300_000, 431),
        (b"GET /graphql?query=" + b"x" * 70_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 414),
        (
            b"GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + b"a: b\r\n" * 20_000
            + b"\r\n",
            431,
        ),
    ],
    ids=[
        "never ends",
        "one header",
        "many headers",
        "many, and no end",
        "a header's name",
        "an address",
        "a WebSocket's",
    ],
)
async def test_a_head_that_is_too_long_is_refused(app: Starlette, token: str, head: bytes, status: int) -> None:
    """431, or 414 where it is the address; little of it is read, and the server goes on."""
    async with wired(app) as wire:
        reader, writer = await wire.open()
        hearing = asyncio.create_task(rest(reader))
        for start in range(0, len(head), 1_000_000):
            if hearing.done():
                break
            writer.write(head[start : start + 1_000_000])
            try:
                async with asyncio.timeout(0.5):
                    await writer.drain()
            except (ConnectionError, TimeoutError):
                break
        found, _, error = refusal(await hearing)
        assert (found, error["extensions"]["code"]) == (status, "TOO_COSTLY")
        writer.close()
        assert (await wire.ask(token)).status_code == 200
        await wire.settled()


async def test_a_long_head_is_taken(app: Starlette, token: str) -> None:
    """Up to the limit, in one piece or in several, and behind a body that came with it."""
    async with wired(app) as wire:
        assert (await wire.ask(token, headers={"X-Long": "x" * 60_000})).status_code == 200
        body = orjson.dumps({"query": "{ hello }" + " " * 200_000})
        head = (
            f"POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
        )
        request = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
        reader, writer = await wire.open()
        writer.write(request * 3)
        for _ in range(3):
            assert (await reader.readuntil(b'{"data":{"hello":"Hello world"}}')).startswith(b"HTTP/1.1 200")
        writer.close()


async def test_what_is_no_http_is_refused_in_one_shape(app: Starlette) -> None:
    """400, with a GraphQL error."""
    async with wired(app) as wire:
        reader, writer = await wire.open()
        writer.write(b"\x16\x03\x01 hello\r\n\r\n")
        status, _, error = refusal(await rest(reader))
        assert (status, error["extensions"]["code"]) == (400, "BAD_USER_INPUT")
        writer.close()


# Number


async def test_silent_connections_make_way(app: Starlette, token: str) -> None:
    """Where the process has as many as it may have, the one that owes for longest goes, and callers are answered."""
    async with wired(app, connections=20) as wire:
        silent = [await wire.open() for _ in range(20)]
        for _ in range(30):
            assert (await wire.ask(token)).status_code == 200
        assert await rest(silent[0][0]) == b""
        silent += [await wire.open() for _ in range(30)]
        silent[-1][1].write(ASKS)
        assert (await wire.ask(token)).status_code == 200
        for _, writer in silent:
            writer.close()
        await wire.settled()


async def test_unfinished_heads_share_what_is_kept(app: Starlette, token: str) -> None:
    """Of them all the process keeps so many bytes; the oldest makes way, and a head that ends is no longer counted."""
    async with wired(app, unfinished_bytes=100_000) as wire:
        drips = [await wire.open() for _ in range(5)]
        for number, (_, writer) in enumerate(drips, 1):
            writer.write(ASKS + b"X-Long: " + b"x" * 30_000)
            kept = 30_000 * min(number, 3)
            await wire.until(lambda kept=kept: wire.config.arrivals.unfinished >= kept)  # type: ignore[misc]  # mypy gives such a default no type
        assert [refusal(await rest(reader))[0] for reader, _ in drips[:2]] == [503, 503]
        assert (await wire.ask(token)).status_code == 200
        drips[2][1].write(b"\r\n\r\n")
        assert (await drips[2][0].readuntil(b'{"status":"live"}')).startswith(b"HTTP/1.1 200")
        for _, writer in drips:
            writer.close()
        await wire.settled()
        assert not wire.config.arrivals.unfinished


async def test_a_server_full_of_requests_says_so(app: Starlette, engine: SmallEngine, token: str) -> None:
    """503 with when to come back; whoever is being answered stays."""
    engine.goes_on.clear()
    async with wired(app, connections=5) as wire:
        busy = [asyncio.create_task(wire.ask(token)) for _ in range(5)]
        await wire.until(lambda: len(engine.asked) == len(busy))
        reader, writer = await wire.open()
        status, headers, error = refusal(await rest(reader))
        assert (status, headers["retry-after"]) == (503, "1")
        assert (error["extensions"]["code"], error["extensions"]["retryable"]) == ("UNAVAILABLE", True)
        writer.close()
        engine.goes_on.set()
        assert [answer.status_code for answer in await asyncio.gather(*busy)] == [200] * 5


async def test_a_connection_has_few_requests_in_a_row(app: Starlette, engine: SmallEngine, token: str) -> None:
    """Sixteen may wait behind the one that is answered; whoever sends hundreds at once is cut off."""
    engine.seconds = 0.05
    body = b'{"query":"{ hello }"}'
    head = f"POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
    request = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
    async with wired(app) as wire:
        reader, writer = await wire.open()
        writer.write(request * 10)
        for _ in range(10):
            assert (await reader.readuntil(b'{"data":{"hello":"Hello world"}}')).startswith(b"HTTP/1.1 200")
        writer.write(request * 300)
        assert (await rest(reader)).count(b"HTTP/1.1 200") < 300
        writer.close()
        assert (await wire.ask(token)).status_code == 200
        await wire.settled()


def test_no_more_connections_than_the_system_has() -> None:
    """What the process may open bounds them; some of it is for other things."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        assert 1 <= possible_connections(10**9) < 10**9
        resource.setrlimit(resource.RLIMIT_NOFILE, (1_024, before[1]))
        assert possible_connections(2_000) == (2_000 if before[1] >= 2_256 else before[1] - 256)
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] >= min(2_256, before[1])
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)

"""What is read and written in one go is, byte for byte, what goes by way of ASGI's messages."""

from __future__ import annotations

import asyncio
import re
import socket
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, cast

import pytest
import uvicorn

from graph.errors import Unavailable
from graph.http.one_write import AtOnce, Headers, header_line
from graph.serving.server import uvicorn_config

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from graph.http.app import Application
    from tests.http.small_engine import SmallEngine

HELLO = b'{"query": "{ hello }"}'
PATIENCE = 60.0


@asynccontextmanager
async def served(app: Application) -> AsyncIterator[int]:
    """Serve an application with our own protocols; the value is its port."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn_config(app, "127.0.0.1", 0))
    task = asyncio.create_task(server.serve([listener]))
    try:
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        await task
        listener.close()


def post(token: str, body: bytes = HELLO, *, version: str = "1.1", **headers: str) -> bytes:
    """A request as it goes over the wire."""
    named = {"Host": "x", "Authorization": f"Bearer {token}", "Content-Type": "application/json", **headers}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in named.items()]
    head = "\r\n".join([f"POST /graphql HTTP/{version}", *lines, f"Content-Length: {len(body)}"])
    return f"{head}\r\n\r\n".encode() + body


def greeting(name: str) -> bytes:
    """A body that asks for a greeting, which has the name in it."""
    return b'{"query": "query($n: String) { hello(name: $n) }", "variables": {"n": "%b"}}' % name.encode()


async def answer(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """The next answer's head, without what differs from time to time, and its body."""
    async with asyncio.timeout(PATIENCE):
        head = await reader.readuntil(b"\r\n\r\n")
        body = await reader.readexactly(int(re.findall(rb"content-length: (\d+)", head)[0]))
    return re.sub(rb"(date: |dur=)[^\r,]+", rb"\1", head), body


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each reply, whether it was written in one go."""
    seen: list[bool] = []
    writes = AtOnce.__call__

    def watched(self: AtOnce, *answer: Any) -> bool:  # noqa: ANN401 - what it takes
        seen.append(writes(self, *answer))
        return seen[-1]

    monkeypatch.setattr(AtOnce, "__call__", watched)
    return seen


async def by_messages(port: int, request: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, bytes]:
    """The answer by way of ASGI's messages."""
    with monkeypatch.context() as changed:
        changed.setattr(AtOnce, "__call__", lambda *_: False)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(request)
        found = await answer(reader)
        writer.close()
    return found


@pytest.mark.parametrize(
    ("body", "headers", "at_once"),
    [
        (HELLO, {}, True),
        (HELLO, {"Accept": "application/graphql-response+json"}, True),
        (HELLO, {"X_Forwarded_Proto": "https"}, True),
        (HELLO, {"Expect": "100-continue", "Authorization": "none"}, True),
        (HELLO, {"Content_Type": "text/plain"}, True),
        (b'{"query": "{ away: hello }"}', {}, True),
        (b'{"query": "{ broken: hello }"}', {}, True),
        (b" " * 1_000_001, {}, False),
        (HELLO, {"Connection": "close"}, False),
    ],
)
async def test_both_ways_write_alike(  # noqa: PLR0913, PLR0917 - a table's columns
    app: Application,
    engine: SmallEngine,
    token: str,
    written: list[bool],
    monkeypatch: pytest.MonkeyPatch,
    body: bytes,
    headers: dict[str, str],
    at_once: bool,  # noqa: FBT001 - a table's column
) -> None:
    """The same bytes but for the date, a reference and durations; what closes the connection goes the long way."""
    engine.faults |= {"away": Unavailable("Away.", "Come back."), "broken": RuntimeError("Anna")}
    request = post(token, body, **headers)
    async with served(app) as port:
        expected = await by_messages(port, request, monkeypatch)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(request)
        head, said = await answer(reader)
        assert written == [at_once]
        assert head == expected[0]
        assert re.sub(b"[0-9a-f]{12}", b"", said) == re.sub(b"[0-9a-f]{12}", b"", expected[1])
        if not at_once:
            assert b"connection: close\r\n" in head
            assert await reader.read() == b""
        writer.close()


async def test_http_1_0_ends_the_connection(app: Application, token: str, written: list[bool]) -> None:
    """A client of HTTP/1.0 has its answer the long way, and then the end."""
    async with served(app) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(post(token, version="1.0"))
        head, _ = await answer(reader)
        assert b"connection: close" in head
        assert await reader.read() == b""
        assert written == [False]
        writer.close()


async def test_answers_come_in_the_order_of_their_requests(app: Application, token: str, written: list[bool]) -> None:
    """Requests sent without waiting are answered one after another on one connection, which stays open."""
    async with served(app) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        names = [f"n{number}" for number in range(5)]
        for _ in range(2):
            writer.write(b"".join(post(token, greeting(name)) for name in names))
            for name in names:
                assert name.encode() in (await answer(reader))[1]
        assert written == [True] * 10
        writer.close()


async def test_who_reads_too_slowly_is_waited_for(app: Application, token: str, written: list[bool]) -> None:
    """Once the server's buffer is full, a reply goes the long way, which waits until there is room; none is lost."""
    long = greeting("x" * 900_000)
    with socket.socket() as narrow:
        narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        narrow.setblocking(False)
        async with served(app) as port:
            await asyncio.get_running_loop().sock_connect(narrow, ("127.0.0.1", port))
            reader, writer = await asyncio.open_connection(sock=narrow, limit=4096)
            transport = cast("asyncio.Transport", writer.transport)
            transport.pause_reading()
            for _ in range(10):
                writer.write(post(token, long))
            async with asyncio.timeout(PATIENCE):
                while not written or written[-1]:  # noqa: ASYNC110 - the server has no event for it
                    await asyncio.sleep(0.01)
            transport.resume_reading()
            for _ in range(10):
                assert b"x" * 900_000 in (await answer(reader))[1]
            writer.close()


async def test_a_server_that_stops_answers_what_is_under_way(app: Application, token: str) -> None:
    """The reply says that the connection ends, and it does."""
    async with served(app) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        request = post(token)
        writer.write(request[:-5])
        await asyncio.sleep(0.1)
        stopping = asyncio.create_task(stop_soon(writer, request[-5:]))
    head, said = await answer(reader)
    assert b"connection: close" in head
    assert b"hello" in said
    assert await reader.read() == b""
    await stopping
    writer.close()


async def stop_soon(writer: asyncio.StreamWriter, rest: bytes) -> None:
    """Send what is left once the server has begun to stop."""
    await asyncio.sleep(0.2)
    writer.write(rest)


@pytest.mark.parametrize(
    ("cut", "headers", "at_once"),
    [(0, {}, True), (-30, {}, False), (0, {"Expect": "100-continue"}, False)],
    ids=["with its head", "in two pieces", "after a word of the server"],
)
async def test_a_body_is_read_in_one_go_where_all_of_it_is_there(
    app: Application,
    token: str,
    monkeypatch: pytest.MonkeyPatch,
    cut: int,
    headers: dict[str, str],
    at_once: bool,  # noqa: FBT001 - a table's column
) -> None:
    """Whatever the way, the request is answered, and the next one on the connection too."""
    seen: list[bool] = []
    reads = AtOnce.body

    def watched(self: AtOnce) -> bytes | None:
        found = reads(self)
        seen.append(found is not None)
        return found

    monkeypatch.setattr(AtOnce, "body", watched)
    request = post(token, greeting("Ada"), **headers)
    async with served(app) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(2):
            writer.write(request[: cut or None])
            if cut:
                await asyncio.sleep(0.1)
                writer.write(request[cut:])
            if "Expect" in headers:
                assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
            assert b"Ada" in (await answer(reader))[1]
        assert seen == [at_once] * 2
        writer.close()


def test_a_header_with_a_line_end_is_not_written() -> None:
    """Whatever came to be in a header's value could not begin another one."""
    with pytest.raises(RuntimeError, match="none may hold"):
        header_line((b"x-name", b"a\r\nset-cookie: b"))
    with pytest.raises(RuntimeError, match="none may hold"):
        Headers((b"x-name: a\r\nset-cookie", b"b"))

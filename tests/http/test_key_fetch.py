"""Key servers as they break: ones that drip, are silent, send something else; nobody waits for them but who must."""

from __future__ import annotations

import asyncio
import gzip
import logging
import socket
import time
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING

import orjson
import pytest

from graph.errors import Unauthenticated, Unavailable
from graph.identity import key_set
from graph.identity.key_set import MOST_KEYS, KeySetError, clock_ahead, fetch_key_set
from graph.identity.keys import ATTEMPT_SECONDS, REFRESH_SECONDS, STALE_SECONDS, JsonWebKeySet
from tests.http.test_keys import P256, RSA, Clock, Provider, callers_of, public, signed, under_way
from tests.log_lines import ours

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
KEYS = orjson.dumps({"keys": [public(RSA, "k")]})
WHOLE = HEAD + b"Content-Length: %d\r\n\r\n" % len(KEYS) + KEYS


@asynccontextmanager
async def key_server(
    answer: Callable[[asyncio.StreamWriter], Awaitable[None]], scheme: str = "http"
) -> AsyncIterator[str]:
    """A server that does this with each connection, until the block ends; the value is the address of its keys."""
    at_work: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if scheme == "http":
                await reader.readuntil(b"\r\n\r\n")
            await answer(writer)
        except ConnectionError:
            pass
        finally:
            writer.close()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(serve(reader, writer))
        at_work.add(task)
        task.add_done_callback(at_work.discard)

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    try:
        yield f"{scheme}://127.0.0.1:{server.sockets[0].getsockname()[1]}/keys"
    finally:
        server.close()
        for task in list(at_work):
            task.cancel()
        await asyncio.gather(*at_work, return_exceptions=True)


async def drip(writer: asyncio.StreamWriter, text: bytes) -> None:
    """Send a byte at a time, soon enough for a limit that counts from byte to byte; the last one again and again."""
    for byte in text:
        writer.write(bytes([byte]))
        await writer.drain()
        await asyncio.sleep(0.01)
    while True:
        writer.write(text[-1:])
        await writer.drain()
        await asyncio.sleep(0.01)


async def silence(writer: asyncio.StreamWriter) -> None:
    """Take the connection, and say nothing."""
    del writer
    await asyncio.sleep(3600)


async def dripping_head(writer: asyncio.StreamWriter) -> None:
    """A head without end."""
    await drip(writer, HEAD + b"X-Long: aaa")


async def dripping_body(writer: asyncio.StreamWriter) -> None:
    """A body without end, of an honest length."""
    writer.write(HEAD + b"Content-Length: 900000\r\n\r\n")
    await drip(writer, b" ")


async def dripping_parts(writer: asyncio.StreamWriter) -> None:
    """A body without end and without length."""
    writer.write(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        writer.write(b"1\r\n \r\n")
        await writer.drain()
        await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("answer", "scheme"),
    [(silence, "http"), (silence, "https"), (dripping_head, "http"), (dripping_body, "http"), (dripping_parts, "http")],
)
async def test_a_fetch_has_one_limit_as_a_whole(
    answer: Callable[[asyncio.StreamWriter], Awaitable[None]], scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However a server keeps the line busy, in its head, its body or the handshake, a fetch ends."""
    monkeypatch.setattr(key_set, "FETCH_SECONDS", 0.3)
    async with key_server(answer, scheme) as url:
        with pytest.raises(KeySetError, match="took longer"):
            await fetch_key_set(url)


async def test_a_look_up_that_hangs_is_not_begun_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that says nothing holds one thread, however often the keys are asked for, and until it answers."""
    answers, asked = asyncio.Event(), 0

    async def hang(*_: object, **__: object) -> list[object]:
        nonlocal asked
        asked += 1
        await answers.wait()
        raise socket.gaierror(socket.EAI_AGAIN, "no answer")

    monkeypatch.setattr(key_set, "FETCH_SECONDS", 0.05)
    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", hang)
    for _ in range(3):
        with pytest.raises(KeySetError, match="took longer"):
            await fetch_key_set("https://id.example/keys")
    assert asked == 1
    answers.set()
    with pytest.raises(OSError, match="no answer"):
        await fetch_key_set("https://id.example/keys")
    assert (asked, key_set._lookups) == (1, {})


async def test_a_proxy_looks_names_up_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the environment names a proxy, keys come through it, whether this machine knows the name or not."""
    heads: list[bytes] = []

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(WHOLE)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(proxy, "127.0.0.1", 0)
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
    monkeypatch.delenv("no_proxy", raising=False)
    assert (await fetch_key_set("http://id.invalid/keys")).body == KEYS
    assert heads[0].startswith(b"GET http://id.invalid/keys HTTP/1.1\r\n")
    server.close()


async def test_who_knows_its_key_waits_for_no_server_that_drips() -> None:
    """While a fetch is under way, known keys serve on; who names an unknown one waits, and no second fetch begins."""
    provider, clock = Provider(public(RSA, "k")), Clock()
    callers = callers_of(provider, clock)
    await callers.caller(signed(RSA, "RS256", "k"))
    provider.answers.clear()
    clock.now += REFRESH_SECONDS + 1
    unknown = [asyncio.create_task(callers.caller(signed(P256, "ES256", f"new-{number}"))) for number in range(300)]
    for number in range(5):
        await asyncio.sleep(0)
        assert (await callers.caller(signed(RSA, "RS256", "k", jti=str(number)))).subject == "anna"
    assert provider.fetches == 2
    assert not any(task.done() for task in unknown)
    provider.answers.set()
    answers = await asyncio.gather(*unknown, return_exceptions=True)
    assert {type(answer) for answer in answers} == {Unauthenticated}
    assert provider.fetches == 2


async def test_a_client_that_leaves_takes_no_fetch_along() -> None:
    """The first that waits for the keys may go; the others get them all the same."""
    provider = Provider(public(RSA, "k"))
    provider.answers.clear()
    keys = JsonWebKeySet("https://id.example/keys", provider.fetch, Clock())
    first, second = (asyncio.create_task(keys.key_for("k")) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.wait([first])
    provider.answers.set()
    assert (await second).key_id == "k"
    assert (first.cancelled(), provider.fetches) == (True, 1)


async def test_an_unknown_key_while_the_server_is_away() -> None:
    """Whether a key is new nobody knows then: its bearer is told to come back, not sent away; known keys serve on."""
    provider, clock = Provider(public(RSA, "k")), Clock()
    keys = JsonWebKeySet("https://id.example/keys", provider.fetch, clock)
    await keys.key_for("k")
    provider.is_down = True
    clock.now += ATTEMPT_SECONDS
    with pytest.raises(Unavailable) as caught:
        await keys.key_for("new")
    assert caught.value.retry_after == ATTEMPT_SECONDS
    assert (await keys.key_for("k")).key_id == "k"
    provider.is_down = False
    provider.keys.append(public(P256, "new"))
    clock.now += ATTEMPT_SECONDS
    assert (await keys.key_for("new")).key_id == "new"


async def test_what_is_said_of_keys_that_cannot_be_had(caplog: pytest.LogCaptureFixture) -> None:
    """A failure is said once a minute with its reason and whether keys were ever had; so is that they are back."""
    provider, clock = Provider(public(RSA, "k")), Clock()
    keys = JsonWebKeySet("https://id.example/keys", provider.fetch, clock)
    provider.is_down = True
    with caplog.at_level(logging.INFO, "hearth.keys"):
        for _ in range(5):
            with pytest.raises(Unavailable):
                await keys.key_for("k")
            clock.now += ATTEMPT_SECONDS
        provider.is_down = False
        await keys.key_for("k")
        provider.is_down = True
        clock.now += STALE_SECONDS
        keys.look()
        await under_way(keys)
        await keys.close()
    said = [(record.getMessage(), record.__dict__["fields"]) for record in ours(caplog)]
    failed = "The identity provider's keys could not be fetched."
    assert [message for message, _ in said] == [failed, "The identity provider's keys are here.", failed]
    assert [fields.get("times") for _, fields in said] == [1, None, 5]
    assert [fields.get("had") for _, fields in said] == ["never", None, "3600 seconds ago"]
    assert said[0][1]["fault"].startswith("ConnectionRefusedError")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"HTTP/1.1 302 Found\r\nLocation: /keys\r\nContent-Length: 0\r\n\r\n", "302"),
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "404"),
        (b"HTTP/1.1 204 No Content\r\n\r\n", "204"),
        (HEAD + b"Content-Length: 6\r\n\r\n<html>", "no JSON"),
        (HEAD + b"Content-Length: 2\r\n\r\n[]", "no key set"),
        (HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b" " * 5_000_000), "no JSON"),
        (HEAD + b"\r\n" + b" " * 1_000_001, "too long"),
        (HEAD + b"\r\n" + orjson.dumps({"keys": [public(RSA, "k")] * (MOST_KEYS + 1)}), f"more than {MOST_KEYS}"),
        (HEAD + b"\r\n" + orjson.dumps({"keys": [{"kty": "oct", "k": "czNjcmV0"}]}), "none of an allowed algorithm"),
        (b"no HTTP at all\r\n\r\n", "could not be fetched"),
        (b"", "could not be fetched"),
    ],
)
async def test_what_a_server_sends_instead_of_keys(answer: bytes, said: str, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever comes, callers are told to come back, and the log says what it was and repeats nothing of it."""

    async def send(writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        await writer.drain()

    async with key_server(send) as url:
        keys = JsonWebKeySet(url)
        with pytest.raises(Unavailable):
            await keys.key_for("k")
        await keys.close()
    (record,) = ours(caplog)
    assert said in record.getMessage()
    assert url not in record.getMessage() + str(record.__dict__["fields"])
    assert "czNjcmV0" not in str(record.__dict__)


async def test_whether_keys_were_ever_had() -> None:
    """A set says that it was never had, that it is there, and that it is too old; whoever asks lets it be fetched."""
    provider, clock = Provider(public(RSA, "k")), Clock()
    callers = callers_of(provider, clock)
    assert callers.missing() == "The identity provider's keys were never had."
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert (callers.missing(), provider.fetches) == (None, 1)
    provider.is_down = True
    clock.now += STALE_SECONDS + 1
    assert callers.missing() == "The identity provider's keys are too old."
    await asyncio.sleep(0)
    assert provider.fetches == 2


NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("date", "age", "ahead"),
    [
        (NOW, None, 0.0),
        (NOW - 1, None, 0.0),
        (NOW + 2, None, 0.0),
        (NOW - 86_401, None, 86_400.0),
        (NOW + 86_402, None, -86_400.0),
        (NOW - 601, "600", 0.0),
        (NOW - 601, "x", 0.0),
        (NOW - 601, "9" * 5_000, 0.0),
    ],
)
def test_how_far_a_clock_is_ahead(date: float, age: str | None, ahead: float) -> None:
    """An answer's date tells, within the time that the request took; an answer that was kept says for how long."""
    headers = {"date": format_datetime(datetime.fromtimestamp(date, UTC), usegmt=True)}
    assert clock_ahead(headers | ({} if age is None else {"age": age}), NOW, NOW + 2) == ahead


@pytest.mark.parametrize("date", [None, "", "yesterday", "Thu, 99 Jan 2026 00:00:00 GMT"])
def test_a_server_that_does_not_say_when(date: str | None) -> None:
    """Without a date that can be read nothing is said of clocks."""
    assert clock_ahead({} if date is None else {"date": date}, NOW, NOW + 2) == 0.0


async def test_a_server_whose_clock_is_another_is_noticed() -> None:
    """The clocks are compared with each fetch, over a real connection."""

    async def send(writer: asyncio.StreamWriter) -> None:
        date = format_datetime(datetime.fromtimestamp(time.time() - 86_400, UTC), usegmt=True)
        writer.write(HEAD + f"Date: {date}\r\nContent-Length: {len(KEYS)}\r\n\r\n".encode() + KEYS)
        await writer.drain()

    async with key_server(send) as url:
        keys = JsonWebKeySet(url)
        await keys.key_for("k")
        await keys.close()
    assert 86_390 < keys.clock_ahead <= 86_400

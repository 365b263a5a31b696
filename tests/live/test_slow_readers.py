"""Whoever reads too slowly is let go; nobody else waits for it, and nothing piles up."""

from __future__ import annotations

import asyncio
import socket as sockets
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import httpx
import orjson
import websockets

from graph.http.subscriptions.outbox import Outbox
from tests.live.conftest import PATIENCE, token

if TYPE_CHECKING:
    from tests.live.conftest import Ledger, Served

WIDE = f"subscription {{ changed {{ edges {{ cursor }} nodes {{ {' '.join(f'a{n}: rowId' for n in range(490))} }} }} }}"


def narrow(served: Served, size: int = 4096) -> sockets.socket:
    """A connection of a client whose system keeps little for it."""
    made = sockets.socket()
    made.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, size)
    made.connect(("127.0.0.1", served.port))
    return made


async def test_a_slow_reader_is_dropped_and_resumes(served: Served, ledger: Ledger, child: Any) -> None:  # noqa: ANN401 - a row
    """1013; its neighbour in the same group has every change meanwhile, and it finds the rest by `changes`."""
    drops = served.hub.figures.drops
    async with (
        served.socket(token(), max_queue=1, sock=narrow(served), max_size=None) as slow,
        served.socket(token(), max_size=None) as fast,
    ):
        await served.subscribed(slow, WIDE)
        await served.subscribed(fast, WIDE)
        first, seen = await ledger.head("BE"), list[str]()
        while served.hub.figures.drops == drops:
            served.hub.told("BE", await ledger.rename(child, "Traag", times=50))
            edges = (await fast.hear())["payload"]["data"]["changed"]["edges"]
            seen += [edge["cursor"] for edge in edges]
            assert len(seen) < 2_000
        assert await ledger.numbers(seen) == list(range(first + 1, first + 1 + len(seen)))
        await served.until(lambda: served.hub.figures.subscribers == 1)

        last = None
        with suppress(websockets.ConnectionClosed):
            async for text in slow.connection:
                last = orjson.loads(text)["payload"]["data"]["changed"]["edges"][-1]["cursor"]
        assert (slow.connection.close_code, slow.connection.close_reason[:10]) == (1013, "Reads too ")
        resumed = "query ($since: String) { changes(since: $since, first: 1000) { edges { cursor } } }"
        told = await served.post(resumed, token(), since=last)
        missed = await ledger.numbers(edge["cursor"] for edge in told["changes"]["edges"])
        known = first if last is None else (await ledger.numbers([last]))[0]
        assert missed == list(range(known + 1, first + 1 + len(seen)))


async def test_a_slow_stream_is_cut_off(served: Served, ledger: Ledger, child: Any) -> None:  # noqa: ANN401 - a row
    """An event stream has no close code: it ends without `complete`."""
    await served.deserted()
    drops = served.hub.figures.drops
    body = httpx.Request("POST", served.url, json={"query": WIDE}).read()
    with narrow(served) as connection:
        head = f"POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token()}\r\nAccept: text/event-stream\r\n"
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        connection.sendall(head.encode() + body)
        await served.listened_to()
        async with asyncio.timeout(PATIENCE):
            while served.hub.figures.drops == drops:
                served.hub.told("BE", await ledger.rename(child, "Stroperig", times=50))
                await asyncio.sleep(0.1)
        assert served.hub.figures.drops == drops + 1
        await served.until(lambda: not served.hub.figures.clients and not served.groups)


async def test_what_waits_is_bounded() -> None:
    """In number and in length; one frame alone may have any; after an overflow nothing is kept."""
    for outbox, frame in ((Outbox[str](frames=3), "x"), (Outbox[str](size=10), "xxxxx")):
        held = 0
        while outbox.put(frame):
            held += 1
        assert outbox.overflowed
        assert held == (3 if len(frame) == 1 else 2)
        assert await outbox.take() is None
    large = Outbox[str](size=10)
    assert large.put("x" * 100)
    assert not large.put("x")


async def test_an_answer_waits_until_nothing_else_does() -> None:
    """Its sender can wait; it drops nobody."""
    outbox = Outbox[str](size=10)
    outbox.put("x" * 10)
    waiting = asyncio.create_task(outbox.put_when_empty("answer"))
    await asyncio.sleep(0)
    assert not waiting.done()
    assert await outbox.take() == "x" * 10
    assert await outbox.take() == "answer"
    await waiting
    assert not outbox.overflowed

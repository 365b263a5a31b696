"""A client that asks each question once: keep-alive connections, one request in flight on each.

wrk repeats; here every document is another one, and its time is kept.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.wrk import LoadError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

HOST = "127.0.0.1"
LENGTH = b"content-length:"
OK = b" 200 "


@dataclass(frozen=True, slots=True)
class Line:
    """One connection to a server on this machine."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    head: bytes

    async def ask(self, body: bytes) -> tuple[float, bytes]:
        """Seconds until the answer was there, and the answer.

        Raises:
            LoadError: it is no answer, or an error.
        """
        began = time.perf_counter()
        self.writer.write(self.head + b"Content-Length: %d\r\n\r\n" % len(body) + body)
        head = await self.reader.readuntil(b"\r\n\r\n")
        answer = await self.reader.readexactly(_length(head))
        took = time.perf_counter() - began
        if OK not in head[:16] or b'"errors":' in answer:
            raise LoadError(f"A document is refused: {answer[:300].decode(errors='replace')}")
        return took, answer


@asynccontextmanager
async def line(port: int, headers: Mapping[str, str]) -> AsyncIterator[Line]:
    """Connect, and hang up afterwards."""
    reader, writer = await asyncio.open_connection(HOST, port)
    told = {"Host": HOST, "Content-Type": "application/json", "Accept": "application/json", **headers}
    head = "POST /graphql HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in told.items())
    try:
        yield Line(reader, writer, head.encode())
    finally:
        writer.close()


async def ask_all(port: int, headers: Mapping[str, str], bodies: Iterator[bytes], clients: int) -> list[float]:
    """Every body once, by so many clients; seconds of each, in no order."""
    times: list[float] = []

    async def work() -> None:
        async with line(port, headers) as one:
            for body in bodies:
                took, _ = await one.ask(body)
                times.append(took)

    await asyncio.gather(*(work() for _ in range(clients)))
    return times


def _length(head: bytes) -> int:
    for field in head.lower().split(b"\r\n"):
        if field.startswith(LENGTH):
            return int(field[len(LENGTH) :])
    raise LoadError("An answer does not say how long it is.")

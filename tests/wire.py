"""What goes over the wire: a proxy before PostgreSQL that passes every byte on and writes down what the client asks.

Messages are those of the frontend/backend protocol, version 3: a byte that names the kind, and a length.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address

SSL_REQUEST = 80877103
ROUND_TRIPS = frozenset(b"QSH")
"""After a simple query, a Sync or a Flush the client waits for the server."""


class Said(NamedTuple):
    """One thing that the client asks for: `query` without parameters, `prepare` or `run`."""

    what: str
    text: str
    values: tuple[bytes | None, ...] = ()


@dataclass
class Line:
    """One connection.

    Attributes:
        said: what the client asked for, in order.
        trips: how many times it waited for the server.
    """

    said: list[Said] = field(default_factory=list)
    trips: int = 0
    _statements: dict[bytes, str] = field(default_factory=dict)
    _unread: bytes = b""
    _has_begun: bool = False

    def hear(self, chunk: bytes) -> None:
        """Bytes of the client."""
        self._unread += chunk
        while True:
            # The very first message names no kind.
            head = 1 if self._has_begun else 0
            end = head + int.from_bytes(self._unread[head : head + 4])
            if len(self._unread) < max(end, head + 4):
                return
            message, self._unread = self._unread[:end], self._unread[end:]
            if self._has_begun:
                self._note(message[0], message[5:])
            else:
                self._has_begun = int.from_bytes(message[4:8]) != SSL_REQUEST

    def _note(self, kind: int, body: bytes) -> None:
        self.trips += kind in ROUND_TRIPS
        if kind == ord("Q"):
            self.said.append(Said("query", body[:-1].decode()))
        elif kind == ord("P"):
            name, text, _ = body.split(b"\0", 2)
            self._statements[name] = text.decode()
            self.said.append(Said("prepare", text.decode()))
        elif kind == ord("B"):
            _, name, rest = body.split(b"\0", 2)
            self.said.append(Said("run", self._statements[name], _values(rest)))


def _values(bound: bytes) -> tuple[bytes | None, ...]:
    """The parameters of a Bind: after as many formats as its first number says."""
    place = 2 + 2 * int.from_bytes(bound[:2])
    count, place = int.from_bytes(bound[place : place + 2]), place + 2
    values: list[bytes | None] = []
    for _ in range(count):
        size, place = int.from_bytes(bound[place : place + 4], signed=True), place + 4
        values.append(None if size < 0 else bound[place : place + size])
        place += max(size, 0)
    return tuple(values)


@dataclass
class Wire:
    """All connections since it began.

    Attributes:
        address: where clients come in.
        lines: one a connection.
    """

    address: Address
    lines: list[Line] = field(default_factory=list)

    @property
    def trips(self) -> int:
        """How many round trips there have been."""
        return sum(line.trips for line in self.lines)

    def forget(self) -> None:
        """Count from here."""
        for line in self.lines:
            line.said.clear()
            line.trips = 0


@asynccontextmanager
async def listening(address: Address) -> AsyncIterator[Wire]:
    """A proxy before a server that has a Unix socket."""
    parts = urlsplit(address.dsn)
    asked = dict(parse_qsl(parts.query))
    path = f"{asked['host']}/.s.PGSQL.{asked.get('port', '5432')}"

    async def pass_on(client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        server, to_server = await asyncio.open_unix_connection(path)
        line = Line()
        wire.lines.append(line)
        await asyncio.gather(_pump(client, to_server, line), _pump(server, to_client, None))

    proxy = await asyncio.start_server(pass_on, "127.0.0.1", 0)
    port = proxy.sockets[0].getsockname()[1]
    wire = Wire(replace(address, dsn=f"postgresql://127.0.0.1:{port}{parts.path}?sslmode=disable"))
    try:
        yield wire
    finally:
        proxy.close()
        await proxy.wait_closed()


async def _pump(source: asyncio.StreamReader, target: asyncio.StreamWriter, line: Line | None) -> None:
    """Pass on what comes until nothing more comes."""
    try:
        while chunk := await source.read(65_536):
            if line is not None:
                line.hear(chunk)
            target.write(chunk)
            await target.drain()
    except ConnectionError:
        pass  # whoever went away needs no more bytes
    finally:
        target.close()

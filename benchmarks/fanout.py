"""Fan-out: a thousand subscribers of one process, one change a second, and how long until each of them has it.

    python -m benchmarks.fanout [--subscribers N] [--seconds N]

The server is `hearth serve` on an embedded PostgreSQL of its own; changes come from another process, as a row of the
feed and a message. The first line has one scope, the second fifty. Times are from the commit to the bytes at the
client; CPU seconds are the server's for each change, memory its resident set at the end. Loopback only.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import os
import secrets
import struct
import subprocess
import sys
import tempfile
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import uuid4

import asyncpg
import orjson
import uvloop

from benchmarks.ports import claim_port, listens
from countries.embedded.postgres import SUPERUSER, EmbeddedPostgres, find_binaries
from countries.register.register import load_register
from countries.tenancy.logins import ALL_LOGINS, OPERATOR, OWNER
from graph.database.location import DATABASE
from graph.database.migrate import make_database, migrate
from graph.demo import seed
from graph.identity.authenticator import issue_token

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from countries.connections.address import Address

COUNTRY = "BE"
CHILDREN = 200
SCOPES = (1, 50)
DOCUMENT = "subscription { changed { nodes { rowId type kind changedAt isGone } pageInfo { endCursor } } }"
PATIENCE_SECONDS = 60.0
SETTLE_SECONDS = 1.0
AT_ONCE = 50
"""Clients that come in at the same time."""


class Client(asyncio.Protocol):
    """A subscriber that does as little as it can: it notes when bytes came.

    Args:
        token: whom it asks as.
    """

    def __init__(self, token: str) -> None:
        self._token = token
        self._said: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._transport: asyncio.WriteTransport | None = None
        self.came_at: float | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        # uvloop's own transports are no subclasses of asyncio's.
        self._transport = cast("asyncio.WriteTransport", transport)

    def data_received(self, data: bytes) -> None:
        """Note the time of a delivery; hand over anything else."""
        if b'"next"' in data:
            self.came_at = time.perf_counter()
        elif not self._said.done():
            self._said.set_result(data)

    async def subscribe(self, port: int) -> None:
        """Open the socket, sign in, and subscribe."""
        key = base64.b64encode(secrets.token_bytes(16)).decode()
        head = (
            f"GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
        )
        await self._exchange(head.encode(), b" 101 ")
        init = {"type": "connection_init", "payload": {"Authorization": f"Bearer {self._token}"}}
        await self._exchange(masked(orjson.dumps(init)), b"connection_ack")
        request = {"id": str(uuid4()), "type": "subscribe", "payload": {"query": DOCUMENT}}
        self._write(masked(orjson.dumps(request)))

    async def _exchange(self, said: bytes, wanted: bytes) -> None:
        self._said = asyncio.get_running_loop().create_future()
        self._write(said)
        answer = await asyncio.wait_for(self._said, PATIENCE_SECONDS)
        if wanted not in answer:
            raise ConnectionError(answer[:200])

    def _write(self, data: bytes) -> None:
        if self._transport is not None:
            self._transport.write(data)

    def close(self) -> None:
        """Go away."""
        if self._transport is not None:
            self._transport.close()


def masked(payload: bytes) -> bytes:
    """A client's text frame; a mask of zeros leaves the payload as it is."""
    size = len(payload)
    head = struct.pack("!BB", 0x81, 0x80 | size) if size < 126 else struct.pack("!BBH", 0x81, 0x80 | 126, size)  # noqa: PLR2004 - RFC 6455, 5.2
    return head + bytes(4) + payload


@dataclass(frozen=True, slots=True)
class Measured:
    """Delivery times in seconds, CPU seconds for each change, and bytes of memory."""

    times: Sequence[float]
    cpu: float
    memory: int

    def line(self, subscribers: int, scopes: int) -> str:
        """The line to print."""
        ordered = sorted(self.times)
        half, most = (ordered[int(len(ordered) * share)] * 1000 for share in (0.5, 0.99))
        scoped = "" if scopes == 1 else f" scopes {scopes}"
        return (
            f"fanout {subscribers}{scoped} p50 {half:.0f} ms p99 {most:.0f} ms cpu {self.cpu:.2f}"
            f" rss {self.memory / 1e6:.0f} MB"
        )


def cpu_seconds(process: int) -> float:
    """What a process has used so far."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_bytes(process: int) -> int:
    """Its resident set."""
    return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


async def change(operator: asyncpg.Connection[asyncpg.Record]) -> float:
    """Write one change that every caseworker of the country hears of, and say so; when it was committed."""
    number = await operator.fetchval(
        "WITH taken AS (INSERT INTO change_counter AS c (country_code, last) VALUES ($1, 1)"
        " ON CONFLICT (country_code) DO UPDATE SET last = c.last + 1 RETURNING last)"
        " INSERT INTO change (country_code, number, type, row_id, kind) SELECT $1, last, 'CommunityPartner', $2,"
        " 'UPDATED' FROM taken RETURNING number",
        COUNTRY,
        uuid4(),
    )
    committed = time.perf_counter()
    # The command: the function is the listener's alone.
    await operator.execute(f"NOTIFY hearth_changes, '{COUNTRY} {int(number)}'")
    return committed


@asynccontextmanager
async def served(folder: Path, secret: str) -> AsyncIterator[tuple[int, int]]:
    """A server; its port and its process."""
    port = claim_port()
    given = {"PATH": os.environ["PATH"], "HEARTH_DATA_DIR": str(folder), "HEARTH_DEV_SECRET": secret}
    command = [str(Path(sys.executable).parent / "hearth"), "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=given, stderr=subprocess.DEVNULL)  # noqa: ASYNC220, S603 - our own command
    try:
        await listens(port, PATIENCE_SECONDS)
        await asyncio.sleep(SETTLE_SECONDS)
        yield port, process.pid
    finally:
        process.terminate()
        await asyncio.to_thread(process.wait)


async def measure(address: Address, folder: Path, subscribers: int, scopes: int, seconds: int) -> Measured:
    """Measure one server."""
    secret = secrets.token_urlsafe(32)
    programmes = [str(uuid4()) for _ in range(scopes)]
    operator = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    # Each is a person: nobody has a thousand sockets.
    clients = [
        Client(
            issue_token(
                secret,
                role="caseworker",
                country=COUNTRY,
                programmes=[programmes[number % scopes]],
                subject=f"caseworker-{number}",
            )
        )
        for number in range(subscribers)
    ]
    loop = asyncio.get_running_loop()
    gate = asyncio.Semaphore(AT_ONCE)

    async def come(client: Client, port: int) -> None:
        async with gate:
            await loop.create_connection(lambda: client, "127.0.0.1", port)
            await client.subscribe(port)

    async with served(folder, secret) as (port, process):
        await asyncio.gather(*(come(client, port) for client in clients))
        await asyncio.sleep(2 * SETTLE_SECONDS)
        times: list[float] = []
        await _changed(operator, clients)  # the first one prepares the statement on a connection
        before = cpu_seconds(process)
        for _ in range(seconds):
            began = loop.time()
            times += await _changed(operator, clients)
            await asyncio.sleep(max(0.0, began + 1 - loop.time()))
        measured = Measured(times, (cpu_seconds(process) - before) / seconds, memory_bytes(process))
        for client in clients:
            client.close()
    await operator.close()
    return measured


async def _changed(operator: asyncpg.Connection[asyncpg.Record], clients: Sequence[Client]) -> list[float]:
    """One change, and how long it took to each client.

    Raises:
        TimeoutError: one did not hear of it.
    """
    for client in clients:
        client.came_at = None
    committed = await change(operator)
    async with asyncio.timeout(PATIENCE_SECONDS):
        while any(client.came_at is None for client in clients):  # noqa: ASYNC110 - a thousand events cost more
            await asyncio.sleep(0.05)
    return [client.came_at - committed for client in clients if client.came_at is not None]


async def run(subscribers: int, seconds: int) -> None:
    """Make a database, measure, and print a line for each number of scopes."""
    register = load_register()
    with tempfile.TemporaryDirectory(prefix="hearth-fanout-", ignore_cleanup_errors=True) as name:
        folder = Path(name) / "hearth"
        postgres = EmbeddedPostgres(folder, find_binaries(None), logins=ALL_LOGINS)
        server = await asyncio.to_thread(postgres.start)
        try:
            await make_database(server, SUPERUSER, DATABASE)
            address = server.with_database(DATABASE)
            await migrate(address, OWNER, register)
            await seed(address, register, [COUNTRY], CHILDREN, 1, years=0)
            for scopes in SCOPES:
                measured = await measure(address, folder, subscribers, scopes, seconds)
                print(measured.line(subscribers, scopes), flush=True)  # noqa: T201 - the figures are the output
        finally:
            await asyncio.to_thread(postgres.stop)


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--subscribers", type=int, default=1_000)
    parser.add_argument("--seconds", type=int, default=20)
    given = parser.parse_args()
    uvloop.run(run(given.subscribers, given.seconds))


if __name__ == "__main__":
    main()

"""One caller does its worst, and another country asks small queries: what they wait, without it and beside it.

    python -m benchmarks.worst_caller [--seconds N] [--kinds introspection,sockets]

The server is `hearth serve` with one process, on an embedded PostgreSQL of its own. Belgium misbehaves, by each kind of
`benchmarks/attacks.py` in a process of its own; Kenya asks for a child by its id at a modest rate, whether the last
answer has come or not, and a time counts from when its turn was. For each kind a new server: first Kenya alone, then
beside it. Memory is the greatest while it lasts: the server's resident set, and what PostgreSQL's processes hold for
themselves.

The goal: p50 at most twice, p99 at most 50 ms, none refused. Loopback only.
"""

from __future__ import annotations

import argparse
import asyncio
import secrets
import sys
import tempfile
import time
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import orjson
import uvloop

from benchmarks.attacks import GONE, KINDS
from benchmarks.client import line
from benchmarks.fanout import memory_bytes, served
from benchmarks.workloads import document
from countries.embedded.postgres import SUPERUSER, EmbeddedPostgres, find_binaries
from countries.register.register import load_register
from countries.tenancy.logins import ALL_LOGINS, OPERATOR, OWNER
from graph.database.location import DATABASE
from graph.database.migrate import make_database, migrate
from graph.demo import seed
from graph.identity.authenticator import issue_token

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from benchmarks.client import Line
    from countries.connections.address import Address

WORST, OTHER = "BE", "KE"
CHILDREN = 1_000
RATE = 40
"""Queries a second of the other country."""
WARM_SECONDS = 2.0
PATIENCE_SECONDS = 30.0
"""After so long a query counts as refused."""
SAMPLE_SECONDS = 0.2
MOST_TIMES, MOST_P99 = 2.0, 50.0
"""The goal: p50 beside the worst caller over p50 alone, and milliseconds of p99."""


@dataclass(slots=True)
class Waits:
    """What a country's callers saw.

    Attributes:
        times: milliseconds until each answer, in no order.
        refused: how many got none.
    """

    times: list[float] = field(default_factory=list)
    refused: int = 0

    def at(self, share: float) -> float:
        """So many milliseconds this share of the answers took at most; infinite without any."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("inf")


@dataclass(frozen=True, slots=True)
class Found:
    """One kind, measured."""

    kind: str
    alone: Waits
    beside: Waits
    server: int
    backends: int

    def line(self) -> str:
        """The line to print."""
        alone, beside = self.alone, self.beside
        is_met = beside.at(0.5) <= MOST_TIMES * alone.at(0.5) and beside.at(0.99) <= MOST_P99 and not beside.refused
        return (
            f"worst {self.kind} p50 {alone.at(0.5):.1f} -> {beside.at(0.5):.1f} ms"
            f" p99 {alone.at(0.99):.1f} -> {beside.at(0.99):.1f} ms refused {beside.refused} of"
            f" {beside.refused + len(beside.times)} server {self.server / 1e6:.0f} MB"
            f" backends {self.backends / 1e6:.0f} MB {'met' if is_met else 'missed'}"
        )


class Others:
    """The other country's callers, over connections that stay open and are opened when there are too few."""

    def __init__(self, port: int, token: str, children: Sequence[str]) -> None:
        text = document("W1")
        self._bodies = [orjson.dumps({"query": text, "variables": {"id": child}}) for child in children]
        self._headers = {"Authorization": f"Bearer {token}"}
        self._port = port
        self._free: list[Line] = []
        self._lines = AsyncExitStack()

    async def ask(self, seconds: float) -> Waits:
        """Ask at the rate, for so long; every query is waited for."""
        waits, began = Waits(), time.perf_counter()
        asked = []
        for number in range(int(seconds * RATE)):
            due = began + number / RATE
            await asyncio.sleep(due - time.perf_counter())
            asked.append(asyncio.create_task(self._one(self._bodies[number % len(self._bodies)], due, waits)))
        await asyncio.gather(*asked)
        return waits

    async def _one(self, body: bytes, due: float, waits: Waits) -> None:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                one = await self._line()
                await one.ask(body)
        except GONE:
            waits.refused += 1
        else:
            waits.times.append((time.perf_counter() - due) * 1000)
            self._free.append(one)

    async def _line(self) -> Line:
        """A connection that nobody uses; the server has closed those that have been idle for long."""
        while self._free:
            one = self._free.pop()
            if not one.reader.at_eof():
                return one
        return await self._lines.enter_async_context(line(self._port, self._headers))

    async def close(self) -> None:
        """Hang up."""
        await self._lines.aclose()


def private_bytes(postmaster: int) -> int:
    """What the processes of a PostgreSQL hold for themselves, shared memory left out."""
    total = 0
    for path in Path("/proc").glob("[0-9]*/status"):
        with suppress(OSError):
            told = dict(each.split(":", 1) for each in path.read_text("utf-8").splitlines() if ":" in each)
            if int(told["PPid"]) == postmaster:
                total += int(told.get("RssAnon", "0 kB").split()[0]) * 1024
    return total


class Memory:
    """The greatest of what was held, looked at several times a second."""

    def __init__(self, server: int, postmaster: int) -> None:
        self._server, self._postmaster = server, postmaster
        self.server = self.backends = 0

    async def watch(self) -> None:
        """Look, until it is cancelled."""
        while True:
            self.server = max(self.server, memory_bytes(self._server))
            self.backends = max(self.backends, await asyncio.to_thread(private_bytes, self._postmaster))
            await asyncio.sleep(SAMPLE_SECONDS)


@asynccontextmanager
async def attacked(kind: str, port: int, token: str, home: str) -> AsyncIterator[None]:
    """While the block lasts, one caller does its worst."""
    command = (sys.executable, "-m", "benchmarks.attacks", kind, "--port", str(port), "--token", token, "--home", home)
    process = await asyncio.create_subprocess_exec(*command)
    try:
        yield
    finally:
        process.kill()
        await process.wait()


async def measure(address: Address, folder: Path, kind: str, seconds: float) -> Found:
    """Measure one kind on a server of its own."""
    secret = secrets.token_urlsafe(32)
    worst, other = (issue_token(secret, role="office", country=country) for country in (WORST, OTHER))
    operator = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    postmaster = int((folder / "data" / "postmaster.pid").read_text("ascii").split()[0])
    ids = await operator.fetch("SELECT id FROM child WHERE country_code = $1 ORDER BY id LIMIT 200", OTHER)
    home = await operator.fetchval("SELECT id FROM home WHERE country_code = $1 ORDER BY id LIMIT 1", WORST)
    try:
        async with served(folder, secret) as (port, process):
            others = Others(port, other, [f"Child_{OTHER}_{row['id']}" for row in ids])
            await others.ask(WARM_SECONDS)
            alone = await others.ask(seconds)
            memory = Memory(process, postmaster)
            watching = asyncio.create_task(memory.watch())
            async with operator.transaction(), attacked(kind, port, worst, f"Home_{WORST}_{home}"):
                # Whoever changes that home waits: so does a mutation beside an import of its own country.
                await operator.execute("SELECT FROM home WHERE country_code = $1 AND id = $2 FOR UPDATE", WORST, home)
                await asyncio.sleep(WARM_SECONDS)
                beside = await others.ask(seconds)
            watching.cancel()
            await others.close()
        return Found(kind, alone, beside, memory.server, memory.backends)
    finally:
        await operator.close()


async def run(kinds: Sequence[str], seconds: float) -> None:
    """Make a database, measure, and print a line for each kind."""
    register = load_register()
    with tempfile.TemporaryDirectory(prefix="hearth-worst-", ignore_cleanup_errors=True) as name:
        folder = Path(name) / "hearth"
        postgres = EmbeddedPostgres(folder, find_binaries(None), logins=ALL_LOGINS)
        server = await asyncio.to_thread(postgres.start)
        try:
            await make_database(server, SUPERUSER, DATABASE)
            address = server.with_database(DATABASE)
            await migrate(address, OWNER, register)
            await seed(address, register, [WORST, OTHER], CHILDREN, 1, years=0)
            for kind in kinds:
                print((await measure(address, folder, kind, seconds)).line(), flush=True)  # noqa: T201 - the figures are the output
        finally:
            await asyncio.to_thread(postgres.stop)


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--kinds", default=",".join(KINDS), help="some of them, with commas between")
    given = parser.parse_args()
    kinds = given.kinds.split(",")
    if unknown := set(kinds) - set(KINDS):
        parser.error(f"no such kind: {', '.join(sorted(unknown))}; there are {', '.join(KINDS)}")
    uvloop.run(run(kinds, given.seconds))


if __name__ == "__main__":
    main()

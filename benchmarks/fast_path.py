"""What the way around the middleware is worth: `python -m benchmarks.fast_path`.

Two servers of one population, one of which lets every request through the middleware. Each is asked the same in turn,
and what counts is the processor time of its process, user and system, which a busy machine changes little.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncpg
import click
import orjson

from benchmarks.fanout import cpu_seconds
from benchmarks.ground import SETTINGS
from benchmarks.peers import SECRET
from benchmarks.plots import FIRST_DAY, hearth_input
from benchmarks.ports import claim_port, listens
from benchmarks.workloads import HOME, document
from countries.embedded.postgres import SUPERUSER, EmbeddedPostgres, find_binaries
from countries.register.register import load_register
from countries.tenancy.caller import Tier
from countries.tenancy.logins import ALL_LOGINS, OPERATOR, OWNER
from graph.database.migrate import make_database, migrate
from graph.demo import seed
from graph.identity.authenticator import issue_token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from countries.connections.address import Address

CHILDREN = 1_000
PAIRS = 6
SHOWN = 10_000
"""Requests that a figure is for."""
ASKED = {"W1": 2_500, "W6": 1_000}
"""Requests of one round."""
CLIENTS = 8
AROUND = "import graph.http.app as app; app._may_go_directly = lambda scope: False; from graph.cli import main; main()"
WAYS = {"direct": ("-m", "graph.cli"), "middleware": ("-c", AROUND)}


@dataclass(frozen=True, slots=True)
class Served:
    """A server, and who asks it."""

    pid: int
    port: int


async def load(port: int, bodies: Sequence[bytes]) -> None:
    """Send requests, so many clients at a time, each over a connection that stays."""
    token = issue_token(SECRET, role="office", country=HOME, programmes=[])
    waiting = iter(bodies)

    async def client() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for body in waiting:
            head = f"POST /graphql HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
            head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            writer.write(head.encode() + body)
            answer = await reader.readuntil(b"\r\n\r\n")
            length = int(answer.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            content = await reader.readexactly(length)
            if not answer.startswith(b"HTTP/1.1 200") or b'"code"' in content:
                raise RuntimeError(content[:300])
        writer.close()

    await asyncio.gather(*(client() for _ in range(CLIENTS)))


def bodies_of(workload: str, children: Sequence[object], turn: int) -> Iterator[bytes]:
    """The requests of one round."""
    text = document(workload)
    for number in range(ASKED[workload]):
        child = children[(turn * ASKED[workload] + number) % len(children)]
        if workload == "W1":
            variables: dict[str, Any] = {"id": f"Child_{HOME}_{child}"}
        else:
            variables = {"input": hearth_input(workload, {"child": child, "day": FIRST_DAY, "note": "twice a week"})}
        yield orjson.dumps({"query": text, "variables": variables})


async def measured(servers: dict[str, Served], children: Sequence[object]) -> dict[str, dict[str, list[float]]]:
    """Processor seconds for `SHOWN` requests, by workload and way, a figure for each round."""
    found: dict[str, dict[str, list[float]]] = {}
    turn = 0
    for workload, asked in ASKED.items():
        found[workload] = {way: [] for way in servers}
        for pair in range(PAIRS + 1):
            for way in list(servers) if pair % 2 else reversed(list(servers)):
                bodies, turn = list(bodies_of(workload, children, turn)), turn + 1
                before = cpu_seconds(servers[way].pid)
                await load(servers[way].port, bodies)
                if pair:
                    found[workload][way].append((cpu_seconds(servers[way].pid) - before) * SHOWN / asked)
    return found


def lines_of(found: dict[str, dict[str, list[float]]]) -> Iterator[str]:
    """What is told: the medians, and what the direct way saves, pair by pair."""
    for workload, by_way in found.items():
        saved = [1 - one / other for one, other in zip(by_way["direct"], by_way["middleware"], strict=True)]
        medians = ", ".join(f"{way} {statistics.median(each):.2f} s" for way, each in by_way.items())
        span = f"{min(saved):.1%} to {max(saved):.1%}"
        yield f"{workload}: {medians} for {SHOWN:,}; saved {statistics.median(saved):.1%} ({span}, {len(saved)} pairs)"


async def run() -> None:
    """Make a population, start both servers, measure and tell."""
    register = load_register()
    with tempfile.TemporaryDirectory(prefix="hearth-fast-path-") as folder:
        postgres = EmbeddedPostgres(Path(folder) / "pg", find_binaries(None), logins=ALL_LOGINS, settings=SETTINGS)
        address = await asyncio.to_thread(postgres.start)
        try:
            await make_database(address.with_database("postgres"), SUPERUSER, "fast_path")
            place = address.with_database("fast_path")
            await migrate(place, OWNER, register)
            await seed(place, register, [HOME], {HOME: CHILDREN}, 1, years=0)
            connection = await asyncpg.connect(**place.connect_arguments(OPERATOR))
            children = [row["id"] for row in await connection.fetch("SELECT id FROM child WHERE died_on IS NULL")]
            await connection.close()
            await _with_servers(place, children, Path(folder))
        finally:
            await asyncio.to_thread(postgres.stop)


async def _with_servers(place: Address, children: Sequence[object], folder: Path) -> None:
    names = {f"HEARTH_DATABASE_PASSWORD_{tier.value.upper()}": place.passwords[tier.login] for tier in Tier}
    told = {
        **os.environ,
        **names,
        "HEARTH_DATABASE_URL": place.dsn,
        "HEARTH_DEV_SECRET": SECRET,
        "HEARTH_GRAPHIQL": "off",
    }
    processes, servers = [], {}
    try:
        for way, command in WAYS.items():
            port = claim_port()
            with (folder / f"{way}.log").open("wb") as out:
                started = await asyncio.create_subprocess_exec(
                    sys.executable,
                    *command,
                    "serve",
                    "--port",
                    str(port),
                    env={**os.environ, **names, **told},
                    stdout=out,
                    stderr=out,
                )
            processes.append(started)
            await listens(port)
            servers[way] = Served(started.pid, port)
        for line in lines_of(await measured(servers, children)):
            click.echo(line)
    finally:
        for each in processes:
            each.terminate()
            await each.wait()


if __name__ == "__main__":
    asyncio.run(run())

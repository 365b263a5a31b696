"""A hundred thousand different documents: whether the server and PostgreSQL's backends stay as small as they were.

Each has names of its own in it, and so needs a plan and a prepared statement of its own.
"""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import orjson

from benchmarks.client import ask_all
from benchmarks.peers import Hearth
from benchmarks.wrk import CLIENTS
from countries.embedded.postgres import SUPERUSER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.ground import Ground

MILESTONES = (0.01, 0.1, 0.5, 1.0)
WORKLOAD = "W1"
WORKERS = 2
"""One for each core that is to be had: a plan is made in Python."""
DOCUMENT = "query($id: ID!) { child(id: $id) { name%d: givenName } }"
BACKENDS = "SELECT pid FROM pg_stat_activity WHERE usename = $1"


@dataclass(frozen=True, slots=True)
class Milestone:
    """How it went up to here.

    Attributes:
        documents: how many there were by now.
        rate: documents a second since the last milestone.
        p50: half of them took at most so many milliseconds; 16 clients at a time.
        p99: and 99 of a hundred so many.
        server: resident megabytes of the larger worker.
        backend: anonymous resident megabytes of the largest of its backends.
        backends: and of all of them.
    """

    documents: int
    rate: float
    p50: float
    p99: float
    server: float
    backend: float
    backends: float


async def run(
    ground: Ground, number: int, tell: Callable[[str], None], most_seconds: float | None = None
) -> list[dict[str, object]]:
    """Ask so many different documents of one server of two workers.

    Args:
        ground: the population.
        number: of documents.
        most_seconds: begin no part that is likely to end later than that; without it, ask them all.
        tell: hears `documents 1000 p50 9.1 ms p99 30.2 ms server 131 MB backend 6.2 MB of 12`.
    """
    cell = ground.cells[WORKLOAD]
    server = Hearth(ground, cell.tier, workers=WORKERS)
    superuser = await asyncpg.connect(**ground.address.connect_arguments(SUPERUSER))
    reached: list[Milestone] = []
    try:
        await server.start()
        headers = server.headers(cell.questions[0].caller)
        before, began = 0, time.monotonic()
        for share in MILESTONES:
            until = round(number * share)
            if most_seconds is not None and reached:
                expected = time.monotonic() - began + (until - before) / reached[-1].rate
                if expected > most_seconds:
                    break
            times = sorted(await ask_all(server.port, headers, _bodies(server, ground, before, until), CLIENTS))
            rows = await superuser.fetch(BACKENDS, ground.login(cell.tier))
            sizes = [resident(row["pid"], "RssAnon") for row in rows]
            found = Milestone(
                documents=until,
                rate=len(times) * CLIENTS / sum(times),
                p50=times[len(times) // 2] * 1000,
                p99=times[len(times) * 99 // 100] * 1000,
                server=max(resident(pid, "VmRSS") for pid in family(server.pid)),
                backend=max(sizes),
                backends=sum(sizes),
            )
            tell(
                f"documents {until} p50 {found.p50:.1f} ms p99 {found.p99:.1f} ms server {found.server:.0f} MB "
                f"backend {found.backend:.1f} MB of {len(sizes)}"
            )
            reached.append(found)
            before = until
    finally:
        await superuser.close()
        await server.stop()
    return [asdict(one) for one in reached]


def _bodies(server: Hearth, ground: Ground, since: int, until: int) -> Iterator[bytes]:
    questions = ground.cells[WORKLOAD].questions
    asked = [server.variables(question) for question in questions]
    for number in range(since, until):
        yield orjson.dumps({"query": DOCUMENT % number, "variables": asked[number % len(asked)]})


def family(pid: int) -> list[int]:
    """A process and its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    return [pid, *(int(child) for child in children)]


def resident(pid: int, kind: str) -> float:
    """Megabytes of a process: `VmRSS`, or `RssAnon` for what it does not share with its siblings."""
    for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines():
        if line.startswith(f"{kind}:"):
            return int(line.split()[1]) / 1024
    return 0.0

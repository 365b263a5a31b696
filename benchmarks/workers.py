"""One to four worker processes of one server: what more of them give on this machine's cores."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from benchmarks.peers import Hearth, running
from benchmarks.ratios import Ratio
from benchmarks.wrk import load, request_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from benchmarks.ground import Ground
    from benchmarks.wrk import Load

WORKERS = (1, 2, 3, 4)
ROUNDS = 2
SECONDS = 1
WARM = 0.5
WORKLOADS = ("W1", "W2")
CLIENTS = 32
"""More than elsewhere, so that four workers have something to share."""


async def run(ground: Ground, wrk: Path, tell: Callable[[str], None]) -> dict[str, object]:
    """The same load on one worker and on more of them, in turn.

    Args:
        ground: the population.
        wrk: the client.
        tell: hears `workers-W2 3 1.41 (1.38-1.44)`: how many times as many answers a second as one worker gives.
    """
    told: dict[str, object] = {}
    servers = {workers: Hearth(ground, ground.cells[WORKLOADS[0]].tier, workers=workers) for workers in WORKERS}
    async with running(servers.values()):
        for workload in WORKLOADS:
            cell = ground.cells[workload]
            requests = [request_line(*request) for request in await servers[1].bodies(cell)]
            runs: dict[int, list[Load]] = {workers: [] for workers in WORKERS}
            for turn in range(ROUNDS + 1):
                for workers, server in servers.items():
                    runs[workers].append(await load(wrk, server.port, requests, SECONDS if turn else WARM, CLIENTS))
            rates = {workers: [run.rate for run in found[1:]] for workers, found in runs.items()}
            for workers in WORKERS[1:]:
                ratio = Ratio.of(rates[workers], rates[1])
                tell(f"workers-{workload} {workers} {ratio}")
            told[workload] = {workers: [asdict(one) for one in found] for workers, found in runs.items()}
    return told

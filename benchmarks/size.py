"""The size: the same questions in the same country, once in a federation of 138,000 children, once in one of ten times.

Each statement runs on one connection to each population, as Hearth runs it; the two take turns.
"""

from __future__ import annotations

import time
from contextlib import AsyncExitStack
from dataclasses import asdict
from typing import TYPE_CHECKING

from benchmarks.floor import Job, Lane, connect
from benchmarks.ground import LARGE, SMALL
from benchmarks.peers import Hearth
from benchmarks.ratios import Ratio
from benchmarks.side_by_side import floor_job

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from benchmarks.ground import Ground

GROUPS = ("office", "caseworker")
WORKLOADS = ("W1", "W2", "W3", "W4")
ROUNDS = 6
BLOCK_SECONDS = 0.12
BOUND = 1.2
"""At ten times the children the same question may take so many times as long."""


class SizeError(RuntimeError):
    """A question takes longer because other countries have grown."""


async def run(ground: Ground, tell: Callable[[str], None]) -> dict[str, object]:
    """W1 to W4 on both populations.

    Args:
        ground: both populations.
        tell: hears `size W2 office 1.04 (1.01-1.09)`: how many times as long it takes in the larger federation.

    Returns:
        the ratios by workload and group.
    """
    told: dict[str, dict[str, object]] = {}
    for group in GROUPS:
        cells = [cell for cell in ground.cells.values() if cell.callers == group and cell.workload in WORKLOADS]
        server = Hearth(ground, cells[0].tier)
        await server.start()
        try:
            jobs = {cell.workload: await floor_job(ground, cell, server) for cell in cells}
        finally:
            await server.stop()
        for workload, ratio in (await _ratios(ground, group, jobs)).items():
            tell(f"size {workload} {group} {ratio}")
            told.setdefault(workload, {})[group] = asdict(ratio)
    return dict(told)


def within_bound(told: Mapping[str, object]) -> None:
    """Refuse ratios above 1.2.

    Raises:
        SizeError: there are some; says which.
    """
    grown = [
        f"{workload} {group} {ratio['middle']:.2f}"
        for workload, groups in told.items()
        if isinstance(groups, dict)
        for group, ratio in groups.items()
        if ratio["middle"] > BOUND
    ]
    if grown:
        raise SizeError(f"More than {BOUND} times slower at ten times the children: {', '.join(grown)}.")


async def _ratios(ground: Ground, group: str, jobs: Mapping[str, Job]) -> dict[str, Ratio]:
    arguments = {
        name: ground.address.with_database(name).connect_arguments(ground.login(group)) for name in (SMALL, LARGE)
    }
    ratios = {}
    async with AsyncExitStack() as stack:
        lanes: dict[str, Lane] = {}
        for name, one in arguments.items():
            connection = await connect(one)
            stack.push_async_callback(connection.close)
            lanes[name] = Lane(connection)
        for workload, job in jobs.items():
            warm = min([await _block(lane, job, 1) for lane in lanes.values() for _ in range(2)])
            times = max(1, round(BLOCK_SECONDS / warm))
            spent: dict[str, list[float]] = {SMALL: [], LARGE: []}
            for turn in range(ROUNDS):
                for name in (SMALL, LARGE) if turn % 2 else (LARGE, SMALL):
                    spent[name].append(await _block(lanes[name], job, times))
            ratios[workload] = Ratio.of(spent[LARGE], spent[SMALL])
    return ratios


async def _block(lane: Lane, job: Job, times: int) -> float:
    """Seconds for all of a cell's requests, so many times."""
    began = time.perf_counter()
    for _ in range(times):
        for call in job.calls:
            await lane.carry_out(call)
    return time.perf_counter() - began

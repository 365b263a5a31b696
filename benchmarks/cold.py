"""A cold plan: what the first request of a document costs, beside its second, and beside PostGraphile's.

Every document has names of its own in it: each is parsed, checked, compiled and prepared for the first time.
"""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from statistics import median
from typing import TYPE_CHECKING

import asyncpg
import orjson

from benchmarks.client import line
from benchmarks.floor import connect
from benchmarks.peers import Hearth, Peer, PostGraphile, running
from benchmarks.ratios import Ratio
from benchmarks.side_by_side import engine_of
from benchmarks.workloads import HEARTH, POSTGRAPHILE, document
from graph.execute.request import GraphQLRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from benchmarks.ground import Ground
    from benchmarks.workloads import Cell

DOCUMENTS = 60
ROUNDS = 2
WORKLOADS = ("W1", "W2")


@dataclass(frozen=True, slots=True)
class Stages:
    """Where the first request of a document spends its time: milliseconds, medians.

    Attributes:
        compile: parsing, checking, planning and compiling.
        prepare: PostgreSQL's parsing and rewriting under row security.
        first: the first execution, with its planning.
        again: the next one.
    """

    compile: float
    prepare: float
    first: float
    again: float


async def run(ground: Ground, tell: Callable[[str], None]) -> dict[str, object]:
    """Ask documents that nobody asked before.

    Args:
        ground: the population.
        tell: hears `cold-W2 postgraphile 1.50 (1.43-1.61)`: how many times as long PostGraphile takes, and the stages.
    """
    told: dict[str, object] = {}
    cells = [ground.cells[workload] for workload in WORKLOADS]
    servers: list[Peer] = [Hearth(ground, cells[0].tier), PostGraphile(ground, cells[0].tier)]
    async with running(servers):
        for cell in cells:
            firsts: dict[str, list[float]] = {HEARTH: [], POSTGRAPHILE: []}
            seconds: dict[str, list[float]] = {HEARTH: [], POSTGRAPHILE: []}
            for turn in range(ROUNDS):
                for server in servers:
                    cold, warm = await _round(server, cell, turn)
                    firsts[server.name].append(cold)
                    seconds[server.name].append(warm)
            ratio = Ratio.of(firsts[POSTGRAPHILE], firsts[HEARTH])
            stages = await _stages(ground, cell)
            tell(f"cold-{cell.label} postgraphile {ratio}")
            tell(
                f"cold-{cell.label} stages compile {stages.compile:.2f} ms, prepare {stages.prepare:.2f} ms, "
                f"first run {stages.first:.2f} ms, next run {stages.again:.2f} ms"
            )
            told[cell.label] = {"first": firsts, "second": seconds, "ratio": asdict(ratio), "stages": asdict(stages)}
    return told


async def _round(server: Peer, cell: Cell, turn: int) -> tuple[float, float]:
    """Milliseconds of a first and of a second request, medians."""
    headers = server.headers(cell.questions[0].caller)
    variables = (await server.asked(cell))[0]
    cold, warm = [], []
    async with line(server.port, headers) as one:
        for text in texts(document(cell.workload, server.name), range(turn * DOCUMENTS, (turn + 1) * DOCUMENTS)):
            body = orjson.dumps({"query": text, "variables": variables})
            cold.append((await one.ask(body))[0] * 1000)
            warm.append((await one.ask(body))[0] * 1000)
    return median(cold), median(warm)


def texts(text: str, numbers: Sequence[int]) -> Iterator[str]:
    """Documents that ask the same and are not the same: each asks for the given name once more by another name."""
    for number in numbers:
        yield text.replace("givenName", f"givenName again{number}: givenName", 1)


async def _stages(ground: Ground, cell: Cell) -> Stages:
    """The stages of our own cold plan, one after another on one connection."""
    engine = engine_of(ground)
    question = cell.questions[0]
    connection = await connect(ground.address.connect_arguments(question.caller.tier.login))
    variables: dict[str, object] = {"after": None}
    if cell.workload == "W1":
        variables = Hearth(ground, cell.tier).variables(question)
    spent: list[tuple[float, ...]] = []
    try:
        for text in texts(document(cell.workload), range(DOCUMENTS)):
            clock = [time.perf_counter()]
            prepared = engine.prepare(GraphQLRequest(text, variables=variables), question.caller)
            clock.append(time.perf_counter())
            if prepared.plan.statement is None:
                continue
            async with connection.transaction(readonly=True):
                await connection.execute("SELECT hearth_scope($1, $2, $3)", *question.caller.scope)
                spent.append(await _on(connection, prepared.plan.statement.text, prepared.values, clock))
    finally:
        await connection.close()
    return Stages(*(median(stage) * 1000 for stage in zip(*spent, strict=True)))


async def _on(
    connection: asyncpg.Connection[asyncpg.Record], text: str, values: Sequence[object], clock: list[float]
) -> tuple[float, ...]:
    clock.append(time.perf_counter())
    statement = await connection.prepare(text, name=f"cold_{abs(hash(text))}")
    clock.append(time.perf_counter())
    for _ in range(2):
        await statement.fetchrow(*values)
        clock.append(time.perf_counter())
    return clock[1] - clock[0], clock[3] - clock[2], clock[4] - clock[3], clock[5] - clock[4]

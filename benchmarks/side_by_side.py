"""The peers side by side: the same questions on the same rows, one after another in each round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from benchmarks.answers import canonical, first_difference
from benchmarks.floor import Call, Floor, Job
from benchmarks.peers import POOL, Hearth, Peer, PeerError, PostGraphile, Textbook, running
from benchmarks.ratios import Row
from benchmarks.workloads import FLOOR, HEARTH, POSTGRAPHILE, TEXTBOOK, document
from benchmarks.wrk import Load, LoadError, load, request_line
from graph.commands.explain import NoDatabase
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from benchmarks.ground import Ground
    from benchmarks.workloads import Cell

SERVERS: dict[str, type[Peer]] = {HEARTH: Hearth, POSTGRAPHILE: PostGraphile, TEXTBOOK: Textbook}
PEERS = (POSTGRAPHILE, TEXTBOOK, FLOOR)
FLOOR_WARM_SECONDS = 0.5
COMPARED = 6
"""Answers of each cell that all peers must give alike."""
SMALLEST_ANSWER = 0.8
"""An answer under load that is much smaller than those compared is not the answer."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """How long the comparison takes.

    Attributes:
        number: rounds of each cell.
        seconds: of each peer in a round.
    """

    number: int
    seconds: float


class Runner(Protocol):
    """Whoever can be put under load."""

    async def __call__(self, seconds: float) -> Load:
        """Ask for so long."""
        ...


@dataclass(frozen=True, slots=True)
class Comparison:
    """One row to be.

    Attributes:
        cell: what is asked.
        peers: beside whom; some of `PEERS`.
        rounds: how long.
    """

    cell: Cell
    peers: Sequence[str]
    rounds: Rounds


async def compare(
    ground: Ground, wrk: Path, comparisons: Sequence[Comparison], tell: Callable[[str], None]
) -> list[Row]:
    """All rounds of some comparisons of one tier; its servers run as long as that takes.

    Raises:
        PeerError: a peer does not start, fails, or gives another answer than ours.
    """
    rows = []
    asked = {name for one in comparisons for name in one.peers if name != FLOOR}
    servers = {name: SERVERS[name](ground, comparisons[0].cell.tier) for name in SERVERS if name in {HEARTH, *asked}}
    async with running(servers.values()):
        for one in comparisons:
            row = await _row(ground, wrk, one, servers)
            for line in row.lines():
                tell(line)
            rows.append(row)
    return rows


async def _row(ground: Ground, wrk: Path, asked: Comparison, started: dict[str, Peer]) -> Row:
    cell, rounds = asked.cell, asked.rounds
    servers = {name: server for name, server in started.items() if name in {HEARTH, *asked.peers}}
    runners: dict[str, Runner] = {}
    truth: list[object] = []
    with_bodies = {name: await server.bodies(cell) for name, server in servers.items()}
    for name, server in servers.items():
        answers = [await server.ask(*request) for request in with_bodies[name][:COMPARED]]
        told = [canonical(answer) for answer in answers]
        truth = truth or told
        if difference := first_difference(truth, told):
            raise PeerError(f"{name} answers {cell.label} otherwise than {HEARTH}: {difference}")
        runners[name] = _Client(wrk, server.port, [request_line(*request) for request in with_bodies[name]])
    floor = Floor(await floor_job(ground, cell, servers[HEARTH])) if FLOOR in asked.peers else None
    if floor is not None:
        runners[FLOOR] = floor.load
    try:
        runs: dict[str, list[Load]] = {name: [] for name in runners}
        for name, runner in runners.items():
            await runner(_warm_seconds(servers.get(name), cell))
        for turn in range(rounds.number):
            # Another one begins each round, so that nobody always comes after the same one.
            names = list(runners)
            for name in names[turn % len(names) :] + names[: turn % len(names)]:
                runs[name].append(_checked(name, cell, await runners[name](rounds.seconds)))
    finally:
        if floor is not None:
            floor.stop()
    return Row(cell.label, runs)


def _warm_seconds(server: Peer | None, cell: Cell) -> float:
    """How long it is asked before anything counts; a question that it has had of other callers has warmed it."""
    if server is None:
        return FLOOR_WARM_SECONDS
    has_answered = cell.workload in server.has_answered
    server.has_answered.add(cell.workload)
    return Peer.warm_seconds if has_answered else server.warm_seconds


@dataclass(frozen=True, slots=True)
class _Client:
    """Load over HTTP."""

    wrk: Path
    port: int
    requests: Sequence[bytes]

    async def __call__(self, seconds: float) -> Load:
        return await load(self.wrk, self.port, self.requests, seconds)


def _checked(name: str, cell: Cell, run: Load) -> Load:
    if not run.requests:
        raise LoadError(f"{name} answers nothing of {cell.label} in {run.seconds:.0f} seconds.")
    if run.failed:
        raise LoadError(f"{name} failed {run.failed} of {run.requests} requests of {cell.label}.")
    return run


def engine_of(ground: Ground) -> Engine:
    """Our compiler, without a database."""
    return Engine(build_schema()._schema, graph_model(), ground.register, NoDatabase())  # noqa: SLF001 - Strawberry's own way to the core schema


async def floor_job(ground: Ground, cell: Cell, hearth: Peer) -> Job:
    """The statements that our compiler makes of a cell's requests."""
    engine = engine_of(ground)
    calls = []
    for question, variables in zip(cell.questions, await hearth.asked(cell), strict=True):
        request = GraphQLRequest(document(cell.workload), variables=variables)
        prepared = engine.prepare(request, question.caller)
        if prepared.plan.statement is None:
            raise PeerError(f"{cell.label} reaches no table.")
        calls.append(Call(question.caller.scope, prepared.plan.statement.text, tuple(prepared.values)))
    login = cell.questions[0].caller.tier.login
    return Job(ground.address.connect_arguments(login), POOL, tuple(calls))

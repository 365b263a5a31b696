"""The floor of writes: the driver alone does what each of our mutations must do in PostgreSQL.

Begin, scope, locks, the one statement with its history and its place in the feed, the payload, commit; over the same
login, with the same durability. The values are made before the clock starts.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import count
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import uvloop

from benchmarks.floor import Lane, connect
from benchmarks.peers import POOL, PeerError
from benchmarks.plots import hearth_input
from benchmarks.workloads import HOME, document
from benchmarks.wrk import CLIENTS, Load
from countries.tenancy.caller import Tier
from graph.documents.documents import Documents
from graph.entities import graph_model
from graph.identity.development_tokens import caller_of
from graph.plan.bind import bind
from graph.plan.compile.mutations import Shown, compile_mutations
from graph.plan.compile.queries import Surroundings
from graph.plan.read.arguments import argument_values
from graph.plan.read.reading import Reading
from graph.plan.tree.sources import Scope
from graph.schema.sdl import build_schema
from graph.writes.actions import all_actions
from graph.writes.input_rules import InputRules
from graph.writes.inputs import read_input
from graph.writes.request import WriteRequest
from graph.writes.statement import compile_write

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from multiprocessing.connection import Connection as Pipe

    from benchmarks.ground import Ground
    from benchmarks.plots import Plot
    from countries.tenancy.caller import Caller
    from countries.tenancy.scope import AnyScope
    from graph.plan.sql.compiled import Statement
    from graph.writes.action import Action
    from graph.writes.statement import WriteStatement

BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
ACTIONS = {"W6": "addCommunityLink", "W7": "placeChild", "W10": "admitChild", "W11": "endCare"}


@dataclass(frozen=True, slots=True)
class _Write:
    """One write of the floor: statements and their values, in order."""

    scope: AnyScope
    statements: tuple[tuple[str, tuple[object, ...]], ...]


class WriteFloor:
    """The process that holds the floor's connections."""

    def __init__(self, ground: Ground, workload: str, plot: Plot) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        arguments = ground.address.connect_arguments(ground.login("office"))
        self._process = context.Process(target=_work, args=(theirs, arguments, workload, plot), daemon=True)
        self._process.start()
        theirs.close()

    async def load(self, seconds: float, turn: int) -> Load:
        """Write as fast as the database lets it."""
        self._pipe.send((seconds, turn))
        told: Load = await asyncio.to_thread(self._pipe.recv)
        return told

    def stop(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.join()


def _work(pipe: Pipe, arguments: dict[str, Any], workload: str, plot: Plot) -> None:
    uvloop.run(_serve(pipe, arguments, workload, plot))


async def _serve(pipe: Pipe, arguments: dict[str, Any], workload: str, plot: Plot) -> None:
    lanes = [WriteLane(await connect(arguments)) for _ in range(POOL)]
    caller = caller_of(role="office", country=HOME)
    statements = Statements(workload, caller, date.today())  # noqa: DTZ011 - any day will do
    while True:
        seconds, turn = await asyncio.to_thread(pipe.recv)
        writes = [statements.of(write) for write in plot.writes(workload, turn)]
        pipe.send(await _run(lanes, writes, seconds))


class Statements:
    """What our compiler makes of a workload's mutation.

    Args:
        workload: which.
        caller: an office.
        today: any day that the writes go with.
    """

    def __init__(self, workload: str, caller: Caller, today: date) -> None:
        self.workload = workload
        self.caller = caller
        self.rules = InputRules(graph_model())
        self.action = all_actions()[ACTIONS[workload]]
        self.payload = _payload(document(workload), self.action, caller)
        self.today = today

    def of(self, write: Mapping[str, Any]) -> _Write:
        """The statements of one write."""
        caller = self.caller
        inputs = read_input(self.action, self.rules, caller, hearth_input(self.workload, write), self.today)
        if inputs.faults:
            raise PeerError(str(inputs.faults))
        if self.action.prepare is not None:
            self.action.prepare(inputs)
        statement = _compiled(self.action.name, frozenset(inputs.present))
        request = WriteRequest(caller, inputs, "", Scope.of(caller, self.today))
        values = request.written(self.action, "", statement) | {"shown_country": HOME, "shown_uuid": inputs.id}
        scope = request.bringing(values | {f"carried_{name}": b"[]" for name in ("errors",)})
        sources = [(statement.write.text, statement.write.sources), (self.payload.text, self.payload.sources)]
        if statement.locks is not None:
            sources.insert(0, (statement.locks.text, statement.locks.sources))
        return _Write(caller.scope, tuple((text, tuple(bind(found, (), scope))) for text, found in sources))


@cache
def _compiled(name: str, present: frozenset[str]) -> WriteStatement:
    return compile_write(graph_model(), all_actions()[name], Tier.OFFICE, present, keyed=False)


def _payload(text: str, action: Action, caller: Caller) -> Statement:
    """The statement that reads the payload."""
    operation = Documents(build_schema()._schema).find(text).operation(None)  # noqa: SLF001 - Strawberry's own way to the core schema
    around = Surroundings(graph_model(), {}, frozenset({HOME}))
    shown = {action.name: Shown(action.table, action.many, action.tiers)}
    values = argument_values(operation, {})
    plan = compile_mutations(around, Reading(operation, values, (), ()), caller.tier, lambda: None, shown)
    found = plan.fields[0].statement
    if found is None:
        raise PeerError(f"{action.name} shows nothing.")
    return found


class WriteLane(Lane):
    """A connection that writes."""

    async def write(self, write: _Write) -> None:
        """One write in its transaction."""
        await self._connection.execute(BEGIN)
        await (await self._statement("SELECT hearth_scope($1, $2, $3)")).fetchrow(*write.scope)
        for text, values in write.statements:
            told = await (await self._statement(text)).fetchrow(*values)
            if told is not None and told.get("failed"):
                message = f"A write of the floor is refused: {told['failed']}."
                raise PeerError(message)
        await self._connection.execute("COMMIT")


async def _run(lanes: Sequence[WriteLane], writes: Sequence[_Write], seconds: float) -> Load:
    free: asyncio.LifoQueue[WriteLane] = asyncio.LifoQueue()
    for lane in lanes:
        free.put_nowait(lane)
    turns = count()
    times: list[float] = []
    began = time.perf_counter()
    until = began + seconds

    async def client() -> None:
        while (asked := time.perf_counter()) < until:
            lane = await free.get()
            # Whoever has a lane takes the next write: who waits long for one would do last what comes first.
            if (turn := next(turns)) < len(writes):
                await lane.write(writes[turn])
            free.put_nowait(lane)
            if turn >= len(writes):
                break
            times.append(time.perf_counter() - asked)

    await asyncio.gather(*(client() for _ in range(CLIENTS)))
    took = time.perf_counter() - began
    times.sort()
    p50, p99 = times[len(times) // 2], times[len(times) * 99 // 100]
    return Load(len(times), took, 0, 0, p50 * 1000, p99 * 1000)

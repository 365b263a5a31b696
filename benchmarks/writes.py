"""W6 and W7: writes side by side, in a copy of the small population that is dropped afterwards.

The floor does what each of our writes must do in PostgreSQL: begin, scope, locks, the one statement with its history
and its place in the feed, the payload, commit; with the driver alone, over the same login, with the same durability.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import count
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import asyncpg
import orjson

from benchmarks.figures import Row
from benchmarks.floor import Lane, connect
from benchmarks.ground import HOME, SMALL
from benchmarks.peers import POOL, Hearth, Peer, PeerError, Textbook
from benchmarks.population import superuser
from benchmarks.workloads import FLOOR, HEARTH, TEXTBOOK, WRITES, document
from benchmarks.wrk import CLIENTS, Load, LoadError, load, request_line
from countries.caller import Tier
from countries.logins import OPERATOR, OWNER
from graph.documents import Documents
from graph.entities import graph_model
from graph.plan.arguments import argument_values
from graph.plan.compiler import Surroundings
from graph.plan.payload import Shown, compile_mutations
from graph.plan.values import Scope, bind
from graph.schema import build_schema
from graph.tokens import caller_of
from graph.writes.actions import all_actions
from graph.writes.inputs import read_input
from graph.writes.statement import compile_write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from multiprocessing.connection import Connection as Pipe
    from pathlib import Path
    from uuid import UUID

    from benchmarks.ground import Ground
    from benchmarks.side_by_side import Rounds
    from countries.caller import Caller
    from graph.plan.statement import Statement
    from graph.writes.action import Action
    from graph.writes.statement import WriteStatement

COPY = "writes"
CHILDREN = 450
"""Children of each peer: nobody moves twice at the same time."""
ROOM = 50
MOST = 9_000
"""Requests that are made ready for one round; more than the fastest peer gets through."""
FIRST_DAY = date(2027, 1, 1)
DAYS_OF_A_ROUND = 40
BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"

MAKE = "SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE %I STRATEGY file_copy', $1::text, $2::text, $3::text)"
CHOSEN = """
SELECT c.id FROM child c JOIN placement p ON p.country_code = c.country_code AND p.child_id = c.id
WHERE c.country_code = $1 AND p.ended_on IS NULL ORDER BY md5(c.id::text) LIMIT $2
"""
HOMES = "SELECT id FROM home WHERE country_code = $1 AND closed_on IS NULL ORDER BY md5(id::text) LIMIT $2"
WIDEN = "UPDATE home SET capacity = capacity + $2 WHERE country_code = $1"
WRITTEN = {
    "W6": "SELECT count(*) FROM community_link WHERE country_code = $1",
    "W7": "SELECT count(*) FROM placement WHERE country_code = $1",
}


@dataclass(frozen=True, slots=True)
class Plot:
    """What one peer writes: its own children, and two homes for each to move between."""

    children: tuple[UUID, ...]
    homes: tuple[UUID, ...]

    def writes(self, workload: str, turn: int) -> Iterator[dict[str, object]]:
        """The inputs of one round, in the order in which they are sent; ids as PostgreSQL has them."""
        for number in range(MOST):
            place, times = number % len(self.children), number // len(self.children)
            if workload == "W6":
                yield {"child": self.children[place], "day": FIRST_DAY, "note": "twice a week"}
            else:
                day = FIRST_DAY + timedelta(days=turn * DAYS_OF_A_ROUND + times)
                # One round may have sent an odd number of moves: every one goes to a home of its own day.
                home = self.homes[(place * 2 + day.toordinal()) % len(self.homes)]
                yield {"child": self.children[place], "home": home, "day": day}


def hearth_input(workload: str, write: Mapping[str, Any]) -> dict[str, object]:
    """An input as our graph takes it."""
    given: dict[str, object] = {"childId": f"Child_{HOME}_{write['child']}", "startedOn": write["day"]}
    if workload == "W6":
        return {**given, "kind": "SCHOOL", "note": write["note"]}
    return {**given, "homeId": f"Home_{HOME}_{write['home']}"}


def textbook_variables(workload: str, write: Mapping[str, Any]) -> dict[str, object]:
    """The same for the textbook server."""
    given: dict[str, object] = {"childId": str(write["child"]), "startedOn": write["day"]}
    if workload == "W6":
        return {**given, "kind": "SCHOOL", "note": write["note"]}
    return {**given, "homeId": str(write["home"])}


async def run(ground: Ground, wrk: Path, rounds: Rounds, tell: Callable[[str], None]) -> list[Row]:
    """Both workloads, by Hearth, the textbook server and the floor in turn.

    Raises:
        PeerError: a server does not start or fails.
        LoadError: a write was refused.
    """
    await _copy(ground)
    copied = replace(ground, address=ground.address.with_database(COPY))
    try:
        plots = await _plots(copied)
        rows = []
        async with AsyncExitStack() as stack:
            servers: dict[str, Peer] = {
                HEARTH: Hearth(copied, "office"),
                TEXTBOOK: Textbook(copied, "office"),
            }
            for server in servers.values():
                await server.start()
                stack.push_async_callback(server.stop)
            for workload in WRITES:
                row = await _workload(copied, wrk, workload, servers, plots, rounds)
                for line in row.lines():
                    tell(line)
                rows.append(row)
        return rows
    finally:
        async with superuser(ground.address.with_database("postgres")) as connection:
            await connection.execute(f"DROP DATABASE IF EXISTS {COPY} WITH (FORCE)")


async def _copy(ground: Ground) -> None:
    async with superuser(ground.address.with_database("postgres")) as connection:
        await connection.execute(f"DROP DATABASE IF EXISTS {COPY} WITH (FORCE)")
        made = (
            "SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE %I STRATEGY file_copy', $1::text, $2::text, $3::text)"
        )
        await connection.execute(await connection.fetchval(made, COPY, OWNER, SMALL))


async def _plots(ground: Ground) -> dict[str, Plot]:
    async with superuser(ground.address) as connection:
        await connection.execute(WIDEN, HOME, ROOM)
        await connection.execute("ANALYZE home")
        peers = (HEARTH, TEXTBOOK, FLOOR)
        children = [row["id"] for row in await connection.fetch(CHOSEN, HOME, CHILDREN * len(peers))]
        homes = [row["id"] for row in await connection.fetch(HOMES, HOME, 2 * CHILDREN * len(peers))]
    shares = range(len(peers))
    return {
        peer: Plot(tuple(children[share :: len(peers)]), tuple(homes[share :: len(peers)]))
        for peer, share in zip(peers, shares, strict=True)
    }


async def _workload(
    ground: Ground,
    wrk: Path,
    workload: str,
    servers: Mapping[str, Peer],
    plots: Mapping[str, Plot],
    rounds: Rounds,
) -> Row:
    floor = _Floor(ground, workload, plots[FLOOR])
    runs: dict[str, list[Load]] = {name: [] for name in (*servers, FLOOR)}
    operator = await asyncpg.connect(**ground.address.connect_arguments(OPERATOR))
    try:
        for turn in range(rounds.number + 1):
            names = list(runs)
            for name in names[turn % len(names) :] + names[: turn % len(names)]:
                before = await operator.fetchval(WRITTEN[workload], HOME)
                seconds = rounds.seconds if turn else rounds.warm
                if name == FLOOR:
                    done = await floor.load(seconds, turn)
                else:
                    lines = _lines(servers[name], name, workload, plots[name], turn)
                    done = await load(wrk, servers[name].port, lines, seconds)
                new = await operator.fetchval(WRITTEN[workload], HOME) - before
                # The last answers of a run are cut off with the clients that wait for them.
                if not done.requests <= new <= done.requests + CLIENTS or done.failed:
                    raise LoadError(f"{name} answered {done.requests} of {workload}, and {new} rows are new.")
                if turn:
                    runs[name].append(done)
    finally:
        await operator.close()
        floor.stop()
    return Row(workload, runs)


def _lines(server: Peer, name: str, workload: str, plot: Plot, turn: int) -> list[bytes]:
    caller = caller_of(role="office", country=HOME)
    text, headers = document(workload, name), server.headers(caller)
    lines = []
    for write in plot.writes(workload, turn):
        if name == HEARTH:
            variables: dict[str, object] = {"input": hearth_input(workload, write)}
        else:
            variables = textbook_variables(workload, write)
        lines.append(request_line(headers, orjson.dumps({"query": text, "variables": variables})))
    return lines


@dataclass(frozen=True, slots=True)
class _Write:
    """One write of the floor: statements and their values, in order."""

    scope: tuple[str, ...]
    statements: tuple[tuple[str, tuple[object, ...]], ...]


class _Floor:
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
    import uvloop

    uvloop.run(_serve(pipe, arguments, workload, plot))


async def _serve(pipe: Pipe, arguments: dict[str, Any], workload: str, plot: Plot) -> None:
    lanes = [_WriteLane(await connect(arguments)) for _ in range(POOL)]
    caller = caller_of(role="office", country=HOME)
    statements = _Statements(workload, caller)
    while True:
        seconds, turn = await asyncio.to_thread(pipe.recv)
        writes = [statements.of(write) for write in plot.writes(workload, turn)]
        pipe.send(await _run(lanes, writes, seconds))


class _Statements:
    """What our compiler makes of a workload's mutation."""

    def __init__(self, workload: str, caller: Caller) -> None:
        self.workload = workload
        self.caller = caller
        self.action = all_actions()["addCommunityLink" if workload == "W6" else "placeChild"]
        self.payload = _payload(document(workload), self.action, caller)
        self.today = date.today()  # noqa: DTZ011 - any day will do

    def of(self, write: Mapping[str, Any]) -> _Write:
        """The statements of one write."""
        caller = self.caller
        inputs = read_input(self.action, graph_model(), caller, hearth_input(self.workload, write))
        if inputs.faults:
            raise PeerError(str(inputs.faults))
        if self.action.prepare is not None:
            self.action.prepare(inputs)
        statement = _compiled(self.action.name, frozenset(inputs.present))
        values = {
            **inputs.values, "id": inputs.id, "issuer": "", "subject": caller.subject, "touched": [],
            "shown_country": HOME, "shown_uuid": inputs.id,
        }  # fmt: skip
        values |= {f"carried_{name}": b"[]" for name in ("errors",)}
        scope = Scope(caller.country, (), (), self.today, {}, {}, values)
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
    plan = compile_mutations(around, operation, caller.tier, values, (), lambda: None, shown)
    found = plan.fields[0].statement
    if found is None:
        raise PeerError(f"{action.name} shows nothing.")
    return found


class _WriteLane(Lane):
    async def write(self, write: _Write) -> None:
        """One write in its transaction."""
        await self._connection.execute(BEGIN)
        await (await self._statement("SELECT hearth_scope($1, $2, $3)")).fetchrow(*write.scope)
        for text, values in write.statements:
            await (await self._statement(text)).fetchrow(*values)
        await self._connection.execute("COMMIT")


async def _run(lanes: Sequence[_WriteLane], writes: Sequence[_Write], seconds: float) -> Load:
    free: asyncio.LifoQueue[_WriteLane] = asyncio.LifoQueue()
    for lane in lanes:
        free.put_nowait(lane)
    turns = count()
    times: list[float] = []
    began = time.perf_counter()
    until = began + seconds

    async def client() -> None:
        while (asked := time.perf_counter()) < until:
            lane = await free.get()
            await lane.write(writes[next(turns)])
            free.put_nowait(lane)
            times.append(time.perf_counter() - asked)

    await asyncio.gather(*(client() for _ in range(CLIENTS)))
    took = time.perf_counter() - began
    times.sort()
    p50, p99 = times[len(times) // 2], times[len(times) * 99 // 100]
    return Load(len(times), took, 0, 0, p50 * 1000, p99 * 1000)

"""The floor: the driver alone, in a process of its own, doing for each request what must be done.

Begin, set the scope, run the statement that our compiler makes, commit: 16 tasks share six connections of the same
login. No HTTP, no GraphQL, no JSON in Python.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from itertools import count
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import asyncpg
import uvloop

from benchmarks.workloads import FLOOR
from benchmarks.wrk import CLIENTS, Load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from multiprocessing.connection import Connection as Pipe

    from asyncpg.prepared_stmt import PreparedStatement

    from countries.tenancy.scope import AnyScope

BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY"
SCOPE = "SELECT hearth_scope($1, $2, $3)"
SETTINGS = {"jit": "off", "plan_cache_mode": "force_generic_plan", "TimeZone": "UTC", "search_path": "public"}


@dataclass(frozen=True, slots=True)
class Call:
    """One request: what the compiler made of it."""

    scope: AnyScope
    text: str
    values: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """What the process is to do.

    Attributes:
        arguments: how to connect.
        connections: how many.
        calls: the requests.
    """

    arguments: dict[str, Any]
    connections: int
    calls: Sequence[Call]


class Floor:
    """The process that holds the connections of one cell."""

    name = FLOOR

    def __init__(self, job: Job) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, job), daemon=True)
        self._process.start()
        theirs.close()

    async def load(self, seconds: float) -> Load:
        """Work as fast as the database answers."""
        self._pipe.send(seconds)
        told: Load = await asyncio.to_thread(self._pipe.recv)
        return told

    def stop(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.join()


def _work(pipe: Pipe, job: Job) -> None:
    uvloop.run(_serve(pipe, job))


async def _serve(pipe: Pipe, job: Job) -> None:
    lanes = [Lane(await connect(job.arguments)) for _ in range(job.connections)]
    while True:
        seconds = await asyncio.to_thread(pipe.recv)
        pipe.send(await _run(lanes, job.calls, seconds))


class Lane:
    """A connection and its prepared statements."""

    def __init__(self, connection: asyncpg.Connection[asyncpg.Record]) -> None:
        self._connection = connection
        self._prepared: dict[str, PreparedStatement[asyncpg.Record]] = {}

    async def carry_out(self, call: Call) -> int:
        """One request in its transaction; how many bytes came back."""
        await self._connection.execute(BEGIN)
        await (await self._statement(SCOPE)).fetchrow(*call.scope)
        row = await (await self._statement(call.text)).fetchrow(*call.values)
        await self._connection.execute("COMMIT")
        return len(row["data"]) if row else 0

    async def _statement(self, text: str) -> PreparedStatement[asyncpg.Record]:
        held = self._prepared.get(text)
        if held is None:
            held = self._prepared[text] = await self._connection.prepare(text, name=f"floor_{len(self._prepared)}")
        return held


async def connect(arguments: Mapping[str, Any]) -> asyncpg.Connection[asyncpg.Record]:
    """A connection with the settings of Hearth's own.

    Args:
        arguments: of the address and the login.
    """
    connection: asyncpg.Connection[asyncpg.Record] = await asyncpg.connect(
        **arguments, statement_cache_size=0, server_settings=SETTINGS
    )
    await connection.set_type_codec("json", schema="pg_catalog", format="binary", encoder=bytes, decoder=_as_is)
    return connection


def _as_is(value: bytes) -> bytes:
    return value


async def _run(lanes: Sequence[Lane], calls: Sequence[Call], seconds: float) -> Load:
    free: asyncio.LifoQueue[Lane] = asyncio.LifoQueue()
    for lane in lanes:
        free.put_nowait(lane)
    turns = count()
    times: list[float] = []
    received = 0
    began = time.perf_counter()
    until = began + seconds

    async def client() -> None:
        nonlocal received
        while (asked := time.perf_counter()) < until:
            lane = await free.get()
            received += await lane.carry_out(calls[next(turns) % len(calls)])
            free.put_nowait(lane)
            times.append(time.perf_counter() - asked)

    await asyncio.gather(*(client() for _ in range(CLIENTS)))
    took = time.perf_counter() - began
    times.sort()
    return Load(
        requests=len(times),
        seconds=took,
        bytes=received,
        failed=0,
        p50=times[len(times) // 2] * 1000,
        p99=times[len(times) * 99 // 100] * 1000,
    )

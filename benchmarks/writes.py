"""W6, W7, W10 and W11: writes side by side, in a copy of the small population that is dropped afterwards."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import asyncpg
import orjson

from benchmarks.ground import SMALL
from benchmarks.peers import Hearth, Textbook, running
from benchmarks.plots import hearth_input, plots, textbook_variables
from benchmarks.population import superuser
from benchmarks.ratios import Row
from benchmarks.side_by_side import Rounds
from benchmarks.workloads import FLOOR, HEARTH, HOME, TEXTBOOK, WITHOUT_TEXTBOOK, WRITES, document
from benchmarks.write_floor import WriteFloor
from benchmarks.wrk import CLIENTS, LoadError, load, request_line
from countries.tenancy.logins import OPERATOR, OWNER
from graph.identity.development_tokens import caller_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from benchmarks.ground import Ground
    from benchmarks.peers import Peer
    from benchmarks.plots import Plot
    from benchmarks.wrk import Load

    Connection = asyncpg.Connection[asyncpg.Record]

ROUNDS = Rounds(number=3, seconds=1)
WARM_SECONDS = 0.5
COPY = "writes"
QUIET_SECONDS = 0.15
MAKE = "SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE %I STRATEGY file_copy', $1::text, $2::text, $3::text)"
WRITTEN = {
    "W6": "SELECT count(*) FROM community_link WHERE country_code = $1",
    "W7": "SELECT count(*) FROM placement WHERE country_code = $1",
    "W10": "SELECT count(*) FROM child WHERE country_code = $1",
    "W11": "SELECT count(*) FROM care_episode WHERE country_code = $1 AND ended_on IS NOT NULL",
}


async def run(ground: Ground, wrk: Path, tell: Callable[[str], None]) -> list[Row]:
    """Each workload, by Hearth, the textbook server and the floor in turn.

    Raises:
        PeerError: a server does not start or fails.
        LoadError: a write was refused.
    """
    await _copy(ground)
    copied = replace(ground, address=ground.address.with_database(COPY))
    try:
        async with superuser(copied.address) as connection:
            made = await plots(connection, (HEARTH, TEXTBOOK, FLOOR))
        rows = []
        servers: dict[str, Peer] = {HEARTH: Hearth(copied, "office"), TEXTBOOK: Textbook(copied, "office")}
        async with running(servers.values()):
            for workload in WRITES:
                asked = {name: server for name, server in servers.items() if _takes(name, workload)}
                row = await _workload(copied, wrk, workload, asked, made)
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
        await connection.execute(await connection.fetchval(MAKE, COPY, OWNER, SMALL))


def _takes(peer: str, workload: str) -> bool:
    return peer != TEXTBOOK or workload not in WITHOUT_TEXTBOOK


async def _workload(
    ground: Ground,
    wrk: Path,
    workload: str,
    servers: Mapping[str, Peer],
    plots: Mapping[str, Plot],
) -> Row:
    floor = WriteFloor(ground, workload, plots[FLOOR])
    runs: dict[str, list[Load]] = {name: [] for name in (*servers, FLOOR)}
    operator = await asyncpg.connect(**ground.address.connect_arguments(OPERATOR))
    try:
        before = await _settled(operator, workload)
        for turn in range(ROUNDS.number + 1):
            names = list(runs)
            for name in names[turn % len(names) :] + names[: turn % len(names)]:
                seconds = ROUNDS.seconds if turn else WARM_SECONDS
                if name == FLOOR:
                    done = await floor.load(seconds, turn)
                else:
                    lines = _lines(servers[name], name, workload, plots[name], turn)
                    done = await load(wrk, servers[name].port, lines, seconds)
                after = await _settled(operator, workload)
                new, before = after - before, after
                # The last answers of a run are cut off with the clients that wait for them.
                if not done.requests <= new <= done.requests + CLIENTS or done.failed:
                    raise LoadError(f"{name} answered {done.requests} of {workload}, and {new} rows are new.")
                if turn:
                    runs[name].append(done)
    finally:
        await operator.close()
        floor.stop()
    return Row(workload, runs)


async def _settled(operator: Connection, workload: str) -> int:
    """How many rows there are once nobody writes any more: a server works on for a client that has been cut off."""
    rows, before = await operator.fetchval(WRITTEN[workload], HOME), -1
    while rows != before:
        await asyncio.sleep(QUIET_SECONDS)
        rows, before = await operator.fetchval(WRITTEN[workload], HOME), rows
    return int(rows)


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

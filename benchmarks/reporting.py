"""The report of a closed year: closing it, reading what was published, and the same numbers worked out once more.

Of each population: the seconds that closing takes; the milliseconds of the statement by which headquarters reads every
indicator of every country; those of `workloads/W8.sql`, which counts the same from the records; how our counting and
an office's live figures compare with that SQL. Each number of the SQL is first compared with what the release rests on.
"""

from __future__ import annotations

import time
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, Any

import asyncpg

from benchmarks.analyst import amounts, check, statements
from benchmarks.floor import BEGIN, SCOPE, connect
from benchmarks.ground import LARGE, SMALL
from benchmarks.population import superuser
from benchmarks.ratios import Ratio
from benchmarks.side_by_side import engine_of
from benchmarks.workloads import HOME
from countries.connections.figures import counting
from graph.closing.close import Closing
from graph.closing.counting import AllRows
from graph.closing.counting import run as count
from graph.database.populations import fill_populations
from graph.demo.populations import demonstration_populations
from graph.entities import graph_model
from graph.execute.request import GraphQLRequest
from graph.identity.development_tokens import caller_of
from graph.indicators.catalogue import all_indicators
from graph.indicators.counting import counted
from graph.indicators.model import AreaLevel
from graph.indicators.period import Period
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

    from benchmarks.ground import Ground
    from countries.connections.address import Address
    from countries.register.register import Register
    from countries.tenancy.caller import Caller

    Connection = asyncpg.Connection[asyncpg.Record]
    Run = Callable[[], Awaitable[Any]]

YEAR = 2025
READINGS = 15
ROUNDS = {"small": 2, "large": 0}
"""How often our counting takes turns with the counting by hand; of ten times the children by hand alone, once."""
OFFICE_ROUNDS = 5
SPLITS = ((), (Dimension.SEX,), (Dimension.AGE_GROUP,), (Dimension.SEX, Dimension.AGE_GROUP))
TABLES = ("release", "published_figure", "figure_proof", "proof_beside", "country_count", "release_coverage")
CLEAR = f"TRUNCATE {', '.join(TABLES)}"
CELL = "indicator country value numerator denominator status splits { dimension value }"


async def run(ground: Ground, tell: Callable[[str], None]) -> dict[str, object]:
    """Both populations.

    Args:
        ground: both populations.
        tell: hears `W8 small reading 9.1 ms`, and a line for each other figure.
    """
    addresses = {short: ground.address.with_database(name) for short, name in (("small", SMALL), ("large", LARGE))}
    closing = {name: await close(address, ground.register) for name, address in addresses.items()}
    reading = await _read(ground, addresses)
    told: dict[str, object] = {}
    for name, address in addresses.items():
        figures = {"closing_s": closing[name], "reading_ms": median(reading[name].spent) * 1000}
        figures |= {"bytes": len(reading[name].answer), "cells": reading[name].answer.count(b'"indicator":')}
        figures |= await _counted(ground, address, ROUNDS[name])
        figures |= await _office(ground, address)
        figures["times"] = figures["recomputing_ms"] / figures["reading_ms"]
        for line in lines(name, figures):
            tell(line)
        told[name] = figures
    grown = Ratio.of(reading["large"].spent, reading["small"].spent)
    tell(f"W8 reading at ten times the children {grown}")
    return {**told, "grown": asdict(grown)}


def lines(name: str, figures: dict[str, Any]) -> list[str]:
    """What is told of a population."""
    counting = Ratio(**figures["counting"]) if figures["counting"] else None
    return [
        f"W8 {name} closing {figures['closing_s']:.1f} s",
        f"W8 {name} reading {figures['reading_ms']:.1f} ms, {figures['cells']} cells, {figures['bytes']} bytes",
        f"W8 {name} recomputing {figures['recomputing_ms']:.0f} ms, {figures['times']:.0f} times as long",
        f"W8 {name} alike {figures['compared']} counts",
        *([f"W8 {name} counting {counting} of the time by hand"] if counting else []),
        f"W8 {name} office {Ratio(**figures['office'])} of the time by hand, {figures['office_ms']:.1f} ms",
    ]


def document(*, national: bool) -> str:
    """Every indicator, whole and by sex and age, in one operation: of countries, and of regions what only they have."""
    fields = []
    for splits in SPLITS:
        left = list(all_indicators().values())
        for level in (AreaLevel.COUNTRY, AreaLevel.REGION):
            # An office splits its own figures by whatever there is anywhere; the same is asked of it.
            codes = [each.code for each in left if splits in each.splits_at(level)]
            left = [each for each in left if each.code not in codes]
            quoted = " ".join(f'"{code}"' for code in codes)
            if codes:
                by = " ".join((AreaLevel.COUNTRY if national else level, *splits))
                fields.append(
                    f"{'_'.join((level, *splits)).lower()}: indicatorReport(indicators: [{quoted}]"
                    f" period: {{year: {YEAR}}} by: [{by}]) {{ cells {{ {CELL} }} }}"
                )
    return f"query W8 {{ {' '.join(fields)} }}"


async def close(address: Address, register: Register) -> float:
    """Seconds that it takes to close the year, of which no release is left from before."""
    graph_model()
    async with superuser(address) as connection:
        await connection.execute(CLEAR)
    await fill_populations(address, demonstration_populations(list(register), [YEAR]))
    began = time.perf_counter()
    await Closing(address, register).close(Period(YEAR), datetime.now(UTC))
    took = time.perf_counter() - began
    async with superuser(address) as connection:
        for table in TABLES:
            await connection.execute(f"VACUUM (ANALYZE) {table}")
    return took


@dataclass(slots=True)
class _Readings:
    """What headquarters read of one population, and the seconds that it took each time."""

    answer: bytes
    spent: list[float] = field(default_factory=list)


async def _read(ground: Ground, addresses: Mapping[str, Address]) -> dict[str, _Readings]:
    """The report of each population, in turns."""
    headquarters = caller_of(role="headquarters")
    async with AsyncExitStack() as stack:
        calls = {
            name: (await stack.enter_async_context(calling(ground, address, headquarters)))[1]
            for name, address in addresses.items()
        }
        readings = {name: _Readings(await read()) for name, read in calls.items()}
        for turn in range(READINGS):
            for name in sorted(calls, reverse=bool(turn % 2)):
                readings[name].spent.append((await _took(calls[name]))[0])
    return readings


async def _counted(ground: Ground, address: Address, rounds: int) -> dict[str, Any]:
    """The analyst's counting and ours, measure by measure, in turns; both as the statistics login."""
    ours, theirs = [0.0] * rounds, [0.0] * max(1, rounds)
    compared = 0
    async with counting(address) as statistics, superuser(address) as checking:
        for turn in range(len(theirs)):
            for place, statement in enumerate(statements()):
                query = counted(statement.measure, AllRows(Period(YEAR)), statement.splits)
                works = [(theirs, partial(statistics.rows, statement.text))]
                if rounds:
                    works.insert((turn + place) % 2, (ours, partial(count, statistics, query)))
                for spent, work in works:
                    took, rows = await _took(work)
                    spent[turn] += took
                    if turn == 0 and spent is theirs:
                        compared += await check(checking, statement, amounts(rows), YEAR, ground.register)
    return {
        "recomputing_ms": median(theirs) * 1000,
        "compared": compared,
        "counting": asdict(Ratio.of(ours, theirs)) if rounds else None,
    }


async def _office(ground: Ground, address: Address) -> dict[str, Any]:
    """One country's live figures by our one statement, and by the analyst's, over the same login and scope."""
    caller = caller_of(role="office", country=HOME)
    ours: list[float] = []
    theirs: list[float] = []
    async with calling(ground, address, caller) as (connection, read):
        prepared = [await connection.prepare(each.text) for each in statements()]

        async def by_hand() -> None:
            for each in prepared:
                await each.fetch()

        for turn in range(OFFICE_ROUNDS + 1):
            both = [(ours, read), (theirs, by_hand)]
            for spent, work in both if turn % 2 else reversed(both):
                spent.append((await _took(work))[0])
    return {"office": asdict(Ratio.of(ours[1:], theirs[1:])), "office_ms": median(ours[1:]) * 1000}


@asynccontextmanager
async def calling(ground: Ground, address: Address, caller: Caller) -> AsyncIterator[tuple[Connection, Run]]:
    """A connection of the caller's tier, in its scope, and what reads its report by our one statement."""
    request = GraphQLRequest(document(national=caller.tier.is_national))
    prepared = engine_of(ground).prepare(request, caller)
    if prepared.plan.statement is None:
        message = "the report reaches no table"
        raise RuntimeError(message)
    connection = await connect(address.connect_arguments(caller.tier.login))
    try:
        await connection.execute(BEGIN)
        await connection.fetchrow(SCOPE, *caller.scope)
        statement = await connection.prepare(prepared.plan.statement.text)

        async def read() -> bytes:
            row = await statement.fetchrow(*prepared.values)
            return b"" if row is None else row["data"]

        yield connection, read
    finally:
        await connection.close()


async def _took(work: Run) -> tuple[float, Any]:
    """Seconds, and what was found."""
    began = time.perf_counter()
    found = await work()
    return time.perf_counter() - began, found

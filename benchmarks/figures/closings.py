"""Periods closed one after another, as a federation would, with late entries between two of them."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import orjson

from benchmarks.figures.stages import watched
from benchmarks.population import superuser
from countries.connections.database import Database
from countries.tenancy.caller import Caller, Tier
from graph.closing.close import Closing
from graph.entities import graph_model
from graph.errors import Conflict
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.indicators.period import Period
from graph.schema.sdl import build_schema

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence

    from countries.connections.address import Address
    from countries.register.register import Register

STILL_THERE = """
SELECT e.id, e.version FROM placement p
JOIN care_episode e ON e.country_code = p.country_code AND e.id = p.care_episode_id
WHERE p.country_code = $1 AND p.ended_on IS NULL AND p.voided_at IS NULL AND p.started_on < $2 AND e.ended_on IS NULL
ORDER BY p.id
"""
BY_SIZE = """
SELECT country_code FROM child WHERE NOT country_code = ANY ($1) GROUP BY country_code ORDER BY count(*), country_code
"""
LEFT = "mutation($input: EndCareInput!) { endCare(input: $input) { errors { code message } } }"
KEY = "00" * 32
"""The key of the lots, so that two runs say the same."""


@dataclass(frozen=True, slots=True)
class Late:
    """Children who turn out to have left.

    Attributes:
        place: of which country: how far from the smallest to the largest it lies, 0 to 1.
        many: how many.
        day: when they left.
    """

    place: float
    many: int
    day: date


@dataclass(frozen=True, slots=True)
class Step:
    """One period that is closed, after what was entered late."""

    period: Period
    late: tuple[Late, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of closing one period.

    Attributes:
        label: period and revision, such as `2025 r2`.
        release: its id; none where closing was refused.
        seconds: of all of it.
        stages: of its stages.
    """

    label: str
    release: str | None
    seconds: float
    stages: Mapping[str, float] = field(default_factory=dict)


YEARS = tuple(Step(Period(year)) for year in (2023, 2024, 2025))
"""Three years in order: what all federations are measured by."""
LAST = (
    Step(Period(2025), (Late(0.5, 10, date(2025, 11, 3)),)),
    Step(Period(2025), (Late(0.52, 6, date(2025, 8, 3)), Late(0.97, 20, date(2025, 12, 3)))),
    Step(Period(2025, 3)),
)
"""Two restatements of the last year; the second is of its third quarter too."""
WHOLE = (
    *(Step(Period(year, quarter)) for year in range(2021, 2026) for quarter in (1, 2, 3, 4, None)),
    *LAST,
)
"""Five years with their quarters, each year after its quarters, and late entries at the end."""
IN_TIME = WHOLE[: -len(LAST)]
ORDERS = {
    "forward": WHOLE,
    "backward": (*reversed(IN_TIME), *LAST),
    "years-first": (*sorted(IN_TIME, key=lambda step: step.period.is_brief), *LAST),
    "three-years": YEARS,
}
"""What may be closed in which order; the last as all federations are compared."""


async def closings(
    address: Address, register: Register, steps: Sequence[Step], still: frozenset[str]
) -> AsyncIterator[Outcome]:
    """Close periods.

    Args:
        address: a federation with nothing closed.
        register: the countries.
        steps: the periods in order.
        still: countries in which nobody leaves.
    """
    async with superuser(address) as connection:
        if await connection.fetchval("SELECT to_regclass('drawing_key')") is not None:
            await connection.execute("INSERT INTO drawing_key (purpose, secret) VALUES ('ROUNDING', $1)", KEY)
    closing, revisions = Closing(address, register), dict[Period, int]()
    for step in steps:
        for late in step.late:
            await _enter(address, register, late, still)
        again = revisions.get(step.period, 0)
        with watched() as stages:
            began = time.perf_counter()
            try:
                closed = await closing.close(step.period, datetime.now(UTC), "Entered late." if again else None)
            except Conflict:
                yield Outcome(f"{step.period.label} r{again + 1}", None, time.perf_counter() - began, stages)
                continue
            took = time.perf_counter() - began
        revisions[step.period] = again + 1
        yield Outcome(f"{step.period.label} r{again + 1}", str(closed.release), took, stages)


async def _enter(address: Address, register: Register, late: Late, still: frozenset[str]) -> None:
    """An office enters late, by its own mutation, that children have left."""
    async with superuser(address) as connection:
        codes = [row["country_code"] for row in await connection.fetch(BY_SIZE, sorted(still))]
        country = codes[round(late.place * (len(codes) - 1))]
        rows = await connection.fetch(STILL_THERE, country, late.day)
    database = Database(address)
    await database.open()
    try:
        engine = Engine(build_schema()._schema, graph_model(), register, database)  # noqa: SLF001 - Strawberry's own way to the core schema
        office, done = Caller("office", Tier.OFFICE, (country,)), 0
        for row in rows:
            if done == late.many:
                return
            given = {"id": f"CareEpisode_{country}_{row['id']}", "version": row["version"]}
            given |= {"endedOn": late.day.isoformat(), "destination": "FAMILY"}
            answer = orjson.loads((await engine.answer(GraphQLRequest(LEFT, variables={"input": given}), office)).body)
            done += not answer.get("errors") and not answer["data"]["endCare"]["errors"]
    finally:
        await database.close()

"""Headquarters reads the last year's report of a federation, with all releases there: milliseconds of its statement."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.ground import Ground
from benchmarks.population import superuser
from benchmarks.reporting import TABLES, calling
from graph.identity.development_tokens import caller_of

if TYPE_CHECKING:
    from countries.connections.address import Address
    from countries.embedded.postgres import EmbeddedPostgres
    from countries.register.register import Register

READINGS = 15


@dataclass(frozen=True, slots=True)
class Reading:
    """How long the report takes.

    Attributes:
        milliseconds: the median of `READINGS`.
        cells: how many figures it has.
        releases: how many releases there are.
    """

    milliseconds: float
    cells: int
    releases: int

    def as_json(self) -> dict[str, Any]:
        """All of it."""
        return asdict(self)


async def reading(server: EmbeddedPostgres, address: Address, register: Register) -> Reading:
    """Read every indicator of every country, whole and by sex and age.

    Args:
        server: the embedded server.
        address: a federation with closed periods.
        register: the countries.
    """
    async with superuser(address) as connection:
        for table in TABLES:
            await connection.execute(f"VACUUM (ANALYZE) {table}")
        releases = await connection.fetchval("SELECT count(*) FROM release")
    ground = Ground(server, address, register, {}, {})
    spent: list[float] = []
    async with calling(ground, address, caller_of(role="headquarters")) as (_, read):
        answer = await read()
        for _ in range(READINGS):
            began = time.perf_counter()
            await read()
            spent.append(time.perf_counter() - began)
    return Reading(median(spent) * 1000, answer.count(b'"indicator":'), releases)

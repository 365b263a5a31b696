"""The cells of the table: callers and questions drawn from the population, the same in each run on the same rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TYPE_CHECKING

import asyncpg

from benchmarks.workloads import Cell, Question
from graph.identity.development_tokens import caller_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from countries.tenancy.caller import Caller

    Connection = asyncpg.Connection[asyncpg.Record]

SEED = 3
CHILDREN = 64
PAGES = 40
PAGE = 20
YEARS = range(2008, 2024)
SEXES = ("FEMALE", "MALE")
PAGES_OF_COUNTRIES = 7
PROGRAMMES_OF_A_CASEWORKER = 2

LARGEST_PROGRAMMES = """
SELECT programme_id AS id FROM child WHERE country_code = $1 GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT $2
"""
SOME_CHILDREN = """
SELECT id FROM child WHERE country_code = $1 AND ($2::uuid[] IS NULL OR programme_id = ANY ($2))
ORDER BY md5(id::text) LIMIT $3
"""
HOW_MANY = {
    "W2": "SELECT count(*) FROM child WHERE country_code = $1 AND ($2::uuid[] IS NULL OR programme_id = ANY ($2))",
    "W9": "SELECT count(*) FROM child WHERE country_code = $1 AND ($2::uuid[] IS NULL OR programme_id = ANY ($2))",
    "W3": "SELECT count(*) FROM home WHERE country_code = $1 AND ($2::uuid[] IS NULL OR programme_id = ANY ($2))",
}


async def draw(operator: Connection, home: str, eight: Sequence[str]) -> list[Cell]:
    """Every row of the table.

    Args:
        operator: sees all rows.
        home: the country of the one office and of the caseworker.
        eight: the countries of the eight offices.
    """
    rows = await operator.fetch(LARGEST_PROGRAMMES, home, PROGRAMMES_OF_A_CASEWORKER)
    programmes = [str(row["id"]) for row in rows]
    groups = {
        "office": [caller_of(role="office", country=home)],
        "eight": [caller_of(role="office", country=code) for code in eight],
        "caseworker": [caller_of(role="caseworker", country=home, programmes=programmes)],
    }
    cells = []
    for group, callers in groups.items():
        for workload in ("W1", "W2", "W3", "W4", "W9"):
            draw = Draw(operator, workload, among=len(callers))
            questions = [question for caller in callers for question in await draw.questions(caller)]
            Random(SEED).shuffle(questions)  # noqa: S311 - the order of requests is no secret
            cells.append(Cell(workload, group, tuple(questions)))
    headquarters = caller_of(role="headquarters")
    pages = tuple(Question(headquarters, {"page": page}) for page in range(PAGES_OF_COUNTRIES))
    return [*cells, Cell("W5", "headquarters", pages)]


@dataclass(frozen=True, slots=True)
class Draw:
    """Questions of one workload, shared out among some callers."""

    operator: Connection
    workload: str
    among: int

    async def questions(self, caller: Caller) -> list[Question]:
        """What one of them asks."""
        programmes: Sequence[UUID] | None = caller.programmes or None
        if self.workload == "W1":
            rows = await self.operator.fetch(SOME_CHILDREN, caller.country, programmes, CHILDREN // self.among)
            return [Question(caller, {"id": str(row["id"])}) for row in rows]
        if self.workload == "W4":
            years = YEARS[:: max(1, self.among // 2)]
            filters = [(date(year, 1, 1), date(year + 1, 1, 1), sex) for year in years for sex in SEXES]
            return [Question(caller, {"from": since, "until": until, "sex": sex}) for since, until, sex in filters]
        rows_in_all = await self.operator.fetchval(HOW_MANY[self.workload], caller.country, programmes)
        pages = min(max(1, PAGES // self.among), rows_in_all // PAGE)
        return [Question(caller, {"page": page}) for page in range(pages)]

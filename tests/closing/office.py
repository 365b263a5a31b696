"""How these tests ask and write: the real engine on a database, as anybody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import asyncpg
import orjson

from countries.connections.address import Address
from countries.connections.database import Database
from countries.register.register import Register
from countries.tenancy.caller import Caller, Tier
from graph.closing.close import Closing
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema
from tests.conftest import NOW

HEADQUARTERS = Caller("hanna", Tier.HEADQUARTERS)
AUDITOR = Caller("aline", Tier.AUDITOR)
TRUTH = """
SELECT measure, area, split_by, categories, amount, children FROM figure_proof p JOIN release r ON r.id = p.release_id
WHERE r.year = $1 AND r.quarter IS NOT DISTINCT FROM $2 AND r.month IS NULL AND r.revision = $3
"""
LATE = """
SELECT c.id, c.programme_id, p.home_id, p.started_on, h.opened_on, e.id AS care, e.version FROM child c
JOIN placement p ON p.country_code = c.country_code AND p.child_id = c.id
JOIN home h ON h.country_code = c.country_code AND h.id = p.home_id
JOIN care_episode e ON e.country_code = c.country_code AND e.id = p.care_episode_id
WHERE c.country_code = $1 AND p.ended_on IS NULL AND p.voided_at IS NULL AND p.started_on < '2025-01-01' ORDER BY c.id
"""

Truth = dict[tuple[str, str, str, str], tuple[int, int]]
"""By measure, area, split and categories: the count, and the children behind it."""


def caller_of(country: str) -> Caller:
    """The office of a country."""
    return Caller(f"office-{country}", Tier.OFFICE, (country,))


@dataclass(slots=True)
class Office:
    """A database that is written through the engine.

    Attributes:
        address: where it is.
        engine: the real one.
        closing: closes its periods.
        operator: sees every row.
        statistics: reads the counts behind releases.
    """

    address: Address
    engine: Engine
    closing: Closing
    operator: asyncpg.Connection[asyncpg.Record]
    statistics: asyncpg.Connection[asyncpg.Record]

    async def ask(self, document: str, caller: Caller = HEADQUARTERS, /, **variables: object) -> dict[str, Any]:
        """The data of an answer; an error fails the test."""
        answer = await self.engine.answer(GraphQLRequest(document, variables=variables), caller)
        response: dict[str, Any] = orjson.loads(answer.body)
        assert "errors" not in response, response["errors"][:3]
        found: dict[str, Any] = response["data"]
        return found

    async def answered(self, document: str, caller: Caller = HEADQUARTERS, /, **variables: object) -> dict[str, Any]:
        """The data of an answer, whatever of it is refused."""
        answer = await self.engine.answer(GraphQLRequest(document, variables=variables), caller)
        found: dict[str, Any] = orjson.loads(answer.body)["data"]
        return found

    async def refused(self, document: str, caller: Caller = HEADQUARTERS, /, **variables: object) -> dict[str, Any]:
        """The one error of an answer without data."""
        answer = await self.engine.answer(GraphQLRequest(document, variables=variables), caller)
        (error,) = orjson.loads(answer.body)["errors"]
        told: dict[str, Any] = error
        return told

    async def write(self, name: str, country: str, /, **given: object) -> bool:
        """One mutation of an office; whether it was done."""
        kind = name[0].upper() + name[1:]
        document = f"mutation($input: {kind}Input!) {{ {name}(input: $input) {{ errors {{ code message }} }} }}"
        answer = await self.engine.answer(GraphQLRequest(document, variables={"input": given}), caller_of(country))
        response = orjson.loads(answer.body)
        return not response.get("errors") and not response["data"][name]["errors"]

    async def leave_late(self, country: str, many: int, day: str = "2025-12-15") -> int:
        """Enter late that children left in the year that is closed; how many did."""
        rows = await self.operator.fetch(LATE, country)
        done = 0
        for row in rows:
            if done < many:
                done += await self.write(
                    "endCare", country, id=f"CareEpisode_{country}_{row['care']}", version=row["version"],
                    endedOn=day, destination="FAMILY",
                )  # fmt: skip
        return done

    async def truth(self, year: int, quarter: int | None = None, revision: int = 1) -> Truth:
        """The counts behind a release, as the statistics login reads them."""
        rows = await self.statistics.fetch(TRUTH, year, quarter, revision)
        return {
            (row["measure"], row["area"], row["split_by"], row["categories"]): (row["amount"], row["children"])
            for row in rows
        }


@asynccontextmanager
async def opened(address: Address, register: Register) -> AsyncIterator[Office]:
    """An office on a database."""
    database = Database(address)
    await database.open()
    operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    statistics = await asyncpg.connect(**address.connect_arguments("hearth_statistics"))
    closing = Closing(address, register)
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW, closes=closing)
    try:
        yield Office(address, engine, closing, operator, statistics)
    finally:
        await operator.close()
        await statistics.close()
        await database.close()

"""Clients that follow a feed from one history of its database into another, and keep every cursor they were told."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import asyncpg
import orjson

from countries.connections.database import Database
from countries.tenancy.caller import Caller, Tier
from countries.tenancy.logins import OPERATOR
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.plan.sql.missing import LOAD_ANEW
from graph.schema.sdl import build_schema
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from uuid import UUID

    from countries.connections.address import Address
    from countries.register.register import Register

PAGE = """query ($since: String) { changes(since: $since, first: 1000) {
  head nodes { rowId } edges { cursor } pageInfo { startCursor endCursor hasNextPage } } }"""
ADD = "mutation ($name: String!) { addCommunityPartner(input: {name: $name, kind: SCHOOL}) { errors { code } } }"
RESYNC = ("CONFLICT", "RESYNC", LOAD_ANEW)
OFFICES = ("BE", "KE")
UNTOUCHED = "NL"
"""A country whose feed has not begun: its cursors are of the beginning."""

Cursors = dict[str, list[str]]


@dataclass
class Clients:
    """An office of each country and a caseworker, who follow the feed of one database.

    Attributes:
        engine: answers them.
        callers: who they are, by name.
        cursors: every cursor that each was told when all were read last.
    """

    engine: Engine
    callers: dict[str, Caller]
    cursors: Cursors = field(default_factory=dict)

    async def ask(self, who: str, document: str, /, **variables: object) -> Any:  # noqa: ANN401 - JSON
        """The response."""
        answer = await self.engine.answer(GraphQLRequest(document, variables=variables), self.callers[who])
        return orjson.loads(answer.body)

    async def write(self, times: int, word: str) -> None:
        """Let the offices write, all but the untouched one."""
        for number in range(times):
            for code in OFFICES:
                told = await self.ask(code, ADD, name=f"{word} {number}")
                assert told["data"]["addCommunityPartner"]["errors"] == [], told

    async def read(self) -> Cursors:
        """Everybody reads the whole feed, and keeps every cursor."""
        self.cursors = {}
        for who in self.callers:
            page = (await self.ask(who, PAGE))["data"]["changes"]
            info = page["pageInfo"]
            told = [*(edge["cursor"] for edge in page["edges"]), page["head"], info["startCursor"], info["endCursor"]]
            self.cursors[who] = [each for each in told if each is not None]
            assert info["hasNextPage"] is False
        return self.cursors

    async def refused(self, old: Mapping[str, list[str]]) -> dict[str, list[bool]]:
        """Which of these cursors are answered with RESYNC; the others are followed."""
        return {
            who: [_is_refused(await self.ask(who, PAGE, since=cursor)) for cursor in cursors]
            for who, cursors in old.items()
        }

    async def check(self, old: Mapping[str, list[str]]) -> None:
        """Every old cursor is refused, whatever its place, and those of now are followed."""
        assert all(old.values())
        told = await self.refused(old)
        assert {who for who, each in told.items() if not all(each)} == set(), told
        assert not any(any(each) for each in (await self.refused(await self.read())).values())


def _is_refused(response: Any) -> bool:  # noqa: ANN401 - JSON
    if "errors" not in response:
        assert response["data"]["changes"] is not None
        return False
    (error,) = response["errors"]
    assert not (response.get("data") or {}).get("changes")
    assert tuple(error["extensions"][name] for name in ("code", "reason", "hint")) == RESYNC, error
    assert error["path"] == ["changes"]
    return True


@asynccontextmanager
async def clients(address: Address, register: Register) -> AsyncIterator[Clients]:
    """The clients of a process on a database."""
    operator = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    programme: UUID = await operator.fetchval("SELECT id FROM programme WHERE country_code = 'BE' ORDER BY id LIMIT 1")
    await operator.close()
    database = Database(address)
    await database.open()
    offices = {code: Caller("oscar", Tier.OFFICE, (code,)) for code in (*OFFICES, UNTOUCHED)}
    callers = {**offices, "carla": Caller("carla", Tier.CASEWORKER, ("BE",), (programme,))}
    try:
        yield Clients(Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW), callers)
    finally:
        await database.close()

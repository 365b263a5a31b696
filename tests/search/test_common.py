"""What a search answers does not hang on how many rows have its words, and a common word is not put together."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import asyncpg
import orjson
import pytest
import pytest_asyncio

from benchmarks.mistyped import LOCALES, admit_all, full_names
from countries.connections.database import Database
from countries.tenancy.caller import Caller, Tier
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.plan.sql import found_page, search
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database

if TYPE_CHECKING:
    from uuid import UUID

    from countries.connections.address import Address
    from countries.register.register import Register

EACH = 40
DOCUMENT = """query Q($s: String, $f: Int, $l: Int, $a: String, $b: String) {
  children(search: $s, first: $f, last: $l, after: $a, before: $b%s) {
    totalCount nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }"""
NARROWED = (
    "",
    ', where: { sex: { eq: UNKNOWN }, caseNumber: { startsWith: "KE-200" } }',
    ", where: { familyName: { isNull: false } }, orderBy: [{ familyName: DESC }]",
)
SEARCHES = ("a", "ke-20", "a k", "ke 20", "m s", "maria", "م", "王", "ma k")
"""Letters and beginnings that many have, alone, together and with what few have, in several scripts."""
OFFICE, CASEWORKER = "office", "caseworker"


@dataclass
class Asked:
    """An engine, and who asks."""

    engine: Engine
    database: Database
    callers: dict[str, Caller]

    async def page(self, document: str, as_: str, **given: object) -> dict[str, Any]:
        """A page of children."""
        answer = await self.engine.answer(GraphQLRequest(document, variables=given), self.callers[as_])
        body = orjson.loads(answer.body)
        assert "errors" not in body, body
        page: dict[str, Any] = body["data"]["children"]
        return page

    async def pages(self, document: str, as_: str, text: str) -> list[dict[str, Any]]:
        """Two pages forward, back from the second, and the last one."""
        found = [await self.page(document, as_, s=text, f=4)]
        if found[0]["pageInfo"]["hasNextPage"]:
            found.append(await self.page(document, as_, s=text, f=4, a=found[0]["pageInfo"]["endCursor"]))
            found.append(await self.page(document, as_, s=text, l=3, b=found[1]["pageInfo"]["startCursor"]))
        return [*found, await self.page(document, as_, s=text, l=5)]


@pytest_asyncio.fixture(scope="module")
async def asking(
    server: Address, worker: str, register: Register, programmes: dict[str, list[UUID]]
) -> AsyncIterator[Callable[[], Asked]]:
    """Makes engines on children of many scripts, of which none knows what another one has compiled."""
    address = await copy_database(server, "world", f"common_{worker}")
    everybody = [each for script in LOCALES for each in full_names(script, EACH, 5)]
    operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    await admit_all(operator, "KE", programmes["KE"], everybody)
    await operator.close()
    database = Database(address)
    await database.open()
    callers = {
        OFFICE: Caller("wanjiru", Tier.OFFICE, ("KE",)),
        CASEWORKER: Caller("carla", Tier.CASEWORKER, ("KE",), tuple(programmes["KE"][:1])),
    }

    def made() -> Asked:
        return Asked(Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW), database, callers)

    yield made
    await database.close()


@pytest.fixture(params=[(3, 5), (3, 10_000)])
def bounded(asking: Callable[[], Asked], request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """An engine that puts few rows together, and looks at few or at all."""
    most, looked_at = request.param
    monkeypatch.setattr(search, "MOST", most * 2)
    monkeypatch.setattr(search, "OF_ONE", most)
    monkeypatch.setattr(found_page, "LOOKED_AT", looked_at)
    return asking()


@pytest.fixture(scope="module")
def plain(asking: Callable[[], Asked]) -> Asked:
    """An engine for which no word of theirs is common."""
    return asking()


@pytest_asyncio.fixture(scope="module")
async def expected(plain: Asked) -> dict[tuple[str, str, str], list[dict[str, Any]]]:
    """The pages of every search where no word is common."""
    asked = [*itertools.product(NARROWED, SEARCHES, [OFFICE]), *((NARROWED[0], each, CASEWORKER) for each in SEARCHES)]
    return {each: await plain.pages(DOCUMENT % each[0], each[2], each[1]) for each in asked}


async def test_a_common_word_changes_no_answer(
    expected: dict[tuple[str, str, str], list[dict[str, Any]]], bounded: Asked
) -> None:
    """Pages both ways, counts and orders are the same, whether few rows or many are put together."""
    assert sum(bool(pages[0]["nodes"]) for pages in expected.values()) > len(expected) / 2
    for (narrowed, text, as_), pages in expected.items():
        assert await bounded.pages(DOCUMENT % narrowed, as_, text) == pages, (narrowed, text, as_)


async def _keys_read(asked: Asked, text: str) -> int:
    """The keys that a first page reads."""
    document = "query Q($s: String) { children(search: $s, first: 4) { nodes { id } pageInfo { hasNextPage } } }"
    caller = asked.callers[OFFICE]
    prepared = asked.engine.prepare(GraphQLRequest(document, variables={"s": text}), caller)
    assert prepared.plan.statement is not None
    async with asked.database.transaction(caller) as lane:
        explained = f"EXPLAIN (ANALYZE, FORMAT JSON) {prepared.plan.statement.text}"
        (root,) = orjson.loads(await lane.connection.fetchval(explained, *prepared.values))
    waiting, keys = [root["Plan"]], 0
    while waiting:
        part = waiting.pop()
        if part.get("Relation Name") == "child_search_key":
            keys += part["Actual Rows"] * part["Actual Loops"]
        waiting += part.get("Plans", [])
    return round(keys)


EVERYBODYS = ("k", "ke-20", "ke 20")
"""What every child is found by."""


@pytest_asyncio.fixture(scope="module")
async def keys_of_all(plain: Asked) -> dict[str, int]:
    """The keys that their first pages read where no word is common."""
    return {text: await _keys_read(plain, text) for text in EVERYBODYS}


@pytest.mark.parametrize("text", EVERYBODYS)
async def test_what_everybody_is_found_by_is_not_put_together(
    keys_of_all: dict[str, int], bounded: Asked, text: str
) -> None:
    """A page of it reads a few keys; where bounds are far, one of each child at least."""
    everybody = EACH * len(LOCALES)
    assert keys_of_all[text] >= everybody
    assert await _keys_read(bounded, text) < everybody / 4

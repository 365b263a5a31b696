"""A page of the feed asks only the types on it, and a statement does not grow with the number of types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
import pytest
import pytest_asyncio

from countries.connections.database import Database
from countries.connections.pool import Lane
from countries.connections.transaction import SCOPE
from countries.register.register import load_register
from countries.tenancy.caller import Caller, Tier
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.plan.planner.feed import changed_types
from graph.plan.sql.statement import write_statement
from graph.plan.tree.feed import member_name
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database
from tests.plan.compiled import NOON
from tests.plan.many_types import many_types

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from contextlib import AbstractAsyncContextManager
    from uuid import UUID

    from countries.connections.address import Address
    from countries.register.register import Register

OSCAR = Caller("oscar", Tier.OFFICE, ("BE",))
PAGE = """query ($since: String) { changes(since: $since) { nodes { type rowId isGone node { id __typename
  ... on Child { givenName placements { nodes { startedOn } } } ... on Home { name } } } pageInfo { endCursor } } }"""
FEW, MANY = 2, 40


class Answers:
    """A database whose page of the feed holds these types; it remembers what was asked."""

    is_distributed = False

    def __init__(self, *types: str) -> None:
        self.types = list(types)
        self.asked: list[str] = []

    async def read(self, _caller: Caller, text: str, _values: Sequence[object]) -> dict[str, Any]:
        """A row as the statement's."""
        self.asked.append(text)
        return {"data": b"{}", "types": self.types}

    def writing(self, caller: Caller) -> AbstractAsyncContextManager[object]:
        """Nothing is written."""
        raise NotImplementedError(caller)


async def asked_with(amount: int, *types: str) -> list[str]:
    """What reaches the database for one page, in a catalogue with so many more types."""
    with many_types(amount) as model:
        database = Answers(*types)
        engine = Engine(build_schema()._schema, model, load_register(), database, lambda: NOON)
        assert (await engine.answer(GraphQLRequest(PAGE, variables={}), OSCAR)).body == b'{"data":{}}'
        await engine.answer(GraphQLRequest(PAGE, variables={}), OSCAR)
        return database.asked


async def test_a_statement_does_not_grow_with_the_number_of_types() -> None:
    """With many types it is the same text as with few, also where the page holds rows of some of them."""
    for types in ((), ("Child",), ("Child", "Made1", "Home")):
        few, many = await asked_with(FEW, *types), await asked_with(MANY, *types)
        assert few == many
        assert not any("made_0" in text for text in many)


async def test_what_is_on_the_page_is_asked_for_once_it_is_known() -> None:
    """A first page that holds rows is asked twice, the next one that holds the same types once."""
    assert len(await asked_with(FEW)) == 2
    first, second, third = await asked_with(FEW, "Child", "Made1")
    assert second == third
    assert ("FROM child" in first, "FROM child" in second, "FROM made_1" in second) == (False, True, True)


async def test_types_that_come_while_it_is_asked_are_kept_along() -> None:
    """Whatever is written between two tries, the answer is one whose statement knew every type on its page."""

    class Moves(Answers):
        async def read(self, _caller: Caller, text: str, _values: Sequence[object]) -> dict[str, Any]:
            self.asked.append(text)
            return {"data": b"{}", "types": ["Child", "Home", "Placement"][: len(self.asked)]}

    database = Moves()
    engine = Engine(build_schema()._schema, graph_model(), load_register(), database, lambda: NOON)
    await engine.answer(GraphQLRequest(PAGE, variables={}), OSCAR)
    assert len(database.asked) == 4
    assert all(f"FROM {table}" in database.asked[-1] for table in ("child", "home", "placement"))


async def test_a_refusal_and_a_price_do_not_hang_on_the_page() -> None:
    """What a tier may not do with a type is refused, and what is too much is too much, whether or not one has come."""
    engine = Engine(build_schema()._schema, graph_model(), load_register(), Answers(), lambda: NOON)
    text = """{ changes(first: 1000) { nodes { node { id ... on Child {
      placements(first: 1000) { nodes { home { placements { nodes { id } } } } } } } } } }"""
    told = orjson.loads((await engine.answer(GraphQLRequest(text, variables={}), OSCAR)).body)
    assert told["errors"][0]["extensions"]["code"] == "TOO_COSTLY"


@pytest_asyncio.fixture
async def office(
    server: Address, worker: str, register: Register, programmes: dict[str, list[UUID]]
) -> AsyncIterator[tuple[Engine, str]]:
    """An office in which nothing has been written yet."""
    address = await copy_database(server, "world", f"page_types_{worker}")
    database = Database(address)
    await database.open()
    yield (
        Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW),
        f"Programme_BE_{programmes['BE'][0]}",
    )
    await database.close()


async def ask(engine: Engine, text: str, **variables: object) -> dict[str, Any]:
    """One request, answered without an error."""
    answer = orjson.loads((await engine.answer(GraphQLRequest(text, variables=variables), OSCAR)).body)
    assert "errors" not in answer, answer
    data: dict[str, Any] = answer["data"]
    return data


OPEN = """mutation ($p: ID!) { openHome(input: { programmeId: $p, name: "Lark", form: FOSTER_FAMILY, capacity: 2,
  openedOn: "2026-01-05" }) { home { id } errors { message } } }"""
PARTNER = """mutation { addCommunityPartner(input: { name: "Club", kind: SPORTS_CLUB }) {
  communityPartner { id } errors { message } } }"""


async def test_the_page_is_what_a_statement_for_all_types_would_answer(
    office: tuple[Engine, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row by row, and what reaches PostgreSQL names the tables of the page's types alone."""
    engine, programme = office
    assert (await ask(engine, PAGE))["changes"]["nodes"] == []
    await ask(engine, OPEN, p=programme)
    await ask(engine, PARTNER)
    reached: list[str] = []
    run = Lane.one_row

    async def recorded(lane: Lane, text: str, values: Sequence[object]) -> object:
        reached.append(text)
        return await run(lane, text, values)

    monkeypatch.setattr(Lane, "one_row", recorded)
    told = await ask(engine, PAGE)
    statements = [text for text in reached if text != SCOPE]

    nodes = told["changes"]["nodes"]
    assert {node["type"] for node in nodes} == {"HOME", "COMMUNITY_PARTNER"}
    assert [node["isGone"] for node in nodes] == [False] * len(nodes)
    assert [node["node"]["id"] for node in nodes] == [node["rowId"] for node in nodes]
    assert {node["node"].get("name") for node in nodes} == {"Lark", None}
    assert len(statements) == 2
    assert "FROM community_partner" in statements[1]
    assert "FROM child AS" not in statements[1]

    prepared = engine.prepare(GraphQLRequest(PAGE, variables={}), OSCAR)
    whole = write_statement(graph_model(), Tier.OFFICE, prepared.plan.roots)
    assert prepared.plan.statement is not None
    assert prepared.plan.statement.text == whole.text
    row = await engine._database.read(OSCAR, whole.text, prepared.values)
    assert row is not None
    assert orjson.loads(row["data"]) == told
    assert set(row["types"]) == {"Home", "CommunityPartner"}


async def test_sql_and_the_schema_name_types_alike(office: tuple[Engine, str]) -> None:
    """`type` is worked out in SQL from the row's own word, for every type that there is."""
    engine, _ = office
    names = [each.value for each in changed_types(graph_model())]
    text = "SELECT array_agg(upper(left(n, 1) || regexp_replace(substr(n, 2), '([A-Z])', '_\\1', 'g'))) AS told"
    row = await engine._database.read(OSCAR, f"{text} FROM unnest($1::text[]) AS n", [names])
    assert row is not None
    assert row["told"] == [member_name(name) for name in names]

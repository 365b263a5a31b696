"""Rows that a reader sees by who it is, or by a group, are seen by nobody else, by whatever door.

No table of ours declares such bounds yet. Three made-up ones do, on a real database, through the real engine.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

import asyncpg
import orjson
import pytest
import pytest_asyncio

from countries.connections.database import Database
from countries.tenancy.caller import Caller, Tier
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database
from tests.countries.leaks.bounded import TABLES, declare
from tests.countries.leaks.narrower import make_tables, model_with

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from uuid import UUID

    from countries.connections.address import Address
    from countries.register.register import Register

LETTERS: tuple[tuple[str, str, list[str], list[str]], ...] = (
    # words, mark, who wrote it, whom it is about
    ("of carla", "SENT", ["|carla"], []),
    ("of both", "SENT", ["|carla", "|colin"], ["|oscar"]),
    ("of colin", "SENT", ["|colin"], ["|oscar", "|olga"]),
    ("of nobody", "SENT", [], ["|somebody"]),
    ("a draft", "DRAFT", ["|carla"], []),
)
SEES = {
    "carla": ["a draft", "of both", "of carla"],
    "colin": ["of both", "of colin"],
    "cleo": [],
    "oscar": ["of carla", "of nobody"],
    "olga": ["of both", "of carla", "of nobody"],
    "nora": ["of both", "of carla", "of colin", "of nobody"],
    "wanjiru": [],
}
"""The words that each caller should read, in their order."""
ADD = """INSERT INTO letter (country_code, words, mark, authors, excluded, child_id)
VALUES ('BE', $1, $2, $3, $4, $5) RETURNING id"""
LIST = "{ letters(orderBy: [{ words: ASC }]) { totalCount nodes { words } } }"


MINE = """mutation ($id: ID!) { updateLetter(input: { id: $id, version: 1, words: "Mine" }) {
  letter { words } errors { code message path } } }"""


@dataclass
class Desk:
    """Callers of one country, and what is written there."""

    engine: Engine
    callers: dict[str, Caller]
    letters: dict[str, str]
    child: str = ""
    reply: str = ""
    therapy: str = ""

    async def send(self, text: str, as_: str, **variables: object) -> dict[str, Any]:
        """One request."""
        answer = await self.engine.answer(GraphQLRequest(text, variables=variables), self.callers[as_])
        found: dict[str, Any] = orjson.loads(answer.body)
        return found

    async def write(self, name: str, row: str, as_: str, shows: str = "id version", /, **given: object) -> Any:  # noqa: ANN401 - JSON
        """One mutation: the row, and the errors."""
        type_ = f"{name[0].upper()}{name[1:]}Input"
        text = f"mutation ($i: {type_}!) {{ {name}(input: $i) {{ {row} {{ {shows} }} errors {{ code message }} }} }}"
        told = await self.send(text, as_, i=given)
        return (told["data"][name] or {}).get(row), told


@pytest_asyncio.fixture(scope="module")
async def desk(
    server: Address, worker: str, register: Register, programmes: dict[str, list[UUID]]
) -> AsyncIterator[Desk]:
    """A database with the three tables; letters as the operator put them there, the rest written by the engine."""
    address = await copy_database(server, "world", f"bounded_{worker}")
    with model_with(declare()) as model:
        await make_tables(address, TABLES)
        operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
        child = await operator.fetchval(
            "SELECT id FROM child WHERE country_code = 'BE' AND programme_id = $1 ORDER BY id LIMIT 1",
            programmes["BE"][0],
        )
        letters = {letter[0]: f"Letter_BE_{await operator.fetchval(ADD, *letter, child)}" for letter in LETTERS}
        await operator.close()
        database = Database(address)
        await database.open()
        own = (programmes["BE"][0],)
        callers = {name: Caller(name, Tier.CASEWORKER, ("BE",), own) for name in ("carla", "colin", "cleo")}
        callers |= {name: Caller(name, Tier.OFFICE, ("BE",)) for name in ("oscar", "olga")}
        callers["nora"] = Caller("nora", Tier.OFFICE, ("BE",), groups=("health", "origin"))
        callers["nils"] = Caller("nils", Tier.CASEWORKER, ("BE",), own, groups=("health",))
        callers["nele"] = Caller("nele", Tier.CASEWORKER, ("BE",), (programmes["BE"][1],), groups=("health",))
        callers["wanjiru"] = Caller("wanjiru", Tier.OFFICE, ("KE",))
        desk = Desk(Engine(build_schema()._schema, model, register, database, lambda: NOW), callers, letters)
        desk.child = f"Child_BE_{child}"
        therapy, _ = await desk.write("recordTherapy", "therapy", "nora", childId=desk.child, note="Speech")
        desk.therapy = therapy["id"]
        reply, _ = await desk.write("addReply", "reply", "carla", words="Thank you", letterId=letters["of carla"])
        desk.reply = reply["id"]
        await desk.write("updateReply", "reply", "carla", **reply, letterId=letters["a draft"])
        yield desk
        await database.close()


def codes(response: dict[str, Any]) -> set[str]:
    """The codes of a response's errors."""
    return {error["extensions"]["code"] for error in response.get("errors", [])}


@pytest.mark.parametrize("name", SEES)
async def test_a_list_holds_what_a_caller_sees_by_who_it_is(desk: Desk, name: str) -> None:
    """And its count counts no more."""
    found = (await desk.send(LIST, name))["data"]["letters"]
    assert [each["words"] for each in found["nodes"]] == SEES[name]
    assert found["totalCount"] == len(SEES[name])


async def test_whoever_asks_at_the_same_moment_gets_its_own(desk: Desk) -> None:
    """A hundred requests of seven callers at once: nobody is read for in another's transaction."""
    order = [*SEES] * 15
    Random(3).shuffle(order)  # noqa: S311 - the order of requests is no secret
    answers = await asyncio.gather(*(desk.send(LIST, name) for name in order))
    for name, answer in zip(order, answers, strict=True):
        assert [each["words"] for each in answer["data"]["letters"]["nodes"]] == SEES[name]


@pytest.mark.parametrize("name", SEES)
async def test_a_row_that_is_not_seen_is_as_an_unknown_one(desk: Desk, name: str) -> None:
    """By its own field, as a node, among nodes, by filters, by history, and to a mutation."""
    unknown = "Letter_BE_01990000-0000-7000-8000-000000000000"
    doors = (
        "query ($id: ID!) { node(id: $id) { id } }",
        "query ($id: ID!) { nodes(ids: [$id]) { id } }",
        'query ($id: ID!) { letter(id: $id) { words history { after } asKnownAt(instant: "2999-01-01T00:00:00Z") } }',
        "query ($id: ID!) { letters(where: { id: { eq: $id } }) { totalCount } }",
        MINE,
    )
    for words, id_ in desk.letters.items():
        if words not in SEES[name]:
            for text in doors:
                assert await desk.send(text, name, id=id_) == await desk.send(text, name, id=unknown), (text, words)
        else:
            assert (await desk.send(doors[0], name, id=id_))["data"]["node"] == {"id": id_}
            assert (await desk.send(doors[2], name, id=id_))["data"]["letter"]["asKnownAt"] is not None


@pytest.mark.parametrize("name", [name for name in SEES if name != "wanjiru"])
async def test_the_way_from_other_rows_is_as_narrow(desk: Desk, name: str) -> None:
    """From the child, by a filter on the child, and counted there."""
    text = """query ($id: ID!, $w: String!) {
        child(id: $id) { letters(orderBy: [{ words: ASC }]) { totalCount nodes { words child { id } } } }
        children(where: { letters: { some: { words: { eq: $w } } } }) { totalCount } }"""
    for words, *_ in LETTERS:
        told = (await desk.send(text, name, id=desk.child, w=words))["data"]
        assert [each["words"] for each in told["child"]["letters"]["nodes"]] == SEES[name]
        assert told["child"]["letters"]["totalCount"] == len(SEES[name])
        assert told["children"]["totalCount"] == (words in SEES[name])


async def test_a_link_leads_to_a_row_that_is_seen_and_to_no_other(desk: Desk) -> None:
    """Everybody reads the reply; whom it answers its author alone. No history of it names a letter."""
    text = "query ($id: ID!) { reply(id: $id) { words letter { words } history { before after } } }"
    for name in ("carla", "colin", "cleo", "oscar", "olga"):
        told = (await desk.send(text, name, id=desk.reply))["data"]["reply"]
        assert told["letter"] == ({"words": "a draft"} if name == "carla" else None)
        assert "Letter_BE" not in orjson.dumps(told).decode()


async def test_a_row_that_is_not_seen_cannot_be_linked_to(desk: Desk) -> None:
    """The answer is that of an id that no row has, and nothing is written; its author may."""
    unknown = "Letter_BE_01990000-0000-7000-8000-000000000000"
    refused = [
        (await desk.write("addReply", "reply", "colin", words="No", letterId=id_))[1]
        for id_ in (desk.letters["of carla"], unknown)
    ]
    assert refused[0] == refused[1]
    assert refused[0]["data"]["addReply"]["errors"][0]["code"] == "NOT_FOUND"
    row, _ = await desk.write("addReply", "reply", "colin", words="Yes", letterId=desk.letters["of colin"])
    assert row["version"] == 1


async def test_the_feed_names_no_row_that_not_all_of_its_hearers_see(desk: Desk) -> None:
    """A write of a letter is no news to anybody, also to its author, and its type cannot be asked for."""
    head = "{ changes { head nodes { rowId type } } }"
    names = [name for name in desk.callers if name != "wanjiru"]
    before = {name: (await desk.send(head, name))["data"]["changes"] for name in names}
    row, _ = await desk.write(
        "updateLetter", "letter", "carla", id=desk.letters["of carla"], version=1, words="of carla"
    )
    assert row["version"] == 2
    for name in names:
        told = (await desk.send(head, name))["data"]["changes"]
        assert told == before[name]
        assert {each["type"] for each in told["nodes"]} <= {"REPLY"}
        for hidden in ("LETTER", "THERAPY"):
            refused = await desk.send(f"{{ changes(types: [{hidden}]) {{ nodes {{ rowId }} }} }}", name)
            assert (refused["data"], codes(refused)) == ({"changes": None}, {"FORBIDDEN"})


@pytest.mark.parametrize("name", ["oscar", "olga", "carla", "nele", "wanjiru"])
async def test_a_group_s_rows_are_not_there_for_others(desk: Desk, name: str) -> None:
    """Neither for an office, nor for a caseworker of the child, nor for somebody of the group elsewhere."""
    listed = await desk.send("{ therapies { totalCount nodes { note } } }", name)
    assert listed["data"] == {"therapies": {"totalCount": 0, "nodes": []}}
    unknown = "Therapy_BE_01990000-0000-7000-8000-000000000000"
    for text in (
        "query ($id: ID!) { node(id: $id) { id } }",
        "query ($id: ID!) { therapy(id: $id) { note history { after } } }",
        'mutation ($id: ID!) { correctTherapy(input: { id: $id, version: 1, note: "X" }) { errors { code message } } }',
    ):
        assert await desk.send(text, name, id=desk.therapy) == await desk.send(text, name, id=unknown)


@pytest.mark.parametrize("name", ["nora", "nils"])
async def test_a_group_s_rows_are_there_for_its_own(desk: Desk, name: str) -> None:
    """With their history, and from the child."""
    text = "query ($id: ID!) { child(id: $id) { therapies { nodes { note history { after } } } } }"
    (told,) = (await desk.send(text, name, id=desk.child))["data"]["child"]["therapies"]["nodes"]
    assert told["note"] == "Speech"
    assert "Speech" in orjson.dumps(told["history"]).decode()


@pytest.mark.parametrize("name", ["oscar", "carla"])
async def test_who_is_not_in_the_group_writes_nothing_into_it(desk: Desk, name: str) -> None:
    """PostgreSQL refuses the row; the caller hears that it may not, and nothing is there."""
    _, told = await desk.write("recordTherapy", "therapy", name, childId=desk.child, note="Mine")
    assert codes(told) == {"FORBIDDEN"}
    assert "hearth_" not in orjson.dumps(told).decode()
    count = "{ therapies { totalCount } }"
    assert (await desk.send(count, "nora"))["data"]["therapies"]["totalCount"] == 1


async def test_subscribers_share_a_run_only_where_they_see_the_same(desk: Desk) -> None:
    """Of what is personal each has a run of its own; of a group's those in the group."""
    of_letters = f'subscription {{ childChanged(id: "{desk.child}") {{ letters {{ totalCount }} }} }}'
    of_therapies = f'subscription {{ childChanged(id: "{desk.child}") {{ therapies {{ totalCount }} }} }}'
    of_names = f'subscription {{ childChanged(id: "{desk.child}") {{ givenName }} }}'
    keys: dict[str, set[object]] = {}
    for text in (of_letters, of_therapies, of_names):
        for name in ("carla", "colin", "cleo", "nils"):
            live = desk.engine.subscription(GraphQLRequest(text), desk.callers[name])
            assert live is not None
            keys.setdefault(text, set()).add(live.key)
            told = orjson.loads(await live.row())["data"]["childChanged"]
            assert told is not None
            if text == of_letters:
                assert told["letters"]["totalCount"] == len(SEES.get(name, []))
            if text == of_therapies:
                assert told["therapies"]["totalCount"] == (name == "nils")
    assert [len(keys[text]) for text in (of_letters, of_therapies, of_names)] == [4, 2, 2]

"""The doors after a write: payload, history, past and feed show nobody more than a query does, moved or not."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import asyncpg
import pytest
import pytest_asyncio

from countries.connections.address import Address
from countries.connections.database import Database
from countries.register.register import Register
from countries.tenancy.caller import Caller
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.plan.sql.missing import LOAD_ANEW
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database
from tests.writes.conftest import callers as known_callers
from tests.writes.writes import Row, Writes, uuid_of

SECRET = "Zyxomma"
PAST = "history(first: 10) { version operation subject reason before after }"
ABOUT = f"id version {PAST} asKnownAt(instant: $instant)"
EXCEPTIONS = f"exceptions(first: 4) {{ nodes {{ {ABOUT} reason }} }}"
CHILD = (
    f"{ABOUT} caseNumber givenName familyName interests home {{ id name }} programme {{ id name }}"
    f" placements(first: 8) {{ totalCount nodes {{ {ABOUT} homeName home {{ id }} {EXCEPTIONS} }} }}"
    f" siblingBonds(first: 8) {{ totalCount nodes {{ {ABOUT} sibling {{ id }} }} }}"
    f" communityLinks(first: 8) {{ totalCount nodes {{ {ABOUT} note }} }}"
)
DOORS = tuple(
    f"query ($id: ID!, $instant: DateTime!) {{ {door} }}"
    for door in (
        f"child(id: $id) {{ {CHILD} }}",
        f"node(id: $id) {{ id ... on Child {{ {CHILD} }} }}",
        f"nodes(ids: [$id]) {{ id ... on Child {{ {CHILD} }} }}",
        f"children(first: 5, where: {{ id: {{ eq: $id }} }}) {{ totalCount nodes {{ {CHILD} }} }}",
    )
)
"""Every way to one row."""
LISTED = ("placements", "siblingBonds", "communityLinks", "placementExceptions", "children", "homes", "programmes")
CONNECTIONS = " ".join(f"{many}(first: 60) {{ totalCount nodes {{ {ABOUT} }} }}" for many in LISTED)
LISTS = f"query ($instant: DateTime!) {{ {CONNECTIONS} }}"
FEED = (
    "query ($since: String) { changes(since: $since, first: 100) { nodes { rowId type kind isGone node { id"
    " ... on Child { interests caseNumber } ... on CommunityLink { note } ... on SiblingBond { siblingName }"
    f" ... on PlacementException {{ reason }} ... on Placement {{ homeName {PAST} }} }} }}"
    " pageInfo { hasNextPage endCursor } } }"
)
SOON = "2100-01-01T00:00:00Z"


@pytest_asyncio.fixture(scope="module")
async def writes(server: Address, worker: str, register: Register) -> AsyncIterator[Writes]:
    """A database that this module writes, and three programmes for its callers."""
    address = await copy_database(server, "world", f"moving_{worker}")
    database = Database(address)
    await database.open()
    operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
    made = Writes(engine, database, operator, known_callers())
    await made.start_programmes()
    yield made
    await operator.close()
    await database.close()


@dataclass(frozen=True, slots=True)
class Story:
    """A child with everything that one can have, each word of it a secret.

    Attributes:
        child: the child.
        ids: the ids of all that is the child's.
        words: what nobody but its programme and its office reads.
    """

    child: str
    ids: frozenset[str]
    words: tuple[str, ...]

    def shows(self, text: str) -> set[str]:
        """What of it stands in an answer."""
        return {each for each in (*self.ids, *self.words) if each in text}


async def tell(writes: Writes, programme: str) -> Story:
    """A child of a programme, with a bond, a tie, a placement over the home's room, and a history."""
    as_ = "kenya" if programme == "kenya" else "office"
    number = writes.number()
    words = tuple(f"{SECRET}-{number}-{each}" for each in ("number", "family", "interest", "note", "why", "void"))
    home = await writes.home(programme, capacity=1)
    await writes.child(home, programme)
    child = await writes.child(None, programme, caseNumber=words[0], familyName=words[1])
    sibling = await writes.child(None, programme)
    await writes.ok("recordSiblingBond", as_, childId=child["id"], siblingId=sibling["id"], kind="FULL")
    given = {"childId": child["id"], "kind": "SCHOOL", "startedOn": "2026-02-01"}
    link = await writes.ok("addCommunityLink", as_, **given, note=words[3])
    why = {"reason": words[4], "authorisedBy": "Director"}
    await writes.ok("placeChild", as_, childId=child["id"], homeId=home["id"], startedOn="2026-03-01", exception=why)
    row = await writes.again(child, as_)
    await writes.ok("updateChild", as_, id=row["id"], version=row["version"], interests=words[2])
    placement = await writes.placement(child, as_)
    await writes.ok("voidPlacement", as_, id=placement["id"], version=placement["version"], reason=words[5])
    uuid = uuid_of(child["id"])
    found = {child["id"], link["id"], placement["id"]}
    for table, type_ in (("placement", "Placement"), ("sibling_bond", "SiblingBond")):
        query = f"SELECT id FROM {table} WHERE child_id = $1"  # noqa: S608 - a table of ours
        found |= {f"{type_}_{child['id'][6:8]}_{each['id']}" for each in await writes.rows(query, uuid)}
    return Story(child["id"], frozenset(found), words)


async def everything(writes: Writes, as_: str | Caller, child: str) -> str:
    """All that a caller can read of a child, by every door, as text; the feed is apart."""
    said = [await writes.send(document, as_, id=child, instant=SOON) for document in DOORS]
    said.append(await writes.send(LISTS, as_, instant=SOON))
    for answer in said:
        assert "errors" not in answer, answer
    return json.dumps(said)


async def feed(writes: Writes, as_: str | Caller, since: str | None = None) -> tuple[list[Row], str]:
    """The feed from a cursor on, and where it ends."""
    found: list[Row] = []
    while True:
        page = await writes.send(FEED, as_, since=since)
        assert "errors" not in page, page
        found += page["data"]["changes"]["nodes"]
        since = page["data"]["changes"]["pageInfo"]["endCursor"]
        if not page["data"]["changes"]["pageInfo"]["hasNextPage"]:
            return found, str(since)


async def move(writes: Writes, story: Story, to: str) -> None:
    """Another programme becomes responsible."""
    row = await writes.again({"id": story.child})
    await writes.ok("moveToProgramme", id=row["id"], version=row["version"], programmeId=writes.programmes[to])


def of_story(changes: list[Row], story: Story) -> list[Row]:
    """The changes of a child's rows."""
    return [change for change in changes if change["rowId"] in story.ids]


async def sees_all(writes: Writes, as_: str, story: Story) -> None:
    """A caller reads the child, its past, and hears of it with its rows."""
    text = await everything(writes, as_, story.child)
    assert set(story.words) - story.shows(text) <= {story.words[5]}
    heard = of_story((await feed(writes, as_))[0], story)
    assert {change["rowId"] for change in heard} >= {story.child}
    assert any(change["node"] is not None for change in heard)


async def sees_nothing(writes: Writes, as_: str, story: Story, *, knew: bool) -> None:
    """No door shows a caller anything; who knew the child before hears that its rows are gone, and no more."""
    text = await everything(writes, as_, story.child)
    # The bond that a brother or sister of the own programme holds keeps in its past which child it leads to.
    assert story.shows(text) <= ({story.child} if knew else set()), story.shows(text)
    heard = of_story((await feed(writes, as_))[0], story)
    assert bool(heard) == knew
    assert all(change["isGone"] and change["node"] is None for change in heard), heard
    assert not any(word in json.dumps(heard) for word in story.words)


async def test_there_and_back(writes: Writes) -> None:
    """A child goes to the neighbouring programme and comes back; each time the one team sees all, the other nothing."""
    story = await tell(writes, "own")
    await sees_all(writes, "caseworker", story)
    await sees_nothing(writes, "neighbour", story, knew=False)
    await move(writes, story, "other")
    await sees_nothing(writes, "caseworker", story, knew=True)
    await sees_all(writes, "neighbour", story)
    row = await writes.again({"id": story.child})
    later = await writes.ok("updateChild", id=row["id"], version=row["version"], interests=f"{SECRET} later")
    assert f"{SECRET} later" not in await everything(writes, "caseworker", story.child)
    await move(writes, story, "own")
    await sees_nothing(writes, "neighbour", story, knew=True)
    text = await everything(writes, "caseworker", story.child)
    assert later["interests"] in text
    heard = of_story((await feed(writes, "caseworker"))[0], story)
    assert {change["rowId"] for change in heard if not change["isGone"]} >= {story.child}
    await sees_nothing(writes, "kenya", story, knew=False)


@pytest.mark.parametrize("as_", ["office", "caseworker", "neighbour"])
async def test_another_country(as_: str, writes: Writes) -> None:
    """What Kenya has written is at no Belgian door; and the other way round."""
    await sees_nothing(writes, as_, await tell(writes, "kenya"), knew=False)
    await sees_nothing(writes, "kenya", await tell(writes, "own"), knew=False)


async def test_a_repetition_shows_by_the_rights_of_now(writes: Writes) -> None:
    """A key sent again once the child has gone to another programme tells the outcome, and no longer the row."""
    story = await tell(writes, "own")
    row = await writes.again({"id": story.child})
    given = {"id": row["id"], "version": row["version"], "familyName": f"{SECRET} name", "idempotencyKey": story.child}
    shows = f"child {{ id familyName {PAST} }} errors {{ code }}"
    first = await writes.do("updateChild", "caseworker", shows=shows, **given)
    assert first.row is not None
    await move(writes, story, "other")
    again = await writes.do("updateChild", "caseworker", shows=shows, **given)
    assert again.body == {"data": {"updateChild": {"child": None, "errors": []}}}
    stale = await writes.do("updateChild", "caseworker", **given | {"idempotencyKey": "another"})
    assert stale.refused == [("NOT_FOUND", "input.id")]
    assert stale.row is None


async def test_a_payload_shows_what_a_query_shows(writes: Writes) -> None:
    """Through the payload of an own row nothing of another programme's children in the same home is reached."""
    story = await tell(writes, "other")
    home = await writes.home("own")
    own = await writes.child(home, "own")
    row = await writes.again({"id": story.child})
    given = {"childId": row["id"], "homeId": home["id"], "startedOn": "2026-06-01"}
    await writes.ok("placeChild", **given)
    reach = (
        f"child {{ {PAST} home {{ occupancy children {{ totalCount nodes {{ id familyName }} }}"
        f" placements {{ totalCount nodes {{ id homeName {PAST} }} }} {PAST}"
        f" programme {{ children {{ nodes {{ id {PAST} }} }} }} }} }}"
    )
    wanted = {"id": own["id"], "version": own["version"], "interests": "Chess"}
    told = await writes.do("updateChild", "caseworker", shows=reach, **wanted)
    assert told.row["home"]["children"]["totalCount"] == 1
    assert told.row["home"]["occupancy"] == 2
    assert not story.shows(json.dumps(told.body))


async def test_a_cursor_of_another_scope(writes: Writes) -> None:
    """With the cursor of another tier, country or set of programmes one has to load anew: CONFLICT, RESYNC."""
    ours = writes.callers["caseworker"]
    both = replace(ours, programmes=(*ours.programmes, *writes.callers["neighbour"].programmes))
    scopes: dict[str, Caller] = {
        name: writes.callers[name] for name in ("office", "kenya", "caseworker", "neighbour")
    } | {"both": both}
    ends = {name: (await feed(writes, caller))[1] for name, caller in scopes.items()}
    for name, caller in scopes.items():
        for whose, cursor in ends.items():
            page = await writes.send("query ($c: String) { changes(since: $c) { head } }", caller, c=cursor)
            if whose == name:
                assert "errors" not in page
                continue
            assert page.get("data") in (None, {"changes": None}), (name, whose)
            (error,) = page["errors"]
            told = error["extensions"]
            assert (told["code"], told["reason"], told["hint"]) == ("CONFLICT", "RESYNC", LOAD_ANEW)
            assert cursor not in error["message"]

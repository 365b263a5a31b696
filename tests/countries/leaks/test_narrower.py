"""What fewer tiers read than the row is told to those tiers alone, by whatever door: columns and whole types.

No table of ours declares either. Two made-up ones do, on a real database, through the real engine.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
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
from tests.countries.leaks.narrower import LATER, SECRETS, TABLES, make_tables, narrower_model

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from uuid import UUID

    from countries.connections.address import Address
    from countries.register.register import Register

HIDDEN = [*SECRETS, "partner", "audit"]
ENTRIES = "history(first: 100) { version operation privacy before after }"
DOORS = [
    "phone", "rating", "fee", "motive", "reach", "partner { id }", "audit { id }",
]  # fmt: skip


@dataclass
class Desk:
    """An office and a caseworker, and what the office has written."""

    engine: Engine
    callers: dict[str, Caller]
    mentor: str = ""
    audit: str = ""
    partner: str = ""
    began: str = ""
    early: str = ""

    async def send(self, text: str, as_: str = "caseworker", **variables: object) -> dict[str, Any]:
        """One request."""
        answer = await self.engine.answer(GraphQLRequest(text, variables=variables), self.callers[as_])
        found: dict[str, Any] = orjson.loads(answer.body)
        return found

    async def write(
        self, name: str, as_: str = "office", shows: str = "id version", /, **given: object
    ) -> dict[str, Any]:
        """One mutation, which succeeds; the row."""
        one = name.removeprefix("add").removeprefix("update")
        one = f"{one[0].lower()}{one[1:]}"
        type_ = f"{name[0].upper()}{name[1:]}Input"
        text = f"mutation ($i: {type_}!) {{ {name}(input: $i) {{ {one} {{ {shows} }} errors {{ message }} }} }}"
        told = await self.send(text, as_, i=given)
        assert told["data"][name]["errors"] == [], told
        row: dict[str, Any] = told["data"][name][one]
        return row


@pytest_asyncio.fixture(scope="module")
async def desk(
    server: Address, worker: str, register: Register, programmes: dict[str, list[UUID]]
) -> AsyncIterator[Desk]:
    """A database with both tables, in which the office has recorded and changed one row of each."""
    address = await copy_database(server, "world", f"narrower_{worker}")
    with narrower_model() as model:
        await make_tables(address)
        database = Database(address)
        await database.open()
        callers = {
            "office": Caller("oscar", Tier.OFFICE, ("BE",)),
            "caseworker": Caller("carla", Tier.CASEWORKER, ("BE",), (programmes["BE"][0],)),
            "kenya": Caller("wanjiru", Tier.OFFICE, ("KE",)),
        }
        made = Desk(Engine(build_schema()._schema, model, register, database, lambda: NOW), callers)
        made.began = (await made.send("{ changes { head } }"))["data"]["changes"]["head"]
        made.partner = (await made.write("addCommunityPartner", name="Club", kind="SPORTS_CLUB"))["id"]
        audit = await made.write("addAudit", note="The till was empty.")
        made.audit = audit["id"]
        mentor = await made.write(
            "addMentor", name="Ann", motto="Go on", partnerId=made.partner, auditId=made.audit, **SECRETS
        )
        made.mentor = mentor["id"]
        operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
        made.early = (await operator.fetchval("SELECT now()")).isoformat()
        await operator.close()
        await asyncio.sleep(0.01)
        mentor = await made.write("updateMentor", **mentor, **LATER)
        mentor = await made.write("updateMentor", "caseworker", **mentor, motto="Stay")
        await made.write("updateAudit", **audit, note="It was found.")
        yield made
        await database.close()


def told(response: dict[str, Any]) -> str:
    """The data of a response, as text."""
    return orjson.dumps(response["data"]).decode()


def codes(response: dict[str, Any]) -> set[str]:
    """The codes of a response's errors."""
    return {error["extensions"]["code"] for error in response.get("errors", [])}


def tells_a_secret(text: str) -> list[str]:
    """What of the secrets stands in a text: a value, or the name of a column that holds one."""
    values = [str(value) for value in (*SECRETS.values(), *LATER.values()) if len(str(value)) > 1]
    return [each for each in (*values, *(f'"{name}"' for name in HIDDEN)) if each in text]


async def test_the_office_is_told_everything(desk: Desk) -> None:
    """What is looked for below is there: values in the history, and how they were."""
    known = f'asKnownAt(instant: "{desk.early}")'
    response = await desk.send(
        f"query ($id: ID!) {{ mentor(id: $id) {{ {ENTRIES} {known} }} }}", "office", id=desk.mentor
    )
    row = response["data"]["mentor"]
    before = {name: entry["before"][name] for entry in row["history"] for name in entry["before"] or {}}
    assert {name: before.get(name) for name in SECRETS} == SECRETS
    assert {name: row["asKnownAt"][name] for name in SECRETS} == SECRETS
    assert (row["asKnownAt"]["partner"], row["asKnownAt"]["audit"]) == (desk.partner, desk.audit)


@pytest.mark.parametrize("field", DOORS)
async def test_a_narrower_column_is_no_field(desk: Desk, field: str) -> None:
    """Null, and FORBIDDEN at its path."""
    response = await desk.send(f"query ($id: ID!) {{ mentor(id: $id) {{ name {field} }} }}", id=desk.mentor)
    assert response["data"]["mentor"] == {"name": "Ann", field.partition(" ")[0]: None}
    assert codes(response) == {"FORBIDDEN"}


async def test_history_leaves_a_narrower_column_out(desk: Desk) -> None:
    """Of every class neither value nor name; and an entry of which nothing is left is not told either."""
    response = await desk.send(f"query ($id: ID!) {{ mentor(id: $id) {{ version {ENTRIES} }} }}", id=desk.mentor)
    entries = response["data"]["mentor"]["history"]
    assert tells_a_secret(told(response)) == []
    assert [(entry["version"], entry["privacy"], entry["after"]) for entry in entries] == [
        (3, "SENSITIVE", {"motto": "Stay"}),
        (1, "PERSONAL", {"name": "Ann"}),
        (1, "SENSITIVE", {"motto": "Go on"}),
    ]
    assert [entry["before"] for entry in entries] == [{"motto": "Go on"}, None, None]


async def test_how_it_was_leaves_a_narrower_column_out(desk: Desk) -> None:
    """At an instant before it changed, and now: what the caller reads, put back, and nothing else."""
    for instant, motto in ((desk.early, "Go on"), ("2999-01-01T00:00:00Z", "Stay")):
        text = f'query ($id: ID!) {{ mentor(id: $id) {{ asKnownAt(instant: "{instant}") }} }}'
        response = await desk.send(text, id=desk.mentor)
        assert response["data"]["mentor"]["asKnownAt"] == {"name": "Ann", "motto": motto}


async def test_the_past_is_as_narrow_by_every_way_to_a_row(desk: Desk) -> None:
    """As a node, in a connection, behind the feed, and in a mutation's payload."""
    past = f'{ENTRIES} asKnownAt(instant: "{desk.early}")'
    for text in (
        f"query ($id: ID!) {{ node(id: $id) {{ ... on Mentor {{ {past} }} }} }}",
        f"query ($id: ID!) {{ nodes(ids: [$id]) {{ ... on Mentor {{ {past} }} }} }}",
        f"{{ mentors {{ nodes {{ {past} }} }} }}",
        f"{{ changes(types: [MENTOR]) {{ nodes {{ node {{ ... on Mentor {{ {past} }} }} }} }} }}",
    ):
        response = await desk.send(text, **({"id": desk.mentor} if "$id" in text else {}))
        assert "history" in told(response), response
        assert tells_a_secret(told(response)) == []
    row = await desk.send("query ($id: ID!) { mentor(id: $id) { version } }", id=desk.mentor)
    given = {"id": desk.mentor, "version": row["data"]["mentor"]["version"], "motto": "Stay"}
    payload = await desk.write("updateMentor", "caseworker", past, **given)
    assert tells_a_secret(orjson.dumps(payload).decode()) == []


@pytest.mark.parametrize("where", ['{ partner: { name: { eq: "Club" } } }', "{ not: { partner: { isNull: true } } }"])
async def test_a_narrower_link_does_not_filter(desk: Desk, where: str) -> None:
    """Nor in either direction: whoever may not follow a link learns nothing of it by asking who has one."""
    response = await desk.send(f"{{ mentors(where: {where}) {{ totalCount }} }}")
    assert response.get("data", {}).get("mentors") is None
    back = await desk.send(
        '{ communityPartners(where: { mentors: { some: { name: { eq: "Ann" } } } }) { totalCount } }'
    )
    assert back["data"] == {"communityPartners": None}
    assert codes(back) == {"FORBIDDEN"}


async def test_what_a_caller_may_is_told_without_them(desk: Desk) -> None:
    """`viewer { may }` names neither the columns nor the type."""
    may = (await desk.send("{ viewer { may { type reads filters } } }"))["data"]["viewer"]["may"]
    of = {each["type"]: each["reads"] + each["filters"] for each in may}
    assert "Audit" not in of
    assert not {*HIDDEN} & {*of["Mentor"]}
    assert "mentors" not in of["CommunityPartner"]
    assert "audits" not in of["Child"]


async def test_changes_do_not_name_a_row_of_another_s_type(desk: Desk) -> None:
    """Without types, behind a cursor and page by page: the office hears of the audit, the caseworker does not."""
    text = "query ($s: String, $n: Int) { changes(since: $s, first: $n) { nodes { rowId type kind } head"
    text += " pageInfo { endCursor hasNextPage } } }"
    office = (await desk.send(text, "office"))["data"]["changes"]
    assert [node["rowId"] for node in office["nodes"]].count(desk.audit) == 2
    for size in (1, 2, 50):
        since, found = desk.began, []
        while True:
            page = (await desk.send(text, s=since, n=size))["data"]["changes"]
            found += [node["rowId"] for node in page["nodes"]]
            since = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                break
            assert page["nodes"]
        assert set(found) == {desk.partner, desk.mentor}
        assert since == page["head"]


async def test_the_head_does_not_move_for_another_s_type(desk: Desk) -> None:
    """A write of a type that the caller does not read is no news, also where it belongs to no programme."""
    before = (await desk.send("{ changes { head } }"))["data"]
    await desk.write("addAudit", note="Another one.")
    assert (await desk.send("{ changes { head } }"))["data"] == before


@pytest.mark.parametrize("types", ["[AUDIT]", "[MENTOR, AUDIT]"])
async def test_another_s_type_cannot_be_asked_for(desk: Desk, types: str) -> None:
    """FORBIDDEN, as for a field; written out and as a variable, by query and by subscription."""
    response = await desk.send(f"{{ changes(types: {types}) {{ nodes {{ rowId }} }} }}")
    assert (response["data"], codes(response)) == ({"changes": None}, {"FORBIDDEN"})
    listed = types.strip("[]").split(", ")
    text = "query ($t: [ChangedType!]) { changes(types: $t) { nodes { rowId } } }"
    response = await desk.send(text, t=listed)
    assert (response["data"], codes(response)) == ({"changes": None}, {"FORBIDDEN"})
    request = GraphQLRequest(f"subscription {{ changed(types: {types}) {{ head }} }}")
    with pytest.raises(Exception, match="may not read every one of these types"):
        desk.engine.subscription(request, desk.callers["caseworker"])
    assert desk.engine.subscription(request, desk.callers["office"]) is not None


async def test_a_subscription_delivers_nothing_of_another_s_type(desk: Desk) -> None:
    """A page behind the audits holds the mentor alone, and one after the last write of all holds nothing."""
    live = desk.engine.subscription(
        GraphQLRequest("subscription { changed { head nodes { rowId type } pageInfo { endCursor } } }"),
        desk.callers["caseworker"],
    )
    assert live is not None
    page = await live.page(0)
    assert desk.mentor.encode() in page.body
    assert b"udit" not in page.body
    assert b"AUDIT" not in page.body
    head = (await live.head()).head
    await desk.write("addAudit", note="A third one.")
    assert (await live.page(head)).held == 0


async def test_a_child_s_subscription_shows_no_audit(desk: Desk) -> None:
    """The way from a child to rows of another's type is FORBIDDEN, also in a delivery."""
    child = (await desk.send("{ children(first: 1) { nodes { id } } }"))["data"]["children"]["nodes"][0]["id"]
    text = f'subscription {{ childChanged(id: "{child}") {{ id audits {{ totalCount }} }} }}'
    live = desk.engine.subscription(GraphQLRequest(text), desk.callers["caseworker"])
    assert live is not None
    delivered = orjson.loads(await live.row())
    assert delivered["data"]["childChanged"] == {"id": child, "audits": None}
    assert codes(delivered) == {"FORBIDDEN"}


async def test_another_s_type_is_no_node(desk: Desk) -> None:
    """By its own field, as a node and among nodes it answers as an id that no row has."""
    unknown = "Audit_BE_01990000-0000-7000-8000-000000000000"
    for text in (
        "query ($id: ID!) { node(id: $id) { id } }",
        "query ($id: ID!) { nodes(ids: [$id]) { id } }",
        "query ($id: ID!) { audit(id: $id) { note history { after } } }",
        "query ($id: ID!) { audits(where: { id: { eq: $id } }) { totalCount } }",
    ):
        assert await desk.send(text, id=desk.audit) == await desk.send(text, id=unknown)
        assert desk.audit not in told(await desk.send(text, id=desk.audit))


async def test_another_country_sees_nothing_of_either(desk: Desk) -> None:
    """The other country's office, which reads both, finds neither row nor change."""
    response = await desk.send("{ mentors { totalCount } audits { totalCount } changes { nodes { rowId } } }", "kenya")
    assert response["data"] == {
        "mentors": {"totalCount": 0}, "audits": {"totalCount": 0}, "changes": {"nodes": []},
    }  # fmt: skip


def test_the_made_up_tables_are_gone_where_they_are_not_asked_for() -> None:
    """No other test finds them."""
    from graph.entities import graph_model

    assert not {*TABLES} & {*graph_model().by_table}

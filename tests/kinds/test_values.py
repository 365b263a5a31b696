"""A value of each kind, from its input to every door that shows it, and what is no value of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from countries.connections.database import Database
from graph.bulk.import_context import Ground
from graph.kinds.kind import Kind
from graph.plan.sql.figures.known import KnownRows
from graph.plan.sql.predicates import Predicates
from graph.plan.tree.sources import FromWrite
from graph.plan.tree.values import Value
from graph.schema.sdl import build_schema
from tests.conftest import NOW
from tests.kinds.catalogue import LONG
from tests.kinds.conftest import EVENT, OTHER_EVENT

if TYPE_CHECKING:
    from tests.kinds.conftest import Desk

GIVEN: dict[str, Any] = {
    "topics": ["MONEY", "HEALTH"], "needed": ["FAMILY"], "agreed": "YES", "heldOn": "2026-03-01",
    "heldOnPrecision": "MONTH", "begunOn": "2026-01-31", "story": "x" * LONG, "motto": "Go on", "eventId": EVENT,
}  # fmt: skip
SHOWS = "title topics needed agreed heldOn heldOnPrecision begunOn begunOnPrecision story motto eventId hopeful price"
TOLD = {**GIVEN, "topics": ["HEALTH", "MONEY"], "begunOnPrecision": "DAY", "title": "A", "hopeful": True}


async def test_nobody_else_sees_a_row_of_these_kinds(desk: Desk) -> None:
    """A colleague of another programme and another country see nothing of it; a region does not read the type."""
    row = await desk.record(title="Hidden", **GIVEN)
    for caller in ("colleague", "kenya"):
        told = await desk.send('{ reviews(where: { title: { eq: "Hidden" } }) { totalCount } }', caller)
        assert told["data"]["reviews"]["totalCount"] == 0
        told = await desk.send("query ($id: ID!) { node(id: $id) { id } }", caller, id=row["id"])
        assert told["data"]["node"] is None
    told = await desk.send("{ reviews { totalCount } }", "region")
    assert told.get("data") is None or told["data"]["reviews"] is None


async def test_a_row_is_answered_as_it_was_given(desk: Desk) -> None:
    """Lists in the order of their enumeration, a day alone as known to the day, what is worked out as its kind."""
    row = await desk.record(SHOWS, title="A", **GIVEN)
    assert row == {**TOLD, "price": "1.00"}
    least = await desk.record(SHOWS, title="B")
    assert {name: least[name] for name in ("topics", "agreed", "heldOn", "heldOnPrecision", "eventId", "hopeful")} == {
        "topics": None, "agreed": "NOT_KNOWN", "heldOn": None, "heldOnPrecision": None, "eventId": None,
        "hopeful": False,
    }  # fmt: skip
    office = await desk.send('{ reviews(where: { title: { eq: "A" } }) { nodes { ' + SHOWS + " } } }", "office")
    assert office["data"]["reviews"]["nodes"] == [row]


async def test_a_uuid_is_its_own_and_not_the_rows(desk: Desk) -> None:
    """What a column holds is answered, and neither the row's id nor an id of the graph; in capitals it is the same."""
    row = await desk.record("id eventId", eventId=EVENT.upper())
    assert row["eventId"] == EVENT
    assert EVENT not in row["id"]


async def test_values_change_and_are_taken_away(desk: Desk) -> None:
    """A day keeps how much of it is known; null empties what may be empty, and nothing else."""
    row = await desk.record(title="C", **GIVEN)
    told = await desk.write("updateReview", f"id version {SHOWS}", **row, heldOn="2026-04-01", topics=["SCHOOL"])
    row = told["review"]
    assert (row["heldOn"], row["heldOnPrecision"], row["topics"]) == ("2026-04-01", "MONTH", ["SCHOOL"])
    key = {"id": row["id"], "version": row["version"]}
    told = await desk.write("updateReview", f"id version {SHOWS}", **key, heldOn=None, topics=None, eventId=None)
    row = told["review"]
    assert (row["heldOn"], row["heldOnPrecision"], row["topics"], row["eventId"]) == (None, None, None, None)
    key["version"] = row["version"]
    told = await desk.write("updateReview", f"id version {SHOWS}", **key, heldOn="2026-05-01", agreed="NO")
    assert (told["review"]["heldOnPrecision"], told["review"]["hopeful"]) == ("DAY", False)


@pytest.mark.parametrize(
    ("given", "path", "message"),
    [
        ({"topics": []}, ["topics"], "The list is empty."),
        ({"topics": ["HEALTH", "MONEY", "HEALTH"]}, ["topics", "2"], "The value stands there twice."),
        ({"needed": []}, ["needed"], "The list is empty."),
        ({"heldOnPrecision": "YEAR"}, ["heldOnPrecision"], "A day and how much of it is known come together."),
        (
            {"heldOn": None, "heldOnPrecision": "YEAR"},
            ["heldOnPrecision"],
            "A day and how much of it is known come together.",
        ),
        ({"heldOn": "2027-01-01"}, ["heldOn"], "The day lies in the future."),
        ({"begunOn": "1800-01-01"}, ["begunOn"], "The day lies before 1900."),
        ({"story": "x" * (LONG + 1)}, ["story"], f"Text may hold {LONG} characters."),
        ({"motto": "x" * 11}, ["motto"], "It may hold 10 characters."),
        ({"motto": " \u200b "}, ["motto"], "The text is empty."),
        ({"title": "x" * 501}, ["title"], "It may hold 500 characters."),
        ({"agreed": None}, ["agreed"], "It cannot be empty."),
    ],
)
async def test_what_cannot_be_meant_is_refused_at_its_place(
    desk: Desk, given: dict[str, Any], path: list[str], message: str
) -> None:
    """With a code, a sentence and a hint; nothing is written, new or changed."""
    least = {"programmeId": desk.programme, "title": "Bad", "needed": ["HEALTH"], "begunOn": "2026-01-31"}
    told = await desk.write("recordReview", **least | given)
    (error,) = told["errors"]
    assert (error["code"], error["path"], error["message"]) == ("BAD_USER_INPUT", ["input", *path], message)
    assert error["hint"].endswith(".")
    assert told["review"] is None
    counted = await desk.send('{ reviews(where: { title: { startsWith: "Bad" } }) { totalCount } }')
    assert counted["data"]["reviews"]["totalCount"] == 0


@pytest.mark.parametrize(
    ("given", "path", "message"),
    [
        ({"heldOnPrecision": None}, ["heldOnPrecision"], "A day and how much of it is known come together."),
        ({"needed": None}, ["needed"], "It cannot be empty."),
        ({"topics": ["MONEY", "MONEY"]}, ["topics", "1"], "The value stands there twice."),
        ({"motto": "x" * 11}, ["motto"], "It may hold 10 characters."),
    ],
)
async def test_a_change_is_refused_likewise(desk: Desk, given: dict[str, Any], path: list[str], message: str) -> None:
    """Also where only the row on record says that it cannot be meant."""
    row = await desk.record(title="D", **GIVEN)
    told = await desk.write("updateReview", SHOWS, **row, **given)
    (error,) = told["errors"]
    assert (error["code"], error["path"], error["message"]) == ("BAD_USER_INPUT", ["input", *path], message)


@pytest.mark.parametrize(
    ("name", "value", "place"),
    [
        ("topics", ["NOTHING"], ["$i", "topics", 0]),
        ("topics", [None], ["$i", "topics", 0]),
        ("agreed", True, ["$i", "agreed"]),
        ("agreed", "MAYBE", ["$i", "agreed"]),
        ("eventId", EVENT[:-1], ["$i", "eventId"]),
        ("eventId", f"Review_BE_{EVENT}", ["$i", "eventId"]),
        ("eventId", 7, ["$i", "eventId"]),
        ("eventId", EVENT.replace("-", ""), ["$i", "eventId"]),
        ("heldOn", "2026-02-30", ["$i", "heldOn"]),
        ("heldOnPrecision", "WEEK", ["$i", "heldOnPrecision"]),
        ("hopeful", True, ["$i"]),
        ("findings", [{"topic": "NOTHING"}], ["$i", "findings", 0, "topic"]),
        ("findings", [{}], ["$i", "findings", 0, "topic"]),
    ],
)
async def test_what_is_no_value_of_its_type_is_refused_before(
    desk: Desk, name: str, value: object, place: list[object]
) -> None:
    """As every misfit: with its place, and without the value."""
    given = {"programmeId": desk.programme, "title": "Bad", "needed": ["HEALTH"], "begunOn": "2026-01-31", name: value}
    told = await desk.send("mutation ($i: RecordReviewInput!) { recordReview(input: $i) { review { id } } }", i=given)
    (error,) = told["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert error["extensions"]["place"] == place
    assert "NOTHING" not in error["message"]


@pytest.mark.parametrize("given", ["topics: [MONEY, HEALTH]", "topics: MONEY, eventId: " + f'"{EVENT}"'])
async def test_values_may_stand_in_the_document(desk: Desk, given: str) -> None:
    """A literal is read as a variable is; one value stands for a list of one."""
    text = f'programmeId: "{desk.programme}", title: "L", needed: HEALTH, begunOn: "2026-01-31", {given}'
    told = await desk.send(f"mutation {{ recordReview(input: {{ {text} }}) {{ review {{ topics needed }} }} }}")
    assert told["data"]["recordReview"]["review"]["needed"] == ["HEALTH"]
    assert "MONEY" in told["data"]["recordReview"]["review"]["topics"]


async def test_each_kind_filters_by_its_operators(desk: Desk) -> None:
    """A UUID and an answer by equality, a day of which not all is known by its first day."""
    mine = await desk.record(title="F1", eventId=EVENT, agreed="NO", heldOn="2020-03-01", heldOnPrecision="YEAR")
    none = await desk.record(title="F2")
    other = await desk.record(title="F3", eventId=OTHER_EVENT, agreed="YES")

    async def found(where: str) -> set[str]:
        within = '{ title: { startsWith: "F" } }'
        told = await desk.send(f"{{ reviews(where: {{ and: [{within}, {where}] }}) {{ nodes {{ id }} }} }}")
        return {node["id"] for node in told["data"]["reviews"]["nodes"]}

    assert await found(f'{{ eventId: {{ eq: "{EVENT.upper()}" }} }}') == {mine["id"]}
    assert await found(f'{{ eventId: {{ ne: "{EVENT}" }} }}') == {other["id"]}
    assert await found(f'{{ eventId: {{ in: ["{EVENT}", "{OTHER_EVENT}"] }} }}') == {mine["id"], other["id"]}
    assert await found(f'{{ not: {{ eventId: {{ eq: "{EVENT}" }} }} }}') == {none["id"], other["id"]}
    assert await found("{ eventId: { isNull: true } }") == {none["id"]}
    assert await found("{ agreed: { in: [NO, YES] } }") == {mine["id"], other["id"]}
    assert await found("{ agreed: { eq: NOT_KNOWN } }") == {none["id"]}
    assert await found('{ heldOn: { lt: "2020-03-02" } }') == {mine["id"]}


@pytest.mark.parametrize("operand", ["{ eq: null }", '{ eq: "x" }', "{ }", '{ lt: "' + EVENT + '" }', "{ in: [null] }"])
async def test_a_condition_that_cannot_be_meant_is_refused(desk: Desk, operand: str) -> None:
    """Null, another type, nothing, and an operator that the kind has not."""
    told = await desk.send(f"{{ reviews(where: {{ eventId: {operand} }}) {{ totalCount }} }}")
    assert told["errors"][0]["extensions"]["code"] in ("BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED")
    assert (told.get("data") or {}).get("reviews") is None


async def test_what_is_not_declared_is_not_offered(desk: Desk) -> None:
    """Lists and what is worked out neither filter nor order, a UUID does not order."""
    assert desk.programme
    types: Any = build_schema()._schema.type_map
    where, order = types["ReviewWhere"], types["ReviewOrderBy"]
    offered = {"title", "agreed", "heldOn", "eventId"}
    silent = {"topics", "needed", "story", "motto", "hopeful", "price", "begunOn", "heldOnPrecision"}
    assert offered <= set(where.fields)
    assert not silent & set(where.fields)
    assert {"title", "agreed", "heldOn"} <= set(order.fields)
    assert not (silent | {"eventId"}) & set(order.fields)
    story = types["Review"].fields["story"].description or ""
    assert f"At most {LONG} characters." in story


@pytest.mark.parametrize("order", ["[{ heldOn: ASC }]", "[{ heldOn: DESC }, { agreed: ASC }]", "[{ agreed: DESC }]"])
async def test_pages_follow_each_other(desk: Desk, order: str) -> None:
    """Page by page, forward and backward, rows come as in one list; those without a day too."""
    for place in range(5):
        day = {} if place % 2 else {"heldOn": f"2021-0{place + 1}-01"}
        await desk.record(title=f"P{place}", agreed=("YES", "NO", "NOT_KNOWN")[place % 3], **day)
    arguments = f'where: {{ title: {{ startsWith: "P" }} }}, orderBy: {order}'
    told = await desk.send(f"{{ reviews(first: 50, {arguments}) {{ nodes {{ id }} }} }}")
    whole = [node["id"] for node in told["data"]["reviews"]["nodes"]]
    for size, cursor, info, more in (
        ("first: 2", "after", "endCursor", "hasNextPage"), ("last: 2", "before", "startCursor", "hasPreviousPage"),
    ):  # fmt: skip
        found: list[str] = []
        at: str | None = None
        while True:
            text = f"query ($c: String) {{ reviews({size}, {cursor}: $c, {arguments})"
            told = await desk.send(text + f" {{ nodes {{ id }} pageInfo {{ {info} {more} }} }} }}", c=at)
            page = told["data"]["reviews"]
            ids = [node["id"] for node in page["nodes"]]
            found = found + ids if cursor == "after" else ids + found
            at = page["pageInfo"][info]
            if not page["pageInfo"][more]:
                break
        assert found == whole


async def test_the_past_tells_each_kind(desk: Desk) -> None:
    """History holds what was and what is; a row as it was known holds lists as lists, and a UUID as its text."""
    row = await desk.record(title="H", **GIVEN)
    operator = await asyncpg.connect(**desk.address.connect_arguments("hearth_operator"))
    early = (await operator.fetchval("SELECT now()")).isoformat()
    await operator.close()
    await asyncio.sleep(0.01)
    await desk.write("updateReview", **row, topics=["SCHOOL"], eventId=OTHER_EVENT, agreed="NO", heldOn="2026-05-01")
    text = "query ($id: ID!, $at: DateTime!) { review(id: $id) { history { before after } asKnownAt(instant: $at) } }"
    told = await desk.send(text, id=row["id"], at=early)
    known = told["data"]["review"]["asKnownAt"]
    listed = {**GIVEN, "topics": ["HEALTH", "MONEY"], "begunOnPrecision": "DAY", "title": "H"}
    assert {name: known[name] for name in listed} == listed
    changed = next(each for each in told["data"]["review"]["history"] if each["before"])
    assert changed["before"] == {
        "topics": ["HEALTH", "MONEY"], "eventId": EVENT, "agreed": "YES", "heldOn": "2026-03-01",
    }  # fmt: skip
    assert changed["after"]["topics"] == ["SCHOOL"]
    assert changed["after"]["eventId"] == OTHER_EVENT


async def test_rows_as_they_were_known_hold_each_kind(desk: Desk) -> None:
    """What figures are counted from: all rows of a table, put back, lists as lists and what was empty as empty."""
    whole = await desk.record(title="W1", **GIVEN)
    least = await desk.record(title="W2")
    kept = await desk.record(title="W3", topics=["MONEY"])
    operator = await asyncpg.connect(**desk.address.connect_arguments("hearth_operator"))
    early = await operator.fetchval("SELECT clock_timestamp()")
    await operator.close()
    await desk.write("updateReview", **whole, topics=None, eventId=OTHER_EVENT, agreed="NO")
    await desk.write("updateReview", **least, topics=["FAMILY"], eventId=EVENT)
    database = Database(desk.address)
    await database.open()
    async with database.snapshot(desk.callers["office"]) as lane:
        ground = Ground(lane, desk.callers["office"], NOW.date())
        instant = Value(Kind.INSTANT, FromWrite("early"))
        known = KnownRows(Predicates(desk.model, ground.parameters), instant)
        rows = await ground.fetch(known.select("review", ("title", "topics", "event_id", "agreed")), {"early": early})
    await database.close()
    told = {row["title"]: (row["topics"], row["event_id"] and str(row["event_id"]), row["agreed"]) for row in rows}
    assert {title: told[title] for title in ("W1", "W2", "W3")} == {
        "W1": (["HEALTH", "MONEY"], EVENT, "YES"), "W2": (None, None, "NOT_KNOWN"),
        "W3": (["MONEY"], None, "NOT_KNOWN"),
    }  # fmt: skip
    assert kept["version"] == 1


async def test_the_feed_tells_of_the_row(desk: Desk) -> None:
    """A row with these columns is announced as every other, to its own programme."""
    head = (await desk.send("{ changes { head } }"))["data"]["changes"]["head"]
    row = await desk.record(title="N", **GIVEN)
    text = "query ($s: String) { changes(since: $s, types: [REVIEW]) { nodes { rowId kind node { ... on Review"
    text += " { topics eventId } } } } }"
    told = await desk.send(text, s=head)
    assert told["data"]["changes"]["nodes"] == [
        {"rowId": row["id"], "kind": "CREATED", "node": {"topics": ["HEALTH", "MONEY"], "eventId": EVENT}}
    ]
    head = (await desk.send("{ changes { head } }", "colleague"))["data"]["changes"]["head"]
    await desk.record(title="N2", **GIVEN)
    told = await desk.send(text, "colleague", s=head)
    assert told["data"]["changes"]["nodes"] == []


@pytest.mark.parametrize(
    "column", ["topics = '{}'", "topics = '{OTHER}'", "topics = '{NULL}'", "motto = repeat('x', 11)", "held_on = NULL"]
)
async def test_the_database_keeps_what_the_kinds_say(desk: Desk, column: str) -> None:
    """Whoever writes past us is held by the same rules: the checks derive from the same words."""
    row = await desk.record(title="K", **GIVEN)
    connection = await asyncpg.connect(**desk.address.connect_arguments("hearth_operator"))
    with pytest.raises(asyncpg.CheckViolationError):
        await connection.execute(f"UPDATE review SET {column} WHERE id = $1", row["id"].rpartition("_")[2])  # noqa: S608 - a text of ours
    await connection.close()

"""Rows that are written with their parent: all of them or none, in their order, each with a place of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graph.writes.actions import all_actions
from graph.writes.identities import new_ids
from graph.writes.statement import compile_write
from tests.kinds.conftest import EVENT

if TYPE_CHECKING:
    from tests.kinds.conftest import Desk

SHOWS = (
    "id version findings(first: 100) { totalCount nodes {"
    " id topic also points weight grave seenOn seenOnPrecision home { id } eventId note } }"
)
WHOLE: dict[str, Any] = {
    "topic": "HEALTH", "also": ["MONEY", "SCHOOL"], "points": 7, "weight": "1.50", "grave": "NO",
    "seenOn": "2026-02-01", "seenOnPrecision": "YEAR", "eventId": EVENT, "note": "Quiet; at ease.",
}  # fmt: skip
EMPTY: dict[str, Any] = {
    "topic": "MONEY", "also": None, "points": None, "weight": None, "grave": "NOT_KNOWN", "seenOn": None,
    "seenOnPrecision": None, "home": None, "eventId": None, "note": None,
}  # fmt: skip


def least_of(desk: Desk) -> dict[str, Any]:
    """What every review needs."""
    return {"programmeId": desk.programme, "title": "R", "needed": ["HEALTH"], "begunOn": "2026-01-31"}


async def home_of(desk: Desk, as_: str = "caseworker") -> str:
    """A home that the caller sees."""
    told = await desk.send("{ homes(first: 1) { nodes { id } } }", as_)
    found: str = told["data"]["homes"]["nodes"][0]["id"]
    return found


async def test_nobody_else_sees_a_part(desk: Desk) -> None:
    """A part is of its parent's programme: a colleague of another one and another country see none."""
    await desk.record(SHOWS, findings=[{"topic": "FAMILY"}])
    for caller in ("colleague", "kenya"):
        told = await desk.send("{ findings { totalCount } changes(types: [FINDING]) { nodes { rowId } } }", caller)
        assert told["data"] == {"findings": {"totalCount": 0}, "changes": {"nodes": []}}


async def test_parts_come_with_their_parent_and_the_payload_shows_them(desk: Desk) -> None:
    """In the order in which they were given; what one leaves out is empty, or what a new row has."""
    home = await home_of(desk)
    found = [{**WHOLE, "homeId": home}, {"topic": "MONEY"}, {"topic": "SCHOOL", "seenOn": "2026-03-01"}]
    row = await desk.record(SHOWS, findings=found)
    nodes = [{name: value for name, value in node.items() if name != "id"} for node in row["findings"]["nodes"]]
    assert nodes == [
        {**WHOLE, "also": ["SCHOOL", "MONEY"], "home": {"id": home}},
        EMPTY,
        {**EMPTY, "topic": "SCHOOL", "seenOn": "2026-03-01", "seenOnPrecision": "DAY"},
    ]
    assert (await desk.record(SHOWS))["findings"]["totalCount"] == 0
    assert (await desk.record(SHOWS, findings=[]))["findings"]["totalCount"] == 0
    assert (await desk.record(SHOWS, findings=None))["findings"]["totalCount"] == 0


async def test_a_hundred_parts_are_one_statement_and_keep_their_order(desk: Desk) -> None:
    """The text is the same for one and for a hundred; a hundred and one are refused."""
    many = [{"topic": "MONEY", "points": place, "homeId": await home_of(desk)} for place in range(100)]
    row = await desk.record(SHOWS, findings=many)
    assert [node["points"] for node in row["findings"]["nodes"]] == list(range(100))
    told = await desk.write("recordReview", **least_of(desk), findings=[*many, many[0]])
    (error,) = told["errors"]
    assert (error["path"], error["message"]) == (["input", "findings"], "It holds at most 100 entries.")


@pytest.mark.parametrize(
    ("part", "path", "message"),
    [
        ({"points": 2**31 - 1, "weight": "1.005"}, "weight", "The number does not fit."),
        ({"also": []}, "also", "The list is empty."),
        ({"also": ["MONEY", "MONEY"]}, "also.1", "The value stands there twice."),
        ({"note": "x" * 51}, "note", "It may hold 50 characters."),
        ({"note": " "}, "note", "The text is empty."),
        ({"seenOn": "2027-01-01"}, "seenOn", "The day lies in the future."),
        ({"seenOnPrecision": "DAY"}, "seenOnPrecision", "A day and how much of it is known come together."),
        ({"grave": None}, "grave", "It cannot be empty."),
        ({"homeId": "Child_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"}, "homeId", None),
    ],
)
async def test_what_cannot_be_meant_is_refused_at_the_parts_place(
    desk: Desk, part: dict[str, Any], path: str, message: str | None
) -> None:
    """The path counts from 0; nothing of the whole is written."""
    before = await desk.send("{ reviews { totalCount } findings { totalCount } }", "office")
    least = least_of(desk)
    told = await desk.write("recordReview", **least, findings=[{"topic": "MONEY"}, {"topic": "MONEY", **part}])
    (error,) = told["errors"]
    assert error["code"] == "BAD_USER_INPUT"
    assert error["path"] == ["input", "findings", "1", *path.split(".")]
    assert message is None or error["message"] == message
    assert before == await desk.send("{ reviews { totalCount } findings { totalCount } }", "office")


async def test_a_part_leads_only_to_rows_that_the_caller_sees(desk: Desk) -> None:
    """An id of nobody, of another country, of another programme's home: not found alike, each at its place."""
    mine = await home_of(desk)
    others = [
        "Home_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e",
        await home_of(desk, "kenya"),
        await home_of(desk, "colleague"),
    ]
    least = least_of(desk)
    for other in others:
        found = [{"topic": "MONEY"}, {"topic": "MONEY", "homeId": mine}, {"topic": "MONEY", "homeId": other}]
        told = await desk.write("recordReview", **least, findings=[*found, found[2]])
        assert {(error["code"], error["message"]) for error in told["errors"]} == {
            ("NOT_FOUND", "There is no such home.")
        }  # fmt: skip
        assert [error["path"][2:] for error in told["errors"]] == [["2", "homeId"], ["3", "homeId"]]


async def test_parts_may_be_asked_for(desk: Desk) -> None:
    """Where one has to be there, none is refused: left out, and empty."""
    least = least_of(desk)
    told = await desk.write("findReview", **least, findings=[])
    (error,) = told["errors"]
    assert (error["path"], error["message"]) == (["input", "findings"], "One entry has to be there at least.")
    text = "mutation ($i: FindReviewInput!) { findReview(input: $i) { review { id } } }"
    told = await desk.send(text, i=least)
    assert told["errors"][0]["extensions"]["place"] == ["$i", "findings"]
    told = await desk.write("findReview", SHOWS, **least, findings=[{"topic": "MONEY"}])
    assert told["review"]["findings"]["totalCount"] == 1


async def test_a_key_makes_parts_once(desk: Desk) -> None:
    """The second time the outcome of the first is told, also a refusal with its place; other parts are other input."""
    least = least_of(desk)
    given = {**least, "idempotencyKey": "once", "findings": [{"topic": "MONEY", "also": ["HEALTH"]}]}
    first = await desk.write("recordReview", SHOWS, **given)
    assert first == await desk.write("recordReview", SHOWS, **given)
    told = await desk.write("recordReview", SHOWS, **{**given, "findings": [{"topic": "MONEY"}]})
    assert told["errors"][0]["code"] == "CONFLICT"
    gone = {"topic": "MONEY", "homeId": "Home_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"}
    given = {**least, "idempotencyKey": "twice", "findings": [{"topic": "MONEY"}, gone]}
    first = await desk.write("recordReview", **given)
    assert first["errors"][0]["path"] == ["input", "findings", "1", "homeId"]
    assert first == await desk.write("recordReview", **given)


async def test_every_part_has_its_history_and_its_place_in_the_feed(desk: Desk) -> None:
    """Each is a row of its own, recorded by its parent's mutation."""
    head = (await desk.send("{ changes { head } }"))["data"]["changes"]["head"]
    row = await desk.record(SHOWS, findings=[WHOLE, {"topic": "MONEY"}])
    told = await desk.send("query ($s: String) { changes(since: $s) { nodes { rowId type kind } } }", s=head)
    ids = [node["id"] for node in row["findings"]["nodes"]]
    changed = told["data"]["changes"]["nodes"]
    assert {(node["rowId"], node["type"], node["kind"]) for node in changed} == {
        (row["id"], "REVIEW", "CREATED"), *((each, "FINDING", "CREATED") for each in ids),
    }  # fmt: skip
    text = "query ($id: ID!) { finding(id: $id) { history { version operation before after }"
    text += ' asKnownAt(instant: "2999-01-01T00:00:00Z") } }'
    told = await desk.send(text, id=ids[0])
    (entry,) = told["data"]["finding"]["history"]
    assert (entry["version"], entry["operation"], entry["before"]) == (1, "recordReview", None)
    assert entry["after"]["also"] == ["SCHOOL", "MONEY"]
    assert entry["after"]["weight"] == "1.50"
    office = await desk.send(text, "office", id=ids[0])
    assert office["data"]["finding"]["history"][0]["after"]["review"] == row["id"]
    assert told["data"]["finding"]["asKnownAt"]["also"] == ["SCHOOL", "MONEY"]


async def test_parts_do_not_multiply_statements(desk: Desk) -> None:
    """Whatever an object of the list gives, the statement is the same."""
    action = all_actions()["recordReview"]
    model: Any = desk.model
    caller = desk.callers["caseworker"]
    present = frozenset({"programmeId", "title", "needed", "begunOn", "findings"})
    one = compile_write(model, action, caller.tier, present, keyed=False)
    assert "WITH ORDINALITY" in one.write.text
    assert one.write.text.count("unnest(") == 2


def test_ids_that_are_made_together_count_up() -> None:
    """A hundred of them, a thousand times: each a UUIDv7, and larger than the one before."""
    for _ in range(1_000):
        made = new_ids(100)
        assert made == sorted(made)
        assert len(set(made)) == 100
        assert {(each.version, each.variant) for each in made} == {(7, "specified in RFC 4122")}

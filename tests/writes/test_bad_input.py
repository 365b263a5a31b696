"""Inputs that cannot be meant, or lean on what is not there: a clear refusal, and nothing written."""

from __future__ import annotations

import random
import string
from typing import Any

import pytest
from graphql import GraphQLEnumType, GraphQLInputField, GraphQLInputObjectType, is_required_input_field

from graph.schema.sdl import build_schema
from graph.writes.actions import all_actions
from tests.writes.operations import OPERATIONS, seen
from tests.writes.writes import Json, Row, Writes, unknown

BAD = "BAD_USER_INPUT"
SCHEMA = build_schema()._schema
CREATIONS = [name for name, action in all_actions().items() if action.creates and not action.many]
CHANGES = [name for name, action in all_actions().items() if not action.creates]
LONG = "".join(random.Random(7).choices(string.ascii_letters, k=501))  # noqa: S311 - no index compresses it
ENDLESS = "a" * 10_001

TEXTS: list[tuple[str, Row, str]] = [
    ("addCommunityPartner", {"name": " \n\t"}, "name"),
    ("addCommunityPartner", {"name": "a\x00b"}, "name"),
    ("addCommunityPartner", {"name": "half \ud83d"}, "name"),
    ("addCommunityPartner", {"name": LONG}, "name"),
    ("addCommunityPartner", {"name": ENDLESS}, "name"),
    ("addCommunityPartner", {"locality": ENDLESS}, "locality"),
    ("addCommunityPartner", {"idempotencyKey": ""}, "idempotencyKey"),
    ("addCommunityPartner", {"idempotencyKey": "k" * 201}, "idempotencyKey"),
    ("addCommunityPartner", {"idempotencyKey": "half \ud83d"}, "idempotencyKey"),
    ("addCommunityPartner", {"idempotencyKey": "k", "name": "half \ud83d"}, "name"),
    ("addCommunityPartner", {"clientMutationId": "\x00"}, "clientMutationId"),
    ("addCommunityPartner", {"clientMutationId": "half \ud83d"}, "clientMutationId"),
    ("admitChild", {"caseNumber": LONG}, "caseNumber"),
    ("admitChild", {"givenName": ""}, "givenName"),
    ("admitChild", {"familyName": LONG}, "familyName"),
    ("admitChild", {"interests": "a\x00"}, "interests"),
    ("moveToProgramme", {"caseNumber": LONG}, "caseNumber"),
    ("openHome", {"name": LONG}, "name"),
    ("startProgramme", {"name": LONG}, "name"),
    ("updateChild", {"givenName": LONG}, "givenName"),
    ("voidPlacement", {"reason": " "}, "reason"),
    ("voidPlacement", {"reason": ENDLESS}, "reason"),
    ("admitChild", {"exception": {"reason": " ", "authorisedBy": "X"}}, "exception.reason"),
    ("admitChild", {"exception": {"reason": "X", "authorisedBy": "\x00"}}, "exception.authorisedBy"),
]
NUMBERS: list[tuple[str, Row, str]] = [
    ("openHome", {"capacity": 0}, "capacity"),
    ("openHome", {"capacity": -1}, "capacity"),
    ("updateHome", {"capacity": 0}, "capacity"),
    ("startProgramme", {"annualBudget": "1000000000000"}, "annualBudget"),
    ("startProgramme", {"annualBudget": "0.001"}, "annualBudget"),
]
NULLS: list[tuple[str, Row, str]] = [
    ("updateHome", {"capacity": None}, "capacity"),
    ("updateHome", {"name": None}, "name"),
    ("updateChild", {"caseNumber": None}, "caseNumber"),
    ("updateChild", {"sex": None}, "sex"),
    ("correctPlacement", {"startedOn": None}, "startedOn"),
    ("correctPlacement", {"homeId": None}, "homeId"),
    ("correctPlacement", {"startReason": None}, "startReason"),
    ("recordSiblingBond", {"startedOn": None}, "startedOn"),
    ("moveToProgramme", {"movedOn": None}, "movedOn"),
]
IDS: list[tuple[str, Row, str]] = [
    ("placeChild", {"childId": "Child_BE_1"}, "childId"),
    ("placeChild", {"childId": ""}, "childId"),
    ("placeChild", {"childId": unknown("Child").upper()}, "childId"),
    ("placeChild", {"childId": unknown("Home")}, "childId"),
    ("placeChild", {"homeId": unknown("Programme")}, "homeId"),
    ("updateHome", {"id": unknown("Child")}, "id"),
    ("updateHome", {"id": "x"}, "id"),
    ("openHome", {"id": unknown("Child")}, "id"),
    ("openHome", {"id": unknown("Home", "KE")}, "id"),
    ("admitChild", {"id": unknown("Child", "NL")}, "id"),
    ("addCommunityPartner", {"id": unknown("CommunityPartner", "KE")}, "id"),
    ("placeSiblings", {"childIds": []}, "childIds"),
    ("placeSiblings", {"childIds": [unknown("Child") for _ in range(101)]}, "childIds"),
    ("placeSiblings", {"childIds": [unknown("Child"), "x"]}, "childIds.1"),
    ("admitChild", {"siblings": [{"siblingId": "x", "kind": "FULL"}]}, "siblings.0.siblingId"),
]
MISSING: list[tuple[str, Row, str]] = [
    ("updateHome", {"id": unknown("Home")}, "id"),
    ("updateHome", {"id": unknown("Home", "KE")}, "id"),
    ("openHome", {"programmeId": unknown("Programme")}, "programmeId"),
    ("openHome", {"programmeId": unknown("Programme", "KE")}, "programmeId"),
    ("admitChild", {"homeId": unknown("Home")}, "homeId"),
    ("admitChild", {"homeId": unknown("Home", "KE")}, "homeId"),
    ("admitChild", {"siblings": [{"siblingId": unknown("Child"), "kind": "FULL"}]}, "siblings.0.siblingId"),
    ("placeChild", {"childId": unknown("Child", "KE")}, "childId"),
    ("placeSiblings", {"childIds": [unknown("Child", "KE")]}, "childIds.0"),
    ("correctPlacement", {"id": unknown("Placement")}, "id"),
    ("correctPlacement", {"homeId": unknown("Home", "KE")}, "homeId"),
    ("addCommunityLink", {"partnerId": unknown("CommunityPartner", "KE")}, "partnerId"),
    ("moveToProgramme", {"programmeId": unknown("Programme")}, "programmeId"),
    ("recordSiblingBond", {"siblingId": unknown("Child")}, "siblingId"),
]


@pytest.fixture(scope="module")
def made() -> dict[str, Row]:
    """Good inputs, made once: nothing that is refused uses them up."""
    return {}


async def spoilt(name: str, given: Row, writes: Writes, made: dict[str, Row]) -> Row:
    """A good input with something wrong in it."""
    if name not in made:
        made[name] = await OPERATIONS[name](writes)
    return made[name] | given


async def is_refused(name: str, given: Row, wanted: list[tuple[str, str]], writes: Writes) -> Row:
    """The payload's only errors, complete, and no row; every table is as it was."""
    before = await writes.state()
    told = await writes.do(name, **given)
    assert "errors" not in told.body, told.body
    assert told.refused == wanted
    assert told.row is None
    assert await writes.state() == before
    return told.body


@pytest.mark.parametrize(("name", "given", "path"), [*TEXTS, *NUMBERS, *NULLS, *IDS])
async def test_what_cannot_be_meant(name: str, given: Row, path: str, writes: Writes, made: dict[str, Row]) -> None:
    """A value that no column can hold, or an id of something else, is BAD_USER_INPUT at its place in the input."""
    await is_refused(name, await spoilt(name, given, writes, made), [(BAD, f"input.{path}")], writes)


@pytest.mark.parametrize(("name", "given", "path"), MISSING)
async def test_what_is_not_there(name: str, given: Row, path: str, writes: Writes, made: dict[str, Row]) -> None:
    """An id without a row, or of another country, is NOT_FOUND at its place, and alone: what leans on it is no news."""
    await is_refused(name, await spoilt(name, given, writes, made), [("NOT_FOUND", f"input.{path}")], writes)


@pytest.mark.parametrize(
    "given",
    [
        {"capacity": 2**31},
        {"capacity": 1.5},
        {"capacity": "4"},
        {"capacity": True},
        {"capacity": None},
        {"openedOn": "2026-02-30"},
        {"openedOn": "2026-02-03T00:00:00Z"},
        {"name": None},
        {"name": 4},
        {"programmeId": None},
        {"form": "sos_family"},
        {"colour": "red"},
    ],
)
async def test_what_the_schema_refuses(given: Row, writes: Writes, made: dict[str, Row]) -> None:
    """A value of another type refuses the whole request before it runs, and is not repeated in the answer."""
    wanted = await spoilt("openHome", given, writes, made)
    before = await writes.state()
    body = (await writes.do("openHome", **wanted)).body
    assert "data" not in body
    (error,) = body["errors"]
    assert (error["extensions"]["code"], "$input" in error["message"]) == (BAD, True)
    assert await writes.state() == before


@pytest.mark.parametrize("left_out", ["programmeId", "name", "form", "capacity", "openedOn"])
async def test_what_has_to_be_there(left_out: str, writes: Writes, made: dict[str, Row]) -> None:
    """A required field that is missing refuses the whole request."""
    wanted = await spoilt("openHome", {}, writes, made)
    body = (await writes.do("openHome", **{name: value for name, value in wanted.items() if name != left_out})).body
    assert [error["extensions"]["code"] for error in body["errors"]] == [BAD]


async def test_lists_name_each_row_once(writes: Writes) -> None:
    """A row named twice, or more than a hundred, is no list of rows."""
    children, home = await writes.siblings(2), await writes.home()
    ids = [child["id"] for child in children]
    given: Row = {"childIds": [*ids, ids[0]], "homeId": home["id"], "startedOn": "2026-03-01"}
    await is_refused("placeSiblings", given, [(BAD, "input.childIds")], writes)
    twice = [{"siblingId": ids[0], "kind": kind} for kind in ("FULL", "HALF")]
    await is_refused("admitChild", writes.about(home, siblings=twice), [(BAD, "input.siblings")], writes)
    many = [{"siblingId": unknown("Child"), "kind": "FULL"} for _ in range(101)]
    await is_refused("admitChild", writes.about(home, siblings=many), [(BAD, "input.siblings")], writes)


@pytest.mark.parametrize("name", CREATIONS)
async def test_an_id_of_ones_own(name: str, writes: Writes) -> None:
    """A client may make the id of a new row; one that is taken, is CONFLICT, and nothing is told of its row."""
    first = await writes.ok(name, **await OPERATIONS[name](writes))
    own = unknown(first["id"].partition("_")[0])
    row = await writes.ok(name, **await OPERATIONS[name](writes), id=own)
    assert row["id"] == own
    body = await is_refused(name, await OPERATIONS[name](writes) | {"id": own}, [("CONFLICT", "input.id")], writes)
    assert "key" not in body["data"][name]["errors"][0]["message"]


async def test_the_id_of_a_row_that_the_caller_does_not_see(writes: Writes) -> None:
    """Another programme's id is taken as any other is: the answer does not say by whom."""
    stranger = await writes.child(None, "other")
    own = await writes.child()
    about = writes.about(await writes.home())
    answers: list[Any] = []
    for child in (stranger, own):
        told = await writes.do("admitChild", "caseworker", **about, id=child["id"])
        assert told.refused == [("CONFLICT", "input.id")]
        answers.append(told.body)
    assert answers[0] == answers[1]


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("version", [0, 9, 2**31 - 1])
async def test_a_version_that_is_not_the_rows(name: str, version: int, writes: Writes, made: dict[str, Row]) -> None:
    """With another version than the row's a change is CONFLICT, and shows the row as it is."""
    wanted = await spoilt(name, {}, writes, made)
    before = await writes.state()
    told = await writes.do(name, **wanted | {"version": version})
    assert told.refused == [("CONFLICT", "input.version")]
    assert seen(told.row) == seen(wanted)
    assert await writes.state() == before


def input_fields(name: str) -> dict[str, GraphQLInputField]:
    """The fields of a mutation's input."""
    type_ = SCHEMA.type_map[f"{all_actions()[name].type_name}Input"]
    assert isinstance(type_, GraphQLInputObjectType)
    fields: dict[str, GraphQLInputField] = type_.fields
    return fields


REQUIRED = [
    (name, field)
    for name in all_actions()
    for field, each in input_fields(name).items()
    if is_required_input_field(each)
]
DEFAULTS = {"Int": "1", "ID": '"x"', "String": '"x"', "Date": '"2026-01-01"', "[ID!]": '["x"]', "Decimal": '"1"'}


@pytest.mark.parametrize(("name", "field"), REQUIRED)
async def test_a_variable_in_the_input_that_is_null(
    name: str, field: str, writes: Writes, made: dict[str, Row]
) -> None:
    """A default lets a nullable variable stand where a value must be: null refuses the request, and writes nothing."""
    wanted = await spoilt(name, {}, writes, made)
    fields = input_fields(name)
    type_ = str(fields[field].type).rstrip("!")
    named = SCHEMA.type_map.get(type_)
    listed = "[]" if type_.startswith("[") else ""
    default = next(iter(named.values)) if isinstance(named, GraphQLEnumType) else DEFAULTS.get(type_, listed)
    others = [each for each in wanted if each != field]
    definitions = " ".join([f"$x: {type_} = {default}", *(f"${each}: {fields[each].type}" for each in others)])
    given = ", ".join([f"{field}: $x", *(f"{each}: ${each}" for each in others)])
    text = f"mutation ({definitions}) {{ m: {name}(input: {{ {given} }}) {{ errors {{ code }} }} }}"
    before = await writes.state()
    body = await writes.send(text, "office", **{each: wanted[each] for each in others}, x=None)
    assert "data" not in body
    (error,) = body["errors"]
    assert error["extensions"]["code"] == BAD
    assert error["extensions"]["place"] == ["$x"]
    assert error["extensions"]["expected"] == f"{type_}!"
    assert f"`input.{field}`" in error["message"]
    assert error["path"] == ["m"]
    assert await writes.state() == before


async def test_the_first_of_two_mutations_waits_for_the_second(writes: Writes) -> None:
    """What cannot be meant in one mutation, or in its payload, refuses the operation before another has written."""
    home = await writes.home()
    first = 'a: addCommunityPartner(input: { name: "School", kind: SCHOOL }) { errors { code } }'
    page = f'updateHome(input: {{ id: "{home["id"]}", version: {home["version"]}, locality: "Gent" }})'
    before = await writes.state()
    void = 'b: voidPlacement(input: { id: $x, version: 1, reason: "r" }) { errors { code } }'
    inside = ["b", "home", "children"]
    for definition, rest, place, path in (
        ('$x: ID = "y"', void, ["$x"], ["b"]),
        ("$x: String", f"b: {page} {{ home {{ children(after: $x) {{ totalCount }} }} }}", ["$x"], inside),
        ("$x: ChildWhere", f"b: {page} {{ home {{ children(where: $x) {{ totalCount }} }} }}", ["$x", "sex"], inside),
        ("$x: Int", f"b: {page} {{ home {{ children(first: $x) {{ totalCount }} }} }}", ["$x"], inside),
    ):
        given: Json = {"$x: String": "no cursor", "$x: ChildWhere": {"sex": {}}, "$x: Int": 0}.get(definition)
        body = await writes.send(f"mutation ({definition}) {{ {first} {rest} }}", "office", x=given)
        assert "data" not in body
        (error,) = body["errors"]
        assert (error["extensions"]["code"], error["extensions"]["place"], error["path"]) == (BAD, place, path)
        assert await writes.state() == before

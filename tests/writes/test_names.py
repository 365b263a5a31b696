"""A name is one name and a number one number, through the graph: however they are typed, and whoever asks."""

from __future__ import annotations

import pytest

from graph.entities.child_rules import NUMBER_TAKEN
from tests.writes.writes import Writes
from tests.writings import WRITINGS

COMPOSED, APART = "Zoë Lefèvre", "Zoe\u0308 Lefe\u0300vre"


async def found(writes: Writes, where: dict[str, object], as_: str = "office") -> list[str]:
    """The ids of the children that a filter finds."""
    text = "query Q($where: ChildWhere) { children(where: $where, first: 1000) { nodes { id } } }"
    body = await writes.send(text, as_, where=where)
    assert "errors" not in body, body
    return [node["id"] for node in body["data"]["children"]["nodes"]]


async def test_a_number_in_other_writings_is_that_number(writes: Writes) -> None:
    """Eighteen writings of one number: the first is admitted, the others are a conflict that says why."""
    home = await writes.home(capacity=30)
    told = [await writes.do("admitChild", **writes.about(home, caseNumber=number)) for number in WRITINGS]
    assert told[0].row["caseNumber"] == "NB 2"
    assert [each.refused for each in told[1:]] == [[("CONFLICT", "input.caseNumber")]] * (len(WRITINGS) - 1)
    assert {each.errors[0]["message"] for each in told[1:]} == {NUMBER_TAKEN.message}
    for each in told[1:]:
        assert "NB" not in str(each.errors)


async def test_a_change_of_number_meets_it_too(writes: Writes) -> None:
    """`updateChild` and `moveToProgramme` are refused as `admitChild` is; a number of its own may be written anew."""
    home = await writes.home(capacity=30)
    await writes.child(home, caseNumber="UP 7")
    other = await writes.child(home, caseNumber="up 8")
    told = await writes.do("updateChild", id=other["id"], version=1, caseNumber="up\u20117")
    assert told.refused == [("CONFLICT", "input.caseNumber")]
    row = await writes.ok("updateChild", id=other["id"], version=1, caseNumber="UP-8")
    assert row["caseNumber"] == "UP-8"
    there = await writes.child(None, "other", caseNumber="up\u00a07")
    told = await writes.do("moveToProgramme", id=there["id"], version=1, programmeId=writes.programmes["own"])
    assert told.refused == [("CONFLICT", "input.caseNumber")]


async def test_a_number_is_the_programmes_own_in_any_writing(writes: Writes) -> None:
    """Another programme and another country have the number too, and hear nothing of each other."""
    await writes.child(None, caseNumber="OWN 1")
    other = await writes.child(None, "other", caseNumber="own-1")
    kenyan = await writes.child(None, "kenya", caseNumber="own 1")
    assert other["caseNumber"], kenyan["caseNumber"]
    assert await found(writes, {"caseNumber": {"eq": "own\u20111"}}, "kenya") == [kenyan["id"]]
    assert await found(writes, {"caseNumber": {"eq": "OWN 1"}}, "neighbour") == [other["id"]]


@pytest.mark.parametrize("typed", [COMPOSED, APART, f"  {COMPOSED}\u200b", "Zoë\u00a0\u2009Lefèvre"])
async def test_a_name_is_kept_in_one_form_and_found_in_every_one(writes: Writes, typed: str) -> None:
    """What is stored is NFC with single spaces; a filter finds it however the name is written there."""
    child = await writes.child(givenName=typed, familyName=typed)
    assert (child["givenName"], child["familyName"]) == (COMPOSED, COMPOSED)
    for operator, value in (
        ("eq", APART), ("eq", f"{COMPOSED}\ufeff"), ("in", ["x", APART]), ("startsWith", "Zoe\u0308 "),
        ("startsWith", "Zoe\u0308\u00a0Lefe\u0300"), ("contains", "e\u0308\u00a0L"), ("lte", APART), ("gte", APART),
    ):  # fmt: skip
        assert child["id"] in await found(writes, {"givenName": {operator: value}}), (operator, ascii(value))
    for operator, value in (("ne", APART), ("notIn", [APART]), ("startsWith", "Zoe "), ("contains", "de")):
        assert child["id"] not in await found(writes, {"givenName": {operator: value}}), (operator, ascii(value))


async def test_a_number_is_found_in_every_writing(writes: Writes) -> None:
    """`eq`, `in` and their opposites compare numbers as the database does; ranges and parts compare what is kept."""
    child = await writes.child(caseNumber="Lg 44")
    for number in ("lg 44", "LG-44", "lg\u201144", "\u200eLG\u00a044"):
        assert await found(writes, {"caseNumber": {"eq": number}}) == [child["id"]]
        assert await found(writes, {"caseNumber": {"in": ["none", number]}}) == [child["id"]]
        assert child["id"] not in await found(writes, {"caseNumber": {"ne": number}})
        assert child["id"] not in await found(writes, {"caseNumber": {"notIn": [number]}})
    assert await found(writes, {"caseNumber": {"startsWith": "Lg\u00a04"}}) == [child["id"]]
    assert await found(writes, {"caseNumber": {"startsWith": "lg 4"}}) == []
    assert await found(writes, {"caseNumber": {"eq": "lg44"}}) == []
    assert await found(writes, {"caseNumber": {"in": []}}) == []


async def test_prose_keeps_its_lines(writes: Writes) -> None:
    """A story is brought to NFC, and nothing else of it changes."""
    child = await writes.child(interests="Bees,\n\tsoccer  and Zoe\u0308\N{EN DASH}\u200dyes")
    assert child["interests"] == "Bees,\n\tsoccer  and Zoë\N{EN DASH}\u200dyes"


@pytest.mark.parametrize("typed", ["\u200b", " \ufeff \u00a0", "\u3164", "\u2800"])
async def test_a_name_that_nobody_sees_is_empty(writes: Writes, typed: str) -> None:
    """Marks alone are no name, no number and no story."""
    home = await writes.home()
    for name in ("caseNumber", "givenName", "familyName", "interests"):
        told = await writes.do("admitChild", **writes.about(home, **{name: typed}))
        assert told.refused == [("BAD_USER_INPUT", f"input.{name}")]


async def test_copies_carry_the_name_as_it_is_kept(writes: Writes) -> None:
    """A home that gets another name hands the kept one on, and its history tells it."""
    home = await writes.home(name="Maison\u00a0 Soleil\u200b")
    child = await writes.child(home)
    assert (home["name"], (await writes.placement(child))["homeName"]) == ("Maison Soleil", "Maison Soleil")
    row = await writes.ok("updateHome", id=home["id"], version=1, name="Maison E\u0301te\u0301")
    assert (row["name"], (await writes.placement(child))["homeName"]) == ("Maison Été", "Maison Été")


async def test_the_history_and_the_past_tell_nothing_of_what_numbers_are_compared_by(writes: Writes) -> None:
    """The key and the mark are the machinery's: no entry of the history and no row of the past shows them."""
    child = await writes.child(caseNumber="Past 1")
    await writes.ok("updateChild", id=child["id"], version=1, caseNumber="Past 2")
    body = await writes.send(
        "query Q($id: ID!, $now: DateTime!) { child(id: $id) { history { before after } asKnownAt(instant: $now) } }",
        "office", id=child["id"], now="2100-01-01T00:00:00Z",
    )  # fmt: skip
    assert "errors" not in body, body
    told = str(body["data"])
    assert "caseNumber" in told
    assert "Twin" not in told
    assert "Key" not in told

"""The plain verbs over rows that two hold to each other: what is said of one side is so of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.reasons import Reason
from graph.writes.actions import all_actions
from tests.lives import facts
from tests.writes.made_up import FIRST, LAST
from tests.writes.writes import uuid_of

if TYPE_CHECKING:
    from tests.writes.writes import Row, Writes

ROUNDS = 6
SIDES = """
SELECT 'Alliance_BE_' || id AS id, version, 'Child_BE_' || child_id AS child, 'Child_BE_' || ally_id AS ally, ally_name,
  started_on::text, ended_on::text, aim, void_reason
FROM alliance WHERE child_id = $1 OR ally_id = $1 ORDER BY child_id = $1 DESC
"""


async def sides(writes: Writes, child: Row) -> list[Row]:
    """What a child has, and what the other one has of it."""
    return await writes.rows(SIDES, uuid_of(child["id"]))


async def allied(writes: Writes, as_: str = "caseworker", other: str = "own", /, **given: object) -> tuple[Row, Row]:
    """Two children, and the row that the first one holds."""
    one, two = await writes.child(), await writes.child(None, other)
    about = {"childId": one["id"], "allyId": two["id"], "startedOn": FIRST}
    row: Row = await writes.ok("recordAlliance", as_, **about | given)
    return one, row


def of_both(found: list[Row], *names: str) -> list[tuple[object, ...]]:
    """Some columns of both sides."""
    return [tuple(row[name] for name in names) for row in found]


async def test_both_sides_are_recorded(writes: Writes) -> None:
    """Each with the other's name, its own identity, its history, and its place in the feed."""
    child, row = await allied(writes, aim="Chess")
    mine, other = await sides(writes, child)
    assert (mine["id"], mine["child"], mine["ally"]) == (row["id"], other["ally"], other["child"])
    assert {mine["ally_name"], other["ally_name"]} == {
        (await writes.get("child", "givenName", id=each))["givenName"] for each in (mine["child"], mine["ally"])
    }
    assert of_both([mine, other], "started_on", "aim", "version") == 2 * [(FIRST, "Chess", 1)]
    for side in (mine, other):
        entries, kind = await facts.told_of(writes, side)
        assert ({entry["operation"] for entry in entries}, kind) == ({"recordAlliance"}, "CREATED")
    again = {"childId": other["child"], "allyId": mine["child"], "startedOn": LAST}
    assert (await writes.do("recordAlliance", **again)).reasons == {Reason.ONE_AT_A_TIME}


async def test_what_becomes_of_one_side_becomes_of_the_other(writes: Writes) -> None:
    """Set right, ended, taken back: whichever side is named, in one statement, with history and feed for each."""
    child, row = await allied(writes)
    _, other = await sides(writes, child)
    for name, given, of in (
        ("correctAlliance", {"aim": "Music", "startedOn": "2026-05-01", "reason": "Misread."}, row),
        ("endAlliance", {"endedOn": LAST}, other),
        ("voidAlliance", {"reason": "Another child."}, row),
    ):
        (version,) = {side["version"] for side in await sides(writes, child)}
        told = await writes.do(name, "caseworker", id=of["id"], version=version, **given)
        assert not told.errors, told.body
        found = await sides(writes, child)
        (changed,) = set(of_both(found, "version", "aim", "started_on", "ended_on", "void_reason"))
        assert changed[0] == version + 1
        for side in found:
            entries, kind = await facts.told_of(writes, side)
            assert {(entry["operation"], entry["reason"]) for entry in entries} == {(name, given.get("reason"))}
            assert kind == ("VOIDED" if name == "voidAlliance" else "UPDATED")
    assert changed[1:] == ("Music", "2026-05-01", LAST, "Another child.")
    # Both are free for another one.
    await writes.ok("recordAlliance", childId=other["child"], allyId=child["id"], startedOn=FIRST)


async def test_the_other_side_is_of_another_programme(writes: Writes) -> None:
    """Who does not see it changes neither side, and is told to ask the office, which changes both."""
    child, row = await allied(writes, "office", "other")
    for name, given in (
        ("endAlliance", {"endedOn": LAST}),
        ("correctAlliance", {"aim": "Music", "reason": "Misread."}),
        ("voidAlliance", {"reason": "Another child."}),
    ):
        told = await writes.do(name, "caseworker", id=row["id"], version=1, **given)
        assert (told.refused, told.reasons) == ([("FORBIDDEN", "input.id")], {Reason.NOT_FOR_YOUR_ROLE}), name
        assert of_both(await sides(writes, child), "version", "ended_on", "void_reason") == 2 * [(1, None, None)]
    stranger = await writes.do("endAlliance", "neighbour", id=row["id"], version=1, endedOn=LAST)
    assert stranger.refused == [("NOT_FOUND", "input.id")]
    await writes.ok("endAlliance", id=row["id"], version=1, endedOn=LAST)
    assert of_both(await sides(writes, child), "version", "ended_on") == 2 * [(2, LAST)]


async def test_a_life_bounds_both_sides(writes: Writes) -> None:
    """The days lie in the lives of the two, whichever of them is named first."""
    child, dead = await writes.child(), await writes.child()
    await writes.ok("recordDeath", id=dead["id"], version=1, diedOn="2026-07-01")
    for one, other in ((child, dead), (dead, child)):
        about = {"childId": one["id"], "allyId": other["id"], "startedOn": FIRST}
        told = await writes.do("recordAlliance", **about)
        assert told.reasons == {Reason.GOES_ON_AFTER_DEATH}
        told = await writes.do("recordAlliance", **about, endedOn=LAST)
        assert (told.reasons, told.refused) == ({Reason.GOES_ON_AFTER_DEATH}, [("CONFLICT", "input.endedOn")])


async def test_two_end_both_sides_at_once(writes: Writes) -> None:
    """Each names another side: one of them has ended it, and the sides say the same."""
    for _ in range(ROUNDS):
        child, row = await allied(writes)
        _, other = await sides(writes, child)
        told = await writes.together(
            writes.do("endAlliance", as_, id=side["id"], version=1, endedOn=day)
            for as_, side, day in (("caseworker", row, LAST), ("office", other, "2026-09-02"))
        )
        assert sum(not each.errors for each in told) == 1, [each.body for each in told]
        assert len(set(of_both(await sides(writes, child), "version", "ended_on"))) == 1


@pytest.mark.usefixtures("writes")
def test_nobody_sets_right_who_the_other_one_is() -> None:
    """What was recorded of another child is taken back, on both sides."""
    takes = {each.name for each in all_actions()["correctAlliance"].takes}
    assert takes == {"reason", "startedOn", "endedOn", "aim"}

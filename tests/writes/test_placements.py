"""Placements: begun, moved on, ended, set right, and taken back."""

from __future__ import annotations

import pytest

from tests.writes.operations import seen
from tests.writes.writes import Row, Writes, uuid_of

STAYS = """
SELECT started_on::text, ended_on::text, end_reason FROM placement
WHERE child_id = $1 AND voided_at IS NULL ORDER BY started_on
"""


async def stays(writes: Writes, child: Row) -> list[tuple[str, str | None, str | None]]:
    """First day, first day no longer there, and why, of each placement that counts."""
    rows = await writes.rows(STAYS, uuid_of(child["id"]))
    return [(row["started_on"], row["ended_on"], row["end_reason"]) for row in rows]


async def test_a_move_leaves_no_gap(writes: Writes) -> None:
    """The old placement ends on the day on which the new one begins."""
    child, home = await writes.child(), await writes.home()
    row = await writes.ok(
        "placeChild", "caseworker", childId=child["id"], homeId=home["id"], startedOn="2026-03-01",
        startReason="REUNITING_SIBLINGS", endReason="MOVE",
    )  # fmt: skip
    assert (row["startedOn"], row["endedOn"], row["startReason"]) == ("2026-03-01", None, "REUNITING_SIBLINGS")
    assert (row["homeName"], row["home"]["id"]) == (home["name"], home["id"])
    assert await stays(writes, child) == [("2026-01-10", "2026-03-01", "MOVE"), ("2026-03-01", None, None)]
    assert (await writes.again(child))["home"] == {"id": home["id"]}


async def test_a_child_who_had_left_comes_back(writes: Writes) -> None:
    """Between two placements there may be time; the first keeps its end."""
    child, home = await writes.child(), await writes.home()
    await writes.ok("endPlacement", **seen(await writes.placement(child)), endedOn="2026-02-01", endReason="OTHER")
    await writes.ok(
        "placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-04-01", startReason="RETURN_TO_CARE"
    )
    assert await stays(writes, child) == [
        ("2026-01-10", "2026-02-01", "OTHER"),
        ("2026-04-01", None, None),
    ]


async def test_nobody_moves_to_where_they_live(writes: Writes) -> None:
    """A child who lives in the home already is not placed there again."""
    child = await writes.child()
    told = await writes.do("placeChild", childId=child["id"], homeId=child["home"]["id"], startedOn="2026-03-01")
    assert told.refused == [("CONFLICT", "input.homeId")]


async def test_siblings_move_together(writes: Writes) -> None:
    """All move in on one day, each to its own row, in the order of the input; who lives there already stays."""
    children, home = await writes.siblings(3), await writes.home()
    await writes.ok("placeChild", childId=children[1]["id"], homeId=home["id"], startedOn="2026-02-01")
    there = await writes.placement(children[1])
    rows = await writes.ok(
        "placeSiblings", "caseworker", childIds=[child["id"] for child in children], homeId=home["id"],
        startedOn="2026-03-01",
    )  # fmt: skip
    assert [row["child"]["id"] for row in rows] == [child["id"] for child in children]
    assert rows[1] == there
    assert [row["startedOn"] for row in rows] == ["2026-03-01", "2026-02-01", "2026-03-01"]
    assert await stays(writes, children[0]) == [("2026-01-10", "2026-03-01", "MOVE"), ("2026-03-01", None, None)]
    told = await writes.do(
        "placeSiblings", childIds=[child["id"] for child in children], homeId=home["id"], startedOn="2026-04-01"
    )
    assert told.refused == [("CONFLICT", "input.homeId")]


async def test_all_siblings_or_none(writes: Writes) -> None:
    """A home with one place too few takes none of them."""
    children, home = await writes.siblings(3), await writes.home(capacity=2)
    before = await writes.state()
    told = await writes.do(
        "placeSiblings", childIds=[child["id"] for child in children], homeId=home["id"], startedOn="2026-03-01"
    )
    assert told.refused == [("CONFLICT", "input.homeId")]
    assert await writes.state() == before


async def test_two_families_are_no_siblings(writes: Writes) -> None:
    """Bonds have to lead from each child to each; a half brother of a half sister is one of the family."""
    family, others, home = await writes.siblings(2), await writes.siblings(2), await writes.home(capacity=9)
    alone = await writes.child()
    for children in ([*family, *others], [*family, alone], [alone]):
        told = await writes.do(
            "placeSiblings", childIds=[child["id"] for child in children], homeId=home["id"], startedOn="2026-12-01"
        )
        assert told.refused == [("CONFLICT", "input.childIds")]
    await writes.ok("recordSiblingBond", childId=alone["id"], siblingId=family[1]["id"], kind="HALF")
    rows = await writes.ok(
        "placeSiblings", childIds=[each["id"] for each in (*family, alone)], homeId=home["id"], startedOn="2026-12-01"
    )
    assert len(rows) == 3


async def test_a_placement_ends(writes: Writes) -> None:
    """It ends on its first day at the earliest, for a reason; a planned end may come earlier, and not later."""
    placement = await writes.placement(await writes.child())
    told = await writes.do("endPlacement", **seen(placement), endedOn="2026-01-09", endReason="OTHER")
    assert told.refused == [("CONFLICT", "input.endedOn")]
    row = await writes.ok("endPlacement", **seen(placement), endedOn="2027-01-10", endReason="HOME_CLOSED")
    assert (row["endedOn"], row["endReason"], row["version"]) == ("2027-01-10", "HOME_CLOSED", 2)
    told = await writes.do("endPlacement", **seen(row), endedOn="2027-01-11", endReason="OTHER")
    assert told.refused == [("CONFLICT", "input.endedOn")]
    row = await writes.ok("endPlacement", **seen(row), endedOn="2026-11-01", endReason="OTHER")
    told = await writes.do("endPlacement", **seen(row), endedOn="2026-10-01", endReason="OTHER")
    assert told.refused == [("CONFLICT", "input.id")]


async def test_a_placement_is_set_right(writes: Writes) -> None:
    """A correction holds as if it had been recorded so: home, days and reasons; the name of the home goes along."""
    placement, home = await writes.placement(await writes.child()), await writes.home()
    row = await writes.ok(
        "correctPlacement", **seen(placement), reason="Copied wrongly.", homeId=home["id"], startedOn="2026-01-08",
        endedOn="2026-05-01", endReason="OTHER", startReason="EMERGENCY",
    )  # fmt: skip
    assert row == placement | {
        "version": 2, "home": {"id": home["id"]}, "homeName": home["name"], "startedOn": "2026-01-08",
        "endedOn": "2026-05-01", "endReason": "OTHER", "startReason": "EMERGENCY",
    }  # fmt: skip


async def test_an_end_that_was_none(writes: Writes) -> None:
    """Null takes an end back, and its reason with it; the history says why."""
    placement = await writes.placement(await writes.child())
    ended = await writes.ok("endPlacement", **seen(placement), endedOn="2026-05-01", endReason="OTHER")
    row = await writes.ok("correctPlacement", **seen(ended), endedOn=None, reason="She had not left.")
    assert (row["endedOn"], row["endReason"]) == (None, None)
    reasons = await writes.rows(
        "SELECT version, reason FROM history_sensitive WHERE row_id = $1 ORDER BY version", uuid_of(row["id"])
    )
    assert [(each["version"], each["reason"]) for each in reasons] == [(1, None), (2, None), (3, "She had not left.")]


async def test_an_end_needs_its_reason(writes: Writes) -> None:
    """Nobody leaves for no reason."""
    placement = await writes.placement(await writes.child())
    told = await writes.do("correctPlacement", **seen(placement), endedOn="2026-05-01", reason="Forgotten.")
    assert told.refused == [("BAD_USER_INPUT", "input.endReason")]


async def test_a_correction_corrects_something(writes: Writes) -> None:
    """A reason alone changes nothing, and is refused."""
    placement = await writes.placement(await writes.child())
    told = await writes.do("correctPlacement", **seen(placement), reason="Because.")
    assert told.refused == [("BAD_USER_INPUT", "input")]


async def test_the_home_of_another_programme(writes: Writes) -> None:
    """A caseworker sets no placement right in a home that it does not see; it is told whom to ask."""
    home = await writes.home("other")
    placement = await writes.placement(await writes.child(home))
    wanted = {**seen(placement), "startedOn": "2026-01-11", "reason": "A day late."}
    told = await writes.do("correctPlacement", "caseworker", **wanted)
    assert told.refused == [("FORBIDDEN", "input.id")]
    assert (await writes.ok("correctPlacement", **wanted))["startedOn"] == "2026-01-11"


async def test_out_of_the_home_of_another_programme(writes: Writes) -> None:
    """A caseworker takes the own child out of a home that it does not see: that placement ends as any other."""
    home = await writes.home("other")
    child, own = await writes.child(home), await writes.home()
    await writes.ok("placeChild", "caseworker", childId=child["id"], homeId=own["id"], startedOn="2026-05-01")
    assert await stays(writes, child) == [("2026-01-10", "2026-05-01", "MOVE"), ("2026-05-01", None, None)]
    told = await writes.do("placeChild", "caseworker", childId=child["id"], homeId=home["id"], startedOn="2026-06-01")
    assert told.refused == [("NOT_FOUND", "input.homeId")]


async def test_a_mistake_is_taken_back(writes: Writes) -> None:
    """A voided placement stays as a row under its id, and is left out of lists, links, occupancy and counts."""
    home = await writes.home()
    child = await writes.child(home)
    placement = await writes.placement(child)
    row = await writes.ok("voidPlacement", "caseworker", **seen(placement), reason="Another child was meant.")
    assert row == placement | {"version": 2, "voidedAt": row["voidedAt"], "voidReason": "Another child was meant."}
    assert row["voidedAt"] is not None
    assert await writes.again(row) == row
    found = await writes.get("child", "home { id } placements { totalCount nodes { id } }", id=child["id"])
    assert found == {"home": None, "placements": {"totalCount": 0, "nodes": []}}
    shows = "occupancy placements { totalCount } children { totalCount }"
    found = await writes.get("home", shows, id=home["id"])
    assert found == {"occupancy": 0, "placements": {"totalCount": 0}, "children": {"totalCount": 0}}
    query = "query Q($id: ID!) { placements(where: { id: { eq: $id } }) { totalCount } }"
    assert (await writes.send(query, id=row["id"]))["data"] == {"placements": {"totalCount": 0}}


@pytest.mark.parametrize("name", ["voidPlacement", "endPlacement", "correctPlacement"])
async def test_what_was_taken_back_changes_no_more(name: str, writes: Writes) -> None:
    """A voided placement is history: it is neither ended nor corrected, nor voided again."""
    placement = await writes.placement(await writes.child())
    voided = await writes.ok("voidPlacement", **seen(placement), reason="Wrong.")
    given = {
        "voidPlacement": {"reason": "Again."},
        "endPlacement": {"endedOn": "2026-03-01", "endReason": "OTHER"},
        "correctPlacement": {"startedOn": "2026-01-09", "reason": "Earlier."},
    }[name]
    assert (await writes.do(name, **seen(voided), **given)).refused == [("CONFLICT", "input.id")]
    told = await writes.do(name, **seen(placement), **given)
    assert told.refused == [("CONFLICT", "input.version"), ("CONFLICT", "input.id")]
    assert told.row == voided


async def test_a_voided_period_is_free_again(writes: Writes) -> None:
    """The days of a voided placement can be placed anew, also in the same home."""
    home = await writes.home(capacity=1)
    child = await writes.child(home)
    await writes.ok("voidPlacement", **seen(await writes.placement(child)), reason="Wrong day.")
    row = await writes.ok("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-01-09")
    assert (row["startedOn"], row["endedOn"]) == ("2026-01-09", None)

"""Brothers and sisters come apart with reasons, contact and a day to look again, and in no other way by plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.writes.operations import MIRROR, seen
from tests.writes.writes import unknown, uuid_of

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Writes

AHEAD, TODAY, AGAIN = "2027-01-10", "2026-11-22", "2027-06-01"
WHY = {
    "outcome": "The small ones live with their grandmother, the elder near his school.",
    "reasons": "She cannot care for all three.", "decidedBy": "Case conference", "lookAgainOn": AGAIN,
}  # fmt: skip
CONTACT = [{"kind": "VISIT", "dueOn": "2027-01-17"}, {"kind": "CALL", "dueOn": "2027-01-13"}]


async def _three(writes: Writes, home: Row, *programmes: str) -> list[Row]:
    found: list[Row] = []
    for programme in programmes or ("own", "own", "own"):
        bonds = [{"siblingId": each["id"], "kind": "FULL"} for each in found]
        found.append(await writes.child(home, programme, siblings=bonds))
    return found


def _apart(*going: tuple[Row, Row], **given: Json) -> Row:
    children = [{"childId": child["id"], "homeId": home["id"]} for child, home in going]
    return {"children": children, "startedOn": AHEAD, "contact": CONTACT, **WHY} | given


async def _decided(writes: Writes, *children: Row) -> set[tuple[int, int]]:
    """Who has a decision to live apart from whom, by their places; those of one event."""
    ids = [uuid_of(each["id"]) for each in children]
    rows = await writes.rows(
        "SELECT child_id, sibling_id, event_id FROM decision WHERE kind = 'SIBLINGS_APART' AND child_id = ANY($1)", ids
    )
    assert len({row["event_id"] for row in rows}) <= 1
    assert len(rows) == len({(row["child_id"], row["sibling_id"]) for row in rows})
    return {(ids.index(row["child_id"]), ids.index(row["sibling_id"])) for row in rows}


async def test_two_go_together_and_one_stays(writes: Writes) -> None:
    """Each pair has a decision in both files, an exception that lapses, and its contacts in both files."""
    home, other = await writes.home(), await writes.home()
    one, two, three = await _three(writes, home)
    shown = await writes.ok("placeSiblingsApart", "caseworker", **_apart((one, other), (two, other)))
    assert [each["child"]["id"] for each in shown] == [one["id"], two["id"]]
    assert {each["home"]["id"] for each in shown} == {other["id"]}
    assert await _decided(writes, one, two, three) == {(0, 2), (1, 2), (2, 0), (2, 1)}
    ids = [uuid_of(each["id"]) for each in (one, two, three)]
    noted = "SELECT rule, lapses_on::text, authorised_by FROM placement_exception WHERE child_id = ANY($1)"
    row = {"rule": "SIBLINGS_APART", "lapses_on": AGAIN, "authorised_by": "Case conference"}
    assert await writes.rows(noted, ids) == [row, row]
    planned = (
        "SELECT count(*) AS a, count(DISTINCT event_id) AS b, min(mirror) AS c, max(mirror) AS d FROM family_contact"
    )
    (contacts,) = await writes.rows(f"{planned} WHERE child_id = ANY($1)", ids)
    assert list(contacts.values()) == [8, 2, "WRITTEN", "WRITTEN"]
    assert await writes.value(MIRROR) == 0


async def test_three_go_to_three_homes(writes: Writes) -> None:
    """Every two of them; each home is asked for room, and may be left by whoever makes it."""
    home, other, third = await writes.home(capacity=3), await writes.home(capacity=1), await writes.home(capacity=1)
    children = await _three(writes, home)
    going = list(zip(children, (other, third, other), strict=True))
    told = await writes.do("placeSiblingsApart", **_apart(*going))
    assert told.reasons == {"HOME_FULL"}
    assert sorted(told.refused) == [("CONFLICT", "input.children.0.homeId"), ("CONFLICT", "input.children.2.homeId")]
    await writes.ok("placeSiblingsApart", **_apart(*going[:2]))
    assert await _decided(writes, *children) == {(a, b) for a in range(3) for b in range(3) if a != b}
    back = [(children[0], third), (children[1], other)]
    await writes.ok("placeSiblingsApart", **_apart(*back, startedOn="2027-03-01"))


async def test_of_a_brother_elsewhere_the_own_file_says_so(writes: Writes) -> None:
    """He is another programme's: his file is the office's to write, and the contact waits for it."""
    home, other = await writes.home(), await writes.home()
    one, two, three = await _three(writes, home, "own", "own", "other")
    await writes.ok("placeSiblingsApart", "caseworker", **_apart((one, other), (two, other)))
    assert await _decided(writes, one, two, three) == {(0, 2), (1, 2)}
    waits = "SELECT DISTINCT mirror FROM family_contact WHERE child_id = ANY($1)"
    ids = [uuid_of(each["id"]) for each in (one, two)]
    assert await writes.rows(waits, ids) == [{"mirror": "WAITING"}]


async def test_a_mother_goes_without_her_baby(writes: Writes) -> None:
    """It is a separation as any: the decision stands in both files."""
    home, other = await writes.home(), await writes.home()
    mother, baby = await writes.child(home, birthDate="2010-05-01"), await writes.child(home, birthDate="2026-01-02")
    about = {"living": "YES", "whereabouts": "KNOWN", "contact": "ENCOURAGED"}
    await writes.ok("recordRelative", childId=baby["id"], relation="MOTHER", otherChildId=mother["id"], **about)
    await writes.ok("placeSiblingsApart", "caseworker", **_apart((mother, other)))
    assert await _decided(writes, mother, baby) == {(0, 1), (1, 0)}
    rule = "SELECT rule FROM placement_exception WHERE child_id = $1"
    assert await writes.value(rule, uuid_of(mother["id"])) == "PARENT_AND_CHILD_APART"
    met = "SELECT DISTINCT child_id, met_with FROM family_contact WHERE child_id = ANY($1)"
    ids = [uuid_of(each["id"]) for each in (mother, baby)]
    assert await writes.rows(met, ids) == [{"child_id": ids[1], "met_with": "PARENT"}]


async def test_what_is_missing_is_asked_for(writes: Writes) -> None:
    """Reasons, contact, a day that lies ahead; nobody apart; one child twice; who is not there."""
    home, other = await writes.home(), await writes.home()
    one, two, three = await _three(writes, home)
    for given, wanted in (
        ({"reasons": " "}, {("reasons", "EMPTY")}),
        ({"contact": []}, {("contact", "EMPTY")}),
        ({"contact": [{"kind": "VISIT", "dueOn": "1700-01-01"}]}, {("contact.0.dueOn", "DAY_TOO_EARLY")}),
        ({"lookAgainOn": AHEAD}, {("lookAgainOn", "ENDS_BEFORE_START")}),
        ({"decidedOn": "2026-11-23"}, {("decidedOn", "DAY_IN_FUTURE")}),
        ({"children": [{"childId": each["id"], "homeId": other["id"]} for each in (one, two, three)]},
         {("children", "NOBODY_PARTS")}),
        ({"children": [{"childId": one["id"], "homeId": each["id"]} for each in (other, home)]},
         {("children.1.childId", "NAMED_TWICE")}),
        ({"children": [{"childId": unknown("Child"), "homeId": unknown("Home")}]},
         {("children.0.childId", "NO_SUCH_ROW"), ("children.0.homeId", "NO_SUCH_ROW")}),
        ({"children": []}, {("children", "EMPTY")}),
    ):  # fmt: skip
        told = await writes.do("placeSiblingsApart", **_apart((one, other)) | given, dryRun=True)
        found = {(".".join(map(str, each["path"][1:])), each["reason"]) for each in told.errors}
        assert found - {("children", "NOBODY_PARTS")} == wanted - {("children", "NOBODY_PARTS")}, given
        assert found >= wanted
    for name in ("reasons", "contact", "lookAgainOn"):
        body = (
            await writes.do("placeSiblingsApart", **{k: v for k, v in _apart((one, other)).items() if k != name})
        ).body
        assert body["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize("as_", ["neighbour", "kenya"])
async def test_nobody_else_parts_them(writes: Writes, as_: str) -> None:
    """To another programme and another country neither is there."""
    home, other = await writes.home(), await writes.home()
    one, _, _ = await _three(writes, home)
    assert "NO_SUCH_ROW" in (await writes.do("placeSiblingsApart", as_, **_apart((one, other)))).reasons


async def test_they_come_together_again(writes: Writes) -> None:
    """The day to look again is a decision that is owed; they move to one home as any."""
    home, other = await writes.home(), await writes.home()
    one, two, three = await _three(writes, home)
    await writes.ok("placeSiblingsApart", **_apart((one, other), startedOn=TODAY))
    ids = [each["id"] for each in (one, two, three)]
    await writes.ok("placeSiblings", childIds=ids, homeId=home["id"], startedOn=AHEAD)
    assert (await writes.placement(one))["home"]["id"] == home["id"]
    row = await writes.placement(two)
    assert seen(row)["id"] == row["id"]

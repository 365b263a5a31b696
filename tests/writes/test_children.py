"""Children: taken into care in one step, changed, and moved to another programme with all that is on record."""

from __future__ import annotations

import pytest

from tests.writes.writes import TODAY, Writes, uuid_of

COPIES = """
SELECT 'child' AS table, id, programme_id FROM child WHERE id = $1
UNION ALL SELECT 'placement', id, programme_id FROM placement WHERE child_id = $1
UNION ALL SELECT 'sibling_bond', id, programme_id FROM sibling_bond WHERE child_id = $1
UNION ALL SELECT 'community_link', id, programme_id FROM community_link WHERE child_id = $1
UNION ALL SELECT 'placement_exception', e.id, e.programme_id FROM placement_exception e
  JOIN placement p ON (p.country_code, p.id) = (e.country_code, e.placement_id) WHERE p.child_id = $1
"""
"""Every row of a child, and the programme that is responsible for it."""
HISTORIES = """
SELECT type, programme_id FROM history_plain WHERE row_id = ANY ($1)
UNION ALL SELECT type, programme_id FROM history_personal WHERE row_id = ANY ($1)
UNION ALL SELECT type, programme_id FROM history_sensitive WHERE row_id = ANY ($1)
"""


async def test_a_child_comes_into_care_in_one_step(writes: Writes) -> None:
    """The child, its first home and the bonds with two siblings are there together."""
    home = await writes.home()
    one, other = await writes.siblings(2)
    child = await writes.child(
        home,
        familyName="Peeters",
        siblings=[{"siblingId": one["id"], "kind": "FULL"}, {"siblingId": other["id"], "kind": "HALF"}],
    )
    assert child["home"] == {"id": home["id"]}
    assert (child["enrolledOn"], child["birthDatePrecision"], child["version"]) == ("2026-01-10", "DAY", 1)
    placement = await writes.placement(child)
    assert (placement["startedOn"], placement["endedOn"]) == ("2026-01-10", None)
    assert (placement["startReason"], placement["homeName"]) == ("ADMISSION", home["name"])
    shows = "siblings { nodes { id } } siblingBonds { nodes { siblingName kind startedOn } }"
    found = await writes.get("child", shows, id=child["id"])
    assert {row["id"] for row in found["siblings"]["nodes"]} == {one["id"], other["id"]}
    assert {(row["siblingName"], row["kind"]) for row in found["siblingBonds"]["nodes"]} == {
        (one["givenName"], "FULL"),
        (other["givenName"], "HALF"),
    }
    back = await writes.get("child", shows, id=other["id"])
    assert {"siblingName": child["givenName"], "kind": "HALF", "startedOn": "2026-01-10"} in back["siblingBonds"][
        "nodes"
    ]


async def test_nobody_is_half_admitted(writes: Writes) -> None:
    """With one sibling that is not there, nothing of the admission is written."""
    home, sibling = await writes.home(), await writes.child()
    stranger = await writes.child(None, "kenya")
    for missing in (stranger["id"], "Child_BE_01920000-0000-7000-8000-000000000000"):
        bonds = [{"siblingId": each, "kind": "FULL"} for each in (sibling["id"], missing)]
        given = writes.about(home, siblings=bonds)
        before = await writes.state()
        told = await writes.do("admitChild", **given)
        assert told.refused == [("NOT_FOUND", "input.siblings.1.siblingId")]
        assert await writes.state() == before


async def test_a_case_number_is_the_programmes_own(writes: Writes) -> None:
    """Two children of one programme never bear one number; another programme may use it too."""
    home = await writes.home()
    await writes.child(home, caseNumber="2026/1")
    told = await writes.do("admitChild", **writes.about(home, caseNumber="2026/1"))
    assert told.refused == [("CONFLICT", "input.caseNumber")]
    await writes.child(None, "other", caseNumber="2026/1")
    second = await writes.child(home)
    told = await writes.do("updateChild", id=second["id"], version=1, caseNumber="2026/1")
    assert told.refused == [("CONFLICT", "input.caseNumber")]


async def test_the_number_of_a_child_whom_the_caller_does_not_see(writes: Writes) -> None:
    """A number that is taken in the other programme says so without a word of whose it is."""
    child = await writes.child(caseNumber="secret-7")
    await writes.child(None, "other", caseNumber="secret-7")
    told = await writes.do("moveToProgramme", id=child["id"], version=1, programmeId=writes.programmes["other"])
    assert told.refused == [("CONFLICT", "input.caseNumber")]
    assert "secret-7" not in str(told.body)
    row = await writes.ok(
        "moveToProgramme", id=child["id"], version=1, programmeId=writes.programmes["other"], caseNumber="secret-8"
    )
    assert row["caseNumber"] == "secret-8"


async def test_a_childs_record_changes(writes: Writes) -> None:
    """What is named changes, what is not stays, and null empties."""
    child = await writes.child(familyName="Peeters", firstLanguage="nl")
    row = await writes.ok(
        "updateChild", "caseworker", id=child["id"], version=1, familyName=None, interests="Chess", sex="OTHER"
    )
    assert row == child | {"version": 2, "familyName": None, "interests": "Chess", "sex": "OTHER"}


async def test_an_unknown_birth_date(writes: Writes) -> None:
    """A birth date and its precision come and go together."""
    child = await writes.child(birthDate="2015-01-01", birthDatePrecision="YEAR")
    row = await writes.ok("updateChild", id=child["id"], version=1, birthDate="2015-03-01")
    assert row["birthDatePrecision"] == "YEAR"
    row = await writes.ok("updateChild", id=child["id"], version=2, birthDate=None)
    assert (row["birthDate"], row["birthDatePrecision"]) == (None, None)
    told = await writes.do("updateChild", id=child["id"], version=3, birthDatePrecision="DAY")
    assert told.refused == [("BAD_USER_INPUT", "input.birthDatePrecision")]


async def test_a_name_that_others_carry(writes: Writes) -> None:
    """A caseworker changes no given name: bonds in other programmes carry it; the office does, and they follow."""
    one, other = await writes.siblings(2)
    await writes.ok("moveToProgramme", id=other["id"], version=other["version"], programmeId=writes.programmes["other"])
    told = await writes.do("updateChild", "caseworker", id=one["id"], version=1, givenName="Noor")
    assert told.refused == [("FORBIDDEN", "input.givenName")]
    await writes.ok("updateChild", id=one["id"], version=1, givenName="Noor")
    names = await writes.rows("SELECT sibling_name FROM sibling_bond WHERE sibling_id = $1", uuid_of(one["id"]))
    assert names == [{"sibling_name": "Noor"}]
    shows = "siblingBonds { nodes { siblingName } }"
    found = await writes.get("child", shows, "neighbour", id=other["id"])
    assert found == {"siblingBonds": {"nodes": [{"siblingName": "Noor"}]}}


async def test_everything_moves_with_a_child(writes: Writes) -> None:
    """Every copy of the programme goes along: placements, taken back or not, bonds, links, exceptions, histories."""
    one, child = await writes.siblings(2)
    voided = await writes.placement(child)
    await writes.ok("voidPlacement", id=voided["id"], version=1, reason="Wrong house.")
    full = await writes.home(capacity=1)
    await writes.child(full)
    why = {"reason": "No bed elsewhere.", "authorisedBy": "Director"}
    await writes.ok("placeChild", childId=child["id"], homeId=full["id"], startedOn="2026-02-01", exception=why)
    await writes.ok("addCommunityLink", childId=child["id"], kind="SCHOOL", startedOn="2026-02-01")
    before = await writes.rows(COPIES, uuid_of(child["id"]))
    assert [row["table"] for row in before] == [
        "child", "placement", "placement", "sibling_bond", "community_link", "placement_exception",
    ]  # fmt: skip
    row = await writes.ok(
        "moveToProgramme", id=child["id"], version=1, programmeId=writes.programmes["other"], movedOn="2026-11-01"
    )
    assert (row["programme"], row["enrolledOn"]) == ({"id": writes.programmes["other"]}, "2026-11-01")
    after = await writes.rows(COPIES, uuid_of(child["id"]))
    moved = uuid_of(writes.programmes["other"])
    assert {each["programme_id"] for each in after} == {moved}
    assert {each["id"] for each in after} == {each["id"] for each in before}
    histories = await writes.rows(HISTORIES, [each["id"] for each in after])
    assert {each["type"] for each in histories} == {
        "Child", "Placement", "SiblingBond", "CommunityLink", "PlacementException",
    }  # fmt: skip
    assert {each["programme_id"] for each in histories} == {moved}
    backs = await writes.rows("SELECT programme_id FROM sibling_bond WHERE child_id = $1", uuid_of(one["id"]))
    assert backs == [{"programme_id": uuid_of(writes.programmes["own"])}]


async def test_the_old_team_sees_nothing_and_the_new_one_all(writes: Writes) -> None:
    """After the move a child is the new caseworkers' alone."""
    child = await writes.child()
    await writes.ok("moveToProgramme", id=child["id"], version=1, programmeId=writes.programmes["other"])
    shows = "id placements { totalCount }"
    assert await writes.get("child", shows, "caseworker", id=child["id"]) is None
    found = await writes.get("child", shows, "neighbour", id=child["id"])
    assert found == {"id": child["id"], "placements": {"totalCount": 1}}


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"programme": "own"}, "input.programmeId"),
        ({"programme": "other", "movedOn": "2026-01-09"}, "input.movedOn"),
    ],
)
async def test_a_move_that_makes_no_sense(given: dict[str, str], path: str, writes: Writes) -> None:
    """A child moves to another programme than its own, and not before that became responsible."""
    child = await writes.child()
    wanted = {key: value for key, value in given.items() if key != "programme"}
    told = await writes.do(
        "moveToProgramme", id=child["id"], version=1, programmeId=writes.programmes[given["programme"]], **wanted
    )
    assert told.refused == [("CONFLICT", path)]


async def test_an_earlier_placement_is_corrected_after_a_move(writes: Writes) -> None:
    """What was before the new programme began is no longer its own, and still can be set right."""
    child = await writes.child()
    young = await writes.ok("startProgramme", name="New", kind="AFTERCARE", startedOn="2026-10-01")
    await writes.ok("moveToProgramme", id=child["id"], version=1, programmeId=young["id"], movedOn=TODAY)
    placement = await writes.placement(child)
    row = await writes.ok(
        "correctPlacement", id=placement["id"], version=placement["version"], startedOn="2026-01-11", reason="Late."
    )
    assert row["startedOn"] == "2026-01-11"

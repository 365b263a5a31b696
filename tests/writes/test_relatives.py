"""A child's family: one person is one row for each child, and is said alike in all of them that one may write."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from uuid import uuid4

from tests.writes.operations import seen
from tests.writes.writes import uuid_of

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Told, Writes

RULES = {"relation": "MOTHER", "whereabouts": "KNOWN", "contact": "ENCOURAGED", "givenName": "Ama"}
SHOWS = (
    "id version personId relation givenName familyName phone living diedOn whereabouts tracing contact contactReason"
    " child { id } otherChild { id } caregiver { id }"
)


async def _record(writes: Writes, children: list[Row], as_: str = "office", **given: Json) -> Told:
    about: Row = {"childIds": [each["id"] for each in children], **RULES}
    return await writes.do("recordRelative", as_, **about | given)


async def _recorded(writes: Writes, children: list[Row], as_: str = "office", **given: Json) -> list[Row]:
    told = await _record(writes, children, as_, **given)
    assert told.row is not None, told.body
    rows: list[Row] = told.row
    return rows


async def _of(writes: Writes, child: Row, as_: str = "office") -> list[Row]:
    found = await writes.get("child", f"relatives {{ nodes {{ {SHOWS} }} }}", as_, id=child["id"])
    rows: list[Row] = found["relatives"]["nodes"]
    return rows


async def test_nobody_and_no_stranger_reads_or_writes_one(writes: Writes) -> None:
    """Another programme, or country, knows neither the children nor the relative."""
    children = await writes.siblings(2)
    (row, _) = await _recorded(writes, children, "caseworker")
    for as_ in ("neighbour", "kenya"):
        told = await _record(writes, children, as_)
        assert told.refused == [("NOT_FOUND", "input.childIds.0"), ("NOT_FOUND", "input.childIds.1")]
        gone = await writes.do("correctRelative", as_, **seen(row), reason="?", phone="1")
        assert gone.refused == [("NOT_FOUND", "input.id")]
        assert await writes.get("relative", "id", as_, id=row["id"]) is None


async def test_a_mother_of_three_is_recorded_once(writes: Writes) -> None:
    """A row for each child in the order of the children, and one person."""
    children = await writes.siblings(3)
    rows = await _recorded(writes, children, "caseworker", familyName="Lind", phone="+32 1", contactEveryDays=14)
    assert len({row["personId"] for row in rows}) == 1
    mine = [await _of(writes, child) for child in children]
    assert [[each["id"] for each in listed] for listed in mine] == [[row["id"]] for row in rows]
    assert {each["phone"] for listed in mine for each in listed} == {"+32 1"}


async def test_what_is_set_right_of_the_person_is_so_for_all_children(writes: Writes) -> None:
    """The tie stays each child's own; whether they meet is said of the one."""
    children = await writes.siblings(3)
    rows = await _recorded(writes, children, "caseworker", phone="+32 1")
    said = {"phone": "+32 2", "contact": "NOT_NOW", "contactReason": "CHILDS_WISH", "familyName": "Lind"}
    await writes.ok("correctRelative", "caseworker", **seen(rows[1]), reason="She has moved.", **said)
    told = [(await _of(writes, child))[0] for child in children]
    assert [(each["phone"], each["familyName"], each["givenName"]) for each in told] == [("+32 2", "Lind", "Ama")] * 3
    assert [each["contact"] for each in told] == ["ENCOURAGED", "NOT_NOW", "ENCOURAGED"]
    assert [each["version"] for each in told] == [2, 2, 2]
    await writes.ok("correctRelative", **seen(told[0]), reason="He asked.", contactEveryDays=7)
    assert [(await _of(writes, child))[0]["version"] for child in children] == [3, 2, 2]


async def test_who_is_on_record_is_named_for_a_brother_who_comes_later(writes: Writes) -> None:
    """What is not said of the person stands as it was; what is said anew is so in the rows before, too."""
    first, later = await writes.child(), await writes.child()
    caregiver = {"givenName": "Ama", "kind": "FAMILY_CARER", "engagedOn": "2020-01-01"}
    carer = await writes.ok("recordCaregiver", programmeId=writes.programmes["own"], **caregiver)
    (row,) = await _recorded(writes, [first], phone="+32 1", birthDate="1990-01-01", caregiverId=carer["id"])
    tie = {"relation": "STEP_PARENT", "contact": "SUPERVISED", "personId": row["personId"]}
    (second,) = await writes.ok("recordRelative", "caseworker", childIds=[later["id"]], living="YES", **tie)
    assert second["personId"] == row["personId"]
    there, anew = (await _of(writes, first))[0], (await _of(writes, later))[0]
    same = ("givenName", "phone", "living", "whereabouts", "caregiver")
    assert (
        [there[name] for name in same]
        == [anew[name] for name in same]
        == ["Ama", "+32 1", "YES", "KNOWN", {"id": carer["id"]}]
    )
    assert (there["relation"], anew["relation"]) == ("MOTHER", "STEP_PARENT")
    told = await _record(writes, [later], personId=row["personId"])
    assert told.refused == [("CONFLICT", "input.personId")]
    assert told.reasons == {"RELATIVE_KNOWN"}
    stranger = await _record(writes, [await writes.child()], personId=str(uuid4()))
    assert stranger.refused == [("NOT_FOUND", "input.personId")]


async def test_another_programme_s_row_stays_as_it_is_and_the_office_finds_it(writes: Writes) -> None:
    """Whoever does not see it is told nothing; the office sees that they differ, and settles it in one step."""
    mine, theirs = await writes.child(), await writes.child(None, "other")
    one, other = await _recorded(writes, [mine, theirs], phone="+32 1")
    differing = "query { differingRelatives { nodes { personId relative { id } child { id } } } }"

    async def differ(as_: str = "office") -> set[str]:
        body = await writes.send(differing, as_)
        if body["data"] is None or body["data"]["differingRelatives"] is None:
            return {body["errors"][0]["extensions"]["code"]}
        nodes = body["data"]["differingRelatives"]["nodes"]
        return {each["relative"]["id"] for each in nodes if each["personId"] == one["personId"]}

    assert await differ() == set()
    await writes.ok("correctRelative", "caseworker", **seen(one), reason="She has moved.", phone="+32 2")
    assert (await writes.get("relative", "phone version", "neighbour", id=other["id"])) == {
        "phone": "+32 1",
        "version": 1,
    }
    assert await differ() == {one["id"], other["id"]}
    assert await differ("caseworker") == {"FORBIDDEN"}
    assert await differ("kenya") == set()
    row = await writes.get("relative", "id version", id=one["id"])
    await writes.ok("correctRelative", **seen(row), reason="Both have it now.", phone="+32 2")
    assert await differ() == set()
    assert (await writes.get("relative", "phone", "neighbour", id=other["id"]))["phone"] == "+32 2"


async def test_a_shared_person_tells_another_programme_nothing(writes: Writes) -> None:
    """By the person's id a caseworker finds the own children's rows alone, and can join no other one's."""
    mine, theirs = await writes.child(), await writes.child(None, "other")
    one, other = await _recorded(writes, [mine, theirs], phone="+32 1")
    text = "query Q($id: UUID!) { relatives(where: { personId: { eq: $id } }) { nodes { id } totalCount } }"
    for as_, row in (("caseworker", one), ("neighbour", other)):
        body = await writes.send(text, as_, id=one["personId"])
        assert body["data"]["relatives"] == {"nodes": [{"id": row["id"]}], "totalCount": 1}
    (alone,) = await _recorded(writes, [await writes.child(None, "other")], "neighbour")
    told = await _record(writes, [mine], "caseworker", personId=alone["personId"])
    assert told.refused == [("NOT_FOUND", "input.personId")]


async def test_the_mother_who_is_a_child_of_ours_is_hidden_where_she_is_another_programme_s(writes: Writes) -> None:
    """As a sister or brother is; and nobody is their own relative."""
    baby, mother = await writes.child(), await writes.child(None, "other", birthDate="2010-01-01")
    (row,) = await _recorded(writes, [baby], otherChildId=mother["id"])
    assert row["id"]
    for as_, found in (("office", {"id": mother["id"]}), ("caseworker", None)):
        assert (await _of(writes, baby, as_))[0]["otherChild"] == found
    shows = "relativeOf { nodes { child { id } } }"
    assert (await writes.get("child", shows, id=mother["id"])) == {
        "relativeOf": {"nodes": [{"child": {"id": baby["id"]}}]}
    }
    assert (await writes.get("child", shows, "neighbour", id=mother["id"])) == {"relativeOf": {"nodes": []}}
    unseen = await _record(writes, [baby], "caseworker", otherChildId=mother["id"])
    assert unseen.refused == [("NOT_FOUND", "input.otherChildId")]
    told = await _record(writes, [mother, baby], otherChildId=mother["id"])
    assert told.reasons == {"OWN_RELATIVE"}
    corrected = await writes.do("correctRelative", **seen(row), reason="?", otherChildId=baby["id"])
    assert corrected.reasons == {"OWN_RELATIVE"}


async def test_what_cannot_be_meant_of_a_relative_is_told(writes: Writes) -> None:
    """Contact is denied for a reason, and forbidden by a court alone; a day of death is of one who has died."""
    child = await writes.child()
    for wrong, reason in (
        ({"contact": "NOT_NOW"}, "EMPTY"),
        ({"contact": "FORBIDDEN", "contactReason": "CHILDS_WISH"}, "NO_COURT_ORDER"),
        ({"diedOn": "2020-01-01"}, "HALF_GIVEN"),
        ({"diedOn": "2020-01-01", "living": "YES"}, "HALF_GIVEN"),
        ({"diedOn": "2020-01-01", "living": "NO", "birthDate": "2021-01-01"}, "ENDS_BEFORE_START"),
        ({"diedOn": "2030-01-01", "living": "NO"}, "DAY_IN_FUTURE"),
        ({"contactEveryDays": 0}, "WRONG_AMOUNT"),
        ({"latitudeE2": 9001}, "WRONG_AMOUNT"),
    ):  # fmt: skip
        told = await _record(writes, [child], **wrong)
        assert told.reasons == {reason}, wrong
    left_out = {name: value for name, value in RULES.items() if name != "whereabouts"}
    told = await writes.do("recordRelative", childIds=[child["id"]], **left_out)
    assert told.refused == [("BAD_USER_INPUT", "input.whereabouts")]
    twice = await writes.do("recordRelative", childIds=[child["id"]] * 2, **RULES)
    assert twice.reasons == {"NAMED_TWICE"}


async def test_of_two_who_record_one_person_for_one_child_one_does(writes: Writes) -> None:
    """Whoever comes second is told so."""
    first, child = await writes.child(), await writes.child()
    (row,) = await _recorded(writes, [first])
    told = await asyncio.gather(*(_record(writes, [child], personId=row["personId"]) for _ in range(2)))
    assert sorted(str(each.reasons) for each in told) == ["set()", "{'RELATIVE_KNOWN'}"]
    assert len(await _of(writes, child)) == 1


async def test_a_relative_is_found_by_name(writes: Writes) -> None:
    """Also as it is heard; each caller finds the own children's alone."""
    mine, theirs = await writes.child(), await writes.child(None, "other")
    await _recorded(writes, [mine, theirs], givenName="Przemysław", familyName="Zhang")
    text = 'query { relatives(search: "Przemyslaw Zhang") { nodes { child { id } } } }'
    for as_, found in (("office", {mine["id"], theirs["id"]}), ("caseworker", {mine["id"]}), ("kenya", set())):
        body = await writes.send(text, as_)
        assert {each["child"]["id"] for each in body["data"]["relatives"]["nodes"]} == found


async def test_what_was_recorded_by_mistake_is_taken_back_and_recorded_rightly(writes: Writes) -> None:
    """It leaves its place to whoever is recorded rightly."""
    first, child = await writes.child(), await writes.child()
    (row,) = await _recorded(writes, [first])
    (mistaken,) = await _recorded(writes, [child], personId=row["personId"], relation="AUNT_OR_UNCLE")
    await writes.ok("voidRelative", "caseworker", **seen(mistaken), reason="She is his mother.")
    (again,) = await _recorded(writes, [child], "caseworker", personId=row["personId"])
    assert [each["id"] for each in await _of(writes, child)] == [again["id"]]
    assert uuid_of(again["id"]) != uuid_of(mistaken["id"])

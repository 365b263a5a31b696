"""Brothers and sisters stay together, a parent and its child too: no plan parts them, a fact says why it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.writes.operations import seen
from tests.writes.writes import uuid_of

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Told, Writes

AHEAD, TODAY = "2027-01-10", "2026-11-22"
ANSWER = {"reason": "There was no other bed that night.", "authorisedBy": "Head of the office"}
APART = {"SIBLINGS_APART"}


async def _two(writes: Writes, home: Row, *programmes: str) -> list[Row]:
    """Two who live in one home, each of its programme."""
    found: list[Row] = []
    for programme in programmes or ("own", "own"):
        bonds = [{"siblingId": each["id"], "kind": "FULL"} for each in found]
        found.append(await writes.child(home, programme, siblings=bonds))
    return found


async def _place(writes: Writes, child: Row, home: Row, as_: str = "caseworker", /, **given: Json) -> Told:
    said = {"childId": child["id"], "homeId": home["id"], "startedOn": AHEAD} | given
    return await writes.do("placeChild", as_, **said)


async def _noted(writes: Writes, child: Row) -> list[tuple[str, str]]:
    rows = await writes.rows(
        "SELECT rule, dated::text FROM placement_exception WHERE child_id = $1 ORDER BY dated", uuid_of(child["id"])
    )
    return [(row["rule"], row["dated"]) for row in rows]


@pytest.mark.parametrize("programmes", [("own", "own"), ("own", "other")])
async def test_no_plan_parts_those_who_live_together(writes: Writes, programmes: tuple[str, str]) -> None:
    """Also where the brother is another programme's, of whom a caseworker sees the name alone."""
    home, other = await writes.home(), await writes.home()
    child, _ = await _two(writes, home, *programmes)
    for given in ({}, {"exception": ANSWER}):
        told = await _place(writes, child, other, **given)
        assert told.reasons == APART
        assert told.refused == [("CONFLICT", "input.homeId")]
    elsewhere = {"childId": child["id"], "startedOn": AHEAD, "arrangement": "OTHER_RESIDENTIAL"}
    assert (await writes.do("placeChild", "caseworker", **elsewhere)).reasons == APART


async def test_a_fact_says_why_they_are_apart(writes: Writes) -> None:
    """Without an answer it is refused; with one it stays on record, with whoever went."""
    home, other = await writes.home(), await writes.home()
    child, sibling = await _two(writes, home, "own", "other")
    assert (await _place(writes, child, other, startedOn=TODAY)).reasons == APART
    assert not (await _place(writes, child, other, startedOn=TODAY, exception=ANSWER)).errors
    assert await _noted(writes, child) == [("SIBLINGS_APART", TODAY)]
    assert await _noted(writes, sibling) == []
    # Who is apart already may move, and who comes back parts from nobody.
    assert not (await _place(writes, child, await writes.home())).errors
    assert not (await _place(writes, sibling, await writes.home(), "office", startedOn="2027-01-20")).errors


async def test_who_goes_along_is_not_left_behind(writes: Writes) -> None:
    """All of them move by plan; two of three do not."""
    home, other = await writes.home(), await writes.home()
    one, two = await _two(writes, home)
    bonds = [{"siblingId": each["id"], "kind": "FULL"} for each in (one, two)]
    three = await writes.child(home, siblings=bonds)
    given = {"homeId": other["id"], "startedOn": AHEAD}
    told = await writes.do("placeSiblings", "caseworker", childIds=[one["id"], two["id"]], **given)
    assert told.reasons == APART
    await writes.ok("placeSiblings", "caseworker", childIds=[one["id"], two["id"], three["id"]], **given)


async def test_who_comes_by_plan_comes_to_the_others(writes: Writes) -> None:
    """Of a new child, of a registered one, of one that comes back; brought at night, it is where it is."""
    home, other = await writes.home(capacity=9), await writes.home()
    sibling = await writes.child(home)
    bonds = [{"siblingId": sibling["id"], "kind": "FULL"}]
    new = writes.about(other, startedOn=AHEAD, siblings=bonds)
    assert (await writes.do("admitChild", "caseworker", **new)).reasons == APART
    await writes.ok("admitChild", "caseworker", **new | {"homeId": home["id"]})
    for name in ("admitChild", "beginCare"):
        child = await writes.registered()
        await writes.ok("recordSiblingBond", childId=child["id"], siblingId=sibling["id"], kind="HALF")
        care = {"childId": child["id"], "startedOn": AHEAD, "homeId": other["id"]}
        assert (await writes.do(name, "caseworker", **care)).reasons == APART
        assert not (await writes.do(name, "caseworker", **care | {"homeId": home["id"]})).errors
    late = await writes.ok("admitChild", "caseworker", **writes.about(other, startedOn=TODAY, siblings=bonds))
    assert await _noted(writes, late) == []
    said = writes.about(other, startedOn=TODAY, siblings=bonds, exception=ANSWER)
    assert await _noted(writes, await writes.ok("admitChild", **said)) == [("SIBLINGS_APART", TODAY)]


async def test_an_end_leaves_nobody_behind(writes: Writes) -> None:
    """Unless the home closes, which everybody leaves."""
    home = await writes.home()
    child, sibling = await _two(writes, home, "own", "other")
    row = await writes.placement(child)
    ends = seen(row) | {"endedOn": AHEAD, "endReason": "OTHER"}
    told = await writes.do("endPlacement", "caseworker", **ends)
    assert told.refused == [("CONFLICT", "input.endedOn")]
    assert (await writes.do("endPlacement", "caseworker", **ends | {"endedOn": TODAY})).reasons == APART
    assert not (await writes.do("endPlacement", **ends | {"endReason": "HOME_CLOSED", "dryRun": True})).errors
    await writes.ok("endPlacement", "caseworker", **ends | {"endedOn": TODAY}, exception=ANSWER)
    assert await _noted(writes, child) == [("SIBLINGS_APART", "2026-11-21")]
    await writes.ok("endPlacement", **seen(await writes.placement(sibling)), endedOn=TODAY, endReason="OTHER")


async def test_a_correction_parts_nobody_unsaid(writes: Writes) -> None:
    """Of where a child really lived somebody says why it was alone; so of a day on which it left."""
    home, other = await writes.home(), await writes.home()
    child, sibling = await _two(writes, home, "own", "other")
    row = await writes.placement(child)
    set_right = seen(row) | {"reason": "It was written down wrongly."}
    for given in ({"homeId": other["id"]}, {"endedOn": TODAY, "endReason": "OTHER"}, {"endedOn": AHEAD}):
        said = {"endReason": "OTHER"} | given if "endedOn" in given else given
        assert (await writes.do("correctPlacement", "caseworker", **set_right, **said)).reasons == APART
    await writes.ok("correctPlacement", "caseworker", **set_right, homeId=other["id"], exception=ANSWER)
    assert await _noted(writes, child) == [("SIBLINGS_APART", row["startedOn"])]
    row = await writes.placement(sibling)
    await writes.ok("correctPlacement", **seen(row), reason="A word.", startReason="EMERGENCY")


async def test_a_mother_of_sixteen_and_her_baby(writes: Writes) -> None:
    """Whichever of the two files says so; what a caller does not see of it is left out."""
    home, other = await writes.home(), await writes.home()
    mother, baby = await writes.child(home, birthDate="2010-05-01"), await writes.child(home, birthDate="2026-01-02")
    about = {"living": "YES", "whereabouts": "KNOWN", "contact": "ENCOURAGED"}
    known = {**about, "childId": baby["id"], "relation": "MOTHER", "otherChildId": mother["id"]}
    await writes.ok("recordRelative", "caseworker", **known)
    for child in (mother, baby):
        told = await _place(writes, child, other)
        assert told.reasons == {"PARENT_AND_CHILD_APART"}
    assert not (await _place(writes, mother, other, startedOn=TODAY, exception=ANSWER)).errors
    assert await _noted(writes, mother) == [("PARENT_AND_CHILD_APART", TODAY)]


async def test_what_a_caller_does_not_see_refuses_nothing(writes: Writes) -> None:
    """That he is her father stands in another programme's file alone: the office knows it."""
    home, other = await writes.home(), await writes.home()
    father, baby = await writes.child(home, birthDate="2010-05-01"), await writes.child(home, "other")
    about = {"living": "YES", "whereabouts": "KNOWN", "contact": "ENCOURAGED"}
    known = {**about, "childId": baby["id"], "relation": "FATHER", "otherChildId": father["id"]}
    await writes.ok("recordRelative", **known)
    assert (await _place(writes, father, other, "office")).reasons == {"PARENT_AND_CHILD_APART"}
    assert not (await _place(writes, father, other)).errors


async def test_two_who_place_two_brothers_at_once(writes: Writes) -> None:
    """Each goes to where the other lives: one is told that he is with him already."""
    for _ in range(4):
        one, two = await writes.child(), await writes.child(None, "other")
        await writes.ok("recordSiblingBond", childId=one["id"], siblingId=two["id"], kind="FULL")
        where = [(await writes.placement(each))["home"]["id"] for each in (two, one)]
        told = await writes.together(
            writes.do("placeChild", as_, childId=child["id"], homeId=home, startedOn=AHEAD)
            for as_, child, home in (("office", one, where[0]), ("office", two, where[1]))
        )
        assert sorted(bool(each.errors) for each in told) == [False, True]
        assert [each.reasons for each in told if each.errors] == [APART]


async def test_two_who_bring_two_brothers_at_once(writes: Writes) -> None:
    """Neither has lived anywhere: one of them comes first, and the other is not planned elsewhere."""
    for _ in range(4):
        children = [await writes.registered(), await writes.registered("office", "other")]
        one, two = children
        await writes.ok("recordSiblingBond", childId=one["id"], siblingId=two["id"], kind="FULL")
        homes = [await writes.home(), await writes.home("other")]
        told = await writes.together(
            writes.do("beginCare", as_, childId=child["id"], homeId=home["id"], startedOn=AHEAD)
            for as_, child, home in zip(("caseworker", "neighbour"), children, homes, strict=True)
        )
        assert sorted(bool(each.errors) for each in told) == [False, True]
        assert [each.reasons for each in told if each.errors] == [APART]

"""What leads to a relative: nights, guardians, help; a death; and what a child's own record says since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.writes.operations import seen

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Told, Writes

AHEAD, LATELY = "2027-01-10", "2026-11-01"
REASON = {"contact": "NOT_NOW", "contactReason": "CHILDS_WISH"}


async def _relative(writes: Writes, child: Row, as_: str = "office", **given: Json) -> Row:
    about = {"childIds": [child["id"]], "relation": "GRANDMOTHER", "whereabouts": "KNOWN", "contact": "ALLOWED"}
    rows: list[Row] = await writes.ok("recordRelative", as_, **about | given)
    return rows[0]


async def _nights(writes: Writes, child: Row, relative: Row, **given: Json) -> Told:
    placement = await writes.placement(child)
    about = {"childId": child["id"], "placementId": placement["id"], "kind": "TRIAL_AT_HOME", "startedOn": AHEAD}
    return await writes.do("recordTemporaryStay", "caseworker", **about | {"relativeId": relative["id"]} | given)


async def test_nights_with_family_are_a_contact_and_follow_what_the_relative_is(writes: Writes) -> None:
    """As whom the relative counts is worked out; the relative shows the nights."""
    child = await writes.child()
    relative = await _relative(writes, child)
    stay = (await _nights(writes, child, relative)).row
    assert (await writes.again(stay))["metWith"] == "ADULT_FAMILY"
    await writes.ok("correctRelative", "caseworker", **seen(relative), reason="She is her aunt.", relation="MOTHER")
    shows = "stays { nodes { id metWith } }"
    found = await writes.get("relative", shows, "caseworker", id=relative["id"])
    assert found == {"stays": {"nodes": [{"id": stay["id"], "metWith": "PARENT"}]}}


async def test_no_nights_are_planned_with_whom_a_child_may_not_meet(writes: Writes) -> None:
    """Nor with somebody who has died; what came about is recorded; of another child's nobody is named."""
    child, other = await writes.child(), await writes.child()
    denied = await _relative(writes, child, **REASON)
    gone = await _relative(writes, child, living="NO")
    stranger = await _relative(writes, other)
    told = [await _nights(writes, child, each) for each in (denied, gone, stranger)]
    assert [each.refused for each in told] == [[("CONFLICT", "input.relativeId")]] * 3
    assert [each.reasons for each in told] == [{"MAY_NOT_MEET"}, {"HAS_DIED"}, {"OF_ANOTHER_CHILD"}]
    fact = await _nights(writes, child, denied, startedOn=LATELY, endedOn="2026-11-03")
    assert not fact.errors


async def test_a_guardian_is_a_relative_on_record_or_a_name(writes: Writes) -> None:
    """One of the two is said; a relative of another child's file is refused."""
    child, other = await writes.child(), await writes.child()
    aunt, stranger = await _relative(writes, child, relation="AUNT_OR_UNCLE"), await _relative(writes, other)
    about = {"childId": child["id"], "holder": "RELATIVE", "scope": "FULL", "startedOn": LATELY}
    unsaid = await writes.do("recordGuardianship", "caseworker", **about)
    assert unsaid.reasons == {"EMPTY"}
    row = await writes.ok("recordGuardianship", "caseworker", **about, relativeId=aunt["id"])
    found = await writes.get("relative", "guardianships { nodes { id } }", "caseworker", id=aunt["id"])
    assert found == {"guardianships": {"nodes": [{"id": row["id"]}]}}
    told = await writes.do("recordGuardianship", **about, relativeId=stranger["id"])
    assert told.reasons == {"OF_ANOTHER_CHILD"}
    leaned_on = await writes.do("voidRelative", **seen(aunt), reason="Mistaken.")
    assert leaned_on.reasons == {"STANDS_ON_IT"}


async def test_help_may_be_for_one_of_the_family(writes: Writes) -> None:
    """Of the own child's family, and of nobody else's."""
    child, other = await writes.child(), await writes.child()
    mother, stranger = await _relative(writes, child), await _relative(writes, other)
    about = {"childId": child["id"], "forWhom": "FAMILY", "origin": "OWN_REQUEST", "kind": "HOUSING"}
    row = await writes.ok("openSupport", "caseworker", **about, relativeId=mother["id"])
    found = await writes.get("relative", "supportServices { nodes { id } }", "caseworker", id=mother["id"])
    assert found == {"supportServices": {"nodes": [{"id": row["id"]}]}}
    assert (await writes.do("openSupport", **about, relativeId=stranger["id"])).reasons == {"OF_ANOTHER_CHILD"}


async def test_a_death_is_said_in_the_rows_of_whose_relative_the_child_was(writes: Writes) -> None:
    """Set right it follows, taken back it is gone; another programme's row is left to the office, which finds it."""
    mother, baby, theirs = (
        await writes.child(birthDate="2008-01-01"),
        await writes.child(),
        await writes.child(None, "other"),
    )
    row = await _relative(writes, baby, otherChildId=mother["id"], relation="MOTHER", living="YES")
    far = await _relative(writes, theirs, otherChildId=mother["id"], relation="COUSIN", living="YES")
    await writes.ok("recordDeath", "caseworker", **seen(await writes.again(mother)), diedOn=LATELY)

    async def said(each: Row) -> tuple[Json, Json]:
        found = await writes.get("relative", "living diedOn", id=each["id"])
        return found["living"], found["diedOn"]

    assert (await said(row), await said(far)) == (("NO", LATELY), ("YES", None))
    nodes = (await writes.send("query { differingRelatives { nodes { id } } }"))["data"]["differingRelatives"]["nodes"]
    assert far["id"].rpartition("_")[2] in {each["id"].rpartition("_")[2] for each in nodes}
    right = {"diedOn": "2026-11-02", "reason": "It was after midnight."}
    await writes.ok("correctDeath", "caseworker", **seen(await writes.again(mother)), **right)
    assert await said(row) == ("NO", "2026-11-02")
    await writes.ok("voidDeath", "caseworker", **seen(await writes.again(mother)), reason="Somebody else.")
    assert await said(row) == ("YES", None)


async def test_a_child_has_papers_and_whoever_is_there_tonight_knows(writes: Writes) -> None:
    """A list is kept in its order; what is not asked is not known, and tonight's note is short."""
    child = await writes.child(papers=["HEALTH_CARD", "BIRTH_CERTIFICATE"], careTonight="Allergic to nuts.")
    shows = "id version birthRegistered papers careTonight"
    found = await writes.get("child", shows, "caseworker", id=child["id"])
    assert found["birthRegistered"] == "NOT_KNOWN"
    assert (found["papers"], found["careTonight"]) == (["BIRTH_CERTIFICATE", "HEALTH_CARD"], "Allergic to nuts.")
    await writes.ok("updateChild", "caseworker", **seen(found), birthRegistered="YES", papers=None)
    found = await writes.get("child", shows, "caseworker", id=child["id"])
    assert (found["birthRegistered"], found["papers"]) == ("YES", None)
    told = await writes.do("updateChild", **seen(found), careTonight="x" * 501)
    assert told.reasons == {"TOO_LONG"}


async def test_what_two_wish_stands_in_the_bond_of_each(writes: Writes) -> None:
    """It is set right for both."""
    one, other = await writes.child(), await writes.child()
    about = {"childId": one["id"], "siblingId": other["id"], "kind": "FULL"}
    bond = await writes.ok("recordSiblingBond", "caseworker", **about, wish="NOT_ASKED")
    await writes.ok("correctSiblingBond", "caseworker", **seen(bond), wish="TOGETHER", reason="They were asked.")
    for child in (one, other):
        found = await writes.get("child", "siblingBonds { nodes { wish } }", id=child["id"])
        assert found == {"siblingBonds": {"nodes": [{"wish": "TOGETHER"}]}}

"""In touch: with relatives who may be met, with brothers and sisters in both files, on one afternoon all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.writes.operations import seen
from tests.writes.test_races import outcomes

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Told, Writes

AHEAD, LATELY, TODAY = "2026-12-01", "2026-11-15", "2026-11-22"
SHOWN = "id kind eventId dueOn heldOn missedReason wish note metWith mirror owed overdue"
HELD = {"kind": "VISIT", "heldOn": LATELY}


async def _relative(writes: Writes, child: Row, **given: Json) -> Row:
    return (await _relatives(writes, child, **given))[0]


async def _relatives(writes: Writes, *children: Row, **given: Json) -> list[Row]:
    about: Row = {"relation": "MOTHER", "whereabouts": "KNOWN", "contact": "ENCOURAGED"}
    rows: list[Row] = await writes.ok("recordRelative", childIds=[each["id"] for each in children], **about | given)
    return rows


async def _bonds(writes: Writes, child: Row) -> list[str]:
    found = await writes.get("child", "siblingBonds { nodes { id } }", id=child["id"])
    return [each["id"] for each in found["siblingBonds"]["nodes"]]


async def _contacts(writes: Writes, child: Row, as_: str = "office") -> list[Row]:
    shows = f"familyContacts {{ nodes {{ {SHOWN} relative {{ id }} sibling {{ id }} hasSibling }} }}"
    found: list[Row] = (await writes.get("child", shows, as_, id=child["id"]))["familyContacts"]["nodes"]
    return found


async def _plan(writes: Writes, as_: str = "office", **given: Json) -> Told:
    return await writes.do("planContact", as_, **{"kind": "VISIT", "dueOn": AHEAD} | given)


async def _apart(writes: Writes) -> tuple[Row, Row, str]:
    """Two of two programmes, and the bond of the first."""
    one = await writes.child()
    other = await writes.child(None, "other", siblings=[{"siblingId": one["id"], "kind": "FULL"}])
    (bond,) = await _bonds(writes, one)
    return one, other, bond


async def test_nobody_and_no_stranger_plans_or_records_one(writes: Writes) -> None:
    """Another programme, and another country, knows neither the child, its mother nor what was planned."""
    child = await writes.child()
    mother = await _relative(writes, child)
    planned = (await _plan(writes, "caseworker", childId=child["id"], relativeId=mother["id"])).row
    for as_ in ("neighbour", "kenya"):
        assert {"NOT_FOUND"} == {
            code for code, _ in (await _plan(writes, as_, childId=child["id"], relativeId=mother["id"])).refused
        }
        told = await writes.do("recordContact", as_, childIds=[child["id"]], relativeIds=[mother["id"]], **HELD)
        assert {"NOT_FOUND"} == {code for code, _ in told.refused}
        told = await writes.do("contactHeld", as_, **seen(planned), heldOn=LATELY)
        assert [code for code, _ in told.refused] == ["NOT_FOUND"]
        assert await writes.get("familyContact", "id", as_, id=planned["id"]) is None


async def test_a_plan_is_held_or_missed(writes: Writes) -> None:
    """It is owed until then; what was missed is neither done nor late; each can be said once."""
    child = await writes.child()
    mother = await _relative(writes, child)
    rows = [
        (await _plan(writes, "caseworker", childId=child["id"], relativeId=mother["id"], dueOn=each)).row
        for each in ("2026-11-10", "2026-11-12", AHEAD)
    ]
    of = {"where": f'{{ child: {{ id: {{ eq: "{child["id"]}" }} }}, overdue: {{ eq: true }} }}'}
    late = f"query {{ familyContacts(where: {of['where']}) {{ nodes {{ id }} }} }}"
    assert len((await writes.send(late))["data"]["familyContacts"]["nodes"]) == 2
    held = await writes.ok("contactHeld", "caseworker", **seen(rows[0]), heldOn="2026-11-11", wish="WANTED")
    missed = await writes.ok("contactMissed", "caseworker", **seen(rows[1]), missedReason="NO_ESCORT", note="No bus.")
    told = {each["id"]: each for each in await _contacts(writes, child)}
    assert told[held["id"]]["heldOn"] == "2026-11-11"
    assert (told[held["id"]]["wish"], told[held["id"]]["metWith"]) == ("WANTED", "PARENT")
    assert told[missed["id"]]["missedReason"] == "NO_ESCORT"
    assert {key: (row["owed"], row["overdue"]) for key, row in told.items()} == {
        held["id"]: (False, False), missed["id"]: (False, False), rows[2]["id"]: (True, False),
    }  # fmt: skip
    assert (await writes.send(late))["data"]["familyContacts"]["nodes"] == []
    for name, given in (("contactHeld", {}), ("contactMissed", {"missedReason": "OTHER"})):
        assert (await writes.do(name, **seen(await writes.again(held)), **given)).reasons == {"ENDED_ALREADY"}


async def test_one_afternoon_is_a_row_for_each_who_met(writes: Writes) -> None:
    """Three children and their mother, of whom one row is named; a carer of before; and each file says its own."""
    one, other, third = await writes.siblings(3)
    mother, *_ = await _relatives(writes, one, other, third)
    children = [each["id"] for each in (one, other, third)]
    rows = await writes.ok(
        "recordContact", "caseworker", childIds=children, relativeIds=[mother["id"]], note="Cake.", **HELD
    )
    assert len(rows) == 3
    told = [row for each in (one, other, third) for row in await _contacts(writes, each)]
    assert len({row["relative"]["id"] for row in told}) == 3
    assert len({row["eventId"] for row in told}) == 1
    assert {(row["metWith"], row["heldOn"], row["note"]) for row in told} == {("PARENT", LATELY, "Cake.")}


async def test_who_decides_for_the_child_counts_as_its_guardian(writes: Writes) -> None:
    """An aunt who is its guardian on the day; a mother is a parent, whoever decides."""
    child = await writes.child()
    aunt, mother = await _relative(writes, child, relation="AUNT_OR_UNCLE"), await _relative(writes, child)
    for each in (aunt, mother):
        about = {"holder": "RELATIVE", "scope": "FULL", "startedOn": "2026-03-01", "endedOn": "2026-11-16"}
        await writes.ok("recordGuardianship", childId=child["id"], relativeId=each["id"], **about)
    met: Row = {"childIds": [child["id"]], "kind": "CALL"}
    for day in (LATELY, "2026-11-20"):
        await writes.ok("recordContact", **met, relativeIds=[aunt["id"], mother["id"]], heldOn=day)
    told = {(row["heldOn"], row["relative"]["id"]): row["metWith"] for row in await _contacts(writes, child)}
    assert told == {
        (LATELY, aunt["id"]): "GUARDIAN", (LATELY, mother["id"]): "PARENT",
        ("2026-11-20", aunt["id"]): "ADULT_FAMILY", ("2026-11-20", mother["id"]): "PARENT",
    }  # fmt: skip


async def test_who_may_not_be_met_is_not_planned_with_and_a_fact_all_the_same(writes: Writes) -> None:
    """Not now, forbidden, or dead: no plan; what came about is recorded, but with nobody after their death."""
    child = await writes.child()
    for rule, reason in (("NOT_NOW", "CHILDS_WISH"), ("FORBIDDEN", "COURT_ORDER")):
        father = await _relative(writes, child, relation="FATHER", contact=rule, contactReason=reason)
        told = await _plan(writes, childId=child["id"], relativeId=father["id"])
        assert told.refused == [("CONFLICT", "input.dueOn")]
        assert told.reasons == {"MAY_NOT_MEET"}
        await writes.ok("recordContact", childIds=[child["id"]], relativeIds=[father["id"]], **HELD)
    dead = await _relative(writes, child, relation="AUNT_OR_UNCLE", living="NO", diedOn="2026-11-10")
    assert (await _plan(writes, childId=child["id"], relativeId=dead["id"])).reasons == {"HAS_DIED"}
    told = await writes.do("recordContact", childIds=[child["id"]], relativeIds=[dead["id"]], **HELD)
    assert told.reasons == {"HAS_DIED"}
    await writes.ok("recordContact", childIds=[child["id"]], relativeIds=[dead["id"]], kind="CALL", heldOn="2026-11-09")
    allowed = await _relative(writes, child, relation="GRANDMOTHER")
    planned = (await _plan(writes, childId=child["id"], relativeId=allowed["id"])).row
    await writes.ok(
        "correctRelative", **seen(allowed), contact="NOT_NOW", contactReason="OWN_WISH", reason="So she said."
    )
    await writes.ok("contactHeld", **seen(planned), heldOn=LATELY)


async def test_what_cannot_be_meant(writes: Writes) -> None:
    """With nobody, with two, another child's relative or bond, a day to come that was held, and nobody's family."""
    child, other = await writes.child(), await writes.child()
    mother, stranger = await _relative(writes, child), await _relative(writes, other)
    _, apart, bond = await _apart(writes)
    own = {"childId": child["id"]}
    refused: list[tuple[str, Row, str]] = [
        ("planContact", own, "HALF_GIVEN"),
        ("planContact", own | {"relativeId": mother["id"], "siblingBondId": bond}, "HALF_GIVEN"),
        ("planContact", own | {"relativeId": stranger["id"]}, "OF_ANOTHER_CHILD"),
        ("planContact", own | {"siblingBondId": bond}, "OF_ANOTHER_CHILD"),
    ]
    many = {"childIds": [child["id"]]}
    refused += [
        ("recordContact", many, "MEETS_NOBODY"),
        ("recordContact", many | {"relativeIds": [stranger["id"]]}, "OF_ANOTHER_CHILD"),
        ("recordContact", many | {"siblingBondIds": [bond]}, "OF_ANOTHER_CHILD"),
        ("recordContact", many | {"relativeIds": [mother["id"]], "heldOn": AHEAD}, "DAY_IN_FUTURE"),
        ("recordContact", {"childIds": [child["id"], apart["id"]], "relativeIds": [mother["id"]]}, "MEETS_NOBODY"),
    ]
    before = await writes.state()
    for name, given, reason in refused:
        day = {"dueOn": AHEAD} if name == "planContact" else {"heldOn": LATELY}
        told = await writes.do(name, **{"kind": "VISIT"} | day | given)
        assert reason in told.reasons, (name, given, told.errors)
    assert await writes.state() == before


async def test_a_brothers_file_says_the_same(writes: Writes) -> None:
    """Where both are the caller's, each has a row; days and reasons go along, wishes and notes do not."""
    one, other = await writes.siblings(2)
    (bond,) = await _bonds(writes, one)
    planned = (
        await _plan(writes, "caseworker", childId=one["id"], siblingBondId=bond, wish="WANTED", note="By train.")
    ).row
    (mine,), (theirs,) = await _contacts(writes, one), await _contacts(writes, other)
    assert (mine["mirror"], theirs["mirror"], mine["metWith"]) == ("WRITTEN", "WRITTEN", "SIBLING")
    assert (mine["sibling"]["id"], theirs["sibling"]["id"]) == (other["id"], one["id"])
    assert mine["eventId"] == theirs["eventId"]
    assert (mine["wish"], mine["note"], theirs["wish"], theirs["note"]) == ("WANTED", "By train.", "NOT_ASKED", None)
    await writes.ok("contactMissed", "caseworker", **seen(planned), missedReason="CHILD_ILL", note="Fever.")
    (theirs,) = await _contacts(writes, other)
    assert (theirs["missedReason"], theirs["note"]) == ("FAMILY_ILL", None)
    again = await writes.again(planned)
    await writes.ok("correctFamilyContact", **seen(again), missedReason=None, heldOn=LATELY, reason="A day later.")
    (theirs,) = await _contacts(writes, other)
    assert (theirs["missedReason"], theirs["heldOn"], theirs["mirror"]) == (None, LATELY, "WRITTEN")
    back = "contactsAsSibling { nodes { id heldOn } }"
    assert len((await writes.get("child", back, id=one["id"]))["contactsAsSibling"]["nodes"]) == 1
    known = await writes.do("recordContact", childIds=[one["id"]], siblingBondIds=[bond], **HELD)
    assert known.reasons == {"CONTACT_KNOWN"}
    await writes.ok("voidFamilyContact", **seen(await writes.again(again)), reason="Other children.")
    assert await _contacts(writes, one) == await _contacts(writes, other) == []


async def test_a_brother_of_another_programme_waits_for_the_office(writes: Writes) -> None:
    """The caseworker sees the bond and not him: its own row stands, and says that the other file does not yet."""
    one, other, bond = await _apart(writes)
    await writes.ok("recordContact", "caseworker", childIds=[one["id"]], siblingBondIds=[bond], **HELD)
    (mine,) = await _contacts(writes, one, "caseworker")
    assert (mine["mirror"], mine["sibling"], mine["hasSibling"]) == ("WAITING", None, True)
    assert await _contacts(writes, other, "neighbour") == []
    assert (await writes.get("child", "contactsAsSibling { nodes { id } }", "neighbour", id=other["id"])) == {
        "contactsAsSibling": {"nodes": []}
    }
    # His own team has heard of it too, and the office sees both: nobody is told twice.
    (back,) = await _bonds(writes, other)
    await writes.ok("recordContact", "neighbour", childIds=[other["id"]], siblingBondIds=[back], **HELD)
    (theirs,) = await _contacts(writes, other)
    assert theirs["mirror"] == "WAITING"
    await writes.ok(
        "correctFamilyContact", "caseworker", **seen(await writes.again(mine)), kind="CALL", reason="Calls."
    )
    (theirs,) = await _contacts(writes, other)
    assert theirs["kind"] == "VISIT"


async def test_what_the_other_team_learns_is_that_they_met(writes: Writes) -> None:
    """The office records it in both files: kind and days; neither wish, note nor the other row, in no way of asking."""
    one, other, bond = await _apart(writes)
    said = {"wish": "NOT_WANTED", "note": "Zaffre."}
    (mine,) = await writes.ok("recordContact", childIds=[one["id"]], siblingBondIds=[bond], **HELD, **said)
    (theirs,) = await _contacts(writes, other, "neighbour")
    assert (theirs["mirror"], theirs["heldOn"], theirs["sibling"], theirs["wish"]) == (
        "WRITTEN",
        LATELY,
        None,
        "NOT_ASKED",
    )
    asked = "history { before after } contacts: child { contactsAsSibling { nodes { id } totalCount } }"
    told = await writes.get("familyContact", asked, "neighbour", id=theirs["id"])
    assert told["contacts"]["contactsAsSibling"] == {"nodes": [], "totalCount": 0}
    changes = "query { changes(first: 100) { nodes { type id } } familyContacts { totalCount nodes { id note wish } } }"
    seen_by = await writes.send(changes, "neighbour")
    for answer in (told, seen_by):
        assert "Zaffre" not in str(answer)
        assert "NOT_WANTED" not in str(answer)
        assert mine["id"] not in str(answer)
    by_note = "query { familyContacts(where: { wish: { eq: NOT_WANTED } }) { totalCount } }"
    assert (await writes.send(by_note, "neighbour"))["data"]["familyContacts"]["totalCount"] == 0
    for name, given in (("correctFamilyContact", {"kind": "CALL"}), ("voidFamilyContact", {})):
        told_no = await writes.do(name, "neighbour", id=mine["id"], version=1, reason="No.", **given)
        assert [code for code, _ in told_no.refused] == ["NOT_FOUND"]


async def test_two_teams_record_the_same_contact_at_once(writes: Writes) -> None:
    """Caseworker and office: one of them is told that it is known, and each file holds it once."""
    for _ in range(3):
        one, other = await writes.siblings(2)
        (bond,), (back,) = await _bonds(writes, one), await _bonds(writes, other)
        told = await writes.together(
            [
                writes.do("recordContact", childIds=[one["id"]], siblingBondIds=[bond], **HELD),
                writes.do("recordContact", "caseworker", childIds=[other["id"]], siblingBondIds=[back], **HELD),
            ]
        )
        assert outcomes(told)["DONE"] == 1
        assert {reason for each in told for reason in each.reasons} == {"CONTACT_KNOWN"}
        assert [len(await _contacts(writes, each)) for each in (one, other)] == [1, 1]


async def test_what_is_planned_is_not_owed_by_the_dead_or_after_care(writes: Writes) -> None:
    """Neither at the end of care, nor at a death; what was missed before stays as it was."""
    for end in ("endCare", "recordDeath"):
        child = await writes.child()
        mother = await _relative(writes, child)
        planned = (await _plan(writes, childId=child["id"], relativeId=mother["id"])).row
        missed = (await _plan(writes, childId=child["id"], relativeId=mother["id"], dueOn="2026-11-01")).row
        await writes.ok("contactMissed", **seen(missed), missedReason="NO_TRANSPORT")
        if end == "endCare":
            episode = await writes.episode(child)
            await writes.ok("endCare", **seen(episode), endedOn=TODAY, destination="FAMILY", followUpUntil="2027-05-01")
        else:
            await writes.ok("recordDeath", **seen(await writes.again(child)), diedOn=TODAY)
        shows = "owed notOwedReason missedReason"
        why = "CARE_ENDED" if end == "endCare" else "CHILD_DIED"
        assert await writes.get("familyContact", shows, id=planned["id"]) == {
            "owed": False, "notOwedReason": why, "missedReason": None,
        }  # fmt: skip
        assert (await writes.get("familyContact", shows, id=missed["id"]))["notOwedReason"] is None


async def test_a_death_ends_what_brothers_and_sisters_had_planned(writes: Writes) -> None:
    """In both files; and a death that never was gives it back."""
    one, other = await writes.siblings(2)
    (bond,) = await _bonds(writes, one)
    await _plan(writes, childId=one["id"], siblingBondId=bond)
    died = await writes.ok("recordDeath", **seen(await writes.again(one)), diedOn=TODAY)
    (theirs,) = await _contacts(writes, other)
    assert not theirs["owed"]
    await writes.ok("voidDeath", **seen(died), reason="Another child.")
    assert [row["owed"] for each in (one, other) for row in await _contacts(writes, each)] == [True, True]

"""The ways into care: of a child that is new, registered, or comes back; what was asked, and what the law says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.writes.operations import seen
from tests.writes.writes import unknown

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Told, Writes

NIGHT, THURSDAY = "2026-11-20", "2026-11-22"
FILE = """
  reasonForCare enrolledOn
  careEpisodes(first: 5) { nodes { id startedOn endedOn primaryReason reasons emergency destination
    gatekeeping(first: 5) { nodes { id openedOn dueOn completedOn outcome } } placements(first: 5) { nodes { id } } } }
  gatekeepingAssessments(first: 5) { nodes { id dueOn } }
  legalStatuses(first: 5) { nodes { kind domain startedOn endedOn authority reference parentsAgree represented } }
  siblings { nodes { id } }
"""


async def file_of(writes: Writes, child: str, as_: str = "office") -> Json:
    """What a child's file says of its care."""
    return await writes.get("child", FILE, as_, id=child)


async def only(writes: Writes, child: str, name: str, as_: str = "office") -> Json:
    """The one row of a connection of a child's file."""
    (row,) = (await file_of(writes, child, as_))[name]["nodes"]
    return row


async def begin(writes: Writes, child: Row, as_: str = "office", **given: Json) -> Told:
    """Care begins in a home of its own."""
    home = await writes.home()
    return await writes.do(
        "beginCare", as_, **{"childId": child["id"], "homeId": home["id"], "startedOn": NIGHT} | given
    )


async def ask(writes: Writes, child: Row, *, answered: str | None = None, **given: Json) -> Row:
    """Gatekeeping, open or answered."""
    opened = {"childId": child["id"], "openedOn": "2026-11-10"} | given
    row: Row = await writes.ok("openGatekeeping", "caseworker", **opened)
    if answered is not None:
        said = {"completedOn": "2026-11-12", "necessity": "NECESSARY", "outcome": answered}
        row = await writes.ok("completeGatekeeping", "caseworker", **seen(row), **said)
    return row


async def refused(writes: Writes, name: str, /, **given: Json) -> tuple[list[tuple[str, str]], set[str]]:
    """Why a mutation is refused; nothing of it is written."""
    before = await writes.state()
    told = await writes.do(name, **given)
    assert await writes.state() == before
    return told.refused, told.reasons


# A child on record, or a new one


async def test_a_registered_child_is_admitted_and_no_other_team_hears_of_it(writes: Writes) -> None:
    """By the caseworker who asked: her gatekeeping is linked by itself; other teams and countries see nothing."""
    child, home = await writes.registered("caseworker"), await writes.home()
    asked = await ask(writes, child, answered="ADMIT")
    given = {"childId": child["id"], "homeId": home["id"], "startedOn": NIGHT, "primaryReason": "NEGLECT"}
    given |= {"reasons": ["NEGLECT", "POVERTY"]}
    for stranger in ("neighbour", "kenya"):
        told = await writes.do("admitChild", stranger, **given)
        assert told.refused[0] == ("NOT_FOUND", "input.childId")
    admitted = await writes.ok("admitChild", "caseworker", **given)
    assert (admitted["id"], admitted["home"], admitted["reasonForCare"]) == (child["id"], {"id": home["id"]}, "NEGLECT")
    episode = await only(writes, child["id"], "careEpisodes", "caseworker")
    (linked,) = episode["gatekeeping"]["nodes"]
    assert (linked["id"], linked["outcome"], episode["startedOn"]) == (asked["id"], "ADMIT", NIGHT)
    assert [each["id"] for each in (await file_of(writes, child["id"]))["gatekeepingAssessments"]["nodes"]] == [
        asked["id"]
    ]
    for stranger in ("neighbour", "kenya"):
        body = await writes.send("query Q($id: ID!) { child(id: $id) { id } }", stranger, id=child["id"])
        assert body["data"] == {"child": None}


async def test_a_new_child_needs_what_a_new_child_needs(writes: Writes) -> None:
    """Neither and both are refused at the name; what is left out of a new one is told where it belongs."""
    child, home = await writes.registered(), await writes.home()
    of = {"homeId": home["id"], "startedOn": NIGHT}
    assert await refused(writes, "admitChild", **of) == ([("BAD_USER_INPUT", "input.childId")], {"ONE_OF_TWO"})
    both = [("BAD_USER_INPUT", "input.childId")]
    for further in ({"givenName": "Noor"}, {"programmeId": writes.programmes["own"]}, {"id": unknown("Child")}):
        assert await refused(writes, "admitChild", **of, childId=child["id"], **further) == (both, {"ONE_OF_TWO"})
    found, reasons = await refused(writes, "admitChild", **of, givenName="Noor")
    assert found == [("BAD_USER_INPUT", f"input.{name}") for name in ("caseNumber", "sex", "programmeId")]
    assert reasons == {"EMPTY"}
    told = await writes.do("admitChild", **of)
    assert told.errors[0]["hint"].startswith("Give childId; or say who the child is")


async def test_a_repeated_admission_of_a_registered_child_is_one(writes: Writes) -> None:
    """Under a key it gives the first outcome; without one the child is in care already."""
    child, home = await writes.registered(), await writes.home()
    given = {"childId": child["id"], "homeId": home["id"], "startedOn": NIGHT}
    first = await writes.ok("admitChild", **given, idempotencyKey="night-1")
    again = await writes.ok("admitChild", **given, idempotencyKey="night-1")
    assert first["id"] == again["id"] == child["id"]
    _, reasons = await refused(writes, "admitChild", **given)
    assert reasons == {"ONE_AT_A_TIME", "LIVES_ELSEWHERE"}


async def test_two_who_begin_care_of_one_child_at_once(writes: Writes) -> None:
    """One of them does, and the other is told; there is one time in care, one home, one assessment."""
    child = await writes.registered()
    homes = [await writes.home(), await writes.home()]
    each = ({"childId": child["id"], "homeId": home["id"], "startedOn": NIGHT} for home in homes)
    told = await writes.together(writes.do("beginCare", **given) for given in each)
    assert sorted(len(one.errors) for one in told) == [0, 2]
    found = await file_of(writes, child["id"])
    assert [len(found[name]["nodes"]) for name in ("careEpisodes", "gatekeepingAssessments")] == [1, 1]


# What was asked


async def test_nobody_has_asked_and_the_question_is_opened(writes: Writes) -> None:
    """It is due as many hours after the entry as the country lays down; of a care that is planned it is asked today."""
    child = await writes.child(startedOn=NIGHT)
    (asked,) = (await only(writes, child["id"], "careEpisodes"))["gatekeeping"]["nodes"]
    assert (asked["openedOn"], asked["dueOn"], asked["completedOn"]) == (NIGHT, "2026-11-23", None)
    planned = await writes.registered()
    assert not (await begin(writes, planned, startedOn="2027-01-10")).errors
    (asked,) = (await only(writes, planned["id"], "careEpisodes"))["gatekeeping"]["nodes"]
    assert (asked["openedOn"] < "2027-01-10", asked["dueOn"]) == (True, "2027-01-13")


async def test_what_was_answered_otherwise_is_not_of_this_entry(writes: Writes) -> None:
    """The newest that is open, or lets the child come, is linked; one that led to help for the family is not."""
    child = await writes.registered()
    helped = await ask(writes, child, answered="SUPPORT_FAMILY", openedOn="2026-11-11")
    admits = await ask(writes, child, answered="ADMIT")
    assert not (await begin(writes, child)).errors
    (asked,) = (await only(writes, child["id"], "careEpisodes"))["gatekeeping"]["nodes"]
    assert asked["id"] == admits["id"] != helped["id"]
    care = await writes.episode(child)
    await writes.ok("endCare", **care, endedOn=THURSDAY, destination="FAMILY")
    assert not (await begin(writes, child, startedOn=THURSDAY)).errors
    newest = max((await file_of(writes, child["id"]))["careEpisodes"]["nodes"], key=lambda row: row["startedOn"])
    assert [each["completedOn"] for each in newest["gatekeeping"]["nodes"]] == [None]


async def test_poverty_alone_lets_nobody_come(writes: Writes) -> None:
    """An assessment that says so is refused, a plan of care is refused, each with what to do; a fact is recorded."""
    child = await writes.registered()
    opened = await ask(writes, child)
    answer = {"completedOn": "2026-11-12", "necessity": "NECESSARY", "povertyOnly": "YES", "outcome": "ADMIT"}
    assert (await refused(writes, "completeGatekeeping", **seen(opened), **answer))[1] == {"POVERTY_ALONE"}
    said = {"childId": child["id"], "reasons": ["POVERTY", "DISABILITY_OF_CHILD"], "primaryReason": "POVERTY"}
    told = await writes.do("beginCare", **said, startedOn="2027-01-10")
    assert told.refused == [("CONFLICT", "input.reasons")]
    assert "openSupport" in told.errors[0]["hint"]
    planned = {"homeId": (await writes.home())["id"], "startedOn": "2027-01-10"}
    one = await writes.do("admitChild", childId=child["id"], reasonForCare="POVERTY", **planned)
    assert one.reasons == {"POVERTY_ALONE"}
    assert not (await writes.do("beginCare", **said, startedOn=NIGHT)).errors
    assert (await file_of(writes, child["id"]))["reasonForCare"] == "POVERTY"
    other = {"childId": (await writes.registered())["id"], "startedOn": NIGHT}
    assert (await writes.do("beginCare", **other, startReason="EMERGENCY")).reasons == {"HOME_OR_OTHER"}


# What the law says, and who belongs together


async def test_what_the_law_says_begins_with_care(writes: Writes) -> None:
    """It is written with the entry, by its own rules; what is left out of it is not known."""
    child = await writes.registered("caseworker")
    status = {"kind": "AGREEMENT", "authority": "Youth court", "reference": "J/12", "parentsAgree": "YES"}
    wrong = await begin(writes, child, "caseworker", legalStatus=status | {"ends": NIGHT})
    assert wrong.refused == [("CONFLICT", "input.legalStatus.ends")]
    assert not (await begin(writes, child, "caseworker", legalStatus=status | {"ends": "2027-11-20"})).errors
    assert await only(writes, child["id"], "legalStatuses") == {
        "kind": "AGREEMENT", "domain": "CARE", "startedOn": NIGHT, "endedOn": "2027-11-20", "authority": "Youth court",
        "reference": "J/12", "parentsAgree": "YES", "represented": "NOT_KNOWN",
    }  # fmt: skip
    other = await writes.registered()
    await writes.ok("recordLegalStatus", childId=other["id"], kind="CARE_ORDER", startedOn="2026-11-01")
    assert (await begin(writes, other, legalStatus={"kind": "AGREEMENT"})).refused == [
        ("CONFLICT", "input.legalStatus")
    ]


async def test_who_comes_back_is_bound_to_brothers_and_sisters_once(writes: Writes) -> None:
    """Bonds are recorded with the entry, for each of the two; one that is on record, and oneself, are refused."""
    child, sister = await writes.registered(), await writes.child()
    bond = [{"siblingId": sister["id"], "kind": "HALF"}]
    told = await begin(writes, child, siblings=[{"siblingId": child["id"], "kind": "FULL"}])
    assert told.refused == [("BAD_USER_INPUT", "input.siblings.0")]
    assert not (await begin(writes, child, siblings=bond)).errors
    assert (await file_of(writes, sister["id"]))["siblings"]["nodes"] == [{"id": child["id"]}]
    await writes.ok("endCare", **await writes.episode(child), endedOn=THURSDAY, destination="FAMILY")
    assert (await begin(writes, child, startedOn=THURSDAY, siblings=bond)).reasons == {"BOND_KNOWN"}


async def test_care_does_not_begin_twice_nor_end_before_it_begins(writes: Writes) -> None:
    """An overlap, an end before its start and an unknown destination ahead are refused; nothing is half-written."""
    child = await writes.child(startedOn=NIGHT)
    home, care = await writes.home(), await writes.episode(child)
    again: dict[str, Any] = {"childId": child["id"], "homeId": home["id"], "startedOn": THURSDAY}
    assert "ONE_AT_A_TIME" in (await refused(writes, "beginCare", **again))[1]
    end = {**care, "destination": "FAMILY"}
    assert (await refused(writes, "endCare", **end, endedOn="2026-11-19"))[1] == {"ENDS_BEFORE_START"}
    ahead = {**care, "endedOn": "2027-02-01", "destination": "NOT_KNOWN"}
    assert (await refused(writes, "endCare", **ahead))[1] == {"DESTINATION_NOT_KNOWN"}
    assert (await writes.ok("endCare", **ahead | {"endedOn": THURSDAY}))["destination"] == "NOT_KNOWN"


# What a file says, and what is set right


async def test_a_file_says_why_its_child_came_the_last_time(writes: Writes) -> None:
    """It follows corrections, a return and what is taken back; `updateChild` does not take it."""
    child = await writes.child(startedOn="2026-01-10")
    assert child["reasonForCare"] == "NEGLECT"
    care = await writes.episode(child)
    said = {"reasons": ["ABUSE"], "primaryReason": "ABUSE", "reason": "Misread."}
    care = await writes.ok("correctCareEpisode", "caseworker", **care, **said)
    assert (await file_of(writes, child["id"]))["reasonForCare"] == "ABUSE"
    await writes.ok("endCare", **seen(care), endedOn="2026-03-01", destination="FAMILY")
    back = await begin(writes, child, "caseworker", reasons=["OWN_WISH"], primaryReason="OWN_WISH")
    assert (await file_of(writes, child["id"]))["reasonForCare"] == "OWN_WISH"
    stay = await writes.placement(child)
    assert (await refused(writes, "voidCareEpisode", **seen(back.row), reason="Not her."))[1] == {"STANDS_ON_IT"}
    await writes.ok("voidPlacement", **seen(stay), reason="Not her.")
    await writes.ok("voidCareEpisode", **seen(back.row), reason="Not her.")
    found = await file_of(writes, child["id"])
    assert found["reasonForCare"] == "ABUSE"
    assert [len(each["gatekeeping"]["nodes"]) for each in found["careEpisodes"]["nodes"]] == [1]
    assert len(found["gatekeepingAssessments"]["nodes"]) == 1


async def test_care_that_is_set_right_takes_the_last_stay_along(writes: Writes) -> None:
    """Its end and why it ended; an earlier stay must not fall out of it, and days taken anew need room."""
    small = await writes.home(capacity=1)
    child = await writes.child(small, startedOn="2026-01-10")
    second = await writes.home(capacity=1)
    await writes.ok("placeChild", childId=child["id"], homeId=second["id"], startedOn="2026-06-01")
    care = await writes.ok("endCare", **await writes.episode(child), endedOn="2026-10-01", destination="FAMILY")
    right = {"reason": "Copied wrongly."}
    early = await writes.do("correctCareEpisode", **seen(care), **right, endedOn="2026-05-01")
    assert early.reasons == {"OUTSIDE_ITS_DAYS"}
    late = await writes.do("correctCareEpisode", **seen(care), **right, startedOn="2026-02-01")
    assert late.reasons == {"OUTSIDE_ITS_DAYS"}
    care = await writes.ok("correctCareEpisode", **seen(care), **right, endedOn="2026-09-01", destination="KIN")
    stay = await writes.placement(child)
    assert (stay["endedOn"], stay["endReason"]) == ("2026-09-01", "KINSHIP_CARE_OUTSIDE")
    await writes.child(second, startedOn="2026-09-15")
    full = await writes.do("correctCareEpisode", **seen(care), **right, endedOn="2026-10-01")
    assert full.refused == [("CONFLICT", "input.endedOn")]
    care = await writes.ok("correctCareEpisode", **seen(care), **right, endedOn="2026-09-15")
    assert (await writes.placement(child))["endedOn"] == "2026-09-15"
    died = await writes.do("correctCareEpisode", **seen(care), **right, destination="DEATH")
    assert died.refused == [("CONFLICT", "input.destination")]


async def test_a_stay_that_is_set_right_takes_care_along_and_stays_inside_it(writes: Writes) -> None:
    """The first day of the first one and the end of the last one are those of care; others lie inside."""
    child = await writes.child(startedOn="2026-01-10")
    first, home = await writes.placement(child), await writes.home()
    await writes.ok("correctPlacement", **seen(first), startedOn="2026-01-12", reason="Misread.")
    second = await writes.ok("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-06-01")
    await writes.ok("endCare", **await writes.episode(child), endedOn="2026-10-01", destination="ADULT_SERVICES")
    second = await writes.again(second)
    second = await writes.ok("correctPlacement", **seen(second), endedOn="2026-10-05", reason="Misread.")
    episode = await only(writes, child["id"], "careEpisodes")
    assert (episode["startedOn"], episode["endedOn"]) == ("2026-01-12", "2026-10-05")
    assert episode["destination"] == "ADULT_SERVICES"
    first = await writes.again(first)
    outside = await writes.do("correctPlacement", **seen(second), startedOn="2026-01-11", reason="Misread.")
    assert "OUTSIDE_ITS_DAYS" in outside.reasons
    await writes.ok("voidPlacement", **seen(second), reason="Never there.")
    late = await writes.do("correctPlacement", **seen(first), endedOn=None, reason="Still there.")
    assert late.refused == [("CONFLICT", "input.endedOn")]


# The night, and the planned road


async def test_three_brothers_and_sisters_come_at_night(writes: Writes) -> None:
    """Into a shelter that is full: emergency, no reason yet, what protects them at once, and on Thursday the order."""
    shelter = await writes.home(form="EMERGENCY_SHELTER", capacity=1)
    answer = {"reason": "Brought by the police; no other bed.", "authorisedBy": "Head on call"}
    said = {"emergency": "YES", "startReason": "EMERGENCY", "enteredFrom": "NOT_KNOWN", "referredBy": "POLICE"}
    at_once = {"kind": "EMERGENCY_PROTECTION", "authority": "Police", "ends": THURSDAY}
    about: Row = {**said, "startedOn": NIGHT, "legalStatus": at_once}
    here: list[Row] = []
    for number in range(3):
        bonds = [{"siblingId": each["id"], "kind": "FULL"} for each in here]
        given = writes.about(shelter, **about, siblings=bonds)
        del given["reasonForCare"]
        if number:
            assert (await refused(writes, "admitChild", **given))[1] == {"HOME_FULL"}
            given |= {"exception": answer}
        assert (await writes.do("admitChild", "neighbour", **given)).row is None
        here.append(await writes.ok("admitChild", "caseworker", **given))
        assert await writes.get("child", "id", "neighbour", id=here[-1]["id"]) is None
    eldest, _, youngest = here
    found = await file_of(writes, youngest["id"], "caseworker")
    assert {row["id"] for row in found["siblings"]["nodes"]} == {each["id"] for each in here[:2]}
    (episode,) = found["careEpisodes"]["nodes"]
    assert (episode["emergency"], episode["reasons"], found["reasonForCare"]) == ("YES", None, None)
    assert [row["dueOn"] for row in episode["gatekeeping"]["nodes"]] == ["2026-11-23"]
    shows = "exceptions(first: 3) { nodes { rule authorisedBy } }"
    stay = await writes.placement(youngest, "caseworker")
    crowded = (await writes.get("placement", shows, "caseworker", id=stay["id"]))["exceptions"]["nodes"]
    assert {"rule": "CAPACITY", "authorisedBy": "Head on call"} in crowded
    order = {"kind": "CARE_ORDER", "authority": "Youth court", "reference": "J/9", "startedOn": THURSDAY}
    for each in here:
        await writes.ok("recordLegalStatus", "caseworker", childId=each["id"], **order)
        asked = (await only(writes, each["id"], "careEpisodes"))["gatekeeping"]["nodes"][0]
        late = {"completedOn": THURSDAY, "assessor": "JOINT", "necessity": "NECESSARY", "outcome": "ADMIT"}
        await writes.ok("completeGatekeeping", "caseworker", id=asked["id"], version=1, **late)
        care = await writes.episode(each)
        known = {"reasons": ["NEGLECT", "POVERTY"], "primaryReason": "NEGLECT", "reason": "Known now."}
        await writes.ok("correctCareEpisode", "caseworker", **care, **known)
    found = await file_of(writes, eldest["id"], "caseworker")
    assert [(row["kind"], row["startedOn"], row["endedOn"]) for row in found["legalStatuses"]["nodes"]] == [
        ("EMERGENCY_PROTECTION", NIGHT, THURSDAY), ("CARE_ORDER", THURSDAY, None),
    ]  # fmt: skip
    assert found["reasonForCare"] == "NEGLECT"
    for stranger in ("neighbour", "kenya"):
        assert await writes.get("child", "id", stranger, id=eldest["id"]) is None
        assert await writes.get("careEpisode", "id", stranger, id=care["id"]) is None


async def test_from_the_first_question_to_the_end_of_care(writes: Writes) -> None:
    """Each step by the caseworker; care ends with its stay, and what follows the child home alone is owed still."""
    child = await writes.registered("caseworker")
    asked = await ask(writes, child)
    assert not (await file_of(writes, child["id"], "caseworker"))["careEpisodes"]["nodes"]
    answer = {"completedOn": "2026-11-12", "necessity": "NECESSARY", "outcome": "ADMIT"}
    await writes.ok("completeGatekeeping", "caseworker", **seen(asked), **answer)
    home = await writes.home()
    given = {"childId": child["id"], "homeId": home["id"], "startedOn": "2026-11-15"}
    await writes.ok("admitChild", "caseworker", **given)
    counted = await only(writes, child["id"], "careEpisodes")
    assert [row["id"] for row in counted["gatekeeping"]["nodes"]] == [asked["id"]]
    again = await ask(writes, child, openedOn="2026-11-16")
    task = {"childId": child["id"], "title": "Talk with the school.", "dueOn": "2026-12-15"}
    school = await writes.ok("recordTask", "caseworker", **task, kind="PREPARATION")
    visit = await writes.ok("recordTask", "caseworker", **task, kind="FOLLOW_UP")
    end = {"endedOn": THURSDAY, "destination": "FAMILY", "followUpUntil": "2027-05-22"}
    await writes.ok("endCare", "caseworker", **await writes.episode(child), **end)
    owed = [(await writes.get(*what, "caseworker", id=row["id"])) for what, row in (
        (("gatekeepingAssessment", "notOwedFrom notOwedReason"), again),
        (("task", "notOwedFrom notOwedReason"), school),
        (("task", "notOwedFrom notOwedReason"), visit),
    )]  # fmt: skip
    over = {"notOwedFrom": THURSDAY, "notOwedReason": "CARE_ENDED"}
    assert owed == [over, over, {"notOwedFrom": None, "notOwedReason": None}]
    care = {"endedOn": "2026-11-20", "reason": "Misread."}
    await writes.ok("correctCareEpisode", "caseworker", **await writes.episode(child), **care)
    moved = await writes.get("task", "notOwedFrom", "caseworker", id=school["id"])
    assert (moved, (await writes.placement(child))["endedOn"]) == ({"notOwedFrom": "2026-11-20"}, "2026-11-20")
    await writes.ok("recordDeath", **seen(await writes.again(child)), diedOn=THURSDAY)
    last = await writes.get("task", "notOwedReason", id=visit["id"])
    assert last == {"notOwedReason": "CHILD_DIED"}


async def test_of_two_records_the_newest_time_in_care_says_why(writes: Writes) -> None:
    """Whichever record it stands on: the file is one."""
    who: Row = {"birthDate": None, "sex": "UNKNOWN"}
    stays, goes = await writes.child(**who), await writes.child(**who, startedOn="2026-03-01", reasonForCare="ABUSE")
    for child, day in ((stays, "2026-02-01"), (goes, "2026-04-01")):
        await writes.ok("endCare", **await writes.episode(child), endedOn=day, destination="FAMILY")
    await writes.ok("voidChild", **seen(goes), sameAsId=stays["id"], reason="Recorded twice.")
    assert (await file_of(writes, stays["id"]))["reasonForCare"] == "ABUSE"


async def test_brothers_and_sisters_are_told_of_a_death(writes: Writes) -> None:
    """By a task of whoever cares for them, as far as the caller sees them; it goes with a death that never was."""
    child, near, far = await writes.siblings(3)
    await writes.ok("moveToProgramme", **seen(far), programmeId=writes.programmes["other"])
    tasks = "tasks(first: 3) { nodes { kind dueOn title } }"
    child = await writes.ok("recordDeath", "caseworker", **seen(child), diedOn=THURSDAY)
    (told,) = (await writes.get("child", tasks, "caseworker", id=near["id"]))["tasks"]["nodes"]
    assert (told["kind"], told["title"].startswith("Tell the child")) == ("OTHER", True)
    assert (await writes.get("child", tasks, "neighbour", id=far["id"]))["tasks"]["nodes"] == []
    await writes.ok("voidDeath", **seen(child), reason="Another child of that name.")
    assert (await writes.get("child", tasks, "caseworker", id=near["id"]))["tasks"]["nodes"] == []

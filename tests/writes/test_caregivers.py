"""Caregivers: checked and cleared, assigned and named, handed over, gone; and until when a home is licensed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from graph.entities import graph_model
from tests.writes.made_up import row_of
from tests.writes.operations import OPERATIONS, seen
from tests.writes.writes import TODAY, unknown

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Told, Writes

KINDS = ("BACKGROUND_CHECK", "HEALTH_CHECK", "REFERENCE", "APPROVAL")
AHEAD = "2027-03-01"
"""A day that has not come: whatever begins on it is planned."""


async def _caregiver(writes: Writes, **given: Json) -> Row:
    about = {"programmeId": writes.programmes["own"], "givenName": "Ama", "kind": "FAMILY_CARER"}
    row: Row = await writes.ok("recordCaregiver", **about | {"engagedOn": "2020-01-01"} | given)
    return row


async def _checked(writes: Writes, caregiver: Row, kind: str, **given: Json) -> Row:
    about = {"caregiverId": caregiver["id"], "kind": kind, "decidedOn": "2025-01-01", "outcome": "PASSED"}
    row: Row = await writes.ok("recordCaregiverCheck", **about | {"validUntil": "2028-01-01"} | given)
    return row


async def _cleared(writes: Writes, **given: Json) -> Row:
    caregiver = await _caregiver(writes, **given)
    for kind in KINDS:
        await _checked(writes, caregiver, kind)
    return await writes.again(caregiver)


async def _until(writes: Writes, caregiver: Row, as_: str = "office") -> Json:
    return (await writes.get("caregiver", "clearedUntil", as_, id=caregiver["id"]))["clearedUntil"]


async def _assigned(writes: Writes, caregiver: Row, home: Row, **given: Json) -> Told:
    about = {"homeId": home["id"], "caregiverId": caregiver["id"], "role": "PARENT", "startedOn": "2026-06-01"}
    return await writes.do("assignCaregiver", **about | given)


# Checks


async def test_a_caregiver_is_cleared_by_the_newest_check_of_every_kind(writes: Writes) -> None:
    """Until the least of their days; a later failure clears nobody, and taking it back clears again."""
    caregiver = await _caregiver(writes)
    assert await _until(writes, caregiver) is None
    for kind in KINDS[:-1]:
        await _checked(writes, caregiver, kind)
    await _checked(writes, caregiver, "APPROVAL", validUntil="2027-05-01")
    needed = await _until(writes, caregiver)
    assert needed in ("2027-05-01", "2028-01-01")
    failed = await _checked(writes, caregiver, KINDS[0], decidedOn="2026-02-01", outcome="FAILED", validUntil=None)
    assert await _until(writes, caregiver) is None
    await writes.ok("voidCaregiverCheck", **seen(failed), reason="Of somebody else.")
    assert await _until(writes, caregiver, "caseworker") == needed


async def test_what_nobody_knows_how_long_it_holds_clears_nobody(writes: Writes) -> None:
    """Without a day it is unknown; what has no end says so, and a correction is reckoned too."""
    caregiver = await _cleared(writes)
    check = await _checked(writes, caregiver, KINDS[0], decidedOn="2026-03-01", validUntil=None)
    assert await _until(writes, caregiver) is None
    await writes.ok("correctCaregiverCheck", **seen(check), validUntil="9999-12-31", reason="It has no end.")
    assert (await writes.get("caregiverCheck", "validUntil", id=check["id"]))["validUntil"] == "9999-12-31"
    assert await _until(writes, caregiver) == "2028-01-01"
    shows = 'checks(where: { validUntil: { eq: "9999-12-31" } }) { nodes { validUntil } }'
    endless = await writes.get("caregiver", shows, id=caregiver["id"])
    assert endless["checks"]["nodes"] == [{"validUntil": "9999-12-31"}]
    told = await writes.do("correctCaregiverCheck", id=check["id"], version=2, validUntil="9999-12-30", reason="No.")
    assert told.reasons == {"DAY_TOO_FAR"}


async def test_whether_a_carer_has_what_the_country_asks_follows_from_the_level(writes: Writes) -> None:
    """Of a parent nothing is asked, of a manager a degree; what nobody has written down is not known."""
    for kind, level, answer in (
        ("FAMILY_CARER", None, "YES"), ("MANAGER", None, "NOT_KNOWN"), ("MANAGER", "ISCED_5", "NO"),
        ("MANAGER", "ISCED_6", "YES"), ("STAFF", "ISCED_3", "YES"),
    ):  # fmt: skip
        caregiver = await _caregiver(writes, kind=kind, qualification=level)
        assert (await writes.again(caregiver))["minimumQualification"] == answer, (kind, level)
    changed = await writes.ok("correctCaregiver", **seen(caregiver), qualification="ISCED_2", reason="Looked up.")
    assert changed["minimumQualification"] == "NO"
    told = await writes.ok("correctCaregiver", **seen(changed), kind="FAMILY_CARER", reason="A parent.")
    assert told["minimumQualification"] == "YES"


async def test_two_checks_at_once_both_count(writes: Writes) -> None:
    """Whoever records one holds the caregiver: neither misses the other."""
    caregiver = await _caregiver(writes)
    await asyncio.gather(*(_checked(writes, caregiver, kind) for kind in KINDS))
    assert await _until(writes, caregiver) == "2028-01-01"


async def test_checks_are_the_offices_alone(writes: Writes) -> None:
    """A caseworker records none and reads none, nor a phone; the day until which somebody is cleared it reads."""
    caregiver = await _cleared(writes, phone="12 34")
    given = {"caregiverId": caregiver["id"], "kind": KINDS[0], "decidedOn": "2025-01-01"}
    body = await writes.send(
        "mutation M($input: RecordCaregiverCheckInput!) { recordCaregiverCheck(input: $input) { errors { code } } }",
        "caseworker",
        input=given,
    )
    assert [error["extensions"]["code"] for error in body["errors"]] == ["FORBIDDEN"]
    for asked in ("checks { edges { node { kind } } }", "phone", "loginSubject"):
        body = await writes.send(
            f"query Q($id: ID!) {{ caregiver(id: $id) {{ clearedUntil {asked} }} }}", "caseworker", id=caregiver["id"]
        )
        assert [error["extensions"]["code"] for error in body["errors"]] == ["FORBIDDEN"]
    assert await writes.get("caregiver", "id", "neighbour", id=caregiver["id"]) is None
    assert await writes.get("caregiver", "id", "kenya", id=caregiver["id"]) is None


# Assignments


async def test_who_is_not_cleared_is_refused_as_a_plan_and_recorded_as_a_fact(writes: Writes) -> None:
    """For the office, which reads the checks, and for a caseworker, who reads the day."""
    caregiver, home = await _caregiver(writes), await writes.home()
    for as_ in ("office", "caseworker"):
        about = {"homeId": home["id"], "caregiverId": caregiver["id"], "role": "PARENT", "startedOn": AHEAD}
        told = await writes.do("assignCaregiver", as_, **about)
        assert told.reasons == {"CARER_NOT_CLEARED"}
    assert not (await _assigned(writes, caregiver, home)).errors
    cleared = await _cleared(writes)
    assert not (await _assigned(writes, cleared, home, startedOn=AHEAD)).errors
    lapsed = await _assigned(writes, cleared, home, startedOn="2028-01-01")
    assert lapsed.reasons == {"CARER_NOT_CLEARED"}


async def test_a_carer_of_another_programme_is_refused(writes: Writes) -> None:
    """The office is told; a caseworker sees nobody of that id."""
    caregiver, home = await _cleared(writes, programmeId=writes.programmes["other"]), await writes.home()
    assert (await _assigned(writes, caregiver, home)).reasons == {"CARER_OF_ANOTHER_PROGRAMME"}
    about = {"homeId": home["id"], "caregiverId": caregiver["id"], "role": "TEAM", "startedOn": "2026-06-01"}
    assert (await writes.do("assignCaregiver", "caseworker", **about)).reasons == {"NO_SUCH_ROW"}
    moved = await writes.ok("moveCaregiver", **seen(caregiver), programmeId=writes.programmes["own"])
    assert not (await writes.do("assignCaregiver", "caseworker", **about)).errors
    told = await writes.do("moveCaregiver", **seen(moved), programmeId=writes.programmes["own"])
    assert told.reasons == {"RESPONSIBLE_ALREADY"}


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"role": "KEY_CARER"}, "TIED_TO_BOTH"),
        ({"startedOn": "2019-12-31"}, "OUTSIDE_ITS_DAYS"),
        ({"homeId": unknown("Home")}, "NO_SUCH_ROW"),
        ({"caregiverId": unknown("Caregiver")}, "NO_SUCH_ROW"),
    ],
)
async def test_what_no_home_has(writes: Writes, given: Row, reason: str) -> None:
    """A home has no key carer, and nobody works there before they were engaged; nothing is half-written."""
    caregiver, home = await _cleared(writes), await writes.home()
    told = await _assigned(writes, caregiver, home, **given)
    assert told.reasons == {reason}
    shows = "team { edges { node { id } } }"
    assert (await writes.get("home", shows, id=home["id"]))["team"]["edges"] == []


async def test_a_child_has_one_key_carer(writes: Writes) -> None:
    """Naming another ends the one before on the day; of two at once the second one follows the first."""
    child = await writes.child()
    one, other = await _cleared(writes), await _cleared(writes)
    about = {"childId": child["id"]}
    first = await writes.ok("nameKeyCarer", **about, caregiverId=one["id"], startedOn="2026-02-01")
    assert (first["role"], first["caregiverName"]) == ("KEY_CARER", "Ama")
    await writes.ok("nameKeyCarer", "caseworker", **about, caregiverId=other["id"], startedOn="2026-06-01")
    ended = await writes.again(first)
    assert (ended["endedOn"], ended["endReason"]) == ("2026-06-01", "REPLACED")
    named = await asyncio.gather(
        *(writes.do("nameKeyCarer", **about, caregiverId=each["id"], startedOn="2026-07-01") for each in (one, other))
    )
    assert sorted(reason for told in named for reason in told.reasons) == ["ONE_AT_A_TIME"]


async def test_a_mother_hands_over_in_one_step(writes: Writes) -> None:
    """Her row and those of the children whose key carer she is end, and the other's begin on the same day."""
    home, mother, other = await writes.home(), await _cleared(writes), await _cleared(writes)
    child = await writes.child(home)
    assert not (await _assigned(writes, mother, home, startedOn="2026-02-01")).errors
    about = {"homeId": home["id"], "fromId": mother["id"], "toId": other["id"], "startedOn": "2026-09-01"}
    row = await writes.ok("handOverHome", **about)
    assert (row["role"], row["startedOn"]) == ("PARENT", "2026-09-01")
    shows = "caregiverAssignments { edges { node { caregiver { id } startedOn endedOn endReason } } }"
    held = (await writes.get("child", shows, id=child["id"]))["caregiverAssignments"]["edges"]
    assert [(each["node"]["caregiver"]["id"], each["node"]["endedOn"]) for each in held] == [
        (mother["id"], "2026-09-01"),
        (other["id"], None),
    ]
    assert (await writes.do("handOverHome", **about)).reasons == {"CARES_FOR_NONE"}


async def test_who_was_written_down_twice_as_a_parent_hands_over_once(writes: Writes) -> None:
    """Both rows end, and one begins."""
    home, mother, other = await writes.home(), await _cleared(writes), await _cleared(writes)
    for day in ("2026-02-01", "2026-03-01"):
        assert not (await _assigned(writes, mother, home, startedOn=day)).errors
    about = {"homeId": home["id"], "fromId": mother["id"], "toId": other["id"], "startedOn": "2026-09-01"}
    await writes.ok("handOverHome", **about)
    team = (await writes.get("home", "assignments { nodes { caregiver { id } endedOn } }", id=home["id"]))[
        "assignments"
    ]
    held = sorted((each["caregiver"]["id"] == other["id"], each["endedOn"]) for each in team["nodes"])
    assert held == [(False, "2026-09-01"), (False, "2026-09-01"), (True, None)]


async def test_who_takes_a_home_over_is_key_carer_until_the_day_of_whoever_is_named_already(writes: Writes) -> None:
    """The days until then change hands, and nobody is key carer beside another."""
    home = await writes.home()
    mother, other, friend = [await _cleared(writes) for _ in range(3)]
    child = await writes.child(home)
    await _assigned(writes, mother, home, startedOn="2026-02-01")
    await writes.ok("nameKeyCarer", childId=child["id"], caregiverId=friend["id"], startedOn="2026-11-01")
    about = {"homeId": home["id"], "fromId": mother["id"], "toId": other["id"], "startedOn": "2026-09-01"}
    await writes.ok("handOverHome", **about)
    shows = "caregiverAssignments(orderBy: [{ startedOn: ASC }]) { nodes { caregiver { id } endedOn endReason } }"
    held = (await writes.get("child", shows, id=child["id"]))["caregiverAssignments"]["nodes"]
    assert [(each["caregiver"]["id"], each["endedOn"], each["endReason"]) for each in held] == [
        (mother["id"], "2026-09-01", "HANDED_OVER"),
        (other["id"], "2026-11-01", "REPLACED"),
        (friend["id"], None, None),
    ]


async def test_nobody_leaves_whom_somebody_counts_on(writes: Writes) -> None:
    """What the caregiver still cares for is named; once that has ended the caregiver may leave."""
    home, caregiver = await writes.home(), await _cleared(writes)
    assignment = (await _assigned(writes, caregiver, home)).row
    told = await writes.do("endCaregiver", **seen(caregiver), leftOn="2026-10-01")
    assert told.reasons == {"CARES_STILL"}
    assert told.errors[0]["params"]["id"] == assignment["id"]
    await writes.ok("endCaregiverAssignment", **seen(assignment), endedOn="2026-10-01", endReason="RETIRED")
    row = await writes.ok("endCaregiver", **seen(caregiver), leftOn="2026-10-01")
    assert row["leftOn"] == "2026-10-01"


async def test_no_login_is_two_caregivers(writes: Writes) -> None:
    """Unique in the country."""
    login = {"loginIssuer": "https://login.example", "loginSubject": f"s{writes.number()}"}
    await _caregiver(writes, **login)
    about = {"programmeId": writes.programmes["own"], "givenName": "Kofi", "kind": "STAFF", "engagedOn": "2020-01-01"}
    assert (await writes.do("recordCaregiver", **about, **login)).reasons == {"LOGIN_TAKEN"}


# Homes


async def _licensed(writes: Writes, home: Row, **given: Json) -> Row:
    about = {"homeId": home["id"], "kind": "LICENCE", "heldOn": "2024-01-01", "outcome": "PASSED"}
    row: Row = await writes.ok("recordInspection", **about | {"carriedOutBy": "District"} | given)
    return row


async def test_a_home_is_licensed_by_the_newest_row_that_says_so(writes: Writes) -> None:
    """A licence that was withdrawn ends on that day, whatever an older one said; a visit says nothing of it."""
    home = await writes.home()
    await asyncio.gather(
        _licensed(writes, home, validUntil="2027-01-01"),
        _licensed(writes, home, kind="INSPECTION", heldOn="2026-01-01"),
    )
    shows = "licensedUntil inspections { edges { node { kind } } }"
    seen_home = await writes.get("home", shows, "caseworker", id=home["id"])
    assert seen_home["licensedUntil"] == "2027-01-01"
    assert len(seen_home["inspections"]["edges"]) == len(("LICENCE", "INSPECTION"))
    taken = await _licensed(writes, home, heldOn="2026-03-01", outcome="WITHDRAWN")
    assert (await writes.get("home", shows, id=home["id"]))["licensedUntil"] == "2026-03-01"
    await writes.ok("voidInspection", **seen(taken), reason="Of another home.")
    assert (await writes.get("home", shows, id=home["id"]))["licensedUntil"] == "2027-01-01"
    found = await writes.send(
        'query { homes(where: { licensedUntil: { eq: "2027-01-01" } }) { edges { node { id } } } }', "caseworker"
    )
    assert home["id"] in [edge["node"]["id"] for edge in found["data"]["homes"]["edges"]]


async def test_what_no_inspection_is(writes: Writes) -> None:
    """Dated after today, over before it was held, of fewer than no children."""
    home = await writes.home()
    about = {"homeId": home["id"], "kind": "LICENCE", "heldOn": "2024-01-01", "outcome": "PASSED", "carriedOutBy": "D"}
    for given, reason in (
        ({"heldOn": "2026-12-01"}, "DAY_IN_FUTURE"),
        ({"validUntil": "2024-01-01"}, "ENDS_BEFORE_START"),
        ({"childrenHeard": -1}, "WRONG_AMOUNT"),
    ):
        assert (await writes.do("recordInspection", **about | given)).reasons == {reason}


async def test_a_home_moves_and_where_it_was_stays_known(writes: Writes) -> None:
    """The address before ends on the day; lists show where it is."""
    home = await writes.home(locality="Gent", latitudeE2=5105, longitudeE2=372, openedOn="2015-01-01")
    shows = "locality addresses { nodes { id version locality latitudeE2 longitudeE2 startedOn endedOn } }"
    (first,) = (await writes.get("home", shows, id=home["id"]))["addresses"]["nodes"]
    assert (first["locality"], first["latitudeE2"], first["startedOn"]) == ("Gent", 5105, "2015-01-01")
    about = {"homeId": home["id"], "locality": "Brugge", "startedOn": "2026-05-01", "latitudeE2": 5121}
    await writes.ok("moveHome", "caseworker", **about, longitudeE2=322)
    now = await writes.get("home", shows, id=home["id"])
    assert [(each["locality"], each["endedOn"]) for each in now["addresses"]["nodes"]] == [
        ("Gent", "2026-05-01"), ("Brugge", None),
    ]  # fmt: skip
    assert now["locality"] == "Brugge"
    assert (await writes.do("moveHome", **about)).reasons == {"ONE_AT_A_TIME"}
    told = await writes.do("moveHome", **about | {"startedOn": "2026-08-01", "latitudeE2": 9001})
    assert told.reasons == {"WRONG_AMOUNT"}


async def test_a_home_that_moves_asks_to_look_anew_at_each_child(writes: Writes) -> None:
    """Each who lives there on the day has a task, due then; the way to the family is reckoned from the new place."""
    home = await writes.home(locality="Gent", latitudeE2=5105, longitudeE2=372, openedOn="2015-01-01")
    family: Row = {"familyLatitudeE2": 5105, "familyLongitudeE2": 372}
    child, gone = await writes.child(home, **family), await writes.child(home)
    (last,) = (await writes.get("child", "placements { nodes { id version } }", id=gone["id"]))["placements"]["nodes"]
    await writes.ok("endPlacement", **seen(last), endedOn="2026-02-01", endReason="MOVE")
    about = {"homeId": home["id"], "locality": "Brugge", "startedOn": "2026-05-01"}
    moved = await writes.ok("moveHome", "caseworker", **about, latitudeE2=5121, longitudeE2=322)
    shows = "tasks { nodes { kind title dueOn } } placements { nodes { distanceKm } }"
    told = await writes.get("child", shows, id=child["id"])
    (task,) = told["tasks"]["nodes"]
    assert (task["kind"], task["dueOn"]) == ("OTHER", TODAY)
    assert [each["distanceKm"] for each in told["placements"]["nodes"]] == [39]
    assert (await writes.get("child", shows, id=gone["id"]))["tasks"]["nodes"] == []
    await writes.ok("moveHome", **about | {"startedOn": AHEAD}, latitudeE2=5105, longitudeE2=372)
    told = await writes.get("child", shows, id=child["id"])
    assert [each["dueOn"] for each in told["tasks"]["nodes"]] == [TODAY, AHEAD]
    assert [each["distanceKm"] for each in told["placements"]["nodes"]] == [0]
    assert (await writes.again(moved))["endedOn"] == AHEAD


async def test_what_lists_show_of_a_home_is_where_it_is(writes: Writes) -> None:
    """A planned move shows on its day; a correction and a withdrawal show at once; the home's word sets the address."""
    home = await writes.home(locality="Gent", openedOn="2015-01-01")
    about = {"homeId": home["id"], "startedOn": "2026-05-01"}
    planned = await writes.ok("moveHome", **about | {"startedOn": AHEAD}, locality="Namur")
    assert (await writes.again(home))["locality"] == "Gent"
    await writes.ok("voidHomeAddress", **seen(planned), reason="They stay.")
    moved = await writes.ok("moveHome", **about, locality="Burgge")
    await writes.ok("correctHomeAddress", **seen(moved), locality="Brugge", reason="Letters turned.")
    row = await writes.again(home)
    assert row["locality"] == "Brugge"
    await writes.ok("updateHome", "caseworker", **seen(row), locality="Sint-Kruis")
    now = await writes.again(moved)
    assert now["locality"] == "Sint-Kruis"
    told = await writes.do("updateHome", **seen(await writes.again(home)), locality=None)
    assert told.refused == [("BAD_USER_INPUT", "input.locality")]
    await writes.ok("voidHomeAddress", **seen(now), reason="Never moved.")
    assert (await writes.again(home))["locality"] == "Gent"
    about = {"programmeId": writes.programmes["own"], "name": "Nowhere", "form": "KINSHIP_FAMILY", "capacity": 2}
    told = await writes.do("openHome", **about, openedOn="2020-01-01", latitudeE2=5105)
    assert told.refused == [("BAD_USER_INPUT", "input.locality")]


async def test_a_home_goes_to_another_programme_with_what_is_its_own(writes: Writes) -> None:
    """Inspections, addresses and its team go along; a child's programme stays what it is."""
    home, caregiver = await writes.home(), await _cleared(writes)
    child, licence = await writes.child(home), await _licensed(writes, home)
    assert not (await _assigned(writes, caregiver, home)).errors
    shows = "inspections { edges { node { id } } } team { edges { node { caregiverName } } } programme { id }"
    assert await writes.get("home", shows, "neighbour", id=home["id"]) is None
    await writes.ok("moveHomeToProgramme", **seen(await writes.again(home)), programmeId=writes.programmes["other"])
    moved = await writes.get("home", shows, "neighbour", id=home["id"])
    assert [each["node"]["id"] for each in moved["inspections"]["edges"]] == [licence["id"]]
    assert [each["node"]["caregiverName"] for each in moved["team"]["edges"]] == ["Ama"]
    assert (await writes.again(child))["programme"] == {"id": writes.programmes["own"]}


async def test_ages_of_a_home(writes: Writes) -> None:
    """The oldest are no younger than the youngest."""
    given = await OPERATIONS["openHome"](writes)
    told = await writes.do("openHome", **given | {"agesFrom": 6, "agesTo": 5})
    assert told.reasons == {"WRONG_AMOUNT"}
    assert (await row_of(writes, graph_model().by_table["home"]))["id"]


# A home's parent is its children's key carer


async def _held(writes: Writes, child: Row) -> list[tuple[str, str, str | None]]:
    shows = "caregiverAssignments { edges { node { caregiverName startedOn endedOn } } }"
    edges = (await writes.get("child", shows, id=child["id"]))["caregiverAssignments"]["edges"]
    return [tuple(edge["node"].values()) for edge in edges]


async def test_a_homes_parent_is_key_carer_of_its_children(writes: Writes) -> None:
    """Of those who live there as she comes, of those who come to her; who leaves the home leaves her."""
    home, other = await writes.home(), await writes.home()
    mother, next_mother = await _cleared(writes, givenName="Efua"), await _cleared(writes, givenName="Yaa")
    there = await writes.child(home)
    assert not (await _assigned(writes, mother, home, startedOn="2026-02-01")).errors
    assert not (await _assigned(writes, next_mother, other, startedOn="2026-02-01")).errors
    assert await _held(writes, there) == [("Efua", "2026-02-01", None)]
    comes = await writes.child(home, startedOn="2026-03-01")
    assert await _held(writes, comes) == [("Efua", "2026-03-01", None)]
    await writes.ok("placeChild", "caseworker", childId=there["id"], homeId=other["id"], startedOn="2026-09-01")
    assert await _held(writes, there) == [("Efua", "2026-02-01", "2026-09-01"), ("Yaa", "2026-09-01", None)]
    shows = "hasKeyCarer keyCarer { givenName } carerContinuity"
    assert await writes.get("child", shows, "caseworker", id=there["id"]) == {
        "hasKeyCarer": True, "keyCarer": {"givenName": "Yaa"}, "carerContinuity": 67,
    }  # fmt: skip
    since = 'carerContinuity(since: "2026-09-01")'
    assert (await writes.get("child", since, id=there["id"]))["carerContinuity"] == 100


async def test_whoever_is_no_part_of_the_home_stays_with_the_child(writes: Writes) -> None:
    """A key carer from outside goes along where the child moves, and no parent takes her place."""
    home, other = await writes.home(), await writes.home()
    worker, mother = await _cleared(writes, givenName="Adjoa"), await _cleared(writes)
    child = await writes.child(home)
    await writes.ok("nameKeyCarer", childId=child["id"], caregiverId=worker["id"], startedOn="2026-02-01")
    assert not (await _assigned(writes, mother, other, startedOn="2026-02-01")).errors
    await writes.ok("placeChild", childId=child["id"], homeId=other["id"], startedOn="2026-09-01")
    assert await _held(writes, child) == [("Adjoa", "2026-02-01", None)]

"""The rules between rows: what the mutations refuse, an import refuses too, at its place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bulk.files import (
    HOME,
    PROGRAMME,
    YEAR,
    Desk,
    Rows,
    bond,
    child,
    placement,
    places,
    tie,
    write_csv,
)

LEFT = {"endedOn": "2021-01-01", "endReason": "MOVE"}
ENDED = {"name": "Old Village", "kind": "YOUTH_CARE", "startedOn": "2000-01-01", "endedOn": "2010-01-01"}
OTHER_HOME = {**HOME, "name": "House Fig", "capacity": 3}
IN_OTHER = {"homeName": "House Fig"}
AN_ID = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
CARE = f"CareEpisode_BE_{AN_ID}"


def care(number: str, **values: object) -> dict[str, object]:
    """That a child is in care."""
    return {"childProgramme": "Village Liège", "childCaseNumber": number, "startedOn": "2020-01-01", **values}


REFUSED: dict[str, tuple[dict[str, Rows], list[tuple[str, int, str]], str]] = {
    "an unknown programme": ({"homes": [{**HOME, "programme": "X"}]}, [("homes.csv", 2, "programme")], "no such"),
    "an unknown home": ({"placements": [placement("1", homeName="X")]}, [("placements.csv", 2, "homeName")], "no such"),
    "an unknown child": ({"communityLinks": [tie("9")]}, [("communityLinks.csv", 2, "childCaseNumber")], "no such"),
    "an unknown partner": (
        {"communityLinks": [tie("1", partner="X")]}, [("communityLinks.csv", 2, "partner")], "no such",
    ),
    "an unknown sibling": (
        {"siblingBonds": [bond("1", "9")]}, [("siblingBonds.csv", 2, "siblingCaseNumber")], "no such",
    ),
    "an id that no row has": (
        {"placements": [placement(f"Child_BE_{AN_ID}")]}, [("placements.csv", 2, "childCaseNumber")], "no such",
    ),
    "a part that the pack does not name": (
        {"programmes": [{**PROGRAMME, "jurisdiction": "WALES"}]}, [("programmes.csv", 2, "jurisdiction")],
        "no such part",
    ),
    "a name without its programme": (
        {"communityLinks": [tie("1", childProgramme="")]}, [("communityLinks.csv", 2, "childProgramme")], "which",
    ),
    "a tie of nobody": (
        {"communityLinks": [tie("", childProgramme="")]}, [("communityLinks.csv", 2, "childCaseNumber")], "nobody's",
    ),
    "a child twice": ({"children": [child("7"), child("7")]}, [("children.csv", 3, "caseNumber")], "more than once"),
    "a home twice": ({"homes": [OTHER_HOME, OTHER_HOME]}, [("homes.csv", 3, "name")], "more than once"),
    "a tie twice": ({"communityLinks": [tie("2"), tie("2")]}, [("communityLinks.csv", 3, "kind")], "more than once"),
    "a bond twice": ({"siblingBonds": [bond("1", "2")] * 2}, [("siblingBonds.csv", 3, "startedOn")], "more than once"),
    "an id twice": (
        {"communityPartners": [{"id": f"CommunityPartner_BE_{AN_ID}", "name": n, "kind": "OTHER"} for n in "AB"]},
        [("communityPartners.csv", 3, "id")], "more than once",
    ),
    "a key under another id": (
        {"children": [child("1", id=f"Child_BE_{AN_ID}")]}, [("children.csv", 2, "caseNumber")], "another id",
    ),
    "a name under another id": (
        {"programmes": [{**PROGRAMME, "id": f"Programme_BE_{AN_ID}"}]}, [("programmes.csv", 2, "name")], "another id",
    ),
    "a programme that starts after its homes": (
        {"programmes": [{**PROGRAMME, "startedOn": "2005-01-02"}]}, [("programmes.csv", 2, "startedOn")], "before that",
    ),
    "a programme that ends over its homes": (
        {"programmes": [{**PROGRAMME, "endedOn": "2026-01-01"}]}, [("programmes.csv", 2, "endedOn")] * 2, "on that day",
    ),
    "a home that opens after its children": (
        {"homes": [{**HOME, "openedOn": "2020-01-02"}]}, [("homes.csv", 2, "openedOn")], "before that day",
    ),
    "a year without its programme": (
        {"programmeYears": [{**YEAR, "year": "1999"}]}, [("programmeYears.csv", 2, "year")], "in that year",
    ),
    "a year's people who were not reached yet": (
        {"programmeYears": [{**YEAR, "year": "2027"}]}, [("programmeYears.csv", 2, "peopleReached")], "has not begun",
    ),
    "a budget below nothing": (
        {"programmeYears": [{**YEAR, "annualBudget": "-1"}]}, [("programmeYears.csv", 2, "annualBudget")], "below 0",
    ),
    "a home opened outside its programme": (
        {"programmes": [ENDED], "homes": [{**OTHER_HOME, "programme": "Old Village", "openedOn": "2011-01-01"}]},
        [("homes.csv", 2, "openedOn")], "does not run",
    ),
    "a home closed over its children": (
        {"homes": [{**HOME, "closedOn": "2026-01-01"}]}, [("homes.csv", 2, "closedOn")], "Children live there",
    ),
    "a home too small for its children": (
        {"homes": [{**HOME, "capacity": 1}]}, [("homes.csv", 2, "capacity")], "More children live there",
    ),
    "a child enrolled outside the programme": (
        {"programmes": [ENDED], "children": [child("7", programme="Old Village")]},
        [("children.csv", 2, "enrolledOn")], "does not run",
    ),
    "a birth after the first placement": (
        {"children": [child("1", birthDate="2021-01-01")]}, [("children.csv", 2, "birthDate")], "lived in a home",
    ),
    "a stay before the home opened": (
        {"children": [child("7", birthDate="2001-01-01")], "placements": [placement("7", "2004-01-01", **LEFT)]},
        [("placements.csv", 2, "startedOn"), ("placements.csv", 2, "homeName")], "not open",
    ),
    "a stay before birth": (
        {"placements": [placement("1", "2012-01-01", endedOn="2013-01-01", endReason="MOVE")]},
        [("placements.csv", 2, "startedOn")], "not born",
    ),
    "a stay that ends before it starts": (
        {"placements": [placement("1", endedOn="2019-01-01", endReason="MOVE")]},
        [("placements.csv", 2, "endedOn")], "does not end before its first day",
    ),
    "an end without a reason": (
        {"placements": [placement("1", endedOn="2021-01-01")]}, [("placements.csv", 2, "endReason")], "Give endReason",
    ),
    "a second home at a time": (
        {"homes": [OTHER_HOME], "placements": [placement("1", "2022-01-01", **IN_OTHER)]},
        [("placements.csv", 2, "startedOn")], "on one of these days already",
    ),
    "two homes at a time in the file": (
        {
            "homes": [OTHER_HOME], "children": [child("7")],
            "placements": [placement("7", "2020-01-01", **IN_OTHER), placement("7", "2021-01-01", **IN_OTHER)],
        },
        [("placements.csv", 3, "startedOn")], "on one of these days already",
    ),
    "a full home": (
        {"children": [child("7")], "placements": [placement("7", "2021-06-01")]},
        [("placements.csv", 2, "homeName")], "no room",
    ),
    "a full home planned, whoever authorises": (
        {
            "children": [child("7")], "careEpisodes": [care("7", id=CARE)],
            "placements": [
                placement("7", "2027-01-01", careEpisode=CARE, exceptionReason="A storm", exceptionAuthorisedBy="Ann"),
            ],
        },
        [("placements.csv", 2, "homeName")], "no room",
    ),
    "a plan for a child who is not in care": (
        {
            "homes": [OTHER_HOME], "children": [child("7")],
            "placements": [placement("7", "2027-01-01", careEpisode="", **IN_OTHER)],
        },
        [("placements.csv", 2, "startedOn")], "not in care",
    ),
    "half an exception": (
        {"placements": [placement("1", exceptionReason="A storm")]},
        [("placements.csv", 2, "exceptionAuthorisedBy")], "one half",
    ),
    "a placement taken back": (
        {"placements": [placement("1", voidedAt="2026-01-01T00:00:00Z", voidReason="Mistake")]},
        [("placements.csv", 2, "id")], "told by its id",
    ),
    "a sibling of oneself": (
        {"siblingBonds": [bond("1", "1")]}, [("siblingBonds.csv", 2, "siblingCaseNumber")], "their own",
    ),
    "sides that disagree": (
        {"children": [child("7"), child("8")], "siblingBonds": [bond("7", "8"), bond("8", "7", kind="HALF")]},
        [("siblingBonds.csv", 3, "kind")], "otherwise from the sibling's side",
    ),
    "a second bond at a time": (
        {"siblingBonds": [bond("1", "2", startedOn="2022-01-01")]},
        [("siblingBonds.csv", 2, "startedOn")], "on record as brothers or sisters",
    ),
    "care before birth": (
        {"careEpisodes": [care("1", startedOn="2014-01-01", endedOn="2016-01-01", destination="FAMILY")]},
        [("careEpisodes.csv", 2, "startedOn")], "not born",
    ),
    "a caregiver of an unknown programme": (
        {"caregivers": [{"programme": "X", "givenName": "Ama", "kind": "STAFF", "engagedOn": "2020-01-01"}]},
        [("caregivers.csv", 2, "programme")], "no such",
    ),
}  # fmt: skip
OF_A_CHILD: dict[str, dict[str, object]] = {
    "gatekeepingAssessments": {"openedOn": "2020-01-01", "dueOn": "2020-01-04"},
    "guardianships": {"holder": "AUTHORITY", "scope": "FULL"},
    "legalStatuses": {"kind": "CARE_ORDER"},
    "supportServices": {"forWhom": "CHILD", "origin": "PLAN", "askedOn": "2020-01-01"},
    "tasks": {"kind": "OTHER", "title": "Call.", "dueOn": "2027-01-01"},
}
OF_A_HOME: dict[str, dict[str, object]] = {
    "homeAddresses": {"locality": "Huy", "startedOn": "2020-01-01"},
    "inspections": {"kind": "LICENCE", "heldOn": "2020-01-01", "outcome": "PASSED", "carriedOutBy": "District"},
}
OF_A_CAREGIVER: dict[str, dict[str, object]] = {
    "caregiverAssignments": {
        "homeProgramme": "Village Liège", "homeName": "House Mango", "role": "TEAM", "startedOn": "2020-01-01",
    },
    "caregiverChecks": {"kind": "REFERENCE", "decidedOn": "2020-01-01", "outcome": "PASSED"},
    "caregiverCredentials": {
        "kind": "TRAINING", "title": "First aid", "issuedOn": "2020-01-01", "outcome": "PASSED",
    },
}  # fmt: skip
NOBODYS: dict[str, tuple[dict[str, dict[str, object]], dict[str, object], str]] = {
    "child": (OF_A_CHILD, {"childProgramme": "Village Liège", "childCaseNumber": "9"}, "childCaseNumber"),
    "home": (OF_A_HOME, {"homeProgramme": "Village Liège", "homeName": "X"}, "homeName"),
    "caregiver": (OF_A_CAREGIVER, {"caregiver": f"Caregiver_BE_{AN_ID}"}, "caregiver"),
}
REFUSED |= {
    f"{sheet} of an unknown {owner}": ({sheet: [{**key, **row}]}, [(f"{sheet}.csv", 2, header)], "no such")
    for owner, (sheets, key, header) in NOBODYS.items()
    for sheet, row in sheets.items()
}


@pytest.mark.parametrize("name", REFUSED)
async def test_a_broken_rule_is_a_fault_at_its_place(read_only_village: Desk, tmp_path: Path, name: str) -> None:
    """What breaks a rule is told with file, row and column."""
    sheets, where, sentence = REFUSED[name]
    faults = await read_only_village.faults(write_csv(tmp_path, sheets))

    assert places(faults) == where
    assert sentence in f"{faults[0].message} {faults[0].hint}"


async def test_one_fault_undoes_everything(village: Desk, tmp_path: Path) -> None:
    """Rows in order are not written either: all of it, or nothing."""
    sheets = {"children": [child("7")], "placements": [placement("7", "2021-06-01")]}
    with pytest.raises(Exception, match="1 faults"):
        await village.bring(write_csv(tmp_path, sheets))

    assert await village.rows("SELECT 1 FROM child WHERE case_number = '7'") == []
    # Ten rows of the village, and the two times in care that its placements tell of and belong to.
    assert len(await village.rows("SELECT 1 FROM change")) == 14


async def test_what_has_happened_is_recorded_over_capacity(village: Desk, tmp_path: Path) -> None:
    """With a reason and who authorised it, a third child in a house for two is on record, and so is the exception."""
    answered = {"exceptionReason": "A storm", "exceptionAuthorisedBy": "Ann"}
    sheets = {"children": [child("7")], "placements": [placement("7", "2021-06-01", **answered)]}
    await village.bring(write_csv(tmp_path, sheets))
    again = await village.bring(tmp_path)

    rows = await village.rows("SELECT dated::text, reason, authorised_by FROM placement_exception")
    assert [tuple(row) for row in rows] == [("2021-06-01", "A storm", "Ann")]
    assert again.stored is not None
    assert again.stored.number is None


async def test_a_move_ends_one_stay_and_begins_the_next(village: Desk, tmp_path: Path) -> None:
    """One file ends where a child lives and begins the next home on the same day; the days taken follow."""
    moved = [
        placement("1", endedOn="2023-01-01", endReason="MOVE"),
        placement("1", "2023-01-01", startReason="MOVE", **IN_OTHER),
    ]
    brought = await village.bring(write_csv(tmp_path, {"homes": [OTHER_HOME], "placements": moved}))

    rows = await village.rows(
        "SELECT p.home_name, p.ended_on::text, p.version, s.ended_on = p.ended_on FROM placement p JOIN child c"
        " ON c.id = p.child_id JOIN home_stay s ON s.id = p.id AND s.home_id = p.home_id"
        " AND s.started_on = p.started_on WHERE c.case_number = '1' ORDER BY p.started_on"
    )
    assert [tuple(row) for row in rows] == [("House Mango", "2023-01-01", 3, True), ("House Fig", None, 2, None)]
    assert brought.stored is not None
    assert brought.stored.created == {"homes": 1, "placements": 1}
    assert brought.stored.changed == {"placements": 1}


async def test_days_that_shift_between_stays_are_taken(village: Desk, tmp_path: Path) -> None:
    """A stay that grows into days which another gives up is written after that one."""
    first = [
        placement("1", endedOn="2023-01-01", endReason="MOVE"),
        placement("1", "2023-01-01", startReason="MOVE", **IN_OTHER),
    ]
    await village.bring(write_csv(tmp_path / "first", {"homes": [OTHER_HOME], "placements": first}))
    ids = [row["id"] for row in await village.rows("SELECT id FROM placement WHERE home_name = 'House Fig'")]
    shifted = [
        placement("1", endedOn="2024-01-01", endReason="MOVE"),
        placement("1", "2024-01-01", startReason="MOVE", id=f"Placement_BE_{ids[0]}", **IN_OTHER),
    ]
    brought = await village.bring(write_csv(tmp_path / "second", {"placements": shifted}))

    assert brought.stored is not None
    assert brought.stored.changed == {"placements": 2}

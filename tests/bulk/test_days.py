"""Days in files: bounds, lives and enrolments, each fault at its row and column, with the country's calendar."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from countries.tenancy.caller import Caller, Tier
from tests.bulk.files import HOME, PROGRAMME, Desk, Rows, bond, child, placement, places, tie, write_book, write_csv

NEPAL = Caller("om", Tier.OFFICE, ("NP",), issuer="command line")
ETHIOPIA = Caller("abeba", Tier.OFFICE, ("ET",), issuer="command line")
AN_ID = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
LEFT = {"endedOn": "2021-01-01", "endReason": "MOVE"}

OF_HOME: dict[str, object] = {
    "homeProgramme": "Village Liège", "homeName": "House Mango", "kind": "NEIGHBOUR", "startedOn": "2020-01-01",
}  # fmt: skip
EXCEPTION: dict[str, object] = {
    "placement": f"Placement_BE_{AN_ID}", "homeProgramme": "Village Liège", "homeName": "House Mango",
    "rule": "CAPACITY", "dated": "2020-06-01", "reason": "No other bed.", "authorisedBy": "Olga",
}  # fmt: skip

REFUSED: Mapping[str, tuple[dict[str, Rows], list[tuple[str, int, str]], str]] = {
    "born in the year 15": (
        {"children": [child("7", birthDate="0015-03-01")]}, [("children.csv", 2, "birthDate")], "before 1900",
    ),
    "born on the day before the first": (
        {"children": [child("7", birthDate="1899-12-31")]}, [("children.csv", 2, "birthDate")], "before 1900",
    ),
    "a bond of tomorrow": (
        {"children": [child("7")], "siblingBonds": [bond("1", "7", startedOn="2026-11-23")]},
        [("siblingBonds.csv", 2, "startedOn")], "in the future",
    ),
    "a programme far ahead": (
        {"programmes": [{**PROGRAMME, "name": "New", "startedOn": "2031-11-23"}]},
        [("programmes.csv", 2, "startedOn")], "5 years ahead",
    ),
    "an end far ahead": (
        {"programmes": [{**PROGRAMME, "name": "New", "endedOn": "2051-11-23"}]},
        [("programmes.csv", 2, "endedOn")], "25 years ahead",
    ),
    "enrolled before birth": (
        {"children": [child("7", enrolledOn="2015-05-30")]}, [("children.csv", 2, "enrolledOn")], "not born",
    ),
    "a bond before birth": (
        {"children": [child("7", birthDate="2019-01-01")], "siblingBonds": [bond("7", "1", startedOn="2018-12-31")]},
        [("siblingBonds.csv", 2, "startedOn")], "not born",
    ),
    "a tie before birth": (
        {"communityLinks": [tie("1", startedOn="2015-05-30")]}, [("communityLinks.csv", 2, "startedOn")], "not born",
    ),
    "a tie of a home that has not opened": (
        {"communityLinks": [OF_HOME | {"startedOn": "2004-12-31"}]},
        [("communityLinks.csv", 2, "startedOn")], "first day of the home",
    ),
    "ties of a home that has closed": (
        {"homes": [HOME | {"name": "Gone", "closedOn": "2019-01-01"}],
         "communityLinks": [
             OF_HOME | {"homeName": "Gone", "startedOn": "2019-01-01"},
             OF_HOME | {"homeName": "Gone", "startedOn": "2018-01-01", "endedOn": "2019-01-02"},
             OF_HOME | {"homeName": "Gone", "startedOn": "2018-12-31", "endedOn": "2019-01-01"},
             OF_HOME | {"homeName": "Gone", "startedOn": "2018-11-01"},
         ]},
        [("communityLinks.csv", 2, "startedOn"), ("communityLinks.csv", 3, "endedOn")], "after its last",
    ),
    "exceptions outside their placement": (
        {"homes": [HOME | {"capacity": 4}], "children": [child("7")],
         "placements": [placement("7", **LEFT, id=f"Placement_BE_{AN_ID}")],
         "placementExceptions": [
             EXCEPTION | {"dated": "2019-12-31"},
             EXCEPTION | {"dated": "2020-12-31"},
             EXCEPTION | {"dated": "2021-01-01"},
         ]},
        [("placementExceptions.csv", 2, "dated"), ("placementExceptions.csv", 4, "dated")], "of the placement",
    ),
    "a birth after the first tie": (
        {"children": [child("3", birthDate="2010-01-01", enrolledOn="2012-01-01"), child("1", birthDate="2020-01-02")]},
        [("children.csv", 3, "birthDate")], "before that day",
    ),
    "an enrolment after the first stay": (
        {"children": [child("7", enrolledOn="2020-01-02")], "placements": [placement("7", **LEFT)],
         "homes": [{**HOME, "capacity": 4}]},
        [("children.csv", 2, "enrolledOn")], "has lived in a home",
    ),
    "an enrolment that is set after the first stay": (
        {"children": [child("1", enrolledOn="2020-01-02")]}, [("children.csv", 2, "enrolledOn")], "has lived in a home",
    ),
    "a first stay before the enrolment": (
        {"placements": [placement("1", "2019-01-01", endedOn="2019-06-01", endReason="MOVE")]},
        [("placements.csv", 2, "startedOn")], "responsible later",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
async def test_a_day_that_cannot_be(read_only_village: Desk, tmp_path: Path, name: str) -> None:
    """It is one fault, at its file, row and column; nothing is written."""
    sheets, where, sentence = REFUSED[name]
    faults = await read_only_village.faults(write_csv(tmp_path, sheets))
    assert places(faults) == where
    assert sentence in faults[0].message
    assert "alendar" not in faults[0].hint


async def test_the_very_day_is_taken(village: Desk, tmp_path: Path) -> None:
    """The first day of all, the day of the birth, today, and the last day ahead."""
    sheets = {
        "programmes": [{**PROGRAMME, "name": "New", "startedOn": "2031-11-22", "endedOn": "2051-11-22"}],
        "children": [
            child("7", birthDate="1900-01-01"), child("8", birthDate="2020-01-01"), child("9", birthDate="2019-02-28"),
        ],
        "siblingBonds": [bond("7", "8"), bond("7", "9", startedOn="2026-11-22")],
        "communityLinks": [tie("8", startedOn="2020-01-01"), tie("9", startedOn="2031-11-22")],
    }  # fmt: skip
    brought = await village.bring(write_csv(tmp_path, sheets))
    assert brought.stored is not None
    assert brought.stored.created["children"] == 3


async def test_an_export_tells_the_day_of_a_move_alone(village: Desk, tmp_path: Path) -> None:
    """Who comes with an id has been on record, and may have been moved: an enrolment after the first stay is taken."""
    sheets = {
        "homes": [{**HOME, "capacity": 4}],
        "children": [child("7", id=f"Child_BE_{AN_ID}", enrolledOn="2020-06-01")],
        "placements": [placement("7", id=f"Placement_BE_{AN_ID}")],
    }
    brought = await village.bring(write_csv(tmp_path, sheets))
    assert brought.stored is not None
    assert brought.stored.created == {"children": 1, "placements": 1, "careEpisodes": 1}


@pytest.mark.parametrize(
    ("precision", "last"), [("DAY", "2022-02-01"), ("MONTH", "2022-02-28"), ("YEAR", "2023-01-31")]
)
async def test_nothing_after_a_death(village: Desk, tmp_path: Path, precision: str, last: str) -> None:
    """Of a child who died a file brings no stay, tie or bond that begins later, and none that goes on."""
    await village.run(
        "UPDATE child SET died_on = '2022-02-01', died_on_precision = $1 WHERE case_number = '1'", precision
    )
    await village.run("UPDATE placement SET ended_on = '2021-01-01', end_reason = 'OTHER'")
    (row,) = await village.rows("SELECT ($1::text::date + 1)::text AS after, ($1::text::date + 2)::text AS late", last)
    open_stay = placement("1", "2021-06-01")
    late = placement("1", "2023-06-01", endedOn="2023-07-01", endReason="MOVE")
    faults = await village.faults(write_csv(tmp_path / "open", {"placements": [open_stay]}))
    assert places(faults) == [("placements.csv", 2, "endedOn")]
    faults = await village.faults(write_csv(tmp_path / "late", {"placements": [late]}))
    assert places(faults) == [("placements.csv", 2, "startedOn")]
    ends = {"endReason": "OTHER", "endedOn": row["late"]}
    faults = await village.faults(write_csv(tmp_path / "end", {"placements": [open_stay | ends]}))
    assert places(faults) == [("placements.csv", 2, "endedOn")]
    ties = [tie("1", kind="SCHOOL", startedOn="2023-06-01", endedOn="2023-07-01"), tie("1", kind="OTHER")]
    faults = await village.faults(write_csv(tmp_path / "ties", {"communityLinks": ties}))
    assert places(faults) == [("communityLinks.csv", 2, "startedOn"), ("communityLinks.csv", 3, "endedOn")]
    bonds = {"children": [child("7")], "siblingBonds": [bond("7", "1", startedOn="2023-06-01")]}
    faults = await village.faults(write_csv(tmp_path / "bonds", bonds))
    assert places(faults) == [("siblingBonds.csv", 2, "startedOn")]
    fine = {"placements": [open_stay | ends | {"endedOn": row["after"]}]}
    assert await village.faults(write_csv(tmp_path / "fine", fine)) == []


NEPALI: dict[str, Rows] = {
    "programmes": [{"name": "Pokhara", "kind": "ALTERNATIVE_CARE", "startedOn": "2060-01-01"}],
    "homes": [
        {"programme": "Pokhara", "name": "Ghar", "form": "SMALL_GROUP_HOME", "capacity": 8, "openedOn": "2062-04-01"}
    ],
    "children": [
        {"programme": "Pokhara", "caseNumber": "1", "givenName": "Asha", "sex": "FEMALE", "enrolledOn": "2078-05-32"}
    ],
}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
async def test_a_file_in_bikram_sambat(desk: Desk, tmp_path: Path, form: str) -> None:
    """Each of its days is a fault at its place, and each hint names the calendar."""
    path = write_csv(tmp_path, NEPALI) if form == "csv" else write_book(tmp_path / "office.xlsx", NEPALI)
    faults = await desk.faults(path, NEPAL)
    days = {
        (fault.row, fault.column): fault for fault in faults if fault.column in {"startedOn", "openedOn", "enrolledOn"}
    }
    assert set(days) == {(2, "startedOn"), (2, "openedOn"), (2, "enrolledOn")}
    assert all("Bikram Sambat" in fault.hint for fault in days.values())
    assert all("Bikram Sambat" not in fault.hint for fault in faults if fault.column not in {c for _, c in days})


@pytest.mark.parametrize("day", ["2008-13-05", "2008-02-31", "13/5/2008"])
async def test_a_thirteenth_month(desk: Desk, tmp_path: Path, day: str) -> None:
    """A day that the Gregorian calendar has not is refused with the Ethiopian one in its hint."""
    sheets = {"programmes": [{"name": "Addis", "kind": "ALTERNATIVE_CARE", "startedOn": day}]}
    (fault,) = await desk.faults(write_csv(tmp_path, sheets), ETHIOPIA)
    assert (fault.row, fault.column) == (2, "startedOn")
    assert "Ethiopian" in fault.hint

"""Relatives in files: what is told of a wrong one, that brothers and sisters share one, how long they are reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bulk.files import places, write_csv
from tests.bulk.test_contacts import relative
from tests.bulk.test_nightly import hearth

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bulk.files import Desk

PERSON = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d60"
SECRET = "+32 499 01 02 03"
REACHED = {"phone": SECRET, "locality": "Herstal", "latitudeE2": 5067, "longitudeE2": 563}
SAID = "SELECT phone, locality, latitude_e2, longitude_e2, given_name, version FROM relative ORDER BY id"


async def test_brothers_and_sisters_share_one_by_the_id_of_the_person(village: Desk, tmp_path: Path) -> None:
    """A file that comes again changes the rows; without an id of the person each is somebody of their own."""
    rows = [relative(each, personId=PERSON, givenName="Ama") for each in ("1", "2")]
    await village.bring(write_csv(tmp_path / "one", {"relatives": [*rows, relative("1", relation="FATHER")]}))
    again = await village.bring(write_csv(tmp_path / "two", {"relatives": [{**rows[0], "givenName": "Amina"}]}))
    assert again.stored is not None
    assert again.stored.changed == {"relatives": 1}
    found = await village.rows(
        "SELECT person_id::text AS person, given_name FROM relative ORDER BY relation, given_name"
    )
    assert [row["given_name"] for row in found] == [None, "Ama", "Amina"]
    assert [row["person"] == PERSON for row in found] == [False, True, True]


WRONG = {
    "not now, and no reason": ({"contact": "NOT_NOW"}, "contact", "EMPTY"),
    "forbidden by nobody": ({"contact": "FORBIDDEN", "contactReason": "OWN_WISH"}, "contactReason", "NO_COURT_ORDER"),
    "dead and living": ({"diedOn": "2020-01-01"}, "diedOn", "HALF_GIVEN"),
    "itself": (
        {"otherChildProgramme": "Village Liège", "otherChildCaseNumber": "1"}, "otherChildCaseNumber", "OWN_RELATIVE",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
async def test_a_file_is_told_of_a_wrong_relative(village: Desk, tmp_path: Path, case: str) -> None:
    """With its place, as a mutation would tell it."""
    values, header, reason = WRONG[case]
    faults = await village.faults(write_csv(tmp_path, {"relatives": [relative("1", **values)]}))
    assert ("relatives.csv", 2, header) in places(faults), faults
    assert reason in {fault.refusal.reason for fault in faults}


@pytest.mark.parametrize("is_routed", [False, True])
async def test_how_a_relative_is_reached_goes_years_after_care(
    village: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_routed: bool
) -> None:
    """Name and tie stay; who is in care still, or left lately, keeps all. The history holds it no longer either."""
    if is_routed:
        monkeypatch.setattr("graph.bulk.nightly.IS_DISTRIBUTED", "SELECT true")
    rows = [relative(each, givenName="Ama", **REACHED) for each in ("1", "2")]
    await village.bring(write_csv(tmp_path, {"relatives": rows}))
    await village.run(
        "UPDATE care_episode SET started_on = '2010-01-01', ended_on = '2012-01-01', destination = 'FAMILY'"
    )
    await village.run(
        "UPDATE care_episode SET ended_on = NULL, destination = NULL"
        " WHERE child_id = (SELECT id FROM child WHERE case_number = '2')"
    )
    assert "Kept no longer: 1." in (await hearth(village, tmp_path, "nightly")).output
    said = {tuple(row) for row in await village.rows(SAID)}
    assert said == {(None, None, None, None, "Ama", 2), (*REACHED.values(), "Ama", 1)}
    told = "SELECT concat(before, after) AS told FROM history_personal WHERE type = 'Relative'"
    assert sum(SECRET in row["told"] for row in await village.rows(told)) == 1
    assert "Kept no longer: 0." in (await hearth(village, tmp_path, "nightly")).output

"""Two records of one child, in files: what comes out shows both, and what comes in by the old id is the other one's."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from tests.bulk.files import child, placement, places, tie, write_csv

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bulk.files import Desk

MERGED = """
WITH two AS (SELECT a.country_code, a.id AS gone, b.id AS stays, b.programme_id FROM child a, child b
  WHERE a.case_number = 'T-1' AND b.case_number = 'T-2' AND a.country_code = b.country_code),
went AS (UPDATE child c
  SET same_as_id = stays, voided_at = now(), void_reason = 'Twice.', programme_id = two.programme_id
  FROM two WHERE (c.country_code, c.id) = (two.country_code, gone)),
care AS (UPDATE care_episode e SET child_same_as_id = stays, programme_id = two.programme_id
  FROM two WHERE (e.country_code, e.child_id) = (two.country_code, gone))
UPDATE placement p SET child_same_as_id = stays, programme_id = two.programme_id
  FROM two WHERE (p.country_code, p.child_id) = (two.country_code, gone)
"""


async def merged(village: Desk, folder: Path) -> dict[str, str]:
    """Two records of one child on record, the first of which leads on to the second; their ids by number."""
    born = {"birthDate": "2005-05-31", "enrolledOn": "2010-01-01"}
    stays = [
        placement("T-1", "2010-01-01", endedOn="2011-01-01", endReason="MOVE"),
        placement("T-2", "2011-01-01", endedOn="2012-01-01", endReason="MOVE"),
    ]
    await village.bring(
        write_csv(folder, {"children": [child(each, **born) for each in ("T-1", "T-2")], "placements": stays})
    )
    await village.run(MERGED)
    rows = await village.rows("SELECT case_number, id FROM child WHERE case_number LIKE 'T-%'")
    return {row["case_number"]: f"Child_BE_{row['id']}" for row in rows}


async def test_what_comes_out_shows_both_and_comes_in_as_it_was(village: Desk, tmp_path: Path) -> None:
    """An export holds both records, which leads to which, and both stays; brought back it changes nothing."""
    await merged(village, tmp_path / "in")
    await village.take(tmp_path / "out")
    with (tmp_path / "out" / "children.csv").open(newline="", encoding="utf-8-sig") as file:
        rows = {row["caseNumber"]: row for row in csv.DictReader(file)}
    assert rows["T-1"]["sameAsCaseNumber"] == "T-2"
    assert rows["T-1"]["voidReason"] == "Twice."
    with (tmp_path / "out" / "placements.csv").open(newline="", encoding="utf-8-sig") as file:
        listed = [row for row in csv.DictReader(file) if row["startedOn"] in ("2010-01-01", "2011-01-01")]
    assert {row["childCaseNumber"] for row in listed} == {"T-2"}
    brought = await village.bring(tmp_path / "out")
    assert brought.stored is not None
    assert (brought.stored.created, brought.stored.changed) == ({}, {})


async def test_a_row_by_the_old_id_stands_in_the_others_file(village: Desk, tmp_path: Path) -> None:
    """A file from before the two became one names the old id: its rows are the child's; the old number is nobody's."""
    ids = await merged(village, tmp_path / "in")
    named = {"childProgramme": None, "childCaseNumber": ids["T-1"]}
    await village.bring(write_csv(tmp_path / "tie", {"communityLinks": [tie("T-1", **named)]}))
    rows = await village.rows(
        "SELECT 'Child_BE_' || child_id AS child, child_file_id = child_id AS own FROM community_link"
        " ORDER BY created_at DESC LIMIT 1"
    )
    assert [tuple(row) for row in rows] == [(ids["T-2"], True)]
    faults = await village.faults(write_csv(tmp_path / "gone", {"communityLinks": [tie("T-1")]}))
    assert places(faults) == [("communityLinks.csv", 2, "childCaseNumber")]

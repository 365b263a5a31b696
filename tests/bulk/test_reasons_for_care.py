"""Why a child came into care, in files: what a child's row says stands until a time in care says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bulk.files import child, places, write_csv

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bulk.files import Desk

SAID = "SELECT reason_for_care FROM child WHERE case_number = '7'"
OF_SEVEN = {"childProgramme": "Village Liège", "childCaseNumber": "7"}


def care(start: str, reason: str, **values: object) -> dict[str, object]:
    """A time in care of the child."""
    return {**OF_SEVEN, "startedOn": start, "reasons": reason, "primaryReason": reason, **values}


async def test_a_sheet_of_before_still_says_why(village: Desk, tmp_path: Path) -> None:
    """Of a child without a time in care; then the newest one says it, and a file that says otherwise is told."""
    before = child("7", reasonForCare="NEGLECT", enrolledOn="2016-01-01")
    await village.bring(write_csv(tmp_path / "old", {"children": [before]}))
    assert [tuple(row) for row in await village.rows(SAID)] == [("NEGLECT",)]
    times = [
        care("2020-01-01", "ABUSE", endedOn="2021-01-01", destination="FAMILY"), care("2022-01-01", "OWN_WISH"),
    ]  # fmt: skip
    await village.bring(write_csv(tmp_path / "new", {"careEpisodes": times}))
    assert [tuple(row) for row in await village.rows(SAID)] == [("OWN_WISH",)]
    assert places(await village.faults(write_csv(tmp_path / "again", {"children": [before]}))) == [
        ("children.csv", 2, "reasonForCare")
    ]

"""Why files are refused: the reasons of mutations where the rule is one of theirs, and those of files alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.reasons import Reason
from tests.bulk.files import PROGRAMME, YEAR, Desk, Sheets, base, child, placement, write_csv
from tests.bulk.test_bad_files import BAD

OF_ONE_FILE = {
    "truncated in a row": Reason.FILE_UNREADABLE,
    "Latin-1": Reason.FILE_UNREADABLE,
    "a column twice": Reason.UNKNOWN_COLUMN,
    "a missing column": Reason.UNKNOWN_COLUMN,
    "a file of another name": Reason.UNKNOWN_TABLE,
    "a birth in the future": Reason.DAY_IN_FUTURE,
    "a precision of nothing": Reason.HALF_GIVEN,
    "an unknown member": Reason.NO_MEMBER,
    "an empty cell": Reason.EMPTY,
    "an endless text": Reason.TOO_LONG,
    "an id of another country": Reason.ID_OF_ANOTHER_COUNTRY,
    "no place": Reason.WRONG_AMOUNT,
}


@pytest.mark.parametrize("name", OF_ONE_FILE)
async def test_a_bad_file_says_its_reason(read_only_village: Desk, tmp_path: Path, name: str) -> None:
    """What a cell, a column or a file is refused for has the reason that a mutation gives for the like."""
    faults = await read_only_village.faults(BAD[name][0](tmp_path))

    assert {fault.refusal.reason for fault in faults} == {OF_ONE_FILE[name]}


BETWEEN_ROWS: list[tuple[Sheets, Reason]] = [
    ({"children": [child("7"), child("7")]}, Reason.SAID_TWICE),
    ({"children": [child("7", programme="Nowhere")]}, Reason.NO_SUCH_ROW),
    ({"children": [child("7", birthDate="2021-01-01")]}, Reason.BORN_LATER),
    ({"placements": [placement("1", endedOn="2021-01-01", endReason="")]}, Reason.REASON_MISSING),
    ({"homes": [{**base()["homes"][0], "openedOn": "1950-01-01"}]}, Reason.PROGRAMME_NOT_RUNNING),
    ({"programmes": [{**PROGRAMME, "startedOn": "2019-01-01"}]}, Reason.ON_RECORD_EARLIER),
    ({"programmes": [{**PROGRAMME, "jurisdiction": "WALES"}]}, Reason.NO_SUCH_PART),
    ({"programmeYears": [YEAR, {**YEAR, "peopleReached": "3"}]}, Reason.SAID_TWICE),
    ({"programmeYears": [{**YEAR, "year": "1999"}]}, Reason.PROGRAMME_NOT_RUNNING),
]


@pytest.mark.parametrize(("sheets", "reason"), BETWEEN_ROWS)
async def test_a_rule_between_rows_says_its_reason(
    read_only_village: Desk, tmp_path: Path, sheets: Sheets, reason: Reason
) -> None:
    """A rule that holds for mutations and for files has one reason."""
    faults = await read_only_village.faults(write_csv(tmp_path, sheets))

    assert {fault.refusal.reason for fault in faults} == {reason}

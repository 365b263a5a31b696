"""Temporary stays in files: guests have room, and what lies in a placement ends with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bulk.files import HOME, Desk, Rows, placement, places, write_csv

FIG = {**HOME, "name": "House Fig", "capacity": 1}
WHERE = {"homeProgramme": "Village Liège", "homeName": "House Fig"}
MANY = "SELECT ended_on::text, home_id IS NOT NULL FROM temporary_stay ORDER BY started_on"
TAKEN = "SELECT s.ended_on::text FROM home_stay s JOIN temporary_stay t ON t.id = s.id AND t.home_id = s.home_id"


async def _placements(village: Desk) -> list[str]:
    rows = await village.rows(
        "SELECT 'Placement_BE_' || p.id FROM placement p JOIN child c ON c.id = p.child_id ORDER BY case_number"
    )
    return [str(row[0]) for row in rows]


def _away(number: str, where: str, start: str = "2021-01-01", **values: object) -> dict[str, object]:
    """That a child is away for some nights."""
    about = {"childProgramme": "Village Liège", "childCaseNumber": number, "placement": where, "kind": "RESPITE"}
    return {**about, "startedOn": start, "endedOn": "", **values}


async def test_a_file_brings_stays_and_ends_them_along(village: Desk, tmp_path: Path) -> None:
    """A guest takes its days of the host; a placement that a later file ends takes them along."""
    one, _ = await _placements(village)
    stays: Rows = [_away("1", one, nightsAWeek="2", **WHERE), _away("1", one, "2021-02-01", endedOn="2021-02-03")]
    await village.bring(write_csv(tmp_path, {"homes": [FIG], "temporaryStays": stays}))
    assert [tuple(row) for row in await village.rows(MANY)] == [(None, True), ("2021-02-03", False)]
    ends = [placement("1", id=one, endedOn="2022-01-01", endReason="OTHER")]
    await village.bring(write_csv(tmp_path / "more", {"placements": ends}))
    assert [tuple(row) for row in await village.rows(MANY)] == [("2022-01-01", True), ("2021-02-03", False)]
    assert [row[0] for row in await village.rows(TAKEN)] == ["2022-01-01"]
    early = [placement("1", id=one, endedOn="2021-01-15", endReason="OTHER")]
    faults = await village.faults(write_csv(tmp_path / "early", {"placements": early}))
    assert [fault.refusal.reason for fault in faults] == ["BEGINS_LATER"]


REFUSED: dict[str, tuple[dict[str, object], str, str]] = {
    "nights": ({"nightsAWeek": "8"}, "nightsAWeek", "WRONG_AMOUNT"),
    "before": ({"startedOn": "2019-01-01", "endedOn": "2019-02-01"}, "startedOn", "OUTSIDE_ITS_DAYS"),
    "home": ({"homeProgramme": "Village Liège", "homeName": "House Mango"}, "homeName", "LIVES_THERE_ALREADY"),
    "full": ({"startedOn": "2021-06-01", "endedOn": "2021-06-03", **WHERE}, "homeName", "HOME_FULL"),
    "child": ({"childCaseNumber": "2"}, "placement", "OF_ANOTHER_CHILD"),
    "inside": ({"startedOn": "2021-03-05", "endedOn": "2021-03-06"}, "startedOn", "ONE_AT_A_TIME"),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_what_no_file_may_say(village: Desk, tmp_path: Path, name: str) -> None:
    """What a mutation refuses, a file is refused for, at row and column; nothing is half-written."""
    one, two = await _placements(village)
    values, header, reason = REFUSED[name]
    stays: Rows = [
        _away("2", two, "2021-06-01", **WHERE),
        _away("1", one, "2021-03-01", endedOn="2021-03-20"),
        _away("1", one, "2021-01-01", endedOn="2021-01-03") | values,
    ]
    faults = await village.faults(write_csv(tmp_path, {"homes": [FIG], "temporaryStays": stays}))
    assert ("temporaryStays.csv", 4, header) in places(faults)
    assert reason in {fault.refusal.reason for fault in faults}
    assert await village.rows(MANY) == []

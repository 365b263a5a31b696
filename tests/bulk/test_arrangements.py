"""Placements in files: in a home or elsewhere, by sheets of before and of today; what contradicts itself is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.bulk.files import Desk, Rows, placement, places, write_csv

ELSEWHERE: dict[str, Any] = {"homeProgramme": "", "homeName": ""}
SAID = """
SELECT p.arrangement, p.setting, p.home_name, c.name AS partner, p.prepared, p.end_reason,
  s.home_id IS NOT NULL AS lives
FROM placement p JOIN home_stay s ON s.country_code = p.country_code AND s.id = p.id
JOIN child o ON o.country_code = p.country_code AND o.id = p.child_id AND o.case_number = '1'
LEFT JOIN community_partner c ON c.country_code = p.country_code AND c.id = p.partner_id
ORDER BY p.started_on
"""
REFUSED: dict[str, tuple[dict[str, Any], list[tuple[str, int, str]]]] = {
    "a home and elsewhere": ({"arrangement": "CUSTODY"}, [("placements.csv", 2, "arrangement")]),
    "neither of them": ({**ELSEWHERE, "arrangement": ""}, [("placements.csv", 2, "homeName")]),
    "neither of them, by a sheet of before": (ELSEWHERE, [("placements.csv", 2, "homeName")]),
    "a form without its home": ({**ELSEWHERE, "arrangement": "SOS_FAMILY"}, [("placements.csv", 2, "arrangement")]),
    "another form than the home's": ({"arrangement": "YOUTH_HOME"}, [("placements.csv", 2, "arrangement")]),
    "a partner beside a home": ({"arrangement": "", "partner": "Judo Club"}, [("placements.csv", 2, "partner")]),
    "no such arrangement": ({**ELSEWHERE, "arrangement": "BARN"}, [("placements.csv", 2, "arrangement")]),
    "prepared before it was born": (
        {"prepared": "YES", "preparedOn": "2015-05-30"}, [("placements.csv", 2, "preparedOn")],
    ),
}  # fmt: skip


async def test_a_file_says_where_children_live(village: Desk, tmp_path: Path) -> None:
    """A sheet of before says the home alone; an end of care in it is history; and what goes out comes back the same."""
    await village.bring(
        write_csv(tmp_path / "before", {"placements": [placement("1", endedOn="2021-01-01", endReason="ADOPTION")]})
    )
    given = {**ELSEWHERE, "arrangement": "BOARDING_SCHOOL", "partner": "Judo Club", "prepared": "YES"}
    await village.bring(write_csv(tmp_path / "today", {"placements": [{**placement("1", "2022-01-01"), **given}]}))
    told = [
        ("SOS_FAMILY", "FAMILY_BASED", "House Mango", None, "NOT_KNOWN", "ADOPTION", True),
        ("BOARDING_SCHOOL", "RESIDENTIAL", None, "Judo Club", "YES", None, False),
    ]
    assert [tuple(row) for row in await village.rows(SAID)] == told
    await village.take(tmp_path / "out")
    assert (await village.bring(tmp_path / "out")).stored is not None
    assert [tuple(row) for row in await village.rows(SAID)] == told


@pytest.mark.parametrize("name", REFUSED)
async def test_what_no_file_may_say(village: Desk, tmp_path: Path, name: str) -> None:
    """Row and column are told, and nothing is half-written."""
    values, where = REFUSED[name]
    rows: Rows = [{**placement("1"), **values}]
    before = await village.rows(SAID)
    assert places(await village.faults(write_csv(tmp_path, {"placements": rows}))) == where
    assert await village.rows(SAID) == before


async def test_a_file_moves_a_row_out_of_a_home(village: Desk, tmp_path: Path) -> None:
    """And the day of the home is free; a column that the file leaves out stays as it is."""
    await village.bring(write_csv(tmp_path / "first", {"placements": [placement("1", moveReason="PLANNED")]}))
    given = {**ELSEWHERE, "arrangement": "HEALTH_FACILITY"}
    await village.bring(write_csv(tmp_path / "second", {"placements": [{**placement("1"), **given}]}))
    (row,) = await village.rows(SAID)
    assert (row["arrangement"], row["setting"], row["home_name"], row["lives"]) == (
        "HEALTH_FACILITY", "OTHER", None, False,
    )  # fmt: skip
    assert await village.rows("SELECT move_reason FROM placement WHERE move_reason = 'PLANNED'")

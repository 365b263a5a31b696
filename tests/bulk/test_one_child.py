"""One child, in every link, by file: a row that leads into another child's file is told of, and nothing comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bulk.files import places, write_csv

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bulk.files import Desk

CARE = """
SELECT 'CareEpisode_BE_' || e.id
FROM care_episode e JOIN child c ON c.country_code = e.country_code AND c.id = e.child_id
WHERE c.case_number = '1'
"""


async def test_a_file_leads_to_rows_of_the_same_child_alone(village: Desk, tmp_path: Path) -> None:
    """Of two tasks the one that names the sister's time in care is told of, with its field; the other one would do."""
    ((care,),) = await village.rows(CARE)
    tasks = [_of(each, careEpisode=care, kind="OTHER", title="A visit.", dueOn="2020-02-01") for each in ("1", "2")]
    faults = await village.faults(write_csv(tmp_path, {"tasks": tasks}))
    assert places(faults) == [("tasks.csv", 3, "careEpisode")]
    assert "another child's" in faults[0].message
    await village.bring(write_csv(tmp_path, {"tasks": tasks[:1]}))
    assert len(await village.rows("SELECT FROM task WHERE care_episode_id IS NOT NULL")) == 1


def _of(number: str, **values: str) -> dict[str, object]:
    return {"childProgramme": "Village Liège", "childCaseNumber": number, **values}

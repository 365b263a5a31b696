"""Sheets that were exported by the release before times in care: as it wrote them, word by word, they still come in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.bulk.routed import as_routed

if TYPE_CHECKING:
    from tests.bulk.files import Desk


SHEETS = {path.stem: path.read_text("utf-8") for path in (Path(__file__).parent / "of_202611301320").glob("*.csv")}
"""The village as the release of that schema version exported it."""
CARE = """
SELECT c.case_number, e.started_on::text, e.ended_on::text, e.primary_reason, e.destination,
  (SELECT count(*) FROM placement p WHERE p.country_code = e.country_code AND p.care_episode_id = e.id) AS stays
FROM care_episode e JOIN child c ON c.country_code = e.country_code AND c.id = e.child_id ORDER BY 1, 2
"""
OF_THE_VILLAGE = [
    ("1", "2020-01-01", None, None, None, 1),
    ("2", "2020-01-01", None, None, None, 1),
    ("3", "2019-01-01", None, "NEGLECT", None, 2),
    ("4", "2018-01-01", "2019-01-01", None, "FAMILY", 1),
    ("4", "2021-03-01", None, "ABUSE", None, 1),
]


def written(folder: Path, **others: str) -> Path:
    """The files, byte by byte as they were: with the mark by which a spreadsheet knows UTF-8."""
    folder.mkdir()
    for name, text in {**SHEETS, **others}.items():
        (folder / f"{name}.csv").write_text(text, "utf-8-sig", newline="\r\n")
    return folder


async def care_of(desk: Desk) -> list[tuple[object, ...]]:
    """The times in care: whose, days, reason, destination, stays."""
    return [tuple(row) for row in await desk.rows(CARE)]


@pytest.mark.parametrize("routed", [False, True], ids=["at once", "in steps"])
async def test_they_come_in_with_the_care_that_they_tell_of(desk: Desk, tmp_path: Path, *, routed: bool) -> None:
    """Each chain of stays is a time in care, so that every child counts; brought once more, nothing changes."""
    desk = await as_routed(desk.address) if routed else desk
    folder = written(tmp_path / "before")
    brought = await desk.bring(folder)
    assert brought.stored is not None
    assert (brought.stored.created["placements"], brought.stored.created["careEpisodes"]) == (6, 5)
    assert await care_of(desk) == OF_THE_VILLAGE
    again = await desk.bring(folder)
    assert again.stored is not None
    assert (again.stored.created, again.stored.changed) == ({}, {})


async def test_what_they_say_later_goes_on_with_care_on_record(desk: Desk, tmp_path: Path) -> None:
    """A move stays in its time in care; who leaves ends it; who comes back begins another one."""
    await desk.bring(written(tmp_path / "before"))
    head, _, rows = SHEETS["placements"].partition("\n")
    placed = "Placement_BE_01a22dd4-6e76-772d-a157-79b0989a5672,Village Liège,1,Village Liège,House Mango,2020-01-01"
    moved = rows.replace(f"{placed},,ADMISSION,,", f"{placed},2026-01-01,ADMISSION,MOVE,")
    moved = moved.replace("2020-06-01,,MOVE,,", "2020-06-01,2026-03-01,MOVE,ADOPTION,")
    moved += ",Village Liège,1,Village Liège,House Kiwi,2026-01-01,,MOVE,,,,\n"
    moved += ",Village Liège,3,Village Liège,House Kiwi,2026-05-01,,RETURN_TO_CARE,,,,\n"
    await desk.bring(written(tmp_path / "later", placements=f"{head}\n{moved}"))
    assert await care_of(desk) == [
        ("1", "2020-01-01", None, None, None, 2),
        ("2", "2020-01-01", None, None, None, 1),
        ("3", "2019-01-01", "2026-03-01", "NEGLECT", "ADOPTION", 2),
        ("3", "2026-05-01", None, "NEGLECT", None, 1),
        *OF_THE_VILLAGE[3:],
    ]


@pytest.mark.parametrize("routed", [False, True], ids=["at once", "in steps"])
async def test_plans_tell_of_care_that_is_planned(desk: Desk, tmp_path: Path, *, routed: bool) -> None:
    """Who is to come back begins another time in care; a plan that overlaps one and lies in none is refused."""
    desk = await as_routed(desk.address) if routed else desk
    await desk.bring(written(tmp_path / "before"))
    head, _, rows = SHEETS["placements"].partition("\n")
    gone = rows.replace("2020-06-01,,MOVE,,", "2020-06-01,2027-03-01,MOVE,ADOPTION,")
    gone += ",Village Liège,3,Village Liège,House Kiwi,2027-05-01,,RETURN_TO_CARE,,,,\n"
    await desk.bring(written(tmp_path / "later", placements=f"{head}\n{gone}"))
    assert [each for each in await care_of(desk) if each[0] == "3"] == [
        ("3", "2019-01-01", "2027-03-01", "NEGLECT", "ADOPTION", 2),
        ("3", "2027-05-01", None, "NEGLECT", None, 1),
    ]
    await desk.run("UPDATE placement SET voided_at = now(), void_reason = 'Gone' WHERE started_on = '2027-05-01'")
    across = ",Village Liège,3,Village Liège,House Kiwi,2027-04-01,,RETURN_TO_CARE,,,,\n"
    faults = await desk.faults(written(tmp_path / "across", placements=f"{head}\n{across}"))
    assert [(fault.column, fault.refusal.reason) for fault in faults] == [("startedOn", "CARE_NOT_BEGUN")]


@pytest.mark.parametrize("routed", [False, True], ids=["at once", "in steps"])
@pytest.mark.parametrize(
    ("end", "care"),
    [
        ("2019-06-01,ADMISSION,REUNIFICATION_WITH_FAMILY", ("2019-06-01", "FAMILY")),
        ("2019-08-01,ADMISSION,ADOPTION", ("2019-08-01", "ADOPTION")),
        ("2019-09-01,ADMISSION,MOVE", ("2019-09-01", "FAMILY")),
    ],
)
async def test_an_end_that_was_later_is_the_end_of_care_too(
    desk: Desk, tmp_path: Path, end: str, care: tuple[str, str], *, routed: bool
) -> None:
    """The last stay of a time in care takes its end along, as a correction does."""
    desk = await as_routed(desk.address) if routed else desk
    await desk.bring(written(tmp_path / "before"))
    later = SHEETS["placements"].replace("2019-01-01,ADMISSION,REUNIFICATION_WITH_FAMILY", end)
    await desk.bring(written(tmp_path / "later", placements=later))
    assert await care_of(desk) == [
        *OF_THE_VILLAGE[:3],
        ("4", "2018-01-01", *care[:1], None, care[1], 1),
        OF_THE_VILLAGE[4],
    ]


async def test_an_end_that_runs_into_the_next_time_in_care_is_refused(desk: Desk, tmp_path: Path) -> None:
    """Two times in care are not one."""
    await desk.bring(written(tmp_path / "before"))
    await desk.run("UPDATE placement SET voided_at = now(), void_reason = 'Gone' WHERE started_on = '2021-03-01'")
    later = SHEETS["placements"].replace("2019-01-01,ADMISSION,REUNIFICATION_WITH_FAMILY", "2022-01-01,ADMISSION,OTHER")
    later = "\n".join(line for line in later.splitlines() if "2021-03-01" not in line)
    faults = await desk.faults(written(tmp_path / "later", placements=later + "\n"))
    assert ("endedOn", "OUTSIDE_ITS_DAYS") in [(fault.column, fault.refusal.reason) for fault in faults]


async def test_a_file_that_says_of_care_means_what_it_says(desk: Desk, tmp_path: Path) -> None:
    """Where it has the column and leaves it empty, a placement is in no time in care."""
    lines = SHEETS["placements"].splitlines()
    said = "\n".join([f"{lines[0]},careEpisode", *(f"{line}," for line in lines[1:]), ""])
    brought = await desk.bring(written(tmp_path / "today", placements=said))
    assert brought.stored is not None
    assert "careEpisodes" not in brought.stored.created
    assert await care_of(desk) == []

"""Deaths in files: said in the child's row, and at the end of what ended with them; nobody lives on in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from countries.connections.address import Address
from tests.bulk.files import Desk, Rows, child, placement, places, tie, write_csv
from tests.bulk.routed import as_routed

DIED = {"diedOn": "2021-06-01"}
BY_DEATH = {"endedOn": "2021-06-01", "endReason": "DEATH"}
ENDED = {"endedOn": "2021-06-01"}
WHOLE: dict[str, Rows] = {
    "children": [child("1", **DIED)],
    "placements": [placement("1", **BY_DEATH)],
    "communityLinks": [tie("1", **ENDED)],
}
CARE = """
SELECT e.ended_on::text, e.destination FROM care_episode e
JOIN child c ON c.country_code = e.country_code AND c.id = e.child_id WHERE c.case_number = '1'
"""
SAID = "SELECT died_on::text, died_on_precision, version FROM child WHERE case_number = '1'"

REFUSED: dict[str, tuple[dict[str, Rows], list[tuple[str, int, str]], str]] = {
    "a death in the future": (
        {"children": [child("7", diedOn="2026-11-23")]}, [("children.csv", 2, "diedOn")], "in the future",
    ),
    "a death before the birth": (
        {"children": [child("7", diedOn="2015-05-30")]}, [("children.csv", 2, "diedOn")], "not born yet",
    ),
    "how much is known of no day": (
        {"children": [child("7", diedOnPrecision="YEAR")]}, [("children.csv", 2, "diedOnPrecision")], "come together",
    ),
    "a child who goes on living there": (
        {"children": [child("2", **DIED, givenName="Lena")], "placements": [placement("2")]},
        [("children.csv", 2, "diedOn")], "lived in a home",
    ),
    "a tie that goes on": (
        {**WHOLE, "communityLinks": [tie("1")]}, [("children.csv", 2, "diedOn")], "tie to the community",
    ),
    "a fact of a later day": (
        {"children": [child("1", diedOn="2020-06-01")]}, [("children.csv", 2, "diedOn")], "tie to the community",
    ),
    "an end by death that nobody has said": (
        {"placements": [placement("1", **BY_DEATH)]}, [("placements.csv", 2, "endReason")], "No death",
    ),
    "an end by death before the death": (
        {**WHOLE, "placements": [placement("1", endedOn="2021-05-01", endReason="DEATH")]},
        [("placements.csv", 2, "endReason")], "No death",
    ),
}  # fmt: skip
AFTERWARDS: dict[str, tuple[dict[str, Rows], list[tuple[str, int, str]], str]] = {
    "another day of death": (
        {"children": [child("1", diedOn="2021-06-02")]}, [("children.csv", 2, "diedOn")], "correctDeath",
    ),
    "less of the day": (
        {"children": [child("1", **DIED, diedOnPrecision="YEAR")]},
        [("children.csv", 2, "diedOnPrecision")], "correctDeath",
    ),
    "no death": (
        {"children": [child("1", diedOn="", diedOnPrecision="")]},
        [("children.csv", 2, "diedOn"), ("children.csv", 2, "diedOnPrecision")], "voidDeath",
    ),
    "another reason": (
        {"placements": [placement("1", endedOn="2021-06-01", endReason="MOVE")]},
        [("placements.csv", 2, "endReason")], "correctDeath",
    ),
    "another end": (
        {"placements": [placement("1", endedOn="2021-05-01", endReason="OTHER")]},
        [("placements.csv", 2, "endReason")], "correctDeath",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
async def test_a_death_that_does_not_go_with_the_rest(read_only_village: Desk, tmp_path: Path, name: str) -> None:
    """What a mutation refuses of a death, a file is refused for, at row and column."""
    sheets, where, sentence = REFUSED[name]
    faults = await read_only_village.faults(write_csv(tmp_path, sheets))
    assert places(faults) == where
    assert sentence in f"{faults[0].message} {faults[0].hint}"


async def test_a_file_says_a_death_and_what_ended_with_it(village: Desk, tmp_path: Path) -> None:
    """Child, placement and tie come together; the day is meant where the file does not say how much is known."""
    brought = await village.bring(write_csv(tmp_path, WHOLE))
    assert brought.stored is not None
    assert brought.stored.changed == {"children": 1, "placements": 1, "communityLinks": 1}
    assert [tuple(row) for row in await village.rows(SAID)] == [("2021-06-01", "DAY", 2)]
    assert [tuple(row) for row in await village.rows(CARE)] == [("2021-06-01", "DEATH")]
    again = await village.bring(tmp_path)
    assert again.stored is not None
    assert again.stored.number is None


async def test_a_death_in_a_home_that_the_file_tells_of_first(village: Desk, tmp_path: Path) -> None:
    """A stay that is new, and the last one of a time in care on record, ends that too."""
    stays = [
        placement("1", endedOn="2021-03-01", endReason="MOVE"),
        placement("1", "2021-03-01", startReason="MOVE", **BY_DEATH),
    ]
    await village.bring(write_csv(tmp_path, {**WHOLE, "placements": stays}))
    assert [tuple(row) for row in await village.rows(CARE)] == [("2021-06-01", "DEATH")]


@pytest.mark.parametrize("name", AFTERWARDS)
async def test_a_file_neither_changes_nor_empties_a_death(village: Desk, tmp_path: Path, name: str) -> None:
    """A death on record is set right, and taken back, by the mutations that ask why."""
    await village.bring(write_csv(tmp_path / "first", WHOLE))
    sheets, where, sentence = AFTERWARDS[name]
    faults = await village.faults(write_csv(tmp_path / "second", sheets))
    assert places(faults) == where
    assert sentence in f"{faults[0].message} {faults[0].hint}"


async def test_a_file_that_says_nothing_of_deaths_leaves_them(village: Desk, tmp_path: Path) -> None:
    """Without the columns a child's row changes everything else; an export brings them back as they are."""
    await village.bring(write_csv(tmp_path / "first", WHOLE))
    await village.bring(write_csv(tmp_path / "second", {"children": [child("1", interests="Chess")]}))
    assert [tuple(row) for row in await village.rows(SAID)] == [("2021-06-01", "DAY", 3)]
    await village.take(tmp_path / "taken")
    brought = await village.bring(tmp_path / "taken")
    assert brought.stored is not None
    assert brought.stored.number is None


async def test_nobody_lives_on_in_a_file(village: Desk, tmp_path: Path) -> None:
    """After a death a file neither places the child nor ties it, nor lets what has ended go on."""
    await village.bring(write_csv(tmp_path / "first", WHOLE))
    later: dict[str, Rows] = {
        "placements": [placement("1", "2022-05-01", startReason="MOVE")],
        "communityLinks": [tie("1", startedOn="2024-09-01")],
    }
    faults = await village.faults(write_csv(tmp_path / "second", later))
    assert {(fault.file.split("/")[-1], fault.row) for fault in faults} == {
        ("placements.csv", 2),
        ("communityLinks.csv", 2),
    }


async def test_a_tie_that_a_death_has_cut_comes_back(village: Desk, empty: Address, tmp_path: Path) -> None:
    """A tie that was to begin keeps its first day when its child dies; an export of it fills an empty country."""
    await village.bring(write_csv(tmp_path / "first", {**WHOLE, "children": [child("1", **DIED)]}))
    cut = tie("1", kind="SCHOOL", startedOn="2024-09-01", endedOn="2024-09-02")
    faults = await village.faults(write_csv(tmp_path / "new", {"communityLinks": [cut]}))
    assert places(faults) == [("communityLinks.csv", 2, "startedOn")]
    await village.run(
        "INSERT INTO community_link (country_code, programme_id, child_id, kind, started_on, ended_on)"
        " SELECT country_code, programme_id, id, 'SCHOOL', '2024-09-01', '2024-09-02' FROM child"
        " WHERE case_number = '1'"
    )
    counts = await village.take(tmp_path / "taken")
    brought = await Desk(empty).bring(tmp_path / "taken")
    assert brought.stored is not None
    assert brought.stored.created["communityLinks"] == counts["communityLinks"]
    longer = (tmp_path / "taken" / "communityLinks.csv").read_text("utf-8-sig").replace("2024-09-02", "2024-09-03")
    (tmp_path / "taken" / "communityLinks.csv").write_text(longer, "utf-8")
    assert places(await village.faults(tmp_path / "taken")) == [("communityLinks.csv", 3, "startedOn")]


OPEN = """
INSERT INTO temporary_stay (country_code, programme_id, child_id, placement_id, kind, started_on)
SELECT country_code, programme_id, child_id, id, 'RESPITE', '2021-05-01' FROM placement WHERE child_id = $1;
INSERT INTO task (country_code, programme_id, child_id, kind, title, due_on)
SELECT country_code, programme_id, id, 'OTHER', 'Ask the school.', '2021-07-01' FROM child WHERE id = $1
"""
LEFT = """
SELECT 'stay', ended_on::text, end_reason FROM placement WHERE child_id = $1
UNION ALL SELECT 'care', ended_on::text, destination FROM care_episode WHERE child_id = $1
UNION ALL SELECT 'away', ended_on::text, NULL FROM temporary_stay WHERE child_id = $1
UNION ALL SELECT 'tie', ended_on::text, NULL FROM community_link WHERE child_id = $1
UNION ALL SELECT 'owed', not_owed_from::text, not_owed_reason FROM task WHERE child_id = $1
UNION ALL SELECT 'told', kind, title FROM task WHERE child_id <> $1
"""


@pytest.mark.parametrize("way", ["at once", "in steps"])
async def test_what_a_file_does_not_bring_ends_with_the_death(village: Desk, tmp_path: Path, way: str) -> None:
    """As recordDeath does: stay, care, ties, nights away end, nothing is owed, and the sister's team has a task."""
    desk = await as_routed(village.address) if way == "in steps" else village
    ((key,),) = await desk.rows("SELECT id FROM child WHERE case_number = '1'")
    await desk.run(OPEN.replace("$1", f"'{key}'"))
    died = write_csv(tmp_path, {"children": [child("1", **DIED)]})
    brought = await desk.bring(died)
    assert {tuple(row) for row in await desk.rows(LEFT.replace("$1", f"'{key}'"))} == {
        ("stay", "2021-06-01", "DEATH"),
        ("care", "2021-06-01", "DEATH"),
        ("away", "2021-06-01", None),
        ("tie", "2021-06-01", None),
        ("owed", "2021-06-01", "CHILD_DIED"),
        ("told", "OTHER", "Tell the child that a brother or sister has died, and stay with it."),
    }
    assert brought.stored is not None
    last = await desk.rows("SELECT last FROM change_counter WHERE country_code = 'BE'")
    assert [row[0] for row in last] == [brought.stored.number]
    again = await desk.bring(write_csv(tmp_path, {"children": [child("1", **DIED, interests="Chess")]}))
    assert again.stored is not None
    assert again.stored.changed == {"children": 1}
    assert len(await desk.rows("SELECT 1 FROM task")) == 2

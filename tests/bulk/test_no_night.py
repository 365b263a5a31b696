"""Stays that hold no night in files: two that begin on one day are told apart by their ids, and by nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.reasons import Reason
from tests.bulk.files import HOME, Desk, child, placement, places, write_csv
from tests.bulk.routed import as_routed

if TYPE_CHECKING:
    from pathlib import Path

DAY = "2021-06-01"
IDS = ("Placement_BE_01a22d00-0000-7000-8000-000000000001", "Placement_BE_01a22d00-0000-7000-8000-000000000002")
FIG = {**HOME, "name": "House Fig"}
STAYS = """
SELECT p.started_on::text, p.ended_on::text, p.home_name, e.started_on::text, e.ended_on::text
FROM placement p JOIN child c ON c.id = p.child_id LEFT JOIN care_episode e ON e.id = p.care_episode_id
WHERE c.case_number = '9' ORDER BY p.ended_on NULLS LAST
"""
BROUGHT = [(DAY, DAY, "House Mango", DAY, None), (DAY, None, "House Fig", DAY, None)]


def _night(**values: object) -> dict[str, object]:
    """In the full house at two at night."""
    return placement("9", DAY, endedOn=DAY, endReason="MOVE", startReason="EMERGENCY", **values)


def _noon(**values: object) -> dict[str, object]:
    """In the other one at noon."""
    return placement(
        "9", DAY, **{"endedOn": "", "endReason": "", "startReason": "MOVE", "homeName": "House Fig"} | values
    )


def _sheets(*stays: dict[str, object]) -> dict[str, list[dict[str, object]]]:
    return {"homes": [FIG], "children": [child("9")], "placements": list(stays)}


@pytest.mark.parametrize("routed", [False, True], ids=["at once", "in steps"])
async def test_two_of_one_day_come_in_with_their_ids(village: Desk, tmp_path: Path, *, routed: bool) -> None:
    """The house is full, and was for no night fuller; they are one time in care, and an export of them changes none."""
    village = await as_routed(village.address) if routed else village
    stays = (_noon(id=IDS[1]), _night(id=IDS[0]))
    await village.bring(write_csv(tmp_path / "new", _sheets(*stays)))
    assert [tuple(row) for row in await village.rows(STAYS)] == BROUGHT
    await village.take(tmp_path / "out")
    again = await village.bring(tmp_path / "out")
    assert again.stored is not None
    assert (again.stored.created, again.stored.changed) == ({}, {})
    assert [tuple(row) for row in await village.rows(STAYS)] == BROUGHT


async def test_without_ids_nobody_knows_which_is_meant(village: Desk, tmp_path: Path) -> None:
    """Neither of two new ones, nor one of two on record; nothing is written, and the wrong row is never changed."""
    faults = await village.faults(write_csv(tmp_path / "new", _sheets(_night(), _noon())))
    assert places(faults) == [("placements.csv", 3, "startedOn")]
    assert (faults[0].refusal.reason, "its id" in faults[0].hint) == (Reason.SAID_TWICE, True)
    await village.bring(write_csv(tmp_path / "ids", _sheets(_night(id=IDS[0]), _noon(id=IDS[1]))))
    later = {"placements": [_noon(endedOn="2021-07-01", endReason="MOVE")]}
    faults = await village.faults(write_csv(tmp_path / "later", later))
    assert [(fault.row, fault.column, fault.refusal.reason) for fault in faults] == [
        (2, "startedOn", Reason.NAME_OF_SEVERAL)
    ]
    third = {"placements": [_noon(id=IDS[0].replace("0001", "0003"))]}
    assert await village.faults(write_csv(tmp_path / "third", third))
    assert [tuple(row) for row in await village.rows(STAYS)] == BROUGHT


async def test_a_stay_on_record_ends_on_its_first_day(village: Desk, tmp_path: Path) -> None:
    """By its child and its day, where it is the only one; a day before is refused at the end."""
    given = {"endReason": "MOVE"}
    faults = await village.faults(
        write_csv(tmp_path / "early", {"placements": [placement("1", endedOn="2019-12-31", **given)]})
    )
    assert ("placements.csv", 2, "endedOn") in places(faults)
    assert Reason.ENDS_BEFORE_START in {fault.refusal.reason for fault in faults}
    await village.bring(write_csv(tmp_path / "day", {"placements": [placement("1", endedOn="2020-01-01", **given)]}))
    query = "SELECT count(*) FROM home_stay WHERE ended_on = started_on AND started_on = '2020-01-01'"
    assert [row[0] for row in await village.rows(query)] == [1]

"""Carers in files: with their checks, from which it is reckoned until when they are cleared, and what they care for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bulk.files import Desk, Rows, places, write_csv
from tests.bulk.routed import as_routed

AMA = "Caregiver_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d01"
CAREGIVER: dict[str, object] = {
    "id": AMA, "programme": "Village Liège", "givenName": "Ama", "kind": "FAMILY_CARER", "engagedOn": "2015-01-01",
}  # fmt: skip
HOME: dict[str, object] = {"homeProgramme": "Village Liège", "homeName": "House Mango"}
SAID = "SELECT cleared_until::text, version FROM caregiver"


def check(kind: str, **values: object) -> dict[str, object]:
    """That the carer was checked."""
    about = {"caregiver": AMA, "kind": kind, "decidedOn": "2020-01-01", "validUntil": "2028-01-01"}
    return {**about, "outcome": "PASSED", **values}


def assignment(**values: object) -> dict[str, object]:
    """That the carer is the parent of the house."""
    return {**HOME, "caregiver": AMA, "role": "PARENT", "startedOn": "2016-01-01", **values}


CHECKS = [check(kind) for kind in ("BACKGROUND_CHECK", "HEALTH_CHECK", "REFERENCE")]
WHOLE: dict[str, Rows] = {
    "caregivers": [CAREGIVER],
    "caregiverChecks": CHECKS,
    "caregiverAssignments": [assignment()],
    "inspections": [
        {**HOME, "kind": "LICENCE", "heldOn": "2020-01-01", "outcome": "PASSED", "carriedOutBy": "District",
         "validUntil": "9999-12-31"},
    ],
}  # fmt: skip
REFUSED: dict[str, tuple[dict[str, Rows], list[tuple[str, int, str]]]] = {
    "one of a child and of a home": (
        {"caregiverAssignments": [assignment(childProgramme="Village Liège", childCaseNumber="1")]},
        [("caregiverAssignments.csv", 2, "role"), ("caregiverAssignments.csv", 2, "homeName")],
    ),
    "a key carer of a home": (
        {"caregiverAssignments": [assignment(role="KEY_CARER")]}, [("caregiverAssignments.csv", 2, "role")],
    ),
    "a licence that is over before it was given": (
        {"inspections": [{**WHOLE["inspections"][0], "validUntil": "2019-01-01"}]},
        [("inspections.csv", 2, "validUntil")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("routed", [False, True])
async def test_a_file_brings_carers_with_their_checks(village: Desk, tmp_path: Path, *, routed: bool) -> None:
    """Until when they are cleared is reckoned of what the file brought, and anew where another one says otherwise."""
    village = await as_routed(village.address) if routed else village
    await village.bring(write_csv(tmp_path, WHOLE))
    assert [tuple(row) for row in await village.rows(SAID)] == [("2028-01-01", 2)]
    failed = [check("REFERENCE", decidedOn="2021-01-01", outcome="FAILED", validUntil="")]
    await village.bring(write_csv(tmp_path / "more", {"caregiverChecks": failed}))
    assert [tuple(row) for row in await village.rows(SAID)] == [(None, 3)]


@pytest.mark.parametrize("name", REFUSED)
async def test_what_no_file_may_say(village: Desk, tmp_path: Path, name: str) -> None:
    """What a mutation refuses, a file is refused for, at row and column; nothing is half-written."""
    more, where = REFUSED[name]
    faults = await village.faults(write_csv(tmp_path, {"caregivers": [CAREGIVER], **more}))
    assert places(faults) == where
    assert await village.rows(SAID) == []

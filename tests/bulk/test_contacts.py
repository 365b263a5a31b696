"""Contacts in files, and in both files: what waits for the office is written by its run of the night."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bulk.files import places, write_csv
from tests.bulk.test_nightly import hearth

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bulk.files import Desk

EVENTS = [f"0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5{digit}" for digit in range(6)]
MOTHER = {"id": "Relative_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d6f"}
SAID = """
SELECT c.case_number, f.kind, f.held_on::text, f.missed_reason, f.mirror, f.note, f.voided_at IS NULL
FROM family_contact f JOIN child c ON c.id = f.child_id ORDER BY 1, 2, 3
"""


def contact(one: str, other: str = "", event: int = 0, **values: object) -> dict[str, object]:
    """That two have met."""
    sibling = {"siblingProgramme": "Village Liège", "siblingCaseNumber": other} if other else {}
    about = {"childProgramme": "Village Liège", "childCaseNumber": one, "kind": "VISIT", "eventId": EVENTS[event]}
    met = "SIBLING" if other else "PARENT"
    return {**about, "heldOn": "2021-05-01", "metWith": met, **sibling, **values}


def relative(number: str, **values: object) -> dict[str, object]:
    """The mother of a child."""
    about = {"childProgramme": "Village Liège", "childCaseNumber": number, "relation": "MOTHER"}
    return {**about, "whereabouts": "KNOWN", "contact": "ENCOURAGED", "living": "YES", **values}


@pytest.mark.parametrize("is_routed", [False, True])
async def test_the_run_of_the_night_writes_the_other_file(
    village: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_routed: bool
) -> None:
    """One row becomes two; two teams' rows of one meeting become a pair; what was taken back goes from both."""
    if is_routed:
        monkeypatch.setattr("graph.bulk.nightly.IS_DISTRIBUTED", "SELECT true")
    rows = [
        contact("1", "2", 0, note="Only here."),
        contact("1", "2", 1, kind="CALL"),
        contact("2", "1", 2, kind="CALL"),
        contact("1", "2", 3, kind="LETTER", heldOn="", dueOn="2021-06-01", missedReason="CHILD_ILL"),
        contact("2", "1", 3, kind="LETTER", heldOn="", dueOn="2021-06-01", mirror="WRITTEN"),
    ]
    await village.bring(write_csv(tmp_path, {"familyContacts": rows}))
    done = await hearth(village, tmp_path, "nightly", "--countries", "BE,KE")
    assert "Written in both files: 2." in done.output
    assert [tuple(row) for row in await village.rows(SAID)] == [
        ("1", "CALL", "2021-05-01", None, "WRITTEN", None, True),
        ("1", "LETTER", None, "CHILD_ILL", "WRITTEN", None, True),
        ("1", "VISIT", "2021-05-01", None, "WRITTEN", "Only here.", True),
        ("2", "CALL", "2021-05-01", None, "WRITTEN", None, True),
        ("2", "LETTER", None, "FAMILY_ILL", "WRITTEN", None, True),
        ("2", "VISIT", "2021-05-01", None, "WRITTEN", None, True),
    ]
    assert "Written in both files: 0." in (await hearth(village, tmp_path, "nightly")).output
    # As a caseworker leaves it who sees one of them: taken back here, and not yet there.
    back = "UPDATE family_contact SET voided_at = now(), void_reason = 'In error.', mirror = 'WAITING'"
    await village.run(f"{back} WHERE note = 'Only here.'")
    assert "Written in both files: 1." in (await hearth(village, tmp_path, "nightly")).output
    assert [row[6] for row in await village.rows(SAID) if row[1] == "VISIT"] == [False, False]


async def test_two_files_that_say_two_things_wait_for_the_office(village: Desk, tmp_path: Path) -> None:
    """Held, says one team, and missed, says the other: neither is written over."""
    about = {"heldOn": "", "dueOn": "2021-06-01"}
    rows = [
        contact("1", "2", 0, **{**about, "heldOn": "2021-06-02"}),
        contact("2", "1", 0, **about, missedReason="NO_ESCORT"),
    ]
    await village.bring(write_csv(tmp_path, {"familyContacts": rows}))
    assert "Written in both files: 0." in (await hearth(village, tmp_path, "nightly")).output
    assert {row[4] for row in await village.rows(SAID)} == {None}


REFUSED: dict[str, tuple[dict[str, object], str, str]] = {
    "nobody": ({"relative": ""}, "relative", "HALF_GIVEN"),
    "no day": ({"heldOn": ""}, "dueOn", "HALF_GIVEN"),
    "to come": ({"heldOn": "2027-01-01"}, "heldOn", "DAY_IN_FUTURE"),
    "held and missed": ({"missedReason": "OTHER"}, "missedReason", "HALF_GIVEN"),
    "not now": ({"heldOn": "", "dueOn": "2026-12-01"}, "dueOn", "MAY_NOT_MEET"),
    "another's": ({"childCaseNumber": "2"}, "relative", "OF_ANOTHER_CHILD"),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_what_no_file_may_say(village: Desk, tmp_path: Path, name: str) -> None:
    """What a mutation refuses, a file is refused for, at row and column; nothing is half-written."""
    values, header, reason = REFUSED[name]
    mother = relative("1", **MOTHER, contact="NOT_NOW", contactReason="CHILDS_WISH")
    row = contact("1", event=1, relative=MOTHER["id"], heldOn="2021-05-01") | values
    faults = await village.faults(write_csv(tmp_path, {"relatives": [mother], "familyContacts": [row]}))
    assert ("familyContacts.csv", 2, header) in places(faults), faults
    assert reason in {fault.refusal.reason for fault in faults}
    assert await village.rows(SAID) == []

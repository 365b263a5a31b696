"""Codes of the country's own list in files: refused by row and column, kept where the row is on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.codes.codes import load_codes
from countries.tenancy.logins import OWNER
from graph.database.migrate import migrate
from graph.reasons import Reason
from tests.bulk.files import Desk, base, placement, places, write_csv
from tests.countries.lists import FOSTER, GONE, HEADER, NEW
from tests.countries.lists import written as list_of

if TYPE_CHECKING:
    from pathlib import Path

    from countries.register.register import Register

KINDS = "SELECT local_kind FROM placement WHERE country_code = 'BE' ORDER BY started_on, local_kind"


async def _listed(desk: Desk, register: Register, folder: Path, *lines: str) -> None:
    list_of(folder, HEADER, *lines)
    await migrate(desk.address, OWNER, register, codes=load_codes(register, folder))


async def test_a_code_of_a_file_is_refused_by_row_and_column(desk: Desk, register: Register, tmp_path: Path) -> None:
    """One that the list has not, one that has ended by the first day, and one that has not begun."""
    await _listed(desk, register, tmp_path, FOSTER, GONE, NEW)
    stays = [
        placement("1", localKind="pleeggezin", endedOn="2021-01-01", endReason="MOVE"),
        placement("1", "2026-02-01", localKind="VOORBIJ"),
        placement("2", localKind="NIEUW"),
    ]
    faults = await desk.faults(write_csv(tmp_path / "files", base() | {"placements": stays}))
    assert places(faults) == [("placements.csv", row, "localKind") for row in (2, 3, 4)]
    reasons = [Reason.NO_SUCH_CODE, Reason.CODE_OUT_OF_FORCE, Reason.CODE_OUT_OF_FORCE]
    assert [fault.refusal.reason for fault in faults] == reasons


async def test_a_row_on_record_keeps_a_code_that_has_ended(desk: Desk, register: Register, tmp_path: Path) -> None:
    """It goes out and comes back as it is; a new row may not have it any more."""
    await _listed(desk, register, tmp_path, FOSTER, GONE.replace("2026-02-01", ""), NEW)
    stays = [placement("1", localKind="VOORBIJ"), placement("2", localKind="PLEEGGEZIN")]
    await desk.bring(write_csv(tmp_path / "files", base() | {"placements": stays}))
    await _listed(desk, register, tmp_path, FOSTER, GONE.replace("2026-02-01", "2019-01-01"), NEW)
    await desk.take(tmp_path / "out")
    assert await desk.faults(tmp_path / "out") == []
    text = (tmp_path / "out" / "placements.csv").read_text(encoding="utf-8")
    (tmp_path / "out" / "placements.csv").write_text(text.replace("ADMISSION", "EMERGENCY"), encoding="utf-8")
    await desk.bring(tmp_path / "out")
    assert [row[0] for row in await desk.rows(KINDS)] == ["PLEEGGEZIN", "VOORBIJ"]
    (tmp_path / "out" / "placements.csv").write_text(text.replace("PLEEGGEZIN", "VOORBIJ"), encoding="utf-8")
    faults = await desk.faults(tmp_path / "out")
    assert [(fault.column, fault.refusal.reason) for fault in faults] == [("localKind", Reason.CODE_OUT_OF_FORCE)]

"""Languages of homes in files: codes with a semicolon between them; sheets of before have spaces."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bulk.files import HOME, Desk, places, write_csv

SAID = "SELECT languages FROM home WHERE name = 'House Mango'"


@pytest.mark.parametrize("cell", ["nl;fr", "nl fr", " nl ; fr "])
async def test_a_file_says_languages(village: Desk, tmp_path: Path, cell: str) -> None:
    """In their order; an export brings them back as they are."""
    await village.bring(write_csv(tmp_path / "first", {"homes": [{**HOME, "languages": cell}]}))
    assert [list(row[0]) for row in await village.rows(SAID)] == [["nl", "fr"]]
    await village.take(tmp_path / "taken")
    assert "nl;fr" in (tmp_path / "taken" / "homes.csv").read_text("utf-8-sig")
    brought = await village.bring(tmp_path / "taken")
    assert brought.stored is not None
    assert brought.stored.number is None


@pytest.mark.parametrize("cell", ["nl;xx", "nl;nl", "Dutch", "NL"])
async def test_what_is_no_language_is_told_at_its_cell(read_only_village: Desk, tmp_path: Path, cell: str) -> None:
    """Row and column, and what to write instead."""
    faults = await read_only_village.faults(write_csv(tmp_path, {"homes": [{**HOME, "languages": cell}]}))
    assert places(faults) == [("homes.csv", 2, "languages")]

"""A value of each kind in a file: in, out and in again; and what a cell cannot mean, with its place."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest
import pytest_asyncio
from openpyxl import Workbook, load_workbook

from countries.embedded.postgres import SUPERUSER
from graph.bulk.exporting import ExportFormat
from tests.bulk.files import PROGRAMME, write_csv
from tests.bulk.files import Desk as Files
from tests.conftest import copy_database
from tests.kinds.catalogue import made_up_model, make_tables
from tests.kinds.conftest import EVENT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from countries.connections.address import Address

LEAST = {"programme": "Village Liège", "title": "A", "needed": "SCHOOL", "begunOn": "2026-01-31"}
WHOLE = {
    **LEAST, "topics": "MONEY; HEALTH", "agreed": "NO", "heldOn": "2026-02-01", "heldOnPrecision": "MONTH",
    "story": "x" * 12_000, "motto": "Go on", "eventId": EVENT.upper(),
}  # fmt: skip
KEPT = (
    "SELECT topics, needed, agreed, held_on::text, held_on_precision, begun_on::text, begun_on_precision,"
    " length(story), motto, event_id::text, version FROM review WHERE title = $1"
)


@pytest_asyncio.fixture
async def files(server: Address, worker: str) -> AsyncIterator[Files]:
    """A database with both tables, and no row."""
    address = await copy_database(server, "empty", f"kinds_files_{worker}")
    with made_up_model():
        await make_tables(address)
        yield Files(address)


async def kept(files: Files, title: str) -> tuple[Any, ...]:
    """A row as the table holds it."""
    return tuple(next(iter(await files.rows(KEPT, title)), ()))


async def test_a_file_brings_each_kind(files: Files, tmp_path: Path) -> None:
    """What is left out, or empty, is empty, or what a new row has; a day alone is known to the day."""
    await files.bring(write_csv(tmp_path, {"programmes": [PROGRAMME], "reviews": [WHOLE, {**LEAST, "title": "B"}]}))
    assert await kept(files, "A") == (
        ["HEALTH", "MONEY"], ["SCHOOL"], "NO", "2026-02-01", "MONTH", "2026-01-31", "DAY", 12_000, "Go on", EVENT, 1,
    )  # fmt: skip
    assert await kept(files, "B") == (
        None, ["SCHOOL"], "NOT_KNOWN", None, None, "2026-01-31", "DAY", None, None, None, 1,
    )  # fmt: skip


@pytest.mark.parametrize("format_", list(ExportFormat))
async def test_what_is_written_out_comes_in_as_it_was(files: Files, tmp_path: Path, format_: ExportFormat) -> None:
    """An export changes nothing where it is imported again, and brings all where the rows are gone."""
    rows = [WHOLE, {**LEAST, "title": "B"}]
    await files.bring(write_csv(tmp_path / "in", {"programmes": [PROGRAMME], "reviews": rows}))
    before = [await kept(files, title) for title in "AB"]
    await files.take(tmp_path / "out", format_)
    brought = await files.bring(tmp_path / "out")
    assert brought.stored is not None
    assert (brought.stored.created, brought.stored.changed) == ({}, {})
    owner = await asyncpg.connect(**files.address.connect_arguments(SUPERUSER))
    await owner.execute("DELETE FROM review")
    await owner.close()
    await files.bring(tmp_path / "out")
    assert [await kept(files, title) for title in "AB"] == before


async def test_an_export_writes_lists_and_uuids_as_text(files: Files, tmp_path: Path) -> None:
    """Members with `;` between them, in CSV and in a workbook."""
    await files.bring(write_csv(tmp_path / "in", {"programmes": [PROGRAMME], "reviews": [WHOLE]}))
    await files.take(tmp_path / "csv", ExportFormat.CSV)
    with (tmp_path / "csv" / "reviews.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["topics"], row["eventId"], row["agreed"]) == ("HEALTH;MONEY", EVENT, "NO")
    await files.take(tmp_path / "book", ExportFormat.XLSX)
    header, cells = load_workbook(tmp_path / "book" / "hearth.xlsx")["reviews"].iter_rows(values_only=True)
    told = dict(zip(header, cells, strict=True))
    assert (told["topics"], told["eventId"]) == ("HEALTH;MONEY", EVENT)
    assert len(str(told["story"])) == 12_000


async def test_a_file_changes_what_it_says_and_no_more(files: Files, tmp_path: Path) -> None:
    """Columns that it has not stay; an empty cell empties; a day alone keeps how much of it is known."""
    await files.bring(write_csv(tmp_path / "one", {"programmes": [PROGRAMME], "reviews": [WHOLE]}))
    part = {name: LEAST[name] for name in ("programme", "title", "needed", "begunOn")}
    await files.bring(write_csv(tmp_path / "two", {"reviews": [{**part, "heldOn": "2026-03-01", "topics": ""}]}))
    assert await kept(files, "A") == (
        None, ["SCHOOL"], "NO", "2026-03-01", "MONTH", "2026-01-31", "DAY", 12_000, "Go on", EVENT, 2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "column", "message"),
    [
        ({"topics": "MONEY;NOTHING"}, "topics", "There is no such value."),
        ({"topics": "MONEY;;HEALTH"}, "topics", "There is no such value."),
        ({"topics": "MONEY,HEALTH"}, "topics", "There is no such value."),
        ({"topics": "MONEY;HEALTH;MONEY"}, "topics", "A value stands there twice."),
        ({"needed": ""}, "needed", "The cell is empty."),
        ({"agreed": "TRUE"}, "agreed", "There is no such value."),
        ({"eventId": EVENT[:-1]}, "eventId", "A UUID is expected here."),
        ({"eventId": f"Review_BE_{EVENT}"}, "eventId", "A UUID is expected here."),
        (
            {"heldOn": ""},
            "heldOnPrecision",
            "A day and how much of it is known come together.",
        ),
        ({"heldOn": "2027-01-01"}, "heldOn", "The day lies in the future."),
        ({"begunOn": "2026-02-30"}, "begunOn", "There is no such day."),
        ({"motto": "x" * 11}, "motto", "It may hold 10 characters."),
        ({"story": "x" * 20_001}, "story", "Text may hold 20000 characters."),
        ({"title": "x" * 501}, "title", "It may hold 500 characters."),
    ],
)
async def test_a_cell_that_cannot_be_meant_is_told_with_its_place(
    files: Files, tmp_path: Path, cells: dict[str, str], column: str, message: str
) -> None:
    """Row and column, and nothing is written."""
    folder = write_csv(tmp_path, {"programmes": [PROGRAMME], "reviews": [{**LEAST, "title": "G"}, WHOLE | cells]})
    (fault,) = await files.faults(folder)
    assert (fault.row, fault.column, fault.message) == (3, column, message)
    assert fault.hint.endswith(".")
    assert await kept(files, "G") == ()


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("eventId", 7, "A UUID is expected here."),
        ("topics", 7, "There is no such value."),
        ("topics", True, "There is no such value."),
    ],
)
async def test_a_workbooks_cell_of_another_type_is_told(
    files: Files, tmp_path: Path, column: str, value: object, message: str
) -> None:
    """A number or a truth is no list and no UUID."""
    book = Workbook()
    page: Any = book.active
    page.title = "programmes"
    page.append(list(PROGRAMME))
    page.append(list(PROGRAMME.values()))
    page = book.create_sheet("reviews")
    page.append([*LEAST, column])
    page.append([*LEAST.values(), value])
    book.save(tmp_path / "book.xlsx")
    (fault,) = await files.faults(tmp_path / "book.xlsx")
    assert (fault.column, fault.message) == (column, message)

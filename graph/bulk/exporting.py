"""An export: every table of a country as files that an import reads, from one snapshot, a page of rows at a time."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from graph.bulk.csv_injection import escaped, guarded
from graph.bulk.import_context import Ground, asking
from graph.bulk.selecting import SheetPages, exported
from graph.bulk.sheets import all_sheets
from graph.errors import BadUserInput
from graph.kinds.table import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from countries.connections.database import Database
    from countries.tenancy.caller import Caller
    from graph.bulk.sheets import Sheet

BOOK = "hearth.xlsx"
MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""By this mark a spreadsheet knows that a CSV file is UTF-8."""


MOST_BOOK_ROWS = 1_048_576
"""Rows of a sheet, its header among them."""


MOST_BOOK_NUMBER = 10**15
"""A spreadsheet keeps fifteen digits of a number; one of more stays whole as text."""


class ExportFormat(StrEnum):
    """How an export is written."""

    CSV = "csv"
    XLSX = "xlsx"


class Writes(Protocol):
    """Takes the rows of one sheet."""

    def __call__(self, values: Sequence[object]) -> None:
        """One row."""


@dataclass(frozen=True, slots=True)
class Export:
    """One export.

    Attributes:
        caller: the office whose country it is.
        today: today's date in that country.
        folder: where the files go; it is made where it is missing.
        format: how they are written.
        progress: hears how many rows more are written.
    """

    caller: Caller
    today: date
    folder: Path
    format: ExportFormat = ExportFormat.CSV
    progress: Callable[[int], None] = lambda _done: None

    async def run(self, database: Database) -> dict[str, int]:
        """Write the files.

        Returns:
            How many rows each sheet holds.

        Raises:
            BadUserInput: the folder holds something already, or a workbook cannot hold the rows; nothing was written.
        """
        if self.folder.exists() and (not self.folder.is_dir() or any(self.folder.iterdir())):
            raise BadUserInput("The directory holds something already.", "Name an empty one, or a new one.")
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with self._book() as book:
                return await self._sheets(database, book)
        except BaseException:
            # Half an export must not be taken for one: whatever is in the folder was written here.
            for path in self.folder.iterdir():
                path.unlink()
            raise

    async def _sheets(self, database: Database, book: Any) -> dict[str, int]:  # noqa: ANN401 - a workbook, or nothing
        counts: dict[str, int] = {}
        async with database.snapshot(asking(self.caller)) as lane:
            ground = Ground(lane, self.caller, self.today)
            for sheet in all_sheets().values():
                with self._rows(sheet, book) as write:
                    counts[sheet.name] = await self._sheet(ground, sheet, write)
        return counts

    async def _sheet(self, ground: Ground, sheet: Sheet, write: Writes) -> int:
        selection, filed = SheetPages(ground, sheet), as_filed(sheet)
        count = 0
        page = await ground.fetch(selection.page(first=True))
        while page:
            for row in page:
                write(filed(row))
            count += len(page)
            if self.format is ExportFormat.XLSX and count >= MOST_BOOK_ROWS:
                raise BadUserInput(
                    "A sheet of a workbook holds a million rows, and there are more.", "Use --format csv."
                )
            self.progress(len(page))
            page = await ground.fetch(selection.page(first=False), {"after": page[-1]["at"]})
        return count

    @contextmanager
    def _book(self) -> Iterator[Any]:
        if self.format is ExportFormat.CSV:
            yield None
            return
        book = Workbook(write_only=True)
        try:
            yield book
        except BaseException:
            for page in book.worksheets:
                page.close()
            raise
        book.save(self.folder / BOOK)

    @contextmanager
    def _rows(self, sheet: Sheet, book: Any) -> Iterator[Writes]:  # noqa: ANN401 - a workbook, or nothing
        header = [cell.header for cell in exported(sheet)]
        if book is not None:
            page = book.create_sheet(sheet.name)
            page.append(header)
            yield lambda values: page.append([_book_cell(page, value) for value in values])
            return
        with csv_file(self.folder / f"{sheet.name}.csv", header) as write:
            yield write


def as_filed(sheet: Sheet) -> Callable[[Iterable[object]], list[object]]:
    """What makes a row of a selection the values of a file's: each kind says what a file holds of it."""
    ways = [KINDS[cell.kind].to_cell for cell in exported(sheet)]
    told = [(place, way) for place, way in enumerate(ways) if way is not None]

    def filed(row: Iterable[object]) -> list[object]:
        values = list(row)[1:]
        for place, way in told:
            if values[place] is not None:
                values[place] = way(values[place])
        return values

    return filed


@contextmanager
def csv_file(path: Path, header: Sequence[str]) -> Iterator[Writes]:
    """A new CSV file that a spreadsheet opens and an import reads. Whoever makes it reads it, and nobody else."""
    path.touch(mode=0o600, exist_ok=False)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(MARK)
        writer = csv.writer(file)
        writer.writerow(header)
        yield lambda values: writer.writerow([_csv_cell(value) for value in values]) and None


def _csv_cell(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return guarded(value)
        case _:
            return _told(value)


def _book_cell(page: Any, value: object) -> Any:  # noqa: ANN401 - a cell
    """Text stays text, whatever it begins with; days and numbers are such cells, so that they can be sorted."""
    match value:
        case None:
            return None
        case date() if not isinstance(value, datetime):
            return WriteOnlyCell(page, datetime.combine(value, time.min))
        case int() if abs(value) < MOST_BOOK_NUMBER:
            return WriteOnlyCell(page, value)
        case _:
            cell = WriteOnlyCell(page, escaped(value if isinstance(value, str) else _told(value)))
            cell.data_type = "s"
            return cell


def _told(value: object) -> str:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case _:
            return str(value)

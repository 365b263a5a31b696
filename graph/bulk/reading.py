"""From the rows of a file to rows of values: the header first, then cell by cell, with every fault on the way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from graph.bulk.cells import conversion
from graph.bulk.csv_files import EMPTY_FILE
from graph.bulk.days import faults_of_days, is_day
from graph.bulk.faults import Fault, Faults, UnreadableFault, shown
from graph.bulk.row_rules import FileRow, faults_of
from graph.bulk.workbooks import Formula
from graph.calendars import with_calendar
from graph.kinds.cells import CellFault
from graph.reasons import Reason
from graph.refusals import bad_input

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from graph.bulk.sheets import SheetColumn
    from graph.bulk.sources import TableSource
    from graph.kinds.cells import Raw
    from graph.refusals import Refusal

BATCH = 2_000
"""Rows that are held at once."""

COLUMN_TWICE = bad_input(Reason.UNKNOWN_COLUMN, "A column stands there twice.", "Keep one of them.")
COLUMN_MISSING = bad_input(Reason.UNKNOWN_COLUMN, "A column is missing.", "Add it.")
CELLS_MISSING = bad_input(
    Reason.FILE_UNREADABLE,
    "The row has {cells} cells of {columns}.",
    "Check it; the file may be cut off here.",
    cells=0,
    columns=0,
)
CELLS_TOO_MANY = bad_input(
    Reason.FILE_UNREADABLE, "The row has more cells than the header.", "Check commas and quotation marks."
)
CELL_EMPTY = bad_input(Reason.EMPTY, "The cell is empty.", "Fill it.")
A_FORMULA = bad_input(
    Reason.DOES_NOT_FIT, "A formula stands there.", "Put its value in its place: copy it, and paste values."
)


@dataclass(slots=True)
class TableReader:
    """Reads one table.

    Attributes:
        source: where the rows come from.
        country: whose rows.
        today: today's date there.
        faults: gets what is wrong.
        given: the columns that the file has.
        last: the number of the last row.
        whole: whether the header could be meant, and every row after it be read.
    """

    source: TableSource
    country: str
    today: date
    faults: Faults
    given: tuple[SheetColumn, ...] = ()
    last: int = 1
    whole: bool = True
    _convert: list[Callable[[Raw], object]] = field(default_factory=list)

    def batches(self) -> Iterator[list[FileRow]]:
        """The rows, `BATCH` at a time; those with a fault too, without the cells that have it."""
        batch: list[FileRow] = []
        try:
            rows: Iterator[tuple[int, list[Any]]] = iter(self.source.rows)
            number, header = next(rows, (1, []))
            if not self._read_header(number, header):
                self.whole = False
                return
            for number, cells in rows:
                self.last = number
                batch.append(self._row(number, cells))
                if len(batch) == BATCH:
                    yield batch
                    batch = []
        except UnreadableFault as error:
            self.faults.add(error.fault)
            self.whole = False
        if batch:
            yield batch

    def _tell(self, refusal: Refusal, row: int, column: str | None = None, value: object = None) -> None:
        if is_day(self.source.sheet, column):
            refusal = with_calendar(refusal, self.country)
        self.faults.add(Fault(self.source.label, refusal, row, column, shown(value)))

    def _read_header(self, number: int, header: Sequence[object]) -> bool:
        names = [str(each.text if isinstance(each, Formula) else each or "") for each in header]
        while names and not names[-1]:
            names.pop()
        sheet = self.source.sheet
        known = {cell.header: cell for cell in sheet.cells}
        before = self.faults.total
        if not names:
            self.faults.add(Fault(self.source.label, EMPTY_FILE))
            return False
        for name in dict.fromkeys(names):
            if names.count(name) > 1:
                self._tell(COLUMN_TWICE, number, name or None)
            elif name not in known:
                self._tell(_unknown(name, known), number, name or None)
        for cell in sheet.cells:
            if cell.required and cell.header not in names and _plain(cell.header) not in map(_plain, names):
                self._tell(replace(COLUMN_MISSING, advice=cell.doc), number, cell.header)
        if self.faults.total > before:
            return False
        self.given = tuple(known[name] for name in names)
        self._convert = [conversion(cell, sheet.entity.type_name, self.country) for cell in self.given]
        return True

    def _row(self, number: int, cells: Sequence[Raw | Formula | None]) -> FileRow:
        row = FileRow(number)
        if len(cells) < len(self.given) and not self.source.rows.pads:
            self._tell(replace(CELLS_MISSING, params=(("cells", len(cells)), ("columns", len(self.given)))), number)
            row.faulty = True
        if any(each is not None for each in cells[len(self.given) :]):
            self._tell(CELLS_TOO_MANY, number)
            row.faulty = True
        for cell, convert, raw in zip(self.given, self._convert, cells, strict=False):
            row.values[cell.header] = None if raw is None else self._value(row, cell, convert, raw)
        for cell in self.given:
            if cell.required and row.values.get(cell.header) is None and cell.header not in row.wrong:
                if not row.faulty:
                    self._tell(replace(CELL_EMPTY, advice=cell.doc), number, cell.header)
                row.wrong.add(cell.header)
        sheet = self.source.sheet
        for header, refusal in (*faults_of_days(sheet, row, self.today), *faults_of(sheet, row)):
            self._tell(refusal, number, header, row.values.get(header))
            row.faulty = True
        row.faulty = row.faulty or bool(row.wrong)
        return row

    def _value(self, row: FileRow, cell: SheetColumn, convert: Callable[[Raw], object], raw: Raw | Formula) -> object:
        if isinstance(raw, Formula):
            self._tell(A_FORMULA, row.number, cell.header, raw.text)
        else:
            try:
                return convert(raw)
            except CellFault as error:
                self._tell(error.refusal, row.number, cell.header, raw)
        row.wrong.add(cell.header)
        return None


def _unknown(name: str, known: dict[str, SheetColumn]) -> Refusal:
    """Which column is meant, where it differs by its writing alone; else which there are."""
    meant = [header for header in known if _plain(header) == _plain(name)]
    sentence = "There is no such column."
    if meant:
        return bad_input(Reason.UNKNOWN_COLUMN, sentence, "Write it {column}.", column=meant[0])
    return bad_input(Reason.UNKNOWN_COLUMN, sentence, "The columns are {columns}.", columns=", ".join(known))


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())

"""Which tables a file or a directory holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.bulk.csv_files import CsvRows, unreadable
from graph.bulk.faults import Fault, UnreadableFault
from graph.bulk.sheets import all_sheets, sheet_named, sheet_names
from graph.bulk.workbooks import Book, SheetRows
from graph.reasons import Reason
from graph.refusals import bad_input

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.bulk.faults import Faults
    from graph.bulk.sheets import Sheet

NAMES = "Files and sheets are called {tables}."
NO_FILE = bad_input(
    Reason.UNKNOWN_TABLE, "There is no file of a table that an import knows.", NAMES, tables=sheet_names()
)
NO_TABLE = bad_input(Reason.UNKNOWN_TABLE, "No table is called so.", NAMES, tables=sheet_names())
NO_FORM = unreadable(
    "Only .csv and .xlsx are taken.",
    "Save it as CSV UTF-8. Files and sheets are called {tables}.",
    tables=sheet_names(),
)


@dataclass(frozen=True, slots=True)
class TableSource:
    """The rows of one table, and where they come from."""

    sheet: Sheet
    rows: CsvRows | SheetRows

    @property
    def label(self) -> str:
        """What a fault calls it."""
        return self.rows.label


def find_sources(path: Path, faults: Faults) -> list[TableSource]:
    """The tables of a file or a directory, each after those that it leads to.

    Args:
        path: a CSV file, a workbook, or a directory of them.
        faults: gets what is wrong with the files; with any, the list is not whole.
    """
    if not path.exists():
        faults.add(Fault(str(path), unreadable("There is no such file or directory.", "Check the path.")))
        return []
    found: dict[str, TableSource] = {}
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        if file.name.startswith((".", "~$")) or (path.is_dir() and not file.is_file()):
            continue
        try:
            for source in _sources(file):
                _keep(source, found, faults)
        except UnreadableFault as error:
            faults.add(error.fault)
    if not found and not faults:
        faults.add(Fault(str(path), NO_FILE))
    order = list(all_sheets())
    return sorted(found.values(), key=lambda each: order.index(each.sheet.table))


def _sources(file: Path) -> Iterator[TableSource]:
    label = file.name
    match file.suffix.lower():
        case ".csv":
            sheet = sheet_named(file.stem)
            if sheet is None:
                raise UnreadableFault(Fault(label, NO_TABLE))
            yield TableSource(sheet, CsvRows(file, label))
        case ".xlsx":
            book = Book(file, label)
            for title in book.titles():
                named, sheet = f"{label}, sheet {title}", sheet_named(title)
                if sheet is None:
                    book.close()
                    raise UnreadableFault(Fault(named, NO_TABLE))
                yield TableSource(sheet, SheetRows(book, title, named))
        case _:
            raise UnreadableFault(Fault(label, NO_FORM))


def _keep(source: TableSource, found: dict[str, TableSource], faults: Faults) -> None:
    before = found.setdefault(source.sheet.table, source)
    if before is not source:
        source.rows.close()
        faults.add(
            Fault(
                source.label,
                bad_input(
                    Reason.SAID_TWICE,
                    "{file} holds {table} already.",
                    "Keep one file of each table.",
                    file=before.label,
                    table=source.sheet.name,
                ),
            )
        )

"""`hearth population FILE`: national child populations, from files as an import takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.bulk.csv_files import CsvRows, unreadable
from graph.bulk.faults import Fault, Faults, FaultyFilesError, UnreadableFault, shown
from graph.bulk.reading import TableReader
from graph.bulk.sheets import Sheet, SheetColumn
from graph.bulk.sources import TableSource
from graph.bulk.workbooks import Book, SheetRows
from graph.calendars import with_calendar
from graph.database.populations import ChildPopulation
from graph.entities import graph_model
from graph.reasons import Reason
from graph.refusals import bad_input

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from countries.register.register import Register
    from graph.bulk.row_rules import FileRow, ToldRow

NAME = "populations"
COLUMNS = ("code", "year", "children", "source")
FIRST_YEAR = 1900
"""Nobody sets figures of care against a population of an earlier year."""
MOST_CHILDREN = 1_000_000_000
"""More than twice as many as the largest country has."""
WRITE = "Write the year of the Gregorian calendar, as in 2024."
TOO_EARLY = bad_input(Reason.DAY_TOO_EARLY, "The year lies before {year}.", WRITE, year=FIRST_YEAR)
NOT_YET = bad_input(Reason.DAY_IN_FUTURE, "The year lies in the future.", WRITE)
SEVERAL_SHEETS = unreadable("The workbook holds several sheets.", "Call one of them {sheet}.", sheet=NAME)
YEAR_TWICE = bad_input(
    Reason.SAID_TWICE, "The file holds that country and year more than once.", "Keep one of the rows."
)
NO_COUNTRY = bad_input(
    Reason.NO_SUCH_COUNTRY,
    "There is no such country.",
    "Write the ISO 3166-1 code of a country of the register, as in BE.",
)
NOBODY_COUNTED = bad_input(
    Reason.WRONG_AMOUNT, "A number above zero is expected here.", "Leave the row out where nobody has counted."
)
SO_MANY = bad_input(
    Reason.WRONG_AMOUNT,
    "No country has so many children.",
    "Write the number itself, not hundreds or thousands of it.",
)


def sheet() -> Sheet:
    """The table as a file holds it; every column has to be there, and filled in every row."""
    entity = graph_model().by_table["population"]
    stored = [entity.stored[name] for name in COLUMNS]
    cells = tuple(
        SheetColumn(each.name, each.kind, each.doc, required=True, column=each.name, form=each.form) for each in stored
    )
    return Sheet(NAME, entity, cells, (), ("code", "year"), unique=True)


def read_populations(path: Path, register: Register, today: date) -> list[ChildPopulation]:
    """The rows of a CSV file or a workbook with the columns code, year, children and source, in any order.

    Args:
        path: the file, of any name; of a workbook with several sheets the one called `populations` is meant.
        register: the countries that there are.
        today: today's date; a year that has not begun has no children yet.

    Raises:
        FaultyFilesError: something is wrong with the file; every fault has its place.
    """
    faults = Faults()
    found: dict[tuple[str, int], ChildPopulation] = {}
    try:
        source = _source(path)
    except UnreadableFault as error:
        faults.add(error.fault)
        raise FaultyFilesError(faults) from None
    try:
        for batch in TableReader(source, "", today, faults).batches():
            for row in batch:
                _take(row, source.label, register, today, found, faults)
    finally:
        source.rows.close()
    if not found and not faults:
        faults.add(Fault(source.label, unreadable("The file holds no row.", "Write a row for each country and year.")))
    if faults:
        raise FaultyFilesError(faults)
    return list(found.values())


def _source(path: Path) -> TableSource:
    if not path.exists():
        raise UnreadableFault(Fault(str(path), unreadable("There is no such file.", "Check the path.")))
    if path.is_dir():
        raise UnreadableFault(Fault(str(path), unreadable("That is a directory.", "Name one file.")))
    match path.suffix.lower():
        case ".csv":
            return TableSource(sheet(), CsvRows(path, path.name))
        case ".xlsx":
            return TableSource(sheet(), _sheet_rows(Book(path, path.name)))
        case _:
            raise UnreadableFault(
                Fault(path.name, unreadable("Only .csv and .xlsx are taken.", "Save it as CSV UTF-8."))
            )


def _sheet_rows(book: Book) -> SheetRows:
    titles = book.titles()
    named = [title for title in titles if title.strip().lower() == NAME] or titles
    if len(named) != 1:
        book.close()
        raise UnreadableFault(Fault(book.label, SEVERAL_SHEETS))
    return SheetRows(book, named[0], f"{book.label}, sheet {named[0]}")


def _take(
    row: FileRow,
    label: str,
    register: Register,
    today: date,
    found: dict[tuple[str, int], ChildPopulation],
    faults: Faults,
) -> None:
    told = list(_faults_of(row, register, today))
    for column, refusal in told:
        faults.add(Fault(label, refusal, row.number, column, shown(row.values[column])))
    match [row.values.get(name) for name in COLUMNS]:
        case [str(code), int(year), int(children), str(source)] if not told and not row.faulty:
            key = code.upper(), year
            if key in found:
                faults.add(Fault(label, YEAR_TWICE, row.number, "year", str(year)))
            found.setdefault(key, ChildPopulation(*key, children, source))
        case _:
            pass


def _faults_of(row: FileRow, register: Register, today: date) -> Iterator[ToldRow]:
    """What of a row cannot be."""
    code, year, children = (row.values.get(name) for name in COLUMNS[:3])
    country = code.upper() if isinstance(code, str) else None
    if isinstance(code, str) and code.upper() not in register:
        yield "code", NO_COUNTRY
    if isinstance(year, int) and year < FIRST_YEAR:
        yield "year", with_calendar(TOO_EARLY, country)
    if isinstance(year, int) and year > today.year:
        yield "year", with_calendar(NOT_YET, country)
    if isinstance(children, int) and children < 1:
        yield "children", NOBODY_COUNTED
    if isinstance(children, int) and children >= MOST_CHILDREN:
        yield "children", SO_MANY

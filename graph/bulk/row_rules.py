"""What a row must keep by itself, whatever else is on record."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from graph.bulk.sheets import ID
from graph.declarations.constraints import WHY_VOID
from graph.declarations.days import DatePrecision
from graph.declarations.owners import nobodys
from graph.entities import graph_model
from graph.entities.home import NO_ROOM_AT_ALL
from graph.reasons import Reason
from graph.refusals import Named, Refusal, bad_input

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.bulk.sheets import Sheet

ToldRow = tuple[str, Refusal]
"""A header, and what is wrong there."""
ONE_HALF = bad_input(
    Reason.HALF_GIVEN, "Only one half of it is given.", "Give both {one} and {other}, or neither.", one="", other=""
)
LEFT_WITHOUT_DAY = bad_input(
    Reason.HALF_GIVEN, "It is said why the child left, and not when.", "Give endedOn, or leave both empty."
)
VOID_WITHOUT_ID = bad_input(
    Reason.EMPTY,
    "A {type} that was taken back is told by its id alone.",
    "Give its id, or leave the row out.",
    type=Named(""),
)
WITHIN_WHAT = bad_input(
    Reason.EMPTY, "It is not said of which {type}.", "Name the {type} beside {column}.", type=Named(""), column=""
)


@dataclass(slots=True)
class FileRow:
    """One row of a file.

    Attributes:
        number: as a person sees it in the sheet.
        values: by header; an empty cell, and one with a fault, is None.
        wrong: the headers of cells with a fault.
        faulty: whether anything is wrong with it.
    """

    number: int
    values: dict[str, object] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)
    faulty: bool = False

    def missing(self, *headers: str) -> bool:
        """Whether the file has these columns, the cells are empty, and not because of a fault."""
        return all(
            header in self.values and self.values[header] is None and header not in self.wrong for header in headers
        )

    def has(self, header: str) -> bool:
        """Whether a value stands there, be it a wrong one."""
        return self.values.get(header) is not None or header in self.wrong


def faults_of(sheet: Sheet, row: FileRow) -> Iterator[ToldRow]:
    """What is wrong between the cells of one row, but for its days; fills in what follows from others."""
    match sheet.table:
        case "home":
            capacity = row.values.get("capacity")
            if isinstance(capacity, int) and capacity < 1:
                yield "capacity", NO_ROOM_AT_ALL
        case "placement":
            yield from _placement(row)
        case _:
            pass
    yield from _halves(sheet, row)
    yield from _taken_back(sheet, row)
    yield from _owners(sheet, row)
    yield from _precisions(sheet, row)
    yield from _withins(sheet, row)


def _owners(sheet: Sheet, row: FileRow) -> Iterator[ToldRow]:
    """A row that may be of several is somebody's."""
    owners = sheet.entity.owners
    cells = [sheet.header_of(owner.column) for owner in owners] if len(owners) > 1 else []
    if cells and not any(row.has(header) for header in cells):
        yield cells[0], nobodys(sheet.entity.type_name, *cells)


def _precisions(sheet: Sheet, row: FileRow) -> Iterator[ToldRow]:
    """A day of which not all may be known, and how much of it is; who gives the day alone means the day."""
    for cell in sheet.values:
        about = sheet.entity.stored[str(cell.column)].about
        if about is None:
            continue
        day = sheet.header_of(about.of)
        if row.values.get(day) is not None and row.missing(cell.header):
            row.values[cell.header] = DatePrecision.DAY.value
        if row.has(cell.header) and not row.has(day):
            yield cell.header, about.apart


def _placement(row: FileRow) -> Iterator[ToldRow]:
    if row.has("endReason") and not row.has("endedOn"):
        yield "endReason", LEFT_WITHOUT_DAY


def _halves(sheet: Sheet, row: FileRow) -> Iterator[ToldRow]:
    """What is said of a part is said whole, and so is that a row was taken back."""
    void = sheet.entity.void_column
    parts = groupby(sheet.of_parts, lambda cell: cell.part)
    wholes = [[cell.header for cell in cells] for _, cells in parts]
    wholes += [[sheet.header_of(void), sheet.header_of(WHY_VOID)]] if void is not None else []
    for headers in wholes:
        one = next((header for header in headers if row.has(header)), None)
        for other in headers if one is not None else ():
            if not row.has(other):
                first, second = sorted((str(one), other), key=headers.index)
                yield other, replace(ONE_HALF, params=(("one", first), ("other", second)))


def _taken_back(sheet: Sheet, row: FileRow) -> Iterator[ToldRow]:
    void = sheet.entity.void_column
    if void is not None and row.has(sheet.header_of(void)) and not row.has(ID):
        yield ID, replace(VOID_WITHOUT_ID, params=(("type", Named(sheet.entity.type_name)),))


def _withins(sheet: Sheet, row: FileRow) -> Iterator[ToldRow]:
    """A case number, or a home's name, belongs to a programme; an id needs none."""
    for reference in sheet.references:
        within = reference.within
        if within is None or not within.required:
            continue
        if isinstance(row.values.get(reference.cell), str) and not row.has(within.cell):
            around = Named(graph_model().by_table[within.table].type_name)
            yield within.cell, replace(WITHIN_WHAT, params=(("type", around), ("column", reference.cell)))

"""What a row must keep by itself, whatever else is on record."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph.bulk.sheets import EXCEPTION_BY, EXCEPTION_REASON
from graph.entities.days import DatePrecision
from graph.entities.home import NO_ROOM_AT_ALL
from graph.entities.owners import nobodys
from graph.entities.placement import LEFT_WITHOUT_REASON
from graph.reasons import Reason
from graph.refusals import Refusal, bad_input

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.bulk.sheets import Sheet

Told = tuple[str, Refusal]
"""A header, and what is wrong there."""
ONE_HALF = bad_input(
    Reason.HALF_GIVEN, "Only one half of it is given.", "Give both {one} and {other}, or neither.", one="", other=""
)
LEFT_WITHOUT_DAY = bad_input(
    Reason.HALF_GIVEN, "It is said why the child left, and not when.", "Give endedOn, or leave both empty."
)
VOID_WITHOUT_ID = bad_input(
    Reason.EMPTY, "A placement that was taken back is told by its id alone.", "Give its id, or leave the row out."
)
OF_WHICH_PROGRAMME = bad_input(
    Reason.EMPTY, "It is not said of which programme.", "Name the programme beside {column}.", column=""
)


@dataclass(slots=True)
class Row:
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


def faults_of(sheet: Sheet, row: Row) -> Iterator[Told]:
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
    yield from _owners(sheet, row)
    yield from _precisions(sheet, row)
    yield from _programmes(row)


def _owner_cells(sheet: Sheet) -> tuple[str, ...]:
    """The headers of the owners that a row may have, where it may have several."""
    owners = [owner.column for owner in sheet.entity.owners]
    cells = tuple(each.cell for name in owners for each in sheet.references if each.column == name)
    return cells if len(owners) > 1 else ()


def _owners(sheet: Sheet, row: Row) -> Iterator[Told]:
    """A row is somebody's."""
    cells = _owner_cells(sheet)
    if cells and not any(row.has(header) for header in cells):
        yield cells[0], nobodys(sheet.entity.type_name, *cells)


def _precisions(sheet: Sheet, row: Row) -> Iterator[Told]:
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


def _placement(row: Row) -> Iterator[Told]:
    if row.values.get("endedOn") is not None and row.missing("endReason"):
        yield "endReason", LEFT_WITHOUT_REASON
    if row.has("endReason") and not row.has("endedOn"):
        yield "endReason", LEFT_WITHOUT_DAY
    for one, other in ((EXCEPTION_REASON, EXCEPTION_BY), ("voidedAt", "voidReason")):
        if row.has(one) != row.has(other):
            missing = other if row.has(one) else one
            yield missing, replace(ONE_HALF, params=(("one", one), ("other", other)))
    if row.has("voidedAt") and not row.has("id"):
        yield "id", VOID_WITHOUT_ID


def _programmes(row: Row) -> Iterator[Told]:
    """A case number, or a home's name, belongs to a programme; an id needs none."""
    for within, cell in PAIRS:
        if isinstance(row.values.get(cell), str) and not row.has(within):
            yield within, replace(OF_WHICH_PROGRAMME, params=(("column", cell),))


PAIRS = (
    ("childProgramme", "childCaseNumber"), ("siblingProgramme", "siblingCaseNumber"), ("homeProgramme", "homeName"),
)  # fmt: skip

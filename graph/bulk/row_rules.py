"""What a row must keep by itself, whatever else is on record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.bulk.sheets import EXCEPTION_BY, EXCEPTION_REASON
from graph.entities.days import TOGETHER, DatePrecision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.bulk.sheets import Sheet

Told = tuple[str, str, str]
"""A header, what is wrong, what to do."""


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
                yield "capacity", "A home has room for one child at least.", "Give a number above 0."
        case "placement":
            yield from _placement(row)
        case "community_link":
            if not row.has("childCaseNumber") and not row.has("homeName"):
                yield "childCaseNumber", "The tie is nobody's.", "Name a child, a home, or both."
        case _:
            pass
    yield from _precisions(sheet, row)
    yield from _programmes(row)


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
            yield cell.header, about.apart, TOGETHER


def _placement(row: Row) -> Iterator[Told]:
    if row.values.get("endedOn") is not None and row.missing("endReason"):
        yield "endReason", "It is not said why the child left.", "Give endReason."
    if row.has("endReason") and not row.has("endedOn"):
        yield "endReason", "It is said why the child left, and not when.", "Give endedOn, or leave both empty."
    for one, other in ((EXCEPTION_REASON, EXCEPTION_BY), ("voidedAt", "voidReason")):
        if row.has(one) != row.has(other):
            missing = other if row.has(one) else one
            yield missing, "Only one half of it is given.", f"Give both {one} and {other}, or neither."
    if row.has("voidedAt") and not row.has("id"):
        yield "id", "A placement that was taken back is told by its id alone.", "Give its id, or leave the row out."


def _programmes(row: Row) -> Iterator[Told]:
    """A case number, or a home's name, belongs to a programme; an id needs none."""
    for within, cell in PAIRS:
        if isinstance(row.values.get(cell), str) and not row.has(within):
            yield within, "It is not said of which programme.", f"Name the programme beside {cell}."


PAIRS = (
    ("childProgramme", "childCaseNumber"), ("siblingProgramme", "siblingCaseNumber"), ("homeProgramme", "homeName"),
)  # fmt: skip

"""What a row must keep by itself, whatever else is on record."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from graph.bulk.sheets import EXCEPTION_BY, EXCEPTION_REASON, all_sheets
from graph.entities.owners import any_of, nobodys
from graph.writes.draft import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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


def faults_of(table: str, row: Row) -> Iterator[Told]:
    """What is wrong between the cells of one row, but for its days; fills in what follows from others."""
    match table:
        case "home":
            capacity = row.values.get("capacity")
            if isinstance(capacity, int) and capacity < 1:
                yield "capacity", "A home has room for one child at least.", "Give a number above 0."
        case "child":
            yield from _child(row)
        case "placement":
            yield from _placement(row)
        case _:
            pass
    yield from _owners(table, row)
    yield from _programmes(row)


@cache
def _owner_cells(table: str) -> Mapping[str, str]:
    """The owners that a row may have, where it may have several: the header of each, and what a person calls it."""
    sheet = all_sheets()[table]
    owners = [owner.column for owner in sheet.entity.owners]
    cells = {each.cell: words(each.target) for name in owners for each in sheet.references if each.column == name}
    return cells if len(owners) > 1 else {}


def _owners(table: str, row: Row) -> Iterator[Told]:
    """A row is somebody's."""
    cells = _owner_cells(table)
    if cells and not any(row.has(header) for header in cells):
        listed = any_of([f"a {noun}" for noun in cells.values()])
        yield next(iter(cells)), nobodys(all_sheets()[table].noun), f"Name {listed}."


def _child(row: Row) -> Iterator[Told]:
    for day, noun in (("birthDate", "birth date"), ("diedOn", "day of death")):
        precision = f"{day}Precision"
        if row.values.get(day) is not None and row.missing(precision):
            row.values[precision] = "DAY"
        if row.has(precision) and not row.has(day):
            yield precision, f"A {noun} and how much of it is known come together.", "Give both, or neither."


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

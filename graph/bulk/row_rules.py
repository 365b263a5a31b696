"""What a row must keep by itself, whatever else is on record."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from graph.bulk.sheets import ID
from graph.declarations.base import Entity
from graph.declarations.constraints import row_rules
from graph.declarations.days import DatePrecision
from graph.declarations.member_rules import JustWhere
from graph.declarations.owners import nobodys
from graph.declarations.row_rules import (
    After,
    BothOrNeither,
    Known,
    MoreThan,
    NotBefore,
    OnlyWith,
    RowRule,
    SomeGiven,
)
from graph.entities import graph_model
from graph.reasons import Reason
from graph.refusals import Named, Refusal, bad_input

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.bulk.sheets import Sheet

TOLD_APART: tuple[type[RowRule], ...] = (After, BothOrNeither, Known, NotBefore, SomeGiven)
"""The forms that a file is told of in a way of its own; of all others at the column that `fails` names."""
ASKED_OF_ALL: tuple[type[RowRule], ...] = (MoreThan, OnlyWith)
"""The forms that are asked of a row also where the file leaves a column out."""
ToldRow = tuple[str, Refusal]
"""A header, and what is wrong there."""
ONE_HALF = bad_input(
    Reason.HALF_GIVEN, "Only one half of it is given.", "Give both {one} and {other}, or neither.", one="", other=""
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


@dataclass(slots=True)
class InRow:
    """A row by the table's columns, as the forms of `graph/declarations/row_rules.py` ask for it."""

    row: FileRow
    headers: Mapping[str, str]

    def value(self, name: str) -> object:
        """As `Read.value`."""
        return self.row.values.get(self.headers[name])

    def has(self, name: str) -> bool:
        """As `Read.has`."""
        return self.row.has(self.headers[name])


@dataclass(frozen=True, slots=True)
class ToRead:
    """What the rows of a sheet keep by themselves, as far as the sheet holds it.

    Attributes:
        headers: of the columns that it reads.
        rules: what the table holds, and what its entity says besides, by form.
    """

    headers: Mapping[str, str]
    rules: Mapping[type[RowRule], list[tuple[RowRule, Refusal]]]


_READ: dict[str, tuple[Sheet, ToRead]] = {}
"""What sheets were found to keep, by table."""


def rules_read(sheet: Sheet) -> ToRead:
    """What a file's rows of a table keep by themselves; worked out once for a sheet."""
    known = _READ.get(sheet.table)
    if known is None or known[0] is not sheet:
        known = _READ[sheet.table] = sheet, _rules_of(sheet)
    return known[1]


def _rules_of(sheet: Sheet) -> ToRead:
    held = {str(cell.column) for cell in sheet.cells} | {reference.column for reference in sheet.references}
    said = [(rule.form, rule.refusal) for rule in sheet.entity.keeps if rule.form is not None]
    rules: dict[type[RowRule], list[tuple[RowRule, Refusal]]] = {form: [] for form in TOLD_APART}
    headers: dict[str, str] = {}
    for rule, refusal in (*row_rules(Entity.metadata.tables[sheet.table]), *said):
        if set(rule.columns) <= held:
            rules.setdefault(type(rule), []).append((rule, refusal))
            headers |= {name: sheet.header_of(name) for name in rule.columns}
    return ToRead(headers, rules)


def faults_of(sheet: Sheet, row: FileRow) -> Iterator[ToldRow]:
    """What is wrong between the cells of one row, but for its days; fills in what follows from others."""
    keeps = rules_read(sheet)
    read = InRow(row, keeps.headers)
    for form, listed in keeps.rules.items():
        for rule, refusal in () if form in TOLD_APART else listed:
            # What the file does not tell stays as it is on record: the table holds it.
            held = [keeps.headers[name] for name in rule.columns]
            told = form in ASKED_OF_ALL or all(_is_told(sheet, row, keeps.headers[name], name) for name in rule.columns)
            # Of two of which one has to be there, the one that the file has is empty.
            told |= form is JustWhere and row.missing(held[0]) and held[1] not in row.values
            if told and (name := rule.fails(read)) is not None:
                yield keeps.headers[name], refusal
    yield from _halves(sheet, row, keeps)
    yield from _taken_back(sheet, row)
    for rule, refusal in keeps.rules[SomeGiven]:
        if rule.fails(read) is not None:
            headers = [keeps.headers[name] for name in rule.columns]
            is_whose = set(rule.columns) <= {owner.column for owner in sheet.entity.owners}
            yield headers[0], nobodys(sheet.entity.type_name, *headers) if is_whose else refusal
    for rule, refusal in keeps.rules[Known]:
        yield from _precision(read, rule, refusal)
    yield from _withins(sheet, row)


def _is_told(sheet: Sheet, row: FileRow, header: str, name: str) -> bool:
    """Whether the file tells a column; of what tells a row apart that it has none is told by leaving it out."""
    return header in row.values or (name in sheet.key and not row.has(ID))


def _precision(read: InRow, rule: RowRule, refusal: Refusal) -> Iterator[ToldRow]:
    """Whoever gives a day alone means the day."""
    day, known = (read.headers[name] for name in rule.columns)
    if read.row.values.get(day) is not None and read.row.missing(known):
        read.row.values[known] = DatePrecision.DAY.value
    if rule.fails(read) is not None:
        yield known, refusal


def _halves(sheet: Sheet, row: FileRow, keeps: ToRead) -> Iterator[ToldRow]:
    """What is said of a part is said whole, and so is what comes together."""
    parts = groupby(sheet.of_parts, lambda cell: cell.part)
    wholes = [[cell.header for cell in cells] for _, cells in parts]
    wholes += [[keeps.headers[name] for name in rule.columns] for rule, _ in keeps.rules[BothOrNeither]]
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

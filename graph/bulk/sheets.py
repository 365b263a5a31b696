"""The sheets: which tables come and go in bulk, under which names, by which columns, and what tells their rows apart.

Names are GraphQL's: a sheet is called as the connection, a column as the field. A row is told by its natural key; the
`id` column, where a file has it, tells it better.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from countries.caller import Tier
from graph.entities import graph_model
from graph.kinds.kind import Kind
from graph.refusals import Named
from graph.text import TextForm
from graph.writes.draft import snake

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from graph.entities.model import EntityModel

ID = "id"


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of a sheet.

    Attributes:
        header: its name in the first row.
        kind: what it holds.
        doc: what it means.
        required: whether it has to be there, and filled in every row.
        column: the table's column that it fills; nothing where it only helps to find a row.
        enumeration: the members that it may hold.
        fixed: whether it stays as it is in a row that exists.
        names: the GraphQL type that it names, by name or number or by id.
        form: how its text is kept.
        longest: the characters that its text may hold, where its column says so.
        is_name: whether lists are filtered or ordered by it, so that it has to be short.
        key: whether it is compared by a key that PostgreSQL works out, rather than as it is kept.
    """

    header: str
    kind: Kind
    doc: str
    required: bool
    column: str | None = None
    enumeration: type[StrEnum] | None = None
    fixed: bool = False
    names: str | None = None
    form: TextForm = TextForm.PROSE
    longest: int | None = None
    is_name: bool = False
    key: bool = False

    @property
    def staged(self) -> str:
        """Its column in the staging table."""
        return snake(self.header)

    @property
    def compared(self) -> str:
        """Its column in the staging table that other texts are compared with."""
        return f"{self.staged}_key" if self.key else self.staged

    @property
    def staged_id(self) -> str:
        """Where the staging table keeps an id that stands in place of a name."""
        return f"{snake(self.header)}_given"


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to another row, which a file tells by name.

    Attributes:
        column: the table's column that holds it.
        target: the table that it leads to.
        key: the target's column that the last cell holds; nothing where only an id will do.
        cell: the header of that cell.
        within: the header of the cell with the programme that the name belongs to.
    """

    column: str
    target: str
    key: str | None
    cell: str
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as a file holds it.

    Attributes:
        name: the file's name without its ending, or the sheet's.
        entity: the table.
        cells: its columns, in the order in which an export writes them.
        references: its links.
        key: the table's columns that tell its rows apart.
        unique: whether the database lets no two rows have one key.
    """

    name: str
    entity: EntityModel
    cells: tuple[Cell, ...]
    references: tuple[Reference, ...]
    key: tuple[str, ...]
    unique: bool

    @property
    def table(self) -> str:
        """The table's name."""
        return self.entity.table

    @property
    def noun(self) -> str:
        """What a person calls one row."""
        return Named(self.entity.type_name).words

    def cell(self, header: str) -> Cell:
        """The column of that name."""
        return next(each for each in self.cells if each.header == header)

    def header_of(self, column: str) -> str:
        """The header under which a person finds a column of the table."""
        for reference in self.references:
            if reference.column == column:
                return reference.cell
        return next((each.header for each in self.cells if each.column == column), ID)

    def compared(self, column: str) -> str:
        """The column that the table's rows, and those as they are to be, are compared by where a key has `column`."""
        return self.entity.stored[column].key or column

    @property
    def values(self) -> tuple[Cell, ...]:
        """The columns that fill the table's own, without its id and its links."""
        return tuple(each for each in self.cells if each.column is not None and each.header != ID)


@dataclass(frozen=True, slots=True)
class Declared:
    """What is said of a sheet; the rest derives from its table.

    Attributes:
        table: its table.
        values: the table's columns that it holds, besides its links, in their order.
        references: its links.
        key: the table's columns that tell its rows apart.
        unique: whether the database lets no two rows have one key.
        optional: the links that may be empty.
        extra: columns that are none of the table's.
    """

    table: str
    values: str
    references: tuple[Reference, ...]
    key: str
    unique: bool = False
    optional: str = ""
    extra: tuple[Cell, ...] = ()


class _Sheets:
    """Reads the declarations below."""

    def __init__(self) -> None:
        self.model = graph_model()

    def sheet(self, said: Declared) -> Sheet:
        entity = self.model.by_table[said.table]
        cells = [Cell(ID, Kind.ID, "Its id; keeps the row's identity. Empty for a new row.", required=False, column=ID)]
        for reference in said.references:
            cells += self._of_reference(reference, required=reference.column not in said.optional.split())
        cells += [self._of_column(entity, name) for name in said.values.split()]
        return Sheet(entity.many, entity, (*cells, *said.extra), said.references, tuple(said.key.split()), said.unique)

    def _of_reference(self, reference: Reference, *, required: bool) -> list[Cell]:
        target = self.model.by_table[reference.target]
        noun = Named(target.type_name).words
        within = (
            [
                Cell(reference.within, Kind.TEXT, f"The programme of the {noun}: its name, or its id.", required=False,
                     names="Programme", form=TextForm.NAME)
            ]
            if reference.within
            else []
        )  # fmt: skip
        named = target.stored[reference.key] if reference.key else None
        said = {"case_number": "case number, or its id", "name": "name, or its id"}.get(reference.key or "", "id")
        return [
            *within,
            Cell(
                reference.cell,
                Kind.TEXT,
                f"The {noun}: its {said}.",
                required=required,
                names=target.type_name,
                form=TextForm.NAME if named is None else named.form,
                key=named is not None and named.key is not None,
            ),
        ]

    def _of_column(self, entity: EntityModel, name: str) -> Cell:
        stored = entity.stored[name]
        return Cell(
            stored.api,
            stored.kind,
            stored.doc,
            required=stored.is_required,
            column=name,
            enumeration=stored.enumeration,
            fixed=Tier.OFFICE not in stored.written.changes,
            form=stored.form,
            longest=stored.longest,
            is_name=stored.is_name,
            key=stored.key is not None,
        )


EXCEPTION_REASON, EXCEPTION_BY = "exceptionReason", "exceptionAuthorisedBy"
EXCEPTION = (
    Cell(
        EXCEPTION_REASON, Kind.TEXT, "Where the child came although the home was full: why it had to be.",
        required=False,
    ),
    Cell(EXCEPTION_BY, Kind.TEXT, "Who authorised it.", required=False, form=TextForm.NAME),
)  # fmt: skip

PROGRAMME = Reference("programme_id", "programme", "name", "programme")
CHILD = Reference("child_id", "child", "case_number", "childCaseNumber", "childProgramme")
SIBLING = Reference("sibling_id", "child", "case_number", "siblingCaseNumber", "siblingProgramme")
HOME = Reference("home_id", "home", "name", "homeName", "homeProgramme")
PARTNER = Reference("partner_id", "community_partner", "name", "partner")
PLACEMENT = Reference("placement_id", "placement", None, "placement")


DECLARED = (
    Declared("programme", "name kind started_on ended_on annual_budget people_reached", (), key="name"),
    Declared("home", "name form capacity locality opened_on closed_on", (PROGRAMME,), key="programme_id name"),
    Declared("community_partner", "name kind locality", (), key="name"),
    Declared(
        "child",
        "case_number given_name family_name birth_date birth_date_precision sex first_language interests"
        " enrolled_on reason_for_care died_on died_on_precision",
        (PROGRAMME,),
        key="programme_id case_number",
        unique=True,
    ),
    Declared(
        "sibling_bond",
        "kind started_on ended_on",
        (CHILD, SIBLING),
        key="child_id sibling_id started_on",
        unique=True,
    ),
    Declared(
        "placement",
        "started_on ended_on start_reason end_reason voided_at void_reason",
        (CHILD, HOME),
        key="child_id started_on",
        unique=True,
        extra=EXCEPTION,
    ),
    Declared(
        "placement_exception",
        "rule dated reason authorised_by",
        (PLACEMENT, HOME),
        key="placement_id rule dated",
    ),
    Declared(
        "community_link",
        "kind started_on ended_on note",
        (CHILD, HOME, PARTNER),
        key="child_id home_id kind partner_id started_on",
        optional="child_id home_id partner_id",
    ),
)
"""The sheets; one comes after those that it leads to."""


@cache
def all_sheets() -> Mapping[str, Sheet]:
    """The sheets by table; one comes after those that it leads to."""
    read = _Sheets()
    return {said.table: read.sheet(said) for said in DECLARED}


def sheet_named(name: str) -> Sheet | None:
    """The sheet that a file or a sheet of a workbook is called after, in capitals or not."""
    return next((sheet for sheet in all_sheets().values() if sheet.name.lower() == name.strip().lower()), None)


def sheet_names() -> str:
    """All names, for a sentence."""
    return ", ".join(sheet.name for sheet in all_sheets().values())

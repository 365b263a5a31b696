"""What a sheet is: a table as a file holds it, its columns, and the links that it tells by name.

Names are GraphQL's: a sheet is called as the connection, a column as the field. A row is told by its natural key; the
`id` column, where a file has it, tells it better.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.declarations.constraints import WHY_VOID
from graph.declarations.files import Kept
from graph.kinds.kind import Kind
from graph.refusals import Named
from graph.text import TextForm
from graph.writes.draft import snake

if TYPE_CHECKING:
    from enum import StrEnum

    from graph.declarations.model import EntityModel

ID = "id"


@dataclass(frozen=True, slots=True)
class SheetColumn:
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
        part: the table of the part of which it says something; nothing where it says it of the row itself.
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
    part: str | None = None

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
class WithinRow:
    """The row within which a name is meant: a child's number within a programme.

    Attributes:
        cell: the header of the cell that tells it.
        column: the named table's column that leads there.
        table: where it leads to.
        key: the column there that the cell holds.
        required: whether every row of the named table has one.
    """

    cell: str
    column: str
    table: str
    key: str
    required: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to another row, which a file tells by name.

    Attributes:
        column: the table's column that holds it.
        target: the table that it leads to.
        cell: the header of the cell that tells it.
        key: the target's column that the cell holds; nothing where only an id will do.
        within: what the name belongs to, where it does not mean one row alone.
    """

    column: str
    target: str
    cell: str
    key: str | None = None
    within: WithinRow | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as a file holds it.

    Attributes:
        name: the file's name without its ending, or the sheet's.
        entity: the table.
        cells: its columns, in the order in which an export writes them.
        references: its links.
        key: the table's columns that tell its rows apart; none where an id alone does.
        unique: whether the database lets no two rows have one key.
        alone: the first and the last day of a time in which the database lets another row like it not be.
    """

    name: str
    entity: EntityModel
    cells: tuple[SheetColumn, ...]
    references: tuple[Reference, ...]
    key: tuple[str, ...]
    unique: bool
    alone: tuple[str, str] | None = None

    @property
    def table(self) -> str:
        """The table's name."""
        return self.entity.table

    @property
    def noun(self) -> str:
        """What a person calls one row."""
        return Named(self.entity.type_name).words

    def cell(self, header: str) -> SheetColumn:
        """The column of that name."""
        return next(each for each in self.cells if each.header == header)

    def reference(self, column: str | None) -> Reference | None:
        """The link that a column of the table holds."""
        return next((each for each in self.references if each.column == column), None)

    def header_of(self, column: str) -> str:
        """The header under which a person finds a column of the table."""
        link = self.reference(column)
        if link is not None:
            return link.cell
        return next((each.header for each in self.cells if each.column == column), ID)

    def compared(self, column: str) -> str:
        """The column that the table's rows, and those as they are to be, are compared by where a key has `column`."""
        return self.entity.stored[column].key or column

    @property
    def values(self) -> tuple[SheetColumn, ...]:
        """The columns that fill the table's own, without its id and its links."""
        return tuple(each for each in self.cells if each.column is not None and each.header != ID)

    @property
    def of_parts(self) -> tuple[SheetColumn, ...]:
        """The columns that say something of a part."""
        return tuple(each for each in self.cells if each.part is not None)

    @property
    def mirror(self) -> tuple[Reference, Reference] | None:
        """The links to the two of a pair, each of whom has a row."""
        own, other = self.reference(self.entity.first_owner), self.reference(self.entity.files.mirrored_by)
        return None if own is None or other is None else (own, other)

    def kept(self, column: str) -> Kept | None:
        """What an import leaves to a mutation in a row on record, though the office may change it."""
        void = self.entity.void_column
        if void is not None and column in (void, WHY_VOID):
            # What a mutation takes back is told by it alone, whatever the entity.
            return Kept(f"void{self.entity.type_name} takes a {self.noun} back; nothing brings it back.")
        return self.entity.stored[column].kept

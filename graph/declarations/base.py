"""How an entity is declared: one class, one file, everything else derives from it.

The default is closed. A column is sensitive, stays in its country, and can be neither filtered nor ordered by until its
declaration says otherwise; whatever may be filtered or ordered by gets its index from the same word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Index, Table

from countries.tenancy.caller import Tier
from graph.declarations.declared import (
    ComputedDeclaration,
    RowDeclaration,
    Stored,
    ThroughDeclaration,
)
from graph.declarations.nouns import TableKind
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Constraint


from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Constraint, TextClause, Uuid, text
from sqlmodel import SQLModel
from sqlmodel._compat import SQLModelConfig

from countries.tenancy.terms import Bounds
from graph.declarations.fields import (
    PERIOD,
    Day,
    column_of,
    copied,
    in_force,
    link,
    one_of,
    personal,
    plain,
    sensitive,
    through,
)
from graph.declarations.files import Beside
from graph.declarations.forgetting import Forgets
from graph.declarations.nouns import FEDERATION, NATIONAL, NOBODY, OFFICE, DerivedMutation, Names, Privacy
from graph.declarations.obligations import Obligation
from graph.declarations.owned_links import EntityMeta
from graph.declarations.owners import COUNTRY, Owner
from graph.declarations.rules import Rule as RowRule
from graph.declarations.suggestions import Suggestion
from graph.declarations.worked_out import computed, counted, implied, looked_up, ranged, taken_apart, worked_out
from graph.kinds.table import STORED

__all__ = [
    "COUNTRY", "NOT_FOR_LOOKUPS", "NOT_VOID", "OFFICE", "PERIOD", "Day", "Entity", "Kind", "Names", "Owner",
    "TableKind", "TenantEntity", "computed", "copied", "counted", "implied", "in_force", "link", "looked_up", "one_of",
    "personal", "plain", "ranged", "sensitive", "taken_apart", "through", "worked_out",
]  # fmt: skip


class Entity(SQLModel, metaclass=EntityMeta):
    """The base of every table. `names` and the docstring are asked for; `rules` are table constraints."""

    model_config = SQLModelConfig(ignored_types=(ComputedDeclaration, RowDeclaration, ThroughDeclaration))

    names: ClassVar[Names]
    table_kind: ClassVar[TableKind] = TableKind.TENANT
    readers: ClassVar[frozenset[Tier]] = NATIONAL
    rows: ClassVar[Mapping[Tier, Bounds]] = {}
    """Which rows a reader sees, where that does not follow from whose they are: the terms that all hold."""
    bookkeeping: ClassVar[frozenset[Tier]] = NATIONAL
    """Who reads version, created_at and updated_at."""
    about_a_person: ClassVar[bool] = False
    owner: ClassVar[Owner | None] = None
    """Whose row it is: every table of a country that the graph shows says it."""
    programme_column: ClassVar[str | None] = None
    """Of a table that the graph does not show, and of what is selected: the column of the programme of its rows."""
    void_column: ClassVar[str | None] = None
    """Filled in a row that was recorded in error: connections, links and counts leave it out."""
    keeps: ClassVar[tuple[RowRule, ...]] = ()
    """The rules between rows that its own keep, besides those that its days bring."""
    mutations: ClassVar[tuple[DerivedMutation, ...]] = ()
    """The plain mutations that derive from the columns; an entity has those that it names."""
    in_graph: ClassVar[bool] = True
    statistics_reads: ClassVar[tuple[str, ...]] = ()
    """The columns that are counted, of every country, when a period is closed: none that names a person."""
    statistics_adds: ClassVar[tuple[str, ...]] = ()
    """The columns that closing a period writes."""
    emptied_by: ClassVar[frozenset[Tier]] = NOBODY
    """Who may take rows away: of records nobody may."""
    obligation: ClassVar[Obligation | None] = None
    """What is due, and how it is done (`obligations.py`)."""
    forgets: ClassVar[Forgets | None] = None
    """What is kept for a time (`forgetting.py`)."""
    country_back: ClassVar[tuple[str, str] | None] = None
    natural_key: ClassVar[tuple[str, ...] | None] = None
    """The columns that tell a row apart in a file; `()` where its id alone does."""
    no_sheet: ClassVar[str | None] = None
    """Why no file holds the rows, in a sentence; every other table of a country comes and goes in files."""
    mirrored_by: ClassVar[str | None] = None
    """The link to the other one of a pair, each of whom has a row: a file may hold one of the two."""
    beside: ClassVar[Mapping[str, Beside]] = {}
    """Of a part: its columns that a file may also give in the row of its whole."""
    suggests: ClassVar[tuple[Suggestion, ...]] = ()
    """What the records let one suppose of its rows (`suggestions.py`)."""
    same_as: ClassVar[str | None] = None
    """The link by which a record that was taken back leads on to the one that stands for the same (`leading_on.py`)."""
    shadow_of: ClassVar[tuple[str, ...]] = ()
    """The tables whose every row has one here, under the same id, with the columns of the same names."""
    named_by: ClassVar[tuple[str, ...]] = ()
    """The columns that are one name together, in their order, of those that rows are found by."""
    keys_of: ClassVar[str | None] = None
    """The table whose rows are found by the keys in this one."""
    rules: ClassVar[tuple[Constraint | Index, ...]] = ()


NOT_FOR_LOOKUPS = text("id IS NOT NULL")
"""A condition of exclusion constraints that always holds and that no query implies.

Without it PostgreSQL takes the constraint's GiST index for looking rows up by child, at several times the cost of the
b-tree that is there for it.
"""
NOT_VOID = text("voided_at IS NULL AND id IS NOT NULL")
"""What was recorded in error stands in nobody's way. The second half is as `NOT_FOR_LOOKUPS`."""


def among_themselves(where: str, *, voids: bool) -> TextClause:
    """Which rows stand in one another's way: those of which `where` holds, and that were not taken back.

    Args:
        where: SQL over the row alone; of all rows where it is empty.
        voids: whether rows of the table can be taken back.
    """
    condition = NOT_VOID if voids else NOT_FOR_LOOKUPS
    return text(f"({where}) AND {condition.text}") if where else condition


class TenantEntity(Entity):
    """The base of every table whose rows belong to one country; its key is (country_code, id)."""

    country_code: str = column_of(
        Stored(
            Kind.TEXT, "The country that the row belongs to.", Privacy.PLAIN, FEDERATION, filters=False, orders=False,
            api=None, hidden=True,
        ),
        STORED[Kind.TEXT],
        primary_key=True,
    )  # fmt: skip
    id: UUID | None = column_of(
        Stored(
            Kind.ID, "The row's identity; a client may make it when it creates.", Privacy.PLAIN, FEDERATION,
            filters=True, orders=True, api=None,
        ),
        Uuid(),
        primary_key=True,
        default=None,
        default_sql="uuidv7()",
    )  # fmt: skip
    version: int = plain(Kind.INTEGER, "Counts the changes of the row, from 1.", default=1, default_sql="1")
    created_at: datetime | None = plain(
        Kind.INSTANT, "When the row was recorded.", default=None, default_sql="now()", nullable=False
    )
    updated_at: datetime | None = plain(
        Kind.INSTANT, "When the row last changed.", default=None, default_sql="now()", nullable=False
    )


def table_of(entity: type[Entity]) -> Table:
    """The SQLAlchemy table of an entity; of one that is selected, what it would be as one."""
    found: Table = vars(entity)["__table__"]
    return found

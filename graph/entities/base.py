"""How an entity is declared: one class, one file, everything else derives from it.

The default is closed. A column is sensitive, stays in its country, and can be neither filtered nor ordered by until its
declaration says otherwise; whatever may be filtered or ordered by gets its index from the same word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, Constraint, Index, TextClause, Uuid, text
from sqlalchemy.types import TypeEngine
from sqlmodel import Field, SQLModel
from sqlmodel._compat import SQLModelConfig

from countries.caller import Tier
from countries.terms import Rule
from graph.entities.declared import ComputedDeclaration, LinkDeclaration, RowDeclaration, Stored, ThroughDeclaration
from graph.entities.files import Beside
from graph.entities.model import (
    FEDERATION,
    NATIONAL,
    NOBODY,
    OFFICE,
    Condition,
    DerivedMutation,
    Privacy,
    TableKind,
    WrittenBy,
)
from graph.entities.obligations import Obligation
from graph.entities.owned_links import Declares
from graph.entities.owners import COUNTRY, Owner
from graph.entities.rules import Rule as RowRule
from graph.entities.worked_out import computed, counted, implied, looked_up, ranged, worked_out
from graph.kinds.kind import Kind
from graph.kinds.table import STORED
from graph.text import TextForm

__all__ = [
    "COUNTRY", "NOT_FOR_LOOKUPS", "NOT_VOID", "OFFICE", "PERIOD", "Day", "Entity", "Kind", "Names", "Owner",
    "TableKind", "TenantEntity", "computed", "copied", "counted", "implied", "in_force", "link", "looked_up",
    "personal", "plain", "ranged", "sensitive", "through", "worked_out",
]  # fmt: skip

Day = date
"""An ISO 8601 calendar day."""


@dataclass(frozen=True, slots=True)
class Names:
    """What GraphQL calls an entity: its type, the field for one row, the connection for many."""

    type: str
    one: str
    many: str


class Entity(SQLModel, metaclass=Declares):
    """The base of every table. `names` and the docstring are asked for; `rules` are table constraints."""

    model_config = SQLModelConfig(ignored_types=(ComputedDeclaration, RowDeclaration, ThroughDeclaration))

    names: ClassVar[Names]
    table_kind: ClassVar[TableKind] = TableKind.TENANT
    readers: ClassVar[frozenset[Tier]] = NATIONAL
    rows: ClassVar[Mapping[Tier, Rule]] = {}
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
    obligation: ClassVar[Obligation | None] = None
    """What is due, and how it is done (`obligations.py`)."""
    country_back: ClassVar[tuple[str, str] | None] = None
    natural_key: ClassVar[tuple[str, ...] | None] = None
    """The columns that tell a row apart in a file; `()` where its id alone does."""
    no_sheet: ClassVar[str | None] = None
    """Why no file holds the rows, in a sentence; every other table of a country comes and goes in files."""
    mirrored_by: ClassVar[str | None] = None
    """The link to the other one of a pair, each of whom has a row: a file may hold one of the two."""
    beside: ClassVar[Mapping[str, Beside]] = {}
    """Of a part: its columns that a file may also give in the row of its whole."""
    shadow_of: ClassVar[str | None] = None
    """The table whose every row has one here, under the same id, with the columns of the same names."""
    rules: ClassVar[tuple[Constraint | Index, ...]] = ()


def column_of(stored: Stored, type_: TypeEngine[Any], **options: Any) -> Any:  # noqa: ANN401 - a field stands for any type
    default_sql = options.pop("default_sql", None)
    generated = options.pop("generated", None)
    if generated is not None:
        options["sa_column_args"] = [generated]
    column: dict[str, Any] = {"info": {"hearth": stored}, "comment": stored.doc}
    if default_sql is not None:
        column["server_default"] = text(default_sql)
    return Field(sa_type=type_, sa_column_kwargs=column, **options)


def _value(kind: Kind, doc: str, privacy: Privacy, options: dict[str, Any]) -> Any:  # noqa: ANN401 - as _column
    readers = options.pop("readers", FEDERATION if privacy is Privacy.PLAIN else NATIONAL)
    stored = Stored(
        kind=kind,
        doc=doc,
        privacy=privacy,
        readers=readers,
        filters=options.pop("filters", False),
        orders=options.pop("orders", False),
        api=options.pop("api", None),
        enumeration=options.pop("enumeration", None),
        then=options.pop("then", None),
        covers=options.pop("covers", ()),
        hidden=options.pop("hidden", False),
        written=_written(options),
        day=options.pop("day", None),
        form=options.pop("form", TextForm.PROSE),
        key=options.pop("key", None),
        until=options.pop("until", ()),
        longest=options.pop("longest", None),
        about=options.pop("about", None),
        kept=options.pop("in_files", None),
    )
    return column_of(stored, STORED[kind], **options)


def _written(options: dict[str, Any]) -> WrittenBy:
    said = {name: options.pop(name, False) for name in ("owned", "reasoned")}
    return WrittenBy(options.pop("creates", NOBODY), options.pop("changes", NOBODY), **said)


def plain(kind: Kind, doc: str, **options: Any) -> Any:  # noqa: ANN401 - as _column
    """A column that says nothing of a person: whoever reads the row reads it.

    Options: `filters`, `orders` (both bring an index), `then` (a column that lists are narrowed by along with this one,
    behind it in the index), `covers` (what the index carries besides: lists of no more are read from it alone), `api`
    (the GraphQL name, where it is not the column's), `enumeration`, `day` (what it may be: `graph/entities/days.py`;
    a column that is a day has to say so), `readers`, `default`, `default_sql`, `generated`
    (worked out by PostgreSQL from other columns); `creates` and `changes` (the tiers that may give the value with a new
    row, and change it later), `owned` (an action writes it: no derived input has it), `reasoned` (it changes
    by a correction alone), `hidden` (no client sees it);
    of a text `form` (how it is kept: graph/text.py), `longest` (the characters that it may hold; 10,000 where nothing
    is said, 500 of one that filters or orders) and `key` (the hidden column that holds what it is compared by);
    `until` (the columns of which a change brings this number back to 0); `in_files` (`Kept("…")`: an import does not
    change it in a row on record, and the sentence says which mutation does).
    """
    return _value(kind, doc, Privacy.PLAIN, options)


def personal(kind: Kind, doc: str, **options: Any) -> Any:  # noqa: ANN401 - as _column
    """A column that names or identifies a person: it never leaves the country. Options as `plain`."""
    return _value(kind, doc, Privacy.PERSONAL, options)


def sensitive(kind: Kind, doc: str, **options: Any) -> Any:  # noqa: ANN401 - as _column
    """Any other column that stays in the country. Options as `plain`."""
    return _value(kind, doc, Privacy.SENSITIVE, options)


def link(target: str, doc: str, *, back: str | None, back_doc: str = "", **options: Any) -> Any:  # noqa: ANN401 - as _column
    """A stored link to one row of another table of the same country.

    The foreign key carries the country, so that no row points into another one. GraphQL shows the link under the
    column's name without `_id`, and the way back as the connection `back` of the target; none with `back=None`, where
    nobody would look for these rows from there.

    Options: `readers`, `api`, `covers`, `default`, `creates`, `changes`, `owned`, `in_files`, as of `plain`.
    """
    stored = Stored(
        kind=Kind.ID,
        doc=doc,
        privacy=Privacy.SENSITIVE,
        readers=options.pop("readers", NATIONAL),
        filters=False,
        orders=False,
        api=None,
        hidden=True,
        link=LinkDeclaration(target, doc, back, back_doc, options.pop("api", None)),
        covers=options.pop("covers", ()),
        written=_written(options),
        kept=options.pop("in_files", None),
    )
    return column_of(stored, Uuid(), **options)


def copied(of: str, column: str, doc: str, **options: Any) -> Any:  # noqa: ANN401 - as _column
    """A column that repeats one of the row that the own link `of` leads to, and follows where that one changes.

    It is of the original's kind, privacy and form, read by whoever reads the original, and changed by whoever changes
    the original or the link. Options: `filters`, `orders`, `then`, `covers`, `api`, `default`, as of `plain`.
    """
    stored = Stored(
        Kind.TEXT,
        doc,
        Privacy.SENSITIVE,
        NATIONAL,
        filters=options.pop("filters", False),
        orders=options.pop("orders", False),
        api=options.pop("api", None),
        then=options.pop("then", None),
        covers=options.pop("covers", ()),
        copies=((of, column),),
    )
    return column_of(stored, STORED[Kind.TEXT], **options)


def through(  # noqa: PLR0913 - a link by way of a third table has this many ends
    target: str,
    *,
    via: str,
    near: str,
    far: str,
    many: bool,
    doc: str,
    condition: Condition,
    uses: tuple[str, ...],
) -> Any:  # noqa: ANN401 - as _column
    """A link by way of the rows of `via` that meet `condition` today: `near` points here, `far` at the target."""
    return ThroughDeclaration(target, via, near, far, many, doc, condition, uses)


def in_force(row: Any, today: ColumnElement[Any]) -> ColumnElement[bool]:  # noqa: ANN401 - table, alias or sub-select
    """Periods are half-open: `ended_on` is the first day no longer there."""
    begun: ColumnElement[bool] = row.c.started_on <= today
    open_ended: ColumnElement[bool] = row.c.ended_on.is_(None) | (row.c.ended_on > today)
    return begun & open_ended


PERIOD = ("started_on", "ended_on")
"""The columns that `in_force` reads."""


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

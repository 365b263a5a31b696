"""What an action has composed so far: rows that are read, checks, and rows that are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import CTE, Text, Uuid, and_, case, column, func, literal_column, select, table
from sqlalchemy.dialects.postgresql import ARRAY

from graph.declarations.rules import EMPTY
from graph.kinds.table import KINDS, TYPES
from graph.plan.sql.relation import Relation
from graph.text import number_key
from graph.writes.mutation import Group, Linked, Parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sqlalchemy import ColumnElement, Select, TableClause
    from sqlalchemy.types import TypeEngine

    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel
    from graph.writes.checks import Check
    from graph.writes.mutation import Given, Mutation
    from graph.writes.shapes import Question

Sql = Any
"""An SQL expression."""

TRUE: ColumnElement[Any] = literal_column("true")
FALSE: ColumnElement[Any] = literal_column("false")
NULL = EMPTY
ONE: ColumnElement[Any] = literal_column("1")
ZERO: ColumnElement[Any] = literal_column("0")
NOW: ColumnElement[Any] = func.now()
MACHINERY = ("country_code", "id", "version", "updated_at")
"""Columns of every row that nobody gives: whoever writes the row does."""


class Target(Relation):
    """A table that is written."""

    def __init__(self, of: TableClause, led: Mapping[str, str]) -> None:
        super().__init__(of, led)
        self.table = of
        self.led = led


@dataclass(frozen=True, slots=True)
class Written:
    """A statement that writes one table.

    Attributes:
        entity: the table.
        cte: what it returns: `n_<column>` for new values, `o_<column>` for old ones of a change.
        columns: the columns that it writes, for the history.
        creates: whether the rows are new.
        voids: whether they are found to have been recorded in error.
        must: whether it has to write a row; none where it finds none to change.
        follows: whether what it writes are copies, which follow their original.
        optional: the columns that are written whether or not the input gives them, each with the inputs of which one
            has to be there: where none is, nothing is told of it.
        instead: what copies of a column say from now on, where the rows lead on to another one.
        borrows: whether they are copies in rows that are not the original's: of another programme, it may be, which is
            told what they say from now on, and not why the original was changed.
    """

    entity: EntityModel
    cte: CTE
    columns: tuple[str, ...]
    creates: bool
    voids: bool
    must: bool
    follows: bool = False
    optional: Mapping[str, Question] = field(default_factory=dict)
    instead: Mapping[str, Sql] = field(default_factory=dict)
    borrows: bool = False


@dataclass(slots=True)
class Draft:
    """What an action has composed.

    Attributes:
        read: the rows that it leans on, by name.
        single: which of them are at most one row; conditions name their columns.
        checks: name, condition that must hold, and what is told where it does not.
        places: of the checks on the rows of a list, the `place` of each row that fails, from 0.
        against: of the checks that name rows, the ids of those that stand against the write.
        written: its writes, in order.
        noticed: rows that are not written and yet look otherwise now, by GraphQL type, for the feed alone.
        reason: why, where it says so.
        along: by table, what a row takes along that changes because a column of it is reckoned anew, and where: in one
            statement a row is changed once.
        apart: by table, what holds of rows whose copies follow here: the others bring their own.
        sparing: whether the history leaves out changes that leave a class's columns as they were, as an import's do.
    """

    read: dict[str, CTE] = field(default_factory=dict)
    single: list[str] = field(default_factory=list)
    checks: dict[str, tuple[Sql, Check]] = field(default_factory=dict)
    places: dict[str, Select[Any]] = field(default_factory=dict)
    against: dict[str, Select[Any]] = field(default_factory=dict)
    written: list[Written] = field(default_factory=list)
    noticed: list[tuple[str, CTE]] = field(default_factory=list)
    reason: Sql | None = None
    """An expression for the history's `reason`."""
    sparing: bool = False
    along: dict[str, tuple[Mapping[str, Sql], Sql]] = field(default_factory=dict)
    apart: dict[str, Callable[[Target], Sql]] = field(default_factory=dict)


def after(written: Written) -> Relation:
    """How many rows a write has written; a write that selects from it comes after that one."""
    return Relation(select(func.count().label("rows")).select_from(written.cte).subquery(f"after_{written.cte.name}"))


def identity_of(entity: EntityModel) -> tuple[str, ...]:
    """What history and feed need to know of every row: which one, which version, whose."""
    if not entity.in_graph:
        return ("id",) if "id" in entity.stored else entity.identity
    return tuple(dict.fromkeys(("id", "version", *((entity.programme_column,) if entity.programme_column else ()))))


def owners_of(entity: EntityModel) -> tuple[str, ...]:
    """What its parts need to know of a row besides: the columns of its owners."""
    return tuple(owner.column for owner in entity.owners)


def number_until(kept: Column, entity: EntityModel, target: Target, values: Mapping[str, Sql]) -> Sql:
    """A number that stays until one of some columns changes; another writing of a number is no change."""
    given = [(entity.stored[name], values[name]) for name in kept.until if name in values]
    same = [
        target.c[each.name] == value if each.key is None else target.c[each.key] == number_key(value)
        for each, value in given
    ]
    return case((and_(*same), target.c[kept.name]), else_=ZERO)


def default_of(column: Column) -> Sql:
    """What a new row holds that leaves a column out."""
    return NULL if column.default_sql is None else literal_column(column.default_sql)


def table_of(name: str, columns: Iterable[str]) -> TableClause:
    """A table with those of its columns that a statement names."""
    return table(name, *(column(each) for each in columns))


def types_of(action: Mutation) -> Iterator[tuple[str, TypeEngine[Any]]]:
    """The name and the type of each value of a mutation's input."""
    for taken in action.takes:
        if isinstance(taken, Group):
            for inner in taken.takes:
                yield f"{taken.name}.{inner.name}", ARRAY(_type(inner)) if taken.many else _type(inner)
        elif isinstance(taken, Parts):
            yield f"{taken.name}.id", ARRAY(Uuid())
            for inner in taken.takes:
                # An array of arrays would be a rectangle: a list among the rows' values comes as one text.
                yield f"{taken.name}.{inner.name}", ARRAY(Text() if is_listed(inner) else _type(inner))
        elif isinstance(taken, Linked) and taken.many:
            yield taken.name, ARRAY(Uuid())
        else:
            yield taken.name, _type(taken)


def is_listed(taken: Given | Linked) -> bool:
    """Whether a value of the input is a list itself."""
    return not isinstance(taken, Linked) and KINDS[taken.kind].listed


def _type(taken: Given | Linked) -> TypeEngine[Any]:
    return Uuid() if isinstance(taken, Linked) else TYPES[taken.kind]


def snake(name: str) -> str:
    """`startedOn` as PostgreSQL writes it: `started_on`."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)

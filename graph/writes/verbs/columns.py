"""What a verb takes of an entity's columns, and which of them its text writes.

A text writes columns in groups: all of a group, or none. Of a group's columns that the input leaves out a new row has
none, and a row that changes keeps what it has. So twenty columns that may be left out make two texts, not a million.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, literal_column

from graph.writes.action import Given, Linked
from graph.writes.draft import NULL
from graph.writes.parts import WHOLE_DAY, input_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from countries.caller import Tier
    from graph.entities.model import Column, EntityModel, GraphModel
    from graph.writes.shapes import Question
    from graph.writes.writing import Sql, Writing

KEPT = ("country_code", "id", "version", "updated_at")


def given_columns(entity: EntityModel) -> Iterator[Column]:
    """The columns that somebody may give, all but what the machinery writes."""
    return (column for column in entity.stored.values() if column.name not in KEPT)


def created(entity: EntityModel) -> list[Column]:
    """The columns that come with a new row, and that no action owns."""
    return [column for column in given_columns(entity) if column.written.creates and not column.written.owned]


def changed(entity: EntityModel, *, reasoned: bool) -> list[Column]:
    """The columns that may change, and that no action owns.

    Args:
        entity: whose.
        reasoned: whether a reason is given: without one, only what is no fact.
    """
    found = [column for column in given_columns(entity) if column.written.changes and not column.written.owned]
    return [column for column in found if reasoned or not column.written.reasoned]


def taken(entity: EntityModel, column: Column, *, required: bool) -> Given | Linked:
    """What an input takes of a column."""
    name = input_name(column)
    if column.target is not None:
        return Linked(name, column.target, column.doc, required=required)
    return Given(
        name,
        column.kind,
        column.doc,
        required=required,
        enumeration=column.enumeration,
        clears=column.nullable,
        is_name=column.filters or column.orders,
        fills=f"{entity.table}.{column.name}" if column.day is not None else "",
        form=column.form,
        longest=column.longest,
        about=None if column.about is None else replace(column.about, of=entity.stored[column.about.of].label),
    )


def taken_by(entity: EntityModel, column: Column, everybody: frozenset[Tier]) -> Given | Linked:
    """What an input takes of a column that may change, and who may give it where not everybody may."""
    of = taken(entity, column, required=False)
    if isinstance(of, Linked) or column.written.changes == everybody:
        return of
    return replace(of, tiers=column.written.changes)


# Which columns a text writes


def sources_of(entity: EntityModel, column: Column) -> Question:
    """The inputs of which one gives a column; how much is known of a day goes along with the day."""
    own = input_name(column)
    return (own,) if column.about is None else (own, input_name(entity.stored[column.about.of]))


def hanging(model: GraphModel, entity: EntityModel) -> frozenset[str]:
    """The columns that more hangs on: copies of other rows, and numbers that begin anew."""
    copied = {copy.column for _, _, copy in model.copies(entity.table)}
    return frozenset(copied.union(*(column.until for column in entity.stored.values())))


def grouped(model: GraphModel, entity: EntityModel, columns: Sequence[Column]) -> list[list[Column]]:
    """The columns in the groups that are written together: each day that has a rule, what more hangs on, each class."""
    apart = hanging(model, entity)
    groups: dict[object, list[Column]] = {}
    for column in columns:
        day = entity.stored[column.about.of] if column.about is not None else column
        key: object = column.privacy
        if has_rule(day) or day.name in entity.at_end:
            key = day.name
        elif day.name in apart:
            key = "hanging"
        groups.setdefault(key, []).append(column)
    return list(groups.values())


def has_rule(column: Column) -> bool:
    """Whether a day lies in the life or the days of another row, or ends what another one begins."""
    return column.day is not None and bool(column.day.born or column.day.lives or column.day.inside or column.day.after)


def written(
    writing: Writing, entity: EntityModel, columns: Sequence[Column], required: Iterable[Column] = ()
) -> tuple[list[Column], dict[str, Question]]:
    """Those of the columns that the text writes; and of which of them the input may still leave out.

    Args:
        writing: the statement.
        entity: whose columns.
        columns: the columns, without links.
        required: those that the input always gives.
    """
    always = {column.name for column in required}
    chosen: set[str] = set()
    optional: dict[str, Question] = {}
    for group in grouped(writing.model, entity, columns):
        names = tuple(dict.fromkeys(name for column in group for name in sources_of(entity, column)))
        if always.isdisjoint(column.name for column in group) and not writing.has(*names):
            continue
        chosen |= {column.name for column in group}
        days = {input_name(entity.stored[name]) for name in always}
        for column in group:
            own = sources_of(entity, column)
            if column.name not in always and set(own) != set(names) and days.isdisjoint(own):
                optional[column.name] = own
    return [column for column in columns if column.name in chosen], optional


# Cells


def new_cell(writing: Writing, entity: EntityModel, column: Column) -> Sql:
    """What goes into a new row: the value, or what stands for one that is left out."""
    value: Any = writing.value(input_name(column))
    if column.about is not None:
        day = writing.value(input_name(entity.stored[column.about.of]))
        return case((day.is_(None), NULL), else_=func.coalesce(value, WHOLE_DAY))
    if column.default_sql is None or column.is_required:
        return value
    return func.coalesce(value, literal_column(column.default_sql), type_=value.type)


def changed_cell(writing: Writing, entity: EntityModel, column: Column, own: Any, *, optional: bool) -> Sql:  # noqa: ANN401 - a Source
    """What goes into a row that changes: the value, or what was there.

    Args:
        writing: the statement.
        entity: whose column.
        column: the column.
        own: the row as read, with the columns that say how much of a day is known.
        optional: whether the input may leave it out.
    """
    target, value = writing.target(entity.table), writing.value(input_name(column))
    if column.about is None:
        return case((writing.gives(input_name(column)), value), else_=target.c[column.name]) if optional else value
    day = input_name(entity.stored[column.about.of])
    # Who gives a day and not how much of it is known means the day, unless more is on record.
    known = case((writing.value(day).is_(None), NULL), else_=func.coalesce(own.c[column.name], WHOLE_DAY))
    said = (writing.gives(input_name(column)), value)
    return case(said, (writing.gives(day), known), else_=target.c[column.name]) if optional else case(said, else_=known)

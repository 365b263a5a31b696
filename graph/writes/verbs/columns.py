"""What a verb takes of an entity's columns, and which of them its text writes.

A text writes columns in groups: all of a group, or none. Of a group's columns that the input leaves out a new row has
none, and a row that changes keeps what it has. So twenty columns that may be left out make two texts, not a million.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, literal_column

from graph.declarations.day_bounds import span_of
from graph.writes.draft import MACHINERY
from graph.writes.mutation import Given, Linked
from graph.writes.parts import WHOLE_DAY, input_name
from graph.writes.said_cells import sources_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from countries.tenancy.caller import Tier
    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel, GraphModel
    from graph.writes.shapes import Question
    from graph.writes.writing import Sql, Writing


def given_columns(entity: EntityModel) -> Iterator[Column]:
    """The columns that somebody may give, all but what the machinery writes."""
    return (column for column in entity.stored.values() if column.name not in MACHINERY)


def created(entity: EntityModel) -> list[Column]:
    """The columns that come with a new row, and that no action owns."""
    return [column for column in given_columns(entity) if column.written.creates and not column.written.owned]


def changed(entity: EntityModel, *, reasoned: bool) -> list[Column]:
    """The columns that may change, and that no action owns.

    Args:
        entity: whose.
        reasoned: whether a reason is given: without one, only what is no fact.
    """
    # Whose row it is, an action alone changes.
    owners = {owner.column for owner in entity.owners}
    found = [
        column
        for column in given_columns(entity)
        if column.written.changes and not column.written.owned and column.name not in owners
    ]
    return [column for column in found if reasoned or not column.written.reasoned]


def must_give(column: Column) -> bool:
    """Whether the input of a new row has to give a column."""
    return column.is_required and not _is_today(column)


def _is_today(column: Column) -> bool:
    return column.day is not None and column.day.today


def taken(entity: EntityModel, column: Column, *, required: bool, new: bool = False) -> Given | Linked:
    """What an input takes of a column; `new` where it goes into a new row."""
    name = input_name(column)
    if column.target is not None:
        # Where a row shows none is no matter of whoever has to name one.
        said = column.doc.partition(";")[0].removesuffix(".") + "." if required else column.doc
        return Linked(name, column.target, said, required=required, fills=f"{entity.table}.{column.name}")
    # Only a new row has today for a day that is left out.
    said = column.doc.removesuffix(".") + "; today where it is left out." if new and _is_today(column) else column.doc
    return Given(
        name,
        column.kind,
        said,
        required=required,
        enumeration=column.enumeration,
        clears=column.nullable,
        is_name=column.filters or column.orders,
        fills=f"{entity.table}.{column.name}",
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


def hanging(model: GraphModel, entity: EntityModel) -> frozenset[str]:
    """The columns that more hangs on: copies of other rows, and numbers that begin anew."""
    copied = {copy.column for _, _, copy in model.copies(entity.table)}
    return frozenset(copied.union(*(column.until for column in entity.stored.values())))


def grouped(model: GraphModel, entity: EntityModel, columns: Sequence[Column], *, creates: bool) -> list[list[Column]]:
    """The columns in the groups that are written together.

    A group is: a day that has a rule, a period and what is said with its end, what more hangs on or rules read, each
    privacy class.
    """
    apart, ruled = hanging(model, entity), has_rules(model, entity)
    groups: dict[object, list[Column]] = {}
    for column in columns:
        day = entity.stored[column.about.of] if column.about is not None else column
        a_day = day.name if day.day is not None and day.name in ruled else None
        key: object = _period_of(entity, day, creates=creates) or a_day
        if key is None and day.name in ruled and entity.alone is not None and not creates:
            # What is one at a time is so by its days and its sort.
            key = span_of(entity)
        if key is None:
            key = "hanging" if day.name in apart | ruled else column.privacy
        groups.setdefault(key, []).append(column)
    return list(groups.values())


def _period_of(entity: EntityModel, column: Column, *, creates: bool) -> tuple[str, str] | None:
    """The period that a column is of; a new row's first day is a group by itself, as the end may be left out."""
    ends = {each.day.after: each.name for each in entity.stored.values() if each.day is not None and each.day.after}
    if column.day is not None and column.day.after:
        return column.day.after, column.name
    if column.name in entity.at_end:
        return span_of(entity)
    return (column.name, ends[column.name]) if column.name in ends and not creates else None


def has_rules(model: GraphModel, entity: EntityModel) -> frozenset[str]:
    """The columns that some rule reads, of the row itself or of one that leads to it."""
    own = {name for rule in entity.keeps for name in rule.columns}
    spans = {
        name for each in entity.stored.values() if each.day and each.day.after for name in (each.name, each.day.after)
    }
    return frozenset({*own, *spans, *(seen.at for _, _, seen in model.seen_from(entity.table) if not seen.in_files)})


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
    for group in grouped(writing.model, entity, columns, creates=writing.action.creates):
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
        return case((day.is_(None), value), else_=func.coalesce(value, WHOLE_DAY))
    if _is_today(column):
        return writing.value_or(input_name(column), writing.today)
    if column.default_sql is None or column.is_required:
        return value
    return func.coalesce(value, literal_column(column.default_sql), type_=value.type)

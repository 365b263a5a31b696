"""The days of a row that a verb writes, as their columns declare them: in a life, in another row's days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from graph.entities.constraints import ENDS
from graph.entities.days import LIFE, span_of
from graph.reasons import Reason
from graph.refusals import Named, Refusal, bad_input
from graph.writes.days import check_inside, check_lives
from graph.writes.draft import NULL
from graph.writes.parts import input_name
from graph.writes.verbs.columns import has_rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.entities.model import Column, EntityModel, GraphModel
    from graph.plan.source import Source
    from graph.writes.writing import Sql, Writing


def needed_of(model: GraphModel, entity: EntityModel, link: Column) -> tuple[str, ...]:
    """What the rules of an entity's days need to know of the row that a link leads to."""
    needed: dict[str, None] = {}
    for column in entity.stored.values():
        if column.day is not None and link.name in (*column.day.born, *column.day.lives):
            needed |= dict.fromkeys(LIFE)
        if column.day is not None and link.name in column.day.inside:
            needed |= dict.fromkeys(span_of(model.by_table[str(link.target)]))
    return tuple(needed)


def bounding(entity: EntityModel, days: Mapping[str, Sql]) -> list[Column]:
    """The links to the rows in whose life, or whose days, some days lie."""
    rules = [rule for name in days if (rule := entity.stored[name].day) is not None]
    names = {name for rule in rules for name in (*rule.born, *rule.lives, *rule.inside)}
    return [column for column in entity.stored.values() if column.name in names and column.target is not None]


def read_bounding(writing: Writing, entity: EntityModel, days: Mapping[str, Sql], own: Source) -> dict[str, Source]:
    """The rows in whose life, or whose days, the days of a row that changes lie, by the link."""
    return {
        link.name: writing.row(
            link.name.removesuffix("_id"),
            str(link.target),
            select(own.c[link.name]).scalar_subquery(),
            *needed_of(writing.model, entity, link),
            stays=True,
        )
        for link in bounding(entity, days)
    }


def check_new_days(writing: Writing, entity: EntityModel, cells: Mapping[str, Sql], rows: Mapping[str, Source]) -> None:
    """A new row's days are as their columns say. Arguments as of `check_days`, the cells as they are written."""
    days: dict[str, Sql] = {}
    for column in entity.stored.values():
        if column.day is not None and has_rule(column) and (column.name in cells or column.day.after is not None):
            days[column.name] = cells.get(column.name, NULL)
            if column.day.after is not None:
                days.setdefault(column.day.after, cells.get(column.day.after, NULL))
    check_days(writing, entity, days, rows, frozenset(cells))


def check_days(
    writing: Writing, entity: EntityModel, days: Mapping[str, Sql], rows: Mapping[str, Source], changed: frozenset[str]
) -> None:
    """A row's days are as their columns say.

    Args:
        writing: the statement.
        entity: whose days.
        days: all that bound one another, as they are to be, by column; `NULL` for the end of what goes on.
        rows: what the links lead to, with what `needed_of` names.
        changed: which of them the input gives; the others are as they were.
    """
    paths: dict[str, str] = {}
    for name, value in days.items():
        column = entity.stored[name]
        rule = column.day
        paths[name] = input_name(column)
        if rule is not None and rule.after is not None:
            if name not in changed and rule.after in changed:
                paths[name] = input_name(entity.stored[rule.after])
            if value is not NULL:
                after = value > days[rule.after]
                after = value.is_(None) | after if column.nullable else after
                writing.check("ends_after_start", after, replace(ENDS, path=("input", paths[name])))
    new = {name: value for name, value in days.items() if name in changed or value is NULL}
    check_lives(writing, entity.table, new, rows, paths)
    check_inside(writing, entity.table, {name: value for name, value in new.items() if value is not NULL}, rows)


NOT_TOGETHER = bad_input(
    Reason.HALF_GIVEN,
    "The day on which the {type} has ended comes together with {field}.",
    "Give both, or neither.",
    type="",
    field="",
)


def not_together(entity_type: str, column: str) -> Refusal:
    """What is told where the end of a row is said, and not what is said with it, or the other way round."""
    return replace(
        NOT_TOGETHER, path=("input", column), params=(("type", Named(entity_type)), ("field", Named(column)))
    )


def check_said(writing: Writing, entity: EntityModel, cells: Mapping[str, Sql]) -> None:
    """What is said with an end is said with it, and only then.

    Args:
        writing: the statement.
        entity: whose end.
        cells: the end and what is said with it, as they are to be.
    """
    end = span_of(entity)[1] if entity.at_end else ""
    for name in entity.at_end:
        if name in cells or end in cells:
            together = cells.get(end, NULL).is_(None) == cells.get(name, NULL).is_(None)
            writing.check(f"{name}_with_the_end", together, not_together(entity.type_name, entity.stored[name].label))

"""The days of a row that a verb writes: it does not end before its first day, and what is said then is said with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import or_

from graph.declarations.constraints import ends_of
from graph.declarations.day_bounds import span_of
from graph.writes.draft import NULL
from graph.writes.parts import input_name
from graph.writes.refusals import not_together

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from graph.declarations.model import EntityModel
    from graph.plan.sql.relation import Relation
    from graph.writes.writing import Sql, Writing


def check_span(writing: Writing, entity: EntityModel, cells: Mapping[str, Sql], was: Relation | None = None) -> None:
    """A row ends after its first day, or on it where it may hold no night.

    Args:
        writing: the statement.
        entity: whose days.
        cells: the columns that are given, as they are to be.
        was: the row as read, where it changes: with its days.
    """
    for column in entity.stored.values():
        after = None if column.day is None else column.day.after
        if column.day is None or after is None or cells.keys().isdisjoint((column.name, after)):
            continue
        if was is None and column.name not in cells:
            continue
        end, first = (cells.get(name, NULL if was is None else was.c[name]) for name in (column.name, after))
        path = input_name(column if column.name in cells else entity.stored[after])
        # A first day that nobody knows lies before every end.
        empty = [day.is_(None) for day, name in ((end, column.name), (first, after)) if entity.stored[name].nullable]
        later = or_(*empty, end >= first if column.day.same_day else end > first)
        writing.check("ends_after_start", later, replace(ends_of(column.day), path=("input", path)))


def span_with(entity: EntityModel, names: Collection[str]) -> tuple[str, ...]:
    """The days that bound those which are given."""
    pairs = ((each.name, each.day.after) for each in entity.stored.values() if each.day is not None and each.day.after)
    return tuple(name for pair in pairs if not set(pair).isdisjoint(names) for name in pair if name not in names)


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

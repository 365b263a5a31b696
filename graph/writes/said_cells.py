"""The cell of a column that may be left out of a change: what the input says, or what was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, func

from graph.writes.draft import NULL
from graph.writes.parts import WHOLE_DAY, input_name

if TYPE_CHECKING:
    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel
    from graph.plan.sql.relation import Relation
    from graph.writes.shapes import Question
    from graph.writes.writing import Sql, Writing


def sources_of(entity: EntityModel, column: Column) -> Question:
    """The inputs of which one gives a column; how much is known of a day goes along with the day."""
    own = input_name(column)
    return (own,) if column.about is None else (own, input_name(entity.stored[column.about.of]))


def changed_cell(
    writing: Writing,
    entity: EntityModel,
    column: Column,
    was: Relation,
    *,
    optional: bool,
) -> Sql:
    """What goes into a row that changes: the value, or what was there.

    Args:
        writing: the statement.
        entity: whose column.
        column: the column.
        was: the row as it was.
        optional: whether the input may leave it out.
    """
    value, before = writing.value(input_name(column)), was.c[column.name]
    said = (writing.gives(input_name(column)), value)
    if column.about is None:
        return case(said, else_=before) if optional else value
    day = input_name(entity.stored[column.about.of])
    # Who gives a day and not how much of it is known means the day, unless more is on record.
    known = case((writing.value(day).is_(None), NULL), else_=func.coalesce(before, WHOLE_DAY))
    return case(said, (writing.gives(day), known), else_=before) if optional else case(said, else_=known)

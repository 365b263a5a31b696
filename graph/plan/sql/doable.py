"""`mayDo` of a row as SQL: one array of names, from the row's own columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, case, cast, func, literal_column
from sqlalchemy.dialects.postgresql import ARRAY, array

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.plan.sql.relation import Relation
    from graph.plan.tree.doable import MayDo

NONE: ColumnElement[Any] = literal_column("'{}'::text[]")
NULL: ColumnElement[Any] = literal_column("NULL")


def may_do_sql(may_do: MayDo, row: Relation, today: ColumnElement[Any]) -> ColumnElement[Any]:
    """The names of what may be done to a row; none of one that was taken back.

    Args:
        may_do: what the tier may do to rows of the table.
        row: the row.
        today: today's date in the country.
    """
    if not may_do.listed:
        return NONE
    names = [
        literal_column(f"'{each.name}'")
        if each.state is None
        else case((each.state.holds(row, today), literal_column(f"'{each.name}'")))
        for each in may_do.listed
    ]
    listed: ColumnElement[Any] = cast(array[Any](names), ARRAY(Text()))
    if any(each.state is not None for each in may_do.listed):
        listed = func.array_remove(listed, NULL)
    return listed if may_do.void_column is None else case((row.c[may_do.void_column].is_(None), listed), else_=NONE)

"""How an entity declares a value that is worked out, and which index serves it where lists are narrowed by it.

    days_in_care = worked_out(
        Kind.INTEGER, "…", days_in_care, reads={"placement": ("child_id", *PERIOD)},
        filters=True, served=looked_up("placement_child_id_idx"),
    )

Whoever reads all that it names reads it. What its expression names and `uses` and `reads` do not say stops the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func

from graph.declarations.computed import Between, Served
from graph.declarations.declared import ComputedDeclaration
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.declarations.computed import WorkedOut
    from graph.declarations.frame import Frame, Rows, Sql
    from graph.declarations.nouns import Condition, Expression

NOTHING: Mapping[str, tuple[str, ...]] = {}


def worked_out(  # noqa: PLR0913 - what it is, what it reads, and what may be asked of it
    kind: Kind,
    doc: str,
    value: WorkedOut,
    *,
    uses: tuple[str, ...] = (),
    reads: Mapping[str, tuple[str, ...]] = NOTHING,
    nullable: bool = True,
    filters: bool = False,
    orders: bool = False,
    served: Served | None = None,
    asks: str | None = None,
    asked_as: str = "on",
) -> Any:  # noqa: ANN401 - a member of any type
    """A value that every statement works out for each row, as far as the caller sees what it is worked out from.

    Args:
        kind: what it is.
        doc: its sentence.
        value: (frame, row) -> expression; `graph/declarations/frame.py` says what a frame gives.
        uses: the columns of the row that it names.
        reads: the columns of other tables that it names, by table.
        nullable: whether it may be empty.
        filters: whether lists may be narrowed by it.
        orders: whether they may be ordered by it.
        served: by which index; asked for where it filters or orders.
        asks: the sentence of the field's argument, where the value is one of a day that the caller may name.
        asked_as: what the argument is called.
    """
    listed = tuple((table, tuple(columns)) for table, columns in reads.items())
    return ComputedDeclaration(
        kind, doc, value, uses, listed, nullable=nullable, filters=filters, orders=orders, served=served, asks=asks,
        asked_as=asked_as,
    )  # fmt: skip


def computed(kind: Kind, doc: str, expression: Expression, *, uses: tuple[str, ...], nullable: bool = True) -> Any:  # noqa: ANN401 - as above
    """A value that every statement works out from columns of the row (`uses`) and today's date in its country."""
    return worked_out(kind, doc, lambda frame, row: expression(row, frame.today), uses=uses, nullable=nullable)


def counted(
    table: str,
    column: str,
    doc: str,
    *,
    condition: Condition,
    uses: tuple[str, ...],
    **served: Any,  # noqa: ANN401 - as above
) -> Any:  # noqa: ANN401 - as above
    """How many rows of `table` point here by `column` and meet `condition` today.

    Options: `filters`, `orders`, `served`, as of `worked_out`.
    """

    def count(frame: Frame, row: Rows) -> Sql:
        rows = frame.rows(table, **{column: row.c.id})
        return frame.value(func.count(), rows, condition(rows, frame.today))

    return worked_out(Kind.INTEGER, doc, count, reads={table: (column, *uses)}, nullable=False, **served)


# Which index serves it


def looked_up(index: str) -> Served:
    """The rows that it is worked out from are found by this index, once for each row that is looked at.

    A list that is narrowed so costs as many look-ups as it had rows before: right for the homes of a country, and for
    its children where nothing else will do.
    """
    return Served(index)


def ranged(index: str, column: str, between: Between, *, falls: bool = False, unless: str | None = None) -> Served:
    """The value goes up or down with an own column, so that a comparison is a range of this index.

    Args:
        index: its name.
        column: the own column that it is on.
        between: (frame, value) -> the first and the last value of the column that can give it; None where that is open.
        falls: whether the value goes down where the column goes up.
        unless: the own column of the few rows in which it does not, where it is filled; it has an index of its own.
    """
    return Served(index, column, between, falls, unless)


def taken_apart(index: str, column: str) -> Served:
    """A yes or no that compares own columns by which lists are narrowed anyway: PostgreSQL takes it apart into these.

    Args:
        index: of the column that tells most of them.
        column: that one.
    """
    return Served(index, column)


def implied(index: str) -> Served:
    """A yes that holds of rows of this partial index alone: who asks for those reads no others."""
    return Served(index)

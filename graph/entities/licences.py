"""Licences: until when a home may take children in, as the newest row that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, literal_column
from sqlalchemy.dialects.postgresql import aggregate_order_by

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.declarations.frame import Frame, Rows, Sql

READS = ("home_id", "kind", "held_on", "valid_until", "outcome")
"""The columns of an inspection that tell of a licence."""
LICENCES: tuple[ColumnElement[Any], ...] = tuple(literal_column(f"'{kind}'") for kind in ("LICENCE", "REGISTRATION"))
HOLDS: tuple[ColumnElement[Any], ...] = tuple(literal_column(f"'{outcome}'") for outcome in ("PASSED", "CONDITIONS"))
FIRST: ColumnElement[Any] = literal_column("1")


def is_licence(inspection: Rows) -> Sql:
    """Whether a row says that a home may take children in, or may no longer: a licence or a registration."""
    return inspection.c.kind.in_(LICENCES)


def holds_until(inspection: Rows) -> Sql:
    """The first day on which what a row allows is allowed no longer: its own day, where it was refused or withdrawn."""
    return case((inspection.c.outcome.in_(HOLDS), inspection.c.valid_until), else_=inspection.c.held_on)


def newest(inspection: Rows, value: Sql) -> Sql:
    """A value of the newest of some rows; of one day the one that was recorded last."""
    in_order = aggregate_order_by(value, inspection.c.held_on.desc(), inspection.c.id.desc())
    return func.array_agg(in_order)[FIRST]


def licensed_until(frame: Frame, row: Rows) -> Sql:
    """Until when a home is licensed, by the newest row that says so, and not by the latest day."""
    rows = frame.rows("inspection", home_id=row.c.id)
    return frame.value(newest(rows, holds_until(rows)), rows, is_licence(rows))

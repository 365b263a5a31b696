"""Continuity: how much of its time in care a child has had one and the same key carer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Date, Integer, case, cast, func, literal_column

from graph.declarations.days import FIRST_DAY
from graph.declarations.fields import in_force

if TYPE_CHECKING:
    from graph.declarations.frame import Frame, Rows, Sql

DAYS = ("child_id", "started_on", "ended_on")
BEGINNING = cast(literal_column(f"'{FIRST_DAY.isoformat()}'"), Date)
ZERO: Sql = literal_column("0")
HUNDRED: Sql = literal_column("100")


def has_key_carer(frame: Frame, row: Rows) -> Sql:
    """Whether somebody is the child's key carer today."""
    rows = frame.rows("caregiver_assignment", child_id=row.c.id)
    return frame.any(rows, in_force(rows, frame.today))


def _days(row: Rows, since: Sql, today: Sql) -> Sql:
    """How many of the days from one to today lie in a row's time; today itself does not count yet."""
    ended = func.least(func.coalesce(row.c.ended_on, today), today)
    return func.greatest(ended - func.greatest(row.c.started_on, since), ZERO)


def carer_continuity(frame: Frame, row: Rows) -> Sql:
    """The days with the key carer who was that for longest, of a hundred days in care; empty without such days."""
    # Of today alone nothing can be said: who names no day asks about all.
    since = case((frame.on == frame.today, BEGINNING), else_=frame.on)
    stays = frame.rows("placement", child_id=row.c.id)
    in_care = frame.value(func.sum(_days(stays, since, frame.today)), stays)
    rows = frame.rows("caregiver_assignment", child_id=row.c.id)
    by_carer = frame.grouped({"days": func.sum(_days(rows, since, frame.today))}, rows, by=rows.c.caregiver_id)
    most = func.coalesce(frame.value(func.max(by_carer.c.days), by_carer), ZERO)
    share = func.least(func.round(cast(most * HUNDRED, Integer) / cast(func.nullif(in_care, ZERO), Integer)), HUNDRED)
    return cast(share, Integer)

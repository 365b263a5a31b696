"""How the placements of one child follow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause

    from graph.indicators.model import PeriodFrame


def follows(frame: PeriodFrame, later: FromClause, earlier: FromClause) -> ColumnElement[bool]:
    """Whether one placement of a child begins on the day on which the other ends.

    No two placements of a child overlap, so that whoever was in care on the day before the first has one that ends on
    it, and whoever still is on the first day outside has one that begins then.
    """
    return and_(
        frame.same_country(later.c.country_code, earlier.c.country_code),
        later.c.child_id == earlier.c.child_id,
        later.c.started_on == earlier.c.ended_on,
    )

"""Care: where a child lives and has lived, as its placements say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_

from graph.declarations.fields import in_force

if TYPE_CHECKING:
    from graph.declarations.frame import Frame, Rows, Sql


def homes_lived_in(frame: Frame, row: Rows) -> Sql:
    """In how many homes a child has been placed by today; where it spent no night it has not lived."""
    placements = frame.rows("placement", child_id=row.c.id)
    nights = or_(placements.c.ended_on.is_(None), placements.c.ended_on > placements.c.started_on)
    begun = placements.c.started_on <= frame.today
    return frame.value(func.count(placements.c.home_id.distinct()), placements, begun, nights)


def in_care(frame: Frame, row: Rows) -> Sql:
    """Whether a placement of a child is in force."""
    placements = frame.rows("placement", child_id=row.c.id)
    return frame.any(placements, in_force(placements, frame.today))

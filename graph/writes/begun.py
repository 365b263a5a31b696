"""What has begun by a day on which it is to end: brought at two at night, to the grandmother at noon.

What began on that very day is a fact where the day has come, and ends on it: it holds no night, and stays on record.
Where the day lies ahead it is a plan still, and nobody ends a plan before it begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_

if TYPE_CHECKING:
    from graph.writes.writing import Sql


def has_begun(row: Any, day: Sql, today: Sql) -> Sql:  # noqa: ANN401 - table, alias or sub-select
    """Whether a dated row has begun before a day, or on it where that is today or before.

    Args:
        row: with `started_on`.
        day: the first day no longer there.
        today: today's date in the country.
    """
    return or_(row.c.started_on < day, and_(row.c.started_on == day, day <= today))

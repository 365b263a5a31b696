"""Whether a home is open on a day, and how many places are free in it then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, func, literal_column

from graph.declarations.fields import in_force
from graph.declarations.rules import Seen
from graph.entities.programme import HOME_OPEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.declarations.frame import Frame, Rows, Sql
    from graph.declarations.rules import RuleFrame

OPEN = ("opened_on", "closed_on")
"""The columns that `is_open` reads."""


def is_open(home: Rows, day: Sql) -> Sql:
    """Whether a home is open on a day."""
    return and_(home.c.opened_on <= day, home.c.closed_on.is_(None) | (home.c.closed_on > day))


def free_places(frame: Frame, row: Rows) -> Sql:
    """The places that nobody takes, on a day on which the home is open."""
    nothing: Sql = literal_column("0")
    stays = frame.rows("home_stay", home_id=row.c.id)
    taken = frame.value(func.count(), stays, in_force(stays, frame.on))
    return case((is_open(row, frame.on), func.greatest(row.c.capacity - taken, nothing)), else_=nothing)


def _closes_by(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - whatever gives columns
    """A home is closed when its programme ends."""
    return row.c.closed_on.is_not(None) & (row.c.closed_on <= led["programme_id"].c.ended_on)


NO_HOME_IS_OPEN = Seen(
    "programme_id", "ended_on", "no_home_is_open", HOME_OPEN, _closes_by, ("closed_on",), named=True, known=True
)
"""No programme ends while one of its homes is open."""

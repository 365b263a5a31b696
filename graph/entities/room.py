"""Room in a home: on no day do more children live there than it has places for.

The rule is asked of all stays in a home at once: of those on record, and of those that are to be. One that arrives, and
a file of many, are counted in the same way. A mutation locks the home before; a file looks once more with homes held.

    stays: home_id, started_on, ended_on, and numbers (of children: one for a stay, as many as arrive for a plan)
      ─> occupancy: home_id, day, until, and the sum of each number from that day on until the next on which it changes
      ─> crowded: those days on which a sum exceeds the home's capacity
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Integer, column, func, literal_column, select, values

from graph.reasons import Reason
from graph.refusals import conflict

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

    from graph.declarations.rules import Sql

STAY = ("home_id", "started_on", "ended_on")
"""What is needed of a stay, besides the numbers."""
FULL = conflict(
    Reason.HOME_FULL,
    "The home has no room on every one of these days.",
    "Choose another home or day. Where the child lives there already, say so in `exception`.",
    "homeId",
)
HOME_TOO_SMALL = conflict(
    Reason.HOME_TOO_SMALL,
    "More children live there, or are to live there.",
    "Find them another home first.",
    "capacity",
)


def occupancy(stays: Any, *numbers: str, since: Sql | None = None) -> Select[Any]:  # noqa: ANN401 - whatever gives columns
    """How many live in each home from each day on which that changes: `home_id`, `day`, `until`, and the numbers.

    Args:
        stays: rows with `STAY` and the numbers; `ended_on` is empty while one goes on.
        numbers: what is added up, by name.
        since: the first day that is asked about; whoever has come before is there then.
    """
    first = stays.c.started_on if since is None else func.greatest(stays.c.started_on, since)
    # Whoever comes adds to a number, and takes it away again on the day of going.
    turns = values(column("day", Date), column("sign", Integer), name="turns")
    turn = turns.data([(first, literal_column("1")), (stays.c.ended_on, literal_column("-1"))]).lateral()
    in_order: dict[str, Any] = {"partition_by": stays.c.home_id, "order_by": turn.c.day}
    return (
        select(
            stays.c.home_id,
            turn.c.day,
            func.lead(turn.c.day).over(**in_order).label("until"),
            *(func.sum(func.sum(stays.c[name] * turn.c.sign)).over(**in_order).label(name) for name in numbers),
        )
        .select_from(stays.clause.join(turn, literal_column("true")))
        .where(turn.c.day.is_not(None))
        .group_by(stays.c.home_id, turn.c.day)
    )


def is_crowded(number: Sql, capacity: Sql) -> ColumnElement[bool]:
    """Whether more live there than there are places for."""
    crowded: ColumnElement[bool] = number > capacity
    return crowded

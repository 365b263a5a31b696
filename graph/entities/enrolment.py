"""The day from which a programme has been responsible for a child: a first stay does not begin before it.

Another programme was responsible before where the child was moved, or where a stay on record began earlier. What is
refused to a caseworker and in a file, and what the office's mutation moves along, is one condition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import ColumnElement, and_, exists, func, literal_column, or_, select

from graph.declarations.rules import FALSE, Rule, Seen
from graph.reasons import Reason
from graph.refusals import conflict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.declarations.rules import RuleFrame, Sql

MOVES = "moveToProgramme"
"""The operation after which another programme is responsible for a child, as its history tells it."""
ONE: ColumnElement[Any] = literal_column("1")

NOT_ENROLLED = conflict(
    Reason.ENROLLED_LATER,
    "The child's programme has become responsible later than that.",
    "Check the day; your national office can record it, and the programme is responsible from then on.",
    "startedOn",
)
ENROLLED_LATE = conflict(
    Reason.ON_RECORD_EARLIER,
    "The child has lived in a home before that day, and no other programme was responsible then.",
    "Check the day, or the days of the placements.",
    "enrolledOn",
)


class Records(Protocol):
    """What is on record, as far as whoever writes sees it: a mutation's statement, or an import's ground."""

    def rows(self, name: str) -> Any:  # noqa: ANN401 - whatever gives columns
        """A table under an alias."""

    def within(self, name: str, source: Any) -> list[ColumnElement[bool]]:  # noqa: ANN401 - as above
        """Which of its rows are meant."""


def _is_enrolled(row: Any, led: Mapping[str, Any], frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    """The programme is responsible by the first day, or was not when the stay was written as it is."""
    enrolled = led["child_id"].c.enrolled_on
    by_then: Sql = row.c.started_on >= enrolled
    if frame.was is not None:
        by_then |= func.coalesce(frame.was.c.started_on < enrolled, FALSE)
    return by_then


ENROLLED = Rule(
    "child_is_enrolled",
    "started_on",
    NOT_ENROLLED,
    reads={"child_id": ("enrolled_on",)},
    was=("started_on",),
    holds=_is_enrolled,
    restored=False,
    advice="Check the day, or bring the child's enrolledOn along in the same import.",
    back=(Seen("child_id", "enrolled_on", "enrolled_by_first_stay", ENROLLED_LATE),),
)
"""What a stay keeps unless another programme was responsible before (`another_before`).

None of `keeps`: the office's mutation does not refuse it, and moves the enrolment to the first day.
"""


def another_before(records: Records, child_id: Sql, since: Sql | None = None) -> ColumnElement[bool]:
    """Whether another programme was responsible for a child.

    Args:
        records: what is on record.
        child_id: the child.
        since: the day from which the present one is: a stay from before was another's. Without one any stay was.
    """
    stay, entry = records.rows("placement"), records.rows("history_sensitive")
    began = [] if since is None else [stay.c.started_on < since]
    mine = [*records.within("placement", stay), stay.c.child_id == child_id, *began]
    moved = [
        *records.within("history_sensitive", entry),
        entry.c.row_id == child_id,
        entry.c.type == literal_column("'Child'"),
        entry.c.operation == literal_column(f"'{MOVES}'"),
    ]
    return or_(
        exists(select(ONE).select_from(stay.clause).where(*mine)),
        exists(select(ONE).select_from(entry.clause).where(*moved)),
    )


def is_unenrolled(early: Sql, records: Records, child: Any, since: Sql | None = None) -> ColumnElement[bool]:  # noqa: ANN401 - as above
    """Whether a stay that begins early is a child's first. Arguments as of `another_before`, and the child's row."""
    return and_(early, ~another_before(records, child.c.id, since))

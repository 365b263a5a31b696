"""The day from which a programme has been responsible for a child: a first stay does not begin before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, literal_column, select

from countries.tenancy.caller import Tier
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.draft import ONE, TRUE

if TYPE_CHECKING:
    from graph.plan.sql.relation import Relation
    from graph.writes.draft import Sql
    from graph.writes.writing import Writing

EARLIER_ADMISSION = "admission_is_earlier"
MOVES = "moveToProgramme"
"""The operation after which another programme is responsible for a child, as its history tells it."""

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


def _each(child: Any, condition: Sql, *, many: bool) -> Sql:  # noqa: ANN401 - whatever holds a child's columns
    """A condition on the child, or on every child that was read."""
    if not many:
        return condition
    return ~exists(select(ONE).select_from(child.clause).where(condition.is_not(TRUE)))


def enrolled_later(
    writing: Writing,
    child: Any,  # noqa: ANN401 - as above
    start: Sql,
    own: Relation | None = None,
    *,
    many: bool = False,
) -> Sql | None:
    """Whether a stay is a child's first, and its programme has been responsible since a later day.

    Another programme was responsible before where the child was moved, or where a stay on record began earlier. A
    caseworker is refused: the office alone changes since when a programme is responsible.

    Args:
        writing: the statement.
        child: the child as read, with `id` and `enrolled_on`.
        start: the stay's first day.
        own: the stay as it was, where it is one that changes: with `id` and `started_on`.
        many: whether several children are read.

    Returns:
        A condition; nothing where the day is as usual, on or after the enrolment.
    """
    early = start < child.c.enrolled_on
    if own is not None:
        early &= own.c.started_on >= child.c.enrolled_on
    if not writing.seldom(EARLIER_ADMISSION, ~_each(child, ~early, many=many)):
        return None
    placement, entry = writing.rows("placement"), writing.rows("history_sensitive")
    before = [
        *writing.within("placement", placement),
        placement.c.child_id == child.c.id,
        # A new stay is refused where one begins later: any on record is one from before.
        *([placement.c.started_on < child.c.enrolled_on] if own is not None else []),
    ]
    moved = [
        *writing.within("history_sensitive", entry),
        entry.c.row_id == child.c.id,
        entry.c.operation == literal_column(f"'{MOVES}'"),
    ]
    first: Sql = and_(
        early,
        ~exists(select(ONE).select_from(placement.clause).where(*before)),
        ~exists(select(ONE).select_from(entry.clause).where(*moved)),
    )
    if writing.parameters.tier is Tier.CASEWORKER:
        writing.check("child_is_enrolled", _each(child, ~first, many=many), NOT_ENROLLED)
    return first


def enrol_along(writing: Writing, child: Any, start: Sql, first: Sql | None) -> None:  # noqa: ANN401 - as above
    """An admission is said once: the day from which the programme is responsible is that of the first stay."""
    if first is not None and writing.parameters.tier is not Tier.CASEWORKER:
        enrolled = writing.target("child")
        writing.update("child", {"enrolled_on": start}, where=[enrolled.c.id == child.c.id, first], must=False)

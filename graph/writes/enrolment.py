"""A stay that begins before its programme is responsible: refused to a caseworker, and moved along by the office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, exists, select

from countries.tenancy.caller import Tier
from graph.declarations.rules import Cells
from graph.entities.enrolment import ENROLLED, is_unenrolled
from graph.plan.sql.rule_frame import SqlFrame
from graph.writes.draft import ONE, TRUE

if TYPE_CHECKING:
    from graph.plan.sql.relation import Relation
    from graph.writes.draft import Sql
    from graph.writes.writing import Writing, Written

EARLIER_ADMISSION = "admission_is_earlier"


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

    A caseworker is refused: the office alone changes since when a programme is responsible.

    Args:
        writing: the statement.
        child: the child as read, with `id` and `enrolled_on`.
        start: the stay's first day.
        own: the stay as it was, where it is one that changes: with `id` and `started_on`.
        many: whether several children are read.

    Returns:
        A condition; nothing where the day is as usual, on or after the enrolment.
    """
    if ENROLLED.holds is None:
        raise TypeError(ENROLLED.name)
    by_then = ENROLLED.holds(
        Cells({"started_on": start}), {"child_id": child}, SqlFrame(writing.today, writing.country, own)
    )
    if not writing.seldom(EARLIER_ADMISSION, ~_each(child, by_then, many=many)):
        return None
    # A new stay is refused where one begins later: any on record is one from before.
    first = is_unenrolled(~by_then, writing, child, None if own is None else child.c.enrolled_on)
    if writing.parameters.tier is Tier.CASEWORKER:
        writing.check(ENROLLED.name, _each(child, ~first, many=many), ENROLLED.refusal)
    return first


def take_along(writing: Writing, start: Sql, first: Sql | None, children: Relation | None = None) -> None:
    """Where a column of the child is reckoned anew, the day of its enrolment goes along: a row is changed once.

    Args:
        writing: the statement, before what that is reckoned from is written.
        start: the stay's first day.
        first: from `enrolled_later`.
        children: of several children, those that it was asked of.
    """
    if first is not None and writing.parameters.tier is not Tier.CASEWORKER:
        row = writing.target("child")
        if children is not None:
            first = exists(select(ONE).select_from(children.clause).where(children.c.id == row.c.id, first))
        writing.draft.along["child"] = ({"enrolled_on": case((first, start), else_=row.c.enrolled_on)}, first)


def enrol_along(
    writing: Writing,
    child: Any,  # noqa: ANN401 - as above
    start: Sql,
    first: Sql | None,
    *,
    besides: Written | None = None,
) -> None:
    """An admission is said once: the day from which the programme is responsible is that of the first stay.

    Args:
        writing: the statement.
        child: as of `enrolled_later`.
        start: likewise.
        first: what that answered.
        besides: a write of times in care; with one of them it has gone along (`take_along`).
    """
    if first is not None and writing.parameters.tier is not Tier.CASEWORKER:
        enrolled = writing.target("child")
        where = [enrolled.c.id == child.c.id, first]
        where += [] if besides is None else [~exists(select(ONE).select_from(besides.cte))]
        writing.update("child", {"enrolled_on": start}, where=where, must=False)

"""Moves for each 1,000 days of care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, func, or_, select

from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import Dimension
from graph.indicators.stays import follows, stays

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause

    from graph.indicators.model import PeriodFrame


def moving(frame: PeriodFrame) -> Facts:
    """The stays that begin in the period on the day on which one of the child elsewhere ends.

    Where it lives in no home of the federation, what tells one place from another is how it lives there.
    """
    stay = stays(frame, "child_id", "home_id", "arrangement", "started_on")
    earlier = stays(frame, "child_id", "home_id", "arrangement", "ended_on")
    is_another = or_(earlier.c.home_id.is_distinct_from(stay.c.home_id), earlier.c.arrangement != stay.c.arrangement)
    came_from_another_home = exists().where(follows(frame, stay, earlier), is_another)
    return Facts(
        source=stay,
        where=(stay.c.started_on >= frame.first, stay.c.started_on < frame.after, came_from_another_home),
        country=stay.c.country_code,
        child=stay.c.child_id,
        on=frame.last,
    )


def days_within(frame: PeriodFrame, *periods: FromClause) -> ColumnElement[int]:
    """The days that are in the period and in each of these rows' periods; not above zero where they have none."""
    begins = func.greatest(frame.first, *(each.c.started_on for each in periods))
    ends = func.least(frame.after, *(func.coalesce(each.c.ended_on, frame.after) for each in periods))
    days: ColumnElement[int] = ends - begins
    return days


def being_in_care(frame: PeriodFrame) -> Facts:
    """Each child with the days of the period that it was in care."""
    stay = stays(frame, "child_id", "started_on", "ended_on")
    child = (
        select(stay.c.country_code, stay.c.child_id, func.sum(days_within(frame, stay)).label("days"))
        .where(stay.c.started_on < frame.after, or_(stay.c.ended_on.is_(None), stay.c.ended_on > frame.first))
        .group_by(stay.c.country_code, stay.c.child_id)
        .subquery("cared_for")
    )
    return Facts(
        source=child,
        where=(),
        country=child.c.country_code,
        child=child.c.child_id,
        on=frame.last,
        amount=child.c.days,
    )


STABILITY_SPLITS = frozenset({(), (Dimension.SEX,), (Dimension.AGE_GROUP,)})

CARE_DAYS = Measure(
    code="care_days",
    doc="days of the period that children were in care, child by child",
    counts=Counts.DAYS,
    taken=Taken.DURING,
    facts=being_in_care,
    splits=STABILITY_SPLITS,
)
MOVES = Measure(
    code="moves",
    doc="moves from one home, or place outside of homes, to another during the period",
    counts=Counts.EVENTS,
    taken=Taken.DURING,
    facts=moving,
    splits=frozenset({()}),
    federal=STABILITY_SPLITS - {()},
    of=CARE_DAYS,
)

INDICATOR = Indicator(
    code="MOVES_PER_1000_CARE_DAYS",
    title="Moves for each 1,000 days of care",
    topic=Topic.STABILITY,
    unit="per 1,000 care days",
    numerator=Part(MOVES),
    numerator_doc="Times that a child moved from one home to another without a day between; ages are of the last day.",
    denominator=Part(CARE_DAYS),
    denominator_doc="Days of the period that children were in care, added up over children.",
    exclusions="Entries and exits; stays that go on in the same home, or likewise in none, under a new record.",
    scale=1_000,
    decimals=2,
    definition_source="Hearth; placement stability after Eurochild and UNICEF, DataCare (2021), country overviews",
)

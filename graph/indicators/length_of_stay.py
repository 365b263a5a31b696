"""Length of stay: how long those who leave have been in care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, func, not_, select

from graph.indicators.exits import EXITS, last_exits
from graph.indicators.model import Counts, Facts, Indicator, Measure, Once, Part, Taken, Topic
from graph.indicators.splits import Dimension
from graph.indicators.stays import follows, stays

if TYPE_CHECKING:
    from graph.indicators.model import PeriodFrame


def completed_stays(frame: PeriodFrame) -> Facts:
    """Each child that went out of care, with the days from when it last came from outside to its last exit."""
    last = last_exits(frame)
    begun = stays(frame, "child_id", "started_on")
    earlier = stays(frame, "child_id", "ended_on")
    same = and_(frame.same_country(begun.c.country_code, last.c.country_code), begun.c.child_id == last.c.child_id)
    child = (
        select(last.c.country_code, last.c.child_id, (last.c.ended_on - func.max(begun.c.started_on)).label("days"))
        .select_from(last.join(begun, same))
        .where(begun.c.started_on < last.c.ended_on, not_(exists().where(follows(frame, begun, earlier))))
        .group_by(last.c.country_code, last.c.child_id, last.c.ended_on)
        .subquery("stayed")
    )
    return Facts(
        source=child,
        where=(),
        country=child.c.country_code,
        child=child.c.child_id,
        on=frame.last,
        amount=child.c.days,
    )


STAY_DAYS = Measure(
    code="stay_days",
    doc="days that those who left care during the period had been in care without a day between",
    counts=Counts.DAYS,
    taken=Taken.DURING,
    facts=completed_stays,
    splits=frozenset({()}),
    federal=frozenset({(Dimension.SEX,)}),
    of=EXITS,
    each=True,
    once=Once.LAST,
)

INDICATOR = Indicator(
    code="LENGTH_OF_STAY",
    title="Mean length of stay of those who leave care",
    topic=Topic.STABILITY,
    unit="days",
    numerator=Part(STAY_DAYS),
    numerator_doc="Days from the last coming from outside to the last going out, added up over children.",
    denominator=Part(EXITS),
    denominator_doc="Children who left care during the period.",
    exclusions="Stays that go on.",
    definition_source="Hearth",
)

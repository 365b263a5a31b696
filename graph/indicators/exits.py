"""Exits from care: the outflow of the UNECE guidance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, not_, select
from sqlalchemy.dialects.postgresql import distinct_on

from graph.indicators.entries import FEDERAL_FLOW_SPLITS
from graph.indicators.model import Counts, Facts, Indicator, Measure, Once, Part, Taken, Topic
from graph.indicators.splits import Dimension, form_category
from graph.indicators.stays import LIVED, follows, stays

if TYPE_CHECKING:
    from sqlalchemy import Subquery

    from graph.indicators.model import PeriodFrame


def going_out_of_care(frame: PeriodFrame) -> Facts:
    """The stays that end in the period while no other begins on the day on which they end."""
    stay = stays(frame, *LIVED, "ended_on")
    later = stays(frame, "child_id", "started_on")
    return Facts(
        source=stay,
        where=(
            stay.c.ended_on >= frame.first,
            stay.c.ended_on < frame.after,
            not_(exists().where(follows(frame, later, stay))),
        ),
        country=stay.c.country_code,
        child=stay.c.child_id,
        setting=stay.c.setting,
        form=form_category(stay.c.arrangement),
        programme=stay.c.programme_id,
        on=stay.c.ended_on,
    )


def last_exits(frame: PeriodFrame) -> Subquery:
    """The last of each child's exits in the period: country, child, home, programme and day."""
    leaving = going_out_of_care(frame)
    stay = leaving.source
    key = (stay.c.country_code, stay.c.child_id)
    return (
        select(*key, stay.c.setting, stay.c.arrangement, stay.c.programme_id, stay.c.ended_on)
        .ext(distinct_on(*key))
        .where(*leaving.where)
        .order_by(*key, stay.c.ended_on.desc())
        .subquery("last_exit")
    )


def going_once(frame: PeriodFrame) -> Facts:
    """The last of each child's exits in the period."""
    last = last_exits(frame)
    return Facts(
        source=last,
        where=(),
        country=last.c.country_code,
        child=last.c.child_id,
        setting=last.c.setting,
        form=form_category(last.c.arrangement),
        programme=last.c.programme_id,
        on=last.c.ended_on,
    )


EXITS = Measure(
    code="exits",
    doc="children who left the federation's care during the period, each once",
    counts=Counts.CHILDREN,
    taken=Taken.DURING,
    facts=going_once,
    # Fewer leave than come. Beside stocks and entries by sex, which say how many must have left, a country's few could
    # not be hidden but by hiding those too.
    splits=frozenset({()}),
    federal=FEDERAL_FLOW_SPLITS | {(Dimension.SEX,)},
    once=Once.LAST,
)
EXIT_EVENTS = Measure(
    code="exit_events",
    doc="times that a child left the federation's care during the period; never published",
    counts=Counts.EVENTS,
    taken=Taken.DURING,
    facts=going_out_of_care,
    splits=frozenset({(), (Dimension.SEX,)}),
)

INDICATOR = Indicator(
    code="CARE_OUTFLOW",
    title="Children who left care",
    topic=Topic.STOCKS_AND_FLOWS,
    unit="children",
    numerator=Part(EXITS),
    numerator_doc="Children who went out of the federation's care during the period, each once, by setting and age at"
    " the last time.",
    exclusions="Moves from one home to another without a day between; placements recorded in error, or outside a time"
    " in care.",
    definition_source="UNECE/CES, Guidance on statistics on children (2022): outflow",
)

"""Entries into care: the inflow of the UNECE guidance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, not_, select
from sqlalchemy.dialects.postgresql import distinct_on

from graph.indicators.model import Counts, Facts, Indicator, Measure, Once, Part, Taken, Topic
from graph.indicators.splits import Dimension, form_category
from graph.indicators.stays import LED, LIVED, follows, stays

if TYPE_CHECKING:
    from graph.indicators.model import PeriodFrame


def coming_into_care(frame: PeriodFrame, episode: tuple[str, ...] = ()) -> Facts:
    """The stays that begin in the period while no other ends on their first day: the child came from outside.

    Args:
        frame: days and rows.
        episode: what is read of their times in care.
    """
    stay = stays(frame, LED, *LIVED, "started_on", episode=episode)
    earlier = stays(frame, "child_id", "ended_on")
    return Facts(
        source=stay,
        where=(
            stay.c.started_on >= frame.first,
            stay.c.started_on < frame.after,
            not_(exists().where(follows(frame, stay, earlier))),
        ),
        country=stay.c.country_code,
        child=stay.c.child_id,
        setting=stay.c.setting,
        form=form_category(stay.c.arrangement),
        programme=stay.c.programme_id,
        on=stay.c.started_on,
    )


FLOW_SPLITS = frozenset({(), (Dimension.SEX,)})
"""How flows are split."""
FEDERAL_FLOW_SPLITS = frozenset({(Dimension.AGE_GROUP,), (Dimension.SETTING,)})
"""And for the federation: of the flows of a year, an area has too few in many a category."""


def coming_once(frame: PeriodFrame) -> Facts:
    """The first of each child's entries in the period."""
    entry = coming_into_care(frame)
    stay = entry.source
    key = (stay.c.country_code, stay.c.child_id)
    # To look up the placement of the first day again would be the same; PostgreSQL then expects next to no rows.
    first = (
        select(*key, stay.c.setting, stay.c.arrangement, stay.c.programme_id, stay.c.started_on)
        .ext(distinct_on(*key))
        .where(*entry.where)
        .order_by(*key, stay.c.started_on)
        .subquery("first_entry")
    )
    return Facts(
        source=first,
        where=(),
        country=first.c.country_code,
        child=first.c.child_id,
        setting=first.c.setting,
        form=form_category(first.c.arrangement),
        programme=first.c.programme_id,
        on=first.c.started_on,
    )


ENTRIES = Measure(
    code="entries",
    doc="children who came into the federation's care during the period, each once",
    counts=Counts.CHILDREN,
    taken=Taken.DURING,
    facts=coming_once,
    splits=FLOW_SPLITS,
    federal=FEDERAL_FLOW_SPLITS,
    once=Once.FIRST,
)
ENTRY_EVENTS = Measure(
    code="entry_events",
    doc="times that a child came into the federation's care during the period; never published",
    counts=Counts.EVENTS,
    taken=Taken.DURING,
    facts=coming_into_care,
    splits=frozenset({(), (Dimension.SEX,)}),
)

INDICATOR = Indicator(
    code="CARE_INFLOW",
    title="Children who came into care",
    topic=Topic.STOCKS_AND_FLOWS,
    unit="children",
    numerator=Part(ENTRIES),
    numerator_doc="Children who came into the federation's care from outside during the period, each once, by age"
    " and setting on the first day.",
    exclusions="Moves from one home to another without a day between; placements recorded in error, or outside a time"
    " in care.",
    definition_source="UNECE/CES, Guidance on statistics on children (2022): inflow",
)

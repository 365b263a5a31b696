"""Entries into care: the inflow of the UNECE guidance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, not_

from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from graph.indicators.model import Frame


def coming_into_care(frame: Frame) -> Facts:
    """The placements that begin in the period while no other ends on their first day: the child came from outside.

    No two placements of a child overlap, so that whoever was in care on the day before has one that ends on this day.
    """
    stay = frame.rows("placement", "child_id", "home_id", "programme_id", "started_on")
    earlier = frame.rows("placement", "child_id", "ended_on")
    came_from_another_home = exists().where(
        and_(
            earlier.c.country_code == stay.c.country_code,
            earlier.c.child_id == stay.c.child_id,
            earlier.c.ended_on == stay.c.started_on,
        )
    )
    return Facts(
        source=stay,
        where=(stay.c.started_on >= frame.first, stay.c.started_on < frame.after, not_(came_from_another_home)),
        country=stay.c.country_code,
        child=stay.c.child_id,
        home=stay.c.home_id,
        programme=stay.c.programme_id,
        on=stay.c.started_on,
    )


FLOW_SPLITS = frozenset(
    {
        (),
        (Dimension.SEX,),
        (Dimension.AGE_GROUP,),
        (Dimension.SEX, Dimension.AGE_GROUP),
        (Dimension.SETTING,),
        (Dimension.CARE_FORM,),
        (Dimension.PROGRAMME_KIND,),
    }
)
"""How flows are split."""

ENTRIES = Measure(
    code="entries",
    doc="entries into the federation's care during the period",
    counts=Counts.EVENTS,
    taken=Taken.DURING,
    facts=coming_into_care,
    splits=FLOW_SPLITS,
)

INDICATOR = Indicator(
    code="CARE_INFLOW",
    title="Entries into care",
    topic=Topic.STOCKS_AND_FLOWS,
    unit="entries",
    numerator=Part(ENTRIES),
    numerator_doc="Times that a child came into a home of the federation from outside, by age on that day;"
    " a child who comes twice counts twice.",
    exclusions="Moves from one home to another without a day between; placements recorded in error.",
    definition_source="UNECE/CES, Guidance on statistics on children (2022): inflow",
)

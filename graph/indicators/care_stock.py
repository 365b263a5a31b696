"""Children in care on a day: the stock of the UNECE guidance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_

from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import Dimension, form_category
from graph.indicators.stays import LIVED, stays

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.indicators.model import PeriodFrame


def living_in_care(frame: PeriodFrame, day: ColumnElement[object], *columns: str) -> Facts:
    """The stays in care in force on a day, with further columns of theirs; a child has at most one."""
    stay = stays(frame, *LIVED, *columns, "started_on", "ended_on")
    return Facts(
        source=stay,
        where=(stay.c.started_on <= day, or_(stay.c.ended_on.is_(None), stay.c.ended_on > day)),
        country=stay.c.country_code,
        child=stay.c.child_id,
        setting=stay.c.setting,
        form=form_category(stay.c.arrangement),
        programme=stay.c.programme_id,
        on=day,
    )


CHILDREN_IN_CARE = Measure(
    code="children_in_care",
    doc="children and young people who are in the federation's care on the last day",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=lambda frame: living_in_care(frame, frame.last),
    splits=frozenset(
        {
            (),
            (Dimension.SEX,),
            (Dimension.AGE_GROUP,),
            (Dimension.SEX, Dimension.AGE_GROUP),
            (Dimension.SETTING,),
        }
    ),
    federal=frozenset({(Dimension.CARE_FORM,), (Dimension.PROGRAMME_KIND,)}),
)

INDICATOR = Indicator(
    code="CARE_STOCK",
    title="Children in care on the last day",
    topic=Topic.STOCKS_AND_FLOWS,
    unit="children",
    numerator=Part(CHILDREN_IN_CARE),
    numerator_doc="Children and young people who are in the federation's care on the last day of the period.",
    exclusions="Custody; placements recorded in error, or outside a time in care.",
    definition_source="UNECE/CES, Guidance on statistics on children (2022): stock",
)

"""Children leaving residential care for a family placement: core indicator 3, over all who lived in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from graph.entities.members import member
from graph.indicators.leaving_residential import LEAVING_FOR_A_FAMILY
from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import SettingCategory
from graph.indicators.stays import stays

if TYPE_CHECKING:
    from graph.indicators.model import PeriodFrame


def living_in_residential_care(frame: PeriodFrame) -> Facts:
    """Each child that lived in residential care on the eve of the period or on any day of it.

    Who leaves on the first day spent the last night there on the eve.
    """
    stay = stays(frame, "child_id", "setting", "started_on", "ended_on")
    child = (
        select(stay.c.country_code, stay.c.child_id)
        .distinct()
        .where(
            stay.c.setting == member(SettingCategory.RESIDENTIAL),
            stay.c.started_on < frame.after,
            or_(stay.c.ended_on.is_(None), stay.c.ended_on >= frame.first),
        )
        .subquery("resident")
    )
    return Facts(source=child, where=(), country=child.c.country_code, child=child.c.child_id, on=frame.last)


RESIDENTS = Measure(
    code="residents",
    doc="children who lived in residential care on the eve of the period or during it, each once",
    counts=Counts.CHILDREN,
    taken=Taken.DURING,
    facts=living_in_residential_care,
    splits=frozenset(),
    regional=frozenset({()}),
)

INDICATOR = Indicator(
    code="LEAVING_RESIDENTIAL_OF_RESIDENTS",
    title="Children leaving residential care for a family, of those who lived in it",
    topic=Topic.CORE,
    unit="percent",
    numerator=Part(LEAVING_FOR_A_FAMILY),
    numerator_doc="Times that a child left residential care for family-based care, or for the own, a kinship, a"
    " foster or an adoptive family.",
    denominator=Part(RESIDENTS),
    denominator_doc="Children who lived in residential care on the eve of the period or on any day of it, each once.",
    exclusions="Moves between homes of residential care.",
    scale=100,
    decimals=1,
    definition_source="Better Care Network and UNICEF, Manual for the Measurement of Indicators for Children in"
    " Formal Care (2009), indicator 3; which of two denominators is meant was not verified: this is all residents",
)

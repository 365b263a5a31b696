"""Children without any tie to the community around them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, not_, or_

from graph.indicators.care_stock import CHILDREN_IN_CARE, living_in_care
from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from graph.indicators.model import PeriodFrame


def living_without_links(frame: PeriodFrame) -> Facts:
    """The placements in force on the last day of children without a link in force."""
    living = living_in_care(frame, frame.last)
    tie = frame.rows("community_link", "child_id", "started_on", "ended_on")
    tied = exists().where(
        and_(
            frame.same_country(tie.c.country_code, living.country),
            tie.c.child_id == living.child,
            tie.c.started_on <= frame.last,
            or_(tie.c.ended_on.is_(None), tie.c.ended_on > frame.last),
        )
    )
    return replace(living, where=(*living.where, not_(tied)))


CHILDREN_WITHOUT_LINKS = Measure(
    code="children_without_links",
    doc="children in care on the last day without any community link in force",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=living_without_links,
    splits=frozenset({(), (Dimension.SEX,)}),
    federal=frozenset({(Dimension.AGE_GROUP,)}),
    part_of=CHILDREN_IN_CARE,
)

INDICATOR = Indicator(
    code="WITHOUT_COMMUNITY_LINKS",
    title="Children without any tie to the community",
    topic=Topic.BELONGING,
    unit="percent",
    numerator=Part(CHILDREN_WITHOUT_LINKS),
    numerator_doc="Children in care on the last day who have no community link of their own in force.",
    denominator=Part(CHILDREN_IN_CARE),
    denominator_doc="Children and young people who are in the federation's care on the last day.",
    exclusions="Links of a whole home, which name no child.",
    scale=100,
    decimals=1,
    definition_source="Hearth; UN Guidelines for the Alternative Care of Children (A/RES/64/142), paragraph 86",
)

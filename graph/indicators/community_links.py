"""Community links for each child in care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, or_, select

from graph.indicators.care_stock import CHILDREN_IN_CARE, living_in_care
from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import Dimension
from graph.indicators.without_community_links import CHILDREN_WITHOUT_LINKS

if TYPE_CHECKING:
    from graph.indicators.model import PeriodFrame


def links_of_children_in_care(frame: PeriodFrame) -> Facts:
    """Each child in care on the last day that has links in force, with their number."""
    living = living_in_care(frame, frame.last)
    tie = frame.rows("community_link", "child_id", "started_on", "ended_on")
    mine = and_(frame.same_country(tie.c.country_code, living.country), tie.c.child_id == living.child)
    held = (
        select(living.country.label("country_code"), tie.c.child_id, func.count().label("links"))
        .select_from(living.source.join(tie, mine))
        .where(
            *living.where, tie.c.started_on <= frame.last, or_(tie.c.ended_on.is_(None), tie.c.ended_on > frame.last)
        )
        .group_by(living.country, tie.c.child_id)
        .subquery("held")
    )
    return Facts(
        source=held,
        where=(),
        country=held.c.country_code,
        child=held.c.child_id,
        on=frame.last,
        amount=held.c.links,
    )


COMMUNITY_LINKS = Measure(
    code="community_links",
    doc="community links in force on the last day of children who are in care then",
    counts=Counts.TIES,
    taken=Taken.ON_LAST_DAY,
    facts=links_of_children_in_care,
    splits=frozenset({(), (Dimension.SEX,), (Dimension.AGE_GROUP,)}),
    of=CHILDREN_IN_CARE,
    less_tied=CHILDREN_WITHOUT_LINKS,
)

INDICATOR = Indicator(
    code="COMMUNITY_LINKS_PER_CHILD",
    title="Community links for each child",
    topic=Topic.BELONGING,
    unit="links per child",
    numerator=Part(COMMUNITY_LINKS),
    numerator_doc="Links to a school, club, neighbour or other part of the community in force on the last day.",
    denominator=Part(CHILDREN_IN_CARE),
    denominator_doc="Children and young people who are in the federation's care on the last day.",
    exclusions="Links of a whole home, which name no child.",
    decimals=2,
    definition_source="Hearth; UN Guidelines for the Alternative Care of Children (A/RES/64/142), paragraph 86",
)

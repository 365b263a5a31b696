"""Children in care by legal status: formal care, of which the law knows the ground, and the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, or_

from graph.entities.legal_status import LegalDomain
from graph.entities.members import member
from graph.indicators.care_stock import CHILDREN_IN_CARE, living_in_care
from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from graph.indicators.model import PeriodFrame


def living_on_a_legal_ground(frame: PeriodFrame) -> Facts:
    """The stays in force on the last day of children of whom a legal status says on what ground they are in care."""
    living = living_in_care(frame, frame.last)
    status = frame.rows("legal_status", "child_id", "domain", "started_on", "ended_on")
    grounded = exists().where(
        and_(
            frame.same_country(status.c.country_code, living.country),
            status.c.child_id == living.child,
            status.c.domain == member(LegalDomain.CARE),
            or_(status.c.started_on.is_(None), status.c.started_on <= frame.last),
            or_(status.c.ended_on.is_(None), status.c.ended_on > frame.last),
        )
    )
    return replace(living, where=(*living.where, grounded))


CHILDREN_ON_A_LEGAL_GROUND = Measure(
    code="children_on_a_legal_ground",
    doc="children in care on the last day with a legal status that says on what ground they are in care",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=living_on_a_legal_ground,
    splits=frozenset({()}),
    federal=frozenset({(Dimension.SEX,), (Dimension.AGE_GROUP,)}),
    part_of=CHILDREN_IN_CARE,
)

INDICATOR = Indicator(
    code="CARE_ON_A_LEGAL_GROUND",
    title="Share of children in care on a legal ground",
    topic=Topic.STOCKS_AND_FLOWS,
    unit="percent",
    numerator=Part(CHILDREN_ON_A_LEGAL_GROUND),
    numerator_doc="Children in care on the last day with a legal status in force that says on what ground they are in"
    " care, such as an order or an agreement: formal care.",
    denominator=Part(CHILDREN_IN_CARE),
    denominator_doc="Children and young people who are in the federation's care on the last day.",
    exclusions="Protection at once, before anything is decided, and what the law says of residence alone.",
    scale=100,
    decimals=1,
    definition_source="Hearth; UN Guidelines for the Alternative Care of Children (A/RES/64/142), paragraph 29 b:"
    " formal and informal care",
)

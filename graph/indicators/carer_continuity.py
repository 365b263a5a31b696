"""Carer continuity: children who have had one and the same key carer for a year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, func, literal_column, not_, or_

from graph.entities.caregiver_assignment import CaregiverRole
from graph.entities.members import member
from graph.indicators.care_stock import CHILDREN_IN_CARE, living_in_care
from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import Dimension
from graph.indicators.stays import follows, stays

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.indicators.model import PeriodFrame


def _year_before(frame: PeriodFrame) -> ColumnElement[object]:
    """The last day of the year before, for a year; of 29 February it is the 28th."""
    return frame.last - func.make_interval(literal_column("1"))


def in_care_for_a_year(frame: PeriodFrame) -> Facts:
    """The stays in force on the last day of children who did not come into care since the same day a year before.

    Whoever moved from home to home without a night elsewhere was in care all the time.
    """
    living, since = living_in_care(frame, frame.last), _year_before(frame)
    later, earlier = stays(frame, "child_id", "started_on"), stays(frame, "child_id", "ended_on")
    came = exists().where(
        and_(
            frame.same_country(later.c.country_code, living.country),
            later.c.child_id == living.child,
            later.c.started_on > since,
            later.c.started_on <= frame.last,
            not_(exists().where(follows(frame, later, earlier))),
        )
    )
    return replace(living, where=(*living.where, not_(came)))


def with_the_same_key_carer(frame: PeriodFrame) -> Facts:
    """Those of them whose key carer is the same person all that time."""
    living = in_care_for_a_year(frame)
    named = frame.rows("caregiver_assignment", "child_id", "role", "started_on", "ended_on")
    kept = exists().where(
        and_(
            frame.same_country(named.c.country_code, living.country),
            named.c.child_id == living.child,
            named.c.role == member(CaregiverRole.KEY_CARER),
            named.c.started_on <= _year_before(frame),
            or_(named.c.ended_on.is_(None), named.c.ended_on > frame.last),
        )
    )
    return replace(living, where=(*living.where, kept))


IN_CARE_FOR_A_YEAR = Measure(
    code="in_care_for_a_year",
    doc="children who are in care on the last day and have been for a year, without a night elsewhere",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=in_care_for_a_year,
    splits=frozenset({()}),
    federal=frozenset({(Dimension.SEX,), (Dimension.AGE_GROUP,)}),
    part_of=CHILDREN_IN_CARE,
)
SAME_KEY_CARER = Measure(
    code="same_key_carer",
    doc="those of them whose key carer has been the same person all that time",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=with_the_same_key_carer,
    splits=frozenset({()}),
    federal=frozenset({(Dimension.SEX,), (Dimension.AGE_GROUP,)}),
    part_of=IN_CARE_FOR_A_YEAR,
)

INDICATOR = Indicator(
    code="CARER_CONTINUITY",
    title="Children with the same key carer for a year",
    topic=Topic.STABILITY,
    unit="percent",
    numerator=Part(SAME_KEY_CARER),
    numerator_doc="Those of them whose key carer on the last day has been that, in one assignment, for a year.",
    denominator=Part(IN_CARE_FOR_A_YEAR),
    denominator_doc="Children and young people who are in the federation's care on the last day and have been"
    " in it for a year, without a night elsewhere.",
    exclusions="Children who came, or came back, less than a year before.",
    scale=100,
    decimals=1,
    definition_source="Hearth; UN Guidelines for the Alternative Care of Children (A/RES/64/142), paragraphs 12, 87"
    " and 90",
)

"""Contact with the family: children in care who have met a parent, or another adult of theirs. Core indicator 6."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, literal_column, or_

from graph.entities.met_with import MetWith
from graph.indicators.care_stock import CHILDREN_IN_CARE, living_in_care
from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement

    from graph.indicators.model import PeriodFrame

THREE_MONTHS: ColumnElement[object] = literal_column("interval '3 months'")
FAMILY = (MetWith.PARENT, MetWith.GUARDIAN, MetWith.ADULT_FAMILY)
"""Whom the manual names: parents, guardians and other adults of the family."""
SPLITS = frozenset({()})
FEDERAL = frozenset({(Dimension.SEX,), (Dimension.AGE_GROUP,)})


def in_touch_with(frame: PeriodFrame, among: Iterable[MetWith]) -> Facts:
    """The stays in force on the last day of children who have met one of some in the three months up to it."""
    return having_met(frame, living_in_care(frame, frame.last), among)


def having_met(frame: PeriodFrame, living: Facts, among: Iterable[MetWith]) -> Facts:
    """Those of some children who have met one of some: a contact that came about, or nights with them.

    What was missed is none. Nights that are a pattern, as each weekend with mother, count as long as they go on.

    Args:
        frame: the period.
        living: the children.
        among: whom.
    """
    contact = frame.rows("family_contact", "child_id", "held_on", "met_with")
    stay = frame.rows("temporary_stay", "child_id", "met_with", "started_on", "ended_on")
    words: list[ColumnElement[Any]] = [literal_column(f"'{each}'") for each in among]
    since = frame.last - THREE_MONTHS
    met = exists().where(
        and_(
            frame.same_country(contact.c.country_code, living.country),
            contact.c.child_id == living.child,
            contact.c.met_with.in_(words),
            contact.c.held_on > since,
            contact.c.held_on <= frame.last,
        )
    )
    nights = exists().where(
        and_(
            frame.same_country(stay.c.country_code, living.country),
            stay.c.child_id == living.child,
            stay.c.met_with.in_(words),
            stay.c.started_on <= frame.last,
            or_(stay.c.ended_on.is_(None), stay.c.ended_on > since),
        )
    )
    return replace(living, where=(*living.where, or_(met, nights)))


IN_TOUCH = Measure(
    code="in_touch",
    doc="children in care on the last day who have met a parent, a guardian or another adult of their family in the"
    " three months up to it",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=lambda frame: in_touch_with(frame, FAMILY),
    splits=SPLITS,
    federal=FEDERAL,
    part_of=CHILDREN_IN_CARE,
)

INDICATOR = Indicator(
    code="FAMILY_CONTACT",
    title="Children in touch with their family",
    topic=Topic.CORE,
    unit="percent",
    numerator=Part(IN_TOUCH),
    numerator_doc="Those of them who have met, called or written to a parent, a guardian or another adult of their"
    " family in the three months up to the last day, or have spent nights with one.",
    denominator=Part(CHILDREN_IN_CARE),
    denominator_doc="Children and young people who are in the federation's care on the last day.",
    exclusions="Contacts that were missed, and those with brothers, sisters, friends and carers of before. Children"
    " neither of whose parents was living when they came are told apart, too: CONTACT_WITHOUT_PARENTS.",
    scale=100,
    decimals=1,
    definition_source="Better Care Network and UNICEF, Manual for the Measurement of Indicators for Children in"
    " Formal Care (2009), indicator 6",
)

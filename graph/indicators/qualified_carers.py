"""Carers with the minimum qualification: core indicator 11, of those who care for children."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_

from graph.declarations.columns import Answer
from graph.entities.caregiver import CaregiverKind
from graph.entities.members import member
from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic

if TYPE_CHECKING:
    from graph.indicators.model import PeriodFrame

CARING = (CaregiverKind.FAMILY_CARER, CaregiverKind.STAFF, CaregiverKind.SOCIAL_WORKER)
"""Who cares for children, and answers for no home: neither managers, nor adults who only live where children do."""


def in_post(frame: PeriodFrame, *kinds: CaregiverKind, qualified: bool = False) -> Facts:
    """The caregivers of these kinds who are engaged on the last day.

    Args:
        frame: days and rows.
        kinds: what they are.
        qualified: only those who have what the country asks of one of their kind at least.
    """
    carer = frame.rows("caregiver", "kind", "minimum_qualification", "engaged_on", "left_on")
    has_it = (carer.c.minimum_qualification == member(Answer.YES),) if qualified else ()
    return Facts(
        source=carer,
        where=(
            carer.c.kind.in_([member(each) for each in kinds]),
            carer.c.engaged_on <= frame.last,
            or_(carer.c.left_on.is_(None), carer.c.left_on > frame.last),
            *has_it,
        ),
        country=carer.c.country_code,
    )


CARERS_IN_POST = Measure(
    code="carers_in_post",
    doc="carers, and others who stand beside children, who are engaged on the last day; managers are counted apart",
    counts=Counts.CARERS,
    taken=Taken.ON_LAST_DAY,
    facts=lambda frame: in_post(frame, *CARING),
    splits=frozenset({()}),
)
QUALIFIED_CARERS = Measure(
    code="qualified_carers",
    doc="those of them who have what the country asks of one of their kind at least",
    counts=Counts.CARERS,
    taken=Taken.ON_LAST_DAY,
    facts=lambda frame: in_post(frame, *CARING, qualified=True),
    splits=frozenset({()}),
    part_of=CARERS_IN_POST,
)
EXCLUSIONS = "Adults who only live where children do. Of whom nobody knows it, is not counted as qualified."
SOURCE = (
    "Better Care Network and UNICEF, Manual for the Measurement of Indicators for Children in Formal Care (2009),"
    " indicator 11; what is asked of whom, the rules of each country say"
)

INDICATOR = Indicator(
    code="QUALIFIED_CARERS",
    title="Carers with the minimum qualification",
    topic=Topic.CORE,
    unit="percent",
    numerator=Part(QUALIFIED_CARERS),
    numerator_doc="Those of them of whom it is known that they have what the country asks of one of their kind.",
    denominator=Part(CARERS_IN_POST),
    denominator_doc="Family carers, staff and social workers who are engaged on the last day.",
    exclusions=EXCLUSIONS,
    scale=100,
    decimals=1,
    definition_source=SOURCE,
)

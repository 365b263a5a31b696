"""Gatekeeping: children of whom it was asked, before they came, whether care is necessary. Core indicator 8."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists

from graph.entities.gatekeeping_assessment import Assessor
from graph.entities.members import member
from graph.indicators.children_entering import ENTERING, entering_care
from graph.indicators.model import Counts, Facts, Indicator, Measure, Once, Part, Taken, Topic
from graph.indicators.stays import LED

if TYPE_CHECKING:
    from graph.indicators.model import PeriodFrame

NOT_ALONE = (Assessor.AUTHORITY, Assessor.JOINT)
"""Who is not the association by itself."""


def entering_by_the_gate(frame: PeriodFrame) -> Facts:
    """The children who came into formal care, and whose assessment was completed by the day on which it began."""
    entry = entering_care(frame)
    asked = frame.rows("gatekeeping_assessment", LED, "completed_on", "assessor")
    answered = exists().where(
        and_(
            frame.same_country(asked.c.country_code, entry.country),
            asked.c[LED] == entry.source.c[LED],
            asked.c.completed_on <= entry.source.c.episode_started_on,
            asked.c.assessor.in_([member(each) for each in NOT_ALONE]),
        )
    )
    return replace(entry, where=(*entry.where, answered))


GATEKEPT = Measure(
    code="gatekept",
    doc="children who came into formal care during the period after an assessment with the authority's part in it",
    counts=Counts.CHILDREN,
    taken=Taken.DURING,
    facts=entering_by_the_gate,
    splits=frozenset(),
    regional=frozenset({()}),
    part_of=ENTERING,
    grows=False,
    once=Once.FIRST,
)

INDICATOR = Indicator(
    code="GATEKEEPING",
    title="Children who came into care after gatekeeping",
    topic=Topic.CORE,
    unit="percent",
    numerator=Part(GATEKEPT),
    numerator_doc="Children of whom the authority, alone or with the association, had said by the day on which care"
    " began whether it is necessary, and which care is suitable.",
    denominator=Part(ENTERING),
    denominator_doc="Children whose time in the federation's care began during the period, each once.",
    exclusions="Assessments by the association alone, and those that were completed later.",
    scale=100,
    decimals=1,
    definition_source="Better Care Network and UNICEF, Manual for the Measurement of Indicators for Children in"
    " Formal Care (2009), indicator 8",
)

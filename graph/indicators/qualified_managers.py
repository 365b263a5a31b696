"""Managers with the minimum qualification: core indicator 11, of those who answer for homes."""

from __future__ import annotations

from graph.entities.caregiver import CaregiverKind
from graph.indicators.model import Counts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.qualified_carers import EXCLUSIONS, SOURCE, in_post

MANAGERS_IN_POST = Measure(
    code="managers_in_post",
    doc="those who answer for homes and are engaged on the last day",
    counts=Counts.CARERS,
    taken=Taken.ON_LAST_DAY,
    facts=lambda frame: in_post(frame, CaregiverKind.MANAGER),
    splits=frozenset({()}),
)
QUALIFIED_MANAGERS = Measure(
    code="qualified_managers",
    doc="those of them who have what the country asks of a manager at least",
    counts=Counts.CARERS,
    taken=Taken.ON_LAST_DAY,
    facts=lambda frame: in_post(frame, CaregiverKind.MANAGER, qualified=True),
    splits=frozenset({()}),
    part_of=MANAGERS_IN_POST,
)

INDICATOR = Indicator(
    code="QUALIFIED_MANAGERS",
    title="Managers with the minimum qualification",
    topic=Topic.CORE,
    unit="percent",
    numerator=Part(QUALIFIED_MANAGERS),
    numerator_doc="Those of them of whom it is known that they have what the country asks of a manager.",
    denominator=Part(MANAGERS_IN_POST),
    denominator_doc="Managers who are engaged on the last day.",
    exclusions=EXCLUSIONS,
    scale=100,
    decimals=1,
    definition_source=SOURCE,
)

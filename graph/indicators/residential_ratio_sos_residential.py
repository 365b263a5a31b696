"""Core indicator 4 under the second reading: SOS families are counted as residential care."""

from __future__ import annotations

from dataclasses import replace

from graph.indicators import residential_ratio
from graph.indicators.model import Part
from graph.indicators.sos_as_residential import FAMILY_BASED_BUT_SOS, RESIDENTIAL_OR_SOS

INDICATOR = replace(
    residential_ratio.INDICATOR,
    code="RESIDENTIAL_TO_FAMILY_BASED_SOS_RESIDENTIAL",
    title="Children in residential care for each child in family-based care, SOS families counted as residential",
    numerator=Part(RESIDENTIAL_OR_SOS),
    numerator_doc="Children who live in an SOS family, a small group home, a youth home, an emergency shelter or"
    " another residential place on the last day.",
    denominator=Part(FAMILY_BASED_BUT_SOS),
    denominator_doc="Children who live in a foster family, a kinship family or another family on the last day.",
)

"""The third of the DataCare indicators under the second reading: SOS families are counted as residential care."""

from __future__ import annotations

from dataclasses import replace

from graph.indicators import family_based_share
from graph.indicators.model import Part
from graph.indicators.sos_as_residential import FAMILY_BASED_BUT_SOS

INDICATOR = replace(
    family_based_share.INDICATOR,
    code="DATACARE_FAMILY_BASED_SHARE_SOS_RESIDENTIAL",
    title="Share of children and young people in family-based care, SOS families counted as residential",
    numerator=Part(FAMILY_BASED_BUT_SOS),
    numerator_doc="Children and young people who live in formal family-based care that is no SOS family on the last"
    " day.",
)

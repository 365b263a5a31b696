"""The second of the DataCare indicators under the second reading: SOS families are counted as residential care."""

from __future__ import annotations

from dataclasses import replace

from graph.indicators import residential_share
from graph.indicators.model import Part
from graph.indicators.sos_as_residential import MINORS_RESIDENTIAL_OR_SOS

INDICATOR = replace(
    residential_share.INDICATOR,
    code="DATACARE_RESIDENTIAL_SHARE_SOS_RESIDENTIAL",
    title="Share of children in residential care, SOS families counted as residential",
    numerator=Part(MINORS_RESIDENTIAL_OR_SOS),
    numerator_doc="Children aged 0 to 17 who live in residential care or in an SOS family on the last day.",
)

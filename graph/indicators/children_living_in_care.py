"""Children living in formal care: core indicator 2."""

from __future__ import annotations

from graph.indicators.alternative_care_rate import MINORS_IN_CARE
from graph.indicators.model import Indicator, National, Part, Topic

INDICATOR = Indicator(
    code="CHILDREN_LIVING_IN_CARE",
    title="Children living in formal care",
    topic=Topic.CORE,
    unit="children per 100,000",
    numerator=Part(MINORS_IN_CARE),
    numerator_doc="Children aged 0 to 17 who are in the federation's care on the last day.",
    denominator=National.CHILD_POPULATION,
    denominator_doc="Children of the country aged 0 to 17.",
    exclusions="Young people of 18 and more, and those whose birth date is unknown; children in the care of others:"
    " this is the federation's share.",
    scale=100_000,
    decimals=2,
    definition_source="Better Care Network and UNICEF, Manual for the Measurement of Indicators for Children in"
    " Formal Care (2009), indicator 2",
    provider_share=True,
)

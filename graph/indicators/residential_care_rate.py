"""Children in residential care for each 100,000: the fourth of the DataCare indicators."""

from __future__ import annotations

from graph.indicators.model import Indicator, National, Part, Topic
from graph.indicators.residential_share import MINORS_IN_RESIDENTIAL_CARE

INDICATOR = Indicator(
    code="DATACARE_RESIDENTIAL_CARE_RATE",
    title="Children in residential care",
    topic=Topic.DATACARE,
    unit="children per 100,000",
    numerator=Part(MINORS_IN_RESIDENTIAL_CARE),
    numerator_doc="Children aged 0 to 17 who live in residential care on the last day.",
    denominator=National.CHILD_POPULATION,
    denominator_doc="Children of the country aged 0 to 17.",
    exclusions="Young people of 18 and more, and those whose birth date is unknown; children in the care of others:"
    " this is the federation's share.",
    scale=100_000,
    decimals=1,
    definition_source="Eurochild and UNICEF, DataCare (2021): rate of children in residential care",
    provider_share=True,
)

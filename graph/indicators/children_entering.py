"""Children entering formal care: core indicator 1."""

from __future__ import annotations

from graph.indicators.entries import ENTRIES
from graph.indicators.model import Indicator, National, Part, Topic

INDICATOR = Indicator(
    code="CHILDREN_ENTERING_CARE",
    title="Children entering formal care",
    topic=Topic.CORE,
    unit="children per 100,000",
    numerator=Part(ENTRIES),
    numerator_doc="Children who came into a home of the federation from outside during the period, each once; with them"
    " the few who came at 18 or more, whom the difference between two figures would point at.",
    denominator=National.CHILD_POPULATION,
    denominator_doc="Children of the country aged 0 to 17.",
    exclusions="Children in the care of others: this is the federation's share of the national indicator.",
    scale=100_000,
    decimals=2,
    definition_source="Better Care Network and UNICEF, Manual for the Measurement of Indicators for Children in"
    " Formal Care (2009), indicator 1: number of children entering formal care during a 12-month period per 100,000"
    " child population",
    verified=True,
    provider_share=True,
)

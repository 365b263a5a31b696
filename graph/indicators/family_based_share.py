"""Share of children in family-based care: the third of the DataCare indicators."""

from __future__ import annotations

from graph.entities.home import HomeSetting
from graph.indicators.alternative_care_rate import MINORS_IN_CARE
from graph.indicators.model import Indicator, Part, Topic
from graph.indicators.splits import Dimension

INDICATOR = Indicator(
    code="DATACARE_FAMILY_BASED_SHARE",
    title="Share of children in family-based care",
    topic=Topic.DATACARE,
    unit="percent",
    numerator=Part(MINORS_IN_CARE, {Dimension.SETTING: HomeSetting.FAMILY_BASED}),
    numerator_doc="Children aged 0 to 17 who live in formal family-based care on the last day.",
    denominator=Part(MINORS_IN_CARE),
    denominator_doc="Children aged 0 to 17 who live in a home of the federation on the last day.",
    exclusions="Young people of 18 and more.",
    scale=100,
    decimals=1,
    definition_source="Eurochild and UNICEF, DataCare (2021): percentage of children in formal family-based care",
)

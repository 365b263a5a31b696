"""Children in residential care for each child in family-based care: core indicator 4."""

from __future__ import annotations

from graph.entities.home_form import HomeSetting
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.model import Indicator, Part, Topic
from graph.indicators.splits import Dimension

INDICATOR = Indicator(
    code="RESIDENTIAL_TO_FAMILY_BASED",
    title="Children in residential care for each child in family-based care",
    topic=Topic.CORE,
    unit="ratio",
    numerator=Part(CHILDREN_IN_CARE, {Dimension.SETTING: HomeSetting.RESIDENTIAL}),
    numerator_doc="Children who live in a small group home, a youth home or an emergency shelter on the last day.",
    denominator=Part(CHILDREN_IN_CARE, {Dimension.SETTING: HomeSetting.FAMILY_BASED}),
    denominator_doc="Children who live in an SOS family, a foster family or a kinship family on the last day.",
    exclusions="Supervised independent living.",
    decimals=2,
    definition_source="Better Care Network and UNICEF, Manual for the Measurement of Indicators for Children in"
    " Formal Care (2009), indicator 4",
)

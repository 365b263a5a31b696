"""Children in residential care for each child in family-based care: core indicator 4."""

from __future__ import annotations

from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.model import Indicator, Part, Topic
from graph.indicators.splits import Dimension, SettingCategory

INDICATOR = Indicator(
    code="RESIDENTIAL_TO_FAMILY_BASED",
    title="Children in residential care for each child in family-based care",
    topic=Topic.CORE,
    unit="ratio",
    numerator=Part(CHILDREN_IN_CARE, {Dimension.SETTING: SettingCategory.RESIDENTIAL}),
    numerator_doc="Children who live in a small group home, a youth home, an emergency shelter or another residential"
    " place on the last day.",
    denominator=Part(CHILDREN_IN_CARE, {Dimension.SETTING: SettingCategory.FAMILY_BASED}),
    denominator_doc="Children who live in an SOS family, a foster family, a kinship family or another family on the"
    " last day.",
    exclusions="Independent living; children in care who live at home under an order, in a hospital or elsewhere.",
    decimals=2,
    definition_source="Better Care Network and UNICEF, Manual for the Measurement of Indicators for Children in"
    " Formal Care (2009), indicator 4",
)

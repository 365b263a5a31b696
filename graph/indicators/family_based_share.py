"""Share of children in family-based care: the third of the DataCare indicators."""

from __future__ import annotations

from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.model import Indicator, Part, Topic
from graph.indicators.splits import Dimension, SettingCategory

INDICATOR = Indicator(
    code="DATACARE_FAMILY_BASED_SHARE",
    title="Share of children and young people in family-based care",
    topic=Topic.DATACARE,
    unit="percent",
    numerator=Part(CHILDREN_IN_CARE, {Dimension.SETTING: SettingCategory.FAMILY_BASED}),
    numerator_doc="Children and young people who live in formal family-based care on the last day.",
    denominator=Part(CHILDREN_IN_CARE),
    denominator_doc="Children and young people who are in the federation's care on the last day, of any age: beside"
    " the residential share, one of children under eighteen alone would tell of the few who live independently.",
    scale=100,
    decimals=1,
    definition_source="Eurochild and UNICEF, DataCare (2021): percentage of children in formal family-based care, there"
    " of children aged 0 to 17",
)

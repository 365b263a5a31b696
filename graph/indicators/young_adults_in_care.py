"""Young adults in care: care does not stop at eighteen."""

from __future__ import annotations

from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.model import Indicator, Part, Topic
from graph.indicators.splits import AgeGroup, Dimension

INDICATOR = Indicator(
    code="YOUNG_ADULTS_IN_CARE",
    title="Young adults among those in care",
    topic=Topic.STOCKS_AND_FLOWS,
    unit="percent",
    numerator=Part(CHILDREN_IN_CARE, {Dimension.AGE_GROUP: AgeGroup.AGE_18_PLUS_OR_UNKNOWN}),
    numerator_doc="Young people of 18 and more who are in the federation's care on the last day; with them those"
    " whose birth date is unknown.",
    denominator=Part(CHILDREN_IN_CARE),
    denominator_doc="Children and young people who are in the federation's care on the last day.",
    scale=100,
    decimals=1,
    definition_source="Hearth; UN Guidelines for the Alternative Care of Children (A/RES/64/142), paragraphs 131 to"
    " 136: aftercare",
)

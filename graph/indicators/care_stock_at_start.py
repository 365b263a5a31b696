"""Children in care on the eve of the period: what the flows add to and take from."""

from __future__ import annotations

from sqlalchemy import literal_column

from graph.indicators.care_stock import CHILDREN_IN_CARE, living_in_care
from graph.indicators.model import Counts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import Dimension

CHILDREN_IN_CARE_BEFORE = Measure(
    code="children_in_care_before",
    doc="children and young people who were in the federation's care on the day before the first",
    counts=Counts.CHILDREN,
    taken=Taken.ON_FIRST_EVE,
    facts=lambda frame: living_in_care(frame, frame.first - literal_column("1")),
    splits=frozenset({(), (Dimension.SEX,)}),
    same_as=CHILDREN_IN_CARE,
    unsaid=frozenset({(Dimension.AGE_GROUP,), (Dimension.SETTING,)}),
)

INDICATOR = Indicator(
    code="CARE_STOCK_AT_START",
    title="Children in care on the eve of the period",
    topic=Topic.STOCKS_AND_FLOWS,
    unit="children",
    numerator=Part(CHILDREN_IN_CARE_BEFORE),
    numerator_doc="Children and young people who were in the federation's care on the day before the first."
    " With every coming added and every going taken away it is the stock on the last day; inflow and outflow count a"
    " child once, who may come and go more often.",
    exclusions="Placements recorded in error, or outside a time in care.",
    definition_source="UNECE/CES, Guidance on statistics on children (2022): stock",
)

"""Children in alternative care for each 100,000: the first of the DataCare indicators."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, literal_column

from graph.indicators.care_stock import CHILDREN_IN_CARE, living_in_care
from graph.indicators.model import Counts, Facts, Indicator, Measure, National, Part, Taken, Topic
from graph.indicators.splits import AGE_ENDS, Dimension

if TYPE_CHECKING:
    from graph.indicators.model import PeriodFrame


def living_in_care_under_18(frame: PeriodFrame) -> Facts:
    """The placements in force on the last day of children under eighteen on that day."""
    living = living_in_care(frame, frame.last)
    child = frame.rows("child", "id", "birth_date")
    same = and_(frame.same_country(child.c.country_code, living.country), child.c.id == living.child)
    under_18 = child.c.birth_date > frame.last - func.make_interval(literal_column("18"))
    return replace(living, source=living.source.join(child, same), where=(*living.where, under_18))


MINORS_IN_CARE = Measure(
    code="minors_in_care",
    doc="children under eighteen who are in the federation's care on the last day",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=living_in_care_under_18,
    splits=frozenset({()}),
    part_of=CHILDREN_IN_CARE,
    made_of=tuple(Part(CHILDREN_IN_CARE, {Dimension.AGE_GROUP: group}) for group in AGE_ENDS),
)

INDICATOR = Indicator(
    code="DATACARE_ALTERNATIVE_CARE_RATE",
    title="Children in alternative care",
    topic=Topic.DATACARE,
    unit="children per 100,000",
    numerator=Part(MINORS_IN_CARE),
    numerator_doc="Children aged 0 to 17 who are in the federation's care on the last day.",
    denominator=National.CHILD_POPULATION,
    denominator_doc="Children of the country aged 0 to 17.",
    exclusions="Young people of 18 and more, and those whose birth date is unknown; children in the care of others:"
    " this is the federation's share.",
    scale=100_000,
    decimals=1,
    definition_source="Eurochild and UNICEF, DataCare (2021): rate of children in alternative care",
    provider_share=True,
)

"""Share of children in residential care: the second of the DataCare indicators."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.entities.members import member
from graph.indicators.alternative_care_rate import MINORS_IN_CARE, living_in_care_under_18
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import Dimension, SettingCategory

if TYPE_CHECKING:
    from graph.indicators.model import PeriodFrame


def in_residential_care_under_18(frame: PeriodFrame) -> Facts:
    """The placements in residential care in force on the last day of children under eighteen on that day."""
    living = living_in_care_under_18(frame)
    assert living.setting is not None  # noqa: S101 - whoever lives in care does so in some setting
    residential = living.setting == member(SettingCategory.RESIDENTIAL)
    return replace(living, where=(*living.where, residential))


MINORS_IN_RESIDENTIAL_CARE = Measure(
    code="minors_in_residential_care",
    doc="children under eighteen who live in residential care on the last day",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=in_residential_care_under_18,
    splits=frozenset({()}),
    part_of=MINORS_IN_CARE,
    both=(Part(MINORS_IN_CARE), Part(CHILDREN_IN_CARE, {Dimension.SETTING: SettingCategory.RESIDENTIAL})),
)

INDICATOR = Indicator(
    code="DATACARE_RESIDENTIAL_SHARE",
    title="Share of children in residential care",
    topic=Topic.DATACARE,
    unit="percent",
    numerator=Part(MINORS_IN_RESIDENTIAL_CARE),
    numerator_doc="Children aged 0 to 17 who live in residential care on the last day.",
    denominator=Part(MINORS_IN_CARE),
    denominator_doc="Children aged 0 to 17 who are in the federation's care on the last day.",
    exclusions="Young people of 18 and more, and those whose birth date is unknown.",
    scale=100,
    decimals=1,
    definition_source="Eurochild and UNICEF, DataCare (2021): percentage of children in residential care",
)

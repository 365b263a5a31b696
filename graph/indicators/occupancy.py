"""Occupancy: children in care over the places that there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.entities.home_form import HomeForm
from graph.indicators.care_stock import CHILDREN_IN_CARE, living_in_care
from graph.indicators.homes_by_form import HOME_SPLITS, open_homes
from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from graph.indicators.model import PeriodFrame


def open_places(frame: PeriodFrame) -> Facts:
    """The homes that are open on the last day, each with its places."""
    homes = open_homes(frame)
    return replace(homes, amount=homes.source.c.capacity)


PLACES = Measure(
    code="places",
    doc="places in the homes that are open on the last day",
    counts=Counts.PLACES,
    taken=Taken.ON_LAST_DAY,
    facts=open_places,
    # A child of one programme may live in a home of another: by their kinds, children and places would not be the same.
    splits=HOME_SPLITS - {(Dimension.PROGRAMME_KIND,)},
)


def living_in_homes(frame: PeriodFrame) -> Facts:
    """The stays in force on the last day in a home of the federation."""
    living = living_in_care(frame, frame.last, "home_id")
    return replace(living, where=(*living.where, living.source.c.home_id.is_not(None)))


CHILDREN_IN_HOMES = Measure(
    code="children_in_homes",
    doc="children and young people in care who live in a home of the federation on the last day",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=living_in_homes,
    splits=frozenset({(), (Dimension.SETTING,)}),
    federal=frozenset({(Dimension.CARE_FORM,)}),
    part_of=CHILDREN_IN_CARE,
    made_of=tuple(Part(CHILDREN_IN_CARE, {Dimension.CARE_FORM: form}) for form in HomeForm),
)

INDICATOR = Indicator(
    code="OCCUPANCY",
    title="Occupancy",
    topic=Topic.HOMES,
    unit="percent",
    numerator=Part(CHILDREN_IN_HOMES),
    numerator_doc="Children and young people in care who live in a home of the federation on the last day.",
    denominator=Part(PLACES),
    denominator_doc="Places in the homes that are open on the last day.",
    exclusions="Children in care who live in none of the federation's homes.",
    scale=100,
    decimals=1,
    definition_source="Hearth",
)

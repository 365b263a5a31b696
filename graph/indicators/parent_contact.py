"""Contact with a parent: those in touch with their family who have met mother or father. Core indicator 6, by whom."""

from __future__ import annotations

from graph.entities.met_with import MetWith
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.family_contact import FEDERAL, IN_TOUCH, SPLITS, in_touch_with
from graph.indicators.model import Counts, Indicator, Measure, Part, Taken, Topic

IN_TOUCH_WITH_A_PARENT = Measure(
    code="in_touch_with_a_parent",
    doc="children in care on the last day who have met a parent in the three months up to it",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=lambda frame: in_touch_with(frame, (MetWith.PARENT,)),
    splits=SPLITS,
    federal=FEDERAL,
    part_of=IN_TOUCH,
)

INDICATOR = Indicator(
    code="PARENT_CONTACT",
    title="Children in touch with a parent",
    topic=Topic.CORE,
    unit="percent",
    numerator=Part(IN_TOUCH_WITH_A_PARENT),
    numerator_doc="Those of them who have met, called or written to their mother, their father, or who lives with one"
    " of them as such, in the three months up to the last day.",
    denominator=Part(CHILDREN_IN_CARE),
    denominator_doc="Children and young people who are in the federation's care on the last day.",
    exclusions="Contacts that were missed, and those with anybody else.",
    scale=100,
    decimals=1,
    definition_source="Better Care Network and UNICEF, Manual for the Measurement of Indicators for Children in"
    " Formal Care (2009), indicator 6: by whom",
)

"""Contact with the family of children neither of whose parents is living: told apart. Core indicator 6."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, literal_column

from graph.entities.care_episode import ParentsAtEntry
from graph.indicators.care_stock import CHILDREN_IN_CARE, living_in_care
from graph.indicators.family_contact import FAMILY, FEDERAL, IN_TOUCH, SPLITS, having_met
from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.stays import LED

if TYPE_CHECKING:
    from graph.indicators.model import PeriodFrame


def without_parents(frame: PeriodFrame) -> Facts:
    """The stays in force on the last day of children neither of whose parents was living when they came."""
    living = living_in_care(frame, frame.last, LED)
    time = frame.rows("care_episode", "id", "parents_at_entry")
    its = and_(frame.same_country(time.c.country_code, living.country), time.c.id == living.source.c[LED])
    orphaned = time.c.parents_at_entry == literal_column(f"'{ParentsAtEntry.NONE}'")
    return replace(living, source=living.source.join(time, its), where=(*living.where, orphaned))


WITHOUT_PARENTS = Measure(
    code="without_parents",
    doc="children in care on the last day neither of whose parents was living when they came",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=without_parents,
    splits=SPLITS,
    federal=FEDERAL,
    part_of=CHILDREN_IN_CARE,
)
IN_TOUCH_WITHOUT_PARENTS = Measure(
    code="in_touch_without_parents",
    doc="those of them who have met a guardian or another adult of their family in the three months up to it",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=lambda frame: having_met(frame, without_parents(frame), FAMILY),
    splits=SPLITS,
    federal=FEDERAL,
    part_of=WITHOUT_PARENTS,
    both=(Part(IN_TOUCH), Part(WITHOUT_PARENTS)),
)

INDICATOR = Indicator(
    code="CONTACT_WITHOUT_PARENTS",
    title="Children without parents who are in touch with their family",
    topic=Topic.CORE,
    unit="percent",
    numerator=Part(IN_TOUCH_WITHOUT_PARENTS),
    numerator_doc="Those of them who have met, called or written to a guardian or another adult of their family in the"
    " three months up to the last day.",
    denominator=Part(WITHOUT_PARENTS),
    denominator_doc="Children and young people who are in the federation's care on the last day, and neither of whose"
    " parents was living when they came.",
    exclusions="Contacts that were missed; children of whose parents nobody knows.",
    scale=100,
    decimals=1,
    definition_source="Better Care Network and UNICEF, Manual for the Measurement of Indicators for Children in"
    " Formal Care (2009), indicator 6: orphans are told apart",
)

"""Re-entries: children who come into care again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists

from graph.indicators.entries import ENTRIES, coming_once
from graph.indicators.model import Counts, Facts, Indicator, Measure, Once, Part, Taken, Topic
from graph.indicators.splits import Dimension
from graph.indicators.stays import stays

if TYPE_CHECKING:
    from graph.indicators.model import PeriodFrame


def coming_again(frame: PeriodFrame) -> Facts:
    """The children who came into care and had been in care and left it before."""
    entry = coming_once(frame)
    before = stays(frame, "child_id", "ended_on")
    had_left = exists().where(
        and_(
            frame.same_country(before.c.country_code, entry.country),
            before.c.child_id == entry.child,
            before.c.ended_on < entry.on,
        )
    )
    return replace(entry, where=(*entry.where, had_left))


RE_ENTRIES = Measure(
    code="re_entries",
    doc="children who came into care during the period and had left it before",
    counts=Counts.CHILDREN,
    taken=Taken.DURING,
    facts=coming_again,
    splits=frozenset(),
    regional=frozenset({()}),
    federal=frozenset({(Dimension.SEX,), (Dimension.AGE_GROUP,)}),
    part_of=ENTRIES,
    grows=False,
    once=Once.FIRST,
)

INDICATOR = Indicator(
    code="RE_ENTRIES",
    title="Children who came into care again",
    topic=Topic.STABILITY,
    unit="percent",
    numerator=Part(RE_ENTRIES),
    numerator_doc="Children who came into care and had left the federation's care at any time before that day.",
    denominator=Part(ENTRIES),
    denominator_doc="Children who came into care during the period.",
    exclusions="Children whose first coming ever is in the period, also where they leave and come again within it.",
    scale=100,
    decimals=1,
    definition_source="Eurochild and UNICEF, DataCare (2021), country overviews: re-entries",
)

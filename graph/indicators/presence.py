"""Who is there, who comes, who goes: what binds a stock to what flows in and out of it, and to its days.

Some of these counts are published and some are not; what binds them is the same (`graph/closing/definitions.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from graph.indicators.alternative_care_rate import MINORS_IN_CARE
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.care_stock_at_start import CHILDREN_IN_CARE_BEFORE
from graph.indicators.carer_continuity import IN_CARE_FOR_A_YEAR
from graph.indicators.entries import ENTRIES, ENTRY_EVENTS
from graph.indicators.exits import EXIT_EVENTS, EXITS
from graph.indicators.leaving_residential import LEAVING_RESIDENTIAL
from graph.indicators.leaving_residential_of_residents import RESIDENTS
from graph.indicators.model import Measure, Part
from graph.indicators.moves import CARE_DAYS, MOVES
from graph.indicators.residential_share import MINORS_IN_RESIDENTIAL_CARE
from graph.indicators.splits import Dimension, SettingCategory


@dataclass(frozen=True, slots=True)
class Presence:
    """A place that children come into and go out of, as the counts of one period see it.

    Attributes:
        after: who is there on the last day.
        before: who was there on the eve.
        came: who came from outside during the period, each once.
        left: who left for outside, each once.
        comings: how often children came.
        goings: how often they left.
        moves: how often they woke up at another spot of it than the day before.
        present: who was there on the eve or on any day, each once.
        days: the days of the period that they were there.
        within: the place that this one is a part of; a child is in one part of it at a time.
        first: who came from outside that one and into this one, the first time.
        last: who left that one from this one, the last time.
        minors: who is there on the last day and under eighteen.
        lasting: who is there on the last day and has been for a year, without a night elsewhere.
    """

    after: Part
    before: Part | None = None
    came: Measure | None = None
    left: Measure | None = None
    comings: Measure | None = None
    goings: Measure | None = None
    moves: Measure | None = None
    present: Measure | None = None
    days: Measure | None = None
    within: Presence | None = None
    first: Part | None = None
    last: Part | None = None
    minors: Measure | None = None
    lasting: Measure | None = None

    @property
    def measures(self) -> tuple[Measure, ...]:
        """What of it is counted."""
        held = [getattr(self, attribute.name) for attribute in fields(self)]
        counted = (each.measure if isinstance(each, Part) else each for each in held)
        return tuple(each for each in counted if isinstance(each, Measure))


IN_CARE = Presence(
    after=Part(CHILDREN_IN_CARE),
    before=Part(CHILDREN_IN_CARE_BEFORE),
    came=ENTRIES,
    left=EXITS,
    comings=ENTRY_EVENTS,
    goings=EXIT_EVENTS,
    moves=MOVES,
    days=CARE_DAYS,
    minors=MINORS_IN_CARE,
    lasting=IN_CARE_FOR_A_YEAR,
)


def _in_setting(setting: SettingCategory, **counted: Measure) -> Presence:
    """Of each setting that much is counted; of some there is more."""
    of = {Dimension.SETTING: setting.value}
    return Presence(
        after=Part(CHILDREN_IN_CARE, of),
        before=Part(CHILDREN_IN_CARE_BEFORE, of),
        within=IN_CARE,
        first=Part(ENTRIES, of),
        last=Part(EXITS, of),
        **counted,
    )


IN_RESIDENTIAL_CARE = _in_setting(
    SettingCategory.RESIDENTIAL, goings=LEAVING_RESIDENTIAL, present=RESIDENTS, minors=MINORS_IN_RESIDENTIAL_CARE
)
PRESENCES = (
    IN_CARE,
    IN_RESIDENTIAL_CARE,
    *(_in_setting(each) for each in SettingCategory if each is not SettingCategory.RESIDENTIAL),
)

"""Who is there, who comes, who goes: what binds a stock to what flows in and out of it, and to its days.

Some of these counts are published and some are not; what binds them is the same (`graph/closing/definitions.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from graph.entities.home import HomeSetting
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.care_stock_at_start import CHILDREN_IN_CARE_BEFORE
from graph.indicators.entries import ENTRIES, ENTRY_EVENTS
from graph.indicators.exits import EXIT_EVENTS, EXITS
from graph.indicators.leaving_residential import LEAVING_RESIDENTIAL
from graph.indicators.leaving_residential_of_residents import RESIDENTS
from graph.indicators.model import Measure, Part
from graph.indicators.moves import CARE_DAYS, MOVES
from graph.indicators.splits import Dimension


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
    """

    after: Part
    before: Part | None = None
    came: Part | None = None
    left: Part | None = None
    comings: Part | None = None
    goings: Part | None = None
    moves: Part | None = None
    present: Part | None = None
    days: Part | None = None
    within: Presence | None = None
    first: Part | None = None
    last: Part | None = None

    @property
    def measures(self) -> tuple[Measure, ...]:
        """What of it is counted."""
        each = (getattr(self, attribute.name) for attribute in fields(self))
        return tuple(part.measure for part in each if isinstance(part, Part))


IN_CARE = Presence(
    after=Part(CHILDREN_IN_CARE),
    before=Part(CHILDREN_IN_CARE_BEFORE),
    came=Part(ENTRIES),
    left=Part(EXITS),
    comings=Part(ENTRY_EVENTS),
    goings=Part(EXIT_EVENTS),
    moves=Part(MOVES),
    days=Part(CARE_DAYS),
)


def _in_setting(setting: HomeSetting, **counted: Part) -> Presence:
    """Of each setting that much is counted; of some there is more."""
    of = {Dimension.SETTING: setting.value}
    return Presence(
        after=Part(CHILDREN_IN_CARE, of), within=IN_CARE, first=Part(ENTRIES, of), last=Part(EXITS, of), **counted
    )


IN_RESIDENTIAL_CARE = _in_setting(HomeSetting.RESIDENTIAL, goings=Part(LEAVING_RESIDENTIAL), present=Part(RESIDENTS))
PRESENCES = (
    IN_CARE,
    IN_RESIDENTIAL_CARE,
    *(_in_setting(each) for each in HomeSetting if each is not HomeSetting.RESIDENTIAL),
)

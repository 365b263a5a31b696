"""Who is there, who comes, who goes: what binds a stock to what flows in and out of it, and to its days.

Some of these counts are published and some are not; what binds them is the same (`graph/closing/definitions.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.entities.home import HomeSetting
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.care_stock_at_start import CHILDREN_IN_CARE_BEFORE
from graph.indicators.entries import ENTRIES, ENTRY_EVENTS
from graph.indicators.exits import EXIT_EVENTS, EXITS
from graph.indicators.leaving_residential import LEAVING_RESIDENTIAL
from graph.indicators.leaving_residential_of_residents import RESIDENTS
from graph.indicators.model import Measure, Part
from graph.indicators.moves import CARE_DAYS
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
        present: who was there on the eve or on any day, each once.
        days: the days of the period that they were there.
    """

    after: Part
    before: Part | None = None
    came: Measure | None = None
    left: Measure | None = None
    comings: Measure | None = None
    goings: Measure | None = None
    present: Measure | None = None
    days: Measure | None = None

    @property
    def measures(self) -> tuple[Measure, ...]:
        """What of it is counted."""
        parts = [part.measure for part in (self.after, self.before) if part is not None]
        counts = (self.came, self.left, self.comings, self.goings, self.present, self.days)
        return (*parts, *(each for each in counts if each is not None))


IN_CARE = Presence(
    after=Part(CHILDREN_IN_CARE),
    before=Part(CHILDREN_IN_CARE_BEFORE),
    came=ENTRIES,
    left=EXITS,
    comings=ENTRY_EVENTS,
    goings=EXIT_EVENTS,
    days=CARE_DAYS,
)
IN_RESIDENTIAL_CARE = Presence(
    after=Part(CHILDREN_IN_CARE, {Dimension.SETTING: HomeSetting.RESIDENTIAL}),
    goings=LEAVING_RESIDENTIAL,
    present=RESIDENTS,
)
PRESENCES = (IN_CARE, IN_RESIDENTIAL_CARE)

"""What is told of brothers and sisters: days of pairs, of which few children cannot have many.

On a day with n children in care there are n (n - 1) pairs of them at most, so sibling days beside a stock can say how
many children there are at least: fifteen times the days of a period cannot be of three. No linear row says so, and no
linear proof sees it. So sibling days are told only where they have room beside the care days however low these are:
whoever reads them learns nothing of care days, of children or of those who come and go that he did not know without.

The rule knows figures alone, and so whoever knows the rule learns nothing from what it leaves out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.closing.drawing import base_of
from graph.closing.lattice import Cell
from graph.closing.publishing import SUPPRESSED, quotient
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.care_stock_at_start import CHILDREN_IN_CARE_BEFORE
from graph.indicators.moves import CARE_DAYS
from graph.indicators.siblings_together import INDICATOR, SIBLING_DAYS, SIBLING_DAYS_TOGETHER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.closing.drawing import Drawing
    from graph.closing.lattice import Areas
    from graph.closing.publishing import PublishedCount
    from graph.closing.said import Said

PAIRED = (SIBLING_DAYS.code, SIBLING_DAYS_TOGETHER.code)
"""What counts pairs."""


def room_among(care_days: int, days: int) -> int:
    """So many sibling days are possible among care days, whoever is there on which day.

    Pairs are fewest where on each day as many children are there as on any other: n (n - 1) of them, n being the mean.

    Args:
        care_days: all of them, at least.
        days: how many the period has.
    """
    return max(0, care_days * (care_days - days) // days)


def leave_out_crowded(said: Said, drawing: Drawing) -> None:
    """Say nothing of sibling days that would say too much of other counts.

    Args:
        said: what is said, after all that needs proof has been proved.
        drawing: of what release.
    """
    days = (drawing.period.after - drawing.period.first).days
    for cell in Siblings(said.told, drawing.areas, days).left_out():
        said.hidden.add(cell)
        del said.told[cell]
        if cell in said.settled:
            base, settled = base_of(drawing.measures[cell.measure], drawing.period), said.settled[cell]
            said.intervals[cell] = max(0, min(settled) - base + 1), max(settled) + base - 1


@dataclass(slots=True)
class Siblings:
    """Says which sibling days an area may show.

    Args:
        told: what is said of each count.
        areas: the areas.
        days: how many the period has.
    """

    told: Mapping[Cell, PublishedCount]
    areas: Areas
    days: int

    def left_out(self) -> set[Cell]:
        """The counts of which nothing is said; those of pairs in one home go with those of all pairs."""
        whole = {cell._replace(measure=SIBLING_DAYS.code) for cell in self.told if cell.measure in PAIRED}
        parts = dict(self.areas.sums())
        shown: set[Cell] = set()
        # Countries first, then what they add up to.
        for area in reversed(self.areas.all):
            shown |= {cell for cell in whole if cell.area == area and self._is_shown(cell, parts.get(area), shown)}
        return {cell for cell in self.told if cell.measure in PAIRED and self._pair(cell)[0] not in shown}

    def _is_shown(self, cell: Cell, parts: tuple[str, ...] | None, shown: set[Cell]) -> bool:
        """Whether there is room for both of its counts, and readers would see a share of them."""
        below, above = (self.told.get(each) for each in self._pair(cell))
        if below is None or above is None or quotient(INDICATOR, above, below)[-1] == SUPPRESSED:
            return False
        if parts is None:
            return below.high <= self._room(cell)
        return all(
            count.high <= sum(self._most(each._replace(area=part), shown) for part in parts)
            for count, each in zip((below, above), self._pair(cell), strict=True)
        )

    def _most(self, cell: Cell, shown: set[Cell]) -> int:
        """So many there may be in an area, whatever else is true there: what has no room there may be none at all."""
        parts = [cell._replace(area=part) for part in dict(self.areas.sums()).get(cell.area, ())]
        room = sum(self._most(part, shown) for part in parts) if parts else self._room(cell)
        return min(room, self.told[cell].high) if self._pair(cell)[0] in shown else room

    def _room(self, cell: Cell) -> int:
        """The sibling days that are possible in a country beside whatever its other figures leave."""
        spent = self.told.get(cell._replace(measure=CARE_DAYS.code))
        if spent is not None:
            return room_among(spent.low, self.days)
        return room_among(self._staying(cell) * self.days, self.days) if self.areas.brief else 0

    def _staying(self, cell: Cell) -> int:
        """Of a quarter there are no care days of countries: those who may have been there on all its days."""
        here = self.told.get(cell._replace(measure=CHILDREN_IN_CARE.code))
        now, eve = (
            self.told.get(Cell(stock.code, cell.area, (), ())) for stock in (CHILDREN_IN_CARE, CHILDREN_IN_CARE_BEFORE)
        )
        if here is None or now is None or eve is None:
            return 0
        return max(0, here.low - max(0, now.high - eve.low))

    @staticmethod
    def _pair(cell: Cell) -> tuple[Cell, Cell]:
        """All pairs, and those in one home."""
        return cell._replace(measure=PAIRED[0]), cell._replace(measure=PAIRED[1])

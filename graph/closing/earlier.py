"""Releases that are out: what is behind them, and what they say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.closing.drawing import draw_of, name_of
from graph.closing.stated import Stated
from graph.indicators.model import Taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from graph.closing.lattice import Cell, Count
    from graph.indicators.model import Measure
    from graph.indicators.period import Period


@dataclass(frozen=True, slots=True)
class Earlier:
    """A release that is out.

    Attributes:
        id: the release.
        period: its period.
        revision: counts the releases of the period.
        counts: every count behind it.
        figures: what each count that is a secret was rounded to; none in a release of before counts were rounded.
        hidden: those of them of which it published nothing.
        settled: what each count is in the federation that proved it.
        most: what public registers left of a count at most when it was drawn.
        feed: how far each country's feed had come.
        definitions: the indicators as they were defined then.
        ranges: what a release of before counts were rounded left of those that it hid: the least and the most.
    """

    id: UUID
    period: Period
    revision: int
    counts: Mapping[Cell, Count]
    figures: Mapping[Cell, int]
    hidden: frozenset[Cell]
    settled: Mapping[Cell, tuple[int, int]]
    most: Mapping[Cell, int]
    feed: Mapping[str, int]
    definitions: frozenset[str]
    ranges: Mapping[Cell, tuple[int, int]] = field(default_factory=dict)

    def stated(self, *, is_latest: bool, most: Mapping[Cell, int]) -> Stated:
        """What it says.

        Args:
            is_latest: whether no later release of the period is out.
            most: what public registers leave of its cells at most now; what they left when it was drawn comes before.
        """
        known = self.counts.keys() - self.figures.keys() - self.ranges.keys()
        # What is known and is not zero was published exactly, before counts were rounded.
        exact = {cell: self.counts[cell].amount for cell in known if self.counts[cell].amount}
        mosts = {**most, **self.most}
        return Stated(
            self.period, self.revision, self.figures, self.hidden, frozenset(known), mosts, self.settled, is_latest,
            exact, self.ranges,
        )  # fmt: skip


def touches(one: Period, other: Period) -> bool:
    """Whether the counts of two periods bind each other: they are of the same year, or follow each other."""
    return one.year == other.year or one.after == other.first or other.after == one.first


def rounded_before(releases: Iterable[Earlier], measures: Mapping[str, Measure]) -> dict[str, tuple[int, int]]:
    """The count and the figure, by name, of whatever has been rounded; of several, those of the last.

    Args:
        releases: in the order in which they came out.
        measures: what is counted, by code.
    """
    found: dict[str, tuple[int, int]] = {}
    for release in releases:
        for cell, figure in release.figures.items():
            if cell.measure in measures:
                found[name_of(cell, measures[cell.measure], release.period)] = release.counts[cell].amount, figure
    return found


def stocks_before(
    releases: Iterable[Earlier], measures: Mapping[str, Measure], period: Period
) -> dict[str, tuple[int, int]]:
    """The count and the figure of each stock on the last day before a period's last that is out, by what is drawn.

    Args:
        releases: those that are out.
        measures: what is counted, by code.
        period: of the new release.
    """
    found: dict[str, tuple[int, int]] = {}
    for release in sorted(releases, key=lambda each: (each.period.last, each.revision)):
        for cell, figure in release.figures.items() if release.period.last < period.last else ():
            measure = measures.get(cell.measure)
            if measure is not None and measure.taken is Taken.ON_LAST_DAY:
                found[draw_of(cell, measure, release.period)] = release.counts[cell].amount, figure
    return found


def latest(releases: Sequence[Earlier], period: Period) -> Earlier | None:
    """The latest release of a period."""
    return max((each for each in releases if each.period == period), key=lambda each: each.revision, default=None)

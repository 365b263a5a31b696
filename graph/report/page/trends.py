"""How a figure went over the periods: a line, and a band where a period's figure is hidden."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from graph.indicators.model import AreaLevel
from graph.report.cells import FEDERATION, Figure, ReportIndicator
from graph.report.figures import Report
from graph.report.names import area_name
from graph.report.page.scales import Scale, scale
from graph.report.page.telling import FigureText, told
from graph.report.saying import number

LEFT, RIGHT, TOP, BOTTOM = 4.0, 96.0, 12.0, 90.0
GUTTER = 14.0
"""The room at the left for the values of the axis, where they are written."""
MOST_LABELS = 6


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of one period.

    Attributes:
        period: its name.
        told: the figure.
        x: per cent from the left.
        y: per cent from the top; none where there is no number.
        reach: per cent from the top, of the most and the least that it may be; none where it is exact, or no number.
        is_named: whether the period is written below.
    """

    period: str
    told: FigureText
    x: float
    y: float | None
    is_named: bool
    reach: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class TrendLine:
    """The course of one figure in one area.

    Attributes:
        indicator: what it means.
        name: of the area.
        points: one a period.
        segments: from x, y to x, y, between periods that follow each other and have numbers, and whether the figures
            tell that it went that way.
        ticks: the values written at the side, and where.
    """

    indicator: ReportIndicator
    name: str
    points: tuple[Point, ...]
    segments: tuple[tuple[float, float, float, float, bool], ...]
    ticks: tuple[tuple[str, float], ...]

    @property
    def summary(self) -> str:
        """The course in words."""
        return "; ".join(f"{point.period}: {point.told.sentence}" for point in self.points)

    @property
    def last(self) -> Point:
        """The latest period's."""
        return self.points[-1]


def line(report: Report, indicator: ReportIndicator, area: str, left: float = LEFT) -> TrendLine | None:
    """The course of a figure; none with fewer than two periods, or without a number.

    Args:
        report: the figures.
        indicator: which one.
        area: where.
        left: where the first period is drawn, per cent.
    """
    series = report.series(indicator.code, area)
    values = [figure.value for _, figure in series if figure.value is not None]
    if len(series) < 2 or not values:  # noqa: PLR2004 - a line has two ends
        return None
    values += [end for _, figure in series for end in figure.ends or ()]
    up = scale(values, from_zero=indicator.denominator is None, steps=2, start=BOTTOM, end=TOP)
    across = (RIGHT - left) / (len(series) - 1)
    every = -(-len(series) // MOST_LABELS)
    points = tuple(
        Point(
            period.code,
            told(figure, indicator),
            round(left + place * across, 2),
            None if figure.value is None else up(figure.value),
            (len(series) - 1 - place) % every == 0,
            _reach(figure, up),
        )
        for place, (period, figure) in enumerate(series)
    )
    return TrendLine(indicator, _name(report, area), points, _segments(points), _ticks(up, indicator))


def _name(report: Report, area: str) -> str:
    level = (
        AreaLevel.FEDERATION
        if area == FEDERATION
        else AreaLevel.COUNTRY
        if area in report.countries
        else AreaLevel.REGION
    )
    return area_name(area, level)


def _reach(figure: Figure, up: Scale) -> tuple[float, float] | None:
    if figure.ends is None or figure.uncertainty is None:
        return None
    least, most = figure.ends
    return up(most), up(least)


def _segments(points: tuple[Point, ...]) -> tuple[tuple[float, float, float, float, bool], ...]:
    return tuple(
        (a.x, a.y, b.x, b.y, _is_told(a, b)) for a, b in pairwise(points) if a.y is not None and b.y is not None
    )


def _is_told(one: Point, other: Point) -> bool:
    """Whether the two may not be the same: what one may be lies beside what the other may be."""
    (top, bottom), (above, below) = ((each.reach or (each.y or 0, each.y or 0)) for each in (one, other))
    return (one.reach is None and other.reach is None) or bottom < above or below < top


def _ticks(up: Scale, indicator: ReportIndicator) -> tuple[tuple[str, float], ...]:
    whole = all(float(tick).is_integer() for tick in up.ticks)
    return tuple((number(tick, 0 if whole else max(1, indicator.decimals)), up(tick)) for tick in up.ticks)

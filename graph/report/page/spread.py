"""How countries differ: a line of values for each region, a dot for each of its countries."""

from __future__ import annotations

from dataclasses import dataclass

from graph.indicators.model import AreaLevel
from graph.report.cells import FEDERATION, ReportIndicator, Status
from graph.report.figures import Report
from graph.report.names import area_name, country_name, region_of
from graph.report.page.scales import Scale, scale
from graph.report.page.telling import FigureText, told
from graph.report.saying import counted, number, said

WANTED = (
    "DATACARE_FAMILY_BASED_SHARE",
    "SIBLINGS_TOGETHER",
    "COMMUNITY_LINKS_PER_CHILD",
    "MOVES_PER_1000_CARE_DAYS",
    "LENGTH_OF_STAY",
    "OCCUPANCY",
)
"""Figures that can be compared between a small country and a large one."""
LEFT, RIGHT = 2.0, 98.0
WHOLE = 100


@dataclass(frozen=True, slots=True)
class RegionRow:
    """One region.

    Attributes:
        name: its name.
        told: its figure.
        x: where its figure lies, per cent; none where it has no number.
        dots: its countries: name, figure, and where.
        hidden: how many of its countries are hidden.
        absent: how many have no figure.
    """

    name: str
    told: FigureText
    x: float | None
    dots: tuple[tuple[str, FigureText, float], ...]
    hidden: int
    absent: int

    @property
    def summary(self) -> str:
        """The row in words."""
        found = [f"{self.name}: {self.told.sentence}"]
        if self.dots:
            texts = [figure.written for _, figure, _ in sorted(self.dots, key=lambda dot: dot[2])]
            if len(texts) > 1:
                found.append(said("countries from {least} to {most}", least=texts[0], most=texts[-1]))
            else:
                found.append(said("one country, {figure}", figure=texts[0]))
        found += [counted("{count} hidden", "{count} hidden", self.hidden)] if self.hidden else []
        found += [counted("{count} not available", "{count} not available", self.absent)] if self.absent else []
        return ", ".join(found)


@dataclass(frozen=True, slots=True)
class Spread:
    """One figure in all regions.

    Attributes:
        indicator: what it means.
        rows: the regions.
        ticks: values of the axis, and where they lie.
        federation: the federation's figure.
        x: where that lies; none where it has no number.
    """

    indicator: ReportIndicator
    rows: tuple[RegionRow, ...]
    ticks: tuple[tuple[str, float], ...]
    federation: FigureText
    x: float | None

    @property
    def summary(self) -> str:
        """The picture in words."""
        whole = said("Federation: {figure}.", figure=self.federation.sentence)
        return f"{whole} " + ". ".join(row.summary for row in self.rows) + "."


def regions(report: Report) -> list[str]:
    """The regions of the report's countries, by name."""
    found = {region for code in report.countries if (region := region_of(code))}
    return sorted(found, key=lambda region: area_name(region, AreaLevel.REGION))


def spreads(report: Report) -> list[Spread]:
    """One picture for each figure that can be compared, where some country has a number."""
    found = (report.indicators[code] for code in WANTED if code in report.indicators)
    return [spread for indicator in found if (spread := _spread(report, indicator))]


def _spread(report: Report, indicator: ReportIndicator) -> Spread | None:
    areas = (FEDERATION, *regions(report), *report.countries)
    values = [value for area in areas if (value := report.figure(indicator.code, area).value) is not None]
    if not values:
        return None
    if indicator.unit == "percent" and max(values) <= WHOLE:
        along = Scale((0, 25, 50, 75, 100), LEFT, RIGHT)
    else:
        along = scale(values, from_zero=True, start=LEFT, end=RIGHT)
    whole = report.figure(indicator.code, FEDERATION)
    decimals = 0 if all(float(tick).is_integer() for tick in along.ticks) else indicator.decimals or 1
    return Spread(
        indicator,
        tuple(_row(report, indicator, region, along) for region in regions(report)),
        tuple((number(tick, decimals), along(tick)) for tick in along.ticks),
        told(whole, indicator),
        None if whole.value is None else along(whole.value),
    )


def _row(report: Report, indicator: ReportIndicator, region: str, along: Scale) -> RegionRow:
    figure = report.figure(indicator.code, region)
    countries = [(code, report.figure(indicator.code, code)) for code in report.countries if region_of(code) == region]
    return RegionRow(
        area_name(region, AreaLevel.REGION),
        told(figure, indicator),
        None if figure.value is None else along(figure.value),
        tuple(
            (country_name(code), told(found, indicator), along(found.value))
            for code, found in countries
            if found.value is not None
        ),
        sum(found.status is Status.SUPPRESSED for _, found in countries),
        sum(found.status is Status.NOT_AVAILABLE for _, found in countries),
    )

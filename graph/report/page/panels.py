"""Country by country: a small panel for each, in the regions."""

from __future__ import annotations

from dataclasses import dataclass

from graph.indicators.model import AreaLevel
from graph.report.editions import Coverage
from graph.report.figures import Report
from graph.report.names import area_name, country_name, region_of
from graph.report.page.headlines import FAMILY_BASED, STOCK
from graph.report.page.people import SettingShares, settings
from graph.report.page.spread import regions
from graph.report.page.telling import FigureChange, FigureText, change, told
from graph.report.page.trends import TrendLine, line

FEW = 12
"""As many countries need no headings between them."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One country.

    Attributes:
        code: ISO 3166-1 alpha-2.
        name: the country's.
        region: the region's.
        told: its children in care.
        change: since the period before.
        line: their course.
        share: where they live; none where nobody knows.
        family_based: the share in family-based care.
        coverage: what the figures rest on.
    """

    code: str
    name: str
    region: str
    told: FigureText
    change: FigureChange | None
    line: TrendLine | None
    share: SettingShares | None
    family_based: FigureText | None
    coverage: Coverage | None


def panels(report: Report) -> list[tuple[str, list[Panel]]]:
    """The panels of each region, the countries by name; a few countries stand together, under no region's name."""
    if STOCK not in report.indicators:
        return []
    by_name = sorted(report.countries, key=country_name)
    groups = [
        (area_name(region, AreaLevel.REGION), [code for code in by_name if region_of(code) == region])
        for region in regions(report)
    ]
    if len(by_name) <= FEW:
        groups = [("", by_name)]
    shares = settings(report, [(code, AreaLevel.COUNTRY) for code in by_name])
    return [(name, [_panel(report, code, shares.get(code)) for code in codes]) for name, codes in groups]


def _panel(report: Report, code: str, share: SettingShares | None) -> Panel:
    stock, family = report.indicators[STOCK], report.indicators.get(FAMILY_BASED)
    before = report.compared_with
    return Panel(
        code,
        country_name(code),
        area_name(region_of(code) or "", AreaLevel.REGION),
        told(report.figure(STOCK, code), stock),
        change(report.cell(STOCK, code), stock, before.code) if before else None,
        line(report, stock, code),
        share,
        told(report.figure(FAMILY_BASED, code), family) if family else None,
        report.current.coverage.get(code),
    )

"""The tables at the end: every figure of the federation, its regions and its countries, a table a topic."""

from __future__ import annotations

from dataclasses import dataclass

from graph.indicators.model import AreaLevel
from graph.report.cells import FEDERATION, ReportIndicator
from graph.report.figures import Report
from graph.report.names import area_name, country_name, region_of, topic_name
from graph.report.page.spread import regions
from graph.report.page.telling import FigureChange, FigureText, change, told


@dataclass(frozen=True, slots=True)
class AreaLine:
    """One area.

    Attributes:
        name: its name.
        level: what it is.
        figures: one for each indicator, and how it changed.
    """

    name: str
    level: AreaLevel
    figures: tuple[tuple[FigureText, FigureChange | None], ...]


@dataclass(frozen=True, slots=True)
class TopicTable:
    """One topic.

    Attributes:
        anchor: its name in addresses.
        name: its name.
        indicators: the columns.
        groups: the federation, then each region with its countries.
    """

    anchor: str
    name: str
    indicators: tuple[ReportIndicator, ...]
    groups: tuple[tuple[AreaLine, ...], ...]


def tables(report: Report) -> list[TopicTable]:
    """A table for each topic of the catalogue."""
    topics = dict.fromkeys(indicator.topic for indicator in report.indicators.values())
    return [_table(report, topic) for topic in topics]


def _table(report: Report, topic: str) -> TopicTable:
    indicators = tuple(each for each in report.indicators.values() if each.topic == topic)
    by_name = sorted(report.countries, key=country_name)
    groups: list[tuple[AreaLine, ...]] = [(_line(report, indicators, FEDERATION, AreaLevel.FEDERATION),)]
    for region in regions(report):
        countries = [code for code in by_name if region_of(code) == region]
        lines = [_line(report, indicators, region, AreaLevel.REGION)]
        groups.append((*lines, *(_line(report, indicators, code, AreaLevel.COUNTRY) for code in countries)))
    return TopicTable(topic.lower().replace("_", "-"), topic_name(topic), indicators, tuple(groups))


def _line(report: Report, indicators: tuple[ReportIndicator, ...], area: str, level: AreaLevel) -> AreaLine:
    before = report.compared_with
    return AreaLine(
        area_name(area, level),
        level,
        tuple(
            (
                told(report.figure(each.code, area), each),
                change(report.cell(each.code, area), each, before.code) if before else None,
            )
            for each in indicators
        ),
    )

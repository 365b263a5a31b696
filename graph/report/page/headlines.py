"""The figures at the top of the page, and the sentence before them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.report.cells import FEDERATION, ReportIndicator
from graph.report.figures import Report
from graph.report.page.telling import FigureChange, FigureText, change, told
from graph.report.page.trends import TrendLine, line
from graph.report.saying import counted, day, said, to_say

STOCK = "CARE_STOCK"
FAMILY_BASED = "DATACARE_FAMILY_BASED_SHARE"
SIBLINGS = "SIBLINGS_TOGETHER"
BIG = (STOCK, "CARE_INFLOW", "CARE_OUTFLOW", FAMILY_BASED, SIBLINGS, "COMMUNITY_LINKS_PER_CHILD")
"""What a board asks first, where the catalogue has it."""
FEWEST = 4


@dataclass(frozen=True, slots=True)
class Headline:
    """One big figure.

    Attributes:
        indicator: what it means.
        told: the federation's figure.
        change: since the period before; none where one of them is no number.
        line: its course; none with fewer than two periods.
    """

    indicator: ReportIndicator
    told: FigureText
    change: FigureChange | None
    line: TrendLine | None


def big_indicators(report: Report) -> list[ReportIndicator]:
    """The indicators at the top: those named above, and others until there are a few."""
    named = [report.indicators[code] for code in BIG if code in report.indicators]
    others = [each for each in report.indicators.values() if each not in named]
    return named + others[: max(0, FEWEST - len(named))]


def headlines(report: Report) -> list[Headline]:
    """The big figures of the federation."""
    before = report.compared_with
    return [
        Headline(
            indicator,
            told(report.figure(indicator.code, FEDERATION), indicator),
            change(report.cell(indicator.code, FEDERATION), indicator, before.code) if before else None,
            line(report, indicator, FEDERATION),
        )
        for indicator in big_indicators(report)
    ]


def _counted(figure: FigureText) -> str:
    """Children, in words: `about 4,010 children and young people (give or take 4)`."""
    if figure.within:
        text = to_say("about {number} children and young people (give or take {far})")
        return said(text, number=figure.text, far=figure.within[1:])
    return said("{number} children and young people", number=figure.text)


def lead(report: Report) -> list[str]:
    """What the report says in two or three sentences."""
    sentences: list[str] = []
    stock = report.indicators.get(STOCK)
    if stock and (figure := told(report.figure(STOCK, FEDERATION), stock)).is_number:
        last = day(report.current.period.last_day)
        where = counted("one country", "{count} countries", len(report.countries))
        text = to_say("On {day}, {children} lived in a home of the federation, in {countries}.")
        sentences.append(said(text, day=last, children=_counted(figure), countries=where))
        before = report.compared_with
        grown = change(report.cell(STOCK, FEDERATION), stock, before.code) if before else None
        if grown:
            part = f" ({grown.share})" if grown.share else ""
            sentences.append(said("That is {change}.", change=f"{grown.text}{part}"))
    family = report.indicators.get(FAMILY_BASED)
    if family and (share := told(report.figure(FAMILY_BASED, FEDERATION), family)).is_number:
        sentences.append(said("Of them, {share} lived in family-based care.", share=share.sentence))
    return sentences

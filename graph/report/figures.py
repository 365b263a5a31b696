"""The published figures of a report, as its query answered them.

`report_of` takes the answer of that query and no other; the schema has checked its types, so nothing is checked twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from graph.indicators.model import AreaLevel
from graph.report.cells import NOTHING, Figure, ReportCell, ReportIndicator, ReportPeriod, Splits
from graph.report.editions import Edition, KnownState, coverage_by_country


@dataclass(frozen=True)
class Report:
    """Everything that a report says, ready for each format.

    Attributes:
        answer: as the query answered.
        indicators: by code, in the catalogue's order.
        current: the period that the report is about.
        editions: every period, the earliest first; `current` is one of them.
        cells: every cell, in the order of the answer; each indicator, area, category and period is there once.
    """

    answer: Mapping[str, Any]
    indicators: Mapping[str, ReportIndicator]
    current: Edition
    editions: tuple[Edition, ...]
    cells: tuple[ReportCell, ...]

    @cached_property
    def _places(self) -> Mapping[tuple[ReportPeriod, str, str, Splits], ReportCell]:
        return {(cell.period, cell.indicator, cell.area, cell.splits): cell for cell in self.cells}

    @cached_property
    def compared_with(self) -> ReportPeriod | None:
        """The period that the current one is compared with; none where it is with none."""
        given = self.answer["report"].get("compareWith") or self.answer["report"].get("comparedWith")
        if given and given.get("firstDay"):
            return ReportPeriod.of_answer(given)
        compares = any(cell.earlier for cell in self.cells if cell.period == self.current.period)
        return self.current.period.year_before if compares else None

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The countries in the current period, in the order of the answer."""
        return tuple(
            dict.fromkeys(
                cell.area
                for cell in self.cells
                if cell.level is AreaLevel.COUNTRY and cell.period == self.current.period
            )
        )

    def cell(
        self, indicator: str, area: str, splits: Splits = (), period: ReportPeriod | None = None
    ) -> ReportCell | None:
        """A cell of the current period, or of another; none where there is none."""
        return self._places.get((period or self.current.period, indicator, area, splits))

    def figure(self, indicator: str, area: str, splits: Splits = ()) -> Figure:
        """The figure of a cell of the current period; not available where there is no cell."""
        found = self.cell(indicator, area, splits)
        return found.figure if found else NOTHING

    def series(self, indicator: str, area: str, splits: Splits = ()) -> list[tuple[ReportPeriod, Figure]]:
        """A figure over time, the earliest first; the comparison stands in for a period without cells."""
        found = {
            edition.period: cell.figure
            for edition in self.editions
            if (cell := self.cell(indicator, area, splits, edition.period))
        }
        now = self.cell(indicator, area, splits)
        if now and now.earlier and self.compared_with:
            found.setdefault(self.compared_with, now.earlier)
        return sorted(found.items(), key=lambda each: each[0])


def report_of(answer: Mapping[str, Any]) -> Report:
    """Read the answer of the report's query.

    Args:
        answer: `indicators`, `report`, and under any other name further reports of the same or of other periods, one
            or a list of them (`years`); cells that several of them hold count once, the first one's.

    Returns:
        The report.
    """
    reports = list(_reports(answer))
    editions: dict[ReportPeriod, Edition] = {}
    cells: dict[tuple[object, ...], ReportCell] = {}
    for each in reports:
        period = ReportPeriod.of_answer(each["period"])
        editions.setdefault(
            period, Edition(period, KnownState.of_answer(each.get("release")), coverage_by_country(each))
        )
        for told in each["cells"]:
            cell = ReportCell.of_answer(told, period)
            place = (period, cell.indicator, cell.area, cell.splits)
            held = cells.setdefault(place, cell)
            if held.earlier is None and cell.earlier is not None:
                cells[place] = replace(held, earlier=cell.earlier, change=cell.change)
    indicators = [ReportIndicator.of_answer(each) for each in answer["indicators"]]
    current = editions[ReportPeriod.of_answer(answer["report"]["period"])]
    return Report(
        answer,
        {each.code: each for each in indicators},
        current,
        tuple(sorted(editions.values(), key=lambda each: each.period)),
        tuple(cells.values()),
    )


def _reports(answer: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Every report of the answer, the main one first."""
    yield answer["report"]
    for name, found in answer.items():
        if name not in {"report", "indicators"}:
            for each in found if isinstance(found, list) else [found]:
                if isinstance(each, Mapping) and "cells" in each:
                    yield each

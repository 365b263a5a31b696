"""The published figures of a report, as its query answered them.

`read` takes the answer of that query and no other; the schema has checked its types, so nothing is checked twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from graph.report.cells import NOTHING, Cell, Figure, Indicator, Level, Period, Splits
from graph.report.editions import Edition, Release, coverage_by_country


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
    indicators: Mapping[str, Indicator]
    current: Edition
    editions: tuple[Edition, ...]
    cells: tuple[Cell, ...]

    @cached_property
    def _places(self) -> Mapping[tuple[Period, str, str, Splits], Cell]:
        return {(cell.period, cell.indicator, cell.area, cell.splits): cell for cell in self.cells}

    @cached_property
    def compared_with(self) -> Period | None:
        """The period that the current one is compared with; none where it is with none."""
        given = self.answer["report"].get("compareWith") or self.answer["report"].get("comparedWith")
        if given and given.get("firstDay"):
            return Period.read(given)
        compares = any(cell.earlier for cell in self.cells if cell.period == self.current.period)
        return self.current.period.year_before if compares else None

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The countries in the current period, in the order of the answer."""
        return tuple(
            dict.fromkeys(
                cell.area for cell in self.cells if cell.level is Level.COUNTRY and cell.period == self.current.period
            )
        )

    def cell(self, indicator: str, area: str, splits: Splits = (), period: Period | None = None) -> Cell | None:
        """A cell of the current period, or of another; none where there is none."""
        return self._places.get((period or self.current.period, indicator, area, splits))

    def figure(self, indicator: str, area: str, splits: Splits = ()) -> Figure:
        """The figure of a cell of the current period; not available where there is no cell."""
        found = self.cell(indicator, area, splits)
        return found.figure if found else NOTHING

    def series(self, indicator: str, area: str, splits: Splits = ()) -> list[tuple[Period, Figure]]:
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


def read(answer: Mapping[str, Any]) -> Report:
    """Read the answer of the report's query.

    Args:
        answer: `indicators`, `report`, and under any other name further reports of the same or of other periods, one
            or a list of them (`years`); cells that several of them hold count once, the first one's.

    Returns:
        The report.
    """
    reports = list(_reports(answer))
    editions: dict[Period, Edition] = {}
    cells: dict[tuple[object, ...], Cell] = {}
    for each in reports:
        period = Period.read(each["period"])
        editions.setdefault(period, Edition(period, Release.read(each.get("release")), coverage_by_country(each)))
        for told in each["cells"]:
            cell = Cell.read(told, period)
            place = (period, cell.indicator, cell.area, cell.splits)
            held = cells.setdefault(place, cell)
            if held.earlier is None and cell.earlier is not None:
                cells[place] = replace(held, earlier=cell.earlier, change=cell.change)
    indicators = [Indicator.read(each) for each in answer["indicators"]]
    current = editions[Period.read(answer["report"]["period"])]
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

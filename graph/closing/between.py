"""What holds by definition between releases: parts add up, stocks rise by who comes, children grow older."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.closing import days_told
from graph.closing.lasting import lasting
from graph.closing.lattice import Cell, categories_of
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.care_stock_at_start import CHILDREN_IN_CARE_BEFORE
from graph.indicators.model import Counts as Kind
from graph.indicators.model import Measure, Once, Taken
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.closing.days_told import SumRow
    from graph.indicators.period import Period

Spanned = tuple[int, "Period"]
"""A release by its number, and its period."""


def between(releases: Sequence[Spanned], measures: Mapping[str, Measure], area: str) -> Iterator[SumRow]:
    """Every row between releases, among the counts of an area; each names a count once, and none with a factor of zero.

    Args:
        releases: one for each period.
        measures: what is counted, by code.
        area: the area.
    """
    for terms, low, high in _all(releases, measures, area):
        factors: dict[tuple[int, Cell], int] = {}
        for number, cell, factor in terms:
            factors[number, cell] = factors.get((number, cell), 0) + factor
        yield [(*place, factor) for place, factor in factors.items() if factor], low, high


def _all(releases: Sequence[Spanned], measures: Mapping[str, Measure], area: str) -> Iterator[SumRow]:
    yield from lasting(releases, measures, area)
    for top, whole in releases:
        for kind in ("quarter", "month"):
            parts = [
                (number, part)
                for number, part in releases
                if part != whole and whole.holds(part) and getattr(part, kind) is not None
            ]
            parts.sort(key=lambda part: part[1].first)
            if parts:
                is_complete = (
                    sum((part.after - part.first).days for _, part in parts) == (whole.after - whole.first).days
                )
                yield from _added(top, [number for number, _ in parts], measures, area, is_complete=is_complete)
                yield from _ends((top, whole), parts, measures, area)
                told, days = _days_of((top, whole), parts), (whole.after - whole.first).days
                yield from days_told.risen(top, told, area, days)
                yield from days_told.aged(top, told, area, days)
                yield from days_told.elsewhere(top, told, area, days)
                for number, part in parts:
                    if part.first == whole.first:
                        yield from days_told.first_day(top, number, measures, area, days)
                    else:
                        yield from days_told.later(top, number, area, days)
                    span = (part.first - whole.first).days, (part.after - whole.first).days
                    yield from days_told.rest(top, number, told, area, (*span, days))
    for later, period in releases:
        for earlier, before in releases:
            if before.after == period.first:
                yield from _eve(earlier, later, measures, area)


def _days_of(whole: Spanned, parts: Sequence[Spanned]) -> list[days_told.StockDay]:
    """The days of a period of which stocks are told, each once, in their order."""
    top, period = whole
    found: dict[int, days_told.StockDay] = {}
    for number, part in ((top, period), *parts):
        for measure, end in ((CHILDREN_IN_CARE_BEFORE, part.first), (CHILDREN_IN_CARE, part.after)):
            found.setdefault((end - period.first).days, days_told.StockDay(number, measure, (end - period.first).days))
    return sorted(found.values(), key=lambda day: day.over)


def adds_up(measure: Measure, cell: Cell) -> bool:
    """Whether a count of the year is the sum of the counts of its quarters."""
    if measure.taken is not Taken.DURING or measure.counts not in (Kind.EVENTS, Kind.DAYS) or measure.each:
        return False
    return measure.dated or Dimension.AGE_GROUP not in cell.split


def grows(measure: Measure, cell: Cell) -> bool:
    """Whether a count of children of a quarter is no more than that of the year. Sex stays; age and home need not."""
    return measure.grows and set(cell.split) <= {Dimension.SEX}


def _added(
    top: int, parts: Sequence[int], measures: Mapping[str, Measure], area: str, *, is_complete: bool
) -> Iterator[SumRow]:
    for measure in measures.values():
        for split in sorted(measure.all_splits) if measure.taken is Taken.DURING else ():
            for categories in categories_of(split):
                cell = Cell(measure.code, area, split, categories)
                terms = [(top, cell, -1), *((part, cell, 1) for part in parts)]
                if adds_up(measure, cell):
                    yield terms, 0 if is_complete else None, 0
                elif measure.counts is Kind.CHILDREN:
                    if is_complete:
                        yield terms, 0, None
                    for part in parts if grows(measure, cell) else ():
                        yield [(part, cell, 1), (top, cell, -1)], None, 0


def _ends(whole: Spanned, parts: Sequence[Spanned], measures: Mapping[str, Measure], area: str) -> Iterator[SumRow]:
    """What counts by the first of several facts in a part that begins with the whole does so there; or by the last."""
    top, period = whole
    for measure in measures.values():
        for number, part in parts:
            is_same = part.first == period.first if measure.once is Once.FIRST else part.after == period.after
            if measure.once is None or not is_same:
                continue
            for split in sorted(measure.all_splits):
                for categories in categories_of(split):
                    cell = Cell(measure.code, area, split, categories)
                    yield [(number, cell, 1), (top, cell, -1)], None, 0


def _eve(earlier: int, later: int, measures: Mapping[str, Measure], area: str) -> Iterator[SumRow]:
    """The eve of a period is the last day of the one before: what nobody tells of it is the same, too."""
    for measure in measures.values():
        for split in sorted(measure.unsaid) if measure.same_as is not None else ():
            assert measure.same_as is not None  # noqa: S101 - the line above
            for categories in categories_of(split):
                eve, day = (Cell(each.code, area, split, categories) for each in (measure, measure.same_as))
                yield [(later, eve, 1), (earlier, day, -1)], 0, 0

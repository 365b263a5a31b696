"""What holds by definition between releases: parts add up, stocks rise by who comes, children grow older."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.closing.lattice import Cell, categories_of
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.care_stock_at_start import CHILDREN_IN_CARE_BEFORE
from graph.indicators.entries import ENTRIES
from graph.indicators.exits import EXITS
from graph.indicators.model import Counts as Kind
from graph.indicators.model import Taken
from graph.indicators.splits import AgeGroup, Dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.indicators.model import Measure
    from graph.indicators.period import Period

Spanned = tuple[int, "Period"]
"""A release by its number, and its period."""
Term = tuple[int, Cell, int]
Row = tuple[list[Term], int | None, int | None]


def between(releases: Sequence[Spanned], measures: Mapping[str, Measure], area: str) -> Iterator[Row]:
    """Every row between releases, among the counts of an area.

    Args:
        releases: one for each period.
        measures: what is counted, by code.
        area: the area.
    """
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
                numbers = [number for number, _ in parts]
                yield from _added(top, numbers, measures, area, is_complete=is_complete)
                yield from _risen(top, numbers, area)
    for later, period in releases:
        for earlier, before in releases:
            if before.after == period.first and not period.is_brief:
                yield from _older(earlier, later, area)


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
) -> Iterator[Row]:
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


def _risen(top: int, parts: Sequence[int], area: str) -> Iterator[Row]:
    """As many come in a period at least as a stock rises between two days of it, and as many leave as it falls."""
    codes = [each.code for each in (CHILDREN_IN_CARE_BEFORE, CHILDREN_IN_CARE, ENTRIES, EXITS)]
    for split in ((), (Dimension.SEX,)):
        for categories in categories_of(split):
            before, after, came, left = (Cell(code, area, split, categories) for code in codes)
            for place, first in enumerate(parts):
                for last in parts[place:]:
                    yield [(last, after, 1), (first, before, -1), (top, came, -1)], None, 0
                    yield [(first, before, 1), (last, after, -1), (top, left, -1)], None, 0


def _older(earlier: int, later: int, area: str) -> Iterator[Row]:
    """Whoever is of an age or older stays so: who was and did not leave is, and who is a group older was, or came."""
    came, left = (Cell(each.code, area, (), ()) for each in (ENTRIES, EXITS))
    groups = [Cell(CHILDREN_IN_CARE.code, area, (Dimension.AGE_GROUP,), (group,)) for group in AgeGroup]
    for place in range(1, len(groups)):
        since, then = groups[place:], groups[place - 1 :]
        yield (
            [*((earlier, cell, 1) for cell in since), *((later, cell, -1) for cell in since), (later, left, -1)],
            None,
            0,
        )
        yield (
            [*((later, cell, 1) for cell in since), *((earlier, cell, -1) for cell in then), (later, came, -1)],
            None,
            0,
        )

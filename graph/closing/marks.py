"""Which counts would tell of a child by themselves: the primary cells.

Small ones (1 to 4 children behind them), full ones (a category that holds a whole group, of which everybody then knows
the category; a rate of one hundred percent), and the counts of rates whose base is smaller than twenty children.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.closing.lattice import Cell, categories_of, divisions
from graph.indicators.model import Counts as Kind
from graph.indicators.model import Part
from graph.indicators.splits import in_order

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from graph.closing.lattice import Areas, Counts
    from graph.indicators.model import Indicator, Measure
    from graph.indicators.splits import Splits

SMALL = 5
"""Fewer children than this are not shown."""
SMALL_BASE = 20
"""A rate over fewer children than this is not shown."""


def primary_cells(
    counts: Counts, indicators: Iterable[Indicator], areas: Areas, impossible: Collection[Cell]
) -> frozenset[Cell]:
    """The cells that may not be shown by themselves.

    Args:
        counts: every cell of the lattice.
        indicators: what is published of them.
        areas: the areas.
        impossible: cells that everybody knows to be zero.
    """
    listed = list(indicators)
    measures = {part.measure.code: part.measure for each in listed for part in each.parts}
    personal = {code for code, measure in measures.items() if measure.counts is not Kind.PLACES}
    found = {cell for cell, count in counts.items() if cell.measure in personal and 0 < count.children < SMALL}
    for measure in measures.values():
        if measure.counts in (Kind.CHILDREN, Kind.EVENTS):
            found.update(_full_categories(measure, counts, areas, impossible))
    for indicator in listed:
        if isinstance(indicator.denominator, Part):
            found.update(_rates(indicator, indicator.denominator, counts, areas))
    return frozenset(found)


def indicator_splits(indicator: Indicator, area: str, areas: Areas) -> list[Splits]:
    """The splits of an indicator that exist in an area."""
    return sorted(indicator.splits_at(areas.level(area), brief=areas.brief))


def part_cell(part: Part, area: str, split: Splits, categories: tuple[str, ...]) -> Cell:
    """The cell of an indicator's numerator or denominator, in one category of a split."""
    chosen = {**dict(zip(split, categories, strict=True)), **part.fixed}
    dimensions = in_order(frozenset(chosen))
    return Cell(part.measure.code, area, dimensions, tuple(chosen[each] for each in dimensions))


def _full_categories(measure: Measure, counts: Counts, areas: Areas, impossible: Collection[Cell]) -> Iterator[Cell]:
    """A category that holds all of its group, where another could have held some."""
    for area in areas.all:
        for group, cells in divisions(measure, area, areas):
            possible = [cell for cell in cells if cell not in impossible]
            if counts[group].amount and len(possible) > 1:
                yield from (cell for cell in possible if counts[cell].amount == counts[group].amount)


def _rates(indicator: Indicator, base: Part, counts: Counts, areas: Areas) -> Iterator[Cell]:
    """The counts of rates over few children, and of rates of which all children of the base are."""
    if base.measure.counts is Kind.PLACES or indicator.numerator.measure.counts is Kind.PLACES:
        return
    is_share = indicator.numerator.measure.part_of is base.measure
    for area in areas.all:
        for split in indicator_splits(indicator, area, areas):
            for categories in categories_of(split):
                over = part_cell(base, area, split, categories)
                counted = part_cell(indicator.numerator, area, split, categories)
                small = 0 < counts[over].children < SMALL_BASE
                full = is_share and 0 < counts[counted].amount == counts[over].amount
                if small or full:
                    yield counted
                if small and base.measure.counts is Kind.SUMS:
                    yield over

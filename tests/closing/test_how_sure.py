"""How far a figure may be off is said, and holds; and where there are not places enough no quotient is said at all."""

from __future__ import annotations

from decimal import Decimal
from math import prod
from typing import TYPE_CHECKING

from graph.closing.lattice import part_cell
from graph.closing.publishing import APPROXIMATE, ROOM, TURNOVER
from graph.indicators.catalogue import all_indicators
from graph.indicators.model import Counts as Kind
from graph.indicators.model import Part, Taken
from graph.indicators.occupancy import PLACES
from graph.indicators.splits import CATEGORIES, Dimension

if TYPE_CHECKING:
    from collections.abc import Sequence

    import asyncpg

    from tests.closing.office import Office, Truth

PUBLISHED = """
SELECT f.indicator, f.area, f.level, f.split_by, f.categories, f.value, f.uncertainty, f.status
FROM published_figure f JOIN release r ON r.id = f.release_id
WHERE r.year = 2025 AND r.quarter IS NULL AND r.revision = 1
"""
INDICATORS = all_indicators()


def split_of(row: asyncpg.Record) -> tuple[tuple[Dimension, ...], tuple[str, ...]]:
    """By what a figure is split, and its categories."""
    named = [each for each in row["split_by"].split(",") if each]
    return tuple(Dimension(each) for each in named), tuple(each for each in row["categories"].split(",") if each)


def amount_of(truth: Truth, part: Part, row: asyncpg.Record) -> int:
    """The count that a figure is made of, as the statistics login reads it."""
    cell = part_cell(part, row["area"], *split_of(row))
    return truth[cell.measure, cell.area, ",".join(cell.split), ",".join(cell.categories)][0]


async def published(office: Office) -> Sequence[asyncpg.Record]:
    """The figures of the year."""
    return await office.operator.fetch(PUBLISHED)


async def test_no_value_is_farther_from_the_truth_than_is_said(office: Office) -> None:
    """Of counts, rates, shares and means alike, worked out by hand from the counts behind them."""
    truth, looked = await office.truth(2025), {False: 0, True: 0}
    for row in await published(office):
        indicator = INDICATORS[row["indicator"]]
        below = indicator.denominator
        if row["status"] != APPROXIMATE or (below is not None and not isinstance(below, Part)):
            continue
        true = Decimal(amount_of(truth, indicator.numerator, row))
        if below is not None:
            among = amount_of(truth, below, row)
            if not among:
                continue
            true = true * indicator.scale / among
        assert abs(row["value"] - true) <= row["uncertainty"], dict(row)
        looked[below is None] += 1
    assert min(looked.values()) > 100, looked


async def test_quotients_are_where_there_are_places_enough(office: Office) -> None:
    """A hundred for each category, of who comes or leaves and of carers twenty times as many; public places decide."""
    truth, seen = await office.truth(2025), set()
    rows = await published(office)
    for row in rows:
        below = INDICATORS[row["indicator"]].denominator
        if isinstance(below, Part) and row["level"] != "FEDERATION":
            places = truth[PLACES.code, row["area"], "", ""][0]
            categories = prod(len(CATEGORIES[dimension]) for dimension in split_of(row)[0])
            is_flow = below.measure.taken is Taken.DURING and below.measure.counts in (Kind.CHILDREN, Kind.EVENTS)
            is_few = is_flow or below.measure.counts is Kind.CARERS
            assert places >= ROOM * categories * (TURNOVER if is_few else 1), dict(row)
            seen.add((row["area"], row["indicator"], row["split_by"]))
    assert seen
    # Where one category has a row each has one, shown or not.
    for area, indicator, split in seen:
        mine = [row for row in rows if (row["area"], row["indicator"], row["split_by"]) == (area, indicator, split)]
        assert len(mine) == prod(len(CATEGORIES[dimension]) for dimension in split_of(mine[0])[0])

"""From protected counts to the figures of a release: every indicator, in every area and category that exist."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

from graph.closing.lattice import categories_of
from graph.closing.marks import indicator_splits, part_cell
from graph.indicators.model import Indicator, Level, National, Part

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from graph.closing.lattice import Areas, Cell, Counts
    from graph.indicators.splits import Splits

PUBLISHED, SUPPRESSED, NOT_AVAILABLE = "PUBLISHED", "SUPPRESSED", "NOT_AVAILABLE"


class Figure(NamedTuple):
    """One row of `published_figure`, without its release."""

    split_by: str
    level: str
    indicator: str
    area: str
    categories: str
    country_code: str
    value: Decimal | None
    numerator: int | None
    denominator: int | None
    status: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """Makes the figures of one release.

    Attributes:
        counts: every cell.
        hidden: the cells that are not shown.
        areas: the areas.
        populations: the children of each country whose population is known.
    """

    counts: Counts
    hidden: Collection[Cell]
    areas: Areas
    populations: Mapping[str, int]

    def figures(self, indicators: Iterable[Indicator]) -> Iterator[Figure]:
        """Every figure of these indicators."""
        for indicator in indicators:
            for area in self.areas.all:
                for split in indicator_splits(indicator, area, self.areas):
                    for categories in categories_of(split):
                        yield self._figure(indicator, area, split, categories)

    def _figure(self, indicator: Indicator, area: str, split: Splits, categories: tuple[str, ...]) -> Figure:
        top = part_cell(indicator.numerator, area, split, categories)
        below, is_hidden = None, top in self.hidden
        match indicator.denominator:
            case Part() as part:
                cell = part_cell(part, area, split, categories)
                below, is_hidden = self.counts[cell].amount, is_hidden or cell in self.hidden
            case National():
                below = self._population(area)
            case None:
                pass
        level = self.areas.level(area)
        country = area if level is Level.COUNTRY else ""
        place = (",".join(split), level, indicator.code, area, ",".join(categories), country)
        if is_hidden:
            return Figure(*place, None, None, None, SUPPRESSED)
        if indicator.denominator is not None and not below:
            return Figure(*place, None, None, None, NOT_AVAILABLE)
        counted = self.counts[top].amount
        return Figure(*place, rounded(indicator, counted, below), counted, below, PUBLISHED)

    def _population(self, area: str) -> int | None:
        """The children of an area; none where one of its countries is not in the register."""
        is_country = self.areas.level(area) is Level.COUNTRY
        within = (area,) if is_country else self.areas.regions.get(area, self.areas.countries)
        known = self.populations
        return sum(known[code] for code in within) if all(code in known for code in within) else None


def rounded(indicator: Indicator, numerator: int, denominator: int | None) -> Decimal:
    """The value as it is shown: halves away from zero, as PostgreSQL rounds."""
    value = Decimal(numerator * indicator.scale) / (denominator or 1)
    return value.quantize(Decimal(1).scaleb(-indicator.decimals), ROUND_HALF_UP)

"""From rounded counts to the figures of a release: every indicator, in every area and category that exist."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from graph.closing.lattice import FEDERATION, Cell, categories_of, part_cell
from graph.indicators.model import AreaLevel, Indicator, National, Part, Taken
from graph.indicators.model import Counts as Kind
from graph.indicators.occupancy import PLACES
from graph.indicators.splits import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.closing.lattice import Areas
    from graph.indicators.splits import Splits

PUBLISHED, APPROXIMATE = "PUBLISHED", "APPROXIMATE"
SUPPRESSED, NOT_AVAILABLE = "SUPPRESSED", "NOT_AVAILABLE"
POINTS = 5
"""A value that may be farther from the truth than so many of its unit is not shown; of ratios and means, hundredths."""
ROOM = 100
"""A quotient is of so many children at least: where an area has fewer places for each category, there is none."""
TURNOVER = 20
"""Of those who come or leave, and of carers, so many times the places are asked for: about one in twenty does so."""
SHARE = Decimal("0.1")
"""Of a ratio or a mean it may also be this share of the value."""


class PublishedCount(NamedTuple):
    """What is said of a count: its figure, and the least and the most that it may be."""

    figure: int
    low: int
    high: int

    @property
    def is_exact(self) -> bool:
        """Whether it is the count itself."""
        return self.low == self.high


class FigureRow(NamedTuple):
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
    uncertainty: Decimal | None
    status: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """Makes the figures of one release.

    Attributes:
        told: what is said of each count; of what is not here, nothing.
        areas: the areas.
        populations: the children of each country whose population is known.
    """

    told: Mapping[Cell, PublishedCount]
    areas: Areas
    populations: Mapping[str, int]

    def figures(self, indicators: Iterable[Indicator]) -> Iterator[FigureRow]:
        """Every figure of these indicators."""
        for indicator in indicators:
            for area in self.areas.all:
                for split in indicator_splits(indicator, area, self.areas):
                    if not self._has_room(indicator, area, split):
                        continue
                    for categories in categories_of(split):
                        yield self._figure(indicator, area, split, categories)

    def _has_room(self, indicator: Indicator, area: str, split: Splits) -> bool:
        """Whether there are places enough for quotients to be told; what everybody knows decides, and no count does."""
        below = indicator.denominator
        if not isinstance(below, Part) or area == FEDERATION:
            return True
        places = self.told.get(Cell(PLACES.code, area, (), ()))
        parts = prod(len(CATEGORIES[dimension]) for dimension in split)
        is_flow = below.measure.taken is Taken.DURING and below.measure.counts in (Kind.CHILDREN, Kind.EVENTS)
        is_few = is_flow or below.measure.counts is Kind.CARERS
        return places is None or places.figure >= ROOM * parts * (TURNOVER if is_few else 1)

    def _figure(self, indicator: Indicator, area: str, split: Splits, categories: tuple[str, ...]) -> FigureRow:
        level = self.areas.level(area)
        country = area if level is AreaLevel.COUNTRY else ""
        place = (",".join(split), level, indicator.code, area, ",".join(categories), country)
        above = self.told.get(part_cell(indicator.numerator, area, split, categories))
        if indicator.denominator is None:
            return FigureRow(*place, *(_HIDDEN if above is None else _count(above)))
        below = self._below(indicator.denominator, area, split, categories)
        return FigureRow(*place, *(_HIDDEN if above is None or below is None else quotient(indicator, above, below)))

    def _below(
        self, denominator: Part | National, area: str, split: Splits, categories: tuple[str, ...]
    ) -> PublishedCount | None:
        """What a figure is divided by; none where that is not said."""
        if isinstance(denominator, Part):
            return self.told.get(part_cell(denominator, area, split, categories))
        children = self._population(area) or 0
        return PublishedCount(children, children, children)

    def _population(self, area: str) -> int | None:
        """The children of an area; none where one of its countries is not in the register."""
        is_country = self.areas.level(area) is AreaLevel.COUNTRY
        within = (area,) if is_country else self.areas.regions.get(area, self.areas.countries)
        known = self.populations
        return sum(known[code] for code in within) if all(code in known for code in within) else None


_Numbers = tuple[Decimal | None, int | None, int | None, Decimal | None, str]
"""Value, numerator, denominator, uncertainty and status."""
_HIDDEN: _Numbers = (None, None, None, None, SUPPRESSED)


def _count(told: PublishedCount) -> _Numbers:
    if told.is_exact:
        return Decimal(told.figure), told.figure, None, None, PUBLISHED
    far = Decimal(max(told.high - told.figure, told.figure - told.low))
    return Decimal(told.figure), told.figure, None, far, APPROXIMATE


def quotient(indicator: Indicator, above: PublishedCount, below: PublishedCount) -> _Numbers:
    """What is shown of a value: nothing where it could be far from the truth.

    Args:
        indicator: whose value it is.
        above: its numerator.
        below: its denominator.
    """
    if not below.high:
        return None, None, None, None, NOT_AVAILABLE
    if not below.figure:
        return _HIDDEN
    value, far = _ratio(indicator, above, below)
    if far > most_uncertain(indicator, value):
        return _HIDDEN
    if above.is_exact and below.is_exact:
        return value, above.figure, below.figure, None, PUBLISHED
    return value, above.figure, below.figure, far, APPROXIMATE


def indicator_splits(indicator: Indicator, area: str, areas: Areas) -> list[Splits]:
    """The splits of an indicator that exist in an area."""
    return sorted(indicator.splits_at(areas.level(area), brief=areas.brief))


def most_uncertain(indicator: Indicator, value: Decimal) -> Decimal:
    """How far a value may be from the truth and is shown."""
    points = Decimal(POINTS)
    return points if indicator.scale > 1 else max(points.scaleb(-indicator.decimals), SHARE * value)


def _ratio(indicator: Indicator, above: PublishedCount, below: PublishedCount) -> tuple[Decimal, Decimal]:
    """The value as it is shown, and how far from it the true one may lie."""
    value = rounded(indicator, above.figure, below.figure)
    is_share = isinstance(indicator.denominator, Part) and is_part(indicator.numerator, indicator.denominator)
    low = Decimal(above.low * indicator.scale) / below.high
    # Of a base that may be nothing there is no value; of one, the least is one.
    high = Decimal(above.high * indicator.scale) / max(below.low, 1)
    if is_share:
        value, high = min(value, Decimal(indicator.scale)), min(high, Decimal(indicator.scale))
    far = max(value - low, high - value, Decimal(0))
    return value, far.quantize(Decimal(1).scaleb(-indicator.decimals), ROUND_CEILING)


def is_part(part: Part, whole: Part) -> bool:
    """Whether what one counts is among what the other counts."""
    measure = part.measure
    same = measure is whole.measure and whole.fixed.items() <= part.fixed.items()
    return same or (measure.part_of is whole.measure and not whole.fixed)


def rounded(indicator: Indicator, numerator: int, denominator: int | None) -> Decimal:
    """The value as it is shown: halves away from zero, as PostgreSQL rounds."""
    value = Decimal(numerator * indicator.scale) / (denominator or 1)
    return value.quantize(Decimal(1).scaleb(-indicator.decimals), ROUND_HALF_UP)

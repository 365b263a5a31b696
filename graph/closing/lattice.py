"""The lattice: every cell of every measure that exists above the office, and the areas that they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from graph.indicators.model import AreaLevel
from graph.indicators.splits import CATEGORIES, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from countries.register.register import Register
    from graph.indicators.model import Measure, Part
    from graph.indicators.splits import Splits

FEDERATION = "FEDERATION"
"""The area of all countries together."""


class Cell(NamedTuple):
    """One count: a measure in an area, whole or in one category of each dimension of a split."""

    measure: str
    area: str
    split: Splits
    categories: tuple[str, ...]


class Count(NamedTuple):
    """What a cell holds: the count, and how many children are behind it."""

    amount: int
    children: int


NOTHING = Count(0, 0)
CellCounts = dict[Cell, Count]


@dataclass(frozen=True, slots=True)
class Areas:
    """The areas of a release.

    Attributes:
        countries: their codes, sorted.
        regions: the countries of each region that has some.
        brief: whether the release is of a quarter or a month, of which there are fewer figures.
    """

    countries: tuple[str, ...]
    regions: Mapping[str, tuple[str, ...]]
    brief: bool = False

    @classmethod
    def of(cls, codes: Iterable[str], register: Register, *, brief: bool = False) -> Areas:
        """The areas that countries make up."""
        listed = tuple(sorted(codes))
        regions: dict[str, list[str]] = {}
        for code in listed:
            regions.setdefault(register[code].region.value, []).append(code)
        return cls(listed, {region: tuple(within) for region, within in sorted(regions.items())}, brief)

    @property
    def all(self) -> tuple[str, ...]:
        """The federation, its regions, its countries."""
        return (FEDERATION, *self.regions, *self.countries)

    def sums(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each area that is made up of others, and those."""
        if self.regions:
            yield FEDERATION, tuple(self.regions)
        yield from self.regions.items()

    def level(self, area: str) -> AreaLevel:
        """What an area is."""
        if area == FEDERATION:
            return AreaLevel.FEDERATION
        return AreaLevel.REGION if area in self.regions else AreaLevel.COUNTRY

    def around(self, country: str) -> tuple[str, ...]:
        """The areas that a country counts in."""
        return (country, *(region for region, within in self.regions.items() if country in within), FEDERATION)


def categories_of(split: Splits) -> Iterator[tuple[str, ...]]:
    """Every combination of categories of a split; the whole has one, which is empty."""
    yield from product(*(CATEGORIES[each] for each in split))


def splits_of(measure: Measure, area: str, areas: Areas) -> list[Splits]:
    """The splits of a measure that exist in an area."""
    return sorted(measure.splits_at(areas.level(area), brief=areas.brief))


def cells_of(measure: Measure, area: str, areas: Areas) -> Iterator[Cell]:
    """Every cell of a measure in an area."""
    for split in splits_of(measure, area, areas):
        for categories in categories_of(split):
            yield Cell(measure.code, area, split, categories)


def part_cell(part: Part, area: str, split: Splits, categories: tuple[str, ...]) -> Cell:
    """The cell of an indicator's numerator or denominator, in one category of a split."""
    chosen = {**dict(zip(split, categories, strict=True)), **part.fixed}
    dimensions = in_order(frozenset(chosen))
    return Cell(part.measure.code, area, dimensions, tuple(chosen[each] for each in dimensions))


def divisions(measure: Measure, area: str, areas: Areas) -> Iterator[tuple[Cell, list[Cell]]]:
    """Each cell of a measure in an area that a dimension divides, and the categories into which it does."""
    splits = splits_of(measure, area, areas)
    for split in splits:
        for place, dimension in enumerate(split):
            rest = (*split[:place], *split[place + 1 :])
            if rest in splits:
                for others in categories_of(rest):
                    yield (
                        Cell(measure.code, area, rest, others),
                        [
                            Cell(measure.code, area, split, (*others[:place], category, *others[place:]))
                            for category in CATEGORIES[dimension]
                        ],
                    )


def add_up(counts: Mapping[Cell, Count], measures: Iterable[Measure], areas: Areas) -> CellCounts:
    """From counts of countries to every cell of the lattice.

    Args:
        counts: those that are not zero.
        measures: what was counted.
        areas: the areas.
    """
    known = {measure.code: measure for measure in measures}
    full: CellCounts = {
        cell: NOTHING for measure in known.values() for area in areas.all for cell in cells_of(measure, area, areas)
    }
    for cell, count in counts.items():
        for area in areas.around(cell.area):
            place = cell._replace(area=area)
            before = full.get(place)
            if before is not None:
                full[place] = Count(before.amount + count.amount, before.children + count.children)
    return full

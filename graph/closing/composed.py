"""Of which countries areas are made in each release: one that joined is in none of the sums that were out before.

A count of a region with a country more is another count. It has another name and another sum, and nothing holds between
the two but what holds country by country.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.closing.lattice import Areas, Cell
    from graph.closing.stated import Stated


class Composed:
    """Says of which countries areas are made.

    Args:
        releases: the new one first.
        areas: the areas of the new one.
    """

    def __init__(self, releases: Sequence[Stated], areas: Areas) -> None:
        self._areas = areas
        self._there = [{cell.area for cell in (*each.figures, *each.zeros)} for each in releases]
        self._within = {area: frozenset(areas.regions.get(area, areas.countries)) for area in areas.all}
        self._within |= {country: frozenset({country}) for country in areas.countries}
        self._numbers = {id(each): number for number, each in enumerate(releases)}

    def of(self, number: int, area: str) -> frozenset[str]:
        """The countries of an area in a release."""
        return self._within[area] & self._there[number]

    def mark(self, release: Stated, cell: Cell) -> str:
        """What tells a count from that of the same name with other countries; nothing, where all are there."""
        lacking = self._within[cell.area] - self._there[self._numbers[id(release)]]
        return f"|without {','.join(sorted(lacking))}" if lacking else ""

    def parts(self, number: int, within: Sequence[str]) -> list[str]:
        """Those of the areas that make up another which a release has."""
        return [each for each in within if each in self._there[number]]

    def alike(self, numbers: Sequence[int], area: str) -> Iterator[list[int]]:
        """Releases in which an area is made of the same countries, together."""
        found: dict[frozenset[str], list[int]] = {}
        for number in numbers:
            found.setdefault(self.of(number, area), []).append(number)
        yield from found.values()

"""Child populations for the demonstration: of a plausible size, the same each time, and called what they are."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from graph.database.populations import ChildPopulation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SOURCE = "Synthetic, for the demonstration"
SMALLEST, LARGEST = 400_000, 20_000_000
GROWTH = 0.012
"""How far a population goes up or down in a year, at most."""


def demonstration_populations(codes: Iterable[str], years: Iterable[int]) -> Iterator[ChildPopulation]:
    """A population for each country and year."""
    listed = sorted(years)
    for code in codes:
        rng = Random(code)
        children = rng.randint(SMALLEST, LARGEST)
        for year in listed:
            yield ChildPopulation(code, year, children, SOURCE)
            children = round(children * (1 + rng.uniform(-GROWTH, GROWTH)))

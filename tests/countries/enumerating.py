"""An attacker who knows how figures are made: of every world that there could be, would it have been told like this?

It asks what it attacks for what would be said, and for nothing else. A world is its counts; what is said of one is an
outcome, or several of them, each with its chance. Before anything is said all worlds are alike to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

World = tuple[int, ...]
Outcome = TypeVar("Outcome", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Behind:
    """The worlds that may be behind an outcome, each with how likely it is that it would have been told so."""

    worlds: Mapping[World, Fraction]

    def values(self, count: Callable[[World], int]) -> dict[int, Fraction]:
        """What a count may be, and how likely each of these is."""
        found: dict[int, Fraction] = defaultdict(Fraction)
        for world, chance in self.worlds.items():
            found[count(world)] += chance
        every = sum(found.values())
        return {value: chance / every for value, chance in sorted(found.items())}

    def best(self, count: Callable[[World], int]) -> Fraction:
        """How often the best guess of a count is right."""
        return max(self.values(count).values())

    @property
    def weight(self) -> Fraction:
        """How often this is what is said."""
        return sum(self.worlds.values(), Fraction())


def behind(
    worlds: Iterable[World], told: Callable[[World], Iterable[tuple[Outcome, Fraction]]]
) -> dict[Outcome, Behind]:
    """All that can be said, and what is behind it.

    Args:
        worlds: every one that there could be.
        told: what is said of one, with chances that add up to one.
    """
    found: dict[Outcome, dict[World, Fraction]] = defaultdict(dict)
    for world in worlds:
        for outcome, chance in told(world):
            found[outcome][world] = found[outcome].get(world, Fraction()) + chance
    return {outcome: Behind(whose) for outcome, whose in found.items()}

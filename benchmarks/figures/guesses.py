"""How often whoever guesses a count from its figure would be right."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ALIKE = 25
"""From so many on, figures differ in nothing but their size: guesses are by how far the count lies from the figure."""


@dataclass(frozen=True, slots=True)
class Odds:
    """Of so many figures, how many counts a guesser tells who knows how counts are spread over the federation.

    For every figure the count that is most often behind it is what is guessed: nobody who sees one figure alone can do
    better, and none does as well who has not seen the counts.

    Attributes:
        right: how many guesses are right.
        figures: of how many.
    """

    right: int
    figures: int

    @property
    def share(self) -> float | None:
        """The part of guesses that are right; none without figures."""
        return self.right / self.figures if self.figures else None


def odds(counts: Iterable[tuple[int, int]]) -> Odds:
    """The best guess's odds.

    Args:
        counts: each figure, and the count behind it.
    """
    behind: dict[int, Counter[int]] = defaultdict(Counter)
    for figure, count in counts:
        behind[min(figure, ALIKE)][count - figure] += 1
    return Odds(sum(max(each.values()) for each in behind.values()), sum(each.total() for each in behind.values()))

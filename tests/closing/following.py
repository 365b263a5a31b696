"""What follows from relations: by linear programs over counts that have no end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

import highspy
import numpy as np

NEARLY = 1e-7
"""How far a number of the solver may be from zero."""
Terms = Iterable[tuple[Hashable, int]]
Row = tuple[Terms, int | None, int | None]
Kept = tuple[Mapping[Hashable, int], int | None, int | None]


class Following:
    """What is said of counts, and what follows.

    Args:
        rows: counts with factors, and the least and the most of their sum, which is zero or nothing.
        counts: further ones that may be asked for.
    """

    def __init__(self, rows: Iterable[Row], counts: Iterable[Hashable] = ()) -> None:
        kept = [(gathered(terms), low, high) for terms, low, high in rows]
        asked = dict.fromkeys(counts)
        every = [*(count for terms, _, _ in kept for count in terms), *asked]
        self._whole = _Program(kept, every)
        # Most of what follows does from what is said of the asked counts alone.
        near = [row for row in kept if row[0].keys() <= asked.keys()]
        self._near = _Program(near, asked)

    def implies(self, terms: Terms) -> bool:
        """Whether a sum is never below zero; a relation that can be broken can be broken by much."""
        cost = gathered(terms)
        return (self._near is not self._whole and self._near.implies(cost)) or self._whole.implies(cost)

    def ignore(self, number: int) -> Callable[[], None]:
        """Leave a row out; what comes back takes it in again, where that says that a sum is not above zero."""
        self._near = self._whole
        return self._whole.ignore(number)


class _Program:
    """Counts under rows."""

    def __init__(self, rows: Iterable[Kept], counts: Iterable[Hashable]) -> None:
        self._place = {count: place for place, count in enumerate(dict.fromkeys(counts))}
        self._solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # the solver has no types
        self._solver.silent()
        # The solver's threads are one pool of the process, which others make with one.
        self._solver.setOptionValue("threads", 1)
        for _ in self._place:
            self._solver.addVar(0.0, 1.0)
        for terms, low, high in rows:
            assert {low, high} <= {0, None}
            least, most = (-highspy.kHighsInf if low is None else low), (highspy.kHighsInf if high is None else high)
            places = np.array([self._place[count] for count in terms], dtype=np.int32)
            self._solver.addRow(least, most, len(places), places, np.array([*terms.values()], dtype=np.float64))

    def implies(self, terms: Mapping[Hashable, int]) -> bool:
        """Whether a sum is never below zero."""
        cost = np.zeros(len(self._place))
        for count, factor in terms.items():
            if count not in self._place:
                return False
            cost[self._place[count]] += factor
        self._solver.changeColsCost(len(cost), np.arange(len(cost), dtype=np.int32), cost)
        self._solver.run()
        assert self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return bool(self._solver.getInfo().objective_function_value > -NEARLY)

    def ignore(self, number: int) -> Callable[[], None]:
        """Leave a row out, and take it in again."""
        self._solver.changeRowBounds(number, -highspy.kHighsInf, highspy.kHighsInf)
        return lambda: self._solver.changeRowBounds(number, -highspy.kHighsInf, 0.0)


def gathered(terms: Terms) -> Mapping[Hashable, int]:
    """Each count once."""
    found: dict[Hashable, int] = defaultdict(int)
    for count, factor in terms:
        found[count] += factor
    return {count: factor for count, factor in found.items() if factor}

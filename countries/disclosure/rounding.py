"""Controlled random rounding: each count becomes a neighbouring multiple of its base, drawn with a key.

A count goes up with the probability of its remainder, so that rounding is unbiased, and never farther than to the
next multiple: with a base of five a figure r says that the count is one of r - 4 to r + 4. Which way it goes hangs on a
number that a key and the count's own name give, so that the same count is the same figure wherever it is published.

Figures are to add up. Of all ways to round, a small integer program takes one that keeps to relations as far as it can,
with the draws as prices of going the other way. Keeping is a price and no condition: every way to round stays possible,
whatever the counts are, nothing can fail, and whoever knows all this learns from a figure no more than its interval.

Counts are rounded in groups (an area's), the areas that others add up to first; then the others one after the other,
each to what is still missing from the sums.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from math import log
from typing import TYPE_CHECKING, Any

import highspy
import numpy as np

from countries.disclosure.solver import ProgramRows, program_of, solver_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

INFINITE = highspy.kHighsInf
BITS = 53
TOGETHER = 400.0
"""What it costs that a relation is missed by one base; a draw alone hardly ever costs as much."""
STEERED = (1.0, 3.0, 6.0, 12.0, 24.0, 48.0, 96.0, 192.0)
"""What it costs that a sum of other areas is missed, each time that groups are rounded again to what sums lack.

First those go the other way that hardly lean to one.
"""
UNIT = 5
"""What that moves by of which nothing is published."""
HALF = 0.5
GAP = 0.0
"""How near to the best way another one is good enough."""
NODES = 200
"""How many branches are followed for one group; the best way found so far is as good a way as any."""


@dataclass(frozen=True, slots=True)
class CountToRound:
    """One count that is to be rounded.

    Attributes:
        name: what the count is, in whatever release it stands.
        value: the count, zero or more.
        base: what its figure is a multiple of.
        most: what public registers leave at most; none where they do not say.
        earlier: the count and the figure of an earlier release, where it has been published.
        weight: how much it matters that sums of it add up.
        stiffness: how much it matters that it goes the way that is drawn for it.
    """

    name: str
    value: int
    base: int = 5
    most: int | None = None
    earlier: tuple[int, int] | None = None
    weight: float = 1.0
    stiffness: float = 1.0

    @property
    def ways(self) -> tuple[int, ...]:
        """The figures that it may become: its neighbours, but what is out stays while the count is the same.

        A count that has grown does not become a smaller figure than it was, nor one that has shrunk a larger one.
        """
        low = self.value - self.value % self.base
        ways = (low,) if low == self.value else (low, low + self.base)
        if self.most is not None and len(ways) > 1 and ways[1] > self.most:
            ways = (low,)
        if self.earlier is None:
            return ways
        value, figure = self.earlier
        if value == self.value:
            return (figure,)
        kept = tuple(each for each in ways if (each >= figure if self.value > value else each <= figure))
        return kept or ways


@dataclass(frozen=True, slots=True)
class Bound:
    """That a sum of counts lies between two numbers.

    Attributes:
        terms: index and factor of each count.
        low: the least; none where there is no bound.
        high: the most; as `low`.
    """

    terms: tuple[tuple[int, int], ...]
    low: int | None
    high: int | None

    def holds(self, world: Mapping[int, int]) -> bool:
        """Whether it does, of numbers by index."""
        total = sum(factor * world[index] for index, factor in self.terms)
        return (self.low is None or total >= self.low) and (self.high is None or total <= self.high)


@dataclass(frozen=True, slots=True)
class CountTable:
    """All counts of a release.

    Attributes:
        counts: every one.
        groups: their indexes, an area at a time, those that others add up to first.
        bounds: relations within groups, by group. What is no index of a count is something that nobody publishes.
        sums: a count, and those of other groups that it is the sum of.
    """

    counts: Sequence[CountToRound]
    groups: Sequence[Sequence[int]]
    bounds: Sequence[Sequence[Bound]]
    sums: Sequence[tuple[int, tuple[int, ...]]]


def rounded(table: CountTable, key: bytes) -> list[int]:
    """The figure of each count.

    Args:
        table: counts, and how they are to add up.
        key: of the randomness.
    """
    return _Rounding(table, key).run()


def draw(name: str, key: bytes) -> float:
    """A number between zero and one that a name has under a key; whoever lacks the key cannot tell it from chance."""
    digest = hmac.new(key, name.encode(), hashlib.sha256).digest()
    return ((int.from_bytes(digest[:8]) >> (64 - BITS)) + HALF) / (1 << BITS)


def leaning(count: CountToRound, key: bytes) -> float:
    """How much a count leans to going up: above zero as often as its remainder asks for."""
    share, drawn = (count.value % count.base) / count.base, draw(count.name, key)
    found: float = log(share / (1 - share)) + log(drawn / (1 - drawn))
    return found


@dataclass(slots=True)
class _Rounding:
    table: CountTable
    key: bytes
    figures: list[int] = field(default_factory=list)
    _missing: list[int] = field(default_factory=list)
    _sums: list[list[tuple[int, int]]] = field(default_factory=list)

    def run(self) -> list[int]:
        table = self.table
        ways = [count.ways for count in table.counts]
        leans = [
            count.stiffness * leaning(count, self.key) if len(way) > 1 else 0.0
            for count, way in zip(table.counts, ways, strict=True)
        ]
        self.figures = [way[0] for way in ways]
        self._sums = [[] for _ in table.counts]
        for number, (whole, parts) in enumerate(table.sums):
            self._sums[whole].append((number, 1))
            for part in parts:
                self._sums[part].append((number, -1))
        programs = [
            _GroupProgram(
                [(index, ways[index], leans[index], table.counts[index].base) for index in group], table.bounds[number]
            )
            for number, group in enumerate(table.groups)
        ]
        # The first group is what the others add up to: it is rounded by itself, and they to it.
        for index, figure in programs[0].solved({}).items():
            self.figures[index] = figure
        for number in range(1, len(programs)):
            self._take(programs[number].solved({}))
        self._missing = [self.figures[whole] - sum(self.figures[part] for part in parts) for whole, parts in table.sums]
        for price in STEERED:
            if not any(self._missing):
                break
            for program in programs:
                if any(self._missing[number] for index in program.open for number, _ in self._sums[index]):
                    self._again(program, price)
        return self.figures

    def _take(self, found: Mapping[int, int]) -> None:
        for index, figure in found.items():
            self.figures[index] = figure

    def _again(self, program: _GroupProgram, steered: float) -> None:
        """Round a group once more, to what the sums lack without it."""
        steer: dict[int, float] = {}
        for index in program.open:
            low, high = program.ends[index]
            now, base = self.figures[index], high - low
            price = steered * self.table.counts[index].weight / base
            for number, sign in self._sums[index]:
                wanted = now - sign * self._missing[number]
                steer[index] = steer.get(index, 0.0) + price * (abs(wanted - low) - abs(wanted - high))
        for index, figure in program.solved(steer).items():
            for number, sign in self._sums[index]:
                self._missing[number] += sign * (figure - self.figures[index])
            self.figures[index] = figure


class _GroupProgram:
    """One group as an integer program: each open count goes up or not, each relation is missed by something or not."""

    def __init__(self, counts: Sequence[tuple[int, tuple[int, ...], float, int]], bounds: Sequence[Bound]) -> None:
        self.open = [index for index, ways, _, _ in counts if len(ways) > 1]
        self.ends = {index: (ways[0], ways[-1]) for index, ways, _, _ in counts}
        self._bases = {index: base for index, _, _, base in counts}
        self._leans = np.array([lean for _, ways, lean, _ in counts if len(ways) > 1])
        self._place = {index: place for place, index in enumerate(self.open)}
        for bound in bounds:
            for index, _ in bound.terms:
                if index not in self.ends:
                    self._place.setdefault(index, len(self._place))
        self._rows = [row for row in map(self._row, bounds) if row is not None]
        self._solver: Any = None

    def _row(self, bound: Bound) -> tuple[list[int], list[float], float, float] | None:
        """A relation on what is open, in units of the smallest step that it can be missed by."""
        scale = float(min(abs(factor) * self._bases.get(index, UNIT) for index, factor in bound.terms))
        constant = sum(factor * self.ends[index][0] for index, factor in bound.terms if index in self.ends)
        places = [self._place[index] for index, _ in bound.terms if index in self._place]
        steps = [
            factor * (self.ends[index][1] - self.ends[index][0] if index in self.ends else UNIT) / scale
            for index, factor in bound.terms
            if index in self._place
        ]
        # Days may lie beside their figures by less than those of one child.
        drift = sum(abs(factor) * (self._bases.get(index, UNIT) // 5 - 1) for index, factor in bound.terms) / scale
        least = -INFINITE if bound.low is None else (bound.low - constant) / scale - drift
        most = INFINITE if bound.high is None else (bound.high - constant) / scale + drift
        return (places, steps, least, most) if places else None

    def solved(self, steer: Mapping[int, float]) -> dict[int, int]:
        """The figure of each open count.

        Args:
            steer: how much more a count leans to going up.
        """
        if not self.open:
            return {}
        leans = self._leans + np.array([steer.get(index, 0.0) for index in self.open])
        ups = self._best(leans)
        return {index: self.ends[index][int(up)] for index, up in zip(self.open, ups, strict=True)}

    def _best(self, leans: Any) -> Any:  # noqa: ANN401 - arrays of numbers
        if self._solver is None:
            self._solver = solver_of(self._model(), mip_max_nodes=NODES, mip_rel_gap=GAP)
        size = len(self.open)
        self._solver.changeColsCost(size, np.arange(size, dtype=np.int32), -leans)
        self._solver.run()
        solution = self._solver.getSolution()
        return np.asarray(solution.col_value)[:size] > HALF if solution.value_valid else leans > 0

    def _model(self) -> Any:  # noqa: ANN401 - the solver has no types
        size, every, many = len(self.open), len(self._place), len(self._rows)
        costs = np.concatenate([np.zeros(every), np.full(2 * many, TOGETHER)])
        mosts = np.concatenate([np.ones(size), np.full(every - size + 2 * many, INFINITE)])
        numbers, columns, factors = [], [], []
        for number, (places, those, _, _) in enumerate(self._rows):
            columns += [*places, every + number, every + many + number]
            factors += [*those, 1.0, -1.0]
            numbers += [number] * (len(places) + 2)
        lows = np.array([least for _, _, least, _ in self._rows], dtype=np.float64)
        highs = np.array([most for _, _, _, most in self._rows], dtype=np.float64)
        whole = np.arange(every + 2 * many) < size
        return program_of(costs, mosts, ProgramRows(numbers, columns, factors, lows, highs), whole)

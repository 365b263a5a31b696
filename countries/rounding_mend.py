"""A federation in whole numbers, mended: a country moves within its rooms by what sums above it lack.

Countries are made whole one after the other, and sums of them come out beside their rooms by a child or two. Then one
country, with all that its counts add up to, moves by whole numbers: every relation is kept, what has room keeps it, and
what lacks room comes nearer to it. So this makes no fault, and is done until nothing comes nearer any more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import highspy
import numpy as np

from countries.rounding_claims import UNBOUND
from countries.solver import solver_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from countries.rounding_whole import Group, Rooms

INFINITE = highspy.kHighsInf
NEARER = 100.0
"""What it is worth that a count comes one nearer to its room, in moves of others."""
HIDDEN = 0.01
"""What a move of that costs of which nothing is said."""
NODES = 40
"""How many branches are followed for one country."""
AT_ONCE = (1, 6)
"""So many countries move at once: one after the other, then a few, also of two regions; then those of a region."""
GAP = 0.05
"""How near to the best is near enough."""
FAR = 8
"""By how much a count moves at most at once, in bases of five."""


@dataclass(slots=True)
class Mending:
    """Mends a federation.

    Args:
        groups: the areas.
        sums: of each area, its sums: a count, and those that it is the sum of.
        above: the sums that a count is in.
        rooms: what room counts are to have.
        world: the federation; it is changed.
        regions: the numbers of the countries of each region: they are asked at once, last.
    """

    groups: Sequence[Group]
    sums: Sequence[Mapping[int, tuple[int, ...]]]
    above: Mapping[int, Sequence[int]]
    rooms: Rooms
    world: dict[int, int]
    regions: Sequence[Sequence[int]] = ()
    _of: dict[int, int] = field(default_factory=dict)
    _missed: dict[int, int] = field(default_factory=dict)
    _over: dict[int, set[int]] = field(default_factory=dict)

    def run(self) -> None:
        """Ask every country below what lacks room, until nothing does or nothing helps."""
        self._of = {index: number for number, group in enumerate(self.groups) for index in group.members}
        self._missed = {index: miss for index in self.world if (miss := self._miss(index))}
        countries = [number for number in range(1, len(self.groups)) if not self.sums[number]]
        parts = [countries[at : at + size] for size in AT_ONCE for at in range(0, len(countries), size)]
        for part in (*parts, *self.regions):
            if not self._missed:
                return
            self._ask(part)

    def _miss(self, index: int) -> int:
        """By how much a count is to move to be in its room."""
        low, high = self._room(index)
        return max(low - self.world[index], 0) + min(high - self.world[index], 0)

    def _room(self, index: int) -> tuple[int, int]:
        claim = self.rooms.claims[index]
        if claim.figure is None or index in self.rooms.hidden:
            return 0, UNBOUND if claim.most is None else claim.most
        return claim.room(self.rooms.story)

    def _ask(self, countries: Sequence[int]) -> None:
        """Some countries move, where that may bring anything nearer."""
        above = self._areas(countries)
        if not any(self._of[index] in above or self._of[index] in countries for index in self._missed):
            return
        members = [index for number in (*countries, *above) for index in self.groups[number].members]
        for index, move in zip(members, _Move(self, members, countries, above).moves(), strict=True):
            if move:
                self.world[index] += move
                self._missed.pop(index, None)
                if miss := self._miss(index):
                    self._missed[index] = miss

    def _areas(self, countries: Sequence[int]) -> list[int]:
        """The areas above some."""
        found: set[int] = set()
        asked = [*countries]
        while asked:
            number = asked.pop()
            if number not in self._over:
                self._over[number] = {
                    self._of[whole] for index in self.groups[number].members for whole in self.above.get(index, ())
                }
            asked += self._over[number] - found
            found |= self._over[number]
        return sorted(found)

    def ends(self, index: int) -> tuple[int, int, int]:
        """By how much a count may move, down and up, and by how much it is to move."""
        (low, high), now = self._room(index), self.world[index]
        miss = self._missed.get(index, 0)
        # What lies beside its room moves towards it alone.
        return (min(low - now, 0) if miss <= 0 else 0), (max(high - now, 0) if miss >= 0 else 0), miss

    def says(self, index: int) -> bool:
        """Whether anything is said of a count."""
        return self.rooms.claims[index].figure is not None and index not in self.rooms.hidden


class _Move:
    """Whole moves of counts: by what is wanted, at a gain; and up and down otherwise, at a price."""

    def __init__(
        self, mending: Mending, members: Sequence[int], countries: Sequence[int], above: Sequence[int]
    ) -> None:
        self._size = size = len(members)
        self._place = {index: number for number, index in enumerate(members)}
        self._columns: list[int] = []
        self._factors: list[float] = []
        self._starts, self._lows, self._highs = [0], [], []  # type: ignore[var-annotated]
        claims = mending.rooms.claims
        ends = np.array([mending.ends(index) for index in members], dtype=np.float64)
        units = np.array([max(1, claims[index].base // 5) for index in members], dtype=np.float64)
        within = {index for number in countries for index in mending.groups[number].members}
        far = np.where([index in within for index in members], FAR * units, INFINITE)
        down, up = np.maximum(ends[:, 0], -far), np.minimum(ends[:, 1], far)
        wanted = np.clip(ends[:, 2], down, up)
        sums = {whole: parts for area in above for whole, parts in mending.sums[area].items()}
        for whole, parts in sums.items():
            self._row([(whole, -1), *((part, 1) for part in parts if part in self._place)], 0.0, 0.0)
        for area in (*countries, *above):
            for bound in mending.groups[area].bounds:
                if all(index in sums for index, _ in bound.terms):
                    # It holds as it holds in all countries.
                    continue
                total = sum(factor * mending.world[index] for index, factor in bound.terms)
                # What does not hold comes no farther from it.
                low = -INFINITE if bound.low is None else min(float(bound.low - total), 0.0)
                self._row(bound.terms, low, INFINITE if bound.high is None else max(float(bound.high - total), 0.0))
        gain = NEARER * np.array([min(claims[index].weight, 10.0) for index in members]) / units
        price = np.where([mending.says(index) for index in members], 1.0, HIDDEN) / units
        price = np.where([index in sums for index in members], 0.0, price)
        self._model = model = highspy.HighsLp()
        model.num_col_, model.num_row_ = 2 * size, len(self._lows)
        # What is wanted is all that it may move by, that way.
        model.col_cost_ = np.concatenate([np.where(wanted > 0, -gain, price), np.where(wanted < 0, -gain, price)])
        model.col_lower_ = np.zeros(2 * size)
        model.col_upper_ = np.concatenate([np.where(wanted > 0, wanted, up), np.where(wanted < 0, -wanted, -down)])
        model.row_lower_, model.row_upper_ = np.array(self._lows), np.array(self._highs)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(self._starts, dtype=np.int32)
        model.a_matrix_.index_ = np.array(self._columns, dtype=np.int32)
        model.a_matrix_.value_ = np.array(self._factors, dtype=np.float64)
        model.integrality_ = [highspy.HighsVarType.kInteger] * (2 * size)

    def _row(self, terms: Sequence[tuple[int, int]], low: float, high: float) -> None:
        for index, factor in terms:
            at = self._place[index]
            self._columns += [at, at + self._size]
            self._factors += [float(factor), -float(factor)]
        self._starts.append(len(self._columns))
        self._lows.append(low)
        self._highs.append(high)

    def moves(self) -> list[int]:
        """By how much each moves; not at all where nothing was found."""
        solver = solver_of(self._model, mip_max_nodes=NODES, mip_rel_gap=GAP)
        solver.run()
        solution = solver.getSolution()
        if not solution.value_valid:
            return [0] * self._size
        ways = np.round(np.asarray(solution.col_value)).reshape(2, self._size)
        return [int(each) for each in (ways[0] - ways[1]).tolist()]

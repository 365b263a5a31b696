"""By how much counts of some countries move, in whole numbers, so that what lacks room comes nearer to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import highspy
import numpy as np

from countries.solver import solver_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from countries.rounding_mend import Mending

INFINITE = highspy.kHighsInf
NEARER = 100.0
"""What it is worth that a count comes one nearer to its room, in moves of others."""
OUT = 100.0
"""What is out comes before all that is new."""
GIVEN = 20.0
"""What each move costs that may take others out of their rooms, for the sake of what readers miss most."""
HIDDEN = 0.01
"""What a move of that costs of which nothing is said."""
NODES = 40
"""How many branches are followed for one country."""
NEAR = 1e-4
"""How near to a whole number is one: nearer takes ten times as long, and what comes of it is looked at anyhow."""
GAP = 0.05
"""How near to the best is near enough."""
FAR = 8
"""By how much a count moves at most at once, in bases of five."""


class Move:
    """Whole moves of counts: by what is wanted, at a gain; and up and down otherwise, at a price.

    Args:
        mending: the federation.
        members: all counts of the areas that move.
        countries: the numbers of those that others hang on.
        above: and of those that hang on others.
        first: a count that others give way to.
    """

    def __init__(
        self,
        mending: Mending,
        members: Sequence[int],
        countries: Sequence[int],
        above: Sequence[int],
        first: int | None,
    ) -> None:
        self._mending, self._members, self._first = mending, members, first
        self._size = len(members)
        self._place = {index: number for number, index in enumerate(members)}
        self._columns: list[int] = []
        self._factors: list[float] = []
        self._starts = [0]
        self._lacks: list[float] = []
        self._lows: list[float] = []
        self._highs: list[float] = []
        shape = mending.shape
        sums = {whole: parts for area in above for whole, parts in shape.sums[area].items()}
        for whole, parts in sums.items():
            self._row([(whole, -1), *((part, 1) for part in parts if part in self._place)], 0.0, 0.0)
        for area in (*countries, *above):
            for bound in shape.groups[area].bounds:
                # Among sums alone it holds as it holds in all countries.
                if not all(index in sums for index, _ in bound.terms):
                    total = sum(factor * mending.world[index] for index, factor in bound.terms)
                    low = -INFINITE if bound.low is None else float(bound.low - total)
                    high = INFINITE if bound.high is None else float(bound.high - total)
                    self._row(bound.terms, low, high, lacks=max(low, -high, 0.0))
        within = {index for number in countries for index in shape.groups[number].members}
        self._model = self._program(sums, within)

    def _program(self, sums: Collection[int], within: Collection[int]) -> Any:  # noqa: ANN401 - the solver has no types
        """What moves cost and gain, and how far they go."""
        mending, members, size, more = self._mending, self._members, self._size, len(self._lacks)
        ends = np.array([mending.ends(index, self._first) for index in members], dtype=np.float64)
        units = np.array([max(1, mending.rooms.claims[index].base // 5) for index in members], dtype=np.float64)
        far = np.where([index in within for index in members], FAR * units, INFINITE)
        down, up = np.maximum(ends[:, 0], -far), np.minimum(ends[:, 1], far)
        wanted = np.clip(ends[:, 2], down, up)
        gain = NEARER * np.array([mending.worth(index) for index in members]) / units
        said = 1.0 if self._first is None else GIVEN
        price = np.where([mending.says(index) for index in members], said, HIDDEN) / units
        price = np.where([index in sums for index in members], 0.0, price)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = 2 * size + more, len(self._lows)
        # What is wanted is all that it may move by, that way.
        gains = np.where(wanted > 0, -gain, price), np.where(wanted < 0, -gain, price)
        model.col_cost_ = np.concatenate([*gains, np.full(more, NEARER * OUT)])
        model.col_lower_ = np.zeros(2 * size + more)
        ways = np.where(wanted > 0, wanted, up), np.where(wanted < 0, -wanted, -down)
        model.col_upper_ = np.concatenate([*ways, np.array(self._lacks)])
        model.row_lower_, model.row_upper_ = np.array(self._lows), np.array(self._highs)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(self._starts, dtype=np.int32)
        model.a_matrix_.index_ = np.array(self._columns, dtype=np.int32)
        model.a_matrix_.value_ = np.array(self._factors, dtype=np.float64)
        child, part = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
        model.integrality_ = [child] * (2 * size) + [part] * more
        return model

    def _row(self, terms: Sequence[tuple[int, int]], low: float, high: float, lacks: float = 0.0) -> None:
        """What holds among moves; what does not hold lacks something, and comes no farther from it."""
        for index, factor in terms:
            at = self._place[index]
            self._columns += [at, at + self._size]
            self._factors += [float(factor), -float(factor)]
        if lacks:
            self._columns.append(2 * self._size + len(self._lacks))
            self._factors.append(1.0 if low > 0 else -1.0)
            self._lacks.append(lacks)
        self._starts.append(len(self._columns))
        self._lows.append(low)
        self._highs.append(high)

    def moves(self) -> list[int]:
        """By how much each moves; not at all where nothing was found."""
        solver = solver_of(self._model, mip_max_nodes=NODES, mip_rel_gap=GAP, mip_feasibility_tolerance=NEAR)
        solver.run()
        solution = solver.getSolution()
        if not solution.value_valid:
            return [0] * self._size
        ways = np.round(np.asarray(solution.col_value)[: 2 * self._size]).reshape(2, self._size)
        return [int(each) for each in (ways[0] - ways[1]).tolist()]

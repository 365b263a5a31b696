"""By how much counts of some countries move, in whole numbers, so that what lacks room comes nearer to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import highspy
import numpy as np

from countries.disclosure.rounding_claims import UNBOUND
from countries.disclosure.solver import ProgramRows, program_of, solver_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from countries.disclosure.rounding_shape import ClaimShape
    from countries.disclosure.rounding_whole import Rooms

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


@dataclass(frozen=True, slots=True)
class CountArrays:
    """All counts of a federation, as arrays by index.

    Attributes:
        now: what each is; it is changed.
        low: the least of its room.
        high: the most.
        most: what registers leave.
        rank: what gives way to what: new counts to those that are out, and what is missed less to what is missed most.
        is_said: whether anything is said of it.
        unit: by how much it moves for a child.
    """

    now: Any
    low: Any
    high: Any
    most: Any
    rank: Any
    is_said: Any
    unit: Any

    @classmethod
    def of(cls, rooms: Rooms, world: Mapping[int, int]) -> Self:
        """Those of a federation, with the room that each is to have."""
        claims = rooms.claims
        said = [claim.figure is not None and index not in rooms.hidden for index, claim in enumerate(claims)]
        mosts = [UNBOUND if claim.most is None else claim.most for claim in claims]
        ends = [
            claim.room(rooms.story) if is_said else (0, most)
            for claim, is_said, most in zip(claims, said, mosts, strict=True)
        ]
        return cls(
            np.array([world[index] for index in range(len(claims))], dtype=np.int64),
            np.array([low for low, _ in ends], dtype=np.int64),
            np.array([high for _, high in ends], dtype=np.int64),
            np.array(mosts, dtype=np.int64),
            np.array([claim.weight if claim.is_new else OUT for claim in claims]),
            np.array(said, dtype=bool),
            np.array([max(1, claim.base // 5) for claim in claims], dtype=np.int64),
        )

    def misses(self, of: Any = slice(None)) -> Any:  # noqa: ANN401 - arrays of numbers
        """By how much some are to move to be in their rooms."""
        now = self.now[of]
        return np.maximum(self.low[of] - now, 0) + np.minimum(self.high[of] - now, 0)


class Move:
    """Whole moves of counts: by what is wanted, at a gain; and up and down otherwise, at a price.

    Args:
        shape: how counts hang together.
        counts: all of them.
        countries: the numbers of those that others hang on.
        above: and of those that hang on others.
        first: a count that others give way to.
    """

    def __init__(
        self, shape: ClaimShape, counts: CountArrays, countries: Sequence[int], above: Sequence[int], first: int | None
    ) -> None:
        self._shape, self._counts, self._first = shape, counts, first
        self._areas = (*countries, *above)
        groups = [shape.groups[area].indexes for area in self._areas]
        self._members = np.concatenate(groups)
        self._size = len(self._members)
        self._within = sum(len(shape.groups[area].indexes) for area in countries)
        ends = np.cumsum([0, *map(len, groups)])
        self._at = dict(zip(self._areas, ends.tolist(), strict=False))
        sums = [self._sums(area) for area in above]
        rows = _joined([*sums, *map(self._bounds, self._areas)])
        self._is_sum = np.zeros(self._size, dtype=bool)
        for area in above:
            self._is_sum[shape.links[area].own + self._at[area]] = True
        self._model = self._program(rows)

    def _sums(self, area: int) -> ProgramRows:
        """That sums move as what they add up, as far as that moves."""
        own, parts = self._shape.links[area]
        rows, columns, factors = [np.arange(len(own))], [own + self._at[area]], [np.full(len(own), -1.0)]
        for part in self._areas:
            if part in parts:
                numbers, places = parts[part]
                rows.append(numbers)
                columns.append(places + self._at[part])
                factors.append(np.ones(len(numbers)))
        nothing = np.zeros(len(own))
        return ProgramRows(np.concatenate(rows), np.concatenate(columns), np.concatenate(factors), nothing, nothing)

    def _bounds(self, area: int) -> ProgramRows:
        """What holds in an area."""
        group, kept = self._shape.groups[area], self._shape.kept[area]
        totals = group.totals(self._counts.now[group.indexes])
        taken = kept[group.rows] if len(kept) else kept
        rows = (np.cumsum(kept) - 1)[group.rows[taken]]
        columns = group.columns[taken] + self._at[area]
        return ProgramRows(
            rows, columns, group.factors[taken], (group.lows - totals)[kept], (group.highs - totals)[kept]
        )

    def _ends(self) -> tuple[Any, Any, Any]:
        """By how much each may move, down and up, and by how much it is to move."""
        counts, members = self._counts, self._members
        now, wanted = counts.now[members], counts.misses(members)
        # What lies beside its room moves towards it alone.
        down = np.where(wanted <= 0, np.minimum(counts.low[members] - now, 0), 0)
        up = np.where(wanted >= 0, np.maximum(counts.high[members] - now, 0), 0)
        if self._first is not None:
            gives = (counts.rank[members] < min(counts.rank[self._first], OUT)) & (members != self._first)
            down, up = np.where(gives, -now, down), np.where(gives, counts.most[members] - now, up)
            wanted = np.where(gives, 0, wanted)
        far = np.where(np.arange(self._size) < self._within, FAR * counts.unit[members], INFINITE)
        down, up = np.maximum(down, -far), np.minimum(up, far)
        return down, up, np.clip(wanted, down, up)

    def _program(self, rows: ProgramRows) -> Any:  # noqa: ANN401 - the solver has no types
        """What moves cost and gain, and how far they go; what does not hold lacks something, and comes no farther."""
        counts, members, size = self._counts, self._members, self._size
        lacks = np.maximum(np.maximum(rows.lows, -rows.highs), 0.0)
        (lacking,) = np.nonzero(lacks)
        more = len(lacking)
        down, up, wanted = self._ends()
        gain = NEARER * np.where(counts.rank == OUT, OUT, np.minimum(counts.rank, 10.0))[members] / counts.unit[members]
        said = 1.0 if self._first is None else GIVEN
        price = np.where(counts.is_said[members], said, HIDDEN) / counts.unit[members]
        price = np.where(self._is_sum, 0.0, price)
        # What is wanted is all that it may move by, that way.
        gains = np.where(wanted > 0, -gain, price), np.where(wanted < 0, -gain, price)
        ways = np.where(wanted > 0, wanted, up), np.where(wanted < 0, -wanted, -down)
        numbers = np.concatenate([rows.numbers, rows.numbers, lacking])
        columns = np.concatenate([rows.columns, rows.columns + size, 2 * size + np.arange(more)])
        factors = np.concatenate([rows.factors, -rows.factors, np.where(rows.lows[lacking] > 0, 1.0, -1.0)])
        return program_of(
            np.concatenate([*gains, np.full(more, NEARER * OUT)]),
            np.concatenate([*ways, lacks[lacking]]),
            ProgramRows(numbers, columns, factors, rows.lows, rows.highs),
            np.arange(2 * size + more) < 2 * size,
        )

    def moves(self) -> Any:  # noqa: ANN401 - arrays of numbers
        """By how much each moves, in the order of areas; not at all where nothing was found."""
        solver = solver_of(self._model, mip_max_nodes=NODES, mip_rel_gap=GAP, mip_feasibility_tolerance=NEAR)
        solver.run()
        solution = solver.getSolution()
        if not solution.value_valid:
            return np.zeros(self._size, dtype=np.int64)
        ways = np.round(np.asarray(solution.col_value)[: 2 * self._size]).reshape(2, self._size)
        return (ways[0] - ways[1]).astype(np.int64)


def _joined(parts: Sequence[ProgramRows]) -> ProgramRows:
    """Rows one below the other."""
    before = np.cumsum([0, *(len(each.lows) for each in parts)])
    numbers = [each.numbers + int(first) for each, first in zip(parts, before, strict=False)]
    rest = zip(*(each[1:] for each in parts), strict=True)
    return ProgramRows(np.concatenate(numbers), *(np.concatenate(each) for each in rest))

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

from countries.rounding_claims import MOST_MISSED, UNBOUND
from countries.solver import solver_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from countries.rounding_whole import Group, Rooms

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
        # Once more one after the other: what regions have moved lets countries move that could not.
        for part in (*parts, *self.regions, *([each] for each in countries)):
            if not self._missed:
                return
            self._ask_on(part)
        self._give_way()

    def _ask_on(self, countries: Sequence[int], first: int | None = None) -> None:
        """Ask as long as anything comes nearer: nothing moves far at once."""
        before = None
        while before is None or self._lacking() < before:
            before = self._lacking()
            self._ask(countries, first)

    def _lacking(self) -> int:
        return sum(map(abs, self._missed.values()))

    def _give_way(self) -> None:
        """What is out, and what readers miss most, comes into its room even where others leave theirs for it."""
        for rank in (OUT, MOST_MISSED):
            for index in [each for each in self._missed if self._rank(each) == rank]:
                for part in self._around(self._below(self._of[index])):
                    if index not in self._missed:
                        break
                    self._ask_on(part, first=index)

    def _rank(self, index: int) -> float:
        """What gives way to what: new counts to those that are out, and what is missed less to what is missed most."""
        claim = self.rooms.claims[index]
        return claim.weight if claim.is_new else OUT

    def _around(self, within: Sequence[int]) -> Iterator[Sequence[int]]:
        """Some countries, then with a few others, who make up for what is above all of them."""
        size = AT_ONCE[-1]
        others = [number for number in range(1, len(self.groups)) if not self.sums[number] and number not in within]
        few = within if len(within) < len(others) else ()
        if few:
            yield few
        yield from ((*few, *others[at : at + size]) for at in range(0, len(others), size))
        if not few:
            yield from (within[at : at + size] for at in range(0, len(within), size))

    def _below(self, area: int) -> Sequence[int]:
        """The countries of an area."""
        within = {area}
        while any(self.sums[number] for number in within):
            parts = {part for number in within for parts in self.sums[number].values() for part in parts}
            within = {self._of[part] for part in parts} | {number for number in within if not self.sums[number]}
        return sorted(within)

    def _miss(self, index: int) -> int:
        """By how much a count is to move to be in its room."""
        low, high = self._room(index)
        return max(low - self.world[index], 0) + min(high - self.world[index], 0)

    def _room(self, index: int) -> tuple[int, int]:
        claim = self.rooms.claims[index]
        if claim.figure is None or index in self.rooms.hidden:
            return 0, UNBOUND if claim.most is None else claim.most
        return claim.room(self.rooms.story)

    def _ask(self, countries: Sequence[int], first: int | None = None) -> None:
        """Some countries move, where that may bring anything nearer; or so that one count comes nearer before others."""
        above = self._areas(countries)
        if not any(self._of[index] in above or self._of[index] in countries for index in self._missed):
            return
        members = [index for number in (*countries, *above) for index in self.groups[number].members]
        for index, move in zip(members, _Move(self, members, countries, above, first).moves(), strict=True):
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

    def ends(self, index: int, first: int | None) -> tuple[int, int, int]:
        """By how much a count may move, down and up, and by how much it is to move.

        Args:
            index: the count.
            first: one that others give way to.
        """
        (low, high), now = self._room(index), self.world[index]
        if first is not None and index != first and self.gives(index, first):
            most = self.rooms.claims[index].most
            return -now, (UNBOUND if most is None else most) - now, 0
        miss = self._missed.get(index, 0)
        # What lies beside its room moves towards it alone.
        return (min(low - now, 0) if miss <= 0 else 0), (max(high - now, 0) if miss >= 0 else 0), miss

    def gives(self, index: int, first: int) -> bool:
        """Whether a count gives way to another."""
        return self._rank(index) < min(self._rank(first), OUT)

    def worth(self, index: int) -> float:
        """What it is worth that a count comes nearer to its room."""
        rank = self._rank(index)
        return rank if rank == OUT else min(rank, 10.0)

    def says(self, index: int) -> bool:
        """Whether anything is said of a count."""
        return self.rooms.claims[index].figure is not None and index not in self.rooms.hidden


class _Move:
    """Whole moves of counts: by what is wanted, at a gain; and up and down otherwise, at a price."""

    def __init__(
        self,
        mending: Mending,
        members: Sequence[int],
        countries: Sequence[int],
        above: Sequence[int],
        first: int | None,
    ) -> None:
        self._size = size = len(members)
        self._place = {index: number for number, index in enumerate(members)}
        self._columns: list[int] = []
        self._factors: list[float] = []
        self._starts = [0]
        self._lows: list[float] = []
        self._highs: list[float] = []
        claims = mending.rooms.claims
        ends = np.array([mending.ends(index, first) for index in members], dtype=np.float64)
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
        gain = NEARER * np.array([mending.worth(index) for index in members]) / units
        said = 1.0 if first is None else GIVEN
        price = np.where([mending.says(index) for index in members], said, HIDDEN) / units
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

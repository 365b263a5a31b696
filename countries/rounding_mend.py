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
    from collections.abc import Iterator, Sequence

    from countries.rounding_shape import Shape
    from countries.rounding_whole import Rooms

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
IN_VAIN = 30
"""So often in a row countries are asked for a count, one after the other, before others are."""
FAR = 8
"""By how much a count moves at most at once, in bases of five."""


@dataclass(slots=True)
class Mending:
    """Mends a federation.

    Args:
        shape: of what is claimed.
        rooms: what room counts are to have.
        world: the federation; it is changed.
    """

    shape: Shape
    rooms: Rooms
    world: dict[int, int]
    _missed: dict[int, int] = field(default_factory=dict)
    _broken: dict[int, int] = field(default_factory=dict)
    """By how much what holds by definition does not, by the number of the area."""
    _vain: dict[int, int] = field(default_factory=dict)
    """How often in a row a count was asked for and came no nearer."""
    _over: dict[int, set[int]] = field(default_factory=dict)

    def run(self) -> None:
        """Ask every country below what lacks room, until nothing does or nothing helps."""
        self._missed = {index: miss for index in self.world if (miss := self._miss(index))}
        for number in range(len(self.shape.groups)):
            self._look(number)
        countries = self.shape.countries
        regions = [sorted(self.shape.countries_of([number])) for number in self.shape.regions]
        parts = ([countries[at : at + size] for at in range(0, len(countries), size)] for size in AT_ONCE)
        # Once more one after the other: what regions have moved lets countries move that could not.
        for turn in (*parts, regions, [[each] for each in countries]):
            self._vain.clear()
            for part in turn:
                if not self._missed and not self._broken:
                    return
                self._ask_on(part)
        self._give_way()

    def _ask_on(self, countries: Sequence[int], first: int | None = None) -> None:
        """Ask as long as anything comes nearer: nothing moves far at once."""
        before = None
        while before is None or self._lacking(first) < before:
            before = self._lacking(first)
            self._ask(countries, first)

    def _lacking(self, first: int | None) -> int:
        """By how much anything lacks room, or one count does."""
        if first is not None:
            return abs(self._missed.get(first, 0))
        return sum(map(abs, self._missed.values())) + sum(self._broken.values())

    def _look(self, number: int) -> None:
        """What holds by definition in an area, and does not."""
        group = self.shape.groups[number]
        broken = group.broken([self.world[index] for index in group.members])
        self._broken.pop(number, None)
        if broken:
            self._broken[number] = broken

    def _give_way(self) -> None:
        """What is out, and what readers miss most, comes into its room even where others leave theirs for it."""
        for rank in (OUT, MOST_MISSED):
            for index in [each for each in self._missed if self._rank(each) == rank]:
                for part in self._around(sorted(self.shape.countries_of([self.shape.of[index]]))):
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
        others = [number for number in self.shape.countries if number not in within]
        few = within if len(within) < len(others) else ()
        if few:
            yield few
        yield from ((*few, *others[at : at + size]) for at in range(0, len(others), size))
        if not few:
            yield from (within[at : at + size] for at in range(0, len(within), size))

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
        """Some countries move, where that may bring anything nearer, or one count before others."""
        above = self._areas(countries)
        areas = {*countries, *above}
        asked = {
            index: miss
            for index, miss in self._missed.items()
            if self.shape.of[index] in areas and (first is not None or self._vain.get(index, 0) < IN_VAIN)
        }
        if not asked and areas.isdisjoint(self._broken):
            return
        members = [index for number in (*countries, *above) for index in self.shape.groups[number].members]
        for index, move in zip(members, _Move(self, members, countries, above, first).moves(), strict=True):
            if move:
                self.world[index] += move
                self._missed.pop(index, None)
                if miss := self._miss(index):
                    self._missed[index] = miss
        for index, miss in asked.items():
            self._vain[index] = self._vain.get(index, 0) + 1 if self._missed.get(index) == miss else 0
        for number in areas:
            self._look(number)

    def _areas(self, countries: Sequence[int]) -> list[int]:
        """The areas above some."""
        found: set[int] = set()
        asked = [*countries]
        while asked:
            number = asked.pop()
            if number not in self._over:
                self._over[number] = {
                    self.shape.of[whole]
                    for index in self.shape.groups[number].members
                    for whole in self.shape.above.get(index, ())
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
        self._lacks: list[float] = []
        self._lows: list[float] = []
        self._highs: list[float] = []
        claims = mending.rooms.claims
        ends = np.array([mending.ends(index, first) for index in members], dtype=np.float64)
        units = np.array([max(1, claims[index].base // 5) for index in members], dtype=np.float64)
        within = {index for number in countries for index in mending.shape.groups[number].members}
        far = np.where([index in within for index in members], FAR * units, INFINITE)
        down, up = np.maximum(ends[:, 0], -far), np.minimum(ends[:, 1], far)
        wanted = np.clip(ends[:, 2], down, up)
        sums = {whole: parts for area in above for whole, parts in mending.shape.sums[area].items()}
        for whole, parts in sums.items():
            self._row([(whole, -1), *((part, 1) for part in parts if part in self._place)], 0.0, 0.0)
        for area in (*countries, *above):
            for bound in mending.shape.groups[area].bounds:
                if all(index in sums for index, _ in bound.terms):
                    # It holds as it holds in all countries.
                    continue
                total = sum(factor * mending.world[index] for index, factor in bound.terms)
                low = -INFINITE if bound.low is None else float(bound.low - total)
                high = INFINITE if bound.high is None else float(bound.high - total)
                self._row(bound.terms, low, high, lacks=max(low, -high, 0.0))
        gain = NEARER * np.array([mending.worth(index) for index in members]) / units
        said = 1.0 if first is None else GIVEN
        price = np.where([mending.says(index) for index in members], said, HIDDEN) / units
        price = np.where([index in sums for index in members], 0.0, price)
        self._model = model = highspy.HighsLp()
        more = len(self._lacks)
        model.num_col_, model.num_row_ = 2 * size + more, len(self._lows)
        # What is wanted is all that it may move by, that way.
        gains = np.where(wanted > 0, -gain, price), np.where(wanted < 0, -gain, price)
        model.col_cost_ = np.concatenate([*gains, np.full(more, NEARER * OUT)])
        model.col_lower_ = np.zeros(2 * size + more)
        model.col_upper_ = np.concatenate(
            [np.where(wanted > 0, wanted, up), np.where(wanted < 0, -wanted, -down), np.array(self._lacks)]
        )
        model.row_lower_, model.row_upper_ = np.array(self._lows), np.array(self._highs)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(self._starts, dtype=np.int32)
        model.a_matrix_.index_ = np.array(self._columns, dtype=np.int32)
        model.a_matrix_.value_ = np.array(self._factors, dtype=np.float64)
        child, part = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
        model.integrality_ = [child] * (2 * size) + [part] * more

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
        solver = solver_of(self._model, mip_max_nodes=NODES, mip_rel_gap=GAP)
        solver.run()
        solution = solver.getSolution()
        if not solution.value_valid:
            return [0] * self._size
        ways = np.round(np.asarray(solution.col_value)[: 2 * self._size]).reshape(2, self._size)
        return [int(each) for each in (ways[0] - ways[1]).tolist()]

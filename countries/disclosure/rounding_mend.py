"""A federation in whole numbers, mended: a country moves within its rooms by what sums above it lack.

Countries are made whole one after the other, and sums of them come out beside their rooms by a child or two. Then one
country, with all that its counts add up to, moves by whole numbers: every relation is kept, what has room keeps it, and
what lacks room comes nearer to it. So this makes no fault, and is done until nothing comes nearer any more.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from countries.disclosure.rounding_claims import MOST_MISSED
from countries.disclosure.rounding_move import OUT, CountArrays, Move

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from countries.disclosure.rounding_shape import ClaimShape
    from countries.disclosure.rounding_whole import Rooms

AT_ONCE = (1, 6)
"""So many countries move at once: one after the other, then a few, also of two regions; then those of a region."""
TRIES = 12
"""So often others give way to one count."""
IN_VAIN = 30
"""So often in a row countries are asked for a count, one after the other, before others are."""


class Mending:
    """Mends a federation.

    Args:
        shape: of what is claimed.
        rooms: what room counts are to have.
        world: the federation; it is changed.
    """

    def __init__(self, shape: ClaimShape, rooms: Rooms, world: dict[int, int]) -> None:
        self._shape = shape
        self._counts = CountArrays.of(rooms, world)
        self._world = world
        self._broken: dict[int, int] = {}
        """By how much what holds by definition does not, by the number of the area."""
        self._vain = np.zeros(len(self._counts.now), dtype=np.int64)
        """How often in a row a count was asked for and came no nearer."""
        self._over: dict[int, set[int]] = {}

    def run(self) -> None:
        """Ask every country below what lacks room, until nothing does or nothing helps."""
        for number in range(len(self._shape.groups)):
            self._look(number)
        countries = self._shape.countries
        regions = [sorted(self._shape.countries_of([number])) for number in self._shape.regions]
        parts = ([countries[at : at + size] for at in range(0, len(countries), size)] for size in AT_ONCE)
        # Once more one after the other: what regions have moved lets countries move that could not.
        turns: list[Sequence[Sequence[int]]] = [*parts, regions, [[each] for each in countries]]
        for turn in turns:
            self._vain[:] = 0
            for part in turn:
                if self._lacking():
                    self._ask_on(part)
        self._give_way()
        self._world |= dict(enumerate(self._counts.now.tolist()))

    def _ask_on(self, countries: Sequence[int], first: int | None = None) -> None:
        """Ask as long as anything comes nearer: nothing moves far at once."""
        before = None
        while before is None or 0 < self._lacking(first) < before:
            before = self._lacking(first)
            self._ask(countries, first)

    def _lacking(self, first: int | None = None) -> int:
        """By how much anything lacks room, or one count does."""
        if first is not None:
            return abs(int(self._counts.misses(first)))
        return int(np.abs(self._counts.misses()).sum()) + sum(self._broken.values())

    def _look(self, number: int) -> None:
        """What holds by definition in an area, and does not."""
        group = self._shape.groups[number]
        broken = group.broken(self._counts.now[group.indexes])
        self._broken.pop(number, None)
        if broken:
            self._broken[number] = broken

    def _give_way(self) -> None:
        """What is out, and what readers miss most, comes into its room even where others leave theirs for it."""
        for rank in (OUT, MOST_MISSED):
            for index in np.flatnonzero((self._counts.misses() != 0) & (self._counts.rank == rank)).tolist():
                around = self._around(sorted(self._shape.countries_of([self._shape.of[index]])))
                for part in islice(around, TRIES):
                    if self._counts.misses(index):
                        self._ask_on(part, first=index)

    def _around(self, within: Sequence[int]) -> Iterator[Sequence[int]]:
        """Some countries, then with a few others, who make up for what is above all of them."""
        size = AT_ONCE[-1]
        others = [number for number in self._shape.countries if number not in within]
        few = within if len(within) < len(others) else ()
        if few:
            yield few
        yield from ((*few, *others[at : at + size]) for at in range(0, len(others), size))
        if not few:
            yield from (within[at : at + size] for at in range(0, len(within), size))

    def _ask(self, countries: Sequence[int], first: int | None) -> None:
        """Some countries move, where that may bring anything nearer, or one count before others."""
        above = self._areas(countries)
        areas = (*countries, *above)
        members = np.concatenate([self._shape.groups[number].indexes for number in areas])
        before = self._counts.misses(members)
        is_asked = (before != 0) & (self._vain[members] < IN_VAIN)
        if first is None and not is_asked.any() and self._broken.keys().isdisjoint(areas):
            return
        self._take(areas, members, Move(self._shape, self._counts, countries, above, first).moves())
        in_vain = self._counts.misses(members) == before
        self._vain[members] = np.where(is_asked & in_vain, self._vain[members] + 1, 0)

    def _take(self, areas: Sequence[int], members: Any, moves: Any) -> None:  # noqa: ANN401 - arrays of numbers
        """Move counts, where less is broken by that than before, or as little."""
        before = sum(self._broken.values())
        for way in (moves, -moves):
            self._counts.now[members] += way
            for number in areas:
                self._look(number)
            if sum(self._broken.values()) <= before:
                return

    def _areas(self, countries: Sequence[int]) -> list[int]:
        """The areas above some."""
        found: set[int] = set()
        asked = [*countries]
        while asked:
            number = asked.pop()
            if number not in self._over:
                parts = (self._shape.above.get(index, ()) for index in self._shape.groups[number].members)
                self._over[number] = {self._shape.of[whole] for above in parts for whole in above}
            asked += self._over[number] - found
            found |= self._over[number]
        return sorted(found)

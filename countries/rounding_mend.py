"""A federation in whole numbers, mended: a country moves within its rooms by what sums above it lack.

Countries are made whole one after the other, and sums of them come out beside their rooms by a child or two. Then one
country, with all that its counts add up to, moves by whole numbers: every relation is kept, what has room keeps it, and
what lacks room comes nearer to it. So this makes no fault, and is done until nothing comes nearer any more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from countries.rounding_claims import MOST_MISSED, UNBOUND
from countries.rounding_move import OUT, Move

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from countries.rounding_shape import Shape
    from countries.rounding_whole import Rooms

AT_ONCE = (1, 6)
"""So many countries move at once: one after the other, then a few, also of two regions; then those of a region."""
TRIES = 12
"""So often others give way to one count."""
IN_VAIN = 30
"""So often in a row countries are asked for a count, one after the other, before others are."""


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
        turns: list[Sequence[Sequence[int]]] = [*parts, regions, [[each] for each in countries]]
        for turn in turns:
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
                around = self._around(sorted(self.shape.countries_of([self.shape.of[index]])))
                for part in islice(around, TRIES):
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
        moves = Move(self, members, countries, above, first).moves()
        self._take(areas, dict(zip(members, moves, strict=True)))
        for index, miss in asked.items():
            self._vain[index] = self._vain.get(index, 0) + 1 if self._missed.get(index) == miss else 0

    def _take(self, areas: Collection[int], moves: Mapping[int, int]) -> None:
        """Move counts, where less is broken by that than before, or as little."""
        before = sum(self._broken.get(number, 0) for number in areas)
        self._move(areas, moves)
        if sum(self._broken.get(number, 0) for number in areas) > before:
            self._move(areas, {index: -move for index, move in moves.items()})

    def _move(self, areas: Collection[int], moves: Mapping[int, int]) -> None:
        for index, move in moves.items():
            if move:
                self.world[index] += move
                self._missed.pop(index, None)
                if miss := self._miss(index):
                    self._missed[index] = miss
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

"""From a federation in parts of children to one in whole numbers: region by region, then all; then it is mended."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from countries.disclosure.rounding_mend import Mending
from countries.disclosure.rounding_whole import made_whole, whole_together

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from countries.disclosure.rounding_shape import ClaimShape
    from countries.disclosure.rounding_whole import Rooms


@dataclass(slots=True)
class Settling:
    """Makes one federation whole.

    Args:
        shape: of what is claimed.
        rooms: what room counts are to have.
        found: the federation in parts.
    """

    shape: ClaimShape
    rooms: Rooms
    found: Mapping[int, float]
    _world: dict[int, int] = field(default_factory=dict)
    _drift: dict[int, float] = field(default_factory=dict)
    """By how much whole numbers have moved a sum so far: those that are still to come make up for it."""

    def world(self) -> dict[int, int]:
        """What each count is."""
        for cluster in self.shape.clusters:
            first = cluster[0]
            is_sum = first in self.shape.regions
            for whole in self.shape.sums[first]:
                self._drift[whole] = sum(self._drift.get(above, 0.0) for above in self._above(whole))
            if is_sum and self._together(cluster):
                continue
            for group in cluster[1:] if is_sum else cluster:
                self._settle(group)
            if is_sum:
                self._add_up(first)
        self._add_up(0)
        Mending(self.shape, self.rooms, self._world).run()
        return self._world

    def _above(self, index: int) -> Sequence[int]:
        return self.shape.above.get(index, ())

    def _together(self, cluster: Sequence[int]) -> bool:
        """A region and its countries at once, where that can be."""
        sums, mine = self.shape.sums[cluster[0]], self.shape.regions[cluster[0]]
        wanted = {index: self.found[index] - (self._drift[index] if index in sums else 0) for index in mine.members}
        moving = {*self.shape.groups[cluster[0]].members}
        for number in cluster[1:]:
            own = self.shape.groups[number]
            if whole_together(own, self.found, self.found, (), (), self.rooms) is None:
                moving.update(own.members)
        for loose in ((), sums.keys()):
            after = whole_together(mine, self.found, wanted, loose, moving, self.rooms)
            if after is not None:
                break
        else:
            return False
        self._world |= after
        for whole in sums:
            for each in self._above(whole):
                self._drift[each] = self._drift.get(each, 0.0) + after[whole] - self.found[whole]
        return True

    def _settle(self, group: int) -> None:
        """A country in whole numbers, so that sums come to what was found."""
        mine = self.shape.groups[group]
        wanted = {}
        for index in mine.members:
            lacks = [self._drift.get(whole, 0.0) for whole in self._above(index)]
            wanted[index] = self.found[index] - (lacks[0] if lacks else 0.0)
        whole = made_whole(mine, self.found, wanted, {}, self.rooms)
        self._world |= whole
        for index, value in whole.items():
            for above in self._above(index):
                for each in (above, *self._above(above)):
                    self._drift[each] = self._drift.get(each, 0.0) + value - self.found[index]

    def _add_up(self, group: int) -> None:
        """An area above others: what its parts add up to, and the rest of it beside that."""
        sums = {whole: sum(self._world[part] for part in parts) for whole, parts in self.shape.sums[group].items()}
        near = dict(self.found) | self._world
        self._world |= made_whole(self.shape.groups[group], near, near, sums, self.rooms)

"""A federation that could be, in parts of children: most of what is out stays what it was, and so little is looked for.

What was found for releases that are out holds beside a new one in nearly all countries, too. Where it does, and a
country alone loses nothing by it, its counts that are out stay as they were: a third of the work is left. Where more
is lost than that, above all in sums of countries, those countries are free again, and at last all are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from countries.disclosure.rounding_worlds import FederationPart, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from countries.disclosure.rounding_claims import Story
    from countries.disclosure.rounding_shape import ClaimShape

SLACK = 1e-4
"""How far out of its room a number of a program is no matter."""
TURNS = 3
"""So often countries are freed before all are."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Looks for the federation of one story.

    Args:
        shape: of what is claimed.
        story: whose children have room.
        taken_out: new counts of which nothing is said.
    """

    shape: ClaimShape
    story: Story
    taken_out: Collection[int]

    def found(self) -> Mapping[int, float] | None:
        """What each count is; none where no such federation can be."""
        claims = self.shape.claims.claims
        apart = {index for index, claim in enumerate(claims) if claim.is_held and claim.figure is not None}
        still = {number for number in self.shape.countries if self._stands(number)}
        for _ in range(TURNS if still else 0):
            found = self._nearest(apart | self._out(still))
            areas = still if found is None else {self.shape.of[index] for index in self.lost(found)}
            freed = still & self.shape.countries_of(areas)
            if found is not None and not freed:
                return found
            still -= freed
        for held in (apart, set[int]()) if apart else (apart,):
            found = self._nearest(held)
            if found is not None:
                return found
        return None

    def lost(self, found: Mapping[int, float]) -> set[int]:
        """The new counts that have no room."""
        return {index for index, value in found.items() if self._is_lost(index, value)}

    def _is_lost(self, index: int, value: float) -> bool:
        claim = self.shape.claims.claims[index]
        if claim.figure is None or not claim.is_new or index in self.taken_out:
            return False
        low, high = claim.room(self.story)
        return not low - SLACK <= value <= high + SLACK

    def _out(self, areas: Collection[int]) -> set[int]:
        """The counts of some areas that are out."""
        claims = self.shape.claims.claims
        members = (index for area in areas for index in self.shape.groups[area].members)
        return {index for index in members if not claims[index].is_new and claims[index].figure is not None}

    def _stands(self, country: int) -> bool:
        """Whether a country loses nothing where what is out stays what it was, as far as it alone can tell."""
        held = self._out([country])
        if not held:
            return False
        group = self.shape.groups[country]
        part = FederationPart(group.members, group.bounds, held, (), (), self.taken_out)
        found = nearest(part, self.shape.claims.claims, self.story)
        return found is not None and not self.lost(found)

    def _nearest(self, held: Collection[int]) -> Mapping[int, float] | None:
        shape = self.shape
        above = {whole for whole, _ in shape.claims.sums}
        members = range(len(shape.claims.claims))
        part = FederationPart(members, shape.bounds, held, above, {*shape.sums[0]}, self.taken_out)
        return nearest(part, shape.claims.claims, self.story)

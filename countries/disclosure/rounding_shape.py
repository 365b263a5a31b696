"""How the counts of a release hang together: areas, what holds within them, and what adds up across them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from countries.disclosure.rounding import Bound
from countries.disclosure.rounding_whole import AreaArrays

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from countries.disclosure.rounding_claims import Claims


class Links(NamedTuple):
    """The sums of an area, as arrays: where each stands in it, and by area the numbers of sums and what they add up."""

    own: Any
    parts: Mapping[int, tuple[Any, Any]]


@dataclass(frozen=True)
class ClaimShape:
    """The shape of what is claimed; nothing in it is a number of children.

    Args:
        claims: all that is said.
    """

    claims: Claims

    @cached_property
    def of(self) -> Mapping[int, int]:
        """The number of each count's area."""
        return {index: number for number, group in enumerate(self.claims.groups) for index in group}

    @cached_property
    def groups(self) -> Sequence[AreaArrays]:
        """The areas, the federation first."""
        bounds: list[list[Bound]] = [[] for _ in self.claims.groups]
        for bound in self.claims.bounds:
            bounds[self.of[bound.terms[0][0]]].append(bound)
        return [AreaArrays(group, bounds[number]) for number, group in enumerate(self.claims.groups)]

    @cached_property
    def sums(self) -> Sequence[Mapping[int, tuple[int, ...]]]:
        """Of each area its sums: a count, and those of other areas that it is the sum of."""
        found: list[dict[int, tuple[int, ...]]] = [{} for _ in self.claims.groups]
        for whole, parts in self.claims.sums:
            found[self.of[whole]][whole] = parts
        return found

    @cached_property
    def above(self) -> Mapping[int, Sequence[int]]:
        """The sums that a count is in."""
        found: dict[int, list[int]] = {}
        for whole, parts in self.claims.sums:
            for part in parts:
                found.setdefault(part, []).append(whole)
        return found

    @cached_property
    def countries(self) -> Sequence[int]:
        """The areas that are no sum of others."""
        return [number for number in range(1, len(self.groups)) if not self.sums[number]]

    @cached_property
    def clusters(self) -> Sequence[Sequence[int]]:
        """The regions, each with its countries; then each area alone that is in none."""
        listed = {number for cluster in self.claims.clusters for number in cluster}
        alone = [(number,) for number in range(1, len(self.groups)) if number not in listed]
        return [*map(tuple, self.claims.clusters), *alone]

    @cached_property
    def regions(self) -> Mapping[int, AreaArrays]:
        """Each region that is a sum together with its countries, as one area, by its number."""
        found = {}
        for cluster in self.clusters:
            if self.sums[cluster[0]]:
                bounds = [bound for number in cluster for bound in self.groups[number].bounds]
                members = [index for number in cluster for index in self.groups[number].members]
                found[cluster[0]] = AreaArrays(members, [*bounds, *_added(self.sums[cluster[0]].items())])
        return found

    @cached_property
    def links(self) -> Sequence[Links]:
        """The sums of each area, by where counts stand in theirs."""
        place = {index: at for group in self.groups for at, index in enumerate(group.members)}
        found = []
        for sums in self.sums:
            parts: dict[int, tuple[list[int], list[int]]] = {}
            for number, those in enumerate(sums.values()):
                for part in those:
                    numbers, places = parts.setdefault(self.of[part], ([], []))
                    numbers.append(number)
                    places.append(place[part])
            own = np.array([place[whole] for whole in sums], dtype=np.int64)
            found.append(Links(own, {area: (np.array(a), np.array(b)) for area, (a, b) in parts.items()}))
        return found

    @cached_property
    def kept(self) -> Sequence[Any]:
        """Of each area, which bounds are not of sums alone: among these it holds as it holds in all countries."""
        return [
            np.array([not all(index in sums for index, _ in bound.terms) for bound in group.bounds], dtype=bool)
            for group, sums in zip(self.groups, self.sums, strict=True)
        ]

    @cached_property
    def bounds(self) -> Sequence[Bound]:
        """All that holds, sums too."""
        return [*self.claims.bounds, *_added(self.claims.sums)]

    def countries_of(self, areas: Iterable[int]) -> set[int]:
        """The countries that some areas are or add up."""
        found = {*areas}
        while above := {area for area in found if self.sums[area]}:
            parts = {part for area in above for parts in self.sums[area].values() for part in parts}
            found = (found - above) | {self.of[part] for part in parts}
        return found


def _added(sums: Iterable[tuple[int, tuple[int, ...]]]) -> list[Bound]:
    return [Bound(((whole, -1), *((part, 1) for part in parts)), 0, 0) for whole, parts in sums]

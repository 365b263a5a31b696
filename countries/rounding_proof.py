"""The proof of a release: federations that could be, in which few children more would change no figure.

Let there be a federation, in whole numbers, whose every count lies in the interval that its figure says; and let those
counts that a child there moves lie low enough that four children more stay in it. Then there could be one, two, three
or four more of any such child: each count that it moves may be five whole numbers at least, and no relation that holds
by definition, known to us or not, can make them fewer, as all of these are federations in which it holds.

There are two such federations (`rounding_claims.Story`): one for children who stay, whose stocks lie low while flows
may lie anywhere in their intervals, and one for children who visit, whose flows lie low while stocks may lie anywhere.
Which figures have no room beside the others, linear programs tell, a region at a time; those are taken out. Nothing
here knows a count, so that what is taken out tells nothing that figures do not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from countries.rounding import Bound
from countries.rounding_claims import Story
from countries.rounding_whole import CLOSE, is_whole, made_whole
from countries.rounding_worlds import UNIT, Part, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from countries.rounding_claims import Claims


ROUNDS = 3
"""How often a region is looked at again for what came of its countries in whole numbers."""


MARGIN = 5
"""What has no room is asked into it by such a part of its base."""
SWEEPS = 3
"""How often regions are looked at again for what they add up to."""


@dataclass(slots=True)
class Proof:
    """What was found.

    Attributes:
        worlds: for each story, a federation of which all figures that stay are counts.
        taken_out: the new counts of which nothing is published after all.
        is_narrow: whether what was out before is itself no such federation.
    """

    worlds: dict[Story, dict[int, int]] = field(default_factory=dict)
    taken_out: set[int] = field(default_factory=set)
    is_narrow: bool = False


def prove(claims: Claims) -> Proof:
    """Take out what must be, and prove the rest.

    Args:
        claims: all that is said.
    """
    return _Proving(claims).run()


class _Proving:
    def __init__(self, claims: Claims) -> None:
        self._claims = claims
        self._proof = Proof()
        self._settled: set[int] = set()
        self._whole_ones: dict[tuple[object, ...], dict[int, int]] = {}
        of = {index: number for number, group in enumerate(claims.groups) for index in group}
        self._bounds: list[list[Bound]] = [[] for _ in claims.groups]
        for bound in claims.bounds:
            self._bounds[of[bound.terms[0][0]]].append(bound)
        self._sums: list[dict[int, tuple[int, ...]]] = [{} for _ in claims.groups]
        for whole, parts in claims.sums:
            self._sums[of[whole]][whole] = parts
        listed = {number for cluster in claims.clusters for number in cluster}
        alone = [(number,) for number in range(1, len(claims.groups)) if number not in listed]
        self._clusters = [*map(tuple, claims.clusters), *alone]

    def run(self) -> Proof:
        """Each story in turn; what has no room in one is not asked for room in the next."""
        for story in Story:
            world = self._proof.worlds[story] = {}
            self._give_up(story)
            for _ in range(SWEEPS):
                for cluster in self._clusters:
                    asked = self._asked(cluster, story, world)
                    if asked or cluster[0] not in self._settled:
                        self._region(cluster, story, world, asked)
                        self._settled.add(cluster[0])
            self._settled.clear()
            sums = _added(self._sums[0], world)
            found = self._found(self._claims.groups[0], self._bounds[0], sums, (), {}, story)
            world |= self._whole(0, found, sums, story)
            self._take_out(world, story)
        return self._proof

    def _give_up(self, story: Story) -> None:
        """Take out new sums that their parts do not add up to: parts that gave way would be missed elsewhere."""
        claims = self._claims.claims
        for whole, parts in self._claims.sums:
            claim = claims[whole]
            if claim.figure is None or not claim.is_new or not claim.more[story] or claim.base != UNIT:
                continue
            if not claim.holds(sum(claims[part].centre(story) for part in parts), story):
                self._proof.taken_out.add(whole)

    def _asked(self, cluster: Sequence[int], story: Story, world: Mapping[int, int]) -> dict[int, int]:
        """What a region is asked to be, so that the federation has room beside the other regions."""
        claims, asked = self._claims.claims, {}
        mine = {*self._claims.groups[cluster[0]]}
        for whole, parts in self._sums[0].items():
            claim = claims[whole]
            if claim.figure is None or whole in self._proof.taken_out:
                continue
            if claim.more[story] and claim.base == UNIT:
                # It lies as high as it may: what is missing there cannot come from elsewhere.
                continue
            low, high = claim.room(story)
            total = sum(world.get(part, claims[part].centre(story)) for part in parts)
            inside = claim.base // MARGIN if high - low >= claim.base // 2 else 0
            short = (
                max(low + inside - total, 0) if total < low else min(high - inside - total, 0) if total > high else 0
            )
            for part in parts if short else ():
                if part in mine:
                    least, most = claims[part].room(story)
                    now = world.get(part, claims[part].centre(story))
                    wanted = min(max(now + short, least), most)
                    if wanted != now:
                        asked[part] = wanted
        return asked

    def _region(self, cluster: Sequence[int], story: Story, world: dict[int, int], asked: Mapping[int, int]) -> None:
        """A region and its countries: those first that come out whole; the others are made so, and these follow."""
        claims, first = self._claims, cluster[0]
        sums = self._sums[first]
        members = [index for group in cluster for index in claims.groups[group]]
        bounds = [bound for group in cluster for bound in self._bounds[group]]
        bounds += [Bound(((whole, -1), *((part, 1) for part in parts)), 0, 0) for whole, parts in sums.items()]
        fixed: dict[int, int] = {}
        below = cluster[1:] if sums else cluster
        for _ in range(ROUNDS):
            found = self._found(members, bounds, fixed, sums, asked, story)
            mended: dict[int, int] = {}
            for group in below:
                mine = {index: found[index] for index in claims.groups[group]}
                whole = self._whole(group, mine, {}, story)
                world |= whole
                if any(abs(whole[index] - mine[index]) > CLOSE for index in mine):
                    mended |= whole
            added = _added(sums, world)
            fixed |= mended
            if not mended or all(self._fits(index, value, story) for index, value in added.items()):
                break
        if sums:
            own = claims.groups[first]
            found = self._found(own, self._bounds[first], added, (), {}, story)
            world |= self._whole(first, {index: found[index] for index in own}, added, story)

    def _fits(self, index: int, value: int, story: Story) -> bool:
        claim = self._claims.claims[index]
        return claim.figure is None or index in self._proof.taken_out or claim.holds(value, story)

    def _found(
        self,
        members: Sequence[int],
        bounds: Sequence[Bound],
        fixed: Mapping[int, int],
        sums: Collection[int],
        asked: Mapping[int, int],
        story: Story,
    ) -> Mapping[int, float]:
        claims = self._claims.claims
        held = {index for index in members if claims[index].is_held} - {*sums}
        for those in (held, set()) if held else (held,):
            found = nearest(Part(members, bounds, fixed, those, sums, asked, self._proof.taken_out), claims, story)
            if found is not None:
                return found
        # What is out already cannot be: then nothing new is said here, and the auditor is told.
        self._proof.is_narrow = True
        self._proof.taken_out.update(i for i in members if claims[i].is_new and claims[i].figure is not None)
        return {index: fixed.get(index, claims[index].centre(story)) for index in members}

    def _whole(self, group: int, found: Mapping[int, float], sums: Mapping[int, int], story: Story) -> dict[int, int]:
        """A group in whole numbers: as it was found, or as near to that as can be."""
        claims, taken, bounds = self._claims.claims, self._proof.taken_out, self._bounds[group]
        near = {index: round(value) for index, value in found.items()}
        if all(is_whole(value) for value in found.values()) and all(bound.holds(near) for bound in bounds):
            return near
        fixed = {index: near[index] for index in found if claims[index].is_held and is_whole(found[index])} | {**sums}
        lost = {index for index, value in found.items() if index in taken or not claims[index].holds(value, story)}
        everything = {index for index in found if claims[index].is_new}
        known = group, story, tuple(found.values()), tuple(sums.values()), len(lost)
        for free in (lost, lost | everything) if known not in self._whole_ones else ():
            whole = made_whole(found, bounds, fixed, free, claims, story)
            if whole is not None:
                self._whole_ones[known] = whole
                break
        if known in self._whole_ones:
            return self._whole_ones[known]
        self._proof.is_narrow = True
        taken.update(index for index in everything if claims[index].figure is not None)
        return near

    def _take_out(self, world: Mapping[int, int], story: Story) -> None:
        """Take out what has no room."""
        for index, value in world.items():
            claim = self._claims.claims[index]
            if claim.figure is not None and not claim.holds(value, story):
                if claim.is_new:
                    self._proof.taken_out.add(index)
                else:
                    self._proof.is_narrow = True


def _added(sums: Mapping[int, Sequence[int]], world: Mapping[int, int]) -> dict[int, int]:
    return {whole: sum(world[part] for part in parts) for whole, parts in sums.items()}

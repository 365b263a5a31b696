"""The proof of a release: federations that could be, in which few children more would change no figure.

Let there be a federation, in whole numbers, whose every count lies in the interval that its figure says; and let those
counts that a child there moves lie low enough that four children more stay in it. Then there could be one, two, three
or four more of any such child: each count that it moves may be five whole numbers at least, and no relation that holds
by definition, known to us or not, can make them fewer, as all of these are federations in which it holds.

There are two such federations (`rounding_claims.Story`): one for children who stay, whose stocks lie low while flows
may lie anywhere in their intervals, and one for children who visit, whose flows lie low while stocks may lie anywhere.
In half of the countries it is the other way round (`Claim.more` says it of each count), while areas above have room for
either in both: so what some countries lack below their figures others have.
One linear program finds each, over all areas at once, so that what one country lacks another may have. Areas are then
made whole one after the other, each so that it makes up for what those before it moved sums by, and countries move
within their rooms by what sums still lack (`rounding_mend`). Which figures have no room is what comes of that; those
are taken out. Nothing here knows a count, so that what is taken out tells nothing that figures do not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from countries.rounding import Bound
from countries.rounding_claims import Story
from countries.rounding_mend import Mending
from countries.rounding_whole import Group, Rooms, made_whole, whole_together
from countries.rounding_worlds import Part, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from countries.rounding_claims import Claims

SLACK = 1e-4
"""How far out of its room a number of a program is no matter."""


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


def prove(claims: Claims, taken_out: Collection[int] = ()) -> Proof:
    """Take out what must be, and prove the rest.

    Args:
        claims: all that is said.
        taken_out: new counts of which nothing is said already.
    """
    return _Proving(claims, taken_out).run()


class _Proving:
    def __init__(self, claims: Claims, taken_out: Collection[int]) -> None:
        self._claims = claims
        self._proof = Proof(taken_out={*taken_out})
        of = {index: number for number, group in enumerate(claims.groups) for index in group}
        bounds: list[list[Bound]] = [[] for _ in claims.groups]
        for bound in claims.bounds:
            bounds[of[bound.terms[0][0]]].append(bound)
        self._groups = [Group(group, bounds[number]) for number, group in enumerate(claims.groups)]
        self._regions: dict[int, Group] = {}
        self._sums: list[dict[int, tuple[int, ...]]] = [{} for _ in claims.groups]
        self._above: dict[int, list[int]] = {}
        for whole, parts in claims.sums:
            self._sums[of[whole]][whole] = parts
            for part in parts:
                self._above.setdefault(part, []).append(whole)
        listed = {number for cluster in claims.clusters for number in cluster}
        alone = [(number,) for number in range(1, len(claims.groups)) if number not in listed]
        self._clusters = [*map(tuple, claims.clusters), *alone]

    def run(self) -> Proof:
        """Each story in turn; what has no room in one is not asked for room in the next."""
        for story in Story:
            found = self._found(story)
            if found is None:
                # What is out already cannot be: then nothing new is said, and the auditor is told.
                self._proof.is_narrow, self._proof.worlds = True, {}
                return self._proof
            self._take_out(found, story)
            world = self._proof.worlds[story] = self._wholes(found, story)
            self._take_out(world, story)
            self._proof.is_narrow |= self._is_narrow(world, story)
        return self._proof

    def _found(self, story: Story) -> Mapping[int, float] | None:
        """A federation in parts of children."""
        claims = self._claims.claims
        sums = self._claims.sums
        bounds = [
            *self._claims.bounds,
            *(Bound(((whole, -1), *((p, 1) for p in parts)), 0, 0) for whole, parts in sums),
        ]
        stays = {index for index, claim in enumerate(claims) if claim.is_held and claim.figure is not None}
        above = {whole for whole, _ in sums}
        for held in (stays, set()) if stays else (stays,):
            part = Part(range(len(claims)), bounds, held, above, {*self._sums[0]}, self._proof.taken_out)
            found = nearest(part, claims, story)
            if found is not None:
                return found
        return None

    def _wholes(self, found: Mapping[int, float], story: Story) -> dict[int, int]:
        """The federation in whole numbers: region by region, then all; then mended."""
        world: dict[int, int] = {}
        drift: dict[int, float] = {}
        for cluster in self._clusters:
            first, below = cluster[0], cluster[1:] if self._sums[cluster[0]] else cluster
            for whole in self._sums[first]:
                drift[whole] = sum(drift.get(above, 0.0) for above in self._above.get(whole, ()))
            is_done = bool(self._sums[first]) and self._together(cluster, found, world, drift, story)
            for group in () if is_done else below:
                self._settle(group, found, world, drift, story)
            if self._sums[first] and not is_done:
                self._add_up(first, found, world, story)
        self._add_up(0, found, world, story)
        regions = [cluster[1:] for cluster in self._clusters if self._sums[cluster[0]]]
        Mending(self._groups, self._sums, self._above, self._rooms(story), world, regions).run()
        return world

    def _rooms(self, story: Story) -> Rooms:
        return Rooms(self._claims.claims, self._proof.taken_out, story)

    def _together(
        self,
        cluster: Sequence[int],
        found: Mapping[int, float],
        world: dict[int, int],
        drift: dict[int, float],
        story: Story,
    ) -> bool:
        """A region and its countries at once, where that can be."""
        sums = self._sums[cluster[0]]
        if cluster[0] not in self._regions:
            bounds = [bound for number in cluster for bound in self._groups[number].bounds]
            bounds += [Bound(((whole, -1), *((part, 1) for part in parts)), 0, 0) for whole, parts in sums.items()]
            members = [index for number in cluster for index in self._groups[number].members]
            self._regions[cluster[0]] = Group(members, bounds)
        mine = self._regions[cluster[0]]
        wanted = {index: found[index] for index in mine.members}
        for whole in sums:
            wanted[whole] -= drift[whole]
        rooms = self._rooms(story)
        moving = {*self._groups[cluster[0]].members}
        for number in cluster[1:]:
            own = self._groups[number]
            if whole_together(own, found, found, (), (), rooms) is None:
                moving.update(own.members)
        for loose in ((), sums.keys()):
            after = whole_together(mine, found, wanted, loose, moving, rooms)
            if after is not None:
                break
        else:
            return False
        world |= after
        for whole in sums:
            for each in self._above.get(whole, ()):
                drift[each] = drift.get(each, 0.0) + after[whole] - found[whole]
        return True

    def _settle(
        self, group: int, found: Mapping[int, float], world: dict[int, int], drift: dict[int, float], story: Story
    ) -> None:
        """A country in whole numbers, so that sums come to what was found."""
        mine = self._groups[group]
        wanted = {}
        for index in mine.members:
            lacks = [drift.get(whole, 0.0) for whole in self._above.get(index, ())]
            wanted[index] = found[index] - (lacks[0] if lacks else 0.0)
        whole = made_whole(mine, found, wanted, {}, self._rooms(story))
        world |= whole
        for index, value in whole.items():
            for above in self._above.get(index, ()):
                for each in (above, *self._above.get(above, ())):
                    drift[each] = drift.get(each, 0.0) + value - found[index]

    def _add_up(self, group: int, found: Mapping[int, float], world: dict[int, int], story: Story) -> None:
        """An area above others: what its parts add up to, and the rest of it beside that."""
        sums = {whole: sum(world[part] for part in parts) for whole, parts in self._sums[group].items()}
        near = dict(found) | world
        world |= made_whole(self._groups[group], near, near, sums, self._rooms(story))

    def _take_out(self, world: Mapping[int, float], story: Story) -> None:
        """Take out what has no room."""
        for index, value in world.items():
            claim = self._claims.claims[index]
            low, high = claim.room(story)
            if claim.figure is not None and claim.is_new and not low - SLACK <= value <= high + SLACK:
                self._proof.taken_out.add(index)

    def _is_narrow(self, world: Mapping[int, int], story: Story) -> bool:
        """Whether anything that is out has no room."""
        return any(
            claim.figure is not None and not claim.is_new and not claim.holds(world[index], story)
            for index, claim in enumerate(self._claims.claims)
        )

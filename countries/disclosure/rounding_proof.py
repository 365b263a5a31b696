"""The proof of a release: federations that could be, in which few children more would change no figure.

Let there be a federation, in whole numbers, whose every count lies in the interval that its figure says; and let those
counts that a child there moves lie low enough that four children more stay in it. Then there could be one, two, three
or four more of any such child: each count that it moves may be five whole numbers at least, and no relation that holds
by definition, known to us or not, can make them fewer, as all of these are federations in which it holds.

There are two such federations (`rounding_claims.Story`): one for children who stay, whose stocks lie low while flows
may lie anywhere in their intervals, and one for children who visit, whose flows lie low while stocks may lie anywhere.
In half of the countries it is the other way round (`Claim.more` says it of each count), while areas above have room for
either in both: so what some countries lack below their figures others have.
One linear program finds each, over all areas at once, so that what one country lacks another may have
(`rounding_parts`). Areas are then made whole one after the other, each so that it makes up for what those before it
moved sums by (`rounding_settle`), and countries move within their rooms by what sums still lack (`rounding_mend`).
The two are looked for at the same time. Which figures have no room is what comes of that; those
are taken out. Nothing here knows a count, so that what is taken out tells nothing that figures do not.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from countries.disclosure.rounding_claims import MOST_MISSED, Story
from countries.disclosure.rounding_parts import Finding
from countries.disclosure.rounding_settle import Settling
from countries.disclosure.rounding_shape import ClaimShape
from countries.disclosure.rounding_whole import Rooms

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from countries.disclosure.rounding_claims import Claims


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
    shape = ClaimShape(claims)
    before = frozenset(taken_out)
    proof = Proof(taken_out={*before})
    with ThreadPoolExecutor(len(Story)) as threads:
        told = list(threads.map(lambda story: _told(shape, story, before), Story))
    for story, found in zip(Story, told, strict=True):
        if found is None:
            # What is out already cannot be: then nothing new is said, and the auditor is told.
            return Proof({}, proof.taken_out, is_narrow=True)
        world, lost = found
        proof.worlds[story] = world
        proof.taken_out |= lost
        proof.is_narrow |= _is_narrow(claims, world, story)
    return proof


def _told(shape: ClaimShape, story: Story, taken_out: frozenset[int]) -> tuple[dict[int, int], set[int]] | None:
    """The federation of a story, and the new counts that have no room in it."""
    finding = Finding(shape, story, taken_out)
    found = finding.found()
    if found is None:
        return None
    claims = shape.claims.claims
    # What readers miss most is given up last: whole numbers may have room where parts of children had none.
    given_up = {index for index in finding.lost(found) if claims[index].weight < MOST_MISSED}
    world = Settling(shape, Rooms(claims, taken_out | given_up, story), found).world()
    return world, given_up | finding.lost(world)


def _is_narrow(claims: Claims, world: Mapping[int, int], story: Story) -> bool:
    """Whether anything that is out has no room."""
    return any(
        claim.figure is not None and not claim.is_new and not claim.holds(world[index], story)
        for index, claim in enumerate(claims.claims)
    )

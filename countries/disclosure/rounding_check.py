"""Check what proves a release; nothing is looked for here, so that who checks needs not trust who found it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from countries.disclosure.rounding_claims import Story

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from countries.disclosure.rounding_claims import Claims


class Unproved(NamedTuple):
    """Something that does not hold.

    Attributes:
        story: in which federation.
        what: `missing`, `interval`, `row`, `sum` or `room`.
        where: the index of a count, of a bound or of a sum.
    """

    story: Story
    what: str
    where: int


def verified(claims: Claims, worlds: Mapping[Story, Mapping[int, int]]) -> list[Unproved]:
    """What is wrong with a proof; nothing, where it is one.

    Args:
        claims: what is said, and what holds among counts; a count that was taken out has no figure.
        worlds: the federations, by story.
    """
    return [fault for story in Story for fault in _faults(claims, worlds.get(story, {}), story)]


def _faults(claims: Claims, world: Mapping[int, int], story: Story) -> Iterator[Unproved]:
    missing = [index for index, _ in enumerate(claims.claims) if index not in world]
    if missing:
        yield from (Unproved(story, "missing", index) for index in missing)
        return
    for index, claim in enumerate(claims.claims):
        low, high = claim.interval
        if not low <= world[index] <= high:
            yield Unproved(story, "interval", index)
        elif claim.figure is not None and not claim.holds(world[index], story):
            yield Unproved(story, "room", index)
    for number, bound in enumerate(claims.bounds):
        if not bound.holds(world):
            yield Unproved(story, "row", number)
    for number, (whole, parts) in enumerate(claims.sums):
        if world[whole] != sum(world[part] for part in parts):
            yield Unproved(story, "sum", number)

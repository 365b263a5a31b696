"""From figures to their proof: as much of what was out is counted on as can be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from countries.disclosure.rounding_held import held
from graph.closing.claims import Gathering
from graph.closing.stated import Stated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countries.disclosure.rounding_claims import Claims
    from countries.disclosure.rounding_proof import Proof
    from graph.closing.drawing import Drawing
    from graph.closing.lattice import Cell

WAYS = ((False, False), (False, True), (True, False), (True, True))
"""Whether the federation may be otherwise than it was told before counts were rounded; whether what is out is held."""


def proved(drawing: Drawing, figures: Mapping[Cell, int]) -> tuple[Gathering, Claims, Proof]:
    """What is claimed, and what proves it.

    What is out may move within its room, or stays what it was: of both ways the first is taken that leaves all that is
    out in its interval.

    Args:
        drawing: the counts and what they are drawn beside.
        figures: what each was rounded to.
    """
    new = Stated(drawing.period, 1, figures, frozenset(), frozenset(drawing.known), drawing.most)
    first: tuple[Gathering, Claims, Proof] | None = None
    for is_loose, is_held in WAYS:
        if is_loose and not any(each.exact or each.ranges for each in drawing.beside):
            continue
        gathering = Gathering([new, *drawing.beside], drawing.measures, drawing.areas, is_loose=is_loose)
        claims = gathering.claims()
        if is_held:
            claims = replace(claims, claims=[replace(each, is_held=not each.is_new) for each in claims.claims])
        found = gathering, claims, held(claims)
        if not found[2].is_narrow:
            return found
        first = first or found
    if first is None:
        raise AssertionError
    return first

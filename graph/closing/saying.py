"""What a release says of each count: its figure, or nothing; and the interval that is proved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from countries.disclosure.rounding_claims import Story
from graph.closing.drawing import base_of
from graph.closing.proved import proved
from graph.closing.publishing import PublishedCount
from graph.closing.said import Said
from graph.closing.siblings import leave_out_crowded

if TYPE_CHECKING:
    from countries.disclosure.rounding_claims import Claims
    from countries.disclosure.rounding_proof import Proof
    from graph.closing.claims import Gathering
    from graph.closing.drawing import Drawing


def _fit(drawing: Drawing, gathering: Gathering, claims: Claims, proof: Proof, said: Said) -> None:
    """Areas above are told as what proves their countries asks for, where that is one of their neighbours too."""
    above = {whole for whole, _ in claims.sums}
    for place in sorted(proof.taken_out & above & gathering.cells.keys()):
        cell, claim = gathering.cells[place], claims.claims[place]
        for way in drawing.ways(cell):
            other = replace(claim, figure=way)
            if all(other.holds(proof.worlds[story][place], story) for story in Story):
                said.figures[cell] = way
                proof.taken_out.discard(place)


def say(drawing: Drawing, key: bytes) -> Said:
    """Round counts, and take out what cannot stand beside the rest.

    Args:
        drawing: the counts.
        key: of the randomness.
    """
    said = Said(drawing.figures(key))
    gathering, claims, proof = proved(drawing, said.figures)
    if proof.worlds:
        _fit(drawing, gathering, claims, proof, said)
    for number, cell, place in gathering.numbered() if proof.worlds else ():
        if number or cell not in said.figures:
            said.besides[number, cell] = proof.worlds[Story.STAYS][place], proof.worlds[Story.VISITS][place]
    for place, cell in gathering.cells.items():
        claim, figure = replace(claims.claims[place], figure=said.figures[cell]), said.figures[cell]
        settled = (proof.worlds[Story.STAYS][place], proof.worlds[Story.VISITS][place]) if proof.worlds else None
        if settled is not None:
            said.settled[cell] = settled[0], settled[1]
        if place in proof.taken_out or claims.claims[place].figure is None:
            said.hidden.add(cell)
            base = base_of(drawing.measures[cell.measure], drawing.period)
            hidden = replace(claim, figure=None).interval
            said.intervals[cell] = (max(0, min(settled) - base + 1), max(settled) + base - 1) if settled else hidden
        else:
            said.intervals[cell] = claim.interval
            said.told[cell] = PublishedCount(figure, *claim.interval)
    leave_out_crowded(said, drawing)
    return said

"""A proof that has been checked: nothing is published that the check has not passed.

What was found is checked by itself (`rounding_check`), as an auditor would. Where it does not hold, new counts that it
does not hold of say nothing, and it is looked for again: first these, then all new ones of their areas, then all. So
this ends, nothing is refused, and what is left is proved. Where what was out before is itself no federation, nothing
new is said and no federation is kept: later releases start from figures.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from countries.disclosure.rounding_check import verified
from countries.disclosure.rounding_proof import Proof, prove

if TYPE_CHECKING:
    from collections.abc import Iterable

    from countries.disclosure.rounding_check import Unproved
    from countries.disclosure.rounding_claims import Claims

TURNS = 3
"""How often it is looked for; what still does not hold then has no new figure at all."""


def held(claims: Claims) -> Proof:
    """What stays of new counts, and federations that prove it; without federations where none were found.

    Args:
        claims: all that is said.
    """
    taken: set[int] = set()
    for turn in range(TURNS + 1):
        proof = prove(claims, taken)
        faults = verified(left(claims, proof.taken_out), proof.worlds)
        if proof.worlds and not any(_matters(claims, fault) for fault in faults):
            return proof
        for reach in range(turn, TURNS + 1):
            taken = proof.taken_out | _concerned(claims, faults, reach)
            if taken != proof.taken_out:
                break
        else:
            break
    return Proof({}, {index for index, claim in enumerate(claims.claims) if claim.is_new}, is_narrow=True)


def _matters(claims: Claims, fault: Unproved) -> bool:
    """Whether a fault is more than that what was out before has little room now: that cannot be taken back."""
    return fault.what != "room" or claims.claims[fault.where].is_new


def left(claims: Claims, taken_out: Iterable[int]) -> Claims:
    """What is said where some counts say nothing after all."""
    kept = list(claims.claims)
    for index in taken_out:
        kept[index] = replace(kept[index], figure=None)
    return replace(claims, claims=kept)


def _concerned(claims: Claims, faults: Iterable[Unproved], turn: int) -> set[int]:
    """The new counts that give way for faults: those at fault, then those of their areas, then all."""
    new = {index for index, claim in enumerate(claims.claims) if claim.is_new and claim.figure is not None}
    if turn >= TURNS - 1:
        return new
    places = {place for fault in faults if fault.what != "missing" for place in _places(claims, fault)}
    if turn == 0:
        return places & new
    return {index for group in claims.groups if not places.isdisjoint(group) for index in group if index in new}


def _places(claims: Claims, fault: Unproved) -> Iterable[int]:
    """The counts that a fault is about."""
    if fault.what == "row":
        return [index for index, _ in claims.bounds[fault.where].terms]
    # Parts of a sum are proved by themselves: it is the sum that gives way.
    return [claims.sums[fault.where][0] if fault.what == "sum" else fault.where]

"""What is out stays what it was wherever nothing is lost by that, and moves where something would be."""

from __future__ import annotations

from dataclasses import replace

from countries.disclosure.rounding import Bound
from countries.disclosure.rounding_claims import Claim, Claims, Story
from countries.disclosure.rounding_parts import Finding
from countries.disclosure.rounding_shape import ClaimShape

OUT = Claim(10, is_new=False, settled=(7, 7), more=(0, 0))
"""A stock that is out: it was seven in the federations that proved it, and may be six to fourteen."""
TWO = Claims(
    [Claim(20), OUT, Claim(10, more=(0, 0)), OUT, Claim(10, more=(0, 0))],
    [[0], [1, 2], [3, 4]],
    [Bound(((1, 1), (2, -1)), 0, 0), Bound(((3, 1), (4, -1)), 0, 0)],
    [(0, (2, 4))],
)
"""A sum of what two countries say anew, which is in each as many as what is out already."""


def found(claims: Claims) -> tuple[dict[int, float], set[int]]:
    """The federation of those who stay, and what is lost in it."""
    finding = Finding(ClaimShape(claims), Story.STAYS, ())
    told = finding.found()
    assert told is not None
    return {index: round(value, 6) for index, value in told.items()}, finding.lost(told)


def test_what_is_out_stays_what_it_was() -> None:
    """Seven each, and so their sum fourteen, which lies too low for its figure of fifteen: nothing but that moves."""
    told, lost = found(replace(TWO, claims=[Claim(15), *TWO.claims[1:]]))
    assert (told[1], told[3], told[0]) == (7, 7, 14)
    assert not lost


def test_it_moves_for_a_sum_of_countries() -> None:
    """Of a figure of twenty-five, twenty-one to twenty-nine: fourteen is too few, and both countries are free again."""
    told, lost = found(replace(TWO, claims=[Claim(25), *TWO.claims[1:]]))
    assert not lost
    assert told[0] == told[1] + told[3] >= 21


def test_it_moves_for_its_own_country() -> None:
    """What is new there lies above what it was: eight at least."""
    claims = [*TWO.claims]
    claims[2] = Claim(15, base=5, more=(0, 0))
    told, lost = found(replace(TWO, claims=claims))
    assert not lost
    assert told[1] == told[2] >= 11
    assert told[3] == 7

"""A count that one release left out is not out: another one of the same year may say it, or leave it out too."""

from __future__ import annotations

import pytest

from countries.disclosure.rounding_claims import Claim
from graph.closing.claims import Gathering
from graph.closing.lattice import FEDERATION, Areas, Cell
from graph.closing.stated import Stated
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.period import Period

AREAS = Areas(("BE",), {})
HERE, ALL = (Cell(CHILDREN_IN_CARE.code, area, (), ()) for area in ("BE", FEDERATION))


def claim_of(cell: Cell, *, left_out: bool, is_latest: bool = False) -> Claim:
    """What is claimed of a count in a restatement, where nothing of it has changed."""
    figures = {HERE: 10, ALL: 10}
    new = Stated(Period(2024), 2, figures, frozenset(), frozenset(), {})
    hidden = frozenset([cell]) if left_out else frozenset[Cell]()
    before = Stated(Period(2024), 1, figures, hidden, frozenset(), {}, {HERE: (8, 9), ALL: (8, 9)}, is_latest)
    gathering = Gathering([new, before], {CHILDREN_IN_CARE.code: CHILDREN_IN_CARE}, AREAS)
    claims = gathering.claims()
    (place,) = [place for place, each in gathering.cells.items() if each == cell]
    return claims.claims[place]


@pytest.mark.parametrize("cell", [HERE, ALL])
def test_what_was_left_out_may_be_said(cell: Cell) -> None:
    """It has its figure, and may still be taken out."""
    claim = claim_of(cell, left_out=True)
    assert (claim.figure, claim.is_new) == (10, True)


@pytest.mark.parametrize("cell", [HERE, ALL])
def test_what_was_said_is_out(cell: Cell) -> None:
    """It is not taken out any more, and starts from what it was in the federations that proved it."""
    claim = claim_of(cell, left_out=False)
    assert (claim.figure, claim.is_new, claim.settled) == (10, False, (8, 9))

"""What a figure is worth to readers, and by how much children that could be there make its count larger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.disclosure.rounding_claims import CHILDREN, MOST_MISSED, STAYING, VISITING
from graph.closing.siblings import PAIRED
from graph.indicators.model import Taken
from graph.indicators.presence import IN_CARE, IN_RESIDENTIAL_CARE

if TYPE_CHECKING:
    from graph.closing.lattice import Cell
    from graph.indicators.model import Measure
    from graph.indicators.period import Period

MISSED = {0: 6.0, 1: 2.0, 2: 1.0}
"""What readers miss most is the whole; and of wholes, who is in care, who came and who left."""


def weight_of(cell: Cell) -> float:
    """What the loss of a figure costs readers."""
    asked = {IN_CARE.after.measure, IN_CARE.came, IN_CARE.left}
    if not cell.split and any(each is not None and each.code == cell.measure for each in asked):
        return MOST_MISSED
    return MISSED[len(cell.split)]


def grows_by(measure: Measure, period: Period) -> tuple[int, int]:
    """By how much four children of each story make a count larger at most: who stays is there on every day."""
    days = (period.after - period.first).days
    if measure.taken is not Taken.DURING:
        return STAYING
    if measure is IN_CARE.days:
        return CHILDREN * days, CHILDREN
    if measure.code in PAIRED:
        # Each is the other's brother or sister: what is told of both is even, and five numbers lie eight apart.
        return 0, 2 * CHILDREN
    return (CHILDREN, CHILDREN) if measure is IN_RESIDENTIAL_CARE.present else VISITING

"""What a release says of its counts, as those who read it know it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.closing.lattice import Cell
    from graph.indicators.period import Period


@dataclass(frozen=True, slots=True)
class Stated:
    """What a release says.

    Attributes:
        period: its period.
        revision: counts the releases of the period.
        figures: what each count was rounded to.
        hidden: the counts of which it publishes nothing.
        zeros: the cells that everybody knows to be zero.
        most: what public registers leave of a cell at most.
        federation: what counts are in the federations that proved it, by story.
        exact: what everybody knows because a release of before counts were rounded published it exactly.
        ranges: what such a release left of a count that it hid: the least and the most.
        is_latest: whether no later release of the period is out.
    """

    period: Period
    revision: int
    figures: Mapping[Cell, int]
    hidden: frozenset[Cell]
    zeros: frozenset[Cell]
    most: Mapping[Cell, int]
    federation: Mapping[Cell, tuple[int, int]] = field(default_factory=dict)
    is_latest: bool = True
    exact: Mapping[Cell, int] = field(default_factory=dict)
    ranges: Mapping[Cell, tuple[int, int]] = field(default_factory=dict)

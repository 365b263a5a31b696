"""What a release says of one count."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.closing.publishing import PublishedCount

if TYPE_CHECKING:
    from graph.closing.lattice import Cell


@dataclass(slots=True)
class Said:
    """What is said, and what proves it.

    Attributes:
        figures: what each count that is a secret was rounded to, shown or not.
        told: what is shown.
        hidden: those that are not shown.
        settled: what each is in the federations that prove the release, by story.
        besides: what else is in them, by the place of its release beside the new one (0: the new one itself) and cell.
        intervals: the least and the most that each may be, as far as anybody can tell.
    """

    figures: dict[Cell, int] = field(default_factory=dict)
    told: dict[Cell, PublishedCount] = field(default_factory=dict)
    hidden: set[Cell] = field(default_factory=set)
    settled: dict[Cell, tuple[int, int]] = field(default_factory=dict)
    besides: dict[tuple[int, Cell], tuple[int, int]] = field(default_factory=dict)
    intervals: dict[Cell, tuple[int, int]] = field(default_factory=dict)

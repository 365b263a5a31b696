"""Protection that is none: small counts are hidden, and nothing beside them."""

from __future__ import annotations

from collections.abc import Mapping

from countries.suppression_system import Fate, Interval, System


def only_primaries(system: System) -> Mapping[int, Interval]:
    """Hide small counts alone, and claim that nobody can tell them."""
    return {
        index: Interval(0, 9)
        for index, cell in enumerate(system.cells)
        if (cell.primary and cell.fate is Fate.OPEN) or cell.fate is Fate.HIDDEN
    }

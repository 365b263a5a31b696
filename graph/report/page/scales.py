"""From values to places in a drawing, in per cent of its width or height, so that it fits any screen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """A line of values.

    Attributes:
        ticks: round values, the lowest and the highest of them its ends.
        start: where the lowest is drawn, per cent.
        end: where the highest is.
    """

    ticks: tuple[float, ...]
    start: float = 0
    end: float = 100

    def __call__(self, value: float) -> float:
        """Where a value is drawn, per cent."""
        low, high = self.ticks[0], self.ticks[-1]
        return round(self.start + (value - low) / (high - low) * (self.end - self.start), 2)


def scale(values: Sequence[float], *, from_zero: bool, steps: int = 4, start: float = 0, end: float = 100) -> Scale:
    """A scale that holds all of the values.

    Args:
        values: what it holds.
        from_zero: whether it begins at zero; else it begins a little below the least.
        steps: about how many ticks there are.
        start: where the lowest tick is drawn.
        end: where the highest is.
    """
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    margin = max(high - low, abs(high) * 0.1, 1e-9) * 0.25
    low = min(0.0, low) if from_zero else max(0.0, low - margin) if low >= 0 else low - margin
    high = max(high, low + margin)
    step = _round_step((high - low) / steps)
    first, last = math.floor(low / step), math.ceil(high / step - 1e-9)
    return Scale(tuple(round(place * step, 10) for place in range(first, max(last, first + 1) + 1)), start, end)


def _round_step(rough: float) -> float:
    """The nearest of 1, 2 and 5, times a power of ten, that is not less."""
    power: float = 10 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * (1 - 1e-9))

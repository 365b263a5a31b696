"""How long something took: counts between bounds, as a histogram has them, and their sum."""

from __future__ import annotations

from bisect import bisect_left

SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""The upper bounds; what takes longer is counted behind the last."""


class Measured:
    """Durations of one kind: an addition for each. One thread adds, another one may read.

    Attributes:
        counts: how many there were up to each of `SECONDS` and beyond the one before; the last of them behind all.
        seconds: their sum.
    """

    __slots__ = ("counts", "seconds")

    def __init__(self) -> None:
        self.counts = [0] * (len(SECONDS) + 1)
        self.seconds = 0.0

    def add(self, seconds: float) -> None:
        """Count one."""
        self.counts[bisect_left(SECONDS, seconds)] += 1
        self.seconds += seconds

    @property
    def number(self) -> int:
        """How many there were."""
        return sum(self.counts)

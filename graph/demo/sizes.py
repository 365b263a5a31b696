"""How many children each country of a demonstration has: as many in each, or drawn from a skewed law.

A federation has a few large countries and many small ones: the median is 300, the least 5, the most 5,000, and the
farther from the median, the fewer. In some countries nobody comes or leaves.
"""

from __future__ import annotations

from enum import StrEnum
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MEDIAN = 300
LEAST, MOST = 5, 5_000
SKEW = 3
"""Sizes of countries are a median times a power of the ends, that grows as this power of how far out a country is."""
STILL = 12
"""In one of so many countries nobody comes or leaves."""


class Sizes(StrEnum):
    """How sizes are chosen."""

    EVEN = "even"
    SKEWED = "skewed"


def skewed_sizes(codes: Sequence[str], seed: int) -> Mapping[str, int]:
    """How many children each of these countries has; who is large and who is small hangs on the seed."""
    places = Random(f"{seed} sizes").sample(sorted(codes), len(codes))
    last = max(1, len(codes) - 1)
    return {code: _size(2 * place / last - 1) for place, code in enumerate(places)}


def still_countries(codes: Sequence[str], seed: int) -> frozenset[str]:
    """Those of them in which nobody comes or leaves."""
    return frozenset(code for code in codes if Random(f"{seed} {code} still").randrange(STILL) == 0)


def _size(out: float) -> int:
    """The size of a country that lies so far from the middle: -1 for the smallest, 1 for the largest."""
    end = MOST if out > 0 else LEAST
    times: float = (end / MEDIAN) ** (abs(out) ** SKEW)
    return round(MEDIAN * times)

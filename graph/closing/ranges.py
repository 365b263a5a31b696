"""A figure beside what a release of before counts were rounded left of the same count: one number, or a range."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from countries.disclosure.rounding_claims import Claim

ENOUGH = 5
"""So many whole numbers each count may be at least."""


def in_common(claim: Claim, left: tuple[int, int]) -> int:
    """How many whole numbers a figure and what was left before have in common."""
    low, high = claim.interval
    return max(0, min(high, left[1]) - max(low, left[0]) + 1)


def beside_range(claim: Claim, left: tuple[int, int]) -> Claim:
    """A count of which a release of before left a range: where a figure leaves fewer than five, nothing is said."""
    is_exact = left[0] == left[1]
    return claim if is_exact or not 0 < in_common(claim, left) < ENOUGH else replace(claim, figure=None)

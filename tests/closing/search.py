"""Every short relation that holds in all families: at most three counts, times one or the days of the period."""

from __future__ import annotations

import os
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]

DAYS = 2
"""Stands for the number of days in a relation, as 1 does for one; so they are in their order, too."""
FACTORS = (-DAYS, -1, 1, DAYS)
AT_ONCE = 20_000
"""Relations that are looked at together."""
SHARES = (64, 512)
"""Families that most relations do not outlive, and then more of them."""

EVERY = int(os.environ.get("HEARTH_FIGURE_RELATIONS", "4"))
"""Every so-manyth relation is asked for, and the first of each count; 1 asks for all."""

Relation = tuple[tuple[int, int], ...]
"""Number and factor of each count: their sum is zero or more."""


def some_of(found: Sequence[Relation]) -> list[Relation]:
    """Some relations, of all counts that stand in any."""
    chosen, seen = [], set[int]()
    for number, relation in enumerate(found):
        counts = {count for count, _ in relation}
        if number % EVERY == 0 or not counts <= seen:
            chosen.append(relation)
            seen |= counts
    assert len(chosen) >= len(found) / EVERY
    assert seen == {count for relation in found for count, _ in relation}
    return chosen


def holding(counts: Numbers, days: Numbers) -> list[Relation]:
    """The relations that hold in all families, without those that another one says already.

    Args:
        counts: of each family in a row, one in each column.
        days: of the period of each family.
    """
    found: list[Relation] = []
    said = np.zeros((counts.shape[1], counts.shape[1], 2 * DAYS + 1, 2 * DAYS + 1), dtype=np.bool_)
    for many in (1, 2, 3):
        # All counts of a family are zero or more: a relation says something where a factor is below zero.
        ways = np.array([way for way in product(FACTORS, repeat=many) if min(way) < 0 and not _is_double(way)])
        chosen = np.array(list(combinations(range(counts.shape[1]), many)))
        for part in np.array_split(chosen, len(chosen) * len(ways) // AT_ONCE + 1):
            places, factors = np.repeat(part, len(ways), axis=0), np.tile(ways, (len(part), 1))
            for rows in _shares(len(counts)):
                kept = _least(counts[rows], days[rows], places, factors) >= 0
                places, factors = places[kept], factors[kept]
                new = ~_is_said(said, places, factors)
                places, factors = places[new], factors[new]
            found += [
                tuple(zip(map(int, where), map(int, how), strict=True))
                for where, how in zip(places, factors, strict=True)
            ]
        if many == 2:
            for (one, first), (other, second) in (each for each in found if len(each) == many):
                said[one, other, DAYS + first :, DAYS + second :] = True
    return list(_sharpest(found))


def _shares(families: int) -> Iterator[slice]:
    """A few families first, then all the others."""
    ends = [min(families, each) for each in (*SHARES, families)]
    yield from (slice(begin, end) for begin, end in pairwise([0, *ends]) if begin < end)


def _is_double(way: Sequence[int]) -> bool:
    """Whether it is another way times the days."""
    return all(abs(factor) == DAYS for factor in way)


def _is_said(said: Flags, places: Numbers, factors: Numbers) -> Flags:
    """Whether two of the three counts say it, and the third one only adds to it."""
    found = np.zeros(len(places), dtype=np.bool_)
    for third in range(places.shape[1] if places.shape[1] > 2 else 0):
        one, other = (each for each in range(3) if each != third)
        pair = said[places[:, one], places[:, other], DAYS + factors[:, one], DAYS + factors[:, other]]
        found |= pair & (factors[:, third] > 0)
    return found


def _least(counts: Numbers, days: Numbers, places: Numbers, factors: Numbers) -> Numbers:
    """The least that each sum is in any of the families."""
    if not len(places):
        return np.zeros(0, dtype=np.int64)
    total = np.zeros((len(places), len(counts)), dtype=np.int64)
    by_count = np.ascontiguousarray(counts.T)
    for number in range(places.shape[1]):
        sign = np.sign(factors[:, number])[:, None]
        times = np.where(np.abs(factors[:, number])[:, None] == DAYS, days, 1)
        total += sign * times * by_count[places[:, number]]
    least: Numbers = total.min(axis=1)
    return least


def _sharpest(found: Sequence[Relation]) -> Iterator[Relation]:
    """Those of relations that are no other one with something more on the side that is more."""
    known = set(found)
    for relation in found:
        weaker = (
            tuple((place, factor) for (place, _), factor in zip(relation, way, strict=True) if factor)
            for way in product(*([each for each in (-DAYS, -1, 0, 1, DAYS) if each <= most] for _, most in relation))
        )
        if not any(other in known for other in weaker if other and other != relation):
            yield relation

"""The proof of a release: a federation that could be, whose counts are its figures or a little below them.

Let there be one whose every count is its figure, or lies below it by four at most. Then one child more of any kind, or
two, three or four, could be there too: each count moves by four at most, days by those of four children, and each stays
within the interval that its figure says. So each count may be five whole numbers at least, and no relation that holds
by definition, known to us or not, can make them fewer: all of these are federations in which it holds. Where public
registers bound a count from above, as many could be missing instead.

Figures that are rounded so as to add up are nearly always such counts themselves. Which have no room beside the others,
linear programs tell, an area at a time; those are taken out. Nothing here knows a count, so that what is taken out
tells nothing that figures do not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import highspy
import numpy as np

from countries.solver import solver_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from countries.rounding import Bound

INFINITE = highspy.kHighsInf
UNIT = 5
UNBOUND = 1 << 40
"""More than any count is."""
FREE = 0.0001
"""What it costs to move within its room: next to nothing, so that no more moves than must."""
HIDDEN = FREE / 1000
"""And to move what nobody publishes: less, so that this gives way first."""
MUST = 100.0
"""So much more it costs to move what is out."""
CLOSE = 1e-6


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said of one count.

    Attributes:
        figure: its figure; none where nothing is published of it.
        base: what its figure is a multiple of.
        most: what public registers leave at most.
        is_new: whether it may still be taken out.
        weight: what its loss costs readers.
        settled: what it is in the federation that proved an earlier release; of a new stock, what it was before.
    """

    figure: int | None
    base: int = 5
    most: int | None = None
    is_new: bool = True
    weight: float = 1.0
    settled: int | None = None

    @property
    def room(self) -> tuple[int, int]:
        """The least and the most that it may be in the federation that proves it.

        With four children more, or days of four, it is to stay within its interval: so it is not above its figure, of
        days not by more than those of one child, and not below by more than a figure may be off. Where places bound
        it, children may be fewer.
        """
        if self.figure is None:
            return 0, UNBOUND if self.most is None else self.most
        low = max(0, self.figure - self.base + 1)
        high = self.figure + self.base // UNIT - 1 if self.figure else 0
        return low, high if self.most is None else max(min(high, self.most), low)

    def holds(self, value: float) -> bool:
        """Whether a count of the federation that proves it has room."""
        low, high = self.room
        return low - CLOSE * self.base <= value <= high + CLOSE * self.base

    @property
    def centre(self) -> int:
        """What it is there, where nothing stands in the way."""
        low, high = self.room
        return min(max((self.figure or 0) if self.settled is None else self.settled, low), high)

    @property
    def interval(self) -> tuple[int, int]:
        """The least and the most that the count may be."""
        figure = self.figure or 0
        high = figure + self.base - 1
        return max(0, figure - self.base + 1), high if self.most is None else max(figure, min(high, self.most))


@dataclass(frozen=True, slots=True)
class Claims:
    """All that is said, in this release and in those that bind it.

    Attributes:
        claims: of each count.
        groups: the indexes of the counts of each area, those that others add up to first.
        bounds: what holds within groups.
        sums: a count of the first group, and those of other groups that it is the sum of.
    """

    claims: Sequence[Claim]
    groups: Sequence[Sequence[int]]
    bounds: Sequence[Bound]
    sums: Sequence[tuple[int, tuple[int, ...]]]


@dataclass(slots=True)
class Proof:
    """What was found.

    Attributes:
        federation: a federation of which all figures that stay are counts.
        taken_out: the new counts of which nothing is published after all.
        narrow: whether what was out before is itself no such federation.
    """

    federation: dict[int, float] = field(default_factory=dict)
    taken_out: set[int] = field(default_factory=set)
    is_narrow: bool = False


def prove(claims: Claims) -> Proof:
    """Take out what must be, and prove the rest.

    Args:
        claims: all that is said.
    """
    proof = Proof()
    group_of = {index: number for number, group in enumerate(claims.groups) for index in group}
    bounds: list[list[Bound]] = [[] for _ in claims.groups]
    for bound in claims.bounds:
        bounds[group_of[bound.terms[0][0]]].append(bound)
    for number in range(1, len(claims.groups)):
        _settle(claims, number, bounds[number], {}, proof)
    wholes = {whole: sum(proof.federation[part] for part in parts) for whole, parts in claims.sums}
    _settle(claims, 0, bounds[0], wholes, proof)
    return proof


def _settle(claims: Claims, number: int, bounds: Sequence[Bound], fixed: Mapping[int, float], proof: Proof) -> None:
    """Take out the figures of a group that cannot stand beside the others."""
    members = claims.groups[number]
    held = {index for index in members if not claims.claims[index].is_new and claims.claims[index].settled is not None}
    found = _nearest(members, bounds, claims.claims, fixed, held) or _nearest(
        members, bounds, claims.claims, fixed, set()
    )
    if found is None:
        # What is out already cannot be: then nothing new is said here, and the auditor is told.
        proof.is_narrow = True
        found = {index: fixed.get(index, float(claims.claims[index].centre)) for index in members}
        proof.taken_out.update(
            index for index in members if claims.claims[index].is_new and claims.claims[index].figure is not None
        )
    for index, value in found.items():
        claim = claims.claims[index]
        proof.federation[index] = value
        low, high = claim.room
        is_sum = index not in fixed or abs(value - fixed[index]) <= CLOSE * claim.base
        if claim.figure is not None and not (is_sum and low - CLOSE * claim.base <= value <= high + CLOSE * claim.base):
            if claim.is_new:
                proof.taken_out.add(index)
            else:
                proof.is_narrow = True


def _nearest(
    members: Sequence[int],
    bounds: Sequence[Bound],
    claims: Sequence[Claim],
    fixed: Mapping[int, float],
    held: Collection[int],
) -> dict[int, float] | None:
    """The federation whose counts leave the room of as few figures as can be; what is out already does not."""
    if not members:
        return {}
    size, place = len(members), {index: number for number, index in enumerate(members)}
    units = np.array([claims[index].base for index in members], dtype=np.float64)
    centre = np.array([fixed.get(index, claims[index].centre) for index in members], dtype=np.float64)
    rooms = np.array([claims[index].room for index in members], dtype=np.float64)
    held_in = np.array([index in held and index not in fixed for index in members])
    stays = np.array([index in fixed or index in held for index in members])
    price = np.array([claims[index].weight * (1 if claims[index].is_new else MUST) for index in members])
    starts, columns, factors, low, high = [0], [], [], [], []
    for bound in bounds:
        scale = min(abs(factor) * units[place[index]] for index, factor in bound.terms)
        total = sum(factor * centre[place[index]] for index, factor in bound.terms)
        for index, factor in bound.terms:
            at = place[index]
            step = factor * units[at] / scale
            columns += [at, at + size, at + 2 * size, at + 3 * size]
            factors += [step, -step, step, -step]
        low.append(-INFINITE if bound.low is None else (bound.low - total) / scale)
        high.append(INFINITE if bound.high is None else (bound.high - total) / scale)
        starts.append(len(columns))
    # Four ways to move a count: up and down, out of its room at a price and within it for next to nothing.
    within_up, within_down = np.maximum(rooms[:, 1] - centre, 0) / units, np.maximum(centre - rooms[:, 0], 0) / units
    down = np.maximum(centre / units - within_down, 0)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = 4 * size, len(bounds)
    free = np.array([FREE if claims[index].figure is not None else HIDDEN for index in members])
    model.col_cost_, model.col_lower_ = np.concatenate([price, price, free, free]), np.zeros(4 * size)
    wide = np.full(size, INFINITE)
    limits = [np.where(held_in, 0.0, wide), np.where(held_in, 0.0, down)]
    limits += [np.where(stays, 0.0, within_up), np.where(stays, 0.0, within_down)]
    model.col_upper_ = np.concatenate(limits)
    model.row_lower_, model.row_upper_ = np.array(low, dtype=np.float64), np.array(high, dtype=np.float64)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array(starts, dtype=np.int32)
    model.a_matrix_.index_ = np.array(columns, dtype=np.int32)
    model.a_matrix_.value_ = np.array(factors, dtype=np.float64)
    solver = solver_of(model)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    ways = np.asarray(solver.getSolution().col_value)
    up, down, later, sooner = ways.reshape(4, size)
    values = centre + units * (up - down + later - sooner)
    return dict(zip(members, (float(value) for value in values), strict=True))

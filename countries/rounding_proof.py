"""The proof of a release: its figures are the counts of a possible federation, in which everything comes in fives.

Let figures, which are multiples of five, be what somebody would count who counts exactly, of children that could be.
Then one child more of any kind, or two, three or four, could be there too: each count moves by four at most, days by
those of four children, and each stays within the interval that its figure says. Where a count is five or more, so many
could be missing as well. So each count may be five whole numbers at least, and no relation that holds by definition,
known to us or not, can make them fewer: all of these are federations in which it holds.

Figures that are rounded so as to add up are nearly always such counts. Which are not, linear programs tell, an area at
a time; those figures are taken out, until the others are. Nothing here knows a count, so that what is taken out tells
nothing that figures do not.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import highspy
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from countries.rounding import Bound

INFINITE = highspy.kHighsInf
UNIT = 5.0
FREE = 0.0001
"""What it costs to move what nobody publishes: next to nothing, so that no more moves than must."""
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
        settled: what it is in the federation that proved an earlier release, where nothing is published of it.
    """

    figure: int | None
    base: int = 5
    most: int | None = None
    is_new: bool = True
    weight: float = 1.0
    settled: int | None = None

    @property
    def drift(self) -> int:
        """How far from its figure it may be in such a federation: days of fewer children than one on all days.

        Four children more and so many days besides stay within the interval.
        """
        return self.base // 5 - 1

    @property
    def interval(self) -> tuple[int, int]:
        """The least and the most that the count may be where its figure is one of such a federation."""
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
    """Take out the figures of a group that cannot be counts beside the others."""
    members = claims.groups[number]
    found = _nearest(members, bounds, claims.claims, fixed) or _nearest(
        members, bounds, [replace(claim, settled=None) for claim in claims.claims], fixed
    )
    if found is None:
        # What is out already cannot be: then nothing new is said here, and the auditor is told.
        proof.is_narrow = True
        found = {index: fixed.get(index, float(_centre(claims.claims[index]))) for index in members}
        proof.taken_out.update(
            index for index in members if claims.claims[index].is_new and claims.claims[index].figure is not None
        )
    for index, value in found.items():
        claim = claims.claims[index]
        proof.federation[index] = value
        if claim.figure is not None and abs(value - claim.figure) > claim.drift + CLOSE * claim.base:
            if claim.is_new:
                proof.taken_out.add(index)
            elif abs(value - claim.figure) > claim.base - UNIT:
                proof.is_narrow = True


def _nearest(
    members: Sequence[int], bounds: Sequence[Bound], claims: Sequence[Claim], fixed: Mapping[int, float]
) -> dict[int, float] | None:
    """The federation whose counts differ from figures in as few as can be; what is out already does not."""
    if not members:
        return {}
    size, place = len(members), {index: number for number, index in enumerate(members)}
    units = np.array([claims[index].base for index in members], dtype=np.float64)
    centre = np.array([fixed.get(index, _centre(claims[index])) for index in members], dtype=np.float64)
    held = np.array([index in fixed or _is_settled(claims[index]) for index in members])
    price = np.array([FREE if claims[index].figure is None else claims[index].weight for index in members])
    most = np.array([INFINITE if (high := claims[index].most) is None else float(high) for index in members])
    starts, columns, factors, low, high_ = [0], [], [], [], []
    for bound in bounds:
        scale = min(abs(factor) * units[place[index]] for index, factor in bound.terms)
        total = sum(factor * centre[place[index]] for index, factor in bound.terms)
        for index, factor in bound.terms:
            at = place[index]
            step = factor * units[at] / scale
            columns += [at, at + size, at + 2 * size, at + 3 * size]
            factors += [step, -step, step, -step]
        low.append(-INFINITE if bound.low is None else (bound.low - total) / scale)
        high_.append(INFINITE if bound.high is None else (bound.high - total) / scale)
        starts.append(len(columns))
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = 4 * size, len(bounds)
    free = np.full(size, FREE)
    model.col_cost_, model.col_lower_ = np.concatenate([price, price, free, free]), np.zeros(4 * size)
    drift = np.array(
        [0 if index in fixed or claims[index].figure is None else claims[index].drift for index in members]
    )
    up, down = np.maximum(most - centre, 0.0) / units, centre / units
    model.col_upper_ = np.concatenate(
        [np.where(held, 0.0, up), np.where(held, 0.0, down), drift / units, drift / units]
    )
    model.row_lower_, model.row_upper_ = np.array(low, dtype=np.float64), np.array(high_, dtype=np.float64)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array(starts, dtype=np.int32)
    model.a_matrix_.index_ = np.array(columns, dtype=np.int32)
    model.a_matrix_.value_ = np.array(factors, dtype=np.float64)
    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # the solver has no types
    for option, value in {"output_flag": False, "threads": 1}.items():
        solver.setOptionValue(option, value)
    solver.passModel(model)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    ways = np.asarray(solver.getSolution().col_value)
    up, down, later, sooner = ways.reshape(4, size)
    values = centre + units * (up - down + later - sooner)
    return dict(zip(members, (float(value) for value in values), strict=True))


def _centre(claim: Claim) -> int:
    return claim.settled or 0 if claim.figure is None else claim.figure


def _is_settled(claim: Claim) -> bool:
    return claim.settled is not None if claim.figure is None else not claim.is_new

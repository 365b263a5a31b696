"""From a federation in parts of children to one in whole numbers, near to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import highspy
import numpy as np

from countries.solver import solver_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from countries.rounding import Bound
    from countries.rounding_claims import Claim, Story

INFINITE = highspy.kHighsInf
CLOSE = 1e-6
"""How near to a whole number is one."""
NODES = 300
"""How many branches are followed."""
GAP = 0.2
"""How near to the nearest is near enough."""


def is_whole(value: float) -> bool:
    """Whether a number of a program is a whole one."""
    return abs(value - round(value)) <= CLOSE * max(1.0, abs(value))


def made_whole(
    found: Mapping[int, float],
    bounds: Sequence[Bound],
    fixed: Mapping[int, int],
    free: Collection[int],
    claims: Sequence[Claim],
    story: Story,
) -> dict[int, int] | None:
    """The nearest federation in whole numbers; none where there is none, or none was found.

    Args:
        found: a federation in parts.
        bounds: what holds.
        fixed: what some counts are.
        free: those that need no room.
        claims: of every count.
        story: whose children have room.
    """
    members, size = list(found), len(found)
    place = {index: number for number, index in enumerate(members)}
    near = np.array([fixed.get(index, round(found[index])) for index in members], dtype=np.float64)
    units = np.array([claims[index].base for index in members], dtype=np.float64)
    rooms = [_room(index, fixed, free, claims, story) for index in members]
    low, high = (np.array([room[end] for room in rooms], dtype=np.float64) for end in (0, 1))
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = 2 * size, len(bounds)
    model.col_cost_ = np.concatenate([1 / units, 1 / units])
    # A number may lie out of its room by less than a part of a child: then it must move, one way.
    model.col_lower_ = np.concatenate([np.maximum(low - near, 0), np.maximum(near - high, 0)])
    model.col_upper_ = np.concatenate([np.maximum(high - near, 0), np.maximum(near - low, 0)])
    starts, columns, factors = [0], [], []
    for bound in bounds:
        for index, factor in bound.terms:
            columns += [place[index], place[index] + size]
            factors += [factor, -factor]
        starts.append(len(columns))
    totals = np.array([sum(factor * near[place[index]] for index, factor in bound.terms) for bound in bounds])
    lows, highs = (np.array([_end(each, end) for each in bounds]) for end in (0, 1))
    model.row_lower_, model.row_upper_ = lows - totals, highs - totals
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array(starts, dtype=np.int32)
    model.a_matrix_.index_ = np.array(columns, dtype=np.int32)
    model.a_matrix_.value_ = np.array(factors, dtype=np.float64)
    model.integrality_ = [highspy.HighsVarType.kInteger] * (2 * size)
    solver = solver_of(model, mip_max_nodes=NODES, mip_rel_gap=GAP)
    solver.run()
    solution = solver.getSolution()
    return _values(members, near, solution.col_value) if solution.value_valid else None


def _room(
    index: int, fixed: Mapping[int, int], free: Collection[int], claims: Sequence[Claim], story: Story
) -> tuple[float, float]:
    if index in fixed:
        return fixed[index], fixed[index]
    if index in free:
        most = claims[index].most
        return 0.0, INFINITE if most is None else most
    return claims[index].room(story)


def _end(bound: Bound, end: int) -> float:
    value = (bound.low, bound.high)[end]
    return (-INFINITE, INFINITE)[end] if value is None else float(value)


def _values(members: Sequence[int], near: Any, ways: Any) -> dict[int, int]:  # noqa: ANN401 - arrays of numbers
    up, down = np.asarray(ways).reshape(2, len(members))
    return {index: round(value) for index, value in zip(members, near + up - down, strict=True)}

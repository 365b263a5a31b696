"""From a federation in parts of children to one in whole numbers, near to it, an area at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import highspy
import numpy as np

from countries.disclosure.solver import ProgramRows, program_of, solver_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from countries.disclosure.rounding import Bound
    from countries.disclosure.rounding_claims import Claim, Story

INFINITE = highspy.kHighsInf
CLOSE = 1e-5
"""How near to a whole number is one."""
NODES = 60
"""How many branches are followed."""
GAP = 0.5
"""How near to the nearest is near enough."""
LOST = 200.0
"""What it costs to leave a room, by a base: no more leave than must."""
MUST = 20.0
"""And so much more for what is out."""
ASKED = 8.0
"""So much dearer it is not to be what sums ask for."""
HIDDEN = 0.02
"""What it costs to move what nobody publishes, beside what is published."""


HALF = 0.5
FAR = 0.7
"""So far from what was found a number is asked to move, and not left as it is."""
SIGNS = np.array([[1.0, -1.0, 1.0, -1.0]])
"""Which way each of the four moves of a count goes."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """What room counts are to have.

    Attributes:
        claims: of every count.
        hidden: those of which nothing is said.
        story: whose children have room.
    """

    claims: Sequence[Claim]
    hidden: Collection[int]
    story: Story


class AreaArrays:
    """The counts of an area, and what holds among them, as arrays.

    Attributes:
        members: indexes of its counts.
        bounds: what holds among them.
        indexes: its members, as an array.
    """

    def __init__(self, members: Sequence[int], bounds: Sequence[Bound]) -> None:
        self.members = members
        self.bounds = bounds
        self.indexes = np.array(members, dtype=np.int64)
        place = {index: number for number, index in enumerate(members)}
        terms = [(number, place[index], factor) for number, bound in enumerate(bounds) for index, factor in bound.terms]
        self.rows = np.array([each[0] for each in terms], dtype=np.int64)
        self.columns = np.array([each[1] for each in terms], dtype=np.int32)
        self.factors = np.array([each[2] for each in terms], dtype=np.float64)
        self.lows = np.array([-INFINITE if each.low is None else float(each.low) for each in bounds])
        self.highs = np.array([INFINITE if each.high is None else float(each.high) for each in bounds])

    def totals(self, values: Any) -> Any:  # noqa: ANN401 - arrays of numbers
        """What each sum comes to."""
        return np.bincount(self.rows, self.factors * values[self.columns], len(self.bounds))

    def holds(self, values: Any) -> bool:  # noqa: ANN401 - arrays of numbers
        """Whether all of it does."""
        return not self.broken(values)

    def broken(self, values: Any) -> int:  # noqa: ANN401 - numbers, in an array or a list
        """By how much it does not, all in all."""
        totals = self.totals(np.asarray(values))
        lacks = np.maximum(self.lows - totals, 0.0) + np.maximum(totals - self.highs, 0.0)
        return int(np.ceil(lacks.sum()))


def made_whole(
    group: AreaArrays,
    found: Mapping[int, float],
    wanted: Mapping[int, float],
    fixed: Mapping[int, int],
    rooms: Rooms,
) -> dict[int, int]:
    """An area in whole numbers: as it was found, or near to what is wanted; where nothing is found, rounded.

    Args:
        group: the area.
        found: it in parts.
        wanted: what it is to be near to.
        fixed: what some counts are.
        rooms: what room counts are to have.
    """
    members = group.members
    values = np.array([float(fixed.get(index, found[index])) for index in members])
    whole = np.round(values)
    is_whole = np.abs(values - whole) <= CLOSE * np.maximum(1.0, np.abs(values))
    asked = np.array([wanted[index] for index in members])
    is_asked = bool(np.any(np.abs(asked - values) >= FAR))
    if not is_asked and is_whole.all() and group.holds(whole):
        return _named(members, whole)
    area = _Area(group, values, asked, fixed, rooms)
    # First only what is not whole moves; else all may; and at last what must leaves its room.
    nothing = np.zeros(len(members), dtype=bool)
    stays = is_whole & (np.abs(asked - values) < FAR)
    for still, strict in ((stays, True), (nothing, True), (nothing, False)):
        after = area.solved(still, strict=strict)
        if after is not None and not group.holds(after):
            # Days come out whole by themselves, most of the time.
            after = area.days(after)
        if after is not None and group.holds(after):
            return _named(members, after)
    return _named(members, whole)


def whole_together(
    group: AreaArrays,
    found: Mapping[int, float],
    wanted: Mapping[int, float],
    loose: Collection[int],
    moving: Collection[int],
    rooms: Rooms,
) -> dict[int, int] | None:
    """A region with its countries in whole numbers, where only moves what is not whole; none where that is not enough.

    Args:
        group: the region and its countries.
        found: it in parts.
        wanted: what it is to be near to.
        loose: sums, which leave their rooms rather than that nothing is found.
        moving: those that may move, as without them nothing is found.
        rooms: what room counts are to have.
    """
    members = group.members
    values = np.array([found[index] for index in members])
    asked = np.array([wanted[index] for index in members])
    whole = np.round(values)
    stays = (np.abs(values - whole) <= CLOSE * np.maximum(1.0, np.abs(values))) & (np.abs(asked - values) < FAR)
    if stays.all() and group.holds(whole):
        return _named(members, whole)
    stays &= ~np.array([index in moving for index in members])
    area = _Area(group, values, asked, {}, rooms)
    area.loosen([index in loose for index in members])
    after = area.solved(stays, strict=True)
    if after is not None and not group.holds(after):
        after = area.days(after)
    return _named(members, after) if after is not None and group.holds(after) else None


def _named(members: Sequence[int], values: Any) -> dict[int, int]:  # noqa: ANN401 - arrays of numbers
    return {index: round(value) for index, value in zip(members, values.tolist(), strict=True)}


class _Area:
    """Each count moves from a whole number, up or down, and out of its room at a price."""

    def __init__(
        self,
        group: AreaArrays,
        values: Any,  # noqa: ANN401 - arrays of numbers
        asked: Any,  # noqa: ANN401 - arrays of numbers
        fixed: Mapping[int, int],
        rooms: Rooms,
    ) -> None:
        self._group, self._whole = group, np.round(values)
        members = group.members
        mine = [rooms.claims[index] for index in members]
        is_free = np.array([rooms.claims[index].figure is None or index in rooms.hidden for index in members])
        ends = np.array([each.room(rooms.story) for each in mine], dtype=np.float64)
        mosts = np.array([INFINITE if each.most is None else each.most for each in mine], dtype=np.float64)
        self._low, self._high = np.where(is_free, 0.0, ends[:, 0]), np.where(is_free, mosts, ends[:, 1])
        self._is_fixed = np.array([index in fixed for index in members])
        units = np.array([each.base for each in mine], dtype=np.float64) / 5
        self._units = units
        lost = np.array([each.weight * (1.0 if each.is_new else MUST) for each in mine])
        self._price = LOST * lost / units
        pull = np.where(np.abs(asked - values) >= FAR, ASKED, 1.0)
        self._free = np.where(is_free, HIDDEN, lost) * pull / units
        # What cannot be in its room need not be.
        self._is_lost = (values < self._low - HALF) | (values > self._high + HALF)
        # What is wanted, in its room.
        near = np.clip(np.round(asked), self._low, np.maximum(self._low, self._high))
        self._near = np.where(self._is_fixed, self._whole, near)

    def loosen(self, loose: Sequence[bool]) -> None:
        """Let some leave their rooms, at their price."""
        self._is_lost = self._is_lost | np.array(loose)

    def solved(self, stays: Any, *, strict: bool) -> Any:  # noqa: ANN401 - arrays of numbers
        """Children in whole numbers; none where there are none, or none were found."""
        near = np.where(stays, self._whole, self._near)
        outside = self._is_lost if strict else np.ones(len(near), dtype=bool)
        return self._moved(near, stays | self._is_fixed, outside, self._units == 1)

    def days(self, near: Any) -> Any:  # noqa: ANN401 - arrays of numbers
        """Days in whole numbers beside children."""
        is_day = self._units > 1
        return self._moved(near, ~is_day | self._is_fixed, self._is_lost, is_day)

    def _moved(self, near: Any, still: Any, outside: Any, whole: Any) -> Any:  # noqa: ANN401 - arrays of numbers
        group, size = self._group, len(near)
        up, down = np.maximum(self._high - near, 0), np.maximum(near - self._low, 0)
        up, down = np.where(still, 0.0, up), np.where(still, 0.0, down)
        over = np.where(outside & ~still, INFINITE, 0.0)
        under = np.where(outside & ~still, np.maximum(near - down, 0), 0.0)
        back_up, back_down = np.maximum(self._low - near, 0), np.maximum(near - self._high, 0)
        costs = np.concatenate([self._free, self._free, self._price, self._price])
        # Days that are no whole numbers may lie outside by less than one.
        mosts = [up + np.where(still, 0.0, back_up), down + np.where(still, 0.0, back_down), over, under]
        totals = group.totals(near)
        columns = (group.columns[:, None] + size * np.arange(4, dtype=np.int32)[None, :]).ravel()
        factors = (group.factors[:, None] * SIGNS).ravel()
        rows = ProgramRows(np.repeat(group.rows, 4), columns, factors, group.lows - totals, group.highs - totals)
        model = program_of(costs, np.concatenate(mosts), rows, np.tile(whole, 4))
        solver = solver_of(model, mip_max_nodes=NODES, mip_rel_gap=GAP)
        solver.run()
        solution = solver.getSolution()
        if not solution.value_valid:
            return None
        ways = np.asarray(solution.col_value).reshape(4, size)
        return np.round(near + ways[0] - ways[1] + ways[2] - ways[3])

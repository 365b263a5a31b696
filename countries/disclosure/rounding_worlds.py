"""Look for a federation that could be: near the figures, with room for a few children more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import highspy
import numpy as np

from countries.disclosure.rounding_claims import MOST_MISSED
from countries.disclosure.solver import ProgramRows, program_of, solver_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from countries.disclosure.rounding import Bound
    from countries.disclosure.rounding_claims import Claim, Story

INFINITE = highspy.kHighsInf
LOST = 10.0
"""What it costs to move one of weight one out of its room, by a base."""
FREE = 0.01
"""What it costs to move within its room: next to nothing, so that no more moves than must."""
HIDDEN = FREE / 1000
"""And to move what nobody publishes: less, so that this gives way first."""
DAYS = FREE / 100
"""And to move days, a base at a time: so they give way before children do, who are whole."""
SUM = 1.0
"""So many times that it costs to move what others add up to."""
ABOVE, BESIDE = 20.0, 4.0
"""So much more it costs that what others add up to leaves its room: one country gives way rather than all of them."""
SPARE = 20.0
"""So many days within its room what others add up to is looked for, as whole numbers are not what parts add up to."""
MUST = 1000.0
"""So much more it costs to move what is out."""
UNIT = 5
"""The base of what is counted in whole children."""


@dataclass(frozen=True, slots=True)
class FederationPart:
    """A part of a federation that is settled at once.

    Attributes:
        members: its counts.
        bounds: what holds among them.
        held: those that are to stay what they were before.
        sums: those that others add up to.
        first: those that all others add up to.
        hidden: those of which nothing is said after all.
    """

    members: Sequence[int]
    bounds: Sequence[Bound]
    held: Collection[int]
    sums: Collection[int]
    first: Collection[int]
    hidden: Collection[int]


def nearest(part: FederationPart, claims: Sequence[Claim], story: Story) -> dict[int, float] | None:
    """The federation whose counts leave the room of as few figures as can be; what is out already does not.

    Args:
        part: what is looked for.
        claims: of every count.
        story: whose children are to have room.
    """
    if not part.members:
        return {}
    program = _MoveProgram(part, claims, story)
    solver = solver_of(program.model())
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return program.values(np.asarray(solver.getSolution().col_value))


class _MoveProgram:
    """Five ways to move a count from its centre: within its room, up and down; out of it, up and down, at a price."""

    def __init__(self, part: FederationPart, claims: Sequence[Claim], story: Story) -> None:
        self._part = part
        self._members = part.members
        self._place = {index: number for number, index in enumerate(part.members)}
        mine = [claims[index] for index in part.members]
        hidden = np.array([index in part.hidden or claims[index].figure is None for index in part.members])
        rooms = np.array([each.room(story) for each in mine], dtype=np.float64)
        above = np.array([index in part.sums for index in part.members])
        days = np.array([each.base > UNIT for each in mine])
        first = np.array([index in part.first for index in part.members])
        matters = np.array([each.weight >= MOST_MISSED or not each.is_new for each in mine])
        spare = np.where(above & days, SPARE, np.where(first & matters, 1.0, 0.0))
        spare = np.minimum(spare, (rooms[:, 1] - rooms[:, 0]) / 4)
        rooms += np.stack([spare, -spare], axis=1)
        mosts = np.array([INFINITE if each.most is None else each.most for each in mine], dtype=np.float64)
        self._centre = np.array([claims[index].centre(story) for index in part.members], dtype=np.float64)
        self._units = np.array([each.base for each in mine], dtype=np.float64)
        held = np.array([index in part.held for index in part.members])
        price = LOST * np.array([each.weight * (1 if each.is_new else MUST) for each in mine])
        most = np.array([each.weight >= MOST_MISSED for each in mine])
        price *= np.where(above, np.where(most, ABOVE, BESIDE), 1.0)
        free = np.array([FREE if each.base == UNIT else DAYS for each in mine])
        free *= np.where(above, SUM, 1.0)
        self._low = np.where(hidden, 0.0, rooms[:, 0])
        self._high = np.where(hidden, mosts, rooms[:, 1])
        self._centre = np.where(above & ~held, np.clip(self._centre, self._low, self._high), self._centre)
        self._low, self._high = np.where(held, self._centre, self._low), np.where(held, self._centre, self._high)
        self._costs = np.where(hidden, HIDDEN, free), price
        # What is held does not move at all.
        self._beyond = np.where(held, 0.0, 1.0)

    def model(self) -> Any:  # noqa: ANN401 - the solver has no types
        """The program."""
        size = len(self._members)
        units, centre = self._units, self._centre
        numbers, columns, factors, low, high = [], [], [], [], []
        for number, bound in enumerate(self._part.bounds):
            scale = min(abs(factor) * units[self._place[index]] for index, factor in bound.terms)
            total = sum(factor * centre[self._place[index]] for index, factor in bound.terms)
            for index, factor in bound.terms:
                at = self._place[index]
                step = factor * units[at] / scale
                columns += [at, at + size, at + 2 * size, at + 3 * size]
                factors += [step, -step, step, -step]
                numbers += [number] * 4
            low.append(-INFINITE if bound.low is None else (bound.low - total) / scale)
            high.append(INFINITE if bound.high is None else (bound.high - total) / scale)
        within_up, within_down = np.maximum(self._high - centre, 0) / units, np.maximum(centre - self._low, 0) / units
        down = np.maximum(centre / units - within_down, 0) * self._beyond
        up = np.where(self._beyond > 0, INFINITE, 0.0)
        free, price = self._costs
        costs, mosts = np.concatenate([price, price, free, free]), np.concatenate([up, down, within_up, within_down])
        return program_of(
            costs,
            mosts,
            ProgramRows(numbers, columns, factors, np.array(low, dtype=np.float64), np.array(high, dtype=np.float64)),
        )

    def values(self, ways: Any) -> dict[int, float]:  # noqa: ANN401 - arrays of numbers
        """What each count is."""
        up, down, later, sooner = ways.reshape(4, len(self._members))
        values = self._centre + self._units * (up - down + later - sooner)
        return dict(zip(self._members, (float(value) for value in values), strict=True))

"""What disclosure control works on: cells, and everything that anybody knows of how they add up. Plain data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator


class Fate(Enum):
    """Whether a cell is still to be decided."""

    OPEN = "open"
    """This release decides."""
    PUBLISHED = "published"
    """It is out already, or everybody knows it: a constant."""
    HIDDEN = "hidden"
    """An earlier release hid it, and it stays hidden."""
    FREE = "free"
    """Nobody publishes it; it binds others, and nothing is promised of it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One count.

    Attributes:
        value: the true count, which is never negative.
        primary: whether it would tell of a child by itself.
        cost: what its loss costs readers, above zero.
        fate: whether it is still to be decided.
        places: the neighbourhoods that it is in; others are looked for in the first of them first.
    """

    value: int
    primary: bool
    cost: float
    fate: Fate
    places: tuple[Hashable, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """That a sum of cells lies between two numbers; equal ones make an equation.

    Attributes:
        terms: index and coefficient of each cell.
        low: the least; none where there is no bound.
        high: the most; as `low`.
        is_loose: whether it seldom binds and makes for broken numbers: it is looked at once a table has been found.
    """

    terms: tuple[tuple[int, int], ...]
    low: int | None
    high: int | None
    is_loose: bool = False


@dataclass(frozen=True, slots=True)
class System:
    """All cells, and all that an attacker knows of them."""

    cells: tuple[Cell, ...]
    relations: tuple[Relation, ...]

    def check(self) -> None:
        """Make sure that the true counts satisfy every relation.

        Raises:
            ValueError: one does not; the message names its place, never a count.
        """
        for number, relation in enumerate(self.relations):
            total = sum(factor * self.cells[index].value for index, factor in relation.terms)
            if (relation.low is not None and total < relation.low) or (
                relation.high is not None and total > relation.high
            ):
                message = f"relation {number} does not hold for the counts themselves"
                raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Interval:
    """The whole numbers from `low` to `high`; without `high` there is no most."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Rule:
    """What is promised of every hidden cell.

    Attributes:
        threshold: its interval holds a number below this, and one that is not.
        width: the difference of its ends, at least.
    """

    threshold: int = 5
    width: int = 5

    def goals(self, value: int) -> Iterator[tuple[int, ...]]:
        """How far a hidden cell must be able to lie from its true count, in one of these ways, the plainest first.

        A way is one distance, up (positive) or down (negative), where the true count is the other end of the interval,
        or two, where it lies between them.
        """
        below, above = value - (self.threshold - 1), self.threshold - value
        up, down = max(self.width, above), max(self.width, below)
        if value < self.threshold:
            yield (up,)
        elif down <= value:
            yield (-down,)
        for rise in range(max(1, above), self.width):
            fall = max(1, self.width - rise, below)
            if fall <= value:
                yield (rise, -fall)

    def holds(self, interval: Interval) -> bool:
        """Whether an interval keeps the promise."""
        if interval.low >= self.threshold:
            return False
        return interval.high is None or (interval.high >= self.threshold and interval.high - interval.low >= self.width)

"""What a release says, and what it takes to prove it: the figure of each count, and what holds among counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countries.disclosure.rounding import Bound

CHILDREN = 4
"""So many children more make five numbers of one."""
MOST_MISSED = 30.0
"""The weight of what readers miss most: who is in care, who came and who left."""
UNBOUND = 1 << 40
"""More than any count is."""


class Story(IntEnum):
    """What children that might be there do; each proves counts that the other leaves alone.

    A story names the federation that proves counts of it. In half of the countries the two change places: else what
    is asked of all of them at once would add up, above them, to more than the few children that a figure leaves.

    Attributes:
        STAYS: they are there on all days, and neither come nor leave.
        VISITS: they come and leave between two days on which who is there is told.
    """

    STAYS = 0
    VISITS = 1


STAYING, VISITING = (CHILDREN, 0), (0, CHILDREN)
"""What a count grows by at most where four children more stay, and where they visit: of stocks, and of flows."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said of one count.

    Attributes:
        figure: its figure; none where nothing is published of it.
        base: what its figure is a multiple of.
        most: what public registers leave at most.
        is_new: whether it may still be taken out.
        weight: what its loss costs readers.
        settled: what it is in the federations that proved an earlier release, by story; of a new stock, what it was.
        more: by how much four children of each story make it larger, at most.
        is_held: whether it stays what it was before, as releases that are not looked at hang on it.
        is_swapped: whether children of it could live elsewhere in the same area: where places leave no room for more,
            four fewer prove it as well.
    """

    figure: int | None
    base: int = 5
    most: int | None = None
    is_new: bool = True
    weight: float = 1.0
    settled: tuple[int, int] | None = None
    more: tuple[int, int] = STAYING
    is_held: bool = False
    is_swapped: bool = False

    @property
    def interval(self) -> tuple[int, int]:
        """The least and the most that the count may be, as its figure says and registers leave."""
        if self.figure is None:
            return 0, UNBOUND if self.most is None else self.most
        high = self.figure + self.base - 1
        return max(0, self.figure - self.base + 1), high if self.most is None else max(
            self.figure, min(high, self.most)
        )

    def room(self, story: Story) -> tuple[int, int]:
        """The least and the most that it may be where four children of a story more are to stay in its interval."""
        low, high = self.interval
        if self.is_full and self.more[story]:
            return low + CHILDREN, high
        return low, max(low, high - self.more[story])

    @property
    def is_full(self) -> bool:
        """Whether places leave no room for four children more, while four of them could live elsewhere."""
        if not self.is_swapped or self.figure is None or self.most is None:
            return False
        low, high = self.interval
        return high < self.figure + CHILDREN and low + CHILDREN <= high

    def holds(self, value: float, story: Story) -> bool:
        """Whether a number has room."""
        low, high = self.room(story)
        return low <= value <= high

    def centre(self, story: Story) -> int:
        """What it is where nothing stands in the way."""
        low, high = self.room(story)
        return min(max((self.figure or 0) if self.settled is None else self.settled[story], low), high)


@dataclass(frozen=True, slots=True)
class Claims:
    """All that is said, in this release and in those that bind it.

    Attributes:
        claims: of each count.
        groups: the indexes of the counts of each area: the federation's first.
        bounds: what holds within groups.
        sums: a count, and those of other groups that it is the sum of.
        clusters: the numbers of the groups of each region, its own first, then those of its countries. What is in none
            stands alone.
    """

    claims: Sequence[Claim]
    groups: Sequence[Sequence[int]]
    bounds: Sequence[Bound]
    sums: Sequence[tuple[int, tuple[int, ...]]]
    clusters: Sequence[Sequence[int]] = ()

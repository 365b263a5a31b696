"""What is stored of a release for those who audit it: plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from graph.closing.lattice import Cell
    from graph.closing.named import Out
    from graph.closing.publishing import FigureRow
    from graph.closing.store import Numbers


class Proven(NamedTuple):
    """One row of `figure_proof`, as auditors read it; without an interval the count is known to everybody.

    Attributes:
        low: the least that the count may be.
        high: the most.
        shown: 1 where its figure is shown, 0 where not.
        settled: what it is in the federation that proves stocks.
        visited: what it is in the federation that proves flows.
        most: what public registers left of it at most when it was drawn.
    """

    low: int | None
    high: int | None
    shown: int | None
    settled: int | None
    visited: int | None
    most: int | None

    @property
    def numbers(self) -> tuple[int, int] | None:
        """What it is in both federations; none of a count that has no number in one."""
        return None if self.settled is None or self.visited is None else (self.settled, self.visited)

    def figure(self, base: int) -> int:
        """The figure of an interval: a zero's begins at zero, every other's above it."""
        return self.low + base - 1 if self.low else 0


@dataclass(frozen=True, slots=True)
class ProvenRelease:
    """A release and what proves it.

    Attributes:
        out: the release.
        commitment: the digest of its key; empty where counts were not rounded.
        rows: what proves each count.
    """

    out: Out
    commitment: str
    rows: Mapping[Cell, Proven]


@dataclass(frozen=True, slots=True)
class Evidence(ProvenRelease):
    """All that is stored of a release.

    Attributes:
        published: its figures.
        before: the releases that bind it and were out before, in the order in which they came out.
        beside: what else is in the federations that prove it, by the release whose count it is.
    """

    published: Sequence[FigureRow]
    before: Sequence[ProvenRelease]
    beside: Mapping[tuple[UUID, Cell], Numbers]

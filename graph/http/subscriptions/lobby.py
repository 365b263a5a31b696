"""Sockets that have not said yet who they are: few, and the oldest makes way for the next.

Whoever has a token says so at once, and is in nobody's way; whoever opens sockets without one pushes out only the like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator


class Stranger(Protocol):
    """Who waits to be known."""

    def leave(self, code: int, reason: str) -> None:
        """End the socket with a close code."""


class Lobby:
    """Strangers in the order in which they came.

    Args:
        most: how many may wait at a time.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._waiting: dict[Stranger, None] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def __iter__(self) -> Iterator[Stranger]:
        return iter(self._waiting)

    def enter(self, stranger: Stranger) -> None:
        """Let somebody wait; where there is no place, the oldest goes, and may try again."""
        while len(self._waiting) >= self._most:
            oldest = next(iter(self._waiting))
            del self._waiting[oldest]
            oldest.leave(1013, "Too many connections: try again in 1 second")
        self._waiting[stranger] = None

    def leave(self, stranger: Stranger) -> None:
        """Somebody waits no more."""
        self._waiting.pop(stranger, None)

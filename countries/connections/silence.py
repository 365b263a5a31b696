"""Connections whose server has fallen silent: it neither answers nor ends, and the statement's own limit says nothing.

PostgreSQL ends a statement that takes too long, and the driver asks it to. A machine that is frozen, or that has gone
without a word, does neither, and a coordinator that waits for such a node does not either. Each connection therefore
says until when it has to be back, which costs a statement two assignments. One timer of the pool looks after those that
are out, and cuts off the late ones. Whoever waits for one hears that the database is away.
"""

from __future__ import annotations

import asyncio
from typing import Protocol

LOOK_SECONDS = 1.0
GRACE_SECONDS = 2.0
"""How long after its limit a statement's end may be heard of."""


class Ends(Protocol):
    """A connection that can be cut off."""

    def terminate(self) -> None:
        """End it at once."""


class LentOut(Protocol):
    """A connection in somebody's hands, and until when it has to be back."""

    @property
    def connection(self) -> Ends:
        """The connection."""

    @property
    def limit(self) -> BackBy:
        """Until when it has to be back."""


class Silence:
    """Looks after the connections of a pool that are in somebody's hands.

    Args:
        seconds: how long one statement may take; None for as long as it likes.
    """

    def __init__(self, seconds: float | None) -> None:
        self.seconds = None if seconds is None else seconds + GRACE_SECONDS
        self._out: set[LentOut] = set()
        self._timer: asyncio.TimerHandle | None = None

    def begin(self, lane: LentOut) -> None:
        """Somebody takes a connection."""
        if self.seconds is None:
            return
        self._out.add(lane)
        if self._timer is None:
            self._look_later()

    def end(self, lane: LentOut) -> None:
        """It was given back."""
        self._out.discard(lane)

    def _look_later(self) -> None:
        self._timer = asyncio.get_running_loop().call_later(LOOK_SECONDS, self._look)

    def _look(self) -> None:
        self._timer = None
        now = asyncio.get_running_loop().time()
        for lane in [lane for lane in self._out if lane.limit.passed(now)]:
            lane.connection.terminate()
        if self._out:
            self._look_later()


class BackBy:
    """Until when a connection has to be back from what it is doing.

    Args:
        seconds: how long one statement may take, what its end needs to be heard of included.
    """

    __slots__ = ("_clock", "_seconds", "_until")

    def __init__(self, seconds: float | None = None) -> None:
        self._clock = asyncio.get_running_loop().time
        self._seconds = seconds
        self._until: float | None = None

    def set(self, statements: int = 1) -> None:
        """So many statements begin."""
        if self._seconds is not None:
            self._until = self._clock() + statements * self._seconds

    def lift(self) -> None:
        """They have ended."""
        self._until = None

    def passed(self, now: float) -> bool:
        """Whether the server is late."""
        return self._until is not None and self._until < now

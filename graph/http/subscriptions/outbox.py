"""What waits to be sent to one client: bounded, so that whoever reads too slowly is let go and holds up nobody."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from graph.shares.bounds import HeldAmounts

Frame = TypeVar("Frame", str, bytes)

MOST_FRAMES = 256
MOST_CHARACTERS = 4_000_000
"""What may wait for one client. A frame for which there is no other waits in any size: one answer has its own limit."""


@dataclass(frozen=True, slots=True)
class OutboxAccount:
    """Whose share what waits is taken from.

    Attributes:
        held: what waits for all callers.
        who: the caller's key.
    """

    held: HeldAmounts
    who: str


class Outbox(Generic[Frame]):
    """Frames in order, put by many and taken by one.

    A frame counts until the next one is taken: the one that is being sent waits for the reader too.

    Args:
        frames: how many may wait.
        size: how long they may be together.

    Attributes:
        overflowed: whether a frame found no place; then nothing more is taken in, or given out.
    """

    def __init__(self, frames: int = MOST_FRAMES, size: int = MOST_CHARACTERS) -> None:
        self._waiting: deque[Frame] = deque()
        self._frames, self._limit = frames, size
        self._size = 0
        self._changed = asyncio.Event()
        self._room = asyncio.Event()
        self._closed = False
        self._account: OutboxAccount | None = None
        self._charged = 0
        self._under_way = 0
        self.overflowed = False

    def charge(self, account: OutboxAccount) -> None:
        """Take what waits from a caller's share, from now on."""
        self._account = account
        self._charge(self._size)

    def settle(self) -> None:
        """Give the share back: nothing is sent any more."""
        self.close()
        self._charge(-self._charged)

    def put(self, frame: Frame) -> bool:
        """Let a frame wait; whether there was a place for it."""
        if self._closed:
            return False
        if self._waiting and (len(self._waiting) >= self._frames or self._size + len(frame) > self._limit):
            return self._overflow()
        if self._account is not None and not self._account.held.has_room(self._account.who, len(frame)):
            return self._overflow()
        self._keep(frame)
        return True

    def put_anyway(self, frame: Frame) -> None:
        """Let a frame wait whatever else does: for what must not be lost."""
        if not self._closed:
            self._keep(frame)

    async def put_when_empty(self, frame: Frame) -> None:
        """Let a frame wait once nothing else does: for answers, whose sender can wait itself."""
        while self._waiting and not self._closed:
            self._room.clear()
            await self._room.wait()
        self.put_anyway(frame)

    async def take(self) -> Frame | None:
        """The next frame, when the one before has left; nothing once the outbox is closed and empty."""
        self._charge(-min(self._under_way, self._charged))
        self._under_way = 0
        while not self._waiting:
            if self._closed:
                return None
            self._changed.clear()
            await self._changed.wait()
        frame = self._waiting.popleft()
        self._size -= len(frame)
        self._under_way = len(frame)
        if not self._waiting:
            self._room.set()
        return frame

    def close(self) -> None:
        """Take no more; what waits is still given out."""
        self._closed = True
        self._changed.set()
        self._room.set()

    def _keep(self, frame: Frame) -> None:
        self._waiting.append(frame)
        self._size += len(frame)
        self._charge(len(frame))
        self._changed.set()

    def _overflow(self) -> bool:
        self.overflowed = True
        self._waiting.clear()
        self._charge(-min(self._size, self._charged))
        self._size = 0
        self.close()
        return False

    def _charge(self, size: int) -> None:
        if self._account is None or not size:
            return
        self._charged += size
        if size > 0:
            self._account.held.add(self._account.who, size)
        else:
            self._account.held.give(self._account.who, -size)

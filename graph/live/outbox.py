"""What waits to be sent to one client: bounded, so that whoever reads too slowly is let go and holds up nobody."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Generic, TypeVar

Frame = TypeVar("Frame", str, bytes)

MOST_FRAMES = 256
MOST_CHARACTERS = 4_000_000
"""What may wait for one client. A frame for which there is no other waits in any size: one answer has its own limit."""


class Outbox(Generic[Frame]):
    """Frames in order, put by many and taken by one.

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
        self.overflowed = False

    def put(self, frame: Frame) -> bool:
        """Let a frame wait; whether there was a place for it."""
        if self._closed:
            return False
        if self._waiting and (len(self._waiting) >= self._frames or self._size + len(frame) > self._limit):
            self.overflowed = True
            self._waiting.clear()
            self._size = 0
            self.close()
            return False
        self._waiting.append(frame)
        self._size += len(frame)
        self._changed.set()
        return True

    async def put_when_empty(self, frame: Frame) -> None:
        """Let a frame wait once nothing else does: for answers, whose sender can wait itself."""
        while self._waiting and not self._closed:
            self._room.clear()
            await self._room.wait()
        self.put(frame)

    async def take(self) -> Frame | None:
        """The next frame; nothing once the outbox is closed and empty."""
        while not self._waiting:
            if self._closed:
                return None
            self._changed.clear()
            await self._changed.wait()
        frame = self._waiting.popleft()
        self._size -= len(frame)
        if not self._waiting:
            self._room.set()
        return frame

    def close(self) -> None:
        """Take no more; what waits is still given out."""
        self._closed = True
        self._changed.set()
        self._room.set()

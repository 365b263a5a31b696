"""How many requests a caller begins in a turn of the event loop: what comes at once is begun in several turns.

A request that begins works until it waits for the database. Of one caller with hundreds of clients, others would meet
all of that in each turn of the loop, and an answer needs several turns. What is begun later waits behind its own
caller's only. It costs nothing where fewer come.
"""

from __future__ import annotations

import asyncio
from collections import deque

AT_ONCE = 8
"""Requests of one caller that begin in a turn of the loop, at about 50 microseconds each."""
MOST_CALLERS = 1_000
"""Callers of whom is known how many they have begun; so many others in between, and nobody has begun much."""


class Gate:
    """Lets each caller's requests in, so many in a turn. One event loop uses it: there is no lock."""

    __slots__ = ("_begun", "_tick", "_waiting")

    def __init__(self) -> None:
        self._begun: dict[str, int] = {}
        """Requests since the last turn in which somebody had begun as many as one may."""
        self._waiting: dict[str, deque[asyncio.Future[None]]] = {}
        self._tick: asyncio.Handle | None = None

    def __len__(self) -> int:
        return sum(map(len, self._waiting.values()))

    def lets_in(self, who: str) -> bool:
        """Whether a request may begin now, which it does then; else it waits.

        Args:
            who: the caller's key.
        """
        begun = self._begun.get(who, 0) + 1
        if begun > AT_ONCE or (self._waiting and who in self._waiting):
            return False
        self._begun[who] = begun
        if begun == AT_ONCE or len(self._begun) > MOST_CALLERS:
            self._look_soon()
        return True

    async def wait(self, who: str) -> None:
        """Wait for a later turn, behind what the same caller sent before.

        Args:
            who: the caller's key.
        """
        future = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(who, deque()).append(future)
        self._look_soon()
        await future

    async def passed(self, who: str) -> None:
        """Begin a request, now or when it may.

        Args:
            who: the caller's key.
        """
        if not self.lets_in(who):
            await self.wait(who)

    def _look_soon(self) -> None:
        if self._tick is None:
            self._tick = asyncio.get_running_loop().call_soon(self._look)

    def _look(self) -> None:
        """A turn of the loop has gone by."""
        self._tick = None
        self._begun.clear()
        for who, queue in list(self._waiting.items()):
            begun = 0
            while queue and begun < AT_ONCE:
                future = queue.popleft()
                if not future.done():
                    future.set_result(None)
                    begun += 1
            if queue:
                self._look_soon()
            else:
                del self._waiting[who]
            if begun:
                self._begun[who] = begun
                self._look_soon()

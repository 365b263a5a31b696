"""Clients that wait for an answer: one that goes away ends what is done for it.

Whether a client is still there is asked by waiting for its next message, and costs a task. Most answers are ready long
before that is worth while, so that nobody is looked for at first, and one timer serves all who wait.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from starlette.requests import ClientDisconnect

if TYPE_CHECKING:
    from starlette.types import Receive

LOOK_AFTER_SECONDS = 0.02
"""Who has waited so long, and at most twice as long, is looked for."""


class Watch:
    """All who wait in one process, those who have come since the last look apart from those who were there."""

    def __init__(self) -> None:
        self._fresh: set[Client] = set()
        self._waiting: set[Client] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        """The loop, while the timer runs: to ask for it is a system call."""

    def task(self) -> asyncio.Task[Any] | None:
        """The task that asks."""
        return asyncio.current_task(self._loop)

    def add(self, client: Client) -> None:
        """Somebody waits from now on."""
        self._fresh.add(client)
        if self._timer is None:
            self._loop = asyncio.get_running_loop()
            self._timer = self._loop.call_later(LOOK_AFTER_SECONDS, self._look)

    def discard(self, client: Client) -> None:
        """Somebody has an answer."""
        self._fresh.discard(client)
        self._waiting.discard(client)

    def _look(self) -> None:
        for client in self._waiting:
            client.look()
        self._waiting, self._fresh = self._fresh, set()
        if self._waiting and self._loop is not None:
            self._timer = self._loop.call_later(LOOK_AFTER_SECONDS, self._look)
        else:
            self._timer = self._loop = None


class Client:
    """Whoever waits at the other end while a request is answered; a block with it ends when the client goes away.

    Args:
        receive: the request's ASGI messages; its body has been read.
        watch: who else waits.
    """

    __slots__ = ("_is_gone", "_looking", "_receive", "_task", "_watch")

    def __init__(self, receive: Receive, watch: Watch) -> None:
        self._receive = receive
        self._watch = watch
        self._task = watch.task()
        self._looking: asyncio.Task[None] | None = None
        self._is_gone = False

    def __enter__(self) -> None:
        self._watch.add(self)

    def look(self) -> None:
        """Look whether the client is still there, from now on."""
        self._looking = asyncio.get_running_loop().create_task(self._until_gone())

    async def _until_gone(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self._is_gone = True
        if self._task is not None:
            self._task.cancel()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._watch.discard(self)
        if self._looking is not None:
            self._looking.cancel()
        if self._is_gone and kind in (None, asyncio.CancelledError):
            if self._task is not None:
                self._task.uncancel()
            raise ClientDisconnect from None

"""A limit on how long something may be waited for: `asyncio.timeout` without its two coroutines.

Nearly every body is there before anybody waits for it, and every request asks.
"""

from __future__ import annotations

import asyncio


class Deadline:
    """A block that ends with `TimeoutError` where it takes longer.

    Args:
        seconds: how long it may take.
    """

    __slots__ = ("_is_late", "_seconds", "_task", "_timer")

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._is_late = False

    def __enter__(self) -> None:
        self._task = asyncio.current_task()
        self._timer = asyncio.get_running_loop().call_later(self._seconds, self._end)

    def _end(self) -> None:
        self._is_late = True
        if self._task is not None:
            self._task.cancel()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._timer.cancel()
        # A task that somebody else cancels too stays cancelled.
        if self._is_late and self._task is not None and self._task.uncancel() == 0 and kind is asyncio.CancelledError:
            raise TimeoutError from None

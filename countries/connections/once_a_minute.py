"""A log line that may be due a thousand times a second is written once a minute, with how often it was due."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

SECONDS = 60.0
LATER = 0.1
"""Loops round: a timer that is due a little early would find nothing to write."""
MOST_KEYS = 1_000
"""Kinds of lines that are remembered at a time; what the oldest one still holds back is written before it goes."""


@dataclass(slots=True)
class _Said:
    """What was written last of one kind, when, and how often it has been due since."""

    level: int
    message: str
    fields: Mapping[str, object]
    at: float
    held: int = 0


class OnceAMinute:
    """Writes lines of one logger, of each kind at most one a minute, and loses none from the count.

    The first line of a kind is written at once, with `times=1`. Those that come within a minute are counted; when it is
    over, one line says how many they were. So `times` of all lines together are as many as were said. For the thread of
    the event loop; where none runs, what is held back goes with the next line of its kind, or when it is flushed.

    Args:
        logger: what writes the lines.
        clock: seconds that never go back.
    """

    def __init__(self, logger: logging.Logger, clock: Callable[[], float] = time.monotonic) -> None:
        self._logger = logger
        self._clock = clock
        self._said: OrderedDict[Hashable, _Said] = OrderedDict()

    def say(
        self, key: Hashable, message: str, level: int = logging.WARNING, fields: Mapping[str, object] | None = None
    ) -> None:
        """Write a line, or count it.

        Args:
            key: what makes it the same as another one: a code, a reason, never a value that somebody sent.
            message: one sentence without a value.
            level: of `logging`.
            fields: named values, of the latest line where several are counted; none that somebody sent.
        """
        now = self._clock()
        said = self._said.get(key)
        if said is None:
            while len(self._said) >= MOST_KEYS:
                self._write(self._said.popitem(last=False)[1])
            self._said[key] = said = _Said(level, message, {}, now - SECONDS)
        said.level, said.message, said.fields = level, message, fields or {}
        said.held += 1
        if now >= said.at + SECONDS:
            said.at = now
            self._write(said)
            self._said.move_to_end(key)
        elif said.held == 1:
            self._later(said.at + SECONDS - now + LATER)

    def due(self) -> None:
        """Write what has been held back for a minute."""
        now = self._clock()
        for key, said in list(self._said.items()):
            if now < said.at + SECONDS:
                continue
            if said.held:
                said.at = now
                self._write(said)
                self._said.move_to_end(key)
            else:
                del self._said[key]

    def flush(self) -> None:
        """Write what is held back, however short a while; call it when the process ends."""
        for said in list(self._said.values()):
            self._write(said)
        self._said.clear()

    def _write(self, said: _Said) -> None:
        times, said.held = said.held, 0
        if times:
            self._logger.log(said.level, said.message, extra={"fields": {**said.fields, "times": times}})

    def _later(self, seconds: float) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        loop.call_later(seconds, self.due)

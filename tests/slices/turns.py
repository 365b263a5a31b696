"""What happens between two turns of the event loop, counted: calls of functions, whoever makes them; never a time."""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.shares.steps import Work

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from types import FrameType
    from typing import Any

CALLS = 40_000
"""Calls of functions that a turn of the loop may hold: ten milliseconds, at a quarter of a microsecond each."""


@dataclass
class Turns:
    """The turns of the loop so far.

    Attributes:
        calls: how many functions were called in each.
        steps: how many steps of work were taken in each.
    """

    calls: list[int] = field(default_factory=lambda: [0])
    steps: list[int] = field(default_factory=lambda: [0])


@asynccontextmanager
async def counted(monkeypatch: Any) -> AsyncIterator[Turns]:  # noqa: ANN401 - pytest's fixture
    """Count until the end of the block: calls as the interpreter sees them, whatever our own steps say."""
    turns, loop = Turns(), asyncio.get_running_loop()
    is_over = False
    take = Work.take

    def note(_: FrameType, event: str, __: object) -> None:
        if event in ("call", "c_call"):
            turns.calls[-1] += 1

    def counted_take(work: Work, steps: int) -> None:
        # A greenlet has a profile function of its own.
        sys.setprofile(note)
        turns.steps[-1] += steps
        take(work, steps)

    def turn() -> None:
        turns.calls.append(0)
        turns.steps.append(0)
        if not is_over:
            loop.call_soon(turn)

    monkeypatch.setattr(Work, "take", counted_take)
    loop.call_soon(turn)
    sys.setprofile(note)
    try:
        yield turns
    finally:
        sys.setprofile(None)
        is_over = True
        monkeypatch.setattr(Work, "take", take)

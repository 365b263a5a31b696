"""How much work something takes, so that a test may bound it on any machine: multiples of a known piece of work.

Only what this process computes counts, not the time that it waits for the processor, for the disk or for a server: a
machine that stalls, or on which others work, changes nothing. One that is slower is slower at the known piece too.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

STEPS = 1_000_000


@cache
def known_seconds() -> float:
    """What the known piece takes this process: a million additions, the quickest of three times."""
    return min(_once() for _ in range(3))


def _once() -> float:
    began, total = time.process_time(), 0
    for step in range(STEPS):
        total += step
    return time.process_time() - began


@contextmanager
def at_most(pieces: float) -> Iterator[None]:
    """What happens in the block takes no more work than so many known pieces; on today's machines each is 25 ms."""
    began = time.process_time()
    yield
    spent = time.process_time() - began
    assert spent < pieces * known_seconds(), f"{spent / known_seconds():.1f} pieces of work, {spent:.2f} s"

"""Steps of long synchronous work: where it takes one, whoever runs it may let others go first.

Parsing, validating, planning and writing SQL are plain functions that call each other deeply. They cannot wait, so they
run in a greenlet of their own: where a step finds the slice used up, the whole stack is laid aside, and taken up again
in the next slice (`slices.py`). Outside of such a greenlet a step is nothing. About a microsecond of processor time is
a step; whoever does more at once says how many it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextvars import copy_context
from time import thread_time
from typing import TypeVar

from greenlet import GreenletExit, getcurrent, greenlet  # type: ignore[import-untyped]  # it ships no types

LONG_LIST = 256
"""Values of a list from which on going through it takes steps."""

Value = TypeVar("Value")


class Work(greenlet):  # type: ignore[misc]  # greenlet has no types
    """A piece of synchronous work that is done in slices.

    Args:
        function: what is to be done; it takes steps.

    Attributes:
        left: steps that are left of the slice.
        steps: steps taken so far.
        seconds: processor time taken so far, in seconds; what others did in between is not in it.
        result: what the function gave.
    """

    def __init__(self, function: Callable[[], object]) -> None:
        super().__init__(self._do)
        # It speaks the language of whoever asks: a greenlet of itself knows nothing of its task.
        self.gr_context = copy_context()
        self._function = function
        self._began = 0.0
        self.left = 0
        self.steps = 0
        self.seconds = 0.0
        self.result: object = None

    def _do(self) -> None:
        self.result = self._function()

    @property
    def is_done(self) -> bool:
        """Whether there is nothing more to do."""
        return bool(self.dead)

    @property
    def taken(self) -> float:
        """Seconds of processor time, those of the slice that is under way among them."""
        return self.seconds + (thread_time() - self._began if self is getcurrent() else 0.0)

    def go_on(self, steps: int, error: Exception | None = None) -> None:
        """Do a slice.

        Args:
            steps: how many it has.
            error: what is raised in the work where it stands, if anything is.

        Raises:
            Exception: whatever the function raises.
        """
        self.parent = getcurrent()
        self.left = steps
        self._began = thread_time()
        try:
            if error is None:
                self.switch()
            else:
                self.throw(error)
        finally:
            self.seconds += thread_time() - self._began
            self.steps += steps - self.left

    def give_up(self) -> None:
        """Do no more of it: its frames and what they hold go now."""
        if self and not self.dead:
            self.parent = getcurrent()
            self.throw(GreenletExit)

    def take(self, steps: int) -> None:
        """Take steps; where the slice is used up, others go first."""
        self.left -= steps
        if self.left <= 0:
            self.parent.switch()


def step(steps: int = 1) -> None:
    """Take steps of the work that is under way, if there is one."""
    work = getcurrent()
    if work.__class__ is Work:
        work.take(steps)


def paced(values: Collection[Value]) -> Iterable[Value]:
    """A list or the like, or where it is long its values one by one, each of which is a step."""
    return values if len(values) < LONG_LIST else _paced(values)


def _paced(values: Iterable[Value]) -> Iterator[Value]:
    for value in values:
        step()
        yield value


def seconds_taken() -> float:
    """Processor seconds of the work that is under way; outside of any, of the thread."""
    work = getcurrent()
    return work.taken if work.__class__ is Work else thread_time()

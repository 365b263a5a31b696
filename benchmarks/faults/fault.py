"""What a fault is: a sentence, what is done, and what was seen of it besides the callers' answers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from benchmarks.faults.place import Place

Apply = Callable[[], Awaitable[str]]
Given = TypeVar("Given")


class SkippedError(Exception):
    """The machine does not let this fault be made; says why."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes:
        name: what breaks.
        around: sets up what has to be there before the callers begin, and takes it away when they have ended; gives
            what breaks it and mends it again, which returns what else is worth telling, or nothing.
    """

    name: str
    around: Callable[[Place], AbstractAsyncContextManager[Apply]]


@asynccontextmanager
async def as_it_is(place: Place) -> AsyncIterator[Place]:
    """Nothing has to be set up."""
    yield place


def fault(name: str) -> Callable[[Callable[[Place], Awaitable[str]]], Fault]:
    """Make a function a fault."""
    return fault_of(name, as_it_is)


def fault_of(
    name: str, around: Callable[[Place], AbstractAsyncContextManager[Given]]
) -> Callable[[Callable[[Given], Awaitable[str]]], Fault]:
    """Make a function a fault of what is set up around it."""

    def made(apply: Callable[[Given], Awaitable[str]]) -> Fault:
        @asynccontextmanager
        async def begun(place: Place) -> AsyncIterator[Apply]:
            async with around(place) as given:
                yield partial(apply, given)

        return Fault(name, begun)

    return made

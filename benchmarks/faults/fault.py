"""What a fault is: a sentence, what is done, and what was seen of it besides the callers' answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.faults.place import Place

Apply = Callable[["Place"], Awaitable[str]]


class SkippedError(Exception):
    """The machine does not let this fault be made; says why."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes:
        name: what breaks.
        apply: breaks it and mends it again; returns what else is worth telling, or nothing.
    """

    name: str
    apply: Apply


def fault(name: str) -> Callable[[Apply], Fault]:
    """Make a function a fault."""
    return lambda apply: Fault(name, apply)

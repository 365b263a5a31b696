"""An input that names a row on record, or says of a new one."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Either:
    """That an input names a row on record, or says of a new one: exactly one of the two.

    Attributes:
        named: the input that names one.
        said: what may be said of a new one; its `id` too.
        needed: what of that a new one is not recorded without.
        both: what is told where the input does both, at the name.
        neither: what is told where it does neither.
        lacking: what is told at each that is needed, and left out.
    """

    named: str
    said: tuple[str, ...]
    _: KW_ONLY
    needed: tuple[str, ...]
    both: Refusal
    neither: Refusal
    lacking: Refusal

    def faults(self, given: Mapping[str, object]) -> Iterator[Refusal]:
        """What is wrong of an input, as GraphQL has coerced it; what is null is left out."""
        said = [name for name in ("id", *self.said) if given.get(name) is not None]
        if given.get(self.named) is not None:
            yield from [self.both] if said else []
        elif not said:
            yield self.neither
        else:
            for name in self.needed:
                if name not in given:
                    yield replace(self.lacking, path=("input", name))

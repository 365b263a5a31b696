"""A plan's tree, gone through and changed, whatever its nouns hold."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from graph.declarations.model import EntityModel
from graph.shares.steps import step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")


def nouns_in(tree: object) -> Iterator[object]:
    """Every noun of the plan in a tree, and every entity that one names; what is inside comes after what it is in."""
    waiting: list[Any] = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, EntityModel):
            yield part
        elif isinstance(part, tuple):
            waiting.extend(reversed(part))
        else:
            held = _held_by(type(part))
            if held is not None:
                step(2)
                yield part
                waiting.extend([getattr(part, name) for name in held])


def changed(tree: T, change: Callable[[Any], Any]) -> T:
    """The tree with each of its nouns as `change` gives it, what is inside first; what stays the same is not copied."""
    now: Any = tree
    noun: Any = tree
    if isinstance(tree, tuple):
        parts = tuple(changed(part, change) for part in tree)
        now = tree if all(new is old for new, old in zip(parts, tree, strict=True)) else parts
    elif (names := _held_by(type(tree))) is not None:
        step(2)
        held = {name: getattr(noun, name) for name in reversed(names)}
        parts_now = {name: changed(part, change) for name, part in held.items()}
        others = {name: part for name, part in parts_now.items() if part is not held[name]}
        now = change(replace(noun, **others) if others else noun)
    return now  # type: ignore[no-any-return]  # a noun becomes one of its own kind


HELD: dict[type, tuple[str, ...] | None] = {}


def _held_by(kind: type) -> tuple[str, ...] | None:
    """What a noun of the plan holds, the last first; entities and their members are none, and stay as they are."""
    if kind not in HELD:
        is_noun = is_dataclass(kind) and kind.__module__.startswith("graph.plan.")
        HELD[kind] = tuple(each.name for each in reversed(fields(kind))) if is_noun else None
    return HELD[kind]

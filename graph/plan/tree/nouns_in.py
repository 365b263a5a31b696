"""A plan's tree, gone through and changed, whatever its nouns hold."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from graph.declarations.model import EntityModel
from graph.shares.steps import step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")


def nouns_in(part: Any) -> Iterator[object]:  # noqa: ANN401 - whatever a tree holds
    """Every noun of the plan in a tree, and every entity that one names; what is inside comes after what it is in."""
    if isinstance(part, EntityModel):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from nouns_in(inner)
    elif _is_noun(part):
        step(2)
        yield part
        for each in fields(part):
            yield from nouns_in(getattr(part, each.name))


def changed(tree: T, change: Callable[[Any], Any]) -> T:
    """The tree with each of its nouns as `change` gives it, what is inside first; what stays the same is not copied."""
    now: Any = tree
    noun: Any = tree
    if isinstance(tree, tuple):
        parts = tuple(changed(part, change) for part in tree)
        now = tree if all(new is old for new, old in zip(parts, tree, strict=True)) else parts
    elif _is_noun(tree):
        step(2)
        held = {each.name: getattr(noun, each.name) for each in fields(noun)}
        parts_now = {name: changed(part, change) for name, part in held.items()}
        others = {name: part for name, part in parts_now.items() if part is not held[name]}
        now = change(replace(noun, **others) if others else noun)
    return now  # type: ignore[no-any-return]  # a noun becomes one of its own kind


def _is_noun(part: Any) -> bool:  # noqa: ANN401 - whatever a tree holds
    """Whether it is a noun of the plan: entities and their members are declared elsewhere, and stay as they are."""
    return is_dataclass(part) and type(part).__module__.startswith("graph.plan.")

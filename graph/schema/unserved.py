"""Why lists are not narrowed, or ordered, by a value that is worked out: a sentence for whoever tries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.computed import Computed

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel


def unfiltered(entity: EntityModel) -> dict[str, str]:
    """For each computed field that `where` does not have, the reason."""
    beside = [each.name for each in entity.stored.values() if each.filters]
    return {each.api: _sentence(entity, each, "narrow", beside) for each in _computed(entity) if not each.filters}


def unordered(entity: EntityModel) -> dict[str, str]:
    """For each computed field that `orderBy` does not have, the reason."""
    beside = [each.name for each in entity.stored.values() if each.orders]
    return {each.api: _sentence(entity, each, "order", beside) for each in _computed(entity) if not each.orders}


def _computed(entity: EntityModel) -> list[Computed]:
    return [each for each in entity.members.values() if isinstance(each, Computed)]


def _sentence(entity: EntityModel, computed: Computed, does: str, beside: list[str]) -> str:
    names = [f"`{entity.stored[name].api}`" for name in computed.uses if name in beside]
    instead = f" {does.capitalize()} it by {' or '.join(names)}." if names else ""
    return f"`{computed.api}` is worked out for each row, and no index serves to {does} a list by it.{instead}"

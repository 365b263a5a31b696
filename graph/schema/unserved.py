"""Why lists are not narrowed, or ordered, by a value that is worked out: a sentence for whoever tries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.computed import Computed
from graph.refusals import Spoken

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel

UNFILTERED = (
    "`{field}` is worked out for each row, and no index serves to narrow a list by it.",
    "`{field}` is worked out for each row, and no index serves to narrow a list by it. Narrow it by {names}.",
)
UNORDERED = (
    "`{field}` is worked out for each row, and no index serves to order a list by it.",
    "`{field}` is worked out for each row, and no index serves to order a list by it. Order it by {names}.",
)
"""Where nothing that it is worked out from serves either; where something does."""


def unfiltered(entity: EntityModel) -> dict[str, Spoken]:
    """For each computed field that `where` does not have, the reason."""
    beside = [each.name for each in entity.stored.values() if each.filters]
    return {each.api: _sentence(entity, each, UNFILTERED, beside) for each in _computed(entity) if not each.filters}


def unordered(entity: EntityModel) -> dict[str, Spoken]:
    """For each computed field that `orderBy` does not have, the reason."""
    beside = [each.name for each in entity.stored.values() if each.orders]
    return {each.api: _sentence(entity, each, UNORDERED, beside) for each in _computed(entity) if not each.orders}


def _computed(entity: EntityModel) -> list[Computed]:
    return [each for each in entity.members.values() if isinstance(each, Computed)]


def _sentence(entity: EntityModel, computed: Computed, templates: tuple[str, str], beside: list[str]) -> Spoken:
    names = ", ".join(f"`{entity.stored[name].api}`" for name in computed.uses if name in beside)
    alone, with_others = templates
    field = ("field", computed.api)
    return Spoken(with_others, (field, ("names", names))) if names else Spoken(alone, (field,))

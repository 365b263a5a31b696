"""Plain mutations: from what an entity declares to actions, a verb at a time, with the rules that its subject adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.verbs import Verb
from graph.writes.verbs.change import change
from graph.writes.verbs.end import end
from graph.writes.verbs.record import record
from graph.writes.verbs.void import void

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.declarations.model import EntityModel, GraphModel
    from graph.declarations.nouns import DerivedMutation
    from graph.writes.action import Action


def derived_actions(model: GraphModel) -> Iterator[Action]:
    """The mutations that the entities name."""
    for entity in model.by_type.values():
        for mutation in entity.mutations:
            yield _action(model, entity, mutation)


def _action(model: GraphModel, entity: EntityModel, mutation: DerivedMutation) -> Action:
    match mutation.does:
        case Verb.RECORD:
            return record(model, entity, mutation)
        case Verb.CHANGE | Verb.CORRECT:
            return change(model, entity, mutation)
        case Verb.END:
            return end(model, entity, mutation)
        case Verb.VOID:
            return void(model, entity, mutation)

"""Types whose rows are in no table, read from their declarations: what they hold, and how they hang together."""

from __future__ import annotations

from dataclasses import replace

from graph.declarations.members import Column, ToMany, ToOne
from graph.declarations.model import EntityModel, GraphModel
from tests.oracle.nouns import Noun
from tests.oracle.vocabulary import Vocabulary


def with_selected(known: Vocabulary, model: GraphModel) -> Vocabulary:
    """The same, and beside it every selected type, with the links that lead there."""
    nouns = {**known.nouns, **{entity.type_name: _noun(model, entity) for entity in model.selected.values()}}
    for name, noun in known.nouns.items():
        back = {
            member.api: (model.selected[member.target].type_name, member.far)
            for member in model.by_type[name].members.values()
            if isinstance(member, ToMany) and member.target in model.selected
        }
        nouns[name] = replace(noun, to_many={**noun.to_many, **back})
    return replace(known, nouns=nouns)


def _noun(model: GraphModel, entity: EntityModel) -> Noun:
    members = entity.members.values()
    return Noun(
        entity.table,
        entity.one,
        entity.many,
        entity.programme_column,
        values={each.api: each.name for each in members if isinstance(each, Column) and each.name != "id"},
        to_one={each.api: (each.near, model.at(each.target).type_name) for each in members if isinstance(each, ToOne)},
        coded=entity.code is not None,
        order=tuple((entity.stored[name].api, last) for name, last in entity.order),
    )

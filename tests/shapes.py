"""All the texts that a mutation may become, by what composing it asks of an input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.writes.mutation import Group, Parts
from graph.writes.writing import Writing

if TYPE_CHECKING:
    from countries.tenancy.caller import Tier
    from graph.declarations.model import GraphModel
    from graph.writes.action import Action
    from graph.writes.shapes import Question

MOST = 64
"""Texts of one mutation for one tier."""

Asked = tuple[tuple["Question", bool], ...]


def shapes_of(model: GraphModel, action: Action, tier: Tier) -> dict[Asked, frozenset[str]]:
    """The answers to what composing asks, each set of which is a text, with an input that gives them."""
    required = {each.name for each in action.takes if not isinstance(each, Group | Parts) and each.required}
    required |= {each.name for each in action.takes if isinstance(each, Parts) and each.required}
    found: dict[Asked, frozenset[str]] = {}
    tried: set[frozenset[str]] = set()
    wanted = [frozenset(required)]
    while wanted:
        present = wanted.pop()
        if present in tried:
            continue
        tried.add(present)
        writing = Writing(model, action, tier, present, keyed=False)
        action.compose(writing)
        asked = tuple(writing.asked.items())
        if asked in found:
            continue
        # An answer is changed at a time.
        found[asked] = present
        for question, answer in asked:
            wanted.append(present.difference(question) | required if answer else present | {question[0]})
    return found

"""How many texts a mutation may become: what an input leaves out of a row makes none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countries.tenancy.caller import Tier
from graph.entities import graph_model
from graph.writes.actions import all_actions
from graph.writes.shapes import Shapes
from graph.writes.writing import Writing
from tests.shapes import MOST, shapes_of

if TYPE_CHECKING:
    from graph.writes.action import Action


@pytest.mark.parametrize("action", list(all_actions().values()), ids=lambda each: each.name)
def test_a_mutation_has_few_texts(action: Action) -> None:
    """Whatever an input gives and leaves out, for one tier a mutation becomes one of a bounded number of texts."""
    for tier in action.tiers:
        assert 1 <= len(shapes_of(graph_model(), action, tier)) <= MOST, action.name


def composed(action: Action, *present: str) -> Writing:
    """What an office's mutation asks of its input."""
    writing = Writing(graph_model(), action, Tier.OFFICE, frozenset(present), keyed=False)
    action.compose(writing)
    return writing


def test_an_input_is_known_by_the_answers() -> None:
    """Inputs that answer alike have one text; another answer is another text, until somebody has composed it."""
    action, shapes = all_actions()["addCommunityLink"], Shapes()
    one = ("childId", "kind", "startedOn")
    assert shapes.find("a", frozenset(one)) is None
    key = shapes.learn("a", composed(action, *one).asked)
    assert shapes.find("a", frozenset((*one, "note"))) == key
    assert shapes.find("b", frozenset(one)) is None
    other = (*one, "homeId")
    assert shapes.find("a", frozenset(other)) is None
    assert shapes.learn("a", composed(action, *other).asked) != key
    assert shapes.find("a", frozenset(one)) == key
    assert shapes.find("a", frozenset((*other, "note"))) not in (None, key)


def test_who_asks_nothing_has_one_text() -> None:
    """A mutation of which nothing may be left out is one text."""
    shapes = Shapes()
    key = shapes.learn("a", {})
    assert shapes.find("a", frozenset()) == key
    assert shapes.find("a", frozenset(("b", "c"))) == key

"""The mutations: those with a meaning of their own, one module for each subject, and those that derive from columns."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graph.entities import graph_model
from graph.writes.actions.bonds import BONDS
from graph.writes.actions.children import CHILDREN
from graph.writes.actions.deaths import DEATHS
from graph.writes.actions.homes import HOMES
from graph.writes.actions.links import LINKS
from graph.writes.actions.placements import PLACEMENTS
from graph.writes.actions.records import RECORDS
from graph.writes.derived import derived_actions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.writes.action import Action


@cache
def all_actions() -> Mapping[str, Action]:
    """Every mutation by its name, in the order of the alphabet."""
    listed = [*derived_actions(graph_model()), *HOMES, *CHILDREN, *BONDS, *PLACEMENTS, *RECORDS, *DEATHS, *LINKS]
    found = {action.name: action for action in listed}
    if len(found) != len(listed):
        message = "two mutations have one name"
        raise ValueError(message)
    return dict(sorted(found.items()))

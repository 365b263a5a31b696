"""The mutations: those with a meaning of their own, a module for each subject, and those that derive from declarations.

A module here is found by being here: what it lists as ACTIONS are mutations, and one of them takes the place of the
verb whose name it bears.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from graph.declarations.misdeclared import MisdeclaredError
from graph.entities import graph_model
from graph.writes.derived import derived_actions
from graph.writes.misdeclared import refuse_places, refuse_taken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import ModuleType

    from graph.declarations.model import GraphModel
    from graph.writes.action import Action


@cache
def all_actions() -> Mapping[str, Action]:
    """Every mutation by its name, in the order of the alphabet."""
    return actions_of(graph_model())


def actions_of(model: GraphModel) -> Mapping[str, Action]:
    """The same, of a model.

    Raises:
        MisdeclaredError: one has the name of another, or a rule is told at what no mutation takes.
    """
    meant = named(modules())
    verbs = {action.name: action for action in derived_actions(model)}
    found = dict(sorted((verbs | meant).items()))
    refuse_taken(model, verbs, meant)
    refuse_places(model, found.values())
    return found


def modules() -> Iterator[ModuleType]:
    """Every module beside this one."""
    return (import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__))


def named(subjects: Iterator[ModuleType]) -> dict[str, Action]:
    """What modules list, by name.

    Raises:
        MisdeclaredError: two of them list a mutation of one name, or one lists nothing.
    """
    found: dict[str, Action] = {}
    for module in subjects:
        listed: tuple[Action, ...] = getattr(module, "ACTIONS", ())
        if not listed:
            message = "it lists none, and whatever is no mutation has another place."
            raise MisdeclaredError(f"{module.__file__}:1", "ACTIONS", message)
        for action in listed:
            if action.name in found:
                raise MisdeclaredError(f"{module.__file__}:1", "ACTIONS", f"there is another mutation {action.name}.")
            found[action.name] = action
    return found

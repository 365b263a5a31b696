"""The mutations: those with a meaning of their own, a module for each subject, and those that derive from declarations.

A module here is found by being here: what it lists as ACTIONS are mutations, and one of them takes the place of the
verb whose name it bears.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from graph.entities import graph_model
from graph.writes.derived import derived_actions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import ModuleType

    from graph.writes.action import Action


@cache
def all_actions() -> Mapping[str, Action]:
    """Every mutation by its name, in the order of the alphabet."""
    verbs = {action.name: action for action in derived_actions(graph_model())}
    return dict(sorted((verbs | named(modules())).items()))


def modules() -> Iterator[ModuleType]:
    """Every module beside this one."""
    return (import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__))


def named(subjects: Iterator[ModuleType]) -> dict[str, Action]:
    """What modules list, by name.

    Raises:
        ValueError: two of them list a mutation of one name, or one lists nothing.
    """
    found: dict[str, Action] = {}
    for module in subjects:
        listed: tuple[Action, ...] = getattr(module, "ACTIONS", ())
        if not listed:
            message = f"{module.__file__}: it lists no ACTIONS, and whatever is no mutation has another place."
            raise ValueError(message)
        for action in listed:
            if action.name in found:
                message = f"{module.__file__}: there is another mutation {action.name}."
                raise ValueError(message)
            found[action.name] = action
    return found

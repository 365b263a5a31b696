"""The entities: every module beside this one that declares a table, found by its folder, in name order.

All of them are imported with this folder, so that what one declares and cannot mean is told with its file and line,
whichever module is asked for first.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from graph.declarations.base import Entity
from graph.declarations.derive import complete_tables, read_graph
from graph.declarations.misdeclared import MisdeclaredError, told_with_its_line
from graph.declarations.search_keys import with_search_keys

if TYPE_CHECKING:
    from types import ModuleType

    from graph.declarations.model import GraphModel


def _imported() -> tuple[ModuleType, ...]:
    found = []
    for module in sorted(iter_modules(__path__), key=lambda each: each.name):
        spec = find_spec(f"{__name__}.{module.name}")
        with told_with_its_line(None if spec is None else spec.origin):
            found.append(import_module(f"{__name__}.{module.name}"))
    return tuple(found)


def entities_in(module: ModuleType) -> list[type[Entity]]:
    """The entities that a module declares, in its order.

    Raises:
        MisdeclaredError: one says what it is called, and has no table.
    """
    own = [each for each in vars(module).values() if isinstance(each, type) and each.__module__ == module.__name__]
    for each in own:
        if not hasattr(each, "__table__") and "names" in vars(each):
            base = "say table=True" if issubclass(each, Entity) else "say TenantEntity among its bases, and table=True"
            raise MisdeclaredError(each, "names", f"it has a name and no table, so that it would be no entity; {base}.")
    return [each for each in own if issubclass(each, Entity) and hasattr(each, "__table__")]


MODULES = _imported()


@cache
def all_entities() -> tuple[type[Entity], ...]:
    """Every entity, in the order of its module's name; their tables are complete."""
    found = [entity for module in MODULES for entity in entities_in(module)]
    complete_tables(found)
    keyed = with_search_keys(found)
    complete_tables(keyed)
    return tuple(keyed)


@cache
def graph_model() -> GraphModel:
    """The description of all entities: by GraphQL type and by table."""
    return read_graph(all_entities())

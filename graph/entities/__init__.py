"""The entities: every module beside this one that declares a table, found by its folder, in name order."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from graph.declarations.base import Entity
from graph.declarations.derive import complete_tables, read_graph

if TYPE_CHECKING:
    from graph.declarations.model import GraphModel


@cache
def all_entities() -> tuple[type[Entity], ...]:
    """Every entity, in the order of its module's name; their tables are complete."""
    found: list[type[Entity]] = []
    for module in sorted(iter_modules(__path__), key=lambda each: each.name):
        loaded = import_module(f"{__name__}.{module.name}")
        found += [
            value
            for value in vars(loaded).values()
            if isinstance(value, type)
            and issubclass(value, Entity)
            and value.__module__ == loaded.__name__
            and hasattr(value, "__table__")
        ]
    complete_tables(found)
    return tuple(found)


@cache
def graph_model() -> GraphModel:
    """The description of all entities: by GraphQL type and by table."""
    return read_graph(all_entities())

"""Stories that stand by themselves: one file a table, called as the table, found by being there.

    def rows(telling: Telling) -> Iterator[Cells]:
        for home in telling.rows("home"):
            ...
            yield telling.row(day, None, home_id=home["id"], held_on=day)

A story is told after those of the tables that its rows may lead to, and draws from a chance of its own: with it, or
without it, the rows of all others are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from graph.declarations.misdeclared import MisdeclaredError
from graph.demo.tables import RowCells, told_tables
from graph.demo.telling import StoryTeller

TellsStory = Callable[[StoryTeller], Iterator[RowCells]]


@cache
def stories() -> Mapping[str, TellsStory]:
    """The stories, by table.

    Raises:
        MisdeclaredError: one is called as no table of a country, or tells nothing.
    """
    modules = {each.name: import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__)}
    for name, module in modules.items():
        if name not in told_tables():
            raise MisdeclaredError(f"{module.__file__}:1", name, "no table of a country is called so.")
        if not callable(getattr(module, "rows", None)):
            raise MisdeclaredError(f"{module.__file__}:1", "rows", "a story tells its rows; say `def rows(telling)`.")
    return {name: module.rows for name, module in modules.items()}

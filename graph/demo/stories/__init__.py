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

from graph.demo.tables import RowCells, told_tables
from graph.demo.telling import StoryTeller

TellsStory = Callable[[StoryTeller], Iterator[RowCells]]


@cache
def stories() -> Mapping[str, TellsStory]:
    """The stories, by table.

    Raises:
        ValueError: one is called as no table of a country.
    """
    found = {each.name: import_module(f"{__name__}.{each.name}").rows for each in iter_modules(__path__)}
    if stray := sorted(found.keys() - told_tables().keys()):
        message = f"graph/demo/stories: no table of a country is called {', '.join(stray)}"
        raise ValueError(message)
    return found

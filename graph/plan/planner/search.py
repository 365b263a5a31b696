"""From a `search` argument to what is looked for; who may not read a name does not search by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import BadUserInput
from graph.kinds.kind import Kind
from graph.kinds.values import text
from graph.plan.planner.context import NotForTierError, source
from graph.plan.tree.search import Search, SoughtWord
from graph.plan.tree.sources import ABSENT
from graph.plan.tree.values import Value
from graph.search.asked import SearchError, asked, is_blank, words_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.declarations.model import EntityModel
    from graph.kinds.values import Convert
    from graph.plan.planner.context import Planning
    from graph.plan.read.operation import Field
    from graph.plan.tree.sources import Path
    from graph.search.asked import Beginnings, Sought

SEARCH = "search"
"""The argument."""
WORTH = 10
"""Comparisons that a search counts for."""


def _asked(value: object) -> Sought:
    try:
        return asked(text(value))
    except SearchError as error:
        raise BadUserInput(error.message, error.hint, params=error.params) from None


def _part(part: Callable[[Sought], object]) -> Convert:
    return lambda value: part(_asked(value))


KEYS = (
    ("key", Kind.TEXT, _part(lambda each: each.keys)),
    ("place", Kind.INTEGER, _part(lambda each: each.key_places)),
    ("far", Kind.INTEGER, _part(lambda each: each.key_distances)),
)
"""What the lists in step are called, and how they are made of the argument."""


def _word(place: int) -> Callable[[Sought], Beginnings]:
    """The word at a place."""
    return lambda each: each.words[place]


def _whole(sought: Sought) -> Beginnings:
    return sought.whole


def read_search(
    planning: Planning, entity: EntityModel, selected: Field, path: Path, *, is_ordered: bool
) -> Search | None:
    """What a connection's `search` looks for; nothing where it asks for nothing.

    Args:
        planning: the run of the planner.
        entity: whose rows.
        selected: the connection.
        path: where it is.
        is_ordered: whether somebody says in which order.

    Raises:
        NotForTierError: the tier may not read what is searched.
        TooCostly: there are too many comparisons.
    """
    slot, value = planning.argument(selected, SEARCH)
    searched = entity.searched
    if searched is None or value is ABSENT or is_blank(value):
        return None
    if any(planning.tier not in column.readers for column in searched.texts):
        raise NotForTierError
    for _ in range(WORTH):
        planning.count_filter(path)

    def listed(kind: Kind, convert: Convert) -> Value:
        return Value(kind, source(slot, (), convert, path), many=True)

    def word(of: Callable[[Sought], Beginnings]) -> SoughtWord:
        return SoughtWord(
            listed(Kind.TEXT, _part(lambda each: of(each).starts)),
            listed(Kind.TEXT, _part(lambda each: of(each).ends)),
            listed(Kind.TEXT, _part(lambda each: of(each).patterns)),
        )

    reads = all(planning.tier in entity.stored[name].readers for name in searched.columns)
    return Search(
        planning.model.by_table[searched.table],
        tuple(word(_word(place)) for place in range(words_in(value) or 1)),
        word(_whole),
        tuple((name, listed(kind, convert)) for name, kind, convert in KEYS),
        ranked=not is_ordered,
        searched=searched if reads else None,
    )

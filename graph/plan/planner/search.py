"""From a `search` argument to what is looked for; who may not read a name does not search by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import BadUserInput
from graph.kinds.kind import Kind
from graph.kinds.values import text
from graph.plan.planner.context import NotForTierError, source
from graph.plan.tree.search import Search
from graph.plan.tree.sources import ABSENT
from graph.plan.tree.values import Value
from graph.search.asked import SearchError, Sought, asked, is_blank

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.declarations.model import EntityModel
    from graph.kinds.values import Convert
    from graph.plan.planner.context import Planning
    from graph.plan.read.operation import Field
    from graph.plan.tree.sources import Path

SEARCH = "search"
"""The argument."""
WORTH = 10
"""Comparisons that a search counts for."""


def _asked(value: object) -> Sought:
    try:
        return asked(text(value))
    except SearchError as error:
        raise BadUserInput(str(error), error.hint) from None


def _part(part: Callable[[Sought], object]) -> Convert:
    return lambda value: part(_asked(value))


WORDS = _part(lambda each: each.words)
BEGINNINGS = (
    ("start", Kind.TEXT, _part(lambda each: each.starts)),
    ("until", Kind.TEXT, _part(lambda each: each.ends)),
    ("place", Kind.INTEGER, _part(lambda each: each.start_places)),
)
KEYS = (
    ("key", Kind.TEXT, _part(lambda each: each.keys)),
    ("place", Kind.INTEGER, _part(lambda each: each.key_places)),
    ("far", Kind.INTEGER, _part(lambda each: each.key_distances)),
)
"""What the lists in step are called, and how they are made of the argument."""


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

    return Search(
        planning.model.by_table[searched.table],
        Value(Kind.INTEGER, source(slot, (), WORDS, path)),
        tuple((name, listed(kind, convert)) for name, kind, convert in BEGINNINGS),
        tuple((name, listed(kind, convert)) for name, kind, convert in KEYS),
        ranked=not is_ordered,
    )

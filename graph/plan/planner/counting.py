"""`counts` and `distinct` of a connection: which rows there are, told without the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.groupings import groupings
from graph.declarations.members import Through, ToOne
from graph.plan.planner.context import bad_input
from graph.plan.planner.view import view
from graph.plan.tree.rows import Distinct, GroupCounts, GroupedBy
from graph.plan.tree.values import Fixed

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel
    from graph.plan.planner.context import Planning
    from graph.plan.read.operation import Field
    from graph.plan.tree.sources import Path
    from graph.plan.tree.values import PageSize

COUNTED_PAGE = 100
"""Groups and values that are answered where `first` does not say how many."""
MOST_DIMENSIONS = 3
TYPES = {"splits": "GroupSplit"}


def plan_counts(
    planning: Planning, entity: EntityModel, selected: Field, path: Path, size: PageSize
) -> GroupCounts | Fixed:
    """`counts(by:)`.

    Raises:
        BadUserInput: it names nothing, one thing twice, or too much.
    """
    slot, given = planning.argument(selected, "by")
    words = [_word(each) for each in given] if isinstance(given, list) else []
    if not 1 <= len(words) <= MOST_DIMENSIONS:
        message = "Rows are counted by one to {limit} things at once."
        hint = "Ask twice, under two aliases, for counts by other things."
        raise bad_input(message, hint, path, slot, params=(("limit", MOST_DIMENSIONS),))
    if len(set(words)) < len(words):
        again = next(place for place, word in enumerate(words) if word in words[:place])
        raise bad_input("Rows are counted by one thing twice.", "Name it once.", path, slot, (again,))
    by = tuple(GroupedBy(word, groupings(entity)[word]) for word in words)
    if any(not _may(planning, each) for each in by):
        of_type = (("type", entity.type_name),)
        planning.refuse(path, "Your role may not count rows of {type} by all of that.", params=of_type)
        return Fixed(None)
    return GroupCounts(by, size, view(planning.selector, "GroupCount", selected.selection_sets, TYPES))


def plan_distinct(
    planning: Planning, entity: EntityModel, selected: Field, path: Path, size: PageSize
) -> Distinct | Fixed:
    """`distinct(field:)`."""
    _, given = planning.argument(selected, "field")
    word = _word(given)
    of = GroupedBy(word, groupings(entity)[word])
    if not _may(planning, of):
        planning.refuse(path, "Your role may not list that of {type}.", params=(("type", entity.type_name),))
        return Fixed(None)
    return Distinct(of, size)


def _word(given: object) -> str:
    return str(getattr(given, "value", given))


def _may(planning: Planning, dimension: GroupedBy) -> bool:
    """Whether the tier reads it, and the rows that it leads to."""
    member = dimension.member
    if planning.tier not in member.readers:
        return False
    return not isinstance(member, ToOne | Through) or planning.tier in planning.model.at(member.target).readers

"""A row's history, and the row as it was on record at an instant: from the selection to SQL.

History stands in one table for each privacy class; a tier reads the classes that it holds the grants of. A row as it
was known is the row of today with every column that has changed since put back: the earliest entry after the instant
holds what the column was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.tenancy.terms import sees_countries
from graph.declarations.members import Column
from graph.declarations.recorded import recorded_columns
from graph.entities.history import TABLE_OF_CLASS
from graph.kinds.kind import Kind
from graph.kinds.values import instant, integer
from graph.plan.planner.context import PagePrice, Planning, bad_input, source
from graph.plan.tree.past import COLUMN_OF, KnownAt, Past
from graph.plan.tree.sources import ABSENT
from graph.plan.tree.values import Fixed, PageSize, Value

if TYPE_CHECKING:
    from countries.tenancy.caller import Tier
    from graph.declarations.model import EntityModel, GraphModel
    from graph.declarations.nouns import Privacy
    from graph.plan.read.operation import Field
    from graph.plan.tree.sources import Path

HISTORY = "history"
KNOWN = "asKnownAt"
ENTRIES = 20
MAX_ENTRIES = 1_000
MAY_NOT = "Your role may not read the history of {type}."


def plan_past(planning: Planning, entity: EntityModel, selected: Field, path: Path, parent: int | None) -> Past | Fixed:
    """`history` of rows of an entity.

    Raises:
        BadUserInput: an argument cannot be meant.
    """
    if not told_classes(planning.model, entity, planning.tier):
        planning.refuse(path, MAY_NOT, params=(("type", entity.type_name),))
        return Fixed(None)
    inside = planning.selector.fields("HistoryEntry", selected.selection_sets)
    outputs = tuple(
        (each.key, Fixed("HistoryEntry") if each.name == "__typename" else COLUMN_OF[each.name]) for each in inside
    )
    until, size = None, PageSize(ENTRIES, None, backward=False)
    with planning.part:
        slot, value = planning.argument(selected, "until")
        until = None if value in (ABSENT, None) else Value(Kind.INSTANT, source(slot, (), instant, path))
    with planning.part:
        size = _size(planning, selected, path, parent)
    return Past(entity, outputs, size, until)


def plan_known(planning: Planning, entity: EntityModel, selected: Field, path: Path) -> KnownAt | Fixed:
    """`asKnownAt` of rows of an entity."""
    if not told_classes(planning.model, entity, planning.tier):
        planning.refuse(path, MAY_NOT, params=(("type", entity.type_name),))
        return Fixed(None)
    slot, _ = planning.argument(selected, "instant")
    told = tuple(each for each in recorded_columns(entity) if _is_told(planning.model, entity, each, planning.tier))
    return KnownAt(entity, told, Value(Kind.INSTANT, source(slot, (), instant, path)))


def told_classes(model: GraphModel, entity: EntityModel, tier: Tier) -> dict[Privacy, list[str]]:
    """The classes whose entries a tier is told, each with the labels that are left out of them.

    A class's table is granted as a whole: what of it is narrower than its row's readers is kept back here. A class of
    which nothing remains is not told at all.
    """
    told: dict[Privacy, list[str]] = {}
    for privacy, name in TABLE_OF_CLASS.items():
        columns = [stored for stored in recorded_columns(entity) if stored.privacy is privacy]
        hidden = [stored.label for stored in columns if not _is_told(model, entity, stored, tier)]
        if tier in model.by_table[name].readers & entity.readers and len(hidden) < len(columns):
            told[privacy] = hidden
    return told


def _is_told(model: GraphModel, entity: EntityModel, stored: Column, tier: Tier) -> bool:
    """Whether a tier is told a column's earlier values: those that it may read now, and no row that it may not see.

    The links of whoever sees some rows of a table, and not all, may lead to others. Of such a row the copies tell its
    name, and no more; whoever a row belongs to is the caller's own, and always was the row's.
    """
    if not _may_read(model, stored, tier):
        return False
    target = None if stored.target is None else model.by_table[stored.target]
    if target is None or sees_countries(target.rule(tier)):
        return True
    is_own = stored.name == entity.first_owner and not entity.is_widened(tier)
    return is_own and not target.is_narrowed(tier)


def _may_read(model: GraphModel, stored: Column, tier: Tier) -> bool:
    """Whether a tier may read a column; a link only where it may read what it leads to."""
    return tier in stored.readers and (stored.target is None or tier in model.by_table[stored.target].readers)


def _size(planning: Planning, selected: Field, path: Path, parent: int | None) -> PageSize:
    slot, value = planning.argument(selected, "first")
    if value in (ABSENT, None):
        planning.prices.append(PagePrice(parent, ENTRIES, None, path))
        return PageSize(ENTRIES, None, backward=False)
    if not isinstance(value, int) or not 1 <= value <= MAX_ENTRIES:
        limit = (("limit", MAX_ENTRIES),)
        raise bad_input("A page holds 1 to {limit} entries.", "Ask for fewer.", path, slot, params=limit)
    planning.prices.append(PagePrice(parent, None, slot, path))
    return PageSize(None, Value(Kind.BIG_INTEGER, source(slot, (), integer, path)), backward=False)


# SQL

"""Whether who sees a row sees all that hangs on it: else a count is less than it says, and a null means two things.

A caseworker sees rows of the own programmes. All that a child owns is of the child's programme, so that whoever sees
the child sees all of it. In a home children of several programmes may live.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.tenancy.terms import sees_countries
from graph.declarations.members import Through, ToMany, ToOne
from graph.declarations.owners import PROGRAMME
from graph.declarations.selections import Together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from countries.tenancy.caller import Tier
    from graph.declarations.members import Link
    from graph.declarations.model import EntityModel, GraphModel


def sees_all(model: GraphModel, tier: Tier, near: EntityModel, table: str, by: Iterable[str]) -> bool:
    """Whether a tier that sees a row of `near` sees every row of a table that names it.

    Args:
        model: all entities.
        tier: whose eyes.
        near: the row that is named.
        table: whose rows.
        by: the columns that name it, one of which is enough.
    """
    far = model.at(table)
    if not far.is_tenant:
        return _sees_all_parts(model, tier, near, far, tuple(by)) if far.is_of_country else True
    if tier not in far.readers or sees_countries(far.rule(tier)):
        return True
    if far.is_narrowed(tier) or near.is_widened(tier):
        return False
    return any(column in _decides(far, near) for column in by)


def _decides(far: EntityModel, near: EntityModel) -> set[str | None]:
    """The columns by which a row is of the same programme as the one that it names."""
    if near.table == PROGRAMME:
        return {far.programme_column}
    owner = next(iter(far.owners), None)
    found: set[str | None] = {"id"} if far.table == near.table else set()
    if owner is not None and owner.table == near.table:
        found.add(owner.column)
    if far.part_of is not None and far.stored[far.part_of].target == near.table:
        # A part is of its whole's owner.
        found.add(far.part_of)
    return found


def _sees_all_parts(model: GraphModel, tier: Tier, near: EntityModel, far: EntityModel, by: tuple[str, ...]) -> bool:
    """The same of rows that are selected from tables."""
    if not isinstance(far.selection, Together):
        return False
    parts = far.selection.read_by(tier)
    named = [(part.table, [part.columns[name] for name in by if name in part.columns]) for part in parts]
    return all(sees_all(model, tier, near, table, columns) for table, columns in named)


def sees_end(model: GraphModel, tier: Tier, near: EntityModel, column: str) -> bool:
    """Whether a tier that sees a row sees the one that a column of it names."""
    target = near.stored[column].target
    far = None if target is None else model.at(target)
    if far is None or not far.is_tenant or tier not in far.readers or sees_countries(far.rule(tier)):
        return True
    if far.is_narrowed(tier) or near.is_widened(tier):
        return False
    return column == near.first_owner or (far.table == PROGRAMME and column == near.programme_column)


def is_partial(model: GraphModel, near: EntityModel, link: Link) -> bool:
    """Whether somebody who sees a row, and may follow a link, sees some of the rows at its end alone, or none."""
    return any(not _sees_linked(model, tier, near, link) for tier in link.readers)


def _sees_linked(model: GraphModel, tier: Tier, near: EntityModel, link: Link) -> bool:
    match link:
        case ToOne():
            return link.near == "country_code" or sees_end(model, tier, near, link.near)
        case ToMany():
            return sees_all(model, tier, near, link.target, (link.far,))
        case Through():
            between = model.at(link.via)
            there = sees_all(model, tier, near, link.via, (link.near_key,))
            return there and (link.is_direct or sees_end(model, tier, between, link.far_key))

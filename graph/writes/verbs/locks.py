"""What a verb holds besides its row, before it is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.nouns import NATIONAL
from graph.declarations.owners import PROGRAMME
from graph.writes.mutation import Lock
from graph.writes.parts import input_name
from graph.writes.reckoning import reckoned_from

if TYPE_CHECKING:
    from collections.abc import Collection

    from graph.declarations.model import EntityModel, GraphModel


def locks_of_leaning(model: GraphModel, entity: EntityModel, names: Collection[str]) -> tuple[Lock, ...]:
    """Rules of other rows read what changes: nobody writes one of those meanwhile.

    Args:
        model: all entities.
        entity: the table.
        names: the columns that somebody may give.
    """
    is_read = any(seen.at in names and not seen.in_files for _, _, seen in model.seen_from(entity.table))
    return locks_of_leant_on(model, entity) if is_read else ()


def locks_of_leant_on(model: GraphModel, entity: EntityModel) -> tuple[Lock, ...]:
    """Who leans on the row anew waits, and finds it as it is then."""
    if not any(model.leaning_on(entity.table)):
        return ()
    row = Lock(entity.table, "id")
    # Whoever leans on a programme may change nothing of it, and holds the country's counter instead.
    return (row, Lock(PROGRAMME, "id", in_turn=True, wholly=True)) if entity.table == PROGRAMME else (row,)


def locks_of(entity: EntityModel, names: Collection[str], *, creates: bool) -> tuple[Lock, ...]:
    """Whoever says that one was done holds the owner: two at once would each see that no other one is open.

    Args:
        entity: the table.
        names: the columns that somebody may give.
        creates: whether the row is new; else the input names it.
    """
    said = entity.obligation
    if said is None or said.then is None or said.done not in names:
        return ()
    # A programme's row is nobody's to lock, nor is a country's.
    owners = [owner for owner in entity.owners if owner.table != PROGRAMME]
    if not owners:
        return (Lock(PROGRAMME, "id", in_turn=True),)
    if creates:
        return tuple(Lock(owner.table, input_name(entity.stored[owner.column])) for owner in owners)
    return tuple(Lock(owner.table, "id", through=(entity.table, owner.column)) for owner in owners)


def locks_to_reckon(model: GraphModel, entity: EntityModel, *, creates: bool) -> tuple[Lock, ...]:
    """The rows that the columns stand in: whoever writes a row that they are reckoned from holds them.

    Who leans on such a row, and may not hold it, holds the country's counter beside others instead.
    """
    found: list[Lock] = []
    for of, _, said in reckoned_from(model, entity.table):
        by = input_name(entity.stored[said.link]) if creates else "id"
        found.append(Lock(of.table, by, through=None if creates else (entity.table, said.link)))
        if not _is_everybodys(of):
            found.append(Lock(of.table, by, in_turn=True, wholly=True))
    return tuple(found)


def _is_everybodys(of: EntityModel) -> bool:
    """Whether whoever writes in the country may hold a row: who may change some column of it."""
    return any(column.written.changes >= NATIONAL for column in of.stored.values())

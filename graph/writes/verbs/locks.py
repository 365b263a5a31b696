"""What a verb holds besides its row, before it is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.owners import PROGRAMME
from graph.writes.mutation import Lock
from graph.writes.parts import input_name

if TYPE_CHECKING:
    from collections.abc import Collection

    from graph.declarations.model import EntityModel


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

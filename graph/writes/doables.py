"""Which mutations there are, as far as a client asks what it may do: `viewer { mayDo }`, and `mayDo` of a row."""

from __future__ import annotations

from graph.declarations.doable import Doable, Doables
from graph.writes.actions import all_actions
from graph.writes.periods import all_rowless


def all_doables() -> Doables:
    """Every mutation with who may do it, and in which state of a row."""
    tiers = {name: action.tiers for name, action in all_actions().items()}
    tiers |= {name: mutation.tiers for name, mutation in all_rowless().items()}
    of_rows: dict[str, list[Doable]] = {}
    for action in all_actions().values():
        if not action.creates:
            of_rows.setdefault(action.table, []).append(Doable(action.name, action.tiers, action.state))
    return Doables(dict(sorted(tiers.items())), {table: tuple(listed) for table, listed in of_rows.items()})

"""A row that the same mutation has made before: it counts as done, under whichever key it is sent again.

A device may lose its keys, or send after a key has come to its end. The id that it gave to the row it still has. What
made a row is kept under that (`idempotency.py`), and is looked at where the mutation is refused: nobody else pays.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph.plan.bind import bind
from graph.writes.idempotency import OF_ID
from graph.writes.payload import WriteResult
from graph.writes.steps.texts import OF_THE_KEY, telling

if TYPE_CHECKING:
    from graph.plan.tree.sources import Scope
    from graph.writes.statement import WriteStatement


async def as_made(
    lane: Any,  # noqa: ANN401 - a lane
    statement: WriteStatement,
    scope: Scope,
    *,
    keeps: bool = True,
) -> WriteResult | None:
    """What a mutation comes to that was refused; nothing where its sender has not done the same before.

    The key under which it was sent now tells so too: who follows it finds it done.

    Args:
        lane: the transaction.
        statement: the mutation's.
        scope: with what it brings.
        keeps: whether its key is to tell so.
    """
    if not statement.named or statement.stored is None:
        return None
    written = scope.written
    of_id = replace(scope, written={**written, "key": written["global_id"], "path": OF_ID})
    kept = await lane.one_row(statement.stored.text, bind(statement.stored.sources, (), of_id))
    if kept is None or kept["digest"] != written["digest"]:
        return None
    if keeps and written["key"] is not None:
        await lane.one_row(telling(), (scope.country, *(written[name] for name in OF_THE_KEY), kept["ids"], []))
    return WriteResult(list(kept["ids"]), [])

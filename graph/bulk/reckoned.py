"""Columns that are reckoned from rows of another table, once an import has written all of those.

A mutation reckons them in its own statement (`graph/writes/reckoning.py`). A file may write many rows that one column
is reckoned from, and the row that it stands in as well: so it is reckoned after them, of all rows of the country, in
the same transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.tenancy.caller import writer_of
from graph.bulk.in_steps import Stepwise
from graph.bulk.store import IMPORT, composed, writing_on
from graph.entities import graph_model
from graph.writes.reckoning import reckon_anew

if TYPE_CHECKING:
    from graph.bulk.import_context import Ground


async def reckon_imported(ground: Ground, issuer: str, subject: str) -> int | None:
    """Reckon what the tables of an import bear on.

    Args:
        ground: the import, whose rows are written.
        issuer: who vouches for the subject, for the history.
        subject: who imports.

    Returns:
        The last number that it took in the country's feed; none where nothing changed.
    """
    last: int | None = None
    who: dict[str, object] = {
        "issuer": issuer, "subject": subject, "writer": writer_of(issuer, subject), "key": None,
    }  # fmt: skip
    for entity in graph_model().kept:
        for stored in entity.stored.values():
            said = stored.reckoned
            if said is None or {said.table, entity.table}.isdisjoint(ground.given):
                continue
            writing = writing_on(ground, IMPORT)
            reckon_anew(writing, entity, stored)
            if isinstance(writing, Stepwise):
                _, number = await writing.write(who)
            else:
                (row,) = await ground.fetch(composed(writing), who)
                number = row["number"]
            last = number or last
    return last

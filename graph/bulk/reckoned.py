"""Columns that are reckoned from rows of another table, where no mutation reckons them in its own statement.

A file may write many rows that one column is reckoned from, and the row that it stands in as well: so it is reckoned
after them, of all rows of the country, in the same transaction. So it is in the night, because a day has come, and
where the country has laid down something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.bulk.carrying_out import carry_out, who_writes
from graph.bulk.store import IMPORT, writing_on
from graph.entities import graph_model
from graph.writes.reckoning import reckon_anew

if TYPE_CHECKING:
    from graph.bulk.import_context import Ground
    from graph.writes.action import Action


async def reckon_imported(ground: Ground, issuer: str, subject: str) -> int | None:
    """Reckon what the tables of an import bear on.

    Args:
        ground: the import, whose rows are written.
        issuer: who vouches for the subject, for the history.
        subject: who imports.

    Returns:
        The last number that it took in the country's feed; none where nothing changed.
    """
    _, last = await reckon_country(ground, who_writes(issuer, subject), IMPORT, set(ground.given))
    return last


async def reckon_country(
    ground: Ground, who: dict[str, object], action: Action, tables: set[str] | None = None
) -> tuple[int, int | None]:
    """Reckon the columns of a country anew; how many rows say otherwise since, and the last number of the feed.

    Args:
        ground: the country.
        who: who writes.
        action: as what, for the history.
        tables: those on which a column has to hang; all columns without.
    """
    rows, last = 0, None
    for entity in graph_model().kept:
        for stored in entity.stored.values():
            said = stored.reckoned
            if said is None or (tables is not None and {said.table, entity.table}.isdisjoint(tables)):
                continue
            writing = writing_on(ground, action)
            reckon_anew(writing, entity, stored)
            counts, number = await carry_out(ground, writing, who)
            rows, last = rows + counts[0], number or last
    return rows, last

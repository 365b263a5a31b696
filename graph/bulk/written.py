"""All that an import writes, in turn: its rows, and then what they tell of without saying it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.bulk.care import tell_care
from graph.bulk.deaths import deaths_said, tell_deaths
from graph.bulk.reckoned import reckon_imported
from graph.bulk.store import Store

if TYPE_CHECKING:
    from graph.bulk.import_context import Ground
    from graph.bulk.store import StoredRows


async def write_all(ground: Ground, issuer: str, subject: str) -> StoredRows:
    """Write the rows of a file, the care that they tell of, what deaths among them end, and what is reckoned of them.

    Args:
        ground: the import, in which nothing is wrong.
        issuer: who vouches for the subject, for the history.
        subject: who imports.
    """
    died = await deaths_said(ground)
    stored = await Store(ground).write(issuer, subject)
    care = await tell_care(ground, issuer, subject)
    ended = await tell_deaths(ground, died, issuer, subject)
    number = await reckon_imported(ground, issuer, subject)
    return stored.with_care(care.begun, number or ended or care.number)

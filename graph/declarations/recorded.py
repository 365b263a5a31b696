"""What the history of a row holds: its columns by class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.members import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.declarations.model import EntityModel


def recorded_columns(entity: EntityModel) -> Iterator[Column]:
    """The columns that history keeps: those that somebody may write.

    The key and the bookkeeping are left out, and what is made of a text.
    """
    for stored in entity.stored.values():
        written = stored.written
        kept = stored.until or stored.made or stored.name in ("country_code", "id", "version", "updated_at")
        if (written.creates or written.changes) and not kept:
            yield stored

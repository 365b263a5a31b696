"""What the history of a row holds: its columns by class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.leading_on import same_as_column
from graph.declarations.members import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.declarations.model import EntityModel


def recorded_columns(entity: EntityModel) -> Iterator[Column]:
    """The columns that history keeps: those that somebody may write.

    The key and the bookkeeping are left out, and what is made of a text. So is where the record of a link leads on to:
    that is no news of the row, and names a record that its readers may not see.
    """
    led = {same_as_column(link) for link in entity.led_on}
    for stored in entity.stored.values():
        written = stored.written
        kept = stored.until or stored.made or stored.name in ("country_code", "id", "version", "updated_at")
        if (written.creates or written.changes) and not kept and stored.name not in led:
            yield stored

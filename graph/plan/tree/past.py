"""The nouns of a row's history, and of a row as it was known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.members import Column
from graph.plan.tree.values import Fixed, PageSize, Value

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel


from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel
    from graph.plan.tree.values import Fixed, PageSize, Value


@dataclass(frozen=True, slots=True)
class Past:
    """`history` of a row: the latest entries first.

    Attributes:
        entity: the row's.
        outputs: response keys with the entry's columns, in order; a fixed text for `__typename`.
        size: how many entries.
        until: only entries up to this instant.
    """

    entity: EntityModel
    outputs: tuple[tuple[str, str | Fixed], ...]
    size: PageSize
    until: Value | None


@dataclass(frozen=True, slots=True)
class KnownAt:
    """`asKnownAt` of a row: its columns as they were on record at an instant, as one JSON object.

    Attributes:
        entity: the row's.
        columns: those that the caller is told.
        instant: when.
    """

    entity: EntityModel
    columns: tuple[Column, ...]
    instant: Value


COLUMN_OF = {
    "version": "version", "recordedAt": "recorded_at", "subject": "subject", "issuer": "issuer",
    "operation": "operation", "reason": "reason", "privacy": "privacy", "before": "before", "after": "after",
}  # fmt: skip
"""The columns behind the fields of an entry."""

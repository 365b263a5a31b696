"""The rows of a selected entity, put together in Python from the rows beneath: what is true, whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from graph.declarations.model import EntityModel
from graph.declarations.selections import PartRead, Together

Row = dict[str, Any]
By = Callable[[Mapping[str, Iterable[Row]]], list[Row]]

WORKED_OUT: dict[str, By] = {}
"""The rows of an entity that a select works out, by its name: written here by hand, a second time."""


class CodedId(NamedTuple):
    """What tells rows of one uuid apart: written `<uuid>_<code>`, ordered by both."""

    uuid: UUID
    code: str

    def __str__(self) -> str:
        return f"{self.uuid}_{self.code}"

    @property
    def int(self) -> tuple[Any, str]:
        """What it is ordered by, as a UUID by its number."""
        return self.uuid.int, self.code


def selected_rows(entity: EntityModel, rows: Mapping[str, Iterable[Row]]) -> list[Row]:
    """Every row of a selected entity; an entity that is worked out has to be known by hand.

    Args:
        entity: what is selected.
        rows: of every table beneath; an id is a UUID, or its text.
    """
    if not isinstance(entity.selection, Together):
        return WORKED_OUT[entity.table](rows)
    given = entity.selection.given
    found = [
        _row(entity, part, row) for part in entity.selection.parts for row in rows[part.table] if _counts(part, row)
    ]
    return [row for row in found if all(row[name] is not None for name in given)]


def _counts(part: PartRead, row: Row) -> bool:
    return part.void is None or row[part.void] is None


def _row(entity: EntityModel, part: PartRead, row: Row) -> Row:
    assert isinstance(entity.selection, Together)
    id_ = row["id"]
    named = CodedId(id_, part.name) if isinstance(id_, UUID) else f"{id_}_{part.name}"
    made: Row = {"country_code": row["country_code"], "id": named}
    for name in entity.stored:
        if name not in entity.key:
            made[name] = row[part.columns[name]] if name in part.columns else None
    return made | {entity.selection.kind: part.name}

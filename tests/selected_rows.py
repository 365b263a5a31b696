"""The rows of a selected entity, put together in Python from the rows beneath: what is true, whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from graph.declarations.model import EntityModel
from graph.declarations.selections import PartRead, Together

Row = dict[str, Any]
By = Callable[[Mapping[str, Iterable[Row]]], list[Row]]

OF_A_PERSON = (
    "given_name", "family_name", "birth_date", "birth_date_precision", "living", "died_on", "died_on_precision",
    "whereabouts", "tracing", "phone", "locality", "language", "latitude_e2", "longitude_e2", "caregiver_id",
)  # fmt: skip
"""What rows of relatives have in common."""


def _differing(rows: Mapping[str, Iterable[Row]]) -> list[Row]:
    standing = [row for row in rows["relative"] if row["voided_at"] is None]
    gone = (row for row in rows["child"] if row["died_on"] is not None and row["voided_at"] is None)
    dead, people = {(row["country_code"], row["id"]) for row in gone}, dict[Any, set[Any]]()
    for row in standing:
        people.setdefault((row["country_code"], row["person_id"]), set()).add(tuple(row[name] for name in OF_A_PERSON))
    return [
        {
            "country_code": row["country_code"],
            "id": row["id"],
            "relative_id": row["id"],
            **{name: row[name] for name in ("child_id", "programme_id", "person_id")},
        }
        for row in standing
        if len(people[row["country_code"], row["person_id"]]) > 1
        or (row["living"] != "NO" and (row["country_code"], row["other_child_id"]) in dead)
    ]


WORKED_OUT: dict[str, By] = {"differing_relative": _differing}
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

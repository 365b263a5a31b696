"""The two rows of a pair, each of whom holds one to the other: they are recorded together, and one fate is the other's.

    class SiblingBond(TenantEntity, Dated, table=True):
        mirrored_by: ClassVar = "sibling_id"

What is said of one side is said of the other: its own link and the other one change places, and copies are of those.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from countries.tenancy.caller import Tier
from graph.declarations.day_bounds import end_of
from graph.writes.checks import CheckKind
from graph.writes.draft import ONE, TRUE
from graph.writes.mutation import Lock, NewId
from graph.writes.parts import input_name
from graph.writes.refusals import NOT_YOURS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.declarations.model import EntityModel
    from graph.plan.sql.relation import Relation
    from graph.writes.shapes import Question
    from graph.writes.writing import Sql, Writing

OF_ANOTHER = replace(NOT_YOURS, path=("input", "id"))
ID_BACK = "otherSideId"
"""What an input calls the identity of the other side's row."""


def sides_of(entity: EntityModel) -> tuple[str, str] | None:
    """The links to the one who holds a row of a pair, and to the other one; nothing where there are no pairs."""
    own, other = entity.first_owner, entity.files.mirrored_by
    return None if own is None or other is None else (own, other)


def facing(entity: EntityModel, name: str) -> str:
    """The column that says on the other side what a column says on this one."""
    own, other = sides_of(entity) or ("", "")
    return {own: other, other: own}.get(name, name)


def side_cells(entity: EntityModel, one: Relation, other: Relation) -> dict[str, Sql]:
    """Of the row that one holds to the other: both links, and what repeats the rows that they lead to."""
    links = dict(zip(sides_of(entity) or (), (one, other), strict=False))
    cells: dict[str, Sql] = {link: source.c.id for link, source in links.items()}
    for link, source in links.items():
        cells |= {name: source.c[there] for name, there in entity.taken_from(link).items()}
    return cells


def other_id(entity: EntityModel) -> NewId:
    """The other side's row has an identity of its own."""
    return NewId(ID_BACK, entity.table, "The id of the row that the other one holds, with a UUIDv7 of your own.")


def locks_of_pair(entity: EntityModel, roots: Sequence[str], *, creates: bool) -> tuple[Lock, ...]:
    """Both are held: each row carries the other's name and the own programme, and neither may change in between."""
    links = [entity.stored[name] for name in sides_of(entity) or () if entity.stored[name].target in roots]
    if creates:
        return tuple(Lock(str(link.target), input_name(link)) for link in links)
    return tuple(Lock(str(link.target), "id", through=(entity.table, link.name)) for link in links)


def key_of_pair(entity: EntityModel) -> tuple[str, ...]:
    """What has to be read of a row so that the other side's is found; nothing where there are no pairs.

    Of two that begin on one day, where the first held no night, their ends tell them apart.
    """
    if sides_of(entity) is None:
        return ()
    key = entity.files.key or ()
    return tuple(dict.fromkeys((*key, *(end for name in key if (end := end_of(entity, name))))))


def read_other_side(writing: Writing, entity: EntityModel, own: Relation) -> Relation | None:
    """The row that the other one holds; whoever does not see it changes neither.

    Args:
        writing: the statement.
        entity: whose rows.
        own: the row as read, with `key_of_pair`.
    """
    key = key_of_pair(entity)
    if not key:
        return None
    row = writing.rows(entity.table)
    alike = []
    for name in key:
        value = select(own.c[facing(entity, name)]).select_from(own.clause).scalar_subquery()
        alike.append(row.c[name].is_not_distinct_from(value) if entity.stored[name].nullable else row.c[name] == value)
    there = [*writing.within(entity.table, row), *alike]
    rows = select(TRUE.label("found"), row.c.id).select_from(row.clause).where(*there).order_by(row.c.id).limit(ONE)
    found = writing.read_rows("other_side", rows)
    if writing.parameters.tier is Tier.CASEWORKER:
        # The other one may be of another programme: the office sees both. Of what was taken back that is told.
        gone = [own.c.found.is_(None), *([own.c[entity.void_column].is_not(None)] if entity.void_column else [])]
        writing.check("other_side_is_yours", or_(found.c.found.is_not(None), *gone), OF_ANOTHER, CheckKind.MISSING)
    return found


def change_other_side(
    writing: Writing,
    entity: EntityModel,
    other: Relation | None,
    cells: Mapping[str, Sql],
    *,
    voids: bool = False,
    optional: Mapping[str, Question] | None = None,
) -> None:
    """What changes of a row changes of the other side's.

    Args:
        writing: the statement.
        entity: whose rows.
        other: from `read_other_side`.
        cells: as of the row itself.
        voids: likewise.
        optional: likewise.
    """
    if other is None:
        return
    target: Any = writing.target(entity.table)
    writing.update(
        entity.table, cells, where=[target.c.id == other.c.id], voids=voids, must=False, optional=optional
    )  # fmt: skip

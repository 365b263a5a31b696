"""Which parts come with a new row, and what their declaration has to mean.

They lead to their parent, and every column of theirs is given by somebody. The parent's mutation names them, or they
say it themselves: `Owner("programme", part_of="programme_id", comes_along=True)`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.declarations.members import ToMany
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.nouns import PartsOf
from graph.declarations.wholes import made_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.declarations.base import Entity
    from graph.declarations.model import EntityModel
    from graph.declarations.nouns import DerivedMutation


def with_parts(models: list[EntityModel], entities: Iterable[type[Entity]]) -> list[EntityModel]:
    """Every entity with the parts that say themselves that they come with its new rows.

    Raises:
        MisdeclaredError: one says so, and nothing that it is a part of is recorded by a plain mutation.
    """
    recorded = {each.table for each in models if any(mutation.creates for mutation in each.mutations)}
    come: dict[str, list[PartsOf]] = {}
    for model, entity in zip(models, entities, strict=True):
        if entity.owner is not None and entity.owner.comes_along:
            link = model.stored.get(model.part_of or "")
            if link is None or link.target not in recorded:
                message = "it comes along with nothing; say part_of, the link to what a plain mutation records."
                raise MisdeclaredError(entity, "owner", message)
            come.setdefault(link.target, []).append(PartsOf(model.table))
    return [replace(each, mutations=tuple(_joined(each.mutations, come.get(each.table, ())))) for each in models]


def _joined(mutations: Iterable[DerivedMutation], come: Sequence[PartsOf]) -> Iterator[DerivedMutation]:
    for mutation in mutations:
        said = {part.table for part in mutation.parts}
        more = tuple(part for part in come if mutation.creates and part.table not in said)
        yield replace(mutation, parts=(*mutation.parts, *more))


def refuse_parts(entity: type[Entity], model: EntityModel, by_table: Mapping[str, EntityModel]) -> None:
    """Refuse parts that cannot be written.

    Raises:
        MisdeclaredError: with the file and the line.
    """
    for mutation in model.mutations:
        for wrong in _misfits(model, mutation, by_table):
            raise MisdeclaredError(entity, "mutations", f"{mutation.name}: {wrong}")


def _misfits(model: EntityModel, mutation: DerivedMutation, by_table: Mapping[str, EntityModel]) -> Iterator[str]:
    for said in mutation.parts:
        of = by_table.get(said.table)
        links = [each for each in model.members.values() if isinstance(each, ToMany) and each.target == said.table]
        if not mutation.creates:
            yield "parts come with a new row alone"
        elif of is None or len(links) != 1:
            yield f"exactly one link of {said.table} has to lead here"
        else:
            yield from _unwritten(model, of, links[0].far)


def _unwritten(model: EntityModel, of: EntityModel, by: str) -> Iterator[str]:
    if of.programme_column is not None and model.programme_column is None:
        yield f"{of.table} belongs to a programme, and its parent to none"
    for stored in of.stored.values():
        made = stored.name in ("country_code", "id", *made_with(of, by))
        given = stored.written.creates and not stored.written.owned
        if not (made or given or stored.has_default):
            yield f"nobody gives {of.table}.{stored.name}"
    creates = [each.written.creates for table in (model, of) for each in table.stored.values() if each.written.creates]
    if not frozenset.intersection(*creates):
        yield f"nobody may give both it and {of.table}"

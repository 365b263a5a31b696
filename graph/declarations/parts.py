"""What a declaration of parts has to mean: rows that lead to their parent, and every column given by somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.members import ToMany
from graph.declarations.misdeclared import MisdeclaredError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.declarations.base import Entity
    from graph.declarations.model import EntityModel
    from graph.declarations.nouns import DerivedMutation


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
        made = stored.name in ("country_code", "id", by, *of.taken_from(by))
        given = stored.written.creates and not stored.written.owned
        if not (made or given or stored.has_default):
            yield f"nobody gives {of.table}.{stored.name}"
    creates = [each.written.creates for table in (model, of) for each in table.stored.values() if each.written.creates]
    if not frozenset.intersection(*creates):
        yield f"nobody may give both it and {of.table}"

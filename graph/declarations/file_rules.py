"""What an entity may say of its rows in files, and what it cannot mean; and the order in which tables are filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.tenancy.caller import Tier
from graph.declarations.misdeclared import MisdeclaredError
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.declarations.base import Entity
    from graph.declarations.model import EntityModel, GraphModel

TOLD = frozenset({Kind.TEXT, Kind.INTEGER, Kind.BIG_INTEGER, Kind.DATE, Kind.ENUMERATION, Kind.UUID, Kind.ID})
"""What two rows can be told apart by."""


class CircleError(ValueError):
    """Tables lead to each other, so that no order of files could bring them.

    Args:
        tables: those that are left, by name.
    """

    def __init__(self, tables: Iterable[str]) -> None:
        self.tables = frozenset(tables)
        super().__init__(f"tables lead to each other in a circle: {', '.join(sorted(self.tables))}")


def in_order(model: GraphModel) -> tuple[EntityModel, ...]:
    """The entities whose rows belong to a country, each after those that it leads to.

    Of several that could come next: what more tiers read, what is about nobody, what leads to fewer tables.

    Raises:
        CircleError: they lead to each other in a circle.
    """
    waiting = {each.table: each for each in model.by_type.values() if each.is_tenant}
    led = {name: {column.target for column in each.stored.values()} - {name} for name, each in waiting.items()}
    found: list[EntityModel] = []
    while waiting:
        ready = [each for name, each in waiting.items() if not led[name] & waiting.keys()]
        if not ready:
            raise CircleError(waiting)
        found.append(waiting.pop(min(ready, key=_place).table))
    return tuple(found)


def _place(entity: EntityModel) -> tuple[object, ...]:
    own = {column.target for column in entity.stored.values() if column.target is not None and not column.copy_of}
    return (-len(entity.readers), entity.personal, len(own), entity.table)


def refuse_misfiled(model: GraphModel, entities: Iterable[type[Entity]]) -> None:
    """Look at what every entity says of its rows in files.

    Raises:
        MisdeclaredError: it contradicts itself, or another entity.
    """
    listed = list(entities)
    for entity in listed:
        read = model.by_table[str(entity.__tablename__)]
        for name, message in (
            *_sheet(read), *_mirror(read), *_beside(model, read), *_kept(read), *_shadow(model, read),
        ):  # fmt: skip
            raise MisdeclaredError(entity, name, message)
    try:
        in_order(model)
    except CircleError as error:
        entity, link = next(_closing(model, listed, error.tables))
        raise MisdeclaredError(entity, link, f"{error}; a file could not be read in any order.") from error


def _closing(
    model: GraphModel, entities: list[type[Entity]], circle: frozenset[str]
) -> Iterator[tuple[type[Entity], str]]:
    """The links within a circle, those of the last entity first."""
    for entity in reversed(entities):
        table = str(entity.__tablename__)
        for column in model.by_table[table].stored.values() if table in circle else ():
            if column.target in circle - {table}:
                yield entity, column.name


def _sheet(read: EntityModel) -> Iterator[tuple[str, str]]:
    said = read.files
    if said.no_sheet is not None:
        if not said.no_sheet.endswith("."):
            yield "no_sheet", "it says in a sentence why no file holds the rows."
        if said.key is not None or said.mirrored_by is not None:
            yield "no_sheet", "no file holds the rows, and yet it is said what they are like in files; say one of both."
        return
    for column in read.in_sheet:
        if Tier.OFFICE not in column.readers:
            yield column.name, "the office gives it and does not read it, so that no export could hold it; let it read."
    yield from _key(read, said.key or ())


def _key(read: EntityModel, key: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    held = {column.name: column for column in read.in_sheet}
    for name in key:
        if name not in held:
            yield "natural_key", f"a file does not hold {name}; name what the office gives with a new row."
        elif held[name].kind not in TOLD:
            yield "natural_key", f"rows are not told apart by what {name} is."
    if len(set(key)) < len(key):
        yield "natural_key", "a column stands there twice."


def _mirror(read: EntityModel) -> Iterator[tuple[str, str]]:
    said = read.files
    if said.mirrored_by is None:
        return
    other, own = read.stored.get(said.mirrored_by), read.stored.get(read.first_owner or "")
    if other is None or own is None or other.target is None or other.target != own.target:
        yield "mirrored_by", "it is the link to another row of the owner's table, which has a row of the same pair."
    elif not {other.name, own.name} <= set(said.key or ()):
        yield "mirrored_by", "what tells a pair apart are both its sides; name both links in natural_key."


def _beside(model: GraphModel, read: EntityModel) -> Iterator[tuple[str, str]]:
    said = read.files.beside
    link = read.stored.get(read.part_of or "")
    whole = None if link is None else model.by_table.get(link.target or "")
    if said and whole is None:
        yield "beside", "it is no part of a row in whose sheet its columns could stand; say Owner(…, part_of=…)."
    for name in said:
        if name not in read.stored:
            yield "beside", f"there is no column {name}."


def _kept(read: EntityModel) -> Iterator[tuple[str, str]]:
    held = {column.name for column in read.in_sheet}
    for column in read.stored.values():
        if column.kept is not None and (column.name not in held or read.files.no_sheet is not None):
            yield column.name, "no file holds it, so that none can change it; leave in_files out."
        elif column.kept is not None and not column.written.changes:
            yield column.name, "nobody changes it, so that no file does; leave in_files out."


def _shadow(model: GraphModel, read: EntityModel) -> Iterator[tuple[str, str]]:
    for table in read.shadow_of:
        cast = model.by_table.get(table)
        missing = [name for name in read.stored if cast is None or name not in cast.stored]
        if missing:
            yield "shadow_of", f"{table} has no {', '.join(missing)}; a shadow has what its row has."

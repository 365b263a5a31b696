"""What follows from whose row it is: the words and rights of owners' links and of copies, and what cannot be meant.

It runs once, after all entities are imported: an owner, or an original, may be declared later than what leads to it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from countries.tenancy.caller import Tier
from countries.tenancy.terms import sees_countries
from graph.declarations.base import Entity
from graph.declarations.days import MADE
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.nouns import TableKind, WrittenBy
from graph.declarations.owners import PROGRAMME, RESPONSIBLE, CopyOf, OwnedBy, link_to
from graph.kinds.kind import Kind
from graph.kinds.table import STORED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.declarations.declared import Stored
    from graph.declarations.model import EntityModel, GraphModel


def spoken(name: str) -> str:
    """`communityLink` as a person writes it: `community link`."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def entity_of(table: str) -> type[Entity] | None:
    """The entity of a table, where there is one."""
    found = Entity.metadata.tables.get(table)
    entity: type[Entity] | None = None if found is None else found.info.get("entity")
    return entity


def _stored(entity: type[Entity], name: str) -> Stored | None:
    column = Entity.metadata.tables[str(entity.__tablename__)].columns.get(name)
    stored: Stored | None = None if column is None else column.info["hearth"]
    return stored


def owners_of(entity: type[Entity]) -> tuple[OwnedBy, ...]:
    """Whose row it is; a programme is its own."""
    table, owner = str(entity.__tablename__), entity.owner
    tables = () if owner is None else owner.tables
    return tuple(OwnedBy(each, "id" if each == table else link_to(each)) for each in tables)


def programme_column_of(entity: type[Entity]) -> str | None:
    """The column of the programme that is responsible for a row."""
    owners = owners_of(entity)
    if any(each.table == PROGRAMME for each in owners):
        return next(each.column for each in owners if each.table == PROGRAMME)
    return RESPONSIBLE if owners else entity.programme_column


def copies_of(entity: type[Entity], stored: Stored) -> tuple[CopyOf, ...]:
    """What a column repeats."""
    found = []
    for place, (link, column) in enumerate(stored.copies):
        led = _stored(entity, link)
        if led is not None and led.link is not None:
            unless = tuple(each for each, _ in stored.copies[:place])
            found.append(CopyOf(link, led.link.target, column, unless))
    return tuple(found)


# Words and rights


def complete_owning(entity: type[Entity]) -> None:
    """Fill in what an owner's link and a copy have from elsewhere.

    Raises:
        MisdeclaredError: an owner or an original is none.
    """
    for name, message in _misowned(entity):
        raise MisdeclaredError(entity, name, message)
    for owner in owners_of(entity):
        target = entity_of(owner.table)
        if target is None:
            raise MisdeclaredError(entity, "owner", f"there is no table {owner.table}; name one that a row belongs to.")
        if owner.table != PROGRAMME and (target.owner is None or target.owner.tables != (PROGRAMME,)):
            message = f"a row of {owner.table} owns nothing; name what a programme is responsible for itself."
            raise MisdeclaredError(entity, "owner", message)
    for column in Entity.metadata.tables[str(entity.__tablename__)].columns:
        complete_column(entity, column)


def _misowned(entity: type[Entity]) -> Iterator[tuple[str, str]]:
    """What an entity says of its owner that follows from none of the others."""
    said, table = entity.owner, str(entity.__tablename__)
    if said is None:
        return
    for owner in said.tables:
        if said.tables.count(owner) > 1:
            yield "owner", f"{owner} stands there twice."
        own = _stored(entity, link_to(owner))
        if owner != table and own is not None and own.link is None:
            yield link_to(owner), f"it is no link to {owner}; link it, or leave it to `owner`."
    if said.part_of is not None:
        link = _stored(entity, said.part_of)
        if link is None or link.link is None:
            yield "owner", f"{said.part_of} is no link; name the one to what it is a part of."
        elif link.link.target == table:
            yield "owner", f"{said.part_of} leads to a row of the same table; a part is of another."
        elif table in (above := list(_wholes(link.link.target, {table}))):
            yield "owner", f"it is a part of itself, by way of {above[0]}; one of these is the whole."


def _wholes(table: str, seen: set[str]) -> Iterator[str]:
    """A table, what its rows are parts of, and so on; where that leads back, what it leads to is the last one."""
    yield table
    entity = entity_of(table)
    said = None if entity is None or entity.owner is None else entity.owner.part_of
    link = None if entity is None or said is None else _stored(entity, said)
    if table not in seen and link is not None and link.link is not None:
        yield from _wholes(link.link.target, {*seen, table})


def complete_column(entity: type[Entity], column: Any, before: tuple[tuple[type[Entity], str], ...] = ()) -> None:  # noqa: ANN401 - a column of any type
    """Fill in what a column has from elsewhere.

    Args:
        entity: whose.
        column: the column of its table.
        before: the copies that led to it.

    Raises:
        MisdeclaredError: it is a copy of nothing, or of itself.
    """
    stored: Stored = column.info["hearth"]
    if (entity, column.name) in before:
        raise MisdeclaredError(entity, column.name, "it is a copy of itself; one of these columns is the original.")
    if stored.copies and not column.info.get("completed"):
        column.info["completed"] = True
        for link, name in stored.copies:
            complete_column(entity, _link(entity, column.name, link), (*before, (entity, column.name)))
            target, original = _original(entity, column.name, link, name)
            complete_column(target, original, (*before, (entity, column.name)))
        stored = _copied(entity, stored)
    if stored.link is not None and not stored.doc:
        stored = _told(entity, stored)
    if stored.link is not None and bool(stored.link.back) != bool(stored.link.back_doc):
        message = "a way back has a name and a sentence; say both, or back=None and no sentence."
        raise MisdeclaredError(entity, column.name, message)
    column.info["hearth"], column.type, column.comment = stored, STORED[stored.kind], stored.doc


def _link(entity: type[Entity], name: str, link: str) -> Any:  # noqa: ANN401 - as above
    stored = _stored(entity, link)
    if stored is None or stored.link is None:
        raise MisdeclaredError(entity, name, f"{link} is no link; a copy is of a row that a link leads to.")
    return Entity.metadata.tables[str(entity.__tablename__)].columns[link]


def _original(entity: type[Entity], name: str, link: str, column: str) -> tuple[type[Entity], Any]:
    led = _stored(entity, link)
    target = None if led is None or led.link is None else led.link.target
    table, found = Entity.metadata.tables.get(target or ""), entity_of(target or "")
    if table is None or found is None or column not in table.columns:
        raise MisdeclaredError(entity, name, f"it is a copy of nothing: {target} has no column {column}.")
    original = table.columns[column]
    if original.computed is not None or (column != RESPONSIBLE and column in ("version", "updated_at")):
        raise MisdeclaredError(entity, name, f"{target}.{column} changes by itself; copy what somebody writes.")
    return found, original


def _copied(entity: type[Entity], stored: Stored) -> Stored:
    """A copy is what its original is; it comes with the link, and changes with the link or with the original."""
    creates, changes = frozenset[Tier](), frozenset[Tier]()
    first: Stored | None = None
    for copy in copies_of(entity, stored):
        link = _stored(entity, copy.link)
        target = entity_of(copy.target)
        original = None if target is None else _stored(target, copy.column)
        if link is None or original is None:
            continue
        first = first or original
        creates |= link.written.creates
        changes |= link.written.changes | original.written.changes
    written = WrittenBy(creates, changes, owned=True)
    if stored.otherwise:
        given = WrittenBy(creates | stored.written.creates, changes | stored.written.changes, owned=True)
        return replace(stored, written=given)
    if first is None or stored.link is not None:
        return replace(stored, written=written)
    return replace(
        stored, kind=first.kind, privacy=first.privacy, readers=first.readers, enumeration=first.enumeration,
        form=first.form, day=MADE if first.kind is Kind.DATE else None, written=written,
    )  # fmt: skip


def _told(entity: type[Entity], stored: Stored) -> Stored:
    """The sentences of an owner's link."""
    link = stored.link
    if link is None or entity.owner is None:
        return stored
    own, many = spoken(entity.names.one), spoken(entity.names.many)
    owners = [found for table in entity.owner.tables if (found := entity_of(table)) is not None]
    if link.target == PROGRAMME and PROGRAMME not in entity.owner.tables:
        ones = [spoken(each.names.one) for each in owners]
        others = " and ".join(spoken(each.names.many) for each in owners)
        later = [f", or for the {one} where no {before} is named" for before, one in pairwise(ones)]
        doc = f"The programme that is responsible for the {ones[0]}{''.join(later)}."
        back_doc = f"The {many} of the programme's {others}."
    else:
        found = entity_of(link.target)
        one = link.target if found is None else spoken(found.names.one)
        doc = f"The {one}." if len(owners) == 1 else f"The {one}, where the {own} is a {one}'s."
        back_doc = f"The {one}'s {many}."
    return replace(stored, doc=doc, link=replace(link, doc=doc, back_doc=back_doc if link.back else ""))


# What cannot be meant


def refuse_contradictions(model: GraphModel, entities: Iterable[type[Entity]]) -> None:
    """Look at what every entity says of whose row it is.

    Raises:
        MisdeclaredError: it contradicts itself, or another entity.
    """
    for entity in entities:
        if entity.table_kind is TableKind.TENANT and entity.in_graph:
            read = model.by_table[str(entity.__tablename__)]
            for name, message in (*_no_owner(entity, read), *_stray(model, read), *_unseen(model, read)):
                raise MisdeclaredError(entity, name, message)


def _no_owner(entity: type[Entity], read: EntityModel) -> Iterator[tuple[str, str]]:
    if entity.owner is None:
        yield "owner", "nothing says whose row it is; say Owner(…), or COUNTRY where every caseworker may see it."
    elif entity.owner.programme_back and (not entity.owner.tables or PROGRAMME in entity.owner.tables):
        yield "owner", "programme_back is of rows that have the programme of their owner; a link says its own `back`."
    for owner in read.owners:
        link = read.stored.get(owner.column)
        if owner.column != "id" and (link is None or link.target != owner.table):
            yield owner.column, f"it is no link to {owner.table}; link it, or leave it to `owner`."
        elif link is not None and owner.table != PROGRAMME and link.written.changes:
            yield owner.column, "its owner is given once; nobody changes it."
        elif link is not None and link.nullable == (len(read.owners) == 1):
            yield owner.column, "an only owner is always given, and one of several is not."


def _stray(model: GraphModel, read: EntityModel) -> Iterator[tuple[str, str]]:
    """A table that leads to an owned row is owned; a part, and whatever cannot be without such a row, by the same."""
    owners = [each.table for each in read.owners]
    for column in read.stored.values():
        target = model.by_table.get(column.target or "")
        if target is None or not target.owners:
            continue
        below = [each.table for each in target.owners if each.table != PROGRAMME and target.table not in model.roots]
        bound = any(not _bound(read, tier) and _bound(target, tier) for tier in read.readers)
        if not owners and bound:
            yield "owner", f"{column.name} leads to rows of programmes; say whose row this is."
        elif owners and not column.nullable and not set(below) <= set(owners):
            yield "owner", f"{column.name} leads to a row of a {below[0]} and is never empty; its own row is its too."
    if read.part_of is not None:
        link = read.stored.get(read.part_of)
        whole = None if link is None else model.by_table.get(link.target or "")
        alike = whole is not None and owners in ([whole.table], [each.table for each in whole.owners])
        if link is None or link.nullable or not alike:
            yield "owner", f"{read.part_of} leads to no row of the same owner, or may be empty; a part has its whole."


def _are_of_one_child(one: EntityModel, other: EntityModel) -> bool:
    """Whether the rows of both are children's, so that one leads to another of the same child (`one_child.py`)."""
    return all([each.table for each in of.owners] == ["child"] and of.table != "child" for of in (one, other))


def _unseen(model: GraphModel, read: EntityModel) -> Iterator[tuple[str, str]]:
    """Whoever changes an original reaches every copy."""
    own = {read.part_of, *(each.column for each in read.owners)}
    for column in read.stored.values():
        for copy in column.copy_of:
            original = model.by_table[copy.target].stored[copy.column]
            if _are_of_one_child(read, model.by_table[copy.target]):
                continue
            if copy.link not in own and any(_bound(read, tier) for tier in original.written.changes):
                who = f"who changes {copy.target}.{copy.column} may not see every copy of it, of other programmes"
                yield column.name, f"{who}; let only the office change it."


def _bound(read: EntityModel, tier: Tier) -> bool:
    """Whether a tier sees some rows of its countries, and not all."""
    return tier in read.readers and not sees_countries(read.rule(tier))

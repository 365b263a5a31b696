"""From a class to its members: the key and its links, its own values, what is worked out, the links back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Table

from countries.tenancy.caller import Tier
from graph.declarations.base import Entity
from graph.declarations.computed_reader import read_by, read_computed
from graph.declarations.declared import (
    ComputedDeclaration,
    RowDeclaration,
    Stored,
    ThroughDeclaration,
    camel,
    label_of,
    stored_of,
)
from graph.declarations.members import Column, Member, Through, ToMany, ToOne, ToRow
from graph.declarations.nouns import Privacy, TableKind, WrittenBy
from graph.declarations.owning import (
    copies_of,
)
from graph.declarations.text_columns import keys_of
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

from graph.declarations.base import table_of

COUNTRY = "country"
CODE = "code"
"""What names a row of a register."""


BOOKKEEPING = ("version", "created_at", "updated_at")


GIVEN = ("country_code", "id")


COUNTED = ("version", "updated_at")


KEPT = (*GIVEN, *BOOKKEEPING)
"""What the machinery writes in every row: the key with a new one, the version and the instant with every change."""


def members_of(
    entity: type[Entity],
    table: Table,
    stored: Mapping[str, Column],
    entities: list[type[Entity]],
    readers: Mapping[str, frozenset[Tier]],
) -> Iterator[Member]:
    """What GraphQL shows: key and links, its own values, what is worked out, the links back, the bookkeeping."""
    yield from _first_members(entity, stored, readers[table.name])
    yield from _own_links(table, readers)
    yield from (column for column in stored.values() if column.api and column.name not in ("id", *BOOKKEEPING))
    yield from _derived(entity, readers)
    yield from _links_back(entity, entities, readers)
    yield from (stored[name] for name in BOOKKEEPING if name in stored)


def read_column(entity: type[Entity], column: Any, own: frozenset[Tier]) -> Column:  # noqa: ANN401 - a column of any type
    """A column of a table, with who reads it among those who read the table."""
    stored = stored_of(column)
    readers = entity.bookkeeping if column.name in BOOKKEEPING else stored.readers
    return Column(
        name=column.name,
        api="" if stored.hidden else stored.api or camel(column.name),
        kind=stored.kind,
        doc=stored.doc,
        nullable=bool(column.nullable),
        privacy=stored.privacy,
        readers=readers & own,
        filters=stored.filters,
        orders=stored.orders,
        enumeration=stored.enumeration,
        written=_written_by(entity, column.name, stored),
        target=stored.link.target if stored.link else None,
        has_default=bool(column.nullable) or column.server_default is not None,
        label=label_of(column),
        day=stored.day,
        form=stored.form,
        key=stored.key,
        until=stored.until,
        copy_of=copies_of(entity, stored),
        otherwise=stored.otherwise,
        longest=stored.longest,
        about=stored.about,
        default_sql=_default_sql(column),
        generated="" if column.computed is None else str(column.computed.sqltext),
        kept=stored.kept,
        made=stored.made,
        keys=keys_of(column),
        searched=stored.searched,
        among=stored.among,
        codes=stored.codes,
        reckoned=stored.reckoned,
    )


def _default_sql(column: Any) -> str | None:  # noqa: ANN401 - a column of any type
    if column.nullable or column.computed is not None or column.server_default is None:
        return None
    return str(column.server_default.arg)


def _written_by(entity: type[Entity], name: str, stored: Stored) -> WrittenBy:
    """A row's key comes with the row, its version and the instant of its change with every change."""
    if entity.table_kind is not TableKind.TENANT or not entity.in_graph or name not in KEPT:
        return stored.written
    others = [stored_of(column).written for column in table_of(entity).columns if column.name not in KEPT]
    creates = frozenset[Tier]().union(*(written.creates for written in others))
    changes = frozenset[Tier]().union(*(written.changes for written in others))
    return WrittenBy(creates if name in GIVEN else frozenset(), changes if name in COUNTED else frozenset())


def _first_members(entity: type[Entity], stored: Mapping[str, Column], own: frozenset[Tier]) -> Iterator[Member]:
    if entity.table_kind in (TableKind.TENANT, TableKind.SELECTED):
        yield stored["id"]
        yield ToOne("country", COUNTRY, "country_code", "code", "The country that it belongs to.", own)
    elif entity.table_kind is TableKind.REGISTER and CODE in stored:
        doc = "The identity of the row: its type and its code."
        yield Column(CODE, "id", Kind.ID, doc, nullable=False, privacy=Privacy.PLAIN, readers=own)


def _own_links(table: Table, readers: Mapping[str, frozenset[Tier]]) -> Iterator[Member]:
    for column in table.columns:
        stored = stored_of(column)
        if stored.link is not None:
            api = stored.link.api or camel(column.name.removesuffix("_id"))
            allowed = stored.readers & readers[stored.link.target] & readers[table.name]
            yield ToOne(api, stored.link.target, column.name, "id", stored.link.doc, allowed)


def _derived(entity: type[Entity], readers: Mapping[str, frozenset[Tier]]) -> Iterator[Member]:
    own = readers[table_of(entity).name]
    for name, declared in vars(entity).items():
        match declared:
            case ComputedDeclaration():
                yield read_computed(entity, name, declared, own, readers)
            case RowDeclaration():
                kind = next(each.name for each in table_of(entity).primary_key if each.name not in GIVEN)
                yield ToRow(camel(name), kind, declared.doc, own)
            case ThroughDeclaration():
                allowed = own & readers[declared.via] & readers[declared.target]
                allowed &= read_by(declared.via, declared.near, declared.far, *declared.uses)
                yield Through(
                    camel(name), declared.target, declared.via, declared.near, declared.far, declared.uses,
                    declared.condition, declared.many, declared.doc, allowed, asks=declared.asks,
                )  # fmt: skip


def _links_back(
    entity: type[Entity], entities: list[type[Entity]], readers: Mapping[str, frozenset[Tier]]
) -> Iterator[Member]:
    here = str(entity.__tablename__)
    for other in entities:
        table = table_of(other)
        if here == COUNTRY and other.country_back is not None:
            api, doc = other.country_back
            yield ToMany(api, table.name, "code", "country_code", doc, readers[table.name])
        for column in table.columns:
            stored = stored_of(column)
            if stored.link is not None and stored.link.target == here and stored.link.back is not None:
                allowed = stored.readers & readers[table.name] & readers[here]
                void = column.name == other.same_as
                yield ToMany(stored.link.back, table.name, "id", column.name, stored.link.back_doc, allowed, void=void)

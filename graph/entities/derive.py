"""From declarations to the graph's description, and to the constraints and indexes that every table gets.

Both run once, after all entities are imported: a link may lead to a table that is declared later.
"""

from __future__ import annotations

from dataclasses import replace
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

from sqlalchemy import Index, Table

from countries.caller import Tier
from graph.entities.base import Entity
from graph.entities.bounding import refuse_bounds
from graph.entities.computed_reader import read_by, read_computed
from graph.entities.constraints import checks, foreign_keys, refusals_of
from graph.entities.declared import (
    ComputedDeclaration,
    RowDeclaration,
    Stored,
    ThroughDeclaration,
    camel,
    label_of,
    stored_of,
)
from graph.entities.file_rules import refuse_misfiled
from graph.entities.files import Files
from graph.entities.keeping import with_rules
from graph.entities.lives import named
from graph.entities.living import alone_of, at_end_of, complete_lives, exclusion, refuse_lives
from graph.entities.model import (
    Column,
    EntityModel,
    GraphModel,
    Member,
    TableKind,
    Through,
    ToMany,
    ToOne,
    ToRow,
    WrittenBy,
)
from graph.entities.obligations import obligation_rules, refuse_obligation
from graph.entities.owning import (
    complete_owning,
    copies_of,
    entity_of,
    owners_of,
    programme_column_of,
    refuse_contradictions,
)
from graph.entities.parts import refuse_parts
from graph.entities.selected import SelectedEntity
from graph.entities.selecting import read_selection
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Constraint

    from graph.entities.selecting import Reading

COUNTRY = "country"
BOOKKEEPING = ("version", "created_at", "updated_at")
GIVEN = ("country_code", "id")
COUNTED = ("version", "updated_at")
KEPT = (*GIVEN, *BOOKKEEPING)
"""What the machinery writes in every row: the key with a new one, the version and the instant with every change."""


def table_of(entity: type[Entity]) -> Table:
    """The SQLAlchemy table of an entity; of one that is selected, what it would be as one."""
    found: Table = vars(entity)["__table__"]
    return found


def is_selected(entity: type[Entity]) -> bool:
    """Whether its rows are in no table."""
    return entity.table_kind is TableKind.SELECTED


def complete_tables(entities: Iterable[type[Entity]]) -> None:
    """Give every table its foreign keys, checks, indexes and comment, and every constraint its refusal.

    Raises:
        ValueError: a constraint of a table that callers write has none.
    """
    listed = [each for each in entities if each.names.type != table_of(each).info.get("completed")]
    for entity in listed:
        table_of(entity).info["entity"] = entity
        table_of(entity).comment = cleandoc(entity.__doc__ or "")
    stored = [each for each in listed if not is_selected(each)]
    for entity in stored:
        complete_lives(entity, table_of(entity))
    for entity in stored:
        complete_owning(entity)
    for entity in stored:
        table = table_of(entity)
        refuse_lives(entity, table)
        table.info["completed"] = entity.names.type
        constraints: list[Constraint | Index] = [
            *foreign_keys(entity, table), *checks(entity, table), *exclusion(entity, table),
            *obligation_rules(entity, table), *entity.rules,
        ]  # fmt: skip
        for constraint in constraints:
            table.append_constraint(constraint)
        table.info["refusals"] = dict(refusals_of(entity, table))
        _add_indexes(entity, table)


def _add_indexes(entity: type[Entity], table: Table) -> None:
    """One index for each column that may be filtered or ordered by, and for each link; the country leads."""
    tenant = entity.table_kind is TableKind.TENANT
    for column in table.columns:
        stored = stored_of(column)
        if column.primary_key or not (stored.filters or stored.orders or stored.link):
            continue
        columns = [column, *([table.c[stored.then]] if stored.then else [])]
        keys = [table.c.country_code, *columns, table.c.id] if tenant else columns
        Index(f"{table.name}_{column.name}_idx", *keys, postgresql_include=stored.covers)


def read_graph(entities: Iterable[type[Entity]]) -> GraphModel:
    """The description of all entities that everything else works from.

    Raises:
        TierWithoutRule: a table names a reader, and nothing says which of its rows it sees.
        ValueError: a declaration cannot be meant.
    """
    listed = list(entities)
    stored = [entity for entity in listed if not is_selected(entity)]
    selected = [entity for entity in listed if issubclass(entity, SelectedEntity)]
    readers = {str(entity.__tablename__): entity.readers for entity in stored}
    beneath = _model(_read_entity(entity, stored, readers) for entity in stored) if selected else None
    readings = {str(each.__tablename__): read_selection(each, beneath) for each in selected if beneath is not None}
    readers |= {name: reading.readers for name, reading in readings.items()}
    models = [_read_entity(entity, listed, readers, readings.get(str(entity.__tablename__))) for entity in listed]
    models = with_rules(models, listed)
    by_table = {each.table: each for each in models}
    for entity, model in zip(listed, models, strict=True):
        refuse_bounds(entity, model, by_table)
        refuse_obligation(entity, model)
        refuse_parts(entity, model, by_table)
    read = _model(models)
    refuse_contradictions(read, stored)
    refuse_misfiled(read, stored)
    return read


def _model(models: Iterable[EntityModel]) -> GraphModel:
    listed = list(models)
    return GraphModel(
        {model.type_name: model for model in listed if model.in_graph},
        {model.table: model for model in listed if model.selection is None},
        {model.table: model for model in listed if model.selection is not None},
    )


def _read_entity(
    entity: type[Entity],
    entities: list[type[Entity]],
    readers: Mapping[str, frozenset[Tier]],
    reading: Reading | None = None,
) -> EntityModel:
    table = table_of(entity)
    _refuse_identities(entity, table)
    own = readers[table.name]
    stored = {column.name: _read_column(entity, column, own) for column in table.columns}
    if reading is not None:
        stored |= {name: replace(stored[name], enumeration=each) for name, each in reading.members.items()}
    members: dict[str, Member] = {}
    for member in _members(entity, table, stored, entities, readers) if entity.in_graph else ():
        if member.api in members:
            message = f"{entity.names.type}.{member.api} is declared twice"
            raise ValueError(message)
        members[member.api] = member
    return EntityModel(
        type_name=entity.names.type,
        table=table.name,
        kind=entity.table_kind,
        doc=table.comment or "",
        one=entity.names.one,
        many=entity.names.many,
        key=tuple(column.name for column in table.primary_key),
        programme_column=programme_column_of(entity),
        stored=stored,
        members=members,
        readers=own,
        personal=_is_about_a_person(entity),
        void_column=entity.void_column,
        mutations=named(entity),
        in_graph=entity.in_graph,
        statistics_reads=entity.statistics_reads,
        statistics_adds=entity.statistics_adds,
        owners=owners_of(entity),
        part_of=None if entity.owner is None else entity.owner.part_of,
        obligation=entity.obligation,
        said=entity.rows,
        selection=None if reading is None else reading.selection,
        order=tuple((name.removeprefix("-"), name.startswith("-")) for name in getattr(entity, "order", ())),
        shadow_of=entity.shadow_of,
        files=Files(entity.natural_key, entity.no_sheet, entity.mirrored_by, entity.beside),
        at_end=at_end_of(entity),
        alone=alone_of(entity),
    )


def _is_about_a_person(entity: type[Entity]) -> bool:
    """A row of a person's file is about the person."""
    owners = (entity_of(each.table) for each in owners_of(entity))
    return entity.about_a_person or any(each is not None and each.about_a_person for each in owners)


def _refuse_identities(entity: type[Entity], table: Table) -> None:
    """An identity that the graph shows is the row's own: everywhere else it would answer and compare that one."""
    if not entity.in_graph:
        return
    own = "id" if entity.table_kind in (TableKind.TENANT, TableKind.SELECTED) else ""
    kinds = {column.name: stored_of(column).kind for column in table.columns if stored_of(column).link is None}
    kinds |= {name: each.kind for name, each in vars(entity).items() if isinstance(each, ComputedDeclaration)}
    wrong = [name for name, kind in kinds.items() if kind is Kind.ID and name != own]
    if wrong:
        message = f"{entity.names.type}: {', '.join(wrong)} cannot be Kind.ID, the row's own identity; say link(…)."
        raise ValueError(message)


def _members(
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


def _read_column(entity: type[Entity], column: Any, own: frozenset[Tier]) -> Column:  # noqa: ANN401 - a column of any type
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
        longest=stored.longest,
        about=stored.about,
        default_sql=_default_sql(column),
        generated=column.computed is not None,
        kept=stored.kept,
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
                    declared.condition, declared.many, declared.doc, allowed,
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
                yield ToMany(stored.link.back, table.name, "id", column.name, stored.link.back_doc, allowed)

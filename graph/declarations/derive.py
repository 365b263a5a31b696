"""From declarations to the graph's description, and to the constraints and indexes that every table gets.

Both run once, after all entities are imported: a link may lead to a table that is declared later.
"""

from __future__ import annotations

from dataclasses import replace
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

from sqlalchemy import Index, Table

from countries.tenancy.caller import Tier
from graph.declarations.base import Entity, table_of
from graph.declarations.bounding import refuse_bounds
from graph.declarations.constraints import TAKEN, checks, foreign_keys, refusals_of, row_rules
from graph.declarations.declared import (
    ComputedDeclaration,
    stored_of,
)
from graph.declarations.facts import refuse_misleading, with_presence
from graph.declarations.file_rules import refuse_misfiled
from graph.declarations.files import Files
from graph.declarations.forgetting_rules import refuse_forgetting
from graph.declarations.giving import refuse_ungiven
from graph.declarations.keeping import with_rules
from graph.declarations.leading_on import complete_leading, led_on
from graph.declarations.link_rules import InOne
from graph.declarations.lives import Dated
from graph.declarations.living import alone_of, at_end_of, complete_lives, exclusion, named, refuse_lives
from graph.declarations.members import Column, Member
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.misfits import refuse_columns, refuse_strays
from graph.declarations.model import EntityModel, GraphModel
from graph.declarations.names import refuse_names, twice
from graph.declarations.nouns import TableKind
from graph.declarations.obligation_rules import obligation_rules, refuse_obligation
from graph.declarations.one_child import LINK, is_led_to
from graph.declarations.owning import (
    complete_owning,
    entity_of,
    owners_of,
    programme_column_of,
    refuse_contradictions,
)
from graph.declarations.parts import refuse_parts, with_parts
from graph.declarations.read_members import members_of, read_column
from graph.declarations.selected import SelectedEntity
from graph.declarations.selecting import read_selection
from graph.declarations.text_columns import complete_keys, keys_of
from graph.kinds.kind import Kind
from graph.text_keys import TextKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Constraint

    from graph.declarations.selecting import SelectionRead


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
    for entity in listed:
        refuse_columns(entity, table_of(entity))
    stored = [each for each in listed if not is_selected(each)]
    for entity in stored:
        complete_leading(table_of(entity), entity.same_as, _leading())
    for entity in stored:
        complete_lives(entity, table_of(entity))
    for entity in stored:
        complete_owning(entity)
    complete_keys(listed)
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
        _add_indexes(entity, table)
        table.info["refusals"] = dict(refusals_of(entity, table))


def _leading() -> dict[str, type[Entity]]:
    """The entities whose records lead on, by their tables."""
    entities = ((name, table.info.get("entity")) for name, table in Entity.metadata.tables.items())
    return {name: entity for name, entity in entities if entity is not None and entity.same_as is not None}


def _add_indexes(entity: type[Entity], table: Table) -> None:
    """One index for each column that may be filtered by or ordered by, and for each link; the country leads.

    A text that lists are ordered by in place of another has its own; what covers the one covers the other.
    """
    tenant, led = entity.table_kind is TableKind.TENANT, led_on(table)
    for column in table.columns:
        stored = stored_of(column)
        keys = keys_of(column)
        # Whoever lists the rows of many countries sorts them: what leads to one country's is of no use to it.
        ordering = TextKey.ORDER if tenant else TextKey.ROOT_ORDER
        orders = stored.orders and not keys if stored.made is None else stored.made.key is ordering
        if column.primary_key or not (stored.filters or orders or stored.link):
            continue
        names = [column.name, *([stored.then] if stored.then else [])]
        # Rows are looked for in the file where they stand.
        columns = [table.c[led.get(name, name)] for name in names]
        leading = [table.c.country_code, *columns, table.c.id] if tenant else columns
        covers = [led.get(name, name) for each in stored.covers for name in (each, *_ordering(keys_of(table.c[each])))]
        # Few records lead on to another one.
        some = column.is_not(None) if column.name == entity.same_as else None
        of_one_child = column.name == LINK and is_led_to(table)
        Index(
            f"{table.name}_{column.name}_idx",
            *leading,
            unique=of_one_child,
            postgresql_include=_covered(entity, covers),
            postgresql_where=some,
            info={"refusal": TAKEN} if of_one_child else {},
        )
        if some is not None:
            programme = programme_column_of(entity)
            beside = (column.name, *([programme] if programme else []))
            Index(
                f"{table.name}_leads_on_idx", table.c.country_code, table.c.id, postgresql_include=beside,
                postgresql_where=some,
            )  # fmt: skip


def _ordering(keys: Mapping[TextKey, str]) -> list[str]:
    """The columns that lists are ordered by in place of a text."""
    return [name for key, name in keys.items() if key is not TextKey.SEARCH]


def _covered(entity: type[Entity], covers: list[str]) -> list[str]:
    """What an index carries besides: lists leave out what was taken back, and are to be read from it alone."""
    void = entity.void_column
    return covers if not covers or void is None or void in covers else [*covers, void]


def read_graph(entities: Iterable[type[Entity]]) -> GraphModel:
    """The description of all entities that everything else works from.

    Raises:
        TierWithoutRule: a table names a reader, and nothing says which of its rows it sees.
        ValueError: a declaration cannot be meant.
    """
    listed = list(entities)
    refuse_names(listed)
    refuse_strays(listed)
    stored = [entity for entity in listed if not is_selected(entity)]
    selected = [entity for entity in listed if issubclass(entity, SelectedEntity)]
    readers = {str(entity.__tablename__): entity.readers for entity in stored}
    beneath = _model(_read_entity(entity, stored, readers) for entity in stored) if selected else None
    readings = {str(each.__tablename__): read_selection(each, beneath) for each in selected if beneath is not None}
    readers |= {name: reading.readers for name, reading in readings.items()}
    models = [_read_entity(entity, listed, readers, readings.get(str(entity.__tablename__))) for entity in listed]
    models = with_rules(with_parts(models, listed), listed)
    models = with_presence(models, _model(models))
    by_table = {each.table: each for each in models}
    for entity, model in zip(listed, models, strict=True):
        refuse_bounds(entity, model, by_table)
        refuse_obligation(entity, model)
        refuse_forgetting(entity, model)
        refuse_parts(entity, model, by_table)
        refuse_ungiven(entity, model)
    read = _model(models)
    for entity, model in zip(listed, models, strict=True):
        refuse_misleading(entity, model, read)
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


def _members(
    entity: type[Entity],
    stored: Mapping[str, Column],
    entities: list[type[Entity]],
    readers: Mapping[str, frozenset[Tier]],
) -> dict[str, Member]:
    """What GraphQL shows of an entity, by GraphQL name."""
    members: dict[str, Member] = {}
    for member in members_of(entity, table_of(entity), stored, entities, readers) if entity.in_graph else ():
        if member.api in members:
            raise twice(entity, entities, members[member.api], member)
        members[member.api] = member
    return members


def _read_entity(
    entity: type[Entity],
    entities: list[type[Entity]],
    readers: Mapping[str, frozenset[Tier]],
    reading: SelectionRead | None = None,
) -> EntityModel:
    _refuse_identities(entity, table := table_of(entity))
    own, led = readers[table.name], led_on(table)
    stored = {column.name: read_column(entity, column, own) for column in table.columns}
    if reading is not None:
        stored |= {name: replace(stored[name], enumeration=each) for name, each in reading.members.items()}
    members = _members(entity, stored, entities, readers)
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
        statistics_reads=tuple(led.get(name, name) for name in entity.statistics_reads),
        statistics_adds=entity.statistics_adds,
        emptied_by=entity.emptied_by,
        owners=owners_of(entity),
        part_of=None if entity.owner is None else entity.owner.part_of,
        in_one=tuple(name for form, _ in row_rules(table) if isinstance(form, InOne) for name in form.names),
        obligation=entity.obligation,
        forgets=entity.forgets,
        said=entity.rows,
        selection=None if reading is None else reading.selection,
        order=tuple((name.removeprefix("-"), name.startswith("-")) for name in getattr(entity, "order", ())),
        shadow_of=entity.shadow_of,
        files=Files(entity.natural_key, entity.no_sheet, entity.mirrored_by, entity.beside),
        **_dated(entity),
        same_as=entity.same_as,
        suggests=entity.suggests,
        led_on=led,
        named_by=entity.named_by,
        keys_of=entity.keys_of,
    )


def _dated(entity: type[Entity]) -> dict[str, Any]:
    """What is said of a row that holds for a time."""
    said: dict[str, Any] = {"at_end": at_end_of(entity), "alone": alone_of(entity)}
    if issubclass(entity, Dated):
        said |= {name: getattr(entity, name) for name in ("cut_by_death", "at_death", "ends_with")}
    return said


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
        raise MisdeclaredError(entity, wrong[0], "it cannot be Kind.ID, the row's own identity; say link(…).")

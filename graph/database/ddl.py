"""From the entities to the statements that make their tables: literal SQL, for a migration to hold.

A migration never imports an entity: what it holds was written by this module once, and stays as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import AddConstraint, CreateIndex, CreateTable, SetColumnComment, SetTableComment

from countries.tenancy.caller import Tier
from countries.tenancy.policies import TablePromise, scope_statements, table_statements
from countries.tenancy.seal import seal_statements
from graph.declarations.base import Entity
from graph.entities import all_entities, graph_model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Table
    from sqlalchemy.sql.ddl import BaseDDLElement

    from graph.declarations.model import EntityModel

EXTENSIONS = ("CREATE EXTENSION IF NOT EXISTS btree_gist",)
"""btree_gist lets an exclusion constraint compare a country and a child beside a period."""


def promise_of(entity: EntityModel) -> TablePromise:
    """What tenancy needs to know of an entity."""
    reads = {
        tier: tuple(column.name for column in entity.stored.values() if tier in column.readers)
        for tier in Tier
        if tier in entity.readers
    }
    creates = {
        tier: tuple(column.name for column in entity.stored.values() if tier in column.written.creates)
        for tier in reads
    }
    changes = {
        tier: tuple(column.name for column in entity.stored.values() if tier in column.written.changes)
        for tier in reads
    }
    return TablePromise(
        entity.table,
        entity.rows_of,
        entity.programme_column,
        reads,
        creates,
        changes,
        statistics_reads=entity.statistics_reads,
        statistics_adds=entity.statistics_adds,
        empties=entity.emptied_by,
        rows={tier: entity.rule(tier) for tier in reads},
    )


def table_order() -> list[str]:
    """All tables; one that another refers to comes first."""
    all_entities()
    return [table.name for table in Entity.metadata.sorted_tables]


def statements_for(tables: Iterable[str]) -> Iterator[str]:
    """Everything that makes these tables: columns, constraints, indexes, comments, row security, policies, grants."""
    model = graph_model()
    for name in tables:
        table = Entity.metadata.tables[name]
        yield from _definition(table)
        yield from table_statements(promise_of(model.by_table[name]))


def all_statements() -> Iterator[str]:
    """Everything that makes an empty database what the entities say."""
    yield from EXTENSIONS
    yield from scope_statements()
    yield from seal_statements()
    yield from statements_for(table_order())


def _definition(table: Table) -> Iterator[str]:
    yield compiled(CreateTable(table))
    yield compiled(SetTableComment(table))
    for column in table.columns:
        yield compiled(SetColumnComment(column))
    for index in sorted(table.indexes, key=lambda each: str(each.name)):
        yield compiled(CreateIndex(index))
    # What leads to rows of its own table leans on an index of it.
    for key in sorted(table.foreign_key_constraints, key=lambda each: str(each.name)):
        if key.use_alter:
            yield compiled(AddConstraint(key, isolate_from_table=False))


def compiled(element: BaseDDLElement) -> str:
    """A statement, or a part of one, as PostgreSQL reads it."""
    dialect: Any = postgresql.dialect()  # type: ignore[no-untyped-call]  # the dialect's constructor has no types
    lines = str(element.compile(dialect=dialect)).strip().splitlines()
    return "\n".join(line.rstrip().replace("\t", "  ") for line in lines)

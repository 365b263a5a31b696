"""What tables that have their migration lack of what their entities say: columns, links, constraints, indexes, rights.

What changes otherwise is written by hand, and the drift test names it: another type or sentence, a list of members that
grows, what is dropped or renamed, a policy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from alembic.ddl.base import AddColumn, ColumnNullable, DropColumn
from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.schema import AddConstraint, CreateIndex, DropConstraint, DropIndex, SetColumnComment

from countries.tenancy.policies import table_statements
from graph.database.ddl import compiled, promise_of
from graph.declarations.base import Entity
from graph.entities import graph_model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import asyncpg
    from sqlalchemy import Table

STANDING = """
SELECT c.relname AS of, 'column' AS what, a.attname AS name
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL SELECT c.relname, 'constraint', k.conname
FROM pg_class c JOIN pg_constraint k ON k.conrelid = c.oid WHERE c.relnamespace = 'public'::regnamespace
UNION ALL SELECT c.relname, 'index', n.relname
FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class n ON n.oid = i.indexrelid
WHERE c.relnamespace = 'public'::regnamespace
"""
NOT_EMPTY = " NOT NULL"

Standing = frozenset[tuple[str, str, str]]
"""What a database holds: the table, `column`, `constraint` or `index`, and its name."""


@dataclass(frozen=True, slots=True)
class Addition:
    """One step of a migration.

    Attributes:
        up: the statement.
        down: what takes it back; nothing where that goes with another step.
        remark: what somebody has to do by hand before it.
    """

    up: str
    down: str = ""
    remark: str = ""


async def standing_in(connection: asyncpg.Connection[Any]) -> Standing:
    """What a database holds."""
    return frozenset((row["of"], row["what"], row["name"]) for row in await connection.fetch(STANDING))


def additions(standing: Standing, tables: Iterable[str]) -> list[Addition]:
    """What tables lack: all columns first, then what leans on them.

    A link leans on what makes unique the key that it leads to, which may be an index: so these come before all links.

    Args:
        standing: what there is.
        tables: the tables, as entities say them; those that are not there at all are passed over.
    """
    there = {table for table, what, _ in standing if what == "column"}
    named = [Entity.metadata.tables[name] for name in tables if name in there]
    return [
        *(each for table in named for each in _columns(standing, table)),
        *(each for table in named for each in _indexes(standing, table, unique=True)),
        *(each for table in named for each in _constraints(standing, table, links=False)),
        *(each for table in named for each in _constraints(standing, table, links=True)),
        *(each for table in named for each in _indexes(standing, table, unique=False)),
        *(each for table in named for each in _rights(standing, table)),
    ]


def _lacking(standing: Standing, table: Table) -> list[str]:
    return [column.name for column in table.columns if (table.name, "column", column.name) not in standing]


def _columns(standing: Standing, table: Table) -> Iterator[Addition]:
    for name in _lacking(standing, table):
        column = table.columns[name]
        made = compiled(AddColumn(table.name, column))
        fills = not column.nullable and column.server_default is None and column.computed is None
        yield Addition(made.removesuffix(NOT_EMPTY) if fills else made, compiled(DropColumn(table.name, column)))
        yield Addition(compiled(SetColumnComment(column)))
        if fills:
            yield Addition(
                compiled(ColumnNullable(table.name, name, nullable=False)),
                remark=f"Rows that are there have no {name} yet: fill it here. Servers of before do not give it.",
            )


def _constraints(standing: Standing, table: Table, *, links: bool) -> Iterator[Addition]:
    chosen = (each for each in table.constraints if isinstance(each, ForeignKeyConstraint) is links)
    for constraint in sorted(chosen, key=lambda each: str(each.name)):
        if constraint.name and (table.name, "constraint", str(constraint.name)) not in standing:
            made = compiled(AddConstraint(constraint, isolate_from_table=False))
            yield Addition(made, compiled(DropConstraint(constraint)))


def _indexes(standing: Standing, table: Table, *, unique: bool) -> Iterator[Addition]:
    for index in sorted((each for each in table.indexes if each.unique is unique), key=lambda each: str(each.name)):
        if (table.name, "index", str(index.name)) not in standing:
            yield Addition(compiled(CreateIndex(index)), compiled(DropIndex(index)))


def _rights(standing: Standing, table: Table) -> Iterator[Addition]:
    """Every grant of the table once more: where somebody changes a new column, they change the row's version too."""
    entity = graph_model().by_table.get(table.name)
    if entity is not None and _lacking(standing, table):
        said = table_statements(promise_of(entity))
        yield from (Addition(statement) for statement in said if statement.startswith("GRANT "))

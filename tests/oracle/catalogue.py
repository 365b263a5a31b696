"""What PostgreSQL itself says about its tables: columns and foreign keys."""

from __future__ import annotations

from dataclasses import dataclass

import asyncpg

COLUMNS = """
SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable,
  a.atthasdef AS filled
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
ORDER BY c.relname, a.attnum
"""

LINKS = """
SELECT near.relname AS "table", a.attname AS name, far.relname AS target
FROM pg_constraint k JOIN pg_class near ON near.oid = k.conrelid JOIN pg_class far ON far.oid = k.confrelid
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[cardinality(k.conkey)]
WHERE k.contype = 'f' AND near.relnamespace = 'public'::regnamespace
ORDER BY near.relname, a.attnum, far.relname
"""
"""A tenant table's key begins with the country; the last column is the one that names the row."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        type: as PostgreSQL writes it, such as `timestamp with time zone`.
        filled: whether PostgreSQL fills it, by a default or by working it out.
    """

    table: str
    name: str
    type: str
    nullable: bool
    filled: bool


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """The column of a table that names a row of another."""

    table: str
    name: str
    target: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Columns in the order of their tables, and the foreign keys between them."""

    columns: tuple[Column, ...]
    links: tuple[ForeignKey, ...]

    def of(self, table: str) -> list[Column]:
        """A table's columns."""
        return [column for column in self.columns if column.table == table]

    def target_of(self, table: str, column: str) -> str | None:
        """The table that a column leads to."""
        return next((link.target for link in self.links if (link.table, link.name) == (table, column)), None)


async def read_catalogue(connection: asyncpg.Connection[asyncpg.Record]) -> Catalogue:
    """Read it, through any connection."""
    columns = await connection.fetch(COLUMNS)
    links = await connection.fetch(LINKS)
    return Catalogue(tuple(Column(**row) for row in columns), tuple(ForeignKey(**row) for row in links))

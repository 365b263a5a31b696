"""All rows of all tables, as PostgreSQL holds them: what is true, whoever asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import asyncpg

SAME_AS = "same_as_id"
"""The column by which a record leads on to another; beside a link to such a record the link's name stands before it."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tables:
    """Every table's rows."""

    rows: dict[str, list[Row]] = field(default_factory=dict)


async def read_rows(operator: asyncpg.Connection[asyncpg.Record], table: str) -> list[Row]:
    """A table's rows, through a connection that sees every row."""
    text = await operator.fetchval("SELECT format('SELECT * FROM %I', $1::text)", table)
    return [dict(row) for row in await operator.fetch(text)]


def in_its_file(row: Row) -> Row:
    """The same, where a link names the record that the one on record leads on to: the row stands in that one's file."""
    led = {
        f"{name.removesuffix(SAME_AS)}id": other
        for name, other in row.items()
        if name.endswith(f"_{SAME_AS}") and other is not None
    }
    return row | led


async def read_tables(operator: asyncpg.Connection[asyncpg.Record], names: Iterable[str]) -> Tables:
    """Read everything, through a connection that sees every row."""
    return Tables({table: [in_its_file(row) for row in await read_rows(operator, table)] for table in names})

"""All rows of all tables, as PostgreSQL holds them: what is true, whoever asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import asyncpg

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tables:
    """Every table's rows."""

    rows: dict[str, list[Row]] = field(default_factory=dict)


async def read_rows(operator: asyncpg.Connection[asyncpg.Record], table: str) -> list[Row]:
    """A table's rows, through a connection that sees every row."""
    text = await operator.fetchval("SELECT format('SELECT * FROM %I', $1::text)", table)
    return [dict(row) for row in await operator.fetch(text)]


async def read_tables(operator: asyncpg.Connection[asyncpg.Record], names: Iterable[str]) -> Tables:
    """Read everything, through a connection that sees every row."""
    return Tables({table: await read_rows(operator, table) for table in names})

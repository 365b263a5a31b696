"""All rows of all tables, as PostgreSQL holds them: what is true, whoever asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import asyncpg

Row = dict[str, Any]

SELECTS = {
    "country": "SELECT * FROM country",
    "programme": "SELECT * FROM programme",
    "home": "SELECT * FROM home",
    "child": "SELECT * FROM child",
    "placement": "SELECT * FROM placement",
    "sibling_bond": "SELECT * FROM sibling_bond",
    "community_partner": "SELECT * FROM community_partner",
    "community_link": "SELECT * FROM community_link",
}


@dataclass(frozen=True, slots=True)
class Tables:
    """Every table's rows."""

    rows: dict[str, list[Row]] = field(default_factory=dict)


async def read_tables(operator: asyncpg.Connection[asyncpg.Record]) -> Tables:
    """Read everything, through a connection that sees every row."""
    return Tables({table: [dict(row) for row in await operator.fetch(text)] for table, text in SELECTS.items()})

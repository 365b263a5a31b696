"""What a database holds of a story."""

from __future__ import annotations

import asyncpg

from countries.connections.address import Address
from countries.tenancy.logins import OPERATOR
from graph.demo.tables import brought_columns


async def stored(address: Address, table: str) -> list[tuple[object, ...]]:
    """The rows of a table as the operator sees them, in the columns and order of the generator."""
    connection = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    try:
        columns = ", ".join(brought_columns(table))
        rows = await connection.fetch(f"SELECT {columns} FROM {table} ORDER BY country_code, id")  # noqa: S608 - names from this repository
    finally:
        await connection.close()
    return [tuple(row) for row in rows]

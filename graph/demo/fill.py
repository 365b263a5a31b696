"""One country into the database: by COPY, as the operator, in one transaction; nothing of it stays if it breaks."""

from __future__ import annotations

from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import asyncpg

from countries.logins import OPERATOR
from countries.register import Country
from graph.demo.days import untimely
from graph.demo.rows import country_rows
from graph.entities import graph_model
from graph.errors import Conflict, Internal, Unavailable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from countries.address import Address

    Connection = asyncpg.Connection[asyncpg.Record]


@dataclass(frozen=True, slots=True)
class Order:
    """What to make of one country; the same order makes the same rows, whoever carries it out.

    Attributes:
        country: whose rows.
        children: how many children.
        seed: chooses among stories.
        today: the last day of the story.
    """

    country: Country
    children: int
    seed: int
    today: date


STAYS = """
INSERT INTO home_stay (country_code, id, home_id, started_on, ended_on)
SELECT country_code, id, home_id, started_on, ended_on FROM placement WHERE country_code = $1
"""

NO_SCANS = "SET LOCAL enable_seqscan = off"
LOOKED_UP = ("programme", "home", "community_partner", "child")
"""What foreign keys look up for each row. PostgreSQL keeps the plans that it makes for that while there are few rows,
and would go on to read a whole table each time, or to go down whichever index. Told of the first part, it takes the
key's.
"""
ARE_SMALL = "SELECT bool_or(reltuples < 100) FROM pg_class WHERE oid = ANY ($1::text[]::regclass[])"
ANALYZE = f"ANALYZE (SKIP_LOCKED) {', '.join(LOOKED_UP)}"


async def fill(connection: Connection, order: Order, tell: Callable[[int], None]) -> Counter[str]:
    """Write the rows of an order, a part of the country at a time: no more is ever held in memory.

    Args:
        connection: an operator's, outside a transaction.
        order: what to write.
        tell: called with how many children more are written.

    Returns:
        How many rows were written, by table.

    Raises:
        Internal: a day is not what its column says it may be; nothing was written.
    """
    rows: Counter[str] = Counter()
    were_small = await connection.fetchval(ARE_SMALL, LOOKED_UP)
    async with connection.transaction():
        await connection.execute(NO_SCANS)
        for batch in country_rows(order.country, order.children, order.seed, order.today):
            await connection.copy_records_to_table(batch.table, records=batch.rows, columns=batch.columns)
            rows[batch.table] += len(batch.rows)
            if batch.table == "child":
                tell(len(batch.rows))
                if were_small:
                    await connection.execute(ANALYZE)
                    were_small = False
        await connection.execute(STAYS, order.country.code)
        text, values = untimely(graph_model(), order.country.code, order.today)
        wrong = await connection.fetchval(text, *values)
        if wrong:
            raise Internal(
                f"The synthetic data has days that cannot be: {', '.join(wrong)}.",
                "Tell whoever maintains it the country, the number of children and the seed.",
            )
    return rows


@asynccontextmanager
async def operator(address: Address) -> AsyncIterator[Connection]:
    """A connection as the operator; what the driver says of its failing becomes a sentence.

    Raises:
        Unavailable: the database cannot be reached, or refuses the operator.
        Conflict: it has no tables.
    """
    try:
        connection: Connection = await asyncpg.connect(**address.connect_arguments(address.login or OPERATOR))
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise Unavailable(
            "The database does not let the operator in.",
            "Check that it runs, that it is migrated, and the address in HEARTH_OPERATOR_DATABASE_URL.",
        ) from error
    try:
        yield connection
    except (asyncpg.UndefinedTableError, asyncpg.InsufficientPrivilegeError) as error:
        raise Conflict("The database has no tables that the operator may fill.", "Run hearth migrate first.") from error
    except (OSError, asyncpg.InterfaceError, asyncpg.PostgresConnectionError) as error:
        raise Unavailable("The connection to the database broke.", "Run it again; finished countries stay.") from error
    finally:
        await connection.close()

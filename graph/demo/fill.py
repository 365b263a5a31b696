"""One country into the database: by COPY, as the operator, in one transaction; nothing of it stays if it breaks."""

from __future__ import annotations

from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

import asyncpg
from sqlalchemy import Text, bindparam, column, insert, select, table

from countries.connections.causes import DRIVER_FAULTS
from countries.connections.days_as_they_are import keep_days
from countries.register.register import RegisteredCountry
from countries.tenancy.logins import OPERATOR
from graph.demo.days import untimely
from graph.demo.rates import YEARS
from graph.demo.rows import country_rows
from graph.demo.tables import told_tables
from graph.entities import graph_model
from graph.errors import Conflict, Internal, Unavailable
from graph.plan.sql.compiled import text_of
from graph.plan.sql.relation import Relation
from graph.plan.sql.search_keys import keys_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from countries.connections.address import Address

    Connection = asyncpg.Connection[asyncpg.Record]


@dataclass(frozen=True, slots=True)
class Order:
    """What to make of one country; the same order makes the same rows, whoever carries it out.

    Attributes:
        country: whose rows.
        children: how many children.
        seed: chooses among stories.
        today: the last day of the story.
        years: so far back its population lives; 0 where all families have children today.
    """

    country: RegisteredCountry
    children: int
    seed: int
    today: date
    years: int = YEARS


NO_SCANS = "SET LOCAL enable_seqscan = off"
NO_LOOPS = "SET LOCAL enable_nestloop = off"
"""Where another country's rows alone are known of, this one seems to have none, and a loop over all of its rows for
each of its rows seems to cost nothing."""
ARE_SMALL = "SELECT relname FROM pg_class WHERE reltuples < 100 AND oid = ANY ($1::text[]::regclass[])"


def looked_up() -> tuple[str, ...]:
    """The tables that foreign keys look up for each row.

    PostgreSQL keeps the plans that it makes for that while there are few rows, and would go on to read a whole table
    each time, or to go down whichever index. Told of the first part, it takes the key's.
    """
    entities = graph_model().by_table
    led = {column.target for table in told_tables() for column in entities[table].stored.values()}
    return tuple(table for table in told_tables() if table in led)


def shadows() -> dict[str, list[str]]:
    """The tables whose rows follow from those of others, and the statements that fill each for a country."""
    found: dict[str, list[str]] = {}
    for entity in graph_model().by_table.values():
        for cast in entity.shadow_of:
            columns = list(entity.stored)
            original = Relation(table(cast).alias("original"))
            told = select(*(original.c[name] for name in columns)).select_from(original.clause)
            own = told.where(original.c.country_code == bindparam("country", type_=Text()))
            shadow = table(entity.table, *(column(name) for name in columns))
            found.setdefault(entity.table, []).append(text_of(insert(shadow).from_select(columns, own)))
        if entity.keys_of in told_tables():
            original = Relation(table(str(entity.keys_of)).alias("original"))
            keys = keys_of(graph_model().by_table[str(entity.keys_of)], original)
            own = keys.where(original.c.country_code == bindparam("country", type_=Text()))
            kept = table(entity.table, *map(column, entity.key))
            found.setdefault(entity.table, []).append(text_of(insert(kept).from_select(list(entity.key), own)))
    return found


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
    await keep_days(connection)
    small = {row["relname"] for row in await connection.fetch(ARE_SMALL, looked_up())}
    async with connection.transaction():
        await connection.execute(NO_SCANS)
        for batch in country_rows(order.country, order.children, order.seed, order.today, order.years):
            await connection.copy_records_to_table(batch.table, records=batch.rows, columns=batch.columns)
            rows[batch.table] += len(batch.rows)
            if batch.table == "child":
                tell(len(batch.rows))
            if batch.table in small:
                await connection.execute(f"ANALYZE (SKIP_LOCKED) {batch.table}")
                small.discard(batch.table)
        for statement in chain.from_iterable(shadows().values()):
            await connection.execute(statement, order.country.code)
        await connection.execute(NO_LOOPS)
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
    except DRIVER_FAULTS as error:
        raise Unavailable(
            "The database does not let the operator in.",
            "Check that it runs, that it is migrated, and the address in HEARTH_OPERATOR_DATABASE_URL.",
        ) from error
    await keep_days(connection)
    try:
        yield connection
    except (asyncpg.UndefinedTableError, asyncpg.InsufficientPrivilegeError) as error:
        raise Conflict("The database has no tables that the operator may fill.", "Run hearth migrate first.") from error
    except (OSError, asyncpg.InterfaceError, asyncpg.InternalClientError, asyncpg.PostgresConnectionError) as error:
        raise Unavailable("The connection to the database broke.", "Run it again; finished countries stay.") from error
    finally:
        await connection.close()

"""Two populations: the federation as the seeder tells it, and one of ten times its size.

    small    138,000 children: 20,000 in Belgium, 2,000 in each of seven countries, 800 in each of the other 130
    large    1,380,400 children: the same eight countries with the same rows, and the others many times over

What is measured is asked in the eight countries, which are the same in both. All families have children today: so many
children as ever are in care, and the figures of one version are those of the next.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import date
from typing import TYPE_CHECKING

import asyncpg

from countries.embedded.postgres import SUPERUSER
from countries.tenancy.logins import OWNER
from graph.demo.crew import fill_together
from graph.demo.fill import Order
from graph.entities import graph_model

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from countries.connections.address import Address
    from countries.register.register import Register

    Connection = asyncpg.Connection[asyncpg.Record]

MEASURED = {"BE": 20_000, "KE": 2_000, "NL": 2_000, "NP": 2_000, "BO": 2_000, "FR": 2_000, "DE": 2_000, "IN": 2_000}
"""Children of the countries in which questions are asked."""

OTHERS = 800
COPIES = 12
LAST_COPY = 123
"""How many of the other countries the last copy holds, so that the sum is ten times the small population's."""

SEED = 1
TODAY = date(2026, 11, 22)
AT_ONCE = 2

COPY = """
SELECT format('INSERT INTO %1$I (%2$s) SELECT %3$s FROM %1$I, generate_series(1, $1) AS copy
  WHERE country_code = ANY (CASE WHEN copy < $1 THEN $2::char(2)[] ELSE $3::char(2)[] END)', c.relname,
  string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
  string_agg(CASE WHEN a.atttypid = 'uuid'::regtype
    THEN format('overlay(%I::text PLACING lpad(to_hex(copy), 2, ''0'') FROM 15)::uuid', a.attname)
    WHEN a.attname IN ('registration_number', 'login_subject') THEN format('%I || ''-'' || copy', a.attname)
    ELSE quote_ident(a.attname) END, ', ' ORDER BY a.attnum)) AS copy
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relname = ANY ($1) AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
GROUP BY c.oid, c.relname, c.reltuples
ORDER BY c.reltuples DESC
"""
"""Every id and every link to one becomes another one in the same way, so that copies hang together too: where ids have
the 7 of their version, those of a copy have its number, of which there are up to 0x6f. So do texts of which a
country has each once."""

INDEXES = """
SELECT format('DROP INDEX %s', i.indexrelid::regclass) AS drop, pg_get_indexdef(i.indexrelid) AS make
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
WHERE c.relname = ANY ($1) AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
"""
EXCLUSIONS = """
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname) AS drop,
  pg_get_indexdef(k.conindid) AS make
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE c.relname = ANY ($1) AND k.contype = 'x'
"""
"""The index of an exclusion constraint comes back, the constraint does not: to check every row takes four minutes."""

SCHEMA = """
SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid::regclass::text = ANY ($1)
UNION ALL SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint
WHERE conrelid::regclass::text = ANY ($1) AND contype <> 'x'
ORDER BY 1
"""


async def build_small(address: Address, register: Register) -> None:
    """Fill an empty migrated database with 138,000 children.

    Args:
        address: the database.
        register: the countries.
    """
    sizes = {code: MEASURED.get(code, OTHERS) for code in register}
    largest_first = sorted(sizes, key=lambda code: -sizes[code])
    orders = [Order(register[code], sizes[code], SEED, TODAY, years=0) for code in largest_first]
    await fill_together(address, orders, AT_ONCE, lambda _code, _children: None)
    async with superuser(address) as connection:
        await connection.execute("VACUUM (FREEZE, ANALYZE)")


async def build_large(address: Address, small: str, large: str, register: Register) -> None:
    """Make a database of 1,380,400 children from the small one; the planner finds the same tables and indexes in it.

    Foreign keys are not checked on the way: copies of rows that hang together hang together.

    Args:
        address: the server.
        small: the database to begin with.
        large: the database to make.
        register: the countries.

    Raises:
        RuntimeError: the tables came out otherwise.
    """
    async with superuser(address.with_database("postgres")) as connection:
        for text in ("DROP DATABASE IF EXISTS %I", "CREATE DATABASE %I OWNER %I TEMPLATE %I STRATEGY file_copy"):
            statement = await connection.fetchval(
                "SELECT format($1, $2::text, $3::text, $4::text)", text, large, OWNER, small
            )
            await connection.execute(statement)
    grown = address.with_database(large)
    names = sorted(entity.table for entity in graph_model().by_table.values() if entity.is_tenant)
    others = [code for code in register if code not in MEASURED]
    async with superuser(grown) as connection:
        before = await connection.fetch(SCHEMA, names)
        made_again = [*await connection.fetch(EXCLUSIONS, names), *await connection.fetch(INDEXES, names)]
        copies = [row["copy"] for row in await connection.fetch(COPY, names)]
        for row in made_again:
            await connection.execute(row["drop"])
    await _side_by_side(grown, [(statement, (COPIES, others, others[:LAST_COPY])) for statement in copies])
    await _side_by_side(grown, [(row["make"], ()) for row in made_again])
    async with superuser(grown) as connection:
        await connection.execute("VACUUM (FREEZE, ANALYZE, PARALLEL 2)")
        if before != await connection.fetch(SCHEMA, names):
            message = "the large population has other tables"
            raise RuntimeError(message)


async def _side_by_side(address: Address, jobs: Sequence[tuple[str, tuple[object, ...]]]) -> None:
    """Run statements on two connections, each taking the next one."""
    waiting = iter(jobs)

    async def work() -> None:
        async with superuser(address) as connection:
            await connection.execute("SET session_replication_role = replica")
            for statement, values in waiting:
                if values:
                    await connection.execute(statement, *values)
                else:
                    await connection.execute(statement)

    await asyncio.gather(*(work() for _ in range(AT_ONCE)))


@asynccontextmanager
async def superuser(address: Address) -> AsyncIterator[Connection]:
    """The embedded server's own login, which no measured query uses."""
    connection: Connection = await asyncpg.connect(**address.connect_arguments(SUPERUSER), command_timeout=600)
    try:
        yield connection
    finally:
        await connection.close()

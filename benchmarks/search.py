"""A search in a country of 100,000 children: whom it finds of names with one mistake each, how long, and how much.

    python -m benchmarks.search [CHILDREN]

It starts a PostgreSQL of its own in a folder that goes again. Of names in fourteen scripts each is asked for once with
a mistake of each sort. Times are those that EXPLAIN ANALYZE tells of the plan that serves every caller of a tier.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import asyncpg
import orjson

from benchmarks.mistyped import LOCALES, MISTAKES, FullName, admit_all, full_names, letters_of, mistyped
from countries.connections.database import Database
from countries.embedded.postgres import SUPERUSER, EmbeddedPostgres, find_binaries
from countries.register.register import load_register
from countries.tenancy.caller import Caller, Tier
from countries.tenancy.logins import ALL_LOGINS, OPERATOR, OWNER
from graph.database.migrate import make_database, migrate
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from countries.connections.address import Address
    from countries.connections.pool import Lane

COUNTRY = "BE"
PROGRAMMES = 40
EACH = 1_500
"""Names of each script."""
ASKED = 50
"""Names of each script that are asked for with each mistake."""
SEED = 11
DOCUMENT = "query Q($s: String) { children(search: $s, first: 10) { totalCount nodes { id givenName familyName } } }"
TIMED = (
    "steph ada", "steph", "maria schmidt", "Sébastien Lefebvre", "stefanie adams", "van den berg", "a", "m", "ma",
    "jan", "a m", "maria a", "be-20", "2",
    "BE-2003/0", "Екатерина Ильина", "बृजेश चौधरी", "วรรณรัตน์ พีระเพ็ญกุล", "王小明",
    "Muhammad al-Zahrani",
)  # fmt: skip
ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Country:
    """The country, and who asks."""

    engine: Engine
    database: Database
    callers: dict[str, Caller]

    async def finds(self, search: str, as_: str) -> list[str]:
        """The uuids of the first ten children that a search finds."""
        answer = await self.engine.answer(GraphQLRequest(DOCUMENT, variables={"s": search}), self.callers[as_])
        nodes = orjson.loads(answer.body)["data"]["children"]["nodes"]
        return [node["id"].rpartition("_")[2] for node in nodes]

    async def milliseconds(self, search: str, as_: str) -> float:
        """How long PostgreSQL takes to run it: the least of several."""
        caller = self.callers[as_]
        prepared = self.engine.prepare(GraphQLRequest(DOCUMENT, variables={"s": search}), caller)
        if prepared.plan.statement is None:
            raise TypeError(search)
        told = []
        async with self.database.transaction(caller) as lane:
            await lane.connection.execute(f"PREPARE asked AS {prepared.plan.statement.text}")
            values = [await literal_of(lane, value) for value in prepared.values]
            asked = f"EXPLAIN (ANALYZE, TIMING off, FORMAT JSON) EXECUTE asked ({', '.join(values)})"
            for _ in range(ROUNDS):
                (plan,) = orjson.loads(await lane.connection.fetchval(asked))
                told.append(plan["Execution Time"])
            await lane.connection.execute("DEALLOCATE asked")
        return float(min(told))


async def literal_of(lane: Lane, value: object) -> str:
    """A value as a literal; PostgreSQL knows what the statement takes."""
    if isinstance(value, list | tuple):
        quoted: str = await lane.connection.fetchval("SELECT quote_literal($1::text[])", [str(each) for each in value])
    else:
        quoted = await lane.connection.fetchval("SELECT quote_literal($1::text)", str(value))
    return quoted


async def run(children: int) -> None:
    """Fill a country, and tell of it."""
    with tempfile.TemporaryDirectory(prefix="hearth-search-", dir="/tmp") as folder:
        binaries = find_binaries(None)
        settings = {"fsync": "off", "shared_buffers": "512MB", "jit": "off"}
        server = EmbeddedPostgres(Path(folder) / "pg", binaries, logins=ALL_LOGINS, settings=settings)
        address = await asyncio.to_thread(server.start)
        try:
            await make_database(address.with_database("postgres"), SUPERUSER, "search")
            address = address.with_database("search")
            await migrate(address, OWNER, load_register())
            await _measure(address, children)
        finally:
            await asyncio.to_thread(server.stop)


async def _measure(address: Address, children: int) -> None:
    named = {script: full_names(script, EACH, SEED) for script in LOCALES}
    everybody = [each for names in named.values() for each in names]
    more = full_names("Latin", max(0, (children - len(everybody)) * 2), SEED + 1)
    known = {each.full for each in everybody}
    everybody += [each for each in more if each.full not in known][: children - len(everybody)]
    ids, programmes = await _fill(address, everybody)
    database = Database(address)
    await database.open()
    register = load_register()
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: datetime.now(UTC))  # noqa: SLF001 - as the server does
    callers = {
        "office": Caller("oscar", Tier.OFFICE, (COUNTRY,)),
        "caseworker": Caller("carla", Tier.CASEWORKER, (COUNTRY,), tuple(programmes[:2])),
    }
    country = Country(engine, database, callers)
    try:
        await _quality(country, named, dict(zip(everybody, ids, strict=True)))
        for search in TIMED:
            told = [f"{as_} {await country.milliseconds(search, as_):.1f} ms" for as_ in callers]
            _tell(f"{search:28} {', '.join(told)}")
    finally:
        await database.close()


async def _fill(address: Address, names: Sequence[FullName]) -> tuple[list[UUID], list[UUID]]:
    connection = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    try:
        programmes: list[UUID] = [
            await connection.fetchval(
                "INSERT INTO programme (country_code, name, kind, started_on, people_reached)"
                " VALUES ($1, $2, 'ALTERNATIVE_CARE', '2010-01-01', 0) RETURNING id",
                COUNTRY,
                f"Programme {number}",
            )
            for number in range(PROGRAMMES)
        ]
        ids = await admit_all(connection, COUNTRY, programmes, names)
    finally:
        await connection.close()
    superuser = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    await superuser.execute("VACUUM (ANALYZE)")
    keys, rows, index, child = await superuser.fetchrow(
        "SELECT count(*), pg_relation_size('child_search_key'), pg_relation_size('child_search_key_pkey'),"
        " pg_total_relation_size('child') FROM child_search_key"
    )
    many = len(names)
    _tell(
        f"{many} children, {keys / many:.1f} keys each: {rows / many:.0f} bytes of rows and {index / many:.0f} of index"
        f" a child; a child with its own indexes {child / many:.0f}"
    )
    await superuser.close()
    return ids, programmes


async def _quality(country: Country, named: dict[str, tuple[FullName, ...]], ids: dict[FullName, UUID]) -> None:
    random = Random(SEED)  # noqa: S311 - mistakes are no secret
    found: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for script, names in named.items():
        letters, some = letters_of(names), random.sample(names, min(ASKED, len(names)))
        told = []
        for mistake in MISTAKES:
            right = 0
            for name in some:
                first_ten = await country.finds(mistyped(name, mistake, letters, random), "office")
                right += str(ids[name]) in first_ten
            told.append(f"{mistake} {right}")
            found[script] += right
            asked[script] += len(some)
        _tell(f"{script:12} {found[script] / asked[script]:.3f} of {asked[script]}; of {len(some)}: {', '.join(told)}")
    _tell(f"{'all':12} {found.total() / asked.total():.3f} of {asked.total()}")


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(run(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))

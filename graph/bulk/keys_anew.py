"""The back-fill of what is made of texts: of rows from before, and wherever it is made otherwise by now.

    country of another order (`text_rules.keys`) ─> all its rows; every other ─> rows without keys, or changed since
      ─> a page at a time, the keys of their texts ─> those that differ are written, where the text is still the same

Nobody's record changes: no version, no history, no place in the feed. Servers of before know of no keys, and those with
another version of ICU make others. What they have written is found by when it was, once somebody migrates again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import DateTime, Text, Uuid, and_, bindparam, column, func, literal_column, or_, select, table, update
from sqlalchemy.dialects.postgresql import ARRAY

from countries.connections.coming_in import come_in
from countries.connections.marks import ordered
from graph.bulk.found_anew import FoundAnew
from graph.bulk.one_form import sees_all
from graph.bulk.stage import count_of
from graph.entities import graph_model
from graph.plan.sql.compiled import text_of, with_values
from graph.plan.sql.relation import Relation
from graph.text_keys import NOT_MADE, behind, made, recipe_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    import asyncpg

    from countries.connections.address import Address
    from graph.declarations.model import EntityModel
    from graph.text_keys import MadeOf

    Connection = asyncpg.Connection[asyncpg.Record]

Sql = Any
"""An SQL expression."""
PAGE: Sql = literal_column("2000")
"""Rows that are looked at, and at most written, at once."""
UNDER_WAY: Sql = literal_column("interval '1 hour'")
"""How long before a look a transaction may have begun that has committed after it."""
AGAIN = timedelta(days=1)
"""How long a look that has found nothing may stand, and what has changed since be looked at again."""
ONE_AT_A_TIME: Sql = literal_column("5215575678311170051")
"""The advisory lock of whoever makes the keys of a database."""
MARK = """
UPDATE text_rules AS kept SET keys = said.keys, keys_since = $3 FROM unnest($1::text[], $2::text[]) AS said (code, keys)
WHERE kept.code = said.code
"""
UNMADE: Sql = literal_column(f"'{NOT_MADE}'")


async def order_anew(address: Address, login: str) -> bool:
    """Make what is lacking; whether the login may, or nothing is.

    Args:
        address: the database.
        login: who sees past row security there.
    """
    connection = await come_in(address, login)
    try:
        if await sees_all(connection):
            await connection.fetch(text_of(select(func.pg_advisory_lock(ONE_AT_A_TIME))))
            await make_keys(connection)
            return True
        return not behind(await ordered(connection))
    finally:
        await connection.close()


async def make_keys(connection: Connection, countries: Collection[str] | None = None) -> int:
    """Make the keys of a database's texts, where they are lacking, or made otherwise; how many rows were written.

    Args:
        connection: of a login that sees past row security.
        countries: whose rows are looked at, all of them; without it, those of countries that are behind, and of the
            others those that somebody else may have written.
    """
    kept = await connection.fetch("SELECT code, keys, keys_since FROM text_rules ORDER BY code")
    now = await connection.fetchval("SELECT now()")
    wholly = set(countries or behind({row["code"]: row["keys"] for row in kept}))
    since = min((row["keys_since"] for row in kept if row["code"] not in wholly), default=now)
    rows = 0
    for entity in graph_model().kept:
        keys = _KeyedTable(entity, {name: each.made for name, each in entity.stored.items() if each.made is not None})
        if entity.is_tenant and keys.of:
            others = [] if countries is not None else await keys.others(connection, wholly, since)
            for code, lately in [*((code, None) for code in sorted(wholly)), *others]:
                rows += await keys.make(connection, code, lately)
    if rows or wholly or now - since > AGAIN:
        seen = [row["code"] for row in kept if countries is None or row["code"] in countries]
        await connection.execute(MARK, seen, [recipe_of(code) for code in seen], now)
    return rows


@dataclass(frozen=True, slots=True)
class _KeyedTable:
    """The keys of one table, each with what it is made of."""

    entity: EntityModel
    of: Mapping[str, MadeOf]

    @property
    def texts(self) -> tuple[str, ...]:
        """The columns of the texts."""
        return tuple(dict.fromkeys(each.text for each in self.of.values()))

    async def make(self, connection: Connection, code: str, lately: datetime | None) -> int:
        """Make a country's, a page of rows at a time; how many rows were written."""
        written = 0
        last: object = None
        while page := await self._page(connection, code, last, lately):
            last = page[-1]["id"]
            if wrong := [row for row in page if self._made(code, row) != [row[name] for name in self.of]]:
                written += await self._write(connection, code, wrong)
        return written

    def _made(self, code: str, row: asyncpg.Record) -> list[object]:
        return [made(each.key, code, row[each.text]) for each in self.of.values()]

    async def others(
        self, connection: Connection, wholly: Collection[str], since: datetime
    ) -> list[tuple[str, datetime]]:
        """The other countries with rows that somebody else may have written."""
        rows = Relation(table(self.entity.table).alias("held"))
        other = rows.c.country_code != bindparam("wholly", type_=ARRAY(Text())).all_()
        found = select(rows.c.country_code).distinct().select_from(rows.clause).where(other, self._lately(rows))
        text, values = with_values(found, wholly=sorted(wholly), since=since)
        return [(row["country_code"], since) for row in await connection.fetch(text, *values)]

    def _lately(self, rows: Relation) -> Sql:
        """Rows without a key, and those that have changed since somebody looked."""
        since = bindparam("since", type_=DateTime(timezone=True))
        return or_(rows.c.updated_at > since - UNDER_WAY, *(rows.c[name] == UNMADE for name in self.of))

    async def _page(
        self, connection: Connection, code: str, last: object, lately: datetime | None
    ) -> list[asyncpg.Record]:
        rows = Relation(table(self.entity.table).alias("held"))
        within = [rows.c.country_code == bindparam("code", type_=Text())]
        values: dict[str, object] = {"code": code}
        if last is not None:
            within.append(rows.c.id > bindparam("last", type_=Uuid()))
            values["last"] = last
        if lately is not None:
            within.append(self._lately(rows))
            values["since"] = lately
        chosen = select(*(rows.c[name] for name in ("id", *self.texts, *self.of))).select_from(rows.clause)
        text, given = with_values(chosen.where(*within).order_by(rows.c.id).limit(PAGE), **values)
        return list(await connection.fetch(text, *given))

    async def _write(self, connection: Connection, code: str, rows: list[asyncpg.Record]) -> int:
        """Write the keys of rows whose texts have stayed as they were read."""
        target = table(self.entity.table, *(column(each) for each in ("country_code", "id", *self.texts, *self.of)))
        names = ["id", *self.texts, *self.of]
        lists = [bindparam(f"of_{name}", type_=ARRAY(Uuid() if name == "id" else Text())) for name in names]
        said = Relation(func.unnest(*lists).table_valued(*map(column, names)).render_derived(name="said"))
        same = [target.c[name].is_not_distinct_from(said.c[name]) for name in self.texts]
        there = [target.c.country_code == bindparam("code", type_=Text()), target.c.id == said.c.id, *same]
        statement = update(target).values({name: said.c[name] for name in self.of}).where(and_(*there))
        lines = [[row["id"], *(row[name] for name in self.texts), *self._made(code, row)] for row in rows]
        given = {f"of_{name}": list(each) for name, each in zip(names, zip(*lines, strict=True), strict=True)}
        text, values = with_values(statement, code=code, **given)
        if self.entity.searched is None:
            return count_of(await connection.execute(text, *values))
        async with connection.transaction():
            found = FoundAnew(self.entity, connection, code, given["of_id"])
            await found.hold()
            written = count_of(await connection.execute(text, *values))
            await found.settle()
        return written

"""The back-fill of texts: rows from before are brought to the one form of `graph/text.py`, country by country.

    country without `text_rules` ─> every table, a page of rows at a time ─> rows whose texts differ from their form
      ─> locked, looked at again, written in one statement with copies, history and feed ─> COMMIT
      ─> rows that are another's now, into files for `hearth import` ─> the country is marked

Done by a login that sees past row security. Whatever ends it, the next `hearth migrate` goes on where it was: what is
in its form is not written again, and a country is marked when all of it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Text, Uuid, column, exists, func, literal_column, or_, select, table
from sqlalchemy.dialects.postgresql import ARRAY, insert

from countries.connections.coming_in import come_in
from countries.connections.listener import announce
from countries.connections.pool import Lane
from countries.connections.sessions import IS_DISTRIBUTED
from countries.tenancy.caller import Caller, Tier
from graph.bulk.import_context import ONE, Ground
from graph.bulk.in_steps import Stepwise
from graph.bulk.routed import RoutedStage
from graph.bulk.shared import Shared
from graph.bulk.sheets import ID
from graph.bulk.store import composed, writing_on
from graph.entities import graph_model
from graph.kinds.kind import Kind
from graph.plan.sql.compiled import text_of
from graph.plan.sql.relation import Relation
from graph.text import RULES, is_blank, normal
from graph.writes.action import Action

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    import asyncpg

    from countries.connections.address import Address
    from graph.bulk.import_context import Sql
    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel
    from graph.writes.writing import Writing

Counted: TypeAlias = "tuple[Sequence[int], int | None]"
"""How many rows each write wrote, and the last number of the feed."""
OPERATION = "oneTextForm"
PAGE: Sql = literal_column("2000")
"""Rows that are looked at, and at most written, at once."""
BEHIND = Action(OPERATION, "Brings texts to their one form.", "child", (), lambda _: None, creates=False)
ONE_AT_A_TIME: Sql = literal_column("5215575678311170050")
"""The advisory lock of whoever brings the texts of a database to their form."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What was done in one country.

    Attributes:
        code: the country.
        rows: how many rows changed, copies among them.
        listed: the files of rows that have another's number or name now, and how many each holds.
    """

    code: str
    rows: int
    listed: Mapping[Path, int]


@dataclass(frozen=True, slots=True)
class OneForm:
    """One run.

    Attributes:
        address: the database.
        login: who sees past row security there.
        issuer: who vouches for the subject, for the history.
        subject: who runs it.
        today: today's date.
        folder: where the files of rows that have to be corrected go.
    """

    address: Address
    login: str
    issuer: str
    subject: str
    today: date
    folder: Path

    async def run(self, tell: Callable[[Rewritten], None]) -> bool:
        """Bring every country that is behind; whether the login may.

        Args:
            tell: hears of each country where rows changed, or have to be corrected.
        """
        connection = await come_in(self.address, self.login)
        try:
            behind = await _behind(connection)
            if not behind:
                return True
            if not await sees_all(connection):
                return False
            await connection.fetch(text_of(select(func.pg_advisory_lock(ONE_AT_A_TIME))))
            is_routed = bool(await connection.fetchval(IS_DISTRIBUTED))
            behind = await _behind(connection)
            # Most of the register have no row yet: they are not asked table by table.
            written = await _written(connection)
            for code in behind:
                caller = Caller(self.subject, Tier.OFFICE, (code,), issuer=self.issuer)
                country = _Country(Ground(Lane(connection), caller, self.today), is_routed=is_routed)
                listed: Mapping[Path, int] = {}
                if code in written:
                    await country.bring()
                    listed = await Shared(country.ground, OPERATION).write_files(self.folder)
                await connection.execute(text_of(_marking()), code, RULES)
                if country.number is not None:
                    await announce(self.address, code, country.number)
                if country.rows or listed:
                    tell(Rewritten(code, country.rows, listed))
        finally:
            await connection.close()
        return True


@dataclass(slots=True)
class _Country:
    ground: Ground
    is_routed: bool
    rows: int = 0
    number: int | None = None

    async def bring(self) -> None:
        """Every table's rows."""
        for entity, columns in _with_texts():
            await self._table(entity, columns)

    async def _table(self, entity: EntityModel, columns: Sequence[Column]) -> None:
        last: object = None
        while page := await self.ground.fetch(self._page(entity, columns, last is None), {"after": last}):
            last = page[-1][ID]
            differing = [row[ID] for row in page if _formed(row, columns, entity) is not None]
            if differing:
                async with self.ground.lane.connection.transaction():
                    await self._write(entity, columns, differing)

    async def _write(self, entity: EntityModel, columns: Sequence[Column], ids: list[object]) -> None:
        """Write rows, which others may have changed since they were looked at."""
        held = await self.ground.fetch(self._held(entity, columns), {"ids": ids})
        formed = [(row[ID], found) for row in held if (found := _formed(row, columns, entity)) is not None]
        if not formed:
            return
        names = [column.name for column in columns]
        values: dict[str, object] = {f"new_{name}": [found[name] for _, found in formed] for name in names}
        caller = self.ground.caller
        values |= {"ids": [each for each, _ in formed], "key": None}
        values |= {"issuer": caller.issuer, "subject": caller.subject, "writer": caller.writer}
        written, number = await (self._in_steps if self.is_routed else self._at_once)(entity, names, values)
        self.rows += sum(written)
        self.number = number or self.number

    async def _at_once(self, entity: EntityModel, names: list[str], values: dict[str, object]) -> Counted:
        (row,) = await self.ground.fetch(composed(self._writing(entity, names)), values)
        return row["written"], row["number"]

    async def _in_steps(self, entity: EntityModel, names: list[str], values: dict[str, object]) -> Counted:
        """The same where the country's rows are on a node of their own."""
        ground = self.ground
        stage = ground.stage
        ground.stage = RoutedStage(ground.lane, ground.country)
        try:
            await ground.stage.make()
            writing = self._writing(entity, names)
            if not isinstance(writing, Stepwise):
                raise TypeError(writing)
            counted = await writing.write(values)
            await ground.stage.leave()
        finally:
            ground.stage = stage
        return counted

    def _listed(self, entity: EntityModel, columns: Sequence[Column], source: Relation) -> list[Sql]:
        kept = [each.name for each in entity.stored.values() if each.until]
        return [source.c[name] for name in (ID, *(each.name for each in columns), *kept)]

    def _page(self, entity: EntityModel, columns: Sequence[Column], first: bool) -> Any:  # noqa: ANN401, FBT001 - a SELECT; one of two
        rows = self.ground.rows(entity.table)
        within = self.ground.within(entity.table, rows, void=True)
        if not first:
            within.append(rows.c.id > self.ground.parameters.written("after", Uuid()))
        chosen = select(*self._listed(entity, columns, rows)).select_from(rows.clause).where(*within)
        return chosen.order_by(rows.c.id).limit(PAGE)

    def _held(self, entity: EntityModel, columns: Sequence[Column]) -> Any:  # noqa: ANN401 - a SELECT
        rows = self.ground.rows(entity.table)
        within = self.ground.within(entity.table, rows, void=True)
        meant = rows.c.id == self.ground.parameters.written("ids", ARRAY(Uuid())).any_()
        chosen = select(*self._listed(entity, columns, rows)).select_from(rows.clause).where(*within, meant)
        return chosen.order_by(rows.c.id).with_for_update(key_share=True)

    def _writing(self, entity: EntityModel, names: list[str]) -> Writing:
        writing = writing_on(self.ground, BEHIND)
        writing.draft.sparing = True
        given = self._given(entity, names)
        target = writing.target(entity.table)
        writing.update(
            entity.table,
            {name: given.c[name] for name in names},
            where=[target.c.id == given.c.id],
            also_void=True,
            must=False,
        )
        return writing

    def _given(self, entity: EntityModel, names: list[str]) -> Relation:
        """The rows' new texts, as rows, and what is made of them."""
        parameters = self.ground.parameters
        arrays = [parameters.written("ids", ARRAY(Uuid()))]
        arrays += [parameters.written(f"new_{name}", ARRAY(Text())) for name in names]
        columns: list[Any] = [column(ID, Uuid()), *(column(name, Text()) for name in names)]
        for name in names:
            for key, beside in entity.stored[name].keys.items():
                arrays.append(parameters.written(f"new_{name}", ARRAY(Text()), key=key))
                columns.append(column(beside, Text()))
        return Relation(func.unnest(*arrays).table_valued(*columns).render_derived(name="formed"))


def _istext_of(stored: Column) -> bool:
    return stored.kind is Kind.TEXT and bool(stored.api) and bool(stored.written.creates | stored.written.changes)


def _formed(row: asyncpg.Record, columns: Sequence[Column], entity: EntityModel) -> dict[str, str | None] | None:
    """A row's texts in their form; nothing where they are in it already.

    A number that was another's before stays as it is: somebody has to correct it. So does a text of which nothing would
    be left.
    """
    held = {name for each in entity.stored.values() if each.until and row[each.name] for name in each.until}
    formed: dict[str, str | None] = {}
    for each in columns:
        text: str | None = row[each.name]
        leave = text is None or each.name in held or is_blank(text)
        formed[each.name] = text if text is None or leave else normal(text, each.form)
    return formed if any(formed[each.name] != row[each.name] for each in columns) else None


def _with_texts() -> list[tuple[EntityModel, list[Column]]]:
    """The entities whose rows have texts, and which."""
    entities = (each for each in graph_model().by_table.values() if each.is_tenant and each.in_graph)
    texts = ((each, [column for column in each.stored.values() if _istext_of(column)]) for each in entities)
    return [(entity, columns) for entity, columns in texts if columns]


async def _written(connection: asyncpg.Connection[asyncpg.Record]) -> set[str]:
    """The countries that have a row with texts."""
    found: set[str] = set()
    for entity, _ in _with_texts():
        rows = table(entity.table, column("country_code"))
        found |= {row[0] for row in await connection.fetch(text_of(select(rows.c.country_code).distinct()))}
    return found


async def _behind(connection: asyncpg.Connection[asyncpg.Record]) -> list[str]:
    country, kept = Relation(table("country").alias("country_1")), Relation(table("text_rules").alias("kept"))
    there = (
        select(ONE)
        .select_from(kept.clause)
        .where(kept.c.code == country.c.code, kept.c.version >= literal_column(str(RULES)))
    )
    statement = select(country.c.code).select_from(country.clause).where(~exists(there.correlate(country.clause)))
    return [row["code"] for row in await connection.fetch(text_of(statement.order_by(country.c.code)))]


async def sees_all(connection: asyncpg.Connection[asyncpg.Record]) -> bool:
    """Whether the connection's login sees past row security."""
    roles = Relation(table("pg_roles").alias("roles"))
    mine = select(or_(roles.c.rolsuper, roles.c.rolbypassrls)).select_from(roles.clause)
    return bool(await connection.fetchval(text_of(mine.where(roles.c.rolname == literal_column("current_user")))))


def _marking() -> Any:  # noqa: ANN401 - an INSERT
    target = table("text_rules", column("code"), column("version"), column("since"))
    # The clock is asked for the new row: what takes an old one's place names no function on a distributed server.
    statement = insert(target).values(code=literal_column("$1"), version=literal_column("$2"), since=func.now())
    fresh = {"version": statement.excluded.version, "since": statement.excluded.since}
    return statement.on_conflict_do_update(index_elements=["code"], set_=fresh)

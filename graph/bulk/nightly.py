"""What a day brings to rows that nobody writes: values that hang on the day are reckoned, what is kept for a time goes.

    each country ─> its counter is held ─> columns that are reckoned (`Reckoned`): those that say otherwise today
      ─> columns that are kept for a time (`Forgets`): emptied, and their values taken out of the history
      ─> COMMIT, and the feed tells which rows

Nobody writes in the country meanwhile, for the milliseconds that it takes. It is done by the operator's login, because
nobody else changes a history, and stands there as the office's. Whatever ends it, the next run does the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, Date, Integer, Text, Uuid, cast, func, literal_column, or_, select, table, update
from sqlalchemy.dialects.postgresql import JSONB

from countries.connections.coming_in import come_in
from countries.connections.listener import announce
from countries.connections.pool import Lane
from countries.connections.sessions import IS_DISTRIBUTED
from countries.tenancy.caller import Caller, Tier
from graph.bulk.carrying_out import carry_out, who_writes
from graph.bulk.import_context import NULL, Ground
from graph.bulk.one_form import sees_all
from graph.bulk.reckoned import reckon_country
from graph.bulk.routed import RoutedStage
from graph.bulk.store import writing_on
from graph.entities import graph_model
from graph.entities.history import TABLE_OF_CLASS
from graph.plan.sql.compiled import text_of
from graph.plan.sql.policies import POLICY, WHOLE_COUNTRY, laid_down
from graph.plan.sql.relation import Relation
from graph.writes.action import Action
from graph.writes.draft import table_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from countries.connections.address import Address
    from countries.register.register import Register, RegisteredCountry
    from graph.declarations.forgetting import Forgets
    from graph.declarations.model import EntityModel

RULES_NOW = """
SELECT code, md5(string_agg(concat_ws(' ', jurisdiction, key, from_day, until_day, value), ';'
  ORDER BY jurisdiction, key, from_day)) AS digest
FROM policy GROUP BY code ORDER BY code
"""
RULES_THEN = "SELECT substr(name, 10) AS code, digest FROM pack_digest WHERE name LIKE 'reckoned.%'"
MARK_RECKONED = """
INSERT INTO pack_digest (name, digest) SELECT 'reckoned.' || said.code, said.digest
FROM unnest($1::text[], $2::text[]) AS said (code, digest)
ON CONFLICT (name) DO UPDATE SET digest = excluded.digest
"""
OPERATION = "nightly"
NIGHT = Action(OPERATION, "Does what a day brings.", "child", (), lambda _: None, creates=False)
NO_YEARS = literal_column("0", Integer)


@dataclass(frozen=True, slots=True)
class Night:
    """What was done in one country.

    Attributes:
        code: the country.
        reckoned: rows of which a value says otherwise since.
        forgotten: rows of which something is kept no longer.
    """

    code: str
    reckoned: int
    forgotten: int


@dataclass(frozen=True, slots=True)
class Nightly:
    """One run.

    Attributes:
        address: the database.
        login: who sees past row security there.
        issuer: who vouches for the subject, for the history.
        subject: who runs it.
        now: the instant: which day it is, each country's time zone says.
    """

    address: Address
    login: str
    issuer: str
    subject: str
    now: datetime

    async def run(self, countries: Iterable[RegisteredCountry], *, forgets: bool = True) -> list[Night] | None:
        """Do it in these countries; nothing is told where the login may not.

        Args:
            countries: which ones.
            forgets: whether what is kept no longer goes too.
        """
        connection = await come_in(self.address, self.login)
        done: list[Night] = []
        try:
            if not await sees_all(connection):
                return None
            is_routed = bool(await connection.fetchval(IS_DISTRIBUTED))
            for country in countries:
                caller = Caller(self.subject, Tier.OFFICE, (country.code,), issuer=self.issuer)
                ground = Ground(Lane(connection), caller, country.today(self.now))
                async with connection.transaction():
                    night, number = await self._country(ground, country.code, is_routed=is_routed, forgets=forgets)
                if number is not None:
                    await announce(self.address, country.code, number)
                done.append(night)
        finally:
            await connection.close()
        return done

    async def where_rules_changed(self, register: Register) -> list[Night] | None:
        """Reckon anew in the countries that have laid down something else since; none is told as of `run`.

        Where no row stands that says what is reckoned, as in a new database, nothing is to be done.
        """
        connection = await come_in(self.address, self.login)
        try:
            then = {row["code"]: row["digest"] for row in await connection.fetch(RULES_THEN)}
            now = {row["code"]: row["digest"] for row in await connection.fetch(RULES_NOW)}
            changed = [code for code, digest in now.items() if then.get(code) != digest]
            if not changed:
                return []
            if not await sees_all(connection):
                # Where nothing was ever reckoned, as in a new database, no rule has changed since.
                return None if then else []
            told = {code for entity in _reckoned() for code in await connection.fetchval(text_of(_countries(entity)))}
        finally:
            await connection.close()
        done = await self.run([register[code] for code in changed if code in told], forgets=False)
        connection = await come_in(self.address, self.login)
        try:
            await connection.execute(MARK_RECKONED, changed, [now[code] for code in changed])
        finally:
            await connection.close()
        return done

    async def _country(self, ground: Ground, code: str, *, is_routed: bool, forgets: bool) -> tuple[Night, int | None]:
        if is_routed:
            ground.stage = RoutedStage(ground.lane, ground.country)
            await ground.stage.make()
        await ground.fetch(_held(ground))
        who = who_writes(self.issuer, self.subject)
        forgotten, last = 0, None
        for entity in graph_model().kept if forgets else ():
            if entity.forgets is not None:
                rows, number = await _forget(ground, entity, entity.forgets, who)
                forgotten, last = forgotten + rows, number or last
        reckoned, number = await reckon_country(ground, who, NIGHT)
        if is_routed:
            await ground.stage.leave()
        return Night(code, reckoned, forgotten), number or last


def _reckoned() -> list[EntityModel]:
    """The entities with a column that is reckoned."""
    return [each for each in graph_model().kept if any(column.reckoned for column in each.stored.values())]


def _countries(entity: EntityModel) -> Any:  # noqa: ANN401 - a SELECT
    """The countries that have rows of it, as an array."""
    rows = Relation(table(entity.table).alias("there"))
    return select(func.array(select(rows.c.country_code).distinct().select_from(rows.clause).scalar_subquery()))


def _held(ground: Ground) -> Any:  # noqa: ANN401 - a SELECT
    """The country's counter: whoever writes there waits, and finds what was done."""
    counter = ground.rows("change_counter")
    held = select(counter.c.last).select_from(counter.clause)
    return held.where(*ground.within("change_counter", counter)).with_for_update()


async def _forget(ground: Ground, entity: EntityModel, said: Forgets, who: dict[str, object]) -> tuple[int, int | None]:
    """Empty what is kept no longer, in the rows and in all that the history says of them."""
    ids = [row["id"] for row in await ground.fetch(_ripe(ground, entity, said))]
    if not ids:
        return 0, None
    values = {**who, "ids": ids}
    writing = writing_on(ground, NIGHT)
    target = writing.target(entity.table)
    mine = target.c.id == ground.parameters.written("ids", ARRAY(Uuid())).any_()
    writing.update(entity.table, dict.fromkeys(said.columns, NULL), where=[mine], also_void=True, must=False)
    counts, number = await carry_out(ground, writing, values)
    for statement in _forgetting(ground, entity, said):
        await ground.fetch(statement, {"ids": ids})
    return counts[0], number


def _ripe(ground: Ground, entity: EntityModel, said: Forgets) -> Any:  # noqa: ANN401 - a SELECT
    """The rows of which something has been kept for as long as it may be."""
    row, rule, programme = ground.rows(entity.table), ground.rows(POLICY), ground.rows("programme")
    part: Any = WHOLE_COUNTRY
    if entity.programme_column is not None:
        there = [*ground.within("programme", programme), programme.c.id == row.c[entity.programme_column]]
        stands = select(programme.c.jurisdiction).select_from(programme.clause).where(*there)
        part = func.coalesce(stands.correlate(row.clause).scalar_subquery(), WHOLE_COUNTRY)
    since = row.c[said.since]
    months = laid_down(rule, said.after, ground.parameters.country, ground.today_value, part)
    kept = func.make_interval(NO_YEARS, months.correlate(row.clause).scalar_subquery())
    among = [literal_column(f"'{member}'", Text()) for member in said.among]
    ripe = [row.c[said.where].in_(among), cast(since + kept, Date) <= ground.today_value]
    some = or_(*(row.c[name].is_not(None) for name in said.columns))
    return select(row.c.id).select_from(row.clause).where(*ground.within(entity.table, row, void=True), *ripe, some)


def _forgetting(ground: Ground, entity: EntityModel, said: Forgets) -> Iterator[Any]:
    """Take the columns out of what the history holds of the rows, a statement a class; that something was, it tells."""
    columns = [entity.stored[name] for name in said.columns]
    classes: Mapping[Any, list[str]] = {
        each: [column.label for column in columns if column.privacy is each] for each in TABLE_OF_CLASS
    }
    model = graph_model().by_table
    for each, labels in classes.items():
        if not labels:
            continue
        name = TABLE_OF_CLASS[each]
        history = table_of(name, model[name].stored)
        ids = ground.parameters.written("ids", ARRAY(Uuid()))
        mine = [
            history.c.country_code == ground.parameters.country,
            history.c.type == literal_column(f"'{entity.type_name}'"),
            history.c.row_id == ids.any_(),
        ]
        cells = {}
        for side in ("before", "after"):
            left: Any = cast(history.c[side], JSONB)
            for label in labels:
                left = left.op("-")(literal_column(f"'{label}'", Text()))
            cells[side] = left
        yield update(history).values(cells).where(*mine).returning(literal_column("1"))

"""What computed values must be: their declared expressions, over tables that hold what one caller sees and no more.

The declaration says what a value means; what the compiler adds is who sees what of it, on which day, in which level of
which page. So each table that an expression reads is put in the place of the real one, cut down by the naive sight, and
the expression is asked of a row at a time, without a tenant predicate, a page, a filter or an order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import asyncpg
from sqlalchemy import Date, Select, Text, case, cast, column, exists, func, literal, literal_column, select
from sqlalchemy import table as named
from sqlalchemy.dialects import postgresql

from graph.declarations.computed import Computed
from graph.declarations.leading_on import same_as_column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import FromClause

    from countries.packs.keys import RuleKey
    from graph.declarations.model import EntityModel, GraphModel

Key = tuple[str, object]
Values = dict[tuple[str, str], dict[Key, Any]]
"""By (type, field): by (country, id) of a row that the caller sees: the value."""
THIS = "rows_worked_out"
"""Under which name those rows stand whose values are worked out."""
ONE: Any = literal_column("1")


def reads_of(model: GraphModel) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """The (table, column) that each computed field reads, as its declaration says."""
    return {
        (entity.type_name, member.api): (*((entity.table, name) for name in member.uses), *member.reads)
        for entity in model.by_type.values()
        for member in entity.members.values()
        if isinstance(member, Computed) and entity.table in model.by_table
    }


@dataclass(frozen=True, slots=True)
class Seen:
    """What one caller sees, as a test has worked it out itself.

    Attributes:
        may: whether the caller may read a (type, field).
        ids: the ids of the rows of a table of countries that it sees and that are not void; none where that is all.
        known: the same, with those that are void: somebody may name one by its id.
        days: the date in each country.
    """

    may: Callable[[str, str], bool]
    ids: Callable[[str], Iterable[object]]
    known: Callable[[str], Iterable[object]]
    days: Mapping[str, date]


async def work_out(address: Mapping[str, Any], model: GraphModel, seen: Seen) -> Values:
    """Every computed field of every row that a caller sees, where it may read it.

    Args:
        address: how the operator connects, who sees every row.
        model: the declarations.
        seen: what the caller sees.
    """
    connection = await asyncpg.connect(**address)
    try:
        return {
            (type_name, name): await _values(connection, model, model.at(table), model.at(table).members[name], seen)
            for type_name, name, table in _fields(model)
            if seen.may(type_name, name)
        }
    finally:
        await connection.close()


def _fields(model: GraphModel) -> list[tuple[str, str, str]]:
    return [(type_name, name, model.by_type[type_name].table) for type_name, name in reads_of(model)]


async def _values(
    connection: asyncpg.Connection[Any], model: GraphModel, entity: EntityModel, member: object, seen: Seen
) -> dict[Key, Any]:
    assert isinstance(member, Computed)
    row = PlainRows(named(THIS).alias("this"))
    value = member.value(PlainFrame(row, seen.days), row)
    # A country's row is known by its code alone.
    key = (row.c.country_code, row.c.id) if entity.is_of_country else (row.c.code, row.c.code)
    statement = select(*key, value.label("value")).select_from(row.clause)
    statement = statement.add_cte(_seen_of(entity, seen.known if entity.is_tenant else None).cte(THIS))
    for read in {entity.table, *(table for table, _ in member.reads)}:
        if model.at(read).is_tenant:
            # Under the table's name: whoever names it then means this.
            statement = statement.add_cte(_seen_of(model.at(read), seen.ids).cte(read))
    dialect: Any = postgresql.dialect()  # type: ignore[no-untyped-call]  # the dialect's constructor has no types
    compiled = statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True})
    return {(each[0], each[1]): each[2] for each in await connection.fetch(str(compiled))}


def _seen_of(entity: EntityModel, ids: Callable[[str], Iterable[object]] | None) -> Select[Any]:
    """What the caller sees of a table, of all where there are no ids; a link is to the record that it leads on to."""
    real = named(entity.table, *map(column, entity.stored), schema="public")
    columns = (
        func.coalesce(real.c[same_as_column(name)], real.c[name]).label(name) if name in entity.led_on else real.c[name]
        for name in entity.stored
    )
    rows = select(*columns)
    if ids is None:
        return rows
    seen = func.string_to_array(literal(",".join(str(each) for each in ids(entity.table))), literal(","))
    return rows.where(cast(real.c.id, Text) == seen.any_())


class PlainRows:
    """A table's rows under a name, and how they hang on the row."""

    def __init__(self, clause: FromClause, near: tuple[Any, ...] = ()) -> None:
        self.clause = clause
        self.near = near
        self.c = _Columns(clause)


class _Columns:
    def __init__(self, of: FromClause) -> None:
        self._of = of

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a column of any type
        made: Any = column(name)
        made.table = self._of
        return made

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - as above
        return getattr(self, name)


class PlainFrame:
    """As `graph.declarations.frame.Frame` says, of tables that hold nothing else."""

    def __init__(self, row: PlainRows, days: Mapping[str, date]) -> None:
        self._made = [row.clause]
        self._row = row
        self._days = days
        listed = " ".join(f"WHEN '{code}' THEN date '{day.isoformat()}'" for code, day in days.items())
        self.today: Any = literal_column(f"(CASE this.country_code {listed} END)", Date())
        self.on = self.today

    def rows(self, table: str, **same: Any) -> PlainRows:  # noqa: ANN401 - an expression of SQL
        """Rows of the row's country."""
        found = PlainRows(named(table).alias(f"other_{len(self._made)}"))
        self._made.append(found.clause)
        equal = [getattr(found.c, name) == value for name, value in same.items()]
        country = [] if {"code"} <= same.keys() else [found.c.country_code == self._row.c.country_code]
        found.near = (*country, *equal)
        return found

    def _over(self, rows: PlainRows, where: tuple[Any, ...], *values: Any) -> Select[Any]:  # noqa: ANN401 - an expression of SQL
        statement = select(*values).select_from(rows.clause).where(*rows.near, *where)
        return statement.correlate(*(each for each in self._made if each is not rows.clause))

    def value(self, value: Any, rows: Any, *where: Any) -> Any:  # noqa: ANN401 - an expression of SQL
        """One value over rows."""
        return self._over(rows, where, value).scalar_subquery()

    def any(self, rows: Any, *where: Any) -> Any:  # noqa: ANN401 - an expression of SQL
        """Whether there is one."""
        return exists(self._over(rows, where, ONE))

    def grouped(self, columns: Mapping[str, Any], rows: Any, *where: Any, by: Any) -> PlainRows:  # noqa: ANN401 - an expression of SQL
        """One row for each of the values."""
        made = self._over(rows, where, *(each.label(name) for name, each in columns.items())).group_by(by)
        found = PlainRows(made.subquery(f"grouped_{len(self._made)}"))
        self._made.append(found.clause)
        return found

    def today_in(self, country: Any) -> Any:  # noqa: ANN401 - an expression of SQL
        """Today's date in the country of a code."""
        days = {code: literal_column(f"date '{day.isoformat()}'", Date()) for code, day in self._days.items()}
        return case(days, value=country)

    def policy(self, policy: RuleKey, on: Any, jurisdiction: Any = None, country: Any = None) -> Any:  # noqa: ANN401 - an expression of SQL
        """The one that began last of those that have begun, if it has not ended."""
        part = literal_column("''") if jurisdiction is None else jurisdiction
        own = self._row.c.country_code if country is None else country
        said = PlainRows(named("policy").alias(f"policy_{len(self._made)}"))
        begun = [said.c.code == own, said.c.key == literal_column(f"'{policy.key}'"), said.c.jurisdiction == part]
        holds = func.coalesce(said.c.until_day, literal_column("'infinity'::date")) > on
        found = (
            select(func.max(said.c.whole if policy.unit.is_number else said.c.value))
            .select_from(said.clause)
            .where(*begun, said.c.from_day <= on, holds)
        )
        return found.correlate(*self._made).scalar_subquery()

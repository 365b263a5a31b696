"""The frame of one row: what an entity's expressions are given where a statement works a value out.

Whatever other rows an expression reads are a level of their own: of the row's country, those that the caller sees, none
that was recorded in error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, func, literal_column, or_, select
from sqlalchemy import column as sql_column

from graph.plan.sql.policies import POLICY, WHOLE_COUNTRY, is_bound, laid_down
from graph.plan.sql.relation import Relation
from graph.plan.tree.filters import Operator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import ColumnElement, FromClause, Select

    from countries.packs.keys import RuleKey
    from graph.declarations.computed import Between, Computed, Served
    from graph.declarations.frame import Rows, Sql
    from graph.plan.sql.composition import Composition
    from graph.plan.tree.values import Value

ONE: ColumnElement[Any] = literal_column("1")


class FrameRows(Relation):
    """Rows that an expression reads: where they come from, how they hang on the row, and whose they are."""

    def __init__(self, clause: FromClause, near: list[ColumnElement[bool]], within: list[ColumnElement[bool]]) -> None:
        super().__init__(clause)
        self.near = near
        self.within = within


class RowFrame:
    """As `graph.declarations.frame.Frame` says.

    Args:
        predicates: numbers aliases and writes tenant predicates.
        row: the row.
        inside: the levels around it, which its expression may name.
        on: the day that the caller names.
    """

    def __init__(
        self, predicates: Composition, row: Relation, inside: tuple[Relation, ...], on: Value | None = None
    ) -> None:
        self._predicates = predicates
        self._parameters = predicates.parameters
        self._row = row
        self._outer: list[FromClause] = [row.clause, *(each.clause for each in inside)]
        self._on = on

    @property
    def today(self) -> Sql:
        """Today's date in the row's country."""
        return self._parameters.today_of(self._row)

    @property
    def on(self) -> Sql:
        """The day that the caller names, else today."""
        return self.today if self._on is None else self._parameters.value(self._on)

    def rows(self, table: str, **same: Sql) -> FrameRows:
        """The rows of a table that the caller sees."""
        entity = self._predicates.model.at(table)
        source = self._predicates.alias(entity)
        near = [source.c.country_code == self._row.c.country_code] if "country_code" in entity.stored else []
        near += [source.c[name] == value for name, value in same.items()]
        found = FrameRows(source.clause, near, self._parameters.tenancy(entity, source))
        # What is selected gives the columns that are asked of it, and hears of each by its own.
        found.c = source.c
        self._outer.append(found.clause)
        return found

    def _over(self, rows: Rows, where: tuple[Sql, ...], *values: Sql) -> Select[Any]:
        if not isinstance(rows, FrameRows):
            raise TypeError(rows)
        statement = select(*values).select_from(rows.clause).where(*rows.near, *where, *rows.within)
        return statement.correlate(*(each for each in self._outer if each is not rows.clause))

    def value(self, value: Sql, rows: Rows, *where: Sql) -> Sql:
        """One value over these rows."""
        return self._over(rows, where, value).scalar_subquery()

    def any(self, rows: Rows, *where: Sql) -> ColumnElement[bool]:
        """Whether there is one of these rows."""
        return exists(self._over(rows, where, ONE))

    def grouped(self, columns: Mapping[str, Sql], rows: Rows, *where: Sql, by: Sql) -> FrameRows:
        """One row for each of the values `by`."""
        made = self._over(rows, where, *(each.label(name) for name, each in columns.items())).group_by(by)
        found = FrameRows(made.subquery(f"grouped_{self._predicates.number()}"), [], [])
        self._outer.append(found.clause)
        return found

    def today_in(self, country: Sql) -> Sql:
        """Today's date in the country of a code."""
        return self._parameters.today_in(country)

    def policy(self, policy: RuleKey, on: Sql, jurisdiction: Sql | None = None, country: Sql | None = None) -> Sql:
        """What the row's country has laid down on a day.

        Of a national caller that is the caller's country. What it says of today is a parameter; of another day it is
        looked up once a statement, where that is the same for all rows.
        """
        if jurisdiction is None and country is None and is_bound(self._parameters, on):
            return self._parameters.laid_down(policy)
        said = self._predicates.alias(self._predicates.model.by_table[POLICY])
        own = self._parameters.country if self._parameters.tier.is_national else self._row.c.country_code
        part = WHOLE_COUNTRY if jurisdiction is None else func.coalesce(jurisdiction, WHOLE_COUNTRY)
        found = laid_down(said, policy, own if country is None else country, on, part)
        return found.correlate(*self._outer).scalar_subquery()

    def _of_all(self, gather: Any, values: Sql) -> Sql:  # noqa: ANN401 - an aggregate
        """The least, or the greatest, of a list of values."""
        each: Any = sql_column("value", values.type.item_type)
        given = func.unnest(values).table_valued(each).render_derived(name=f"given_{self._predicates.number()}")
        return select(gather(given.c.value)).select_from(given).scalar_subquery()

    def within(self, computed: Computed, compared: Iterable[tuple[Operator, Sql]]) -> Iterator[ColumnElement[bool]]:
        """The range of an index outside of which no row meets all comparisons, and the rows that are in no range."""
        served = computed.served
        if served is None or served.between is None or served.column is None:
            return
        bounds: list[ColumnElement[bool]] = []
        for operator, value in compared:
            bounds += self._bounds(served, served.column, served.between, operator, value)
        if bounds and served.unless is not None:
            yield or_(and_(*bounds), self._row.c[served.unless].is_not(None))
        else:
            yield from bounds

    def _bounds(
        self, served: Served, name: str, between: Between, operator: Operator, value: Sql
    ) -> Iterator[ColumnElement[bool]]:
        column = self._row.c[name]
        least, most = value, value
        if operator is Operator.IN:
            least, most = self._of_all(func.min, value), self._of_all(func.max, value)
        upward = operator in (Operator.GT, Operator.GTE)
        downward = operator in (Operator.LT, Operator.LTE)
        first = between(self, most if served.falls else least)[0]
        last = between(self, least if served.falls else most)[1]
        if first is not None and not (upward if served.falls else downward):
            yield column >= first
        if last is not None and not (downward if served.falls else upward):
            yield column <= last

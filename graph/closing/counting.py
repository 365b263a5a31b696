"""Counting: each measure once over all countries, by the same expressions that offices use live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Text, any_, bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY

from graph.closing.lattice import Cell, Count
from graph.declarations.base import Entity
from graph.entities import graph_model
from graph.indicators.counting import counted
from graph.indicators.splits import in_order
from graph.plan.sql.compiled import with_values
from graph.plan.sql.policies import POLICY, of_rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import BindParameter, ColumnElement, Select, Subquery
    from sqlalchemy.sql.base import Executable

    from countries.connections.figures import Counting
    from countries.packs.keys import RuleKey
    from graph.closing.lattice import CellCounts
    from graph.indicators.model import Measure
    from graph.indicators.period import Period


class AllRows:
    """The frame of a closing: the rows of every country that is to be counted.

    Args:
        period: its days.
        countries: codes, or nothing for all; of one alone, each table says so by itself, and its node answers all of
            the statement.
    """

    def __init__(self, period: Period, countries: Sequence[str] | None = None) -> None:
        self.first: ColumnElement[Any] = _day("first", period.first)
        self.after: ColumnElement[Any] = _day("after", period.after)
        self.last: ColumnElement[Any] = _day("last", period.last)
        self._countries = countries
        self._sources = 0

    def rows(self, table: str, *columns: str) -> Subquery:
        """A table's rows that are not void."""
        self._sources += 1
        source, entity = Entity.metadata.tables[table], graph_model().by_table[table]
        read = (source.c[entity.led_on.get(name, name)].label(name) for name in columns)
        statement: Select[Any] = select(source.c.country_code, *read)
        void = entity.void_column
        if void is not None:
            statement = statement.where(source.c[void].is_(None))
        if self._countries is not None:
            statement = statement.where(self._is_counted(source.c.country_code))
        return statement.subquery(f"{table}_{self._sources}")

    def laid_down(self, rule: RuleKey) -> Subquery:
        """What these countries have laid down."""
        self._sources += 1
        statement = of_rule(Entity.metadata.tables[POLICY], rule)
        if self._countries is not None:
            statement = statement.where(self._is_counted(Entity.metadata.tables[POLICY].c.code))
        return statement.subquery(f"{POLICY}_{self._sources}")

    def _is_counted(self, country: ColumnElement[Any]) -> ColumnElement[bool]:
        codes = list(self._countries or ())
        if len(codes) == 1:
            return country == bindparam("country", codes[0], type_=Text())
        return country == any_(bindparam("countries", codes, type_=ARRAY(Text())))

    @staticmethod
    def same_country(one: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[bool]:
        """Of every country there are rows."""
        return one == other


def _day(name: str, value: object) -> BindParameter[Any]:
    return bindparam(name, value, type_=Date())


async def run(counting: Counting, statement: Executable) -> Sequence[Any]:
    """Run a composed statement and return its rows."""
    return await counting.rows(*with_values(statement))


async def count(
    counting: Counting,
    measures: Iterable[Measure],
    period: Period,
    countries: Sequence[str],
    *,
    are_all: bool,
) -> CellCounts:
    """Count measures by country and category, by all their splits; what is zero is not among them.

    One server reads all countries at once. On a cluster each country's node counts it by itself: Citus groups by no
    GROUPING SETS across nodes, and joins there would be of all rows with all.

    Args:
        counting: the transaction.
        measures: what is counted.
        period: the days.
        countries: whose rows.
        are_all: whether no other country has any.
    """
    found: CellCounts = {}
    at_once: Sequence[Sequence[str] | None] = [None if are_all else countries]
    for measure in measures:
        sets = sorted(measure.all_splits)
        dimensions = in_order(frozenset(each for one in sets for each in one))
        for some in [[code] for code in countries] if counting.is_distributed else at_once:
            for row in await run(counting, counted(measure, AllRows(period, some), sets)):
                split = tuple(each for each in dimensions if row[each.column] is not None)
                cell = Cell(measure.code, row["country_code"], split, tuple(row[each.column] for each in split))
                found[cell] = Count(row["amount"], row["children"])
    return found

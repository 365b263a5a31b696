"""What the statements of an import stand on: the tables, the country's predicate, and the rows as they are to be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, column, exists, func, insert, literal_column, select, table, union_all

from countries.tenancy.caller import Tier
from graph.bulk.sheets import ID, all_sheets
from graph.bulk.stage import BoundStatement, Stage, TemporaryStage
from graph.bulk.staging import FINAL, STAGED, final_table
from graph.entities import graph_model
from graph.plan.bind import bind
from graph.plan.sql.compiled import compiled
from graph.plan.sql.parameters import Parameters
from graph.plan.sql.relation import Relation
from graph.plan.tree.sources import Scope

if TYPE_CHECKING:
    from datetime import date

    import asyncpg
    from sqlalchemy import ClauseElement, ColumnElement, FromClause, Select

    from countries.connections.pool import Lane
    from countries.tenancy.caller import Caller

Sql = Any
TRUE: ColumnElement[Any] = literal_column("true")
FALSE: ColumnElement[Any] = literal_column("false")
ONE: ColumnElement[Any] = literal_column("1")
ZERO: ColumnElement[Any] = literal_column("0")
NULL: ColumnElement[Any] = literal_column("null")


@dataclass(slots=True)
class Ground:
    """Composes and runs the statements of one import or export.

    Attributes:
        lane: the office's connection, in its scope.
        caller: the office.
        today: today's date in its country.
        given: the headers that each table's file has; a table without a file is not in it.
        stage: where an import keeps what it works with; an export has nothing to keep.
    """

    lane: Lane
    caller: Caller
    today: date
    given: dict[str, frozenset[str]] = field(default_factory=dict)
    parameters: Parameters = field(default_factory=lambda: Parameters(Tier.OFFICE))
    stage: Stage = field(init=False)
    _aliases: int = 0

    def __post_init__(self) -> None:
        self.stage = TemporaryStage(self.lane)

    def _alias(self, name: str) -> Relation:
        self._aliases += 1
        found = graph_model().by_table.get(name)
        return Relation(table(name).alias(f"{name}_{self._aliases}"), {} if found is None else found.led_on)

    @property
    def today_value(self) -> Sql:
        """Today's date, as a parameter."""
        return self.parameters.today

    def rows(self, name: str) -> Relation:
        """A table of the database; what it is compared by, `within` says."""
        return self._alias(name)

    def within(self, name: str, source: Relation, *, void: bool = False) -> list[ColumnElement[bool]]:
        """The country's predicate of one level; rows recorded in error only where `void` says so."""
        return self.parameters.tenancy(graph_model().by_table[name], source, void=void)

    def staged(self, name: str) -> Relation:
        """The rows of a file."""
        return self._alias(f"{STAGED}{name}")

    def final(self, name: str) -> Relation:
        """The rows of a file as they are to be."""
        return self._alias(f"{FINAL}{name}")

    def state(self, name: str, *columns: str, void: bool = False) -> Relation:
        """All rows of a table as they are to be: those of the file, and those that it leaves as they are.

        Args:
            name: the table.
            columns: the columns that are asked for, besides the id.
            void: whether rows recorded in error are among them.
        """
        listed = (ID, *(each for each in columns if each != ID))
        source = self.rows(name)
        stored = select(*(source.c[each] for each in listed)).select_from(source.clause)
        stored = stored.where(*self.within(name, source, void=void))
        if name not in self.given:
            statement: Sql = stored
        else:
            final, other = self.final(name), self.final(name)
            kept = stored.where(~exists(select(ONE).select_from(other.clause).where(other.c.id == source.c.id)))
            # What no sheet brings stays as it is on record.
            row = self.rows(name)
            held = {each.name for each in final_table(name).columns}
            said = (final.c[each] if each in held else row.c[each] for each in listed)
            clause: Sql = final.clause
            if not held.issuperset(listed):
                clause = clause.outerjoin(row.clause, and_(*self.within(name, row, void=True), row.c.id == final.c.id))
            coming = select(*said).select_from(clause)
            voided = all_sheets()[name].entity.void_column
            if voided is not None and not void:
                coming = coming.where(final.c[voided].is_(None))
            statement = union_all(kept, coming)
        self._aliases += 1
        return Relation(statement.subquery(f"{name}_state_{self._aliases}"))

    @property
    def country(self) -> str:
        """The office's country."""
        return self.caller.country or ""

    @staticmethod
    def counted(told: FromClause, most: int, *more: str) -> Select[Any]:
        """The first of some `number`, `value` and what else they tell, with `total`, how many there are."""
        rows = Relation(told)
        listed = (rows.c.number, rows.c.value, *(rows.c[name] for name in more), func.count().over().label("total"))
        return select(*listed).select_from(told).order_by(rows.c.number).limit(literal_column(str(most)))

    async def fetch(self, statement: ClauseElement, written: dict[str, object] | None = None) -> list[asyncpg.Record]:
        """Run a statement and return its rows.

        Args:
            statement: composed of this ground's sources.
            written: the values of `parameters.written`, by name.
        """
        return await self.stage.fetch(self.composed(statement, written))

    async def fill(
        self, name: str, cells: dict[str, Sql], statement: Select[Any], written: dict[str, object] | None = None
    ) -> int:
        """Put what a statement selects into a set of rows, cell by cell; how many those are.

        Args:
            name: the set.
            cells: its columns, in the order of the statement's.
            statement: as of `fetch`.
            written: likewise.
        """
        return await self.stage.fill(name, list(cells), self.composed(statement, written))

    def composed(self, statement: ClauseElement, written: dict[str, object] | None = None) -> BoundStatement:
        """A statement's text with its values. Arguments as of `fetch`."""
        made = compiled(statement, self.parameters)
        scope = Scope.of(self.caller, self.today, written=written or {})
        return BoundStatement(made.text, bind(made.sources, (), scope))


def asking(caller: Caller) -> Caller:
    """Whoever brings or takes all sheets: in person, where which rows of one it sees depends on who it is."""
    asks = any(entity.asks_who(caller.tier) for entity in graph_model().by_table.values())
    return caller.in_person() if asks else caller


def filled(name: str, cells: dict[str, Sql], statement: Select[Any]) -> Any:  # noqa: ANN401 - an INSERT
    """Put what a statement selects into a temporary table, within another statement."""
    target = table(name, *(column(each) for each in cells))
    return insert(target).from_select(list(cells), statement)

"""The rows that an office counts: its own, those that are not void, as they are now or as they were on record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import true

from graph.plan.sql.figures.known import KnownRows
from graph.plan.sql.policies import POLICY, of_rule
from graph.plan.sql.present import FindsRows, PresentRows
from graph.plan.sql.relation import table_source

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Subquery

    from countries.packs.keys import RuleKey
    from graph.plan.sql.composition import Composition
    from graph.plan.tree.periods import PeriodDays
    from graph.plan.tree.values import Value


class OfficeFrame:
    """The days of a period, and the rows of the caller's country.

    Args:
        predicates: numbers aliases and writes tenant predicates.
        days: the period.
        known_at: as of when; none for now.

    Attributes:
        first: its first day.
        last: its last day so far.
        after: the day after that.
    """

    def __init__(self, predicates: Composition, days: PeriodDays, known_at: Value | None) -> None:
        self._predicates = predicates
        self._rows: FindsRows = PresentRows(predicates) if known_at is None else KnownRows(predicates, known_at)
        self.first: ColumnElement[Any] = predicates.parameters.value(days.first)
        self.last: ColumnElement[Any] = predicates.parameters.value(days.last)
        self.after: ColumnElement[Any] = predicates.parameters.value(days.after)

    def rows(self, table: str, *columns: str) -> Subquery:
        """A table's rows that are not void, with `country_code` and these columns; each call is a source of its own."""
        return self._rows.select(table, columns).subquery(f"rows_{self._predicates.number()}")

    def laid_down(self, rule: RuleKey) -> Subquery:
        """What the caller's country has laid down."""
        said = table_source(POLICY, f"{POLICY}_{self._predicates.number()}")
        own = of_rule(said, rule).select_from(said.clause).where(said.c.code == self._predicates.parameters.country)
        return own.subquery(f"rows_{self._predicates.number()}")

    @staticmethod
    def same_country(one: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[bool]:
        """Nothing: all rows are the caller's country's already.

        Said once more, PostgreSQL would expect an eighth of the rows after each join, after two joins one, and go
        through a whole country for each row that it then finds.
        """
        del one, other
        return true()

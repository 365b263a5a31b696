"""What an expression over rows is given: today, other rows, and what the country has laid down.

A computed value is a function of a frame and its own row. The compiler gives it a frame whose rows are those that the
caller sees (`graph/plan/sql/frame.py`). When entities are read it is given one that notes what is asked for
(`noted.py`), so that nothing is read which the declaration does not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement

    from countries.packs.keys import RuleKey

Sql = Any
"""An SQL expression."""


class Rows(Protocol):
    """Rows under a name; `c.started_on` is a column of theirs."""

    @property
    def c(self) -> Any:  # noqa: ANN401 - columns by their names
        """The columns."""


class Frame(Protocol):
    """What surrounds a row."""

    @property
    def today(self) -> Sql:
        """Today's date in the row's country."""

    @property
    def on(self) -> Sql:
        """The day that the caller asks about, where the value takes one; else today."""

    def rows(self, table: str, **same: Sql) -> Rows:
        """The rows of a table that the caller sees and that are not void, of the row's country.

        `child_id=row.c.id` takes those whose `child_id` is that. Each call gives rows of their own.
        """

    def value(self, value: Sql, rows: Rows, *where: Sql) -> Sql:
        """One value over all of these rows that meet the conditions: a count, a sum, the least."""

    def any(self, rows: Rows, *where: Sql) -> ColumnElement[bool]:
        """Whether one of these rows meets the conditions."""

    def grouped(self, columns: Mapping[str, Sql], rows: Rows, *where: Sql, by: Sql) -> Rows:
        """One row for each of the values `by` among these rows, with these columns."""

    def policy(self, policy: RuleKey, on: Sql, jurisdiction: Sql | None = None, country: Sql | None = None) -> Sql:
        """What the row's country has laid down, on a day.

        A number is empty where nothing is asked; of another unit it is a text, `NOT_APPLICABLE` too.

        Args:
            policy: the rule.
            on: the day.
            jurisdiction: the part of the country that is asked, where rules of parts are to count; all of it without.
            country: the country's code, of a row that has no `country_code`.
        """

    def today_in(self, country: Sql) -> Sql:
        """Today's date in the country of a code."""

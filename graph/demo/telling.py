"""What a story has to hand: the rows that were told before it, a chance of its own, and the books of the office."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.demo.records import SETTLED, Books
from graph.demo.tables import KEY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from countries.register.register import RegisteredCountry
    from graph.demo.tables import RowCells

A_WEEK = timedelta(days=7)


class StoryTeller:
    """One part of a country, while a story is told of it.

    Args:
        country: whose rows.
        rng: where chance comes from; nobody else draws from it while the story is told.
        today: the last day of the story.
        told: by table the rows that were told before; those that a row may lead to are there.
    """

    def __init__(
        self, country: RegisteredCountry, rng: Random, today: date, told: Mapping[str, Sequence[RowCells]]
    ) -> None:
        self.country = country
        self.rng = rng
        self.today = today
        self._told = told
        self._books = Books(rng, today)

    def rows(self, table: str) -> Sequence[RowCells]:
        """The rows of a table that has been told before."""
        return self._told[table]

    def day(self, row: RowCells, *names: str) -> date:
        """A day of a row that was told: the first of these columns that is filled.

        Raises:
            ValueError: none is.
        """
        found = next((row[name] for name in names if row.get(name) is not None), None)
        if not isinstance(found, date):
            message = f"{', '.join(names)}: no day is told"
            raise ValueError(message)  # noqa: TRY004 - the column is at fault, not the caller's type
        return found

    def row(self, began: date, ended: date | None, **cells: object) -> RowCells:
        """A row of something that was recorded when it began, and changed when it ended."""
        record = self._books.record(began, ended)
        return {**dict(zip(KEY, (self.country.code, *record.cells), strict=True)), **cells}

    def some_day(self, first: date, last: date | None = None) -> date | None:
        """A day from the first one to the last, which is before what has not settled yet; none where there is none."""
        until = min(last or self.today, self.today - SETTLED)
        return first + timedelta(days=self.rng.randint(0, (until - first).days)) if first <= until else None

    def some_time(self, first: date, *, over: float) -> tuple[date, date | None] | None:
        """When something began, and when it ended if it has: with this chance; none where there is no week for it."""
        began = self.some_day(first, self.today - SETTLED - A_WEEK)
        if began is None:
            return None
        return began, self.some_day(began + A_WEEK) if self.rng.random() < over else None

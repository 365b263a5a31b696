"""What a story has to hand: rows that were told before, what families lived through, a chance of its own, the books."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.demo.crews import Crews
from graph.demo.records import SETTLED, Books
from graph.demo.tables import KEY, Ids

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from countries.register.register import RegisteredCountry
    from graph.demo.family_life import FamilyLife
    from graph.demo.stays import Life
    from graph.demo.tables import RowCells

A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Lived:
    """What has happened in a part of a country, whatever tables tell of it.

    Attributes:
        families: its families, each from the day on which it is known.
        by_child: by the id of a child, its family and its own life.
        crews: who held the posts of its homes and programmes.
        ids: which row is whose: of a child, a home, a term of a carer.
    """

    families: Sequence[FamilyLife] = ()
    by_child: Mapping[object, tuple[FamilyLife, Life]] = field(default_factory=dict)
    crews: Crews = field(default_factory=lambda: Crews({}, ()))
    ids: Ids = field(default_factory=Ids)


class StoryTeller:
    """One part of a country, while a story is told of it.

    Args:
        country: whose rows.
        rng: where chance comes from; nobody else draws from it while the story is told.
        today: the last day of the story.
        told: by table the rows that were told before; those that a row may lead to are there.
        lived: what has happened.
    """

    def __init__(
        self,
        country: RegisteredCountry,
        rng: Random,
        today: date,
        told: Mapping[str, Sequence[RowCells]],
        lived: Lived | None = None,
    ) -> None:
        self.country = country
        self.rng = rng
        self.today = today
        self._told = told
        self._lived = lived or Lived()
        self._books = Books(rng, today)

    @property
    def families(self) -> Sequence[FamilyLife]:
        """The families, in the order of their children."""
        return self._lived.families

    def family_of(self, child_id: object) -> FamilyLife:
        """The family of a child."""
        return self._lived.by_child[child_id][0]

    def life_of(self, child_id: object) -> Life:
        """Where a child lived, and when."""
        return self._lived.by_child[child_id][1]

    @property
    def crews(self) -> Crews:
        """Who held the posts of homes and programmes."""
        return self._lived.crews

    def id_of(self, whom: object) -> object:
        """The id of the row of a child or a home, or of what a story has noted."""
        return self._lived.ids[whom]

    def noted(self, whom: object, cells: RowCells) -> RowCells:
        """The row of something that other stories lead to."""
        return self._lived.ids.noted(whom, cells)

    def rows(self, table: str) -> Sequence[RowCells]:
        """The rows of a table that has been told before."""
        return self._told[table]

    def by(self, table: str, link: str) -> Mapping[object, Sequence[RowCells]]:
        """The rows of a table that has been told before, by what one of their links leads to."""
        found: dict[object, list[RowCells]] = {}
        for row in self.rows(table):
            found.setdefault(row[link], []).append(row)
        return found

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

    @staticmethod
    def end(row: RowCells, name: str) -> date | None:
        """A day of a row that was told, or none where it is empty."""
        found = row[name]
        return found if isinstance(found, date) else None

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

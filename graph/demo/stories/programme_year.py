"""A programme's years: what was planned for each, and how many people its campaigns reached."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

ONE_DAY = timedelta(days=1)
YEARS = 3
"""So many years back, the running one included."""
BUDGET = (60, 900)
"""Thousands of the country's currency."""
REACHED = 40_000
"""People whom a programme's campaigns reach in a year, at most."""


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """The last years of each programme, written down as each began; of the running one nobody has counted yet."""
    this_year = telling.today.year
    for programme in telling.rows("programme"):
        first = telling.day(programme, "started_on")
        last = telling.today if programme["ended_on"] is None else telling.day(programme, "ended_on") - ONE_DAY
        for year in range(max(first.year, this_year - YEARS + 1), last.year + 1):
            yield telling.row(
                max(first, date(year, 1, 1)),
                None,
                programme_id=programme["id"],
                year=year,
                annual_budget=Decimal(telling.rng.randint(*BUDGET) * 1000),
                people_reached=telling.rng.randrange(REACHED) if year < this_year else None,
            )

"""Addresses: where each home has been; some families have moved once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from graph.demo.places import places_of
from graph.entities.home_form import SETTING_OF, HomeSetting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

MOVED = 0.3
"""Families that have lived somewhere else before."""
A_YEAR = timedelta(days=365)
NORTH, EAST = 6000, 17000
"""Hundredths of a degree: made up, like everything here."""


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """The address of today, and the one before where a family has moved."""
    places = places_of(telling.country)
    for home in telling.rows("home"):
        opened = telling.day(home, "opened_on")
        closed = None if home["closed_on"] is None else telling.day(home, "closed_on")
        is_family = SETTING_OF[str(home["form"])] == HomeSetting.FAMILY_BASED
        moved = telling.some_day(opened + A_YEAR, closed and closed - A_YEAR) if is_family else None
        if moved is None or telling.rng.random() > MOVED:
            yield _address(telling, home, str(home["locality"]), opened, closed)
        else:
            yield _address(telling, home, telling.rng.choice(places), opened, moved)
            yield _address(telling, home, str(home["locality"]), moved, closed)


def _address(telling: StoryTeller, home: RowCells, locality: str, began: date, ended: date | None) -> RowCells:
    return telling.row(
        began, ended, home_id=home["id"], locality=locality, latitude_e2=telling.rng.randint(-NORTH, NORTH),
        longitude_e2=telling.rng.randint(-EAST, EAST), started_on=began, ended_on=ended,
    )  # fmt: skip

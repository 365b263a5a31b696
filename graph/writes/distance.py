"""Where a home is on a day, and where the family of a child lived: what a distance is reckoned of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from graph.entities.spot import Spot
from graph.writes.draft import ONE

if TYPE_CHECKING:
    from graph.plan.sql.relation import Relation
    from graph.writes.draft import Sql
    from graph.writes.writing import Writing

ADDRESS = "home_address"


def home_on(writing: Writing, home: Relation, day: Sql) -> Spot:
    """Where a home is on a day, by its address of then, as far as the caller sees it.

    Args:
        writing: the statement.
        home: the home's row.
        day: the day.
    """
    row = writing.rows(ADDRESS)
    there = [
        *writing.within(ADDRESS, row),
        row.c.home_id == select(home.c.id).scalar_subquery(),
        row.c.started_on <= day,
        or_(row.c.ended_on.is_(None), row.c.ended_on > day),
    ]
    names = ("latitude_e2", "longitude_e2")
    place = select(*(row.c[name] for name in names)).select_from(row.clause).where(*there).limit(ONE)
    found = writing.read_rows("home_place", place, many=True)
    return Spot(*(_only(found, name) for name in names))


def family_of(writing: Writing, episode: Sql) -> Spot:
    """Where the family lived when a time in care began, as far as that is known.

    Args:
        writing: the statement.
        episode: its id.
    """
    row, names = writing.rows("care_episode"), ("family_latitude_e2", "family_longitude_e2")
    there = [*writing.within("care_episode", row), row.c.id == episode]
    place = select(*(row.c[name] for name in names)).select_from(row.clause).where(*there)
    found = writing.read_rows("family_place", place, many=True)
    return Spot(*(_only(found, name) for name in names))


def _only(found: Relation, name: str) -> Sql:
    return select(found.c[name]).select_from(found.clause).scalar_subquery()

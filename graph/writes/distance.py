"""How far a home is from a family's place, as the crow flies: places are known to a kilometre or so.

The arc between two points of a sphere, by the haversine: it is exact enough also for two villages beside each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Integer, case, cast, func, literal_column, select

from graph.declarations.fields import in_force
from graph.writes.draft import ONE

if TYPE_CHECKING:
    from graph.plan.sql.relation import Relation
    from graph.writes.draft import Sql
    from graph.writes.writing import Writing

ADDRESS = "home_address"
OF_A_DEGREE: Sql = literal_column("100.0")
WHOLE: Sql = literal_column("1.0")
TWO: Sql = literal_column("2.0")
DIAMETER: Sql = literal_column("12742.0")
"""The earth's, in kilometres."""


class Spot(NamedTuple):
    """Where something is, in hundredths of a degree north and east; empty where nobody knows."""

    latitude: Sql
    longitude: Sql


def kilometres(one: Spot, other: Spot) -> Sql:
    """How far two places are from each other, in whole kilometres; empty where one of them is not known."""
    north, north_there = _radians(one.latitude), _radians(other.latitude)
    rise = func.power(func.sin((north_there - north) / TWO), TWO)
    turn = func.power(func.sin((_radians(other.longitude) - _radians(one.longitude)) / TWO), TWO)
    share = rise + func.cos(north) * func.cos(north_there) * turn
    # Of two opposite points the share may be a hair above one; LEAST would make a one of what nobody knows.
    arc = func.asin(func.sqrt(case((share > WHOLE, WHOLE), else_=share)))
    return cast(func.round(DIAMETER * arc), Integer)


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
        in_force(row, day),
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


def _radians(hundredths: Sql) -> Sql:
    return func.radians(hundredths / OF_A_DEGREE)

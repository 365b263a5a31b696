"""How far two places are from each other, as the crow flies: places are known to a kilometre or so.

The arc between two points of a sphere, by the haversine: it is exact enough also for two villages beside each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, Double, Integer, case, cast, func, literal_column

if TYPE_CHECKING:
    from graph.declarations.frame import Sql

OF_A_DEGREE: ColumnElement[Any] = literal_column("100.0::float8", Double())
WHOLE: ColumnElement[Any] = literal_column("1.0")
TWO: ColumnElement[Any] = literal_column("2.0")
DIAMETER: ColumnElement[Any] = literal_column("12742.0")
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


def _radians(hundredths: Sql) -> Sql:
    return func.radians(hundredths / OF_A_DEGREE)

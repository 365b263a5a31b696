"""Days travel as they are: the driver takes the last one that there is, 9999-12-31, for infinity, and we do not.

A licence without end is valid until 9999-12-31, in files, in filters and in JSON. As infinity it would be another day
in each of them: PostgreSQL writes `infinity`, and finds no equal one.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncpg

    Connection = asyncpg.Connection[asyncpg.Record]

DAY_NOUGHT = date(2000, 1, 1).toordinal()
"""The day from which PostgreSQL counts."""
ALWAYS = -(2**31)
"""How PostgreSQL writes `-infinity`: of what has held from of old, which is the first day that Python knows."""


async def keep_days(connection: Connection) -> None:
    """Read and write days of a connection by their number; PostgreSQL is not asked anything."""
    await connection.set_type_codec("date", schema="pg_catalog", format="tuple", encoder=_number, decoder=_day)


def _number(day: Any) -> tuple[int]:  # noqa: ANN401 - the driver's: whatever is bound to a day
    return (ALWAYS if day == date.min else day.toordinal() - DAY_NOUGHT,)


def _day(number: tuple[int]) -> date:
    # What lies outside of Python's days, as `infinity` does, is the first or the last of them.
    return date.fromordinal(min(max(number[0] + DAY_NOUGHT, date.min.toordinal()), date.max.toordinal()))

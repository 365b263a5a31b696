"""Ages: how old somebody is, and on which day an age is reached.

Who was born on 29 February completes a year on 1 March of a common year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import TIMESTAMP, ColumnElement, Date, Integer, case, cast, func, literal_column

from countries.packs.keys import AGE_OF_MAJORITY

if TYPE_CHECKING:
    from graph.declarations.frame import Frame, Rows, Sql

ONE: ColumnElement[int] = literal_column("1", Integer)
OLDEST: ColumnElement[int] = literal_column("200", Integer)
"""Years that nobody is old: days so far from today are still days."""


def completed_years(born: Sql, day: Sql) -> ColumnElement[Any]:
    """The years that somebody has completed on a day; who was born on 29 February completes one on 1 March."""
    return cast(func.extract("year", func.age(cast(day, TIMESTAMP), cast(born, TIMESTAMP))), Integer)


def age_in_years(row: Any, today: ColumnElement[Any]) -> ColumnElement[Any]:  # noqa: ANN401 - table, alias or sub-select
    """Completed years of life, which end with a death; who was born on 29 February completes a year on 1 March."""
    # PostgreSQL's `least` passes over what is empty.
    return completed_years(row.c.birth_date, func.least(today, row.c.died_on))


def born_at_age(frame: Frame, age: Sql) -> tuple[Sql, Sql]:
    """The birth dates of the living who are so old today; a day more than these at the beginning."""
    years = cast(func.least(func.greatest(age, -OLDEST), OLDEST), Integer)
    return (
        cast(frame.today - func.make_interval(years + ONE), Date),
        cast(frame.today - func.make_interval(years), Date),
    )


def comes_of_age(frame: Frame, row: Rows) -> Sql:
    """The first day of the year of life after as many as the country has laid down; 1 March after a 29 February."""
    years = frame.policy(AGE_OF_MAJORITY, frame.today)
    days = cast(func.extract("day", row.c.birth_date), Integer) - ONE
    # From the first of the month, which each year has.
    day = cast(row.c.birth_date - days + func.make_interval(years), Date) + days
    return case((row.c.died_on.is_(None), day))


def born_to_come_of_age(frame: Frame, day: Sql) -> tuple[Sql, Sql]:
    """The birth dates of those who come of age on a day: those of 29 February do a day later than its calendar says."""
    before, after = (func.make_interval(frame.policy(AGE_OF_MAJORITY, frame.today)) for _ in range(2))
    return cast(day - ONE - before, Date), cast(day - after, Date)

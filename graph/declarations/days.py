"""What a day may be, said at its column: a fact or a plan, and whose life it lies in.

Everything that takes a day reads this: the input of a mutation (`graph/writes/inputs.py`) and its statement
(`graph/writes/keeping.py`), the rows of a file (`graph/bulk/days.py`), the rows of a synthetic country
(`graph/demo/days.py`). The expressions are the same for one row and for many.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, case, cast, func, literal_column

from graph.described import Described
from graph.reasons import Reason
from graph.refusals import Phrase, bad_input

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement

    from graph.refusals import Refusal

NEVER = date(9999, 12, 31)
"""What stands for the end of what has none, where a column says that it may (`endless`)."""
FIRST_DAY = date(1900, 1, 1)
"""Nobody of whom a federation of the twentieth century keeps a record was born before, and nothing of theirs began."""
BEGINS_WITHIN = 5
"""Years from today within which a plan begins."""
ENDS_WITHIN = 25
"""Years from today within which a plan ends: a stay may be planned until a newborn is grown up."""


class DatePrecision(Described):
    """How much of a day is known: of a birth, of a death."""

    DAY = "DAY", "The day itself is known."
    MONTH = "MONTH", "The month is known; the day is its first."
    YEAR = "YEAR", "The year is known; the day is its first."
    ESTIMATED = "ESTIMATED", "It is an estimate, as good as a year."


@dataclass(frozen=True, slots=True)
class Precision:
    """That a column says how much of a day is known; the two are there together, or neither.

    Attributes:
        of: the column of the day.
        noun: what a person calls the day.
    """

    of: str
    noun: str

    @property
    def apart(self) -> Refusal:
        """What is told where one of the two is missing."""
        sentence, noun = "A {day} and how much of it is known come together.", Phrase(self.noun)
        return bad_input(Reason.HALF_GIVEN, sentence, "Give both, or neither.", day=noun)


class When(Enum):
    """Whether a day has come."""

    FACT = "fact"
    """It has: today at the latest, in the country's time zone."""
    PLAN = "plan"
    """It may lie ahead, and not without an end."""
    MADE = "made"
    """Nobody gives it: it is copied from a day that has its rule, or worked out."""


@dataclass(frozen=True, slots=True)
class Days:
    """What the day of a column may be.

    Attributes:
        when: whether it has come.
        born: the links to the children who have been born by then; `id` for the child whose row it is.
        lives: the links to the children in whose life it lies, that is before they have died.
        after: the day of the same row that it comes after. It is the first day no longer there then, and empty while
            the row goes on.
        same_day: whether it may be that day itself: the row holds no night then, overlaps nothing, and stays on record.
        inside: the links to the rows within whose own days it lies: from their first one to the day before their end.
        owners: whether it lies in the life, or in the days, of whoever the row belongs to: the links above follow then
            (`living.py`).
        today: whether a new row has today where nobody says.
        endless: whether it may be `NEVER`, of what has no end; where it is empty nobody knows.
        closed: whether a row that goes on lies outside the days of one that has ended (`inside`): nothing ends it then.
        anothers: whether it is a day in the life of somebody else than the row is of, as a relative's birth: it stands
            in no timeline.
    """

    when: When
    born: tuple[str, ...] = ()
    lives: tuple[str, ...] = ()
    after: str | None = None
    same_day: bool = False
    inside: tuple[str, ...] = ()
    owners: bool = False
    today: bool = False
    endless: bool = False
    closed: bool = False
    anothers: bool = False

    def latest(self, today: date) -> date:
        """The last day that it may be."""
        if self.when is not When.PLAN:
            return today
        return _years_on(today, self.within)

    @property
    def within(self) -> int:
        """Years within which a plan lies."""
        return BEGINS_WITHIN if self.after is None else ENDS_WITHIN


OWN = ("id",)
MADE = Days(When.MADE)


def _years_on(day: date, years: int) -> date:
    """The same day so many years later; 28 February for a leap day that is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


# Whose life a day lies in. An empty birth date, or day of death, refuses nothing: it is not known, or has not come.

BIRTH, DEATH = ("birth_date",), ("died_on", "died_on_precision")
LIFE = (*BIRTH, *DEATH)
"""The columns of a child that the expressions below read."""
DIED = "died_on"
PERIODS: Mapping[str, str] = {"MONTH": "1 month", "YEAR": "1 year", "ESTIMATED": "1 year"}
"""How long the time is of which only the first day is on record; an estimate is as good as a year."""


def is_born(child: Any, day: ColumnElement[Any]) -> ColumnElement[bool]:  # noqa: ANN401 - table, alias or sub-select
    """Whether a child has been born by a day; of a birth known to a month or a year its first day counts."""
    born: ColumnElement[bool] = child.c.birth_date.is_(None) | (child.c.birth_date <= day)
    return born


def last_day(row: Any, name: str, today: ColumnElement[Any]) -> ColumnElement[Any]:  # noqa: ANN401 - as above
    """The last day that a fact may mean: of one known to a month or a year the last day of it that has come.

    Args:
        row: table, alias or sub-select.
        name: the column of the first day; the one that ends in `_precision` says how much of it is known.
        today: today's date in the country.
    """
    first, precision = row.c[name], row.c[f"{name}_precision"]
    ends = [
        (precision == literal_column(f"'{known}'"), cast(first + literal_column(f"interval '{period} -1 day'"), Date))
        for known, period in PERIODS.items()
    ]
    last: ColumnElement[Any] = func.least(case(*ends, else_=first), today)
    return last


def is_alive(child: Any, day: ColumnElement[Any], today: ColumnElement[Any]) -> ColumnElement[bool]:  # noqa: ANN401 - as above
    """Whether a day is none after a child's death; the day of the death is its last."""
    alive: ColumnElement[bool] = child.c.died_on.is_(None) | (day <= last_day(child, DIED, today))
    return alive


def has_ended(child: Any, end: ColumnElement[Any], today: ColumnElement[Any]) -> ColumnElement[bool]:  # noqa: ANN401 - as above
    """Whether what a child's life bounds has ended with it: `end` is the first day no longer there, empty for none."""
    over = end.is_not(None) & (end <= last_day(child, DIED, today) + literal_column("1"))
    ended: ColumnElement[bool] = child.c.died_on.is_(None) | over
    return ended


# The own days of a row: from the first one to the day before the end, which is empty while it goes on.


def is_inside(
    row: Any,  # noqa: ANN401 - as above
    span: tuple[str, str],
    day: ColumnElement[Any],
    *,
    ends: bool,
    until: ColumnElement[Any] | None = None,
) -> ColumnElement[bool]:
    """Whether a day is one of a row's own; of an end, whether it comes, and no later than the row's.

    What holds no night lies at the edge of days, too; and of those of a row that holds none, the first is its own.

    Args:
        row: table, alias or sub-select.
        span: from `span_of`.
        day: the day.
        ends: whether it is the first day no longer there.
        until: of a first day, the end of what begins then, where that may hold no night.
    """
    begin, end = (row.c[name] for name in span)
    if ends:
        until_then: ColumnElement[bool] = end.is_(None) | (day.is_not(None) & (day <= end))
        return until_then
    at_edge = day == begin if until is None else until.is_not(None) & (day <= end) & (until == day)
    inside: ColumnElement[bool] = (begin <= day) & (end.is_(None) | (day < end) | at_edge)
    return inside

"""A period as parameters of a statement: its numbers, its days as far as they have come, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import orjson

from countries.calendars import with_calendar
from graph.errors import BadUserInput
from graph.indicators.period import Period, PeriodError
from graph.kinds.kind import Kind
from graph.plan.arguments import PERIODS, first_alike
from graph.plan.context import bad_input
from graph.plan.tree import Value
from graph.plan.values import FromBoth

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from graph.plan.context import Planning
    from graph.plan.selection import Field
    from graph.plan.values import Path, Scope
    from graph.plan.view import View

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """A period as parameters.

    Attributes:
        slot: the argument that names it.
        path: the field that an error belongs to.
        year: of the calendar.
        quarter: where the period is a quarter.
        month: where it is a month.
        first: its first day.
        last: its last day; today, where it still runs.
        after: the day after that.
    """

    slot: int
    path: Path
    year: Value
    quarter: Value | None
    month: Value | None
    first: Value
    last: Value
    after: Value

    @property
    def is_brief(self) -> bool:
        """Whether the period is a quarter or a month."""
        return self.quarter is not None or self.month is not None

    def told(self, view: View) -> Value:
        """What a report answers of its period, as JSON."""

        def answer(period: Period, today: date) -> bytes:
            return orjson.dumps(view.of(_told(period, today)))

        return _value(self.slot, self.path, Kind.JSON, answer)


def read_days(planning: Planning, selected: Field, name: str, path: Path) -> Days | None:
    """The period that an argument names; nothing where it is not given.

    Raises:
        BadUserInput: it is a quarter and a month.
    """
    slot, given = planning.argument(selected, name)
    if not isinstance(given, dict):
        return None
    if given.get("quarter") is not None and given.get("month") is not None:
        raise bad_input("A period is a quarter or a month, not both.", "Leave one of them out.", path, slot, ("month",))

    named = [number for number, one in enumerate(planning.slots) if one.name in PERIODS]
    first = first_alike(named, planning.values, given)
    if first not in planning.periods:
        planning.periods[first] = _days(given, slot, path)
    return planning.periods[first]


def _days(given: dict[str, object], slot: int, path: Path) -> Days:
    has_quarter, has_month = given.get("quarter") is not None, given.get("month") is not None

    def value(kind: Kind, part: Callable[[Period, date], object]) -> Value:
        return _value(slot, path, kind, part)

    return Days(
        slot,
        path,
        year=value(Kind.INTEGER, lambda period, _: period.year),
        quarter=value(Kind.INTEGER, lambda period, _: period.quarter) if has_quarter else None,
        month=value(Kind.INTEGER, lambda period, _: period.month) if has_month else None,
        first=value(Kind.DATE, lambda period, _: period.first),
        last=value(Kind.DATE, _last),
        after=value(Kind.DATE, lambda period, today: _last(period, today) + ONE_DAY),
    )


def _value(slot: int, path: Path, kind: Kind, part: Callable[[Period, date], object]) -> Value:
    def convert(given: object, scope: Scope) -> object:
        return part(_begun(given, scope), scope.today)

    return Value(kind, FromBoth(slot, convert, path))


def _begun(given: object, scope: Scope) -> Period:
    """The period that an input names, if it has begun; one that is refused may be of another calendar."""
    named = given if isinstance(given, dict) else {}
    try:
        period = Period.of(named["year"], named.get("quarter"), named.get("month"))
    except PeriodError as error:
        hint = error.hint if error.part == "quarter" else with_calendar(error.hint, scope.country)
        raise BadUserInput(str(error), hint, steps=(error.part,)) from None
    if period.first > scope.today:
        hint = with_calendar("Ask for one whose first day has come.", scope.country)
        raise BadUserInput("The period has not begun.", hint)
    return period


def _last(period: Period, today: date) -> date:
    return min(period.last, today)


def _told(period: Period, today: date) -> dict[str, object]:
    last = _last(period, today)
    return {
        "year": period.year,
        "quarter": period.quarter,
        "month": period.month,
        "label": period.label,
        "firstDay": period.first.isoformat(),
        "lastDay": last.isoformat(),
    }

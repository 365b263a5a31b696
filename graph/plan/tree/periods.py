"""A period as parameters of a statement: its numbers, its days as far as they have come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import orjson

from graph.calendars import with_calendar
from graph.errors import BadUserInput
from graph.indicators.period import Period, PeriodError
from graph.kinds.kind import Kind
from graph.plan.tree.sources import FromBoth
from graph.plan.tree.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from graph.plan.tree.sources import Path, Scope
    from graph.plan.tree.view import View


ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PeriodDays:
    """A period as parameters.

    Attributes:
        slot: the argument that names it.
        steps: where in that, where it names several.
        path: the field that an error belongs to.
        year: of the calendar.
        quarter: where the period is a quarter.
        month: where it is a month.
        first: its first day.
        last: its last day; today, where it still runs.
        after: the day after that.
    """

    slot: int
    steps: Path
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

        return value_of((self.slot, self.steps), self.path, Kind.JSON, answer)


def value_of(place: tuple[int, Path], path: Path, kind: Kind, part: Callable[[Period, date], object]) -> Value:
    """What a part of a period is, on the day of the request; `place` is the argument that names it, and where in it."""
    slot, steps = place

    def convert(given: object, scope: Scope) -> object:
        return part(_begun(given, scope), scope.today)

    return Value(kind, FromBoth(slot, convert, path, steps))


def _begun(given: object, scope: Scope) -> Period:
    """The period that an input names, if it has begun; one that is refused may be of another calendar."""
    named = given if isinstance(given, dict) else {}
    try:
        period = Period.of(named["year"], named.get("quarter"), named.get("month"))
    except PeriodError as error:
        told = error.refusal
        wrong = BadUserInput(told.sentence, told.advice, steps=(error.part,), params=told.params)
        raise (wrong if error.part == "quarter" else with_calendar(wrong, scope.country)) from None
    if period.first > scope.today:
        early = BadUserInput("The period has not begun.", "Ask for one whose first day has come.")
        raise with_calendar(early, scope.country)
    return period


def last_day(period: Period, today: date) -> date:
    """Its last day that has come."""
    return min(period.last, today)


def _told(period: Period, today: date) -> dict[str, object]:
    last = last_day(period, today)
    return {
        "year": period.year,
        "quarter": period.quarter,
        "month": period.month,
        "label": period.label,
        "firstDay": period.first.isoformat(),
        "lastDay": last.isoformat(),
    }

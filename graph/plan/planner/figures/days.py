"""A period as parameters of a statement: its numbers, its days as far as they have come, and what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.indicators.period import Period
from graph.kinds.kind import Kind
from graph.plan.planner.context import bad_input
from graph.plan.read.arguments import PERIODS, first_alike, periods_given
from graph.plan.tree.periods import ONE_DAY, PeriodDays, last_day, value_of
from graph.plan.tree.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from graph.plan.planner.context import Planning
    from graph.plan.read.operation import Field
    from graph.plan.tree.sources import Path

MOST_COMPARED = 10
"""Periods that one report is compared with."""


def read_days(planning: Planning, selected: Field, name: str, path: Path) -> PeriodDays | None:
    """The period that an argument names; nothing where it is not given.

    Raises:
        BadUserInput: it is a quarter and a month.
    """
    slot, given = planning.argument(selected, name)
    return _read(planning, given, (slot, ()), path) if isinstance(given, dict) else None


def read_several(planning: Planning, selected: Field, name: str, path: Path) -> tuple[PeriodDays, ...]:
    """The periods that an argument lists.

    Raises:
        BadUserInput: one is a quarter and a month, is there twice, or they are too many.
    """
    slot, given = planning.argument(selected, name)
    if not isinstance(given, list):
        return ()
    if len(given) > MOST_COMPARED:
        message, hint = "At most {limit} periods are compared with.", "Ask for the others in another field."
        raise bad_input(message, hint, path, slot, (MOST_COMPARED,), params=(("limit", MOST_COMPARED),))
    for place, one in enumerate(given):
        if one in given[:place]:
            raise bad_input("A period is compared with twice.", "Name it once.", path, slot, (place,))
    return tuple(_read(planning, one, (slot, (place,)), path) for place, one in enumerate(given))


def _read(planning: Planning, given: dict[str, object], place: tuple[int, Path], path: Path) -> PeriodDays:
    if given.get("quarter") is not None and given.get("month") is not None:
        message, hint = "A period is a quarter or a month, not both.", "Leave one of them out."
        raise bad_input(message, hint, path, place[0], (*place[1], "month"))
    named = [number for number, one in enumerate(planning.slots) if one.name in PERIODS]
    first = first_alike(periods_given(named, planning.values), given)
    if first not in planning.periods:
        planning.periods[first] = _days(given, place, path)
    return planning.periods[first]


def _days(given: dict[str, object], place: tuple[int, Path], path: Path) -> PeriodDays:
    has_quarter, has_month = given.get("quarter") is not None, given.get("month") is not None

    def value(kind: Kind, part: Callable[[Period, date], object]) -> Value:
        return value_of(place, path, kind, part)

    return PeriodDays(
        *place,
        path,
        year=value(Kind.INTEGER, lambda period, _: period.year),
        quarter=value(Kind.INTEGER, lambda period, _: period.quarter) if has_quarter else None,
        month=value(Kind.INTEGER, lambda period, _: period.month) if has_month else None,
        first=value(Kind.DATE, lambda period, _: period.first),
        last=value(Kind.DATE, last_day),
        after=value(Kind.DATE, lambda period, today: last_day(period, today) + ONE_DAY),
    )

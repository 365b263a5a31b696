"""A period as parameters of a statement: its numbers, its days as far as they have come, and what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.indicators.period import Period
from graph.kinds.kind import Kind
from graph.plan.planner.context import bad_input
from graph.plan.read.arguments import PERIODS, first_alike
from graph.plan.tree.periods import ONE_DAY, PeriodDays, last_day, value_of
from graph.plan.tree.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from graph.plan.planner.context import Planning
    from graph.plan.read.operation import Field
    from graph.plan.tree.sources import Path


def read_days(planning: Planning, selected: Field, name: str, path: Path) -> PeriodDays | None:
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


def _days(given: dict[str, object], slot: int, path: Path) -> PeriodDays:
    has_quarter, has_month = given.get("quarter") is not None, given.get("month") is not None

    def value(kind: Kind, part: Callable[[Period, date], object]) -> Value:
        return value_of(slot, path, kind, part)

    return PeriodDays(
        slot,
        path,
        year=value(Kind.INTEGER, lambda period, _: period.year),
        quarter=value(Kind.INTEGER, lambda period, _: period.quarter) if has_quarter else None,
        month=value(Kind.INTEGER, lambda period, _: period.month) if has_month else None,
        first=value(Kind.DATE, lambda period, _: period.first),
        last=value(Kind.DATE, last_day),
        after=value(Kind.DATE, lambda period, today: last_day(period, today) + ONE_DAY),
    )

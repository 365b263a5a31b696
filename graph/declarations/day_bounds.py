"""What is wrong with a day by itself, and which days of a model lean on whose life."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from graph.reasons import Reason
from graph.refusals import Named, bad_input

if TYPE_CHECKING:
    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel
    from graph.refusals import Refusal
from graph.declarations.days import FIRST_DAY, NEVER, When


def bounds_fault(column: Column, day: date, today: date) -> Refusal | None:
    """What is wrong with a day by itself; nothing where it lies within its bounds.

    Args:
        column: whose day it is.
        day: the day.
        today: today's date in the country.
    """
    rule = column.day
    if rule is None or rule.when is When.MADE:
        return None
    noun = _noun(column)
    if day < FIRST_DAY:
        return bad_input(
            Reason.DAY_TOO_EARLY, "The {field} lies before {year}.", "Check the year.", field=noun, year=FIRST_DAY.year
        )
    if day <= rule.latest(today) or (rule.endless and day == NEVER):
        return None
    if rule.when is When.FACT:
        return bad_input(Reason.DAY_IN_FUTURE, "The {field} lies in the future.", "Check the day.", field=noun)
    ahead = "The {field} lies more than {years} years ahead."
    return bad_input(Reason.DAY_TOO_FAR, ahead, "Check the year.", field=noun, years=rule.within)


def _noun(column: Column) -> Named:
    """`birth date` for `birth_date`, and `day` for whatever is only said to be on one."""
    return Named(column.label if column.name.endswith("_date") else "day")


def span_of(entity: EntityModel) -> tuple[str, str]:
    """The columns of a row's first day, and of the day that it ends on."""
    ((end, begin),) = ((each.name, each.day.after) for each in entity.stored.values() if each.day and each.day.after)
    return begin, end


def end_of(entity: EntityModel, name: str) -> str:
    """The column of the end of what begins on a day, where it may end on the same one; nothing of every other day."""
    ends = (each for each in entity.stored.values() if each.day is not None and each.day.after == name)
    return next((each.name for each in ends if each.day is not None and each.day.same_day), "")

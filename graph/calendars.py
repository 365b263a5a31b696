"""The sentence that goes with a day that is refused, in a country where it may be of another calendar."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

from countries.register.calendars import calendars
from graph.refusals import Phrase, Spoken

if TYPE_CHECKING:
    from graph.errors import HearthError
    from graph.refusals import Refusal

    Advising = TypeVar("Advising", HearthError, Refusal)
else:
    Advising = TypeVar("Advising")

OF_ONE = "Days here are of the Gregorian calendar, not of {calendar}."
OF_TWO = "Days here are of the Gregorian calendar, not of {calendar}, nor of {another}."
"""The most that a country of the register has."""


@cache
def calendar_advice(code: str | None) -> Spoken | None:
    """What to tell whoever writes a day that is refused, in a country.

    Args:
        code: ISO 3166-1 alpha-2; nothing for a caller of no country.

    Returns:
        A sentence; nothing where the country writes Gregorian days alone.
    """
    named = [Phrase(each.known_by) for each in calendars().get(code or "", ())]
    if not named:
        return None
    params = tuple(zip(("calendar", "another"), named, strict=False))
    return Spoken(OF_ONE if len(named) == 1 else OF_TWO, params)


def with_calendar(refused: Advising, code: str | None) -> Advising:
    """What is told of a day that is refused, and the calendar that may have been meant."""
    advice = calendar_advice(code)
    return refused if advice is None else refused.advising(advice)

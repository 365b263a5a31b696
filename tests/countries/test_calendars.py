from __future__ import annotations

import pytest

from countries.register.calendars import KNOWN_BY, Calendar, calendar_hint, calendars, with_calendar
from countries.register.register import load_register


def test_every_country_with_a_calendar_is_registered() -> None:
    """A line names a country of the register, and the lines stand in the order of their codes."""
    assert set(calendars()) <= set(load_register())
    assert list(calendars()) == sorted(calendars())


def test_every_calendar_has_its_words() -> None:
    """A calendar that a line may name has a name and what strikes of it."""
    assert set(KNOWN_BY) == set(Calendar)


@pytest.mark.parametrize(
    ("code", "name"), [("NP", "Bikram Sambat"), ("ET", "Ethiopian"), ("TH", "Buddhist"), ("AF", "Solar Hijri")]
)
def test_a_country_with_a_calendar_of_its_own(code: str, name: str) -> None:
    """The hint of a day names the calendar that it may have been meant in."""
    assert name in calendar_hint(code)
    assert with_calendar("Check the day.", code).startswith("Check the day. Days here are of the Gregorian calendar")


@pytest.mark.parametrize("code", ["BE", "KE", None])
def test_a_country_without_one(code: str | None) -> None:
    """Where days are Gregorian alone, no hint speaks of calendars."""
    assert not calendar_hint(code)
    assert with_calendar("Check the day.", code) == "Check the day."


def test_a_hint_names_a_calendar_once() -> None:
    """A hint that has it already stays as it is."""
    once = with_calendar("Check the day.", "NP")
    assert with_calendar(once, "NP") == once

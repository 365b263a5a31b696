from __future__ import annotations

import pytest

from countries.register.calendars import KNOWN_BY, MOST, Calendar, calendars
from countries.register.register import load_register
from graph.calendars import calendar_advice, with_calendar
from graph.reasons import Reason
from graph.refusals import bad_input

REFUSED = bad_input(Reason.DAY_IN_FUTURE, "The day lies in the future.", "Check the day.")


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
    assert name in str(calendar_advice(code))
    assert with_calendar(REFUSED, code).hint.startswith("Check the day. Days here are of the Gregorian calendar")


@pytest.mark.parametrize("code", ["BE", "KE", None])
def test_a_country_without_one(code: str | None) -> None:
    """Where days are Gregorian alone, no hint speaks of calendars."""
    assert calendar_advice(code) is None
    assert with_calendar(REFUSED, code).hint == "Check the day."


def test_a_hint_names_a_calendar_once() -> None:
    """A hint that has it already stays as it is."""
    once = with_calendar(REFUSED, "NP")
    assert with_calendar(once, "NP") == once


def test_a_sentence_names_all_that_a_country_has() -> None:
    """No country has more calendars than the sentence has places for."""
    assert max(map(len, calendars().values())) <= MOST

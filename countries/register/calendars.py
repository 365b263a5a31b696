"""The calendars that countries use beside the Gregorian one: what a day that is refused may have been meant in.

`calendars.csv` has one line for each calendar of a country, sorted by code:

    code      ISO 3166-1 alpha-2, of a country of the register
    calendar  one of `Calendar`
    source    where it comes from, and how certain it is

A country without a line writes Gregorian days alone. No day is converted: a wrong guess would be a wrong birth date.
"""

from __future__ import annotations

import csv
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = Path(__file__).with_name("calendars.csv")
MOST = 2
"""Calendars of one country: a sentence names that many (`graph/calendars.py`)."""


class Calendar(StrEnum):
    """A calendar of daily life or of official papers, other than the Gregorian."""

    BANGLA = "BANGLA"
    BIKRAM_SAMBAT = "BIKRAM_SAMBAT"
    BUDDHIST = "BUDDHIST"
    ETHIOPIAN = "ETHIOPIAN"
    HEBREW = "HEBREW"
    JAPANESE_ERA = "JAPANESE_ERA"
    SAKA = "SAKA"
    SOLAR_HIJRI = "SOLAR_HIJRI"

    @property
    def known_by(self) -> str:
        """Its name, and what of it strikes whoever takes its days for Gregorian ones."""
        return KNOWN_BY[self]


KNOWN_BY: Mapping[Calendar, str] = {
    Calendar.BANGLA: "the Bangla calendar, whose years are 593 or 594 lower",
    Calendar.BIKRAM_SAMBAT: "Bikram Sambat, whose years are 56 or 57 higher and whose months have up to 32 days",
    Calendar.BUDDHIST: "the Buddhist Era, whose years are 543 or 544 higher",
    Calendar.ETHIOPIAN: "the Ethiopian calendar, whose years are 7 or 8 lower and have a thirteenth month",
    Calendar.HEBREW: "the Hebrew calendar, whose years are 3760 or 3761 higher, some with a thirteenth month",
    Calendar.JAPANESE_ERA: "the Japanese eras, whose years are counted anew with each emperor",
    Calendar.SAKA: "the Saka calendar, whose years are 78 or 79 lower",
    Calendar.SOLAR_HIJRI: "the Solar Hijri calendar, whose years are 621 or 622 lower",
}


@cache
def calendars() -> Mapping[str, tuple[Calendar, ...]]:
    """The calendars of each country that has one, by the country's code.

    Raises:
        ValueError: a line names a calendar that is not known here, or a country has more than two.
    """
    found: dict[str, tuple[Calendar, ...]] = {}
    with _FILE.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            found[line["code"]] = (*found.get(line["code"], ()), Calendar(line["calendar"]))
    if any(len(each) > MOST for each in found.values()):
        message = f"a country of {_FILE.name} has more than {MOST} calendars"
        raise ValueError(message)
    return found

"""What a country has laid down, on a day: dated data, never an `if` on a country's code.

`policies.csv` has one line for each time that a policy of a country holds, sorted by code, key and first day:

    code       ISO 3166-1 alpha-2
    key        which policy: one of `POLICIES`
    from_day   the first day on which it holds; empty where it always has
    until_day  the first day on which it no longer does; empty where it holds to this day
    whole      what it says, in the unit of its policy
    source     where that is laid down

What the register of countries says of today stands there alone, and holds from where the lines here end: the age of
majority. A line says what it was before. No two lines of a policy hold on one day.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from countries.register.register import Register

_FILE = Path(__file__).with_name("policies.csv")
_COLUMNS = ("code", "key", "from_day", "until_day", "whole", "source")
ALWAYS = date(1, 1, 1)
"""The first day of what has always been so."""


class PolicyError(ValueError):
    """A fault of `policies.csv`; it names the line, counted from 1, and the column."""

    def __init__(self, fault: str, line: int, column: str) -> None:
        super().__init__(f"policies of countries, line {line}, column {column}: {fault}")
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class CountryPolicy:
    """A thing that every country lays down.

    Attributes:
        key: in snake_case, unique.
        doc: what it says, with its unit.
        least: the smallest number that can be meant.
        most: the largest one.
    """

    key: str
    doc: str
    least: int
    most: int


AGE_OF_MAJORITY = CountryPolicy("age_of_majority", "Age in years at which the law calls a person adult.", 15, 21)
POLICIES: Mapping[str, CountryPolicy] = {each.key: each for each in (AGE_OF_MAJORITY,)}


@dataclass(frozen=True, slots=True)
class LaidDown:
    """What a policy of a country says for a time, from the first day to the day before the last one.

    Attributes:
        code: the country.
        key: the policy.
        from_day: the first day.
        until_day: the first day no longer; none where it holds to this day.
        whole: what it says.
        source: where that is laid down.
    """

    code: str
    key: str
    from_day: date
    until_day: date | None
    whole: int
    source: str


def load_policies(register: Register, path: Path | None = None) -> tuple[LaidDown, ...]:
    """Read and check all of it, by code, key and first day; without a path, the file of this package.

    Raises:
        PolicyError: the file has a fault; the error names line and column.
        OSError: the file cannot be read.
    """
    with (path or _FILE).open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, strict=True))
    if not lines or tuple(lines[0]) != _COLUMNS:
        fault = f"the first line must read {','.join(_COLUMNS)}"
        raise PolicyError(fault, 1, _COLUMNS[0])
    said = [_read(number, cells, register) for number, cells in enumerate(lines[1:], start=2)]
    _check_times(said)
    return tuple(sorted((*said, *_of_today(register, said)), key=lambda each: (each.code, each.key, each.from_day)))


def _read(line: int, cells: list[str], register: Register) -> LaidDown:
    if len(cells) != len(_COLUMNS):
        fault = f"a line has {len(_COLUMNS)} cells and this one has {len(cells)}"
        raise PolicyError(fault, line, _COLUMNS[min(len(cells), len(_COLUMNS) - 1)])
    code, key, from_day, until_day, whole, source = cells
    if code not in register:
        raise PolicyError("must be the code of a country of the register", line, "code")
    if key not in POLICIES:
        raise PolicyError(f"must be one of {', '.join(POLICIES)}", line, "key")
    begins = _day(from_day, line, "from_day") or ALWAYS
    ends = _day(until_day, line, "until_day")
    if ends is not None and ends <= begins:
        raise PolicyError("must lie after the first day", line, "until_day")
    if ends is None and key == AGE_OF_MAJORITY.key:
        raise PolicyError("the register of countries says what holds today: say until when this did", line, "until_day")
    policy = POLICIES[key]
    if not whole.isascii() or not whole.isdigit() or not policy.least <= int(whole) <= policy.most:
        raise PolicyError(f"must be a whole number from {policy.least} to {policy.most}", line, "whole")
    if not source.strip() or source != source.strip():
        raise PolicyError("say where it is laid down", line, "source")
    return LaidDown(code, key, begins, ends, int(whole), source)


def _day(cell: str, line: int, column: str) -> date | None:
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        raise PolicyError("must be a day, such as 2022-04-01, or empty", line, column) from None


def _check_times(said: list[LaidDown]) -> None:
    for line, (before, after) in enumerate(pairwise(said), start=3):
        here = (after.code, after.key, after.from_day)
        if here <= (before.code, before.key, before.from_day):
            raise PolicyError("lines are sorted by code, key and first day, each at most once", line, "from_day")
        same = (before.code, before.key) == here[:2]
        if same and (before.until_day is None or before.until_day > after.from_day):
            raise PolicyError("the line before holds on that day still", line, "from_day")


def _of_today(register: Register, said: list[LaidDown]) -> Iterator[LaidDown]:
    """What the register of countries says, from where the file ends."""
    ended = {
        code: list(times)[-1].until_day
        for code, times in groupby((each for each in said if each.key == AGE_OF_MAJORITY.key), lambda each: each.code)
    }
    for country in register.values():
        first = ended.get(country.code) or ALWAYS
        source = "the register of countries"
        yield LaidDown(country.code, AGE_OF_MAJORITY.key, first, None, country.age_of_majority, source)

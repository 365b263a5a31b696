"""What countries have laid down: every line is checked, and on each day at most one thing holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from countries.register.policies import AGE_OF_MAJORITY, ALWAYS, POLICIES, PolicyError, load_policies

if TYPE_CHECKING:
    from pathlib import Path

    from countries.register.policies import LaidDown
    from countries.register.register import Register

HEADER = "code,key,from_day,until_day,whole,source"
JAPAN = "JP,age_of_majority,,2022-04-01,20,Civil Code"


def written(folder: Path, *lines: str) -> Path:
    """A file of these lines."""
    path = folder / "policies.csv"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def on(said: tuple[LaidDown, ...], code: str, day: date) -> list[int]:
    """What holds of the age of majority in a country on a day."""
    return [
        each.whole
        for each in said
        if (each.code, each.key) == (code, AGE_OF_MAJORITY.key)
        and each.from_day <= day
        and (each.until_day is None or day < each.until_day)
    ]


def test_every_country_has_one_age_of_majority_on_every_day(register: Register) -> None:
    """Today it is the register's; what it was before is a line of the file."""
    said = load_policies(register)
    for code, country in register.items():
        assert on(said, code, date(2026, 11, 23)) == [country.age_of_majority]
        for day in (ALWAYS, date(2000, 1, 1), date(2013, 7, 1), date(2022, 3, 31), date(2022, 4, 1)):
            assert len(on(said, code, day)) == 1
    assert (on(said, "JP", date(2022, 3, 31)), on(said, "JP", date(2022, 4, 1))) == ([20], [18])
    assert {each.key for each in said} <= POLICIES.keys()


@pytest.mark.parametrize(
    ("lines", "line", "column"),
    [
        ((), 1, "code"),
        (("code,key",), 1, "code"),
        ((HEADER, "JP,age_of_majority"), 2, "from_day"),
        ((HEADER, JAPAN.replace("JP", "ZZ")), 2, "code"),
        ((HEADER, JAPAN.replace("age_of", "hour_of")), 2, "key"),
        ((HEADER, JAPAN.replace("2022-04-01", "April 2022")), 2, "until_day"),
        ((HEADER, JAPAN.replace(",,", ",2022-04-01,")), 2, "until_day"),
        ((HEADER, JAPAN.replace("2022-04-01", "")), 2, "until_day"),
        ((HEADER, JAPAN.replace("20,", "twenty,")), 2, "whole"),
        ((HEADER, JAPAN.replace("20,", "99,")), 2, "whole"),
        ((HEADER, JAPAN.replace("Civil Code", "")), 2, "source"),
        ((HEADER, JAPAN, JAPAN), 3, "from_day"),
        ((HEADER, JAPAN, "JP,age_of_majority,2022-01-01,2023-01-01,19,Civil Code"), 3, "from_day"),
        ((HEADER, JAPAN, "BE,age_of_majority,,1990-05-01,21,Civil Code"), 3, "from_day"),
    ],
)
def test_a_fault_names_its_line_and_column(
    register: Register, tmp_path: Path, lines: tuple[str, ...], line: int, column: str
) -> None:
    """A file with a fault lays down nothing."""
    with pytest.raises(PolicyError) as raised:
        load_policies(register, written(tmp_path, *lines))
    assert (raised.value.line, raised.value.column) == (line, column)


def test_what_a_line_says_ends_where_the_next_begins(register: Register, tmp_path: Path) -> None:
    """The register says what holds from the end of the last line."""
    between = "JP,age_of_majority,2022-04-01,2024-01-01,19,made up"
    said = load_policies(register, written(tmp_path, HEADER, JAPAN, between))
    days = [date(2022, 3, 31), date(2022, 4, 1), date(2023, 12, 31), date(2024, 1, 1)]
    assert [on(said, "JP", day) for day in days] == [[20], [19], [19], [18]]

from __future__ import annotations

from datetime import date
from statistics import mean, median

import asyncpg
import pytest
from click import Choice

from countries.connections.address import Address
from countries.register.register import Register
from countries.tenancy.logins import OPERATOR
from graph.cli import seed as command
from graph.demo import seed
from graph.demo.sizes import LEAST, MEDIAN, MOST, Sizes, sizes_of, skewed_sizes, still_countries
from graph.errors import BadUserInput

TODAY = date(2026, 11, 22)
LEAP_DAY = date(2024, 2, 29)
SEEDS = (1, 2, 3)
MOVED = "SELECT country_code, count(*) FROM placement WHERE started_on >= $1 OR ended_on >= $1 GROUP BY 1"
LIVING = """
SELECT country_code, count(*) FROM placement WHERE started_on < $1 AND (ended_on IS NULL OR ended_on > $1) GROUP BY 1
"""


@pytest.mark.parametrize("number", SEEDS)
def test_sizes_are_skewed(register: Register, number: int) -> None:
    """Half of the countries have fewer than 300 children, from 5 to 5,000, and the mean is far above."""
    sizes = sorted(skewed_sizes(register, number).values())
    assert len(sizes) == len(register)
    assert (sizes[0], median(sizes), sizes[-1]) == (LEAST, MEDIAN, MOST) == (5, 300, 5_000)
    assert mean(sizes) > 1.5 * MEDIAN
    assert sum(size < 100 for size in sizes) > 20


def test_the_seed_alone_decides(register: Register) -> None:
    """The same seed draws the same sizes, in whatever order the register is read; another one draws others."""
    first = skewed_sizes(register, 1)
    assert skewed_sizes(reversed(list(register)), 1) == first
    assert skewed_sizes(register, 2) != first
    assert sorted(skewed_sizes(register, 2).values()) == sorted(first.values())
    assert still_countries(register, 1) == still_countries(reversed(list(register)), 1) != still_countries(register, 2)


def test_a_size_does_not_hang_on_who_is_filled_beside_it(register: Register) -> None:
    """A country alone is as large, and as still, as among all of them."""
    every, still = sizes_of(register, register, None, 4, Sizes.SKEWED)
    for code in register:
        alone = sizes_of([code], register, None, 4, Sizes.SKEWED)
        assert alone == ({code: every[code]}, still & {code})


@pytest.mark.parametrize("number", SEEDS)
def test_some_countries_of_all_sizes_stand_still(register: Register, number: int) -> None:
    """One in twelve; small ones and large ones are among them."""
    sizes, still = skewed_sizes(register, number), still_countries(register, number)
    assert len(register) // 12 <= len(still) <= len(register) // 12 + 1
    assert min(sizes[code] for code in still) < MEDIAN / 2 < 2 * MEDIAN < max(sizes[code] for code in still)


def test_even_sizes_are_as_they_were(register: Register) -> None:
    """So many in each as somebody says, or a hundred; nobody stands still."""
    assert sizes_of(["BE", "KE"], register, 7, 1) == ({"BE": 7, "KE": 7}, frozenset())
    assert sizes_of(["BE"], register, None, 1) == ({"BE": 100}, frozenset())


def test_a_number_that_would_not_be_heeded_is_refused(register: Register) -> None:
    """Whoever says how many children there are has not asked for a draw."""
    with pytest.raises(BadUserInput, match="--children") as refusal:
        sizes_of(["BE"], register, 100, 1, Sizes.SKEWED)
    assert "Leave out" in refusal.value.hint


def test_the_command_offers_every_way() -> None:
    """What `--sizes` takes is what there is."""
    (option,) = [each for each in command.params if each.name == "sizes"]
    assert isinstance(option.type, Choice)
    assert list(option.type.choices) == list(Sizes)


@pytest.mark.parametrize("today", [TODAY, LEAP_DAY])
async def test_nobody_comes_or_leaves_where_a_country_stands_still(
    empty: Address, register: Register, today: date
) -> None:
    """Five whole years have no placement that begins or ends, and children in care; beside it, life goes on."""
    await seed(empty, register, ["KE", "BE"], {"KE": 30, "BE": 60}, 1, still={"KE"}, today=today, processes=1)
    since = today.replace(year=today.year - 5, month=1, day=1)
    connection = await asyncpg.connect(**empty.connect_arguments(OPERATOR))
    try:
        children = dict(await connection.fetch("SELECT country_code, count(*) FROM child GROUP BY 1"))
        moved = dict(await connection.fetch(MOVED, since))
        living = dict(await connection.fetch(LIVING, since))
    finally:
        await connection.close()
    assert children == {"KE": 30, "BE": 60}
    assert set(moved) == {"BE"}
    assert living["KE"] > 10


async def test_a_country_without_a_size_is_refused(empty: Address, register: Register) -> None:
    """Sizes by country name each country that is filled."""
    with pytest.raises(BadUserInput, match="no child"):
        await seed(empty, register, ["KE", "BE"], {"BE": 3}, 1, today=TODAY)

"""Federations as they are: many countries, large and small, closed in any order, with late entries, attacked.

`make test` takes a few countries and one order. Larger ones:

    HEARTH_FIGURE_COUNTRIES=14 HEARTH_FIGURE_ORDERS=3 pytest -n 0 --log-cli-level=INFO tests/closing -k large
    HEARTH_FIGURE_COUNTRIES=138 HEARTH_FIGURE_ORDERS=1 pytest -n 0 --log-cli-level=INFO tests/closing -k large

The first is a tenth of the federation in all three orders, the second the whole in one.
"""

from __future__ import annotations

import logging
import os
from collections import Counter
from datetime import date

import pytest

from countries.connections.address import Address
from countries.register.register import Register
from graph.demo import seed
from graph.demo.sizes import Sizes, sizes_of
from graph.indicators.period import Period
from tests.closing.gathered import gather
from tests.closing.knowledge import Key, Knowledge
from tests.closing.office import opened
from tests.closing.survey import FIVE, Survey
from tests.closing.test_attacker import secrets
from tests.conftest import NOW, copy_database

LOG = logging.getLogger(__name__)
COUNTRIES = int(os.environ.get("HEARTH_FIGURE_COUNTRIES", "4"))
ORDERS = int(os.environ.get("HEARTH_FIGURE_ORDERS", "1"))
YEAR, BEFORE = Period(2025), Period(2024)
QUARTERS = tuple(Period(2025, number) for number in range(1, 5))
LATE = "late entries"
CLOSINGS: dict[str, tuple[Period | str, ...]] = {
    "its parts first": (*QUARTERS[1:3], YEAR, LATE, YEAR, QUARTERS[2]),
    "the year first": (YEAR, *reversed(QUARTERS), LATE, QUARTERS[3], YEAR, BEFORE),
    "between its parts": (QUARTERS[2], BEFORE, YEAR, *QUARTERS[:2], LATE, YEAR, LATE, YEAR, QUARTERS[3]),
}
ENTERED = 6
"""So many exits are entered late in each of some countries."""


def some_of(register: Register) -> list[str]:
    """So many countries, spread over the regions."""
    codes = sorted(register)
    return [codes[number * len(codes) // COUNTRIES] for number in range(COUNTRIES)]


@pytest.mark.parametrize("order", list(CLOSINGS)[:ORDERS])
async def test_no_count_of_a_large_federation_is_told(
    server: Address, register: Register, worker: str, order: str
) -> None:
    """Each has five whole values for whoever knows everything that is published and all that holds by definition."""
    codes = some_of(register)
    sizes, still = sizes_of(codes, register, None, 1, Sizes.SKEWED)
    address = await copy_database(server, "empty", f"large_{worker}")
    await seed(address, register, codes, sizes, 1, still=still, today=NOW.date(), processes=1)
    largest = sorted((code for code in codes if code not in still), key=lambda code: sizes[code])[-3:]
    writers: set[str] = set()
    async with opened(address, register) as office:
        out: Counter[Period] = Counter()
        for number, step in enumerate(CLOSINGS[order]):
            if isinstance(step, Period):
                await office.closing.close(step, NOW, "Entered late." if out[step] else None)
                out[step] += 1
                continue
            for country in largest[number % 2 :]:
                done = await office.leave_late(country, ENTERED, date(2025, 9, 3 + number).isoformat())
                writers |= {country} if done else set()
        knowledge = Knowledge(await gather(office), frozenset(writers), flows=True)
    survey, asked = Survey(knowledge), secrets(knowledge)
    narrow = survey.narrow(asked)
    LOG.info(
        "%s countries, %s: %s counts, %s told, %s programs, %s with fewer than five values, the fewest %s",
        COUNTRIES, order, len(asked), len(knowledge.figures), survey.solved, len(narrow),
        min(narrow.values(), default=FIVE),
    )  # fmt: skip
    assert not narrow, told(narrow)
    assert len(asked) > 1_000


def told(narrow: dict[Key, int]) -> str:
    """What was told, line by line."""
    return "\n".join(
        f"{values} {key.released[0]} r{key.released[1]} {key.measure} {key.area} {key.categories}"
        for key, values in sorted(narrow.items(), key=lambda each: each[1])
    )

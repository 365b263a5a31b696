"""A country that joins is in no release that was out before: what it adds to the federation's counts is not told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest_asyncio

from countries.connections.address import Address
from countries.register.register import Register
from graph.closing.claims import Gathering
from graph.closing.lattice import Areas, Cell
from graph.closing.stated import Stated
from graph.demo import seed
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.period import Period
from tests.closing.gathered import gather
from tests.closing.knowledge import Knowledge
from tests.closing.office import Office, opened
from tests.closing.survey import Survey
from tests.closing.test_attacker import SAMPLE, secrets
from tests.closing.test_large_federations import told
from tests.conftest import NOW, copy_database

FIRST = {"BE": 90, "KE": 60}
THEN = {"NL": 12, "UG": 40}
EVERY = max(1, SAMPLE // 20)
"""All counts of who joins are asked for, and every so many of the others."""
CHILDREN = "SELECT count(*) FROM child WHERE country_code = ANY($1)"


@pytest_asyncio.fixture
async def growing(server: Address, register: Register, worker: str) -> AsyncIterator[Office]:
    """Two countries with a year and a quarter closed; then two more join, one of them in a region that there was."""
    address = await copy_database(server, "empty", f"joining_{worker}")
    await seed(address, register, [*FIRST], FIRST, 3, today=NOW.date(), processes=1)
    async with opened(address, register) as office:
        await office.closing.close(Period(2024), NOW)
        await office.closing.close(Period(2025, 1), NOW)
        await seed(address, register, [*THEN], THEN, 3, today=NOW.date(), processes=1)
        yield office


async def test_a_country_that_joins_is_not_told(growing: Office) -> None:
    """Neither beside the year before, nor beside a quarter without it, nor when that year is published once more."""
    for period in (Period(2025), Period(2025, 4)):
        await growing.closing.close(period, NOW)
    await growing.closing.close(Period(2024), NOW, "Two countries joined.")
    assert await growing.operator.fetchval(CHILDREN, [*THEN]) > 0
    knowledge = Knowledge(await gather(growing), flows=True)
    areas = {key.area for key in knowledge.asked if key.released == ("2024", 1)}
    assert not areas & THEN.keys()
    asked = secrets(knowledge)
    joined = [key for key in asked if key.area in THEN]
    beside = [key for key in asked if key.area not in THEN][::EVERY]
    assert min(len(joined), len(beside)) > 100
    narrow = Survey(knowledge).narrow([*joined, *beside])
    assert not narrow, told(narrow)
    assert THEN.keys() <= {key.area for key in knowledge.figures}


def figure(period: Period, revision: int, **of: int) -> Stated:
    """What a release says of stocks in areas."""
    cells = {Cell(CHILDREN_IN_CARE.code, area, (), ()): count for area, count in of.items()}
    return Stated(period, revision, cells, frozenset(), frozenset(), {}, is_latest=True)


def test_an_area_with_a_country_more_is_another_count() -> None:
    """Where a country joined and the figure is the same, both sums are known: each of its own countries."""
    areas = Areas(("BE", "NL"), {"WESTERN_EUROPE": ("BE", "NL")})
    new = figure(Period(2024), 2, FEDERATION=50, WESTERN_EUROPE=50, BE=50, NL=0)
    old = figure(Period(2024), 1, FEDERATION=50, WESTERN_EUROPE=50, BE=50)
    claims = Gathering([new, replace(old, is_latest=False)], {CHILDREN_IN_CARE.code: CHILDREN_IN_CARE}, areas).claims()
    told = [parts for whole, parts in claims.sums if claims.claims[whole].figure is not None]
    assert sorted(map(len, told)) == [1, 1, 1, 2]
    assert sum(claim.figure is not None for claim in claims.claims) == 6

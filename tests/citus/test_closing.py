"""A closing on a cluster tells what it tells on one server."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from countries.tenancy.logins import STATISTICS
from graph.closing.close import Closing
from graph.indicators.period import Period
from tests.conftest import NOW, copy_database, one_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from countries.connections.address import Address
    from countries.register.register import Register

YEAR = Period(2025)
KEY = "5ec7e7" * 10 + "5ec7"
"""What is rounded hangs on it: both servers round alike."""
FIGURES = """
SELECT indicator, level, area, split_by, categories, value, numerator, denominator, uncertainty, status
FROM published_figure f JOIN release r ON r.id = f.release_id WHERE r.year = 2025 ORDER BY 1, 2, 3, 4, 5
"""
COUNTS = """
SELECT measure, area, split_by, categories, amount, children, figure FROM figure_proof p
JOIN release r ON r.id = p.release_id WHERE r.year = 2025 ORDER BY 1, 2, 3, 4
"""
COVERAGE = """
SELECT c.country_code, completeness, timeliness FROM release_coverage c JOIN release r ON r.id = c.release_id
WHERE r.year = 2025 ORDER BY 1
"""


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """One PostgreSQL with the same rows."""
    base = tmp_path_factory.getbasetemp()
    with one_server(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) as address:
        yield address


async def closed(address: Address, register: Register) -> list[list[tuple[Any, ...]]]:
    """What a closing published, what it counted, and what it says of countries."""
    connection = await asyncpg.connect(**address.connect_arguments(STATISTICS), statement_cache_size=0)
    try:
        await connection.execute("INSERT INTO drawing_key (purpose, secret) VALUES ('ROUNDING', $1)", KEY)
        await Closing(address, register).close(YEAR, NOW)
        return [[tuple(row) for row in await connection.fetch(text)] for text in (FIGURES, COUNTS, COVERAGE)]
    finally:
        await connection.close()


async def test_a_closing_publishes_what_it_publishes_on_one_server(
    server: Address, alone: Address, worker: str, register: Register
) -> None:
    """Every figure, every count behind it and what is said of countries are equal."""
    of_cluster = await closed(await copy_database(server, "world", f"closing_{worker}"), register)
    of_one = await closed(await copy_database(alone, "world", f"closing_{worker}"), register)

    assert len(of_one[0]) > 100
    assert of_cluster == of_one

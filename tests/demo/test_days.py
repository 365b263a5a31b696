"""The days of a synthetic country keep what the columns declare, and the look that makes sure sees each breach."""

from __future__ import annotations

from collections.abc import AsyncIterator

import asyncpg
import pytest
import pytest_asyncio

from countries.connections.address import Address
from countries.register.register import Register
from countries.tenancy.logins import OPERATOR
from graph.demo.days import untimely
from graph.demo.fill import NO_LOOPS, NO_SCANS, Order, fill
from graph.entities import graph_model
from graph.errors import Internal
from tests.conftest import NOW, WORLD, copy_database

TODAY = NOW.date()
BREACHES = {
    "child.birth_date": "birth_date = '0015-03-01', birth_date_precision = 'DAY'",
    "child.enrolled_on": "birth_date = enrolled_on + 1, birth_date_precision = 'DAY'",
    "placement.started_on": "started_on = '1899-12-31', ended_on = '1900-01-02', end_reason = 'OTHER'",
    "placement.ended_on": "started_on = '2040-01-01', ended_on = '2051-11-23', end_reason = 'OTHER'",
    "sibling_bond.started_on": "started_on = '2026-11-23', ended_on = NULL",
    "community_link.started_on": "started_on = '2031-11-23', ended_on = NULL",
    "home.opened_on": "opened_on = '2062-04-01', closed_on = NULL",
    "home.closed_on": "closed_on = '2051-11-23'",
    "programme.started_on": "started_on = '1899-12-31'",
}
"""What makes the day of one row one that cannot be."""
ONE = " WHERE country_code = 'BE' AND id = (SELECT id FROM {} WHERE country_code = 'BE' ORDER BY id LIMIT 1)"


@pytest_asyncio.fixture
async def operator(server: Address, worker: str) -> AsyncIterator[asyncpg.Connection[asyncpg.Record]]:
    """Whoever fills countries, in a world of its own."""
    address = await copy_database(server, "world", f"days_{worker}")
    connection = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    yield connection
    await connection.close()


async def found(operator: asyncpg.Connection[asyncpg.Record], country: str) -> set[str]:
    """The columns with a day that cannot be."""
    text, values = untimely(graph_model(), country, TODAY)
    return set(await operator.fetchval(text, *values))


@pytest.mark.parametrize("country", WORLD)
async def test_a_synthetic_country_keeps_its_days(operator: asyncpg.Connection[asyncpg.Record], country: str) -> None:
    """In no table is there a day beyond its bounds, or outside the life that it lies in."""
    assert await found(operator, country) == set()


@pytest.mark.parametrize("column", BREACHES)
async def test_a_breach_is_seen(operator: asyncpg.Connection[asyncpg.Record], column: str) -> None:
    """It is seen in the one country whose row it is."""
    table = column.partition(".")[0]
    await operator.execute(f"UPDATE {table} SET {BREACHES[column]}" + ONE.format(table))  # noqa: S608 - tables of ours
    assert column in await found(operator, "BE")
    assert await found(operator, "KE") == set()


async def test_a_country_that_no_statistics_know_is_not_read_in_loops(
    operator: asyncpg.Connection[asyncpg.Record],
) -> None:
    """Of two countries that are filled at once one is unknown until the end: its rows are read once, not once a row."""
    text, values = untimely(graph_model(), "NP", TODAY)
    explained = f"EXPLAIN {text}"
    async with operator.transaction():
        await operator.execute(NO_SCANS)
        before = [str(row[0]) for row in await operator.fetch(explained, *values)]
        await operator.execute(NO_LOOPS)
        after = [str(row[0]) for row in await operator.fetch(explained, *values)]
    assert any("Nested Loop" in line for line in before)
    assert not any("Nested Loop" in line for line in after)


@pytest.mark.parametrize("table", ["placement", "community_link", "sibling_bond"])
async def test_a_death_before_what_is_on_record_is_seen(
    operator: asyncpg.Connection[asyncpg.Record], table: str
) -> None:
    """What begins after a child's death, or goes on, is a breach."""
    await operator.execute(
        f"UPDATE child c SET died_on = r.started_on - 1, died_on_precision = 'DAY' FROM {table} r"  # noqa: S608 - tables of ours
        " WHERE c.country_code = 'BE' AND r.country_code = 'BE' AND r.child_id = c.id"
    )
    assert f"{table}.started_on" in await found(operator, "BE")


async def test_a_country_with_an_impossible_day_is_not_filled(
    empty: Address, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A story that breaks the rule of a column is told as our fault, and nothing of it stays."""
    monkeypatch.setattr("graph.demo.days.FIRST_DAY", TODAY)
    connection = await asyncpg.connect(**empty.connect_arguments(OPERATOR))
    try:
        with pytest.raises(Internal, match=r"days that cannot be: .*child.birth_date"):
            await fill(connection, Order(register["BE"], 20, 1, TODAY), lambda _: None)
        assert await connection.fetchval("SELECT count(*) FROM child") == 0
    finally:
        await connection.close()


@pytest.mark.parametrize(
    ("opens", "closes", "column"),
    [
        ("2020-01-02", None, "started_on"),
        ("2010-01-01", "2020-01-01", "started_on"),
        ("2010-01-01", "2021-01-01", "ended_on"),
    ],
)
async def test_a_tie_outside_its_homes_life_is_seen(
    operator: asyncpg.Connection[asyncpg.Record], opens: str, closes: str | None, column: str
) -> None:
    """A home's tie that begins before it opens or once it has closed, or ends later, is a breach."""
    await operator.execute(
        "UPDATE home SET opened_on = $1::text::date, closed_on = $2::text::date WHERE country_code = 'BE'",
        opens,
        closes,
    )
    await operator.execute(
        "UPDATE community_link l SET started_on = '2020-01-01', ended_on = '2021-01-02', child_id = NULL, home_id = ("
        "SELECT h.id FROM home h WHERE h.country_code = l.country_code LIMIT 1) WHERE country_code = 'BE'"
    )
    seen = {each for each in await found(operator, "BE") if each.startswith("community_link.")}
    assert f"community_link.{column}" in seen
    assert all(not each.startswith("community_link.") for each in await found(operator, "KE"))

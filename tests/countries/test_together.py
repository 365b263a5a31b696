"""Requests of one scope that ask by the same quick statement go in one round trip, and none suffers for another."""

from __future__ import annotations

import asyncio
from math import inf
from typing import TYPE_CHECKING

import asyncpg
import pytest

import countries.connections.sharing
from countries.connections.carrier import STATEMENTS_TIMED, Usual
from countries.connections.pool import Lane
from countries.connections.sharing import MOST_TOGETHER, QUICK_SECONDS
from countries.connections.turns import most_of_a_member
from tests.countries.pools import KENYA, OFFICE
from tests.countries.sharers import (
    AT_THE_GATE,
    LONG,
    NUMBERED,
    TRANSACTION,
    asked,
    assert_quiet,
    closed_gate,
    numbered,
    pools,
    standing,
    transaction_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countries.connections.address import Address
    from countries.connections.database import Database
    from tests.countries.conftest import Connection

STANDS = f"""
SELECT $1::int AS number, CASE WHEN $1 = $2::int THEN pg_advisory_xact_lock_shared(7)::text END,
pg_snapshot_xmax(pg_current_snapshot()) AS beyond, {TRANSACTION}
"""
"""Stands at the gate where its two numbers are equal."""


@pytest.fixture
def trips(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many requests went in each round trip from now on; every statement counts as quick."""
    monkeypatch.setattr(countries.connections.sharing, "MOST_SECONDS", LONG)
    monkeypatch.setattr(countries.connections.sharing, "QUICK_SECONDS", LONG)
    sizes: list[int] = []
    one_row, a_row_each = Lane.one_row, Lane.a_row_each

    async def alone(lane: Lane, text: str, values: Sequence[object]) -> asyncpg.Record | None:
        if "hearth_scope" not in text:
            sizes.append(1)
        return await one_row(lane, text, values)

    async def together(lane: Lane, text: str, asked: Sequence[Sequence[object]]) -> Sequence[asyncpg.Record | None]:
        sizes.append(len(asked))
        return await a_row_each(lane, text, asked)

    monkeypatch.setattr(Lane, "one_row", alone)
    monkeypatch.setattr(Lane, "a_row_each", together)
    return sizes


async def test_four_go_together_once_one_was_quick(world: Address, trips: list[int]) -> None:
    """Each gets its own answer, in one transaction while nobody else waits."""
    assert MOST_TOGETHER == 4
    async with pools(world, 1) as database:
        rows = await asyncio.gather(*numbered(database, OFFICE, 41))
    assert [row["number"] for row in rows] == list(range(41))
    assert trips == [1, *[4] * 10]
    assert len({transaction_of(row) for row in rows}) == 1


async def test_no_more_than_sixteen_go_before_another_scope_has_its_turn(world: Address, trips: list[int]) -> None:
    """The last of them go together as far as there is room."""
    async with pools(world, 1) as database:
        rows = await asyncio.gather(*numbered(database, OFFICE, 41), asked(database, KENYA, NUMBERED, 41))
    assert [row["number"] for row in rows] == list(range(42))
    assert trips == [1, 4, 4, 4, 3, 1, *[4] * 6, 1]
    assert len({transaction_of(row) for row in rows}) == 3


async def test_other_statements_do_not_go_along(world: Address, trips: list[int]) -> None:
    """They keep their turn: what is asked between two of a kind parts them."""
    other = f"SELECT -$1::int AS number, {TRANSACTION}"
    async with pools(world, 1) as database:
        tasks = [asked(database, OFFICE, text, 1) for text in (NUMBERED, NUMBERED, NUMBERED, other, NUMBERED)]
        rows = await asyncio.gather(*tasks)
    assert [row["number"] for row in rows] == [1, 1, 1, -1, 1]
    assert trips == [1, 2, 1, 1]


async def test_a_slow_statement_goes_alone(world: Address, trips: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for the end of another's."""
    assert QUICK_SECONDS == 0.01
    monkeypatch.setattr(countries.connections.sharing, "QUICK_SECONDS", QUICK_SECONDS)
    async with pools(world, 1) as database:
        await asyncio.gather(*(asked(database, OFFICE, "SELECT pg_sleep($1)", 0.015) for _ in range(6)))
    assert trips == [1] * 6


async def test_nobody_waits_for_a_carrier_that_is_busy(world: Address, trips: list[int], superuser: Connection) -> None:
    """While one hangs on one of a scope's two connections, the other one takes as many together as if it were alone."""
    async with pools(world, 3) as database:
        async with closed_gate(superuser):
            hanging = asked(database, OFFICE, AT_THE_GATE)
            await standing(superuser, 1)
            rows = await asyncio.gather(*numbered(database, OFFICE, 9))
            assert not hanging.done()
        await hanging
    assert [row["number"] for row in rows] == list(range(9))
    assert trips == [1, 1, 4, 4]


@pytest.mark.parametrize(("wrong", "fault"), [(0, asyncpg.DivisionByZeroError), ("x", asyncpg.DataError)])
async def test_one_that_fails_hurts_none_that_went_along(
    world: Address, trips: list[int], wrong: object, fault: type[Exception]
) -> None:
    """It hears its own fault; the others are asked again, each alone, and have their answers."""
    async with pools(world, 1) as database:
        values: list[object] = [1, 2, wrong, 4, 5, 6, 7]
        tasks = [asked(database, OFFICE, "SELECT 840 / $1::int AS part", value) for value in values]
        found = await asyncio.gather(*tasks, return_exceptions=True)
        await assert_quiet(database)
    assert isinstance(found.pop(2), fault)
    assert [row["part"] for row in found if isinstance(row, asyncpg.Record)] == [840, 420, 210, 168, 140, 120]
    assert trips[:6] == [1, 4, 1, 1, 1, 1]


async def test_each_has_a_snapshot_of_its_own(world: Address, trips: list[int], superuser: Connection) -> None:
    """What is committed between two of one round trip, the second one sees."""
    async with pools(world, 1) as database:
        async with closed_gate(superuser):
            tasks = [asked(database, OFFICE, STANDS, number, 1) for number in range(3)]
            await standing(superuser, 1)
            await superuser.fetchval("SELECT pg_current_xact_id()")
        _, before, after = await asyncio.gather(*tasks)
    assert trips == [1, 2]
    assert transaction_of(before) == transaction_of(after)
    assert after["beyond"] > before["beyond"]


async def test_a_client_that_goes_away_takes_nobody_along(
    world: Address, trips: list[int], superuser: Connection
) -> None:
    """The round trip ends in the server; those who shared it are answered by another."""
    async with pools(world, 1) as database:
        async with closed_gate(superuser):
            tasks = [asked(database, OFFICE, STANDS, number, 2) for number in range(5)]
            (pid,) = await standing(superuser, 1)
            gone = tasks.pop(2)
            gone.cancel()
            rows = await asyncio.gather(*tasks)
            await standing(superuser, 0)
        assert gone.cancelled()
        await assert_quiet(database)
    assert [row["number"] for row in rows] == [0, 1, 3, 4]
    assert pid not in {row["pid"] for row in rows[1:]}
    assert trips[:2] == [1, 4]


async def test_a_lost_connection_loses_no_request_of_several(
    world: Address, trips: list[int], superuser: Connection
) -> None:
    """Those of the round trip are asked again on a new connection."""
    async with pools(world, 1) as database:
        async with closed_gate(superuser):
            tasks = [asked(database, OFFICE, STANDS, number, 2) for number in range(5)]
            (pid,) = await standing(superuser, 1)
            await superuser.execute("SELECT pg_terminate_backend($1)", pid)
        rows = await asyncio.gather(*tasks)
        await assert_quiet(database)
    assert [row["number"] for row in rows] == list(range(5))
    assert pid not in {row["pid"] for row in rows[1:]}
    assert trips[:2] == [1, 4]


async def flow(database: Database, text: str, clients: int, requests: int) -> list[int]:
    """The server processes that answered a steady flow of requests, the last half of them."""
    pids: list[int] = []

    async def client() -> None:
        for _ in range(requests):
            row = await asked(database, OFFICE, text)
            pids.append(row["pid"])

    await asyncio.gather(*(client() for _ in range(clients)))
    return pids[len(pids) // 2 :]


@pytest.mark.usefixtures("trips")
async def test_requests_of_a_light_statement_wait_for_whom_is_there(
    world: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four clients keep one carrier busy, which takes four at a time; of a statement that is not light, several."""
    text = f"SELECT {TRANSACTION}"
    async with pools(world, 6) as database:
        monkeypatch.setattr(countries.connections.sharing, "LIGHT", inf)
        await flow(database, text, 1, 4)  # what it takes is known from now on, and who was sent before has gone
        assert len(set(await flow(database, text, 4, 40))) == 1
        monkeypatch.setattr(countries.connections.sharing, "LIGHT", 0)
        assert len(set(await flow(database, text, 4, 40))) > 1


async def test_nobody_waits_for_a_light_statement_that_hangs(
    world: Address, superuser: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where those who should be back at once are not, others come."""
    monkeypatch.setattr(countries.connections.sharing, "LIGHT", inf)
    async with pools(world, 6) as database:
        await flow(database, AT_THE_GATE, 5, 20)
        async with closed_gate(superuser):
            hanging = [asked(database, OFFICE, AT_THE_GATE) for _ in range(20)]
            await standing(superuser, most_of_a_member(6))
        await asyncio.gather(*hanging)
        await assert_quiet(database)


def test_what_a_statement_usually_takes_follows_what_it_took_last() -> None:
    """The latest weigh most, and of many statements those run last are remembered."""
    usual = Usual()
    assert usual.seconds("a") == inf
    for seconds in (1.0, *[2.0] * 200):
        usual.note("a", seconds)
    assert usual.seconds("a") == pytest.approx(2, rel=0.01)
    for number in range(STATEMENTS_TIMED):
        usual.note(str(number), 1)
    assert (usual.seconds("a"), usual.seconds("0")) == (inf, 1)

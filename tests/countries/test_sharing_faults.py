"""What a request that fails, is cancelled, waits too long or loses its connection does to those that wait with it."""

from __future__ import annotations

import asyncio
from random import Random
from threading import Thread
from typing import TYPE_CHECKING

import asyncpg
import pytest

import countries.connections.database
import countries.connections.sharing
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.caller import Caller, Tier
from graph.sqlstates import public_error
from tests.countries.pools import KENYA, OFFICE
from tests.countries.sharers import (
    AT_THE_GATE,
    LONG,
    NUMBERED,
    WAITING,
    asked,
    assert_quiet,
    closed_gate,
    numbered,
    pools,
    record_texts,
    standing,
    transaction_of,
    until,
)

if TYPE_CHECKING:
    from countries.connections.address import Address
    from countries.connections.database import Database
    from tests.countries.conftest import Connection

LOST = (OSError, asyncpg.InterfaceError, asyncpg.PostgresConnectionError, asyncpg.AdminShutdownError)
"""How the loss of a connection is heard."""


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A transaction is bounded by its number of statements alone: a busy machine changes nothing."""
    monkeypatch.setattr(countries.connections.sharing, "MOST_SECONDS", LONG)


@pytest.mark.usefixtures("unhurried")
@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("SELECT 1 / 0", asyncpg.DivisionByZeroError),
        ("SELECT nothing FROM child", asyncpg.UndefinedColumnError),
        ("SELECT FROM FROM", asyncpg.PostgresSyntaxError),
        ("SELECT pg_sleep(60)", asyncpg.QueryCanceledError),
    ],
)
async def test_a_statement_that_fails_hurts_no_neighbour(world: Address, text: str, fault: type[Exception]) -> None:
    """Those before it keep their answers, those behind it get theirs in a new transaction, and it hears its own."""
    async with pools(world, 1, seconds=2) as database:
        before = numbered(database, OFFICE, 3)
        failing = asked(database, OFFICE, text)
        after = numbered(database, OFFICE, 3)
        with pytest.raises(fault):
            await failing
        rows = [await task for task in before + after]
        assert [row["number"] for row in rows] == [0, 1, 2, 0, 1, 2]
        assert len({transaction_of(row) for row in rows[:3]}) == len({transaction_of(row) for row in rows[3:]}) == 1
        assert transaction_of(rows[0]) != transaction_of(rows[3])
        assert rows[0]["pid"] == rows[3]["pid"]
        await assert_quiet(database)


async def test_only_statements_that_fail_still_get_their_answers(world: Address) -> None:
    """Each of many that fail hears its own fault, and the connection stays."""
    async with pools(world, 1) as database:
        tasks = [asked(database, OFFICE, "SELECT 1 / $1::int", number) for number in (0, 1) * 10]
        found = await asyncio.gather(*tasks, return_exceptions=True)
        assert [isinstance(one, asyncpg.DivisionByZeroError) for one in found] == [True, False] * 10
        await assert_quiet(database)
        assert len(database._pools[Tier.OFFICE]._idle) == 1


@pytest.mark.usefixtures("unhurried")
async def test_a_request_that_is_cancelled_while_it_waits_never_runs(
    world: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is passed over, and its neighbours do not notice."""
    reached = record_texts(monkeypatch)
    async with pools(world, 1) as database:
        before = numbered(database, OFFICE, 2)
        gone = asked(database, OFFICE, "SELECT 'nobody wants to know'")
        after = numbered(database, OFFICE, 2)
        await asyncio.sleep(0)
        gone.cancel()
        rows = await asyncio.gather(*before, *after)
        assert gone.cancelled()
        assert len({transaction_of(row) for row in rows}) == 1
        assert reached.count(NUMBERED) == 4
        assert not any("nobody" in text for text in reached)
        await assert_quiet(database)


async def test_a_request_that_is_cancelled_stops_in_the_server(world: Address, superuser: Connection) -> None:
    """Its place is free at once: those that waited behind it, on the one connection there is, are answered."""
    async with pools(world, 1) as database, closed_gate(superuser):
        hanging = asked(database, OFFICE, AT_THE_GATE)
        behind = numbered(database, OFFICE, 20)
        elsewhere = numbered(database, KENYA, 3)
        (pid,) = await standing(superuser, 1)
        hanging.cancel()
        rows = await asyncio.gather(*behind, *elsewhere)
        assert [row["number"] for row in rows] == [*range(20), *range(3)]
        assert pid not in {row["pid"] for row in rows}
        await standing(superuser, 0)

        async def is_gone() -> bool:
            return not await superuser.fetchval("SELECT count(*) FROM pg_stat_activity WHERE pid = $1", pid)

        await until(is_gone)
        await assert_quiet(database)


async def test_who_waits_too_long_is_told(
    world: Address, superuser: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of one's own scope and of another; the request that holds the connection is not disturbed."""
    monkeypatch.setattr(countries.connections.database, "WAIT_SECONDS", 1.0)
    async with pools(world, 1) as database:
        await asked(database, OFFICE, NUMBERED, 0)
        async with closed_gate(superuser):
            holding = asked(database, OFFICE, AT_THE_GATE)
            await standing(superuser, 1)
            waiting = [*numbered(database, OFFICE, 5), *numbered(database, KENYA, 5)]
            found = await asyncio.gather(*waiting, return_exceptions=True)
            assert {type(one) for one in found} == {TimeoutError}
            assert not holding.done()
        await holding
        await assert_quiet(database)


async def test_a_killed_connection_fails_the_one_request_on_it(world: Address, superuser: Connection) -> None:
    """Those that waited behind it are answered on a new connection."""
    async with pools(world, 1) as database:
        async with closed_gate(superuser):
            working = asked(database, OFFICE, AT_THE_GATE)
            behind = [*numbered(database, OFFICE, 20), *numbered(database, KENYA, 20)]
            (pid,) = await standing(superuser, 1)
            await superuser.execute("SELECT pg_terminate_backend($1)", pid)
            with pytest.raises(LOST):
                await working
            rows = await asyncio.gather(*behind)
        assert [row["number"] for row in rows] == [*range(20), *range(20)]
        assert pid not in {row["pid"] for row in rows}
        await assert_quiet(database)


@pytest.mark.parametrize("ticks", range(6))
async def test_a_goodbye_of_the_server_is_the_loss_of_a_connection(world: Address, ticks: int) -> None:
    """Between the server's last word and the end of the connection, too, the caller is told to come back."""

    async def lose(database: Database) -> None:
        async with database.transaction(OFFICE) as lane:
            row = await lane.one_row(NUMBERED, (1,))
            assert row is not None
            # In a thread, and waited for: this loop hears of nothing before it has its turns.
            thread = Thread(target=lambda: asyncio.run(end_backend(world, row["pid"])))
            thread.start()
            thread.join()
            for _ in range(ticks):
                await asyncio.sleep(0)
            await lane.one_row(NUMBERED, (2,))

    async with pools(world, 1) as database:
        with pytest.raises(LOST) as caught:
            await lose(database)
        heard = public_error(caught.value)
        assert heard is not None
        assert (heard.code, heard.retryable) == ("UNAVAILABLE", True)
        assert (await asked(database, OFFICE, NUMBERED, 3))["number"] == 3


async def end_backend(address: Address, pid: int) -> None:
    """End a server process and wait until it has gone."""
    connection = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    await connection.execute("SELECT pg_terminate_backend($1, 10000)", pid)
    await connection.close()


async def test_a_closed_database_leaves_nobody_waiting(world: Address, superuser: Connection) -> None:
    """Who waits when the pools close is answered or told, and whoever comes later is told."""
    async with pools(world, 2) as database:
        async with closed_gate(superuser):
            working = asked(database, OFFICE, AT_THE_GATE)
            behind = numbered(database, OFFICE, 40)
            await standing(superuser, 1)
            closing = asyncio.create_task(database.close())
            await asyncio.sleep(0)
        await asyncio.wait_for(asyncio.gather(working, *behind), LONG)
        await closing
        with pytest.raises(ConnectionError):
            await database.read_row(OFFICE, NUMBERED, (0,))


async def test_a_storm_leaves_silence(world: Address, superuser: Connection) -> None:
    """Requests of five scopes, of which some fail, some are cancelled, and some lose their connection.

    Whoever should get an answer gets its own; a killed connection costs one request at most; then all is quiet.
    """
    random = Random(9)  # noqa: S311 - a storm that can be told again
    asking = [
        OFFICE,
        KENYA,
        Caller("nel", Tier.OFFICE, ("NL",)),
        *(Caller("c", Tier.CASEWORKER, (c,)) for c in ("BE", "KE")),
    ]
    text = "SELECT 10 / ($1::int % 10) AS tenth, $1::int AS number, current_setting('hearth.country') AS country"
    backends = "SELECT pid FROM pg_stat_activity WHERE application_name = ANY ($1) AND datname = current_database()"
    kills = 0
    async with pools(world, 2) as database:
        tasks = []
        leaving = set()
        for number in range(600):
            task = asked(database, random.choice(asking), text, number)
            tasks.append(task)
            if random.random() < 0.2:
                leaving.add(number)
                asyncio.get_running_loop().call_later(random.random() * 0.02, task.cancel)
            if random.random() < 0.1:
                await asyncio.sleep(random.random() * 0.01)
            if number % 150 == 149:
                names = ["hearth office", "hearth caseworker"]
                pids = [row["pid"] for row in await superuser.fetch(backends, names)]
                kills += len(pids)
                for pid in pids:
                    await superuser.execute("SELECT pg_terminate_backend($1)", pid)
        found = await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), LONG)
        await assert_quiet(database)
        assert not await superuser.fetch(WAITING)
    lost = 0
    for number, one in enumerate(found):
        if isinstance(one, LOST):
            lost += 1
        elif isinstance(one, asyncio.CancelledError):
            assert number in leaving
        elif isinstance(one, asyncpg.DivisionByZeroError):
            assert number % 10 == 0
        else:
            assert not isinstance(one, BaseException), one
            assert one["number"] == number
    assert kills > 0
    assert lost <= kills

"""Reads, mutations and snapshots of one scope never hold all connections of a tier: another's is answered meanwhile."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID

import asyncpg
import pytest

import countries.connections.database
from countries.connections.database import Database
from countries.connections.limits import LIMITS
from countries.connections.turns import most_of_a_member, most_of_a_party
from countries.tenancy.caller import Caller, Tier
from tests.countries.pools import KENYA, OFFICE
from tests.countries.sharers import (
    AT_THE_GATE,
    LONG,
    NUMBERED,
    asked,
    assert_quiet,
    closed_gate,
    pools,
    standing,
    until,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from countries.connections.address import Address
    from tests.countries.conftest import Connection

SIX = LIMITS[Tier.OFFICE].connections
HOLDS = """
SELECT count(*) FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
WHERE l.locktype = 'advisory' AND NOT l.granted AND a.usename = $1 AND a.datname = current_database()
"""


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits behind hundreds does so on a slow machine too."""
    monkeypatch.setattr(countries.connections.database, "WAIT_SECONDS", LONG)


@asynccontextmanager
async def every_tier(world: Address) -> AsyncIterator[Database]:
    """The tiers with the connections that they have."""
    database = Database(world)
    await database.open()
    try:
        yield database
    finally:
        await database.close()


def begun(database: Database, caller: Caller, how: str, text: str = AT_THE_GATE) -> asyncio.Task[Any]:
    """A transaction of its own kind, which runs one statement: `writing`, `snapshot` or `transaction`."""

    async def run() -> Any:  # noqa: ANN401 - a record
        async with getattr(database, how)(caller) as lane:
            values = (7,) if text == NUMBERED else ()
            return await lane.one_row(text, values)

    return asyncio.create_task(run())


async def answered(database: Database, caller: Caller) -> None:
    """A read and a transaction of each kind that comes now is answered."""
    row = await asyncio.wait_for(asked(database, caller, NUMBERED, 3), LONG)
    assert row["number"] == 3
    kinds = ("writing", "snapshot") if caller.tier.is_national else ("snapshot",)
    for how in kinds:
        row = await asyncio.wait_for(begun(database, caller, how, NUMBERED), LONG)
        assert row["number"] == 7


@pytest.mark.parametrize("kinds", [["writing"], ["snapshot"], ["writing", "read"], ["read", "writing", "snapshot"]])
async def test_six_slow_ones_of_a_country_leave_others_connections(
    world: Address, superuser: Connection, kinds: list[str]
) -> None:
    """Of whatever kind they are, together they hold four; Kenya reads and writes while they stand there."""
    async with pools(world, SIX) as database:
        async with closed_gate(superuser):
            hanging = [
                asked(database, OFFICE, AT_THE_GATE) if kind == "read" else begun(database, OFFICE, kind)
                for kind in kinds * (12 // len(kinds))
            ]
            await standing(superuser, most_of_a_member(SIX))
            await answered(database, KENYA)
            assert database._pools[Tier.OFFICE].turns.held("BE") == most_of_a_member(SIX)
            assert not any(task.done() for task in hanging)
            assert await superuser.fetchval(HOLDS, "hearth_office") == most_of_a_member(SIX)
        await asyncio.gather(*hanging)
        await assert_quiet(database)


async def test_reads_give_way_to_a_mutation_of_their_own_scope(world: Address) -> None:
    """A mutation is behind a turn of the reads that flood, not behind all of them."""
    order: list[str] = []
    async with pools(world, 1) as database:
        reads = [asked(database, OFFICE, NUMBERED, number) for number in range(200)]
        for task in reads:
            task.add_done_callback(lambda _: order.append("read"))
        await reads[0]
        write = begun(database, OFFICE, "writing", NUMBERED)
        write.add_done_callback(lambda _: order.append("write"))
        await asyncio.gather(write, *reads)
        await assert_quiet(database)
    assert order.index("write") < 60


async def test_a_mutation_that_follows_the_last_read_leaves_no_queue(world: Address) -> None:
    """On one connection, reads and mutations in turn: afterwards nothing is kept of either."""
    async with pools(world, 1) as database:
        for _ in range(5):
            read = asked(database, OFFICE, NUMBERED, 1)
            await asyncio.sleep(0)
            await asyncio.gather(read, begun(database, OFFICE, "writing", NUMBERED))
        await assert_quiet(database)


async def test_five_hundred_mutations_that_wait_are_one_turn(world: Address, superuser: Connection) -> None:
    """On one connection Kenya's first is behind the one under way and one more."""
    order: list[str] = []
    async with pools(world, 1) as database:
        async with closed_gate(superuser):
            holding = begun(database, OFFICE, "writing")
            await standing(superuser, 1)
            tasks = [begun(database, OFFICE, "writing", NUMBERED) for _ in range(500)]
            for task in tasks:
                task.add_done_callback(lambda _: order.append("BE"))
            await asyncio.sleep(0)
            single = begun(database, KENYA, "writing", NUMBERED)
            single.add_done_callback(lambda _: order.append("KE"))
            await asyncio.sleep(0)
        await asyncio.gather(holding, single, *tasks)
        await assert_quiet(database)
    assert order.index("KE") <= 1


async def test_forty_scopes_of_a_country_leave_others_a_connection(world: Address, superuser: Connection) -> None:
    """Caseworkers of one country, each with programmes of its own, by reads and mutations; Kenya's is answered."""
    kenyan = Caller("kezia", Tier.CASEWORKER, ("KE",))
    async with pools(world, SIX) as database:
        async with closed_gate(superuser):
            hanging = []
            for number in range(40):
                caller = Caller(f"c{number}", Tier.CASEWORKER, ("BE",), (UUID(int=number),))
                hanging += [asked(database, caller, AT_THE_GATE), begun(database, caller, "writing")]
            await standing(superuser, most_of_a_party(SIX))
            await answered(database, kenyan)
            assert await superuser.fetchval(HOLDS, "hearth_caseworker") == most_of_a_party(SIX)
        await asyncio.gather(*hanging)
        await assert_quiet(database)


async def test_one_scope_leaves_its_colleagues_a_connection(world: Address, superuser: Connection) -> None:
    """A caseworker's slow reads and mutations leave one to those of another programme in the same country."""
    slow, colleague = (Caller("c", Tier.CASEWORKER, ("BE",), (UUID(int=number),)) for number in (1, 2))
    async with pools(world, SIX) as database:
        async with closed_gate(superuser):
            hanging = [asked(database, slow, AT_THE_GATE) for _ in range(6)]
            hanging += [begun(database, slow, "writing") for _ in range(6)]
            await standing(superuser, most_of_a_member(SIX))
            await answered(database, colleague)
        await asyncio.gather(*hanging)
        await assert_quiet(database)


@pytest.mark.parametrize(
    ("slow", "other"),
    [
        (Caller("rosa", Tier.REGION, ("BE", "NL")), Caller("rita", Tier.REGION, ("KE",))),
        (Caller("hanna", Tier.HEADQUARTERS), Caller("henk", Tier.HEADQUARTERS)),
        (Caller("aline", Tier.AUDITOR), Caller("anton", Tier.AUDITOR)),
        (Caller("carla", Tier.CASEWORKER, ("BE",)), Caller("kezia", Tier.CASEWORKER, ("KE",))),
        (OFFICE, KENYA),
    ],
    ids=lambda caller: caller.subject,
)
async def test_in_every_tier_one_leaves_others_a_connection(
    world: Address, superuser: Connection, slow: Caller, other: Caller
) -> None:
    """With the connections that the tiers have: regions, and callers of headquarters, cannot hold all of theirs."""
    async with every_tier(world) as database:
        most = most_of_a_member(LIMITS[slow.tier].connections)
        assert most < LIMITS[slow.tier].connections
        text = "SELECT pg_advisory_xact_lock_shared(7), pg_backend_pid() AS pid"
        async with closed_gate(superuser):
            hanging = [asked(database, slow, text) for _ in range(5)]
            hanging += [begun(database, slow, "snapshot", text) for _ in range(5)]
            await standing(superuser, most)
            await answered(database, other)
            await standing(superuser, most)
        await asyncio.gather(*hanging)
        await assert_quiet(database)


async def test_a_mutation_that_waits_and_is_cancelled_takes_nothing(world: Address, superuser: Connection) -> None:
    """Before its turn and within it; whoever waits behind is served."""
    async with pools(world, 1) as database:
        async with closed_gate(superuser):
            working, waiting = begun(database, OFFICE, "writing"), begun(database, OFFICE, "writing")
            behind = begun(database, OFFICE, "writing", NUMBERED)
            (pid,) = await standing(superuser, 1)
            for task in (waiting, working):
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
            assert (await asyncio.wait_for(behind, LONG))["number"] == 7

            async def is_gone() -> bool:
                return not await superuser.fetchval("SELECT count(*) FROM pg_stat_activity WHERE pid = $1", pid)

            await until(is_gone)
        await assert_quiet(database)


async def test_who_waits_too_long_for_its_turn_is_told(
    world: Address, superuser: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seventh mutation of a country, while four stand; those that stand are not disturbed."""
    monkeypatch.setattr(countries.connections.database, "WAIT_SECONDS", 0.3)
    async with pools(world, SIX) as database:
        for _ in range(3):
            await asyncio.gather(*(asked(database, OFFICE, NUMBERED, 1) for _ in range(20)))
        async with closed_gate(superuser):
            hanging = [begun(database, OFFICE, "writing") for _ in range(4)]
            await standing(superuser, 4)
            late = [begun(database, OFFICE, "writing"), asked(database, OFFICE, NUMBERED, 1)]
            found = await asyncio.gather(*late, return_exceptions=True)
            assert [type(each) for each in found] == [TimeoutError, TimeoutError]
            assert not any(task.done() for task in hanging)
        await asyncio.gather(*hanging)
        await assert_quiet(database)


async def test_a_pool_that_closes_tells_those_who_wait(world: Address, superuser: Connection) -> None:
    """Mutations under way end as they should; those that wait hear it, and nobody waits for ever."""
    async with pools(world, 2) as database:
        async with closed_gate(superuser):
            working = begun(database, OFFICE, "writing")
            await standing(superuser, 1)
            waiting = [begun(database, OFFICE, "writing", NUMBERED) for _ in range(20)]
            await asyncio.sleep(0)
            closing = asyncio.create_task(database.close())
            await asyncio.sleep(0)
        await asyncio.wait_for(working, LONG)
        found = await asyncio.wait_for(asyncio.gather(*waiting, return_exceptions=True), LONG)
        assert {type(each) for each in found} == {asyncpg.InterfaceError}
        await closing


async def test_a_connection_that_cannot_be_opened_keeps_no_place(
    world: Address, superuser: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each hears its own error; when the server lets them in again, all places are there."""
    async with pools(world, SIX) as database:
        pool = database._pools[Tier.OFFICE]
        connect: Callable[[], Any] = pool._connect

        async def refused() -> Any:  # noqa: ANN401 - a connection
            await asyncio.sleep(0)
            raise ConnectionRefusedError

        monkeypatch.setattr(pool, "_connect", refused)
        tasks = [begun(database, OFFICE, "writing") for _ in range(10)]
        tasks += [asked(database, KENYA, NUMBERED, number) for number in range(10)]
        found = await asyncio.gather(*tasks, return_exceptions=True)
        assert {type(each) for each in found} == {ConnectionRefusedError}
        await assert_quiet(database)
        monkeypatch.setattr(pool, "_connect", connect)
        async with closed_gate(superuser):
            hanging = [begun(database, OFFICE, "writing") for _ in range(10)]
            await standing(superuser, most_of_a_member(SIX))
        await asyncio.gather(*hanging)

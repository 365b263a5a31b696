"""Mutations that hang in one country keep no other country's waiting, and each other only in a line."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import asyncpg

from countries.connections.limits import LIMITS
from countries.connections.turns import most_of_a_member
from countries.tenancy.caller import Tier
from tests.countries.sharers import until
from tests.writes.operations import seen
from tests.writes.writes import uuid_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from tests.writes.writes import Row, Writes

MOST = most_of_a_member(LIMITS[Tier.OFFICE].connections)
HELD_UP = """
SELECT count(DISTINCT l.pid) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
WHERE NOT l.granted AND a.datname = current_database() AND a.usename = 'hearth_office'
"""
SMALL = "{ programmes(first: 1) { nodes { name } } }"


@asynccontextmanager
async def locked(written: Address, home: Row) -> AsyncIterator[None]:
    """As long as the block lasts, whoever changes the home waits for it."""
    other = await asyncpg.connect(**written.connect_arguments("hearth_operator"))
    try:
        async with other.transaction():
            await other.execute("SELECT FROM home WHERE id = $1 FOR UPDATE", uuid_of(home["id"]))
            yield
    finally:
        await other.close()


async def held_up(writes: Writes, count: int) -> None:
    """As soon as so many server processes of offices wait for a lock."""

    async def are_so_many() -> bool:
        return bool(await writes.value(HELD_UP) == count)

    await until(are_so_many)


async def test_six_slow_mutations_of_one_country(writes: Writes, written: Address) -> None:
    """Kenya's small query, and its mutation, are answered while four of them hold connections and two wait."""
    home = await writes.home()
    async with locked(written, home):
        slow = [
            asyncio.create_task(writes.do("updateHome", **seen(home), locality=place))
            for place in ("Gent", "Brugge", "Namur", "Mons", "Aalst", "Ieper")
        ]
        await held_up(writes, MOST)
        for _ in range(2):
            answer = await writes.send(SMALL, "kenya")
            assert "errors" not in answer
            added = await writes.do("addCommunityPartner", "kenya", name="Library", kind="OTHER")
            assert (added.errors, added.row["name"]) == ([], "Library")
        assert not any(task.done() for task in slow)
        await held_up(writes, MOST)
    told = [await task for task in slow]
    assert sorted(len(each.errors) for each in told) == [0, 1, 1, 1, 1, 1]


async def test_slow_reads_beside_slow_mutations(writes: Writes, written: Address) -> None:
    """Both kinds of one country together hold four: a flood of its queries adds none."""
    home = await writes.home()
    async with locked(written, home):
        slow = [asyncio.create_task(writes.do("updateHome", **seen(home), locality="Gent")) for _ in range(6)]
        await held_up(writes, MOST)
        queries = [asyncio.create_task(writes.send(SMALL)) for _ in range(50)]
        assert "errors" not in await writes.send(SMALL, "kenya")
        assert writes.database._pools[Tier.OFFICE].turns.held("BE") == MOST
        assert not any(query.done() for query in queries)
    answers = await asyncio.gather(*queries)
    assert all("errors" not in answer for answer in answers)
    await asyncio.gather(*slow)


async def test_twins_of_a_key_wait_in_a_line(writes: Writes, written: Address) -> None:
    """Twenty of one key, more than there are connections: the first has its own to the end, and all get its answer."""
    home = await writes.home()
    given = {**seen(home), "capacity": 7, "idempotencyKey": "twenty"}
    async with locked(written, home):
        twins = [asyncio.create_task(writes.do("updateHome", **given)) for _ in range(20)]
        await held_up(writes, MOST)
        assert not any(twin.done() for twin in twins)
        assert "errors" not in await writes.send(SMALL, "kenya")
    told = [await twin for twin in twins]
    assert [each.body for each in told] == [told[0].body] * 20
    assert (told[0].errors, told[0].row["version"]) == ([], 2)


async def test_clients_that_leave_give_their_places_back(writes: Writes, written: Address) -> None:
    """Of forty that hang and go away nothing is held, and the next mutation is done."""
    home = await writes.home()
    async with locked(written, home):
        slow = [asyncio.create_task(writes.do("updateHome", **seen(home), locality="Gent")) for _ in range(40)]
        await held_up(writes, MOST)
        for task in slow:
            task.cancel()
        await asyncio.gather(*slow, return_exceptions=True)
        await held_up(writes, 0)
    assert (await writes.ok("updateHome", **seen(home), locality="Brugge"))["version"] == 2
    turns = writes.database._pools[Tier.OFFICE].turns

    async def is_quiet() -> bool:
        return turns.free == turns.places and not turns._parties

    await until(is_quiet)

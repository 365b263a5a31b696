"""What was acknowledged is there, once, whoever is killed in the middle: the server, or PostgreSQL with all it runs.

PostgreSQL waits for the disk as in production. `HEARTH_KILL_MUTATIONS` asks for more than the suite has time for.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import httpx
import pytest

from countries.embedded.postgres import EmbeddedPostgres, find_binaries
from countries.tenancy.logins import ALL_LOGINS, OPERATOR
from graph.identity.authenticator import issue_token
from graph.writes.idempotency import OF_ID
from tests.writes.killing import KILLED, Client, Server, Tally
from tests.writes.killing_all import COUNTRY, Everything, check_all
from tests.writes.writes import Operator, uuid_of

MUTATIONS = int(os.environ.get("HEARTH_KILL_MUTATIONS", "1200"))
CLIENTS = 8
COUNTRIES = ("NL", "KE")
HERE = "SELECT {} FROM {} WHERE country_code = ANY ($1)"
"""Of the countries in which the same few mutations are done again and again; in another one all of them are."""
SECRET = "a secret of thirty-two characters or more"
PAST = ("history_plain", "history_personal", "history_sensitive")
ROWS = {"startProgramme": 1, "openHome": 1, "admitChild": 4, "placeChild": 2, "updateChild": 1, "addCommunityLink": 1}
"""How many rows each mutation of the clients writes: an admission opens an assessment of whether it is needed, too."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server that is not started yet; nothing of it is left behind."""
    made = Server(tmp_path, SECRET)
    yield made
    made.end()


async def test_nothing_is_lost_and_nothing_is_done_twice(server: Server) -> None:
    """Both are killed with -9 under load; in the end every mutation is there exactly once, and the feed has no gap."""
    server.start()
    await server.ready()
    tally = Tally()
    tally.up.set()
    async with httpx.AsyncClient(timeout=120, limits=httpx.Limits(max_connections=CLIENTS)) as http:
        tokens = {country: issue_token(SECRET, role="office", country=country) for country in COUNTRIES}
        clients = [
            Client(server, tokens[country], country, tally, http) for country in COUNTRIES for _ in range(CLIENTS // 2)
        ]
        await asyncio.gather(*(client.settle() for client in clients))
        everything = Everything(server, issue_token(SECRET, role="office", country=COUNTRY), tally, http)
        work = asyncio.gather(*(client.write(MUTATIONS // CLIENTS) for client in clients))
        beside = asyncio.create_task(everything.write(work))
        try:
            await kill_both(server, tally, work)
            await work
            await beside
        finally:
            work.cancel()
            beside.cancel()
    await check(server, clients, tally, everything)
    assert await server.stop() == 0, server.output()


async def kill_both(server: Server, tally: Tally, work: asyncio.Future[list[None]]) -> None:
    """The server after a third of the work, PostgreSQL after two thirds."""
    await reached(tally, work, MUTATIONS // 3)
    tally.up.clear()
    assert await server.kill() == KILLED
    server.start()
    await server.ready()
    before = tally.repeated
    tally.up.set()
    await reached(tally, work, MUTATIONS * 2 // 3)
    assert before > 0, "nobody was waiting for an answer when the server was killed"
    assert server.kill_postgres() > CLIENTS
    async with asyncio.timeout(120):
        while tally.unavailable < CLIENTS:  # noqa: ASYNC110 - the clients tell nobody that they have heard
            await asyncio.sleep(0.01)
    tally.up.clear()
    # The server says that its database is gone, and stops as it should; the next one repairs what was killed.
    await server.stop()
    server.start()
    await server.ready()
    tally.up.set()


async def reached(tally: Tally, work: asyncio.Future[list[None]], many: int) -> None:
    """Wait until so many are acknowledged."""
    while sum(tally.done.values()) < many:
        await asyncio.sleep(0.005)
        if work.done():
            work.result()
            return


async def check(server: Server, clients: list[Client], tally: Tally, everything: Everything) -> None:
    """Compare what is there with what was acknowledged."""
    postgres = EmbeddedPostgres(server.folder / "data", find_binaries(), logins=ALL_LOGINS)
    address = (await asyncio.to_thread(postgres.start)).with_database("hearth")
    try:
        operator = await asyncpg.connect(**address.connect_arguments(OPERATOR))
        try:
            assert await operator.fetchval("SHOW fsync") == "on"
            await check_rows(operator, clients, tally)
            await check_ledgers(operator, tally)
            await check_all(operator, everything)
        finally:
            await operator.close()
    finally:
        await asyncio.to_thread(postgres.stop)


async def check_rows(operator: Operator, clients: list[Client], tally: Tally) -> None:
    """Each acknowledged mutation has its row, and there are no others."""
    links = await operator.fetch("SELECT id FROM community_link WHERE country_code = ANY ($1)", COUNTRIES)
    assert sorted(str(row["id"]) for row in links) == sorted(str(uuid_of(link)) for link in tally.links)
    assert len(set(tally.links)) == tally.done["addCommunityLink"]
    assert await operator.fetchval(HERE.format("count(*)", "placement"), COUNTRIES) == tally.done["placeChild"] + len(
        clients
    )
    assert await operator.fetchval(HERE.format("count(*)", "home_stay"), COUNTRIES) == tally.done["placeChild"] + len(
        clients
    )
    for client in clients:
        version = await operator.fetchval("SELECT version FROM child WHERE id = $1", uuid_of(client.child))
        assert version == client.version
    assert await operator.fetchval(HERE.format("sum(version - 1)", "child"), COUNTRIES) == tally.done["updateChild"]
    of_id = "SELECT count(*) FROM idempotency_key WHERE (path = $1) = $2 AND country_code = ANY ($3)"
    keys, names = [await operator.fetchval(of_id, OF_ID, is_of_id, COUNTRIES) for is_of_id in (False, True)]
    assert keys == sum(tally.done.values()) == MUTATIONS // CLIENTS * CLIENTS + 4 * CLIENTS
    # Whatever makes a row under an id of the client's own is known by that too, once it has lost its key.
    assert names == keys - tally.done["updateChild"]


async def check_ledgers(operator: Operator, tally: Tally) -> None:
    """The feed has as many entries as rows were written, and no gap; a write of a row has its history, once a class."""
    written = sum(ROWS[name] * many for name, many in tally.done.items())
    rows = await operator.fetch("SELECT country_code, number FROM change ORDER BY country_code, number")
    assert sum(row["country_code"] in COUNTRIES for row in rows) == written
    for country in (*COUNTRIES, COUNTRY):
        numbers = [row["number"] for row in rows if row["country_code"] == country]
        assert numbers == list(range(1, len(numbers) + 1))
        last = await operator.fetchval("SELECT last FROM change_counter WHERE country_code = $1", country)
        assert last == len(numbers)
    entries = " UNION ALL ".join(f"SELECT '{name}' AS class, * FROM {name}" for name in PAST)  # noqa: S608 - tables of ours
    twice = f"SELECT count(*) FROM (SELECT FROM ({entries}) e GROUP BY class, row_id, version HAVING count(*) > 1) t"  # noqa: S608 - as above
    assert await operator.fetchval(twice) == 0
    here = f"FROM ({entries}) e WHERE country_code = ANY ($1)"
    writes = f"SELECT count(*) FROM (SELECT DISTINCT row_id, version {here}) t"  # noqa: S608 - as above
    assert await operator.fetchval(writes, COUNTRIES) == written

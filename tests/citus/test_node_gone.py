"""A node that goes away: its countries are told so, all others read and write on, and nothing is lost or doubled."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import asyncpg
import orjson
import pytest_asyncio

from countries.connections.database import Database
from countries.tenancy.caller import Caller, Tier
from graph.database.residency import places
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema
from graph.serving.lacks import nodes_away
from tests.citus.forwarder import Forwarder
from tests.conftest import NOW, copy_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from countries.register.register import Register

CHILDREN = "{ children(first: 5) { totalCount nodes { id givenName } } }"
HOMES = "{ homes { totalCount } }"
PARTNER = """
mutation ($i: AddCommunityPartnerInput!) {
  addCommunityPartner(input: $i) { communityPartner { id name } errors { reason } }
}
"""
PARTNERS = "{ communityPartners { totalCount } }"
NODES = "SELECT nodeid, nodename, nodeport FROM pg_dist_node WHERE groupid > 0 ORDER BY nodeid"
WRITES = 30
HEADQUARTERS = Caller("hanna", Tier.HEADQUARTERS)


class Cut:
    """A cluster one of whose nodes can be cut off.

    Attributes:
        engine: reads and writes.
        database: its pools.
        node: the way to that node.
        there: the office of a country on it.
        elsewhere: the office of one on another.
    """

    engine: Engine
    database: Database
    node: Forwarder
    there: Caller
    elsewhere: Caller

    async def ask(self, caller: Caller, text: str, **variables: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
        """The answer."""
        body = (await self.engine.answer(GraphQLRequest(text, variables=variables), caller)).body
        answer: dict[str, Any] = orjson.loads(body)
        return answer


@pytest_asyncio.fixture(scope="module")
async def behind(server: Address, worker: str) -> AsyncIterator[tuple[Address, Forwarder]]:
    """A cluster that reaches its last node by a way that can be cut."""
    address = await copy_database(server, "world", f"gone_{worker}")
    connection = await asyncpg.connect(**address.connect_arguments(address.login or "postgres"))
    *_, last = await connection.fetch(NODES)
    node = Forwarder(last["nodename"], last["nodeport"])
    await node.open()
    await connection.execute("SELECT citus_update_node($1, '127.0.0.1', $2)", last["nodeid"], node.port)
    await connection.close()
    yield address, node
    await node.cut()


@pytest_asyncio.fixture(scope="module")
async def cut(behind: tuple[Address, Forwarder], register: Register) -> AsyncIterator[Cut]:
    """Who asks there."""
    address, node = behind
    _, residences = await places(address, address.login or "postgres", register)
    of = {each.country: each.node.port == node.port for each in residences if each.country in ("BE", "KE", "NL")}
    there = next(country for country, is_there in of.items() if is_there)
    elsewhere = next(country for country, is_there in of.items() if not is_there)
    found = Cut()
    found.database = Database(address)
    await found.database.open()
    found.engine = Engine(build_schema()._schema, graph_model(), register, found.database, lambda: NOW)
    found.node = node
    found.there, found.elsewhere = (Caller("o", Tier.OFFICE, (country,)) for country in (there, elsewhere))
    yield found
    await found.database.close()


async def test_its_countries_are_told_and_the_others_read_on(cut: Cut) -> None:
    """Office, headquarters and readiness know which; when it is back nothing has to be started anew."""
    before = await cut.ask(cut.there, CHILDREN)
    whole = await cut.ask(HEADQUARTERS, HOMES)
    assert before["data"]["children"]["nodes"]
    await cut.node.cut()
    try:
        for caller, text in ((cut.there, CHILDREN), (HEADQUARTERS, HOMES)):
            (error,) = (await cut.ask(caller, text))["errors"]
            assert (error["extensions"]["code"], error["extensions"]["reason"]) == ("UNAVAILABLE", "NODE_AWAY")
            assert error["extensions"]["retryable"]
        assert (await cut.ask(cut.elsewhere, CHILDREN))["data"]["children"]["nodes"]
        away = await cut.database.nodes_away()
        assert away == (f"127.0.0.1:{cut.node.port}",)
        assert away[0] in nodes_away(away).message
        assert await cut.database.ready()
    finally:
        await cut.node.open()
    assert await cut.ask(cut.there, CHILDREN) == before
    assert await cut.ask(HEADQUARTERS, HOMES) == whole
    assert await cut.database.nodes_away() == ()


async def test_nothing_is_lost_or_doubled_where_it_goes_while_others_write(cut: Cut) -> None:
    """Who repeats under the same key has written once; the other country has not waited for it."""
    before = {caller: await cut.ask(caller, PARTNERS) for caller in (cut.there, cut.elsewhere)}
    refused: list[str] = []
    written: list[str] = []

    async def write(caller: Caller, number: int) -> None:
        """Write until it is told as written."""
        given = {"name": f"Club {number} {uuid4()}", "kind": "SPORTS_CLUB", "idempotencyKey": str(uuid4())}
        while True:
            answer = await cut.ask(caller, PARTNER, i=given)
            if "errors" not in answer:
                payload = answer["data"]["addCommunityPartner"]
                assert payload["errors"] == []
                written.append(payload["communityPartner"]["id"])
                return
            refused.append(caller.countries[0] + answer["errors"][0]["extensions"]["reason"])
            await asyncio.sleep(0.05)

    async def cuts() -> None:
        """Cut it off twice."""
        for share in (1, 2):
            while len(written) < share * WRITES / 2:  # noqa: ASYNC110 - each that writes would have to know how many did
                await asyncio.sleep(0.01)
            await cut.node.cut()
            await asyncio.sleep(0.3)
            await cut.node.open()

    await asyncio.gather(cuts(), *(write(caller, number) for number in range(WRITES) for caller in before))

    assert len(set(written)) == 2 * WRITES
    assert refused, "it was cut while somebody wrote"
    assert {reason[2:] for reason in refused} <= {"NODE_AWAY", "TOOK_TOO_LONG", "NOT_NOW"}
    assert not [each for each in refused if each.startswith(cut.elsewhere.countries[0] + "NODE")]
    for caller, was in before.items():
        now = (await cut.ask(caller, PARTNERS))["data"]
        assert now["communityPartners"]["totalCount"] == was["data"]["communityPartners"]["totalCount"] + WRITES

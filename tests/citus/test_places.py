"""A country's rows on a node of their own: brought there while it is read, and found there alone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from uuid import uuid4

import asyncpg
import orjson
import pytest
import pytest_asyncio

from countries.connections.database import Database
from countries.connections.figures import counting
from countries.tenancy.caller import Caller, Tier
from graph.database.citus_plan import DistributionError
from graph.database.residency import listed, place, places
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from countries.register.register import Register
    from graph.database.residency import Residence

OFFICE = Caller("kamau", Tier.OFFICE, ("KE",))
HEADQUARTERS = Caller("hanna", Tier.HEADQUARTERS)
CHILDREN = "{ children(first: 100) { totalCount nodes { id givenName placements { nodes { home { name } } } } } }"
HOMES = "{ homes(first: 100) { totalCount nodes { id country { code } } } }"


@pytest_asyncio.fixture(scope="module")
async def moved(server: Address, worker: str) -> Address:
    """A database whose countries these tests move."""
    return await copy_database(server, "world", f"places_{worker}")


@pytest_asyncio.fixture
async def read(moved: Address, register: Register) -> AsyncIterator[Engine]:
    """Reads it."""
    database = Database(moved)
    await database.open()
    yield Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
    await database.close()


async def home_of(moved: Address, register: Register, country: str) -> Residence:
    """Where a country is."""
    _, residences = await places(moved, login_of(moved), register)
    return next(each for each in residences if each.country == country)


def login_of(address: Address) -> str:
    """The superuser's."""
    return address.login or "postgres"


async def test_a_country_is_given_a_node_of_its_own(moved: Address, read: Engine, register: Register) -> None:
    """Its shards hold nobody else's rows, everybody reads what was read before, and a second call has nothing to do."""
    before = [(await read.answer(GraphQLRequest(text), who)).body for text, who in ASKED]
    here = await home_of(moved, register, "KE")
    nodes, _ = await places(moved, login_of(moved), register)
    there = next(node for node in nodes if node.holds and node != here.node)
    said: list[str] = []

    done = await place(moved, login_of(moved), register, "ke", str(there), tell=said.append)

    found = await home_of(moved, register, "KE")
    assert (found.node, found.alone) == (there, True)
    assert (done.moved_from, done.isolated) == (here.node, True)
    assert [line for line in said if "goes from" in line]
    assert [(await read.answer(GraphQLRequest(text), who)).body for text, who in ASKED] == before
    assert len(orjson.loads(before[0])["data"]["children"]["nodes"]) > 10
    again = await place(moved, login_of(moved), register, "KE", str(there), tell=said.append)
    assert (again.moved_from, again.isolated) == (None, False)


PARTNER = """
mutation ($i: AddCommunityPartnerInput!) {
  addCommunityPartner(input: $i) { communityPartner { id } errors { reason } }
}
"""
PARTNERS = "{ communityPartners { totalCount } }"


async def test_a_country_is_written_to_while_it_moves(moved: Address, read: Engine, register: Register) -> None:
    """Each write is done once, those that change a row that is there among them: the country's counter is one."""
    office, ended, written = Caller("b", Tier.OFFICE, ("BE",)), asyncio.Event(), 0
    before = orjson.loads((await read.answer(GraphQLRequest(PARTNERS), office)).body)

    async def write() -> None:
        nonlocal written
        while not ended.is_set():
            given = {"name": f"Club {uuid4()}", "kind": "SPORTS_CLUB"}
            answer = orjson.loads((await read.answer(GraphQLRequest(PARTNER, variables={"i": given}), office)).body)
            assert answer["data"]["addCommunityPartner"]["errors"] == [], answer
            written += 1

    async def move() -> None:
        try:
            here = await home_of(moved, register, "BE")
            nodes, _ = await places(moved, login_of(moved), register)
            there = next(node for node in nodes if node.holds and node != here.node)
            for node in (there, here.node):
                await place(moved, login_of(moved), register, "BE", str(node), tell=lambda _: None)
        finally:
            ended.set()

    await asyncio.gather(write(), move())
    after = orjson.loads((await read.answer(GraphQLRequest(PARTNERS), office)).body)
    assert written > 10
    total = before["data"]["communityPartners"]["totalCount"]
    assert after["data"]["communityPartners"]["totalCount"] == total + written


KEPT = """
SELECT nodeid, result
FROM run_command_on_workers(format('SELECT count(*) FROM pg_class WHERE relname LIKE %L', $1::text))
JOIN pg_dist_node USING (nodename, nodeport)
"""
ASKED = ((CHILDREN, OFFICE), (HOMES, HEADQUARTERS))


async def test_what_is_left_behind_is_dropped_at_once(moved: Address, register: Register) -> None:
    """The node that gave a country up has none of its shards any more."""
    here = await home_of(moved, register, "BE")
    nodes, _ = await places(moved, login_of(moved), register)
    there = next(node for node in nodes if node.holds and node != here.node)
    await place(moved, login_of(moved), register, "BE", str(there), tell=lambda _: None)
    found = await home_of(moved, register, "BE")
    connection = await asyncpg.connect(**moved.connect_arguments(login_of(moved)))
    try:
        rows = await connection.fetch(KEPT, f"%\\_{found.shard}")
        left = await connection.fetchval("SELECT count(*) FROM pg_dist_cleanup")
    finally:
        await connection.close()
    assert {row["nodeid"]: row["result"] != "0" for row in rows} == {
        node.id: node == there for node in nodes if node.holds
    }
    assert left == 0


async def test_nothing_moves_while_a_period_is_being_closed(moved: Address, register: Register) -> None:
    """Whoever asks is told to wait, and nothing has changed."""
    before = await home_of(moved, register, "KE")
    async with counting(moved):
        with pytest.raises(DistributionError, match="is being closed") as refused:
            await place(moved, login_of(moved), register, "KE", str(before.node), tell=lambda _: None)
    assert refused.value.hint
    assert await home_of(moved, register, "KE") == before


@pytest.mark.parametrize(("country", "node", "said"), [
    ("XX", "127.0.0.1:1", "The register has no country XX."),
    ("KE", "nowhere", "The cluster has no node called nowhere."),
])  # fmt: skip
async def test_an_unknown_country_or_node_is_refused(
    moved: Address, register: Register, country: str, node: str, said: str
) -> None:
    """A sentence says which, a hint what there is."""
    with pytest.raises(DistributionError) as refused:
        await place(moved, login_of(moved), register, country, node, tell=lambda _: None)
    assert str(refused.value) == said
    assert refused.value.hint


async def test_a_coordinator_without_rows_is_no_place_for_a_country(moved: Address, register: Register) -> None:
    """What holds no rows is named as such, and listed as such."""
    nodes, residences = await places(moved, login_of(moved), register)
    bare = next(node for node in nodes if not node.holds)
    with pytest.raises(DistributionError, match="holds no rows of countries"):
        await place(moved, login_of(moved), register, "KE", str(bare), tell=lambda _: None)
    assert f"{bare}  holds no rows of countries" in listed(nodes, residences)


async def test_every_country_of_the_register_is_somewhere(moved: Address, register: Register) -> None:
    """The list is whole, also of countries without a row."""
    nodes, residences = await places(moved, login_of(moved), register)
    told = " ".join(listed(nodes, residences)).split()
    assert {each.country for each in residences} == set(register) <= set(told)

"""The feed says nothing of what a caller does not see: neither that others wrote, nor how much."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import UUID

import asyncpg
import orjson
import pytest
import pytest_asyncio

from countries.connections.database import Database
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.caller import Caller, Tier
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.plan.sql.missing import LOAD_ANEW
from graph.plan.tree.feed import WINDOW
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from countries.connections.address import Address
    from countries.register.register import Register

    Connection = asyncpg.Connection[asyncpg.Record]

TYPES = {"Child": "CHILD", "Home": "HOME", "CommunityPartner": "COMMUNITY_PARTNER"}
PAGE = """query ($since: String, $types: [ChangedType!], $first: Int!) {
  changes(since: $since, types: $types, first: $first) {
    head nodes { rowId } edges { cursor } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }"""
Entry = tuple[str, UUID | None]


@dataclass
class Feed:
    """Belgium's feed, which this test alone writes."""

    engine: Engine
    operator: Connection
    superuser: Connection
    programmes: list[UUID]
    last: int = 0

    def caller(self, *programmes: int) -> Caller:
        """A caseworker of programmes, by their place."""
        return Caller("carla", Tier.CASEWORKER, ("BE",), tuple(self.programmes[place] for place in programmes))

    async def add(self, entries: Sequence[Entry]) -> list[str]:
        """Write entries; their rows' ids."""
        first = self.last + 1
        self.last += len(entries)
        ids = [UUID(int=number) for number in range(first, self.last + 1)]
        async with self.operator.transaction():
            await self.operator.execute(
                "INSERT INTO change_counter (country_code, last) VALUES ('BE', $1)"
                " ON CONFLICT (country_code) DO UPDATE SET last = excluded.last",
                self.last,
            )
            await self.operator.copy_records_to_table(
                "change",
                records=[
                    ("BE", number, type_, id_, "UPDATED", programme)
                    for number, id_, (type_, programme) in zip(range(first, self.last + 1), ids, entries, strict=True)
                ],
                columns=["country_code", "number", "type", "row_id", "kind", "programme_id"],
            )
        return [f"{type_}_BE_{id_}" for id_, (type_, _) in zip(ids, entries, strict=True)]

    async def ask(self, caller: Caller, **variables: object) -> dict[str, Any]:
        """One page, as the whole response."""
        answer = await self.engine.answer(GraphQLRequest(PAGE, variables={"first": 50, **variables}), caller)
        response: dict[str, Any] = orjson.loads(answer.body)
        return response

    async def page(self, caller: Caller, **variables: object) -> dict[str, Any]:
        """One page."""
        response = await self.ask(caller, **variables)
        page: dict[str, Any] = response["data"]["changes"]
        assert page is not None, response
        return page

    async def all(self, caller: Caller, **variables: object) -> tuple[list[str], int]:
        """Every row that the pages name from the beginning on, and how many pages that took."""
        since, found, pages = None, list[str](), 0
        while True:
            page = await self.page(caller, since=since, **variables)
            pages += 1
            found += [node["rowId"] for node in page["nodes"]]
            assert page["pageInfo"]["endCursor"] != since or not page["pageInfo"]["hasNextPage"]
            since = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                return found, pages


@pytest_asyncio.fixture
async def feed(server: Address, worker: str, register: Register) -> AsyncIterator[Feed]:
    """An empty feed."""
    address = await copy_database(server, "world", f"counter_{worker}")
    operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    superuser = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    listed = await operator.fetch("SELECT id FROM programme WHERE country_code = 'BE' ORDER BY id")
    made_up = [UUID(int=1000), UUID(int=1001), UUID(int=1002)]
    ids = [UUID(str(row["id"])) for row in listed]
    database = Database(address)
    await database.open()
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
    yield Feed(engine, operator, superuser, [*made_up, *ids])
    await database.close()
    await superuser.close()
    await operator.close()


async def test_what_others_write_changes_nothing_that_a_caseworker_is_told(feed: Feed) -> None:
    """Head, cursors and whether there is more stay as they were, byte for byte, however much others write."""
    await feed.add([("Child", feed.programmes[0]), ("CommunityPartner", None)])
    carla = feed.caller(0)
    pages: list[dict[str, Any]] = [{}, {"first": 1}, {"first": 2}, {"types": ["CHILD"]}, {"types": ["HOME"]}]
    told = [await feed.ask(carla, **asked) for asked in pages]
    end = told[0]["data"]["changes"]["pageInfo"]["endCursor"]
    resumed = await feed.ask(carla, since=end)
    for written in (1, 500, 3 * WINDOW):
        await feed.add([("Child", feed.programmes[1])] * written)
        assert [await feed.ask(carla, **asked) for asked in pages] == told
        assert await feed.ask(carla, since=end) == resumed
    assert (await feed.page(Caller("oscar", Tier.OFFICE, ("BE",))))["head"] != end


async def test_a_caseworker_without_a_change_begins_at_the_beginning(feed: Feed) -> None:
    """As long as nothing is seen the head is that of an empty feed, and it can be followed."""
    carla = feed.caller(0)
    empty = await feed.page(carla)
    await feed.add([("Child", feed.programmes[1])] * 3)
    assert await feed.page(carla) == empty
    (own,) = await feed.add([("Child", feed.programmes[0])])
    assert [node["rowId"] for node in (await feed.page(carla, since=empty["head"]))["nodes"]] == [own]


async def test_no_number_stands_in_a_cursor(feed: Feed) -> None:
    """Of neighbours and of numbers far apart, for both roles: sixteen digits, none of which follows from another's."""
    await feed.add([("CommunityPartner", None)] * 300)
    for caller in (feed.caller(0), feed.caller(1), Caller("oscar", Tier.OFFICE, ("BE",))):
        page = await feed.page(caller, first=300)
        sealed = [edge["cursor"].partition(".")[2] for edge in page["edges"]]
        assert {len(each) for each in sealed} == {16}
        assert len(set(sealed)) == 300
        values = [int(each, 16) for each in sealed]
        rising = sum(one < other for one, other in pairwise(values))
        assert 100 < rising < 200
        assert len({one ^ other for one, other in pairwise(values)}) == 299
    one, other = (await feed.page(feed.caller(0)), await feed.page(feed.caller(1)))
    assert one["head"].partition(".")[2] != other["head"].partition(".")[2]


async def test_a_made_up_cursor_finds_out_nothing(feed: Feed) -> None:
    """Numbers, near misses and random digits are refused alike: nobody tries out how far the feed is."""
    carla = feed.caller(0)
    await feed.add([("Child", feed.programmes[0])] * 5)
    head = (await feed.page(carla))["head"]
    digest, _, sealed = head.partition(".")
    random = Random(7)  # noqa: S311 - reproducible, not secret
    tried = [
        *(f"{digest}.{number}" for number in (1, 3, 5, 6, 10**6, 10**17)),
        *(f"{digest}.{random.getrandbits(64):016x}" for _ in range(50)),
        *(f"{digest}.{int(sealed, 16) ^ (1 << bit):016x}" for bit in range(64)),
        *(f"{digest}.{each}" for each in ("0000000000000000", "ffffffffffffffff", "7fffffffffffffff", "8" + "0" * 15)),
    ]
    refused = set()
    for cursor in tried:
        response = await feed.ask(carla, since=cursor)
        assert not (response.get("data") or {}).get("changes")
        (error,) = response["errors"]
        refused.add(tuple(error["extensions"][name] for name in ("code", "reason", "hint")))
    elsewhere = await feed.ask(feed.caller(1), since=head)
    refused.add(tuple(elsewhere["errors"][0]["extensions"][name] for name in ("code", "reason", "hint")))
    assert refused == {("CONFLICT", "RESYNC", LOAD_ANEW)}


async def test_a_seal_is_opened_by_what_made_it_alone(feed: Feed) -> None:
    """Back and forth for small and large numbers; another secret or scope, or none, leads beyond every feed."""
    numbers = [0, 1, 2, 3, 255, 10**6, 2**31, 2**32 - 1, 2**32, 2**40 + 5, 10**18]
    opened = await feed.superuser.fetch(
        "SELECT n, hearth_unseal(hearth_seal(n, s, 'a'), s, 'a') AS same,"
        " hearth_unseal(hearth_seal(n, s, 'a'), s, 'b') AS scope,"
        " hearth_unseal(hearth_seal(n, s, 'a'), gen_random_uuid(), 'a') AS secret,"
        " hearth_unseal(hearth_seal(n, s, 'a'), NULL, 'a') AS none"
        " FROM unnest($1::bigint[]) AS n, (SELECT gen_random_uuid() AS s) AS one",
        numbers,
    )
    assert [row["same"] for row in opened] == numbers
    assert all(row[name] > 10**9 for row in opened if row["n"] for name in ("scope", "secret", "none"))
    assert await feed.superuser.fetchval("SELECT hearth_seal(NULL, gen_random_uuid(), 'a')") is None


async def test_secrets_of_countries_differ_and_stay(feed: Feed) -> None:
    """Each country has its own, made by the database; a further write leaves it as it is."""
    await feed.add([("Child", None)])
    await feed.operator.execute("INSERT INTO change_counter (country_code, last) VALUES ('KE', 1), ('NL', 1)")
    secrets = "SELECT country_code, secret FROM change_counter ORDER BY 1"
    before = await feed.operator.fetch(secrets)
    assert len({row["secret"] for row in before}) == 3
    await feed.add([("Child", None)])
    assert await feed.operator.fetch(secrets) == before


async def test_a_rare_change_takes_one_page_however_much_lies_before_it(feed: Feed) -> None:
    """Pages are of what a caseworker sees: how many there are does not tell how much others wrote."""
    await feed.add([("Child", feed.programmes[1])] * (2 * WINDOW))
    own = await feed.add([("Child", feed.programmes[0])])
    await feed.add([("Child", feed.programmes[1])] * (2 * WINDOW))
    own += await feed.add([("CommunityPartner", None)])
    assert await feed.all(feed.caller(0)) == (own, 1)
    assert await feed.all(feed.caller(0, 2)) == (own, 1)
    assert await feed.all(feed.caller(0), types=["CHILD"]) == (own[:1], 1)


async def test_a_rare_type_is_found_behind_many_of_the_own(feed: Feed) -> None:
    """A page looks at a window of own changes at most, and the pages lead on to whatever was asked for."""
    await feed.add([("Child", feed.programmes[0])] * (2 * WINDOW))
    wanted = await feed.add([("Home", feed.programmes[0])])
    await feed.add([("Child", None)] * WINDOW)
    wanted += await feed.add([("Home", None), ("Home", feed.programmes[2])])
    found, pages = await feed.all(feed.caller(0, 2), types=["HOME"])
    assert found == wanted
    assert 1 < pages <= 12


@pytest.mark.parametrize("seed", range(3))
async def test_the_pages_together_are_what_the_caller_sees(feed: Feed, seed: int) -> None:
    """Any mixture of programmes and types, any page size: every change that is seen once, in order, and no other."""
    random = Random(seed)  # noqa: S311 - reproducible, not secret
    whose = [*feed.programmes[:3], None]
    weights = [random.choice((1, 5, 400)) for _ in whose]
    entries: list[Entry] = [(random.choice([*TYPES]), each) for each in random.choices(whose, weights, k=25_000)]
    rows = list(zip(entries, await feed.add(entries), strict=True))
    for caller_of in ((0,), (0, 1), (1, 2), (0, 1, 2), ()):
        caller = feed.caller(*caller_of)
        for types in (None, ["Home"], ["Child", "CommunityPartner"]):
            seen = {None, *caller.programmes}
            wanted = [id_ for (type_, programme), id_ in rows if programme in seen and (not types or type_ in types)]
            asked = {"types": types and [TYPES[each] for each in types], "first": random.choice((400, 997, 1000))}
            assert (await feed.all(caller, **asked))[0] == wanted

"""What a page of the changes feed costs, however long the feed is."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import asyncpg
import pytest

from countries.connections.address import Address
from countries.connections.database import Database
from countries.embedded.postgres import SUPERUSER
from countries.register.register import Register
from countries.tenancy.caller import Caller, Tier
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.plan.tree.feed import WINDOW
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database

LONG = 100_000
FILL = """
INSERT INTO change (country_code, number, type, row_id, kind, programme_id)
SELECT 'BE', n, (ARRAY['Placement', 'CommunityLink', 'Child'])[1 + n % 3], uuidv7(), 'CREATED',
  CASE WHEN n % 1000 = 0 THEN $1::uuid ELSE $2::uuid END
FROM generate_series(1, $3::int) AS n
"""
PAGE = """query ($since: String!, $types: [ChangedType!]) {
  changes(since: $since, first: 20, types: $types) { nodes { rowId isGone node { id } } pageInfo { endCursor } } }"""


SEALED = """
SELECT hearth_seal(hearth_place(number, changed_at), hearth_history(secret), $2)
FROM change JOIN change_counter USING (country_code) WHERE country_code = 'BE' AND number = $1
"""
INDEX = {Tier.OFFICE: "change_pkey", Tier.CASEWORKER: "change_programme_id_idx"}

LongFeed = tuple[Database, Caller, "asyncpg.Connection[asyncpg.Record]"]


@pytest.fixture
async def long_feed(server: Address, worker: str) -> AsyncIterator[LongFeed]:
    """A feed in which one of a thousand changes is the caseworker's; and a superuser, who seals numbers."""
    address = await copy_database(server, "world", f"long_{worker}")
    operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    listed = await operator.fetch("SELECT id FROM programme WHERE country_code = 'BE' ORDER BY id LIMIT 2")
    await operator.execute(FILL, listed[0]["id"], listed[1]["id"], LONG)
    await operator.execute("INSERT INTO change_counter (country_code, last) VALUES ('BE', $1)", LONG)
    await operator.execute("ANALYZE change, change_counter")
    await operator.close()
    database = Database(address)
    await database.open()
    superuser = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    yield database, Caller("carla", Tier.CASEWORKER, ("BE",), (listed[0]["id"],)), superuser
    await superuser.close()
    await database.close()


@pytest.mark.parametrize("tier", [Tier.OFFICE, Tier.CASEWORKER])
async def test_a_page_reads_the_same_wherever_it_lies(long_feed: LongFeed, register: Register, tier: Tier) -> None:
    """A page goes into the feed by an index, looks at a window at most, and touches as much at either end."""
    database, caseworker, superuser = long_feed
    caller = caseworker if tier is Tier.CASEWORKER else Caller("oscar", Tier.OFFICE, ("BE",))
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
    touched = []
    for number in (1_000, LONG - 20_000):
        for types in (None, ["CHILD"]):
            sealed = await superuser.fetchval(SEALED, number, caller.feed)
            variables: dict[str, object] = {"since": f"{caller.feed}.{sealed}", "types": types}
            prepared = engine.prepare(GraphQLRequest(PAGE, variables=variables), caller)
            assert prepared.plan.statement is not None
            async with database.transaction(caller) as lane:
                explained = await lane.connection.fetch(
                    "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, SUMMARY OFF) " + prepared.plan.statement.text,
                    *prepared.values,
                )
            plan = "\n".join(row[0] for row in explained)
            scans = re.findall(rf"(?:using|Bitmap Index Scan on) {INDEX[tier]}.*\n\s+Index Cond: (.*)", plan)
            assert any("number >" in scan for scan in scans), plan
            assert tier is Tier.CASEWORKER or any("number <=" in scan for scan in scans), plan
            # The change that the cursor names, and the one that the next cursor will name: by their number, each once.
            named = re.findall(r"using change_pkey on change.*\n\s+Index Cond: .*\(number = ", plan)
            assert len(named) == 2, plan
            assert "Seq Scan on change " not in plan
            rows = [int(found) for found in re.findall(rf"{INDEX[tier]} on change.*actual rows=(\d+)", plan)]
            assert max(rows) <= WINDOW, plan
            touched.append(sum(int(found) for found in re.findall(r"Buffers: shared hit=(\d+)", plan)[:1]))
    beginning, end = touched[:2], touched[2:]
    for early, late in zip(beginning, end, strict=True):
        assert late < 2 * early + 50, touched

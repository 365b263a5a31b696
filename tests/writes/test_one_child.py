"""One child, in every link: the database holds it too, over the file in which a row stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import asyncpg
import pytest
import pytest_asyncio

from countries.connections.database import Database
from graph.entities import graph_model
from graph.reasons import Reason
from graph.writes.constraints import refusal_of
from tests.conftest import copy_database
from tests.writes.conftest import begun
from tests.writes.hearing import Listened
from tests.writes.operations import seen
from tests.writes.test_twice_recorded import WHY, twins
from tests.writes.writes import Row, Writes, uuid_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from countries.connections.pool import Lane
    from countries.register.register import Register

KEYS = """
SELECT k.conrelid::regclass::text AS near, a.attname AS link, k.confrelid::regclass::text AS far,
  pg_get_constraintdef(k.oid) AS says
FROM pg_constraint k JOIN pg_attribute a
  ON a.attrelid = k.conrelid AND a.attnum = k.conkey[cardinality(k.conkey)]
WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
"""
OF_ONE = "FOREIGN KEY (country_code, child_file_id, {0}) REFERENCES {1}(country_code, child_file_id, id)"
LEADS = "UPDATE task SET care_episode_id = $3 WHERE country_code = $1 AND id = $2"


@pytest_asyncio.fixture(scope="module", params=["at once", "in steps"])
async def world(
    request: pytest.FixtureRequest, server: Address, worker: str, register: Register
) -> AsyncIterator[Writes]:
    """A world that is written in one statement, and one that is written as on a cluster."""
    address = await copy_database(server, "world", f"one_child_{worker}")

    async def hears(_lane: Lane, _text: str, _values: object) -> None:
        """Nothing is asked of the texts."""

    database = Database(address) if request.param == "at once" else Listened(address, hears)
    async with begun(database, address, register) as writes:
        yield writes


async def test_every_link_between_rows_of_a_child_is_a_key_of_both(writes: Writes) -> None:
    """No table that a child owns leads to another one by the row's id alone; whoever leads to a child does."""
    owned = {
        entity.table
        for entity in graph_model().by_table.values()
        if entity.table != "child" and [each.table for each in entity.owners] == ["child"]
    }
    found = {(row["near"], row["link"]): row for row in await writes.rows(KEYS)}
    links = {
        (table, name): column.target
        for table in sorted(owned)
        for name, column in graph_model().by_table[table].stored.items()
        if column.target in owned
    }
    assert ("placement", "care_episode_id") in links
    for key, target in links.items():
        assert found[key]["says"].startswith(OF_ONE.format(key[1], target)), key
    others = [key for key, row in found.items() if "child_file_id, " in row["says"] and key not in links]
    assert others == []
    assert "child_file_id" not in found["sibling_bond", "sibling_id"]["says"]


async def test_the_database_refuses_what_a_rule_would_have_told(writes: Writes) -> None:
    """Another child's time in care; the caller would hear which field it is. An empty link is not asked."""
    child, other = await writes.child(), await writes.child()
    task = await _task(writes, child)
    key = ("BE", uuid_of(task["id"]))
    with pytest.raises(asyncpg.ForeignKeyViolationError) as found:
        await writes.operator.execute(LEADS, *key, uuid_of((await writes.episode(other))["id"]))
    refused = refusal_of(found.value)
    assert refused is not None
    assert (refused.reason, refused.path) == (Reason.OF_ANOTHER_CHILD, ("input", "careEpisodeId"))
    await writes.operator.execute(LEADS, *key, uuid_of((await writes.episode(child))["id"]))
    await writes.operator.execute(LEADS, *key, None)


async def test_rows_of_two_records_of_one_child_are_of_one(world: Writes) -> None:
    """The record that led into care was taken back: what comes later in its file leads to that time in care."""
    stays, gone = await twins(world)
    episode = await world.episode(gone)
    before = await _task(world, gone, careEpisodeId=episode["id"])
    await world.ok("voidChild", id=gone["id"], version=1, reason=WHY, sameAsId=stays["id"])
    child = (await world.get("child", "id", id=stays["id"]))["id"]
    home = await world.home()
    moved = await world.ok("placeChild", childId=child, homeId=home["id"], startedOn="2026-06-01")
    task = await _task(world, stays, careEpisodeId=episode["id"])
    stands = "SELECT child_id, care_episode_id FROM {} WHERE id = $1"
    for table, row, record in (("placement", moved, stays), ("task", task, stays), ("task", before, gone)):
        (found,) = await world.rows(stands.format(table), uuid_of(row["id"]))
        assert tuple(found.values()) == (uuid_of(record["id"]), uuid_of(episode["id"])), table
    stranger = await world.child()
    told = await world.do("correctTask", **seen(task), careEpisodeId=(await world.episode(stranger))["id"], reason=WHY)
    assert told.refused == [("CONFLICT", "input.careEpisodeId")]
    assert told.reasons == {"OF_ANOTHER_CHILD"}


async def _task(writes: Writes, child: Row, **given: str) -> Row:
    said = {"kind": "FOLLOW_UP", "title": "A visit.", "dueOn": "2026-12-01"}
    row: Row = await writes.ok("recordTask", childId=child["id"], **said, **given)
    return row

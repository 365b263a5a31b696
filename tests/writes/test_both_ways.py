"""A mutation is the same thing in one statement and step by step: it answers, writes, remembers and refuses alike."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

import orjson
import pytest
import pytest_asyncio

from countries.connections.database import Database
from countries.tenancy.caller import Tier
from graph.entities import graph_model
from graph.writes.actions import all_actions
from tests.conftest import copy_database
from tests.plan.golden import pretty
from tests.writes.conftest import begun
from tests.writes.hearing import Listened
from tests.writes.operations import OPERATIONS, with_unknown_ids
from tests.writes.routing import faults_of, ground_of
from tests.writes.test_golden import ID, INSTANT
from tests.writes.writes import TABLES, unknown

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence

    from countries.connections.address import Address
    from countries.connections.pool import Lane
    from countries.register.register import Register
    from tests.writes.routing import Ground
    from tests.writes.writes import Json, Row, Told, Writes

ROUNDS = 4
"""So far from the answer an id is told by what leads to it."""
MARK = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
SINCE = " UNION ALL ".join(
    f"SELECT '{name}' AS of, to_jsonb(t)::text AS row FROM \"{name}\" t WHERE t.xmin::text::bigint >= $1"  # noqa: S608 - a table of ours
    for name in TABLES
)
"""Every row that was written since a mark, of all tables of countries: history, feed and keys among them."""


@dataclass(frozen=True, slots=True)
class BothWays:
    """Two worlds that are written alike: the one in one statement, the other step by step.

    Attributes:
        texts: whatever the second's mutations have run.
        ground: what that stands on.
    """

    at_once: Writes
    in_steps: Writes
    texts: set[str]
    ground: Ground

    def each(self) -> tuple[Writes, Writes]:
        """Both."""
        return self.at_once, self.in_steps


@pytest_asyncio.fixture(scope="module")
async def both(server: Address, worker: str, register: Register) -> AsyncIterator[BothWays]:
    """Two copies of the seeded world."""
    one = await copy_database(server, "world", f"at_once_{worker}")
    other = await copy_database(server, "world", f"in_steps_{worker}")
    texts: set[str] = set()

    async def hears(_lane: Lane, text: str, _values: Sequence[object]) -> None:
        texts.add(text)

    listened = Listened(other, hears)
    async with begun(Database(one), one, register) as at_once, begun(listened, other, register) as in_steps:
        yield BothWays(at_once, in_steps, texts, await ground_of(in_steps.operator))


async def came_of(writes: Writes, name: str, as_: str = "office", /, **given: Json) -> tuple[Told, str]:
    """What a mutation answers, and all rows that it has written; an id is what is said of it."""
    mark = await writes.value(MARK)
    told = await writes.do(name, as_, **given)
    rows = [[each["of"], orjson.loads(each["row"])] for each in await writes.rows(SINCE, mark)]
    for _, row in rows:
        # Of the input, whose ids differ; and made up by the database.
        for one in ("digest", "secret"):
            row.pop(one, None)
    fed = sorted((row for table, row in rows if table == "change"), key=lambda row: row["number"])
    for before, row in pairwise(fed):
        # Rows of one write are told of in any order.
        if all(before[name] == row[name] for name in ("type", "kind", "programme_id")):
            row["number"] = before["number"]
    return told, without_names(told.body, [INSTANT.sub("<instant>", pretty(orjson.dumps(row))) for row in rows])


def without_names(answer: Row, rows: list[str]) -> str:
    """An answer and rows in which an id is what is said of it: its place in the answer, or a digest of its rows.

    Of two rows that were made alike either may have either id; whatever leads to them tells which is which.
    """
    told = INSTANT.sub("<instant>", pretty(orjson.dumps(answer)))
    names = {name: f"#{place}" for place, name in enumerate(dict.fromkeys(ID.findall(told)), start=1)}
    others = {name for row in rows for name in ID.findall(row)} - names.keys()
    for _ in range(ROUNDS):
        said = {name: sorted(named(row, names | {name: "@"}) for row in rows if name in row) for name in others}
        names |= {name: sha256("".join(lines).encode()).hexdigest()[:12] for name, lines in said.items()}
    return "\n".join([named(told, names), *sorted(named(row, names) for row in rows)])


def named(text: str, names: Mapping[str, str]) -> str:
    """A text with other names of ids."""
    return ID.sub(lambda found: names.get(found[0], "?"), text)


@pytest.mark.parametrize("name", OPERATIONS)
async def test_it_comes_to_the_same(both: BothWays, name: str) -> None:
    """Tried dry, done under a key, sent again and as it was, of rows that are not there, and under an id."""
    makes = all_actions()[name].creates and not all_actions()[name].many
    both.texts.clear()
    found = []
    for writes in both.each():
        writes._made = 1000 * list(OPERATIONS).index(name)
        given = await OPERATIONS[name](writes)
        tried = await came_of(writes, name, **given, dryRun=True)
        done, said = await came_of(writes, name, **given, idempotencyKey=f"{name}-1")
        repeated = await came_of(writes, name, **given, idempotencyKey=f"{name}-1")
        assert not done.errors
        same = given | ({"id": done.row["id"]} if makes else {})
        if name == "recordRelative":
            # Of somebody else of that name nothing is refused.
            same["relativeIds"] = [each["id"] for each in done.row]
        refused = await came_of(writes, name, **same, idempotencyKey=f"{name}-2")
        unseen = await came_of(writes, name, **with_unknown_ids(given))
        assert refused[0].errors
        own = await under_an_id(writes, name) if makes else []
        found.append([tried[1], said, repeated[1], refused[1], unseen[1], *own])
    at_once, in_steps = found
    assert at_once == in_steps
    assert len(both.texts) > 4
    assert {text: faults for text in both.texts if (faults := faults_of(text, both.ground))} == {}


async def under_an_id(writes: Writes, name: str) -> list[str]:
    """What comes of a row whose id its client has made: at first, and where the same is sent under a key."""
    type_name = graph_model().by_table[all_actions()[name].table].type_name
    given = await OPERATIONS[name](writes) | {"id": unknown(type_name)}
    keyed = given | {"idempotencyKey": f"{name}-3"}
    told = [await came_of(writes, name, **each) for each in (given, keyed, keyed)]
    assert [each.errors for each, _ in told] == [[]] * len(told)
    return [said for _, said in told]


@pytest.mark.parametrize("name", [name for name in OPERATIONS if Tier.CASEWORKER in all_actions()[name].tiers])
async def test_it_comes_to_the_same_for_a_caseworker(both: BothWays, name: str) -> None:
    """The own programme's rows, under the policies of whoever sees no others."""
    both.texts.clear()
    found = []
    for writes in both.each():
        writes._made = 1000 * (len(OPERATIONS) + list(OPERATIONS).index(name))
        found.append((await came_of(writes, name, "caseworker", **await OPERATIONS[name](writes)))[1])
    assert found[0] == found[1]
    assert {text: faults for text in both.texts if (faults := faults_of(text, both.ground))} == {}

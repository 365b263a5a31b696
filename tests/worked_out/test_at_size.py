"""Where a value says that an index serves it, the plan says so too, in a country of thousands of children."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import asyncpg
import orjson
import pytest
import pytest_asyncio

from benchmarks.population import COPY
from countries.connections.database import Database
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.caller import Caller, Tier
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database
from tests.worked_out.catalogue import made_up_model, make_tables
from tests.worked_out.plans import served_by_an_index, serves

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from uuid import UUID

    from countries.connections.address import Address
    from countries.register.register import Register
    from graph.declarations.model import GraphModel

COPIES = 60
PAST = 25
"""Check-ups that were held, of each child; one of each is still to be done, a hundredth of them late."""
FILLED = {
    """
    INSERT INTO check_up (country_code, child_id, programme_id, kind, due_on, held_on)
    SELECT country_code, id, programme_id, 'GENERAL', date '2026-11-01' - 30 * n, date '2026-11-02' - 30 * n
    FROM child, generate_series(1, $1) n WHERE country_code = 'BE'
    """: PAST,
    """
    INSERT INTO check_up (country_code, child_id, programme_id, kind, due_on)
    SELECT country_code, id, programme_id, 'GENERAL',
      date '2026-11-20' + CASE WHEN row_number() OVER (ORDER BY id) % $1 = 0 THEN 0 ELSE 30 END
    FROM child WHERE country_code = 'BE'
    """: 100,
    """
    INSERT INTO look_in (country_code, child_id, programme_id, due_on, held_on)
    SELECT country_code, child_id, programme_id, due_on, held_on FROM check_up WHERE $1 > 0
    """: 1,
    """
    INSERT INTO spell (country_code, child_id, programme_id, carer, started_on, ended_on)
    SELECT country_code, id, programme_id, 'Ann', date '2020-01-01' + 100 * n, date '2020-03-01' + 100 * n
    FROM child, generate_series(1, $1) n WHERE country_code = 'BE'
    """: 3,
    """
    INSERT INTO caregiver_assignment (country_code, child_id, programme_id, caregiver_id, caregiver_name, role,
      started_on, ended_on)
    SELECT country_code, id, programme_id, id, 'Ann', 'KEY_CARER', date '2000-01-01' + 100 * n,
      date '2000-03-01' + 100 * n
    FROM child, generate_series(1, $1) n WHERE country_code = 'BE'
    """: PAST,
    # The copies of a home have none of its number: of many empty cells an index is small enough to be read whole.
    "UPDATE home SET registration_number = 'No. ' || id WHERE country_code = 'BE' AND $1 > 0": 1,
    """
    INSERT INTO inspection (country_code, home_id, programme_id, kind, held_on, outcome, valid_until, carried_out_by)
    SELECT country_code, id, programme_id, 'LICENCE', date '2020-01-01' + n, 'PASSED', date '2027-01-01' + n, 'District'
    FROM home, generate_series(1, $1) n WHERE country_code = 'BE'
    """: 20,
    """
    INSERT INTO task (country_code, child_id, programme_id, care_episode_id, kind, title, due_on, done_on)
    SELECT country_code, id, programme_id, id, 'FOLLOW_UP', 'Visit.',
      date '2026-11-01' - 30 * n, date '2026-11-01' - 30 * n
    FROM child, generate_series(1, $1) n WHERE country_code = 'BE'
    """: PAST,
    # The made-up ones are so few that their table is read whole.
    """
    INSERT INTO placement_exception (country_code, child_id, programme_id, placement_id, home_id, rule, dated, reason,
      authorised_by)
    SELECT country_code, child_id, programme_id, id, home_id, 'UNDER_THREE', started_on + n, 'At night.', 'Director'
    FROM placement, generate_series(1, $1) n WHERE country_code = 'BE'
    """: 2,
    """
    INSERT INTO annual_report (country_code, programme_id, due_on, written_on)
    SELECT country_code, id, date '2026-12-31' - 30 * n, CASE WHEN n > 1 THEN date '2027-01-05' - 30 * n END
    FROM programme, generate_series(1, $1) n WHERE country_code = 'BE'
    """: 2_000,
}
"""Statements with their number."""


@dataclass
class Large:
    """A database with one large country, and who asks."""

    engine: Engine
    database: Database
    model: GraphModel
    callers: dict[str, Caller]

    async def steps(self, text: str, as_: str) -> list[dict[str, Any]]:
        """The steps of the plan that serves every caller of a tier."""
        prepared = self.engine.prepare(GraphQLRequest(text), self.callers[as_])
        assert prepared.plan.statement is not None
        nothing = ", ".join(["NULL"] * len(prepared.values))
        async with self.database.transaction(self.callers[as_]) as lane:
            await lane.connection.execute(f"PREPARE asked AS {prepared.plan.statement.text}")
            explained = await lane.connection.fetchval(f"EXPLAIN (FORMAT JSON) EXECUTE asked ({nothing})")
            await lane.connection.execute("DEALLOCATE asked")
        return list(_within(orjson.loads(explained)[0]["Plan"]))


def _within(plan: dict[str, Any]) -> list[dict[str, Any]]:
    return [plan, *(step for inner in plan.get("Plans", ()) for step in _within(inner))]


@pytest_asyncio.fixture(scope="module")
async def large(
    server: Address, worker: str, register: Register, programmes: dict[str, list[UUID]]
) -> AsyncIterator[Large]:
    """The pools on it."""
    address = await copy_database(server, "world", f"worked_out_large_{worker}")
    with made_up_model() as model:
        await make_tables(address)
        tables = sorted(entity.table for entity in model.by_table.values() if entity.is_tenant)
        connection = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
        await connection.execute("SET session_replication_role = replica")
        for row in await connection.fetch(COPY, tables):
            await connection.execute(row["copy"], COPIES, ["BE"], ["BE"])
        for statement, number in FILLED.items():
            await connection.execute(statement, number)
        await connection.execute("VACUUM (ANALYZE)")
        await connection.close()
        database = Database(address)
        await database.open()
        callers = {
            "office": Caller("oscar", Tier.OFFICE, ("BE",)),
            "caseworker": Caller("carla", Tier.CASEWORKER, ("BE",), tuple(programmes["BE"][:2])),
        }
        yield Large(Engine(build_schema()._schema, model, register, database, lambda: NOW), database, model, callers)
        await database.close()


@pytest.mark.parametrize("as_", ["office", "caseworker"])
async def test_what_is_worked_out_is_found_by_the_index_that_it_names(large: Large, as_: str) -> None:
    """Over all entities: where lists are filtered or ordered by it, the plan has that index."""
    wrong = {}
    asked = list(served_by_an_index(large.model))
    assert len(asked) > 6
    for name, document, served in asked:
        steps = await large.steps(document, as_)
        if not serves(served, steps):
            wrong[name] = [(each["Node Type"], each.get("Relation Name"), each.get("Index Name")) for each in steps]
    assert wrong == {}


@pytest.mark.parametrize("as_", ["office", "caseworker"])
@pytest.mark.parametrize("kind", ["checkUps", "lookIns"])
async def test_what_is_overdue_is_a_range_of_the_open_rows(large: Large, as_: str, kind: str) -> None:
    """The first fifty by the day on which they are due, in the order of the index: nothing is sorted, no past read."""
    listed = "where: { overdue: { eq: true } }, orderBy: [{ dueOn: ASC }]"
    text = f"{{ {kind}(first: 50, {listed}) {{ nodes {{ id dueOn }} }} }}"
    steps = await large.steps(text, as_)
    read = [step for step in steps if "Relation Name" in step]
    table = {"checkUps": "check_up", "lookIns": "look_in"}[kind]
    assert [step["Index Name"] for step in read] == [f"{table}_open_idx"]
    assert "due_on <" in read[0]["Index Cond"]
    assert not [step for step in steps if "Sort" in step["Node Type"] and step["Plans"][0] is read[0]]


@pytest.mark.parametrize("as_", ["office", "caseworker"])
async def test_the_work_list_is_read_by_the_index_of_each_kind(large: Large, as_: str) -> None:
    """Its own order is by the day on which something is due: the indexes of open rows, merged; nothing is sorted."""
    text = "{ worklist(first: 50, where: { owed: { eq: true } }) { nodes { kind dueOn } } }"
    steps = await large.steps(text, as_)
    read = {step["Relation Name"]: step.get("Index Name") for step in steps if "Relation Name" in step}
    kinds = ("annual_report", "check_up", "gatekeeping_assessment", "look_in", "task")
    assert read == {table: f"{table}_open_idx" for table in kinds}
    assert "Merge Append" in {step["Node Type"] for step in steps}


async def test_what_one_country_lays_down_today_is_looked_up_nowhere(large: Large) -> None:
    """Of a national caller's country it is a parameter, however many rows there are."""
    steps = await large.steps("{ children(first: 50) { nodes { comesOfAgeOn } } }", "office")
    assert steps
    assert not [step for step in steps if step.get("Relation Name") == "policy"]

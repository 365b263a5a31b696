"""Which index PostgreSQL takes at each level of the benchmarks' operations, in a country of 20,000 children."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any

import asyncpg
import orjson
import pytest
import pytest_asyncio

from benchmarks.population import COPY
from benchmarks.workloads import document
from countries.connections.database import Database
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.caller import Caller, Tier
from graph.declarations.selections import Together
from graph.demo import seed
from graph.entities import graph_model
from graph.execute.request import GraphQLRequest
from tests.conftest import NOW, SEED, copy_database
from tests.plan.compiled import shared_engine
from tests.worked_out.plans import served_by_an_index, serves

if TYPE_CHECKING:
    from countries.connections.address import Address
    from countries.register.register import Register

SEEDED = 500
COPIES = 39
"""Rows made a second time, and again, by the server itself: the story does not matter here, how much of it does."""

A_CHILD = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
VARIABLES: dict[str, dict[str, object]] = {
    "W1": {"id": f"Child_BE_{A_CHILD}"},
    "W2": {},
    "W3": {},
    "W4": {"from": "2012-01-01", "until": "2013-01-01", "sex": "FEMALE"},
}

HOME = ["placement_child_id_idx(country_code, child_file_id)", "home_pkey(country_code, id)"]
PLACEMENTS = "placement_child_id_idx(country_code, child_file_id)"
PARTNERS = ["community_link_child_id_idx(country_code, child_file_id)", "community_partner_pkey(country_code, id)"]
IN_A_HOME = ["placement_home_id_idx(country_code, home_id)", "child_pkey(country_code, id)", PLACEMENTS]
LEADS_ON = "child_leads_on_idx(country_code, id)"
BY_BIRTH = "child_sex_idx(country_code, sex, birth_date)"
EXPECTED = {
    ("W1", "office"): [LEADS_ON, "child_pkey(country_code, id)"],
    ("W1", "caseworker"): [LEADS_ON, "child_pkey(country_code, id)"],
    ("W2", "office"): ["child_pkey(country_code)", *HOME, PLACEMENTS, *PARTNERS],
    ("W2", "caseworker"): ["child_programme_id_idx(country_code, programme_id)", *HOME, PLACEMENTS, *PARTNERS],
    ("W3", "office"): ["home_pkey(country_code)", *IN_A_HOME],
    ("W3", "caseworker"): ["home_programme_id_idx(country_code, programme_id)", *IN_A_HOME],
    ("W4", "office"): [BY_BIRTH, BY_BIRTH],
    ("W4", "caseworker"): [BY_BIRTH, BY_BIRTH],
}
"""The indexes in the order of the plan, each with the columns by which it is entered.

The first page of an office walks the key of its country, which is the order of the answer, and stops after 21 rows. W4
counts first, and reads its page then.
"""

EXCEPTIONS = """
INSERT INTO placement_exception
  (country_code, child_id, programme_id, placement_id, home_id, rule, dated, reason, authorised_by)
SELECT country_code, child_id, programme_id, id, home_id, 'CAPACITY', started_on, 'No other place.', 'The office'
FROM placement WHERE ended_on IS NULL
"""
"""The demonstration has none, and of an empty table PostgreSQL would read the one page that it has."""

WIDE = {"country_code", "programme_id", "started_on", "opened_on", "closed_on"}
"""Columns that do not say of which child or home a row is."""
OPTIONS = """
query ($ids: [ID!]!) {
  placementOptions(childIds: $ids) { totalCount nodes { home { name } distanceKm siblings reasonsFor notKnown } }
}
"""
TIMELINE = "query ($id: ID!) { child(id: $id) { timeline { totalCount nodes { kind day endedOn } } } }"
NEWEST = "{ timelineEntries(first: 20) { nodes { kind day child { givenName } } } }"
NAMED = "query ($id: ID!) { timelineEntry(id: $id) { day } }"
AN_ENTRY = f"TimelineEntry_BE_{A_CHILD}_CHILD_BIRTH_DATE"
OWN = {"child": "id"} | {entity.table: entity.led_on["child_id"] for entity in graph_model().owned_by("child")}
"""What says of each table's rows whose file they are in."""

each = pytest.mark.parametrize(("workload", "as_"), EXPECTED)


@pytest_asyncio.fixture(scope="module")
async def large(server: Address, worker: str, register: Register) -> AsyncIterator[Database]:
    """The pools on a database with one large country and two small ones."""
    address = await copy_database(server, "empty", f"large_{worker}")
    await seed(address, register, ["BE"], SEEDED, SEED, today=NOW.date(), years=0)
    await seed(address, register, ["KE", "NL"], 50, SEED, today=NOW.date())
    tables = sorted(entity.table for entity in graph_model().by_table.values() if entity.is_tenant)
    connection = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    await connection.execute("SET session_replication_role = replica")
    await connection.execute(EXCEPTIONS)
    for row in await connection.fetch(COPY, tables):
        await connection.execute(row["copy"], COPIES, ["BE"], ["BE"])
    await connection.execute("VACUUM (ANALYZE)")
    await connection.close()
    database = Database(address)
    await database.open()
    yield database
    await database.close()
    superuser = await asyncpg.connect(**server.connect_arguments(SUPERUSER))
    await superuser.execute(f'DROP DATABASE "large_{worker}" WITH (FORCE)')
    await superuser.close()


@pytest_asyncio.fixture(scope="module")
async def asking(large: Database) -> dict[str, Caller]:
    """An office, and a caseworker of the two largest programmes."""
    office = Caller("oscar", Tier.OFFICE, ("BE",))
    row = await large.read_row(
        office,
        "SELECT array_agg(id) AS ids FROM"
        " (SELECT programme_id AS id FROM child GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 2) AS largest",
        (),
    )
    assert row is not None
    return {"office": office, "caseworker": Caller("carla", Tier.CASEWORKER, ("BE",), tuple(row["ids"]))}


async def plan_of(database: Database, caller: Caller, workload: str) -> dict[str, Any]:
    """The plan of a workload."""
    return await plan_for(database, caller, document(workload), VARIABLES[workload])


async def plan_for(database: Database, caller: Caller, text: str, variables: dict[str, object]) -> dict[str, Any]:
    """The plan that serves every caller of the tier: a generic one, made inside a scope."""
    prepared = shared_engine().prepare(GraphQLRequest(text, variables=variables), caller)
    assert prepared.plan.statement is not None
    nothing = ", ".join(["NULL"] * len(prepared.values))
    async with database.transaction(caller) as lane:
        assert await lane.connection.fetchval("SHOW plan_cache_mode") == "force_generic_plan"
        await lane.connection.execute(f"PREPARE asked AS {prepared.plan.statement.text}")
        # A generic plan knows no value; so it does not matter which ones are given.
        explained = await lane.connection.fetchval(f"EXPLAIN (FORMAT JSON) EXECUTE asked ({nothing})")
        await lane.connection.execute("DEALLOCATE asked")
    plan: dict[str, Any] = orjson.loads(explained)[0]["Plan"]
    return plan


def steps(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A plan's steps, from the outermost one."""
    yield plan
    for inner in plan.get("Plans", ()):
        yield from steps(inner)


def entered(step: dict[str, Any]) -> str:
    """An index and the columns that its condition names."""
    columns = dict.fromkeys(re.findall(r"\((\w+) [<>=]", step["Index Cond"]))
    return f"{step['Index Name']}({', '.join(columns)})"


@each
async def test_every_level_is_read_by_its_index(
    large: Database, asking: dict[str, Caller], workload: str, as_: str
) -> None:
    """No table is read whole; the country, and what links a level to the one above, are conditions of its index."""
    plan = await plan_of(large, asking[as_], workload)
    assert "Seq Scan" not in {step["Node Type"] for step in steps(plan)}
    assert [entered(step) for step in steps(plan) if "Index Name" in step] == EXPECTED[workload, as_]
    assert not [step for step in steps(plan) if "country_code" in step.get("Filter", "")]


@pytest.mark.parametrize("as_", ["office", "caseworker"])
async def test_a_list_of_children_by_sex_and_age_is_read_from_the_index_alone(
    large: Database, asking: dict[str, Caller], as_: str
) -> None:
    """The page and its number: no row of the table is looked at, neither for the names nor for the policy."""
    plan = await plan_of(large, asking[as_], "W4")
    read = [step["Node Type"] for step in steps(plan) if "Relation Name" in step]
    assert read == ["Index Only Scan", "Index Only Scan"]


@pytest.mark.parametrize("as_", ["office", "caseworker"])
@pytest.mark.parametrize(
    ("workload", "links"), [("W2", ["placement"] * 2 + ["community_link"]), ("W3", ["placement"] * 2)]
)
async def test_what_a_row_is_linked_by_is_read_from_the_index_alone(
    large: Database, asking: dict[str, Caller], as_: str, workload: str, links: list[str]
) -> None:
    """Where a child has lived, who lives in a home, what ties a child to the community: no row of them is looked at."""
    plan = await plan_of(large, asking[as_], workload)
    alone = [step["Relation Name"] for step in steps(plan) if step["Node Type"] == "Index Only Scan"]
    assert [table for table in alone if table in set(links)] == links


@each
async def test_the_policy_on_the_country_is_checked_once_a_level(
    large: Database, asking: dict[str, Caller], workload: str, as_: str
) -> None:
    """Above every table stands the comparison of the scope's country with the parameter, made before a row is read."""
    plan = await plan_of(large, asking[as_], workload)

    def look(step: dict[str, Any], *, is_checked: bool) -> None:
        is_checked = is_checked or "hearth.country" in step.get("One-Time Filter", "")
        if "Relation Name" in step:
            assert is_checked, step["Alias"]
        for inner in step.get("Plans", ()):
            look(inner, is_checked=is_checked)

    look(plan, is_checked=False)


def entries(plan: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Each step that reads a table, and the table."""
    return [(step["Relation Name"], step) for step in steps(plan) if "Relation Name" in step]


@pytest.mark.parametrize("as_", ["office", "caseworker"])
async def test_a_childs_timeline_is_read_by_the_child_in_every_table(
    large: Database, asking: dict[str, Caller], as_: str
) -> None:
    """Of each table an index range of the one child, for the page and for its number: nobody else's rows are read."""
    plan = await plan_for(large, asking[as_], TIMELINE, VARIABLES["W1"])
    read = entries(plan)
    days = Counter(part.table for part in together().parts)
    assert Counter(table for table, _ in read) == {"child": 2 + 2 * days.pop("child")} | {
        table: 2 * number for table, number in days.items()
    }
    for table, step in read:
        assert "Index Scan" in step["Node Type"] or "Index Only Scan" in step["Node Type"], (table, step["Node Type"])
        assert OWN[table] in entered(step), step["Index Cond"]


@pytest.mark.parametrize("as_", ["office", "caseworker"])
@pytest.mark.parametrize("name", [suggestion.name for _, suggestion in graph_model().suggestions])
async def test_what_is_suggested_is_found_by_an_index(
    large: Database, asking: dict[str, Caller], name: str, as_: str
) -> None:
    """No country's children are gone through: each table is entered by more than the country."""
    text = f"query ($id: ID!) {{ {name}(child: $id) {{ totalCount nodes {{ givenName }} }} }}"
    plan = await plan_for(large, asking[as_], text, VARIABLES["W1"])
    for table, step in entries(plan):
        assert step["Node Type"] != "Seq Scan", table
        by = [each["Index Cond"] for each in steps(step) if "Index Cond" in each]
        assert all(set(re.findall(r"\((\w+) [<>=]", each)) - {"country_code"} for each in by), by


@pytest.mark.parametrize("as_", ["office", "caseworker"])
async def test_the_options_of_a_group_go_through_homes_and_stays_alone(
    large: Database, asking: dict[str, Caller], as_: str
) -> None:
    """Children are found by their ids, what is theirs by them, and what is known of a home by the home; nothing else.

    The homes, their programmes and who lives there on the day are a range of the country's, or of the programmes'.
    """
    plan = await plan_for(large, asking[as_], OPTIONS, {"ids": [f"Child_BE_{A_CHILD}"]})
    ranged: Counter[str] = Counter()
    for table, step in entries(plan):
        assert step["Node Type"] != "Seq Scan", table
        by = [set(re.findall(r"\((\w+) [<>=]", each["Index Cond"])) for each in steps(step) if "Index Cond" in each]
        if not any(columns - WIDE for columns in by):
            ranged[table] += 1
    assert set(ranged) <= {"home", "home_stay", "programme"}
    assert set(ranged.values()) == {1}


async def test_the_newest_of_a_country_are_read_from_the_end_of_each_index(
    large: Database, asking: dict[str, Caller]
) -> None:
    """No table is read whole and none is sorted: the rows of all are merged as they come, and reading stops."""
    plan = await plan_for(large, asking["office"], NEWEST, {})
    (merged,) = (step for step in steps(plan) if step["Node Type"] == "Merge Append")
    read = list(steps(merged))
    assert {step["Node Type"] for step in read} <= {"Merge Append", "Index Scan", "Index Only Scan", "Result"}
    scans = [step for step in read if "Relation Name" in step]
    assert len(scans) == len(together().parts)
    assert {step["Scan Direction"] for step in scans} == {"Backward"}
    days = [part.columns["day"] for part in together().parts]
    assert sorted(step["Index Name"] for step in scans) == sorted(
        f"{part.table}_{day}_idx" for part, day in zip(together().parts, days, strict=True)
    )


async def test_an_entry_that_is_named_is_found_by_the_key_of_its_row(
    large: Database, asking: dict[str, Caller]
) -> None:
    """In each table one row is looked for; a table that cannot hold the entry is not even looked at."""
    plan = await plan_for(large, asking["office"], NAMED, {"id": AN_ENTRY})
    scans = [step for table, step in entries(plan)]
    assert len(scans) == len(together().parts)
    assert {entered(step).partition("(")[2] for step in scans} == {"country_code, id)"}
    passed = [step for step in steps(plan) if "::text COLLATE" in step.get("One-Time Filter", "")]
    assert len(passed) == len(scans)


def together() -> Together:
    """What a timeline is selected from."""
    found = graph_model().selected["timeline_entry"].selection
    assert isinstance(found, Together)
    return found


@pytest.mark.parametrize("as_", ["office", "caseworker"])
async def test_what_is_worked_out_is_found_by_the_index_that_it_names(
    large: Database, asking: dict[str, Caller], as_: str
) -> None:
    """Over all entities: where lists are filtered or ordered by a computed value, the plan has the index it names."""
    asked = list(served_by_an_index(graph_model()))
    assert asked
    for name, document_, served in asked:
        plan = await plan_for(large, asking[as_], document_, {})
        assert serves(served, list(steps(plan))), name

"""Who may do which mutation, on whose rows: nobody, another country, another programme, another tier, the own one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countries.tenancy.caller import Tier
from graph.declarations.nouns import OFFICE
from graph.entities import graph_model
from graph.writes.actions import all_actions
from tests.http.real_app import real_client, refusal
from tests.writes.operations import LEANS_ON_NOTHING, OPERATIONS, with_unknown_ids
from tests.writes.writes import Row, Writes, document

if TYPE_CHECKING:
    from collections.abc import Collection

    from countries.register.register import Register

NAMES = sorted(OPERATIONS)
LEANING = [name for name in NAMES if name not in LEANS_ON_NOTHING]
OF_A_PROGRAMME = [
    name
    for name in LEANING
    if all_actions()[name].tiers != OFFICE and graph_model().by_table[all_actions()[name].table].programme_column
]
"""What a caseworker may do, on rows of the own programme alone."""
SHARED = [each.type_name for each in graph_model().by_type.values() if each.is_tenant and not each.programme_column]
"""Every caseworker of the country sees these."""
OFFICE_ONLY = [name for name in NAMES if all_actions()[name].tiers == OFFICE]


@pytest.fixture(scope="module")
def given() -> dict[str, Row]:
    """Inputs that have been refused so far, and can be sent again."""
    return {}


async def input_of(name: str, writes: Writes, given: dict[str, Row]) -> Row:
    """A good input; the rows that it names are made once."""
    if name not in given:
        given[name] = await OPERATIONS[name](writes)
    return given[name]


def test_every_mutation_is_looked_at() -> None:
    """A new mutation is asked by strangers too: its input is among the operations."""
    assert list(all_actions()) == NAMES


@pytest.mark.parametrize("name", NAMES)
async def test_nobody_without_a_token(name: str, writes: Writes, given: dict[str, Row], register: Register) -> None:
    """Without a token a mutation gets status 401, and nothing is written."""
    made = await input_of(name, writes, given)
    before = await writes.state()
    async with real_client(writes.database, register) as client:
        response = await client.post(
            "/graphql",
            json={"query": document(name), "variables": {"input": made}},
            headers={"Accept": "application/graphql-response+json"},
        )
    refusal(response, "UNAUTHENTICATED", 401)
    assert await writes.state() == before


@pytest.mark.parametrize("name", LEANING)
async def test_another_country(name: str, writes: Writes, given: dict[str, Row]) -> None:
    """Another country's rows are as rows that do not exist: the same NOT_FOUND, and nothing is written."""
    await the_same_as_unknown(name, "kenya", writes, given)


@pytest.mark.parametrize("name", LEANS_ON_NOTHING)
async def test_a_new_row_belongs_to_the_country_of_its_writer(name: str, writes: Writes) -> None:
    """What names no row is written in the writer's own country, and under no id of another."""
    made = await OPERATIONS[name](writes)
    row = await writes.ok(name, "kenya", **made)
    type_name, country, _ = row["id"].split("_")
    assert country == "KE"
    before = await writes.state()
    told = await writes.do(name, "kenya", **made, id=row["id"].replace(f"{type_name}_KE", f"{type_name}_BE"))
    assert told.refused == [("BAD_USER_INPUT", "input.id")]
    assert await writes.state() == before


@pytest.mark.parametrize("name", OF_A_PROGRAMME)
async def test_another_programme(name: str, writes: Writes, given: dict[str, Row]) -> None:
    """To a caseworker another programme's rows are as rows that do not exist, and nothing is written."""
    await the_same_as_unknown(name, "neighbour", writes, given, sees=SHARED)


async def the_same_as_unknown(
    name: str, as_: str, writes: Writes, given: dict[str, Row], sees: Collection[str] = ()
) -> None:
    """The answer is NOT_FOUND, word for word as for ids that nobody ever gave out."""
    made = await input_of(name, writes, given)
    before = await writes.state()
    told = await writes.do(name, as_, **made)
    assert {code for code, _ in told.refused} == {"NOT_FOUND"}
    assert told.row is None
    assert told.body == (await writes.do(name, as_, **with_unknown_ids(made, sees))).body
    assert await writes.state() == before


@pytest.mark.parametrize("as_", ["region", "headquarters", "auditor"])
@pytest.mark.parametrize("name", NAMES)
async def test_a_tier_that_writes_nothing(name: str, as_: str, writes: Writes, given: dict[str, Row]) -> None:
    """Region, headquarters and auditor get null and one FORBIDDEN at the mutation's path."""
    await is_forbidden(name, as_, writes, given)


@pytest.mark.parametrize("name", OFFICE_ONLY)
async def test_what_an_office_does_alone(name: str, writes: Writes, given: dict[str, Row]) -> None:
    """A caseworker opens and closes no home, starts no programme and moves no child to another."""
    await is_forbidden(name, "caseworker", writes, given)


async def is_forbidden(name: str, as_: str, writes: Writes, given: dict[str, Row]) -> None:
    """Null, one error, and nothing written."""
    made = await input_of(name, writes, given)
    before = await writes.state()
    body = (await writes.do(name, as_, **made)).body
    assert body["data"] == {name: None}
    assert [(error["path"], error["extensions"]["code"]) for error in body["errors"]] == [([name], "FORBIDDEN")]
    assert await writes.state() == before


@pytest.mark.parametrize("name", NAMES)
async def test_who_may(name: str, writes: Writes) -> None:
    """Each tier that may do a mutation does it on its own rows."""
    for tier in all_actions()[name].tiers:
        assert tier in {Tier.CASEWORKER, Tier.OFFICE}
        before = await writes.state()
        await writes.ok(name, tier.value, **await OPERATIONS[name](writes))
        assert await writes.state() != before

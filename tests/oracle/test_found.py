"""What random documents have found, each in its smallest form."""

from __future__ import annotations

import asyncpg
import pytest

from countries.connections.address import Address
from tests.oracle.dress import Asked
from tests.oracle.oracle import Oracle

FOUND = {
    "a page of which only the flag on its other side is asked": (
        "office",
        "{ homes { nodes { id placements(last: 3) { pageInfo { hasNextPage } } } } }",
    ),
    "the same, forward": (
        "office",
        "{ homes(first: 5) { nodes { id placements(first: 3) { pageInfo { hasPreviousPage __typename } } } } }",
    ),
    "an ordering over two links, the first of which leads to a row out of sight": (
        "caseworker",
        "{ children(orderBy: { home: { country: { name: ASC } } }) { nodes { id home { country { name } } } } }",
    ),
    "the same, descending": (
        "caseworker",
        "{ placements(orderBy: { home: { country: { region: DESC } } }) { nodes { id home { id } } } }",
    ),
    "a country's id, which is its code": (
        "region",
        '{ countries { nodes { id } } node(id: "Country_ZZ") { id } nodes(ids: ["Country_NL"]) { id } }',
    ),
}


@pytest.mark.parametrize(("name", "document"), FOUND.values(), ids=list(FOUND))
async def test_what_was_found_stays_mended(oracle: Oracle, name: str, document: str) -> None:
    """The engine answers as the naive executor does, with rows."""
    outcome = await oracle.compare(Asked(document), name)
    assert outcome.difference is None, outcome.difference
    assert outcome.rows >= 5


VOIDED = "SELECT 'Placement_BE_' || id FROM placement WHERE country_code = 'BE' AND voided_at IS NOT NULL"
BY_ID = """
query ($id: ID!, $ids: [ID!]!) {
  placement(id: $id) { id voidedAt voidReason child { id placements { totalCount nodes { id } } home { id } } }
  node(id: $id) { id ... on Placement { voidedAt home { occupancy placements { totalCount } } } }
  nodes(ids: $ids) { id }
  placements(where: { id: { in: $ids } }) { totalCount nodes { id } }
  children(where: { placements: { some: { id: { in: $ids } } } }) { totalCount }
  others: children(where: { placements: { none: { startedOn: { gte: "0001-01-01" } } } }) { totalCount }
}
"""


@pytest.mark.parametrize("name", ["office", "caseworker", "kenya"])
async def test_what_was_recorded_in_error_is_there_by_its_id_alone(oracle: Oracle, uneven: Address, name: str) -> None:
    """Lists, links, counts and filters leave it out; whoever may see the row finds it by its id, and why it is void."""
    connection = await asyncpg.connect(**uneven.connect_arguments("hearth_operator"))
    try:
        ids = [row[0] for row in await connection.fetch(VOIDED)]
    finally:
        await connection.close()
    asked = Asked(BY_ID, {"id": ids[0], "ids": ids})
    outcome = await oracle.compare(asked, name)
    assert outcome.difference is None, outcome.difference
    data = (await oracle.answer(asked, name))["data"]
    assert data["placements"] == {"totalCount": 0, "nodes": []}
    assert data["children"] == {"totalCount": 0}
    assert any(data["nodes"]) == (name != "kenya")
    if name == "office":
        assert data["placement"]["voidReason"]
        assert [each["id"] for each in data["nodes"]] == ids


LEADING = "SELECT 'Child_BE_' || id FROM child WHERE country_code = 'BE' AND same_as_id IS NOT NULL ORDER BY id"
LED_ON = """
query ($id: ID!, $ids: [ID!]!) {
  child(id: $id) {
    id voidedAt hasSameAs alsoRecordedAs { totalCount nodes { id voidReason sameAs { id } } }
    placements { totalCount nodes { child { id } } } siblingBonds { nodes { child { id } sibling { id } } }
  }
  node(id: $id) { id }
  nodes(ids: $ids) { id }
  children(where: { id: { in: $ids } }) { totalCount nodes { id } }
  others: children(where: { id: { notIn: $ids } }) { totalCount }
  placements(where: { child: { id: { in: $ids } } }) { totalCount nodes { child { id inCare } } }
  twice: children(where: { alsoRecordedAs: { some: { sex: { isNull: false } } } }) { totalCount nodes { id } }
}
"""


@pytest.mark.parametrize("name", ["office", "caseworker", "kenya"])
async def test_a_record_that_leads_on_is_answered_with_the_other(oracle: Oracle, uneven: Address, name: str) -> None:
    """By the id of the record that was taken back whoever may see both finds the one that stands, with its file."""
    connection = await asyncpg.connect(**uneven.connect_arguments("hearth_operator"))
    try:
        ids = [row[0] for row in await connection.fetch(LEADING)]
    finally:
        await connection.close()
    asked = Asked(LED_ON, {"id": ids[0], "ids": ids})
    outcome = await oracle.compare(asked, name)
    assert outcome.difference is None, outcome.difference
    data = (await oracle.answer(asked, name))["data"]
    found = [each["id"] for each in data["nodes"] if each]
    assert not set(found) & set(ids)
    assert bool(found) == (name != "kenya")
    assert sorted(found) == sorted(each["id"] for each in data["children"]["nodes"])
    if name == "office":
        assert len(found) == len(ids) > 3
        assert data["placements"]["totalCount"] > 3
        assert [each["id"] for each in data["child"]["alsoRecordedAs"]["nodes"]] == ids[:1]


async def test_a_sibling_is_listed_once(uneven: Address) -> None:
    """Two bonds of the same two children cannot be in force on one day: the brother would be there twice."""
    connection = await asyncpg.connect(**uneven.connect_arguments("hearth_operator"))
    try:
        with pytest.raises(asyncpg.ExclusionViolationError, match="sibling_bond_one_at_a_time"):
            await connection.execute(
                "INSERT INTO sibling_bond"
                " (country_code, child_id, sibling_id, programme_id, sibling_name, kind, started_on)"
                " SELECT country_code, child_id, sibling_id, programme_id, sibling_name, 'SOCIAL', started_on + 1"
                " FROM sibling_bond WHERE ended_on IS NULL LIMIT 1"
            )
    finally:
        await connection.close()

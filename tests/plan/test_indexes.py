"""Which indexes PostgreSQL takes for what the compiler writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.plan.compiled import prepare

if TYPE_CHECKING:
    from countries.connections.database import Database
    from countries.tenancy.caller import Caller

NESTED = """{ children(first: 20) { nodes { home { name } placements { nodes { startedOn } }
  siblingBonds { nodes { kind } } } } }"""


async def test_links_of_a_child_are_read_by_their_own_indexes(database: Database, callers: dict[str, Caller]) -> None:
    """The b-tree of the link serves, and the exclusion constraint's index stays what it is for."""
    prepared = prepare(NESTED, "office")
    assert prepared.plan.statement is not None
    async with database.transaction(callers["office"]) as lane:
        # The world is small: PostgreSQL would rightly read its tables whole.
        await lane.connection.execute("SET LOCAL enable_seqscan = off")
        await lane.connection.execute("SET LOCAL enable_bitmapscan = off")
        statement = "EXPLAIN " + prepared.plan.statement.text
        explained = await lane.connection.fetch(statement, *prepared.values)
    plan = "\n".join(row[0] for row in explained)

    assert "placement_child_id_idx" in plan
    assert "sibling_bond_child_id_idx" in plan
    assert "one_home_at_a_time" not in plan
    assert "one_at_a_time" not in plan

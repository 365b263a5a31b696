"""What is written on a cluster: every mutation, done and refused, by one node and with a plain commit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from graph.reasons import Reason
from graph.writes.actions import all_actions
from tests.conftest import copy_database
from tests.writes.conftest import begun
from tests.writes.hearing import Listened
from tests.writes.operations import OPERATIONS, with_unknown_ids

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from countries.connections.pool import Lane
    from countries.register.register import Register
    from tests.citus.cluster import ClusterServer
    from tests.writes.writes import Writes

IN_TWO_PHASES = "SELECT count(*) FROM pg_dist_transaction"
"""What the coordinator keeps of commits by several nodes, until it has made sure of them."""

Plans = list[tuple[str, str]]


@pytest_asyncio.fixture(scope="module")
async def planned(server: ClusterServer, worker: str, register: Register) -> AsyncIterator[tuple[Writes, Plans]]:
    """A world on the cluster, and how each statement of a mutation is run there."""
    address = await copy_database(server, "world", f"planned_{worker}")
    plans: Plans = []

    async def hears(lane: Lane, text: str, values: Sequence[object]) -> None:
        rows = await lane.connection.fetch(f"EXPLAIN (COSTS OFF) {text}", *values)
        plans.append((text, "\n".join(row[0] for row in rows)))

    async with begun(Listened(address, hears), address, register) as writes:
        yield writes, plans


@pytest.mark.parametrize("name", OPERATIONS)
async def test_a_mutation_is_one_nodes(planned: tuple[Writes, Plans], name: str) -> None:
    """Done, sent again, refused and of rows that are not there: each statement is one task, the commit a plain one."""
    writes, plans = planned
    makes = all_actions()[name].creates and not all_actions()[name].many
    given = await OPERATIONS[name](writes)
    before = await writes.value(IN_TWO_PHASES)
    plans.clear()
    tried = await writes.do(name, **given, dryRun=True)
    done = await writes.do(name, **given, idempotencyKey=f"{name}-1")
    again = await writes.do(name, **given, idempotencyKey=f"{name}-1")
    same = given | ({"id": done.row["id"]} if makes else {})
    refused = await writes.do(name, **same)
    await writes.do(name, **with_unknown_ids(given))
    assert tried.errors == done.errors == again.errors == [], done.body
    assert again.row == done.row
    assert refused.refused
    # A constraint of a shard is known by its own name.
    assert Reason.OTHERS_WRITE not in refused.reasons
    assert len(plans) > 8
    for text, plan in plans:
        tasks = re.findall(r"Task Count: (\d+)", plan)
        assert tasks == ["1"] or (not tasks and "Scan on" not in plan.replace("CTE Scan on", "")), (text, plan)
        assert "Subplan" not in plan, text
    assert await writes.value(IN_TWO_PHASES) == before

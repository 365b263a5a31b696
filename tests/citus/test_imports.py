"""An import on a cluster: what it does, and that a country's names go to no other country's node.

Tests that look at rows by joins across countries are left out: the cluster refuses the look, not the import.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests.bulk.files import Desk, base, child, places, write_csv
from tests.bulk.routed import LEFT, listened, one_of_each_sheet
from tests.bulk.test_ledgers import (
    test_a_change_is_in_the_history_of_its_class_alone,
    test_a_race_that_a_constraint_ends_is_a_sentence,
    test_copies_follow_a_change_of_name,
    test_every_row_has_its_history_and_its_place_in_the_feed,
    test_nobody_is_told_of_what_changes_nothing,
)
from tests.bulk.test_round_trip import (
    graph_of,
    test_a_dry_run_checks_and_writes_nothing,
    test_a_workbook_brings_what_the_files_bring,
    test_an_update_changes_just_that_row,
    test_rows_without_ids_are_told_by_their_natural_keys,
)
from tests.bulk.test_routed import CHANGED
from tests.bulk.test_rules import (
    REFUSED,
    test_days_that_shift_between_stays_are_taken,
    test_one_fault_undoes_everything,
    test_what_has_happened_is_recorded_over_capacity,
)
from tests.citus.cluster import ClusterServer
from tests.citus.on_disk import node_of, nodes_that_hold

if TYPE_CHECKING:
    from countries.connections.address import Address

__all__ = [
    "test_a_change_is_in_the_history_of_its_class_alone",
    "test_a_dry_run_checks_and_writes_nothing",
    "test_a_race_that_a_constraint_ends_is_a_sentence",
    "test_a_workbook_brings_what_the_files_bring",
    "test_an_update_changes_just_that_row",
    "test_copies_follow_a_change_of_name",
    "test_days_that_shift_between_stays_are_taken",
    "test_every_row_has_its_history_and_its_place_in_the_feed",
    "test_nobody_is_told_of_what_changes_nothing",
    "test_one_fault_undoes_everything",
    "test_rows_without_ids_are_told_by_their_natural_keys",
    "test_what_has_happened_is_recorded_over_capacity",
]


@pytest.mark.parametrize("sheet", one_of_each_sheet())
async def test_a_broken_rule_is_a_fault_at_its_place(read_only_village: Desk, tmp_path: Path, sheet: str) -> None:
    """What breaks a rule is told with file, row and column, and nothing is left of what was looked at."""
    sheets, where, sentence = REFUSED[one_of_each_sheet()[sheet]]
    faults = await read_only_village.faults(write_csv(tmp_path, sheets))

    assert places(faults) == where
    assert sentence in f"{faults[0].message} {faults[0].hint}"
    assert await read_only_village.rows(LEFT) == []


async def test_what_is_exported_comes_in_as_it_was(federation: Desk, desk: Desk, tmp_path: Path) -> None:
    """Every row with its id and every value; a second time nothing changes."""
    before = await graph_of(federation)
    counts = await federation.take(tmp_path)
    brought, again = await desk.bring(tmp_path), await desk.bring(tmp_path)

    assert await graph_of(desk) == before
    assert brought.stored is not None
    assert brought.stored.created == {name: count for name, count in counts.items() if count}
    assert again.stored is not None
    assert again.stored.number is None
    assert await desk.rows(LEFT) == []


async def test_every_statement_is_one_task_of_one_node(
    server: Address, village: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From its first row to its last, and no result of one statement is carried to another node."""
    path = write_csv(tmp_path, {**base(), **CHANGED})
    with listened(monkeypatch) as sent:
        await village.bring(path)
    asked = {text: values for text, values in sent if values}
    assert isinstance(server, ClusterServer)
    connection = await server.cluster.connect(village.address)
    plans: dict[str, str] = {}
    try:
        for text, values in asked.items():
            rows = await connection.fetch(f"EXPLAIN (COSTS OFF) {text}", *values)
            plans[text] = "\n".join(row[0] for row in rows)
    finally:
        await connection.close()

    assert len(plans) > 50
    assert {text: plan for text, plan in plans.items() if "Task Count: 1\n" not in plan} == {}
    carried = ("Distributed Subplan", "INSERT/SELECT method")
    assert {text: plan for text, plan in plans.items() if any(word in plan for word in carried)} == {}


async def test_a_name_is_in_no_file_of_another_node(server: Address, village: Desk, tmp_path: Path) -> None:
    """A child's name is on the disk of the country's node, and neither on the coordinator's nor on another one's."""
    assert isinstance(server, ClusterServer)
    cluster, name = server.cluster, f"Z{uuid4().hex}"
    await village.bring(write_csv(tmp_path, {"children": [child("1", givenName=name), child("9", familyName=name)]}))
    assert await nodes_that_hold(name, cluster) == {await node_of(village.address, "BE", cluster)}

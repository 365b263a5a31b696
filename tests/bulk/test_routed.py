"""An import that sends a country's rows to the country's node alone does what one in temporary tables does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.bulk.sheets import all_sheets
from graph.entities import graph_model
from tests.bulk.files import HOME, Desk, base, bond, child, placement, tie, write_csv
from tests.bulk.routed import LEFT, as_routed, left_behind, listened, not_routed, one_of_each_sheet
from tests.bulk.test_round_trip import graph_of, make_uneven
from tests.bulk.test_rules import REFUSED
from tests.conftest import copy_database

if TYPE_CHECKING:
    from pathlib import Path

    from countries.connections.address import Address
    from tests.bulk.files import Sheets

ANSWERED = {"exceptionReason": "A storm", "exceptionAuthorisedBy": "Ann"}
CHANGED: Sheets = {
    "homes": [{**HOME, "capacity": 3, "locality": "Huy"}, {**HOME, "name": "House Fig"}],
    "children": [child("1", givenName="Mirabel", interests="Bees"), child("7"), child("8")],
    "siblingBonds": [bond("7", "8", kind="HALF")],
    "placements": [
        placement("1", endedOn="2023-01-01", endReason="MOVE"),
        placement("1", "2023-01-01", startReason="MOVE", homeName="House Fig"),
        placement("7", "2021-06-01"),
        placement("8", "2021-06-01", **ANSWERED),
    ],
    "communityLinks": [tie("1", note="Green belt."), tie("2", kind="SCHOOL", partner="")],
}
"""New rows and changed ones; copies that follow, times that make room in turn, an exception, a bond's other side."""


@pytest.fixture
async def routed(server: Address, worker: str, template: str) -> Desk:
    """The village, for an office that imports as on a distributed server."""
    return await as_routed(await copy_database(server, template, f"routed_{worker}"))


@pytest.mark.parametrize("sheet", one_of_each_sheet())
async def test_a_broken_rule_is_told_alike(village: Desk, tmp_path: Path, sheet: str) -> None:
    """The same faults at the same places, and nothing is left of what was looked at."""
    path = write_csv(tmp_path, REFUSED[one_of_each_sheet()[sheet]][0])
    told = await village.faults(path)
    routed = await as_routed(village.address)

    assert told
    assert await routed.faults(path) == told
    assert await routed.rows(LEFT) == []


def test_of_each_sheet_a_rule_is_broken() -> None:
    """But for exceptions, which are told beside the stays that they are of."""
    sheets = {f"{sheet.name}.csv" for sheet in all_sheets().values()}
    assert sheets - set(one_of_each_sheet()) <= {"communityPartners.csv", "placementExceptions.csv"}


async def test_what_is_exported_comes_in_alike(federation: Desk, desk: Desk, empty: Address, tmp_path: Path) -> None:
    """Every row with its id and every value; history, and the feed without a gap."""
    await make_uneven(federation)
    await federation.take(tmp_path)
    routed = await as_routed(empty)

    brought, expected = await routed.bring(tmp_path), await desk.bring(tmp_path)
    assert brought.stored == expected.stored
    assert await graph_of(routed) == await graph_of(federation)
    assert await left_behind(routed) == await left_behind(desk)
    again = await routed.bring(tmp_path)
    assert again.stored is not None
    assert (again.stored.created, again.stored.changed, again.stored.number) == ({}, {}, None)


async def test_new_rows_and_changed_ones_leave_the_same_behind(village: Desk, routed: Desk, tmp_path: Path) -> None:
    """The same counts, kinds of entries and texts, ids aside."""
    path = write_csv(tmp_path, CHANGED)
    brought, expected = await routed.bring(path), await village.bring(path)

    assert brought.stored == expected.stored
    assert brought.held == replace(expected.held, seconds=brought.held.seconds)
    for table in (*(sheet.table for sheet in all_sheets().values()), "home_stay", "change"):
        stored = graph_model().by_table[table].stored
        columns = ", ".join(
            name for name, each in stored.items() if name not in ("id", "row_id", "number", "secret") and not
            (each.target or name.endswith(("_at", "_id")))
        )  # fmt: skip
        statement = f"SELECT {columns} FROM {table} WHERE country_code = 'BE' ORDER BY {columns}"  # noqa: S608 - names of our own
        assert await routed.rows(statement) == await village.rows(statement), table
    for table in ("history_plain", "history_personal", "history_sensitive"):
        told = f"SELECT type, version, operation, reason, subject, before->>'note' AS note, after->>'givenName' AS name, after->>'siblingName' AS sibling, after->>'homeName' AS home, after->>'capacity' AS room, after->>'startedOn' AS day FROM {table} ORDER BY type, version, after->>'startedOn', after->>'givenName', after->>'siblingName', after->>'homeName', after->>'capacity', before->>'note'"  # noqa: E501, S608 - one of the test's own
        assert await routed.rows(told) == await village.rows(told), table
    assert await routed.rows(LEFT) == []


async def test_a_dry_run_leaves_nothing(routed: Desk, tmp_path: Path) -> None:
    """All is in order, and nothing was written."""
    brought = await routed.bring(write_csv(tmp_path, CHANGED), dry_run=True)
    assert brought.stored is None
    assert await routed.rows(LEFT) == []
    assert len(await routed.rows("SELECT 1 FROM change")) == 10


async def test_every_statement_is_one_nodes(routed: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From its first row to its last: each level names the country, and nothing is written in passing."""
    with listened(monkeypatch) as sent:
        await routed.bring(write_csv(tmp_path, {**base(), **CHANGED}))

    written = {text.split(" ", 3)[2] for text, _ in sent if text.startswith("INSERT INTO")}
    assert {"import_row", "child", "placement", "home_stay", "history_sensitive", "change", "change_counter"} <= written
    faults = {text: found for text, values in sent if values and (found := not_routed(text, values))}
    assert faults == {}
    assert {text for text, values in sent if not values} <= {"COMMIT;", "SET LOCAL enable_nestloop = off"}

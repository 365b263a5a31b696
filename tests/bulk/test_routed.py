"""An import that sends a country's rows to the country's node alone does what one in temporary tables does."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import asyncpg
import pytest

from countries.embedded.postgres import SUPERUSER
from graph.bulk.sheets import all_sheets
from graph.entities import graph_model
from tests.bulk.files import HOME, Desk, base, bond, child, placement, tie, write_csv
from tests.bulk.routed import LEFT, as_routed, left_behind, listened, one_of_each_sheet
from tests.bulk.test_round_trip import graph_of, make_uneven
from tests.bulk.test_rules import REFUSED
from tests.conftest import copy_database
from tests.writes.routing import faults_of, ground_of

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


async def seen(desk: Desk, table: str) -> list[tuple[object, ...]]:
    """The rows of a table without ids, links, numbers and instants."""
    stored = graph_model().by_table[table].stored
    names = [name for name in stored if name not in ("id", "number") and not name.endswith(("_id", "_at"))]
    columns = ", ".join(names)
    statement = f"SELECT {columns} FROM {table} WHERE country_code = 'BE' ORDER BY {columns}"  # noqa: S608 - names of our own
    return [tuple(row) for row in await desk.rows(statement)]


async def told(desk: Desk, table: str) -> list[tuple[object, ...]]:
    """The entries of a history: what each says, links aside."""
    found = []
    for row in await desk.rows(f"SELECT * FROM {table}"):  # noqa: S608 - a name of our own
        sides = [
            {name: value for name, value in json.loads(row[side] or "{}").items() if "_BE_" not in str(value)}
            for side in ("before", "after")
        ]
        found.append((row["type"], row["version"], row["operation"], row["reason"], row["issuer"], str(sides)))
    return sorted(found, key=str)


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
    assert sheets - set(one_of_each_sheet()) <= {
        "communityPartners.csv", "placementExceptions.csv", "temporaryStays.csv"
    }  # fmt: skip


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
        assert await seen(routed, table) == await seen(village, table), table
    for table in ("history_plain", "history_personal", "history_sensitive"):
        assert await told(routed, table) == await told(village, table), table
    assert await routed.rows(LEFT) == []


async def test_a_dry_run_leaves_nothing(routed: Desk, tmp_path: Path) -> None:
    """All is in order, and nothing was written."""
    brought = await routed.bring(write_csv(tmp_path, CHANGED), dry_run=True)
    assert brought.stored is None
    assert await routed.rows(LEFT) == []
    assert len(await routed.rows("SELECT 1 FROM change")) == 14


async def test_every_statement_is_one_nodes(routed: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From its first row to its last: each level names the country, and nothing is written in passing."""
    with listened(monkeypatch) as sent:
        await routed.bring(write_csv(tmp_path, {**base(), **CHANGED}))

    written = {text.split(" ", 3)[2] for text, _ in sent if text.startswith("INSERT INTO")}
    assert {"import_row", "child", "placement", "home_stay", "history_sensitive", "change", "change_counter"} <= written
    connection = await asyncpg.connect(**routed.address.connect_arguments(SUPERUSER))
    ground = await ground_of(connection)
    await connection.close()
    faults = {text: found for text, values in sent if values and (found := faults_of(text, ground))}
    assert faults == {}
    assert {text for text, values in sent if not values} <= {"COMMIT", "SET LOCAL enable_nestloop = off"}

"""Export, wipe, import: the same graph; and what a second import, an update and a dry run do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import asyncpg
import pytest

from countries.embedded.postgres import SUPERUSER
from countries.tenancy.logins import OPERATOR
from graph.bulk.exporting import ExportFormat
from graph.bulk.keys_anew import make_keys
from graph.bulk.sheets import all_sheets
from graph.entities import graph_model
from tests.bulk.files import Desk, base, bond, child, write_book, write_csv

KEPT = ("version", "created_at", "updated_at")


async def graph_of(desk: Desk, country: str = "BE") -> dict[str, list[tuple[Any, ...]]]:
    """Every row of a country, without its bookkeeping; and the days that its homes are taken."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for name, sheet in {**all_sheets(), "home_stay": None}.items():
        entity = sheet.entity if sheet else graph_model().by_table[name]
        columns = ", ".join(column for column in entity.stored if column not in KEPT)
        statement = f"SELECT {columns} FROM {name} WHERE country_code = $1 ORDER BY id"  # noqa: S608 - names of our own
        found[sheet.name if sheet else name] = [tuple(row) for row in await desk.rows(statement, country)]
    return found


async def make_uneven(desk: Desk) -> None:
    """What a seed does not make: a placement taken back, an exception, names that several share."""
    await desk.run("UPDATE home SET name = (SELECT min(name) FROM home WHERE country_code = 'BE')")
    await desk.run(
        "UPDATE placement p SET home_name = h.name FROM home h"
        " WHERE h.country_code = p.country_code AND h.id = p.home_id"
    )
    await desk.run("UPDATE community_partner SET name = 'Judo, \"Club\"' WHERE country_code = 'BE'")
    await desk.run("UPDATE child SET interests = E'=1+1\\n\\'s-Hertogenbosch; \"so\"' WHERE country_code = 'BE'")
    await desk.run(
        "WITH taken AS (UPDATE placement SET voided_at = '2026-01-01T10:00:00.123456Z', void_reason = 'Wrong child'"
        " WHERE id = (SELECT id FROM placement WHERE country_code = 'BE' AND ended_on IS NOT NULL ORDER BY id LIMIT 1)"
        " RETURNING *) UPDATE home_stay s SET voided_at = taken.voided_at FROM taken"
        " WHERE s.country_code = taken.country_code AND s.id = taken.id"
    )
    await desk.run(
        "INSERT INTO placement_exception"
        " (country_code, child_id, placement_id, home_id, programme_id, rule, dated, reason, authorised_by)"
        " SELECT country_code, child_id, id, home_id, programme_id, 'CAPACITY', started_on, 'A storm', 'Ann'"
        " FROM placement WHERE country_code = 'BE' ORDER BY id LIMIT 3"
    )
    await desk.run("UPDATE sibling_bond SET ended_on = started_on + 400 WHERE country_code = 'BE' AND kind = 'HALF'")
    connection = await asyncpg.connect(**desk.address.connect_arguments(OPERATOR))
    await make_keys(connection, ["BE", "KE", "NL"])
    await connection.close()


@pytest.mark.parametrize("form", list(ExportFormat))
async def test_export_wipe_and_import_give_the_same_graph(
    federation: Desk, desk: Desk, tmp_path: Path, form: ExportFormat
) -> None:
    """Every row comes back with its id and every value, shared names and rows taken back among them."""
    await make_uneven(federation)
    before = await graph_of(federation)
    counts = await federation.take(tmp_path / "out", form)

    brought = await desk.bring(tmp_path / "out")

    assert await graph_of(desk) == before
    assert all(before[name] for name in before)
    assert brought.stored is not None
    assert brought.stored.created == counts
    assert brought.stored.changed == {}


async def test_a_second_import_changes_nothing(federation: Desk, tmp_path: Path) -> None:
    """What is on record already is not written: no version counts up, no history, no place in the feed."""
    await make_uneven(federation)
    await federation.take(tmp_path / "out")
    before = await federation.rows("SELECT id, version, updated_at FROM placement ORDER BY id")

    brought = await federation.bring(tmp_path / "out")

    assert brought.stored is not None
    assert (brought.stored.created, brought.stored.changed, brought.stored.number) == ({}, {}, None)
    assert await federation.rows("SELECT id, version, updated_at FROM placement ORDER BY id") == before
    assert await federation.rows("SELECT 1 FROM history_plain UNION ALL SELECT 1 FROM change") == []


async def test_rows_without_ids_are_told_by_their_natural_keys(village: Desk, tmp_path: Path) -> None:
    """The same file without ids, imported again, changes nothing."""
    before = await graph_of(village)
    brought = await village.bring(write_csv(tmp_path / "again", base()))

    assert brought.stored is not None
    assert brought.stored.number is None
    assert await graph_of(village) == before


async def test_an_update_changes_just_that_row(village: Desk, tmp_path: Path) -> None:
    """One child's interests change: one row, one version, one place in the feed; a column left out stays as it is."""
    sheets = {"children": [child("1", interests="Bees"), child("2", givenName="Lena")]}
    brought = await village.bring(write_csv(tmp_path / "update", sheets))

    rows = await village.rows("SELECT case_number, version, interests FROM child ORDER BY case_number")
    assert [tuple(row) for row in rows] == [("1", 2, "Bees"), ("2", 1, None)]
    assert brought.stored is not None
    assert brought.stored.changed == {"children": 1}
    await village.bring(write_csv(tmp_path / "other", {"children": [child("1", familyName="Peeters")]}))
    (row,) = await village.rows("SELECT interests, family_name FROM child WHERE case_number = '1'")
    assert tuple(row) == ("Bees", "Peeters")
    await village.bring(write_csv(tmp_path / "clear", {"children": [child("1", interests="")]}))
    (row,) = await village.rows("SELECT interests, family_name FROM child WHERE case_number = '1'")
    assert tuple(row) == (None, "Peeters")


async def test_a_dry_run_checks_and_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    """A dry run of a whole country leaves no row behind, and tells that all is in order."""
    brought = await desk.bring(write_csv(tmp_path / "dry", base()), dry_run=True)

    assert (brought.rows, brought.stored) == (9, None)
    assert not any((await graph_of(desk)).values())
    assert await desk.rows("SELECT 1 FROM change UNION ALL SELECT 1 FROM change_counter") == []


async def test_a_workbook_brings_what_the_files_bring(desk: Desk, village: Desk, tmp_path: Path) -> None:
    """One workbook with a sheet for each table gives the same rows as a directory of CSV files, ids aside."""
    expected = {name: len(rows) for name, rows in (await graph_of(village)).items()}
    await desk.bring(write_book(tmp_path / "village.xlsx", base()))

    assert {name: len(rows) for name, rows in (await graph_of(desk)).items()} == expected


async def test_the_other_side_of_a_bond_is_written_along(village: Desk, tmp_path: Path) -> None:
    """A file holds one direction or both: each of the two children holds a bond."""
    rows = await village.rows(
        "SELECT c.case_number, b.sibling_name FROM sibling_bond b JOIN child c ON c.id = b.child_id ORDER BY 1"
    )
    assert [tuple(row) for row in rows] == [("1", "Lena"), ("2", "Mira 1")]
    both = {"siblingBonds": [bond("1", "2"), bond("2", "1")]}
    assert (await village.bring(write_csv(tmp_path / "both", both))).stored is not None
    assert len(await village.rows("SELECT 1 FROM sibling_bond")) == 2


async def test_an_export_sees_one_snapshot_and_only_its_country(federation: Desk, tmp_path: Path) -> None:
    """No row of another country is in any file."""
    await federation.take(tmp_path / "out")
    text = "".join(path.read_text() for path in (tmp_path / "out").iterdir())

    assert "_BE_" in text
    assert "_KE_" not in text
    assert "_NL_" not in text
    assert (tmp_path / "out" / "children.csv").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("form", list(ExportFormat))
async def test_half_an_export_is_none(village: Desk, tmp_path: Path, form: ExportFormat) -> None:
    """Where a table cannot be read, no file is left that could be taken for an export."""
    superuser = await asyncpg.connect(**village.address.connect_arguments(SUPERUSER))
    await superuser.execute("REVOKE SELECT (note) ON community_link FROM hearth_office")
    await superuser.close()
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await village.take(tmp_path / "out", form)

    assert list((tmp_path / "out").iterdir()) == []

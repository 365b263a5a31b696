"""Copies are like their originals, whatever has been written.

After each mutation of an office's work `test_golden.py` compares them, and after each module here its fixture does.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import asyncpg
import pytest

from graph.bulk.exporting import ExportFormat
from graph.entities import graph_model
from tests.bulk.files import Desk
from tests.conftest import copy_database
from tests.owning import assert_copies_agree, assert_keys_agree, fill_file, stray_copies
from tests.writes.made_up import row_of
from tests.writes.writes import Writes, uuid_of

if TYPE_CHECKING:
    from pathlib import Path

    from countries.connections.address import Address

MODEL = graph_model()


async def test_an_import_that_changes_an_original_changes_its_copies(
    server: Address, worker: str, tmp_path: Path
) -> None:
    """Every text that is copied is written otherwise in a file that holds none of its copies."""
    address = await copy_database(server, "world", f"copies_{worker}")
    operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    try:
        desk = Desk(address)
        await desk.take(tmp_path, ExportFormat.CSV)
        changed = _change_originals(tmp_path)
        stored = (await desk.bring(tmp_path)).stored
        assert stored is not None
        assert changed < stored.changed.keys()
        assert await assert_copies_agree(operator, MODEL) > 1
        assert await assert_keys_agree(operator, MODEL) > 1
    finally:
        await operator.close()


def _change_originals(folder: Path) -> set[str]:
    """Write every value that is copied otherwise, and leave the files of the copies away; the sheets that changed."""
    originals = {
        (copy.target, copy.column)
        for entity in MODEL.by_type.values()
        for column in entity.stored.values()
        for copy in column.copy_of
        if MODEL.by_table[copy.target].stored[copy.column].api
    }
    for table in sorted({table for table, _ in originals}):
        path = folder / f"{MODEL.by_table[table].many}.csv"
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            for _, column in [each for each in originals if each[0] == table]:
                original = MODEL.by_table[table].stored[column]
                members = [each.value for each in original.enumeration or ()]
                was = row[original.api]
                row[original.api] = next((each for each in members if each != was), f"{was} the second")
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
    kept = {f"{MODEL.by_table[table].many}.csv" for table, _ in originals}
    for path in folder.iterdir():
        if path.name not in kept:
            path.unlink()
    return {name.removesuffix(".csv") for name in kept}


@pytest.mark.parametrize("name", [name for name, _ in stray_copies(MODEL)])
async def test_a_copy_that_is_not_like_its_original_is_noticed(writes: Writes, name: str) -> None:
    """The comparison looks at every copy: one that is written past the mutations is told."""
    query = dict(stray_copies(MODEL))[name]
    (table, column), link = name.partition(" by ")[0].split("."), name.partition(" by ")[2]
    stored = MODEL.by_table[table].stored[column]
    child, caregiver = await writes.child(), await row_of(writes, MODEL.by_table["caregiver"])
    roots = {"child": child, "home": child["home"], "caregiver": caregiver}
    for root in sorted(MODEL.roots, key=list(roots)[::-1].index):
        await fill_file(writes.operator, MODEL, root, "BE", uuid_of(roots[root]["id"]))
    other = f"'{next(iter(stored.enumeration or ('Somebody else',)))}'"
    if stored.target is not None:
        other = (
            f"(SELECT o.id FROM {stored.target} o WHERE o.country_code = t.country_code"  # noqa: S608 - of a declaration
            f" AND o.id <> t.{column} LIMIT 1)"
        )
    transaction = writes.operator.transaction()
    await transaction.start()
    try:
        assert await writes.operator.fetchval(query) == 0
        await writes.operator.execute(f"UPDATE {table} t SET {column} = {other} WHERE {link} IS NOT NULL")  # noqa: S608 - as above
        assert await writes.operator.fetchval(query) > 0
    finally:
        await transaction.rollback()


async def test_giving_a_name_that_it_has_already_is_no_change_of_another_childs_bond(writes: Writes) -> None:
    """A copy follows its own original alone: the bonds of other siblings stay as they are."""
    one, two = await writes.siblings(2)
    others = await writes.siblings(2)
    row = await writes.ok("updateChild", id=one["id"], version=(await writes.again(one))["version"], givenName="Noor")
    assert row["givenName"] == "Noor"
    bonds = await writes.rows("SELECT sibling_name FROM sibling_bond WHERE child_id = $1", uuid_of(two["id"]))
    assert [each["sibling_name"] for each in bonds] == ["Noor"]
    kept = await writes.rows(
        "SELECT sibling_name FROM sibling_bond WHERE child_id = ANY ($1)", [uuid_of(each["id"]) for each in others]
    )
    assert "Noor" not in {each["sibling_name"] for each in kept}


async def test_copies_stay_where_their_original_is_not_given(writes: Writes) -> None:
    """A text that could change an original writes no copy where the input gives something else that goes with it."""
    one, _ = await writes.siblings(2)
    query = "SELECT id, version FROM sibling_bond WHERE sibling_id = $1"
    before = await writes.rows(query, uuid_of(one["id"]))
    assert before
    row = await writes.ok("updateChild", id=one["id"], version=one["version"], caseNumber="W-copies")
    assert await writes.rows(query, uuid_of(one["id"])) == before
    await writes.ok("updateChild", id=one["id"], version=row["version"], givenName="Noor", caseNumber="W-copies-2")
    assert [each["version"] - 1 for each in await writes.rows(query, uuid_of(one["id"]))] == [
        each["version"] for each in before
    ]

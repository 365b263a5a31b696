"""What an import leaves behind: history, the changes feed, copies; and what it never touches or sees."""

from __future__ import annotations

from pathlib import Path

import asyncpg
import pytest

from countries.embedded.postgres import SUPERUSER
from countries.tenancy.caller import Caller, Tier
from graph.bulk.faults import FaultyFilesError
from graph.entities.child_rules import NUMBER_TAKEN
from graph.errors import Unavailable
from tests.bulk.files import HOME, OFFICE, Desk, base, bond, child, placement, write_csv

HISTORY = (
    "SELECT h.class, h.type, h.version, h.operation, h.issuer, h.subject, h.before, h.after FROM ("
    " SELECT 'plain' AS class, * FROM history_plain UNION ALL SELECT 'personal', * FROM history_personal"
    " UNION ALL SELECT 'sensitive', * FROM history_sensitive) h JOIN child c ON c.id = h.row_id"
    " WHERE c.case_number = $1 ORDER BY h.version, h.class"
)


async def test_every_row_has_its_history_and_its_place_in_the_feed(village: Desk) -> None:
    """Each new row is in the feed, in numbers without a gap, and its history names the command and the person.

    Of stays without a word of care two times in care are told, which the stays are joined to.
    """
    feed = await village.rows("SELECT number, type, kind, programme_id FROM change ORDER BY number")
    counter = await village.rows("SELECT last FROM change_counter WHERE country_code = 'BE'")

    assert [row["number"] for row in feed] == list(range(1, 15))
    assert [row["last"] for row in counter] == [14]
    assert [row["type"] for row in feed if row["kind"] != "CREATED"] == ["Placement", "Placement"]
    assert [row["type"] for row in feed if row["type"] == "CareEpisode"] == ["CareEpisode", "CareEpisode"]
    assert all(row["programme_id"] for row in feed if row["type"] != "CommunityPartner")
    rows = await village.rows(HISTORY, "1")
    assert [(row["class"], row["version"], row["before"]) for row in rows] == [
        ("personal", 1, None),
        ("sensitive", 1, None),
    ]
    assert {(row["operation"], row["issuer"], row["subject"]) for row in rows} == {("import", "command line", "olga")}
    assert '"givenName": "Mira 1"' in rows[0]["after"]


async def test_a_change_is_in_the_history_of_its_class_alone(village: Desk, tmp_path: Path) -> None:
    """Interests are sensitive: no entry says that the child's name is what it was."""
    told: list[tuple[str, int]] = []
    sheets = {"children": [child("1", interests="Bees")]}
    await village.bring(write_csv(tmp_path, sheets), tell=lambda country, number: told.append((country, number)))

    changed = [row for row in await village.rows(HISTORY, "1") if row["version"] == 2]
    assert [row["class"] for row in changed] == ["sensitive"]
    assert '"interests": null' in changed[0]["before"]
    assert '"interests": "Bees"' in changed[0]["after"]
    (last,) = await village.rows("SELECT type, kind FROM change ORDER BY number DESC LIMIT 1")
    assert tuple(last) == ("Child", "UPDATED")
    assert told == [("BE", 15)]


async def test_nobody_is_told_of_what_changes_nothing(village: Desk, tmp_path: Path) -> None:
    """Neither a dry run nor a second import is announced."""
    told: list[tuple[str, int]] = []
    for dry_run in (True, False):
        await village.bring(
            write_csv(tmp_path, base()), dry_run=dry_run, tell=lambda country, number: told.append((country, number))
        )
    assert told == []


async def test_copies_follow_a_change_of_name(village: Desk, tmp_path: Path) -> None:
    """A home's and a child's new name stand in placements and bonds, those that are not in the file among them."""
    (home,) = await village.rows("SELECT id FROM home")
    sheets = {
        "homes": [{**HOME, "id": f"Home_BE_{home['id']}", "name": "House Pear"}],
        "children": [child("1", givenName="Mirabel")],
        "placements": [placement("1", homeName="House Pear", startReason="EMERGENCY")],
    }
    brought = await village.bring(write_csv(tmp_path, sheets))

    names = await village.rows("SELECT home_name, start_reason, version FROM placement ORDER BY start_reason DESC")
    assert [tuple(row) for row in names] == [("House Pear", "EMERGENCY", 3), ("House Pear", "ADMISSION", 3)]
    bonds = await village.rows("SELECT sibling_name FROM sibling_bond ORDER BY 1")
    assert [row["sibling_name"] for row in bonds] == ["Lena", "Mirabel"]
    assert brought.stored is not None
    assert brought.stored.changed == {"homes": 1, "children": 1, "placements": 2, "siblingBonds": 1}


async def test_homes_and_copies_of_new_rows_are_right(village: Desk) -> None:
    """Every placement has the days of its home taken, and each copy says what its row says."""
    wrong = await village.rows(
        "SELECT p.id FROM placement p JOIN home h ON h.id = p.home_id JOIN child c ON c.id = p.child_id"
        " LEFT JOIN home_stay s ON s.id = p.id AND s.home_id = p.home_id AND s.started_on = p.started_on"
        " AND s.ended_on IS NOT DISTINCT FROM p.ended_on"
        " WHERE s.id IS NULL OR p.home_name <> h.name OR p.programme_id <> c.programme_id"
    )
    assert wrong == []
    assert len(await village.rows("SELECT 1 FROM placement")) == 2


async def test_another_country_is_neither_touched_nor_seen(federation: Desk, tmp_path: Path) -> None:
    """The names of another country's rows are unknown ones, and its rows stay as they were, whatever is imported."""
    statement = "SELECT *, xmin::text FROM child WHERE country_code <> 'BE' ORDER BY id"
    before = await federation.rows(statement)
    (kenyan,) = await federation.rows(
        "SELECT p.name, c.case_number, c.id FROM child c JOIN programme p ON p.id = c.programme_id"
        " WHERE c.country_code = 'KE' ORDER BY c.id LIMIT 1"
    )
    mine, theirs = child("1"), kenyan["name"]
    tied = {**bond("1", kenyan["case_number"]), "siblingProgramme": theirs}
    faults = await federation.faults(write_csv(tmp_path / "names", {**base(), "siblingBonds": [tied]}))
    assert [fault.message for fault in faults] == ["There is no such programme."]

    # The identity that a row of another country has is free in this one, as it is for a mutation.
    await federation.bring(
        write_csv(tmp_path / "ids", {**base(), "children": [{**mine, "id": f"Child_BE_{kenyan['id']}"}, child("2")]})
    )
    assert await federation.rows(statement) == before
    assert len(await federation.rows("SELECT 1 FROM child WHERE id = $1", kenyan["id"])) == 2


async def test_an_import_is_the_offices_and_no_other_logins(village: Desk, tmp_path: Path) -> None:
    """Without the office's rights nothing is written: no other login lends its own."""
    superuser = await asyncpg.connect(**village.address.connect_arguments(SUPERUSER))
    await superuser.execute("REVOKE INSERT (country_code) ON child FROM hearth_office")
    try:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await village.bring(write_csv(tmp_path, {"children": [child("7")]}))
        await superuser.execute(
            await superuser.fetchval(
                "SELECT format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC, hearth_office', current_database())"
            )
        )
        with pytest.raises(Unavailable) as refused:
            await village.bring(tmp_path)
        assert "GRANT TEMPORARY" in refused.value.hint
    finally:
        await superuser.close()
    with pytest.raises(ConnectionError):
        await village.bring(tmp_path, caller=Caller("carla", Tier.CASEWORKER, ("BE",)))


async def test_a_race_that_a_constraint_ends_is_a_sentence(village: Desk, tmp_path: Path) -> None:
    """Two rows that change places under a key meet the constraint; the answer is a fault, and nothing is written."""
    ids = {row["case_number"]: row["id"] for row in await village.rows("SELECT case_number, id FROM child")}
    swapped = [child("2", id=f"Child_BE_{ids['1']}"), child("1", id=f"Child_BE_{ids['2']}")]
    with pytest.raises(FaultyFilesError) as refused:
        await village.bring(write_csv(tmp_path, {"children": swapped}))

    assert [fault.message for fault in refused.value.faults] == [NUMBER_TAKEN.message]
    assert {row["case_number"]: row["id"] for row in await village.rows("SELECT case_number, id FROM child")} == ids
    assert OFFICE.country == "BE"

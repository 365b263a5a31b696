"""A name is one name and a number one number, in files: whatever program wrote them, and whatever they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bulk.files import HOME, bond, child, placement, places, tie, write_book, write_csv
from tests.writings import WRITINGS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bulk.files import Desk

APART = "Village Lie\u0300ge"


async def test_writings_of_one_number_in_a_file_are_told(read_only_village: Desk, tmp_path: Path) -> None:
    """Rows whose numbers differ by capitals, spaces or hyphens are faults that name the other row; none is written."""
    rows = [child(number) for number in WRITINGS]
    for path in (write_csv(tmp_path, {"children": rows}), write_book(tmp_path / "one.xlsx", {"children": rows})):
        faults = await read_only_village.faults(path if path.suffix else path / "children.csv")
        assert [fault.row for fault in faults] == list(range(3, 2 + len(WRITINGS)))
        assert {fault.column for fault in faults} == {"caseNumber"}
        messages = {fault.message for fault in faults}
        assert messages == {
            "The file holds that child more than once.",
            "That is the child of row 2: capitals, spaces and hyphens make no difference.",
        }


async def test_a_number_in_another_writing_is_the_child_on_record(village: Desk, tmp_path: Path) -> None:
    """A row finds its child, its ties and its stays by the number in any writing; nobody is brought twice."""
    await village.bring(write_csv(tmp_path / "new", {"children": [child("Né 3")]}))
    again = [child("NE\u0301\u20113", programme=APART, givenName="Mira\u00a0 Zoe\u0308")]
    ties = [tie("ne\u0301 3", childProgramme=APART, partner="Judo\u00a0Club")]
    bonds = [bond("né-3", "1", childProgramme=APART)]
    named = {"childProgramme": APART, "homeProgramme": APART, "homeName": "House \u200bMango"}
    stays = [placement("NÉ\u20033", "2010-01-01", **named, endedOn="2011-01-01", endReason="OTHER")]
    sheets = {"communityLinks": ties, "siblingBonds": bonds}
    faults = await village.faults(write_csv(tmp_path / "early", {"placements": stays}))
    assert places(faults) == [("placements.csv", 2, "startedOn")]
    brought = await village.bring(write_csv(tmp_path / "again", {"children": again, **sheets}))
    assert brought.stored is not None
    assert brought.stored.created == {"communityLinks": 1, "siblingBonds": 2}
    rows = await village.rows("SELECT case_number, given_name FROM child WHERE case_number_key = 'né-3'")
    assert [tuple(row) for row in rows] == [("NÉ-3", "Mira Zoë")]


async def test_a_home_and_a_programme_are_found_in_every_form(village: Desk, tmp_path: Path) -> None:
    """A name that a spreadsheet has taken apart, or widened with spaces, is the name on record."""
    rows = [{**HOME, "programme": f"{APART}\u200b", "name": "House\u00a0Mango ", "capacity": 3}]
    brought = await village.bring(write_csv(tmp_path, {"homes": rows}))
    assert brought.stored is not None
    assert (brought.stored.created, brought.stored.changed) == ({}, {"homes": 1})
    assert [row["name"] for row in await village.rows("SELECT name FROM home")] == ["House Mango"]


async def test_a_cell_with_nothing_to_be_seen_is_empty(read_only_village: Desk, tmp_path: Path) -> None:
    """Marks without width fill no cell."""
    rows = [child("7", givenName="\u200b\ufeff"), child("\u00a0\u200e"), child("8", familyName="\u2060")]
    faults = await read_only_village.faults(write_csv(tmp_path, {"children": rows}))
    assert places(faults) == [("children.csv", 2, "givenName"), ("children.csv", 3, "caseNumber")]
    assert {fault.message for fault in faults} == {"The cell is empty."}


async def test_a_number_of_another_child_on_record_is_told_in_any_writing(village: Desk, tmp_path: Path) -> None:
    """A new id with a number that another child has is a fault that says why."""
    await village.bring(write_csv(tmp_path / "new", {"children": [child("AB 9")]}))
    rows = [child("ab-9", id="Child_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e")]
    (fault,) = await village.faults(write_csv(tmp_path / "other", {"children": rows}))
    assert (fault.row, fault.column, fault.value) == (2, "caseNumber", "ab-9")
    assert "capitals, spaces and hyphens make no difference" in fault.message


async def test_the_other_country_is_not_looked_at(federation: Desk, tmp_path: Path) -> None:
    """A number that a Kenyan child has is new in Belgium; nothing of Kenya changes."""
    (theirs,) = await federation.rows("SELECT case_number FROM child WHERE country_code = 'KE' ORDER BY id LIMIT 1")
    (ours,) = await federation.rows(
        "SELECT p.name FROM programme p WHERE country_code = 'BE' AND p.ended_on IS NULL"
        " AND started_on < '2020-01-01' ORDER BY p.id LIMIT 1"
    )
    before = await federation.rows("SELECT id, xmin::text FROM child WHERE country_code = 'KE' ORDER BY id")
    number = theirs["case_number"].lower().replace("-", "\u2011")
    brought = await federation.bring(write_csv(tmp_path, {"children": [child(number, programme=ours["name"])]}))
    assert brought.stored is not None
    assert brought.stored.created == {"children": 1}
    assert await federation.rows("SELECT id, xmin::text FROM child WHERE country_code = 'KE' ORDER BY id") == before

"""Entities of each ownership and shape, in and out of files by the commands, without a word for any of them."""

from __future__ import annotations

import asyncio
import csv
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest
import pytest_asyncio
from click.testing import CliRunner

from countries.embedded.postgres import SUPERUSER
from graph.bulk.exporting import ExportFormat
from graph.bulk.sheets import all_sheets
from graph.cli import main
from graph.entities import graph_model
from tests.bulk.catalogue import CHILD, MENTOR, MENTORSHIPS, declare, rows
from tests.bulk.files import Desk, places, write_csv
from tests.bulk.test_commands import environment
from tests.bulk.test_round_trip import graph_of
from tests.conftest import copy_database
from tests.made_up import make_tables, model_with

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from click.testing import Result

    from countries.connections.address import Address


@pytest_asyncio.fixture(scope="module")
async def template(
    server: Address, worker: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[tuple[str, str]]:
    """The names of two databases with the made-up tables: without a row, and with a row or two of each."""
    bare, whole = f"bare_sheets_{worker}", f"whole_sheets_{worker}"
    with model_with(declare()):
        await make_tables(await copy_database(server, "empty", bare), declare())
        made = Desk(await copy_database(server, bare, whole))
        await made.bring(write_csv(tmp_path_factory.mktemp("filled"), rows()))
        yield bare, whole


@pytest_asyncio.fixture
async def office(server: Address, worker: str, template: tuple[str, str]) -> Desk:
    """A database without a row."""
    return Desk(await copy_database(server, template[0], f"sheets_{worker}"))


@pytest_asyncio.fixture
async def filled(server: Address, worker: str, template: tuple[str, str]) -> Desk:
    """A database with a row or two of each, for one test to change."""
    return Desk(await copy_database(server, template[1], f"sheets_{worker}"))


@pytest_asyncio.fixture(scope="module")
async def read_only(server: Address, worker: str, template: tuple[str, str]) -> Desk:
    """The same, for tests that change nothing."""
    return Desk(await copy_database(server, template[1], f"read_sheets_{worker}"))


async def hearth(desk: Desk, *arguments: str) -> Result:
    """The command, run against the desk's database."""
    ran = await asyncio.to_thread(CliRunner(env=environment(desk)).invoke, main, arguments)
    assert ran.exit_code == 0, ran.stderr
    return ran


async def wipe(desk: Desk) -> None:
    """As if nothing had ever been there."""
    owner = await asyncpg.connect(**desk.address.connect_arguments(SUPERUSER))
    keys = (entity.table for entity in graph_model().by_table.values() if entity.keys_of)
    tables = ", ".join([*all_sheets(), *keys, "home_stay", "mentorship_stay", "change", "change_counter"])
    await owner.execute(f"TRUNCATE {tables} CASCADE")
    await owner.close()


@pytest.mark.parametrize("form", list(ExportFormat))
async def test_what_is_exported_comes_in_as_it_was(office: Desk, tmp_path: Path, form: ExportFormat) -> None:
    """Import, export, wipe and import again by the commands: every row of every table is there with every value."""
    await hearth(office, "import", str(write_csv(tmp_path / "in", rows())), "--country", "BE")
    before = await graph_of(office)
    assert all(before[name] for name in rows())
    out = str(tmp_path / "out")
    await hearth(office, "export", "--country", "BE", out, "--format", form.value)
    again = await hearth(office, "import", out, "--country", "BE")
    assert "everything is on record already" in again.stdout
    assert await graph_of(office) == before
    stays = await office.rows("SELECT * FROM mentorship_stay ORDER BY id")
    await wipe(office)
    await hearth(office, "import", out, "--country", "BE")
    assert await graph_of(office) == before
    assert await office.rows("SELECT * FROM mentorship_stay ORDER BY id") == stays
    assert len(stays) == 3


async def test_a_second_import_finds_every_row_by_its_natural_key(filled: Desk, tmp_path: Path) -> None:
    """Also where a part of it is empty; rows that an id alone tells are new ones."""
    before = await graph_of(filled)
    sheets = {name: [{k: v for k, v in row.items() if k != "id"} for row in told] for name, told in rows().items()}
    remarks, taken_back = sheets.pop("remarks"), sheets["mentorships"].pop()
    assert taken_back["voidedAt"]
    brought = await filled.bring(write_csv(tmp_path / "again", sheets))
    assert brought.stored is not None
    assert (brought.stored.created, brought.stored.changed) == ({}, {})
    assert await graph_of(filled) == before
    brought = await filled.bring(write_csv(tmp_path / "more", {"remarks": remarks}))
    assert brought.stored is not None
    assert brought.stored.created == {"remarks": 2}


async def test_a_row_has_the_programme_of_whom_it_belongs_to(read_only: Desk) -> None:
    """Of a child, of a home, of a part's whole: what is copied is filled in from the row that a link leads to."""
    (programme,) = await read_only.rows("SELECT id FROM programme")
    (home,) = await read_only.rows("SELECT id FROM home")
    for table in ("mentor", "survey", "survey_point", "mentorship", "friendship", "remark"):
        found = await read_only.rows(f"SELECT DISTINCT programme_id FROM {table}")  # noqa: S608 - a name of our own
        assert [row["programme_id"] for row in found] == [programme["id"]]
    assert {row["home_id"] for row in await read_only.rows("SELECT home_id FROM survey_point")} == {home["id"]}


async def test_each_of_a_pair_has_a_row(filled: Desk, tmp_path: Path) -> None:
    """A file holds one side or both."""
    told = await filled.rows(
        "SELECT c.case_number, f.begun_on::text, f.words FROM friendship f JOIN child c ON c.id = f.child_id"
        " ORDER BY 1, 2"
    )
    assert [tuple(row) for row in told] == [
        ("1", "2021-05-01", "At the pond."), ("1", None, None), ("2", "2021-05-01", "At the pond."), ("2", None, None),
    ]  # fmt: skip
    back = {
        **CHILD, "childCaseNumber": "2", "friendProgramme": "Village Liège", "friendCaseNumber": "1",
        "begunOn": "2021-05-01", "words": "At sea.",
    }  # fmt: skip
    brought = await filled.bring(write_csv(tmp_path / "back", {"friendships": [back]}))
    assert brought.stored is not None
    assert (brought.stored.created, brought.stored.changed) == ({}, {"friendships": 2})
    assert {row["words"] for row in await filled.rows("SELECT words FROM friendship")} == {"At sea.", None}


async def test_times_that_exclude_each_other_make_room_in_turn(filled: Desk, tmp_path: Path) -> None:
    """What becomes shorter makes room for what becomes longer, and both for what is new; its shadow follows."""
    changed: list[dict[str, object]] = [
        {**CHILD, **MENTOR, "id": MENTORSHIPS[0], "startedOn": "2024-01-01", "endedOn": "2024-03-01"},
        {**CHILD, **MENTOR, "id": MENTORSHIPS[1], "startedOn": "2024-03-01", "endedOn": "2024-09-01"},
        {**CHILD, **MENTOR, "startedOn": "2024-09-01", "endedOn": ""},
    ]
    brought = await filled.bring(write_csv(tmp_path / "turn", {"mentorships": changed}))
    assert brought.stored is not None
    assert (brought.stored.created, brought.stored.changed) == ({"mentorships": 1}, {"mentorships": 2})
    days = "started_on::text, ended_on::text, mentor_id FROM"
    own = await filled.rows(f"SELECT id, {days} mentorship ORDER BY id")
    assert own == await filled.rows(f"SELECT id, {days} mentorship_stay ORDER BY id")
    assert len(own) == 4


async def test_an_export_tells_a_row_by_what_means_it_alone(filled: Desk, tmp_path: Path) -> None:
    """By its name within another, by its name in none, and by its id where it was taken back or has no name."""
    await filled.take(tmp_path / "out")
    with (tmp_path / "out" / "mentorships.csv").open(encoding="utf-8-sig", newline="") as file:
        told = {row["id"]: row for row in csv.DictReader(file)}
    seats = [(told[each]["seatVehicle"], told[each]["seatLabel"]) for each in MENTORSHIPS[:3]]
    assert seats == [("Bus", "Front"), ("", "Front"), ("", "")]
    assert [told[each]["before"] for each in MENTORSHIPS[:3]] == ["", *MENTORSHIPS[:2]]
    assert not (tmp_path / "out" / "stamps.csv").exists()


async def test_a_row_that_no_file_holds_is_told_by_its_id(filled: Desk, tmp_path: Path) -> None:
    """Its link is in the file, and comes back; an id of nothing is a fault."""
    number = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d99"
    row = {**CHILD, **MENTOR, "id": MENTORSHIPS[1], "startedOn": "2025-01-01", "stamp": f"Stamp_BE_{number}"}
    (fault,) = await filled.faults(write_csv(tmp_path / "none", {"mentorships": [row]}))
    assert (fault.row, fault.column, fault.message) == (2, "stamp", "There is no such stamp.")
    await filled.run("INSERT INTO stamp (country_code, id, ink) VALUES ('BE', $1, 'Red')", number)
    await filled.bring(write_csv(tmp_path / "one", {"mentorships": [row]}))
    await filled.take(tmp_path / "out")
    assert f"Stamp_BE_{number}" in (tmp_path / "out" / "mentorships.csv").read_text()


BEA = {"programme": "Village Liège", "fullName": "Bea Example"}


@pytest.mark.parametrize(
    ("sheet", "row", "column", "message"),
    [
        ("mentorships", {"mentorFullName": "Nobody"}, "mentorFullName", "There is no such mentor."),
        ("mentorships", {"mentorProgramme": ""}, "mentorProgramme", "It is not said of which programme."),
        ("mentorships", {"mentorProgramme": "Village Nowhere"}, "mentorProgramme", "There is no such programme."),
        ("mentorships", {"seatVehicle": "Boat", "seatLabel": "Front"}, "seatLabel", "There is no such seat."),
        ("mentorships", {"seatVehicle": "Train", "seatLabel": "Front"}, "seatVehicle", "There is no such vehicle."),
        ("mentorships", {"before": "the first"}, "before", "There is no such mentorship."),
        ("mentorships", {"id": "", "voidedAt": "2026-01-01T10:00:00Z", "voidReason": "So"}, "id",
         "A mentorship that was taken back is told by its id alone."),
        ("mentorships", {"voidedAt": "2026-01-01T10:00:00Z"}, "voidReason", "Only one half of it is given."),
        ("mentorships", {"voidedAt": "2026-01-01T10:00:00Z", "voidReason": "So"}, "voidedAt",
         "It is on record otherwise, and an import does not change it."),
        ("mentorships", {"mentor": "Ann Example"}, "mentor", "There is no such column."),
        ("mentors", {**BEA, "rank": "Second"}, "rank", "It is on record otherwise, and an import does not change it."),
        ("mentors", {**BEA, "programme": "Village Nowhere"}, "programme", "There is no such programme."),
        ("surveys", {"heldOn": "2026-12-31"}, "heldOn", "The day lies in the future."),
        ("surveys", {"topics": "MONEY;MONEY"}, "topics", "A value stands there twice."),
        ("surveys", {"eventId": "7"}, "eventId", "A UUID is expected here."),
        ("surveyPoints", {"survey": "House Mango"}, "survey", "There is no such survey."),
        ("remarks", {"childCaseNumber": "", "childProgramme": ""}, "childCaseNumber", "The remark is nobody's."),
    ],
)  # fmt: skip
async def test_what_cannot_be_meant_is_told_with_its_place(
    read_only: Desk, tmp_path: Path, sheet: str, row: dict[str, object], column: str, message: str
) -> None:
    """Row and column, in the words that our own sheets are told in."""
    whole = {**rows()[sheet][1 if sheet == "mentorships" else 0], **row}
    told = await read_only.faults(write_csv(tmp_path / "bad", {sheet: [whole]}))
    assert (column, message) in [(fault.column, fault.message) for fault in told]
    assert {fault.row for fault in told} <= {1, 2}
    assert all(fault.hint.endswith(".") for fault in told)


async def test_what_is_left_to_a_mutation_may_be_filled_once(filled: Desk, tmp_path: Path) -> None:
    """An empty rank takes one, and then keeps it; the fault names the mutation."""
    ann: dict[str, Any] = {"programme": "Village Liège", "fullName": "Ann Example", "rank": "Third"}
    brought = await filled.bring(write_csv(tmp_path / "once", {"mentors": [ann]}))
    assert brought.stored is not None
    assert brought.stored.changed == {"mentors": 1}
    (fault,) = await filled.faults(write_csv(tmp_path / "twice", {"mentors": [{**ann, "rank": "First"}]}))
    assert (fault.column, fault.hint) == ("rank", "promoteMentor does.")


async def test_a_row_stands_in_a_file_once(read_only: Desk, tmp_path: Path) -> None:
    """Two rows with one natural key, a part of which is empty; two with one id."""
    seats = [{"vehicle": "", "label": "Back"}, {"vehicle": "Bus", "label": "Back"}, {"vehicle": "", "label": "Back"}]
    faults = await read_only.faults(write_csv(tmp_path / "seats", {"seats": seats}))
    assert places(faults) == [("seats.csv", 4, "label")]
    remark = {**CHILD, "words": "So.", "id": "Remark_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d77"}
    faults = await read_only.faults(write_csv(tmp_path / "ids", {"remarks": [remark, remark]}))
    assert places(faults) == [("remarks.csv", 3, "id")]

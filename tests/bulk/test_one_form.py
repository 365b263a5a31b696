"""`hearth migrate` over rows from before: texts in one form, history, feed, and files of what has to be corrected."""

from __future__ import annotations

import asyncio
import csv
import stat
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest_asyncio
from click.testing import CliRunner, Result

from countries.embedded.postgres import SUPERUSER
from countries.tenancy.logins import OPERATOR, OWNER
from graph.cli import main
from graph.database.revisions import in_order
from graph.text import RULES
from tests.bulk.files import Desk, places
from tests.bulk.test_commands import environment
from tests.bulk.test_populations import as_login
from tests.conftest import copy_database
from tests.test_migrations import MIGRATIONS, run_alembic

if TYPE_CHECKING:
    from pathlib import Path

    from countries.connections.address import Address

PREVIOUS = next(
    str(revision.previous)
    for revision in in_order(MIGRATIONS / "versions")
    if revision.path.stem.endswith("numbers_compared_by_their_key")
)
PROGRAMME, OTHER, HOME, TWIN = (f"00000000-0000-7000-8000-00000000000{n}" for n in range(1, 5))
ADA, LENA, KIM, FAR, THEIRS = (f"00000000-0000-7000-8000-00000000001{n}" for n in range(5))
PLACEMENT, BOND, LINK = (f"00000000-0000-7000-8000-00000000002{n}" for n in range(3))
OLD: list[tuple[str, str, list[tuple[str | None, ...]]]] = [
    ("programme", "country_code, id, name, kind, started_on", [
        ("BE", PROGRAMME, "Village Lie\u0300ge", "ALTERNATIVE_CARE", "2000-01-01"),
        ("BE", OTHER, "Village  Namur", "ALTERNATIVE_CARE", "2000-01-01"),
        ("KE", PROGRAMME, "Kijiji", "ALTERNATIVE_CARE", "2000-01-01"),
    ]),
    ("home", "country_code, id, programme_id, name, form, capacity, locality, opened_on", [
        ("BE", HOME, PROGRAMME, "Maison\u00a0E\u0301te\u0301\u200b", "SOS_FAMILY", "4", None, "2001-01-01"),
        ("BE", TWIN, PROGRAMME, "Maison Été", "SOS_FAMILY", "4", "Lie\u0300ge", "2001-01-01"),
    ]),
    ("community_partner", "country_code, id, name, kind", [("BE", HOME, "Judo Club", "SPORTS_CLUB")]),
    ("child", "country_code, id, programme_id, case_number, given_name, sex, enrolled_on, interests", [
        ("BE", ADA, PROGRAMME, "NB\u00a02", "Zoe\u0308", "FEMALE", "2010-01-01", "Bees,  \n e\u0301te\u0301"),
        ("BE", LENA, PROGRAMME, "nb\u20112", "Lena\u200b", "FEMALE", "2010-01-01", None),
        ("BE", KIM, PROGRAMME, "NB 3", "Kim", "FEMALE", "2010-01-01", "Already  so"),
        ("BE", FAR, OTHER, "NB-2", "Far", "FEMALE", "2010-01-01", None),
        ("KE", THEIRS, PROGRAMME, "nb 2\u200b", "Wanjiru", "FEMALE", "2010-01-01", None),
    ]),
    ("placement", "country_code, id, child_id, home_id, programme_id, home_name, started_on, start_reason", [
        ("BE", PLACEMENT, ADA, HOME, PROGRAMME, "Maison\u00a0E\u0301te\u0301\u200b", "2010-01-01", "ADMISSION"),
    ]),
    ("sibling_bond", "country_code, id, child_id, sibling_id, programme_id, sibling_name, kind, started_on", [
        ("BE", BOND, KIM, ADA, PROGRAMME, "Zoe\u0308", "FULL", "2010-01-01"),
    ]),
    ("community_link", "country_code, id, programme_id, child_id, kind, started_on, note", [
        ("BE", LINK, PROGRAMME, ADA, "SCHOOL", "2012-01-01", "E\u0301cole  du\nVillage\u200b"),
    ]),
]  # fmt: skip
"""Rows as people and spreadsheets have written them, by table."""


@pytest_asyncio.fixture(scope="module")
async def before(server: Address, worker: str) -> str:
    """The name of a database of the version before, with rows of every kind."""
    address = await copy_database(server, "empty", f"one_form_{worker}")
    await run_alembic(address, MIGRATIONS, PREVIOUS, down=True)
    desk = Desk(address)
    for table, columns, rows in OLD:
        for row in rows:
            values = ", ".join("NULL" if value is None else f"'{value}'" for value in row)
            await desk.run(f"INSERT INTO {table} ({columns}) VALUES ({values})")  # noqa: S608 - rows of ours
    return f"one_form_{worker}"


@pytest_asyncio.fixture
async def old(server: Address, worker: str, before: str) -> Desk:
    """A copy of it, which one test writes."""
    return Desk(await copy_database(server, before, f"old_{worker}"))


@pytest_asyncio.fixture(scope="module")
async def migrated(server: Address, worker: str, before: str) -> str:
    """The same, whose tables are those of today already: nobody has looked at the texts."""
    address = await copy_database(server, before, f"one_form_later_{worker}")
    await run_alembic(address, MIGRATIONS, "head")
    return f"one_form_later_{worker}"


@pytest_asyncio.fixture
async def later(server: Address, worker: str, migrated: str) -> Desk:
    """A copy of that, which one test writes."""
    return Desk(await copy_database(server, migrated, f"old_{worker}"))


async def hearth(desk: Desk, folder: Path, *arguments: str, operator: bool = True) -> Result:
    """A command against a database, as whoever migrates it."""
    variables = {
        **environment(desk),
        "HEARTH_DATA_DIR": str(folder / "data"),
        "HEARTH_OWNER_DATABASE_URL": as_login(desk, OWNER),
    }
    if operator:
        variables["HEARTH_OPERATOR_DATABASE_URL"] = as_login(desk, OPERATOR)
    return await asyncio.to_thread(CliRunner(env=variables).invoke, main, list(arguments))


async def texts(desk: Desk) -> dict[str, Any]:
    """The texts and versions of the children, by id."""
    rows = await desk.rows("SELECT country_code, id, case_number, given_name, interests, version FROM child")
    return {f"{row['country_code']} {row['id']}": tuple(row)[2:] for row in rows}


async def test_texts_from_before_are_brought_to_their_form(old: Desk, tmp_path: Path) -> None:
    """Every table's texts, with copies; what was in its form is not written; a number that collides stays as it was."""
    done = await hearth(old, tmp_path, "migrate")
    assert done.exit_code == 0, done.stderr
    assert await texts(old) == {
        f"BE {ADA}": ("NB 2", "Zoë", "Bees,  \n été", 2),
        f"BE {LENA}": ("nb\u20112", "Lena", None, 2),
        f"BE {KIM}": ("NB 3", "Kim", "Already  so", 1),
        f"BE {FAR}": ("NB-2", "Far", None, 1),
        f"KE {THEIRS}": ("nb 2", "Wanjiru", None, 2),
    }
    assert [tuple(row) for row in await old.rows("SELECT name, locality, version FROM home ORDER BY id")] == [
        ("Maison Été", None, 2), ("Maison Été", "Liège", 2),
    ]  # fmt: skip
    assert [row["name"] for row in await old.rows("SELECT name FROM programme ORDER BY country_code, id")] == [
        "Village Liège", "Village Namur", "Kijiji",
    ]  # fmt: skip
    (copies,) = await old.rows("SELECT home_name, sibling_name, note FROM placement, sibling_bond, community_link")
    assert tuple(copies) == ("Maison Été", "Zoë", "École  du\nVillage\u200b")
    kept = await old.rows("SELECT count(*) AS countries, min(version) AS version FROM text_rules")
    assert tuple(kept[0]) == (138, RULES)


async def test_history_and_feed_tell_of_each_row_once(later: Desk, tmp_path: Path) -> None:
    """Each row that changed has an entry for each class that did, and one number; who ran it stands there."""
    await hearth(later, tmp_path, "migrate")
    entries = [
        {**row, "class": name}
        for name in ("plain", "personal", "sensitive")
        for row in await later.rows(f"SELECT type, row_id::text AS id, version, operation, issuer FROM history_{name}")  # noqa: S608 - tables of ours
    ]
    (address,) = await later.rows("SELECT id::text AS id FROM home_address")
    assert {(row["type"], row["id"], row["class"]) for row in entries} == {
        ("Programme", PROGRAMME, "plain"), ("Programme", OTHER, "plain"), ("Home", HOME, "sensitive"),
        ("Home", TWIN, "sensitive"), ("Child", ADA, "personal"), ("Child", ADA, "sensitive"),
        ("Child", LENA, "personal"), ("Child", THEIRS, "personal"), ("Placement", PLACEMENT, "sensitive"),
        ("SiblingBond", BOND, "personal"), ("CommunityLink", LINK, "sensitive"),
        ("HomeAddress", address["id"], "sensitive"),
    }  # fmt: skip
    assert len(entries) == 12
    assert {(row["version"], row["operation"], row["issuer"]) for row in entries} == {
        (2, "oneTextForm", "command line")
    }
    feed = await later.rows("SELECT country_code, number, type, row_id::text AS id, kind FROM change ORDER BY 1, 2")
    assert [row["number"] for row in feed] == [*range(1, 11), 1]
    assert {row["kind"] for row in feed} == {"UPDATED"}
    assert len({(row["country_code"], row["type"], row["id"]) for row in feed}) == 11
    counters = await later.rows("SELECT country_code, last FROM change_counter ORDER BY 1")
    assert [tuple(row) for row in counters] == [("BE", 10), ("KE", 1)]


async def test_what_collides_is_listed_and_comes_back_corrected(later: Desk, tmp_path: Path) -> None:
    """`hearth migrate` names the files; an import refuses them as they are and says why, and takes them corrected."""
    done = await hearth(later, tmp_path, "migrate")
    folder = tmp_path / "data" / "corrections" / "BE"
    children, homes = folder / "children.csv", folder / "homes.csv"
    assert sorted(path.name for path in folder.parent.rglob("*.csv")) == ["children.csv", "homes.csv"]
    for path in (children, homes):
        assert f"hearth import {path} --country BE" in done.stdout
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert "Zoë" not in done.stdout + done.stderr

    rows = list(csv.DictReader(children.read_text("utf-8-sig").splitlines()))
    assert [(row["id"], row["caseNumber"]) for row in rows] == [
        (f"Child_BE_{ADA}", "NB 2"), (f"Child_BE_{LENA}", "nb\u20112"),
    ]  # fmt: skip
    faults = await later.faults(children)
    assert places(faults) == [("children.csv", 3, "caseNumber")]
    assert "of row 2" in faults[0].message

    children.write_text(children.read_text("utf-8-sig").replace("nb\u20112", "NB 4"), "utf-8")
    homes.write_text(homes.read_text("utf-8-sig").replace("Maison Été", "Maison Hiver", 1), "utf-8")
    brought = await hearth(later, tmp_path, "import", str(folder), "--country", "BE")
    assert brought.exit_code == 0, brought.stderr
    rows_now = await later.rows("SELECT case_number, case_number_twin FROM child WHERE country_code = 'BE' ORDER BY id")
    assert [tuple(row) for row in rows_now] == [("NB 2", 0), ("NB 4", 0), ("NB 3", 0), ("NB-2", 0)]
    (copy,) = await later.rows("SELECT home_name FROM placement")
    assert copy["home_name"] == "Maison Hiver"


async def test_until_it_is_corrected_a_number_means_no_child_alone(later: Desk, tmp_path: Path) -> None:
    """A file that names a child by the number is refused, nobody else gets it, an export names such children by id."""
    await hearth(later, tmp_path, "migrate")
    file = tmp_path / "communityLinks.csv"
    file.write_text("childProgramme,childCaseNumber,kind,startedOn\nVillage Liège,NB 2,SCHOOL,2020-01-01\n")
    (fault,) = await later.faults(file)
    assert (fault.column, fault.message) == ("childCaseNumber", "Several rows are a child of that name.")
    file = tmp_path / "children.csv"
    file.write_text("programme,caseNumber,givenName,sex,enrolledOn\nVillage Liège,Nb\u20032,Noor,FEMALE,2020-01-01\n")
    (fault,) = await later.faults(file)
    assert (fault.column, fault.message) == ("caseNumber", "Several rows on record are that child.")
    await later.take(tmp_path / "out")
    faults = await later.faults(tmp_path / "out")
    assert places(faults) == [("children.csv", 3, "caseNumber")]
    assert "of row 2" in faults[0].message


async def test_a_second_run_writes_nothing_and_keeps_the_files(later: Desk, tmp_path: Path) -> None:
    """What is done is done; a country that is marked is not looked at, and no file is written over."""
    await hearth(later, tmp_path, "migrate")
    before = await later.rows("SELECT id, xmin::text FROM child ORDER BY country_code, id")
    again = await hearth(later, tmp_path, "migrate")
    assert (again.exit_code, again.stdout) == (0, "The schema is at its newest version.\n")
    assert await later.rows("SELECT id, xmin::text FROM child ORDER BY country_code, id") == before

    listed = (tmp_path / "data" / "corrections" / "BE" / "children.csv").read_bytes()
    await later.run("UPDATE text_rules SET version = 0")
    third = await hearth(later, tmp_path, "migrate")
    assert "0 rows were brought" in third.stdout
    assert await later.rows("SELECT id, xmin::text FROM child ORDER BY country_code, id") == before
    assert (tmp_path / "data" / "corrections" / "BE" / "children.csv").read_bytes() == listed
    assert (tmp_path / "data" / "corrections" / "BE-2" / "children.csv").read_bytes() == listed


async def test_what_nothing_is_seen_of_is_listed(old: Desk, tmp_path: Path) -> None:
    """A number or a name that is marks alone stays, and its row is in the file, which an import takes corrected."""
    await old.run("UPDATE child SET case_number = E'\\u200B', family_name = E'\\u200B' WHERE id = $1", KIM)
    await old.run("UPDATE community_partner SET name = E'\\u00A0\\u2060'")
    done = await hearth(old, tmp_path, "migrate")
    assert done.exit_code == 0, done.stderr
    folder = tmp_path / "data" / "corrections" / "BE"
    listed = (folder / "children.csv").read_text("utf-8-sig")
    assert [each for each in (ADA, LENA, KIM) if each in listed] == [ADA, LENA, KIM]
    assert FAR not in listed
    (folder / "children.csv").write_text(
        listed.replace("nb\u20112", "NB 4").replace(",\u200b,Kim,\u200b,", ",NB 5,Kim,,"), "utf-8"
    )
    partners = (folder / "communityPartners.csv").read_text("utf-8-sig")
    (folder / "communityPartners.csv").write_text(partners.replace("\u00a0\u2060", "Judo Club"), "utf-8")
    brought = await hearth(old, tmp_path, "import", str(folder), "--country", "BE")
    assert brought.exit_code == 0, brought.stderr
    assert (await texts(old))[f"BE {KIM}"][0] == "NB 5"
    (partner,) = await old.rows("SELECT name FROM community_partner")
    assert partner["name"] == "Judo Club"


async def test_what_was_broken_off_goes_on(later: Desk, tmp_path: Path) -> None:
    """Where the run ends in a country, the rows before stay written, and the next run does the rest, once."""
    blocker: asyncpg.Connection[Any] = await asyncpg.connect(**later.address.connect_arguments(OPERATOR))
    try:
        async with blocker.transaction():
            await blocker.execute("SELECT FROM home WHERE id = $1 FOR UPDATE", HOME)
            running = asyncio.create_task(hearth(later, tmp_path, "migrate"))
            waits = (
                "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
                " AND pid <> pg_backend_pid()"
            )
            for _ in range(1_200):
                if found := await later.rows(waits):
                    break
                await asyncio.sleep(0.05)
            (row,) = found
            superuser = await asyncpg.connect(**later.address.connect_arguments(SUPERUSER))
            try:
                assert await superuser.fetchval("SELECT pg_terminate_backend($1)", row["pid"])
            finally:
                await superuser.close()
            ended = await running
            assert ended.exit_code == 1
            assert "Traceback" not in ended.stderr
    finally:
        await blocker.close()
    assert (await texts(later))[f"BE {ADA}"] == ("NB 2", "Zoë", "Bees,  \n été", 2)
    assert [row["version"] for row in await later.rows("SELECT version FROM home ORDER BY id")] == [1, 1]
    done = await hearth(later, tmp_path, "migrate")
    assert done.exit_code == 0, done.stderr
    assert (await texts(later))[f"BE {ADA}"] == ("NB 2", "Zoë", "Bees,  \n été", 2)
    assert [row["version"] for row in await later.rows("SELECT version FROM home ORDER BY id")] == [2, 2]
    assert (tmp_path / "data" / "corrections" / "BE" / "homes.csv").exists()


async def test_without_the_operator_it_is_said_and_left(old: Desk, tmp_path: Path) -> None:
    """The owner sees no row: the schema is migrated, the texts stay, and every run says what is missing."""
    for _ in range(2):
        done = await hearth(old, tmp_path, "migrate", operator=False)
        assert done.exit_code == 0
        assert "HEARTH_OPERATOR_DATABASE_URL" in done.stderr
    assert (await texts(old))[f"BE {ADA}"][0] == "NB\u00a02"
    assert (await hearth(old, tmp_path, "migrate")).stderr == ""
    assert (await texts(old))[f"BE {ADA}"][0] == "NB 2"


async def test_a_new_database_has_nothing_to_bring(desk: Desk, tmp_path: Path) -> None:
    """Its countries are marked from the start, so that nobody is asked for the operator."""
    done = await hearth(desk, tmp_path, "migrate", operator=False)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "The schema is at its newest version.\n", "")

"""`hearth backup` and `hearth restore` of the whole database."""

from __future__ import annotations

import asyncio
import json
import shutil
import stat
from pathlib import Path

import pytest

from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER
from countries.register.register import Register
from countries.tenancy.logins import OPERATOR, OWNER
from graph.backup.manifest import FILE, read_manifest
from graph.backup.whole import DUMP
from graph.database.migrate import FILLED, known_versions
from tests.backup.operator import Operator, believe, say
from tests.closing.office import caller_of, opened
from tests.conftest import copy_database
from tests.test_migrations import MIGRATIONS, run_alembic

UNREADABLE = """
SELECT c.oid::regclass::text FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind NOT IN ('i', 'I')
  AND NOT has_table_privilege($1, c.oid, 'SELECT')
"""
CHILDREN = "{ children(first: 100) { totalCount nodes { id givenName placements { nodes { id } } } } }"


@pytest.fixture
def copied(whole: Path, tmp_path: Path) -> Path:
    """A copy of the backup, for a test to spoil."""
    return Path(shutil.copytree(whole, tmp_path / "copied"))


async def test_the_operator_may_read_whatever_is_in_the_database(federation: Operator) -> None:
    """Every table, whoever made it: the one of the schema's version too."""
    assert await federation.fetch(UNREADABLE, OPERATOR, login=SUPERUSER) == []


async def test_nobody_else_backs_up(federation: Operator, tmp_path: Path) -> None:
    """Without the operator's address there is no backup; a login that row security bounds takes none."""
    nobody = await federation.refused("backup", tmp_path / "out", without=("HEARTH_OPERATOR_DATABASE_URL",))
    assert "HEARTH_OPERATOR_DATABASE_URL" in nobody
    assert not (tmp_path / "out").exists()
    office = federation.address.dsn.replace("postgresql://", "postgresql://hearth_office@")
    said = await federation.refused("backup", tmp_path / "out", instead={"HEARTH_OPERATOR_DATABASE_URL": office})
    assert "hearth_office does not see past row security" in said
    assert not (tmp_path / "out").exists()


async def test_what_is_backed_up_comes_back_row_by_row(federation: Operator, whole: Path, bare: Operator) -> None:
    """Every row of every table, and the schema with its policies and rights, fact by fact."""
    said = await bare.done("restore", whole)

    assert "Restored as of" in said
    assert "load everything anew" in said
    assert await bare.rows() == await federation.rows()
    assert await bare.schema() == await federation.schema()


async def test_a_restored_database_serves_and_takes_writes(
    federation: Operator, whole: Path, bare: Operator, register: Register
) -> None:
    """The office of one country reads what it read, that of another as well, and writes go on in the feed."""
    await bare.done("restore", whole)
    async with opened(federation.address, register) as before, opened(bare.address, register) as after:
        for code in ("BE", "KE"):
            assert await after.ask(CHILDREN, caller_of(code)) == await before.ask(CHILDREN, caller_of(code))
        assert await after.leave_late("BE", 1, "2025-11-15") == 1


async def test_a_backup_is_for_its_maker_alone_and_says_what_it_is(federation: Operator, whole: Path) -> None:
    """Mode 0700 and 0600; versions, sums and rows by table stand in the manifest."""
    manifest = read_manifest(whole)

    assert modes(whole) == {whole.name: 0o700, DUMP: 0o600, FILE: 0o600}
    assert manifest.schema == known_versions()[-1]
    assert manifest.postgres_major >= 18
    assert manifest.tables == {f"public.{name}": len(held) for name, held in (await federation.rows()).items()}
    assert "hearth_office" in manifest.roles
    assert manifest.extensions == ("btree_gist",)


async def test_a_backup_is_of_one_instant_while_offices_write(
    server: Address, lived: str, worker: str, bare: Operator, register: Register, tmp_path: Path
) -> None:
    """Writes go on meanwhile; in what comes back each country's feed ends where its counter stands."""
    busy = Operator(await copy_database(server, lived, f"busy_{worker}"))
    over = asyncio.Event()
    async with opened(busy.address, register) as office:

        async def keep_writing() -> None:
            number = 0
            while not over.is_set():
                number += 1
                assert await office.write("addCommunityPartner", "BE", name=f"Club {number}", kind="SPORTS_CLUB")

        assert await office.write("addCommunityPartner", "BE", name="Club 0", kind="SPORTS_CLUB")
        writing = asyncio.create_task(keep_writing())
        await busy.done("backup", tmp_path / "out")
        over.set()
        await writing
    await bare.done("restore", tmp_path / "out")
    partners = "SELECT count(*) FROM community_partner WHERE name LIKE 'Club %'"
    (written,), (kept,) = (await busy.fetch(partners))[0], (await bare.fetch(partners))[0]
    assert 0 < kept < written
    heads = await bare.fetch("SELECT country_code, last FROM change_counter ORDER BY 1")
    ends = await bare.fetch("SELECT country_code, max(number) AS last FROM change GROUP BY 1 ORDER BY 1")
    assert [tuple(row) for row in heads] == [tuple(row) for row in ends]


async def test_a_migrated_database_without_rows_takes_a_restore(
    federation: Operator, whole: Path, migrated: Operator
) -> None:
    """What `hearth migrate` fills is nobody's record, and makes way."""
    held = {table for table, rows in (await migrated.rows()).items() if rows}
    assert held == FILLED

    await migrated.done("restore", whole)

    assert await migrated.rows() == await federation.rows()
    assert await migrated.schema() == await federation.schema()


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO population VALUES ('BE', 2024, 2300000, 'Statbel')",
        "INSERT INTO change_counter (country_code, last) VALUES ('KE', 7)",
        "CREATE TABLE diary (id integer)",
        "CREATE VIEW diary AS SELECT 1 AS id",
    ],
)
async def test_a_database_that_lives_is_left_as_it_is(migrated: Operator, whole: Path, statement: str) -> None:
    """One row of anybody's, or a table that is not ours: nothing is written, and it is said what to do."""
    await migrated.run(statement)
    before, schema = await migrated.rows(), await migrated.schema()

    said = await migrated.refused("restore", whole)

    assert "Nothing was written" in said
    assert "Make a new database" in said
    assert await migrated.rows() == before
    assert await migrated.schema() == schema


async def test_a_database_is_not_restored_over_itself(federation: Operator, whole: Path) -> None:
    """The federation whose backup it is lives."""
    before = await federation.rows()
    assert "The database lives" in await federation.refused("restore", whole)
    assert await federation.rows() == before


def modes(folder: Path) -> dict[str, int]:
    """Who may read what: of the folder and everything in it."""
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}


def cut(folder: Path) -> None:
    """The last bytes did not arrive."""
    held = (folder / DUMP).read_bytes()
    (folder / DUMP).write_bytes(held[:-100])


def flipped(folder: Path) -> None:
    """One byte is another."""
    held = bytearray((folder / DUMP).read_bytes())
    held[len(held) // 2] ^= 1
    (folder / DUMP).write_bytes(held)


def cut_and_believed(folder: Path) -> None:
    """The end is missing, and the manifest was written for that."""
    held = (folder / DUMP).read_bytes()
    (folder / DUMP).write_bytes(held[: len(held) * 2 // 3])
    believe(folder, DUMP)


def fewer(folder: Path) -> None:
    """The manifest counts a child more than there is."""
    tables = json.loads((folder / FILE).read_text())["tables"]
    say(folder, tables=tables | {"public.child": tables["public.child"] + 1})


def untold(folder: Path) -> None:
    """The manifest says nothing of a table."""
    tables = json.loads((folder / FILE).read_text())["tables"]
    say(folder, tables={name: rows for name, rows in tables.items() if name != "public.child"})


def no_dump(folder: Path) -> None:
    """Not a dump at all."""
    (folder / DUMP).write_text("CREATE TABLE child ();")
    believe(folder, DUMP)


SPOILED = {
    "cut off": (cut, f"{DUMP} is cut off"),
    "changed": (flipped, f"{DUMP} was changed"),
    "missing": (lambda folder: (folder / DUMP).unlink(), f"{DUMP} is missing"),
    "unfinished": (lambda folder: (folder / FILE).unlink(), f"it has no {FILE}"),
    "manifest cut off": (lambda folder: (folder / FILE).write_text((folder / FILE).read_text()[:200]), FILE),
    "manifest of nothing": (lambda folder: (folder / FILE).write_text("{}"), FILE),
    "manifest of a list": (lambda folder: (folder / FILE).write_text("[1]"), FILE),
    "newer form": (lambda folder: say(folder, format=2), "form 2"),
    "newer schema": (lambda folder: say(folder, schema="209912312359"), "209912312359"),
    "newer PostgreSQL": (lambda folder: say(folder, postgres="99.1"), "PostgreSQL 99"),
    "missing login": (lambda folder: say(folder, roles=["hearth_office", "monitor"]), "CREATE ROLE monitor"),
    "missing extension": (lambda folder: say(folder, extensions=["btree_gist", "postgis"]), "CREATE EXTENSION postgis"),
    "leads out": (lambda folder: say(folder, files={"../x": {"bytes": 1, "sha256": ""}}), FILE),
    "no file": (lambda folder: say(folder, files={}), DUMP),
    "cut off and believed": (cut_and_believed, "pg_restore"),
    "no dump": (no_dump, "pg_restore"),
    "fewer rows": (fewer, "does not hold the rows"),
    "a table untold": (untold, "does not hold the rows"),
}


@pytest.mark.parametrize("fault", SPOILED)
async def test_a_spoiled_backup_leaves_nothing(bare: Operator, copied: Path, fault: str) -> None:
    """Each says which file is wrong and what to do; the database has no table after it, and takes a good one."""
    spoil, told = SPOILED[fault]
    spoil(copied)

    said = await bare.refused("restore", copied)

    assert told in said
    assert await bare.is_bare()


async def test_a_restore_that_fails_may_be_repeated(bare: Operator, whole: Path, copied: Path) -> None:
    """What was refused stands in nobody's way."""
    cut_and_believed(copied)
    await bare.refused("restore", copied)
    await bare.done("restore", whole)


async def test_a_backup_of_an_older_version_is_migrated(
    server: Address, bare: Operator, tmp_path: Path, worker: str
) -> None:
    """It comes back as it was, and then to the newest version."""
    old = Operator(await copy_database(server, "world", f"old_{worker}"))
    await old.run("GRANT SELECT ON hearth_migration TO hearth_operator WITH GRANT OPTION", OWNER)
    await run_alembic(old.address, MIGRATIONS, known_versions()[-2], down=True)
    await old.run("GRANT SELECT ON hearth_migration TO hearth_operator", OWNER)
    children = await old.fetch("SELECT count(*) FROM child")
    await old.done("backup", tmp_path / "old")
    assert read_manifest(tmp_path / "old").schema == known_versions()[-2]

    said = await bare.done("restore", tmp_path / "old")

    assert "The schema is at its newest version." in said
    assert [row[0] for row in await bare.fetch("SELECT version_num FROM hearth_migration")] == [known_versions()[-1]]
    assert await bare.fetch("SELECT count(*) FROM child") == children


async def test_a_table_that_the_operator_may_not_read_is_named(server: Address, worker: str, tmp_path: Path) -> None:
    """No backup without it: the error says which right is missing, and nothing stays in the directory."""
    closed = Operator(await copy_database(server, "world", f"closed_{worker}"))
    await closed.run("CREATE TABLE diary (id integer)", OWNER)
    said = await closed.refused("backup", tmp_path / "out")

    assert "public.diary" in said
    assert "GRANT SELECT ON public.diary TO hearth_operator" in said
    assert not (tmp_path / "out").exists()


async def test_a_directory_with_something_in_it_is_left_as_it_is(federation: Operator, tmp_path: Path) -> None:
    """Neither a file nor a filled directory is written over; an empty one is taken."""
    (tmp_path / "filled").mkdir()
    (tmp_path / "filled" / "x").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "empty").mkdir()

    assert "holds something already" in await federation.refused("backup", tmp_path / "filled")
    assert "holds something already" in await federation.refused("backup", tmp_path / "file")
    assert [path.name for path in (tmp_path / "filled").iterdir()] == ["x"]
    await federation.done("backup", tmp_path / "empty")


async def test_what_is_not_there_is_said(bare: Operator, whole: Path, tmp_path: Path) -> None:
    """A database without tables, none at all, a directory that nobody made, an owner whom nobody names."""
    assert "nothing to back up" in await bare.refused("backup", tmp_path / "out")
    nowhere = Operator(bare.address.with_database("nowhere"))
    assert "no such database" in await nowhere.refused("backup", tmp_path / "out")
    assert "CREATE DATABASE" in await nowhere.refused("restore", whole)
    assert not (tmp_path / "out").exists()
    assert "There is no directory" in await bare.refused("restore", tmp_path / "never")
    assert "pg_restore brings back" in await bare.refused("restore", whole / DUMP)
    unnamed = await bare.refused("restore", whole, without=("HEARTH_OWNER_DATABASE_URL",))
    assert "HEARTH_OWNER_DATABASE_URL" in unnamed


async def test_who_may_not_make_it_is_told(bare: Operator, whole: Path) -> None:
    """A login that does not own the database restores nothing."""
    await bare.run(f"ALTER DATABASE {bare.name} OWNER TO postgres")
    said = await bare.refused("restore", whole)

    assert "may not make what the backup holds" in said
    assert await bare.is_bare()


CHANGES = "query ($since: String) { changes(first: 100, since: $since) { head nodes { rowId } } }"


async def test_offline_clients_hear_of_a_restore(
    federation: Operator, whole: Path, bare: Operator, register: Register
) -> None:
    """A cursor of before is refused, although the feed has come as far; that of the restored database is followed."""
    async with opened(federation.address, register) as office:
        head = (await office.ask(CHANGES, caller_of("BE")))["changes"]["head"]
        assert (await office.ask(CHANGES, caller_of("BE"), since=head))["changes"]["nodes"] == []
    await bare.done("restore", whole)
    async with opened(bare.address, register) as office:
        error = await office.refused(CHANGES, caller_of("BE"), since=head)
        fresh = (await office.ask(CHANGES, caller_of("BE")))["changes"]["head"]
        assert (await office.ask(CHANGES, caller_of("BE"), since=fresh))["changes"]["nodes"] == []
    assert (error["extensions"]["code"], error["extensions"]["reason"]) == ("CONFLICT", "RESYNC")

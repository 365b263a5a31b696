"""`hearth export --whole` and `hearth restore` of one country."""

from __future__ import annotations

import asyncio
import csv
import shutil
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER
from countries.register.register import Register
from countries.tenancy.logins import OWNER
from graph.backup.belonging import belongings
from graph.backup.manifest import FILE, read_manifest
from graph.database.migrate import FILLED
from graph.declarations.nouns import TableKind
from graph.errors import BadUserInput
from graph.indicators.period import Period
from tests.backup.operator import Operator, believe, of_country, say
from tests.closing.office import caller_of, opened
from tests.conftest import NOW, copy_database

CHANGES = "query ($since: String) { changes(first: 100, since: $since) { head nodes { rowId type kind changedAt } } }"
HISTORY = """
{ placements(first: 100) { nodes { id history(first: 20) { version operation recordedAt } } } }
"""
KEYED = """
mutation ($input: AddCommunityPartnerInput!) {
  addCommunityPartner(input: $input) { communityPartner { id } errors { code } }
}
"""


@pytest.fixture
def copied(belgium: Path, tmp_path: Path) -> Path:
    """A copy of the export, for a test to spoil."""
    return Path(shutil.copytree(belgium, tmp_path / "copied"))


async def test_nobody_but_the_operator_exports_or_restores_a_whole_country(
    federation: Operator, migrated: Operator, belgium: Path, tmp_path: Path
) -> None:
    """Without the operator's address neither is done; an office's login does not do."""
    out = tmp_path / "out"
    for arguments, where in (
        (("export", "--country", "BE", "--whole", out), federation),
        (("restore", belgium), migrated),
    ):
        said = await where.refused(*arguments, without=("HEARTH_OPERATOR_DATABASE_URL",))
        assert "HEARTH_OPERATOR_DATABASE_URL" in said
        office = where.address.dsn.replace("postgresql://", "postgresql://hearth_office@")
        said = await where.refused(*arguments, instead={"HEARTH_OPERATOR_DATABASE_URL": office})
        assert "hearth_office does not see past row security" in said
    assert not out.exists()


NOT_IN_IT = {"hearth_migration", "drawing_key", "pack_digest", "import_row"}
"""What is no country's, what nobody may have, and what an import works with."""


async def test_an_export_holds_one_country_and_all_of_it(federation: Operator, belgium: Path) -> None:
    """Every table has a file with the country's rows and no other's; nothing that PostgreSQL made up is in it.

    Nor is the key of rounding: who has it reads more out of the figures of every country than they say.
    """
    manifest, rows = read_manifest(belgium), await federation.rows()

    assert set(manifest.files) == {f"{table}.csv" for table in rows.keys() - NOT_IN_IT}
    ((secret,),) = await federation.fetch("SELECT secret FROM drawing_key")
    assert not any(secret in (belgium / name).read_text() for name in manifest.files)
    for table, held in of_country(rows, "BE").items():
        assert manifest.tables[table] == len(held), table
    for table in ("history_sensitive", "change", "change_counter", "release", "published_figure", "figure_proof"):
        assert manifest.tables[table] > 0, table
    assert "KE" not in countries_in(belgium)
    assert "secret" not in header(belgium / "change_counter.csv")


async def test_a_country_comes_back_with_ids_history_and_feed(
    federation: Operator, belgium: Path, migrated: Operator, register: Register
) -> None:
    """Every row of every table of it is as it was; in a database of its own what was published of it as well."""
    said = await migrated.done("restore", belgium)

    before, after = of_country(await federation.rows(), "BE"), of_country(await migrated.rows(), "BE")
    assert after == before
    assert "Left in the directory" not in said
    async with opened(federation.address, register) as old, opened(migrated.address, register) as new:
        for document in (CHANGES, HISTORY):
            told, known = await new.ask(document, caller_of("BE")), await old.ask(document, caller_of("BE"))
            assert without_heads(told) == without_heads(known)
        assert (await new.ask(CHANGES, caller_of("KE")))["changes"]["nodes"] == []


async def test_writes_go_on_where_the_feed_ended(belgium: Path, migrated: Operator, register: Register) -> None:
    """The next number follows the last; history goes on; a period is closed again with what was published in mind."""
    await migrated.done("restore", belgium)
    ((last,),) = await migrated.fetch("SELECT last FROM change_counter WHERE country_code = 'BE'")
    async with opened(migrated.address, register) as office:
        assert await office.leave_late("BE", 1, "2025-11-15") == 1
        ((first,),) = await migrated.fetch("SELECT min(number) FROM change WHERE number > $1", last)
        done = await office.closing.close(Period(2025), NOW, "Belgium has a server of its own.")
        assert (await office.closing.close(Period(2024), NOW)).revision == 1
    assert first == last + 1
    assert done.revision == 2


async def test_whoever_writes_meanwhile_comes_behind_the_restored_feed(
    belgium: Path, migrated: Operator, register: Register
) -> None:
    """A write waits for the country's counter, which the restore holds from its start, and takes the next number."""
    holding = await asyncpg.connect(**migrated.address.connect_arguments(SUPERUSER))
    watching = await asyncpg.connect(**migrated.address.connect_arguments(SUPERUSER))
    async with opened(migrated.address, register) as office:
        async with holding.transaction():
            # The restore has the counter by the time that it comes to this table.
            await holding.execute("LOCK TABLE placement IN ACCESS EXCLUSIVE MODE")
            restoring = asyncio.create_task(migrated.done("restore", belgium))
            await waiting(watching, 1)
            writing = asyncio.create_task(office.write("addCommunityPartner", "BE", name="Club", kind="SPORTS_CLUB"))
            await waiting(watching, 2)
        await restoring
        assert await writing
    await holding.close()
    await watching.close()

    ((restored,),) = (next(csv.reader([line]))[1:] for line in lines(belgium / "change_counter.csv")[1:])
    ((last, changes),) = await migrated.fetch(
        "SELECT c.last, (SELECT count(*) FROM change) FROM change_counter c WHERE country_code = 'BE'"
    )
    assert last == changes == int(restored) + 1


async def waiting(connection: asyncpg.Connection[asyncpg.Record], many: int) -> None:
    """Wait until so many others wait for a lock in this database."""
    asking = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        " AND state = 'active'"
    )
    async with asyncio.timeout(60):
        while await connection.fetchval(asking) < many:  # noqa: ASYNC110 - other sessions' doing
            await asyncio.sleep(0.01)


async def test_a_write_that_is_sent_again_after_a_restore_is_done_once(
    server: Address, lived: str, worker: str, migrated: Operator, register: Register, tmp_path: Path
) -> None:
    """Keys come along: a client that never heard the answer gets it now."""
    first = Operator(await copy_database(server, lived, f"keyed_{worker}"))
    given: dict[str, Any] = {"input": {"name": "Club Again", "kind": "SPORTS_CLUB", "idempotencyKey": "again"}}
    async with opened(first.address, register) as office:
        answered = await office.ask(KEYED, caller_of("BE"), **given)
    await first.done("export", "--country", "BE", "--whole", tmp_path / "out")
    await migrated.done("restore", tmp_path / "out")
    async with opened(migrated.address, register) as office:
        assert await office.ask(KEYED, caller_of("BE"), **given) == answered


async def test_a_cursor_of_before_is_refused(
    federation: Operator, belgium: Path, migrated: Operator, register: Register
) -> None:
    """An offline client loads everything anew, however far the feed has come since."""
    async with opened(federation.address, register) as office:
        head = (await office.ask(CHANGES, caller_of("BE")))["changes"]["head"]
    await migrated.done("restore", belgium)
    async with opened(migrated.address, register) as office:
        error = await office.refused(CHANGES, caller_of("BE"), since=head)
        fresh = (await office.ask(CHANGES, caller_of("BE")))["changes"]["head"]
        assert (await office.ask(CHANGES, caller_of("BE"), since=fresh))["changes"]["nodes"] == []
    assert (error["extensions"]["code"], error["extensions"]["reason"]) == ("CONFLICT", "RESYNC")


async def test_the_other_countries_keep_what_they_have(
    server: Address, worker: str, federation: Operator, belgium: Path, tmp_path: Path
) -> None:
    """Kenya is restored into a database where Belgium lives: Belgium's rows are as they were, releases are left."""
    await federation.done("export", "--country", "KE", "--whole", tmp_path / "KE")
    both = Operator(await copy_database(server, "empty", f"both_{worker}"))
    await both.done("restore", belgium)
    before = await both.rows()

    said = await both.done("restore", tmp_path / "KE")

    after = await both.rows()
    assert of_country(after, "BE") == of_country(before, "BE")
    assert "Left in the directory, because the database has its own" in said
    assert after["release"] == before["release"]
    known = of_country(await federation.rows(), "KE")
    tenant = {each.name for each in belongings() if each.kind is TableKind.TENANT}
    assert {table: rows for table, rows in of_country(after, "KE").items() if table in tenant} == {
        table: rows for table, rows in known.items() if table in tenant
    }


async def test_populations_that_are_there_stay(belgium: Path, migrated: Operator) -> None:
    """What the register says already is not written over, and that is told."""
    await migrated.run("INSERT INTO population VALUES ('BE', 2020, 5, 'Somebody else')")
    said = await migrated.done("restore", belgium)

    assert "1 of population" in said
    assert [tuple(row) for row in await migrated.fetch("SELECT year, children FROM population")] == [(2020, 5)]


@pytest.mark.parametrize("table", ["programme", "change_counter", "history_plain"])
async def test_a_country_that_lives_is_left_as_it_is(
    migrated: Operator, belgium: Path, federation: Operator, table: str
) -> None:
    """One row in one of its tables is enough; the federation whose export it is refuses it too."""
    rows = {
        "programme": "(country_code, name, kind, started_on) VALUES ('BE', 'P', 'ALTERNATIVE_CARE', '2020-01-01')",
        "change_counter": "(country_code, last) VALUES ('BE', 1)",
        "history_plain": "(country_code, type, row_id, version, issuer, subject, operation, after)"
        " VALUES ('BE', 'Child', gen_random_uuid(), 1, 'i', 's', 'o', '{}')",
    }
    await migrated.run(f"INSERT INTO {table} {rows[table]}")
    for where in (migrated, federation):
        before = await where.rows()
        said = await where.refused("restore", belgium)
        assert "BE lives: it has rows in" in said
        assert "Nothing was written" in said
        assert await where.rows() == before


async def test_a_country_without_a_feed_is_restored_once(migrated: Operator, copied: Path) -> None:
    """Nobody has written there yet: it comes back, and a second time it lives."""
    for name in ("change_counter", "change"):
        edit(copied / f"{name}.csv", lambda rows: rows.__delitem__(slice(1, None)))
    say(copied, tables={**read_manifest(copied).tables, "change_counter": 0, "change": 0})
    await migrated.done("restore", copied)
    assert "BE lives: it has rows in change_counter" in await migrated.refused("restore", copied)


async def test_a_country_that_was_only_refused_something_is_empty(
    migrated: Operator, belgium: Path, register: Register
) -> None:
    """The key of a write that was refused is nobody's record."""
    async with opened(migrated.address, register) as office:
        gone = "Programme_BE_01588c12-33c4-7391-8c30-218f3a405034"
        assert not await office.write(
            "createHome", "BE", programmeId=gone, name="House", form="SOS_FAMILY", capacity=2, openedOn="2020-01-01"
        )
    await migrated.done("restore", belgium)


def foreign(folder: Path) -> None:
    """A Belgian programme is said to be Kenya's, which has no parts."""

    def change(rows: list[list[str]]) -> None:
        rows[1][0], rows[1][rows[0].index("jurisdiction")] = "KE", ""

    edit(folder / "programme.csv", change)


def foreign_published(folder: Path) -> None:
    """So is a published figure."""
    edit(folder / "release_coverage.csv", lambda rows: rows[1].__setitem__(1, "KE"))


def foreign_too(folder: Path) -> None:
    """Beside all rows of Belgium there is one of Kenya."""

    def add(rows: list[list[str]]) -> None:
        row = list(rows[1])
        row[:2] = ["KE", str(UUID(int=2))]
        row[rows[0].index("jurisdiction")] = ""
        rows.append(row)

    edit(folder / "programme.csv", add)


def counters(folder: Path) -> None:
    """So there is Kenya's counter beside Belgium's."""
    edit(folder / "change_counter.csv", lambda rows: rows.append(["KE", "9"]))


def another_counter(folder: Path) -> None:
    """The counter is said to be Kenya's."""
    edit(folder / "change_counter.csv", lambda rows: rows[1].__setitem__(0, "KE"))


def counted_otherwise(folder: Path) -> None:
    """The counter stands before the end of the feed: the next write would get a number that is taken."""
    edit(folder / "change_counter.csv", lambda rows: rows[1].__setitem__(1, "1"))


def more(folder: Path) -> None:
    """The manifest tells of a file that is no table's."""
    (folder / "notes.csv").write_text("mine\n")
    believe(folder, "notes.csv")


def lost(folder: Path) -> None:
    """A row is missing."""
    edit(folder / "change.csv", lambda rows: rows.pop())


def orphaned(folder: Path) -> None:
    """A child belongs to a programme that there is not."""
    edit(folder / "child.csv", lambda rows: rows[1].__setitem__(rows[0].index("programme_id"), str(UUID(int=1))))


def anothers(folder: Path) -> None:
    """A placement is of another child's time in care."""

    def change(rows: list[list[str]]) -> None:
        care, child = rows[0].index("care_episode_id"), rows[0].index("child_id")
        rows[1][care] = next(row[care] for row in rows[2:] if row[child] != rows[1][child])

    edit(folder / "placement.csv", change)


def no_day(folder: Path) -> None:
    """The first child's birth date is a child's name."""
    edit(folder / "child.csv", lambda rows: rows[1].__setitem__(rows[0].index("birth_date"), "Amélie Secret"))


def other_columns(folder: Path) -> None:
    """A column is called something else."""
    edit(folder / "home.csv", lambda rows: rows[0].__setitem__(2, "revision"))


def no_text(folder: Path) -> None:
    """What stands in a file is no text."""
    (folder / "home.csv").write_bytes(b"\xff\xfe\x00")
    believe(folder, "home.csv")


def no_text_within(folder: Path) -> None:
    """The header is right and what follows is no text."""
    path = folder / "text_rules.csv"
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0] + b"\xff\xfe,\x00\n")
    believe(folder, "text_rules.csv")


def half(folder: Path) -> None:
    """The last bytes did not arrive."""
    path = folder / "placement.csv"
    path.write_bytes(path.read_bytes()[:-200])


def unlisted(folder: Path) -> None:
    """The manifest does not know a file that there has to be."""
    manifest = read_manifest(folder)
    say(
        folder,
        files={
            name: {"bytes": held.bytes, "sha256": held.sha256}
            for name, held in manifest.files.items()
            if name != "change.csv"
        },
    )


SPOILED = {
    "another country's row": (foreign, ("programme.csv", "another country")),
    "another country's figure": (foreign_published, ("release_coverage.csv", "another country")),
    "another country's row as well": (foreign_too, ("programme.csv", "another country")),
    "another country's counter as well": (counters, ("change_counter.csv", "another country")),
    "another country's counter": (another_counter, ("change_counter.csv", "another country")),
    "a counter that differs": (counted_otherwise, ("change_counter.csv", "where the feed in change.csv ends")),
    "a file too many": (more, ("notes.csv", "no table")),
    "a row is missing": (lost, ("change.csv", "does not hold the")),
    "a row that others lean on": (orphaned, ("child.csv", "does not fit the table", "_fkey")),
    "a row of another child's": (
        anothers,
        ("placement.csv", "does not fit the table", "placement_care_episode_id_fkey"),
    ),
    "no day": (no_day, ("child.csv, line 2", "does not fit the table")),
    "other columns": (other_columns, ("home.csv, line 1", "not the columns")),
    "no text": (no_text, ("home.csv, line 1",)),
    "no rules": (no_text_within, ("text_rules.csv, line 2",)),
    "cut off": (half, ("placement.csv is cut off",)),
    "unlisted": (unlisted, ("no file for change",)),
    "another version": (lambda folder: say(folder, schema="0010"), ("version 0010", "export it again")),
    "a newer version": (lambda folder: say(folder, schema="209912312359"), ("version 209912312359",)),
    "no such country": (lambda folder: say(folder, country="ZZ"), ("ZZ",)),
    "unfinished": (lambda folder: (folder / FILE).unlink(), (f"it has no {FILE}",)),
}


@pytest.mark.parametrize("fault", SPOILED)
async def test_a_spoiled_export_leaves_nothing(migrated: Operator, copied: Path, fault: str) -> None:
    """Each says which file is wrong, and the line where there is one; never a value; no row is written."""
    spoil, told = SPOILED[fault]
    before = await migrated.rows()
    spoil(copied)

    said = await migrated.refused("restore", copied)

    for part in told:
        assert part in said
    assert "Secret" not in said
    assert await migrated.rows() == before


async def test_what_lies_beside_a_backup_is_not_read_and_told(bare: Operator, whole: Path, tmp_path: Path) -> None:
    """Nothing that somebody gave is left out in silence; it hinders nobody either."""
    copied = Path(shutil.copytree(whole, tmp_path / "beside"))
    (copied / "corrections.csv").write_text("mine\n")
    ended = await bare.hearth("restore", copied)
    assert ended.exit_code == 0, ended.output
    assert "is not read: corrections.csv." in ended.stderr


async def test_a_database_of_another_version_takes_no_country(
    bare: Operator, migrated: Operator, belgium: Path, tmp_path: Path
) -> None:
    """Neither is written to nor read from before it is migrated."""
    assert "hearth migrate" in await bare.refused("restore", belgium)
    await migrated.run("UPDATE hearth_migration SET version_num = '0010'", OWNER)
    assert "hearth migrate" in await migrated.refused("restore", belgium)
    assert "hearth migrate" in await migrated.refused("export", "--country", "BE", "--whole", tmp_path / "out")
    assert not (tmp_path / "out").exists()


async def test_texts_are_taken_for_what_they_were(migrated: Operator, copied: Path) -> None:
    """Where the export's texts are of an earlier form, `hearth migrate` brings them to theirs."""
    edit(copied / "text_rules.csv", lambda rows: rows.pop())
    say(copied, tables={**read_manifest(copied).tables, "text_rules": 0})
    await migrated.done("restore", copied)
    rules = "SELECT version > 0 FROM text_rules WHERE code = 'BE'"
    assert [tuple(row) for row in await migrated.fetch(rules)] == [(False,)]
    await migrated.done("migrate")
    assert [tuple(row) for row in await migrated.fetch(rules)] == [(True,)]


async def test_a_plain_export_says_what_it_leaves_behind(federation: Operator, tmp_path: Path) -> None:
    """History, feed, keys and releases; and how to leave nothing behind. Neither is a workbook whole."""
    said = await federation.done("export", "--country", "BE", tmp_path / "plain")
    for part in ("history", "feed", "releases", "--whole"):
        assert part in said
    for arguments in (("--format", "xlsx"), ("--country", "ZZ")):
        await federation.refused("export", "--country", "BE", "--whole", tmp_path / "out", *arguments)
    assert not (tmp_path / "out").exists()


def test_every_table_says_whose_its_rows_are() -> None:
    """All of them are found; what migrations fill is said where they do."""
    assert {each.name for each in belongings() if each.kind is TableKind.REGISTER} - FILLED == {"population"}
    with pytest.raises(BadUserInput):
        read_manifest(Path("/nowhere"))


def lines(path: Path) -> list[str]:
    """The lines of a file."""
    return path.read_text(encoding="utf-8").splitlines()


def header(path: Path) -> list[str]:
    """The columns of a file."""
    with path.open(newline="", encoding="utf-8") as file:
        return next(csv.reader(file))


def countries_in(folder: Path) -> set[str]:
    """The countries that are named in columns of the files that name one."""
    found = set()
    for path in folder.glob("*.csv"):
        with path.open(newline="", encoding="utf-8") as file:
            found |= {row.get(name) or "" for row in csv.DictReader(file) for name in ("country_code", "code", "area")}
    return found


def without_heads(answer: Any) -> Any:  # noqa: ANN401 - a response
    """An answer without what a new secret changes."""
    if isinstance(answer, dict):
        return {key: without_heads(value) for key, value in answer.items() if key != "head"}
    return [without_heads(each) for each in answer] if isinstance(answer, list) else answer


def edit(path: Path, change: Any) -> None:  # noqa: ANN401 - what to do with the rows
    """Change a file as somebody does who then writes the manifest for it. Empty texts become none."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    change(rows)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    believe(path.parent, path.name)

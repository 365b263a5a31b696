"""The archive of a real server: received, copied, brought back to an instant, and tried, by our own commands."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from benchmarks.ports import claim_port
from countries.archive.archive import STAMP
from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER
from countries.register.register import load_register
from graph.cli import main
from graph.database.migrate import make_database, migrate, newest_version
from tests.tcp_postgres import TcpPostgres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HEARTH = str(Path(sys.executable).parent / "hearth")
PATIENCE = 120.0
PASSWORD = "a superuser's: 'quoted' \\ $1"
WRITE = """
INSERT INTO change_counter (country_code, last) VALUES ('{code}', 1);
INSERT INTO change (country_code, number, type, row_id, kind) VALUES ('{code}', 1, 'Home', gen_random_uuid(), 'CREATED')
"""

NOW = """SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""


@dataclass(frozen=True)
class Archived:
    """A migrated server, and where its archive is.

    Attributes:
        server: the server.
        archive: its archive.
        room: a folder that its account may pass through.
    """

    server: TcpPostgres
    archive: Path
    room: Path

    def hearth(self, *words: str | Path, port: int | None = None, **more: str) -> Result:
        """Run one of our commands to its end, in this process: an interpreter of its own takes a second each time."""
        return CliRunner().invoke(main, [*map(str, words)], env=self.variables(port) | more)

    def variables(self, port: int | None = None) -> dict[str, str]:
        """What the archive's commands need: where the server is, and as whom."""
        url = f"postgresql://{SUPERUSER}@127.0.0.1:{port or self.server.port}/"
        return {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "HEARTH_REPLICATION_URL": url, "PGPASSWORD": PASSWORD}

    def query(self, text: str, port: int | None = None) -> str:
        """What a statement gives the superuser."""
        ended = subprocess.run(  # noqa: S603 - PostgreSQL's own program
            [str(self.server.binaries.folder / "psql"), "-XAtq", "-h127.0.0.1", f"-p{port or self.server.port}",
             f"-U{SUPERUSER}", "-dhearth", "-c", text],
            check=True, capture_output=True, text=True, env={"PATH": os.defpath, "PGPASSWORD": PASSWORD},
        )  # fmt: skip
        return ended.stdout.strip()

    def write(self, code: str, port: int | None = None) -> str:
        """Write to a country's feed; an instant after which that stands, and before which nothing else does."""
        self.query(WRITE.format(code=code), port)
        time.sleep(0.05)
        return self.query(NOW, port)

    @contextmanager
    def receiving(self, port: int | None = None) -> Iterator[None]:
        """Keep the archive while the block lasts; it begins when a copy is there and the log follows."""
        with (self.room / "receiving").open("w+") as output:
            process = subprocess.Popen(  # noqa: S603 - our own command
                [HEARTH, "archive", str(self.archive)], env=self.variables(port), stdout=output, stderr=output
            )
            try:
                self._until_it_follows(process, port)
                yield
                self._until_it_follows(process, port)
            finally:
                process.send_signal(signal.SIGTERM)
                process.wait(PATIENCE)
        assert process.returncode == 0, (self.room / "receiving").read_text()

    def _until_it_follows(self, process: subprocess.Popen[bytes], port: int | None) -> None:
        """Wait until there is a copy of the server's timeline and all that was written has come in."""

        def goes_on(holds: Callable[[], bool]) -> bool:
            assert process.poll() is None, (self.room / "receiving").read_text()
            return holds()

        def can_be_gone_back_to(copy: Path) -> bool:
            return copy.name < datetime.now(UTC).strftime(STAMP)  # a copy has the name of the second after it

        _until(lambda: goes_on(lambda: any(map(can_be_gone_back_to, (self.archive / "base").glob("2*Z")))))
        written = self.query("SELECT pg_current_wal_flush_lsn()", port)
        followed = f"SELECT count(*) FROM pg_stat_replication WHERE flush_lsn >= '{written}'"  # noqa: S608 - the server's own word
        # Of a segment that has just ended the receiver tells only with what comes after it, or ten seconds later.
        nudge = "SELECT pg_logical_emit_message(false, 'tests', 'go on', true)"
        _until(lambda: goes_on(lambda: bool(self.query(nudge, port)) and self.query(followed, port) != "0"))


@pytest.fixture(scope="module")
def made() -> Iterator[Archived]:
    """A migrated server that writes to three feeds in turn, and the archive that it leaves."""
    room = Path(tempfile.mkdtemp(prefix="hearth-archive-"))
    room.chmod(0o711)
    server = TcpPostgres(room / "server", PASSWORD)
    try:
        server.create()
        address = server.start("-cwal_keep_size=0")
        asyncio.run(_migrated(address))
        yield Archived(server, room / "archive", room)
    finally:
        server.stop()
        shutil.rmtree(room)


async def _migrated(address: Address) -> None:
    await make_database(address, SUPERUSER, "hearth")
    await migrate(address.with_database("hearth"), SUPERUSER, load_register())


@pytest.fixture(scope="module")
def instants(made: Archived) -> dict[str, str]:
    """An instant after each country's write; the archive is received meanwhile, and nothing of it afterwards."""
    with made.receiving():
        found = {code: made.write(code) for code in ("BE", "KE", "NP")}
        for point in ("one", "two"):
            made.query(f"SELECT pg_create_restore_point('{point}'); SELECT pg_switch_wal()")
    return found


def told(ended: Result) -> str:
    """What a command says that is done."""
    assert ended.exit_code == 0, ended.output
    return ended.stdout


def refusal(ended: Result) -> str:
    """The sentence of a command that refuses: no stack, and no address."""
    assert ended.exit_code == 1, ended.output
    assert isinstance(ended.exception, SystemExit)
    return ended.stderr


def test_what_was_written_is_brought_back_and_counted(made: Archived, instants: dict[str, str]) -> None:
    """As far as the log goes: every table, the schema's version and the feeds; then nothing is left."""
    scratch = made.room / "scratch"
    scratch.mkdir()
    scratch.chmod(0o711)
    said = told(made.hearth("rehearse", made.archive, "--scratch", scratch))

    assert f"Schema {newest_version()}." in said
    assert f"its newest write is of {instants['NP'][:18]}" in said
    assert "  country                            138\n" in said
    assert "Feeds of 3 countries: 3 changes" in said
    assert list(scratch.iterdir()) == []


def test_an_instant_in_between_has_what_was_written_before_it(made: Archived, instants: dict[str, str]) -> None:
    """What came later is not there."""
    for number, code in enumerate(("BE", "KE", "NP"), 1):
        said = told(made.hearth("rehearse", made.archive, "--until", instants[code]))
        assert f"Feeds of {number} countries: {number} changes" in said


def test_an_instant_in_a_time_without_writes_is_as_far_as_the_log_goes(
    made: Archived, instants: dict[str, str]
) -> None:
    """Five minutes ago on a quiet evening: PostgreSQL alone would refuse it."""
    assert instants
    said = told(made.hearth("rehearse", made.archive, "--until", "2099-01-01T00:00:00Z"))
    assert "as far as the log goes" in said
    assert "Feeds of 3 countries" in said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--until", "2020-01-01T00:00:00Z"), "does not go back that far"),
        (("--database", "other"), "holds no database other"),
    ],
)
def test_what_cannot_be_brought_back_is_said(
    made: Archived, instants: dict[str, str], words: tuple[str, ...], sentence: str
) -> None:
    """In a sentence, with what to do."""
    assert instants
    assert sentence in refusal(made.hearth("rehearse", made.archive, *words))


@pytest.mark.parametrize("value", ["yesterday", "2026-11-29T16:05:00"])
def test_an_instant_has_its_zone(made: Archived, value: str) -> None:
    """Without one nobody knows which hour is meant."""
    ended = made.hearth("rehearse", made.archive, "--until", value)
    assert ended.exit_code == 2
    assert "2026-11-29T16:05:00Z" in ended.stderr


def test_a_copy_that_is_damaged_is_not_brought_back(made: Archived, instants: dict[str, str]) -> None:
    """A bit that has turned, and a file that is cut off."""
    assert instants
    other = made.room / "damaged"
    shutil.copytree(made.archive, other)
    (copy,) = (other / "base").iterdir()
    victim = max((copy / "base").rglob("*"), key=lambda path: path.stat().st_size if path.is_file() else 0)
    whole = victim.read_bytes()
    for bytes_ in (whole[:100] + bytes([whole[100] ^ 1]) + whole[101:], whole[:-8192]):
        victim.write_bytes(bytes_)
        assert f"The copy {copy.name} is damaged" in refusal(made.hearth("rehearse", other))
    shutil.rmtree(other)


def test_a_segment_that_is_missing_is_named(made: Archived, instants: dict[str, str]) -> None:
    """Rather than that a recovery ends there and seems to be all."""
    assert instants
    other = made.room / "gap"
    shutil.copytree(made.archive, other)
    log = sorted((other / "wal" / "00000001").iterdir())
    assert len(log) >= 3, log
    log[1].unlink()
    assert f"The segment {log[1].name} is missing" in refusal(made.hearth("rehearse", other))
    shutil.rmtree(other)


def test_another_server_keeps_out_of_the_archive(made: Archived, instants: dict[str, str]) -> None:
    """Its log would stand among the other's; a wrong password is told as PostgreSQL tells it, and not repeated."""
    assert instants
    other = TcpPostgres(made.room / "other", PASSWORD)
    other.create()
    other.start()
    try:
        assert "another server" in refusal(made.hearth("archive", made.archive, port=other.port))
    finally:
        other.stop()
    wrong = refusal(made.hearth("archive", made.archive, PGPASSWORD="n0t it"))
    assert "password authentication failed" in wrong
    assert "n0t it" not in wrong


def test_nobody_says_which_server(made: Archived) -> None:
    """The variable is named."""
    assert "HEARTH_REPLICATION_URL" in refusal(made.hearth("archive", made.archive, HEARTH_REPLICATION_URL=""))


def test_a_recovered_server_takes_writes_and_has_an_archive_of_its_own_past(
    made: Archived, instants: dict[str, str]
) -> None:
    """A machine is lost: it comes back as it was after the second write, and its new timeline is archived anew."""
    data = made.room / "recovered"
    said = told(made.hearth("recover", made.archive, data, "--until", instants["KE"]))
    assert f"recovers up to {instants['KE'][:19]}" in said
    before = sorted(path.name for path in data.iterdir())
    assert "is not empty" in refusal(made.hearth("recover", made.archive, data))
    assert sorted(path.name for path in data.iterdir()) == before

    _shown_to_everybody(made.archive)  # who serves it here is not who keeps the archive
    server = TcpPostgres(data, PASSWORD)
    server.port = claim_port()
    server.start()
    try:
        _until_promoted(made, server.port)
        assert made.query("SELECT country_code FROM change ORDER BY 1", server.port) == "BE\nKE"
        left = "SELECT name FROM pg_file_settings WHERE name ~ 'recovery|restore'"
        assert made.query(left, server.port) == "", "a replica of it would look for that instant too, and fail"
        again = Archived(server, made.archive, made.room)
        with again.receiving(server.port):
            _until(lambda: len(list((made.archive / "base").glob("2*Z"))) == 2)
            again.write("BO", server.port)
            with subprocess.Popen(  # noqa: S603 - our own command
                [HEARTH, "archive", str(made.archive), "--copy"], env=again.variables(server.port)
            ) as other:
                told(again.hearth("archive", made.archive, "--copy", port=server.port))
            assert other.returncode == 0, "one waits for the other, within one second too"
        copies = sorted((made.archive / "base").glob("2*Z"))
        assert len(copies) == 2, "the oldest makes way"
        assert [path.name for path in (made.archive / "wal").iterdir()] == ["00000002"], "and the log of its timeline"
        assert "Feeds of 3 countries" in told(made.hearth("rehearse", made.archive))
        with again.receiving(server.port):
            again.query("UPDATE change_counter SET last = 7 WHERE country_code = 'KE'", server.port)
        broken = refusal(made.hearth("rehearse", made.archive))
        assert "In 1 countries the feed does not end where its counter stands." in broken
    finally:
        server.stop()


def _shown_to_everybody(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))


def _until_promoted(made: Archived, port: int) -> None:
    _until(lambda: made.query("SELECT pg_is_in_recovery()", port) == "f")


def _until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)

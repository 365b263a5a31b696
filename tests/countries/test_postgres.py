"""The embedded PostgreSQL, with real servers in folders of their own."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from countries.embedded.postgres import EmbeddedPostgres, PostgresError, find_binaries
from countries.embedded.postgres_process import find_postmaster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from countries.connections.address import Address
    from countries.embedded.postgres_binaries import Binaries

REPOSITORY = Path(__file__).parents[2]
FAST = {"fsync": "off", "shared_buffers": "16MB"}
LAUNCHER = """
import sys
from pathlib import Path
from countries.embedded.postgres import EmbeddedPostgres, find_binaries
server = EmbeddedPostgres(Path(sys.argv[1]), find_binaries(), settings={"fsync": "off", "shared_buffers": "16MB"})
print(server.start().dsn, flush=True)
sys.stdin.read()
server.stop()
"""


@pytest.fixture(scope="module")
def binaries() -> Binaries:
    """The package's programs."""
    return find_binaries()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A data folder; what a failed test left running in it is killed."""
    data_dir = tmp_path / ".hearth"
    yield data_dir
    if is_served(data_dir):
        with suppress(ProcessLookupError):
            os.kill(pid_in(data_dir), signal.SIGKILL)


@pytest.fixture
def server(folder: Path, binaries: Binaries) -> EmbeddedPostgres:
    """A server that is not started yet."""
    return EmbeddedPostgres(folder, binaries, logins=["hearth_office"], settings=FAST)


@pytest.fixture
def stranger() -> Iterator[subprocess.Popen[bytes]]:
    """A process of ours that has nothing to do with PostgreSQL."""
    with subprocess.Popen(["/bin/sleep", "60"]) as process:
        yield process
        process.kill()


def pid_in(data_dir: Path) -> int:
    """The process id that the server wrote down."""
    return int((data_dir / "data" / "postmaster.pid").read_text().splitlines()[0])


def is_served(data_dir: Path) -> bool:
    """Whether a server runs in the folder."""
    return find_postmaster(data_dir / "data") is not None


async def value(address: Address, sql: str) -> Any:  # noqa: ANN401 - whatever the statement answers
    """The one value that a statement of the superuser answers, over a connection of its own."""
    opened = await asyncpg.connect(**address.connect_arguments("postgres"))
    try:
        return await opened.fetchval(sql)
    finally:
        await opened.close()


@contextmanager
def launcher(data_dir: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that uses the folder's server until its input ends; it has not started it yet."""
    with subprocess.Popen(  # noqa: S603 - this interpreter and a program of our own
        [sys.executable, "-c", LAUNCHER, str(data_dir)],
        env={"PYTHONPATH": str(REPOSITORY)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_for_start(process: subprocess.Popen[str]) -> None:
    """Return when a launcher has started the server."""
    assert process.stdout is not None
    assert process.stdout.readline().startswith("postgresql:///")


def finish(process: subprocess.Popen[str]) -> int:
    """Let a launcher stop in good order; its exit status."""
    assert process.stdin is not None
    process.stdin.close()
    return process.wait(120)


def wait_for_file(path: Path) -> None:
    """Return when somebody has made a file."""
    while not path.exists():
        time.sleep(0.005)


def wait_for_end(data_dir: Path) -> None:
    """Return when the folder's server is dead."""
    while is_served(data_dir):
        time.sleep(0.005)


def links_to(target: Path) -> list[Path]:
    """The short links of this user to a folder."""
    return [path for path in _short_links().iterdir() if path.readlink() == target]


def _short_links() -> Path:
    return Path(f"/tmp/hearth-{os.geteuid()}")  # noqa: S108 - where the links are


async def test_data_outlives_a_stop(server: EmbeddedPostgres, folder: Path) -> None:
    """A second start finds what the first one wrote, and the passwords are the same."""
    with server as first:
        await value(first, "create table kept as select 'still here' as word")
    assert not is_served(folder)
    with server as second:
        assert await value(second, "select word from kept") == "still here"
    assert second == first


async def test_every_login_needs_its_password(server: EmbeddedPostgres, folder: Path) -> None:
    """Passwords are random, in a file for the owner alone, and the server insists on them."""
    with server as address:
        assert set(address.passwords) == {"postgres", "hearth_office"}
        file = folder / "passwords.json"
        assert json.loads(file.read_text()) == address.passwords
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert server.password_for("hearth_office") == address.passwords["hearth_office"]
        assert server.password_for("hearth_region") == server.password_for("hearth_region") != ""
        with pytest.raises(asyncpg.InvalidPasswordError):
            await asyncpg.connect(address.dsn, user="postgres", password="a guess")


async def test_another_process_shares_and_the_last_one_stops(server: EmbeddedPostgres, folder: Path) -> None:
    """The server stays while one of its users is there, whoever started it."""
    with launcher(folder) as other:
        wait_for_start(other)
        started = pid_in(folder)
        address = server.start()
        assert pid_in(folder) == started
        assert finish(other) == 0
        assert await value(address, "select 1") == 1
    server.stop()
    assert not is_served(folder)


async def test_the_first_process_may_leave_first(server: EmbeddedPostgres, folder: Path) -> None:
    """A launcher that leaves early leaves the server to the others."""
    server.start()
    with launcher(folder) as other:
        wait_for_start(other)
        server.stop()
        assert is_served(folder)
        assert finish(other) == 0
    assert not is_served(folder)


async def test_a_killed_launcher_leaves_a_server_to_adopt(server: EmbeddedPostgres, folder: Path) -> None:
    """The next start takes over the server of a launcher that was killed, and stops it in the end."""
    with launcher(folder) as other:
        wait_for_start(other)
        started = pid_in(folder)
        other.kill()
        other.wait()
    with server as address:
        assert pid_in(folder) == started
        assert await value(address, "select 1") == 1
    assert not is_served(folder)


async def test_a_launcher_killed_while_making_the_database(server: EmbeddedPostgres, folder: Path) -> None:
    """A half-made database is thrown away and made again."""
    with launcher(folder) as other:
        wait_for_file(folder / "initialising" / "data" / "PG_VERSION")
        other.kill()
        other.wait()
    assert not (folder / "data").exists()
    with server as address:
        assert await value(address, "select 1") == 1
    assert not (folder / "initialising").exists()


async def test_a_killed_server_starts_again(server: EmbeddedPostgres, folder: Path) -> None:
    """What was committed before the kill is there after the next start, also in the same process."""
    address = server.start()
    await value(address, "create table kept as select 7 as number")
    killed = pid_in(folder)
    os.kill(killed, signal.SIGKILL)
    wait_for_end(folder)
    with server as address:
        assert pid_in(folder) != killed
        assert await value(address, "select number from kept") == 7


async def test_a_process_with_the_noted_id_is_left_alone(
    server: EmbeddedPostgres, folder: Path, stranger: subprocess.Popen[bytes]
) -> None:
    """A stale note that names an unrelated living process neither stops the start nor harms the process."""
    with server:
        notes = {name: (folder / "data" / name).read_text() for name in ("postmaster.pid", ".s.PGSQL.5432.lock")}
    for name, text in notes.items():
        (folder / "data" / name).write_text("\n".join([str(stranger.pid), *text.splitlines()[1:]]))
    with server as address:
        assert await value(address, "select 1") == 1
    assert stranger.poll() is None


def test_lost_passwords_are_told(server: EmbeddedPostgres, folder: Path) -> None:
    """A database whose passwords are gone is not started with new ones that would not fit."""
    with server:
        pass
    (folder / "passwords.json").unlink()
    with pytest.raises(PostgresError, match="is missing") as caught:
        server.start()
    assert "backup" in caught.value.hint


@pytest.mark.parametrize("name", ["long" * 40, "a,b"])
async def test_any_path_can_be_reached(tmp_path: Path, binaries: Binaries, name: str) -> None:
    """A path that is too long for a socket, or would read as two hosts, works through a short link."""
    data_dir = tmp_path / name / ".hearth"
    with EmbeddedPostgres(data_dir, binaries, settings=FAST) as address:
        assert await value(address, "select 1") == 1
        (link,) = links_to(data_dir / "data")
        assert stat.S_IMODE(link.parent.stat().st_mode) == 0o700
    assert not links_to(data_dir / "data")


def test_nothing_outside_the_folder_changes(server: EmbeddedPostgres, folder: Path) -> None:
    """The folders above keep their modes and owners, and the data folder itself is closed to others."""
    above = [*folder.parents]
    before = [(path.stat().st_mode, path.stat().st_uid) for path in above]
    with server:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [(path.stat().st_mode, path.stat().st_uid) for path in above] == before


def test_a_folder_that_was_there_keeps_its_mode(server: EmbeddedPostgres, folder: Path) -> None:
    """A data folder that somebody made beforehand stays as open as it was."""
    folder.mkdir()
    folder.chmod(0o750)
    with server:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o750


def test_a_removed_folder_ends_the_server(server: EmbeddedPostgres, folder: Path) -> None:
    """A stop after somebody removed the folder ends the server and raises nothing."""
    server.start()
    started = pid_in(folder)
    folder.rename(folder.with_name("moved"))
    server.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(started, 0)

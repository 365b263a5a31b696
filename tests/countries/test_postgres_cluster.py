"""The data folder: what is made, what is refused, and what the server writes about its work."""

from __future__ import annotations

import asyncio
import os
import signal
import stat
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from countries.embedded.postgres import EmbeddedPostgres, PostgresError, find_binaries
from countries.tenancy.logins import ensure_logins

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from countries.connections.address import Address

FAST = {"fsync": "off", "shared_buffers": "16MB"}
SECRET = "Anneliese"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that is not made yet."""
    return tmp_path / ".hearth"


@pytest.fixture
def server(folder: Path) -> EmbeddedPostgres:
    """A server that is not started yet."""
    return EmbeddedPostgres(folder, find_binaries(), settings=FAST)


@asynccontextmanager
async def connected(address: Address) -> AsyncIterator[asyncpg.Connection[Any]]:
    """A connection of the superuser."""
    opened = await asyncpg.connect(**address.connect_arguments("postgres"))
    try:
        yield opened
    finally:
        opened.terminate()  # not close(): the server may have ended it already


def snapshot(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Mode, owner and time of change of everything below a folder."""
    found = {path: path.lstat() for path in (folder, *folder.rglob("*"))}
    return {str(path): (state.st_mode, state.st_uid, state.st_mtime_ns) for path, state in found.items()}


async def test_the_database_is_as_declared(server: EmbeddedPostgres, folder: Path) -> None:
    """Encoding, collation, checksums and time zone are the same on every machine, and only a socket listens."""
    expected = {
        "server_encoding": "UTF8",
        "data_checksums": "on",
        "TimeZone": "UTC",
        "jit": "off",
        "max_connections": "100",
        "fsync": "off",
        "listen_addresses": "",
    }
    with server as address:
        async with connected(address) as opened:
            found = {name: await opened.fetchval("select current_setting($1)", name) for name in expected}
            collation = await opened.fetchval("select datlocprovider::text || datlocale from pg_database limit 1")
        socket = (folder / "data" / ".s.PGSQL.5432").stat()
    assert found == expected
    assert collation == "bC.UTF-8"
    assert stat.S_IMODE(socket.st_mode) == 0o700


def test_another_major_version_is_refused_and_untouched(server: EmbeddedPostgres, folder: Path) -> None:
    """A data folder of another PostgreSQL stays as it is, and the error names both versions."""
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "PG_VERSION").write_text("17\n")
    before = snapshot(folder)
    with pytest.raises(PostgresError, match=r"made by PostgreSQL 17; these programs are PostgreSQL 18\.") as caught:
        server.start()
    assert "pg_upgrade" in caught.value.hint
    assert snapshot(folder) == before


def test_a_folder_with_other_content_is_refused(server: EmbeddedPostgres, folder: Path) -> None:
    """Files that are no database are not written over."""
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "letter.txt").write_text("not ours")
    with pytest.raises(PostgresError, match="holds files, but no database"):
        server.start()
    assert [path.name for path in folder.rglob("*")] == ["data", "letter.txt"]


def test_a_file_in_the_place_of_the_folder_is_told(server: EmbeddedPostgres, folder: Path) -> None:
    """What the operating system refuses becomes a sentence with a way out."""
    folder.write_text("a file")
    with pytest.raises(PostgresError, match="cannot be used: Not a directory") as caught:
        server.start()
    assert "another data folder" in caught.value.hint


def test_a_setting_that_postgresql_refuses_is_told(folder: Path) -> None:
    """The reason of a failed start reaches the error, and nothing stays behind."""
    server = EmbeddedPostgres(folder, find_binaries(), settings={**FAST, "shared_buffers": "some"})
    with pytest.raises(PostgresError, match="did not start: invalid value for parameter") as caught:
        server.start()
    assert "postgres.log" in caught.value.hint
    assert not (folder / "data" / "postmaster.pid").exists()


async def test_the_log_holds_no_statement_and_no_value(server: EmbeddedPostgres, folder: Path) -> None:
    """Failing statements, their parameters and a killed session leave nothing of a person in the server's log."""
    with server as address:
        async with connected(address) as opened:
            await opened.execute("create table person (name text primary key)")
            await opened.execute("insert into person values ($1)", SECRET)
            with pytest.raises(asyncpg.UniqueViolationError):
                await opened.execute("insert into person values ($1)", SECRET)
            with pytest.raises(asyncpg.InvalidTextRepresentationError):
                await opened.execute(f"select '{SECRET}'::integer")
            with pytest.raises(asyncpg.PostgresSyntaxError):
                await opened.execute(f"selec '{SECRET}'")
        await _kill_a_busy_session(address)
    log = (folder / "postgres.log").read_text()
    assert "was terminated by signal 9" in log
    for part in (SECRET, "person", "select", "insert"):
        assert part not in log


async def test_the_log_tells_of_a_login_s_errors_without_their_values(server: EmbeddedPostgres, folder: Path) -> None:
    """Of the logins that the server uses each error has its SQLSTATE and login; what people type is not told of."""
    with server as address:
        async with connected(address) as opened:
            await opened.execute("create role hearth_office login superuser password 'known'; create role typist login")
            await ensure_logins(opened, {})
            await opened.execute("create table person (name text primary key)")
            office = await asyncpg.connect(
                **replace(address, passwords={"hearth_office": "known"}).connect_arguments("hearth_office")
            )
            await office.execute("insert into person values ($1)", SECRET)
            with pytest.raises(asyncpg.UniqueViolationError) as caught:
                await office.execute("insert into person values ($1)", SECRET)
            assert SECRET in str(caught.value.detail)
            await office.close()
            for login in ("hearth_operator", "hearth_owner"):
                await opened.execute(f"set session authorization {login}")
                await opened.execute("reset session authorization")
            quiet = await opened.fetch("select setrole::regrole::text as login from pg_db_role_setting order by 1")
    log = (folder / "postgres.log").read_text()
    assert "23505 hearth_office ERROR:  duplicate key value violates unique constraint" in log
    assert SECRET not in log
    assert [row["login"] for row in quiet] == ["hearth_operator", "hearth_owner", "postgres"]


async def _kill_a_busy_session(address: Address) -> None:
    """Kill the process behind a running statement, and wait until the server takes connections again."""
    async with connected(address) as victim, connected(address) as onlooker:
        running = asyncio.ensure_future(victim.execute(f"select pg_sleep(60), '{SECRET}'"))
        await _wait_for(onlooker, victim.get_server_pid())
        os.kill(victim.get_server_pid(), signal.SIGKILL)
        with pytest.raises((asyncpg.PostgresConnectionError, ConnectionError)):
            await running
    for _ in range(1_200):
        with suppress(asyncpg.PostgresError, OSError):
            async with connected(address):
                return
        await asyncio.sleep(0.05)
    pytest.fail("the server did not come back")


async def _wait_for(onlooker: asyncpg.Connection[Any], pid: int) -> None:
    """Return when the process works on a statement."""
    for _ in range(6_000):
        if await onlooker.fetchval("select state from pg_stat_activity where pid = $1", pid) == "active":
            return
        await asyncio.sleep(0.01)
    pytest.fail("the statement did not begin")

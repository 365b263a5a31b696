"""From one server to another, with passwords and owners as they are in production; and commands that are killed."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER
from countries.register.register import Register
from countries.tenancy.logins import ALL_LOGINS, OPERATOR, OWNER, ensure_logins
from graph.backup.manifest import FILE
from graph.backup.whole import DUMP
from graph.database.migrate import make_database, migrate
from graph.demo import seed
from graph.serving.exit_codes import INTERRUPTED
from tests.backup.operator import Operator
from tests.conftest import NOW
from tests.tcp_postgres import TcpPostgres

ROOT = Path(__file__).resolve().parents[2]
PASSWORDS = {login: f"{login} p@ss/word %" for login in ALL_LOGINS}
WITHIN = """
SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid)
WHERE a.datname = current_database() AND a.application_name = 'psql' AND l.mode = 'AccessExclusiveLock'
HAVING count(*) > 40
"""
"""A restore holds what it has made so far: it is in the middle of it."""
CLIENTS = (
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name IN ('psql', 'pg_dump')"
)
HELD_UP = """
SELECT 1 FROM pg_stat_activity
WHERE datname = current_database() AND application_name = 'pg_dump' AND wait_event_type = 'Lock'
"""
"""A backup of this database, and of no other on the server, waits for a table: it is in the middle of it."""
WAIT_SECONDS = 60


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[tuple[Address, Address]]:
    """Two servers that ask everybody for a password; the databases have the same name."""
    made = [TcpPostgres(tmp_path / name, "super: p@ss/word") for name in ("first", "second")]
    for each in made:
        each.create()
    started = [each.start() for each in made]
    yield (
        Address(started[0].dsn, {**started[0].passwords, **PASSWORDS}),
        Address(started[1].dsn, {**started[1].passwords, **PASSWORDS}),
    )
    for each in made:
        each.stop()


async def test_tables_of_a_superuser_come_back_as_the_owners_on_another_server(
    servers: tuple[Address, Address], register: Register, tmp_path: Path
) -> None:
    """The superuser migrated one server, the owner restores on another: the tables are the owner's, and work."""
    first, second = servers
    old, new = Operator(first.with_database("hearth")), Operator(second.with_database("hearth"))
    await make_database(first, SUPERUSER, "hearth")
    await migrate(old.address, SUPERUSER, register)
    await seed(old.address, register, ("BE",), 5, 1, today=NOW.date())
    wrong = await old.refused("backup", tmp_path / "out", instead={"HEARTH_DATABASE_PASSWORD_OPERATOR": "wrong"})
    assert "HEARTH_DATABASE_PASSWORD_OPERATOR, the password of hearth_operator" in wrong
    assert not (tmp_path / "out").exists()
    for login, command in (
        ("STATISTICS", ("close-period", "--year", "2023")),
        ("HEADQUARTERS", ("report", "--year", "2023", "--output", tmp_path / "report.html")),
        ("OFFICE", ("export", "--country", "BE", tmp_path / "files")),
        ("OPERATOR", ("seed", "--countries", "BE", "--children", "1")),
    ):
        variable = f"HEARTH_DATABASE_PASSWORD_{login}"
        wrong = await old.refused(*command, instead={variable: "wrong"})
        assert f"{variable}, the password of hearth_{login.lower()}" in wrong, wrong
    passfile = tmp_path / "passfile"
    passfile.write_text(f"127.0.0.1:*:hearth:{OPERATOR}:{PASSWORDS[OPERATOR]}\n")
    passfile.chmod(0o600)
    without = ("HEARTH_DATABASE_PASSWORD_OPERATOR",)
    ended = await old.hearth("backup", tmp_path / "out", without=without, instead={"PGPASSFILE": str(passfile)})
    assert ended.exit_code == 0, ended.output

    no_login = await new.refused("restore", tmp_path / "out")
    assert f"refuses the login {OWNER}" in no_login
    assert "its superuser in HEARTH_OWNER_DATABASE_URL" in no_login
    connection = await asyncpg.connect(**second.connect_arguments(SUPERUSER))
    await ensure_logins(connection, PASSWORDS)
    await connection.execute(f"CREATE DATABASE hearth OWNER {OWNER}")
    await connection.close()
    said = await new.done("restore", tmp_path / "out")

    assert "Restored as of" in said
    assert await new.rows() == await old.rows()
    owners = await new.fetch("SELECT DISTINCT tableowner::text FROM pg_tables WHERE schemaname = 'public'")
    assert [tuple(row) for row in owners] == [(OWNER,)]
    assert not await new.fetch("SELECT 1 FROM child", login="hearth_office")


async def test_a_killed_restore_leaves_nothing(bare: Operator, whole: Path) -> None:
    """Whatever ends the command while it writes: what has no COMMIT is not there, and the next restore succeeds."""
    process = started(bare, "restore", whole)
    await until(bare, WITHIN)
    process.send_signal(signal.SIGKILL)
    process.wait(WAIT_SECONDS)
    await until(bare, CLIENTS, gone=True)

    assert await bare.is_bare()
    await bare.done("restore", whole)


async def test_a_restore_whose_server_ends_it_leaves_nothing(bare: Operator, whole: Path) -> None:
    """Where the connection is cut, that is said, and no SQL; the next restore succeeds."""
    restoring = asyncio.create_task(bare.refused("restore", whole))
    await until(bare, WITHIN)
    await bare.fetch(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND application_name = 'psql'",
        login=SUPERUSER,
    )
    said = await restoring

    assert "The server was stopped meanwhile. Nothing was written." in said
    assert await bare.is_bare()
    await bare.done("restore", whole)


async def test_a_restore_that_somebody_stops_leaves_nothing(bare: Operator, whole: Path) -> None:
    """Ctrl-C ends PostgreSQL's programs as well; a script that waits does not take it for done."""
    process = started(bare, "restore", whole)
    await until(bare, WITHIN)
    process.send_signal(signal.SIGINT)
    assert process.wait(WAIT_SECONDS) == INTERRUPTED
    await until(bare, CLIENTS, gone=True)

    assert await bare.is_bare()


async def test_a_killed_backup_is_none(federation: Operator, bare: Operator, tmp_path: Path) -> None:
    """What it left is no backup: neither does a restore take it, nor another backup write into it."""
    out = tmp_path / "out"
    connection = await asyncpg.connect(**federation.address.connect_arguments(SUPERUSER))
    async with connection.transaction():
        # pg_dump waits for the table, and the command for pg_dump.
        await connection.execute("LOCK TABLE child IN ACCESS EXCLUSIVE MODE")
        process = started(federation, "backup", out)
        await until(federation, HELD_UP)
        process.send_signal(signal.SIGKILL)
        process.wait(WAIT_SECONDS)
    await connection.close()
    await until(federation, CLIENTS, gone=True)

    assert os.listdir(out) == [DUMP]  # noqa: PTH208 - of a folder whose names alone count
    assert f"it has no {FILE}" in await bare.refused("restore", out)
    assert "no finished backup" in await federation.refused("backup", out)
    assert await bare.is_bare()


async def test_a_backup_that_somebody_stops_leaves_no_directory(federation: Operator, tmp_path: Path) -> None:
    """Ctrl-C ends pg_dump too."""
    connection = await asyncpg.connect(**federation.address.connect_arguments(SUPERUSER))
    async with connection.transaction():
        await connection.execute("LOCK TABLE child IN ACCESS EXCLUSIVE MODE")
        process = started(federation, "backup", tmp_path / "out")
        await until(federation, HELD_UP)
        process.send_signal(signal.SIGINT)
        assert process.wait(WAIT_SECONDS) == INTERRUPTED
    await connection.close()
    await until(federation, CLIENTS, gone=True)

    assert not (tmp_path / "out").exists()


def started(operator: Operator, *arguments: object) -> subprocess.Popen[bytes]:
    """The command in a process of its own, and in a group of its own: a signal to it reaches nobody else."""
    environment = {**os.environ, **{name: value for name, value in operator.environment().items() if value}}
    return subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "graph.cli", *map(str, arguments)],
        cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip


async def until(operator: Operator, statement: str, *, gone: bool = False) -> None:
    """Wait until a statement has a row, or has none any more."""
    connection = await asyncpg.connect(**operator.address.connect_arguments(SUPERUSER))
    try:
        async with asyncio.timeout(WAIT_SECONDS):
            while bool(await connection.fetch(statement)) == gone:  # noqa: ASYNC110 - another process's doing
                await asyncio.sleep(0.005)
    finally:
        await connection.close()

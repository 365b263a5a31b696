"""The commands of the file do what it promises, against PostgreSQL servers of the tests' own."""

from __future__ import annotations

import os
import subprocess
import time

import pytest

from benchmarks.ports import claim_port
from countries.embedded.postgres import SUPERUSER
from tests.compose.files import SECRETS, SERVICES, called, filled
from tests.compose.stack import Stack
from tests.tcp_postgres import TcpPostgres


def test_nobody_comes_in_without_a_password(stack: Stack) -> None:
    """The database's own file lets each login in with its password alone, and nobody but replicator copies."""
    psql = [str(stack.database.binaries.folder / "psql"), "-XAt", "--no-password", "-c", "SELECT 1"]
    for login, database in (("postgres", "hearth"), ("hearth_office", "hearth"), ("postgres", "replication=true")):
        password = {"PGPASSWORD": stack.database.password} if "=" in database else {}
        ended = subprocess.run(  # noqa: S603 - PostgreSQL's own program
            [*psql, f"host=127.0.0.1 port={stack.database.port} user={login} "
             + (database if "=" in database else f"dbname={database}")],
            check=False, capture_output=True, text=True, env={"PATH": os.defpath, **password},
        )  # fmt: skip
        assert ended.returncode != 0
        assert "password" in ended.stderr or "no pg_hba.conf entry" in ended.stderr


@pytest.mark.parametrize("database", ["postgres", "template1"])
def test_a_login_comes_into_its_own_database_alone(stack: Stack, database: str) -> None:
    """With the right password too, no login of ours is let into the databases that come with a server."""
    psql = [str(stack.database.binaries.folder / "psql"), "-XAt", "--no-password", "-c", "SELECT 1"]
    password = {"PGPASSWORD": SECRETS["HEARTH_DATABASE_PASSWORD_OFFICE"]}
    told = {}
    for name in ("hearth", database):
        told[name] = subprocess.run(  # noqa: S603 - PostgreSQL's own program
            [*psql, f"host=127.0.0.1 port={stack.database.port} user=hearth_office dbname={name}"],
            check=False, capture_output=True, text=True, env={"PATH": os.defpath, **password},
        )  # fmt: skip
    assert told["hearth"].stdout == "1\n"
    assert "no pg_hba.conf entry" in told[database].stderr


def test_the_log_of_postgresql_tells_of_errors_and_of_no_value(stack: Stack) -> None:
    """An error of the server's logins has its SQLSTATE and login; of what a superuser types nothing is told."""
    psql = [str(stack.database.binaries.folder / "psql"), "-Xq", "-h127.0.0.1", f"-p{stack.database.port}", "-dhearth"]
    twice = "CREATE TEMPORARY TABLE t (name text PRIMARY KEY); INSERT INTO t VALUES ('Anneliese'), ('Anneliese')"
    for login, password, statement in (
        ("hearth_office", SECRETS["HEARTH_DATABASE_PASSWORD_OFFICE"], twice),
        (SUPERUSER, stack.database.password, "SELECT 'Anneliese'::integer"),
    ):
        subprocess.run(  # noqa: S603 - PostgreSQL's own program
            [*psql, f"-U{login}", "-c", statement], check=False, capture_output=True, env={"PGPASSWORD": password}
        )
    log = stack.database.log.read_text()
    assert " 23505 hearth_office ERROR:  duplicate key value violates unique constraint" in log
    assert "22P02" not in log
    assert "Anneliese" not in log


def test_the_migration_step_may_run_again(stack: Stack) -> None:
    """A restart of everything migrates what is migrated already, and leaves nothing open for somebody else to close."""
    again = stack.run(SERVICES["migration"]["command"], stack.variables("migration"))
    assert "newest version" in again.stdout
    assert "superuser" not in again.stderr


def test_the_server_refuses_a_replica_that_is_none(stack: Stack) -> None:
    """An address that leads back to the database itself ends the start with a sentence, and no stack."""
    url = {"HEARTH_REPLICA_URL": "postgresql://database:5432/hearth"}
    command = [*SERVICES["server"]["command"][:-1], str(claim_port())]
    ended = subprocess.run(  # noqa: S603 - our own file's commands
        command, check=False, capture_output=True, text=True, env=stack.variables("server", **url), cwd=stack.folder
    )

    assert ended.returncode == 1
    assert ended.stderr.startswith("Error: HEARTH_REPLICA_URL names a server that follows no other.")


def test_the_server_and_its_replica_work_as_the_file_says(stack: Stack) -> None:
    """Server, replicator and replica start by their own commands, become healthy, and find each other."""
    port, server_port = claim_port(), claim_port()
    replica = TcpPostgres(stack.folder / "replica", "unused")
    home = {"PGDATA": str(replica.folder / "18"), "PGPORT": str(port)}
    for _ in range(2):
        stack.run(
            [*SERVICES["replicator"]["entrypoint"], *filled(SERVICES["replicator"]["command"], {})],
            stack.variables("replicator") | {"PGHOST": "127.0.0.1", "PGPORT": str(stack.database.port)},
        )
    variables = stack.variables("replica") | home
    variables["PRIMARY"] = variables["PRIMARY"].replace("host=database", f"host=127.0.0.1 port={stack.database.port}")
    started = [
        *filled(SERVICES["replica"]["entrypoint"], {}), "postgres", *stack.options("replica"),
        "-clisten_addresses=127.0.0.1", "-cunix_socket_directories=", "-cshared_buffers=16MB",
    ]  # fmt: skip
    replica_url = {"HEARTH_REPLICA_URL": f"postgresql://127.0.0.1:{port}/hearth"}
    serve = [*SERVICES["server"]["command"][:-1], str(server_port)]
    for _ in range(2):  # the second time it finds its copy
        with stack.running(started, variables, **replica.account_arguments) as standby:
            stack.until_healthy("replica", standby, port, variables)
            assert stack.query(port, "SELECT pg_is_in_recovery()") == "t"
            senders = "SELECT usename, application_name FROM pg_stat_replication"
            deadline = time.monotonic() + 60
            while stack.query(stack.database.port, senders) != "replicator|replica":
                assert time.monotonic() < deadline
                time.sleep(0.1)
    with (
        stack.running(started, variables, **replica.account_arguments) as standby,
        stack.identity_provider() as keys,
        stack.running(serve, stack.variables("server", **replica_url, **keys)) as server,
    ):
        stack.until_healthy("replica", standby, port, variables)
        stack.until_healthy("server", server, server_port, stack.variables("server"))
        deadline = time.monotonic() + 60
        while "The replica answers regions and headquarters." not in stack.output.read_text():
            assert time.monotonic() < deadline, stack.output.read_text()
            time.sleep(0.1)


def test_every_tool_does_its_work_with_the_passwords_that_it_has(stack: Stack) -> None:
    """Filled, brought out and in again, closed and reported: each by its service's own command and variables."""
    files = stack.folder / "files"
    files.mkdir()
    (files / "population.csv").write_text("code,year,children,source\nBE,2025,2300000,made up\n", encoding="utf-8")

    def tool(name: str) -> str:
        return stack.run(called(name), stack.variables(name), cwd=files).stdout

    assert "Seeded BE" in tool("seed")
    assert "1 population is in the register." in tool("population")
    tool("export")
    (files / "exported").rename(files / "changed")
    assert "everything is on record already" in tool("import")
    assert "2025, release 1" in tool("close-period")
    assert "figures." in tool("report")
    assert (files / "report.csv").read_text(encoding="utf-8-sig").startswith("period,")
    assert "All of it was read back." in tool("backup")


def test_the_archive_is_kept_copied_rehearsed_and_brought_back_by_its_services(stack: Stack) -> None:
    """By their own commands, with the folders of this machine where the containers have theirs."""
    here = {"/archive": str(stack.folder / "archive"), "/scratch": str(stack.folder / "scratch")}
    here["/var/lib/postgresql/18/docker"] = str(stack.folder / "recovered")
    (stack.folder / "scratch").mkdir()
    (stack.folder / "scratch").chmod(0o711)
    stack.run(
        [*SERVICES["replicator"]["entrypoint"], *filled(SERVICES["replicator"]["command"], {})],
        stack.variables("replicator") | {"PGHOST": "127.0.0.1", "PGPORT": str(stack.database.port)},
    )

    def command(name: str) -> list[str]:
        return [here.get(word, word) for word in called(name)]

    _, *words = SERVICES["archive"]["healthcheck"]["test"]
    check = [word.replace("/archive", here["/archive"]) for word in words]
    with stack.running(command("archive"), stack.variables("archive")) as archive:
        deadline = time.monotonic() + 60
        while subprocess.run(check, check=False, capture_output=True).returncode:  # noqa: S603 - our own file's command
            assert archive.poll() is None, stack.output.read_text()
            assert time.monotonic() < deadline, stack.output.read_text()
            time.sleep(0.1)
        assert "Copied the server" in stack.run(command("copy"), stack.variables("copy")).stdout
    assert "138\n" in stack.run(command("rehearse"), stack.variables("rehearse")).stdout
    assert "recovers as far as the log goes" in stack.run(command("recover"), stack.variables("recover")).stdout
    assert (stack.folder / "recovered" / "recovery.signal").exists()
    assert f"{here['/archive']}/wal" in (stack.folder / "recovered" / "postgresql.auto.conf").read_text()

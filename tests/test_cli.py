"""The `hearth` command as a person uses it: real processes with a data directory of their own."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import asyncpg
import click
import httpx
import pytest
from click.testing import CliRunner

from benchmarks.ports import claim_port
from countries.connections.address import Address
from countries.register.register import load_register
from countries.tenancy.logins import OWNER
from graph.cli import main
from graph.commands.errors import plainly, plainly_until_stopped
from graph.demo.sizes import LEAST, skewed_sizes
from tests.bulk.files import Desk
from tests.bulk.test_populations import as_login

HEARTH = [sys.executable, "-m", "graph.cli"]
ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120.0
"""How long a server may take to begin or to end, on a busy machine too: seconds."""


def run(
    *arguments: str, folder: Path, check: bool = True, program: tuple[str, ...] = tuple(HEARTH[1:])
) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    environment = {**os.environ, "HEARTH_DATA_DIR": str(folder / "data")}
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, *program, *arguments],
        cwd=ROOT,
        env=environment,
        check=check,
        capture_output=True,
        text=True,
        timeout=300,
    )


def until_ready(address: str, process: subprocess.Popen[bytes], output: Path) -> None:
    """Wait until a server answers."""
    deadline = time.monotonic() + PATIENCE
    while True:
        with suppress(httpx.TransportError):
            if httpx.get(f"{address}/health/ready", timeout=PATIENCE).status_code == httpx.codes.OK:
                return
        assert process.poll() is None, output.read_text()
        assert time.monotonic() < deadline, output.read_text()
        time.sleep(0.1)


def test_the_schema_command_prints_the_committed_schema(tmp_path: Path) -> None:
    """`hearth schema` prints what `schema.graphql` holds."""
    assert run("schema", folder=tmp_path).stdout == (ROOT / "schema.graphql").read_text()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("token", "--role", "king"), "unknown"),
        (("token", "--role", "office"), "country"),
        (("token", "--role", "headquarters", "--country", "BE"), "country"),
        (("token", "--role", "headquarters", "--countries", "BE,NL"), "countries"),
        (("seed", "--countries", "ZZ"), "no such country"),
        (("seed", "--sizes", "skewed", "--children", "100"), "would say nothing"),
        (("seed", "--sizes", "large"), "'even', 'skewed'"),
        (("audit", "release", "last"), "names no release"),
        (("audit", "release", "2025-Q5"), "quarter"),
        (("audit", "release", "2025", "--output", str(ROOT / "README.md")), "there already"),
        (("explain", str(ROOT / "README.md"), "--role", "headquarters"), "GRAPHQL_PARSE_FAILED"),
        (("explain", str(ROOT / "README.md"), "--role", "headquarters", "--variables", "[]"), "no JSON object"),
        (("explain", str(ROOT / "README.md"), "--role", "office", "--variables", '{"a": 1, "a": 2}'), "a member twice"),
        (("serve", "--host", "0.0.0.0"), "loopback"),  # noqa: S104 - that it is refused is the point
    ],
)
def test_what_cannot_be_meant_gets_a_sentence_and_no_stack(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    """A command that cannot be meant ends with one sentence, a hint and a non-zero code; here in this process."""
    ended = CliRunner(env={"HEARTH_DATA_DIR": str(tmp_path / "data")}).invoke(main, list(arguments))

    assert isinstance(ended.exception, SystemExit)
    assert ended.exit_code != 0
    assert sentence in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_process_that_cannot_be_meant_ends_so_too(tmp_path: Path) -> None:
    """With the code and the sentence of the command, and nothing beside it."""
    ended = run("token", "--role", "king", folder=tmp_path, check=False)

    assert ended.returncode == 1
    assert "unknown" in ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr


def test_serving_an_unreachable_database_ends_with_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that nobody answers for is one sentence, not a stack."""
    monkeypatch.setenv("HEARTH_DATABASE_URL", f"postgresql://127.0.0.1:{claim_port()}/hearth")
    patient = (
        "import graph.commands.server; graph.commands.server.START_SECONDS = 1.5; import graph.cli; graph.cli.main()"
    )
    ended = run("serve", "--port", str(claim_port()), folder=tmp_path, check=False, program=("-c", patient))

    assert ended.returncode == 1
    assert "cannot be reached yet; tried again" in ended.stderr
    assert ended.stderr.splitlines()[-1].startswith("Error: The database cannot be reached.")
    assert "Traceback" not in ended.stdout + ended.stderr


def test_a_file_of_claims_with_an_unknown_key_ends_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """File, line, what is wrong and what to write, in one sentence, before anything is started."""
    claims = tmp_path / "claims.toml"
    claims.write_text('[claims]\nsubject = "oid"\nrolle = "https://hearth.example/role"\n')
    provider = {"ISSUER": "i", "AUDIENCE": "a", "JWKS_URL": "https://id.example/keys", "CLAIMS": str(claims)}
    for name, value in provider.items():
        monkeypatch.setenv(f"HEARTH_OIDC_{name}", value)
    ended = run("serve", "--workers", "2", "--port", str(claim_port()), folder=tmp_path, check=False)

    assert ended.returncode != 0
    assert f"HEARTH_OIDC_CLAIMS: {claims}, line 3: There is no key `rolle` here. Do you mean `role`?" in ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr
    assert not (tmp_path / "data").exists()


def test_a_port_that_is_taken_is_told_before_anything_starts(tmp_path: Path) -> None:
    """Neither a server nor a database is started for a port that somebody has."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ended = run("serve", "--port", str(listener.getsockname()[1]), folder=tmp_path, check=False)

    assert ended.returncode == 1
    assert "--port" in ended.stderr
    assert not (tmp_path / "data" / "data").exists()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose embedded PostgreSQL has a country."""
    folder = tmp_path_factory.mktemp("filled")
    run("seed", "--countries", "BE", "--children", "10", folder=folder)
    return folder


def test_a_second_seed_changes_nothing(filled: Path) -> None:
    """Seeding a country that has programmes leaves it as it is, and says so."""
    again = run("seed", "--countries", "BE", "--children", "10", folder=filled)

    assert "BE" in again.stdout


def test_sizes_that_are_drawn_are_those_of_the_register(filled: Path) -> None:
    """The smallest country of a skewed federation is as small where it is filled alone."""
    sizes = skewed_sizes(load_register(), 3)
    code = min(sizes, key=lambda each: sizes[each])
    written = run("seed", "--countries", code, "--sizes", "skewed", "--seed", "3", folder=filled)

    assert f"Seeded {code}:" in written.stdout
    assert f"Children: {LEAST} of {LEAST}" in written.stdout + written.stderr


async def test_a_database_newer_than_the_program_is_left_alone(empty: Address) -> None:
    """A version that no migration here has gets a sentence, and the database stays as it is."""
    connection = await asyncpg.connect(**empty.connect_arguments(OWNER))
    try:
        await connection.execute("UPDATE hearth_migration SET version_num = 'from_the_future'")
        owner = {"HEARTH_DATABASE_URL": empty.dsn, "HEARTH_OWNER_DATABASE_URL": as_login(Desk(empty), OWNER)}
        ended = await asyncio.to_thread(CliRunner(env=owner).invoke, main, ["migrate"])

        assert isinstance(ended.exception, SystemExit)
        assert ended.exit_code == 1
        assert "version that this Hearth does not know" in ended.stderr
        assert "Traceback" not in ended.stderr
        assert await connection.fetchval("SELECT version_num FROM hearth_migration") == "from_the_future"
    finally:
        await connection.close()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (asyncpg.DiskFullError("Anneliese"), "PostgreSQL has no room left on its disk. Free some, or give it more."),
        (
            asyncpg.InvalidPasswordError("Anneliese"),
            "PostgreSQL refuses a login. Check HEARTH_DATABASE_PASSWORD_",
        ),
        (asyncpg.UndefinedTableError("Anneliese"), "The database refuses. Check the logins, their passwords"),
    ],
)
def test_a_fault_of_the_database_ends_a_command_with_its_cause(error: Exception, sentence: str) -> None:
    """Whatever the command, it says what has failed and what to do, and nothing of PostgreSQL's own words."""

    @plainly
    def command() -> None:
        raise error

    with pytest.raises(click.ClickException) as caught:
        command()
    assert caught.value.message.startswith(sentence)
    assert "Anneliese" not in caught.value.message


def test_a_command_that_was_interrupted_is_not_taken_for_done() -> None:
    """Ctrl-C ends an import, a migration and every other command with 130; a server ends well by it."""

    def command() -> None:
        raise KeyboardInterrupt

    for made, code in ((plainly(command), 130), (plainly_until_stopped(command), 0)):
        with pytest.raises(SystemExit) as ended:
            made()
        assert ended.value.code == code

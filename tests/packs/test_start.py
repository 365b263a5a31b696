"""Packs and servers: none starts on other rules than its own, and one that runs goes on with what it has."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import pytest_asyncio
from click.testing import CliRunner

from countries.packs.keys import AGE_OF_MAJORITY
from countries.packs.packs import load_packs
from countries.tenancy.logins import OPERATOR, OWNER
from graph.cli import main
from graph.database.location import PacksDifferError, open_place
from graph.database.migrate import migrate
from graph.identity.authenticator import issue_token
from graph.serving.exit_codes import NEVER
from graph.serving.server import build_app, worker_app
from graph.settings.settings import Settings
from tests.conftest import copy_database
from tests.packs.test_files import HEADER, MAJORITY, written

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from countries.register.register import Register

SECRET = "a-secret-of-the-tests-and-of-nothing-else"
ASK = '{ country(code: "BE") { ageOfMajority rule(key: "age_of_majority") { value laidDownBy } } }'
OUT = "is out of bounds, or no whole number; say a whole number of years from 15 to 21"
TWICE = "line 2 says something of the same days; let the earlier one end where the later begins, or remove one"
NINETEEN = MAJORITY.replace("18", "19")


@pytest_asyncio.fixture
async def home(server: Address, worker: str) -> Address:
    """A database, as the migrations leave it."""
    return await copy_database(server, "empty", f"pack_starts_{worker}")


def settings_of(home: Address, own: Path | None) -> Settings:
    """A server's settings, with an installation's packs."""
    return Settings(database_url=home.dsn, database_passwords=home.passwords, dev_secret=SECRET, packs_dir=own)


def variables(home: Address, own: Path) -> dict[str, str]:
    """The same as a command reads them."""
    logins = {login.removeprefix("hearth_").upper(): word for login, word in home.passwords.items()}

    def with_login(login: str) -> str:
        return home.dsn.replace("postgresql://", f"postgresql://{login}:{home.passwords[login]}@")

    return {
        "HEARTH_DATABASE_URL": home.dsn,
        "HEARTH_OWNER_DATABASE_URL": with_login(OWNER),
        "HEARTH_OPERATOR_DATABASE_URL": with_login(OPERATOR),
        "HEARTH_DATABASE_PASSWORD_OFFICE": logins["OFFICE"],
        "HEARTH_PACKS_DIR": str(own),
    }


async def hearth(home: Address, own: Path, *arguments: str) -> tuple[int | None, str]:
    """A command as a process of its own: its code, and what it says."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "graph.cli",
        *arguments,
        env={**os.environ, **variables(home, own)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return process.returncode, said.decode()


@asynccontextmanager
async def running(home: Address, register: Register, own: Path | None = None) -> AsyncIterator[httpx.AsyncClient]:
    """A server in this process."""
    app = build_app(settings_of(home, own), register)
    async with app.router.lifespan_context(app):
        headers = {"Authorization": f"Bearer {issue_token(SECRET, role='office', country='BE')}"}
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000", headers=headers) as client:
            yield client


async def asked(client: httpx.AsyncClient) -> Any:  # noqa: ANN401 - JSON
    """What a server says of Belgium's majority."""
    return (await client.post("/graphql", json={"query": ASK})).json()


async def lacking(client: httpx.AsyncClient) -> tuple[int, list[tuple[str, str]]]:
    """A server's readiness, and what lacks."""
    answer = await client.get("/health/ready")
    return answer.status_code, [(each["check"], each["stops"]) for each in answer.json().get("lacking", ())]


async def test_a_server_that_runs_goes_on_and_another_does_not_start(
    home: Address, register: Register, tmp_path: Path
) -> None:
    """From a file that is written to the migration, and from there to the restart; a worker that begins waits."""
    async with running(home, register) as old:
        assert (await asked(old))["data"]["country"]["ageOfMajority"] == 18
        assert await lacking(old) == (200, [])
        written(tmp_path, "BE.csv", HEADER, NINETEEN)
        own = settings_of(home, tmp_path)
        code, said = await hearth(home, tmp_path, "serve", "--port", "0")
        assert (code, "Run hearth migrate with this server's version and HEARTH_PACKS_DIR" in said) == (1, True), said
        async with running(home, register, tmp_path) as new:
            (error,) = (await asked(new))["errors"]
            assert (error["extensions"]["code"], error["extensions"]["reason"]) == ("UNAVAILABLE", "SCHEMA_DIFFERS")
            assert await lacking(new) == (503, [("packs", "everything")])
            assert "errors" not in await asked(old)
            await migrate(home, OWNER, register, load_packs(register, tmp_path))
            for _ in range(300):
                if (await lacking(new))[0] == 200:
                    break
                await asyncio.sleep(0.1)
            told = (await asked(new))["data"]["country"]
            assert told == {"ageOfMajority": 19, "rule": {"value": "19", "laidDownBy": "INSTALLATION"}}
            assert await lacking(new) == (200, [])
        assert "errors" not in await asked(old)
        assert await lacking(old) == (200, [("packs", "nothing")])
        place = await open_place(own)
        await place.check_packs(load_packs(register, tmp_path))
        with pytest.raises(PacksDifferError):
            await place.check_packs(load_packs(register))


async def test_an_installations_packs_come_by_the_real_command_line(
    home: Address, register: Register, tmp_path: Path
) -> None:
    """Checked, migrated, served; a faulty file changes nothing and says where; without the folder ours hold again."""

    async def run(*arguments: str) -> tuple[int, str]:
        runner = CliRunner(env=variables(home, tmp_path))
        done = await asyncio.to_thread(runner.invoke, main, arguments)
        return done.exit_code, done.output

    file = written(tmp_path, "BE.csv", HEADER, NINETEEN)
    assert await run("rules", "check", str(file)) == (0, f"{file}: 1 lines, right; 1 of them to be confirmed.\n")
    code, said = await run("migrate")
    assert code == 0, said
    async with running(home, register, tmp_path) as server:
        assert (await asked(server))["data"]["country"]["ageOfMajority"] == 19
        written(tmp_path, "BE.csv", HEADER, NINETEEN.replace("19", "99"), MAJORITY)
        code, said = await run("rules", "check", str(file))
        assert code == 1
        assert said.splitlines() == [
            f"{file}, line 2, column value: {OUT}",
            f"{file}, line 3, column from: {TWICE}",
            "2 faults.",
        ]
        code, said = await run("migrate")
        assert (code, f"{file}, line 2, column value" in said) == (NEVER, True)
        assert (await asked(server))["data"]["country"]["ageOfMajority"] == 19
        assert await lacking(server) == (200, [])
    code, said = await run("rules", "check", str(tmp_path / "none.csv"))
    assert code == 2
    ended, said = await hearth(home, tmp_path, "serve", "--port", "0")
    assert (ended, "line 2, column value" in said) == (NEVER, True), said


def test_a_worker_that_begins_beside_a_faulty_file_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody is writing it: the others go on, so that it ends as what a restart may mend."""
    written(tmp_path, "BE.csv", HEADER, "age_of_majority")
    monkeypatch.setenv("HEARTH_PACKS_DIR", str(tmp_path))
    monkeypatch.setenv("HEARTH_DEV_SECRET", SECRET)
    with pytest.raises(SystemExit) as ended:
        worker_app()
    assert ended.value.code == 1


def test_a_folder_that_is_not_there_is_no_setting(tmp_path: Path, register: Register) -> None:
    """It says which variable; an empty folder says nothing, and ours hold."""
    runner = CliRunner(env={"HEARTH_PACKS_DIR": str(tmp_path / "none")})
    done = runner.invoke(main, ["rules", "check", str(written(tmp_path, "BE.csv", HEADER, MAJORITY))])
    assert (done.exit_code, "HEARTH_PACKS_DIR" in done.output) == (NEVER, True)
    (tmp_path / "empty").mkdir()
    assert load_packs(register, tmp_path / "empty").digest == load_packs(register).digest
    assert load_packs(register).on("BE", AGE_OF_MAJORITY, date(2026, 1, 1)).whole == 18

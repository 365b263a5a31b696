"""Servers beside schemas of other versions: two lines of migrations, one database, the real application of each."""

from __future__ import annotations

import asyncio
import re
import shutil
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import asyncpg
import httpx
import pytest
from click.testing import CliRunner

import graph.database.migrate
import graph.serving.opening
from countries.tenancy.logins import OPERATOR, OWNER
from graph.bulk.keys_anew import order_anew
from graph.cli import main
from graph.database.revisions import SchemaMark, in_order, mark_statement
from graph.identity.authenticator import issue_token
from graph.serving.server import build_app
from graph.settings.settings import Settings
from tests.conftest import copy_database
from tests.test_migrations import MIGRATIONS, REVISIONS, run_alembic

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from starlette.applications import Starlette

    from countries.connections.address import Address
    from countries.register.register import Register

SECRET = "a-secret-of-the-tests-and-of-nothing-else"
READ = "{ communityPartners(first: 1) { nodes { name } } }"
READ_THEN = "{ placements(first: 1) { nodes { startedOn homeName } } }"
"""What every schema since the last version without cursors has."""
WRITE = """mutation ($name: String!) { addCommunityPartner(input: { name: $name, kind: SCHOOL }) {
    communityPartner { name } errors { code } } }"""
CLOSE = "mutation { closePeriod(input: { year: 2020 }) { published errors { code } } }"
FEED = "{ changes(first: 1) { nodes { rowId } pageInfo { endCursor } } }"
BEFORE_CURSORS = "0010"
"""The last version without what the feed's cursors are made by."""
STEP = '''"""One more."""

from __future__ import annotations

from alembic import op

revision = "{version}"
down_revision = "{previous}"
{more}

def upgrade() -> None:
    op.execute("ALTER TABLE community_partner ADD COLUMN {version}_note text DEFAULT 'none'")


def downgrade() -> None:
    op.execute("ALTER TABLE community_partner DROP COLUMN {version}_note")
'''


def later(folder: Path, *steps: tuple[str, str]) -> Path:
    """The migrations of a later checkout: ours, and more; each has a version and further lines."""
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    previous = REVISIONS[-1]
    for version, more in steps:
        path = folder / "versions" / f"2999-01-01_{version}.py"
        path.write_text(STEP.format(version=version, previous=previous, more=more))
        previous = version
    return folder


class Server:
    """A running application, asked by one office."""

    def __init__(self, client: httpx.AsyncClient, app: Starlette) -> None:
        self._client = client
        self.app = app

    async def ask(self, document: str, role: str | None = "office", **variables: object) -> Any:  # noqa: ANN401 - JSON
        """What it answers."""
        country = "BE" if role == "office" else None
        headers = {"Authorization": f"Bearer {issue_token(SECRET, role=role, country=country)}"} if role else {}
        answer = await self._client.post("/graphql", json={"query": document, "variables": variables}, headers=headers)
        return answer.json()

    async def ready(self) -> tuple[int, str, list[tuple[str, str, str]]]:
        """Its readiness: the HTTP status, its word, and what lacks."""
        answer = await self._client.get("/health/ready")
        told = answer.json()
        lacking = [(lack["check"], lack["reason"], lack["stops"]) for lack in told.get("lacking", ())]
        assert "202" not in answer.text  # no version
        return answer.status_code, told["status"], lacking

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(60):
            while not holds():  # noqa: ASYNC110 - no event of ours
                await asyncio.sleep(0.01)

    def is_connected(self) -> bool:
        """Whether it hears others, by its figures."""
        connected: float | None = self.app.state.metrics.registry.get_sample_value("hearth_listener_connected")
        return connected == 1

    async def writes(self, name: str) -> bool:
        """Whether a mutation writes; one that is refused says so with code, reason and hint."""
        answer = await self.ask(WRITE, name=name)
        if "errors" not in answer:
            assert answer["data"]["addCommunityPartner"]["communityPartner"] == {"name": name}
            return True
        assert answer["data"] == {"addCommunityPartner": None}
        (error,) = answer["errors"]
        extensions = error["extensions"]
        assert (extensions["code"], extensions["reason"]) == ("UNAVAILABLE", "SCHEMA_DIFFERS")
        assert extensions["retryable"]
        assert "version" in extensions["hint"]
        assert error["path"] == ["addCommunityPartner"]
        return False


@asynccontextmanager
async def running(address: Address, register: Register, migrations: Path | None = None) -> AsyncIterator[Server]:
    """A server of the checkout that has these migrations."""
    settings = Settings(database_url=address.dsn, database_passwords=address.passwords, dev_secret=SECRET)
    with pytest.MonkeyPatch.context() as patch:
        if migrations is not None:
            patch.setattr(graph.database.migrate, "CHECKOUT", migrations)
        app = build_app(settings, register)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
            yield Server(client, app)


async def names(address: Address) -> set[str]:
    """The partners that are there."""
    connection = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    try:
        return {row["name"] for row in await connection.fetch("SELECT name FROM community_partner")}
    finally:
        await connection.close()


@pytest.fixture
async def home(server: Address, worker: str) -> Address:
    """A database with rows, which the test migrates."""
    return await copy_database(server, "world", f"versions_{worker}")


async def test_old_and_new_serve_beside_each_other_while_the_schema_expands_until_it_contracts(
    home: Address, register: Register, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Each step is met by a server that runs; none has to be begun again, but for what it does not know."""
    wide = later(tmp_path / "wide", ("expanded", ""))
    both = later(tmp_path / "both", ("expanded", ""), ("contracted", "contracts = True\n"))
    async with running(home, register) as old:
        assert (await old.ask(READ, None))["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
        assert await old.ready() == (200, "ready", [])
        assert await old.writes("Before")

        await run_alembic(home, wide, "head")
        assert await old.ready() == (200, "ready", [("schema", "SCHEMA_DIFFERS", "nothing")])
        async with running(home, register, wide) as new:
            assert await new.ready() == (200, "ready", [])
            assert await new.writes("New beside old")
            assert await old.writes("Old beside new")

            await run_alembic(home, both, "head")
            for server in (old, new):
                assert await server.ready() == (200, "read_only", [("schema", "SCHEMA_DIFFERS", "writes")])
                assert not await server.writes("Too old")
                assert (await server.ask(READ))["data"]["communityPartners"]["nodes"]
        closed = await old.ask(CLOSE, "headquarters")
        assert closed["errors"][0]["extensions"]["reason"] == "SCHEMA_DIFFERS"
        async with running(home, register, both) as newest:
            assert await newest.ready() == (200, "ready", [])
            assert await newest.writes("Newest")

        await run_alembic(home, both, REVISIONS[-1], down=True)
        assert await old.ready() == (200, "ready", [])
        assert await old.writes("Back")
    assert {"Before", "New beside old", "Old beside new", "Newest", "Back"} <= await names(home)
    assert "Too old" not in await names(home)
    told = [record.getMessage() for record in caplog.records if record.name == "hearth.opening"]
    assert "The database's schema is too new for this server, which therefore writes nothing." in told


async def test_a_server_hears_of_a_migration_as_it_commits(
    home: Address, register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to ask for its readiness, and no time has to pass, until it writes no more."""
    monkeypatch.setattr(graph.serving.opening, "LOOK_SECONDS", 1e6)
    async with running(home, register) as server:
        await server.until(server.is_connected)
        assert await server.writes("Before")
        await run_alembic(home, later(tmp_path / "later", ("contracted", "contracts = True\n")), "head")
        await server.until(lambda: not server.app.state.opening.suits)
        assert not await server.writes("Too old")
    assert "Too old" not in await names(home)


@pytest.mark.parametrize("change", ["RENAME COLUMN name TO title", "RENAME TO partner"])
async def test_what_a_statement_misses_makes_a_server_look(home: Address, register: Register, change: str) -> None:
    """A read and a write that come before it has looked hear of the schema, and not of a fault."""
    async with running(home, register) as first, running(home, register) as second:
        assert await first.writes("Before")
        assert await second.writes("Besides")
        owner = await asyncpg.connect(**home.connect_arguments(OWNER))
        try:
            async with owner.transaction():
                await owner.execute(f"ALTER TABLE community_partner {change}")
                await owner.execute(mark_statement(SchemaMark("contracted", "contracted")))
        finally:
            await owner.close()
        (error,) = (await first.ask(READ))["errors"]
        assert (error["extensions"]["code"], error["extensions"]["reason"]) == ("UNAVAILABLE", "SCHEMA_DIFFERS")
        assert not await second.writes("Between")


async def test_a_server_on_an_older_schema_says_so_at_its_start_and_writes_nothing(
    home: Address, register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    """What is there is read; what is not is told as such; after the migration all is served, without another start."""
    async with running(home, register) as server:
        assert await server.writes("First")
    await run_alembic(home, MIGRATIONS, BEFORE_CURSORS, down=True)
    async with running(home, register) as server:
        assert "older than this server" in caplog.text
        assert await server.ready() == (200, "read_only", [("schema", "SCHEMA_DIFFERS", "writes")])
        assert not await server.writes("Early")
        assert (await server.ask(READ_THEN))["data"]["placements"]["nodes"]
        for missed in (READ, FEED):
            (error,) = (await server.ask(missed))["errors"]
            assert (error["extensions"]["code"], error["extensions"]["reason"]) == ("UNAVAILABLE", "SCHEMA_DIFFERS")
            told = error["message"] + error["extensions"]["hint"]
            assert not any(word in told for word in ("hearth_", "voided_at", "community_partner"))
        await graph.database.migrate.migrate(home, OWNER, register)
        assert await server.ready() == (200, "ready", [("order", "SCHEMA_DIFFERS", "nothing")])
        assert await order_anew(home, OPERATOR)
        assert await server.ready() == (200, "ready", [])
        assert await server.writes("In time")
        for served in (READ, READ_THEN, FEED):
            assert "errors" not in await server.ask(served)
    assert "Early" not in await names(home)


async def test_commands_that_write_refuse_another_schema_and_those_that_read_do_not(
    home: Address, register: Register, tmp_path: Path
) -> None:
    """In one sentence with what to do, before anything is written."""
    logins = {login.removeprefix("hearth_").upper(): word for login, word in home.passwords.items()}
    served = ("OFFICE", "STATISTICS")
    environment = {
        "HEARTH_DATABASE_URL": home.dsn,
        "HEARTH_OPERATOR_DATABASE_URL": home.dsn.replace(
            "postgresql://", f"postgresql://hearth_operator:{home.passwords[OPERATOR]}@"
        ),
        **{f"HEARTH_DATABASE_PASSWORD_{name}": logins[name] for name in served},
    }
    files = tmp_path / "files"
    files.mkdir()
    (files / "communityPartners.csv").write_text("name,kind\nNew,SCHOOL\n")
    people = tmp_path / "populations.csv"
    people.write_text("code,year,children,source\nBE,2020,2300000,Census\n")
    writing = (
        ("seed", "--countries", "LU", "--children", "2"),
        ("population", str(people)),
        ("import", str(files), "--country", "BE"),
        ("close-period", "--year", "2020"),
    )

    async def run(*arguments: str) -> tuple[int, str]:
        done = await asyncio.to_thread(CliRunner(env=environment).invoke, main, arguments)
        return done.exit_code, done.stderr

    await run_alembic(home, later(tmp_path / "later", ("contracted", "contracts = True\n")), "head")
    for command in writing:
        code, said = await run(*command)
        assert (code, "too new for this server to write; nothing was written." in said) == (1, True), said
    assert (await run("export", str(tmp_path / "out"), "--country", "BE"))[0] == 0
    await run_alembic(home, tmp_path / "later", REVISIONS[-2], down=True)
    for command in writing:
        code, said = await run(*command)
        assert (code, "Run hearth migrate first." in said) == (1, True), said
    await graph.database.migrate.migrate(home, OWNER, register)
    for command in writing:
        code, said = await run(*command)
        assert code == 0, said
    assert "New" in await names(home)


async def test_a_database_of_before_there_were_marks_gets_one(home: Address, register: Register) -> None:
    """`hearth migrate` leaves it also where no migration is missing."""
    connection = await asyncpg.connect(**home.connect_arguments(OWNER))
    try:
        await connection.execute("COMMENT ON TABLE hearth_migration IS NULL")
        async with running(home, register) as server:
            assert not await server.writes("Unmarked")
            await graph.database.migrate.migrate(home, OWNER, register)
            assert (await server.ready())[1] == "ready"
            assert await server.writes("Marked")
        mark = SchemaMark.of_text(await connection.fetchval("SELECT obj_description('hearth_migration'::regclass)"))
    finally:
        await connection.close()
    assert mark is not None
    assert (mark.version, mark.oldest_writer in REVISIONS) == (REVISIONS[-1], True)


TAKES_AWAY = re.compile(r"DROP TABLE|RENAME|SET NOT NULL|SET DATA TYPE|DROP (?:COLUMN|FUNCTION) (\w+)")
GIVES = r"(?:ADD COLUMN|CREATE FUNCTION) {}\b"


def test_a_migration_that_takes_something_away_says_that_it_contracts() -> None:
    """From the first on that could: servers of before would fail beside it. What is made anew is not taken."""
    line = in_order(MIGRATIONS / "versions")
    marked = line[[revision.version for revision in line].index("202611291330") + 1 :]
    for revision in marked:
        upgrade = revision.path.read_text().partition("def upgrade")[2].partition("def downgrade")[0]
        found = [
            match[0]
            for match in TAKES_AWAY.finditer(upgrade)
            if match[1] is None or re.search(GIVES.format(match[1]), upgrade) is None
        ]
        assert not found or revision.contracts, (revision.path.name, found)

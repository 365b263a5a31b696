"""Storage that fails: what callers hear, and what whoever runs the server finds in both logs and among the figures."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import asyncpg
import httpx
import pytest
from prometheus_client import generate_latest

from countries.connections.causes import CAUSES
from countries.connections.database import Database
from countries.connections.limits import LIMITS
from countries.embedded.postgres import SUPERUSER
from graph.closing.close import Closing
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.http.app import create_app
from graph.schema.sdl import build_schema
from graph.settings.settings import Settings
from tests.conftest import NOW, copy_database
from tests.http.conftest import SECRET
from tests.http.real_app import bearer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

    from countries.connections.address import Address
    from countries.register.register import Register

NAME = "Voetbalclub Annelies"
ADD = """mutation ($name: String!) {
  addCommunityPartner(input: { name: $name, kind: OTHER }) { communityPartner { id } errors { code } }
}"""
CLOSE = "mutation { closePeriod(input: { year: 2024 }) { release { year } errors { code } } }"
HOMES = "{ homes { totalCount } }"
OFFICE, REGION = bearer("office", country="BE"), bearer("region", countries=["BE", "NL"])
HEADQUARTERS = bearer("headquarters")
JSON, GRAPHQL = "application/json", "application/graphql-response+json"


@pytest.fixture(autouse=True)
def _from_the_start(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing is held back from another test, and nothing counted."""
    CAUSES.flush()
    CAUSES.counts.clear()
    caplog.clear()
    caplog.set_level(logging.INFO, "hearth.database")
    yield
    CAUSES.flush()


@dataclass
class Served:
    """The real application on a database.

    Attributes:
        client: of the application.
        app: the application.
        caplog: what the process has logged.
    """

    client: httpx.AsyncClient
    app: Any
    caplog: pytest.LogCaptureFixture

    async def post(self, document: str, headers: Mapping[str, str], accept: str = JSON, **variables: object) -> Any:  # noqa: ANN401 - a response
        """One request."""
        body = {"query": document, "variables": variables}
        return await self.client.post("/graphql", json=body, headers={**headers, "Accept": accept})

    def told(self) -> list[dict[str, Any]]:
        """The lines of the log about the database: their named values, with the sentence and the level."""
        return [
            {**record.__dict__["fields"], "said": record.getMessage(), "level": record.levelname}
            for record in self.caplog.records
            if record.name == "hearth.database"
        ]

    def value(self, name: str, **labels: str) -> float | None:
        """A figure."""
        found: float | None = self.app.state.metrics.registry.get_sample_value(name, labels)
        return found

    def assert_nothing_shows(self, *parts: str) -> None:
        """No value stands in the log or among the figures, nor a country."""
        shown = generate_latest(self.app.state.metrics.registry).decode()
        for record in self.caplog.records:
            shown += record.getMessage() + repr(record.__dict__.get("fields"))
        for part in (NAME, "BE", "Annelies", "INSERT", "SELECT", *parts):
            assert part not in shown, part


@asynccontextmanager
async def served(
    address: Address, register: Register, caplog: pytest.LogCaptureFixture, seconds: float = 5
) -> AsyncIterator[Served]:
    """The application on a database."""
    database = Database(address, {tier: replace(its, statement_seconds=seconds) for tier, its in LIMITS.items()})
    await database.open()
    closing = Closing(address, register)
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW, closes=closing)
    app = create_app(engine, Settings(dev_secret=SECRET), register, ready=database.ready)
    app.state.metrics.show_database(database)
    transport = httpx.ASGITransport(app)
    try:
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
            yield Served(client, app, caplog)
    finally:
        await database.close()


@dataclass(frozen=True)
class Storage:
    """A database of a test's own, and PostgreSQL's files of it.

    Attributes:
        address: the database.
        folder: PostgreSQL's data folder.
    """

    address: Address
    folder: Path

    async def run(self, statement: str, *values: object) -> Any:  # noqa: ANN401 - a value
        """What a statement gives the superuser."""
        connection = await asyncpg.connect(**self.address.connect_arguments(SUPERUSER))
        try:
            return await connection.fetchval(statement, *values)
        finally:
            await connection.close()

    async def file(self, table: str) -> Path:
        """The first file of a table."""
        return self.folder / str(await self.run("SELECT pg_relation_filepath($1::text::regclass)", table))

    @property
    def log(self) -> str:
        """What PostgreSQL has logged about this database's sessions and all others."""
        return (self.folder.parent / "postgres.log").read_text(errors="replace")


@pytest.fixture
async def storage(server: Address, worker: str) -> AsyncIterator[Storage]:
    """An empty database."""
    name = f"storage_{worker}"
    address = await copy_database(server, "empty", name)
    (host,) = parse_qs(urlsplit(server.dsn).query)["host"]
    yield Storage(address, Path(host).resolve())  # noqa: ASYNC240 - a link on this machine
    connection = await asyncpg.connect(**server.connect_arguments(SUPERUSER))
    await connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await connection.close()


async def filled_up(storage: Storage, table: str) -> None:
    """Let a table that has no row yet lie on a device that is always full."""
    file = await storage.file(table)
    assert file.stat().st_size == 0
    file.unlink()
    file.symlink_to("/dev/full")


@pytest.mark.parametrize("accept", [JSON, GRAPHQL])
async def test_a_full_disk(accept: str, storage: Storage, register: Register, caplog: pytest.LogCaptureFixture) -> None:
    """A mutation is a 503 that may be repeated; the cause stands in our log, with its count, and in the figures."""
    await filled_up(storage, "community_partner")
    before = len(storage.log)
    async with served(storage.address, register, caplog) as graph:
        for _ in range(7):
            answer = await graph.post(ADD, OFFICE, accept, name=NAME)
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
            (error,) = answer.json()["errors"]
            assert error["path"] == ["addCommunityPartner"]
            assert (error["extensions"]["code"], error["extensions"]["retryable"]) == ("UNAVAILABLE", True)
            assert "idempotencyKey" in error["extensions"]["hint"]
            assert answer.json()["data"] == {"addCommunityPartner": None}
        (line,) = graph.told()
        assert line == {
            "tier": "office", "sqlstate": "53100", "class": "insufficient resources", "fault": "DiskFullError",
            "said": "PostgreSQL has no room left on its disk. Free some, or give it more.",
            "times": 1, "level": "ERROR",
        }  # fmt: skip
        assert graph.value("hearth_answers_total", tier="office", code="UNAVAILABLE") == 7
        assert graph.value("hearth_database_faults_total", tier="office", sqlstate="53100") == 7
        assert (await graph.post(HOMES, OFFICE)).json() == {"data": {"homes": {"totalCount": 0}}}
        assert graph.value("hearth_answers_total", tier="office", code="OK") == 1
        CAUSES.flush()
        assert [each["times"] for each in graph.told()] == [1, 6]
        graph.assert_nothing_shows()
    logged = storage.log[before:]
    assert "53100 hearth_office ERROR:  could not extend file" in logged
    assert NAME not in logged
    assert "community_partner" not in logged


async def test_one_that_was_written_is_told(
    storage: Storage, register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    """Where one of two mutations is done, the answer is no 503: nobody is to send both again without reading it."""
    await filled_up(storage, "community_partner")
    document = f"""mutation {{
      startProgramme(input: {{ name: "North", kind: ALTERNATIVE_CARE, startedOn: "2020-01-01" }}) {{
        programme {{ name }} errors {{ code message path }}
      }}
      addCommunityPartner(input: {{ name: "{NAME}", kind: OTHER }}) {{ communityPartner {{ id }} }}
    }}"""
    async with served(storage.address, register, caplog) as graph:
        answer = await graph.post(document, OFFICE)
        assert answer.status_code == 200
        assert answer.json()["data"] == {
            "startProgramme": {"programme": {"name": "North"}, "errors": []}, "addCommunityPartner": None
        }  # fmt: skip
        assert [error["extensions"]["code"] for error in answer.json()["errors"]] == ["UNAVAILABLE"]


async def test_a_file_that_may_not_be_read(
    storage: Storage, register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    """PostgreSQL calls it a missing right; it is no right of the caller's, and not FORBIDDEN."""
    file = await storage.file("home")
    file.chmod(0)
    try:
        async with served(storage.address, register, caplog) as graph:
            answer = await graph.post(HOMES, OFFICE)
            assert answer.status_code == 503
            assert answer.json()["errors"][0]["extensions"]["code"] == "UNAVAILABLE"
            (line,) = graph.told()
            assert (line["sqlstate"], line["class"], line["level"]) == ("42501", "system error", "ERROR")
            graph.assert_nothing_shows()
    finally:
        file.chmod(0o600)


@pytest.mark.parametrize("passwords", [{"hearth_region": "another"}, {}], ids=["wrong", "missing"])
async def test_a_wrong_password(
    passwords: dict[str, str], storage: Storage, register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever asks hears UNAVAILABLE and which variable is to be set; other tiers are served."""
    known = {login: each for login, each in storage.address.passwords.items() if login != "hearth_region"}
    address = replace(storage.address, passwords=known | passwords)
    async with served(address, register, caplog) as graph:
        for accept in (JSON, GRAPHQL):
            answer = await graph.post(HOMES, REGION, accept)
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
            extensions = answer.json()["errors"][0]["extensions"]
            assert extensions["code"] == "UNAVAILABLE"
            assert "HEARTH_DATABASE_PASSWORD_REGION" in extensions["hint"]
            assert extensions["reason"] == "LOGIN_REFUSED"
            assert "hearth_region" in extensions["hint"]
        (line,) = graph.told()
        assert (line["tier"], line["sqlstate"], line["class"]) == ("region", "28P01", "invalid authorization")
        assert "HEARTH_DATABASE_PASSWORD_REGION, the password of hearth_region" in line["said"]
        assert (await graph.post(HOMES, OFFICE)).status_code == 200
        graph.assert_nothing_shows("another")


async def test_a_wrong_password_of_the_statistics(
    storage: Storage, register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    """Closing a period says which variable is to be set, too."""
    address = replace(storage.address, passwords={**storage.address.passwords, "hearth_statistics": "another"})
    async with served(address, register, caplog) as graph:
        answer = await graph.post(CLOSE, HEADQUARTERS)
        assert answer.status_code == 503
        assert "HEARTH_DATABASE_PASSWORD_STATISTICS" in answer.json()["errors"][0]["extensions"]["hint"]
        (line,) = graph.told()
        assert line["tier"] == "statistics"
        assert "HEARTH_DATABASE_PASSWORD_STATISTICS" in line["said"]


async def test_a_database_that_is_gone(storage: Storage, register: Register, caplog: pytest.LogCaptureFixture) -> None:
    """One that was renamed is UNAVAILABLE, with the variable that names it."""
    name = storage.address.dsn.partition("///")[2].partition("?")[0]
    postgres = replace(storage, address=storage.address.with_database("postgres"))
    async with served(storage.address, register, caplog) as graph:
        await postgres.run(f'ALTER DATABASE "{name}" RENAME TO "{name}_away"')
        try:
            answer = await graph.post(HOMES, OFFICE)
        finally:
            await postgres.run(f'ALTER DATABASE "{name}_away" RENAME TO "{name}"')
        assert answer.status_code == 503
        assert "HEARTH_DATABASE_URL" in answer.json()["errors"][0]["extensions"]["hint"]
        assert [line["sqlstate"] for line in graph.told()] == ["3D000"]


async def test_a_write_that_takes_too_long(
    storage: Storage, register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    """TIMEOUT of a mutation says that nothing was written and how to repeat it, and speaks of no pages."""
    connection = await asyncpg.connect(**storage.address.connect_arguments(SUPERUSER))
    try:
        async with connection.transaction(), served(storage.address, register, caplog, seconds=0.3) as graph:
            await connection.execute("LOCK TABLE community_partner IN ACCESS EXCLUSIVE MODE")
            answer = await graph.post(ADD, OFFICE, name=NAME)
            extensions = answer.json()["errors"][0]["extensions"]
            assert (extensions["code"], extensions["retryable"]) == ("TIMEOUT", True)
            assert "Nothing was written" in extensions["hint"]
            assert "idempotencyKey" in extensions["hint"]
            assert "pages" not in extensions["hint"]
            read = await graph.post("{ communityPartners { totalCount } }", OFFICE)
            assert "smaller pages" in read.json()["errors"][0]["extensions"]["hint"]
            assert [(line["sqlstate"], line["level"]) for line in graph.told()] == [("57014", "WARNING")]
            assert graph.value("hearth_answers_total", tier="office", code="TIMEOUT") == 2
    finally:
        await connection.close()


async def test_connections_and_who_waits_for_them(
    storage: Storage, register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    """The figures tell what each tier may have, what is in use, how many wait now and how long others did."""
    async with served(storage.address, register, caplog) as graph:
        allowed = {"tier": "office", "server": "primary", "state": "allowed"}
        assert graph.value("hearth_connections", **allowed) == LIMITS["office"].connections  # type: ignore[index]  # a tier is its text
        connection = await asyncpg.connect(**storage.address.connect_arguments(SUPERUSER))
        try:
            async with connection.transaction():
                await connection.execute("LOCK TABLE community_partner IN ACCESS EXCLUSIVE MODE")
                tasks = [asyncio.create_task(graph.post(ADD, OFFICE, name=f"{NAME} {n}")) for n in range(6)]
                place = {"tier": "office", "server": "primary"}
                async with asyncio.timeout(60):
                    while graph.value("hearth_connection_queue", **place) != 2:  # noqa: ASYNC110 - no event of ours
                        await asyncio.sleep(0.01)
                assert graph.value("hearth_connections", **place, state="busy") == 4
            answers = await asyncio.gather(*tasks)
        finally:
            await connection.close()
        assert {answer.status_code for answer in answers} == {200}
        assert graph.value("hearth_connection_queue", **place) == 0
        assert graph.value("hearth_connections", **place, state="busy") == 0
        assert (graph.value("hearth_connections", **place, state="idle") or 0) >= 4
        assert graph.value("hearth_connection_wait_seconds_count", **place) == 6
        await graph.post(HOMES, OFFICE)
        assert graph.value("hearth_connection_wait_seconds_count", **place) == 7
        graph.assert_nothing_shows()


async def test_answers_are_counted_by_code(
    storage: Storage, register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    """Refusals of the request, of a token and in a payload count under their codes, by tier."""
    async with served(storage.address, register, caplog) as graph:
        await graph.post("{ nothing }", OFFICE)
        await graph.post("{", OFFICE, GRAPHQL)
        await graph.post(HOMES, {})
        await graph.post(HOMES, {"Authorization": "Bearer x"})
        await graph.post("{ children { totalCount } homes { totalCount } }", REGION)
        await graph.post(ADD, OFFICE, name="  ")
        await graph.client.get("/health/ready")
        await graph.client.get("/nowhere", headers=OFFICE)
        text = generate_latest(graph.app.state.metrics.registry).decode()
        counted = {line for line in text.splitlines() if line.startswith("hearth_answers_total")}
        assert counted == {
            'hearth_answers_total{code="GRAPHQL_VALIDATION_FAILED",tier="office"} 1.0',
            'hearth_answers_total{code="GRAPHQL_PARSE_FAILED",tier="office"} 1.0',
            'hearth_answers_total{code="UNAUTHENTICATED",tier="none"} 2.0',
            'hearth_answers_total{code="FORBIDDEN",tier="region"} 1.0',
            'hearth_answers_total{code="BAD_USER_INPUT",tier="office"} 1.0',
        }
        assert not graph.told()
        graph.assert_nothing_shows()

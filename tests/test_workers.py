"""Several processes on a server that goes away, has no room, or whose logins change: a fault takes its own alone."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import httpx
import pytest

from benchmarks.ports import claim_port
from countries.connections.address import Address
from countries.connections.causes import CAUSES
from countries.connections.database import Database
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.caller import Tier
from countries.tenancy.logins import ALL_LOGINS, OWNER, SERVER_LOGINS
from graph.commands import server as command
from graph.database.migrate import make_database, migrate
from graph.demo import seed
from graph.http.uvicorn_websocket import ServerConfig
from graph.identity.authenticator import issue_token
from graph.serving.exit_codes import NEVER
from graph.serving.server import build_app
from graph.serving.workers import LOADING_SECONDS, Rests, Worker
from graph.settings.settings import Settings
from tests.conftest import NOW
from tests.tcp_postgres import TcpPostgres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from countries.register.register import Register

ROOT = Path(__file__).resolve().parent.parent
SECRET = "a-secret-of-the-tests-and-of-nothing-else"
PATIENCE = 120.0
QUERY = "{ programmes(first: 1) { nodes { id } } }"


@pytest.fixture(scope="module")
def postgres(tmp_path_factory: pytest.TempPathFactory, register: Register) -> Iterator[tuple[TcpPostgres, Address]]:
    """A server of these tests' own, and its database with one country."""
    server = TcpPostgres(tmp_path_factory.mktemp("workers") / "primary", "own")
    server.create()

    async def fill() -> Address:
        passwords = {SUPERUSER: server.password, **{login: f"of {login}" for login in ALL_LOGINS}}
        address = Address(server.start().dsn, passwords)
        await make_database(address, SUPERUSER, "hearth")
        address = address.with_database("hearth")
        await migrate(address, OWNER, register)
        await seed(address, register, ["BE"], 3, 7, today=NOW.date())
        return address

    try:
        yield server, asyncio.run(fill())
    finally:
        server.stop()


def as_superuser(address: Address, *statements: str) -> None:
    """Run statements as whoever may do everything."""
    asyncio.run(_as_superuser(address, *statements))


async def _as_superuser(address: Address, *statements: str) -> None:
    connection = await asyncpg.connect(**address.with_database("postgres").connect_arguments(SUPERUSER))
    for statement in statements:
        await connection.execute(statement)
    await connection.close()


@dataclass
class Serving:
    """A server with its processes."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path
    heard: int = 0
    """How much of the log is of before: what a test counts is its own."""

    def get(self, path: str) -> httpx.Response:
        """What stands under a path."""
        return httpx.get(f"http://127.0.0.1:{self.port}{path}", timeout=PATIENCE)

    def ask(self) -> httpx.Response:
        """One query of Belgium's office, through a connection of its own."""
        return httpx.post(
            f"http://127.0.0.1:{self.port}/graphql",
            json={"query": QUERY},
            headers={"Authorization": f"Bearer {issue_token(SECRET, role='office', country='BE')}"},
            timeout=PATIENCE,
        )

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds, as long as the server is there."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                if holds():
                    return
            except httpx.TransportError:
                pass
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.05)

    def is_ready(self) -> bool:
        """Whether it says so."""
        return self.get("/health/ready").status_code == httpx.codes.OK

    def all_serve(self, workers: int) -> bool:
        """Whether each of them has opened the database; one that still begins may say that it waits."""
        return self.said("The listener is connected.") == workers

    def said(self, sentence: str) -> int:
        """How often a sentence stands in the log of a test."""
        return self.told().count(sentence)

    def told(self) -> str:
        """The log of a test."""
        return self.log.read_text()[self.heard :]

    def workers(self) -> list[int]:
        """The processes that serve."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [int(each) for each in listed if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()]

    def kill_one(self) -> int:
        """Kill one of them, and wait until it has gone."""
        killed = self.workers()[0]
        os.kill(killed, signal.SIGKILL)
        self.until(lambda: killed not in self.workers())
        return killed


@contextmanager
def serving(
    address: Address, folder: Path, *options: str, before: Sequence[str] = (), **more: str
) -> Iterator[Serving]:
    """`hearth serve` on a database, as a process, begun by another command."""
    port, log = claim_port(), folder / "log"
    passwords = {f"HEARTH_DATABASE_PASSWORD_{login.removeprefix('hearth_').upper()}": address.passwords[login]
                 for login in SERVER_LOGINS}  # fmt: skip
    environment = {**os.environ, "HEARTH_DATABASE_URL": address.dsn, "HEARTH_DEV_SECRET": SECRET, **passwords, **more}
    with log.open("wb") as file:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [*before, sys.executable, "-m", "graph.cli", "serve", "--port", str(port), *options],
            cwd=ROOT, env=environment, stdout=file, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        yield Serving(process, port, log)
    finally:
        process.terminate()
        process.wait(PATIENCE)


@pytest.fixture(scope="module")
def begun(postgres: tuple[TcpPostgres, Address], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A server of two processes, for tests that leave it serving; a start of one takes as much as most of them."""
    with serving(postgres[1], tmp_path_factory.mktemp("pair"), "--workers", "2") as served:
        served.until(lambda: served.all_serve(2))
        yield served


@pytest.fixture
def pair(begun: Serving) -> Serving:
    """The same, for one test: what its log holds already is no longer counted."""
    begun.heard = len(begun.log.read_text())
    assert begun.is_ready()
    return begun


def test_a_worker_that_begins_while_the_database_is_away_waits_and_stops_nobody(
    postgres: tuple[TcpPostgres, Address], pair: Serving
) -> None:
    """Every request hears UNAVAILABLE meanwhile, readiness says why, and all serve once the database is back."""
    server, _ = postgres
    server.kill()
    try:
        for _ in range(2):
            pair.kill_one()
        pair.until(lambda: pair.said("Not serving yet.") >= 2 and len(pair.workers()) == 2)
        ready = pair.get("/health/ready")
        assert (ready.status_code, ready.headers["retry-after"]) == (503, "1")
        lack = ready.json()["lacking"][0]
        assert (lack["check"], lack["reason"], lack["stops"]) == ("database", "DATABASE_AWAY", "everything")
        assert "HEARTH_DATABASE_URL" in lack["hint"]
        assert str(server.port) not in ready.text
        refused = pair.ask()
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")
        told = refused.json()["errors"][0]["extensions"]
        assert (told["code"], told["reason"], told["retryable"]) == ("UNAVAILABLE", "DATABASE_AWAY", True)
    finally:
        server.start()
    pair.until(lambda: pair.said("Serving now.") >= 2)
    assert pair.get("/health/ready").json() == {"status": "ready"}
    assert {pair.ask().status_code for _ in range(10)} == {200}
    assert "ended_by=SIGKILL" in pair.told()
    assert "Traceback" not in pair.told()


async def test_what_keeps_a_process_from_opening_is_said_by_its_reason(
    postgres: tuple[TcpPostgres, Address], register: Register
) -> None:
    """A server that hangs, one that lets nobody in, one without the database, one without tables; then it opens."""
    server, address = postgres
    settings = Settings(database_url=address.dsn, database_passwords=address.passwords, dev_secret=SECRET)
    wrong = replace(settings, database_passwords={**address.passwords, "hearth_office": "wrong"})
    elsewhere = replace(settings, database_url=address.with_database("nowhere").dsn)
    bare = replace(settings, database_url=address.with_database("postgres").dsn)
    await _as_superuser(address, "GRANT CONNECT ON DATABASE postgres TO hearth_office")

    async def ready(settings: Settings) -> tuple[int, str, str]:
        app = build_app(settings, register)
        transport = httpx.ASGITransport(app)
        async with app.router.lifespan_context(app), httpx.AsyncClient(transport=transport) as client:
            answer = await client.get("http://127.0.0.1/health/ready")
            refused = await client.post(
                "http://127.0.0.1/graphql",
                json={"query": QUERY},
                headers={"Authorization": f"Bearer {issue_token(SECRET, role='office', country='BE')}"},
            )
        assert "wrong" not in answer.text + refused.text
        told = answer.json().get("lacking", [{"check": "", "reason": ""}])[0]
        if told["reason"]:
            assert refused.json()["errors"][0]["extensions"]["reason"] == told["reason"]
        return answer.status_code, told["check"], told["reason"]

    assert await ready(wrong) == (503, "database", "LOGIN_REFUSED")
    assert await ready(elsewhere) == (503, "database", "LOGIN_REFUSED")
    assert await ready(bare) == (503, "schema", "SCHEMA_DIFFERS")
    server.freeze()
    try:
        assert await ready(settings) == (503, "database", "DATABASE_AWAY")
    finally:
        server.thaw()
    assert await ready(settings) == (200, "", "")


async def test_a_probe_that_finds_the_database_away_tells_the_cause(
    postgres: tuple[TcpPostgres, Address], register: Register
) -> None:
    """A server whom nobody but a probe asks counts the fault, and logs it, as one of a request."""
    server, address = postgres
    app = build_app(
        Settings(database_url=address.dsn, database_passwords=address.passwords, dev_secret=SECRET), register
    )

    def faults() -> int:
        return sum(number for (tier, _), number in CAUSES.counts.items() if tier == Tier.OFFICE)

    transport = httpx.ASGITransport(app)
    async with app.router.lifespan_context(app), httpx.AsyncClient(transport=transport) as client:
        assert (await client.get("http://127.0.0.1/health/ready")).status_code == 200
        before = faults()
        server.stop()
        try:
            assert (await client.get("http://127.0.0.1/health/ready")).status_code == 503
            assert faults() > before
        finally:
            server.start()


def test_a_worker_that_finds_no_connection_accepts_nobody_while_another_one_serves(
    postgres: tuple[TcpPostgres, Address], pair: Serving
) -> None:
    """Connections are taken when it begins: whoever asks is answered by the others; later it serves too."""
    _, address = postgres
    for _ in range(20):
        assert pair.ask().status_code == 200
    as_superuser(address, "ALTER DATABASE hearth CONNECTION LIMIT 0")
    try:
        killed = pair.kill_one()
        pair.until(lambda: pair.said("Not serving yet.") == 1)
        assert {pair.ask().status_code for _ in range(40)} == {200}
        assert "reason=NO_CONNECTIONS" in pair.told()
    finally:
        as_superuser(address, "ALTER DATABASE hearth CONNECTION LIMIT -1")
    pair.until(lambda: pair.said("Serving now.") == 1)
    assert killed not in pair.workers()
    assert len(pair.workers()) == 2


def test_a_server_of_several_processes_that_is_told_to_stop_ends_well(begun: Serving) -> None:
    """With code 0, whatever its processes have gone through."""
    begun.process.terminate()
    assert begun.process.wait(PATIENCE) == 0


def test_what_can_never_be_served_ends_all_with_a_code_of_its_own(
    postgres: tuple[TcpPostgres, Address], tmp_path: Path
) -> None:
    """A login that was given too much is found by the next worker that begins; a start finds it at once."""
    _, address = postgres
    with serving(address, tmp_path, "--workers", "2") as served:
        served.until(served.is_ready)
        as_superuser(address, "ALTER ROLE hearth_region BYPASSRLS")
        try:
            os.kill(served.workers()[0], signal.SIGKILL)
            assert served.process.wait(PATIENCE) == NEVER, served.log.read_text()
            assert "could see past row security: hearth_region" in served.log.read_text()
            assert "Traceback" not in served.log.read_text()
            for workers in ("1", "2"):
                with serving(address, tmp_path, "--workers", workers) as again:
                    assert again.process.wait(PATIENCE) == NEVER
                    assert again.log.read_text().startswith("Error: A login that serves requests could see past")
        finally:
            as_superuser(address, "ALTER ROLE hearth_region NOBYPASSRLS")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_login_that_is_given_too_much_while_it_serves_ends_all_too(
    postgres: tuple[TcpPostgres, Address], tmp_path: Path, workers: str
) -> None:
    """Also where no process ends: what a login may do is looked at again and again."""
    _, address = postgres
    with serving(address, tmp_path, "--workers", workers) as served:
        served.until(served.is_ready)
        as_superuser(address, "GRANT pg_read_all_data TO hearth_office")
        try:
            assert served.process.wait(PATIENCE) == NEVER, served.log.read_text()
            assert "can become another: hearth_office" in served.log.read_text()
        finally:
            as_superuser(address, "REVOKE pg_read_all_data FROM hearth_office")


def test_workers_do_not_outlive_what_looks_after_them(postgres: tuple[TcpPostgres, Address], tmp_path: Path) -> None:
    """Nobody would end them, and they would keep the port."""
    with serving(postgres[1], tmp_path, "--workers", "2") as served:
        served.until(lambda: served.said("Application startup complete.") == 2)
        left = served.workers()
        assert len(left) == 2
        served.process.kill()
        served.process.wait(PATIENCE)
        until(lambda: not any(Path(f"/proc/{each}").exists() for each in left), served.log)
        # One more that was begun last is not among them, and ends as soon as it has loaded.
        until(lambda: nobody_listens(served.port), served.log)


def until(holds: Callable[[], bool], log: Path) -> None:
    """Wait until something holds that no server answers for."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.05)


def nobody_listens(port: int) -> bool:
    """Whether the port may be taken; it is let go of again."""
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


def test_a_worker_that_is_still_loading_is_not_taken_for_one_that_hangs() -> None:
    """A machine that is busy may need longer to load it than a worker has to answer."""
    worker = Worker(ServerConfig(app="graph.serving.server:worker_app"), [])
    worker.process = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(600,))
    worker.start()
    try:
        assert worker.is_alive(timeout=0)
        worker.began -= LOADING_SECONDS
        assert not worker.is_alive(timeout=0)
    finally:
        worker.kill()
        worker.join()
    worker.began = time.monotonic()
    assert not worker.is_alive(timeout=0)


def test_a_setting_that_cannot_be_meant_ends_with_the_same_code(
    postgres: tuple[TcpPostgres, Address], tmp_path: Path
) -> None:
    """Whoever restarts servers need not try it again."""
    for workers in ("1", "2"):
        with serving(postgres[1], tmp_path, "--workers", workers, HEARTH_GRAPHIQL="perhaps") as served:
            assert served.process.wait(PATIENCE) == NEVER


def test_a_first_start_waits_for_a_database_that_comes(postgres: tuple[TcpPostgres, Address], tmp_path: Path) -> None:
    """After a restart of the whole machine the database may be there a little later."""
    server, address = postgres
    server.kill()
    try:
        with serving(address, tmp_path) as served:
            served.until(lambda: served.said("cannot be reached yet") > 0)
            server.start()
            served.until(served.is_ready)
            served.process.terminate()
            assert served.process.wait(PATIENCE) == 0
    finally:
        if not server.is_ready():
            server.start()


def test_a_place_stays_empty_for_longer_where_its_workers_end_young() -> None:
    """Each place by itself; one that has served for a while is filled again at once."""
    rests = Rests()
    assert [rests.after(0, 0.1) for _ in range(8)] == [0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 10.0, 10.0]
    assert rests.after(1, 0.1) == 0.0
    assert rests.after(0, 60.0) == 0.0


def test_a_process_without_file_descriptors_says_so_and_goes_on(
    postgres: tuple[TcpPostgres, Address], tmp_path: Path
) -> None:
    """A line a minute with what to raise; as soon as there are some it serves as before."""
    _, address = postgres
    with serving(address, tmp_path) as served:
        served.until(lambda: served.is_ready() and served.ask().status_code == 200)
        before = resource.prlimit(served.process.pid, resource.RLIMIT_NOFILE)
        resource.prlimit(served.process.pid, resource.RLIMIT_NOFILE, (3, before[1]))
        served.until(lambda: served.said("no file descriptor left") == 1)
        time.sleep(2.5)  # it looks every second
        assert served.said("no file descriptor left") == 1
        assert "LimitNOFILE" in served.log.read_text()
        resource.prlimit(served.process.pid, resource.RLIMIT_NOFILE, before)
        served.until(lambda: served.ask().status_code == 200)


def test_a_limit_of_files_that_is_low_is_told_at_the_start(
    postgres: tuple[TcpPostgres, Address], tmp_path: Path
) -> None:
    """With how many connections that leaves; the server serves."""
    _, address = postgres
    with serving(address, tmp_path, before=["prlimit", "--nofile=400:400"]) as served:
        served.until(lambda: served.is_ready() and served.ask().status_code == 200)
        assert "connections=144 instead_of=10000" in served.log.read_text()


@pytest.mark.parametrize(
    "fault", [asyncpg.AdminShutdownError, asyncpg.ConnectionDoesNotExistError, asyncpg.TooManyConnectionsError]
)
def test_a_first_start_waits_for_a_database_that_goes_away_while_it_is_looked_at(
    monkeypatch: pytest.MonkeyPatch, postgres: tuple[TcpPostgres, Address], register: Register, fault: type[Exception]
) -> None:
    """As after a restart of PostgreSQL between two questions."""
    _, address = postgres
    settings = Settings(database_url=address.dsn, database_passwords=address.passwords, dev_secret=SECRET)
    faults, check = [fault("gone")], Database.check

    async def goes_away(database: Database, workers: int = 1) -> None:
        if faults:
            raise faults.pop()
        await check(database, workers)

    monkeypatch.setattr(Database, "check", goes_away)
    assert asyncio.run(command._place_in_time(settings, register, 1)).server is None
    assert not faults

"""What is broken: a PostgreSQL and a server of two workers, in a folder of their own, which is gone afterwards.

Where root may mount, PostgreSQL's folder is a small file system in memory, so that its disk can be full without
anybody else's being so.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
import subprocess
import sys
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import httpx

from benchmarks.faults.processes import descendants, workers
from benchmarks.ports import claim_port
from countries.embedded.postgres import SUPERUSER, EmbeddedPostgres, find_binaries
from countries.embedded.postgres_process import find_postmaster
from countries.register.register import load_register
from countries.tenancy.logins import ALL_LOGINS, OPERATOR, OWNER, SERVER_LOGINS
from graph.database.location import DATABASE
from graph.database.migrate import make_database, migrate
from graph.demo import seed
from graph.identity.authenticator import issue_token

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    from countries.connections.address import Address

COUNTRIES = ("BE", "KE")
CHILDREN = 200
SIZE = "1200m"
SETTINGS = {"max_connections": "80", "max_wal_size": "256MB"}
"""Two workers want 44 connections; what else is as an operator has it, the disk's word among it."""
START_SECONDS = 90.0
END_SECONDS = 20.0
ROOT = Path(__file__).resolve().parents[2]


class PlaceError(RuntimeError):
    """What is to be broken cannot be had."""


@dataclass
class Place:
    """PostgreSQL and a server.

    Attributes:
        folder: everything is in it.
        is_small: whether PostgreSQL has a file system of its own, which can be filled.
        postgres: the database's server.
        address: the database.
        port: where the server answers.
        secret: what tokens are signed with.
        settings: variables of the server's next start, beside the usual ones; an empty one is not set.
        sign: gives a token for an office and a subject, where another one than the secret's holder does.
    """

    folder: Path
    is_small: bool
    postgres: EmbeddedPostgres
    address: Address
    port: int
    secret: str
    settings: dict[str, str] = field(default_factory=dict)
    sign: Callable[[str, str], str] | None = None
    _server: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    # PostgreSQL

    @property
    def postmaster(self) -> int:
        """PostgreSQL's first process.

        Raises:
            PlaceError: it does not run.
        """
        found = find_postmaster(self.postgres.data_dir / "data")
        if found is None:
            raise PlaceError("PostgreSQL does not run.")
        return found.pid

    def postgres_processes(self) -> list[int]:
        """All of PostgreSQL's processes, the first one first."""
        first = self.postmaster
        return [first, *descendants(first)]

    async def start_postgres(self) -> None:
        """Start it again where it has ended."""
        await asyncio.to_thread(self.postgres.start)

    @asynccontextmanager
    async def login(self, login: str = OPERATOR) -> AsyncIterator[asyncpg.Connection[asyncpg.Record]]:
        """A connection of our own."""
        connection = await asyncpg.connect(**self.address.connect_arguments(login), timeout=START_SECONDS)
        try:
            yield connection
        finally:
            await connection.close(timeout=END_SECONDS)

    # The server

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}/graphql"

    def token(self, country: str, subject: str) -> str:
        """A token of a country's office."""
        if self.sign is not None:
            return self.sign(country, subject)
        return issue_token(self.secret, role="office", country=country, subject=subject)

    @asynccontextmanager
    async def with_settings(self, settings: Mapping[str, str]) -> AsyncIterator[None]:
        """The server runs with further variables for the length of the block."""
        self.settings = dict(settings)
        try:
            await self.end_server()
            await self.start_server()
            yield
        finally:
            self.settings = {}
            await self.end_server()
            await self.start_server()

    def environment(self) -> dict[str, str]:
        """What an operator sets."""
        passwords = {
            f"HEARTH_DATABASE_PASSWORD_{login.removeprefix('hearth_').upper()}": self.address.passwords[login]
            for login in (*SERVER_LOGINS, OPERATOR, OWNER)
        }
        where = dict.fromkeys(
            ("HEARTH_DATABASE_URL", "HEARTH_OWNER_DATABASE_URL", "HEARTH_OPERATOR_DATABASE_URL"), self.address.dsn
        )
        own = {"HEARTH_DEV_SECRET": self.secret, "HEARTH_DATA_DIR": str(self.folder / "hearth")}
        all_ = {"PATH": os.environ["PATH"], "HEARTH_GRAPHIQL": "off", **passwords, **where, **own, **self.settings}
        return {name: value for name, value in all_.items() if value}

    def command(self, *arguments: str, address: Address | None = None) -> subprocess.Popen[bytes]:
        """Begin one of the commands, its output in `hearth.log`; in a session of its own, so that all of it can end.

        Args:
            arguments: behind `hearth`.
            address: another database than the server's.
        """
        given = self.environment()
        if address is not None:
            given |= dict.fromkeys((name for name in given if name.endswith("DATABASE_URL")), address.dsn)
        with (self.folder / "hearth.log").open("ab") as log:
            return subprocess.Popen(  # noqa: S603 - our own command
                [sys.executable, "-m", "graph.cli", *arguments],
                cwd=ROOT, env=given, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    @property
    def server(self) -> int:
        """The server's first process.

        Raises:
            PlaceError: it has not been started.
        """
        if self._server is None:
            raise PlaceError("The server has not been started.")
        return self._server.pid

    @property
    def ended(self) -> int | None:
        """The code that the server ended with; none while it runs."""
        return None if self._server is None else self._server.poll()

    def workers(self) -> list[int]:
        """The processes that answer."""
        return workers(self.server)

    async def start_server(self) -> None:
        """Start it and wait until it is ready.

        Raises:
            PlaceError: it does not become so.
        """
        self._server = self.command("serve", "--port", str(self.port), "--workers", "2")
        await self._until_ready(self._server, self.port)

    @asynccontextmanager
    async def another_server(self, address: Address) -> AsyncIterator[str]:
        """A server of one worker in front of another database, until the block ends; the value is where it answers.

        Raises:
            PlaceError: it does not become ready.
        """
        port = claim_port()
        process = self.command("serve", "--port", str(port), "--workers", "1", address=address)
        try:
            await self._until_ready(process, port)
            yield f"http://127.0.0.1:{port}/graphql"
        finally:
            end_session(process)

    async def _until_ready(self, process: subprocess.Popen[bytes], port: int) -> None:
        until = time.monotonic() + START_SECONDS
        async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
            while time.monotonic() < until and process.poll() is None:
                try:
                    answer = await client.get(f"http://127.0.0.1:{port}/health/ready")
                except httpx.TransportError:
                    await asyncio.sleep(0.1)
                    continue
                if answer.is_success:
                    return
                await asyncio.sleep(0.1)
        said = (self.folder / "hearth.log").read_text("utf-8", "replace").strip()[-500:]
        raise PlaceError(f"The server does not start: {said}")

    async def end_server(self, number: int = signal.SIGTERM) -> None:
        """End it, by a signal to its first process, and by force where that does not help."""
        if self._server is None:
            return
        if self.ended is None:
            self._server.send_signal(number)
        try:
            await asyncio.to_thread(self._server.wait, END_SECONDS)
        except subprocess.TimeoutExpired:
            pass
        finally:
            end_session(self._server)


def end_session(process: subprocess.Popen[bytes]) -> None:
    """Kill what is left of a command and of all that it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    finally:
        process.wait()


@asynccontextmanager
async def made(folder: Path) -> AsyncIterator[Place]:
    """A place in an empty folder, its server ready; ended afterwards, whatever is left of it."""
    own = folder / "postgres"
    own.mkdir(mode=0o700)
    is_small = _mounted(own)
    postgres = EmbeddedPostgres(own / "pg", find_binaries(None), logins=ALL_LOGINS, settings=SETTINGS)
    try:
        server = await asyncio.to_thread(postgres.start)
        register = load_register()
        await make_database(server, SUPERUSER, DATABASE)
        address = server.with_database(DATABASE)
        await migrate(address, OWNER, register)
        await seed(address, register, COUNTRIES, CHILDREN, 1, years=0)
        place = Place(folder, is_small, postgres, address, claim_port(), secrets.token_urlsafe(32))
        try:
            await place.start_server()
            yield place
        finally:
            await place.end_server()
    finally:
        await asyncio.to_thread(postgres.stop)
        if is_small:
            _run("umount", "--lazy", str(own))


def _mounted(folder: Path) -> bool:
    return os.geteuid() == 0 and _run("mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=0711", "tmpfs", str(folder))


def _run(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603 - mount, umount
    except OSError:
        return False

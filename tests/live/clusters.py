"""Servers of a test's own, filled once and copied as files: to be stopped, killed, recovered and promoted."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.logins import ALL_LOGINS, OWNER
from graph.database.migrate import make_database, migrate
from graph.demo import seed
from tests.conftest import NOW, WORLD
from tests.tcp_postgres import TcpPostgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from countries.register.register import Register


@dataclass(frozen=True)
class Cluster:
    """A filled server that is stopped, to be copied."""

    stopped: TcpPostgres
    address: Address

    def copy(self, folder: Path, of: TcpPostgres | None = None) -> TcpPostgres:
        """Another server on a copy of its files, or of another stopped server's."""
        shutil.copytree((of or self.stopped).folder, folder)
        return TcpPostgres(folder, self.stopped.password)

    def at(self, server: TcpPostgres) -> Address:
        """Its database, on another server."""
        return replace(self.address, dsn=self.address.dsn.replace(str(self.stopped.port), str(server.port)))


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory, register: Register) -> Cluster:
    """Three countries."""
    made = TcpPostgres(tmp_path_factory.mktemp("histories") / "filled", "own")

    async def fill() -> Address:
        server = Address(made.start().dsn, {SUPERUSER: made.password, **{each: f"of {each}" for each in ALL_LOGINS}})
        await make_database(server, SUPERUSER, "hearth")
        address = server.with_database("hearth")
        await migrate(address, OWNER, register)
        await seed(address, register, WORLD, 3, 7, today=NOW.date())
        return address

    made.create()
    try:
        address = asyncio.run(fill())
    finally:
        made.stop()
    return Cluster(made, address)


@pytest.fixture
def started() -> Iterator[list[TcpPostgres]]:
    """The servers of a test, which end with it."""
    servers: list[TcpPostgres] = []
    yield servers
    for server in servers:
        server.stop()


async def value(address: Address, statement: str) -> Any:  # noqa: ANN401 - whatever the statement gives
    """The one value of a statement, as the superuser."""
    superuser = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    try:
        return await superuser.fetchval(statement)
    finally:
        await superuser.close()

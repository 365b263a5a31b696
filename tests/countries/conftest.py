"""A PostgreSQL of a module's own, for tests that change what belongs to a whole server: its logins and its log."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import asyncpg
import pytest

from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER, EmbeddedPostgres, find_binaries
from countries.register.register import Register
from countries.tenancy.logins import ALL_LOGINS, OWNER, TIER_LOGINS
from graph.database.migrate import make_database, migrate

Connection: TypeAlias = "asyncpg.Connection[Any]"

EVERY_MESSAGE = {"fsync": "off", "shared_buffers": "16MB", "log_min_duration_statement": "0"}


@dataclass(frozen=True)
class OwnServer:
    """A migrated database on a server that no other test uses, and the file that the server logs to."""

    address: Address
    log: Path


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory, register: Register) -> Iterator[OwnServer]:
    """One server for the tests of a module; it logs every message of the protocol."""
    postgres = EmbeddedPostgres(
        tmp_path_factory.mktemp("own") / "postgres", find_binaries(), logins=ALL_LOGINS, settings=EVERY_MESSAGE
    )
    server = postgres.start()

    async def prepare() -> Address:
        await make_database(server, SUPERUSER, "own")
        address = server.with_database("own")
        await migrate(address, OWNER, register)
        return address

    try:
        yield OwnServer(asyncio.run(prepare()), postgres.log)
    finally:
        postgres.stop()


@pytest.fixture
async def superuser(world: Address) -> AsyncIterator[Connection]:
    """A connection that may look at and end the others, and lets them stand at the gate of `sharers`."""
    connection = await asyncpg.connect(**world.connect_arguments(SUPERUSER))
    # No login of ours may take such a lock otherwise.
    await connection.execute(
        f"GRANT EXECUTE ON FUNCTION pg_advisory_xact_lock_shared(bigint) TO {', '.join(TIER_LOGINS)}"
    )
    yield connection
    await connection.close()

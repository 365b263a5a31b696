"""The ground of all measurements: a PostgreSQL of its own, 138,000 children in it, and questions drawn from them.

It stays in `.cache/bench`, so that only the first run pays for it.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import asyncpg

from benchmarks.population import MEASURED, build_large, build_small, superuser
from benchmarks.questions import draw
from benchmarks.workloads import HOME, Cell
from countries.embedded.postgres import SUPERUSER, EmbeddedPostgres, find_binaries
from countries.register.register import Register, load_register
from countries.tenancy.caller import Tier
from countries.tenancy.logins import ALL_LOGINS, OPERATOR, OWNER
from graph.database.migrate import make_database, migrate, newest_version

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from countries.connections.address import Address

CACHE = Path(__file__).resolve().parent.parent / ".cache" / "bench"
SMALL = f"small_{newest_version()}"
LARGE = f"large_{newest_version()}"
"""A population belongs to a version of the tables; after a migration it is made anew."""
UNFINISHED = "unfinished"
"""The name of a population until it is whole: what an interruption left is made again."""

SETTINGS = {
    "max_connections": "250",  # ten workers of 20, and the peers
    "shared_buffers": "1GB",
    "maintenance_work_mem": "256MB",
    "max_wal_size": "8GB",
    "fsync": "off",  # everything here can be made again
    "wal_level": "minimal",  # and no index that is made of it needs a log
    "max_wal_senders": "0",
    "max_parallel_maintenance_workers": "0",  # two make indexes side by side
    "autovacuum": "off",  # nothing changes after the population; a vacuum in the middle would be noise
}

STALE = """
SELECT format('DROP DATABASE %I WITH (FORCE)', datname) AS drop FROM pg_database
WHERE datname LIKE $1 AND NOT datname LIKE $2
"""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the population is, and what may be asked of it.

    Attributes:
        server: the embedded server.
        address: the population of 138,000 children.
        register: the countries.
        cells: the rows of the table by label.
        sizes: rows by table.
    """

    server: EmbeddedPostgres
    address: Address
    register: Register
    cells: Mapping[str, Cell]
    sizes: Mapping[str, int]
    cache: Path = CACHE

    @property
    def socket(self) -> tuple[str, str, str]:
        """Host (or the folder of the socket), port and database, for clients that take no URL."""
        parts = urlsplit(self.address.dsn)
        query = dict(parse_qsl(parts.query))
        host = query.get("host") or parts.hostname or "127.0.0.1"
        return host, query.get("port") or str(parts.port or 5432), parts.path.lstrip("/")

    def login(self, tier: str) -> str:
        """A tier's login."""
        return Tier(tier).login

    def password(self, login: str) -> str:
        """A login's password."""
        return self.address.passwords[login]


def server() -> EmbeddedPostgres:
    """The embedded server of the benchmarks."""
    return EmbeddedPostgres(CACHE / "pg", find_binaries(None), logins=ALL_LOGINS, settings=SETTINGS)


async def lay(postgres: EmbeddedPostgres, tell: Callable[[str], None]) -> Ground:
    """Start from what the cache holds, or make it.

    Args:
        postgres: the embedded server, which is started; whoever calls stops it.
        tell: hears what takes long.
    """
    address = await asyncio.to_thread(postgres.start)
    register = load_register()
    if not await is_there(address, SMALL):
        tell("making 138,000 children")
        await make_database(address.with_database("postgres"), SUPERUSER, UNFINISHED)
        await migrate(address.with_database(UNFINISHED), OWNER, register)
        await build_small(address.with_database(UNFINISHED), register)
        await finish(address, SMALL)
    small = address.with_database(SMALL)
    operator = await asyncpg.connect(**small.connect_arguments(OPERATOR))
    try:
        cells = {cell.label: cell for cell in await draw(operator, HOME, tuple(MEASURED))}
        sizes = {
            table: await operator.fetchval(f"SELECT count(*) FROM {table}")  # noqa: S608 - our own tables' names
            for table in ("programme", "home", "child", "placement", "community_link")
        }
    finally:
        await operator.close()
    return Ground(postgres, small, register, cells, sizes)


async def enlarge(ground: Ground, tell: Callable[[str], None]) -> None:
    """Make the population of 1,380,400 children, where the cache does not hold it.

    Args:
        ground: the smaller population.
        tell: hears what takes long.
    """
    if not await is_there(ground.address, LARGE):
        tell("making 1,380,400 children")
        await build_large(ground.address, SMALL, UNFINISHED, ground.register)
        await finish(ground.address, LARGE)


async def finish(address: Address, name: str) -> None:
    """Give a population its name: from now on it is whole."""
    async with superuser(address.with_database("postgres")) as connection:
        rename = "SELECT format('ALTER DATABASE %I RENAME TO %I', $1::text, $2::text)"
        await connection.execute(await connection.fetchval(rename, UNFINISHED, name))


async def is_there(address: Address, name: str) -> bool:
    """Whether the cache holds a population; one of an older version of the tables is dropped."""
    async with superuser(address.with_database("postgres")) as connection:
        if await connection.fetchval("SELECT true FROM pg_database WHERE datname = $1", name):
            return True
        kind, _, version = name.partition("_")
        for row in await connection.fetch(STALE, f"{kind}%", f"%{version}"):
            await connection.execute(row["drop"])
        await connection.execute(f"DROP DATABASE IF EXISTS {UNFINISHED} WITH (FORCE)")
        return False

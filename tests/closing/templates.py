"""Databases with periods closed, from which tests take copies: what is closed in one order is closed once in a run."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER
from countries.register.register import Register
from graph.closing.close import Closing
from graph.indicators.period import Period
from tests.conftest import NOW, copy_database, one_at_a_time

Make = Callable[[Address], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of a run, which its processes share.

    Attributes:
        server: the run's PostgreSQL.
        register: the countries.
        folder: where the processes agree on who makes which.
    """

    server: Address
    register: Register
    folder: Path

    async def made(self, name: str, base: str, make: Make) -> str:
        """The template of that name: a copy of another one, changed; made by whoever needs it first."""
        with one_at_a_time(self.folder / f"{name}.lock"):
            if not await is_there(self.server, name):
                await make(await copy_database(self.server, base, f"{name}_growing"))
                await copy_database(self.server, f"{name}_growing", name)
        return name

    async def closed(self, base: str, *periods: Period) -> str:
        """A template in which periods have been closed one after the other."""
        for period in periods:

            async def close(address: Address, period: Period = period) -> None:
                await Closing(address, self.register).close(period, NOW)

            base = await self.made(f"{base}_{period.label}", base, close)
        return base


async def is_there(server: Address, name: str) -> bool:
    """Whether there is a database of that name."""
    connection = await asyncpg.connect(**server.connect_arguments(SUPERUSER))
    try:
        return bool(await connection.fetchval("SELECT count(*) FROM pg_database WHERE datname = $1", name))
    finally:
        await connection.close()

"""What the tests of the pools share: two callers, two questions, and pools of one connection."""

from __future__ import annotations

from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import asyncpg

from countries.connections.database import Database
from countries.connections.limits import TierLimits
from countries.tenancy.caller import Caller, Tier
from tests.countries.sharers import LONG

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address

OFFICE = Caller("oscar", Tier.OFFICE, ("BE",))
KENYA = Caller("wanjiru", Tier.OFFICE, ("KE",))
SEEN = """
SELECT current_user::text AS login, coalesce(current_setting('hearth.country', true), '') AS country,
  coalesce(current_setting('hearth.countries', true), '') AS countries,
  coalesce(current_setting('hearth.programmes', true), '') AS programmes, pg_backend_pid() AS pid
"""
CHILDREN = "SELECT count(*) AS number, array_agg(DISTINCT country_code) AS countries FROM child"


@asynccontextmanager
async def single(address: Address, seconds: float = LONG) -> AsyncIterator[Database]:
    """A database whose pools hold one connection each, so that requests follow each other on it."""
    database = Database(address, {tier: TierLimits(1, seconds) for tier in Tier})
    await database.open()
    try:
        yield database
    finally:
        await database.close()


async def patiently(database: Database, caller: Caller, text: str) -> asyncpg.Record:
    """The row of a statement, asked for again where a busy server did not come to it in its short time."""
    for _ in range(100):
        with suppress(asyncpg.QueryCanceledError):
            row = await database.read_row(caller, text, ())
            assert row is not None
            return row
    raise TimeoutError

"""What the tests of the pools share: two callers, two questions, and pools of one connection."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from countries.caller import Caller, Tier
from countries.database import Database, TierLimits

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.address import Address

OFFICE = Caller("oscar", Tier.OFFICE, ("BE",))
KENYA = Caller("wanjiru", Tier.OFFICE, ("KE",))
SEEN = """
SELECT current_user::text AS login, coalesce(current_setting('hearth.country', true), '') AS country,
  coalesce(current_setting('hearth.countries', true), '') AS countries,
  coalesce(current_setting('hearth.programmes', true), '') AS programmes, pg_backend_pid() AS pid
"""
CHILDREN = "SELECT count(*) AS number, array_agg(DISTINCT country_code) AS countries FROM child"


@asynccontextmanager
async def single(address: Address, seconds: float = 5) -> AsyncIterator[Database]:
    """A database whose pools hold one connection each, so that requests follow each other on it."""
    database = Database(address, {tier: TierLimits(1, seconds) for tier in Tier})
    await database.open()
    try:
        yield database
    finally:
        await database.close()

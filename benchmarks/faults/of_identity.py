"""Faults of an identity provider: keys that drip, and clocks that are a day apart."""

from __future__ import annotations

import asyncio
import signal
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from benchmarks.faults.fault import fault_of
from benchmarks.faults.of_postgres import LOCKED_SECONDS
from benchmarks.faults.processes import signal_all
from benchmarks.faults.provider import Provider, signed_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from benchmarks.faults.place import Place

DAY_SECONDS = 86_400.0
ANSWER_SECONDS = 60.0
"""Longer than a worker takes to begin."""


@dataclass(frozen=True, slots=True)
class Provided:
    """A server that asks an identity provider who calls."""

    place: Place
    provider: Provider


@asynccontextmanager
async def provided(place: Place) -> AsyncIterator[Provided]:
    """Callers sign in with a provider's tokens, for the length of the block."""
    provider = Provider()
    async with signed_in(place, provider):
        yield Provided(place, provider)


@fault_of(f"Both workers killed while the key server drips, which goes on for {LOCKED_SECONDS:.0f} s", provided)
async def keys_drip(given: Provided) -> str:
    """Those that take their places have no keys, and no answer that ends."""
    given.provider.drips = True
    try:
        signal_all(given.place.workers(), signal.SIGKILL)
        said = await _readiness(given.place)
        await asyncio.sleep(LOCKED_SECONDS)
    finally:
        given.provider.drips = False
    return f"readiness said {said}"


@fault_of(f"The server's clock a day ahead of the tokens' for {LOCKED_SECONDS:.0f} s", provided)
async def clock_ahead(given: Provided) -> str:
    """Every token that comes has expired a day ago."""
    given.provider.seconds_ahead = -DAY_SECONDS
    try:
        await asyncio.sleep(LOCKED_SECONDS)
        refused = await _refusal(given.place)
    finally:
        given.provider.seconds_ahead = 0.0
    return f"the message was: {refused}"


@fault_of(f"The server's clock a day behind the tokens' for {LOCKED_SECONDS:.0f} s", provided)
async def clock_behind(given: Provided) -> str:
    """No token that comes is valid yet."""
    given.provider.seconds_ahead = DAY_SECONDS
    try:
        await asyncio.sleep(LOCKED_SECONDS)
        refused = await _refusal(given.place)
    finally:
        given.provider.seconds_ahead = 0.0
    return f"the message was: {refused}"


async def _readiness(place: Place) -> str:
    """Its status and its reasons."""
    async with httpx.AsyncClient(trust_env=False, timeout=ANSWER_SECONDS) as client:
        answer = await client.get(f"http://127.0.0.1:{place.port}/health/ready")
    return f"{answer.status_code} {', '.join(each['reason'] for each in answer.json().get('lacking', ()))}".strip()


async def _refusal(place: Place) -> str:
    """What a caller hears."""
    headers = {"Authorization": f"Bearer {place.token('BE', 'clock')}"}
    async with httpx.AsyncClient(trust_env=False, timeout=ANSWER_SECONDS, headers=headers) as client:
        answer = await client.post(place.url, json={"query": "{ __typename }"})
    return str(answer.json()["errors"][0]["message"])


FAULTS = (keys_drip, clock_ahead, clock_behind)

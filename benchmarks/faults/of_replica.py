"""Faults of a read replica: promoted by mistake, and lost; headquarters reads from it all the while."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import asyncpg
import httpx
import orjson

from benchmarks.faults.fault import fault_of
from benchmarks.faults.follower import following
from benchmarks.faults.of_postgres import AWAY_SECONDS
from benchmarks.faults.processes import signal_all
from countries.embedded.postgres import SUPERUSER
from graph.identity.authenticator import issue_token

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from benchmarks.faults.place import Place
    from countries.connections.address import Address

PAUSE_SECONDS = 0.02
QUERY = "{ countries(first: 5) { nodes { name } } }"
ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Followed:
    """A server that reads from a replica."""

    place: Place
    replica: Address


@asynccontextmanager
async def followed(place: Place) -> AsyncIterator[Followed]:
    """The server has a replica to read from, for the length of the block."""
    async with following(place) as replica, place.with_settings({"HEARTH_REPLICA_URL": replica.dsn}):
        yield Followed(place, replica)


@fault_of("The replica promoted by mistake, and a worker killed", followed)
async def promoted(followed: Followed) -> str:
    """It follows nobody any more, also for the worker that begins then."""
    async with reading(followed.place) as answers:
        await asyncio.sleep(1)
        superuser = await asyncpg.connect(**followed.replica.connect_arguments(SUPERUSER))
        try:
            await superuser.execute("SELECT pg_promote()")
        finally:
            await superuser.close()
        await asyncio.sleep(1)
        signal_all(followed.place.workers()[:1], signal.SIGKILL)
        await asyncio.sleep(AWAY_SECONDS)
    return _told(answers)


@fault_of("The replica killed (SIGKILL)", followed)
async def lost(followed: Followed) -> str:
    """It is away for as long as anybody looks."""
    async with reading(followed.place) as answers:
        await asyncio.sleep(1)
        superuser = await asyncpg.connect(**followed.replica.connect_arguments(SUPERUSER))
        first = await superuser.fetchval("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int")
        signal_all([first], signal.SIGKILL)
        superuser.terminate()
        await asyncio.sleep(AWAY_SECONDS)
    return _told(answers)


@asynccontextmanager
async def reading(place: Place) -> AsyncIterator[Counter[str]]:
    """Headquarters reads; what it was answered, and how often."""
    answers: Counter[str] = Counter()
    token = issue_token(place.secret, role="headquarters", subject="faults")
    headers = {"Authorization": f"Bearer {token}", "Accept": "application/graphql-response+json"}

    async def read() -> None:
        async with httpx.AsyncClient(headers=headers, trust_env=False) as client:
            while True:
                answers[await _asked(client, place.url)] += 1
                await asyncio.sleep(PAUSE_SECONDS)

    task = asyncio.create_task(read())
    try:
        yield answers
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _asked(client: httpx.AsyncClient, url: str) -> str:
    try:
        answer = await client.post(url, json={"query": QUERY})
    except httpx.TransportError:
        return "cut off"
    went_well = answer.status_code == httpx.codes.OK and not orjson.loads(answer.content).get("errors")
    return ANSWERED if went_well else str(answer.status_code)


def _told(answers: Counter[str]) -> str:
    others = [f"{answer} × {number:,}" for answer, number in answers.most_common() if answer != ANSWERED]  # noqa: RUF001 - a sign of times
    return f"headquarters read {answers[ANSWERED]:,} times" + (f", {', '.join(others)}" if others else "")


FAULTS = (promoted, lost)

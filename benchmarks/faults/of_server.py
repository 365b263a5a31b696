"""Faults of the server: a worker or all of it dies, with and without a database; descriptors and sockets run out."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

from benchmarks.faults.fault import fault
from benchmarks.faults.of_postgres import AWAY_SECONDS, LOCKED_SECONDS, another_password, take_connections
from benchmarks.faults.processes import few_descriptors, signal_all
from countries.tenancy.caller import Tier

if TYPE_CHECKING:
    from benchmarks.faults.place import Place

SILENT = 1_500
"""Sockets that say half a head and no more."""
HALF_A_HEAD = b"POST /graphql HTTP/1.1\r\nHost: localhost\r\n"
CROWD = 200
"""More connections than a worker that runs out of descriptors can take."""


@fault("One of two workers killed (SIGKILL)")
async def worker_killed(place: Place) -> str:
    """Another one takes its place."""
    signal_all(place.workers()[:1], signal.SIGKILL)
    await asyncio.sleep(1)
    return ""


@fault("A worker killed while PostgreSQL is away; PostgreSQL back after 6 s")
async def worker_killed_without_postgres(place: Place) -> str:
    """The one that takes its place finds no database."""
    signal_all([place.postmaster], signal.SIGKILL)
    await asyncio.sleep(1)
    signal_all(place.workers()[:1], signal.SIGKILL)
    await asyncio.sleep(AWAY_SECONDS + 1)
    await place.start_postgres()
    return ""


@fault("A worker killed while all connections are taken for 8 s")
async def worker_killed_without_connections(place: Place) -> str:
    """The one that takes its place gets no connection."""
    taking = asyncio.create_task(take_connections(place, LOCKED_SECONDS))
    await asyncio.sleep(2)
    signal_all(place.workers()[:1], signal.SIGKILL)
    return f"{await taking} held"


@fault("A worker killed while the office's password is another one for 6 s")
async def worker_killed_without_password(place: Place) -> str:
    """The one that takes its place is not let in."""
    async with another_password(place, Tier.OFFICE.login):
        signal_all(place.workers()[:1], signal.SIGKILL)
        await asyncio.sleep(AWAY_SECONDS + 2)
    return ""


@fault("The server killed (SIGKILL, all processes), started again")
async def server_killed(place: Place) -> str:
    """As a machine that loses its power, but for the database."""
    signal_all([place.server, *place.workers()], signal.SIGKILL)
    await place.end_server()
    await place.start_server()
    return ""


@fault("The server restarted by its operator (SIGTERM, started again)")
async def server_restarted(place: Place) -> str:
    """What runs is answered; what comes meanwhile is refused."""
    await place.end_server()
    code = place.ended
    await place.start_server()
    return f"ended with {code}"


@fault("A worker has no file descriptor left for 6 s")
async def descriptors_gone(place: Place) -> str:
    """More clients come than it may have open."""
    with few_descriptors(place.workers()):
        came = await _crowd(place.port, CROWD, b"", LOCKED_SECONDS - 2)
    return f"{came} sockets came"


@fault("1,500 sockets that send half a head, for 8 s")
async def half_heads(place: Place) -> str:
    """They keep what they can keep, and say nothing more."""
    return f"{await _crowd(place.port, SILENT, HALF_A_HEAD, LOCKED_SECONDS)} came"


async def _crowd(port: int, number: int, said: bytes, seconds: float) -> int:
    """Connections that say something, and then nothing until the seconds are over; how many were made."""
    writers: list[asyncio.StreamWriter] = []

    async def come() -> None:
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(seconds):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            writers.append(writer)
            writer.write(said)

    try:
        await asyncio.gather(*(come() for _ in range(number)))
        await asyncio.sleep(seconds)
        return len(writers)
    finally:
        for writer in writers:
            writer.transport.abort()


FAULTS = (
    worker_killed, worker_killed_without_postgres, worker_killed_without_connections, worker_killed_without_password,
    server_killed, server_restarted, descriptors_gone, half_heads,
)  # fmt: skip

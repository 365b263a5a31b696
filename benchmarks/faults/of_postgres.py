"""Faults of PostgreSQL: it dies, hangs, is full, has no connection left, is locked, or knows the password no more."""

from __future__ import annotations

import asyncio
import signal
import time
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import asyncpg

from benchmarks.faults.fault import SkippedError, fault
from benchmarks.faults.processes import signal_all
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.caller import Tier
from countries.tenancy.logins import OPERATOR, SERVER_LOGINS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from benchmarks.faults.place import Place

AWAY_SECONDS = 4.0
LOCKED_SECONDS = 8.0
"""Longer than a statement of an office may take."""
FULL_SECONDS = 20.0
"""Rows that were there before leave room for the first ones of these seconds."""
BALLAST = 1 << 20
ENDED = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = ANY ($1)"
GONE = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError)


@fault("PostgreSQL killed (SIGKILL), back after 4 s")
async def killed(place: Place) -> str:
    """Its first process dies at once; the others follow; what was committed is read from the log again."""
    signal_all([place.postmaster], signal.SIGKILL)
    await asyncio.sleep(AWAY_SECONDS)
    await place.start_postgres()
    return ""


@fault("PostgreSQL restarted (fast), back after 4 s")
async def restarted(place: Place) -> str:
    """As an operator does who has set something."""
    signal_all([place.postmaster], signal.SIGINT)
    await asyncio.sleep(AWAY_SECONDS)
    await place.start_postgres()
    return ""


@fault("PostgreSQL stands still for 8 s (SIGSTOP, as a frozen machine)")
async def frozen(place: Place) -> str:
    """Its sockets are open, and nobody answers."""
    stopped = place.postgres_processes()
    signal_all(stopped, signal.SIGSTOP)
    try:
        await asyncio.sleep(LOCKED_SECONDS)
    finally:
        signal_all(stopped, signal.SIGCONT)
    return ""


@fault("Every connection of the server ended (pg_terminate_backend)")
async def connections_ended(place: Place) -> str:
    """As a proxy or an operator ends them."""
    async with place.login(SUPERUSER) as superuser:
        ended = await superuser.fetchval(ENDED, list(SERVER_LOGINS))
    return f"{ended} connections"


@fault("PostgreSQL's disk full for 20 s")
async def disk_full(place: Place) -> str:
    """Nothing can be written, neither rows nor log; PostgreSQL may end itself."""
    if not place.is_small:
        raise SkippedError("wants root, who may mount a small file system")
    ballast = place.folder / "postgres" / "ballast"
    until = time.monotonic() + FULL_SECONDS
    try:
        while time.monotonic() < until:
            await asyncio.to_thread(_fill, ballast)
            await asyncio.sleep(0.1)
    finally:
        ballast.unlink()
    await place.start_postgres()
    return ""


def _fill(path: Path) -> None:
    """Take whatever is free, to the last byte."""
    for size in (BALLAST, 4096, 1):
        with suppress(OSError), path.open("ab", buffering=0) as file:
            while file.write(b"\0" * size) == size:
                pass


async def take_connections(place: Place, seconds: float) -> int:
    """Take every connection that is free, those of the server among them; the most that were held."""
    held: list[asyncpg.Connection[asyncpg.Record]] = []
    until = time.monotonic() + seconds
    arguments = place.address.connect_arguments(OPERATOR)
    try:
        async with place.login(SUPERUSER) as superuser:
            while time.monotonic() < until:
                try:
                    held.append(await asyncpg.connect(**arguments, timeout=2))
                except GONE:
                    # The server is quick to come back: whoever was sent away is so until there is no place left.
                    await superuser.fetchval(ENDED, list(SERVER_LOGINS))
        return len(held)
    finally:
        for connection in held:
            connection.terminate()


@fault("All connections taken by somebody else for 8 s")
async def connections_taken(place: Place) -> str:
    """The server's own were ended, and it gets none back."""
    return f"{await take_connections(place, LOCKED_SECONDS)} held"


@fault("A table locked by somebody for 8 s (ACCESS EXCLUSIVE)")
async def table_locked(place: Place) -> str:
    """As a careless ALTER TABLE does."""
    async with place.login(SUPERUSER) as superuser, superuser.transaction():
        await superuser.execute("LOCK TABLE community_link IN ACCESS EXCLUSIVE MODE")
        await asyncio.sleep(LOCKED_SECONDS)
    return ""


@fault("The writes of one country held for 8 s")
async def country_held(place: Place) -> str:
    """Somebody holds its counter, as a write that hangs before its commit does."""
    async with place.login(SUPERUSER) as superuser, superuser.transaction():
        await superuser.execute("SELECT 1 FROM change_counter WHERE country_code = 'BE' FOR UPDATE")
        await asyncio.sleep(LOCKED_SECONDS)
    return "BE is held"


@fault("The office's password changed for 5 s, its connections ended")
async def password_changed(place: Place) -> str:
    """As a rotation does that begins in the database; then the old one is valid again."""
    async with another_password(place, Tier.OFFICE.login):
        await asyncio.sleep(AWAY_SECONDS + 1)
    return ""


@asynccontextmanager
async def another_password(place: Place, login: str) -> AsyncIterator[None]:
    """A login has a password that the server does not know, and none of its connections, until the block ends."""
    async with place.login(SUPERUSER) as superuser:
        try:
            await superuser.execute(await _password(superuser, login, "rotated-and-not-told"))
            await superuser.fetchval(ENDED, [login])
            yield
        finally:
            await superuser.execute(await _password(superuser, login, place.address.passwords[login]))


async def _password(superuser: asyncpg.Connection[asyncpg.Record], login: str, password: str) -> str:
    statement = "SELECT format('ALTER ROLE %I PASSWORD %L', $1::text, $2::text)"
    return str(await superuser.fetchval(statement, login, password))


FAULTS = (
    killed, restarted, frozen, connections_ended, disk_full, connections_taken, table_locked, country_held,
    password_changed,
)  # fmt: skip

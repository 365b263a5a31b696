"""A read replica of the place's PostgreSQL: a copy of its files that follows it, and can be promoted."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import time
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import asyncpg

from benchmarks.faults.place import SETTINGS, START_SECONDS, PlaceError
from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER, find_binaries
from countries.embedded.postgres_binaries import ENVIRONMENT, server_account, usable_by
from countries.embedded.postgres_cluster import Cluster
from countries.embedded.postgres_process import ask_to_stop, wait_until_gone
from countries.embedded.postgres_socket import PORT, forget_link, reachable_folder
from graph.database.location import DATABASE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from benchmarks.faults.place import Place

STOP_SECONDS = 30.0


@asynccontextmanager
async def following(place: Place) -> AsyncIterator[Address]:
    """A replica, fresh from a copy, until the block ends; then nothing is left of it."""
    data = place.folder / "follower"
    cluster = await asyncio.to_thread(_copied, place, data)
    with (place.folder / "follower.lock").open("w") as lock:
        process = await asyncio.to_thread(cluster.launch, lock.fileno())
    try:
        where = urlencode({"host": str(reachable_folder(data)), "port": PORT}, quote_via=quote)
        address = Address(f"postgresql:///{DATABASE}?{where}", place.address.passwords)
        await _begun(address)
        yield address
    finally:
        ask_to_stop(data)
        await asyncio.to_thread(wait_until_gone, data, STOP_SECONDS)
        await asyncio.to_thread(process.wait, STOP_SECONDS)
        forget_link(data)
        await asyncio.to_thread(shutil.rmtree, data)


async def _begun(address: Address) -> None:
    """Wait until it answers.

    Raises:
        PlaceError: it does not.
    """
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
            connection = await asyncpg.connect(**address.connect_arguments(SUPERUSER), timeout=START_SECONDS)
            await connection.close()
            return
        await asyncio.sleep(0.1)
    raise PlaceError("The replica does not answer.")


def _copied(place: Place, data: Path) -> Cluster:
    """A copy of PostgreSQL's files, which will follow it.

    Raises:
        PlaceError: PostgreSQL gives none.
    """
    # The account that runs both servers has to come through to the socket of the first.
    place.postgres.data_dir.chmod(0o711)
    data.mkdir(mode=0o700)
    account = server_account(data)
    binaries = usable_by(account, find_binaries(None))
    arguments = {} if account is None else account.process_arguments()
    if account is not None:
        os.chown(data, account.user, account.group)
    dsn, secret = place.address.client(SUPERUSER)
    command = (str(binaries.folder / "pg_basebackup"), "-D", ".", f"--dbname={dsn}")
    ended = subprocess.run(  # noqa: S603 - PostgreSQL's own program
        [*command, "--write-recovery-conf", "--wal-method=stream", "--checkpoint=fast", "--no-sync"],
        cwd=data, env={**ENVIRONMENT, **secret}, capture_output=True, text=True, check=False, **arguments,
    )  # fmt: skip
    if ended.returncode:
        message = f"No copy of PostgreSQL can be made: {ended.stderr.strip()[-300:]}"
        raise PlaceError(message)
    return Cluster(data, place.folder / "follower.log", binaries, account, SETTINGS)

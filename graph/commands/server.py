"""`hearth serve`: one process or several, and the database that is waited for at the start."""

from __future__ import annotations

import asyncio
import logging
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg

from countries.packs.packs import load_packs
from countries.register.register import load_register
from graph.commands.bulk import settle
from graph.database.location import open_place
from graph.serving.listening import check_metrics_host, listen
from graph.serving.server import build_app, uvicorn_config
from graph.serving.workers import Server, Workers

if TYPE_CHECKING:
    from countries.register.register import Register
    from graph.database.location import Location
    from graph.settings.settings import Settings

logger = logging.getLogger("hearth.server")

START_SECONDS = 20.0
"""How long the first start waits for a database that is not there yet, as after a restart of the whole machine."""
START_REST_SECONDS = 1.0
AWAY = (OSError, asyncpg.PostgresConnectionError, asyncpg.OperatorInterventionError, asyncpg.InsufficientResourcesError)
"""What a server ends a connection or a question with that starts, stops, or has no room."""


def run_workers(settings: Settings, host: str, port: int, workers: int) -> None:
    """Serve until told to stop; whatever can be wrong is found before the first request.

    Raises:
        ConnectionError: the database cannot be reached, for longer than a start waits.
        PlaceError: the port is taken, no metrics can be shown there, or the database has no tables yet, or other packs.
        PacksError: the packs have faults.
        TenancyError: a login could do more than it may, or the workers' pools do not fit the server.
        ReplicaError: what is named as the replica is the primary itself, or another one's, or the pools do not fit it.
        PostgresError: the embedded server cannot start.
        SystemExit: with `NEVER`, where it turned out later that this can never be served.
    """
    register = load_register()
    listener = listen(host, port)
    check_metrics_host(settings.metrics_host)
    place = asyncio.run(_place_in_time(settings, register, workers))
    try:
        if workers == 1:
            Server(uvicorn_config(build_app(settings, register), host, port)).run([listener])
            return
        with tempfile.TemporaryDirectory(prefix="hearth-") as folder:
            config = uvicorn_config("graph.serving.server:worker_app", host, port, workers)
            several = Workers(config, [listener], Path(folder) / "serving.lock")
            several.run()
        if several.exit_code:
            raise SystemExit(several.exit_code)
    finally:
        asyncio.run(place.close())


async def _place_in_time(settings: Settings, register: Register, workers: int) -> Location:
    """The database, checked; one that cannot be reached yet is waited for, for a while."""
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            return await _checked_place(settings, register, workers)
        except AWAY as fault:
            if time.monotonic() + START_REST_SECONDS > until:
                raise
            fields = {"fault": type(fault).__name__, "seconds_left": round(until - time.monotonic())}
            logger.warning("The database cannot be reached yet; tried again.", extra={"fields": fields})
            await asyncio.sleep(START_REST_SECONDS)


async def _checked_place(settings: Settings, register: Register, workers: int) -> Location:
    place = await open_place(settings)
    try:
        await place.prepare(register)
        await place.check_tables()
        await place.check_packs(load_packs(register, settings.packs_dir))
        if place.server is not None:
            await settle(place, settings)
        await place.database().check(workers)
    except BaseException:
        await place.close()
        raise
    return place

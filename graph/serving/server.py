"""The server: database, engine and application put together, and how uvicorn runs them."""

from __future__ import annotations

import asyncio
import gc
import logging
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from countries.connections.causes import CAUSES
from countries.connections.listener import Listener
from countries.packs.faults import PacksError
from countries.packs.packs import load_packs
from countries.register.register import RegisterError, load_register
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.fanout.hub import Hub
from graph.graphiql.examples import load_examples
from graph.graphiql.page import graphiql_assets, graphiql_page
from graph.http.app import create_app
from graph.http.arrivals import WireLimits
from graph.http.subscriptions.edge import LiveEdge, LiveLimits
from graph.http.uvicorn_http import Requests
from graph.http.uvicorn_websocket import ServerConfig, Sockets
from graph.identity.development_secret import with_secret
from graph.schema.sdl import build_schema
from graph.serving.exit_codes import NEVER
from graph.serving.late import LateClosing, LateDatabase
from graph.serving.opening import Opening
from graph.serving.trusted import trusted_documents
from graph.settings.settings import Settings, SettingsError
from graph.shares.bounds import CallerBounds, Holdings
from graph.shares.budgets import Budgets
from graph.telemetry.logs import configure_logging, fault_trail, gathered_lines
from graph.telemetry.metrics import start_metrics
from graph.words.words import compile_catalogues

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from starlette.applications import Starlette

    from countries.connections.address import Address
    from countries.connections.database import Database
    from countries.packs.packs import Packs
    from countries.register.register import Register
    from graph.database.location import Location
    from graph.graphiql.page import DemoCaller
    from graph.telemetry.metrics import Metrics, MetricsServer

logger = logging.getLogger("hearth.serve")

METRICS_PORTS = 32
"""Worker processes each take the next free port for their metrics."""
GRACE_SECONDS = 20
BACKLOG = 16_384
"""Connections that may wait to be accepted, as far as the system lets so many: one that finds no room tries again after
a second, whosever it is."""
SPARE_DESCRIPTORS = 256
"""Files that a process has open beside its connections."""
MORE_FILES = "Raise its limit (ulimit -n, LimitNOFILE=, ulimits: nofile)."
LIMITS = LiveLimits()
BOUNDS = CallerBounds()
MAX_MESSAGE = 1_000_000
GARBAGE_THRESHOLDS = (5_000, 3, 40)
"""How many objects are made, and not given back, between two looks of the garbage collector; after how many of those it
looks at what has stayed as well, and after how many of these at everything. What it looks at in one go is what a large
statement that is being compiled has made meanwhile: with Python's own ten, a hundred thousand objects and 60 ms."""


def build_app(
    settings: Settings,
    register: Register,
    *,
    callers: Sequence[DemoCaller] = (),
    limits: LiveLimits = LIMITS,
    bounds: CallerBounds = BOUNDS,
) -> Starlette:
    """The application of one process.

    Args:
        settings: where the database is, who may ask, what is served.
        register: the countries.
        callers: whom GraphiQL offers to ask as; only the demonstration names any.
        limits: how much one socket or event stream may have.
        bounds: how much one caller may have, and all of them.
    """
    hub, packs = Hub(), load_packs(register, settings.packs_dir)

    async def opened(place: Location, database: Database) -> None:
        engine.write_for(is_distributed=database.is_distributed)
        late.opened, closing.address = database, place.address
        app.state.metrics.show_database(database)
        await stack.enter_async_context(_listening(hub, place.address, app.state.metrics, opening))

    opening, stack = Opening(settings, register, packs, opened), AsyncExitStack()
    late, closing = LateDatabase(opening), LateClosing(opening, register)
    engine = _engine(register, packs, late, hub, closing)
    known, own = trusted_documents(settings, engine), Holdings(bounds)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with _running(app, hub, opening, stack):
            yield
        late.opened = None

    app = create_app(
        engine,
        settings,
        register,
        ready=opening.answers,
        checks=opening.checks,
        pages=[graphiql_assets()] if settings.graphiql else [],
        graphiql=graphiql_page(callers=callers, examples=load_examples()) if settings.graphiql else None,
        subscriptions=lambda callers: LiveEdge(engine, callers, hub, settings.cors_origins, limits, own, known),
        known=known,
        lifespan=lifespan,
    )
    app.state.opening = opening
    return app


@asynccontextmanager
async def _running(app: Starlette, hub: Hub, opening: Opening, stack: AsyncExitStack) -> AsyncIterator[None]:
    """From the first attempt to open the database until everything is closed."""
    metrics = _shown(app.state.metrics, app.state.settings)
    try:
        async with _serving(hub), stack:
            try:
                await asyncio.to_thread(compile_catalogues)
                await opening.begin()
                _settle_memory()
                yield
            finally:
                await opening.rest()
    except Exception as fault:
        logger.critical("The application ended by a fault.", extra={"fields": {"fault": fault_trail(fault)}})
        raise
    finally:
        await opening.close()
        if metrics is not None:
            metrics.stop()


def _engine(register: Register, packs: Packs, database: LateDatabase, hub: Hub, closing: LateClosing) -> Engine:
    schema = build_schema()._schema  # noqa: SLF001 - Strawberry's own way to the core schema
    return Engine(
        schema, graph_model(), register, database, tell=hub.told, closes=closing, budgets=Budgets(), packs=packs
    )


def _shown(metrics: Metrics, settings: Settings) -> MetricsServer | None:
    """The metrics, where a port is free for them."""
    host = settings.metrics_host
    server = start_metrics(metrics, settings.metrics_port, host=host, tries=METRICS_PORTS)
    if server is not None:
        logger.info("Metrics at http://%s:%d/metrics", f"[{host}]" if ":" in host else host, server.port)
    return server


@asynccontextmanager
async def _serving(hub: Hub) -> AsyncIterator[None]:
    """Subscriptions are served, and lines of the access log written together."""
    hub.open()
    try:
        with gathered_lines():
            yield
    finally:
        await hub.close()
        CAUSES.flush()


@asynccontextmanager
async def _listening(hub: Hub, address: Address, metrics: Metrics, opening: Opening) -> AsyncIterator[None]:
    """Other processes are heard of."""

    def connected() -> None:
        hub.look_again()
        opening.look_soon()

    listener = Listener(address, hub.heard, connected, opening.look_soon)
    hub.tell = listener.tell
    metrics.show_feed(listener)
    # Nobody waits for it: without it changes of other processes come a few seconds later.
    listener.open()
    try:
        yield
    finally:
        await listener.close()


def _settle_memory() -> None:
    """Take what start-up made out of the garbage collector's sight, and let it look less often.

    The type system and the model stay for ever; going through them again and again took a tenth of the time. What a
    request makes goes by reference counting; cycles are rare, and found all the same.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE_THRESHOLDS)


def possible_connections(wanted: int) -> int:
    """How many connections the system lets this process have; some descriptors are for the database, files and logs.

    A limit that the process may raise itself is raised: many systems begin with 1,024.
    """
    try:
        import resource
    except ImportError:  # where there are no such limits
        return wanted
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = wanted + SPARE_DESCRIPTORS
    if soft != resource.RLIM_INFINITY and soft < needed:
        soft = needed if hard == resource.RLIM_INFINITY else min(needed, hard)
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return wanted if soft == resource.RLIM_INFINITY else max(1, min(wanted, soft - SPARE_DESCRIPTORS))


def worker_app() -> Starlette:
    """The application of one of several worker processes, from the environment alone.

    Raises:
        SystemExit: with `NEVER`: what stands there cannot be meant. With 1: a pack has faults.
    """
    try:
        settings = with_secret(Settings.from_environment())
        configure_logging(settings.log_format)
        return build_app(settings, load_register())
    except (SettingsError, RegisterError) as error:
        logger.critical("%s", error)
        raise SystemExit(NEVER) from None
    except PacksError as error:
        # Somebody is writing a pack: the other workers go on with what they have, and this one is tried again.
        logger.critical("%s", error)
        raise SystemExit(1) from None


def uvicorn_config(
    app: Starlette | str, host: str, port: int, workers: int = 1, wire: WireLimits | None = None
) -> ServerConfig:
    """How uvicorn runs us: our own log lines; what a proxy forwards is read by the application.

    Args:
        app: the application, or the name of what makes one in each worker.
        host: where it listens.
        port: where it listens.
        workers: how many processes.
        wire: what one connection may take, and how many there may be in a process.
    """
    wanted = wire or WireLimits()
    connections = possible_connections(wanted.connections)
    if connections < wanted.connections:
        logger.warning(
            "The system lets a process open few files: it takes fewer connections than it could.",
            extra={"fields": {"connections": connections, "instead_of": wanted.connections, "hint": MORE_FILES}},
        )
    return ServerConfig(
        replace(wanted, connections=connections),
        app=app,
        host=host,
        port=port,
        workers=workers,
        factory=isinstance(app, str),
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        backlog=BACKLOG,
        http=Requests,
        ws=Sockets,
        ws_max_size=MAX_MESSAGE,
        # Its memory and time are each socket's, and one delivery goes to a thousand.
        ws_per_message_deflate=False,
    )

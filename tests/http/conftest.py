"""The HTTP edge for tests: an application, a client that needs no socket, and a served one that has its own."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import uvicorn
from playwright.async_api import async_playwright

from countries.register.register import load_register
from graph.graphiql.page import DemoCaller
from graph.http.app import create_app
from graph.identity.authenticator import issue_token
from graph.serving.server import build_app
from graph.settings.settings import Settings
from tests.http.graphiql_visit import CHROMIUM, FLAGS
from tests.http.small_engine import SmallEngine

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from uuid import UUID

    from playwright.async_api import Browser
    from starlette.applications import Starlette
    from starlette.types import ASGIApp

    from countries.connections.address import Address
    from countries.register.register import Register

SECRET = "a-secret-of-the-tests-and-of-nothing-else"


async def is_ready() -> bool:
    """These tests need no database."""
    return True


def connect(app: ASGIApp, base_url: str = "http://127.0.0.1:8000") -> httpx.AsyncClient:
    """A client of an application in this process."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=base_url)


@asynccontextmanager
async def serve(app: Starlette) -> AsyncIterator[str]:
    """Serve an application on a free port of 127.0.0.1, as `hearth serve` does; the value is its address."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, server_header=False))
    task = asyncio.create_task(server.serve([listener]))
    try:
        # The socket listens already: whoever connects before the server has started waits in its queue.
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        await task
        listener.close()


@pytest.fixture
def settings() -> Settings:
    """Development, with one foreign web origin."""
    return Settings(dev_secret=SECRET, cors_origins=("https://office.example",))


@pytest.fixture
def engine() -> SmallEngine:
    """What answers behind the edge."""
    return SmallEngine()


@pytest.fixture
def app(engine: SmallEngine, settings: Settings) -> Starlette:
    """The application under test."""
    return create_app(engine, settings, load_register(), ready=is_ready)


@pytest.fixture
def token() -> str:
    """A Belgian office's."""
    return issue_token(SECRET, role="office", country="BE")


@pytest.fixture
async def client(app: Starlette, token: str) -> AsyncIterator[httpx.AsyncClient]:
    """A client that sends the office's token with every request."""
    async with connect(app) as client:
        client.headers["Authorization"] = f"Bearer {token}"
        yield client


def only_error(response: httpx.Response) -> dict[str, Any]:
    """The one error of a response that has no data; it is complete or the test fails."""
    body = response.json()
    assert set(body) == {"errors"}
    (error,) = body["errors"]
    assert error["message"]
    beside = {"params", "place", "path", "expected"}
    assert set(error["extensions"]) - beside == {"code", "hint", "reason", "retryable"}
    assert error["extensions"]["hint"]
    found: dict[str, Any] = error
    return found


def settings_for(world: Address) -> Settings:
    """A development server on a seeded world."""
    return Settings(database_url=world.dsn, database_passwords=world.passwords, dev_secret=SECRET)


def demo_callers(programme: UUID, lifetime: timedelta = timedelta(hours=1)) -> list[DemoCaller]:
    """Whom a demonstration's page offers: a caseworker of one Belgian programme, two offices, headquarters."""
    signed = partial(issue_token, SECRET, lifetime=lifetime)
    caseworker = partial(signed, role="caseworker", country="BE", programmes=[str(programme)])
    return [
        DemoCaller("Belgian caseworker", "caseworker", caseworker, "BE"),
        DemoCaller("Belgian office", "office", partial(signed, role="office", country="BE"), "BE"),
        DemoCaller("Kenyan office", "office", partial(signed, role="office", country="KE"), "KE"),
        DemoCaller("Headquarters", "headquarters", partial(signed, role="headquarters")),
    ]


@pytest.fixture(scope="module")
async def served_url(world: Address, register: Register, programmes: dict[str, list[UUID]]) -> AsyncIterator[str]:
    """The origin of a running demonstration server on the seeded world: the real one."""
    callers = demo_callers(programmes["BE"][0])
    async with serve(build_app(settings_for(world), register, callers=callers)) as url:
        yield url


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for the module; every visit gets a profile of its own in it."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        await chromium.close()

"""What readiness says of an identity provider: whether keys were ever had, and whether clocks differ."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import pytest

from countries.register.register import load_register
from graph.http.app import create_app
from graph.settings.claim_map import ClaimMap, ClaimPath
from graph.settings.settings import Identity, Settings
from tests.http.conftest import connect, is_ready, only_error
from tests.http.test_key_fetch import HEAD, KEYS, WHOLE, key_server, silence
from tests.http.test_keys import AUDIENCE, ISSUER, RSA, signed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    import httpx
    from starlette.applications import Starlette

    from tests.http.small_engine import SmallEngine

READY = "/health/ready"
CHECKS = ("check", "reason", "stops")


def token(**claims: object) -> str:
    """A token of the provider's."""
    return signed(RSA, "RS256", "k", **claims)


class KeyServer:
    """A key server that a test breaks and mends."""

    def __init__(self) -> None:
        self.answer: Callable[[asyncio.StreamWriter], Awaitable[None]] = self.keys
        self.url = ""

    @staticmethod
    async def keys(writer: asyncio.StreamWriter) -> None:
        """Give the keys."""
        writer.write(WHOLE)
        await writer.drain()

    @staticmethod
    async def gone(writer: asyncio.StreamWriter) -> None:
        """Give nothing."""
        writer.write(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()

    async def __call__(self, writer: asyncio.StreamWriter) -> None:
        """Answer one connection."""
        await self.answer(writer)


@pytest.fixture
async def provider() -> AsyncIterator[KeyServer]:
    """A key server."""
    made = KeyServer()
    async with key_server(made) as made.url:
        yield made


@pytest.fixture
async def production(engine: SmallEngine, provider: KeyServer) -> AsyncIterator[Starlette]:
    """A server that takes the provider's tokens."""
    settings = Settings(identity=Identity(ISSUER, AUDIENCE, provider.url))
    app = create_app(engine, settings, load_register(), ready=is_ready)
    yield app
    await app.state.authenticator.close()


async def lacking(client: httpx.AsyncClient) -> tuple[int, str, list[dict[str, Any]]]:
    """Status, word and what is lacking; each says what to do."""
    answer = await client.get(READY)
    body = answer.json()
    lacks: list[dict[str, Any]] = body.get("lacking", [])
    assert all(lack["message"] and lack["hint"] for lack in lacks)
    assert "127.0.0.1" not in answer.text
    return answer.status_code, body["status"], lacks


async def until_asked(app: Starlette) -> None:
    """Wait for the fetch that is under way, if one is."""
    task = app.state.authenticator._keys._fetching
    if task is not None:
        await task


async def test_readiness_says_whether_keys_were_ever_had(production: Starlette, provider: KeyServer) -> None:
    """Without keys nobody can sign in: 503 and why; who asks lets them be fetched, and then the server is ready."""
    provider.answer = provider.gone
    async with connect(production) as client:
        for _ in range(2):
            status, word, (lack,) = await lacking(client)
            assert (status, word) == (503, "unavailable")
            assert [lack[name] for name in CHECKS] == ["keys", "KEYS_MISSING", "everything"]
            assert lack["message"] == "The identity provider's keys were never had."
            await until_asked(production)
        provider.answer = provider.keys
        production.state.authenticator._keys._attempted -= 10
        await lacking(client)
        await until_asked(production)
        assert await lacking(client) == (200, "ready", [])


async def test_readiness_waits_for_no_key_server(production: Starlette, provider: KeyServer) -> None:
    """While a key server says nothing, readiness and a token without a name are answered all the same."""
    provider.answer = silence
    async with connect(production) as client:
        waiting = asyncio.create_task(client.post("/graphql", headers={"Authorization": f"Bearer {token()}"}))
        await asyncio.sleep(0.01)
        assert (await lacking(client))[0] == 503
        assert (await client.get("/health/live")).status_code == 200
        assert (await client.post("/graphql", json={"query": "{ who }"})).status_code == 401
        assert not waiting.done()
        waiting.cancel()


async def test_a_machine_whose_clock_is_a_day_ahead(production: Starlette, provider: KeyServer) -> None:
    """A 401 tells that clocks differ, readiness by how much, and what to do; whose clock is wrong stops nobody."""
    day = timedelta(days=1)

    async def dated(writer: asyncio.StreamWriter) -> None:
        date = format_datetime(datetime.now(UTC) - day, usegmt=True)
        writer.write(HEAD + f"Date: {date}\r\nContent-Length: {len(KEYS)}\r\n\r\n".encode() + KEYS)
        await writer.drain()

    provider.answer = dated
    async with connect(production) as client:
        issued = int(time.time() - day.total_seconds())
        headers = {"Authorization": f"Bearer {token(iat=issued, exp=issued + 3600)}"}
        refused = await client.post("/graphql", json={"query": "{ who }"}, headers=headers)
        assert refused.status_code == 401
        error = only_error(refused)
        assert error["message"] == "The token has expired."
        assert error["extensions"]["hint"].startswith("The clocks of this server and of the identity provider differ")
        status, word, (lack,) = await lacking(client)
        assert (status, word) == (200, "ready")
        assert [lack[name] for name in CHECKS] == ["clock", "CLOCKS_DIFFER", "nothing"]
        assert "seconds ahead of" in lack["message"]
        headers = {"Authorization": f"Bearer {token()}"}
        assert (await client.post("/graphql", json={"query": "{ who }"}, headers=headers)).status_code == 200


async def test_settings_of_a_provider_reach_its_tokens(engine: SmallEngine, provider: KeyServer) -> None:
    """Lifetime, skew and the file of claims are those of the settings, over HTTP."""
    role = ClaimPath.of("https://hearth.example/role")
    reading = ClaimMap({**ClaimMap().paths, "role": role})
    identity = Identity(ISSUER, AUDIENCE, provider.url, timedelta(minutes=10), timedelta(minutes=5), reading)
    now = int(time.time())
    async with connect(create_app(engine, Settings(identity=identity), load_register(), ready=is_ready)) as client:
        for claims, message in (
            ({role.written: "office", "role": None}, None),
            ({role.written: ["office"], "role": "headquarters", "iat": now + 290, "exp": now + 890}, None),
            ({role.written: "office", "exp": now + 920}, "The token is valid for more than 10 minutes."),
            ({role.written: "office", "nbf": now + 310}, "The token is not valid yet."),
            ({"role": "office"}, "The token gives no role."),
            ({role.written: "office", "country": "XX"}, "The token's `country` is missing or unknown."),
        ):
            headers = {"Authorization": f"Bearer {token(**claims)}"}
            response = await client.post("/graphql", json={"query": "{ who }"}, headers=headers)
            if message is None:
                assert response.json() == {"data": {"who": "office BE"}}
                continue
            assert (response.status_code, only_error(response)["message"]) == (401, message)
            if "gives" in message or "unknown" in message:
                assert "`role` = `https://hearth.example/role`" in only_error(response)["extensions"]["hint"]

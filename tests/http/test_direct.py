"""The direct path of a POST and the way through the middleware answer alike; a client that goes away stops its work."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import asyncpg
import httpx
import jwt
import orjson
import pytest
from starlette.applications import Starlette

from countries.embedded.postgres import SUPERUSER
from graph.errors import Forbidden, TimedOut, Unavailable
from graph.http.app import create_app
from graph.http.media_types import GRAPHQL_RESPONSE, JSON
from graph.settings.settings import Settings
from graph.telemetry.metrics import Metrics
from tests.http.conftest import SECRET, connect, serve

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.types import Message, Receive, Scope, Send

    from countries.connections.address import Address
    from countries.connections.database import Database
    from countries.register.register import Register
    from graph.execute.engine import Engine
    from graph.http.app import Application
    from graph.http.request import Head
    from tests.http.small_engine import SmallEngine

ALLOWED = {"Origin": "https://office.example"}
FOREIGN = {"Origin": "https://evil.example"}
AS_JSON = {"Content-Type": JSON}
HELLO = b'{"query": "{ hello }"}'
CORS = {"access-control-allow-origin", "access-control-expose-headers"}


def old(token: str) -> str:
    """The same token, whose time is over."""
    claims = jwt.decode(token, options={"verify_signature": False})
    now = int(time.time())
    return jwt.encode(claims | {"iat": now - 600, "exp": now - 60}, SECRET, algorithm="HS256")


async def in_pieces(*pieces: bytes) -> AsyncIterator[bytes]:
    """A body that comes in pieces and names no length."""
    for piece in pieces:
        yield piece


REQUESTS: dict[str, Callable[[str], dict[str, Any]]] = {
    "a query": lambda _: {"json": {"query": "{ hello who }"}},
    "variables and a name": lambda _: {
        "json": {"query": "query A($n: String) { hello(name: $n) }", "operationName": "A", "variables": {"n": "Zoë"}}
    },
    "the newer media type": lambda _: {"content": HELLO, "headers": AS_JSON | {"Accept": GRAPHQL_RESPONSE}},
    "a mutation": lambda _: {"json": {"query": 'mutation { rename(name: "x") }'}},
    "pieces": lambda _: {"content": in_pieces(HELLO[:9], b"", HELLO[9:]), "headers": AS_JSON},
    "parameters in the URL": lambda _: {"content": HELLO, "headers": AS_JSON, "params": {"query": "{ who }"}},
    "no GraphQL": lambda _: {"json": {"query": "{"}},
    "no GraphQL, newer": lambda _: {"json": {"query": "{"}, "headers": {"Accept": GRAPHQL_RESPONSE}},
    "an unknown field": lambda _: {"json": {"query": "{ nothing }"}, "headers": {"Accept": GRAPHQL_RESPONSE}},
    "no JSON": lambda _: {"content": b"{", "headers": AS_JSON},
    "no body": lambda _: {"headers": AS_JSON},
    "a batch": lambda _: {"json": [{"query": "{ hello }"}]},
    "a wrong content type": lambda _: {"content": HELLO, "headers": {"Content-Type": "text/plain"}},
    "no content type": lambda _: {"content": HELLO},
    "a compressed body": lambda _: {"content": HELLO, "headers": AS_JSON | {"Content-Encoding": "gzip"}},
    "a body too large": lambda _: {"content": b" " * 1_000_001, "headers": AS_JSON},
    "a body too large in pieces": lambda _: {"content": in_pieces(*[b" " * 500_001] * 2), "headers": AS_JSON},
    "a body that says it is huge": lambda _: {"content": HELLO, "headers": AS_JSON | {"Content-Length": "9" * 12}},
    "nothing acceptable": lambda _: {"content": HELLO, "headers": AS_JSON | {"Accept": "text/html"}},
    "no token": lambda _: {"content": HELLO, "headers": AS_JSON | {"Authorization": ""}},
    "no token and no JSON": lambda _: {"content": b"{", "headers": {"Authorization": ""}},
    "a wrong token": lambda token: {"content": HELLO, "headers": AS_JSON | {"Authorization": f"Bearer {token}x"}},
    "an expired token": lambda token: {
        "content": HELLO,
        "headers": AS_JSON | {"Authorization": f"Bearer {old(token)}"},
    },
    "unavailable": lambda _: {"json": {"query": "{ away: hello }"}},
    "forbidden": lambda _: {"json": {"query": "{ locked: hello }"}},
    "too slow": lambda _: {"json": {"query": "{ slow: hello }"}, "headers": {"Accept": GRAPHQL_RESPONSE}},
    "a fault of ours": lambda _: {"json": {"query": "{ broken: hello }"}},
}


@pytest.fixture(autouse=True)
def faults(engine: SmallEngine) -> None:
    """What the table's engine raises."""
    engine.faults |= {
        "away": Unavailable("Away.", "Come back."),
        "locked": Forbidden("Not you.", "Ask somebody."),
        "slow": TimedOut("Too slow.", "Ask for less."),
        "broken": RuntimeError("Anna"),
    }


def around(app: Starlette) -> Callable[[Scope, Receive, Send], Any]:
    """The same application by the way of the middleware."""

    async def through(scope: Scope, receive: Receive, send: Send) -> None:
        await Starlette.__call__(app, scope, receive, send)

    return through


def told(response: httpx.Response) -> tuple[int, dict[str, str], str]:
    """Status, headers and body, without what is for other pages; a fault's reference is another each time."""
    assert len(response.headers.multi_items()) == len(response.headers)
    headers = {name: value for name, value in response.headers.items() if name not in CORS}
    headers["vary"] = headers["vary"].removesuffix(", Origin")
    return response.status_code, headers, re.sub("[0-9a-f]{12}", "…", response.text)


@pytest.mark.parametrize("what", REQUESTS)
async def test_both_ways_answer_alike(
    app: Application, token: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Status, headers, every byte of the body, the line in the log and the count are the same, from whatever page."""
    counted: list[tuple[int, str]] = []
    monkeypatch.setattr(Metrics, "count", lambda _, status, operation, __: counted.append((status, operation)))
    answers = []
    for way, origin in ((app, {}), (around(app), {}), (app, ALLOWED), (app, FOREIGN)):
        caplog.clear()
        asked = REQUESTS[what](token)
        async with connect(way, "https://hearth.example") as client:
            client.headers.update({"Authorization": f"Bearer {token}", **origin})
            with caplog.at_level(logging.INFO, "hearth.access"):
                response = await client.post("/graphql", **asked)
        (line,) = [record.__dict__["fields"] for record in caplog.records if record.name == "hearth.access"]
        assert line["status"] == response.status_code
        assert ("access-control-allow-origin" in response.headers) is (origin is ALLOWED)
        answers.append((told(response), line | {"ms": 0}, counted.pop()))
    assert answers[1:] == answers[:1] * 3
    assert not counted


@pytest.mark.parametrize(
    ("method", "path", "headers", "is_direct"),
    [
        ("POST", "/graphql", {}, True),
        ("POST", "/graphql", {"X-Forwarded-Proto": "https"}, True),
        ("POST", "/graphql?x=1", {}, True),
        ("POST", "/graphql", ALLOWED, False),
        ("POST", "/graphql", FOREIGN, False),
        ("POST", "/graphql", {"Origin": ""}, False),
        ("POST", "/graphql/", {}, False),
        ("POST", "/health/live", {}, False),
        ("GET", '/graphql?query=mutation{rename(name:"x")}', {}, False),
        ("HEAD", "/graphql", {}, False),
        ("OPTIONS", "/graphql", {}, False),
        ("PUT", "/graphql", {}, False),
    ],
)
async def test_which_requests_are_direct(  # noqa: PLR0913, PLR0917 - a table's columns
    app: Application,
    client: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
    method: str,
    path: str,
    headers: dict[str, str],
    is_direct: bool,  # noqa: FBT001 - a table's column
) -> None:
    """A POST to the one path that comes from no web page; every other request goes through the middleware."""
    went: list[str] = []
    direct = app.direct

    async def watched(head: Head, receive: Receive, send: Send) -> None:
        went.append(head.scope["path"])
        await direct(head, receive, send)

    monkeypatch.setattr(app, "direct", watched)
    response = await client.request(method, path, content=HELLO, headers=AS_JSON | headers)
    assert response.headers["x-content-type-options"] == "nosniff"
    assert bool(went) is is_direct


async def test_a_head_is_a_get_without_its_body(app: Starlette, client: httpx.AsyncClient) -> None:
    """Over a socket: the status and the length of the answer, and not a byte of it."""
    async with serve(app) as address, httpx.AsyncClient(base_url=address, headers=client.headers) as connected:
        for query, status in (("{ hello }", 200), ('mutation { rename(name: "x") }', 405), ("", 400)):
            got = await connected.get("/graphql", params={"query": query})
            head = await connected.head("/graphql", params={"query": query})
            assert (head.status_code, head.headers["content-length"], head.content) == (
                status, got.headers["content-length"], b""
            )  # fmt: skip


@pytest.mark.parametrize("headers", [{}, ALLOWED])
async def test_a_client_that_goes_away_while_it_sends(
    app: Application, token: str, caplog: pytest.LogCaptureFixture, headers: dict[str, str]
) -> None:
    """Nothing is answered and nothing is asked; the log has the status that proxies give it."""
    messages: list[Message] = [
        {"type": "http.request", "body": HELLO[:5], "more_body": True},
        {"type": "http.disconnect"},
    ]
    sent: list[Message] = []

    async def receive() -> Message:
        return messages.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    named = AS_JSON | headers | {"Authorization": f"Bearer {token}"}
    scope = {
        "type": "http", "http_version": "1.1", "method": "POST", "scheme": "http", "path": "/graphql",
        "raw_path": b"/graphql", "root_path": "", "query_string": b"", "client": None, "server": None,
        "headers": [(name.lower().encode(), value.encode()) for name, value in named.items()],
    }  # fmt: skip
    with caplog.at_level(logging.INFO, "hearth"):
        await app(scope, receive, send)
    assert not sent
    assert [record.__dict__["fields"]["status"] for record in caplog.records if record.name == "hearth.access"] == [499]
    assert not [record for record in caplog.records if record.name == "hearth.faults"]


@asynccontextmanager
async def locked(address: Address) -> AsyncIterator[asyncpg.Connection[asyncpg.Record]]:
    """As long as the block lasts, nobody reads a home; whoever tries stands there."""
    connection = await asyncpg.connect(**address.connect_arguments(SUPERUSER))
    try:
        async with connection.transaction():
            await connection.execute("LOCK TABLE home IN ACCESS EXCLUSIVE MODE")
            yield connection
    finally:
        await connection.close()


async def standing(connection: asyncpg.Connection[asyncpg.Record], count: int) -> None:
    """Wait until so many statements stand before the lock."""
    waiting = (
        "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'home'::regclass"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    async with asyncio.timeout(60):
        while await connection.fetchval(waiting) != count:  # noqa: ASYNC110 - the server sets no event here
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("headers", ["", "Origin: https://office.example\r\n"])
async def test_a_client_that_goes_away_stops_its_statement(
    world: Address, database: Database, world_engine: Engine, register: Register, token: str, headers: str
) -> None:
    """Both ways: the statement ends in the server while whatever held it up is still there, and others are answered."""
    settings = Settings(dev_secret=SECRET, cors_origins=("https://office.example",))
    app = create_app(world_engine, settings, register, ready=database.ready)
    body = orjson.dumps({"query": "{ homes { totalCount } }"})
    head = (
        f"POST /graphql HTTP/1.1\r\nHost: x\r\n{headers}Authorization: Bearer {token}\r\n"
        f"Content-Type: {JSON}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    async with serve(app) as address, httpx.AsyncClient(base_url=address) as client:
        client.headers["Authorization"] = f"Bearer {token}"
        parts = urlsplit(address)
        async with locked(world) as connection:
            _, writer = await asyncio.open_connection(parts.hostname, parts.port)
            writer.write(head.encode() + body)
            await standing(connection, 1)
            writer.close()
            await standing(connection, 0)
            other = await client.post("/graphql", json={"query": "{ programmes { totalCount } }"})
            assert other.json()["data"]["programmes"]["totalCount"] > 0
        answered = await client.post("/graphql", content=body, headers=AS_JSON)
        assert answered.json()["data"]["homes"]["totalCount"] > 0

"""A served application on a database of its own, and clients of both protocols."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import UUID

import asyncpg
import httpx
import orjson
import pytest
import pytest_asyncio
import uvicorn
import websockets

from countries.embedded.postgres import SUPERUSER
from graph.http.subscriptions.edge import LiveLimits
from graph.identity.authenticator import issue_token
from graph.serving.server import build_app, uvicorn_config
from graph.settings.settings import Settings
from tests.conftest import copy_database
from tests.live.clusters import cluster, started  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable

    from starlette.applications import Starlette

    from countries.connections.address import Address
    from countries.register.register import Register
    from graph.fanout.hub import Hub
    from graph.http.arrivals import WireLimits

SECRET = "a-secret-of-the-tests-and-of-nothing-else"
PATIENCE = 60.0
"""How long a test waits for what comes by itself, on a busy machine too: seconds."""
QUIET = 0.4
"""How long silence lasts before it counts as silence."""
CHANGED = "subscription { changed { nodes { rowId kind } pageInfo { endCursor } } }"
WATCH = "subscription ($id: ID!) { childChanged(id: $id) { id familyName } }"


def token(role: str = "office", country: str = "BE", seconds: float = 3600, **claims: Any) -> str:  # noqa: ANN401 - claims
    """A development token."""
    return issue_token(SECRET, role=role, country=country, lifetime=timedelta(seconds=seconds), **claims)


@dataclass
class Served:
    """A running server.

    Attributes:
        port: where on 127.0.0.1 it answers.
        app: the application.
        server: what runs it.
    """

    port: int
    app: Starlette
    server: uvicorn.Server

    @property
    def url(self) -> str:
        """The HTTP address of the graph."""
        return f"http://127.0.0.1:{self.port}/graphql"

    @property
    def hub(self) -> Hub:
        """Its subscriptions."""
        hub: Hub = self.app.state.live.hub
        return hub

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(PATIENCE):
            while not holds():  # noqa: ASYNC110 - what it waits for is no event of ours
                await asyncio.sleep(0.005)

    async def deserted(self) -> None:
        """Wait until nobody listens, also of those whom an earlier test let go: whoever comes next is the only one."""
        await self.until(lambda: not self.groups and not self.hub.figures.clients)

    async def listened_to(self) -> None:
        """Wait until somebody listens."""
        await self.until(lambda: any(group.subscribers for group in self.groups))

    @asynccontextmanager
    async def raw(self, **options: Any) -> AsyncIterator[Socket]:  # noqa: ANN401 - the library's own
        """A socket that has said nothing yet."""
        given: dict[str, Any] = {"subprotocols": ["graphql-transport-ws"], "compression": None, **options}
        async with websockets.connect(f"ws://127.0.0.1:{self.port}/graphql", **given) as connection:
            yield Socket(connection)

    @asynccontextmanager
    async def socket(self, bearer: str, **options: Any) -> AsyncIterator[Socket]:  # noqa: ANN401 - as above
        """A socket that is acknowledged."""
        async with self.raw(**options) as opened:
            await opened.say(type="connection_init", payload={"Authorization": f"Bearer {bearer}"})
            assert await opened.hear() == {"type": "connection_ack"}
            yield opened

    async def subscribed(self, socket: Socket, document: str, **variables: object) -> str:
        """Subscribe, and wait until whatever is written from now on will come."""
        before = self.hub.figures.subscribers
        joined = sum(len(group.subscribers) for group in self.groups)
        id_ = await socket.subscribe(document, **variables)
        await self.until(lambda: sum(len(group.subscribers) for group in self.groups) > joined)
        assert self.hub.figures.subscribers > before
        return id_

    @property
    def groups(self) -> list[Any]:
        """The groups of all countries."""
        return [group for country in self.hub._countries.values() for group in country.groups.values()]

    async def post(self, document: str, bearer: str, **variables: object) -> Any:  # noqa: ANN401 - JSON
        """The data of a request."""
        async with httpx.AsyncClient() as client:
            answer = await client.post(
                self.url,
                json={"query": document, "variables": variables},
                headers={"Authorization": f"Bearer {bearer}"},
                timeout=PATIENCE,
            )
        body = answer.json()
        assert "errors" not in body, body
        return body["data"]


@dataclass
class Socket:
    """A client of graphql-transport-ws."""

    connection: Any
    numbers: Any = field(default_factory=lambda: count(1))

    async def say(self, **message: object) -> None:
        """Send a message."""
        await self.connection.send(orjson.dumps(message).decode())

    async def hear(self) -> Any:  # noqa: ANN401 - JSON
        """The next message."""
        async with asyncio.timeout(PATIENCE):
            text = await self.connection.recv()
        assert isinstance(text, str)
        return orjson.loads(text)

    async def silence(self, seconds: float = QUIET) -> None:
        """Nothing comes."""
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(seconds):
                raise AssertionError(await self.connection.recv())

    async def subscribe(self, document: str, **variables: object) -> str:
        """Send an operation; its id."""
        id_ = str(next(self.numbers))
        await self.say(id=id_, type="subscribe", payload={"query": document, "variables": variables})
        return id_

    async def closed(self) -> tuple[int, str]:
        """The code and the reason with which the server ends it."""
        async with asyncio.timeout(PATIENCE):
            with suppress(websockets.ConnectionClosed):
                async for _ in self.connection:
                    pass
        return self.connection.close_code, self.connection.close_reason


@asynccontextmanager
async def serving(app: Starlette, wire: WireLimits | None = None) -> AsyncIterator[Served]:
    """Serve an application as `hearth serve` does."""
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    server = uvicorn.Server(uvicorn_config(app, "127.0.0.1", port, wire=wire))
    task = asyncio.create_task(server.serve([listener]))
    try:
        async with asyncio.timeout(PATIENCE):
            while not server.started:  # noqa: ASYNC110 - the server has no event for it
                await asyncio.sleep(0.01)
        yield Served(port, app, server)
    finally:
        server.should_exit = True
        await task
        listener.close()


def settings_of(address: Address) -> Settings:
    """A development server on a database."""
    return Settings(
        database_url=address.dsn,
        database_passwords=address.passwords,
        dev_secret=SECRET,
        cors_origins=("https://office.example",),
    )


@pytest_asyncio.fixture(scope="session")
async def lively(server: Address, worker: str) -> Address:
    """A copy of the world that these tests write in."""
    return await copy_database(server, "world", f"live_{worker}")


@pytest.fixture(scope="session")
def small() -> LiveLimits:
    """Limits that a test can reach."""
    return LiveLimits(
        strangers=20, operations=5, keep_alive_seconds=0.2, waiting_frames=20,
        waiting_characters=300_000,
    )  # fmt: skip


@pytest_asyncio.fixture(scope="session")
async def served(lively: Address, register: Register, small: LiveLimits) -> AsyncIterator[Served]:
    """The server."""
    async with serving(build_app(settings_of(lively), register, limits=small)) as running:
        yield running


@dataclass
class Ledger:
    """Writes rows and the feed, as another process of the same database would.

    Attributes:
        operator: a connection that sees every row.
        superuser: a connection that may unseal what clients are told.
    """

    operator: asyncpg.Connection[asyncpg.Record]
    superuser: asyncpg.Connection[asyncpg.Record]

    async def numbers(self, cursors: Iterable[str], country: str = "BE") -> list[int]:
        """The numbers behind cursors of a country's feed."""
        found = await self.superuser.fetch(
            "SELECT hearth_unseal(split_part(each, '.', 2), hearth_history(secret), split_part(each, '.', 1)) >> 24"
            " AS number"
            " FROM change_counter, unnest($2::text[]) WITH ORDINALITY AS told (each, place)"
            " WHERE country_code = $1 ORDER BY place",
            country,
            list(cursors),
        )
        return [row["number"] for row in found]

    async def children(self, country: str, programme: UUID | None = None) -> list[Any]:
        """The children of a country, or of a programme: id, uuid and programme."""
        return await self.operator.fetch(
            "SELECT id, programme_id, 'Child_' || country_code || '_' || id AS global FROM child"
            " WHERE country_code = $1 AND ($2::uuid IS NULL OR programme_id = $2) ORDER BY id",
            country,
            programme,
        )

    async def head(self, country: str) -> int:
        """The newest number of a country's feed."""
        found = await self.operator.fetchval("SELECT last FROM change_counter WHERE country_code = $1", country)
        return found or 0

    async def rename(self, child: Any, name: str, country: str = "BE", *, times: int = 1) -> int:  # noqa: ANN401 - a row
        """Give a child a family name, and say so in the feed; the change's number."""
        async with self.operator.transaction():
            await self.operator.execute(
                "UPDATE child SET family_name = $3 WHERE country_code = $1 AND id = $2", country, child["id"], name
            )
            return await self.add(country, "Child", child["id"], child["programme_id"], times=times)

    async def move(self, child: Any, programme: UUID) -> int:  # noqa: ANN401 - a row
        """Make another programme responsible for a Belgian child; the change's number."""
        async with self.operator.transaction():
            await self.operator.execute(
                "UPDATE child SET programme_id = $2 WHERE country_code = 'BE' AND id = $1", child["id"], programme
            )
            await self.add("BE", "Child", child["id"], child["programme_id"], kind="LEFT")
            return await self.add("BE", "Child", child["id"], programme)

    async def add(
        self, country: str, type_: str, row: UUID, programme: UUID | None, *, kind: str = "UPDATED", times: int = 1
    ) -> int:
        """Add to a country's feed; the last number."""
        last = await self.operator.fetchval(
            "INSERT INTO change_counter AS c (country_code, last) VALUES ($1, $2)"
            " ON CONFLICT (country_code) DO UPDATE SET last = c.last + $2 RETURNING last",
            country,
            times,
        )
        await self.operator.executemany(
            "INSERT INTO change (country_code, number, type, row_id, kind, programme_id)"
            " VALUES ($1, $2, $3, $4, $5, $6)",
            [(country, number, type_, row, kind, programme) for number in range(last - times + 1, last + 1)],
        )
        return int(last)

    async def notify(self, payload: str) -> None:
        """Say something on the channel."""
        await self.superuser.execute("SELECT pg_notify('hearth_changes', $1)", payload)


@pytest_asyncio.fixture(scope="session")
async def ledger(lively: Address) -> AsyncIterator[Ledger]:
    """The rows, as they are."""
    connection = await asyncpg.connect(**lively.connect_arguments("hearth_operator"))
    superuser = await asyncpg.connect(**lively.connect_arguments(SUPERUSER))
    yield Ledger(connection, superuser)
    await superuser.close()
    await connection.close()


@pytest_asyncio.fixture
async def child(ledger: Ledger) -> Any:  # noqa: ANN401 - a row
    """A Belgian child."""
    return (await ledger.children("BE"))[0]


@pytest_asyncio.fixture
async def caseworkers(ledger: Ledger) -> list[tuple[UUID, str]]:
    """Two Belgian programmes with children, each with the token of its caseworker."""
    rows = await ledger.operator.fetch(
        "SELECT programme_id FROM child WHERE country_code = 'BE' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 2"
    )
    ids = [UUID(str(row["programme_id"])) for row in rows]
    return [(id_, token("caseworker", programmes=[f"Programme_BE_{id_}"])) for id_ in ids]

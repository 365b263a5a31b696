"""The whole server without a socket: the real application before the real engine and the seeded world."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx

from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.http.app import create_app
from graph.identity.authenticator import issue_token
from graph.schema.sdl import build_schema
from graph.settings.settings import Settings
from tests.conftest import NOW
from tests.http.conftest import SECRET

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from countries.connections.database import Database
    from countries.register.register import Register

REFUSALS = ("GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT", "TOO_COSTLY")


def real_client(database: Database, register: Register) -> httpx.AsyncClient:
    """A client of the application on the seeded world, which sends no token of itself."""
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
    app = create_app(engine, Settings(dev_secret=SECRET), register, ready=database.ready)
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8000")


def bearer(role: str, **claims: Any) -> dict[str, str]:  # noqa: ANN401 - the claims of a token
    """The header that a caller of this role sends."""
    return {"Authorization": f"Bearer {issue_token(SECRET, role=role, **claims)}"}


def tokens(programmes: Mapping[str, list[UUID]]) -> dict[str, dict[str, str]]:
    """A header for each kind of caller, as `callers` names them."""
    return {
        "caseworker": bearer("caseworker", country="BE", programmes=[f"Programme_BE_{programmes['BE'][0]}"]),
        "office": bearer("office", country="BE"),
        "kenya": bearer("office", country="KE"),
        "region": bearer("region", countries=["BE", "NL"]),
        "headquarters": bearer("headquarters"),
        "auditor": bearer("auditor"),
    }


@dataclass(frozen=True, slots=True)
class Graph:
    """The graph over HTTP, as one caller or another.

    Attributes:
        client: of the application.
        headers: by caller.
    """

    client: httpx.AsyncClient
    headers: Mapping[str, dict[str, str]]

    async def post(self, document: str, as_: str | None = "office", /, **variables: object) -> httpx.Response:
        """One request; without a caller it carries no token."""
        headers = {"Accept": "application/graphql-response+json", **(self.headers[as_] if as_ else {})}
        return await self.client.post("/graphql", json={"query": document, "variables": variables}, headers=headers)

    async def data(self, document: str, as_: str = "office", /, **variables: object) -> Any:  # noqa: ANN401 - JSON
        """The data of a request that succeeds whole."""
        response = await self.post(document, as_, **variables)
        assert response.status_code == 200, response.text
        body = response.json()
        assert set(body) == {"data"}, body
        return body["data"]

    async def send(self, body: bytes, as_: str = "office", **headers: str) -> httpx.Response:
        """A body as it stands."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        whole = {"Content-Type": "application/json", **self.headers[as_], **named}
        return await self.client.post("/graphql", content=body, headers=whole)


def refusal(response: httpx.Response, code: str, status: int = 400) -> str:
    """Message and hint of a refusal: the request failed as a whole, and nothing of our own shows."""
    assert response.status_code == status, response.text[:500]
    body = response.json()
    assert set(body) == {"errors"}
    for error in body["errors"]:
        assert error["extensions"]["code"] == code, error
        assert error["message"]
        assert error["extensions"]["hint"]
        assert error["extensions"]["retryable"] is False
    told = "\n".join(f"{error['message']} {error['extensions']['hint']}" for error in body["errors"])
    for ours in ("Traceback", "asyncpg", "SELECT ", "graphql.", 'File "', "row_to_json"):
        assert ours not in told
    return told

"""Options over HTTP: without a token nobody is told anything, and in one request one statement answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.http.app import create_app
from graph.schema.sdl import build_schema
from graph.settings.settings import Settings
from tests.conftest import NOW
from tests.http.conftest import SECRET, connect
from tests.http.real_app import tokens

if TYPE_CHECKING:
    from uuid import UUID

    from countries.connections.database import Database
    from countries.register.register import Register

ASK = "query ($ids: [ID!]!) { placementOptions(childIds: $ids, first: 3) { totalCount nodes { home { id } moves } } }"


async def test_options_are_asked_with_a_token(
    database: Database, register: Register, programmes: dict[str, list[UUID]]
) -> None:
    """Nobody without one; an office of its own child; another country's hears of it as of one that is not there."""
    app = create_app(
        Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW),
        Settings(dev_secret=SECRET),
        register,
        ready=database.ready,
    )
    headers = tokens(programmes)
    async with connect(app) as client:
        first = {"query": "{ children(first: 1, where: { diedOn: { isNull: true } }) { nodes { id } } }"}
        told = (await client.post("/graphql", json=first, headers=headers["office"])).json()
        asked = {"query": ASK, "variables": {"ids": [told["data"]["children"]["nodes"][0]["id"]]}}
        refused = await client.post("/graphql", json=asked)
        assert (refused.status_code, refused.json()["errors"][0]["extensions"]["code"]) == (401, "UNAUTHENTICATED")
        answer = orjson.loads((await client.post("/graphql", json=asked, headers=headers["office"])).content)
        assert answer["data"]["placementOptions"]["totalCount"] >= len(answer["data"]["placementOptions"]["nodes"]) > 0
        other = (await client.post("/graphql", json=asked, headers=headers["kenya"])).json()
        assert other["data"]["placementOptions"] is None
        assert [each["extensions"]["reason"] for each in other["errors"]] == ["NO_SUCH_ROW"]

"""A database with the made-up tables, and whoever works in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
import pytest_asyncio

from countries.connections.database import Database
from countries.tenancy.caller import Caller, Tier
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database
from tests.kinds.catalogue import made_up_model, make_tables

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from uuid import UUID

    from countries.connections.address import Address
    from countries.register.register import Register
    from graph.declarations.model import GraphModel

EVENT, OTHER_EVENT = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e", "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5f"


@dataclass
class Desk:
    """A caseworker, the office, a colleague of another programme, and another country."""

    engine: Engine
    model: GraphModel
    address: Address
    callers: dict[str, Caller]
    programme: str

    async def send(self, text: str, as_: str = "caseworker", **variables: object) -> dict[str, Any]:
        """One request."""
        answer = await self.engine.answer(GraphQLRequest(text, variables=variables), self.callers[as_])
        found: dict[str, Any] = orjson.loads(answer.body)
        return found

    async def write(self, name: str, shows: str = "id version", as_: str = "caseworker", **given: object) -> Any:  # noqa: ANN401 - JSON
        """One mutation: the row, and the errors."""
        type_ = f"{name[0].upper()}{name[1:]}Input"
        text = f"mutation ($i: {type_}!) {{ {name}(input: $i) {{ review {{ {shows} }}"
        text += " errors { code message path hint } } }"
        told = await self.send(text, as_, i=given)
        assert "errors" not in told, told
        return told["data"][name]

    async def record(self, shows: str = "id version", as_: str = "caseworker", /, **given: object) -> dict[str, Any]:
        """A review, recorded; the row."""
        least = {"programmeId": self.programme, "title": "R", "needed": ["HEALTH"], "begunOn": "2026-01-31"}
        told = await self.write("recordReview", shows, as_, **least | given)
        assert told["errors"] == [], told
        row: dict[str, Any] = told["review"]
        return row


@pytest_asyncio.fixture(scope="module")
async def desk(
    server: Address, worker: str, register: Register, programmes: dict[str, list[UUID]]
) -> AsyncIterator[Desk]:
    """A database with both tables."""
    address = await copy_database(server, "world", f"kinds_{worker}")
    with made_up_model() as model:
        await make_tables(address)
        database = Database(address)
        await database.open()
        mine, other = programmes["BE"][:2]
        callers = {
            "caseworker": Caller("carla", Tier.CASEWORKER, ("BE",), (mine,)),
            "colleague": Caller("colin", Tier.CASEWORKER, ("BE",), (other,)),
            "office": Caller("oscar", Tier.OFFICE, ("BE",)),
            "kenya": Caller("wanjiru", Tier.OFFICE, ("KE",)),
            "region": Caller("rosa", Tier.REGION, ("BE", "NL")),
        }
        engine = Engine(build_schema()._schema, model, register, database, lambda: NOW)
        yield Desk(engine, model, address, callers, f"Programme_BE_{mine}")
        await database.close()

"""A world with rows on its borders, what is true of it, and a way to ask that checks every answer for leaks."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeAlias
from uuid import UUID

import asyncpg
import orjson
import pytest
import pytest_asyncio

from countries.connections.address import Address
from countries.connections.database import Database
from countries.register.register import Register
from countries.tenancy.caller import Caller, Tier
from graph.bulk.keys_anew import make_keys
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database
from tests.countries.leaks.border import COUNTRY_SECRET, PROGRAMME_SECRET, add_border_rows, tell_objects
from tests.countries.leaks.documents import KINDS
from tests.countries.leaks.truth import Truth, read_truth, work_out_for
from tests.countries.leaks.twice import add_twice_recorded, take_records_back
from tests.oracle.made_up import fill_empty_tables

Send = Callable[..., Awaitable[dict[str, Any]]]
Connection: TypeAlias = "asyncpg.Connection[Any]"

NEIGHBOUR = "neighbour"
"""The caseworker of the other programme on the border: for the doors that ask about both sides of it."""
TELLING = re.compile(
    r"select|insert|\brelation\b|column \"|permission denied|policy|constraint|syntax|psql|asyncpg|_fkey|_key\b|"
    r"_check\b|hearth_|traceback|[0-9a-f]{8}-[0-9a-f]{4}-",
    re.IGNORECASE,
)
"""Words of the database, and any uuid: an error says none of them."""


@asynccontextmanager
async def opened(address: Address, register: Register) -> AsyncIterator[Engine]:
    """The real engine on a database."""
    database = Database(address)
    await database.open()
    yield Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
    await database.close()


@pytest_asyncio.fixture(scope="session")
async def border(
    server: Address, worker: str, programmes: dict[str, list[UUID]], register: Register, callers: dict[str, Caller]
) -> Address:
    """A copy of the world with rows that cross from one programme to another and share uuids between countries.

    Tables that the demonstration leaves empty have rows that are made up by their columns' types. Children who were
    recorded twice have become one.
    """
    address = await copy_database(server, "world", f"border_{worker}")
    connection = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    try:
        whose = (programmes["BE"][0], programmes["BE"][1], programmes["KE"][0])
        await add_border_rows(connection, *whose)
        await add_twice_recorded(connection, *whose)
        await tell_objects(connection)
        await fill_empty_tables(connection, (Path(__file__).parents[3] / "schema.graphql").read_text(encoding="utf-8"))
        await make_keys(connection, ("BE", "KE", "NL"))
        async with opened(address, register) as engine:
            await take_records_back(engine, (callers["office"], callers["kenya"]))
        await connection.execute("ANALYZE")
    finally:
        await connection.close()
    return address


@pytest_asyncio.fixture(scope="session")
async def truth(border: Address, kinds: dict[str, Caller]) -> Truth:
    """Every row of every table, and what is worked out of them for whom."""
    operator = border.connect_arguments("hearth_operator")
    connection = await asyncpg.connect(**operator)
    try:
        found = await read_truth(connection)
    finally:
        await connection.close()
    for caller in (kinds[name] for name in KINDS):
        found.worked[caller] = await work_out_for(operator, found, caller)
    return found


@pytest.fixture(scope="session")
def kinds(callers: dict[str, Caller], programmes: dict[str, list[UUID]]) -> dict[str, Caller]:
    """Every kind of caller, two whose scope is odd, and a caseworker of another programme."""
    return {
        **callers,
        "idle": Caller("ida", Tier.CASEWORKER, ("BE",)),
        "stray": Caller("stan", Tier.CASEWORKER, ("BE",), (programmes["KE"][0],)),
        NEIGHBOUR: Caller("nora", Tier.CASEWORKER, ("BE",), (programmes["BE"][1],)),
    }


def secrets_of(kind: str, caller: Caller) -> list[str]:
    """What no answer to a caller may hold anywhere."""
    if kind == NEIGHBOUR:
        return [COUNTRY_SECRET]
    if caller.tier is Tier.CASEWORKER or not caller.countries:
        return [PROGRAMME_SECRET, COUNTRY_SECRET]
    return [COUNTRY_SECRET] if "KE" not in caller.countries else [PROGRAMME_SECRET]


@pytest_asyncio.fixture(scope="session")
async def send(border: Address, register: Register, kinds: dict[str, Caller]) -> AsyncIterator[Send]:
    """Asks as a kind of caller, and looks at the answer's bytes and its errors' words before it hands it on."""

    async def sent(document: str, kind: str, **variables: object) -> dict[str, Any]:
        answer = await engine.answer(GraphQLRequest(document, variables=variables), kinds[kind])
        text = answer.body.decode()
        for secret in secrets_of(kind, kinds[kind]):
            assert secret not in text
        response: dict[str, Any] = orjson.loads(answer.body)
        for error in response.get("errors", []):
            words = f"{error['message']} {error['extensions']['hint']}"
            assert not TELLING.search(words), words
        return response

    async with opened(border, register) as engine:
        yield sent


def forbidden(response: dict[str, Any]) -> set[tuple[str | int, ...]]:
    """The paths of an answer's errors, which are all FORBIDDEN."""
    errors = response.get("errors", [])
    assert {error["extensions"]["code"] for error in errors} <= {"FORBIDDEN"}, errors
    return {tuple(error["path"]) for error in errors}

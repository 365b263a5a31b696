"""The graph on a copy of the world in which the population of two countries is known."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, TypeAlias

import asyncpg
import orjson
import pytest_asyncio

from countries.connections.address import Address
from countries.connections.database import Database
from countries.register.register import Register
from countries.tenancy.caller import Caller
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database

Row: TypeAlias = dict[str, Any]
Operator: TypeAlias = "asyncpg.Connection[asyncpg.Record]"
Report: TypeAlias = Callable[..., Awaitable[Row]]

POPULATION = {("BE", 2026): 2_300_000, ("BE", 2025): 2_310_000, ("KE", 2026): 25_000_000}


@pytest_asyncio.fixture(scope="session")
async def counted(server: Address, worker: str) -> Address:
    """The database."""
    return await copy_database(server, "world", f"figures_{worker}")


@pytest_asyncio.fixture(scope="session")
async def everything(counted: Address) -> AsyncIterator[Operator]:
    """A connection to it that sees every row."""
    connection = await asyncpg.connect(**counted.connect_arguments("hearth_operator"))
    await connection.executemany(
        "INSERT INTO population (code, year, children, source) VALUES ($1, $2, $3, 'made up')",
        [(code, year, children) for (code, year), children in POPULATION.items()],
    )
    yield connection
    await connection.close()


@pytest_asyncio.fixture(scope="session")
async def figures_engine(counted: Address, everything: Operator, register: Register) -> AsyncIterator[Engine]:
    """The engine on it."""
    assert not everything.is_closed()
    database = Database(counted)
    await database.open()
    yield Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
    await database.close()


@pytest_asyncio.fixture(scope="session")
async def figures(figures_engine: Engine, callers: dict[str, Caller]) -> Report:
    """How a test asks: a document, as whom, and variables by name."""

    async def asked(document: str, as_: str = "headquarters", **variables: object) -> Row:
        answer = await figures_engine.answer(GraphQLRequest(document, variables=variables), callers[as_])
        response: Row = orjson.loads(answer.body)
        return response

    return asked


def report(selection: str = "cells { indicator area country splits { dimension value } value status }") -> str:
    """A document that asks for a report with every argument as a variable."""
    return (
        "query ($indicators: [String!]!, $period: PeriodInput!, $compareWith: [PeriodInput!], $countries: [String!],"
        " $by: [FigureDimension!], $asKnownAt: DateTime, $revision: Int) { indicatorReport(indicators: $indicators,"
        " period: $period, compareWith: $compareWith, countries: $countries, by: $by, asKnownAt: $asKnownAt,"
        f" revision: $revision) {{ {selection} }} }}"
    )

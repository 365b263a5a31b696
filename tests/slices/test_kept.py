"""What is kept of what was refused: little, plain, and nothing of the request."""

from __future__ import annotations

import asyncio
import gc
import os
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import pytest

from countries.tenancy.logins import OWNER
from graph.documents.documents import DOCUMENT_BYTES, REFUSAL_BYTES, Documents
from graph.documents.limits import MAX_NESTING, MAX_TOKENS
from graph.schema.sdl import build_schema
from tests.countries.pools import single
from tests.http.real_app import bearer, real_client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

    from countries.connections.address import Address
    from countries.connections.database import Database
    from countries.register.register import Register

REFUSED = int(os.environ.get("HEARTH_REFUSED", "1000"))
"""Large refusals, each of 54 kB: far more than may be left."""
MOST_BYTES = 20_000_000
MOST_OBJECTS = 10_000
PAGE = 4_096
PADDING = "\n".join("# " + "x" * 900 for _ in range(60))
"""Comments, so that a document is large and quickly refused."""


@pytest.fixture
async def client(database: Database, register: Register) -> AsyncIterator[httpx.AsyncClient]:
    """The real application on the world."""
    async with real_client(database, register) as client:
        client.headers.update(bearer("office", country="BE"))
        yield client


def documents(number: int) -> tuple[str, ...]:
    """Documents that are refused, each in another way."""
    return (
        f"{{ homes {{ nodes {{ none{number} }} }} }} {PADDING}",
        f"{{ a{number}( }} {PADDING}",
        f"{{ b{number} {'{ c ' * (MAX_NESTING + 1)} }} {PADDING}",
        f"query ($x{number}: Int) {{ homes {{ totalCount }} }} {PADDING}",
    )


def resident() -> int:
    """Bytes of memory that the process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE


async def refuse(client: httpx.AsyncClient, document: str, **variables: object) -> None:
    """Send a document that is refused."""
    response = await client.post("/graphql", json={"query": document, "variables": variables})
    assert "data" not in response.json()


async def test_many_large_refusals(client: httpx.AsyncClient) -> None:
    """They leave at most 20 MB, and 10,000 objects that the collector has to look at."""
    for number in range(100):
        for document in documents(-number):
            await refuse(client, document.replace("-", "m"), v=[number])
    gc.collect()
    objects, memory = len(gc.get_objects()), resident()
    for number in range(REFUSED // 4):
        for document in documents(number):
            await refuse(client, document, v=["a value"] * 100)
    gc.collect()
    assert len(gc.get_objects()) - objects < MOST_OBJECTS
    assert resident() - memory < MOST_BYTES


KINDS = {
    "grammar": "{ a( }",
    "schema": "{ nothing }",
    "tokens": "{ " + "a " * MAX_TOKENS + "}",
    "variables": "query ($v: Int!) { homes(first: $v) { totalCount } }",
    "arguments": "query ($v: HomeWhere) { homes(where: $v) { totalCount } }",
    "price": "{ homes(first: 1000) { nodes { children(first: 1000) { nodes { id } } } } }",
    "operation": "query A { homes { totalCount } } query B { homes { totalCount } }",
    "subscription": "subscription { changed { nodes { rowId } } }",
    "introspection": "{ " + " ".join(f"a{n}: __schema {{ types {{ fields {{ name }} }} }}" for n in range(300)) + " }",
    "mutation": "mutation ($v: StartProgrammeInput!) { startProgramme(input: $v) { errors { code } } }",
}


@pytest.mark.parametrize("kind", KINDS)
async def test_nothing_of_a_refused_request_is_held(client: httpx.AsyncClient, kind: str) -> None:
    """Once it is answered, no object holds a value of its variables, and no error its trace: nobody had to collect."""
    marker = f"a child's name {os.getpid()}"
    gc.collect()
    gc.disable()
    try:
        before = {id(each) for each in gc.get_objects() if isinstance(each, BaseException)}
        await refuse(client, KINDS[kind], v={"named": [marker]}, w=marker)
        kept = [each for each in gc.get_objects() if _holds(each, marker)]
        traced = [
            each
            for each in gc.get_objects()
            if isinstance(each, BaseException) and id(each) not in before and each.__traceback__ is not None
        ]
    finally:
        gc.enable()
    assert kept == []
    assert traced == []


async def test_nothing_of_a_failed_request_is_held(world: Address, register: Register) -> None:
    """Neither where the database takes too long nor where it is not there."""
    marker = f"another child's name {os.getpid()}"
    document = "query ($w: String!) { homes(where: { name: { eq: $w } }) { totalCount } }"
    locking = await asyncpg.connect(**world.connect_arguments(OWNER))
    headers = bearer("office", country="BE")
    async with single(world, 0.2) as database, real_client(database, register) as client:
        client.headers.update(headers)
        # The statement is prepared, and what is made once is there.
        await client.post("/graphql", json={"query": document, "variables": {"w": "b"}})
        lock = locking.transaction()
        await lock.start()
        await locking.execute("LOCK TABLE home IN ACCESS EXCLUSIVE MODE")
        gc.collect()
        gc.disable()
        try:
            await fail(client, document, "TIMEOUT", marker)
            await until_let_go(marker)
            await lock.rollback()
            await database.close()
            await fail(client, document, "UNAVAILABLE", marker)
            await until_let_go(marker)
        finally:
            gc.enable()
            await locking.close()


async def until_let_go(marker: str) -> None:
    """Nothing holds the value once the transaction has been rolled back."""
    async with asyncio.timeout(60):
        while [each for each in gc.get_objects() if _holds(each, marker)]:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.01)


async def fail(client: httpx.AsyncClient, document: str, code: str, value: str) -> None:
    """Send a request that fails."""
    response = await client.post("/graphql", json={"query": document, "variables": {"w": value}})
    assert response.json()["errors"][0]["extensions"]["code"] == code


def _holds(thing: object, marker: str) -> bool:
    values = thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ()
    return any(isinstance(value, str) and value == marker for value in values)


async def test_a_refusal_is_told_again_alike(client: httpx.AsyncClient) -> None:
    """What is remembered of a refusal tells all that the first one told: code, message, hint and place."""
    for document in KINDS.values():
        first, second = [await client.post("/graphql", json={"query": document}) for _ in range(2)]
        assert (first.status_code, first.json()) == (second.status_code, second.json())


def test_documents_and_refusals_are_weighed_in_bytes() -> None:
    """Large documents drop each other long before they take more than they may; so do refusals."""
    held = Documents(build_schema()._schema)
    for number in range(60):
        with pytest.raises(Exception, match="errors"):
            held.find(f"{{ homes {{ nodes {{ {' '.join(f'x{number}_{each}' for each in range(150))} }} }} }}")
        held.find(_large(number))
    assert held._held.weight <= DOCUMENT_BYTES
    assert held._refused.weight <= REFUSAL_BYTES
    assert len(held._held) < 60


def _large(number: int) -> str:
    """A valid document of some five thousand tokens."""
    inside = " ".join(f"a{each}: homes(first: 1) {{ nodes {{ id name capacity }} }}" for each in range(300))
    return f"query Q{number} {{ {inside} }}"


def test_the_estimate_of_a_document_is_not_too_small() -> None:
    """A document's weight is about what its tree and its operation take, as the interpreter counts it."""
    held = Documents(build_schema()._schema)
    held.find(_large(0)).operation(None)
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        document = held.find(_large(1))
        document.operation(None)
        gc.collect()
        taken = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert document.size / 3 < taken < document.size

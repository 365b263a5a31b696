"""What tells of the schema alone goes out compressed to whoever takes it, and nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from graphql import get_introspection_query

from graph.http.packed import LEAST_BYTES, takes_gzip
from tests.http.real_app import Graph, real_client, tokens

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from uuid import UUID

    import httpx

    from countries.connections.database import Database
    from countries.register.register import Register

WHOLE = get_introspection_query()
ROWS = "{ children(first: 200) { nodes { id givenName familyName } } }"
ENCODED = "content-encoding"


@pytest.fixture
async def graph(database: Database, register: Register, programmes: dict[str, list[UUID]]) -> AsyncIterator[Graph]:
    """The graph on the seeded world."""
    async with real_client(database, register) as client:
        yield Graph(client, tokens(programmes))


async def asked(graph: Graph, document: str, accepted: str, who: str | None = "office") -> httpx.Response:
    """The response to somebody who accepts some codings."""
    headers = {"Accept-Encoding": accepted} | (graph.headers[who] if who else {})
    return await graph.client.post("/graphql", json={"query": document}, headers=headers)


async def test_nobody_without_a_token_gets_the_schema(graph: Graph) -> None:
    """Compressed or not; the refusal is as it is."""
    response = await asked(graph, WHOLE, "gzip", None)
    assert response.status_code == 401
    assert ENCODED not in response.headers


async def test_the_schema_is_compressed_for_whoever_takes_it(graph: Graph) -> None:
    """The same JSON in less than an eighth of the bytes; caches are told on what it hangs."""
    plain, packed = await asked(graph, WHOLE, "identity"), await asked(graph, WHOLE, "gzip, deflate, br")
    assert ENCODED not in plain.headers
    assert packed.headers[ENCODED] == "gzip"
    assert "Accept-Encoding" in packed.headers["vary"]
    assert packed.json() == plain.json()
    assert int(packed.headers["content-length"]) * 8 < int(plain.headers["content-length"])
    again = await asked(graph, WHOLE, "gzip", "kenya")
    assert (again.headers[ENCODED], again.json()) == ("gzip", plain.json())


@pytest.mark.parametrize(
    "document",
    [
        ROWS,
        f"{{ {ROWS.strip('{}')} {WHOLE[WHOLE.index('__schema') :].partition('fragment')[0]} ",
        "{ viewer { may { type reads } } }",
    ],
    ids=["rows", "rows beside the schema", "who asks"],
)
async def test_what_tells_of_rows_or_of_who_asks_is_not(graph: Graph, document: str) -> None:
    """Its length would tell what it holds."""
    fragments = WHOLE[WHOLE.index("fragment") :] if "__schema" in document else ""
    response = await asked(graph, document + fragments, "gzip")
    assert "errors" not in response.json(), response.text
    assert len(response.content) > LEAST_BYTES
    assert ENCODED not in response.headers


async def test_what_is_short_or_refused_is_not(graph: Graph) -> None:
    """A short answer is one packet anyway."""
    for document in ("{ __schema { queryType { name } } }", "{ __schema { nothing } }"):
        response = await asked(graph, document, "gzip")
        assert ENCODED not in response.headers


@pytest.mark.parametrize(
    ("said", "takes"),
    [
        ((), False),
        (("gzip",), True),
        (("br", "GZip;q=0.1"), True),
        (("deflate, x-gzip",), True),
        (("*",), True),
        (("br, *;q=0.5",), True),
        (("identity",), False),
        (("",), False),
        (("gzip;q=0",), False),
        (("gzip; q=0.000, *",), False),
        (("gzip;q = 0",), False),
        (("*;q=0",), False),
        (("gzipped",), False),
    ],
)
def test_what_is_accepted_is_read_as_the_standard_says(said: tuple[str, ...], *, takes: bool) -> None:
    """By name or by the star, in several headers, whatever the case; a weight of nothing refuses."""
    assert takes_gzip([(b"accept-encoding", each.encode()) for each in said]) is takes

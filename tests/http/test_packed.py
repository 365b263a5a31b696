"""Large answers go out compressed to whoever takes them so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from graphql import get_introspection_query

from graph.http.packed import LARGE_BYTES, LEAST_BYTES, MOST_SPACE, coding_for
from tests.http.real_app import Graph, real_client, tokens

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from uuid import UUID

    import httpx

    from countries.connections.database import Database
    from countries.register.register import Register

WHOLE = get_introspection_query()
INSIDE = "siblings { nodes { id } } placements { nodes { id startedOn homeName } }"
ROWS = f"{{ children(first: 200) {{ nodes {{ id givenName familyName {INSIDE} }} }} }}"
FEW = "{ children(first: 15) { nodes { id givenName familyName } } }"
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


@pytest.mark.parametrize("document", [FEW, "{ viewer { may { type reads } } }"], ids=["rows", "who asks"])
async def test_few_rows_and_who_asks_are_not(graph: Graph, document: str) -> None:
    """A short answer is on its way before it would be compressed."""
    response = await asked(graph, document, "gzip")
    assert "errors" not in response.json(), response.text
    assert LEAST_BYTES < len(response.content) < LARGE_BYTES
    assert ENCODED not in response.headers


async def test_what_is_short_or_refused_is_not(graph: Graph) -> None:
    """A short answer is one packet anyway."""
    for document in ("{ __schema { queryType { name } } }", "{ __schema { nothing } }"):
        response = await asked(graph, document, "gzip")
        assert ENCODED not in response.headers


@pytest.mark.parametrize(("accepted", "coding"), [("gzip", "gzip"), ("gzip, deflate, br, zstd", "zstd")])
async def test_many_rows_are_compressed_for_whoever_takes_it(graph: Graph, accepted: str, coding: str) -> None:
    """The same answer in fewer bytes; anonymous gets none, and another country its own."""
    assert (await asked(graph, ROWS, accepted, None)).status_code == 401
    for who in ("office", "kenya"):
        plain, packed = await asked(graph, ROWS, "identity", who), await asked(graph, ROWS, accepted, who)
        assert len(plain.content) > LARGE_BYTES
        assert ENCODED not in plain.headers
        assert packed.headers[ENCODED] == coding
        assert "Accept-Encoding" in packed.headers["vary"]
        assert packed.json() == plain.json()
        assert int(packed.headers["content-length"]) * 2 < len(plain.content)
        assert packed.content.rstrip() == plain.content
        assert len(packed.content) - len(plain.content) < MOST_SPACE


async def test_how_long_a_compressed_answer_is_does_not_tell_what_it_holds(graph: Graph) -> None:
    """The same answer has another length each time."""
    lengths = {(await asked(graph, ROWS, "gzip")).headers["content-length"] for _ in range(12)}
    assert len(lengths) > 3


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
        (("zstd;q=0, *",), True),
        (("zstd",), True),
    ],
)
def test_what_is_accepted_is_read_as_the_standard_says(said: tuple[str, ...], *, takes: bool) -> None:
    """By name or by the star, in several headers, whatever the case; a weight of nothing refuses."""
    coding = coding_for([(b"accept-encoding", each.encode()) for each in said])
    assert (coding is not None) is takes
    assert coding != "zstd" or "zstd" in said

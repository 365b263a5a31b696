"""GraphQL over HTTP: what is read, what is refused, and how either is answered."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import httpx
import orjson
import pytest

from graph.errors import Forbidden, HearthError, ParseFailed, TimedOut, TooCostly, Unavailable
from graph.execute.request import GraphQLRequest
from graph.http import request
from graph.http.media_types import GRAPHQL_RESPONSE, JSON
from graph.http.parsing import URL_LIMIT_BYTES, operation_type
from graph.http.request import BODY_LIMIT_BYTES, DRAIN_LIMIT_BYTES
from tests.http.conftest import only_error, serve

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.applications import Starlette

    from tests.http.small_engine import SmallEngine

QUERY = {"query": "{ hello }"}
AS_JSON = {"Content-Type": JSON}


async def test_a_query_by_post(client: httpx.AsyncClient) -> None:
    """A POST of JSON is answered with data, as JSON, and is not to be stored."""
    response = await client.post("/graphql", json=QUERY)
    assert (response.status_code, response.json()) == (200, {"data": {"hello": "Hello world"}})
    assert response.headers["content-type"] == "application/json; charset=utf-8"
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["vary"].startswith("Accept, Authorization")


async def test_a_query_by_get(client: httpx.AsyncClient, engine: SmallEngine) -> None:
    """A GET carries the same in its parameters; an empty parameter is absent."""
    params = {
        "query": "query A($n: String) { hello(name: $n) } query B { who }",
        "operationName": "A",
        "variables": '{"n": "Zoë & 🏃"}',
        "extensions": "",
    }
    response = await client.get("/graphql", params=params)
    assert response.json() == {"data": {"hello": "Hello Zoë & 🏃"}}
    (request, caller), *_ = engine.asked
    assert request == GraphQLRequest(params["query"], "A", {"n": "Zoë & 🏃"}, read_only=True)
    assert caller.countries == ("BE",)


async def test_the_newer_media_type(client: httpx.AsyncClient) -> None:
    """A client that accepts it gets application/graphql-response+json."""
    response = await client.post("/graphql", json=QUERY, headers={"Accept": f"{GRAPHQL_RESPONSE}, {JSON};q=0.9"})
    assert response.headers["content-type"] == "application/graphql-response+json; charset=utf-8"


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("{ nothing }", "GRAPHQL_VALIDATION_FAILED"),
        ("query($n: String!) { hello(name: $n) }", "BAD_USER_INPUT"),
    ],
)
async def test_what_graphql_refuses(client: httpx.AsyncClient, document: str, code: str) -> None:
    """A refusal by GraphQL is a 400 in the newer form and a 200 in the older; the body is the same."""
    for accept, status in ((GRAPHQL_RESPONSE, 400), (JSON, 200)):
        response = await client.post("/graphql", json={"query": document}, headers={"Accept": accept})
        assert response.status_code == status
        assert only_error(response)["extensions"]["code"] == code


@pytest.mark.parametrize("accept", [JSON, GRAPHQL_RESPONSE, "*/*"])
async def test_a_mutation_by_get(client: httpx.AsyncClient, accept: str) -> None:
    """A GET changes nothing: 405 with the method that would."""
    params = {"query": 'mutation { rename(name: "x") }'}
    response = await client.get("/graphql", params=params, headers={"Accept": accept})
    assert (response.status_code, response.headers["allow"]) == (405, "POST")
    assert only_error(response)["extensions"]["code"] == "BAD_USER_INPUT"


async def test_a_mutation_by_post(client: httpx.AsyncClient) -> None:
    """A POST may change something."""
    response = await client.post("/graphql", json={"query": 'mutation { rename(name: "x") }'})
    assert response.json() == {"data": {"rename": "x"}}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"nonsense",
        b'{ "not a JSON',
        b'{"query": "{ hello }"} x',
        b"\xef\xbb\xbf{}",
        b'{"query": "\xff"}',
        '{"query": "{ hello }"}'.encode("utf-16"),
        b'{"query": "{ hello }", "variables": {"n": "\\ud800"}}',
        b'{"query": "{ hello }", "variables": {"n": NaN}}',
        b'{"query": "{ hello }", "variables": {"n": 1e999}}',
        b"[" * 100_000,
        b'{"query":' * 5_000,
        b"null",
        b"7",
        b'"{ hello }"',
        b"{}",
        b"[]",
        b'{"qeury": "{ hello }"}',
        b'{"query": null}',
        b'{"query": 7}',
        b'{"query": ["{ hello }"]}',
        b'{"query": {"kind": "Document"}}',
        b'{"query": "{ hello }", "operationName": 7}',
        b'{"query": "{ hello }", "operationName": ["A"]}',
        b'{"query": "{ hello }", "variables": []}',
        b'{"query": "{ hello }", "variables": "{}"}',
        b'{"query": "{ hello }", "variables": 0}',
        b'{"query": "{ hello }", "variables": false}',
        b'{"query": "{ hello }", "extensions": []}',
        b'{"query": "{ hello }", "extensions": "x"}',
        b'{"query": "{ hello\\u0000 }"}',
        b'{"query": "{ hello }", "variables": {"a": {"b": [{"x\\u0000": 1}]}}}',
        b'{"query": "{ hello }", "variables": {"a\\u0000": 1}}',
        b'{"query": "{ hello }", "operationName": "A\\u0000"}',
    ],
)
@pytest.mark.parametrize("accept", [JSON, GRAPHQL_RESPONSE])
async def test_a_bad_body(client: httpx.AsyncClient, engine: SmallEngine, body: bytes, accept: str) -> None:
    """A body that is no GraphQL request is a 400 with a hint, in both forms, and reaches no engine."""
    response = await client.post("/graphql", content=body, headers=AS_JSON | {"Accept": accept})
    assert response.status_code == 400
    assert response.headers["content-type"].startswith(accept)
    assert only_error(response)["extensions"]["code"] == "BAD_USER_INPUT"
    assert not engine.asked


@pytest.mark.parametrize("accept", [JSON, GRAPHQL_RESPONSE])
async def test_a_batch_is_answered_in_order(client: httpx.AsyncClient, engine: SmallEngine, accept: str) -> None:
    """An array is answered by an array; one that cannot be read says so at its place, and the others are answered."""
    body = [QUERY, 3, {"query": "{"}, {"variables": {}}, {"query": "{ nothing }"}, QUERY]
    response = await client.post("/graphql", json=body, headers={"Accept": accept})
    assert response.status_code == 200
    assert response.headers["content-type"].startswith(accept)
    told = response.json()
    assert [told[place] for place in (0, 5)] == [{"data": {"hello": "Hello world"}}] * 2
    codes = [each["errors"][0]["extensions"] for each in told[1:5]]
    assert [each["code"] for each in codes] == [
        "BAD_USER_INPUT", "GRAPHQL_PARSE_FAILED", "BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED",
    ]  # fmt: skip
    assert (codes[0]["place"], codes[2]["place"]) == ([1], [3, "query"])
    assert len(engine.asked) == 4


async def test_a_batch_of_too_many(client: httpx.AsyncClient, engine: SmallEngine) -> None:
    """Fifty are answered. Of more the first that is too many is named, and none is run; nor is one of nothing."""
    assert len((await client.post("/graphql", json=[QUERY] * 50)).json()) == 50
    engine.asked.clear()
    for many in (51, 1_000):
        response = await client.post("/graphql", json=[QUERY] * many)
        (error,) = response.json()["errors"]
        assert response.status_code == 400
        assert (error["extensions"]["code"], error["extensions"]["place"]) == ("TOO_COSTLY", [50])
        assert error["extensions"]["params"] == {"limit": 50}
    assert only_error(await client.post("/graphql", json=[]))["extensions"]["code"] == "BAD_USER_INPUT"
    assert not engine.asked


async def test_a_fault_in_a_batch_is_one_operations(client: httpx.AsyncClient, engine: SmallEngine) -> None:
    """What nobody expected is told of one operation, with its reference; the others keep their answers."""
    engine.faults |= {"broken": RuntimeError("Anna")}
    first, second, third = (await client.post("/graphql", json=[QUERY, {"query": "{ broken: hello }"}, QUERY])).json()
    assert first == third == {"data": {"hello": "Hello world"}}
    assert second["errors"][0]["extensions"]["code"] == "INTERNAL"
    assert "Anna" not in str(second)


async def test_a_batch_is_posted(client: httpx.AsyncClient) -> None:
    """Over GET there is no batch: a body is not read."""
    got = await client.request("GET", "/graphql", content=b'[{"query": "{ hello }"}]', headers=AS_JSON)
    assert got.status_code == 400


async def test_a_backslash_is_no_nul(client: httpx.AsyncClient) -> None:
    """A text that merely spells the escape is a text."""
    body = b'{"query": "query($n: String) { hello(name: $n) }", "variables": {"n": "\\\\u0000"}}'
    response = await client.post("/graphql", content=body, headers=AS_JSON)
    assert response.json() == {"data": {"hello": "Hello \\u0000"}}


async def test_unknown_and_empty_members(client: httpx.AsyncClient, engine: SmallEngine) -> None:
    """Null counts as absent, as an empty operation name does; unknown members are passed over."""
    members = {"operationName": "", "variables": None, "extensions": None, "id": 7, "doc_id": "x"}
    response = await client.post("/graphql", json=QUERY | members)
    assert response.json() == {"data": {"hello": "Hello world"}}
    assert engine.asked[0][0] == GraphQLRequest("{ hello }")


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "",
        "text/plain",
        "application/graphql",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
    ],
)
async def test_another_content_type(client: httpx.AsyncClient, content_type: str | None) -> None:
    """What does not say that it is JSON in UTF-8 is not read: 415."""
    headers = {} if content_type is None else {"Content-Type": content_type}
    response = await client.post("/graphql", content=orjson.dumps(QUERY), headers=headers)
    assert (response.status_code, response.headers["accept-post"]) == (415, JSON)
    assert only_error(response)["extensions"]["code"] == "BAD_USER_INPUT"


async def test_two_content_types(client: httpx.AsyncClient) -> None:
    """A body has one type."""
    headers = [("Content-Type", JSON), ("Content-Type", "text/plain")]
    assert (await client.post("/graphql", content=orjson.dumps(QUERY), headers=headers)).status_code == 415


async def test_a_compressed_body(client: httpx.AsyncClient) -> None:
    """A compressed body could be a bomb: 415."""
    response = await client.post("/graphql", content=b"\x1f\x8b", headers=AS_JSON | {"Content-Encoding": "gzip"})
    assert (response.status_code, response.headers["accept-encoding"]) == (415, "identity")


@pytest.mark.parametrize(
    "accept", ["text/html", "image/png", "application/json;q=0", "application/json;charset=x", "x"]
)
async def test_nothing_acceptable(client: httpx.AsyncClient, accept: str) -> None:
    """A client that accepts nothing that we have gets 406, in JSON all the same."""
    for response in (
        await client.post("/graphql", json=QUERY, headers={"Accept": accept}),
        await client.get("/graphql", params=QUERY, headers={"Accept": accept}),
    ):
        assert response.status_code == 406
        assert only_error(response)["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize(
    "query_string",
    [
        "",
        "query=",
        "operationName=A",
        "query=%FF",
        "query=%7B%00%7D",
        "query={hello}&query={who}",
        "query={hello}&variables=x",
        "query={hello}&variables=[]",
        "query={hello}&variables=7",
        "query={hello}&variables={%22a%5Cu0000%22:1}",
        "query={hello}&variables={%22a%22:%22%5Cud800%22}",
        "query={hello}&extensions=7",
        "&".join(f"p{number}=x" for number in range(50)),
    ],
)
async def test_bad_parameters(client: httpx.AsyncClient, engine: SmallEngine, query_string: str) -> None:
    """Parameters that are no GraphQL request are a 400 with a hint."""
    response = await client.get(f"/graphql?{query_string}")
    assert response.status_code == 400
    assert only_error(response)["extensions"]["code"] == "BAD_USER_INPUT"
    assert not engine.asked


async def test_a_url_that_is_too_long(client: httpx.AsyncClient) -> None:
    """A long document belongs into a POST: 414."""
    response = await client.get("/graphql", params={"query": "x" * URL_LIMIT_BYTES})
    assert response.status_code == 414
    assert only_error(response)["extensions"]["code"] == "TOO_COSTLY"


async def test_a_body_of_just_a_megabyte(client: httpx.AsyncClient) -> None:
    """A million bytes are read."""
    body = orjson.dumps(QUERY).ljust(BODY_LIMIT_BYTES)
    assert len(body) == 1_000_000
    assert (await client.post("/graphql", content=body, headers=AS_JSON)).status_code == 200


async def test_a_body_over_a_megabyte(client: httpx.AsyncClient, engine: SmallEngine) -> None:
    """One byte more is a 413, and the connection ends."""
    body = orjson.dumps(QUERY).ljust(BODY_LIMIT_BYTES + 1)
    response = await client.post("/graphql", content=body, headers=AS_JSON)
    assert (response.status_code, response.headers["connection"]) == (413, "close")
    assert only_error(response)["extensions"]["code"] == "TOO_COSTLY"
    assert not engine.asked


async def test_a_body_without_end(client: httpx.AsyncClient) -> None:
    """A body that names no length is not read to its end, which may never come."""
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 65_536
            yield b" " * 65_536

    response = await client.post("/graphql", content=endless(), headers=AS_JSON)
    assert response.status_code == 413
    assert sent <= DRAIN_LIMIT_BYTES + 2 * 65_536


async def test_a_body_that_says_it_is_huge(client: httpx.AsyncClient) -> None:
    """A body that announces more than that is not read at all."""

    async def unread() -> AsyncIterator[bytes]:
        raise AssertionError("the body was read")
        yield b""

    headers = AS_JSON | {"Content-Length": "100000000000"}
    assert (await client.post("/graphql", content=unread(), headers=headers)).status_code == 413


async def test_a_body_that_does_not_come(client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that sends nothing for long is let go: 408."""
    monkeypatch.setattr(request, "BODY_SECONDS", 0.05)

    async def stuck() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(60)

    response = await client.post("/graphql", content=stuck(), headers=AS_JSON)
    assert (response.status_code, response.headers["connection"]) == (408, "close")


async def test_long_bodies_over_a_socket(app: Starlette, client: httpx.AsyncClient) -> None:
    """A real client that is still sending two megabytes hears the 413, with and without a length."""

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b" " * 50_000

    async with serve(app) as address, httpx.AsyncClient(base_url=address, headers=client.headers) as connected:
        for body in (b" " * 2_000_000, chunks()):
            response = await connected.post("/graphql", content=body, headers=AS_JSON)
            assert response.status_code == 413
            assert only_error(response)["extensions"]["hint"] == "Send several smaller requests."
        assert (await connected.post("/graphql", json=QUERY)).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
async def test_other_methods(client: httpx.AsyncClient, method: str) -> None:
    """GraphQL knows GET and POST; the answer to any other says so."""
    response = await client.request(method, "/graphql")
    assert response.status_code == 405
    assert {"GET", "POST"} <= set(response.headers["allow"].split(", "))
    assert only_error(response)["extensions"]["code"] == "BAD_USER_INPUT"


async def test_an_engine_that_is_unavailable(client: httpx.AsyncClient, engine: SmallEngine) -> None:
    """What cannot be answered now is a 503 that says when to come back, in both forms."""
    engine.faults["who"] = Unavailable("The database is away.", "Try again.")
    for accept in (JSON, GRAPHQL_RESPONSE):
        response = await client.post("/graphql", json={"query": "{ who }"}, headers={"Accept": accept})
        assert (response.status_code, response.headers["retry-after"]) == (503, "1")
        assert only_error(response)["extensions"] == {
            "code": "UNAVAILABLE",
            "hint": "Try again.",
            "retryable": True,
            "reason": "NOT_NOW",
        }


@pytest.mark.parametrize(
    ("fault", "as_json", "as_graphql"),
    [
        (TooCostly("Too much.", "Ask for less."), 200, 400),
        (ParseFailed("No GraphQL.", "Read the grammar."), 200, 400),
        (Forbidden("Not you.", "Ask somebody."), 403, 403),
        (TimedOut("Too slow.", "Try again."), 504, 504),
    ],
)
async def test_an_engine_that_raises(
    client: httpx.AsyncClient, engine: SmallEngine, fault: HearthError, as_json: int, as_graphql: int
) -> None:
    """An error that an engine raises is answered as one that it returns."""
    engine.faults["who"] = fault
    for accept, status in ((JSON, as_json), (GRAPHQL_RESPONSE, as_graphql)):
        response = await client.post("/graphql", json={"query": "{ who }"}, headers={"Accept": accept})
        assert response.status_code == status
        assert only_error(response)["extensions"]["code"] == fault.code


async def test_of_two_members_of_one_name_none_is_dropped(client: httpx.AsyncClient) -> None:
    """JSON leaves open what a name given twice means; such a body is refused, and nothing of it comes back."""
    response = await client.post("/graphql", content=b'{"query": "{", "query": "{ hello }"}', headers=AS_JSON)
    assert response.status_code == 400
    assert only_error(response)["message"] == "The body gives a member twice."


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("{ hello }", "query"),
        ("  # mutation\n ,, query A { hello }", "query"),
        ("\ufeffmutation { rename }", "mutation"),
        ("subscription { x }", "subscription"),
        ("fragment F on Query { hello }", "other"),
        ("", "other"),
        ("#" * 100_000, "other"),
        (" ,#\n" * 50_000, "other"),
    ],
)
def test_operation_type(document: str, expected: str) -> None:
    """The label of a document is what it begins with."""
    assert operation_type(GraphQLRequest(document)) == expected

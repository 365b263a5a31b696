"""Server-sent events: graphql-sse's distinct connections, over POST and GET."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import httpx
import orjson
import pytest

from tests.live.conftest import CHANGED, PATIENCE, WATCH, token

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.live.conftest import Ledger, Served

EVENTS = "text/event-stream"
NOTHING_READ = """subscription ($id: ID!) {
    childChanged(id: $id) { siblings(where: { id: { eq: "x" } }) { __typename } }
}"""
"""Its filter cannot be meant, and nothing that is selected depends on it."""


class Stream:
    """A client of one event stream."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        self._lines = response.aiter_lines()
        self.comments = 0

    async def event(self) -> tuple[str, Any]:
        """The next event: its name, and its data as JSON where there is any; ended by the stream's end."""
        name, data = "", ""
        async with asyncio.timeout(PATIENCE):
            async for line in self._lines:
                if line.startswith(":"):
                    self.comments += 1
                elif line.startswith("event: "):
                    name = line.removeprefix("event: ")
                elif line.startswith("data:"):
                    data += line.removeprefix("data:").removeprefix(" ")
                elif name:
                    return name, orjson.loads(data) if data else None
        return "", None

    async def quiet(self, comments: int) -> None:
        """Nothing but comments comes."""
        async with asyncio.timeout(PATIENCE):
            async for line in self._lines:
                assert not line or line.startswith(":")
                self.comments += line.startswith(":")
                if self.comments >= comments:
                    return

    async def rest(self) -> str:
        """All that comes until the end, but comments."""
        async with asyncio.timeout(PATIENCE):
            return "\n".join([line async for line in self._lines if not line.startswith(":")])


@asynccontextmanager
async def streaming(
    served: Served, document: str, bearer: str, *, accept: str = EVENTS, method: str = "POST", **variables: object
) -> AsyncIterator[Stream]:
    """Ask for a stream."""
    request: dict[str, Any] = (
        {"json": {"query": document, "variables": variables}}
        if method == "POST"
        else {"params": {"query": document, "variables": orjson.dumps(variables).decode()}}
    )
    headers = {"Authorization": f"Bearer {bearer}", "Accept": accept}
    async with (
        httpx.AsyncClient(timeout=PATIENCE) as client,
        client.stream(method, served.url, headers=headers, **request) as response,
    ):
        yield Stream(response)


@pytest.mark.parametrize("method", ["POST", "GET"])
async def test_changes_come_as_events(served: Served, ledger: Ledger, child: Any, method: str) -> None:  # noqa: ANN401 - a row
    """From the response's head on; comments show that a quiet stream is there."""
    async with streaming(served, CHANGED, token(), method=method) as stream:
        assert stream.response.status_code == 200
        assert stream.response.headers["content-type"] == "text/event-stream; charset=utf-8"
        assert stream.response.headers["x-content-type-options"] == "nosniff"
        await stream.quiet(1)
        for name in ("Aerts", "Smets"):
            served.hub.told("BE", await ledger.rename(child, name))
            kind, body = await stream.event()
            assert kind == "next"
            assert body["data"]["changed"]["nodes"][0]["rowId"] == child["global"]
        await stream.quiet(stream.comments + 2)
    await served.until(lambda: not served.groups and not served.hub.figures.clients)


async def test_who_has_no_token_gets_no_stream(served: Served) -> None:
    """401, as for every request."""
    async with streaming(served, CHANGED, "none") as stream:
        assert stream.response.status_code == 401


async def test_another_tenant_is_silent(served: Served, ledger: Ledger, child: Any) -> None:  # noqa: ANN401 - a row
    """A change in Belgium is no event in Kenya."""
    async with streaming(served, CHANGED, token(country="KE")) as stream:
        await stream.quiet(1)
        served.hub.told("BE", await ledger.rename(child, "Goossens"))
        await stream.quiet(3)


@pytest.mark.parametrize(
    ("document", "variables", "code"),
    [
        (WATCH, {"id": "Child_BE_1"}, "BAD_USER_INPUT"),
        (NOTHING_READ, {"id": "Child_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"}, "BAD_USER_INPUT"),
        ("subscription { nothing }", {}, "GRAPHQL_VALIDATION_FAILED"),
        ("subscription {", {}, "GRAPHQL_PARSE_FAILED"),
    ],
)
async def test_a_refusal_is_an_event(served: Served, document: str, variables: dict[str, Any], code: str) -> None:
    """Errors, then the end."""
    for accept in (EVENTS, f"application/json, {EVENTS}"):
        async with streaming(served, document, token(), accept=accept, **variables) as stream:
            kind, body = await stream.event()
            assert (kind, set(body)) == ("next", {"errors"})
            assert body["errors"][0]["extensions"]["code"] == code
            assert await stream.event() == ("complete", None)
            assert await stream.event() == ("", None)


async def test_answers_of_sockets_and_streams_are_counted(served: Served) -> None:
    """By tier and code, as those of requests: what is answered, refused, and refused before a stream begins."""
    value = served.app.state.metrics.registry.get_sample_value

    def counted(code: str) -> float:
        found: float | None = value("hearth_answers_total", {"tier": "caseworker", "code": code})
        return found or 0

    bearer = token("caseworker", programmes=["Programme_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"])
    before = {code: counted(code) for code in ("OK", "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED")}
    async with served.socket(bearer) as socket:
        for document in ("{ homes { totalCount } }", "{ nothing }", "subscription { nothing }"):
            await socket.subscribe(document)
            await socket.hear()
    for document in ("subscription {", "{ homes { totalCount } }"):
        async with streaming(served, document, bearer) as stream:
            while (await stream.event())[0]:
                pass
    await served.until(lambda: counted("OK") == before["OK"] + 2)
    assert counted("GRAPHQL_VALIDATION_FAILED") == before["GRAPHQL_VALIDATION_FAILED"] + 2
    assert counted("GRAPHQL_PARSE_FAILED") == before["GRAPHQL_PARSE_FAILED"] + 1


async def test_a_query_is_one_event(served: Served) -> None:
    """For who takes nothing else; who takes JSON too has JSON."""
    query = "{ children(first: 2) { nodes { id } } }"
    async with streaming(served, query, token()) as stream:
        kind, body = await stream.event()
        assert kind == "next"
        assert len(body["data"]["children"]["nodes"]) == 2
        assert await stream.event() == ("complete", None)
    async with streaming(served, query, token(), accept=f"application/json, {EVENTS}") as stream:
        assert stream.response.headers["content-type"].startswith("application/json")


async def test_an_expired_token_ends_the_stream(served: Served) -> None:
    """With an error and a complete."""
    async with streaming(served, CHANGED, token(seconds=2)) as stream:
        kind, body = await stream.event()
        assert kind == "next"
        assert body["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
        assert await stream.event() == ("complete", None)
    await served.until(lambda: not served.groups)

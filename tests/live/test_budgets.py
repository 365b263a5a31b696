"""A spent budget over a socket and as an event stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from graph.http.subscriptions.edge import LiveLimits
from tests.live.conftest import PATIENCE, Served, token

if TYPE_CHECKING:
    from graph.shares.budgets import Budgets
    from tests.live.conftest import Socket

SUBSCRIBED = "subscription { changed(first: %d) { nodes { rowId } } }"


def spend(served: Served) -> None:
    """Nobody has anything left for a long while."""
    budgets: Budgets = served.app.state.live.engine._slices._budgets
    for bucket in budgets._buckets.values():
        bucket.left = -100.0


async def refused(socket: Socket, document: str) -> None:
    """An operation that is refused with the error of HTTP."""
    id_ = await socket.subscribe(document)
    said = await socket.hear()
    assert (said["id"], said["type"]) == (id_, "error")
    (error,) = said["payload"]
    assert error["extensions"].pop("hint")
    assert error["extensions"] == {"code": "TOO_COSTLY", "reason": "BUDGET_SPENT", "retryable": True}


async def test_an_operation_and_then_the_connection(served: Served) -> None:
    """The operation gets its error and the socket goes on; who goes on and on is closed with 4429."""
    bearer = token(subject="spender")
    async with served.socket(bearer) as socket:
        id_ = await socket.subscribe("{ homes { totalCount } }")
        assert (await socket.hear())["type"] == "next"
        assert await socket.hear() == {"id": id_, "type": "complete"}
        spend(served)
        await refused(socket, "{ homes { nodes { id } } }")
        await refused(socket, SUBSCRIBED % 3)
        # What is remembered is answered, and the count begins anew.
        await socket.subscribe("{ homes { totalCount } }")
        assert (await socket.hear())["type"] == "next"
        assert (await socket.hear())["type"] == "complete"
        for number in range(LiveLimits().refusals):
            await refused(socket, f"{{ a{number}: homes {{ totalCount }} }}")
        await socket.subscribe("{ once: homes { totalCount } }")
        code, _ = await socket.closed()
        assert code == 4429


async def test_an_event_stream(served: Served) -> None:
    """The status says it before there is a stream."""
    bearer = token(subject="streamer")
    headers = {"Authorization": f"Bearer {bearer}", "Accept": "text/event-stream"}
    async with httpx.AsyncClient(timeout=PATIENCE) as client:
        await client.post(served.url, json={"query": "{ homes { nodes { id } } }"}, headers=headers)
        spend(served)
        response = await client.post(served.url, json={"query": SUBSCRIBED % 7}, headers=headers)
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) >= 1
    assert response.json()["errors"][0]["extensions"]["reason"] == "BUDGET_SPENT"


async def test_a_query_as_an_event_stream(served: Served) -> None:
    """The document is remembered, a new plan of it is not: the status says so, whatever form the answer was to have."""
    headers = {"Authorization": f"Bearer {token(subject='asker')}", "Accept": "text/event-stream"}
    document = "query ($w: HomeWhere) { homes(where: $w) { totalCount } }"
    async with httpx.AsyncClient(timeout=PATIENCE) as client:
        response = await client.post(served.url, json={"query": document}, headers=headers)
        assert response.headers["Content-Type"].startswith("text/event-stream")
        spend(served)
        variables = {"w": {"name": {"isNull": False}}}
        response = await client.post(served.url, json={"query": document, "variables": variables}, headers=headers)
        assert response.status_code == 429
        assert int(response.headers["Retry-After"]) >= 1
        assert response.json()["errors"][0]["extensions"]["reason"] == "BUDGET_SPENT"
        # What is remembered is a stream as before.
        response = await client.post(served.url, json={"query": document}, headers=headers)
        assert response.status_code == 200
    await served.until(lambda: not served.app.state.holdings.clients.total)

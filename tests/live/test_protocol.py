"""graphql-transport-ws by the letter: every message, every close code, every limit."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import httpx
import jwt
import pytest
import websockets

from graph.serving.server import build_app
from tests.live.conftest import CHANGED, SECRET, Socket, serving, settings_of, token
from tests.log_lines import ours

if TYPE_CHECKING:
    from countries.connections.address import Address
    from countries.register.register import Register
    from graph.http.subscriptions.edge import LiveLimits
    from tests.live.conftest import Ledger, Served

COUNT = "query Count { children { totalCount } }"


async def init(socket: Socket, **payload: object) -> None:
    """Say who it is."""
    await socket.say(type="connection_init", payload=payload)


async def test_nobody_is_let_in(served: Served) -> None:
    """No token, one that is none, one of somebody else, one that has expired: 4401, alike."""
    for payload in ({}, {"Authorization": "Bearer x.y.z"}, {"Authorization": token()}, {"authorization": 7}):
        async with served.raw() as socket:
            await init(socket, **payload)
            assert await socket.closed() == (4401, "Unauthorized")


async def test_who_is_not_let_in_leaves_the_reason_in_the_log(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    """A socket and an event stream as a request: the reason, and nothing of the token."""
    await served.app.state.authenticator.close()  # what others were refused for is written
    caplog.clear()
    expired = jwt.encode({"iss": "i", "sub": "s", "exp": 1}, SECRET)
    with caplog.at_level("INFO", "hearth.auth"):
        async with served.raw() as socket:
            await init(socket, Authorization=f"Bearer {expired}")
            assert await socket.closed() == (4401, "Unauthorized")
        async with httpx.AsyncClient() as client:
            headers = {"Authorization": f"Bearer {expired}", "Accept": "text/event-stream"}
            refused = await client.post(served.url, json={"query": CHANGED}, headers=headers)
        assert refused.status_code == 401
        await served.app.state.authenticator.close()
    assert [record.__dict__["fields"] for record in ours(caplog)] == [
        {"reason": "The token has expired.", "times": 1},
        {"reason": "The token has expired.", "times": 1},
    ]
    assert expired.split(".")[2] not in caplog.text


async def test_subscribing_before_the_acknowledgement(served: Served) -> None:
    """4401, whatever is asked for."""
    async with served.raw() as socket:
        await socket.subscribe("{ viewer { subject } }")
        assert await socket.closed() == (4401, "Unauthorized")


@pytest.mark.parametrize("name", ["Authorization", "authorization"])
async def test_the_token_comes_with_the_first_message(served: Served, name: str) -> None:
    """In either spelling."""
    async with served.raw() as socket:
        await init(socket, **{name: f"Bearer {token()}"})
        assert await socket.hear() == {"type": "connection_ack"}


async def test_the_token_may_come_with_the_upgrade(served: Served) -> None:
    """For clients that are no browser."""
    async with served.raw(additional_headers={"Authorization": f"Bearer {token()}"}) as socket:
        await socket.say(type="connection_init")
        assert await socket.hear() == {"type": "connection_ack"}


async def test_whoever_says_nothing(lively: Address, register: Register, small: LiveLimits) -> None:
    """4408 after a while."""
    limits = replace(small, init_seconds=0.3)
    async with serving(build_app(settings_of(lively), register, limits=limits)) as served, served.raw() as socket:
        assert await socket.closed() == (4408, "Connection initialisation timeout")


async def test_a_second_initialisation(served: Served) -> None:
    """4429."""
    async with served.socket(token()) as socket:
        await init(socket)
        assert await socket.closed() == (4429, "Too many initialisation requests")


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "7", "{}", '{"type":"start"}', '{"type":"ping","payload":7}', b'{"type":"ping"}',
        '{"type":"subscribe"}', '{"type":"subscribe","id":"1"}',
        '{"type":"subscribe","id":"","payload":{"query":"{a}"}}',
        '{"type":"subscribe","id":7,"payload":{"query":"{a}"}}', '{"type":"subscribe","id":"1","payload":{"query":7}}',
        '{"type":"subscribe","id":"1","payload":{"query":"{a}","variables":[]}}',
        '{"type":"subscribe","id":"1","payload":{"query":"{a}","query":"{b}"}}',
        '{"type":"subscribe","id":"1","payload":{"query":"{a\\u0000}"}}', '{"type":"complete"}', "[" * 5000,
    ],
)  # fmt: skip
async def test_what_is_no_message(served: Served, text: str | bytes) -> None:
    """4400, and nothing of it comes back."""
    async with served.socket(token()) as socket:
        await socket.connection.send(text)
        assert await socket.closed() == (4400, "Invalid message")


async def test_an_id_that_is_in_use(served: Served) -> None:
    """4409; after a complete it is free again."""
    async with served.socket(token()) as socket:
        id_ = await served.subscribed(socket, CHANGED)
        await socket.say(type="complete", id=id_)
        await socket.say(type="subscribe", id=id_, payload={"query": CHANGED})
        await served.until(lambda: served.hub.figures.subscribers == 1)
        await socket.say(type="subscribe", id=id_, payload={"query": COUNT})
        assert await socket.closed() == (4409, "Subscriber already exists")
    await served.until(lambda: not served.hub.figures.subscribers)


async def test_pings_are_answered(served: Served) -> None:
    """Before and after the acknowledgement; a pong asks for nothing."""
    async with served.raw() as socket:
        await socket.say(type="ping")
        assert await socket.hear() == {"type": "pong"}
        await init(socket, Authorization=f"Bearer {token()}")
        assert await socket.hear() == {"type": "connection_ack"}
        await socket.say(type="pong")
        await socket.say(type="ping", payload={"a": 1})
        assert await socket.hear() == {"type": "pong"}


async def test_queries_are_answered_too(served: Served) -> None:
    """`next` and `complete`, the operation by its name; a refusal is an `error`; the id is free afterwards."""
    async with served.socket(token()) as socket:
        payload = {"query": COUNT + " query Other { viewer { role } }", "operationName": "Other"}
        for _ in range(2):
            await socket.say(type="subscribe", id='"1"\n', payload=payload)
            assert await socket.hear() == {
                "id": '"1"\n', "type": "next", "payload": {"data": {"viewer": {"role": "office"}}},
            }  # fmt: skip
            assert await socket.hear() == {"id": '"1"\n', "type": "complete"}
        await socket.subscribe("{ nothing }")
        message = await socket.hear()
        assert message["type"] == "error"
        assert message["payload"][0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"


async def test_all_that_does_not_fit_comes_in_one_error(served: Served) -> None:
    """Of a subscription, a query and a mutation alike: every fault of its input, with its place, and no value."""
    asked: list[tuple[str, dict[str, object], set[str]]] = [
        (
            "subscription ($types: [ChangedType!]) { changed(types: $types) { head } }",
            {"types": ["Xanthippe", "CHILD", None]},
            {"$types.0", "$types.2"},
        ),
        (
            "subscription ($id: ID!, $n: Int) { childChanged(id: $id) { placements(first: $n) { totalCount } } }",
            {"id": "Xanthippe", "n": 0},
            {"$id", "$n"},
        ),
        ("query ($n: Int, $w: HomeWhere) { homes(first: $n, where: $w) { totalCount } }",
         {"n": "Xanthippe", "w": {"id": {"eq": "Xanthippe"}}}, {"$n", "$w.id.eq"}),
        ("mutation ($i: UpdateHomeInput!) { updateHome(input: $i) { errors { code } } }",
         {"i": {"id": "Xanthippe", "version": "1", "name": " "}}, {"$i.id", "$i.version", "$i.name"}),
    ]  # fmt: skip
    async with served.socket(token()) as socket:
        for document, variables, wanted in asked:
            id_ = await socket.subscribe(document, **variables)
            message = await socket.hear()
            assert message["id"] == id_
            payload = message["payload"]
            errors = payload if isinstance(payload, list) else payload["errors"]
            assert {".".join(map(str, error["extensions"]["place"])) for error in errors} == wanted, document
            assert "Xanthippe" not in str(message)
            if message["type"] == "next":
                assert "data" not in payload
                assert (await socket.hear())["type"] == "complete"
    # Over an event stream the refusal is one answer, as over HTTP.
    body = {"query": asked[0][0], "variables": asked[0][1]}
    headers = {"Authorization": f"Bearer {token()}", "Accept": "text/event-stream"}
    async with httpx.AsyncClient() as client:
        told = (await client.post(served.url, json=body, headers=headers)).text
    assert told.count("DOES_NOT_FIT") == 2


async def test_nothing_comes_after_a_complete(served: Served, ledger: Ledger, child: Any) -> None:  # noqa: ANN401 - a row
    """The group goes with its last subscriber."""
    async with served.socket(token()) as socket:
        id_ = await served.subscribed(socket, CHANGED)
        await socket.say(type="complete", id=id_)
        await served.until(lambda: not served.groups)
        served.hub.told("BE", await ledger.rename(child, "Jacobs"))
        await socket.silence()


async def test_a_socket_has_a_limit_of_operations(served: Served) -> None:
    """The sixth is an error of its own; the five go on."""
    async with served.socket(token()) as socket:
        for _ in range(5):
            await served.subscribed(socket, CHANGED)
        await socket.subscribe(CHANGED)
        message = await socket.hear()
        assert (message["id"], message["type"]) == ("6", "error")
        extensions = message["payload"][0]["extensions"]
        assert (extensions["code"], extensions["reason"], extensions["retryable"]) == (
            "TOO_COSTLY",
            "BUDGET_SPENT",
            True,
        )
        assert served.hub.figures.subscribers == 5


@pytest.mark.parametrize(
    ("origin", "is_let_in"),
    [
        (None, True), ("http://127.0.0.1:{port}", True), ("https://office.example", True),
        ("https://elsewhere.example", False), ("null", False), ("http://127.0.0.1", False), ("", False),
    ],
)  # fmt: skip
async def test_a_page_of_another_origin_is_refused(served: Served, origin: str | None, is_let_in: bool) -> None:  # noqa: FBT001 - a table
    """With 403, before anything is accepted."""
    named = {} if origin is None else {"Origin": origin.format(port=served.port)}
    if is_let_in:
        async with served.raw(additional_headers=named) as socket:
            assert socket.connection.subprotocol == "graphql-transport-ws"
        return
    with pytest.raises(websockets.InvalidStatus) as refusal:
        async with served.raw(additional_headers=named):
            pass
    assert refusal.value.response.status_code == 403


@pytest.mark.parametrize("offered", [None, ["graphql-ws"]])
async def test_another_subprotocol(served: Served, offered: list[Any] | None) -> None:
    """4406."""
    async with served.raw(subprotocols=offered) as socket:
        assert await socket.closed() == (4406, "Subprotocol not acceptable")


async def test_a_message_has_a_limit(served: Served) -> None:
    """A megabyte, as a body."""
    async with served.socket(token()) as socket:
        await socket.connection.send("x" * 1_000_001)
        assert (await socket.closed())[0] == 1009


async def test_an_expired_token_ends_the_socket(served: Served) -> None:
    """With 4401, in the middle of a subscription."""
    async with served.socket(token(seconds=4)) as socket:
        await served.subscribed(socket, CHANGED)
        assert await socket.closed() == (4401, "The token has expired")
    await served.until(lambda: not served.hub.figures.subscribers)


async def test_no_connection_is_held_between_deliveries(served: Served, ledger: Ledger) -> None:
    """Of the pools: nothing runs, no transaction is open."""
    busy = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle'"
        " AND pid <> pg_backend_pid()"
    )
    async with served.socket(token()) as socket:
        await served.subscribed(socket, CHANGED)
        await asyncio.sleep(0.2)
        counts = [await ledger.operator.fetchval(busy) for _ in range(5)]
        assert min(counts) == 0


async def test_over_plain_http_a_subscription_is_refused(served: Served) -> None:
    """The answer names the ways that there are."""
    async with httpx.AsyncClient() as client:
        answer = await client.post(served.url, json={"query": CHANGED}, headers={"Authorization": f"Bearer {token()}"})
    (error,) = answer.json()["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert "text/event-stream" in error["extensions"]["hint"]


async def test_the_log_holds_no_value(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    """One line a socket: code, seconds, operations, tier; nothing of query string, document, token or variables."""
    bearer = token()
    with caplog.at_level("DEBUG", "hearth"):
        async with served.socket(bearer, additional_headers={"X-Secret": "Geheim"}) as socket:
            await socket.subscribe("query ($id: ID!) { child(id: $id) { id } }", id="Child_BE_Geheim")
            await socket.hear()
        async with websockets.connect(
            f"ws://127.0.0.1:{served.port}/graphql?token=Geheim",
            subprotocols=[websockets.Subprotocol("graphql-transport-ws")],
        ):
            pass
        await served.until(lambda: not served.hub.figures.clients)
    lines = [vars(record).get("fields") for record in caplog.records if record.getMessage() == "socket"]
    assert {"code", "seconds", "operations", "tier"} == set(lines[0] or ())
    assert "Geheim" not in caplog.text
    assert bearer not in caplog.text
    assert SECRET not in caplog.text

"""The application: who gets in, what every answer carries, what is open."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import httpx
import orjson
import pytest
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

import graph.telemetry.readiness
from countries.register.register import load_register
from graph.http.app import create_app
from graph.identity.authenticator import issue_token
from graph.settings.settings import Settings, SettingsError
from tests.http.conftest import SECRET, connect, is_ready, only_error

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request

    from tests.http.small_engine import SmallEngine

QUERY = {"query": "{ who }"}
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


async def page(request: Request) -> Response:
    """Stands where GraphiQL is."""
    return HTMLResponse(f"<title>{request.url.path}</title>")


async def test_the_token_says_who_asks(app: Starlette) -> None:
    """The engine gets the caller of each request's own token."""
    tokens = {
        "office BE": issue_token(SECRET, role="office", country="BE"),
        "office KE": issue_token(SECRET, role="office", country="KE"),
        "region BE,NL": issue_token(SECRET, role="region", countries=["BE", "NL"]),
        "headquarters ": issue_token(SECRET, role="headquarters"),
    }
    async with connect(app) as client:
        for who, token in tokens.items():
            response = await client.post("/graphql", json=QUERY, headers={"Authorization": f"Bearer {token}"})
            assert response.json() == {"data": {"who": who}}


@pytest.mark.parametrize(
    ("authorization", "challenge"),
    [
        (None, 'Bearer realm="hearth"'),
        ("Basic abc", 'Bearer realm="hearth"'),
        ("Bearer nonsense", 'Bearer realm="hearth", error="invalid_token"'),
        ("Bearer \xff.\xff.\xff", 'Bearer realm="hearth", error="invalid_token"'),
    ],
)
async def test_nobody(app: Starlette, engine: SmallEngine, authorization: str | None, challenge: str) -> None:
    """Without a valid token nothing is read, not even nonsense: 401 with a challenge, over GET and POST."""
    headers = [] if authorization is None else [(b"Authorization", authorization.encode("latin-1"))]
    async with connect(app) as client:
        for response in (
            await client.post("/graphql", json=QUERY, headers=headers),
            await client.post("/graphql", content=b"nonsense", headers=headers),
            await client.get("/graphql", params=QUERY, headers=headers),
            await client.get("/graphql", params={"query": "{"}, headers=headers),
        ):
            assert (response.status_code, response.headers["www-authenticate"]) == (401, challenge)
            assert only_error(response)["extensions"]["code"] == "UNAUTHENTICATED"
    assert not engine.asked


async def test_a_token_in_the_url_is_no_token(app: Starlette, token: str) -> None:
    """Addresses end in logs; a token in one counts for nothing."""
    async with connect(app) as client:
        response = await client.get("/graphql", params={**QUERY, "access_token": token})
    assert response.status_code == 401


async def test_two_tokens_are_none(app: Starlette, token: str) -> None:
    """Of two tokens nobody can say which one is meant."""
    header = ("Authorization", f"Bearer {token}")
    async with connect(app) as client:
        assert (await client.post("/graphql", json=QUERY, headers=[header, header])).status_code == 401


async def test_an_unexpected_fault(
    client: httpx.AsyncClient, engine: SmallEngine, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault of ours is a 500 with a reference; its place is in the log, its message and the variables are not."""
    engine.faults["who"] = RuntimeError("Anna, born 2015-01-01")
    with caplog.at_level(logging.INFO, "hearth"):
        response = await client.post("/graphql", json={**QUERY, "variables": {"name": "Bertha"}})
    assert response.status_code == 500
    error = only_error(response)
    assert (error["extensions"]["code"], error["extensions"]["retryable"]) == ("INTERNAL", False)
    (fault,) = (record for record in caplog.records if record.name == "hearth.faults")
    fields = fault.__dict__["fields"]
    assert fields["reference"] in error["message"]
    assert fields["fault"].startswith("RuntimeError < http/small_engine.py:")
    told = response.text + repr([record.__dict__ for record in caplog.records])
    assert "Anna" not in told
    assert "Bertha" not in told


async def test_an_unknown_path(client: httpx.AsyncClient) -> None:
    """What is not there is a 404 in GraphQL's shape; a slash too many is not redirected."""
    for path in ("/", "/nowhere", "/graphql/", "/graphql/x", "/GRAPHQL", "/%00", "//graphql"):
        response = await client.get(path)
        assert response.status_code == 404
        assert only_error(response)["extensions"]["code"] == "NOT_FOUND"


async def test_security_headers(client: httpx.AsyncClient) -> None:
    """Every answer tells browsers to sniff, frame, refer and store nothing, even where it is a refusal."""
    for response in (
        await client.post("/graphql", json=QUERY),
        await client.post("/graphql", content=b""),
        await client.get("/nowhere"),
        await client.get("/health/live"),
    ):
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["referrer-policy"] == "no-referrer"
        assert response.headers["x-frame-options"] == "DENY"
        assert "frame-ancestors 'none'" in response.headers["content-security-policy"]
        assert response.headers["cache-control"] == "no-store"
        assert "strict-transport-security" not in response.headers


async def test_strict_transport_over_https(app: Starlette, token: str) -> None:
    """Behind https the browser is told to stay there."""
    async with connect(app, "https://hearth.example") as client:
        response = await client.post("/graphql", json=QUERY, headers={"Authorization": f"Bearer {token}"})
    assert response.headers["strict-transport-security"] == "max-age=31536000"


@pytest.mark.parametrize("method", ["POST", "GET"])
@pytest.mark.parametrize(("proxy", "is_believed"), [("127.0.0.1", True), ("10.0.0.9", False)])
async def test_only_a_proxy_of_this_machine_says_https(
    app: Starlette,
    token: str,
    method: str,
    proxy: str,
    is_believed: bool,  # noqa: FBT001 - a table's column
) -> None:
    """What another one forwards is not believed, on the direct path and off it."""
    transport = httpx.ASGITransport(app, client=(proxy, 1234))
    headers = {"Authorization": f"Bearer {token}", "X-Forwarded-Proto": "https"}
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        asked: dict[str, Any] = {"json": QUERY} if method == "POST" else {"params": QUERY}
        response = await client.request(method, "/graphql", headers=headers, **asked)
    assert response.status_code == 200
    assert ("strict-transport-security" in response.headers) is is_believed


async def test_a_fault_has_security_headers_too(client: httpx.AsyncClient, engine: SmallEngine) -> None:
    """An answer to a fault is an answer: the same headers, and CORS for an allowed origin."""
    engine.faults["who"] = RuntimeError()
    response = await client.post("/graphql", json=QUERY, headers={"Origin": "https://office.example"})
    assert response.status_code == 500
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["access-control-allow-origin"] == "https://office.example"


async def test_cross_origin_requests(client: httpx.AsyncClient) -> None:
    """A configured origin may read answers, without cookies; another may not."""
    allowed = await client.post("/graphql", json=QUERY, headers={"Origin": "https://office.example"})
    assert allowed.headers["access-control-allow-origin"] == "https://office.example"
    assert "access-control-allow-credentials" not in allowed.headers
    other = await client.post("/graphql", json=QUERY, headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in other.headers


async def test_preflight(client: httpx.AsyncClient) -> None:
    """A browser of a configured origin learns what it may send; of another that it may not, in GraphQL's shape."""
    asks = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}
    allowed = await client.options("/graphql", headers={"Origin": "https://office.example", **asks})
    assert allowed.status_code == 200
    assert "Authorization" in allowed.headers["access-control-allow-headers"]
    other = await client.options("/graphql", headers={"Origin": "https://evil.example", **asks})
    assert (other.status_code, only_error(other)["extensions"]["code"]) == (400, "FORBIDDEN")
    assert "access-control-allow-origin" not in other.headers


TRACED = ("traceparent", "tracestate", "baggage", "sentry-trace", "x-request-id", "apollographql-client-name")


async def test_preflight_of_what_libraries_send(client: httpx.AsyncClient) -> None:
    """Tracing and names of clients are taken; a header that is not is named, and what is taken."""
    asks = {"Origin": "https://office.example", "Access-Control-Request-Method": "POST"}
    for name in TRACED:
        allowed = await client.options("/graphql", headers={**asks, "Access-Control-Request-Headers": name})
        assert allowed.status_code == 200, name
    named = {"Access-Control-Request-Headers": "authorization, x-of-my-own,x-other"}
    refused = await client.options("/graphql", headers={**asks, **named})
    error = only_error(refused)
    assert (refused.status_code, error["extensions"]["code"]) == (400, "FORBIDDEN")
    assert error["message"].endswith("not allowed: x-of-my-own, x-other.")
    assert "Authorization" in error["extensions"]["hint"]
    method = await client.options("/graphql", headers={**asks, "Access-Control-Request-Method": "PUT"})
    assert "method" in only_error(method)["message"]


@pytest.mark.parametrize(
    ("origin", "may"),
    [
        ("http://localhost:5173", True),
        ("http://localhost", True),
        ("http://127.0.0.1:3000", True),
        ("https://localhost:5173", False),
        ("http://localhost.evil.example:5173", False),
        ("http://localhost:5173.evil.example", False),
        ("http://evil.example", False),
        ("null", False),
    ],
)
async def test_any_port_of_this_machine(engine: SmallEngine, token: str, origin: str, *, may: bool) -> None:
    """Whoever develops a page may serve it on any port here, and nobody elsewhere."""
    settings = Settings.from_environment(
        {"HEARTH_DEV_SECRET": SECRET, "HEARTH_CORS_ORIGINS": "http://localhost:*, http://127.0.0.1:*"}
    )
    async with connect(create_app(engine, settings, load_register(), ready=is_ready)) as client:
        headers = {"Origin": origin, "Authorization": f"Bearer {token}"}
        answered = await client.post("/graphql", json=QUERY, headers=headers)
        assert (answered.headers.get("access-control-allow-origin") == origin) is may


async def test_server_timing_in_development(client: httpx.AsyncClient) -> None:
    """With development tokens an answer says how long each stage took."""
    response = await client.post("/graphql", json=QUERY)
    assert response.headers["server-timing"] == "parse;dur=0.250, transaction;dur=1.500"


async def test_a_browser_gets_the_page(engine: SmallEngine, settings: Settings, token: str) -> None:
    """A browser that asks for HTML and for no query gets GraphiQL, without a token; all others get GraphQL."""
    app = create_app(engine, settings, load_register(), ready=is_ready, graphiql=page)
    bearer = {"Authorization": f"Bearer {token}"}
    async with connect(app) as client:
        assert (await client.get("/graphql", headers=BROWSER)).text == "<title>/graphql</title>"
        assert (await client.get("/graphql", headers={"Accept": "text/html"})).status_code == 200
        assert (await client.get("/graphql", params=QUERY, headers=BROWSER | bearer)).json() == {
            "data": {"who": "office BE"}
        }
        assert (await client.get("/graphql", headers=bearer)).status_code == 400
        assert (await client.get("/graphql", params=QUERY, headers={"Accept": "text/html"})).status_code == 406
        assert (await client.post("/graphql", json=QUERY, headers={"Accept": "text/html"})).status_code == 406


async def test_the_page_under_a_foreign_name(engine: SmallEngine, settings: Settings) -> None:
    """The page may hold development tokens, so a name that somebody else made point here gets none of it."""
    app = create_app(engine, settings, load_register(), ready=is_ready, graphiql=page)
    async with connect(app, "http://evil.example:8000") as client:
        response = await client.get("/graphql", headers=BROWSER)
        assert (response.status_code, only_error(response)["extensions"]["code"]) == (421, "FORBIDDEN")
    async with connect(app, "http://localhost:8000") as client:
        assert (await client.get("/graphql", headers=BROWSER)).status_code == 200


async def test_the_page_can_be_switched_off(engine: SmallEngine) -> None:
    """Without GraphiQL a browser is a client like any other."""
    settings = Settings(dev_secret=SECRET, graphiql=False)
    app = create_app(engine, settings, load_register(), ready=is_ready, graphiql=page)
    async with connect(app) as client:
        assert (await client.get("/graphql", headers=BROWSER)).status_code == 401
        assert (await client.get("/graphql", headers={"Accept": "text/html"})).status_code == 406


async def test_further_pages(engine: SmallEngine, settings: Settings) -> None:
    """Whoever builds the application may add routes; their own headers stand."""

    async def asset(request: Request) -> Response:
        del request
        return Response("x", headers={"Content-Security-Policy": "default-src 'self'", "Cache-Control": "immutable"})

    app = create_app(engine, settings, load_register(), ready=is_ready, pages=[Route("/asset", asset)])
    async with connect(app) as client:
        response = await client.get("/asset")
    assert response.headers.get_list("content-security-policy") == ["default-src 'self'"]
    assert response.headers["cache-control"] == "immutable"


async def test_health(engine: SmallEngine, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Live is open and always true; ready is what the server says, and a question without answer says no."""
    monkeypatch.setattr(graph.telemetry.readiness, "READY_SECONDS", 0.05)

    async def not_ready() -> bool:
        return False

    async def broken() -> bool:
        raise ConnectionRefusedError

    async def stuck() -> bool:
        await asyncio.sleep(60)
        return True

    for ready, status in ((is_ready, 200), (not_ready, 503), (broken, 503), (stuck, 503)):
        app = create_app(engine, settings, load_register(), ready=ready)
        async with connect(app) as client:
            assert (await client.get("/health/live")).json() == {"status": "live"}
            assert (await client.get("/health/ready")).status_code == status
            assert (await client.head("/health/ready")).status_code == status
            assert (await client.post("/health/ready")).status_code == 405


def test_a_server_without_identity_does_not_start(engine: SmallEngine) -> None:
    """An application that nobody could sign in to is not made."""
    with pytest.raises(SettingsError):
        create_app(engine, Settings(), load_register(), ready=is_ready)


async def test_readiness_is_asked_once_for_all(engine: SmallEngine, settings: Settings) -> None:
    """Nobody needs a token for it: a hundred who ask at a time take one connection of the callers', not a hundred."""
    asked = 0

    async def ready() -> bool:
        nonlocal asked
        asked += 1
        await asyncio.sleep(0.05)
        return asked < 3

    async with connect(create_app(engine, settings, load_register(), ready=ready)) as client:
        answers = await asyncio.gather(*(client.get("/health/ready") for _ in range(100)))
        assert ({answer.status_code for answer in answers}, asked) == ({200}, 1)
        assert (await client.get("/health/ready")).status_code == 200
        gone = await client.get("/health/ready")
        assert (gone.status_code, gone.headers["retry-after"], asked) == (503, "1", 3)


async def test_every_refusal_has_one_shape(client: httpx.AsyncClient) -> None:
    """Whatever is refused, the body is UTF-8 JSON with one complete error."""
    for response in (
        await client.get("/nowhere"),
        await client.put("/graphql"),
        await client.post("/graphql", content=b"x" * 1_000_001, headers={"Content-Type": "application/json"}),
        await client.post("/graphql", headers={"Accept": "image/png"}),
        await client.post("/graphql", headers={"Authorization": ""}),
    ):
        assert response.headers["content-type"] == "application/json; charset=utf-8"
        assert orjson.loads(response.content).keys() == {"errors"}
        only_error(response)

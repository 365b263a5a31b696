"""The Starlette application: what answers under which path."""

from __future__ import annotations

import sys
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from graph.errors import Forbidden, HearthError, NotFound, NotThisWay
from graph.execute.trusted import NONE_KNOWN, KnownDocuments
from graph.http.access_log import AccessLog
from graph.http.endpoint import GraphQLEndpoint
from graph.http.fast_path import DirectPath
from graph.http.middleware import CrossOrigin, FaultBarrier, SecurityHeaders
from graph.http.request import Head, accepted_languages
from graph.http.response import error_response
from graph.http.subscriptions.websocket_endpoint import SocketEndpoint
from graph.identity.authenticator import authenticator
from graph.identity.keys import JsonWebKeySet
from graph.identity.sign_in import sign_in_checks, with_keys
from graph.reasons import Reason
from graph.shares.bounds import Holdings
from graph.telemetry.logs import fault_trail
from graph.telemetry.metrics import Metrics
from graph.telemetry.readiness import Readiness
from graph.words.speaking import speak, spoken_by

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Container, Sequence

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute
    from starlette.types import Message, Receive, Scope, Send, StatelessLifespan

    from graph.http.endpoint import AnswersRequests
    from graph.http.subscriptions.edge import LiveEdge
    from graph.identity.authenticator import Authenticator
    from graph.identity.keys import SigningKeys
    from graph.settings.settings import Settings
    from graph.telemetry.readiness import ReadinessCheck

PATH = "/graphql"
METHODS = ("GET", "POST")
TRUSTED_PROXY = "127.0.0.1"
ORIGIN, FORWARDED = "origin", "x-forwarded-proto"
"""A page's origin; and whether the client speaks HTTPS with the proxy, the one thing that a proxy is asked."""


class Application(Starlette):
    """Starlette, with a way around its middleware for what nearly every request is: a POST from no browser's page.

    Such a request needs no routing and no CORS; what else the middleware does, `DirectPath` does at once.
    """

    direct: DirectPath
    forwarded: ProxyHeadersMiddleware
    """Reads what a proxy on this machine says of a request, and has it answered."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, socket or lifespan."""
        if scope["type"] == "lifespan":
            await self.forwarded(scope, receive, _without_values(send))  # type: ignore[arg-type]  # the same messages by another name
            return
        speak(spoken_by(accepted_languages(scope)))
        if _may_go_directly(scope):
            head = Head(scope)
            if not head.values(ORIGIN) and not head.values(FORWARDED):
                await self.direct(head, receive, send)
                return
        await self.forwarded(scope, receive, send)  # type: ignore[arg-type]  # as above

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request of which has been read what a proxy says."""
        if _may_go_directly(scope) and not (head := Head(scope)).values(ORIGIN):
            await self.direct(head, receive, send)
        else:
            await super().__call__(scope, receive, send)


def create_app(  # noqa: PLR0913 - the parts that a server is made of, each named at the call
    engine: AnswersRequests,
    settings: Settings,
    register: Container[str],
    *,
    ready: Callable[[], Awaitable[bool]],
    checks: Sequence[ReadinessCheck] = (),
    pages: Sequence[BaseRoute] = (),
    graphiql: Callable[[Request], Awaitable[Response]] | None = None,
    subscriptions: Callable[[Authenticator], LiveEdge] | None = None,
    lifespan: StatelessLifespan[Starlette] | None = None,
    known: KnownDocuments = NONE_KNOWN,
) -> Application:
    """The application.

    Its `state` holds what others need: `authenticator`, `metrics`, `settings`, `live`, `holdings`, `readiness`.

    Args:
        engine: answers GraphQL requests.
        settings: who may sign in, from which origins.
        register: the country codes that exist.
        ready: whether the database answers now.
        checks: what else readiness looks at; `state.readiness` takes more.
        pages: further routes, such as GraphiQL's assets.
        graphiql: the page behind GET /graphql for a browser.
        subscriptions: the way in for subscriptions, given who says who asks; without it there are none.
        lifespan: what opens and closes with the server.
        known: the documents that are known beforehand.

    Raises:
        SettingsError: nobody could sign in.
    """
    callers = authenticator(settings, register)
    live = None if subscriptions is None else subscriptions(callers)
    metrics = _metrics(live, callers.keys)
    holdings = Holdings() if live is None else live.holdings
    page = graphiql if settings.graphiql else None
    parts = (engine, callers, metrics, settings.is_development, page, live)
    endpoint = GraphQLEndpoint(*parts, holdings=holdings, known=known)
    readiness = Readiness(ready, [*checks, *sign_in_checks(callers)])
    app = Application(
        routes=[*_graphql(endpoint, live), *_health(readiness), *pages],
        middleware=_middleware(settings, metrics),
        exception_handlers={HTTPException: _refuse},
        lifespan=with_keys(callers, lifespan),
    )
    _with_ways(app, DirectPath(endpoint, metrics))
    app.state.authenticator, app.state.metrics, app.state.settings = callers, metrics, settings
    app.state.live, app.state.holdings, app.state.readiness = live, holdings, readiness
    return app


def _with_ways(app: Application, direct: DirectPath) -> None:
    """The ways to an answer that begin before routing."""
    app.direct = direct
    app.forwarded = ProxyHeadersMiddleware(app.answer, TRUSTED_PROXY)  # type: ignore[arg-type]  # as above
    # A redirect would be built from a Host header that anybody may send.
    app.router.redirect_slashes = False


def _metrics(live: LiveEdge | None, keys: SigningKeys) -> Metrics:
    """What is counted; of an identity provider also how old its keys are."""
    metrics = Metrics(None if live is None else live.hub.figures)
    if isinstance(keys, JsonWebKeySet):
        metrics.show_keys(lambda: keys.seconds_old)
    return metrics


def _graphql(endpoint: GraphQLEndpoint, live: LiveEdge | None) -> list[BaseRoute]:
    """Requests and, where there are subscriptions, sockets."""
    sockets = [] if live is None else [WebSocketRoute(PATH, SocketEndpoint(live))]
    return [Route(PATH, endpoint, methods=METHODS), *sockets]


def _middleware(settings: Settings, metrics: Metrics) -> list[Middleware]:
    """What every request goes through that does not take the direct path, the outermost first."""
    return [
        Middleware(AccessLog, metrics=metrics),
        Middleware(SecurityHeaders),
        Middleware(CrossOrigin, origins=settings.cors_origins),
        Middleware(FaultBarrier),
    ]


def _health(readiness: Readiness) -> list[Route]:
    """Whether the process lives, and whether it can answer."""
    return [Route("/health/live", _live), Route("/health/ready", readiness.answer)]


async def _live(request: Request) -> Response:
    """The process answers."""
    del request
    return JSONResponse({"status": "live"}, headers={"Cache-Control": "no-store"})


async def _refuse(request: Request, refusal: Exception) -> Response:
    """What routing refuses, as a GraphQL response."""
    del request
    if not isinstance(refusal, HTTPException):
        raise refusal
    errors: dict[int, HearthError] = {
        HTTPStatus.NOT_FOUND: NotFound(
            "There is nothing under this path.",
            "GraphQL is at {path}.",
            reason=Reason.NOT_THIS_WAY,
            params=(("path", PATH),),
        ),
        HTTPStatus.METHOD_NOT_ALLOWED: NotThisWay("This path does not know the method.", "See the header Allow."),
        HTTPStatus.FORBIDDEN: Forbidden(
            "This is not allowed.", "Ask whoever runs this server.", reason=Reason.NOT_THIS_WAY
        ),
    }
    error = errors.get(
        refusal.status_code,
        NotThisWay("The request cannot be served.", "Check path and headers."),
    )
    return error_response(error, refusal.status_code, headers=refusal.headers)


def _without_values(send: Send) -> Send:
    """Tell the server of a start, or an end, that failed without the exception's message, which it would log."""

    async def sent(message: Message) -> None:
        fault = sys.exc_info()[1]
        if message["type"].endswith(".failed") and fault is not None:
            message = {**message, "message": fault_trail(fault)}
        await send(message)

    return sent


def _may_go_directly(scope: Scope) -> bool:
    return bool(scope["type"] == "http" and scope["method"] == "POST" and scope["path"] == PATH)

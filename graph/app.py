"""The Starlette application: what answers under which path."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import JSONResponse
from starlette.routing import Route

from graph.auth import authenticator, bearer_token
from graph.errors import BadUserInput, Forbidden, HearthError, NotFound, Unauthenticated
from graph.http import (
    STATUS_BY_CODE,
    Refused,
    answer_response,
    error_response,
    graphql_status,
    operation_type,
    read_request,
)
from graph.logs import RECORD_KEY, AccessLog, RequestRecord, fault_trail
from graph.media import GRAPHQL_RESPONSE, HTML, JSON, negotiate
from graph.metrics import Metrics
from graph.middleware import CrossOrigin, FaultBarrier, SecurityHeaders
from graph.settings import is_loopback

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Container, Sequence

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute
    from starlette.types import Lifespan

    from countries.caller import Caller
    from graph.auth import Authenticator
    from graph.requests import Answer, GraphQLRequest
    from graph.settings import Settings

logger = logging.getLogger("hearth.app")

READY_SECONDS = 2.0
PATH = "/graphql"
METHODS = ("GET", "POST")


class AnswersRequests(Protocol):
    """What the application needs of an engine."""

    async def answer(self, request: GraphQLRequest, caller: Caller) -> Answer:
        """The complete response to one request of one caller."""
        ...


@dataclass(frozen=True, slots=True)
class GraphQLEndpoint:
    """`/graphql` over HTTP.

    Attributes:
        engine: answers the requests.
        callers: turns tokens into callers.
        metrics: where the time of each stage is counted.
        is_development: whether tokens are development tokens; only then answers carry `Server-Timing`.
        page: the GraphiQL page, for a browser that asks for HTML and for no query.
    """

    engine: AnswersRequests
    callers: Authenticator
    metrics: Metrics
    is_development: bool
    page: Callable[[Request], Awaitable[Response]] | None

    async def respond(self, request: Request) -> Response:
        """One request is one sentence: agree on a form, know the caller, read, answer."""
        media_type = JSON
        try:
            media_type = self._media_type(request)
            if media_type == HTML:
                return await self._page(request)
            caller = await self._caller(request)
            operation = await read_request(request)
            _record(request).operation = operation_type(operation)
            answer = await self.engine.answer(operation, caller)
        except Refused as refusal:
            return error_response(refusal.error, refusal.status, media_type, refusal.headers)
        except HearthError as error:
            status = graphql_status(STATUS_BY_CODE.get(error.code, HTTPStatus.BAD_REQUEST), media_type)
            return error_response(error, status, media_type)
        self.metrics.observe(answer.timings)
        return answer_response(answer, media_type, shows_timings=self.is_development)

    def _media_type(self, request: Request) -> str:
        """The form of the answer; HTML is offered only where there is a page and nothing to run."""
        has_page = self.page is not None and request.method != "POST" and "query" not in request.query_params
        offers = (JSON, GRAPHQL_RESPONSE, HTML) if has_page else (JSON, GRAPHQL_RESPONSE)
        media_type = negotiate(", ".join(request.headers.getlist("accept")), offers)
        if media_type is None:
            error = BadUserInput("None of the accepted media types is served here.", f"Accept {GRAPHQL_RESPONSE}.")
            raise Refused(HTTPStatus.NOT_ACCEPTABLE, error)
        return media_type

    async def _page(self, request: Request) -> Response:
        """The page may hold development tokens: a foreign name that resolves to this machine must not read them."""
        if self.is_development and not is_loopback(request.url.hostname or ""):
            error = Forbidden("The page is not served under this host name.", "Open it at http://127.0.0.1 instead.")
            raise Refused(HTTPStatus.MISDIRECTED_REQUEST, error)
        if self.page is None:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return await self.page(request)

    async def _caller(self, request: Request) -> Caller:
        challenge = 'Bearer realm="hearth"'
        try:
            token = bearer_token(request.headers.getlist("authorization"))
            challenge += ', error="invalid_token"'
            caller = await self.callers.caller(token)
        except Unauthenticated as error:
            raise Refused(HTTPStatus.UNAUTHORIZED, error, {"WWW-Authenticate": challenge}) from None
        _record(request).tier = caller.tier
        return caller


def create_app(  # noqa: PLR0913 - the parts that a server is made of, each named at the call
    engine: AnswersRequests,
    settings: Settings,
    register: Container[str],
    *,
    ready: Callable[[], Awaitable[bool]],
    pages: Sequence[BaseRoute] = (),
    graphiql: Callable[[Request], Awaitable[Response]] | None = None,
    lifespan: Lifespan[Starlette] | None = None,
) -> Starlette:
    """The application; its `state` holds `authenticator`, `metrics` and `settings` for whoever else needs them.

    Args:
        engine: answers GraphQL requests.
        settings: who may sign in, from which origins.
        register: the country codes that exist.
        ready: whether requests can be answered now.
        pages: further routes, such as the WebSocket and GraphiQL's assets.
        graphiql: the page behind GET /graphql for a browser.
        lifespan: what opens and closes with the server.

    Raises:
        SettingsError: nobody could sign in.
    """
    metrics = Metrics()
    callers = authenticator(settings, register)
    page = graphiql if settings.graphiql else None
    endpoint = GraphQLEndpoint(engine, callers, metrics, settings.is_development, page)
    app = Starlette(
        routes=[
            Route(PATH, endpoint.respond, methods=METHODS),
            Route("/health/live", _live),
            Route("/health/ready", _readiness(ready)),
            *pages,
        ],
        middleware=[
            Middleware(AccessLog, metrics=metrics),
            Middleware(SecurityHeaders),
            Middleware(CrossOrigin, origins=settings.cors_origins),
            Middleware(FaultBarrier),
        ],
        exception_handlers={HTTPException: _refuse},
        lifespan=lifespan,
    )
    # A redirect would be built from a Host header that anybody may send.
    app.router.redirect_slashes = False
    app.state.authenticator, app.state.metrics, app.state.settings = callers, metrics, settings
    return app


async def _live(request: Request) -> Response:
    """The process answers."""
    del request
    return JSONResponse({"status": "live"}, headers={"Cache-Control": "no-store"})


def _readiness(ready: Callable[[], Awaitable[bool]]) -> Callable[[Request], Awaitable[Response]]:
    async def readiness(request: Request) -> Response:
        """Requests can be answered; a question that takes too long or fails says no."""
        del request
        try:
            async with asyncio.timeout(READY_SECONDS):
                is_ready = await ready()
        except Exception as fault:  # noqa: BLE001 - whatever it is, the server is not ready
            logger.warning("not ready", extra={"fields": {"fault": fault_trail(fault)}})
            is_ready = False
        status, word = (HTTPStatus.OK, "ready") if is_ready else (HTTPStatus.SERVICE_UNAVAILABLE, "unavailable")
        return JSONResponse({"status": word}, status, headers={"Cache-Control": "no-store"})

    return readiness


async def _refuse(request: Request, refusal: Exception) -> Response:
    """What routing refuses, as a GraphQL response."""
    del request
    if not isinstance(refusal, HTTPException):
        raise refusal
    errors: dict[int, HearthError] = {
        HTTPStatus.NOT_FOUND: NotFound("There is nothing under this path.", f"GraphQL is at {PATH}."),
        HTTPStatus.METHOD_NOT_ALLOWED: BadUserInput("This path does not know the method.", "See the header Allow."),
        HTTPStatus.FORBIDDEN: Forbidden("This is not allowed.", "Ask whoever runs this server."),
    }
    error = errors.get(refusal.status_code, BadUserInput("The request cannot be served.", "Check path and headers."))
    return error_response(error, refusal.status_code, headers=refusal.headers)


def _record(request: Request) -> RequestRecord:
    record: RequestRecord = request.scope[RECORD_KEY]
    return record

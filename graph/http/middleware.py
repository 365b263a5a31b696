"""What every HTTP answer gets on its way out, whoever made it."""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
from typing import TYPE_CHECKING

from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect

from graph.errors import Forbidden, Internal, Unavailable
from graph.http.access_log import RECORD_KEY
from graph.http.one_write import Headers
from graph.http.origins import is_among
from graph.http.response import error_response
from graph.reasons import Reason
from graph.telemetry.logs import fault_trail

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.datastructures import Headers as RequestHeaders
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from graph.refusals import Params

logger = logging.getLogger("hearth.faults")

METHODS = ("GET", "POST")
TAKEN_HEADERS = (
    "Accept", "Accept-Language", "Authorization", "Content-Language", "Content-Type", "X-Requested-With",
    # What libraries of frontends send of themselves: Apollo's names and its guard, GraphQL tools' clients.
    "Apollo-Require-Preflight", "Apollographql-Client-Name", "Apollographql-Client-Version",
    "GraphQL-Client-Name", "GraphQL-Client-Version", "GraphQL-Preflight", "X-Apollo-Operation-Id",
    "X-Apollo-Operation-Name", "X-GraphQL-Client-Name", "X-GraphQL-Client-Version",
    # What tracing sends: W3C's, Sentry's, Datadog's, Zipkin's, and names of one request.
    "Baggage", "Traceparent", "Tracestate", "Sentry-Trace", "X-Datadog-Origin", "X-Datadog-Parent-Id",
    "X-Datadog-Sampling-Priority", "X-Datadog-Trace-Id", "B3", "X-B3-Flags", "X-B3-ParentSpanId", "X-B3-Sampled",
    "X-B3-SpanId", "X-B3-TraceId", "X-Correlation-Id", "X-Request-Id", "Idempotency-Key",
)  # fmt: skip
"""Headers that a page of another origin may send. Most are read by nobody here, and do no harm."""
TAKEN = ", ".join(TAKEN_HEADERS)
HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9a-z-]{1,64}", re.ASCII)

SECURITY_HEADERS = Headers(
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"),
)
HEADERS_OVER_HTTPS = Headers(*SECURITY_HEADERS.pairs, (b"strict-transport-security", b"max-age=31536000"))


def security_headers(scope: Scope) -> Headers:
    """The headers that a browser obeys, for an answer to this request."""
    # Over plain http the last one means nothing and would lock a developer's browser out of localhost.
    return HEADERS_OVER_HTTPS if scope["scheme"] == "https" else SECURITY_HEADERS


class SecurityHeaders:
    """ASGI middleware: the headers that a browser obeys, where the answer has not set its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add headers to its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        wanted = security_headers(scope)

        async def harden(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", ()))
                present = {name.lower() for name, _ in headers}
                message["headers"] = headers + [header for header in wanted.pairs if header[0] not in present]
            await send(message)

        await self.app(scope, receive, harden)


class CrossOrigin(CORSMiddleware):
    """CORS whose refusal is a GraphQL response too. Credentials are never allowed: a token is sent by hand."""

    def __init__(self, app: ASGIApp, origins: Collection[str]) -> None:
        super().__init__(
            app,
            allow_origins=origins,
            allow_methods=METHODS,
            allow_headers=TAKEN_HEADERS,
            expose_headers=("Server-Timing", "Retry-After", "WWW-Authenticate"),
        )

    def is_allowed_origin(self, origin: str) -> bool:
        """Whether pages of an origin may call."""
        return is_among(origin, self.allow_origins)

    def preflight_response(self, request_headers: RequestHeaders) -> Response:
        """The browser's permission, or a refusal that says what of the request is not taken."""
        response = super().preflight_response(request_headers)
        if response.status_code < 400:  # noqa: PLR2004 - 4xx and beyond are refusals
            return response
        message, hint, params = self._refused(request_headers)
        error = Forbidden(message, hint, reason=Reason.NOT_THIS_WAY, params=params)
        return error_response(error, response.status_code, headers={"Vary": "Origin"})

    def _refused(self, request_headers: RequestHeaders) -> tuple[str, str, Params]:
        if not self.is_allowed_origin(request_headers.get("origin", "")):
            return "Requests from this web origin are not allowed.", "Add the origin to HEARTH_CORS_ORIGINS.", ()
        if request_headers.get("access-control-request-method") not in self.allow_methods:
            return "Requests by this method are not allowed.", "Use {methods}.", (("methods", ", ".join(METHODS)),)
        asked = request_headers.get("access-control-request-headers", "").lower().split(",")
        refused = [name for name in map(str.strip, asked) if name and name not in self.allow_headers]
        named, taken = ", ".join(name for name in refused if HEADER_NAME.fullmatch(name)), ("taken", TAKEN)
        hint = "Leave it out; taken are {taken}."
        if not named:
            return "Requests with this header are not allowed: by a name that is none.", hint, (taken,)
        return "Requests with this header are not allowed: {headers}.", hint, (("headers", named), taken)


class FaultBarrier:
    """ASGI middleware: an exception that nobody expected is a 500 with a reference, and its place is in the log."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and answer for what goes wrong."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        has_begun = False

        async def watch(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self.app(scope, receive, watch)
        except ClientDisconnect:
            logger.debug("the client went away")
        except asyncio.CancelledError:
            if has_begun:
                raise
            stopping = stopped()
            if RECORD_KEY in scope:
                scope[RECORD_KEY].codes = (stopping.code,)
            await error_response(stopping, 503)(scope, receive, send)
        except Exception as fault:
            error = internal_error(fault)
            if RECORD_KEY in scope:
                scope[RECORD_KEY].codes = (error.code,)
            if has_begun:
                # Half an answer is on the wire: only closing the connection can tell the client.
                raise
            await error_response(error, 500)(scope, receive, send)


def stopped() -> Unavailable:
    """What a request hears that a server which stops has cut off: nothing else cancels one whose client is there."""
    return Unavailable(
        "This server stops, and has not answered in time.",
        "Send it again; a mutation under the same idempotencyKey, it is never done twice.",
        retry_after=1,
    )


def internal_error(fault: BaseException) -> Internal:
    """Log where a fault came from, and return the error that names the log line."""
    reference = secrets.token_hex(6)
    logger.error("fault", extra={"fields": {"reference": reference, "fault": fault_trail(fault)}})
    return Internal(
        "Something went wrong on our side; the reference is {reference}.",
        "Tell the operators the reference.",
        params=(("reference", reference),),
    )


def is_allowed_origin(headers: RequestHeaders, origins: Collection[str]) -> bool:
    """Whether a WebSocket may be opened from where its `Origin` says: browsers ask nobody else.

    Args:
        headers: of the handshake. Without an `Origin` it comes from no browser.
        origins: allowed origins besides our own.
    """
    origin, host = headers.get("origin"), headers.get("host")
    if origin is None or is_among(origin, origins):
        return True
    # The scheme is left out: behind a proxy only the proxy knows it.
    return bool(host) and origin.partition("://")[2] == host

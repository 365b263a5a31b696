"""GraphQL over HTTP: an answer, or a refusal, becomes a response.

Whatever is refused here is refused with a GraphQL response, so that a client has one shape to read.
"""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING

import orjson
from starlette.responses import Response

from graph.execute.response import TOO_MANY
from graph.http.media_types import GRAPHQL_RESPONSE, JSON
from graph.http.one_write import Headers
from graph.words.speaking import spoken
from graph.words.words import SOURCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.errors import HearthError
    from graph.execute.request import GraphQLResponse
    from graph.http.one_write import AtOnce

# As numbers: to ask the enumeration for a member is a call, and every answer asks for several.
OK, NOT_ALLOWED = HTTPStatus.OK.value, HTTPStatus.METHOD_NOT_ALLOWED.value
FAULT, UNAVAILABLE = HTTPStatus.INTERNAL_SERVER_ERROR.value, HTTPStatus.SERVICE_UNAVAILABLE.value
FAILED_OUTRIGHT = frozenset({HTTPStatus.UNAUTHORIZED.value, HTTPStatus.FORBIDDEN.value, NOT_ALLOWED, TOO_MANY})
STATUS_BY_CODE = {
    "UNAUTHENTICATED": HTTPStatus.UNAUTHORIZED,
    "FORBIDDEN": HTTPStatus.FORBIDDEN,
    "INTERNAL": HTTPStatus.INTERNAL_SERVER_ERROR,
    "UNAVAILABLE": HTTPStatus.SERVICE_UNAVAILABLE,
    "TIMEOUT": HTTPStatus.GATEWAY_TIMEOUT,
}
CACHE_CONTROL = (b"cache-control", b"no-store")
VARY = (b"vary", b"Accept, Authorization, Accept-Language")
RETRY_SECONDS = 1
"""When to try again where the server cannot answer now, and nothing says better."""


@cache
def usual(media_type: str, language: str) -> Headers:
    """What every reply of a form in a language has: there are few of either."""
    form = (b"content-type", f"{media_type}; charset=utf-8".encode())
    return Headers(form, (b"content-language", language.encode()), CACHE_CONTROL, VARY)


class Reply(Response):
    """A response whose headers are bytes already: the framework's own encodes each of them anew.

    Args:
        body: all of it.
        status: the HTTP status.
        media_type: that of its body.
        headers: others than every reply has, names in small letters.
        retry_after: whole seconds after which the same request may succeed.
        language: of its words; that of the task at hand where nothing is said.
    """

    body: bytes

    def __init__(
        self,
        body: bytes,
        status: int,
        media_type: str,
        headers: Sequence[tuple[bytes, bytes]] = (),
        retry_after: int | None = None,
        language: str | None = None,
    ) -> None:
        self.status_code = status
        self.body = body
        self.background = None
        self._usual = usual(media_type, language or spoken().tag)
        if retry_after is None and status == UNAVAILABLE:
            retry_after = RETRY_SECONDS
        self._own = headers if retry_after is None else (*headers, (b"retry-after", b"%d" % retry_after))

    @cached_property
    def raw_headers(self) -> list[tuple[bytes, bytes]]:  # type: ignore[override]  # made when ASGI's messages ask for it
        """All of them, for ASGI's messages."""
        return [*self._usual.pairs, (b"content-length", str(len(self.body)).encode()), *self._own]

    def write(self, at_once: AtOnce, last: Headers) -> bool:
        """Write it in one go, with further headers behind its own; whether it was written."""
        return at_once(self.status_code, self._usual, self._own, last, self.body)


def graphql_status(status: int, media_type: str) -> int:
    """The status of what GraphQL said of a well-formed request, from the one that the newer media type has.

    As `application/json` whatever GraphQL itself refuses is a 200; a status stays where no GraphQL was run at all.
    """
    if status == OK or media_type == GRAPHQL_RESPONSE or status in FAILED_OUTRIGHT or status >= FAULT:
        return status
    return OK


def status_of(error: HearthError) -> int:
    """The status of a request that failed whole: a share that is spent has one of its own, whatever its code."""
    if error.is_spent:
        return TOO_MANY
    return STATUS_BY_CODE.get(error.code, HTTPStatus.BAD_REQUEST)


def answer_response(
    answer: GraphQLResponse, media_type: str, *, shows_timings: bool, packed: tuple[str, bytes] | None = None
) -> Reply:
    """An answer of the engine as a client reads it; `packed` is its coding and its body, where it is compressed."""
    status = graphql_status(answer.status, media_type)
    headers: list[tuple[bytes, bytes]] = []
    language = SOURCE if answer.of_schema else None
    if status == NOT_ALLOWED:
        headers.append((b"allow", b"POST"))
    if shows_timings and answer.timings:
        headers.append((b"server-timing", _stages(tuple(answer.timings)) % (*answer.timings.values(),)))
    if packed is not None:
        coding, body = packed
        headers += [(b"content-encoding", coding.encode()), (b"vary", b"Accept-Encoding")]
        return Reply(body, status, media_type, headers, answer.retry_after, language)
    return Reply(answer.body, status, media_type, headers, answer.retry_after, language)


@lru_cache(maxsize=16)
def _stages(names: tuple[str, ...]) -> bytes:
    """The value of `Server-Timing`, with a place for the milliseconds of each stage."""
    return ", ".join([f"{name};dur=%.3f" for name in names]).encode()


def error_response(
    error: HearthError, status: int, media_type: str = JSON, headers: Mapping[str, str] | None = None
) -> Reply:
    """One error as a GraphQL response without data; `Retry-After` where the error says when."""
    encoded = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in (headers or {}).items()]
    return Reply(orjson.dumps({"errors": [error.formatted()]}), status, media_type, encoded, error.retry_after)

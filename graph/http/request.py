"""GraphQL over HTTP: a request's head and body become a GraphQL request.

Follows the draft of https://graphql.github.io/graphql-over-http/draft/. Whatever is refused here is refused with a
GraphQL response, so that a client has one shape to read.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect

from graph.errors import TooLarge, Unreadable
from graph.execute.request import GraphQLRequest
from graph.http.deadline import Deadline
from graph.http.media_types import JSON, is_json_body
from graph.http.one_write import AT_ONCE
from graph.http.parsing import NotServedError, parse_body, parse_query_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.types import Receive, Scope

    from graph.execute.batch import Batch
    from graph.http.one_write import AtOnce

BODY_LIMIT_BYTES = 1_000_000
# A client that is still sending does not listen: of a body that is too long a little more is read and dropped.
DRAIN_LIMIT_BYTES = 4 * BODY_LIMIT_BYTES
BODY_SECONDS = 30.0
SMALL_DIGITS = 5
"""Of a body whose length has fewer digits nobody need ask how long it is."""
READ = {
    name.encode(): name
    for name in (
        "accept", "authorization", "content-encoding", "content-length", "content-type", "origin", "x-forwarded-proto",
    )
}  # fmt: skip
NONE: tuple[str, ...] = ()
LANGUAGES = b"accept-language"
DIGITS = re.compile("[0-9]{1,18}")


class Head:
    """What is read of a request's head: each header that matters, with all of its values.

    Args:
        scope: the ASGI scope of the request.
    """

    __slots__ = ("_values", "at_once", "method", "query_string", "scope")

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.method: str = scope["method"]
        self.query_string: bytes = scope["query_string"]
        self.at_once: AtOnce | None = scope.get(AT_ONCE)
        self._values: dict[str, list[str]] = {}
        for name, value in scope["headers"]:
            if name in READ:
                self._values.setdefault(READ[name], []).append(value.decode("latin-1"))

    def values(self, name: str) -> Sequence[str]:
        """The values of a header, one for each time that it was sent."""
        return self._values.get(name, NONE)

    @property
    def declared_size(self) -> int:
        """What `Content-Length` says; nothing where it is absent, and the servers refuse one that is no number."""
        declared = self.values("content-length")
        return int(declared[0]) if declared and DIGITS.fullmatch(declared[0]) else 0

    @property
    def most_body(self) -> int:
        """How many bytes of body are kept at most, 0 for few: what it says, else all that may be."""
        if self.method != "POST":
            return 0
        declared = self.values("content-length")
        if declared and len(declared[0]) < SMALL_DIGITS:
            return 0
        return min(self.declared_size, BODY_LIMIT_BYTES) if declared else BODY_LIMIT_BYTES


def accepted_languages(scope: Scope) -> str:
    """What a request, or the one that becomes a socket, says of the languages that its client reads."""
    return b",".join([value for name, value in scope["headers"] if name == LANGUAGES]).decode("latin-1")


def request_at_hand(head: Head) -> GraphQLRequest | Batch | None:
    """What a POST asks for whose whole body came with its head; nothing where it is still to be read.

    Raises:
        NotServedError: it carries none, too much of one, or one in another form.
    """
    if head.at_once is None or head.method != "POST":
        return None
    _check_form(head)
    body = head.at_once.body()
    if body is None:
        return None
    if len(body) > BODY_LIMIT_BYTES:
        raise _too_long()
    return parse_body(body)


async def read_request(head: Head, receive: Receive) -> GraphQLRequest | Batch:
    """The GraphQL request that a GET or POST carries, or the batch of a POST.

    Raises:
        NotServedError: it carries none, too much of one, or one in another form.
        ClientDisconnect: the client went away while it was sending.
    """
    if head.method != "POST":
        return parse_query_string(head.query_string)
    _check_form(head)
    return parse_body(await read_body(head, receive))


async def read_body(head: Head, receive: Receive) -> bytes:
    """At most a megabyte; the rest of a longer body is not kept, and of a much longer one not even read.

    Raises:
        NotServedError: it is longer, or does not arrive in time.
        ClientDisconnect: the client went away.
    """
    size, chunks = head.declared_size, list[bytes]()
    if size <= DRAIN_LIMIT_BYTES:
        size, more = 0, True
        try:
            with Deadline(BODY_SECONDS):
                while more and size <= DRAIN_LIMIT_BYTES:
                    chunk, more = await _chunk(receive)
                    size += len(chunk)
                    if size <= BODY_LIMIT_BYTES:
                        chunks.append(chunk)
        except TimeoutError:
            late = Unreadable("The body did not arrive in time.", "Send the request again, in one go.", retry_after=1)
            raise NotServedError(HTTPStatus.REQUEST_TIMEOUT, late, {"Connection": "close"}) from None
    if size > BODY_LIMIT_BYTES:
        raise _too_long()
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def _check_form(head: Head) -> None:
    content_types = head.values("content-type")
    if len(content_types) != 1 or not is_json_body(content_types[0]):
        hint, form = "Send Content-Type: {form}.", (("form", JSON),)
        error = Unreadable("The body is no JSON in UTF-8, or does not say so.", hint, params=form)
        raise NotServedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, error, {"Accept-Post": JSON})
    encodings = head.values("content-encoding")
    if encodings and encodings[0].lower() != "identity":
        error = Unreadable("A compressed body is not read.", "Send the body without Content-Encoding.")
        raise NotServedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, error, {"Accept-Encoding": "identity"})


def _too_long() -> NotServedError:
    limit = (("limit", BODY_LIMIT_BYTES),)
    error = TooLarge("The body is longer than {limit} bytes.", "Send several smaller requests.", params=limit)
    return NotServedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, error, {"Connection": "close"})


async def _chunk(receive: Receive) -> tuple[bytes, bool]:
    """The next piece of a body, and whether more follows."""
    message = await receive()
    if message["type"] == "http.disconnect":
        raise ClientDisconnect
    return message.get("body", b""), message.get("more_body", False)

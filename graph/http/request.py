"""GraphQL over HTTP: a request's head and body become a GraphQL request.

Follows the draft of https://graphql.github.io/graphql-over-http/draft/. Whatever is refused here is refused with a
GraphQL response, so that a client has one shape to read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect

from graph.documents.limits import MAX_VALUES
from graph.errors import HearthError, TooLarge, Unreadable
from graph.execute.request import GraphQLRequest
from graph.http.deadline import Deadline
from graph.http.json_text import TwiceError, holds_too_much, names_nul, read_json
from graph.http.media_types import JSON, is_json_body
from graph.http.one_write import AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.types import Receive, Scope

    from graph.http.one_write import AtOnce

BODY_LIMIT_BYTES = 1_000_000
URL_LIMIT_BYTES = 32_768
# A client that is still sending does not listen: of a body that is too long a little more is read and dropped.
DRAIN_LIMIT_BYTES = 4 * BODY_LIMIT_BYTES
BODY_SECONDS = 30.0
SMALL_DIGITS = 5
"""Of a body whose length has fewer digits nobody need ask how long it is."""
MOST_PARAMETERS = 16
NUL_HINT = "Leave out the character U+0000; PostgreSQL keeps no text with it."
READ = {
    name.encode(): name
    for name in (
        "accept", "authorization", "content-encoding", "content-length", "content-type", "origin", "x-forwarded-proto",
    )
}  # fmt: skip
NONE: tuple[str, ...] = ()
DIGITS = re.compile("[0-9]{1,18}")
FIRST_KEYWORD = re.compile(r"(?:[\s,\ufeff]++|#[^\n\r]*+)*+(query|mutation|subscription|\{)")


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


@dataclass(eq=False)
class NotServedError(Exception):
    """A request that HTTP refuses.

    Attributes:
        status: the HTTP status.
        error: what the body says.
        headers: what the status asks for besides, such as `Allow`.
    """

    status: int
    error: HearthError
    headers: dict[str, str] = field(default_factory=dict)


def request_at_hand(head: Head) -> GraphQLRequest | None:
    """The GraphQL request of a POST whose whole body came with its head; nothing where it is still to be read.

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


async def read_request(head: Head, receive: Receive) -> GraphQLRequest:
    """The GraphQL request that a GET or POST carries.

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


def parse_body(body: bytes) -> GraphQLRequest:
    """The request in a POST body.

    Raises:
        NotServedError: it is no JSON, no object, a batch, gives a member twice, or has members of the wrong type.
    """
    if not body:
        raise _malformed("The body is empty.", 'Send a JSON object: {"query": "{ __typename }"}.')
    if holds_too_much(body):
        raise _malformed(f"The body holds more than {MAX_VALUES} values.", "Send several smaller requests.")
    members = _loads(body, "The body")
    if isinstance(members, list):
        raise _malformed("Batches are not served.", "Send each operation as a request of its own, at the same time.")
    if not isinstance(members, dict):
        raise _malformed("The body is no JSON object.", 'Send a JSON object: {"query": "{ __typename }"}.')
    if names_nul(body, members):
        raise _malformed("The body holds a NUL character.", NUL_HINT)
    return _request(members, read_only=False, size=len(body))


def parse_members(members: Mapping[str, object], message: bytes) -> GraphQLRequest:
    """The request in a JSON object that has been read already, as in a WebSocket's message.

    Args:
        members: of the object.
        message: the JSON in which it came.

    Raises:
        NotServedError: it has members of the wrong type, or holds a NUL character.
    """
    if names_nul(message, members):
        raise _malformed("The request holds a NUL character.", NUL_HINT)
    return _request(members, read_only=False, size=len(message))


def parse_query_string(query_string: bytes) -> GraphQLRequest:
    """The request in the parameters of a GET: `variables` and `extensions` are JSON, an empty one counts as absent.

    Raises:
        NotServedError: the parameters are too long, twice the same, or of the wrong type.
    """
    if len(query_string) > URL_LIMIT_BYTES:
        limit = (("limit", URL_LIMIT_BYTES),)
        error = TooLarge("The query string is longer than {limit} bytes.", "Send it as a POST.", params=limit)
        raise NotServedError(HTTPStatus.REQUEST_URI_TOO_LONG, error)
    try:
        pairs = parse_qsl(query_string.decode("ascii"), errors="strict", max_num_fields=MOST_PARAMETERS)
    except ValueError:
        raise _malformed("The query string cannot be read.", "Encode it as UTF-8 with percent signs.") from None
    members: dict[str, object] = dict(pairs)
    if len(members) < len(pairs):
        raise _malformed("A parameter is given twice.", "Give each parameter once.")
    holds_nul = any("\x00" in text for pair in pairs for text in pair)
    for name in ("variables", "extensions"):
        if name in members:
            text = str(members[name]).encode()
            members[name] = _loads(text, f"The parameter `{name}`")
            holds_nul = holds_nul or names_nul(text, {name: members[name]})
    if holds_nul:
        raise _malformed("A parameter holds a NUL character.", NUL_HINT)
    return _request(members, read_only=True, size=len(query_string))


def operation_type(request: GraphQLRequest) -> str:
    """What the document begins with: `query`, `mutation`, `subscription`, or `other` for a fragment or no GraphQL.

    A label for the log and the metrics, which must not wait for a parser; nothing is decided by it.
    """
    match = FIRST_KEYWORD.match(request.document)
    kind = "other" if match is None else match[1]
    return "query" if kind == "{" else kind


def _check_form(head: Head) -> None:
    content_types = head.values("content-type")
    if len(content_types) != 1 or not is_json_body(content_types[0]):
        error = Unreadable("The body is no JSON in UTF-8, or does not say so.", f"Send Content-Type: {JSON}.")
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


def _request(members: Mapping[str, object], *, read_only: bool, size: int) -> GraphQLRequest:
    document = members.get("query")
    if not isinstance(document, str):
        raise _malformed(
            "The request has no text `query`.", "Put the GraphQL document into `query`.", "query", "string"
        )
    name = members.get("operationName")
    if name is not None and not isinstance(name, str):
        hint = "Name one operation of the document, or leave it out."
        raise _malformed("`operationName` is no text.", hint, "operationName", "string")
    if "\x00" in document or "\x00" in (name or ""):
        raise _malformed("The document or `operationName` holds a NUL character.", NUL_HINT)
    variables = _object(members, "variables")
    _object(members, "extensions")
    return GraphQLRequest(document, name or None, variables, read_only, size)


def _object(members: Mapping[str, object], name: str) -> dict[str, object]:
    value = members.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        hint = f"Send an object in `{name}`, or leave it out."
        raise _malformed(f"`{name}` is no JSON object.", hint, name, "object")
    return value


def _loads(text: bytes, what: str) -> object:
    try:
        return read_json(text)
    except TwiceError:
        raise _malformed(f"{what} gives a member twice.", "Give each member of an object once.") from None
    except ValueError:
        hint = "Send JSON by RFC 8259: UTF-8 without a byte order mark, no NaN, no lone surrogate."
        raise _malformed(f"{what} is no JSON.", hint) from None


def _malformed(message: str, hint: str, member: str = "", expected: str | None = None) -> NotServedError:
    """A request that cannot be read; `member` of it, where that is to be something else."""
    error = Unreadable(message, hint, place=(member,) if member else None, expected=expected)
    return NotServedError(HTTPStatus.BAD_REQUEST, error)

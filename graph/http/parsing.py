"""What a body or a query string says: GraphQL requests, one or a batch of them.

Follows the draft of https://graphql.github.io/graphql-over-http/draft/. A batch is an array of requests; of one that
cannot be read it is told why, at its place, and the others are read all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from graph.documents.limits import MAX_VALUES
from graph.errors import HearthError, TooLarge, Unreadable
from graph.execute.batch import MAX_OPERATIONS
from graph.execute.request import GraphQLRequest
from graph.http.json_text import TwiceError, holds_too_much, names_nul, read_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.execute.batch import Batch
    from graph.refusals import Params

URL_LIMIT_BYTES = 32_768
MOST_PARAMETERS = 16
OF_BODY = "The body is no JSON.", "The body gives a member twice."
OF_PARAMETER = "The parameter `{parameter}` is no JSON.", "The parameter `{parameter}` gives a member twice."
NUL_HINT = "Leave out the character U+0000; PostgreSQL keeps no text with it."
FIRST_KEYWORD = re.compile(r"(?:[\s,\ufeff]++|#[^\n\r]*+)*+(query|mutation|subscription|\{)")


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


def parse_body(body: bytes) -> GraphQLRequest | Batch:
    """The request in a POST body; of an array of them, each that can be read, and why another one cannot.

    Raises:
        NotServedError: it is no JSON, no object and no array of them, gives a member twice, or has members of the
            wrong type; or an array is empty, or too long.
    """
    if not body:
        raise _malformed("The body is empty.", 'Send a JSON object: {"query": "{ __typename }"}.')
    if holds_too_much(body):
        hint, limit = "Send several smaller requests.", (("limit", MAX_VALUES),)
        raise _malformed("The body holds more than {limit} values.", hint, params=limit)
    members = _loads(body, OF_BODY)
    if not isinstance(members, dict | list):
        raise _malformed("The body is no JSON object.", 'Send a JSON object: {"query": "{ __typename }"}.')
    if names_nul(body, members):
        raise _malformed("The body holds a NUL character.", NUL_HINT)
    if isinstance(members, list):
        return _batch(members, len(body))
    return _request(members, read_only=False, size=len(body))


def _batch(operations: Sequence[object], size: int) -> Batch:
    """The operations of a batch. One that cannot be read leaves the others as they are, as one that is refused does."""
    if not operations:
        raise _malformed("The batch holds no operation.", 'Send one at least: [{"query": "{ __typename }"}].')
    if len(operations) > MAX_OPERATIONS:
        limit = (("limit", MAX_OPERATIONS),)
        hint = "Send the operations from that place on in a further batch."
        error = TooLarge("A batch holds at most {limit} operations.", hint, params=limit, place=(MAX_OPERATIONS,))
        raise NotServedError(HTTPStatus.BAD_REQUEST, error)
    return [_operation(each, place, size) for place, each in enumerate(operations)]


def _operation(members: object, place: int, size: int) -> GraphQLRequest | HearthError:
    try:
        if not isinstance(members, dict):
            raise _malformed("The operation is no JSON object.", 'Send one: {"query": "{ __typename }"}.')
        return _request(members, read_only=False, size=size)
    except NotServedError as refusal:
        return replace(refusal.error, place=(place, *(refusal.error.place or ())))


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
            members[name] = _loads(text, OF_PARAMETER, (("parameter", name),))
            holds_nul = holds_nul or names_nul(text, {name: members[name]})
    if holds_nul:
        raise _malformed("A parameter holds a NUL character.", NUL_HINT)
    return _request(members, read_only=True, size=len(query_string))


def operation_type(request: GraphQLRequest | Batch) -> str:
    """What the document begins with: `query`, `mutation`, `subscription`, or `other` for a fragment or no GraphQL.

    Of several operations it is `batch`.

    A label for the log and the metrics, which must not wait for a parser; nothing is decided by it.
    """
    if not isinstance(request, GraphQLRequest):
        return "batch"
    match = FIRST_KEYWORD.match(request.document)
    kind = "other" if match is None else match[1]
    return "query" if kind == "{" else kind


def _request(members: Mapping[str, object], *, read_only: bool, size: int) -> GraphQLRequest:
    document = members.get("query")
    extensions = _object(members, "extensions")
    named = _named(members, extensions) if "documentId" in members or extensions else None
    if document is None and named is not None:
        document = ""
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
    if named is None:
        return GraphQLRequest(document, name or None, variables, read_only, size)
    return GraphQLRequest(document, name or None, variables, read_only, size, *named)


def _named(members: Mapping[str, object], extensions: Mapping[str, object]) -> tuple[str, bool] | None:
    """The document that a request names, and whether as persisted queries do; nothing where it names none."""
    named = members.get("documentId")
    if named is not None:
        if not isinstance(named, str) or not named:
            hint = "Send the id of a document of your build's manifest."
            raise _malformed("`documentId` is no text.", hint, "documentId", "string")
        return named, False
    persisted = extensions.get("persistedQuery")
    if persisted is None:
        return None
    digest = persisted.get("sha256Hash") if isinstance(persisted, dict) else None
    if not isinstance(digest, str) or not digest:
        hint = 'Send {"version": 1, "sha256Hash": "…"}.'
        raise _malformed("`persistedQuery` has no text `sha256Hash`.", hint, "extensions", "object")
    return digest, True


def _object(members: Mapping[str, object], name: str) -> dict[str, object]:
    value = members.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        hint = "Send an object in `{member}`, or leave it out."
        raise _malformed("`{member}` is no JSON object.", hint, name, "object", params=(("member", name),))
    return value


def _loads(text: bytes, sentences: tuple[str, str], params: Params = ()) -> object:
    no_json, twice = sentences
    try:
        return read_json(text)
    except TwiceError:
        hint = "Give each member of an object once."
        raise _malformed(twice, hint, params=params) from None
    except ValueError:
        hint = "Send JSON by RFC 8259: UTF-8 without a byte order mark, no NaN, no lone surrogate."
        raise _malformed(no_json, hint, params=params) from None


def _malformed(
    message: str, hint: str, member: str = "", expected: str | None = None, *, params: Params = ()
) -> NotServedError:
    """A request that cannot be read; `member` of it, where that is to be something else."""
    error = Unreadable(message, hint, place=(member,) if member else None, expected=expected, params=params)
    return NotServedError(HTTPStatus.BAD_REQUEST, error)

"""`/graphql` over HTTP: agree on a form, know the caller, read, answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol

from starlette.exceptions import HTTPException
from starlette.requests import Request

from graph.errors import Forbidden, HearthError, Unauthenticated, Unreadable
from graph.execute.request import GraphQLRequest
from graph.execute.trusted import NONE_KNOWN, KnownDocuments
from graph.http.access_log import RECORD_KEY, RequestRecord
from graph.http.admission import LARGE_BYTES, body_held, wait_for_reader
from graph.http.disconnects import Client, Watch
from graph.http.media_types import GRAPHQL_RESPONSE, HTML, JSON, negotiate
from graph.http.middleware import internal_error
from graph.http.packed import LARGE_BYTES as PACKED_BYTES
from graph.http.packed import LEAST_BYTES, coding_for, packed
from graph.http.parsing import NotServedError, operation_type
from graph.http.request import Head, read_request, request_at_hand
from graph.http.response import answer_response, error_response, graphql_status, status_of
from graph.http.subscriptions.event_stream import EVENT_STREAM, accepts_events, event_response
from graph.identity.authenticator import bearer_token
from graph.reasons import Reason
from graph.settings.settings import is_loopback
from graph.shares.bounds import Holdings

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

    from countries.tenancy.caller import Caller
    from graph.execute.batch import Batch, Turn, Unexpected
    from graph.execute.request import GraphQLResponse
    from graph.http.subscriptions.edge import LiveEdge
    from graph.identity.authenticator import Authenticator
    from graph.telemetry.metrics import Metrics

OFFERS = (JSON, GRAPHQL_RESPONSE)
CHALLENGE = 'Bearer realm="hearth"'


class AnswersRequests(Protocol):
    """What the endpoint needs of an engine."""

    async def answer(self, request: GraphQLRequest, caller: Caller) -> GraphQLResponse:
        """The complete response to one request of one caller."""
        ...

    async def answer_batch(self, batch: Batch, caller: Caller, turn: Turn, fault: Unexpected) -> GraphQLResponse:
        """The responses to the operations of one request, in their order; each begins in a turn of its own."""
        ...


@dataclass(frozen=True, slots=True)
class GraphQLEndpoint:
    """The ASGI application at `/graphql`.

    Attributes:
        engine: answers the requests.
        callers: turns tokens into callers.
        metrics: where the time of each stage is counted.
        is_development: whether tokens are development tokens; only then answers carry `Server-Timing`.
        page: the GraphiQL page, for a browser that asks for HTML and for no query.
        live: the way in for subscriptions; without it they are refused.
        watch: who waits for an answer.
        holdings: what callers hold.
        known: the documents that are known beforehand.
    """

    engine: AnswersRequests
    callers: Authenticator
    metrics: Metrics
    is_development: bool
    page: Callable[[Request], Awaitable[Response]] | None
    live: LiveEdge | None = None
    watch: Watch = field(default_factory=Watch)
    holdings: Holdings = field(default_factory=Holdings)
    known: KnownDocuments = NONE_KNOWN

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        response = await self.respond(Head(scope), receive, scope[RECORD_KEY])
        await response(scope, receive, send)

    async def respond(self, head: Head, receive: Receive, record: RequestRecord) -> Response:
        """The response to one HTTP request.

        Raises:
            ClientDisconnect: the client went away; whatever was under way for it has been stopped.
        """
        media_type = JSON
        try:
            chosen = self._media_type(head)
            if chosen == HTML:
                return await self._page(Request(head.scope, receive))
            media_type = JSON if chosen == EVENT_STREAM else chosen
            caller = self._known(head) or await self._caller(head)
            record.tier = caller.tier
            if not self.holdings.gate.lets_in(caller.key):
                await self.holdings.gate.wait(caller.key)
            self.holdings.requests.take(caller.key)
            try:
                with body_held(self.holdings.bodies, caller.key, head):
                    operation = self._known_documents(request_at_hand(head) or await read_request(head, receive))
                    record.operation = operation_type(operation)
                    if self._streams(head):
                        stream = await self._stream(head, operation, record, only=chosen == EVENT_STREAM)
                        if stream is not None:
                            return stream
                    with Client(receive, self.watch):
                        if isinstance(operation, GraphQLRequest):
                            answer = await self.engine.answer(operation, caller)
                        else:
                            turn = partial(self.holdings.gate.passed, caller.key)
                            answer = await self.engine.answer_batch(operation, caller, turn, internal_error)
                        record.codes = answer.codes
            finally:
                self.holdings.requests.give(caller.key)
            if len(answer.body) > LARGE_BYTES:
                wait_for_reader(self.holdings.unread, caller.key, answer, head)
        except NotServedError as refusal:
            record.codes = (refusal.error.code,)
            return error_response(refusal.error, refusal.status, media_type, refusal.headers)
        except HearthError as error:
            record.codes = (error.code,)
            return error_response(error, graphql_status(status_of(error), media_type), media_type)
        self.metrics.observe(answer.timings)
        least = LEAST_BYTES if answer.of_schema else PACKED_BYTES
        coding = coding_for(head.scope["headers"]) if len(answer.body) > least else None
        if coding is None:
            return answer_response(answer, media_type, shows_timings=self.is_development)
        body = await packed(answer.body, coding, of_schema=answer.of_schema)
        return answer_response(answer, media_type, shows_timings=self.is_development, packed=(coding, body))

    def _known_documents(self, operation: GraphQLRequest | Batch) -> GraphQLRequest | Batch:
        """The same, with the documents that it names by their ids."""
        if isinstance(operation, GraphQLRequest):
            return self.known.resolved(operation)
        return [each if isinstance(each, HearthError) else self._one_of_batch(each) for each in operation]

    def _one_of_batch(self, operation: GraphQLRequest) -> GraphQLRequest | HearthError:
        try:
            return self.known.resolved(operation)
        except HearthError as error:
            return error

    def _media_type(self, head: Head) -> str:
        """The form of the answer; HTML is offered only where there is a page and nothing to run."""
        has_page = self.page is not None and head.method != "POST" and not _names_query(head.query_string)
        media_type = negotiate(", ".join(head.values("accept")), (*OFFERS, HTML) if has_page else OFFERS)
        if media_type is None and self._streams(head):
            return EVENT_STREAM
        if media_type is None:
            raise _not_acceptable(GRAPHQL_RESPONSE)
        return media_type

    def _streams(self, head: Head) -> bool:
        return self.live is not None and accepts_events(", ".join(head.values("accept")))

    async def _stream(
        self, head: Head, operation: GraphQLRequest | Batch, record: RequestRecord, *, only: bool
    ) -> Response | None:
        """An event stream, where the client takes one and the operation asks for it, or it takes nothing else."""
        if not isinstance(operation, GraphQLRequest):
            if only:
                raise _not_acceptable(JSON)
            return None
        if self.live is None:
            return None
        try:
            signed = await self.callers.signed_in(bearer_token(head.values("authorization")))
        except Unauthenticated as error:
            self.callers.tell(error)
            raise
        return await event_response(self.live, operation, signed, record, only=only)

    async def _page(self, request: Request) -> Response:
        """The page may hold development tokens: a foreign name that resolves to this machine must not read them."""
        if self.is_development and not is_loopback(request.url.hostname or ""):
            error = Forbidden(
                "The page is not served under this host name.",
                "Open it at http://127.0.0.1 instead.",
                reason=Reason.NOT_THIS_WAY,
            )
            raise NotServedError(HTTPStatus.MISDIRECTED_REQUEST, error)
        if self.page is None:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return await self.page(request)

    def _known(self, head: Head) -> Caller | None:
        """The caller, where the token was verified a short while ago; `_caller` says why not."""
        try:
            return self.callers.known(bearer_token(head.values("authorization")))
        except Unauthenticated:
            return None

    async def _caller(self, head: Head) -> Caller:
        challenge = CHALLENGE
        try:
            token = bearer_token(head.values("authorization"))
            challenge += ', error="invalid_token"'
            return await self.callers.caller(token)
        except Unauthenticated as error:
            self.callers.tell(error)
            raise NotServedError(HTTPStatus.UNAUTHORIZED, error, {"WWW-Authenticate": challenge}) from None


def _not_acceptable(form: str) -> NotServedError:
    error = Unreadable(
        "None of the accepted media types is served here.", "Accept {form}.", params=(("form", form),)
    )  # fmt: skip
    return NotServedError(HTTPStatus.NOT_ACCEPTABLE, error)


def _names_query(query_string: bytes) -> bool:
    named = Request({"type": "http", "query_string": query_string}).query_params
    return any(each in named for each in ("query", "documentId", "extensions"))

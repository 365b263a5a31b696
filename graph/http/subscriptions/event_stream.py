"""Server-sent events: graphql-sse's "distinct connections", one operation a request.

    event: next      a response, as the query would have it
    event: complete  nothing more follows
    retry: 1730      when to come back, as the last of a stream that ends because the server does
    :                a comment, now and then, so that nobody on the way takes the stream for dead

What GraphQL refuses comes as a `next` with `errors` and a `complete`; so does an expired token. A share of the caller
that is spent is a 429 before the stream begins, a server that is full a 503. A client that reads too slowly is cut off
without a `complete`, and resumes with `changes(since:)`. So does one whose server stops: it has not ended.
"""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress
from typing import TYPE_CHECKING

import orjson
from starlette.responses import Response
from uvicorn.protocols.http.flow_control import HIGH_WATER_LIMIT

from graph.errors import HearthError, HearthErrors, Unauthenticated, codes_of
from graph.execute.response import TOO_MANY, refused_body
from graph.fanout.group import Delivery
from graph.http.media_types import JSON
from graph.http.parsing import operation_type
from graph.http.response import answer_response
from graph.http.subscriptions.outbox import Outbox, OutboxAccount
from graph.http.uvicorn_websocket import ABORT, GOODBYE, LEAVING
from graph.shares.bounds import kept_bytes
from graph.words.speaking import speak, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.types import Receive, Scope, Send

    from graph.execute.request import GraphQLRequest
    from graph.execute.subscriptions import Live
    from graph.http.access_log import RequestRecord
    from graph.http.subscriptions.edge import LiveEdge
    from graph.identity.authenticator import SignedIn

EVENT_STREAM = "text/event-stream"
COMPLETE = b"event: complete\ndata:\n\n"
RETRY = b"retry: %d\n\n"
RETRY_MILLISECONDS = (500, 3_000)
"""When a client comes back, at the earliest and at the latest: not all at once."""
KEEP_ALIVE = b":\n\n"
SEND_SECONDS = 30.0
"""How long one event may take to leave."""
HEADERS = (
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"vary", b"Accept, Authorization, Accept-Language"),
    (b"x-accel-buffering", b"no"),
)


def accepts_events(accept: str) -> bool:
    """Whether a client names the media type of event streams; one that takes anything does not mean it."""
    return EVENT_STREAM in accept.lower()


async def event_response(
    edge: LiveEdge, request: GraphQLRequest, signed: SignedIn, record: RequestRecord, *, only: bool
) -> Response | None:
    """The event stream that answers a request.

    Args:
        edge: the engine and the limits.
        request: what is asked for.
        signed: who asks, and for how long.
        record: where the codes of an answer are kept that is a stream from its first event.
        only: whether the client takes nothing but events; else a query or a mutation is answered as usual.

    Returns:
        The stream, which holds a place of its caller's until it has been sent, or a 429; nothing where another form
        suits better.

    Raises:
        TooCostly: a share of the caller is spent.
        Unavailable: the process has as many listeners as it may have.
    """
    try:
        live = await edge.engine.subscribe(request, signed.caller)
    except (HearthErrors, HearthError) as error:
        if isinstance(error, HearthError) and error.is_spent:
            raise  # the status says it, before there is a stream
        # Another form has no answer to a subscription.
        if not only and operation_type(request) != "subscription":
            return None
        record.codes = codes_of(error.errors if isinstance(error, HearthErrors) else [error])
        return await _stream(edge, request, signed, [_refused(error)])
    if live is not None:
        return await _stream(edge, request, signed, [], live)
    return await _answered(edge, request, signed, record) if only else None


async def _answered(edge: LiveEdge, request: GraphQLRequest, signed: SignedIn, record: RequestRecord) -> Response:
    """A query or a mutation as a stream. There is a place for it before anything is done: what was written is told."""
    await edge.open(signed.caller)
    try:
        answer = await edge.engine.answer(request, signed.caller)
        record.codes = answer.codes
        if answer.status != TOO_MANY:
            with edge.holdings.unread.holding(signed.caller.key, len(answer.body), anyway=answer.writes):
                return EventStream(edge, signed, [Delivery(answer.body)], None, 0)
    except BaseException:
        edge.close(signed.caller)
        raise
    edge.close(signed.caller)
    return answer_response(answer, JSON, shows_timings=False)


async def _stream(
    edge: LiveEdge,
    request: GraphQLRequest,
    signed: SignedIn,
    deliveries: Sequence[Delivery],
    live: Live | None = None,
) -> EventStream:
    """A stream, with what it holds of its caller's shares; the last look waits for nothing."""
    kept = kept_bytes(request.document) + kept_bytes(orjson.dumps(request.variables)) if live else 0
    who = signed.caller.key
    if live is not None:
        await edge.starts.hit(who)
    await edge.open(signed.caller)
    try:
        with edge.holdings.subscriptions.holding(who, 1 if live else 0):
            edge.holdings.kept.take(who, kept)
    except HearthError:
        edge.close(signed.caller)
        raise
    return EventStream(edge, signed, deliveries, live, kept)


def _refused(error: HearthErrors | HearthError) -> Delivery:
    return Delivery(refused_body(error.errors if isinstance(error, HearthErrors) else [error]))


class EventStream(Response):
    """A response that goes on.

    Args:
        edge: the engine and the limits.
        signed: who listens, and for how long.
        deliveries: what is sent first.
        live: what is listened to; without it the stream ends after the first.
        kept: how many bytes of the caller's share it holds.
    """

    def __init__(
        self, edge: LiveEdge, signed: SignedIn, deliveries: Sequence[Delivery], live: Live | None, kept: int
    ) -> None:
        self.status_code = 200
        language = spoken() if live is None else live.spoken
        self.raw_headers = [*HEADERS, (b"content-language", language.tag.encode())]
        self.background = None
        self._edge = edge
        self._signed = signed
        self._live = live
        self._kept = kept
        self._outbox: Outbox[bytes] = Outbox(edge.limits.waiting_frames, edge.limits.waiting_characters)
        self._is_gone = asyncio.Event()
        self._outbox.charge(OutboxAccount(edge.holdings.unread, signed.caller.key))
        for delivery in deliveries:
            self._outbox.put_anyway(delivery.event)

    def deliver(self, delivery: Delivery) -> None:
        """Take a response."""
        if not self._outbox.put(delivery.event) and self._outbox.overflowed:
            self._drop()

    def fail(self, delivery: Delivery) -> None:
        """Take the errors that end the subscription."""
        self.deliver(delivery)
        self._finish()

    def _finish(self) -> None:
        self._outbox.put(COMPLETE)
        self._outbox.close()

    def _leave(self) -> None:
        """The server stops: what is listened to goes on elsewhere, and is not told as finished."""
        self._outbox.put(RETRY % random.randint(*RETRY_MILLISECONDS))  # noqa: S311 - a pause is no secret
        self._outbox.close()

    def _drop(self) -> None:
        if not self._is_gone.is_set():
            self._edge.hub.figures.drops += 1
            self._is_gone.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what there is until the client, the token or the server has had enough."""
        edge, caller, seconds = self._edge, self._signed.caller, max(self._signed.seconds, 0)
        figures = edge.hub.figures
        figures.clients += 1
        scope[GOODBYE] = self._leave
        if self._live is not None:
            speak(self._live.spoken)
        if self._live is not None and LEAVING in scope:
            self._leave()
        expiry = asyncio.get_running_loop().call_later(seconds, self._expire) if self._live else None
        group = None
        tasks: list[asyncio.Task[None]] = []
        try:
            if self._live is None:
                self._finish()
            else:
                try:
                    group = await edge.join(self._live, self)
                except HearthError as error:
                    edge.count(caller, (error.code,))
                    self.fail(_refused(error))
            tasks = [asyncio.create_task(self._watch(receive)), asyncio.create_task(self._send(send))]
            tasks.append(asyncio.create_task(self._until_gone()))
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            if self._is_gone.is_set() and ABORT in scope:
                scope[ABORT]()
        finally:
            figures.clients -= 1
            if group is not None:
                edge.leave(group, self, caller)
            if expiry is not None:
                expiry.cancel()
            self._outbox.settle()
            edge.holdings.kept.give(caller.key, self._kept)
            edge.close(caller)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def _expire(self) -> None:
        self.fail(_refused(Unauthenticated("The token has expired.", "Ask for a new token.")))

    async def _until_gone(self) -> None:
        await self._is_gone.wait()

    @staticmethod
    async def _watch(receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    async def _send(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        # The first byte says that whatever is written from now on will come.
        frame: bytes | None = KEEP_ALIVE
        while frame is not None:
            try:
                async with asyncio.timeout(SEND_SECONDS):
                    await send({"type": "http.response.body", "body": frame, "more_body": True})
                    if len(frame) > HIGH_WATER_LIMIT:
                        # Nothing more, once what is large has left: it counts until then.
                        await send({"type": "http.response.body", "body": b"", "more_body": True})
            except TimeoutError:
                self._drop()
                return
            frame = KEEP_ALIVE
            with suppress(TimeoutError):
                async with asyncio.timeout(self._edge.limits.keep_alive_seconds):
                    frame = await self._outbox.take()
        await send({"type": "http.response.body", "body": b"", "more_body": False})

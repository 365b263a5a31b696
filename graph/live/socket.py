"""graphql-transport-ws: subscriptions, and queries and mutations too, over one WebSocket.

    client                          server
    connection_init {Authorization} ─> connection_ack
    subscribe id {query, …}         ─> next id, next id, …, complete id    or    error id
    complete id                     ─> (nothing more of it)
    ping                            ─> pong

Close codes: 1001 the server stops · 1013 too many clients, or this one reads too slowly: resume with `changes(since:)`
4400 no valid message · 4401 no valid token, or it has expired, or a subscribe came before the ack · 4406 another
subprotocol · 4408 no connection_init in time · 4409 an id that is in use · 4429 a second connection_init
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import orjson
from starlette.websockets import WebSocket, WebSocketDisconnect

from graph.answering import refused_body
from graph.auth import bearer_token
from graph.documents import HearthErrors
from graph.errors import HearthError, TooCostly, Unauthenticated
from graph.http import Refused, parse_members
from graph.live.goodbye import ABORT, GOODBYE
from graph.live.group import Delivery
from graph.live.messages import Listening, frame_of, is_id
from graph.live.outbox import Outbox
from graph.middleware import internal_error, is_allowed_origin

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from countries.caller import Caller
    from graph.live.edge import LiveEdge
    from graph.requests import GraphQLRequest

logger = logging.getLogger("hearth.live")

PROTOCOL = "graphql-transport-ws"
ANSWERS_AT_A_TIME = 4
"""Queries and mutations of one socket that run, or wait to be sent, at once."""
SEND_SECONDS = 30.0
"""How long one frame may take to leave."""
FLUSH_SECONDS = 1.0
ABORT_SECONDS = 15.0
"""How long a client that reads too slowly has to read why it was closed."""
OBJECT = dict


class SocketEndpoint:
    """The ASGI application behind the WebSocket `/graphql`."""

    def __init__(self, edge: LiveEdge) -> None:
        self._edge = edge

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one socket."""
        websocket = WebSocket(scope, receive, send)
        if not is_allowed_origin(websocket.headers, self._edge.origins):
            await websocket.close()  # before it is accepted: a 403
            return
        try:
            if PROTOCOL not in scope.get("subprotocols", ()):
                await websocket.accept()
                await websocket.close(4406, "Subprotocol not acceptable")
            elif self._edge.is_full:
                await websocket.accept(PROTOCOL)
                await websocket.close(1013, "Too many connections")
            else:
                await Socket(self._edge, websocket).serve()
        except WebSocketDisconnect:
            return


class Socket:
    """One socket, from its acceptance to its end.

    Args:
        edge: the engine and the limits.
        websocket: the connection, not accepted yet.
    """

    def __init__(self, edge: LiveEdge, websocket: WebSocket) -> None:
        self._edge = edge
        self._websocket = websocket
        self._outbox: Outbox[str] = Outbox(edge.limits.waiting_frames, edge.limits.waiting_characters)
        self._loop = asyncio.get_running_loop()
        self._end: asyncio.Future[tuple[int, str]] = self._loop.create_future()
        self._operations: dict[str, asyncio.Task[None] | Listening] = {}
        self._answers = asyncio.Semaphore(ANSWERS_AT_A_TIME)
        self._caller: Caller | None = None
        self._is_initialised = False
        self._timers: list[asyncio.TimerHandle] = []
        self._count = 0

    async def serve(self) -> None:
        """Accept the socket, and serve it until either side ends it."""
        figures, began = self._edge.hub.figures, time.perf_counter()
        figures.clients += 1
        self._websocket.scope[GOODBYE] = lambda: self.leave(1001, "Going away")
        tasks: list[asyncio.Task[None]] = []
        try:
            await self._websocket.accept(PROTOCOL)
            self._after(self._edge.limits.init_seconds, 4408, "Connection initialisation timeout")
            tasks = [asyncio.create_task(self._read()), asyncio.create_task(self._write())]
            ends: list[asyncio.Future[Any]] = [self._end, *tasks]
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            await self._close(tasks)
        finally:
            figures.clients -= 1
            await self._tidy(tasks)
            seconds, code = round(time.perf_counter() - began, 1), self._end.result()[0] if self._end.done() else 1006
            fields: dict[str, object] = {"code": code, "seconds": seconds, "operations": self._count}
            if self._caller is not None:
                fields["tier"] = self._caller.tier.value
            logger.info("socket", extra={"fields": fields})

    def leave(self, code: int, reason: str) -> None:
        """End the socket with a close code."""
        if not self._end.done():
            self._end.set_result((code, reason))

    def put(self, frame: str) -> None:
        """Let a frame wait to be sent; a client for which too much waits already is let go."""
        if not self._outbox.put(frame) and self._outbox.overflowed and not self._end.done():
            self._edge.hub.figures.drops += 1
            self.leave(1013, "Reads too slowly: resume with changes(since)")

    def finish(self, id_: str, type_: str, payload: str | None = None) -> None:
        """Send the last message of an operation."""
        operation = self._operations.pop(id_, None)
        if isinstance(operation, Listening):
            operation.stop(self._edge)
        self.put(frame_of(id_, type_, payload))

    def _after(self, seconds: float, code: int, reason: str) -> None:
        self._timers.append(self._loop.call_later(max(seconds, 0), self.leave, code, reason))

    async def _write(self) -> None:
        while (frame := await self._outbox.take()) is not None:
            try:
                async with asyncio.timeout(SEND_SECONDS):
                    await self._websocket.send_text(frame)
            except TimeoutError:
                self._edge.hub.figures.drops += 1
                self.leave(1013, "Reads too slowly: resume with changes(since)")
                return

    async def _close(self, tasks: list[asyncio.Task[None]]) -> None:
        if not self._end.done():
            # The client went, or a task failed: whichever it was is raised to the caller of `serve`.
            for task in tasks:
                if task.done():
                    await task
            return
        code, reason = self._end.result()
        tasks[0].cancel()
        self._outbox.close()
        if code != 1013:  # noqa: PLR2004 - of whoever reads too slowly nobody waits for more
            await asyncio.wait(tasks[1:], timeout=FLUSH_SECONDS)
        tasks[1].cancel()
        with suppress(WebSocketDisconnect, RuntimeError):
            await self._websocket.close(code, reason)
        abort = self._websocket.scope.get(ABORT)
        if code == 1013 and abort is not None:  # noqa: PLR2004 - as above
            self._loop.call_later(ABORT_SECONDS, abort)

    async def _tidy(self, tasks: list[asyncio.Task[None]]) -> None:
        for timer in self._timers:
            timer.cancel()
        self._outbox.close()
        operations, self._operations = self._operations, {}
        tasks += [operation for operation in operations.values() if isinstance(operation, asyncio.Task)]
        for operation in operations.values():
            if isinstance(operation, Listening):
                operation.stop(self._edge)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # What the client says

    async def _read(self) -> None:
        while not self._end.done():
            message = await self._websocket.receive()
            if message["type"] == "websocket.disconnect":
                return
            text = message.get("text")
            try:
                said = orjson.loads(text) if isinstance(text, str) else None
            except orjson.JSONDecodeError:
                said = None
            if isinstance(said, OBJECT):
                await self._hear(said)
            else:
                self.leave(4400, "Invalid message")

    async def _hear(self, said: dict[str, Any]) -> None:
        payload = said.get("payload")
        match said.get("type"):
            case "connection_init" if payload is None or isinstance(payload, OBJECT):
                await self._initialise(payload or {})
            case "ping" if payload is None or isinstance(payload, OBJECT):
                self.put('{"type":"pong"}')
            case "pong" if payload is None or isinstance(payload, OBJECT):
                pass
            case "subscribe" if isinstance(payload, OBJECT) and is_id(said.get("id")):
                self._subscribe(said["id"], payload)
            case "complete" if is_id(said.get("id")):
                operation = self._operations.pop(said["id"], None)
                if isinstance(operation, asyncio.Task):
                    operation.cancel()
                elif operation is not None:
                    operation.stop(self._edge)
            case _:
                self.leave(4400, "Invalid message")

    async def _initialise(self, payload: dict[str, Any]) -> None:
        if self._is_initialised:
            self.leave(4429, "Too many initialisation requests")
            return
        self._is_initialised = True
        named = [payload[name] for name in ("Authorization", "authorization") if isinstance(payload.get(name), str)]
        try:
            token = bearer_token(named or self._websocket.headers.getlist("authorization"))
            signed = await self._edge.callers.signed_in(token)
        except Unauthenticated:
            self.leave(4401, "Unauthorized")
            return
        except HearthError:
            self.leave(1013, "Try again later")
            return
        for timer in self._timers:
            timer.cancel()
        self._after(signed.seconds, 4401, "The token has expired")
        self._caller = signed.caller
        self.put('{"type":"connection_ack"}')

    def _subscribe(self, id_: str, payload: dict[str, Any]) -> None:
        if self._caller is None:
            self.leave(4401, "Unauthorized")
            return
        if id_ in self._operations:
            self.leave(4409, "Subscriber already exists")
            return
        try:
            request = parse_members(payload)
        except Refused:
            self.leave(4400, "Invalid message")
            return
        self._count += 1
        if len(self._operations) >= self._edge.limits.operations:
            error = TooCostly("The socket has as many operations as it may have.", "Complete some of them first.")
            self.put(frame_of(id_, "error", Delivery(refused_body([error])).errors))
            return
        self._operations[id_] = asyncio.create_task(self._operate(id_, request, self._caller))

    async def _operate(self, id_: str, request: GraphQLRequest, caller: Caller) -> None:
        """Run one operation; a subscription goes on when this has ended."""
        try:
            live = self._edge.engine.subscription(request, caller)
            if live is None:
                await self._answer(id_, request, caller)
                return
            listening = Listening(self, id_)
            listening.group = await self._edge.hub.join(live, listening)
            self._operations[id_] = listening
        except HearthErrors as errors:
            self.finish(id_, "error", Delivery(refused_body(errors.errors)).errors)
        except HearthError as error:
            self.finish(id_, "error", Delivery(refused_body([error])).errors)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the client hears a reference and the log a trail
            self.finish(id_, "error", Delivery(refused_body([internal_error(fault)])).errors)

    async def _answer(self, id_: str, request: GraphQLRequest, caller: Caller) -> None:
        async with self._answers:
            delivery = Delivery((await self._edge.engine.answer(request, caller)).body)
            if delivery.body.startswith(b'{"errors":'):
                await self._outbox.put_when_empty(frame_of(id_, "error", delivery.errors))
            else:
                await self._outbox.put_when_empty(frame_of(id_, "next", delivery.text))
                await self._outbox.put_when_empty(frame_of(id_, "complete", None))
        self._operations.pop(id_, None)

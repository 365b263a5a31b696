"""graphql-transport-ws: subscriptions, and queries and mutations too, over one WebSocket.

    client                          server
    connection_init {Authorization, Accept-Language} ─> connection_ack
    subscribe id {query, …}         ─> next id, next id, …, complete id    or    error id
    complete id                     ─> (nothing more of it)
    ping                            ─> pong

Close codes: 1001 the server stops · 1013 too many clients of the process, or this one reads too slowly: resume with
`changes(since:)` · 4400 no valid message · 4401 no valid token, or it has expired, or a subscribe came before the ack ·
4406 another subprotocol · 4408 no connection_init in time · 4409 an id that is in use · 4429 a second connection_init,
or a share is spent, of sockets or again and again of operations: the reason says when to come back
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from starlette.websockets import WebSocketDisconnect

from graph.errors import HearthError, HearthErrors, codes_of
from graph.execute.response import refused_body
from graph.fanout.group import Delivery
from graph.http.middleware import internal_error
from graph.http.parsing import NotServedError, parse_members
from graph.http.subscriptions.messages import (
    Listening,
    SocketOperation,
    again_in,
    close_of,
    frame_of,
    greeted,
    is_id,
    members_of,
    put_answer,
    too_many_operations,
)
from graph.http.subscriptions.outbox import Outbox, OutboxAccount
from graph.http.uvicorn_websocket import ABORT, GOODBYE, KNOWN
from graph.identity.authenticator import bearer_token
from graph.shares.bounds import kept_bytes

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

    from countries.tenancy.caller import Caller
    from graph.execute.request import GraphQLRequest
    from graph.http.subscriptions.edge import LiveEdge

logger = logging.getLogger("hearth.live")

PROTOCOL = "graphql-transport-ws"
ANSWERS_AT_A_TIME = 4
"""Queries and mutations of one socket that run, or wait to be sent, at once."""
SEND_SECONDS = 30.0
"""How long one frame may take to leave."""
FLUSH_SECONDS, CLOSE_SECONDS, ABORT_SECONDS = 1.0, 2.0, 15.0
"""How long last messages may take, and a client that was closed may stay; one that reads too slowly has to read why."""
OBJECT = dict


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
        self._operations: dict[str, SocketOperation] = {}
        self._answers = asyncio.Semaphore(ANSWERS_AT_A_TIME)
        self._caller: Caller | None = None
        self._is_initialised = False
        self._timers: list[asyncio.TimerHandle] = []
        self._count = 0
        self._refusals = 0

    async def serve(self) -> None:
        """Accept the socket, and serve it until either side ends it."""
        figures, began = self._edge.hub.figures, time.perf_counter()
        figures.clients += 1
        self._websocket.scope[GOODBYE] = lambda: self.leave(1001, "Going away")
        tasks: list[asyncio.Task[None]] = []
        try:
            await self._websocket.accept(PROTOCOL)
            self._edge.lobby.enter(self)
            self._after(self._edge.limits.init_seconds, 4408, "Connection initialisation timeout")
            tasks = [asyncio.create_task(self._read()), asyncio.create_task(self._write())]
            ends: list[asyncio.Future[Any]] = [self._end, *tasks]
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            await self._close(tasks)
        finally:
            figures.clients -= 1
            self._edge.lobby.leave(self)
            await self._tidy(tasks)
            seconds, code = round(time.perf_counter() - began, 1), self._end.result()[0] if self._end.done() else 1006
            tier = {} if self._caller is None else {"tier": self._caller.tier.value}
            fields = {"code": code, "seconds": seconds, "operations": self._count, **tier}
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
        self._forget(id_)
        self.put(frame_of(id_, type_, payload))

    def _refuse(self, id_: str, error: HearthErrors | HearthError) -> None:
        """End an operation with errors; whoever goes on with a share that is spent is let go."""
        errors = error.errors if isinstance(error, HearthErrors) else [error]
        self._edge.count(self._caller, codes_of(errors))
        self.finish(id_, "error", Delivery(refused_body(errors)).errors)
        self._note(next((each.retry_after for each in errors if each.is_spent), None))

    def _note(self, retry_after: int | None) -> None:
        """Count how often in a row a share of the caller's was spent, and would not be for so many seconds."""
        self._refusals = 0 if retry_after is None else self._refusals + 1
        if retry_after is not None and self._refusals > self._edge.limits.refusals:
            self.leave(4429, f"Too many operations: {again_in(retry_after)}")

    def _forget(self, id_: str) -> None:
        """An operation holds nothing any more."""
        operation = self._operations.pop(id_, None)
        if operation is not None and self._caller is not None:
            if operation.listening is not None:
                operation.listening.stop(self._edge, self._caller)
            self._edge.holdings.kept.give(self._caller.key, operation.kept)
            operation.task = None  # which knows the operation by its frames

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
        if (abort := self._websocket.scope.get(ABORT)) is not None:
            self._loop.call_later(ABORT_SECONDS if code == 1013 else CLOSE_SECONDS, abort)  # noqa: PLR2004 - as above

    async def _tidy(self, tasks: list[asyncio.Task[None]]) -> None:
        tasks += [operation.task for operation in self._operations.values() if operation.task]
        for timer in self._timers:
            timer.cancel()
        self._outbox.close()
        for id_ in list(self._operations):
            self._forget(id_)
        self._outbox.settle()
        if self._caller is not None:
            self._edge.close(self._caller)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _read(self) -> None:
        while not self._end.done():
            message = await self._websocket.receive()
            if message["type"] == "websocket.disconnect":
                return
            text = message.get("text") or ""
            said = members_of(text)
            if said is None:
                self.leave(4400, "Invalid message")
            else:
                await self._hear(said, text)

    async def _hear(self, said: dict[str, Any], text: str) -> None:
        payload = said.get("payload")
        match said.get("type"):
            case "connection_init" if payload is None or isinstance(payload, OBJECT):
                await self._initialise(payload or {})
            case "ping" if payload is None or isinstance(payload, OBJECT):
                self.put('{"type":"pong"}')
            case "pong" if payload is None or isinstance(payload, OBJECT):
                pass
            case "subscribe" if isinstance(payload, OBJECT) and is_id(said.get("id")):
                self._subscribe(said["id"], payload, text)
            case "complete" if is_id(said.get("id")):
                operation = self._operations.get(said["id"])
                if operation is not None and operation.task is not None:
                    operation.task.cancel()
                self._forget(said["id"])
            case _:
                self.leave(4400, "Invalid message")

    async def _initialise(self, payload: dict[str, Any]) -> None:
        if self._is_initialised:
            self.leave(4429, "Too many initialisation requests")
            return
        self._is_initialised = True
        named = greeted(payload)
        try:
            token = bearer_token(named or self._websocket.headers.getlist("authorization"))
            signed = await self._edge.callers.signed_in(token)
            await self._edge.open(signed.caller)
        except HearthError as error:
            self._edge.callers.tell(error)
            self.leave(*close_of(error))
            return
        self._caller = signed.caller
        self._edge.lobby.leave(self)
        self._websocket.scope.get(KNOWN, lambda: None)()
        self._outbox.charge(OutboxAccount(self._edge.holdings.unread, signed.caller.key))
        for timer in self._timers:
            timer.cancel()
        self._after(signed.seconds, 4401, "The token has expired")
        self.put('{"type":"connection_ack"}')

    def _subscribe(self, id_: str, payload: dict[str, Any], text: str) -> None:
        if self._caller is None:
            self.leave(4401, "Unauthorized")
            return
        if id_ in self._operations:
            self.leave(4409, "Subscriber already exists")
            return
        try:
            request = parse_members(payload, text.encode())
        except NotServedError:
            self.leave(4400, "Invalid message")
            return
        self._count += 1
        if len(self._operations) >= self._edge.limits.operations:
            self.put(frame_of(id_, "error", Delivery(refused_body([too_many_operations()])).errors))
            return
        kept = kept_bytes(text)
        try:
            request = self._edge.known.resolved(request)
            self._edge.holdings.kept.take(self._caller.key, kept)
        except HearthError as error:
            self._refuse(id_, error)
            return
        self._operations[id_] = operation = SocketOperation(kept)
        operation.task = asyncio.create_task(self._operate(id_, operation, request, self._caller))

    async def _operate(self, id_: str, operation: SocketOperation, request: GraphQLRequest, caller: Caller) -> None:
        """Run one operation; a subscription goes on when this has ended."""
        try:
            await self._edge.holdings.gate.passed(caller.key)
            live = await self._edge.engine.subscribe(request, caller)
            if live is None:
                await self._answer(id_, request, caller)
                return
            await self._edge.starts.hit(caller.key)
            listening = Listening(self, id_)
            listening.group = await self._edge.join(live, listening)
            operation.task, operation.listening = None, listening
            self._refusals = 0
        except (HearthErrors, HearthError) as error:
            self._refuse(id_, error)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the client hears a reference and the log a trail
            self._refuse(id_, internal_error(fault))

    async def _answer(self, id_: str, request: GraphQLRequest, caller: Caller) -> None:
        holdings = self._edge.holdings
        async with self._answers:
            with holdings.requests.holding(caller.key, 1):
                answer = await self._edge.answer(request, caller)
                self._note(answer.retry_after)
                with holdings.unread.holding(caller.key, len(answer.body), anyway=answer.writes):
                    await put_answer(self._outbox, id_, Delivery(answer.body))
        self._forget(id_)

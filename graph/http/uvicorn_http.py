"""uvicorn's protocol of HTTP, taught to bound a connection, to write a reply in one go, and to say goodbye.

Of itself the server waits for ever for the rest of a head, takes one of any length, and keeps an answer for as long as
its client does not read it. Here a head has a time and a size (`arrivals.py`), and an answer counts until it has left.
"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.flow_control import HIGH_WATER_LIMIT
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from graph.http.admission import UNREAD
from graph.http.arrivals import ADDRESS_TOO_LONG, FULL, NO_HTTP, TOO_LONG
from graph.http.one_write import AT_ONCE, AtOnce
from graph.http.uvicorn_websocket import ABORT, GOODBYE, LEAVING

if TYPE_CHECKING:
    import asyncio
    from asyncio import Transport
    from collections.abc import Callable

    from starlette.types import Receive, Scope, Send
    from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

    from graph.http.arrivals import EarlyReply
    from graph.http.uvicorn_websocket import ServerConfig

LINGER_SECONDS = 1.0
DRAIN_LIMIT_BYTES = 4_000_000
"""A client that is still sending does not listen: for a moment what it sends after a refusal is read and dropped."""
NOT_SENT: int | None = getattr(socket, "TCP_NOTSENT_LOWAT", None)
"""The socket option, where the system has it."""
TCP_FAMILIES = (socket.AF_INET, socket.AF_INET6)


class Requests(HttpToolsProtocol):
    """An HTTP connection."""

    config: ServerConfig

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - the library's own
        super().__init__(*arguments, **named)
        self._arrivals = self.config.arrivals
        self._limits = self._arrivals.limits
        self._is_in_head = self._is_deaf = self._is_handed_over = False
        self._fed = self._kept = 0
        """Bytes of the head that has begun, and of what came with them; those of an unfinished one that are counted."""
        self._under_way: RequestResponseCycle | None = None
        """What is being answered while others wait behind it; without any it is the last that has come."""
        self._unread: list[Callable[[], None]] = []
        self._look: asyncio.TimerHandle | None = None

    # A connection comes, and owes a head

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]  # as uvicorn's own
        """Somebody is there."""
        super().connection_made(transport)
        _keep_little_unsent(transport)
        self._arrivals.fresh.begin(self, self.loop)
        if len(self.connections) > self._limits.connections and not self._arrivals.make_way(self):
            self._arrivals.owes_nothing(self)
            transport.write(FULL.lines())
            transport.close()

    def data_received(self, data: bytes) -> None:
        """Bytes have come."""
        if self._is_deaf:
            self._drop(data)
            return
        was_in_body = self.cycle is not None and self.cycle.more_body
        self._fed += len(data)
        super().data_received(data)
        cycle = self.cycle
        if self.scope is None or (cycle is not None and cycle.scope is self.scope):
            self._fed = 0
        elif not (self._is_deaf or self._is_handed_over):
            self._wait_for_head(was_in_body=was_in_body)

    def _wait_for_head(self, *, was_in_body: bool) -> None:
        """A head has begun, and is not whole."""
        if not self._is_in_head:
            self._is_in_head = True
            # What came before the head in the same piece, the rest of a body, is no part of it.
            self._fed = 0 if was_in_body else self._fed
            if self.cycle is None or self.cycle.response_complete:
                self._arrivals.owes_nothing(self)
                self._arrivals.heads.begin(self, self.loop)
        if self._fed > self._limits.head_bytes or len(self.headers) > self._limits.headers:
            self._refuse(self._too_long())
        else:
            self._keep(self._fed)

    def _keep(self, size: int) -> None:
        """So much of an unfinished head is kept."""
        more, self._kept = size - self._kept, size
        self._arrivals.keep(more)

    def on_headers_complete(self) -> None:
        """A request has begun."""
        before, self._is_in_head = self.cycle, False
        self._arrivals.owes_nothing(self)
        self.scope[ABORT] = self.transport.abort  # type: ignore[literal-required]  # a key of our own
        if self._kept:
            self._keep(0)
        if self._is_too_long():
            self._answer_instead(self._too_long())
        else:
            super().on_headers_complete()
        # What asks for a WebSocket is no exchange of this protocol.
        if self.cycle is not None and self.cycle.scope is self.scope:
            self.scope[AT_ONCE] = AtOnce(self.cycle)  # type: ignore[literal-required]  # as above
            self.scope[UNREAD] = self._keep_until_read  # type: ignore[literal-required]  # as above
        if self.pipeline:
            if len(self.pipeline) == 1:
                self._under_way = before
            elif len(self.pipeline) > self._limits.pipelined:
                self.transport.abort()

    def handle_websocket_upgrade(self) -> None:
        """A WebSocket is asked for."""
        if self._is_too_long():
            self._refuse(self._too_long())
        else:
            # The connection is another protocol's from now on, and owes nothing here.
            self._is_handed_over = True
            self._stop_looking()
            self._give_back()
            self.flow.pause_reading()
            self._arrivals.upgrades.enter(self._hand_over, self.loop)

    def _hand_over(self) -> None:
        if not self.transport.is_closing():
            self.flow.resume_reading()
            super().handle_websocket_upgrade()

    def send_400_response(self, msg: str) -> None:
        """What came is no HTTP."""
        del msg
        self._refuse(NO_HTTP)

    def on_response_complete(self) -> None:
        """As uvicorn's own, but for a timer of each connection's: one looks after all that are idle."""
        self.server_state.total_requests += 1
        if not self.transport.is_closing():
            self.flow.resume_reading()
            if self.pipeline:
                self._under_way, app = self.pipeline.pop()
                self._start_asgi_task(self._under_way, app)
            else:
                (self._arrivals.heads if self._is_in_head else self._arrivals.idle).begin(self, self.loop)
        if self._unread:
            # What is written at the end of this turn is there, or waits, at the next.
            self.loop.call_soon(self._has_been_read)

    def hang_up(self, reply: EarlyReply) -> None:
        """End it; a client that has begun a head is told why."""
        if self._is_in_head:
            self._refuse(reply)
        else:
            self.transport.close()

    def _refuse(self, reply: EarlyReply) -> None:
        """Answer what is no whole request, and listen no more."""
        self._arrivals.owes_nothing(self)
        self._is_in_head = False
        if self._is_deaf or self.transport.is_closing():
            return
        if self.cycle is not None and not self.cycle.response_complete:
            self.transport.abort()  # an answer in the midst of another one would be part of it
            return
        self._is_deaf, self._fed = True, 0
        self._keep(0)
        self.transport.write(reply.lines())
        self.loop.call_later(LINGER_SECONDS, self.transport.close)

    def _drop(self, data: bytes) -> None:
        self._fed += len(data)
        if self._fed > DRAIN_LIMIT_BYTES:
            # To close now would throw away what the client has not read yet: the refusal.
            self.flow.pause_reading()

    def _is_too_long(self) -> bool:
        """Whether a whole head is longer than it may be."""
        if len(self.headers) > self._limits.headers:
            return True
        if self._fed <= self._limits.head_bytes:
            return False
        size = len(self.url) + sum(len(name) + len(value) + len(b": \r\n") for name, value in self.headers)
        return size > self._limits.head_bytes

    def _too_long(self) -> EarlyReply:
        return ADDRESS_TOO_LONG if len(self.url) > self._limits.head_bytes else TOO_LONG

    def _answer_instead(self, reply: EarlyReply) -> None:
        """Let a request be answered by a refusal, in its turn; the address is not even read."""
        self.url = b"/"

        async def refusing(scope: Scope, receive: Receive, send: Send) -> None:
            del scope, receive
            await send({"type": "http.response.start", "status": reply.status, "headers": reply.headers()})
            await send({"type": "http.response.body", "body": reply.body()})

        served, self.app = self.app, refusing
        try:
            super().on_headers_complete()
        finally:
            self.app = served

    # An answer goes, and is read

    def _keep_until_read(self, done: Callable[[], None]) -> None:
        """Call `done` once the answer that is about to be sent has left, or its client has gone."""
        if self.parser is None:  # the connection is lost
            done()
        else:
            self._unread.append(done)

    def _has_been_read(self) -> None:
        if not self.flow.write_paused:
            self._give_back()

    def _give_back(self) -> None:
        unread, self._unread = self._unread, []
        for done in unread:
            done()

    def pause_writing(self) -> None:
        """More waits to be read than a little."""
        super().pause_writing()
        self._look_again()

    def _look_again(self) -> None:
        waiting = self.transport.get_write_buffer_size()
        self._look = self.loop.call_later(self._limits.unread_seconds, self._end_if_unread, waiting)

    def _end_if_unread(self, before: int) -> None:
        """Nobody waits for ever until somebody reads."""
        if self.transport.get_write_buffer_size() > before - self._limits.unread_bytes:
            self.transport.abort()
        else:
            self._look_again()

    def resume_writing(self) -> None:
        """What waited has left."""
        super().resume_writing()
        self._stop_looking()
        if self._unread and (self.cycle is None or self.cycle.response_complete):
            self._has_been_read()

    def _stop_looking(self) -> None:
        if self._look is not None:
            self._look.cancel()
            self._look = None

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is there any more."""
        self._arrivals.owes_nothing(self)
        self._keep(0)
        super().connection_lost(exc)
        if self.scope is not None:
            # They hold each other, and are to go when their last reference does.
            self.scope.pop(UNREAD, None)  # type: ignore[misc]  # a key of our own
        self._stop_looking()
        self._give_back()

    def shutdown(self) -> None:
        """The server stops."""
        super().shutdown()
        under_way = self._under_way if self.pipeline else self.cycle
        if under_way is not None and not under_way.response_complete:
            under_way.keep_alive = False
            scope: Any = under_way.scope
            scope[LEAVING] = True
            if (goodbye := scope.get(GOODBYE)) is not None:
                goodbye()


def _keep_little_unsent(transport: Transport) -> None:
    """Have the system keep little of what it has not sent yet.

    Else it takes megabytes of an answer at once and room for more in as large pieces: how fast a client reads, and what
    waits for it, could not be told.
    """
    connection = transport.get_extra_info("socket")
    if connection is not None and NOT_SENT is not None and connection.family in TCP_FAMILIES:
        connection.setsockopt(socket.IPPROTO_TCP, NOT_SENT, HIGH_WATER_LIMIT)

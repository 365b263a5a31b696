"""uvicorn's protocol of WebSockets, taught to let the application say goodbye; that of HTTP is in `uvicorn_http.py`.

Of itself the server closes sockets with 1012 and waits for event streams until it gives up. Here the application leaves
in the ASGI scope what is to be called instead, and ends each of them as its own protocol says.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from uvicorn import Config
from uvicorn.lifespan.on import LifespanOn
from uvicorn.protocols.http.flow_control import HIGH_WATER_LIMIT
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from graph.http.arrivals import Arrivals

if TYPE_CHECKING:
    from asyncio import Transport
    from pathlib import Path

    from starlette.types import Message
    from uvicorn.lifespan.on import LifespanSendMessage

    from graph.http.arrivals import WireLimits

GOODBYE = "hearth.goodbye"
"""Where in the scope the application leaves what ends a long exchange well."""
LEAVING = "hearth.leaving"
"""Where in the scope it finds that the server was told to stop before there was anything to call."""
ABORT = "hearth.abort"
"""Where in the scope it finds what ends the connection at once, whatever is still to be sent."""
KNOWN = "hearth.known"
"""Where in the scope it finds what to call once a socket's client has said who it is."""
STRANGERS_MESSAGE_BYTES = 65_536
"""How large a message of a socket may be before that; a token is a quarter of it."""

quiet = logging.getLogger("hearth.sockets")
quiet.setLevel(logging.WARNING)


class ServerConfig(Config):
    """How uvicorn runs us, with the connections of one server.

    Args:
        limits: what one connection may take, and how many there may be.
        named: as uvicorn's own.

    Attributes:
        arrivals: the connections that owe a request.
        serving: a file that the processes lock that serve, where there are several.
    """

    def __init__(self, limits: WireLimits | None = None, **named: Any) -> None:  # noqa: ANN401 - the library's own
        super().__init__(**named)
        self.arrivals = Arrivals(limits)
        self.serving: Path | None = None

    def load(self) -> None:
        """Load the application."""
        super().load()
        self.lifespan_class = Lifespan


class Lifespan(LifespanOn):
    """Starts the application once, however often it is asked to, and shows no exception's text where it cannot."""

    async def startup(self) -> None:
        """Start it."""
        if not self.startup_event.is_set():
            await super().startup()

    async def send(self, message: LifespanSendMessage) -> None:
        """Hear what the application says of its start and its end."""
        # Its words are a stack with the exception's text, which may hold a value; whoever raised it has logged it.
        without_words: Any = {"type": message["type"]}
        await super().send(without_words)


class Sockets(WebSocketsSansIOProtocol):
    """A WebSocket connection."""

    transport: Transport

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - the library's own
        super().__init__(*arguments, **named)
        # Its own lines have the query string in them.
        self.logger = quiet
        self.conn.max_message_size = STRANGERS_MESSAGE_BYTES

    async def run_asgi(self) -> None:
        """Run the application."""
        self.scope[ABORT] = self.transport.abort  # type: ignore[literal-required]  # a key of our own
        self.scope[KNOWN] = self.known  # type: ignore[literal-required]  # as above
        try:
            await super().run_asgi()
        finally:
            # It leads back here: thousands of closed sockets would wait for the collector, which stops everybody then.
            self.scope.clear()  # type: ignore[attr-defined]  # a dictionary, whatever its type says

    def known(self) -> None:
        """The client has said who it is: its messages may be as large as a body."""
        self.conn.max_message_size = self.config.ws_max_size

    async def send(self, message: Message) -> None:  # type: ignore[override]  # the same messages by another name
        """Send one ASGI message; a goodbye does not wait until a slow reader has read everything before it."""
        if message["type"] == "websocket.close":
            self.writable.set()
        await super().send(message)  # type: ignore[arg-type]  # as above
        if message["type"] == "websocket.send" and len(message.get("text") or "") > HIGH_WATER_LIMIT:
            # What is large has been sent when it has left: it is its caller's until then.
            await asyncio.sleep(0)
            await self.writable.wait()

    def shutdown(self) -> None:
        """The server stops."""
        goodbye: Any = getattr(self, "scope", {}).get(GOODBYE)
        if goodbye is None:
            super().shutdown()
        else:
            self.stop_keepalive()
            goodbye()

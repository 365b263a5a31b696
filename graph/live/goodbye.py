"""uvicorn's protocols, taught to let the application say goodbye, and write a reply in one go.

Of itself the server closes sockets with 1012 and waits for event streams until it gives up. Here the application leaves
in the ASGI scope what is to be called instead, and ends each of them as its own protocol says.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from graph.at_once import AT_ONCE, AtOnce

if TYPE_CHECKING:
    from asyncio import Transport

    from starlette.types import Message

GOODBYE = "hearth.goodbye"
"""Where in the scope the application leaves what ends a long exchange well."""
ABORT = "hearth.abort"
"""Where in the scope it finds what ends the connection at once, whatever is still to be sent."""

quiet = logging.getLogger("hearth.sockets")
quiet.setLevel(logging.WARNING)


class Sockets(WebSocketsSansIOProtocol):
    """A WebSocket connection."""

    transport: Transport

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - the library's own
        super().__init__(*arguments, **named)
        # Its own lines have the query string in them.
        self.logger = quiet

    async def run_asgi(self) -> None:
        """Run the application."""
        self.scope[ABORT] = self.transport.abort  # type: ignore[literal-required]  # a key of our own
        await super().run_asgi()

    async def send(self, message: Message) -> None:  # type: ignore[override]  # the same messages by another name
        """Send one ASGI message; a goodbye does not wait until a slow reader has read everything before it."""
        if message["type"] == "websocket.close":
            self.writable.set()
        await super().send(message)  # type: ignore[arg-type]  # as above

    def shutdown(self) -> None:
        """The server stops."""
        goodbye: Any = getattr(self, "scope", {}).get(GOODBYE)
        if goodbye is None:
            super().shutdown()
        else:
            self.stop_keepalive()
            goodbye()


class Requests(HttpToolsProtocol):
    """An HTTP connection."""

    def on_headers_complete(self) -> None:
        """A request has begun."""
        self.scope[ABORT] = self.transport.abort  # type: ignore[literal-required]  # a key of our own
        super().on_headers_complete()
        # What asks for a WebSocket is no exchange of this protocol.
        if self.cycle is not None and self.cycle.scope is self.scope:
            self.scope[AT_ONCE] = AtOnce(self.cycle)  # type: ignore[literal-required]  # as above

    def shutdown(self) -> None:
        """The server stops."""
        super().shutdown()
        goodbye: Any = (getattr(self, "scope", None) or {}).get(GOODBYE)
        if goodbye is not None and self.cycle is not None and not self.cycle.response_complete:
            goodbye()

"""The way to a socket: its origin and its subprotocol are looked at before anything is served."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.websockets import WebSocket, WebSocketDisconnect

from graph.http.middleware import is_allowed_origin
from graph.http.subscriptions.websocket import PROTOCOL, Socket

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from graph.http.subscriptions.edge import LiveEdge


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
            else:
                await Socket(self._edge, websocket).serve()
        except WebSocketDisconnect:
            return

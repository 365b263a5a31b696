"""What a socket leaves: nothing that waits for the collector, which for thousands of them would stop everybody."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from graph.http.uvicorn_websocket import Sockets
from tests.live.conftest import CHANGED, token

if TYPE_CHECKING:
    from tests.live.conftest import Served


def alive() -> int:
    """The sockets' protocols that are in memory, reachable or not."""
    return sum(issubclass(type(each), Sockets) for each in gc.get_objects())


async def test_a_closed_socket_is_gone_without_the_collector(served: Served) -> None:
    """Twenty clients subscribe and leave: with the collector at rest none of their connections is left."""
    gc.collect()
    before = alive()
    gc.disable()
    try:
        for number in range(20):
            async with served.socket(token(subject=f"passer-by {number}")) as socket:
                await socket.subscribe(CHANGED)
        await served.until(lambda: alive() <= before)
    finally:
        gc.enable()

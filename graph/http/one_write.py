"""A request's body read, and a reply's head and body written, in one go.

uvicorn looks through each header of each response with two expressions and writes head and body apart, which is a fifth
of a small request's time. Here what many answers have is looked through once, and kept as the lines that it becomes. A
small body mostly comes with its head, and needs no waiting with a time limit. The protocol (`uvicorn_http.py`)
leaves in the ASGI scope what reads and writes; where another server left nothing, or something is in the way, it goes
by ASGI's messages.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from weakref import ref

from uvicorn.protocols.http.flow_control import CLOSE_HEADER
from uvicorn.protocols.http.httptools_impl import HEADER_RE, HEADER_VALUE_RE, STATUS_LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

AT_ONCE = "hearth.at_once"
"""Where in the scope the protocol leaves an `AtOnce`."""
REMEMBERED_NAMES = 64
UNFIT = "a header holds a character that none may hold"


class Headers:
    """Headers that many answers have.

    Args:
        pairs: names in small letters, and values.

    Attributes:
        pairs: as given.
        lines: as they go over the wire.

    Raises:
        RuntimeError: one holds what would end its line, or the head.
    """

    __slots__ = ("lines", "pairs")

    def __init__(self, *pairs: tuple[bytes, bytes]) -> None:
        self.pairs = pairs
        self.lines = b"".join([header_line(pair) for pair in pairs])


class AtOnce:
    """Reads the whole body of one request, and writes the whole answer to it.

    Args:
        cycle: the server's side of the exchange.
    """

    __slots__ = ("_cycle",)

    def __init__(self, cycle: RequestResponseCycle) -> None:
        # It holds the scope, which holds this: a request's objects are to go when their last reference does.
        self._cycle = ref(cycle)

    def body(self) -> bytes | None:
        """The whole body, where all of it has arrived and none was read; the exchange is left as by `receive`."""
        cycle = self._cycle()
        if cycle is None or cycle.more_body or cycle.disconnected or cycle.waiting_for_100_continue:
            return None
        body, cycle.body = bytes(cycle.body), bytearray()
        cycle.flow.resume_reading()
        cycle.message_event.clear()
        return body

    def __call__(
        self, status: int, usual: Headers, headers: Sequence[tuple[bytes, bytes]], last: Headers, body: bytes
    ) -> bool:
        """Write an answer, and leave the exchange as uvicorn's own `send` leaves it.

        Whatever is not the plain case is left to that one: a client that has gone or reads too slowly, and a connection
        that ends with this answer.

        Args:
            status: the HTTP status of an answer with a body.
            usual: the headers that come first; `content-length` follows them.
            headers: those of this answer alone, names in small letters.
            last: those that come last.
            body: all of it.

        Returns:
            Whether it was written. If not, nothing was.
        """
        cycle = self._cycle()
        if (
            cycle is None
            or cycle.response_started
            or cycle.disconnected
            or cycle.flow.write_paused
            or not cycle.keep_alive
            or CLOSE_HEADER in headers
            or cycle.scope["method"] == "HEAD"
        ):
            return False
        lines = [STATUS_LINE[status], *map(header_line, cycle.default_headers)]
        lines += (usual.lines, b"content-length: %d\r\n" % len(body), *map(header_line, headers), last.lines)
        lines += (b"\r\n", body)
        cycle.transport.write(b"".join(lines))
        cycle.response_started = cycle.response_complete = True
        cycle.waiting_for_100_continue = False
        cycle.message_event.set()
        cycle.on_response()
        return True


def header_line(header: tuple[bytes, bytes]) -> bytes:
    """A header as it goes over the wire.

    Raises:
        RuntimeError: it holds what would end the line, or the head.
    """
    name, value = header
    if HEADER_VALUE_RE.search(value):
        raise RuntimeError(UNFIT)
    return b"%b: %b\r\n" % (_fit(name), value)


@lru_cache(maxsize=REMEMBERED_NAMES)
def _fit(name: bytes) -> bytes:
    if HEADER_RE.search(name):
        raise RuntimeError(UNFIT)
    return name

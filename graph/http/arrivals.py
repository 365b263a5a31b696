"""Connections that owe the server a request: those that have just come, those between two requests, unfinished heads.

Nobody knows yet who they are, so that none of them may keep a caller out: a head has a time and a size, and where the
process has as many connections as it may have, the one that owes for longest makes way for the next. How many come from
one address is for a proxy to bound: behind it all have the same.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from dataclasses import dataclass
from http import HTTPStatus
from itertools import islice
from typing import TYPE_CHECKING, Protocol

import orjson
from uvicorn.protocols.http.httptools_impl import STATUS_LINE

from countries.connections.once_a_minute import OnceAMinute
from graph.errors import TooLarge, Unavailable, Unreadable
from graph.http.media_types import JSON
from graph.http.middleware import SECURITY_HEADERS
from graph.http.one_write import Headers
from graph.words.words import SOURCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.errors import HearthError

often = OnceAMinute(logging.getLogger("hearth.arrivals"))

UPGRADES_AT_ONCE = 4
"""Connections that become WebSockets in a turn of the loop."""


@dataclass(frozen=True, slots=True)
class WireLimits:
    """What one connection may take, and how many there may be in a process.

    Attributes:
        connections: how many at a time, sockets and event streams among them.
        idle_seconds: how long a connection may say nothing after an answer.
        head_seconds: how long a request's head may take from its first byte, and a new connection to send one.
        head_bytes: how long a head may be: its address and all of its headers.
        headers: how many headers it may have: a short one takes many times its length in memory.
        unfinished_bytes: how much of unfinished heads the process keeps; beyond, the oldest of them makes way.
        pipelined: requests that may wait on a connection behind the one being answered.
        unread_seconds: how long a client may leave an answer unread.
        unread_bytes: how much of a large answer has to leave in that time.
    """

    connections: int = 10_000
    idle_seconds: float = 5.0
    head_seconds: float = 10.0
    head_bytes: int = 65_536
    headers: int = 200
    unfinished_bytes: int = 64_000_000
    pipelined: int = 16
    unread_seconds: float = 30.0
    unread_bytes: int = 65_536


class Owing(Protocol):
    """A connection, as far as its head goes."""

    def hang_up(self, reply: EarlyReply) -> None:
        """End it; a client that has begun a head is told why."""


@dataclass(frozen=True, slots=True)
class EarlyReply:
    """A refusal that needs no application.

    Attributes:
        status: the HTTP status.
        error: what the body says.
    """

    status: HTTPStatus
    error: HearthError

    def headers(self) -> list[tuple[bytes, bytes]]:
        """Its headers; the connection ends with it."""
        body = self.body()
        own = [
            (b"content-type", f"{JSON}; charset=utf-8".encode()),
            (b"content-length", str(len(body)).encode()),
            (b"content-language", SOURCE.encode()),  # what a client reads stands in a head that nobody has read
            (b"cache-control", b"no-store"),
            (b"connection", b"close"),
        ]
        if self.error.retry_after is not None:
            own.append((b"retry-after", str(self.error.retry_after).encode()))
        return [*own, *SECURITY_HEADERS.pairs]

    def body(self) -> bytes:
        """The error as a GraphQL response without data."""
        return orjson.dumps({"errors": [self.error.formatted()]})

    def lines(self) -> bytes:
        """All of it, as it goes over the wire."""
        return b"".join((STATUS_LINE[self.status], Headers(*self.headers()).lines, b"\r\n", self.body()))


LATE = EarlyReply(
    HTTPStatus.REQUEST_TIMEOUT,
    Unreadable(
        "The request's head did not arrive in time.",
        "Send the request again, in one go.",
        retry_after=1,
    ),
)
TOO_LONG = EarlyReply(
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
    TooLarge("The request's headers are too long.", "Send fewer or shorter headers."),
)
ADDRESS_TOO_LONG = EarlyReply(
    HTTPStatus.REQUEST_URI_TOO_LONG,
    TooLarge("The request's address is too long.", "Send it as a POST."),
)
NO_HTTP = EarlyReply(
    HTTPStatus.BAD_REQUEST,
    Unreadable("This is no HTTP request.", "Send one by HTTP/1.1, as RFC 9112 writes it."),
)
FULL = EarlyReply(
    HTTPStatus.SERVICE_UNAVAILABLE,
    Unavailable("This server has as many connections as it may have.", "Try again in 1 second.", retry_after=1),
)


class Turnstile:
    """Lets so many begin something in a turn of the event loop, and the others in later turns, as they came.

    Args:
        at_once: how many begin in a turn.
    """

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._begun = 0
        self._waiting: deque[Callable[[], None]] = deque()
        self._tick: asyncio.Handle | None = None

    def __len__(self) -> int:
        return len(self._waiting)

    def enter(self, begin: Callable[[], None], loop: asyncio.AbstractEventLoop) -> None:
        """Call `begin` now, where few have begun in this turn, or in a later one."""
        if self._tick is None:
            self._begun, self._tick = 0, loop.call_soon(self._next_turn, loop)
        if self._begun < self._at_once and not self._waiting:
            self._begun += 1
            begin()
        else:
            self._waiting.append(begin)

    def _next_turn(self, loop: asyncio.AbstractEventLoop) -> None:
        self._begun = min(self._at_once, len(self._waiting))
        self._tick = loop.call_soon(self._next_turn, loop) if self._waiting else None
        for _ in range(self._begun):
            self._waiting.popleft()()


class Arrivals:
    """Connections that owe a request, in the order in which they began to.

    Args:
        limits: how many connections there may be, and for how long one may owe.
    """

    def __init__(self, limits: WireLimits | None = None) -> None:
        self.limits = limits or WireLimits()
        self.idle = Deadlines(self.limits.idle_seconds)
        """Those that have had an answer."""
        self.fresh = Deadlines(self.limits.head_seconds, "A connection sent nothing in time and was ended.")
        """Those that have come, and have said nothing."""
        self.heads = Deadlines(self.limits.head_seconds, "A request's head did not arrive in time.")
        """Those that have begun a head."""
        self.unfinished = 0
        """Bytes of heads that are not whole."""
        self.upgrades = Turnstile(UPGRADES_AT_ONCE)
        """Connections that become WebSockets: a handshake takes a part of a millisecond, and thousands come at once."""

    def __len__(self) -> int:
        return len(self.idle) + len(self.fresh) + len(self.heads)

    def owes_nothing(self, connection: Owing) -> None:
        """A connection has sent a request's head, or is gone."""
        if self.idle.waiting.pop(connection, None) is None and self.fresh.waiting.pop(connection, None) is None:
            self.heads.waiting.pop(connection, None)

    def keep(self, more: int) -> None:
        """Keep so much more of an unfinished head, or less; where that is too much, the oldest heads make way."""
        self.unfinished += more
        while self.unfinished > self.limits.unfinished_bytes and self.heads.first:
            ((oldest, _),) = self.heads.first
            self.owes_nothing(oldest)
            often.say("heads", "Unfinished heads take too much memory; the oldest made way.")
            oldest.hang_up(FULL)

    def make_way(self, newcomer: Owing) -> bool:
        """End the connection that owes for longest; whether there was one besides the newcomer."""
        often.say("full", "There are as many connections as there may be.", fields={"most": self.limits.connections})
        firsts = [
            (until, each)
            for row in (self.heads, self.fresh, self.idle)
            for each, until in row.first
            if each is not newcomer
        ]
        if not firsts:
            return False
        _, oldest = min(firsts, key=lambda pair: pair[0])
        self.owes_nothing(oldest)
        oldest.hang_up(FULL)
        return True


class Deadlines:
    """Connections that all have the same time, in the order in which it ends: one timer looks at the first.

    Args:
        seconds: how long each may wait.
        sentence: what is logged of those that are late, if anything.

    Attributes:
        waiting: when the time of each ends, by the loop's clock.
    """

    __slots__ = ("_seconds", "_sentence", "_timer", "waiting")

    def __init__(self, seconds: float, sentence: str | None = None) -> None:
        self._seconds = seconds
        self._sentence = sentence
        self._timer: asyncio.TimerHandle | None = None
        self.waiting: dict[Owing, float] = {}

    def __len__(self) -> int:
        return len(self.waiting)

    @property
    def first(self) -> list[tuple[Owing, float]]:
        """The one whose time ends first, and when; nobody where nobody waits."""
        return list(islice(self.waiting.items(), 1))

    def begin(self, connection: Owing, loop: asyncio.AbstractEventLoop) -> None:
        """The time of a connection that is in no row begins now."""
        self.waiting[connection] = loop.time() + self._seconds
        if self._timer is None:
            self._timer = loop.call_later(self._seconds, self._look, loop)

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        """End whoever is late; come again when the next one would be."""
        now = loop.time()
        while self.first and self.first[0][1] <= now:
            connection, _ = self.first[0]
            del self.waiting[connection]
            if self._sentence is not None:
                often.say(self._sentence, self._sentence, logging.INFO, {"seconds": self._seconds})
            connection.hang_up(LATE)
        self._timer = None
        if self.first:
            self._timer = loop.call_later(max(self.first[0][1] - now, 0.01), self._look, loop)

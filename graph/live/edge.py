"""What sockets and event streams have in common: the engine, who may come in, and how much."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from countries.caller import Caller
    from graph.auth import Authenticator
    from graph.live.hub import Hub
    from graph.requests import Answer, GraphQLRequest
    from graph.subscribe import Live


class AnswersAndSubscribes(Protocol):
    """What the edge needs of an engine."""

    async def answer(self, request: GraphQLRequest, caller: Caller) -> Answer:
        """The complete response to one request of one caller."""
        ...

    def subscription(self, request: GraphQLRequest, caller: Caller) -> Live | None:
        """What a request subscribes to; nothing where it asks for a query or a mutation."""
        ...


@dataclass(frozen=True, slots=True)
class LiveLimits:
    """How much one process and one client may have.

    Attributes:
        clients: sockets and event streams of one process.
        operations: operations under way of one socket.
        init_seconds: how long a socket may stay silent before it says who it is.
        keep_alive_seconds: how often a quiet event stream shows that it is there.
        waiting_frames: responses that may wait for one client.
        waiting_characters: how long they may be together.
    """

    clients: int = 5_000
    operations: int = 100
    init_seconds: float = 10.0
    keep_alive_seconds: float = 12.0
    waiting_frames: int = 256
    waiting_characters: int = 4_000_000


@dataclass(frozen=True, slots=True)
class LiveEdge:
    """The way in for subscriptions.

    Attributes:
        engine: answers and subscribes.
        callers: turns tokens into callers.
        hub: who listens to what.
        origins: web origins besides our own from which a browser may open a socket.
        limits: how much there may be.
    """

    engine: AnswersAndSubscribes
    callers: Authenticator
    hub: Hub
    origins: tuple[str, ...] = ()
    limits: LiveLimits = field(default_factory=LiveLimits)

    @property
    def is_full(self) -> bool:
        """Whether no further client is taken in."""
        return self.hub.figures.clients >= self.limits.clients

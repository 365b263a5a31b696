"""What sockets and event streams have in common: the engine, who may come in, and how much."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from graph.execute.trusted import NONE_KNOWN, KnownDocuments
from graph.http.rates import Rate
from graph.http.subscriptions.lobby import Lobby
from graph.shares.bounds import Holdings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countries.tenancy.caller import Caller
    from graph.execute.request import GraphQLRequest, GraphQLResponse
    from graph.execute.subscriptions import Live
    from graph.fanout.group import Subscriber, SubscriberGroup
    from graph.fanout.hub import Hub
    from graph.identity.authenticator import Authenticator


class AnswersAndSubscribes(Protocol):
    """What the edge needs of an engine."""

    async def answer(self, request: GraphQLRequest, caller: Caller) -> GraphQLResponse:
        """The complete response to one request of one caller."""
        ...

    async def subscribe(self, request: GraphQLRequest, caller: Caller) -> Live | None:
        """What a request subscribes to; nothing where it asks for a query or a mutation."""
        ...


@dataclass(frozen=True, slots=True)
class LiveLimits:
    """How much one client may have; what one caller may have through all of its clients is in `CallerBounds`.

    Attributes:
        strangers: sockets of one process that have not said yet who they are; the oldest makes way for the next.
        operations: operations under way of one socket.
        refusals: how many operations in a row may be refused with `BUDGET_SPENT` before the socket is closed.
        init_seconds: how long a socket may stay silent before it says who it is.
        keep_alive_seconds: how often a quiet event stream shows that it is there.
        waiting_frames: responses that may wait for one client.
        waiting_characters: how long they may be together.
    """

    strangers: int = 500
    operations: int = 100
    refusals: int = 20
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
        limits: how much one client may have.
        holdings: what callers hold, here and elsewhere.
        known: the documents that are known beforehand.
        lobby: the sockets that have not said yet who they are.
        openings: how often a caller opens a socket or an event stream.
        starts: how often it starts a subscription.
    """

    engine: AnswersAndSubscribes
    callers: Authenticator
    hub: Hub
    origins: tuple[str, ...] = ()
    limits: LiveLimits = field(default_factory=LiveLimits)
    holdings: Holdings = field(default_factory=Holdings)
    known: KnownDocuments = NONE_KNOWN
    lobby: Lobby = field(init=False)
    openings: Rate = field(init=False)
    starts: Rate = field(init=False)

    def __post_init__(self) -> None:
        bounds = self.holdings.bounds
        object.__setattr__(self, "lobby", Lobby(self.limits.strangers))
        object.__setattr__(self, "openings", Rate(bounds.clients.what, bounds.openings))
        object.__setattr__(self, "starts", Rate(bounds.subscriptions.what, bounds.starts))

    async def open(self, caller: Caller) -> None:
        """Let a caller have one socket or event stream more.

        Raises:
            TooCostly: it has as many as it may have, or has opened them too fast.
            Unavailable: the process has as many as it may have.
        """
        await self.openings.hit(caller.key)
        self.holdings.clients.take(caller.key)

    def close(self, caller: Caller) -> None:
        """A caller has one socket or event stream less."""
        self.holdings.clients.give(caller.key)

    async def answer(self, request: GraphQLRequest, caller: Caller) -> GraphQLResponse:
        """The response to one request of a socket, counted."""
        answer = await self.engine.answer(request, caller)
        self.count(caller, answer.codes)
        return answer

    def count(self, caller: Caller | None, codes: Sequence[str]) -> None:
        """Something was answered that is no HTTP answer of its own: with these codes, or with none."""
        self.hub.figures.answered("" if caller is None else caller.tier, codes)

    async def join(self, live: Live, subscriber: Subscriber) -> SubscriberGroup:
        """Let somebody listen, from now on; `leave` ends it.

        Raises:
            TooCostly: the caller has as many subscriptions as it may have.
            Unavailable: the process has as many, or the database does not answer.
            HearthError: as `Hub.join`.
        """
        who = live.caller.key
        self.holdings.subscriptions.take(who)
        try:
            return await self.hub.join(live, subscriber)
        except BaseException:
            self.holdings.subscriptions.give(who)
            raise

    def leave(self, group: SubscriberGroup, subscriber: Subscriber, caller: Caller) -> None:
        """Let somebody listen no more.

        Args:
            group: what it listened to, together with other callers of the same scope.
            subscriber: who listened.
            caller: as whom.
        """
        if self.hub.leave(group, subscriber):
            self.holdings.subscriptions.give(caller.key)

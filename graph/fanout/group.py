"""Whoever gets the same deliveries: one run of one statement serves them all.

A run begins when the country's feed has moved beyond what the group was given, and not before a moment has passed since
the last one: what is written meanwhile comes together.

Where the feed is of another history than before, or has gone back, the database has been restored or a standby that was
behind has been promoted. Whoever follows the feed is told so, and loads everything again; a row is looked at anew.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol, TypeVar

from graph.errors import HearthError, Internal, Unavailable
from graph.execute.response import refused_body
from graph.plan.sql.missing import resync
from graph.telemetry.logs import fault_trail
from graph.words.speaking import speaking

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from uuid import UUID

    from graph.execute.subscriptions import FeedPage, Live, Look
    from graph.telemetry.metrics import LiveFigures

T = TypeVar("T")

logger = logging.getLogger("hearth.live")

GATHER_SECONDS = 0.01
"""How long a group waits after the first news, for what is written together."""
PAUSE_SECONDS = 0.05
"""How long at least from one run to the next."""
RETRY_SECONDS = (0.5, 1.0, 2.0, 4.0)
TRIES = 4
"""How often a statement that fails for a reason of its own is tried; without a database it is tried for ever."""
AT_A_TIME = 100
"""Subscribers that are served before others have their turn."""


@dataclass(frozen=True)
class Delivery:
    """One response for many: the JSON as PostgreSQL wrote it, and its forms on the wire, each made once."""

    body: bytes

    @cached_property
    def text(self) -> str:
        """The response as text, for a WebSocket's text frame."""
        return self.body.decode()

    @cached_property
    def errors(self) -> str:
        """The `errors` of a response without data, as JSON."""
        return self.body[len(b'{"errors":') : -1].decode()

    @cached_property
    def event(self) -> bytes:
        """The response as an event: JSON holds line breaks between its values only, and an event none at all."""
        return b"event: next\ndata: " + self.body.replace(b"\n", b"") + b"\n\n"


class Subscriber(Protocol):
    """Who listens, behind a socket or an event stream. Neither call may wait."""

    def deliver(self, delivery: Delivery) -> None:
        """Take a response."""

    def fail(self, delivery: Delivery) -> None:
        """Take the errors that end the subscription."""


class TakesTurns(Protocol):
    """Runs one statement at a time for a subscription, when it is its country's turn."""

    async def __call__(self, live: Live, statement: Callable[[], Awaitable[T]]) -> T:
        """What the statement answers.

        Raises:
            HearthError: it fails.
        """


@dataclass(eq=False)
class SubscriberGroup:
    """The subscribers of one subscription in one scope.

    Attributes:
        live: what they subscribe to.
        figures: where deliveries are counted.
        in_turn: runs one statement of the subscription when it is its turn.
        look: what has changed behind a number, shared by the groups of a scope.
        moved: hears how far the country's feed is known to have come.
        doubt: hears that the feed is another one than before: where it is has to be asked.
        since: the number up to which everything has been delivered.
        history: of which history that number is, where the feed had begun.
        known: the digest of a row's answer as it was delivered last, or is known without having been.
        subscribers: who listens.
    """

    live: Live
    figures: LiveFigures
    in_turn: TakesTurns
    look: Callable[[Live, int], Awaitable[Look]]
    moved: Callable[[int], None]
    doubt: Callable[[], None]
    since: int = 0
    history: UUID | None = None
    known: bytes = b""
    subscribers: set[Subscriber] = field(default_factory=set)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None
    failures: int = 0

    async def begin(self) -> None:
        """Find out where the feed is, and what a row's answer is now; then wait for news.

        Raises:
            HearthError: the database does not say.
        """
        # First the number: what is written between the two is looked at again.
        look = await self.in_turn(self.live, self.live.head)
        self.since, self.history = look.head, look.history
        if self.live.touched_by is not None:
            self.known = sha256(await self.in_turn(self.live, self.live.row)).digest()
        self.task = asyncio.create_task(self._serve())
        self.moved(self.since)

    def stop(self) -> None:
        """Run no more."""
        if self.task is not None:
            self.task.cancel()

    async def _serve(self) -> None:
        while True:
            await self.news.wait()
            await asyncio.sleep(GATHER_SECONDS)
            self.news.clear()
            try:
                await self._run()
                self.failures = 0
            except HearthError as error:
                if not self._may_retry(error):
                    return
            except Exception as fault:  # noqa: BLE001 - whatever it is, the subscribers are told, and the log
                logger.error("fault", extra={"fields": {"fault": fault_trail(fault)}})  # noqa: TRY400 - without its message
                self._end(Internal("A delivery failed.", "Subscribe again; ask `changes` for what was missed."))
                return
            await asyncio.sleep(PAUSE_SECONDS)

    async def _run(self) -> None:
        if self.live.touched_by is None:
            await self._run_feed()
        else:
            await self._run_row(self.live.touched_by)

    async def _run_feed(self) -> None:
        """Deliver every change since the last delivery, page by page."""
        while True:
            page = await self.in_turn(self.live, self._page)
            if self._is_another(page):
                self.doubt()
                raise resync("The feed has been restored since the subscription began.")
            self.since = page.end
            if page.held:
                await self._deliver(page.body)
            if page.end >= page.head:
                self.moved(page.head)
                return

    async def _page(self) -> FeedPage:
        return await self.live.page(self.since)

    def _is_another(self, found: Look | FeedPage) -> bool:
        """Whether the feed is another one than what was delivered is of."""
        held, self.history = self.history, found.history
        return found.head < self.since or held not in {None, found.history}

    async def _run_row(self, touched_by: tuple[str, ...]) -> None:
        """Deliver the row's answer where it is another one than before."""
        look = await self.look(self.live, self.since)
        is_another = self._is_another(look)
        if is_another or self.live.reads_unheard or not look.types.isdisjoint(touched_by):
            body = await self.in_turn(self.live, self.live.row)
            digest = sha256(body).digest()
            if digest != self.known:
                self.known = digest
                await self._deliver(body)
        if is_another:
            self.since = look.head
            self.doubt()
            return
        self.since = max(self.since, look.head)
        self.moved(look.head)

    async def _deliver(self, body: bytes) -> None:
        delivery = Delivery(body)
        for number, subscriber in enumerate(list(self.subscribers), 1):
            if subscriber in self.subscribers:
                subscriber.deliver(delivery)
                self.figures.deliveries += 1
            if not number % AT_A_TIME:
                await asyncio.sleep(0)

    def _may_retry(self, error: HearthError) -> bool:
        """Try again a little later; end with an error that will not go away."""
        self.failures += 1
        if not isinstance(error, Unavailable) and (self.failures >= TRIES or not error.retryable):
            self._end(error)
            return False
        seconds = RETRY_SECONDS[min(self.failures, len(RETRY_SECONDS)) - 1]
        asyncio.get_running_loop().call_later(seconds, self.news.set)
        return True

    def _end(self, error: HearthError) -> None:
        with speaking(self.live.spoken):
            delivery = Delivery(refused_body([error]))
        for subscriber in list(self.subscribers):
            self.figures.answered(self.live.caller.tier, (error.code,))
            subscriber.fail(delivery)

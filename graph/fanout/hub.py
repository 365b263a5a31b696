"""Who listens to which country, and when to look: the middle between commits and subscribers.

A number is *known* once a commit of this process or the feed itself has said it. A message of another process is a hint
and causes one read at most: the feed then says how far it has come.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from countries.connections.turns import Turns
from graph.errors import HearthError
from graph.fanout.group import GATHER_SECONDS, PAUSE_SECONDS, SubscriberGroup
from graph.telemetry.metrics import LiveFigures

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Hashable
    from uuid import UUID

    from graph.execute.subscriptions import Live, Look
    from graph.fanout.group import Subscriber

T = TypeVar("T")

SWEEP_SECONDS = 3.0
"""How often the feeds of countries with subscribers are looked at unasked."""
READS_AT_A_TIME = 4
"""Statements that all groups of a process run at once, in turns by country: requests have the other connections."""


@dataclass(eq=False)
class CountryFeed:
    """A country with subscribers.

    Attributes:
        head: the newest number of its feed that is known.
        history: of which history that number is, as far as somebody has asked.
        groups: its groups by their keys.
        is_in_doubt: whether somebody said that the feed has moved on, and nobody has asked the feed since.
        check: asks the feed how far it has come.
        looks: looks under way, by scope and number.
    """

    head: int = 0
    history: UUID | None = None
    groups: dict[Hashable, SubscriberGroup] = field(default_factory=dict)
    is_in_doubt: bool = False
    check: asyncio.Task[None] | None = None
    looks: dict[Hashable, asyncio.Task[Look]] = field(default_factory=dict)

    def advance(self, number: int) -> None:
        """The feed is known to have come to this number."""
        self.head = max(self.head, number)
        for group in self.groups.values():
            if group.since < self.head:
                group.news.set()

    def found(self, look: Look) -> None:
        """The feed has said where it is; where it has gone back, or is another one, every group looks for itself."""
        if look.head < self.head or self.history not in {None, look.history}:
            self.head = look.head
            for group in self.groups.values():
                group.news.set()
        self.history = look.history
        self.advance(look.head)


class Hub:
    """The subscriptions of one process.

    Args:
        sweep_seconds: how often feeds are looked at unasked.

    Attributes:
        figures: what is counted.
        tell: hears what this process has committed, to tell the other ones; set once there is somebody to tell it.
    """

    def __init__(self, sweep_seconds: float = SWEEP_SECONDS) -> None:
        self.figures = LiveFigures()
        self.tell: Callable[[str, int], None] | None = None
        self._sweep_seconds = sweep_seconds
        self._countries: dict[str, CountryFeed] = {}
        self._beginning: dict[Hashable, asyncio.Task[SubscriberGroup]] = {}
        self._turns = Turns(READS_AT_A_TIME)
        self._sweeper: asyncio.Task[None] | None = None

    def open(self) -> None:
        """Begin to look unasked."""
        self._sweeper = asyncio.create_task(self._sweep())

    async def close(self) -> None:
        """Run nothing more."""
        tasks: list[asyncio.Task[Any]] = [
            task for task in (self._sweeper, *self._beginning.values()) if task is not None
        ]
        for country in self._countries.values():
            tasks += [group.task for group in country.groups.values() if group.task is not None]
            tasks += [task for task in (country.check, *country.looks.values()) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._countries.clear()
        self._beginning.clear()

    # Who listens

    async def join(self, live: Live, subscriber: Subscriber) -> SubscriberGroup:
        """Let somebody listen, from now on.

        Raises:
            HearthError: the database does not answer.
        """
        self.figures.subscribers += 1
        try:
            group = self._found(live) or await self._begun(live)
        except BaseException:
            self.figures.subscribers -= 1
            raise
        group.subscribers.add(subscriber)
        return group

    def leave(self, group: SubscriberGroup, subscriber: Subscriber) -> bool:
        """Let somebody listen no more; the last one ends the group. Whether it listened."""
        if subscriber not in group.subscribers:
            return False
        group.subscribers.discard(subscriber)
        self.figures.subscribers -= 1
        if not group.subscribers:
            self._remove(group)
        return True

    def _found(self, live: Live) -> SubscriberGroup | None:
        country = self._countries.get(live.country)
        group = None if country is None else country.groups.get(live.key)
        return group if group is not None and group.task is not None and not group.task.done() else None

    async def _begun(self, live: Live) -> SubscriberGroup:
        """The group, begun once for all who come at the same time."""
        task = self._beginning.get(live.key)
        if task is None:
            task = self._beginning[live.key] = asyncio.create_task(self._begin(live))
            task.add_done_callback(lambda done: _ended(self._beginning, live.key, done))
        return await asyncio.shield(task)

    async def _begin(self, live: Live) -> SubscriberGroup:
        country = self._countries.setdefault(live.country, CountryFeed())
        code = live.country
        group = SubscriberGroup(
            live, self.figures, self._in_turn, self._look, lambda number: self.known(code, number),
            lambda: self.doubt(code),
        )  # fmt: skip
        try:
            await group.begin()
        except BaseException:
            self._forget(live.country)
            raise
        country = self._countries.setdefault(live.country, country)
        country.groups[live.key] = group
        if group.since < country.head or country.is_in_doubt:
            group.news.set()
        # Whoever asked for it may have gone meanwhile.
        asyncio.get_running_loop().call_later(1.0, self._remove_if_empty, group)
        return group

    def _remove_if_empty(self, group: SubscriberGroup) -> None:
        if not group.subscribers:
            self._remove(group)

    def _remove(self, group: SubscriberGroup) -> None:
        group.stop()
        country = self._countries.get(group.live.country)
        if country is not None and country.groups.get(group.live.key) is group:
            del country.groups[group.live.key]
            self._forget(group.live.country)

    def _forget(self, code: str) -> None:
        country = self._countries.get(code)
        if country is not None and not country.groups:
            del self._countries[code]

    # What is known, and what is only said

    def told(self, country: str, number: int) -> None:
        """This process has committed a change."""
        self.known(country, number)
        if self.tell is not None:
            self.tell(country, number)

    def known(self, code: str, number: int) -> None:
        """A country's feed has come to this number, by the feed's own word."""
        country = self._countries.get(code)
        if country is not None:
            country.advance(number)

    def heard(self, code: str, number: int) -> None:
        """Somebody says that a country's feed has come to this number; the feed has the last word."""
        country = self._countries.get(code)
        if country is None or number <= country.head:
            return
        if len(country.groups) == 1:
            # Its own statement finds out, without another one before it.
            next(iter(country.groups.values())).news.set()
        else:
            self._check(code)

    def doubt(self, code: str) -> None:
        """A country's feed is another one than before, or has gone back: every group of it has to look."""
        if code in self._countries:
            self._check(code)

    def look_again(self) -> None:
        """Messages may have been missed: look at every country with subscribers."""
        for code in self._countries:
            self._check(code)

    def _check(self, code: str) -> None:
        country = self._countries[code]
        country.is_in_doubt = True
        if country.groups and (country.check is None or country.check.done()):
            country.check = asyncio.create_task(self._checked(country))

    async def _checked(self, country: CountryFeed) -> None:
        """Ask the feed how far it has come, as long as it is doubted; where it does not answer, the next look asks."""
        while country.is_in_doubt and country.groups:
            await asyncio.sleep(GATHER_SECONDS)
            country.is_in_doubt = False
            live = next((group.live for group in country.groups.values()), None)
            if live is not None:
                with suppress(HearthError):
                    country.found(await self._in_turn(live, live.head))
            # Whoever goes on saying so is asked after at the pace of deliveries.
            await asyncio.sleep(PAUSE_SECONDS)

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(self._sweep_seconds)
            self.look_again()

    async def _look(self, live: Live, since: int) -> Look:
        """What has changed behind a number: asked once for all groups of a scope that ask together."""
        country = self._countries.get(live.country) or CountryFeed()
        key = (live.caller.tier, live.caller.scope, since)
        task = country.looks.get(key)
        if task is None:
            task = country.looks[key] = asyncio.create_task(self._in_turn(live, lambda: live.look(since)))
            task.add_done_callback(lambda done: _ended(country.looks, key, done))
        return await asyncio.shield(task)

    async def _in_turn(self, live: Live, statement: Callable[[], Awaitable[T]]) -> T:
        """Run one statement when it is the turn of the subscription's country: nobody holds a place beyond it."""
        async with self._turns.place(live.caller.share):
            self.figures.reads += 1
            return await statement()


def _ended(tasks: dict[Hashable, asyncio.Task[Any]], key: Hashable, task: asyncio.Task[Any]) -> None:
    """Forget a task that has ended; whoever waited for it has heard its error, and nobody else need."""
    if tasks.get(key) is task:
        del tasks[key]
    if not task.cancelled():
        task.exception()

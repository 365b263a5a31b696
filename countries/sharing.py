"""Read-only requests of one scope that wait share a transaction: a small query costs round trips more than work.

A request that finds a free connection has a transaction of its own. One that finds none waits in its scope's queue, and
whoever carries that scope, or comes to it next, runs it in the same transaction as those before it: the same login, the
same settings, and a statement and a snapshot of its own. Of a statement that is quick up to four go in one round trip.

    queue of BE   r r r r ─┐      carrier: BEGIN, scope BE, r, r r, …, COMMIT       at most 256 statements, 50 ms
    queue of KE   r ───────┴──>   carrier: BEGIN, scope KE, r, COMMIT               scopes take turns, of 16 statements
"""

from __future__ import annotations

import asyncio
from collections import deque
from time import perf_counter
from typing import TYPE_CHECKING

from countries.carrier import Carrier, Crew, StatementFailedError, Usual, Waiting, answer
from countries.transaction import BEGIN, in_scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    import asyncpg

    from countries.caller import Scope
    from countries.pool import Lane, Pool

MOST_STATEMENTS = 256
MOST_SECONDS = 0.05
"""One transaction takes no further statement once it has had so many, or is so old."""
TURN_STATEMENTS = 16
"""Nor once it has had so many and another scope waits."""
MOST_TOGETHER = 4
QUICK_SECONDS = 0.01
"""As many go in one round trip where the same statement has just taken less than that: nobody waits for a slow one."""
LIGHT = 1.75
"""A statement is light where its round trip usually takes no more than so many times as long as one without work. Its
requests wait for the carriers that are there: those are back at once, and each takes several."""
LOOK_SECONDS = 0.05
"""How often is looked after those who wait."""


def most_carriers(connections: int) -> int:
    """How many connections one scope may hold at once: one of three is left to the others."""
    return max(1, connections - connections // 3)


class SharedReads:
    """One tier's read-only requests.

    Args:
        pool: the tier's connections.
        size: how many there are.
        wait_seconds: how long a request waits for its turn.
    """

    def __init__(self, pool: Pool, size: int, wait_seconds: float) -> None:
        self._pool = pool
        self._size = size
        self._most_on_a_scope = most_carriers(size)
        self._wait_seconds = wait_seconds
        self._queues: dict[Scope, deque[Waiting]] = {}
        """Scopes with requests that wait; the first one is the next to have a turn."""
        self._carriers: set[Carrier] = set()
        self._crews: dict[Scope, Crew] = {}
        """The carriers on each scope that has any."""
        self._usual = Usual()
        self._sweep: asyncio.TimerHandle | None = None
        # To ask which loop runs is a system call.
        self._loop = asyncio.get_running_loop()

    async def read(self, scope: Scope, text: str, values: Sequence[object]) -> asyncpg.Record | None:
        """Run one statement in the scope and return its first row.

        Raises:
            TimeoutError: no connection was free for too long.
            InterfaceError: the pool is closed.
        """
        loop = self._loop
        waiting = Waiting(text, values, loop.create_future(), loop.time() + self._wait_seconds)
        queue = self._queues.get(scope)
        if queue is None:
            queue = self._queues[scope] = deque()
        queue.append(waiting)
        self._reinforce(scope)
        self._look_later()
        try:
            return await waiting.row
        except asyncio.CancelledError:
            self._abandon(waiting)
            raise

    def _abandon(self, waiting: Waiting) -> None:
        """The client went away: a statement under way is cancelled in the server too; one that waits is passed over."""
        for carrier in self._carriers:
            if waiting in carrier.group and carrier.task is not None:
                carrier.task.cancel()

    def _reinforce(self, scope: Scope) -> None:
        """Send another carrier to a scope where it takes one."""
        if len(self._carriers) < self._size and self._takes_another(scope):
            self._send(scope)

    def _takes_another(self, scope: Scope, own: Carrier | None = None) -> bool:
        """Whether more requests wait than carriers are about to take: those who begin, or end, a transaction.

        Of a light statement also those who are busy: they are back at once, and each takes several.

        Args:
            scope: whose requests.
            own: a carrier that asks whether to stay; it counts neither as one that is there nor towards the bound.
        """
        crew = self._crews.get(scope)
        if crew is None:
            return True
        queue = self._queues[scope]
        there = crew.carriers - (own is not None and own.scope == scope)
        is_quick = perf_counter() < crew.back_at + QUICK_SECONDS
        at_hand = there * MOST_TOGETHER if is_quick and self._is_light(queue[0].text) else there - crew.busy
        return len(queue) > at_hand and there < self._most_on_a_scope

    def _is_light(self, text: str) -> bool:
        return self._usual.seconds(text) < LIGHT * self._usual.seconds(BEGIN)

    def _send(self, scope: Scope) -> None:
        carrier = Carrier(scope)
        self._carriers.add(carrier)
        self._join(scope)
        carrier.task = self._loop.create_task(self._carry(carrier))

    async def _carry(self, carrier: Carrier) -> None:
        """Hold a connection as long as somebody waits."""
        try:
            async with self._pool.lane() as lane:
                scope: Scope | None = carrier.scope
                while scope is not None and not lane.connection.is_closed():
                    self._move(carrier, scope)
                    await self._turn(carrier, lane)
                    if scope in self._queues:
                        # It has had its turn, and goes to the end of the row.
                        self._queues[scope] = self._queues.pop(scope)
                    scope = self._next_scope(carrier)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the answer of the request that met it
            if not carrier.has_begun:
                self._fail_one(carrier.scope, error)
        finally:
            self._carriers.discard(carrier)
            self._leave(carrier.scope)
            if (scope := self._next_scope()) is not None:
                self._send(scope)

    async def _turn(self, carrier: Carrier, lane: Lane) -> None:
        """One transaction: the requests of the scope, one after another, within the bounds."""
        clock = self._loop.time
        ends = clock() + MOST_SECONDS
        taken = 0
        carrier.has_begun = False
        began = perf_counter()
        try:
            async with in_scope(lane, carrier.scope):
                carrier.has_begun = True
                # Begin and scope are a round trip each.
                self._usual.note(BEGIN, (perf_counter() - began) / 2)
                while group := self._take_group(carrier, self._most_now(carrier) - taken):
                    taken += len(group)
                    began = perf_counter()
                    await self._run(carrier, lane, group)
                    took = perf_counter() - began
                    self._usual.note(group[0].text, took)
                    carrier.quick = group[0].text if took < QUICK_SECONDS else None
                    if clock() > ends:
                        break
        except StatementFailedError:
            # The transaction is over; whoever waits behind gets a new one.
            pass

    def _most_now(self, carrier: Carrier) -> int:
        """How many statements the transaction may have: others who wait shorten it."""
        others = len(self._queues) - (carrier.scope in self._queues)
        return TURN_STATEMENTS if others else MOST_STATEMENTS

    async def _run(self, carrier: Carrier, lane: Lane, group: Sequence[Waiting]) -> None:
        """Run the statement for each of a group.

        Raises:
            StatementFailedError: it failed, and the transaction with it.
        """
        crew = self._crews[carrier.scope]
        carrier.group, carrier.quick = group, None
        crew.busy += 1
        try:
            await answer(lane, group)
        finally:
            carrier.group = ()
            crew.busy -= 1
            crew.back_at = perf_counter()
            if len(group) > 1:
                self._put_back(carrier.scope, [waiting for waiting in group if not waiting.row.done()])

    def _put_back(self, scope: Scope, group: Sequence[Waiting]) -> None:
        """Who has no answer because of another, which failed or whose client went away, is next, and goes alone."""
        if group:
            self._queues.setdefault(scope, deque()).extendleft(reversed(group))
            self._look_later()
        for waiting in group:
            waiting.alone = True

    def _take_group(self, carrier: Carrier, most: int) -> Sequence[Waiting]:
        """The next request, and of those behind it by the same quick statement a share, as other carriers at hand have.

        Who is busy with a statement has none: it may come back soon, or not. Of a light statement nobody else has one.
        """
        first = self._take(carrier.scope) if most > 0 else None
        if first is None:
            return ()
        group = [first]
        queue = self._queues.get(carrier.scope)
        if queue and first.text == carrier.quick and not first.alone:
            crew = self._crews[carrier.scope]
            share = len(queue) if self._is_light(first.text) else len(queue) // (crew.carriers - crew.busy)
            most = min(most, MOST_TOGETHER, 1 + share)
            while queue and len(group) < most and queue[0].text == first.text and not queue[0].alone:
                following = queue.popleft()
                if not following.row.done():
                    group.append(following)
            if not queue:
                del self._queues[carrier.scope]
        return group

    def _take(self, scope: Scope) -> Waiting | None:
        """The next request of a scope whose client is still there."""
        queue = self._queues.get(scope)
        while queue:
            waiting = queue.popleft()
            if not queue:
                del self._queues[scope]
            if not waiting.row.done():
                return waiting
        return None

    def _next_scope(self, carrier: Carrier | None = None) -> Scope | None:
        """The scope whose turn it is."""
        return next((scope for scope in self._queues if self._takes_another(scope, carrier)), None)

    def _move(self, carrier: Carrier, scope: Scope) -> None:
        if scope != carrier.scope:
            left, carrier.scope = carrier.scope, scope
            self._leave(left)
            self._join(scope)
            if left in self._queues:
                self._reinforce(left)

    def _join(self, scope: Scope) -> None:
        self._crews.setdefault(scope, Crew()).carriers += 1

    def _leave(self, scope: Scope) -> None:
        crew = self._crews[scope]
        crew.carriers -= 1
        if not crew.carriers:
            del self._crews[scope]

    def _fail_one(self, scope: Scope, error: Exception) -> None:
        """No connection, or one that broke before the first statement: who waits first hears it, the next one tries."""
        waiting = self._take(scope)
        if waiting is not None:
            waiting.row.set_exception(error)

    def _look(self) -> None:
        """Tell those who have waited too long, send others a carrier; look again as long as somebody waits."""
        self._sweep = None
        now = self._loop.time()
        for scope in list(self._queues):
            queue = self._queues[scope]
            while queue and (queue[0].row.done() or queue[0].until <= now):
                waiting = queue.popleft()
                if not waiting.row.done():
                    waiting.row.set_exception(TimeoutError())
            if not queue:
                del self._queues[scope]
            else:
                # The carriers that it counted on may not have come back at once.
                self._reinforce(scope)
        if self._queues:
            self._look_later()

    def _look_later(self) -> None:
        """Somebody waits."""
        if self._sweep is None:
            self._sweep = self._loop.call_later(min(self._wait_seconds / 10, LOOK_SECONDS), self._look)

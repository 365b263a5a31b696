"""Read-only requests of one scope that wait share a transaction: a small query costs round trips more than work.

A request that finds a free connection has a transaction of its own. One that finds none waits in its scope's queue, and
whoever carries that scope, or comes to it next, runs it in the same transaction as those before it: the same login, the
same settings, and a statement and a snapshot of its own. Of a statement that is quick up to four go in one round trip.
Carriers hold places of the pool, in turns with mutations and snapshots (`turns.py`).

    queue of BE   r r r r ─┐      carrier: BEGIN, scope BE, r, r r, …, COMMIT       at most 256 statements, 50 ms
    queue of KE   r ───────┴──>   carrier: BEGIN, scope KE, r, COMMIT               scopes take turns, of 16 statements
"""

from __future__ import annotations

import asyncio
from time import perf_counter
from typing import TYPE_CHECKING

from countries.connections.carrier import Carrier, Queue, StatementFailedError, Usual, Waiting, answer, measure
from countries.connections.transaction import BEGIN, in_scope
from countries.connections.turns import NO_PLACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import asyncpg

    from countries.connections.pool import Lane, Pool
    from countries.tenancy.caller import Caller

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


class SharedReads:
    """One tier's read-only requests.

    Args:
        pool: the tier's connections.
        wait_seconds: how long a request waits for its turn.
    """

    def __init__(self, pool: Pool, wait_seconds: float) -> None:
        self._pool = pool
        self._turns = pool.turns
        self._wait_seconds = wait_seconds
        self._queues: dict[str, Queue] = {}
        """Scopes with requests that wait, or with carriers."""
        self._carriers: set[Carrier] = set()
        self._usual = Usual()
        self._sweep: asyncio.TimerHandle | None = None
        # To ask which loop runs is a system call.
        self._loop = asyncio.get_running_loop()

    @property
    def queued(self) -> int:
        """How many requests wait for their statement to begin."""
        return sum(len(queue.waiting) for queue in list(self._queues.values()))

    async def read_row(self, caller: Caller, text: str, values: Sequence[object]) -> asyncpg.Record | None:
        """Run one statement in the caller's scope and return its first row.

        Raises:
            TimeoutError: no connection was free for too long.
            InterfaceError: the pool is closed.
        """
        loop = self._loop
        waiting = Waiting(text, values, loop.create_future(), loop.time() + self._wait_seconds)
        share = caller.share
        queue = self._queues.get(share.member)
        if queue is None:
            queue = self._queues[share.member] = Queue(share, caller.scope, self)
        queue.waiting.append(waiting)
        self._claim(queue)
        self._look_later()
        try:
            return await waiting.row
        except asyncio.CancelledError:
            self._abandon(waiting)
            raise
        finally:
            # An error holds this frame, which is not to hold the error's future.
            del waiting

    def _abandon(self, waiting: Waiting) -> None:
        """The client went away: a statement under way is cancelled in the server too; one that waits is passed over."""
        for carrier in self._carriers:
            if waiting in carrier.group and carrier.task is not None:
                carrier.task.cancel()

    def _claim(self, queue: Queue) -> None:
        """Something waits: its queue wants a carrier, now or when it is its turn."""
        if not queue.claims:
            queue.claims = True
            self._turns.ask(queue)
        elif self._turns.free:
            self._turns.serve()

    def _settle(self, queue: Queue) -> None:
        """Where nothing waits any more, no place is asked for; where nobody carries either, the queue is forgotten."""
        if queue.waiting:
            return
        if queue.claims:
            queue.claims = False
            self._turns.withdraw(queue)
        if not queue.carriers:
            self._queues.pop(queue.share.member, None)

    def takes_another(self, queue: Queue) -> bool:
        """Whether more requests wait than carriers are about to take: those who begin, or end, a transaction.

        Of a light statement also those who are busy: they are back at once, and each takes several.
        """
        waiting = queue.waiting
        if not waiting or not queue.carriers:
            return bool(waiting)
        is_quick = perf_counter() < queue.back_at + QUICK_SECONDS
        if is_quick and self._is_light(waiting[0].text):
            return len(waiting) > queue.carriers * MOST_TOGETHER
        return len(waiting) > queue.carriers - queue.busy

    def _is_light(self, text: str) -> bool:
        return self._usual.seconds(text) < LIGHT * self._usual.seconds(BEGIN)

    def send(self, queue: Queue) -> None:
        """Send a carrier, which holds a place; it is released when nobody waits, or when it is another's turn."""
        carrier = Carrier(queue)
        self._carriers.add(carrier)
        self._join(queue)
        carrier.task = self._loop.create_task(self._carry(carrier))

    def _join(self, queue: Queue) -> None:
        if not queue.carriers:
            queue.back_at = perf_counter()
        queue.carriers += 1

    async def _carry(self, carrier: Carrier) -> None:
        """Hold a connection as long as requests wait and it is their turn."""
        holds = True
        try:
            async with self._pool.connection() as lane:
                while holds and not lane.connection.is_closed():
                    await self._turn(carrier, lane)
                    if not lane.connection.is_closed():
                        holds = self._goes_on(carrier)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the answer of the request that met it
            if not carrier.has_begun:
                self._fail_one(carrier.queue, error)
        finally:
            self._carriers.discard(carrier)
            if holds:
                queue = carrier.queue
                queue.carriers -= 1
                self._turns.release(queue.share)
                self._settle(queue)

    def _goes_on(self, carrier: Carrier) -> bool:
        """Whether it is again a request's turn: then it goes there; else somebody else has the place, or nobody."""
        left = carrier.queue
        # It counts neither as one that is there nor towards the bound.
        left.carriers -= 1
        claim = self._turns.pass_on(left.share, left)
        if isinstance(claim, Queue):
            self._join(claim)
            carrier.queue = claim
        elif claim is not None:
            # It has its turn of the loop when this carrier has put its connection back.
            claim.grant()
        if claim is not left:
            self._settle(left)
        if left.waiting and left is not claim and self._turns.free:
            self._turns.serve()
        return isinstance(claim, Queue)

    async def _turn(self, carrier: Carrier, lane: Lane) -> None:
        """One transaction: the requests of the scope, one after another, within the bounds."""
        clock = self._loop.time
        ends = clock() + MOST_SECONDS
        taken = 0
        carrier.has_begun = False
        began = perf_counter()
        try:
            async with in_scope(lane, carrier.queue.scope):
                carrier.has_begun = True
                # Begin and scope are a round trip each.
                self._usual.note(BEGIN, (perf_counter() - began) / 2)
                while group := self._take_group(carrier, self._most_now(carrier) - taken):
                    taken += len(group)
                    measure(self._pool.waits, group, self._loop.time() + self._wait_seconds)
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
        return TURN_STATEMENTS if self._turns.waiting > carrier.queue.claims else MOST_STATEMENTS

    async def _run(self, carrier: Carrier, lane: Lane, group: Sequence[Waiting]) -> None:
        """Run the statement for each of a group.

        Raises:
            StatementFailedError: it failed, and the transaction with it.
        """
        queue = carrier.queue
        carrier.group, carrier.quick = group, None
        queue.busy += 1
        try:
            await answer(lane, group)
        finally:
            carrier.group = ()
            queue.busy -= 1
            queue.back_at = perf_counter()
            if len(group) > 1:
                self._put_back(queue, [waiting for waiting in group if not waiting.row.done()])

    def _put_back(self, queue: Queue, group: Sequence[Waiting]) -> None:
        """Who has no answer because of another, which failed or whose client went away, is next, and goes alone."""
        for waiting in group:
            waiting.alone = True
        if group:
            queue.waiting.extendleft(reversed(group))
            self._claim(queue)
            self._look_later()

    def _take_group(self, carrier: Carrier, most: int) -> Sequence[Waiting]:
        """The next request, and of those behind it by the same quick statement a share, as other carriers at hand have.

        Who is busy with a statement has none: it may come back soon, or not. Of a light statement nobody else has one.
        """
        queue = carrier.queue
        first = self._take(queue) if most > 0 else None
        if first is None:
            return ()
        group = [first]
        behind = queue.waiting
        if behind and first.text == carrier.quick and not first.alone:
            share = len(behind) if self._is_light(first.text) else len(behind) // (queue.carriers - queue.busy)
            most = min(most, MOST_TOGETHER, 1 + share)
            while behind and len(group) < most and behind[0].text == first.text and not behind[0].alone:
                following = behind.popleft()
                if not following.row.done():
                    group.append(following)
            self._settle(queue)
        return group

    def _take(self, queue: Queue) -> Waiting | None:
        """The next request of a scope whose client is still there."""
        found = None
        while queue.waiting and found is None:
            waiting = queue.waiting.popleft()
            if not waiting.row.done():
                found = waiting
        self._settle(queue)
        return found

    def _fail_one(self, queue: Queue, error: Exception) -> None:
        """No connection, or one that broke before the first statement: who waits first hears it, the next one tries."""
        waiting = self._take(queue)
        if waiting is not None:
            waiting.row.set_exception(error)

    def _look(self) -> None:
        """Tell those who have waited too long, send others a carrier; look again as long as somebody waits."""
        self._sweep = None
        now = self._loop.time()
        somebody_waits = False
        for queue in list(self._queues.values()):
            while queue.waiting and (queue.waiting[0].row.done() or queue.waiting[0].until <= now):
                waiting = queue.waiting.popleft()
                if not waiting.row.done():
                    self._pool.waits.add(self._wait_seconds)
                    waiting.row.set_exception(TimeoutError(NO_PLACE))
            self._settle(queue)
            somebody_waits = somebody_waits or bool(queue.waiting)
        if somebody_waits:
            # The carriers that it counted on may not have come back at once.
            self._turns.serve()
            self._look_later()

    def _look_later(self) -> None:
        """Somebody waits."""
        if self._sweep is None:
            self._sweep = self._loop.call_later(min(self._wait_seconds / 10, LOOK_SECONDS), self._look)

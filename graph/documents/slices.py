"""Long synchronous work on the event loop, in slices: between two of them everybody else has a turn.

    turn of the loop:   … requests, answers …  | a slice |  … requests, answers …  | a slice |
                                                caller A                             caller B

One slice's steps are all that such work has in a turn of the loop, whoever it is for; callers take turns, and one that
has much to do waits behind itself. While others' requests come in, a pause follows each slice that was used up, three
times as long as it: a request then meets a slice seldom rather than always. What is done within the first slice has
never waited, nor has it a task of its own.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from graph.documents import limits
from graph.shares.budgets import Budgets
from graph.shares.steps import Work

if TYPE_CHECKING:
    from countries.tenancy.caller import Caller

SLICE = 2_000
"""Steps of one slice: some milliseconds."""
LEAST = 200
"""Steps that must be left of a slice for other work to begin in it."""
PAUSE = 3.0
"""How many times as long as a slice the pause after it is, while others have something to do."""
BUSY_SECONDS = 0.1
"""How long after somebody's request others count as busy."""

Result = TypeVar("Result")


class _Waiting(NamedTuple):
    """Somebody whose work goes on when its turn comes."""

    caller: str
    turn: asyncio.Future[None]


class Slices:
    """Does the work of one event loop that is not remembered, within each caller's budget.

    Args:
        budgets: what each caller may have; without, there is no bound.

    Attributes:
        requests: how many requests came that need no such work; counted for the sake of the pauses.
    """

    def __init__(self, budgets: Budgets | None = None) -> None:
        self.requests = 0
        self._budgets = budgets
        self._waiting: OrderedDict[str, deque[_Waiting]] = OrderedDict()
        self._under_way: dict[Hashable, asyncio.Future[None]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._left = SLICE
        self._is_given = False
        self._tick: asyncio.Handle | None = None
        self._seen = 0
        self._busy_until = 0.0

    async def run(self, caller: Caller, function: Callable[[], Result], *, checked: bool = False) -> Result:
        """Do something for a caller.

        Args:
            caller: for whom.
            function: what is to be done.
            checked: whether it is done although the budget may be spent: for a request that was let in already.

        Raises:
            TooCostly: the caller's budget is spent, or the work takes too long.
            Exception: whatever the function raises.
        """
        if self._budgets is not None and not checked:
            self._budgets.check(caller)
        self._begin()
        work = Work(function)
        try:
            if self._left >= LEAST and not self._waiting and not self._is_given:
                self._slice(work)
            while not work.is_done:
                await self._turn(caller.key, has_begun=work.steps > 0)
                self._slice(work)
        finally:
            work.give_up()
            if self._budgets is not None:
                self._budgets.spend(caller, work.seconds)
        return cast("Result", work.result)

    async def once(
        self, caller: Caller, key: Hashable, function: Callable[[], Result], *, checked: bool = False
    ) -> Result | None:
        """Do something that others may be waiting for as well.

        Args:
            caller: for whom.
            key: equal for what comes to the same.
            function: what is to be done; it puts its result where all find it.
            checked: as for `run`.

        Returns:
            What the function gave; nothing where somebody else has just done it, or tried to: then look again.

        Raises:
            TooCostly: the caller's budget is spent, or the work takes too long.
            Exception: whatever the function raises.
        """
        self._begin()
        other = self._under_way.get(key)
        if other is not None:
            await asyncio.wait((other,))
            return None
        # It says that the work is over and never how: an error goes to whoever asked for it, and is kept nowhere.
        over = self._under_way[key] = asyncio.get_running_loop().create_future()
        try:
            return await self.run(caller, function, checked=checked)
        finally:
            self._under_way.pop(key, None)
            over.set_result(None)

    def _begin(self) -> None:
        """Another loop than before has nothing of what waited in that one."""
        loop = asyncio.get_running_loop()
        if loop is not self._loop:
            self._loop, self._tick, self._is_given, self._left = loop, None, False, SLICE
            self._waiting.clear()
            self._under_way.clear()

    def _slice(self, work: Work) -> None:
        """Do a slice of a piece of work, and see to what comes after it."""
        before, seconds = work.steps, work.seconds
        try:
            work.go_on(self._left, None if seconds <= limits.COMPILE_SECONDS else limits.too_long())
        finally:
            self._left -= work.steps - before
            self._is_given = False
            if self._left < LEAST and self._others_are_busy():
                self._pause(PAUSE * (work.seconds - seconds))
            else:
                self._look_soon()

    async def _turn(self, caller: str, *, has_begun: bool) -> None:
        """Wait until a slice is there for this caller's work; what has begun goes before its other work."""
        waiting = _Waiting(caller, asyncio.get_running_loop().create_future())
        queue = self._waiting.setdefault(caller, deque())
        if has_begun:
            queue.appendleft(waiting)
        else:
            queue.append(waiting)
        self._look_soon()
        try:
            await waiting.turn
        except BaseException:
            # The client went away; a turn that was given already is somebody else's.
            if waiting.turn.done() and not waiting.turn.cancelled():
                self._is_given = False
                self._look_soon()
            elif caller in self._waiting and waiting in self._waiting[caller]:
                self._waiting[caller].remove(waiting)
                if not self._waiting[caller]:
                    del self._waiting[caller]
            raise

    def _look_soon(self) -> None:
        if self._tick is None:
            self._tick = asyncio.get_running_loop().call_soon(self._look)

    def _pause(self, seconds: float) -> None:
        if self._tick is not None:
            self._tick.cancel()
        self._tick = asyncio.get_running_loop().call_later(seconds, self._look)

    def _look(self) -> None:
        """A turn of the loop has gone by: there is a new slice, for whoever is next."""
        self._tick = None
        self._left = SLICE
        while self._waiting and not self._is_given:
            caller, queue = self._waiting.popitem(last=False)
            waiting = queue.popleft()
            if queue:
                self._waiting[caller] = queue
            # Whose client has just gone away has not come round to taking itself out.
            if not waiting.turn.done():
                self._is_given = True
                waiting.turn.set_result(None)

    def _others_are_busy(self) -> bool:
        """Whether requests came lately that need no such work."""
        now = asyncio.get_running_loop().time()
        if self.requests != self._seen:
            self._seen = self.requests
            self._busy_until = now + BUSY_SECONDS
        return now < self._busy_until

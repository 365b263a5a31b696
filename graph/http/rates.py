"""How often a caller may begin what is dear to begin: sockets, event streams and subscriptions.

Counted by the library `limits`, in memory, in windows that slide over a minute. Queries and mutations are not counted:
an office's thousands a second are to pass, and what they cost is bounded by what is under way.
"""

from __future__ import annotations

import math
import time

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter

from graph.errors import TooCostly
from graph.reasons import Reason
from graph.refusals import Phrase, Plural

KEEP = Plural(
    "Keep open what is open, and try again in {seconds} seconds.",
    one="Keep open what is open, and try again in {seconds} second.",
    by="seconds",
)


class Rate:
    """So many a minute for each caller.

    Args:
        what: in the plural, as a sentence names it.
        a_minute: how many.
    """

    def __init__(self, what: Phrase, a_minute: int) -> None:
        self._what = what
        self._item = RateLimitItemPerMinute(a_minute)
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def hit(self, who: str) -> None:
        """Count one.

        Args:
            who: the caller's key.

        Raises:
            TooCostly: the caller has had its share of this minute.
        """
        if await self._limiter.hit(self._item, who):
            return
        stats = await self._limiter.get_window_stats(self._item, who)
        seconds = max(1, math.ceil(stats.reset_time - time.time()))
        raise TooCostly(
            "You have begun as many as one caller may in a minute: {what}.",
            KEEP,
            reason=Reason.BUDGET_SPENT,
            retry_after=seconds,
            params=(("what", self._what), ("seconds", seconds)),
        )

"""How much of the server's time a caller may have for what is not remembered: parsing, planning, introspecting.

A bucket for each caller (`Caller.key`) holds seconds of processor time and fills up again all the time. What is
remembered is answered whether anything is left or not.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import TooCostly
from graph.reasons import Reason

if TYPE_CHECKING:
    from countries.tenancy.caller import Caller

BUDGET_SECONDS = 10.0
"""Processor seconds of one caller in a minute; what it did not use of them is there at once. A page of an application
takes some ten milliseconds the first time: a hundred of them take a tenth of it, and a tool's introspection nothing."""
MINUTE = 60.0
MOST_CALLERS = 10_000
"""Callers that are kept in mind; whoever was forgotten begins anew, and would have most of it back."""


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Budgets:
    """What each caller has left.

    Args:
        seconds: processor seconds a minute.
        clock: seconds that only go forward.
    """

    def __init__(self, seconds: float = BUDGET_SECONDS, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def __len__(self) -> int:
        return len(self._buckets)

    def check(self, caller: Caller) -> None:
        """See whether the caller has anything left.

        Raises:
            TooCostly: it has not; `retry_after` says when it will have enough for something small.
        """
        bucket = self._buckets.get(caller.key)
        if bucket is None:
            return
        self._fill(bucket)
        if bucket.left <= 0:
            # A tenth of a second is enough for nearly everything that is not meant to be too much.
            seconds = (0.1 - bucket.left) * MINUTE / self._seconds
            raise TooCostly(
                "You have had your share of the server's time for new operations.",
                "Wait as long as `Retry-After` says. Put values into variables: an operation that was sent before "
                "is answered all the same.",
                reason=Reason.BUDGET_SPENT,
                retry_after=max(1, math.ceil(seconds)),
            )

    def spend(self, caller: Caller, seconds: float) -> None:
        """Take processor time from a caller's budget; it may go below nothing, and is filled up from there."""
        key = caller.key
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = _Bucket(self._seconds, self._clock())
            if len(self._buckets) > MOST_CALLERS:
                self._buckets.popitem(last=False)
        else:
            self._buckets.move_to_end(key)
            self._fill(bucket)
        bucket.left -= seconds

    def _fill(self, bucket: _Bucket) -> None:
        now = self._clock()
        bucket.left = min(self._seconds, bucket.left + (now - bucket.at) * self._seconds / MINUTE)
        bucket.at = now

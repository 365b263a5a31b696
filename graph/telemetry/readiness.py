"""Whether requests can be answered: named checks, each of which says what is lacking and what is not served for it.

    GET /health/ready ─> the database is asked, once for all ─> checks ─┬─ nothing lacks ────────> 200 ready
                                                                        ├─ writes are refused ───> 200 read_only
                                                                        └─ nothing can be served > 503 unavailable

Nobody needs a token for it, so that it says no address, login, version or country.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

from countries.connections.once_a_minute import OnceAMinute
from graph.errors import Unavailable
from graph.reasons import Reason
from graph.telemetry.logs import fault_trail

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterable

    from starlette.requests import Request
    from starlette.responses import Response

often = OnceAMinute(logging.getLogger("hearth.app"))

READY_SECONDS = 2.0
"""How long the database may take to answer."""


class Stops(StrEnum):
    """What is not served."""

    EVERYTHING = "everything"
    WRITES = "writes"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that is not as it should be.

    Attributes:
        check: the name of the check that found it.
        reason: which of its reasons it is.
        message: one sentence, without a value.
        hint: what whoever runs the server can do.
        stops: what is not served for it.
    """

    check: str
    reason: Reason
    message: str
    hint: str
    stops: Stops = Stops.EVERYTHING

    def told(self) -> dict[str, str]:
        """As JSON has it."""
        return {
            "check": self.check,
            "reason": self.reason.value,
            "message": self.message,
            "hint": self.hint,
            "stops": self.stops.value,
        }

    def unavailable(self, hint: str) -> Unavailable:
        """What a caller hears of it; the hint is for callers."""
        return Unavailable(self.message, hint, reason=self.reason)


ReadinessCheck = Callable[[], Lack | None]
"""Says what is lacking, if anything, from what is known: it waits for nothing."""

SILENT = Lack(
    "database",
    Reason.DATABASE_AWAY,
    "The database does not answer.",
    "Check HEARTH_DATABASE_URL, and that PostgreSQL runs and has connections left.",
)
WORDS = {Stops.EVERYTHING: "unavailable", Stops.WRITES: "read_only", Stops.NOTHING: "ready"}
"""The status of a server, by the most that is not served."""


class Readiness:
    """What is lacking: asked once for all who want to know at a time.

    Args:
        ready: asks the database.
        checks: what else is looked at, in order.

    Attributes:
        checks: the same; others may add theirs.
    """

    def __init__(self, ready: Callable[[], Awaitable[bool]], checks: Iterable[ReadinessCheck] = ()) -> None:
        self.checks = list(checks)
        self._ready = ready
        self._asking: asyncio.Task[bool] | None = None

    async def answer(self, request: Request) -> Response:
        """200 where something is served, 503 where nothing is, also where the question takes too long or fails."""
        del request
        lacks = await self.lacks()
        stopped = {lack.stops for lack in lacks}
        most = next((stops for stops in Stops if stops in stopped), Stops.NOTHING)
        body: dict[str, object] = {"status": WORDS[most]}
        if lacks:
            body["lacking"] = [lack.told() for lack in lacks]
        serves = most is not Stops.EVERYTHING
        headers = {"Cache-Control": "no-store"} | ({} if serves else {"Retry-After": "1"})
        return JSONResponse(body, HTTPStatus.OK if serves else HTTPStatus.SERVICE_UNAVAILABLE, headers=headers)

    async def lacks(self) -> list[Lack]:
        """What is lacking now."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        is_ready = await asyncio.shield(self._asking)
        found = [lack for check in self.checks if (lack := check()) is not None]
        if not is_ready and all(lack.stops is not Stops.EVERYTHING for lack in found):
            found.insert(0, SILENT)
        return found

    async def _ask(self) -> bool:
        try:
            async with asyncio.timeout(READY_SECONDS):
                return await self._ready()
        except Exception as fault:  # noqa: BLE001 - whatever it is, the server is not ready
            trail = fault_trail(fault)
            often.say(trail, "not ready", logging.WARNING, {"fault": trail})
            return False

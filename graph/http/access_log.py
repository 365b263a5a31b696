"""The access log: one line a request, and its count and duration in the metrics.

While a server runs, a request leaves its record and the line is written with others, later (`logs.gathered_lines`): a
record of the library `logging` for each would be a tenth of a small request's time.
"""

from __future__ import annotations

import logging
import time
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

import orjson

from graph.telemetry.logs import gather, moment_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from graph.telemetry.metrics import Metrics

access_log = logging.getLogger("hearth.access")

RECORD_KEY = "hearth.record"  # where a request's record lies in its ASGI scope
LONGEST_PATH = 100
CLIENT_CLOSED = 499  # the status that proxies log for a client that went away
MESSAGE = "request"


class RequestRecord:
    """What is said of one request afterwards.

    Args:
        method: its HTTP method.
        path: its path, as the client wrote it.

    Attributes:
        tier: the caller's; empty before anybody is known.
        operation: `query`, `mutation`, `subscription`, `other`; empty where no GraphQL was read.
        codes: those of the answer's errors; none where it went well, or was no GraphQL.
        status: the HTTP status.
        ended: when it was answered or given up, in seconds since 1970.
        seconds: how long that took.
    """

    __slots__ = ("_method", "_path", "codes", "ended", "operation", "seconds", "status", "tier")

    def __init__(self, method: str, path: str) -> None:
        self._method, self._path = method, path
        self.tier = self.operation = ""
        self.codes: Sequence[str] = ()
        self.status = CLIENT_CLOSED
        self.ended = self.seconds = 0.0

    @property
    def level(self) -> int:
        """INFO; DEBUG for health checks, which would be most of the log."""
        return logging.DEBUG if self._path.startswith("/health/") else logging.INFO

    @property
    def fields(self) -> dict[str, object]:
        """The named values of its line."""
        fields: dict[str, object] = {
            "method": self._method,
            "path": _plain(self._path),
            "status": self.status,
            "ms": round(self.seconds * 1000, 1),
        }
        if self.tier:
            fields["tier"] = self.tier
        if self.operation:
            fields["operation"] = self.operation
        if self.codes:
            fields["code"] = ",".join(self.codes)
        return fields

    def line(self, *, is_json: bool) -> str:
        """Its line, as the formatter writes that of any other record."""
        moment, level = moment_of(self.ended), logging.getLevelName(self.level)
        if is_json:
            about = {"time": moment, "level": level, "logger": access_log.name, "message": MESSAGE}
            return orjson.dumps(about | self.fields).decode()
        codes = ",".join(self.codes) if self.codes else ""
        before, behind = _around(self._method, _plain(self._path), self.status, self.tier, self.operation, codes)
        return f"{moment} {level} {before}{self.seconds * 1000:.1f}{behind}"


class AccessLog:
    """ASGI middleware: keeps account of every request."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and keep account of it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        record = scope[RECORD_KEY] = RequestRecord(scope["method"], scope["path"])

        async def watch(message: Message) -> None:
            if message["type"] == "http.response.start":
                record.status = message["status"]
            await send(message)

        began = time.perf_counter()
        try:
            await self.app(scope, receive, watch)
        finally:
            keep_account(record, began, self.metrics)


def keep_account(record: RequestRecord, began: float, metrics: Metrics) -> None:
    """Count and log a request that has been answered, or given up.

    Args:
        record: what is to be said of it.
        began: when it came, by `time.perf_counter`.
        metrics: where it is counted.
    """
    record.seconds = time.perf_counter() - began
    record.ended = time.time()
    metrics.count(record.status, record.operation, record.seconds)
    if record.operation or record.codes:
        metrics.answered(record.tier, record.codes)
    level = record.level
    if access_log.isEnabledFor(level) and not gather(record):
        access_log.handle(AccessRecord(level, record))


class AccessRecord(logging.LogRecord):
    """The record of a request for the library `logging`, where no server gathers lines.

    Args:
        level: of `logging`.
        request: what is to be said.
    """

    def __init__(self, level: int, request: RequestRecord) -> None:
        super().__init__(access_log.name, level, __file__, 0, MESSAGE, None, None)
        self.created = request.ended
        self.fields = request.fields


@lru_cache(maxsize=256)
def _around(method: str, path: str, status: int, tier: str, operation: str, codes: str) -> tuple[str, str]:
    """What stands in a line before the milliseconds and behind them."""
    named = (("tier", tier), ("operation", operation), ("code", codes))
    behind = "".join([f" {name}={value}" for name, value in named if value])
    return f"{access_log.name} {MESSAGE} method={method} path={path} status={status} ms=", behind


@lru_cache(maxsize=64)
def _plain(path: str) -> str:
    return quote(path, errors="replace")[:LONGEST_PATH]

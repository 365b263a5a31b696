"""Log lines that hold no personal data: no query text, variables, tokens, messages of exceptions, query strings."""

from __future__ import annotations

import asyncio
import logging
import logging.config
import time
import traceback
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TextIO
from urllib.parse import quote

import orjson

from graph.settings import LogFormat

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from graph.metrics import Metrics

access_log = logging.getLogger("hearth.access")

RECORD_KEY = "hearth.record"  # where a request's record lies in its ASGI scope
LONGEST_PATH = 100
CLIENT_CLOSED = 499  # the status that proxies log for a client that went away
DEEPEST_TRAIL = 20
GATHER_SECONDS = 0.1
MOST_GATHERED = 500
"""While a server runs, lines of the access log wait at most so long, and at most so many, to be written together."""


@dataclass(slots=True)
class RequestRecord:
    """What is said of one request afterwards.

    Attributes:
        tier: the caller's; empty before anybody is known.
        operation: `query`, `mutation`, `subscription`, `other`; empty where no GraphQL was read.
        status: the HTTP status.
    """

    tier: str = ""
    operation: str = ""
    status: int = CLIENT_CLOSED


class AccessLog:
    """ASGI middleware: one line a request, and its count and duration in the metrics.

    Health checks are logged at DEBUG: they would be most of the log.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and keep account of it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        record = scope[RECORD_KEY] = RequestRecord()

        async def watch(message: Message) -> None:
            if message["type"] == "http.response.start":
                record.status = message["status"]
            await send(message)

        started = time.perf_counter()
        try:
            await self.app(scope, receive, watch)
        finally:
            seconds = time.perf_counter() - started
            self.metrics.count(record.status, record.operation, seconds)
            log_request(scope, record, seconds)


def log_request(scope: Scope, record: RequestRecord, seconds: float) -> None:
    """One line about a request that has been answered, or given up."""
    level = logging.DEBUG if scope["path"].startswith("/health/") else logging.INFO
    if access_log.isEnabledFor(level):
        access_log.handle(AccessRecord(level, _fields(scope, record, seconds)))


class AccessRecord(logging.LogRecord):
    """A record of the access log: the time, the level and the fields.

    One is made for every request; what the library finds out for each record (place, thread, process) is the same.

    Args:
        level: of `logging`.
        fields: the named values of the line.
    """

    def __init__(self, level: int, fields: dict[str, object]) -> None:
        self.__dict__ = {
            **LIKE_ANY_OTHER,
            "levelno": level,
            "levelname": "DEBUG" if level == logging.DEBUG else "INFO",
            "created": time.time(),
            "fields": fields,
        }


LIKE_ANY_OTHER = logging.LogRecord(access_log.name, logging.INFO, __file__, 0, "request", None, None).__dict__


class Formatter(logging.Formatter):
    """Text or JSON, one line a record."""

    def __init__(self, log_format: LogFormat) -> None:
        super().__init__()
        self._is_json = log_format is LogFormat.JSON

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record; `fields` in its extras are named values."""
        fields: dict[str, object] = getattr(record, "fields", {})
        message = record.getMessage()
        if record.name == "asyncio":
            # Its further lines repeat the exception, whose message may hold a value.
            message = message.partition("\n")[0]
        trail = fault_trail(record.exc_info[1]) if record.exc_info and record.exc_info[1] else ""
        moment = f"{_second(int(record.created))}.{int(record.created % 1 * 1000):03d}Z"
        if self._is_json:
            line = {"time": moment, "level": record.levelname, "logger": record.name, "message": message, **fields}
            return orjson.dumps(line | ({"fault": trail} if trail else {}), default=str).decode()
        named = [f"{name}={value}" for name, value in fields.items()]
        words = " ".join([word for word in (moment, record.levelname, record.name, message, *named, trail) if word])
        return words.replace("\r", "\\r").replace("\n", "\\n")


class Lines(logging.StreamHandler[TextIO]):
    """Writes lines to standard error: those of the access log, while they are gathered, many in one go.

    Any other line is written at once, behind those that wait: the order is kept, and no fault is held back.
    """

    def __init__(self) -> None:
        super().__init__()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: list[logging.LogRecord] = []

    def gather(self, loop: asyncio.AbstractEventLoop | None) -> None:
        """Gather lines from now on; with no loop, no longer."""
        self._loop = loop
        self.flush()

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line, or let it wait."""
        if self._loop is None or record.name != access_log.name:
            self.flush()
            super().emit(record)
            return
        self._waiting.append(record)
        if len(self._waiting) == 1:
            self._loop.call_later(GATHER_SECONDS, self.flush)
        elif len(self._waiting) >= MOST_GATHERED:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        self.acquire()
        try:
            if self._waiting:
                lines = [self.format(record) for record in self._waiting]
                self._waiting.clear()
                self.stream.write(self.terminator.join([*lines, ""]))
            super().flush()
        finally:
            self.release()


@contextmanager
def gathered_lines() -> Iterator[None]:
    """While the block lasts, lines of the access log are written together; at its end none is left unwritten."""
    handlers = [handler for handler in logging.getLogger().handlers if isinstance(handler, Lines)]
    for handler in handlers:
        handler.gather(asyncio.get_running_loop())
    try:
        yield
    finally:
        for handler in handlers:
            handler.gather(None)


def configure_logging(log_format: LogFormat) -> None:
    """Send all logs of this process to standard error, in that format.

    For uvicorn: `log_config=None, access_log=False`, or it brings its own.
    """
    # What no line shows is not looked up for each: the place of the call, thread, process.
    logging._srcfile = None  # noqa: SLF001 - the way that the library's own documentation names
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"hearth": {"()": Formatter, "log_format": log_format}},
            "handlers": {"stderr": {"()": Lines, "formatter": "hearth"}},
            "root": {"level": "WARNING", "handlers": ["stderr"]},
            "loggers": {
                "hearth": {"level": "INFO"},
                "uvicorn": {"level": "INFO"},
                "uvicorn.access": {"level": "CRITICAL"},
            },
        }
    )


def fault_trail(fault: BaseException) -> str:
    """Where an exception was raised, and its causes, without their messages: those may repeat a caller's values."""
    parts: list[str] = []
    seen: set[int] = set()
    cause: BaseException | None = fault
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        parts.append(" < ".join([type(cause).__qualname__, *_places(cause.__traceback__)]))
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return " | from ".join(parts)


@lru_cache(maxsize=2)
def _second(instant: int) -> str:
    return datetime.fromtimestamp(instant, UTC).strftime("%Y-%m-%dT%H:%M:%S")


@lru_cache(maxsize=64)
def _plain(path: str) -> str:
    return quote(path, errors="replace")[:LONGEST_PATH]


def _places(trace: TracebackType | None) -> list[str]:
    """Innermost first."""
    frames = reversed(traceback.extract_tb(trace)[-DEEPEST_TRAIL:])
    return [f"{'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno} {frame.name}" for frame in frames]


def _fields(scope: Scope, record: RequestRecord, seconds: float) -> dict[str, object]:
    fields: dict[str, object] = {
        "method": scope["method"],
        "path": _plain(scope["path"]),
        "status": record.status,
        "ms": round(seconds * 1000, 1),
    }
    if record.tier:
        fields["tier"] = record.tier
    if record.operation:
        fields["operation"] = record.operation
    return fields

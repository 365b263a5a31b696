"""Log lines that hold no personal data: no query text, variables, tokens, messages of exceptions, query strings."""

from __future__ import annotations

import asyncio
import logging
import logging.config
import threading
import traceback
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

import orjson

from graph.settings import LogFormat

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

DEEPEST_TRAIL = 20
GATHER_SECONDS = 0.1
MOST_GATHERED = 500
"""While a server runs, lines that may wait do so at most so long, and at most so many, to be written together."""


class MayWait(Protocol):
    """What one line is made of, later."""

    def line(self, *, is_json: bool) -> str:
        """The line, as a formatter writes that of a record."""
        ...


class Formatter(logging.Formatter):
    """Text or JSON, one line a record."""

    def __init__(self, log_format: LogFormat) -> None:
        super().__init__()
        self.is_json = log_format is LogFormat.JSON

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record; `fields` in its extras are named values."""
        fields: dict[str, object] = getattr(record, "fields", {})
        message = record.getMessage()
        if record.name == "asyncio":
            # Its further lines repeat the exception, whose message may hold a value.
            message = message.partition("\n")[0]
        trail = fault_trail(record.exc_info[1]) if record.exc_info and record.exc_info[1] else ""
        moment = moment_of(record.created)
        if self.is_json:
            line = {"time": moment, "level": record.levelname, "logger": record.name, "message": message, **fields}
            return orjson.dumps(line | ({"fault": trail} if trail else {}), default=str).decode()
        named = [f"{name}={value}" for name, value in fields.items()]
        words = " ".join([word for word in (moment, record.levelname, record.name, message, *named, trail) if word])
        return words.replace("\r", "\\r").replace("\n", "\\n")


class Lines(logging.StreamHandler[TextIO]):
    """Writes lines to standard error: those that may wait, while they are gathered, many in one go.

    A record of the library is written at once, behind those that wait: the order is kept, and no fault is held back.
    """

    def __init__(self) -> None:
        super().__init__()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: list[MayWait] = []
        self._guard = threading.Lock()

    def gather(self, loop: asyncio.AbstractEventLoop | None) -> None:
        """Gather lines from now on; with no loop, no longer."""
        self._loop = loop
        self.flush()

    def add(self, line: MayWait) -> bool:
        """Let a line wait; whether it does, which it does not where none are gathered.

        Only the thread of the loop adds lines; another one may write a record, and flush, meanwhile.
        """
        if self._loop is None:
            return False
        with self._guard:
            self._waiting.append(line)
            waiting = len(self._waiting)
        if waiting == 1:
            self._loop.call_later(GATHER_SECONDS, self.flush)
        elif waiting >= MOST_GATHERED:
            self.flush()
        return True

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        self.flush()
        super().emit(record)

    def flush(self) -> None:
        """Write what waits."""
        self.acquire()
        try:
            with self._guard:
                ready, self._waiting = self._waiting, []
            if ready:
                is_json = isinstance(self.formatter, Formatter) and self.formatter.is_json
                lines = [line.line(is_json=is_json) for line in ready]
                self.stream.write(self.terminator.join([*lines, ""]))
            super().flush()
        finally:
            self.release()


_gathering: list[Lines] = []
"""The handlers that gather lines now."""


def gather(line: MayWait) -> bool:
    """Let a line wait until it is written with others.

    Returns:
        Whether it does. If not, nobody gathers lines, and it is to go the way of any other.
    """
    waits = False
    for handler in _gathering:
        waits = handler.add(line)
    return waits


@contextmanager
def gathered_lines() -> Iterator[None]:
    """While the block lasts, lines that may wait are written together; at its end none is left unwritten."""
    handlers = [handler for handler in logging.getLogger().handlers if isinstance(handler, Lines)]
    for handler in handlers:
        handler.gather(asyncio.get_running_loop())
    _gathering[:] = handlers
    try:
        yield
    finally:
        _gathering.clear()
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


def moment_of(instant: float) -> str:
    """Seconds since 1970 as RFC 3339 writes them, to the millisecond."""
    return f"{_second(int(instant))}.{int(instant % 1 * 1000):03d}Z"


@lru_cache(maxsize=2)
def _second(instant: int) -> str:
    return datetime.fromtimestamp(instant, UTC).strftime("%Y-%m-%dT%H:%M:%S")


def _places(trace: TracebackType | None) -> list[str]:
    """Innermost first."""
    frames = reversed(traceback.extract_tb(trace)[-DEEPEST_TRAIL:])
    return [f"{'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno} {frame.name}" for frame in frames]

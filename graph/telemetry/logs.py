"""Log lines that hold no personal data: no query text, variables, tokens, messages of exceptions, query strings."""

from __future__ import annotations

import asyncio
import logging
import logging.config
import sys
import threading
import traceback
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

import orjson

from graph.settings.settings import LogFormat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

logger = logging.getLogger("hearth.logs")

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
        self._lost = 0
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
        lost = self._lost
        super().emit(record)
        if self._lost == lost:
            self._tell_lost()

    def flush(self) -> None:
        """Write what waits."""
        self.acquire()
        try:
            with self._guard:
                ready, self._waiting = self._waiting, []
            is_json = isinstance(self.formatter, Formatter) and self.formatter.is_json
            self._write([line.line(is_json=is_json) for line in ready])
        finally:
            self.release()

    def _write(self, lines: Sequence[str]) -> None:
        """Write lines; where the disk is full, or whoever read the log has gone, no request fails for that."""
        try:
            if lines:
                self.stream.write(self.terminator.join([*lines, ""]))
            super().flush()
        except (OSError, ValueError):
            self._lost += len(lines)
        else:
            if lines:
                self._tell_lost()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """A line could not be written; the library would show its values."""
        del record
        self._lost += 1

    def _tell_lost(self) -> None:
        """The log works again: say how many lines are missing."""
        if self._lost:
            lost, self._lost = self._lost, 0
            logger.error("lines of the log could not be written", extra={"fields": {"lines": lost}})
            if self._lost:
                # Nor could that one.
                self._lost = lost


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
    keep_values_out()
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


def keep_values_out() -> None:
    """What Python itself writes of exceptions that nobody caught has no message either, but a trail.

    Whoever has set a hook of their own keeps it.
    """
    if sys.excepthook is sys.__excepthook__:
        sys.excepthook = _uncaught
    if threading.excepthook is threading.__excepthook__:
        threading.excepthook = lambda raised: _tell(raised.exc_value)
    if sys.unraisablehook is sys.__unraisablehook__:
        sys.unraisablehook = lambda raised: _tell(raised.exc_value)


def _uncaught(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    if isinstance(fault, KeyboardInterrupt):
        sys.__excepthook__(kind, fault, trace)
    else:
        _tell(fault)


def _tell(fault: BaseException | None) -> None:
    """Write the trail of an exception: into the log, where there is one, or to standard error."""
    if fault is None:
        return
    trail = fault_trail(fault)
    if logging.getLogger().handlers:
        logger.critical("fault", extra={"fields": {"fault": trail}})
    else:
        sys.stderr.write(f"Something went wrong on our side: {trail}\n")


def fault_trail(fault: BaseException) -> str:
    """Where an exception was raised, and its causes, without their messages: those may repeat a caller's values.

    Of PostgreSQL's the SQLSTATE stands behind the name.
    """
    parts: list[str] = []
    seen: set[int] = set()
    cause: BaseException | None = fault
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        state = getattr(cause, "sqlstate", None)
        name = type(cause).__qualname__ + (f"({state})" if isinstance(state, str) else "")
        parts.append(" < ".join([name, *_places(cause.__traceback__)]))
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

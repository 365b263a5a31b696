"""A process that has no file descriptor left says so: the event loop closes connections for which there is none."""

from __future__ import annotations

import asyncio
import logging
import os
from typing import Any

from countries.connections.once_a_minute import OnceAMinute

often = OnceAMinute(logging.getLogger("hearth.workers"))

NO_DESCRIPTORS = (
    "The process has no file descriptor left: connections are not accepted.",
    "Raise its limit (ulimit -n, LimitNOFILE=, ulimits: nofile).",
)
ACCEPT_FAILED = "socket.accept() out of system resource"
"""What asyncio's own loop says of it, for each connection anew; uvloop says nothing and closes them."""


def look_for_descriptors() -> None:
    """Whether there is one left."""
    try:
        os.close(os.open(os.devnull, os.O_RDONLY | os.O_CLOEXEC))
    except OSError:
        _say_so()


def heard(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What a loop says that nobody has caught."""
    if context.get("message") == ACCEPT_FAILED:
        _say_so()
    else:
        loop.default_exception_handler(context)


def _say_so() -> None:
    message, hint = NO_DESCRIPTORS
    often.say(message, message, logging.ERROR, {"hint": hint})

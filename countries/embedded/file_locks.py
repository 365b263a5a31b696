"""Locks on files, between processes: the kernel lets go of them however a process ends.

The descriptor carries the lock. It belongs to the open file, not to the process: a child
that inherits the descriptor holds the lock too, and the last one to close it lets go.
"""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

POLL_SECONDS = 0.02


def share(path: Path) -> int:
    """Hold the lock together with others; waits while one holds it alone."""
    descriptor = _open(path)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def take_if_free(path: Path) -> int | None:
    """Hold the lock alone, or nothing where somebody else holds it."""
    descriptor = _open(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def take(path: Path, seconds: float) -> int:
    """Hold the lock alone, after waiting for the others.

    Raises:
        TimeoutError: somebody still holds it after this many seconds.
    """
    deadline = time.monotonic() + seconds
    while (descriptor := take_if_free(path)) is None:
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(POLL_SECONDS)
    return descriptor


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Work in a folder while no other process does so by this name; whoever comes meanwhile waits."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)

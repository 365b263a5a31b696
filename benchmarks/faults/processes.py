"""Which processes belong to a process that was started here, and signals to them; Linux alone."""

from __future__ import annotations

import os
import resource
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROC = Path("/proc")


def descendants(pid: int) -> list[int]:
    """A process's children, theirs, and so on; not the process itself."""
    found: list[int] = []
    with suppress(OSError):
        for task in (PROC / str(pid) / "task").iterdir():
            for child in (task / "children").read_text().split():
                found += [int(child), *descendants(int(child))]
    return found


def workers(pid: int) -> list[int]:
    """The processes of a server that answer requests: of those that it spawned, the ones that are no bookkeepers."""
    return [child for child in descendants(pid) if "spawn_main" in _command(child)]


def _command(pid: int) -> str:
    with suppress(OSError):
        return (PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    return ""


def signal_all(pids: list[int], number: int) -> None:
    """Send a signal to each that is still there."""
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, number)


@contextmanager
def few_descriptors(pids: list[int]) -> Iterator[None]:
    """Processes may open one more file or socket than they have open now, for as long as the block takes."""
    before = {pid: resource.prlimit(pid, resource.RLIMIT_NOFILE) for pid in pids}
    for pid, (_, hard) in before.items():
        open_now = max(int(each.name) for each in (PROC / str(pid) / "fd").iterdir())
        resource.prlimit(pid, resource.RLIMIT_NOFILE, (open_now + 2, hard))
    try:
        yield
    finally:
        for pid, limits in before.items():
            with suppress(ProcessLookupError):
                resource.prlimit(pid, resource.RLIMIT_NOFILE, limits)

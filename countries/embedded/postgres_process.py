"""Which process serves a data folder: found, recognised and stopped without ever mistaking another for it.

`postmaster.pid` names a process id, which another process may have taken over since. The server is therefore started
with a `cluster_name` that names its data folder by device and inode, and recognised by that argument: readable for
every account and without ptrace rights, which containers take away, unlike `/proc/<pid>/cwd`.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from countries.embedded.postgres_error import PostgresError
from countries.embedded.postgres_socket import SOCKET_NAME

PID_FILE = "postmaster.pid"
_PROC = Path("/proc")
_STATUS_LINE = 7  # the eighth: starting, ready, stopping
POLL_SECONDS = 0.01


@dataclass(frozen=True)
class Postmaster:
    """The running server of a data folder.

    Attributes:
        pid: its process id.
        ready: whether it takes connections.
    """

    pid: int
    ready: bool


def cluster_name(cluster: Path) -> str:
    """The name by which a server of this very folder is known; a copy of the folder has another."""
    found = cluster.stat()
    return f"hearth-{found.st_dev:x}-{found.st_ino:x}"


def find_postmaster(cluster: Path) -> Postmaster | None:
    """The server that runs on this data folder, or nothing."""
    lines = _pid_file(cluster)
    pid = _pid_in(lines)
    if pid is None or f"cluster_name={cluster_name(cluster)}" not in _arguments_of(pid):
        return None
    return Postmaster(pid, lines[_STATUS_LINE].strip() == "ready" if len(lines) > _STATUS_LINE else False)


def forget_dead_postmaster(cluster: Path) -> None:
    """Remove the two notes of a server that is gone: PostgreSQL will not start while the id belongs to any process.

    Raises:
        PostgresError: a PostgreSQL that somebody else started works in the folder.
    """
    pid = _pid_in(_pid_file(cluster))
    if pid is not None and _is_foreign_server(pid, cluster):
        raise PostgresError(
            f"A PostgreSQL that was started by other means already serves {cluster}.",
            f"Stop it (pg_ctl stop -D {cluster}) and try again.",
        )
    for note in (PID_FILE, f"{SOCKET_NAME}.lock"):
        (cluster / note).unlink(missing_ok=True)


def ask_to_stop(cluster: Path) -> None:
    """Tell the server to end its sessions, write a checkpoint and leave (fast shutdown); returns at once."""
    server = find_postmaster(cluster)
    if server is not None:
        with suppress(ProcessLookupError):  # it left in the meantime
            os.kill(server.pid, signal.SIGINT)


def wait_until_gone(cluster: Path, seconds: float) -> None:
    """Wait for the end of the server.

    Raises:
        TimeoutError: it still runs after this many seconds.
    """
    deadline = time.monotonic() + seconds
    while find_postmaster(cluster) is not None:
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(POLL_SECONDS)


def _pid_file(cluster: Path) -> list[str]:
    try:
        return (cluster / PID_FILE).read_text().splitlines()
    except FileNotFoundError:
        return []


def _pid_in(lines: list[str]) -> int | None:
    return int(lines[0]) if lines and lines[0].isdecimal() and int(lines[0]) > 0 else None


def _arguments_of(pid: int) -> list[str]:
    """The command line of a process; empty when it has ended."""
    if _PROC.joinpath("self").exists():
        try:
            return (_PROC / str(pid) / "cmdline").read_text(errors="replace").split("\0")
        except OSError:
            return []
    shown = subprocess.run(  # noqa: S603 - a fixed system program and a number, no shell
        ["/bin/ps", "-ww", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return shown.stdout.split()


def _is_foreign_server(pid: int, cluster: Path) -> bool:
    process = _PROC / str(pid)
    try:
        return (process / "comm").read_text().strip() == "postgres" and (process / "cwd").samefile(cluster)
    except OSError:
        return False

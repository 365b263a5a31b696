"""Ports of this machine that nobody else takes, for servers that tests and benchmarks begin.

A port that the kernel hands out (one binds 0 and closes again) is anybody's before the server listens on it: the next
one who binds 0 may get it, and so may a connection that goes out. These lie outside the range that the kernel hands
out from, and all processes of the machine that ask here share them by locks on files, which the kernel lets go of when
a process ends.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import socket
import tempfile
from contextlib import suppress
from pathlib import Path

HANDED_OUT = Path("/proc/sys/net/ipv4/ip_local_port_range")
USUALLY_HANDED_OUT = (32_768, 65_535)
"""Where no file says it: Linux begins there, and others begin higher."""
FIRST = 20_000
"""Below it are ports that services of a machine are known by; they are taken last."""
FOLDER = Path(tempfile.gettempdir()) / "hearth-ports"


def claim_port() -> int:
    """A port of 127.0.0.1 that is this process's until it ends: a server may stop and listen on it again.

    Raises:
        OSError: all of them are taken.
    """
    with suppress(OSError):  # it is there, and may be somebody else's
        FOLDER.mkdir(exist_ok=True)
        FOLDER.chmod(0o1777)
    for port in _ports():
        if _is_ours(port) and _is_free(port):
            return port
    raise OSError(f"No port outside {HANDED_OUT} is free; remove {FOLDER} if nothing runs.")


async def listens(port: int, seconds: float = 60.0) -> None:
    """Wait until somebody listens on a port of this machine.

    Raises:
        TimeoutError: nobody does.
    """
    async with asyncio.timeout(seconds):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.1)
            else:
                writer.close()
                return


def _ports() -> list[int]:
    """In the order in which they are tried; where the kernel hands all of them out, all of them."""
    low, high = map(int, HANDED_OUT.read_text().split()) if HANDED_OUT.exists() else USUALLY_HANDED_OUT
    every = [*range(FIRST, 65_536), *range(1_024, FIRST)]
    return [port for port in every if not low <= port <= high] or every


def _is_ours(port: int) -> bool:
    """Whether nobody had claimed it; its lock is held from now on."""
    path = FOLDER / str(port)
    try:
        # What another account has made is opened, not created: Linux forbids the latter in a folder of everybody's.
        how = os.O_RDONLY | os.O_CLOEXEC | (0 if path.exists() else os.O_CREAT)
        descriptor = os.open(path, how, 0o644)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return False
    return True  # the descriptor stays open: it is the claim


def _is_free(port: int) -> bool:
    """Whether nobody listens there, who never asked here."""
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True

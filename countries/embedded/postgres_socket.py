"""A path to a Unix socket that fits into its address: at most 107 bytes on Linux, 103 on macOS."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from countries.embedded.postgres_error import PostgresError

PORT = 5432
SOCKET_NAME = f".s.PGSQL.{PORT}"
_LONGEST = 103
_SHORT_FOLDERS = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 - ours below is checked; TMPDIR differs between processes


def reachable_folder(folder: Path) -> Path:
    """The folder of the socket by a path that a client can use: its own, or a short link to it.

    Every process of this user arrives at the same link. A comma would read as a list of hosts, so it asks for one too.

    Raises:
        PostgresError: no place for the link can be trusted.
    """
    if len(os.fsencode(folder / SOCKET_NAME)) <= _LONGEST and "," not in str(folder):
        return folder
    for base in _SHORT_FOLDERS:
        link = _link_in(base, folder)
        try:
            _point(link, folder)
        except OSError:
            continue  # missing, read-only, or taken by somebody else
        return link
    raise PostgresError(
        f"The path of the data folder is too long for a socket: {folder}.",
        "Choose a data folder with a shorter path.",
    )


def forget_link(folder: Path) -> None:
    """Remove the short links to this folder."""
    for base in _SHORT_FOLDERS:
        try:
            _link_in(base, folder).unlink(missing_ok=True)
        except OSError:
            continue  # somebody else's folder stands there, with nothing of ours in it


def _link_in(base: Path, folder: Path) -> Path:
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    return base / f"hearth-{os.geteuid()}" / digest


def _point(link: Path, folder: Path) -> None:
    """Make the link inside a folder that only we can enter.

    Raises:
        OSError: that is not possible here.
    """
    ours = link.parent
    ours.mkdir(mode=0o700, exist_ok=True)
    found = ours.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise PermissionError
    if link.is_symlink() and link.readlink() == folder:
        return
    making = link.with_name(f"{link.name}.{os.getpid()}")
    making.unlink(missing_ok=True)
    making.symlink_to(folder)
    making.replace(link)

"""Why the database failed somebody: found by SQLSTATE, told in the log once a minute with its count, and counted.

PostgreSQL's own sentences may quote a value, so none is read, kept or told: what is said here stands in this file.
"""

from __future__ import annotations

import errno
import logging
from collections import Counter
from dataclasses import dataclass

import asyncpg

from countries.connections.coming_in import what_to_check
from countries.connections.once_a_minute import OnceAMinute
from countries.connections.turns import NO_PLACE

FILES = frozenset({"md.c", "fd.c", "buffile.c", "copydir.c", "fileset.c", "logtape.c", "slru.c", "smgr.c", "xlog.c"})
"""PostgreSQL's source files that speak to the file system: what fails there is no matter of rights or of our own."""
OF_FILES = ("42501", "XX000")
"""What a file system says that is neither full nor broken: a file that may not be read or written, a quota, a limit."""
SETTING = "guc.c"
"""The one that refuses a setting: on a replica, a transaction that writes is told to be a feature that is missing."""
GONE = ("08000", "08001", "08003", "08004", "08006", "57P")
"""What a server says as it ends a connection: fatal where it is its client's, an error where it is one of its own."""
OF_NODES = frozenset({"placement_connection.c", "remote_transaction.c", "remote_commands.c"})
"""Citus's source files that speak to nodes: an error of theirs without a state of its own is a node that went away."""
DRIVER_FAULTS = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError)
"""What speaking to a server may end with: it refuses, the connection is closed, it said goodbye as it was asked, or the
network failed. A TimeoutError is an OSError."""
NODE = "08N"
"""In place of what a coordinator tells of a node that it cannot reach; PostgreSQL has no SQLSTATE that begins so."""
BUSY = "See hearth_connection_wait_seconds, and what runs for long."
DESCRIPTORS = ("EMFILE", "ENFILE")
LOGINS = "Check the logins, their passwords and the database's name, then hearth migrate."

SAID: tuple[tuple[str, str, str, str], ...] = (
    ("53100", "insufficient resources", "PostgreSQL has no room left on its disk.", "Free some, or give it more."),
    ("53200", "insufficient resources", "PostgreSQL has no memory left.", "Give it more, or fewer connections."),
    ("53300", "insufficient resources", "PostgreSQL takes no more connections.", "Raise max_connections."),
    ("53", "insufficient resources", "PostgreSQL has come to one of its limits.", "See its own log."),
    ("28", "invalid authorization", "PostgreSQL refuses a login.", "Check HEARTH_DATABASE_PASSWORD_… and pg_hba.conf."),
    ("3D", "invalid catalog name", "PostgreSQL has no database of that name.", "Check HEARTH_DATABASE_URL."),
    ("25006", "invalid transaction state", "PostgreSQL only reads: it is a replica.", "Check HEARTH_DATABASE_URL."),
    ("57014", "operator intervention", "PostgreSQL ended a statement that took too long.", "See how busy it is."),
    ("57", "operator intervention", "PostgreSQL is stopping, starting, or was told to end it.", "See its own log."),
    ("55P03", "object not in prerequisite state", "A lock was waited for too long.", "See how busy PostgreSQL is."),
    ("25P03", "invalid transaction state", "A transaction stood still for too long.", "See how busy the server is."),
    ("58", "system error", "PostgreSQL cannot use its files.", "See its own log, and the disk."),
    ("XX001", "internal error", "PostgreSQL finds data damaged.", "See its own log; restore from a backup."),
    ("XX002", "internal error", "PostgreSQL finds an index damaged.", "See its own log; REINDEX it."),
    (NODE, "connection exception", "A node of the cluster cannot be reached.", "See /health/ready: it says which."),
    ("08", "connection exception", "The connection to PostgreSQL broke.", "See whether it runs."),
)  # fmt: skip
"""By the beginning of a SQLSTATE, the longest first: its class, a sentence, and what whoever runs the server does."""
PASSING = ("08", "25P03", "55P03", "57")
"""How the SQLSTATEs begin that may be gone a moment later, whatever anybody does."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why.

    Attributes:
        state: the SQLSTATE; empty where PostgreSQL said nothing.
        kind: the class of the SQLSTATE, or what else it is, in words.
        name: of the exception.
        message: a sentence.
        hint: what whoever runs the server does about it.
        passes: whether it may be gone a moment later, whatever anybody does.
    """

    state: str
    kind: str
    name: str
    message: str
    hint: str
    passes: bool = False

    @property
    def key(self) -> str:
        """What tells it from another one: the SQLSTATE, or the name where there is none."""
        return self.state or self.name

    @property
    def fields(self) -> dict[str, object]:
        """Its named values in a log line."""
        state = {"sqlstate": self.state} if self.state else {}
        return {**state, "class": self.kind, "fault": self.name}


def state_of(error: asyncpg.PostgresError) -> str:
    """The SQLSTATE, or what says better what it is.

    58000 where a file cannot be used, 25006 on a replica, `NODE` where it cannot reach another server.
    """
    state, source = error.sqlstate or "", getattr(error, "server_source_filename", None)
    of_another = state.startswith(GONE) and getattr(error, "severity_en", None) == "ERROR"
    if of_another or (state == "XX000" and source in OF_NODES):
        return NODE
    if state in OF_FILES and source in FILES:
        return "58000"
    return "25006" if state == "0A000" and source == SETTING else state


def cause_of(error: BaseException) -> Cause:
    """Why the database did not do what it was asked, by what the driver raised."""
    name = type(error).__name__
    if isinstance(error, asyncpg.PostgresError):
        state, sought = error.sqlstate or "", state_of(error)
        for start, kind, message, hint in SAID:
            if sought.startswith(start):
                return Cause(state, kind, name, message, what_to_check(error) or hint, sought.startswith(PASSING))
        return Cause(state, "error", name, "The database refuses.", LOGINS)
    if isinstance(error, TimeoutError) and error.args == (NO_PLACE,):
        return Cause("", "no connection free", "Busy", "All connections were busy for too long.", BUSY)
    if isinstance(error, OSError) and error.errno is not None:
        name = errno.errorcode.get(error.errno, name)
    if name in DESCRIPTORS:
        return Cause(
            "", "no file descriptor", name, "There is no file descriptor left.", "Raise the limit of open files."
        )
    return Cause("", "no connection", name, "PostgreSQL cannot be reached.", "See whether it runs.", passes=True)


class Causes:
    """What has failed in this process: counted, and told once a minute.

    Args:
        often: writes the lines.

    Attributes:
        counts: how often, by whom it failed and by the SQLSTATE, or the exception's name where there is none.
    """

    def __init__(self, often: OnceAMinute) -> None:
        self._often = often
        self.counts: Counter[tuple[str, str]] = Counter()

    def note(self, who: str, error: BaseException) -> Cause:
        """The database failed somebody.

        Args:
            who: a tier, or the part of the server that has a login of its own.
            error: what the driver raised.
        """
        cause = cause_of(error)
        self.counts[who, cause.key] += 1
        level = logging.WARNING if cause.passes else logging.ERROR
        fields = {"tier": str(who), **cause.fields}
        self._often.say((str(who), cause.key), f"{cause.message} {cause.hint}", level, fields)
        return cause

    def flush(self) -> None:
        """Write what is held back; the process ends."""
        self._often.flush()


CAUSES = Causes(OnceAMinute(logging.getLogger("hearth.database")))
"""Those of this process, as its log is the process's."""

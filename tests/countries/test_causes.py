"""Why the database failed: by SQLSTATE, in sentences of our own, once a minute, and counted."""

from __future__ import annotations

import errno
import logging
from typing import Any

import asyncpg
import pytest

from countries.connections.causes import SAID, Causes, cause_of
from countries.connections.coming_in import REFUSED
from countries.connections.once_a_minute import OnceAMinute
from countries.connections.turns import NO_PLACE
from graph.errors import Forbidden, HearthError, TimedOut, TooCostly, Unavailable
from graph.reasons import Reason
from graph.serving.lacks import why
from graph.sqlstates import OF_THE_REQUEST, Doing, public_error
from tests.log_lines import ours

SECRET = "Anneliese"


def error(kind: type[asyncpg.PostgresError], source: str | None = None) -> asyncpg.PostgresError:
    """PostgreSQL's error, whose sentence, detail and hint hold a value, from one of its source files."""
    made = kind(f"the sentence holds {SECRET}")
    made.detail = made.hint = SECRET
    made.server_source_filename = source
    return made


STATES = {
    asyncpg.DiskFullError: ("53100", "insufficient resources"),
    asyncpg.TooManyConnectionsError: ("53300", "insufficient resources"),
    asyncpg.OutOfMemoryError: ("53200", "insufficient resources"),
    asyncpg.PostgresIOError: ("58030", "system error"),
    asyncpg.UndefinedFileError: ("58P01", "system error"),
    asyncpg.DataCorruptedError: ("XX001", "internal error"),
    asyncpg.IndexCorruptedError: ("XX002", "internal error"),
    asyncpg.InvalidPasswordError: ("28P01", "invalid authorization"),
    asyncpg.InvalidAuthorizationSpecificationError: ("28000", "invalid authorization"),
    asyncpg.InvalidCatalogNameError: ("3D000", "invalid catalog name"),
    asyncpg.AdminShutdownError: ("57P01", "operator intervention"),
    asyncpg.CannotConnectNowError: ("57P03", "operator intervention"),
    asyncpg.QueryCanceledError: ("57014", "operator intervention"),
    asyncpg.LockNotAvailableError: ("55P03", "object not in prerequisite state"),
    asyncpg.ReadOnlySQLTransactionError: ("25006", "invalid transaction state"),
    asyncpg.ConnectionDoesNotExistError: ("08003", "connection exception"),
    asyncpg.UndefinedTableError: ("42P01", "error"),
}


@pytest.mark.parametrize("kind", STATES, ids=lambda kind: kind.__name__)
def test_each_sqlstate_has_its_class_and_no_value(kind: type[asyncpg.PostgresError]) -> None:
    """State, class and the exception's name are told; nothing of PostgreSQL's own words is."""
    cause = cause_of(error(kind))
    assert (cause.state, cause.kind, cause.name) == (*STATES[kind], kind.__name__)
    assert cause.message.endswith(".")
    assert cause.hint.endswith(".")
    assert SECRET not in repr(cause)


def test_the_login_that_is_refused_is_told() -> None:
    """What is to be set is named by the login that came, not by PostgreSQL's sentence; a superuser has no variable."""
    for login, said in (
        ("hearth_statistics", "Check HEARTH_DATABASE_PASSWORD_STATISTICS, the password of hearth_statistics, and "),
        ("postgres", "Check the password of postgres, and "),
    ):
        refused = error(asyncpg.InvalidPasswordError)
        setattr(refused, REFUSED, login)
        assert cause_of(refused).hint == f"{said}pg_hba.conf."


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (asyncpg.InvalidPasswordError, Reason.LOGIN_REFUSED),
        (asyncpg.TooManyConnectionsError, Reason.NO_CONNECTIONS),
        (asyncpg.DiskFullError, Reason.DATABASE_AWAY),
    ],
)
def test_what_a_start_says(kind: type[asyncpg.PostgresError], reason: Reason) -> None:
    """A full disk is not told as connections that are taken."""
    assert why(error(kind)).reason is reason


def test_a_longer_beginning_comes_before_a_shorter_one() -> None:
    """Of two that fit, the one that says more is found first: no row of the table is out of reach."""
    starts = [start for start, *_ in SAID]
    for number, start in enumerate(starts):
        assert not any(start.startswith(earlier) for earlier in starts[:number]), start


@pytest.mark.parametrize(
    ("fault", "kind", "name"),
    [
        (ConnectionRefusedError(errno.ECONNREFUSED, SECRET), "no connection", "ECONNREFUSED"),
        (OSError(errno.EMFILE, SECRET), "no file descriptor", "EMFILE"),
        (ConnectionResetError(SECRET), "no connection", "ConnectionResetError"),
        (TimeoutError(), "no connection", "TimeoutError"),
        (TimeoutError(NO_PLACE), "no connection free", "Busy"),
        (asyncpg.InterfaceError(SECRET), "no connection", "InterfaceError"),
    ],
)
def test_what_postgresql_does_not_say(fault: Exception, kind: str, name: str) -> None:
    """Without a SQLSTATE it is the system's name of it, or the exception's; busy is told from away."""
    cause = cause_of(fault)
    assert (cause.state, cause.kind, cause.name, cause.key) == ("", kind, name, name)
    assert SECRET not in repr(cause)


@pytest.mark.parametrize(
    ("kind", "source", "heard"),
    [
        (asyncpg.InsufficientPrivilegeError, "aclchk.c", Forbidden),
        (asyncpg.InsufficientPrivilegeError, "execMain.c", Forbidden),
        (asyncpg.InsufficientPrivilegeError, "md.c", Unavailable),
        (asyncpg.InsufficientPrivilegeError, "fd.c", Unavailable),
        (asyncpg.InternalServerError, "md.c", Unavailable),
        (asyncpg.InternalServerError, "planner.c", None),
        (asyncpg.FeatureNotSupportedError, "guc.c", Unavailable),
        (asyncpg.FeatureNotSupportedError, "parse_func.c", None),
        (asyncpg.ReadOnlySQLTransactionError, None, Unavailable),
        (asyncpg.DiskFullError, None, Unavailable),
        (asyncpg.InvalidPasswordError, None, Unavailable),
        (asyncpg.InvalidCatalogNameError, None, Unavailable),
        (asyncpg.ConfigurationLimitExceededError, None, TooCostly),
        (asyncpg.OutOfMemoryError, None, TooCostly),
        (asyncpg.QueryCanceledError, None, TimedOut),
        (asyncpg.IdleInTransactionSessionTimeoutError, None, TimedOut),
        (asyncpg.DataCorruptedError, None, None),
    ],
)
def test_what_a_caller_hears(
    kind: type[asyncpg.PostgresError], source: str | None, heard: type[HearthError] | None
) -> None:
    """A file that cannot be used is no right and no fault of ours, whatever PostgreSQL calls it; nor is a replica."""
    for doing in Doing:
        public = public_error(error(kind, source), "office", doing)
        assert type(public) is (heard or type(None))
        if public is not None:
            assert SECRET not in repr(public)
            assert ("pages" in public.hint) <= (doing is Doing.READING)


def test_counted_and_said_once(caplog: pytest.LogCaptureFixture) -> None:
    """Each tier's faults by SQLSTATE: a line a minute, with how often; what passes by itself is a warning."""
    caplog.set_level(logging.INFO)
    causes = Causes(OnceAMinute(logging.getLogger("hearth.test")))
    for _ in range(3):
        causes.note("office", error(asyncpg.DiskFullError))
        causes.note("region", error(asyncpg.CannotConnectNowError))
    causes.flush()
    lines: list[tuple[Any, ...]] = [
        (record.levelname, fields["tier"], fields["sqlstate"], fields["times"])
        for record in ours(caplog)
        for fields in [record.__dict__["fields"]]
    ]
    assert lines == [
        ("ERROR", "office", "53100", 1), ("WARNING", "region", "57P03", 1),
        ("ERROR", "office", "53100", 2), ("WARNING", "region", "57P03", 2),
    ]  # fmt: skip
    assert causes.counts == {("office", "53100"): 3, ("region", "57P03"): 3}
    assert SECRET not in caplog.text


def test_what_the_request_brought_is_nobody_elses_concern(caplog: pytest.LogCaptureFixture) -> None:
    """A value that does not suit, a statement that is too large: told to whoever sent it, and noted nowhere."""
    assert OF_THE_REQUEST == ("22", "42501", "53400", "54")
    caplog.set_level(logging.INFO)
    for kind in (asyncpg.InvalidTextRepresentationError, asyncpg.StatementTooComplexError):
        assert public_error(error(kind)) is not None
    assert ours(caplog) == []

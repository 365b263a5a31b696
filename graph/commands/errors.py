"""Faults that a person can mend, said in one sentence with a hint, and without a stack.

The exit code is 1; 78 (`NEVER`) says that no restart mends it: a setting, a login that could do more than it may, a
declaration that cannot be meant.
Ctrl-C ends a command with 130 (`INTERRUPTED`): whoever runs it from a script must not take it for done. What runs until
somebody ends it has ended well then.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import click

from countries.codes.code import CodesError
from countries.packs.faults import PacksError
from countries.register.register import RegisterError
from graph.errors import HearthError, HearthErrors
from graph.serving.exit_codes import INTERRUPTED, NEVER
from graph.words.checking import CatalogueError

Arguments = ParamSpec("Arguments")


class NeverError(click.ClickException):
    """What no restart mends."""

    exit_code = NEVER


def plainly(command: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """Turn a fault that a person can mend into one sentence and a hint, without a stack."""
    return _plain(command, INTERRUPTED)


def plainly_until_stopped(command: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """As `plainly`, of a command that runs until somebody ends it; SIGTERM and Ctrl-C let it close what it has open."""

    @wraps(command)
    def stopped(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        if threading.current_thread() is threading.main_thread():
            # The server's library raises it once more when all is answered: by itself it would end the process there,
            # and an embedded PostgreSQL would stay behind.
            signal.signal(signal.SIGTERM, signal.default_int_handler)
        command(*args, **kwargs)

    return _plain(stopped, 0)


def _plain(command: Callable[Arguments, None], interrupted: int) -> Callable[Arguments, None]:
    @wraps(command)
    def wrapped(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        import asyncpg

        from countries.archive.archive import ArchiveError
        from countries.connections.causes import cause_of
        from countries.connections.database import ConnectionsError, TenancyError
        from countries.connections.replica import ReplicaError
        from countries.embedded.postgres import PostgresError
        from countries.tenancy.logins import LoginError
        from graph.database.citus_plan import DistributionError
        from graph.database.location import PlaceError
        from graph.database.revisions import MigrationError
        from graph.indicators.period import PeriodError
        from graph.settings.settings import SettingsError

        try:
            command(*args, **kwargs)
        except KeyboardInterrupt:
            # A server has drained and closed by now; what a command had not committed is undone.
            click.echo("Stopped.", err=True)
            raise SystemExit(interrupted) from None
        except TenancyError as error:
            kind = click.ClickException if isinstance(error, ConnectionsError) else NeverError
            raise kind(f"{error} {error.hint}") from None
        except (
            ReplicaError, LoginError, PostgresError, MigrationError, DistributionError, PlaceError,
            HearthError, PeriodError, ArchiveError,
        ) as error:  # fmt: skip
            raise click.ClickException(f"{error} {error.hint}") from None
        except HearthErrors as errors:
            listed = "\n".join(f"{error.code}: {error} {error.hint}" for error in errors.errors)
            raise click.ClickException(listed) from None
        except (SettingsError, RegisterError, PacksError, CodesError, CatalogueError) as error:
            raise NeverError(str(error)) from None
        except (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError) as error:
            cause = cause_of(error)
            raise click.ClickException(f"{cause.message} {cause.hint}") from None
        except OSError as error:
            raise _of_the_system(error) from None

    return wrapped


def _of_the_system(error: OSError) -> Exception:
    """What a network, a file or a pipe refuses, in a sentence that says which file."""
    if isinstance(error, BrokenPipeError):
        # Whoever read what is printed has gone, as `head` does; click ends the command without a word.
        return error
    if isinstance(error, (ConnectionError, TimeoutError)):
        return click.ClickException(
            "The database cannot be reached. Check HEARTH_DATABASE_URL and that the server runs."
        )
    where = f"{error.filename}: " if isinstance(error.filename, str) else ""
    return click.ClickException(f"{where}{error.strerror or 'The system refused'}.")

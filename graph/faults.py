"""From what the database says to what a caller hears: one table of SQLSTATEs, and no word of PostgreSQL's own."""

from __future__ import annotations

from typing import NoReturn

import asyncpg

from graph.errors import BadUserInput, Forbidden, HearthError, TimedOut, TooCostly, Unavailable

TIMED_OUT = ("The database took too long.", "Ask for less: smaller pages, fewer nested connections, a narrower filter.")
UNAVAILABLE = ("The database cannot answer now.", "Try again in a few seconds.")
UNSUITABLE = ("A value does not suit its column.", "Check the values of the arguments against the schema.")
LARGE = ("The answer needs more memory than one request may use.", "Ask for smaller pages.")
NOT_YOURS = ("Your role may not read this.", "See `viewer { may }`.")

BY_CLASS: dict[str, tuple[type[HearthError], tuple[str, str]]] = {
    "08": (Unavailable, UNAVAILABLE),
    "22": (BadUserInput, UNSUITABLE),
    "53": (Unavailable, UNAVAILABLE),
    "54": (TooCostly, LARGE),
    "57": (Unavailable, UNAVAILABLE),
    "58": (Unavailable, UNAVAILABLE),
}
BY_STATE: dict[str, tuple[type[HearthError], tuple[str, str]]] = {
    "25P03": (TimedOut, TIMED_OUT),
    "42501": (Forbidden, NOT_YOURS),
    "53200": (TooCostly, LARGE),
    "53400": (TooCostly, LARGE),
    "55P03": (TimedOut, TIMED_OUT),
    "57014": (TimedOut, TIMED_OUT),
}


def raise_public(error: Exception, unavailable: str | None = None) -> NoReturn:
    """Raise what a caller hears of a driver's error, or the error itself where the fault is ours.

    Whoever kept what it raises in a local variable would be held by it and hold it, and a request's values with it.

    Args:
        error: of the driver.
        unavailable: what to do where the database cannot answer, if not what is usual.

    Raises:
        Exception: always.
    """
    public = public_error(error)
    try:
        if public is None:
            raise error
        if unavailable is not None and isinstance(public, Unavailable):
            public.hint = unavailable
        raise public from error
    finally:
        del public, error


def public_error(error: BaseException) -> HearthError | None:
    """What a caller hears of a driver's error; nothing where the fault is ours."""
    if isinstance(error, asyncpg.PostgresError):
        state = error.sqlstate or ""
        found = BY_STATE.get(state) or BY_CLASS.get(state[:2])
        return None if found is None else found[0](*found[1])
    if isinstance(error, asyncpg.DataError):
        return BadUserInput(*UNSUITABLE)
    if isinstance(error, TimeoutError | OSError | asyncpg.InterfaceError):
        return Unavailable(*UNAVAILABLE)
    return None

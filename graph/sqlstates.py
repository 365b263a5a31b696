"""From what the database says to what a caller hears: one table of SQLSTATEs, and no word of PostgreSQL's own.

Whatever the request has not brought about itself is noted on the way (`countries/connections/causes.py`): in the log,
among the figures.
"""

from __future__ import annotations

from enum import Enum
from typing import NoReturn

import asyncpg

from countries.connections.causes import CAUSES, DRIVER_FAULTS, NODE, state_of
from countries.tenancy.logins import login_of, password_variable
from graph.errors import BadUserInput, Forbidden, HearthError, TimedOut, TooCostly, Unavailable
from graph.reasons import Reason
from graph.refusals import Spoken

UNAVAILABLE = "The database cannot answer now."
NODE_AWAY = ("The machine that holds these rows cannot be reached.", "Rows on other machines are answered meanwhile.")
TOO_LONG = "The database took too long."
UNSUITABLE = ("A value does not suit its column.", "Check the values of the arguments against the schema.")
NOT_YOURS = ("Your role may not read this.", "See `viewer { may }`.")


class Doing(Enum):
    """What was under way, where it changes what a caller is told.

    Attributes:
        unavailable: what to do where the database cannot answer.
        timed_out: what to do where it took too long.
        large: what needs too much memory, and what to do about it.
    """

    READING = (
        "Try again in a few seconds.",
        "Ask for less: smaller pages, fewer nested connections, a narrower filter.",
        ("The answer needs more memory than one request may use.", "Ask for smaller pages."),
    )
    WRITING = (
        "Repeat it under the same idempotencyKey; it is never done twice.",
        "Nothing was written. Repeat it under the same idempotencyKey; if that goes on, ask for less of the payload.",
        (
            "The change needs more memory than one request may use.",
            "Nothing was written. Change less at a time, write shorter texts, or ask for less of the payload.",
        ),
    )
    CLOSING = (
        "Ask for `releases`: all of it is there, or nothing. Where nothing is, close the period again.",
        "Nothing was published. Close the period again when less is going on.",
        ("Closing the period needs more memory than there is.", "Nothing was published. Use hearth close-period."),
    )  # fmt: skip

    def __init__(self, unavailable: str, timed_out: str, large: tuple[str, str]) -> None:
        self.unavailable = unavailable
        self.timed_out = timed_out
        self.large = large


BY_CLASS: dict[str, type[HearthError]] = {
    "08": Unavailable,
    "22": BadUserInput,
    "28": Unavailable,
    "3D": Unavailable,
    "53": Unavailable,
    "54": TooCostly,
    "57": Unavailable,
    "58": Unavailable,
}
BY_STATE: dict[str, type[HearthError]] = {
    "25006": Unavailable,
    "25P03": TimedOut,
    "42501": Forbidden,
    "53200": TooCostly,
    "53400": TooCostly,
    "55P03": TimedOut,
    "57014": TimedOut,
}
REASONS = {"28": Reason.LOGIN_REFUSED, "3D": Reason.LOGIN_REFUSED, "53300": Reason.NO_CONNECTIONS}
"""How SQLSTATEs begin whose reason is the one that readiness has for them (`graph/serving/lacks.py`)."""
OF_THE_REQUEST = ("22", "42501", "53400", "54")
"""How SQLSTATEs begin that the request alone has brought about; of all others whoever runs the server is told."""


def raise_public(error: Exception, who: str = "server", doing: Doing = Doing.READING) -> NoReturn:
    """Raise what a caller hears of a driver's error, or the error itself where the fault is ours.

    Whoever kept what it raises in a local variable would be held by it and hold it, and a request's values with it.

    Args:
        error: of the driver.
        who: whose connection it was: a tier's, or `statistics`.
        doing: what was under way.

    Raises:
        Exception: always.
    """
    public = public_error(error, who, doing)
    try:
        if public is None:
            raise error
        raise public from error
    finally:
        del public, error


def public_error(error: BaseException, who: str = "server", doing: Doing = Doing.READING) -> HearthError | None:
    """What a caller hears of a driver's error; nothing where the fault is ours. It is noted on the way.

    Args:
        error: of the driver, or any other.
        who: as in `raise_public`.
        doing: what was under way.
    """
    if isinstance(error, asyncpg.PostgresError):
        state = state_of(error)
        if not state.startswith(OF_THE_REQUEST):
            CAUSES.note(who, error)
        found = BY_STATE.get(state) or BY_CLASS.get(state[:2])
        return None if found is None else _said(found, state, who, doing)
    if isinstance(error, asyncpg.DataError):
        return BadUserInput(*UNSUITABLE)
    if isinstance(error, DRIVER_FAULTS):
        CAUSES.note(who, error)
        return Unavailable(UNAVAILABLE, doing.unavailable)
    return None


def _said(kind: type[HearthError], state: str, who: str, doing: Doing) -> HearthError:
    if kind is TimedOut:
        return TimedOut(TOO_LONG, doing.timed_out)
    if kind is TooCostly:
        return TooCostly(*doing.large)
    if kind is Unavailable:
        if state == NODE:
            message, meanwhile = NODE_AWAY
            return Unavailable(message, doing.unavailable, reason=Reason.NODE_AWAY, further=(meanwhile,))
        reason = next((reason for start, reason in REASONS.items() if state.startswith(start)), None)
        hint = _to_be_set(state, who) or Spoken(doing.unavailable)
        return Unavailable(UNAVAILABLE, hint.template, reason=reason, params=hint.params)
    return kind(*(NOT_YOURS if kind is Forbidden else UNSUITABLE))


def _to_be_set(state: str, who: str) -> Spoken | None:
    """What whoever runs the server has to set before it can go on, where that is what it is."""
    if state.startswith("28"):
        login = login_of(who)
        variable = password_variable(login)
        set_it = "Whoever runs the server sets {variable} to the password of {login}, and starts it anew."
        return Spoken(set_it, (("variable", variable), ("login", login)))
    if state.startswith("3D"):
        return Spoken(
            "Whoever runs the server sets HEARTH_DATABASE_URL to a database that is there, and starts it anew."
        )
    if state == "25006":
        return Spoken("Whoever runs the server sets HEARTH_DATABASE_URL to the primary, and starts it anew.")
    return None

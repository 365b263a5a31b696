"""Every error that a caller can meet.

    HearthError                 code, message, hint, retryable, path, reason, retry_after, place, expected
    ├─ Unauthenticated          no valid token
    ├─ Forbidden                the tier may not use this field, filter or order
    ├─ BadUserInput             a value that cannot be meant
    ├─ ParseFailed              the document is no GraphQL
    ├─ ValidationFailed         the document does not fit the schema
    ├─ NotFound                 a row that does not exist, or is not yours
    ├─ Conflict                 the write meets another row or another version
    ├─ TooCostly                more than one request may ask for
    ├─ TimedOut                 the database took too long
    ├─ Unavailable              the database cannot be reached now
    └─ Internal                 our fault

A message says what is wrong and never repeats a value, SQL or another tenant's data; the hint says what to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable


class Reason(StrEnum):
    """Why, where a screen branches on it: `extensions.reason`. A code may have several."""

    BUDGET_SPENT = "BUDGET_SPENT"
    """The caller has had its share of the server's time for now."""

    CLOCKS_DIFFER = "CLOCKS_DIFFER"
    """This machine's clock and the identity provider's are further apart than tokens allow for."""

    DATABASE_AWAY = "DATABASE_AWAY"
    """No database server answers, or not in time."""

    DOES_NOT_FIT = "DOES_NOT_FIT"
    """A value cannot be meant where it stands; `extensions.place` says where that is."""

    KEYS_MISSING = "KEYS_MISSING"
    """The identity provider's keys were never had, are too old, or lack one that may be new."""

    LOGIN_REFUSED = "LOGIN_REFUSED"
    """The database server does not let a login of this server in."""

    NO_CONNECTIONS = "NO_CONNECTIONS"
    """The database server has no connection left for this server."""

    REPLICA_LEFT_OUT = "REPLICA_LEFT_OUT"
    """The replica is not used; the primary answers instead of it."""

    RESYNC = "RESYNC"
    """A cursor of the feed cannot be followed: load everything anew, and begin from `head`."""

    SCHEMA_DIFFERS = "SCHEMA_DIFFERS"
    """The database's schema is older than this server, or too new for it."""

    STARTING = "STARTING"
    """The server is not ready yet; what keeps it is none of the other reasons."""


Place = tuple[str | int, ...]
"""Where a value stands: `$name` of a variable, or the name of an argument; then keys and indexes inside it."""


@dataclass(eq=False)
class HearthError(Exception):
    """The base of all. `path` names the response field it belongs to; without a path the whole request failed.

    Attributes:
        message: one sentence for a person.
        hint: what to do about it.
        path: response keys from the root to the field.
        locations: (line, column) pairs in the document, counted from 1.
        reason: which of several reasons of one code it is.
        retry_after: whole seconds after which the same request may succeed; it is retryable then.
        place: where the value stands that it is about.
        expected: the type of that place, as the schema writes it.
        slot: the number of the argument that it is about, until `place` is known; never told.
        steps: keys and indexes inside that argument; never told.
    """

    message: str
    hint: str
    path: tuple[str | int, ...] | None = None
    locations: tuple[tuple[int, int], ...] = ()
    reason: Reason | None = None
    retry_after: int | None = None
    place: Place | None = None
    expected: str | None = None
    slot: int | None = None
    steps: Place = ()

    code: ClassVar[str] = "INTERNAL"
    may_pass: ClassVar[bool] = False
    """Whether such an error may be gone a moment later."""

    @property
    def retryable(self) -> bool:
        """Whether the same request may succeed later."""
        return self.may_pass or self.retry_after is not None

    def __str__(self) -> str:
        return self.message

    def formatted(self) -> dict[str, object]:
        """The error as the GraphQL specification writes it."""
        body: dict[str, object] = {"message": self.message}
        if self.locations:
            body["locations"] = [{"line": line, "column": column} for line, column in self.locations]
        if self.path is not None:
            body["path"] = list(self.path)
        extensions: dict[str, object] = {"code": self.code, "hint": self.hint, "retryable": self.retryable}
        if self.reason is not None:
            extensions["reason"] = self.reason.value
        if self.place is not None:
            extensions["place"] = list(self.place)
        if self.expected is not None:
            extensions["expected"] = self.expected
        body["extensions"] = extensions
        return body


class Unauthenticated(HearthError):
    """The request carries no valid token."""

    code = "UNAUTHENTICATED"


class Forbidden(HearthError):
    """The caller's tier may not use this field, filter or order."""

    code = "FORBIDDEN"


class BadUserInput(HearthError):
    """A value, argument or body that cannot be meant."""

    code = "BAD_USER_INPUT"


class ParseFailed(HearthError):
    """The document does not follow GraphQL's grammar."""

    code = "GRAPHQL_PARSE_FAILED"


class ValidationFailed(HearthError):
    """The document does not fit the schema."""

    code = "GRAPHQL_VALIDATION_FAILED"


class NotFound(HearthError):
    """There is no such row in the caller's scope."""

    code = "NOT_FOUND"


class Conflict(HearthError):
    """The change meets another row, or another version of the same row."""

    code = "CONFLICT"


class TooCostly(HearthError):
    """The request asks for more rows, bytes or work than one request may."""

    code = "TOO_COSTLY"


class TimedOut(HearthError):
    """The database did not finish within the tier's time."""

    code = "TIMEOUT"
    may_pass = True


class Unavailable(HearthError):
    """The database cannot be reached, or refuses work, for now."""

    code = "UNAVAILABLE"
    may_pass = True


class Internal(HearthError):
    """A fault of the server; its log has the reference in the message."""

    code = "INTERNAL"


class HasCode(Protocol):
    """An error, or a refusal in a payload."""

    @property
    def code(self) -> str:
        """Its `extensions.code`."""
        ...


def codes_of(errors: Iterable[HasCode]) -> tuple[str, ...]:
    """The codes of errors or refusals, each once."""
    return tuple(dict.fromkeys([error.code for error in errors]))

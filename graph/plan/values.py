"""Where the value of a parameter comes from, and how a client's value becomes one that PostgreSQL takes.

A plan is cached; its values are not. Each `$n` of a statement has a source that finds its value in the request's
arguments or in the caller's scope.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Final
from uuid import UUID

from graph.errors import BadUserInput
from graph.reasons import Reason

if TYPE_CHECKING:
    from graph.plan.view import View

Path = tuple[str | int, ...]
"""Response keys from the root to a field."""


class Absent(Enum):
    """An argument that the document does not give; `None` is one that it gives as null."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT

MAX_LIST = 1_000
MAX_TEXT = 10_000
MAX_LABEL = 200
MAX_INTEGER_DIGITS = 18
MAX_DECIMAL_DIGITS = 30


@dataclass(slots=True)
class Scope:
    """What the caller brings into a statement.

    Attributes:
        country: the one country of a national caller.
        countries: the countries of a region.
        programmes: the programmes of a caseworker.
        today: today's date in the country of a national caller.
        viewer: all that `viewer` can answer, by field.
        introspected: the JSON of each `__schema` and `__type` at the root, by response key.
        written: what a mutation brings, by name.
        feed: what the scope's cursors of the changes feed begin with.
    """

    country: str | None
    countries: tuple[str, ...]
    programmes: tuple[UUID, ...]
    today: date
    viewer: Mapping[str, object]
    introspected: Mapping[str, bytes] = field(default_factory=dict)
    written: Mapping[str, object] = field(default_factory=dict)
    feed: str = ""


Convert = Callable[[object], object]


@dataclass(frozen=True, slots=True)
class FromScope:
    """A value of the caller's scope, by the name of its field."""

    name: str


@dataclass(frozen=True, slots=True)
class FromView:
    """What `viewer` answers, as JSON."""

    view: View


@dataclass(frozen=True, slots=True)
class FromIntrospection:
    """What graphql-core answers under a root field's response key, as JSON."""

    key: str


@dataclass(frozen=True, slots=True)
class FromArgument:
    """A value inside an argument.

    Attributes:
        slot: the argument's number in the operation.
        steps: keys and indexes from the argument to the value.
        convert: makes it what PostgreSQL takes, or raises `BadUserInput`.
        path: the field that an error belongs to.
    """

    slot: int
    steps: Path
    convert: Convert
    path: Path


@dataclass(frozen=True, slots=True)
class FromBoth:
    """A value that an argument and the caller's scope make together, such as the days of a period until today.

    Attributes:
        slot: the argument's number in the operation.
        convert: makes it what PostgreSQL takes, or raises what the caller is to hear.
        path: the field that an error belongs to.
    """

    slot: int
    convert: Callable[[object, Scope], object]
    path: Path


@dataclass(frozen=True, slots=True)
class FromPlan:
    """A value that is part of the plan: JSON that needs no table."""

    value: bytes


@dataclass(frozen=True, slots=True)
class FromWrite:
    """A value that a mutation brings: of its input, or worked out for it, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class FromCursor:
    """The sealed number in a cursor of the changes feed, which belongs to one scope.

    Attributes:
        slot: the argument's number in the operation.
        path: the field that an error belongs to.
    """

    slot: int
    path: Path


Source = FromScope | FromView | FromIntrospection | FromArgument | FromBoth | FromPlan | FromWrite | FromCursor


def each(convert: Convert) -> Convert:
    """A list, item by item; bounded in length, without nulls."""

    def of(value: object) -> object:
        if not isinstance(value, list):
            raise BadUserInput("A list is expected here.", "Write the values between [ and ].")
        if len(value) > MAX_LIST:
            raise BadUserInput(
                "A list may hold {limit} values.",
                "Split it over several requests.",
                reason=Reason.TOO_MANY,
                params=(("limit", MAX_LIST),),
            )
        try:
            return [convert(item) for item in value]
        except BadUserInput as error:
            error.steps = (_first_refused(convert, value), *error.steps)
            raise

    return of


def _first_refused(convert: Convert, items: Sequence[object]) -> int:
    """Which item it was; asked again, so that good lists do not count."""
    for number, item in enumerate(items):
        try:
            convert(item)
        except BadUserInput:
            return number
    return 0


def text(value: object) -> str:
    """Text that PostgreSQL can hold: no NUL, no lone surrogate, not endless."""
    if not isinstance(value, str):
        raise BadUserInput("Text is expected here.", "Write it between quotation marks.")
    if "\x00" in value:
        raise BadUserInput("Text may not hold the NUL character.", "Remove it.")
    if len(value) > MAX_TEXT:
        raise BadUserInput(
            "Text may hold {limit} characters.", "Shorten it.", reason=Reason.TOO_LONG, params=(("limit", MAX_TEXT),)
        )
    try:
        value.encode()
    except UnicodeEncodeError:
        raise BadUserInput("Text may not hold half a surrogate pair.", "Send well-formed Unicode.") from None
    return value


def label(value: object) -> str:
    """Text that a client names something by, and that comes back as it is."""
    named = text(value)
    if not 0 < len(named) <= MAX_LABEL:
        raise BadUserInput(
            "It may hold 1 to {limit} characters.",
            "Use a UUID.",
            reason=Reason.TOO_LONG,
            params=(("limit", MAX_LABEL),),
        )
    return named


def integer(value: object) -> int:
    """A whole number within PostgreSQL's bigint."""
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 10**MAX_INTEGER_DIGITS:
        raise BadUserInput("A whole number of at most 18 digits is expected here.", "Send it without a fraction.")
    return value


def decimal(value: object) -> Decimal:
    """A finite decimal number of a sensible length."""
    if not isinstance(value, Decimal) or not value.is_finite():
        raise BadUserInput("A decimal number is expected here.", 'Send it as text, such as "1250.00".')
    if abs(value.adjusted()) > MAX_DECIMAL_DIGITS or len(value.as_tuple().digits) > MAX_DECIMAL_DIGITS:
        raise BadUserInput(
            "A decimal number may have {limit} digits.",
            "Shorten it.",
            reason=Reason.WRONG_AMOUNT,
            params=(("limit", MAX_DECIMAL_DIGITS),),
        )
    return value


def day(value: object) -> date:
    """A calendar day."""
    if isinstance(value, datetime) or not isinstance(value, date):
        raise BadUserInput("A day is expected here.", "Write it as 2026-05-31.")
    return value


def instant(value: object) -> datetime:
    """A point in time with its offset, which lies in the years 1 to 9999 also in UTC, as PostgreSQL keeps it."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise BadUserInput("An instant with its offset is expected here.", "Write it as 2026-05-31T09:30:00Z.")
    try:
        return value.astimezone(UTC)
    except OverflowError:
        raise BadUserInput("The instant lies outside the years 1 to 9999.", "Check its year and its offset.") from None


def member(value: object) -> str:
    """A member of an enumeration."""
    return str(value.value) if isinstance(value, Enum) else text(value)

"""How a client's value becomes one that PostgreSQL takes, and what is refused on the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING
from uuid import UUID

from graph.errors import BadUserInput
from graph.kinds.kind import MAX_TEXT
from graph.reasons import Reason
from graph.text import TextForm, is_blank, normal
from graph.words.negotiation import is_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from enum import StrEnum

MAX_LIST = 1_000
MAX_TOLD = 100
"""Items of a list that are told of as wrong."""
MAX_LABEL = 200
MAX_INTEGER_DIGITS = 18
MAX_DECIMAL_DIGITS = 30
SMALLEST, LARGEST = -(2**31), 2**31 - 1
"""What an integer column holds."""
WHOLE_DIGITS, DECIMALS = 12, 2
"""Digits of money before the point and behind it."""
AMOUNT = Decimal(10) ** WHOLE_DIGITS
"""The first number that a column of money cannot hold."""

LANGUAGE_CODE = re.compile(r"[a-z]{2,3}", re.ASCII)

Convert = Callable[[object], object]


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
        except BadUserInput:
            first, *more = islice(_refused(convert, value), MAX_TOLD)
            first.more = tuple(more)
            raise first from None

    return of


def _refused(convert: Convert, items: Sequence[object]) -> Iterator[BadUserInput]:
    """The errors of items, each with its place; asked again, so that good lists do not count."""
    for number, item in enumerate(items):
        try:
            convert(item)
        except BadUserInput as error:
            error.steps = (number, *error.steps)
            yield error


def text(value: object, limit: int = MAX_TEXT) -> str:
    """Text that PostgreSQL can hold: no NUL, no lone surrogate, not endless."""
    if not isinstance(value, str):
        raise BadUserInput("Text is expected here.", "Write it between quotation marks.")
    if "\x00" in value:
        raise BadUserInput("Text may not hold the NUL character.", "Remove it.")
    if len(value) > limit:
        raise BadUserInput(
            "Text may hold {limit} characters.", "Shorten it.", reason=Reason.TOO_LONG, params=(("limit", limit),)
        )
    try:
        value.encode()
    except UnicodeEncodeError:
        raise BadUserInput("Text may not hold half a surrogate pair.", "Send well-formed Unicode.") from None
    return value


def label(value: object) -> str:
    """Text that a client names something by, and that comes back as it is."""
    named = text(value)
    if not named:
        raise BadUserInput("It is empty.", "Leave it out, or use a UUID.", reason=Reason.EMPTY)
    if len(named) > MAX_LABEL:
        raise BadUserInput(
            "A label may hold {limit} characters.",
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


def language_tag(value: object) -> str | None:
    """A language tag as BCP 47 writes it, such as `pt-BR`; null says none."""
    if value is None:
        return None
    if not isinstance(value, str) or not is_language(value):
        raise BadUserInput("A language tag is expected here.", "Write it as fr or pt-BR.")
    return value


def member(value: object) -> str:
    """A member of an enumeration."""
    return str(value.value) if isinstance(value, Enum) else text(value)


def uuid(value: object) -> UUID:
    """A UUID."""
    if not isinstance(value, UUID):
        raise BadUserInput("A UUID is expected here.", "Write it as 01990000-0000-7000-8000-000000000000.")
    return value


@cache
def is_language_code(code: str) -> bool:
    """Whether it is a code of ISO 639-1, or of ISO 639-3 where the language has none there."""
    import pycountry

    if not LANGUAGE_CODE.fullmatch(code):
        return False
    found = pycountry.languages.get(alpha_3=code) or pycountry.languages.get(alpha_2=code)
    return found is not None and code == getattr(found, "alpha_2", found.alpha_3)


# Of a filter: as it is stored, and no more is asked of it


@cache
def compared_text(form: TextForm) -> Convert:
    """A text in the form in which it is stored; one function a form, so that equal filters are one parameter."""
    return lambda value: normal(text(value), form)


# Of a write: what the column holds


@cache
def stored_text(form: TextForm, limit: int) -> Convert:
    """A text as it is stored: in its form, without spaces around it, not empty, and no longer than its column says."""

    def stored(value: object) -> str:
        found = normal(text(value, max(limit, MAX_TEXT)), form).strip()
        if is_blank(found):
            raise BadUserInput("The text is empty.", "Leave it out, or write something.", reason=Reason.EMPTY)
        if len(found) > limit:
            raise BadUserInput(
                "It may hold {limit} characters.", "Shorten it.", reason=Reason.TOO_LONG, params=(("limit", limit),)
            )
        return found

    return stored


def truth(value: object) -> bool:
    """A yes or no of an input: GraphQL has made sure that it is one."""
    return value is True


def stored_integer(value: object) -> int:
    """A whole number that an integer column holds."""
    found = integer(value)
    if not SMALLEST <= found <= LARGEST:
        raise BadUserInput("The number is too large.", "Check it.", reason=Reason.WRONG_AMOUNT)
    return found


def stored_decimal(value: object) -> Decimal:
    """A decimal number that a column of money holds."""
    found = decimal(value)
    exponent = found.as_tuple().exponent
    if abs(found) >= AMOUNT or not isinstance(exponent, int) or exponent < -DECIMALS:
        raise BadUserInput(
            "The number does not fit.",
            "Give at most {digits} digits before the point and {decimals} behind it.",
            reason=Reason.WRONG_AMOUNT,
            params=(("digits", WHOLE_DIGITS), ("decimals", DECIMALS)),
        )
    return found


def _wrong_members(found: Sequence[str], places: Mapping[str, int]) -> Iterator[BadUserInput]:
    """What of a list of members is none, or stands there a second time."""
    for place, name in enumerate(found):
        if name not in places:
            yield BadUserInput(
                "There is no such value.",
                "Write some of {members}.",
                reason=Reason.NO_MEMBER,
                params=(("members", ", ".join(places)),),
                steps=(place,),
            )
        elif name in found[:place]:
            yield BadUserInput(
                "The value stands there twice.", "Name each once.", reason=Reason.NAMED_TWICE, steps=(place,)
            )


@cache
def stored_members(enumeration: type[StrEnum] | None) -> Convert:
    """Some of an enumeration's members, each once, in their order."""
    places = {str(each.value): place for place, each in enumerate(enumeration or ())}
    listed = each(member)

    def stored(value: object) -> list[str]:
        found = listed(value)
        if not isinstance(found, list) or not found:
            raise BadUserInput("The list is empty.", "Leave it out, or name a member.", reason=Reason.EMPTY)
        if wrong := list(_wrong_members(found, places)):
            first, *more = wrong
            first.more = tuple(more)
            raise first
        return sorted(found, key=places.__getitem__)

    return stored


def _wrong_languages(found: Sequence[str]) -> Iterator[BadUserInput]:
    """What of a list of languages is none, or stands there a second time."""
    for place, code in enumerate(found):
        if not is_language_code(code):
            yield BadUserInput(
                "There is no such language in ISO 639.",
                "Write its code: two letters, such as sw; three where it has no two.",
                reason=Reason.NO_MEMBER,
                steps=(place,),
            )
        elif code in found[:place]:
            yield BadUserInput(
                "The value stands there twice.", "Name each once.", reason=Reason.NAMED_TWICE, steps=(place,)
            )


def stored_languages(value: object) -> list[str]:
    """Codes of languages, each once, in the order that is given."""
    found = each(text)(value)
    if not isinstance(found, list) or not found:
        raise BadUserInput("The list is empty.", "Leave it out, or name a member.", reason=Reason.EMPTY)
    if wrong := list(_wrong_languages(found)):
        first, *more = wrong
        first.more = tuple(more)
        raise first
    return found

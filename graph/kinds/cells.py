"""From a file's cell to a value that PostgreSQL takes: text of a CSV file, typed values of a workbook."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING
from uuid import UUID

from graph.errors import BadUserInput, refusal_of
from graph.kinds import values
from graph.kinds.kind import MAX_TEXT
from graph.kinds.values import AMOUNT, LARGEST, SMALLEST
from graph.reasons import Reason
from graph.refusals import bad_input
from graph.text import TextForm, is_blank, normal

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

    from graph.refusals import Param, Refusal

Raw = str | int | float | bool | date | datetime
"""What a reader hands on; an empty cell is None."""

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
WHOLE = re.compile(r"-?\d{1,18}", re.ASCII)
NUMBER = re.compile(r"-?\d{1,24}(\.\d{1,24})?", re.ASCII)
A_UUID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", re.ASCII)
WRITE_A_DAY = "Write the year first, as in 2026-05-31; in a workbook a date cell will do."


class CellFault(ValueError):
    """A cell that cannot be meant; whoever reads the row knows where it is."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal


def _misfit(sentence: str, advice: str, reason: Reason = Reason.DOES_NOT_FIT, **params: Param) -> CellFault:
    return CellFault(bad_input(reason, sentence, advice, **params))


def text(raw: Raw, form: TextForm = TextForm.PROSE, limit: int = MAX_TEXT) -> str | None:
    """A text in its form, nothing where it holds nothing to be seen; a number in a workbook is taken as its digits."""
    if isinstance(raw, bool | date):
        raise _misfit("Text is expected here.", "Format the cell as text, and write it again.")
    if isinstance(raw, float):
        raw = int(raw) if raw.is_integer() else repr(raw)
    try:
        stored = normal(values.text(str(raw), max(limit, MAX_TEXT)), form)
    except BadUserInput as error:
        raise CellFault(refusal_of(error, ())) from None
    if len(stored) > limit:
        raise _misfit("It may hold {limit} characters.", "Shorten it.", Reason.TOO_LONG, limit=limit)
    return None if is_blank(stored) else stored


def whole(raw: Raw) -> int:
    """A whole number."""
    if isinstance(raw, bool | date):
        raise _misfit("A whole number is expected here.", "Write digits alone, as in 12.")
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    if isinstance(raw, int):
        return raw
    if not WHOLE.fullmatch(str(raw)):
        raise _misfit("A whole number is expected here.", "Write digits alone, without a fraction, as in 12.")
    return int(str(raw))


def small(raw: Raw) -> int:
    """A whole number that an integer column holds."""
    number = whole(raw)
    if not SMALLEST <= number <= LARGEST:
        raise _misfit("The number is too large.", "Check it.", Reason.WRONG_AMOUNT)
    return number


def large(raw: Raw) -> int:
    """A whole number of at most 18 digits."""
    number = whole(raw)
    if not WHOLE.fullmatch(str(number)):
        raise _misfit("The number is too large.", "Check it.", Reason.WRONG_AMOUNT)
    return number


def decimal(raw: Raw) -> Decimal:
    """An amount of money: two decimals at most."""
    if isinstance(raw, bool | date) or not NUMBER.fullmatch(str(raw)):
        raise _misfit("An amount is expected here.", "Write it with a point and no other sign, as in 1250.00.")
    try:
        amount = Decimal(str(raw))
    except InvalidOperation:
        raise _misfit("An amount is expected here.", "Write it as 1250.00.") from None
    if abs(amount) >= AMOUNT or amount != round(amount, 2):
        raise _misfit("An amount has two decimals, and 12 digits before them.", "Check it.", Reason.WRONG_AMOUNT)
    return amount


def day(raw: Raw) -> date:
    """A calendar day: a date cell, or ISO 8601 text."""
    if isinstance(raw, datetime):
        if raw.time() != raw.min.time():
            raise _misfit("A day is expected here, and there is a time with it.", WRITE_A_DAY)
        return raw.date()
    if isinstance(raw, date):
        return raw
    if not isinstance(raw, str) or not ISO_DAY.fullmatch(raw):
        raise _misfit("That is no day as ISO 8601 writes it.", WRITE_A_DAY)
    try:
        return date.fromisoformat(raw)
    except ValueError:
        raise _misfit("There is no such day.", "Check month and day.") from None


def instant(raw: Raw) -> datetime:
    """A point in time with its offset."""
    hint = "Write it as 2026-05-31T09:30:00Z."
    try:
        found = datetime.fromisoformat(raw) if isinstance(raw, str) else None
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise _misfit("An instant with its offset is expected here.", hint)
    try:
        return found.astimezone(UTC)
    except OverflowError:
        raise _misfit("An instant with its offset is expected here.", hint) from None


def member_of(enumeration: type[StrEnum] | None) -> Callable[[Raw], str]:
    """A member of an enumeration, in capitals."""
    members = frozenset(str(each.value) for each in enumeration or ())
    listed = ", ".join(str(each.value) for each in enumeration or ())
    unknown = bad_input(Reason.NO_MEMBER, "There is no such value.", "Write one of {members}.", members=listed)

    def member(raw: Raw) -> str:
        if not isinstance(raw, str) or raw not in members:
            raise CellFault(unknown)
        return raw

    return member


SEPARATOR = ";"
"""Stands between the values of a list in one cell."""


def members_of(enumeration: type[StrEnum] | None) -> Callable[[Raw], list[str] | None]:
    """Some of an enumeration's members, in capitals, with `;` between them; nothing where none is named."""
    places = {str(each.value): place for place, each in enumerate(enumeration or ())}
    advice, listed = "Write some of {members}, with ; between them.", ", ".join(places)
    unknown = bad_input(Reason.NO_MEMBER, "There is no such value.", advice, members=listed)

    def members(raw: Raw) -> list[str] | None:
        if not isinstance(raw, str):
            raise CellFault(unknown)
        if is_blank(raw):
            return None
        named = [each.strip() for each in raw.split(SEPARATOR)]
        if not places.keys() >= set(named):
            raise CellFault(unknown)
        if len(set(named)) != len(named):
            raise _misfit("A value stands there twice.", "Name each once.", Reason.NAMED_TWICE)
        return sorted(named, key=places.__getitem__)

    return members


def languages(raw: Raw) -> list[str] | None:
    """Codes of languages with `;` between them, or a space, as sheets of before have it; or nothing."""
    if not isinstance(raw, str):
        raise _misfit("Codes of languages are expected here.", "Write them as in sw;en.")
    if not (named := raw.replace(SEPARATOR, " ").split()):
        return None
    if not all(map(values.is_language_code, named)):
        sentence, advice = "There is no such language in ISO 639.", "Write codes with ; between them, as in sw;en."
        raise _misfit(sentence, advice, Reason.NO_MEMBER)
    if len(set(named)) != len(named):
        raise _misfit("A value stands there twice.", "Name each once.", Reason.NAMED_TWICE)
    return named


def uuid(raw: Raw) -> UUID:
    """A UUID, as its 36 characters."""
    if not isinstance(raw, str) or not A_UUID.fullmatch(raw):
        raise _misfit("A UUID is expected here.", "Write it as 01990000-0000-7000-8000-000000000000.")
    return UUID(raw)

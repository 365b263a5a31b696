"""From a cell to a value that PostgreSQL takes: text from a CSV file, typed values from a workbook."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING
from uuid import UUID

from graph.bulk.faults import CellFault
from graph.entities.model import Kind
from graph.errors import BadUserInput, refusal_of
from graph.plan import ids, values
from graph.reasons import Reason
from graph.refusals import bad_input
from graph.text import TextForm, is_blank, normal

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.bulk.sheets import Cell

Raw = str | int | float | bool | date | datetime
"""What a reader hands on; an empty cell is None."""

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
WHOLE = re.compile(r"-?\d{1,18}", re.ASCII)
NUMBER = re.compile(r"-?\d{1,24}(\.\d{1,24})?", re.ASCII)
AN_ID = re.compile(r"[A-Za-z]+_[A-Z]{2}_[0-9a-f]{8}-[0-9a-f-]{27}", re.ASCII)
SMALLEST, LARGEST = -(2**31), 2**31 - 1
BUDGET_LIMIT = Decimal(10) ** 12
WRITE_A_DAY = "Write the year first, as in 2026-05-31; in a workbook a date cell will do."


def text(raw: Raw, form: TextForm = TextForm.PROSE) -> str | None:
    """A text in its form, nothing where it holds nothing to be seen; a number in a workbook is taken as its digits."""
    if isinstance(raw, bool | date):
        raise CellFault(
            bad_input(Reason.DOES_NOT_FIT, "Text is expected here.", "Format the cell as text, and write it again.")
        )
    if isinstance(raw, float):
        raw = int(raw) if raw.is_integer() else repr(raw)
    try:
        stored = normal(values.text(str(raw)), form)
    except BadUserInput as error:
        raise CellFault(refusal_of(error, ())) from None
    return None if is_blank(stored) else stored


def whole(raw: Raw) -> int:
    """A whole number."""
    if isinstance(raw, bool | date):
        raise CellFault(
            bad_input(Reason.DOES_NOT_FIT, "A whole number is expected here.", "Write digits alone, as in 12.")
        )
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    if isinstance(raw, int):
        return raw
    if not WHOLE.fullmatch(str(raw)):
        raise CellFault(
            bad_input(
                Reason.DOES_NOT_FIT,
                "A whole number is expected here.",
                "Write digits alone, without a fraction, as in 12.",
            )
        )
    return int(str(raw))


def small(raw: Raw) -> int:
    """A whole number that an integer column holds."""
    number = whole(raw)
    if not SMALLEST <= number <= LARGEST:
        raise CellFault(bad_input(Reason.WRONG_AMOUNT, "The number is too large.", "Check it."))
    return number


def large(raw: Raw) -> int:
    """A whole number of at most 18 digits."""
    number = whole(raw)
    if not WHOLE.fullmatch(str(number)):
        raise CellFault(bad_input(Reason.WRONG_AMOUNT, "The number is too large.", "Check it."))
    return number


def decimal(raw: Raw) -> Decimal:
    """An amount of money: two decimals at most."""
    if isinstance(raw, bool | date) or not NUMBER.fullmatch(str(raw)):
        raise CellFault(
            bad_input(
                Reason.DOES_NOT_FIT,
                "An amount is expected here.",
                "Write it with a point and no other sign, as in 1250.00.",
            )
        )
    try:
        amount = Decimal(str(raw))
    except InvalidOperation:
        raise CellFault(bad_input(Reason.DOES_NOT_FIT, "An amount is expected here.", "Write it as 1250.00.")) from None
    if abs(amount) >= BUDGET_LIMIT or amount != round(amount, 2):
        raise CellFault(
            bad_input(Reason.WRONG_AMOUNT, "An amount has two decimals, and 12 digits before them.", "Check it.")
        )
    return amount


def day(raw: Raw) -> date:
    """A calendar day: a date cell, or ISO 8601 text."""
    if isinstance(raw, datetime):
        if raw.time() != raw.min.time():
            raise CellFault(
                bad_input(Reason.DOES_NOT_FIT, "A day is expected here, and there is a time with it.", WRITE_A_DAY)
            )
        return raw.date()
    if isinstance(raw, date):
        return raw
    if not isinstance(raw, str) or not ISO_DAY.fullmatch(raw):
        raise CellFault(bad_input(Reason.DOES_NOT_FIT, "That is no day as ISO 8601 writes it.", WRITE_A_DAY))
    try:
        return date.fromisoformat(raw)
    except ValueError:
        raise CellFault(bad_input(Reason.DOES_NOT_FIT, "There is no such day.", "Check month and day.")) from None


def instant(raw: Raw) -> datetime:
    """A point in time with its offset."""
    hint = "Write it as 2026-05-31T09:30:00Z."
    try:
        found = datetime.fromisoformat(raw) if isinstance(raw, str) else None
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise CellFault(bad_input(Reason.DOES_NOT_FIT, "An instant with its offset is expected here.", hint))
    try:
        return found.astimezone(UTC)
    except OverflowError:
        raise CellFault(bad_input(Reason.DOES_NOT_FIT, "An instant with its offset is expected here.", hint)) from None


def member_of(cell: Cell) -> Callable[[Raw], str]:
    """A member of an enumeration, in capitals."""
    members = frozenset(str(each.value) for each in cell.enumeration or ())
    listed = ", ".join(str(each.value) for each in cell.enumeration or ())
    unknown = bad_input(Reason.NO_MEMBER, "There is no such value.", "Write one of {members}.", members=listed)

    def member(raw: Raw) -> str:
        if not isinstance(raw, str) or raw not in members:
            raise CellFault(unknown)
        return raw

    return member


def id_of(type_name: str, country: str) -> Callable[[Raw], UUID]:
    """The identity in an id of that type and country."""

    def identity(raw: Raw) -> UUID:
        try:
            found = ids.parse_id(raw)
        except BadUserInput:
            found = None
        if found is None or found.type_name != type_name:
            raise CellFault(
                bad_input(
                    Reason.DOES_NOT_FIT,
                    "That is no id of a {name}.",
                    "Write {name}_{country}_… as an export does.",
                    name=type_name,
                    country=country,
                )
            )
        if found.country != country:
            raise CellFault(
                bad_input(
                    Reason.ID_OF_ANOTHER_COUNTRY,
                    "That id is of another country.",
                    "Import it there, or leave the id out.",
                )
            )
        return found.uuid

    return identity


PLAIN: dict[Kind, Callable[[Raw], object]] = {
    Kind.INTEGER: small,
    Kind.BIG_INTEGER: large,
    Kind.DECIMAL: decimal,
    Kind.DATE: day,
    Kind.INSTANT: instant,
}


def conversion(cell: Cell, type_name: str, country: str) -> Callable[[Raw], object]:
    """What makes a cell of this column a value.

    A name that stands for a row becomes a text, or a UUID where the row's id stands in its place.

    Args:
        cell: the column.
        type_name: the GraphQL type of the sheet's rows.
        country: whose rows.
    """
    if cell.kind is Kind.ID:
        return id_of(type_name, country)
    if cell.names is not None:
        identity = id_of(cell.names, country)
        return lambda raw: identity(raw) if isinstance(raw, str) and AN_ID.fullmatch(raw) else text(raw, cell.form)
    if cell.kind is Kind.TEXT:
        return lambda raw: text(raw, cell.form)
    return member_of(cell) if cell.enumeration is not None else PLAIN[cell.kind]

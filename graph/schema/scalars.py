"""The scalars of the schema, strict about what they take, and the type that stands for each kind of value.

A message never repeats the value: it may be a child's.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, NewType
from uuid import UUID

import strawberry
from strawberry.exceptions import StrawberryInputCoercionError
from strawberry.types.scalar import ScalarDefinition

from graph.kinds.table import KINDS

if TYPE_CHECKING:
    from graph.kinds.kind import Kind

BigInt = NewType("BigInt", int)
"""A whole number that may not fit a JavaScript number: text in JSON."""

JSONObject = NewType("JSONObject", dict[str, object])
"""What a row held, by the names of its fields."""

WHOLE_NUMBER = re.compile(r"-?[0-9]{1,18}", re.ASCII)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})"
)
UUID_TEXT = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", re.ASCII)
DECIMAL = re.compile(r"-?[0-9]{1,30}([.][0-9]{1,10})?", re.ASCII)


def parse_big_integer(value: object) -> int:
    """Take a whole number of at most 18 digits, as a number or as text.

    Raises:
        StrawberryInputCoercionError: it is none.
    """
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        return value
    if isinstance(value, str) and WHOLE_NUMBER.fullmatch(value):
        return int(value)
    message = "BigInt takes a whole number of at most 18 digits."
    raise StrawberryInputCoercionError(message)


def parse_day(value: object) -> date:
    """Take a calendar day, `2026-05-31` and no other form.

    Raises:
        StrawberryInputCoercionError: there is no such day.
    """
    message = "Date takes a day of the calendar, written as 2026-05-31."
    if not isinstance(value, str) or not DAY.fullmatch(value):
        raise StrawberryInputCoercionError(message)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise StrawberryInputCoercionError(message) from None


def parse_instant(value: object) -> datetime:
    """Take an instant with its offset, `2026-05-31T09:30:00Z`.

    Raises:
        StrawberryInputCoercionError: there is no such instant, or its offset is missing.
    """
    message = "DateTime takes an instant with its offset, written as 2026-05-31T09:30:00Z."
    if not isinstance(value, str) or not INSTANT.fullmatch(value):
        raise StrawberryInputCoercionError(message)
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        raise StrawberryInputCoercionError(message) from None


def parse_decimal(value: object) -> Decimal:
    """Take a decimal number as text, or a whole number; a JSON fraction has lost its digits before it arrives.

    Raises:
        StrawberryInputCoercionError: it is none.
    """
    message = 'Decimal takes a number written as text, such as "1250.00".'
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**30:
        return Decimal(value)
    if not isinstance(value, str) or not DECIMAL.fullmatch(value):
        raise StrawberryInputCoercionError(message)
    try:
        return Decimal(value)
    except InvalidOperation:
        raise StrawberryInputCoercionError(message) from None


def parse_uuid(value: object) -> UUID:
    """Take a UUID as its 36 characters, in capitals or not.

    Raises:
        StrawberryInputCoercionError: it is none.
    """
    if isinstance(value, str) and UUID_TEXT.fullmatch(value):
        return UUID(value)
    message = "UUID takes 36 characters, written as 01990000-0000-7000-8000-000000000000."
    raise StrawberryInputCoercionError(message)


def _as_it_is(value: object) -> object:
    return value


def _refused(value: object) -> object:
    del value
    message = "JSON is only ever answered."
    raise StrawberryInputCoercionError(message)


INTERNET_TIME = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6"
"""`full-date` and `date-time`."""
XML_SCHEMA = "https://www.w3.org/TR/xmlschema11-2/"

SCALARS: dict[object, ScalarDefinition] = {
    BigInt: strawberry.scalar(
        name="BigInt",
        description="A whole number of at most 18 digits, written as text because it may not fit a JavaScript number.",
        specified_by_url=f"{XML_SCHEMA}#integer",
        serialize=str,
        parse_value=parse_big_integer,
    ),
    date: strawberry.scalar(
        name="Date",
        description="A day of the calendar: 2026-05-31.",
        specified_by_url=INTERNET_TIME,
        serialize=str,
        parse_value=parse_day,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description="An instant with its offset, answered in UTC: 2026-05-31T09:30:00+00:00.",
        specified_by_url=INTERNET_TIME,
        serialize=str,
        parse_value=parse_instant,
    ),
    JSONObject: strawberry.scalar(
        name="JSON",
        description="A JSON object; only ever answered.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc8259#section-4",
        serialize=_as_it_is,
        parse_value=_refused,
    ),
    Decimal: strawberry.scalar(
        name="Decimal",
        description='A decimal number, written as text: "1250.00".',
        specified_by_url=f"{XML_SCHEMA}#decimal",
        serialize=str,
        parse_value=parse_decimal,
    ),
    UUID: strawberry.scalar(
        name="UUID",
        description="A UUID that is no row's id: 01990000-0000-7000-8000-000000000000.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc9562#section-4",
        serialize=str,
        parse_value=parse_uuid,
    ),
}

NAMED: dict[str, object] = {
    "ID": strawberry.ID,
    "String": str,
    "Int": int,
    "Boolean": bool,
    **{str(each.name): type_ for type_, each in SCALARS.items()},
}
"""The scalars by name; those of the specification, and ours."""


def _type_of(scalar: str, *, listed: bool) -> object:
    type_: Any = NAMED[scalar]
    return list[type_] if listed else type_


TYPE_OF_KIND: dict[Kind, object] = {
    kind: _type_of(row.scalar, listed=row.listed) for kind, row in KINDS.items() if row.scalar is not None
}
"""The type that stands for each kind; of an enumeration its column says which."""

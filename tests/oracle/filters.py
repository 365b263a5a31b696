"""`where`: two-valued, over rows as the caller sees them."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from tests.oracle.faults import BadInputError, DeniedError
from tests.oracle.rows import Row
from tests.oracle.sight import Sight, identifier

ID = re.compile(
    r"([A-Za-z]+)_([A-Z]{2})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:_([A-Z0-9][A-Z0-9_]*))?"
)


PRESENCE = "isNull"
"""Asked of a link, whether it leads to no row that the caller sees."""


def is_id(value: object, type_name: str, *, coded: bool) -> bool:
    """Whether it is a well-formed id of the type that is asked for; some end in a code."""
    match = ID.fullmatch(value) if isinstance(value, str) else None
    if match is not None and (match[4] is not None) != coded:
        return False
    return match is not None and match[1] == type_name


def check_where(sight: Sight, type_name: str, where: object) -> None:
    """Whether the filter can be meant, and whether the tier may filter so."""
    for key, inner in _object(where).items():
        if key == PRESENCE:
            raise BadInputError
        if key in ("and", "or"):
            if not isinstance(inner, list) or not inner:
                raise BadInputError
            for each in inner:
                check_where(sight, type_name, each)
        elif key == "not":
            check_where(sight, type_name, inner)
        elif not sight.may(type_name, key):
            raise DeniedError
        else:
            _check_member(sight, type_name, key, inner)


def _check_member(sight: Sight, type_name: str, name: str, inner: object) -> None:
    target = sight.vocabulary.target_of(type_name, name)
    if target is None:
        _check_column(sight, type_name, name, inner)
    elif target[1]:
        for quantifier, each in _object(inner).items():
            if quantifier == PRESENCE:
                _check_presence(each)
            else:
                check_where(sight, target[0], each)
    else:
        _check_linked(sight, target[0], inner)


def _check_presence(asked: object) -> None:
    if asked is None:
        raise BadInputError


def _check_linked(sight: Sight, type_name: str, where: object) -> None:
    """A condition on a link to one: as on a row, and whether there is one, itself or inside and, or, not."""
    for key, inner in _object(where).items():
        if key == PRESENCE:
            _check_presence(inner)
        elif key in ("and", "or") and isinstance(inner, list) and inner:
            for each in inner:
                _check_linked(sight, type_name, each)
        elif key == "not":
            _check_linked(sight, type_name, inner)
        else:
            check_where(sight, type_name, {key: inner})


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict) or not value:
        raise BadInputError
    return value


def _check_column(sight: Sight, type_name: str, name: str, conditions: object) -> None:
    for name_of_operator, operand in _object(conditions).items():
        if operand is None or (name_of_operator == "startsWith" and not operand):
            raise BadInputError
        if name == "id":
            for each in operand if isinstance(operand, list) else [operand]:
                if not is_id(each, type_name, coded=sight.nouns[type_name].coded):
                    raise BadInputError


def meets(sight: Sight, type_name: str, row: Row, where: dict[str, Any]) -> bool:
    """Whether a row meets every condition named."""
    return all(_meets(sight, type_name, row, key, inner) for key, inner in where.items())


def _meets(sight: Sight, type_name: str, row: Row, key: str, inner: Any) -> bool:  # noqa: ANN401 - JSON of any shape
    match key:
        case "and":
            return all(meets(sight, type_name, row, each) for each in inner)
        case "or":
            return any(meets(sight, type_name, row, each) for each in inner)
        case "not":
            return not meets(sight, type_name, row, inner)
    target = sight.vocabulary.target_of(type_name, key)
    if target is None:
        if key == "id":
            named = {each: _meant(sight, type_name, asked) for each, asked in inner.items()}
            return all(compare(identifier(type_name, row), each, asked) for each, asked in named.items())
        wide = (type_name, key) in sight.vocabulary.as_text
        value = sight.comparable(type_name, row, key)
        return all(compare(value, each, _number(inner[each]) if wide else inner[each]) for each in inner)
    linked = sight.linked(type_name, row, key)
    if not target[1]:
        return _linked(sight, target[0], linked, inner)
    return all(
        (not linked) is asked
        if quantifier == PRESENCE
        else _quantified(quantifier, [meets(sight, target[0], each, asked) for each in linked])
        for quantifier, asked in inner.items()
    )


def _linked(sight: Sight, type_name: str, linked: list[Row], where: dict[str, Any]) -> bool:
    """Whether the row at the end of a link meets a condition, or is there or not, as the condition asks."""
    if not asks_presence(where):
        return any(meets(sight, type_name, each, where) for each in linked)
    return all(_part(sight, type_name, linked, key, inner) for key, inner in where.items())


def _part(sight: Sight, type_name: str, linked: list[Row], key: str, inner: Any) -> bool:  # noqa: ANN401 - as above
    if key == PRESENCE:
        return (not linked) is bool(inner)
    if not asks_presence({key: inner}):
        return any(meets(sight, type_name, each, {key: inner}) for each in linked)
    if key == "not":
        return not _linked(sight, type_name, linked, inner)
    outcomes = [_linked(sight, type_name, linked, each) for each in inner]
    return all(outcomes) if key == "and" else any(outcomes)


def asks_presence(where: object) -> bool:
    """Whether a condition on a link asks whether there is a row."""
    if not isinstance(where, dict):
        return False
    inside = [where.get("not"), *(where.get("and") or []), *(where.get("or") or [])]
    return PRESENCE in where or any(asks_presence(each) for each in inside)


def _quantified(quantifier: str, outcomes: list[bool]) -> bool:
    match quantifier:
        case "some":
            return any(outcomes)
        case "none":
            return not any(outcomes)
        case "every":
            return all(outcomes)
    raise AssertionError(quantifier)


def _meant(sight: Sight, type_name: str, operand: object) -> object:
    """The records that ids mean: one that was taken back for another one means that one."""
    if isinstance(operand, list):
        return [sight.meant(type_name, each) for each in operand]
    return sight.meant(type_name, operand) if isinstance(operand, str) else operand


def _number(operand: object) -> object:
    """The number or the numbers of an operand that JSON holds as text."""
    match operand:
        case bool():
            return operand
        case list():
            return [Decimal(str(each)) for each in operand]
    return Decimal(str(operand))


COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
    "in": lambda value, operand: value in operand,
    "notIn": lambda value, operand: value not in operand,
    "startsWith": lambda value, operand: value.startswith(operand),
    "contains": lambda value, operand: operand in value,
}


def compare(value: object, name: str, operand: Any) -> bool:  # noqa: ANN401 - JSON of any shape
    """One comparison; false where the value is missing, but for `isNull`.

    Days are ISO text on both sides, which orders as days do.
    """
    if name == "isNull":
        return (value is None) is operand
    return value is not None and COMPARISONS[name](value, operand)

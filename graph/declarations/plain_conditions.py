"""A condition that is declared as SQL, asked of plain values: what an input alone shows needs no database.

    ended = condition_of(row.c.ended_on > row.c.started_on)
    ended({"ended_on": …, "started_on": …})

Only what conditions on one row are made of is read: columns, comparisons, tests for NULL, AND, OR, NOT. A condition is
true, false or, as in SQL, neither.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import (
    BinaryExpression,
    BindParameter,
    BooleanClauseList,
    ColumnClause,
    False_,
    Grouping,
    Null,
    True_,
    UnaryExpression,
)

Values: TypeAlias = Mapping[str, object]
Evaluate: TypeAlias = Callable[[Values], Any]
"""What an expression is for some values of its columns; None for NULL."""

COMPARISONS: Mapping[object, Callable[[Any, Any], bool]] = {
    operators.eq: operator.eq,
    operators.ne: operator.ne,
    operators.lt: operator.lt,
    operators.le: operator.le,
    operators.gt: operator.gt,
    operators.ge: operator.ge,
}
CONSTANTS: Mapping[str, object] = {"null": None, "true": True, "false": False}
NUMBER = re.compile(r"-?\d{1,18}")
TEXT = re.compile(r"'([^']*)'")


class OnlySqlError(ValueError):
    """An expression that only the database works out."""


def condition_of(expression: Any) -> Evaluate:  # noqa: ANN401 - SQLAlchemy's expressions
    """The condition as a function of plain values.

    Raises:
        OnlySqlError: it holds what only the database works out.
    """
    match expression:
        case Grouping(element=element):
            return condition_of(element)
        case Null():
            return lambda _: None
        case True_() | False_():
            known = isinstance(expression, True_)
            return lambda _: known
        case BindParameter(value=value):
            return lambda _: value
        case ColumnClause(is_literal=True, name=text):
            constant = _constant(text)
            return lambda _: constant
        case ColumnClause(name=name):
            return lambda values: values[name]
        case BooleanClauseList(clauses=clauses, operator=joined):
            return _joined([condition_of(each) for each in clauses], is_all=joined is operators.and_)
        case UnaryExpression(operator=operators.inv, element=element):
            return _not(condition_of(element))
        case BinaryExpression(left=left, right=right, operator=compares):
            return _compared(compares, condition_of(left), condition_of(right))
    raise OnlySqlError(type(expression).__name__)


def _constant(text: str) -> object:
    if text in CONSTANTS:
        return CONSTANTS[text]
    if NUMBER.fullmatch(text):
        return int(text)
    quoted = TEXT.fullmatch(text)
    if quoted is None:
        raise OnlySqlError(text)
    return quoted[1]


def _joined(parts: list[Evaluate], *, is_all: bool) -> Evaluate:
    """AND is false where one part is; OR is true where one is; NULL where nothing decides."""
    decides = not is_all

    def value(values: Values) -> bool | None:
        found = [part(values) for part in parts]
        if any(each is decides for each in found):
            return decides
        return None if None in found else is_all

    return value


def _not(part: Evaluate) -> Evaluate:
    def value(values: Values) -> bool | None:
        found = part(values)
        return None if found is None else not found

    return value


def _compared(compares: object, left: Evaluate, right: Evaluate) -> Evaluate:
    if compares in {operators.is_, operators.is_not}:
        wanted = compares is operators.is_
        return lambda values: (left(values) is right(values)) is wanted
    comparison = COMPARISONS.get(compares)
    if comparison is None:
        raise OnlySqlError(compares)

    def value(values: Values) -> bool | None:
        one, other = left(values), right(values)
        return None if one is None or other is None else comparison(one, other)

    return value

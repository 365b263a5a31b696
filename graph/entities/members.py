"""Members of an enumeration in SQL: whether a column holds one of some, and what follows from each of them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import ColumnElement, and_, literal_column, or_

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Given = TypeVar("Given", bound=StrEnum)
Made = TypeVar("Made", bound=StrEnum)


def member(value: StrEnum) -> ColumnElement[Any]:
    """A member, as it stands in SQL: it is a word of ours."""
    return literal_column(f"'{value.value}'")


def among(column: Any, members: Iterable[StrEnum]) -> ColumnElement[bool]:  # noqa: ANN401 - a column, or an expression
    """Whether a column holds one of some members."""
    return or_(*(column == member(each) for each in members))


def none_of(column: Any, members: Iterable[StrEnum]) -> ColumnElement[bool]:  # noqa: ANN401 - as above
    """Whether a column holds something, and none of some members."""
    return and_(column.is_not(None), *(column != member(each) for each in members))


def cases_of(column: Any, made: Mapping[Given, Made]) -> list[tuple[ColumnElement[bool], ColumnElement[Any]]]:  # noqa: ANN401 - as above
    """The cases of an expression: what follows from each member that a column may hold."""
    return [(column == member(given), member(value)) for given, value in made.items()]


def case_of(column: str, made: Mapping[Given, Made]) -> str:
    """The expression of a generated column: what follows from each member of another one."""
    by: dict[Made, list[str]] = {}
    for given, value in made.items():
        by.setdefault(value, []).append(f"'{given.value}'")
    cases = " ".join(f"WHEN {column} IN ({', '.join(given)}) THEN '{value.value}'" for value, given in by.items())
    return f"CASE {cases} END"

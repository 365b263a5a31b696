"""Codes of the country's own lists: of a row, and those that a list has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from graph.declarations.members import Column
from graph.plan.tree.values import Fixed, Value


class CodeField(Enum):
    """The fields of a code; each one's value is its column in the register."""

    CODE = "code"
    LABEL = "label"
    INTERNATIONAL = "international"
    FROM = "from_day"
    UNTIL = "until_day"
    SOURCE = "source"
    CERTAIN = "certain"


@dataclass(frozen=True, slots=True)
class CodeOf:
    """What is told of the code in a column: response keys with what they answer."""

    column: Column
    parts: tuple[tuple[str, CodeField | Fixed], ...]

    @property
    def uses(self) -> tuple[str, ...]:
        """The columns of the row that it reads: the code, and the day that it is of."""
        dated = "" if self.column.codes is None else self.column.codes.dated
        return (self.column.name, dated) if dated else (self.column.name,)


@dataclass(frozen=True, slots=True)
class CodesOf:
    """`codes` of a country: the list, the day (today, where none is given), and what is told of each code."""

    list: Value
    on: Value | None
    parts: tuple[tuple[str, CodeField | Fixed], ...]

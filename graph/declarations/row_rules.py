"""What a row keeps by itself: declared once, held by the table as a constraint, and told of a file while it is read.

    rules: ClassVar = (held("home_capacity_check", MoreThan("capacity", 0), NO_ROOM_AT_ALL),)

The constraint's text is the form's own expression over bare columns; the row of a file is looked at by the same form,
so that it is told of with its place, and together with all else that is wrong with the row.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import CheckConstraint, and_, column, literal_column, or_

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.refusals import Refusal


class ReadCells(Protocol):
    """One row of a file, by the table's columns."""

    def value(self, name: str) -> object:
        """What stands there; None where nothing does, or nothing that could be read."""

    def has(self, name: str) -> bool:
        """Whether something stands there, be it a wrong one."""


class _Bare:
    """A row of which nothing is known but its columns' names."""

    class _CellColumns:
        def __getitem__(self, name: str) -> ColumnElement[Any]:
            return column(name)

    c = _CellColumns()


class RowRule(ABC):
    """What must hold of a row by itself."""

    @abstractmethod
    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - whatever gives columns by `c`
        """Whether it does."""

    @abstractmethod
    def fails(self, row: ReadCells) -> str | None:
        """The column at which a file's row is told that it does not; nothing where it does."""

    @property
    @abstractmethod
    def columns(self) -> tuple[str, ...]:
        """The columns that it reads."""

    @property
    def sql(self) -> str:
        """The same as a constraint has it."""
        return str(self.holds(_Bare()))


@dataclass(frozen=True, slots=True)
class MoreThan(RowRule):
    """A number is larger than another one."""

    name: str
    number: int

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return (self.name,)

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        larger: ColumnElement[bool] = row.c[self.name] > literal_column(str(self.number))
        return larger

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        value = row.value(self.name)
        return self.name if isinstance(value, int | Decimal) and value <= self.number else None


@dataclass(frozen=True, slots=True)
class Within(RowRule):
    """A number is no smaller than one, and no larger than another."""

    name: str
    least: int
    most: int

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return (self.name,)

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        number = row.c[self.name]
        inside: ColumnElement[bool] = and_(
            number >= literal_column(str(self.least)), number <= literal_column(str(self.most))
        )
        return inside

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        value = row.value(self.name)
        return self.name if isinstance(value, int | Decimal) and not self.least <= value <= self.most else None


@dataclass(frozen=True, slots=True)
class After(RowRule):
    """A day comes after another one: a period holds at least one day."""

    name: str
    first: str

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return self.name, self.first

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        later: ColumnElement[bool] = row.c[self.name] > row.c[self.first]
        return later

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        day, first = row.value(self.name), row.value(self.first)
        return self.name if isinstance(day, date) and isinstance(first, date) and day <= first else None


@dataclass(frozen=True, slots=True)
class NotLess(RowRule):
    """A number is no smaller than another one of the row, or a day no earlier, where both are there."""

    name: str
    other: str

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return self.name, self.other

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        enough: ColumnElement[bool] = row.c[self.name] >= row.c[self.other]
        return enough

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        value, other = row.value(self.name), row.value(self.other)
        if isinstance(value, int | Decimal) and isinstance(other, int | Decimal):
            return self.name if value < other else None
        if isinstance(value, date) and isinstance(other, date):
            return self.name if value < other else None
        return None


@dataclass(frozen=True, slots=True)
class BothOrNeither(RowRule):
    """Two values are there together, or neither."""

    one: str
    other: str

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return self.one, self.other

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        alike: ColumnElement[bool] = row.c[self.one].is_(None).self_group() == row.c[self.other].is_(None).self_group()
        return alike

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`: told at the one that is missing."""
        if row.has(self.one) == row.has(self.other):
            return None
        return self.other if row.has(self.one) else self.one


@dataclass(frozen=True, slots=True)
class Known(BothOrNeither):
    """A day, and how much of it is known: whoever gives a file's day alone means the day."""

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        return self.other if row.has(self.other) and not row.has(self.one) else None


@dataclass(frozen=True, slots=True)
class OnlyWith(RowRule):
    """A value is there only where another one is."""

    name: str
    other: str

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return self.name, self.other

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        return or_(row.c[self.name].is_(None), row.c[self.other].is_not(None))

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        return self.name if row.has(self.name) and not row.has(self.other) else None


@dataclass(frozen=True, slots=True)
class SomeGiven(RowRule):
    """One of some values is there at least."""

    names: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return self.names

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        return or_(*(row.c[name].is_not(None) for name in self.names))

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        return None if any(row.has(name) for name in self.names) else self.names[0]


@dataclass(frozen=True, slots=True)
class NotBefore(NotLess):
    """A day is another one, or comes after it: an end that a file is told of under the day's own column."""


def held(name: str, rule: RowRule, refusal: Refusal) -> CheckConstraint:
    """The constraint of a table that holds it, and says itself what a caller hears."""
    constraint = CheckConstraint(rule.sql, name=name)
    constraint.info.update({"refusal": refusal, "rule": rule})
    return constraint

"""What a row keeps by itself, where a rule looks at a member of an enumeration or a list; else see `row_rules.py`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, any_, literal_column, or_

from graph.declarations.row_rules import RowRule

if TYPE_CHECKING:
    from enum import StrEnum

    from sqlalchemy import ColumnElement

    from graph.declarations.row_rules import ReadCells


@dataclass(frozen=True, slots=True)
class WhereMember(RowRule):
    """A value, and another one that is one of some members or is not."""

    name: str
    of: str
    members: tuple[StrEnum, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return self.name, self.of


@dataclass(frozen=True, slots=True)
class GivenWhere(WhereMember):
    """A value is there where another one is one of some members."""

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        return or_(and_(*(row.c[self.of] != _word(each) for each in self.members)), row.c[self.name].is_not(None))

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        return self.name if row.value(self.of) in self.members and not row.has(self.name) else None


@dataclass(frozen=True, slots=True)
class OnlyWhere(WhereMember):
    """A value is there only where another one is one of some members."""

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        of = row.c[self.of]
        said = and_(of.is_not(None), or_(*(of == _word(each) for each in self.members)))
        return or_(row.c[self.name].is_(None), said)

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        stray = row.has(self.of) and row.value(self.of) is None
        return self.name if row.has(self.name) and not stray and row.value(self.of) not in self.members else None


@dataclass(frozen=True, slots=True)
class JustWhere(WhereMember):
    """A value is there where another one is one of some members, and nowhere else; the one may tell the other."""

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        value, of = row.c[self.name], row.c[self.of]
        among = or_(of.is_(None), *(of == _word(each) for each in self.members))
        none = and_(of.is_not(None), *(of != _word(each) for each in self.members))
        return or_(and_(value.is_not(None), among), and_(value.is_(None), none))

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        if not row.has(self.of):
            return None if row.has(self.name) else self.name
        if row.value(self.of) is None:
            return None
        return self.of if row.has(self.name) is not (row.value(self.of) in self.members) else None


@dataclass(frozen=True, slots=True)
class AmongListed(RowRule):
    """A value is empty, or one of those that a list names."""

    name: str
    listed: str

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return self.name, self.listed

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        said = row.c[self.listed]
        return or_(row.c[self.name].is_(None), and_(said.is_not(None), row.c[self.name] == any_(said)))

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        value, said = row.value(self.name), row.value(self.listed)
        if value is None or (said is None and row.has(self.listed)):
            return None
        return None if isinstance(said, list | tuple) and value in said else self.name


@dataclass(frozen=True, slots=True)
class NotBoth(RowRule):
    """Two values do not stand beside each other."""

    name: str
    value: StrEnum
    other: str
    beside: StrEnum

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return self.name, self.other

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        return or_(row.c[self.name] != _word(self.value), row.c[self.other] != _word(self.beside))

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        both = row.value(self.name) == self.value and row.value(self.other) == self.beside
        return self.name if both else None


def _word(member: StrEnum) -> ColumnElement[Any]:
    return literal_column(f"'{member.value}'")

"""What a row keeps by itself, where a rule counts which of some values are there; else see `row_rules.py`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, literal_column, or_

from graph.declarations.row_rules import RowRule

if TYPE_CHECKING:
    from enum import StrEnum

    from sqlalchemy import ColumnElement

    from graph.declarations.row_rules import ReadCells


@dataclass(frozen=True, slots=True)
class OneGiven(RowRule):
    """Exactly one of some values is there."""

    names: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return self.names

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - whatever gives columns by `c`
        """As `RowRule.holds`."""
        alone = (
            and_(*(row.c[each].is_not(None) if each == name else row.c[each].is_(None) for each in self.names))
            for name in self.names
        )
        return or_(*alone)

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`: told at the second one, or at the first where there is none."""
        there = [name for name in self.names if row.has(name)]
        if len(there) == 1:
            return None
        return there[1] if there else self.names[0]


@dataclass(frozen=True, slots=True)
class SomeGivenWhere(RowRule):
    """One of some values is there at least where another one is one of some members."""

    names: tuple[str, ...]
    of: str
    members: tuple[StrEnum, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return (*self.names, self.of)

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        others = and_(*(row.c[self.of] != literal_column(f"'{each.value}'") for each in self.members))
        return or_(others, *(row.c[name].is_not(None) for name in self.names))

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`: told at the first of them."""
        there = any(row.has(name) for name in self.names)
        return self.names[0] if row.value(self.of) in self.members and not there else None


@dataclass(frozen=True, slots=True)
class NeverBoth(RowRule):
    """Two values are not there together."""

    name: str
    other: str

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return self.name, self.other

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        return or_(row.c[self.name].is_(None), row.c[self.other].is_(None))

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        return self.name if row.has(self.name) and row.has(self.other) else None

"""What a row keeps by itself, where a rule looks at the rows that it leads to; else see `row_rules.py`.

    IN_ONE = InOne("decision_id", "gatekeeping_id")
    rules: ClassVar = (held("participation_in_one_check", IN_ONE, OF_ONE_OCCASION),)

A row that is in one of several is a part of it. It names its owner itself, because it may be recorded alone; where it
comes in a list with its whole, it has the whole's owner, and the list knows of no other whole. What takes the whole
back takes it back too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_

from graph.declarations.row_rules import RowRule

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.declarations.row_rules import ReadCells


@dataclass(frozen=True, slots=True, init=False)
class InOne(RowRule):
    """Exactly one of some links is there: the row is a part of what it leads to."""

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        object.__setattr__(self, "names", names)

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return self.names

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - whatever gives columns
        """As `RowRule.holds`."""
        alone = (
            and_(*(row.c[each].is_(None) if each != name else row.c[each].is_not(None) for each in self.names))
            for name in self.names
        )
        return or_(*alone)

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`: told at the first where none is there, else at the second of those that are."""
        there = [name for name in self.names if row.has(name)]
        if len(there) == 1:
            return None
        return there[1] if there else self.names[0]


@dataclass(frozen=True, slots=True)
class Differs(RowRule):
    """A link leads to another row than a second one, where both are there."""

    name: str
    other: str

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return self.name, self.other

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        apart: ColumnElement[bool] = row.c[self.name] != row.c[self.other]
        return apart

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        value = row.value(self.name)
        return self.name if value is not None and value == row.value(self.other) else None

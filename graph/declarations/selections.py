"""What an entity selects, read: the tables beneath, who reads them, and what a select is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select, Subquery

    from countries.packs.keys import RuleKey
    from countries.tenancy.caller import Tier


class SelectionFrame(Protocol):
    """What a select may read: rows that the caller sees and that were not recorded in error, and today's date."""

    @property
    def today(self) -> ColumnElement[Any]:
        """Today's date in the caller's country."""

    def rows(self, table: str, *columns: str) -> Subquery:
        """A table's rows with `country_code` and these columns; each call is a source of its own."""

    def same_country(self, one: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[bool]:
        """That two rows, whose countries these are, are of the same one: to be said of all rows that are joined."""

    def policy(self, policy: RuleKey, country: ColumnElement[Any], on: ColumnElement[Any]) -> ColumnElement[Any]:
        """What a row's country has laid down, on a day; as `Frame.policy`."""


VOIDED = "recorded_in_error"
"""A column that rows of many tables have beside the entity's own: filled in a row that was recorded in error."""


@dataclass(frozen=True, slots=True)
class PartRead:
    """A part, read: as `PartOf`.

    Attributes:
        void: the table's column that is filled in a row that was recorded in error; none where that cannot happen.
        readers: the tiers that read all of its columns; others see the selection without it.
    """

    table: str
    name: str
    columns: Mapping[str, str]
    void: str | None
    readers: frozenset[Tier]


@dataclass(frozen=True, slots=True)
class Together:
    """`RowsOfMany`, read."""

    parts: tuple[PartRead, ...]
    kind: str
    given: tuple[str, ...]

    def read_by(self, tier: Tier) -> tuple[PartRead, ...]:
        """The parts that a tier reads."""
        return tuple(part for part in self.parts if tier in part.readers)

    @property
    def tables(self) -> frozenset[str]:
        """The tables whose rows stand here."""
        return frozenset(part.table for part in self.parts)


@dataclass(frozen=True, slots=True)
class SelectRead:
    """`SelectOf`, read.

    Attributes:
        reads: the columns that it reads, by table.
    """

    select: Callable[[SelectionFrame], Select[Any]]
    reads: Mapping[str, frozenset[str]]

    @property
    def tables(self) -> frozenset[str]:
        """The tables that it reads."""
        return frozenset(self.reads)


Selection = Together | SelectRead

"""What an entity selects whose rows are in no table: rows of many tables together, or whatever a select says.

A selected entity is read as any other: it filters, orders, pages, links and counts, under the policies of the tables
beneath it. It is never written, and has neither history nor a place in the feed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select, Subquery

    from countries.caller import Tier
    from countries.policies import Policy
    from graph.entities.model import GraphModel


class SelectionFrame(Protocol):
    """What a select may read: rows that the caller sees and that were not recorded in error, and today's date."""

    @property
    def today(self) -> ColumnElement[Any]:
        """Today's date in the caller's country."""

    def rows(self, table: str, *columns: str) -> Subquery:
        """A table's rows with `country_code` and these columns; each call is a source of its own."""

    def same_country(self, one: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[bool]:
        """That two rows, whose countries these are, are of the same one: to be said of all rows that are joined."""

    def policy(self, policy: Policy, country: ColumnElement[Any], on: ColumnElement[Any]) -> ColumnElement[Any]:
        """What a row's country has laid down, on a day; empty where it has not."""


VOIDED = "recorded_in_error"
"""A column that rows of many tables have beside the entity's own: filled in a row that was recorded in error."""


@dataclass(frozen=True, slots=True)
class PartOf:
    """The rows of one table that stand in a selection.

    Attributes:
        table: the table.
        name: what tells them from those of other parts.
        doc: what they are, in a sentence.
        columns: the selection's columns, and the table's own that each repeats; those that are not named are empty.
    """

    table: str
    name: str
    doc: str
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RowsOfMany:
    """Rows of many tables, one beside the other, each with its own identity (`UNION ALL`).

    PostgreSQL takes such a select apart: what is asked of it is asked of each table, by that table's own index. It does
    so where a part is nothing but columns, which is why conditions are of the columns of the whole.

    Attributes:
        parts: from the entities that are stored to the rows that stand here.
        kind: the column that says of which part a row is; its members are the parts' names.
        given: the columns that are never empty here: rows without them are left out.
    """

    parts: Callable[[GraphModel], Iterable[PartOf]]
    kind: str
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SelectOf:
    """Rows that a select works out: joined, grouped, compared.

    Attributes:
        select: from what may be read to a select whose columns are called as the entity's.
    """

    select: Callable[[SelectionFrame], Select[Any]]


@dataclass(frozen=True, slots=True)
class Part:
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

    parts: tuple[Part, ...]
    kind: str
    given: tuple[str, ...]

    def read_by(self, tier: Tier) -> tuple[Part, ...]:
        """The parts that a tier reads."""
        return tuple(part for part in self.parts if tier in part.readers)

    @property
    def tables(self) -> frozenset[str]:
        """The tables whose rows stand here."""
        return frozenset(part.table for part in self.parts)


@dataclass(frozen=True, slots=True)
class WorkedOut:
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


Selection = Together | WorkedOut

"""A value that no column holds: worked out from its own row, other rows, today and what the country has laid down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.text import TextForm

if TYPE_CHECKING:
    from enum import StrEnum

    from countries.tenancy.caller import Tier
    from graph.declarations.frame import Frame
    from graph.kinds.kind import Kind

WorkedOut = Callable[["Frame", Any], Any]
"""(frame, the row) -> value."""

Between = Callable[["Frame", Any], tuple[Any, Any]]
"""(frame, value) -> the first and the last value of a column that can give it; None for an end that is open."""


@dataclass(frozen=True, slots=True)
class Served:
    """Which index finds the rows whose value meets a comparison.

    Attributes:
        index: its name.
        column: the own column that the index is on, where the value goes up, or down, with it.
        between: the values of that column that can give a value: they are found, then the value is compared.
        falls: whether the value goes down where the column goes up, as an age does with a birth date.
        unless: an own column whose rows, where it is filled, are none of that range, as a death ends an age. They are
            found by that column, and looked at besides.
    """

    index: str
    column: str | None = None
    between: Between | None = None
    falls: bool = False
    unless: str | None = None


@dataclass(frozen=True, slots=True)
class Computed:
    """A value that a statement works out for each row; never stored.

    Attributes:
        api: the field in GraphQL.
        value: the expression.
        uses: the columns of its own row that it names.
        reads: the columns of other tables that it names, as (table, column).
        hung: whose rows it reads, one for each time: the table, and the columns of theirs that name the row itself.
        led: the rows that it reads because a column of the row leads to them: the table, and the column.
        policies: what it asks of the country.
        readers: who reads all that it reads.
        nullable: whether it may be empty.
        filters: whether `where` may use it.
        orders: whether `orderBy` may use it.
        served: which index serves that.
        asks: the sentence of the argument, where the field takes a day.
        asked_as: what that argument is called.
    """

    api: str
    kind: Kind
    doc: str
    value: WorkedOut
    uses: tuple[str, ...]
    readers: frozenset[Tier]
    nullable: bool = True
    reads: tuple[tuple[str, str], ...] = ()
    hung: tuple[tuple[str, frozenset[str]], ...] = ()
    led: tuple[tuple[str, str], ...] = ()
    policies: tuple[str, ...] = ()
    filters: bool = False
    orders: bool = False
    served: Served | None = None
    asks: str | None = None
    asked_as: str = "on"

    @property
    def form(self) -> TextForm:
        """A text that is worked out is compared as it is."""
        return TextForm.PROSE

    @property
    def enumeration(self) -> type[StrEnum] | None:
        """What is worked out is no member."""
        return None

    @property
    def longest(self) -> int | None:
        """Nobody writes it."""
        return None

    @property
    def is_name(self) -> bool:
        """Whether lists are filtered or ordered by it."""
        return self.filters or self.orders

"""What may be done to a row: by whom, and in which state of the row it can be meant.

    IS_OPEN = RowState("home_is_open", ("closed_on",), lambda row, _today: row.c.closed_on.is_(None), CLOSED)
    Action("closeHome", …, tiers=OFFICE, state=IS_OPEN)

A mutation says its state once. Its statement refuses what is not so, and `mayDo` of a row tells it beforehand, from the
row's own columns alone: no other row is looked at. Whether other rows stand against it the mutation tells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from countries.tenancy.caller import Tier
    from graph.refusals import Refusal

MAY_DO = "mayDo"
"""The field of a row, and of `viewer`."""
Holds = Callable[[Any, Any], Any]
"""(row, today) -> whether it is so. The row gives columns by `c`."""


@dataclass(frozen=True, slots=True)
class RowState:
    """In which state a row has to be for a mutation to be meant.

    Attributes:
        name: of the check.
        uses: the columns that it reads.
        holds: whether a row is in it.
        refusal: what is told where it is not.
    """

    name: str
    uses: tuple[str, ...]
    holds: Holds
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Doable:
    """A mutation that changes rows of a table.

    Attributes:
        name: the mutation.
        tiers: who may do it.
        state: in which state of a row; in any, where nothing is said. A row that was taken back is in none.
    """

    name: str
    tiers: frozenset[Tier]
    state: RowState | None = None


@dataclass(frozen=True, slots=True)
class Doables:
    """All mutations, as far as a client asks which of them it may do.

    Attributes:
        tiers: who may do each, by name, in the order of the alphabet.
        of_rows: those that change a row, by its table.
    """

    tiers: Mapping[str, frozenset[Tier]] = field(default_factory=dict)
    of_rows: Mapping[str, tuple[Doable, ...]] = field(default_factory=dict)

    def by(self, tier: Tier) -> list[str]:
        """What a tier may do."""
        return [name for name, tiers in self.tiers.items() if tier in tiers]

    def to_rows_of(self, table: str, tier: Tier) -> tuple[Doable, ...]:
        """What a tier may do to rows of a table."""
        return tuple(each for each in self.of_rows.get(table, ()) if tier in each.tiers)

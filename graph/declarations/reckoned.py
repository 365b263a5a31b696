"""A column that is reckoned from rows of another table, and written wherever one of those is written.

    cleared_until: Day | None = sensitive(Kind.DATE, "…", reckoned=Reckoned("caregiver_check", "caregiver_id", …), …)

It is for lists, and for callers who may not see the rows that it is reckoned from: whoever sees those works it out
(`worked_out`), and keeps no copy. Whoever writes one of them holds the row that the column stands in, so that of two at
once neither misses the other (`graph/writes/reckoning.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.declarations.frame import Rows, Sql


class ReckoningFrame(Protocol):
    """What surrounds the rows: the statement that writes."""

    @property
    def today(self) -> Any:  # noqa: ANN401 - an expression of SQL
        """Today's date in the country."""

    @property
    def country(self) -> Any:  # noqa: ANN401 - as above
        """The country's code."""

    def rows(self, name: str, /) -> Any:  # noqa: ANN401 - a table under an alias: `clause`, and columns by `c`
        """Other rows."""

    def within(self, name: str, source: Any, /) -> list[ColumnElement[bool]]:  # noqa: ANN401 - as above
        """What holds of the rows that the caller sees."""


Reckons = Callable[[ReckoningFrame, "Rows", Any], "Sql"]
"""(frame, the row, a FROM of its rows) -> the value."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Of what a column is reckoned.

    Attributes:
        table: of the rows; none where it is reckoned from the row's own columns, and what the country has laid down.
        link: their link to the row that the column stands in.
        columns: what is read of them, besides their id.
        uses: what is read of the row itself: where that changes, the column is reckoned anew.
        value: the expression.
        given: whether a new row, or a file, may say it too: it stands until there are rows that say otherwise.
    """

    table: str | None
    link: str
    columns: tuple[str, ...]
    uses: tuple[str, ...]
    value: Reckons
    given: bool = False

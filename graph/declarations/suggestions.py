"""What the records let one suppose of rows of a table: others of the same table that somebody should look at.

    suggests: ClassVar = (Suggestion("possibleDuplicates", "…", possible_duplicates),)

A suggestion is a field of the root that takes a row's id, `possibleDuplicates(child: …)`, and is a page of rows as any
other. Nothing follows from it by itself: whoever knows better records what is so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

Sql = Any
"""An SQL expression."""


class SuggestionFrame(Protocol):
    """What a suggestion may read: rows that the caller sees and that stand, each call under a name of its own."""

    @property
    def today(self) -> Sql:
        """Today's date in the caller's country."""

    def rows(self, table: str) -> Any:  # noqa: ANN401 - whatever gives columns by `c`
        """Rows of a table."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sources of rows: those that are asked about, and those that are suggested of them.

    Attributes:
        of: the row that is asked about.
        found: the row that is suggested.
        where: what holds of the two, and of whatever else is read, that is not of the sources themselves.
        by: what else is read to come from one to the other.
    """

    of: Any
    found: Any
    where: tuple[Sql, ...]
    by: tuple[Any, ...] = ()


Suggests = Callable[[SuggestionFrame], Iterable[Pair]]
"""From what may be read to pairs: each is found by an index of its own, and what one of them finds is suggested."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One suggestion.

    Attributes:
        name: the field of the root.
        doc: what it suggests, in a sentence.
        pairs: what finds the rows.
    """

    name: str
    doc: str
    pairs: Suggests

"""What the records let one suppose of rows of a table: others of the same table that somebody should look at.

    suggests: ClassVar = (Suggestion("possibleDuplicates", "…", possible_duplicates),)

A suggestion is a field of the root that takes a row's id, `possibleDuplicates(child: …)`, and is a page of rows as any
other. Nothing follows from it by itself: whoever knows better records what is so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

Sql = Any
"""An SQL expression."""


class SuggestionFrame(Protocol):
    """What a suggestion may read: rows that the caller sees and that stand, each call under a name of its own."""

    @property
    def today(self) -> Sql:
        """Today's date in the caller's country."""

    def asked(self, table: str, works_out: Callable[[Any], Mapping[str, Sql]]) -> Any:  # noqa: ANN401 - as below
        """The rows that are asked about: `id`, and what is worked out of each, once.

        What others are looked up by is worked out here. Under row security PostgreSQL looks nothing up in an index by
        an expression that might tell of a row.
        """

    def rows(self, table: str) -> Any:  # noqa: ANN401 - whatever gives columns by `c`
        """Rows of a table."""


@dataclass(frozen=True, slots=True)
class AlikeRows:
    """Rows that are asked about, and those that are suggested of them.

    Attributes:
        of: the row that is asked about.
        found: the row that is suggested.
        where: what holds of the two, and of whatever else is read: the looking up, and what costs little.
        by: what else is read to come from one to the other.
        works_out: what is worked out of what was found so, once for each.
        holds: what must hold of that, by the names of `works_out`.
    """

    of: Any
    found: Any
    where: tuple[Sql, ...]
    by: tuple[Any, ...] = ()
    works_out: Mapping[str, Sql] = field(default_factory=dict)
    holds: Callable[[Any], Sql] | None = None


Suggests = Callable[[SuggestionFrame], Iterable[AlikeRows]]
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

"""What the options of a question may read: rows that the caller sees, what the country has laid down, and the question.

Whoever asks names some rows and a day. Nothing follows from what is answered: a person decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from countries.packs.families import RuleFamily
    from countries.packs.keys import RuleKey

Sql = Any
"""An SQL expression."""
Source = Any
"""Whatever gives columns by `c`, is read from by `clause`, and is bounded by what is in `within`."""


class OptionsFrame(Protocol):
    """What surrounds the question; each call gives rows under a name of their own."""

    @property
    def on(self) -> Sql:
        """The day that is asked about."""

    @property
    def wanted(self) -> Sql:
        """The identities of the rows that are asked about, as a list."""

    def rows(self, table: str, *, void: bool = False) -> Source:
        """Rows of a table; `void` lets those in that were recorded in error."""

    def once(self, name: str, made: Any) -> Source:  # noqa: ANN401 - a SELECT
        """What a select finds, read once, whoever looks at it."""

    def each(self, name: str, made: Any, *own: Source) -> Source:  # noqa: ANN401 - as above
        """What a select finds for each row of what it is joined to; `own` are the rows that it reads itself."""

    def laid_down(self, rule: RuleKey | RuleFamily, part: Sql, *, of: Sql = None) -> Sql:
        """What the country, or a part of it, has laid down on the day; of a family that of the member `of`."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a question finds.

    Attributes:
        found: the options, read once: `id` of the row that is one, and what is told of it.
        order: by what they are ranked, the best first.
        asked: the rows that were asked about, read once: `id`.
        are_there: whether each row that was named is there, and the caller's to see.
        are_many: whether none of them is named twice.
        may_be_asked: whether the question can be meant of all of them.
    """

    found: Source
    order: tuple[Sql, ...]
    asked: Source
    are_there: Sql
    are_many: Sql
    may_be_asked: Sql

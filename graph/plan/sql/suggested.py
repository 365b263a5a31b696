"""What the records let one suppose of a row, as SQL: the rows that a declared suggestion finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Uuid, func, select, union
from sqlalchemy.dialects.postgresql import ARRAY

from graph.plan.sql.frame import FrameRows

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.declarations.suggestions import Suggestion
    from graph.plan.sql.composition import Composition
    from graph.plan.sql.relation import Relation

Sql = Any
"""An SQL expression."""


class SuggestedFrame:
    """What a suggestion may read. Arguments as of `SuggestionFrame`."""

    def __init__(self, predicates: Composition) -> None:
        self._predicates = predicates

    @property
    def today(self) -> Sql:
        """Today's date in the caller's country."""
        return self._predicates.parameters.today

    def rows(self, table: str) -> FrameRows:
        """Rows of a table that the caller sees, and that stand; what bounds them is in `within`."""
        entity = self._predicates.model.by_table[table]
        source = self._predicates.alias(entity)
        found = FrameRows(source.clause, [], self._predicates.parameters.tenancy(entity, source))
        found.c = source.c
        return found


def suggested(
    predicates: Composition,
    suggestion: Suggestion,
    of: Callable[[Relation], list[Sql]],
    columns: Callable[[Relation, Relation], list[Sql]],
) -> Any:  # noqa: ANN401 - a SELECT, or a UNION of several
    """What a suggestion finds, each row once.

    Args:
        predicates: numbers aliases and writes tenant predicates.
        suggestion: what is asked.
        of: which rows are asked about.
        columns: what is told of one that is asked about, and of one that is found.
    """
    parts = []
    for pair in suggestion.pairs(SuggestedFrame(predicates)):
        sources = (pair.of, pair.found, *pair.by)
        within = [each for source in sources for each in source.within]
        chosen = select(*columns(pair.of, pair.found)).select_from(*(each.clause for each in sources))
        parts.append(chosen.where(*within, *of(pair.of), *pair.where).correlate(None))
    return union(*parts) if len(parts) > 1 else parts[0].distinct()


def found_of(predicates: Composition, suggestion: Suggestion, of: Sql) -> Sql:
    """The identities of the rows that a suggestion finds of one row, as an array."""
    found = suggested(predicates, suggestion, lambda row: [row.c.id == of], lambda _of, row: [row.c.id])
    return func.array(found.scalar_subquery(), type_=ARRAY(Uuid()))

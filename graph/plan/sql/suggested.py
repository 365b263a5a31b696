"""What the records let one suppose of a row, as SQL: the rows that a declared suggestion finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import literal_column, select, union

from graph.plan.sql.frame import FrameRows
from graph.plan.sql.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.declarations.suggestions import Suggestion
    from graph.plan.sql.composition import Composition

Sql = Any
"""An SQL expression."""


class SuggestedFrame:
    """What a suggestion may read.

    Args:
        predicates: numbers aliases and writes tenant predicates.
        of: which rows are asked about.
    """

    def __init__(self, predicates: Composition, of: Callable[[Relation], list[Sql]]) -> None:
        self._predicates = predicates
        self._of = of

    @property
    def today(self) -> Sql:
        """Today's date in the caller's country."""
        return self._predicates.parameters.today

    def asked(self, table: str, works_out: Callable[[Relation], Mapping[str, Sql]]) -> FrameRows:
        """The rows that are asked about, read once: `id`, and what is worked out of each."""
        row = self.rows(table)
        worked = (value.label(name) for name, value in works_out(row).items())
        chosen = select(row.c.country_code, row.c.id, *worked).select_from(row.clause)
        read = chosen.where(*row.within, *self._of(row)).correlate(None)
        return FrameRows(read.cte(f"asked_{self._predicates.number()}").prefix_with("MATERIALIZED"), [], [])

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
        columns: what is told of one that is asked about, and of one that is found, each under a name.
    """
    parts = []
    for pair in suggestion.pairs(SuggestedFrame(predicates, of)):
        sources = (pair.of, pair.found, *pair.by)
        within = [each for source in sources for each in source.within]
        told = columns(pair.of, pair.found)
        worked = (value.label(name) for name, value in pair.works_out.items())
        chosen = select(*told, *worked).select_from(*(each.clause for each in sources))
        chosen = chosen.where(*within, *pair.where).correlate(None)
        if pair.holds is not None:
            # What is worked out is worked out once, and not wherever it is named.
            near = Relation(chosen.offset(literal_column("0")).subquery(f"near_{predicates.number()}"))
            chosen = select(*(near.c[each.name] for each in told)).select_from(near.clause).where(pair.holds(near.c))
        parts.append(chosen)
    return union(*parts) if len(parts) > 1 else parts[0].distinct()


def found_of(predicates: Composition, suggestion: Suggestion, of: Sql) -> Any:  # noqa: ANN401 - a SELECT
    """The identities of the rows that a suggestion finds of one row."""
    return suggested(predicates, suggestion, lambda row: [row.c.id == of], lambda _of, row: [row.c.id])

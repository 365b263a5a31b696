"""The rows of now that a part of a statement may read, each level with its tenant predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import select

from graph.plan.sql.relation import table_source

if TYPE_CHECKING:
    from sqlalchemy import Select

    from graph.plan.sql.composition import Composition


class FindsRows(Protocol):
    """Where a frame finds a table's rows."""

    def select(self, table: str, columns: tuple[str, ...]) -> Select[Any]:
        """Country and these columns of the rows that are not void."""


class PresentRows:
    """The rows of now, each level with its tenant predicate."""

    def __init__(self, predicates: Composition) -> None:
        self._predicates = predicates

    def select(self, table: str, columns: tuple[str, ...]) -> Select[Any]:
        """As `FindsRows`."""
        entity = self._predicates.model.by_table[table]
        kept = table_source(table, f"{table}_{self._predicates.number()}", entity.led_on)
        return (
            select(*(kept.c[name] for name in ("country_code", *columns)))
            .select_from(kept.clause)
            .where(*self._predicates.parameters.tenancy(entity, kept))
        )

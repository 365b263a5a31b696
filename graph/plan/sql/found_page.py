"""A page of what a search finds, where nothing else says which rows: it is cut before the rows themselves are read.

    found_2   AS (SELECT row_id, search_rank FROM search_1 ORDER BY search_rank, row_id LIMIT 51)
    page_3    SELECT … FROM child JOIN found_2 …

Who sees a row sees its keys, and no row that was recorded in error has any (`graph/declarations/search_keys.py`). So
what is found is there, and counted without a look at the rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, or_, select

from graph.declarations.search_keys import ROW
from graph.plan.sql.keyset import SeekSide, ordered
from graph.plan.sql.paging import FALSE, ONE, Outer, PageReader
from graph.plan.sql.relation import Relation
from graph.plan.sql.search import RANK

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.declarations.members import Link
    from graph.plan.sql.keyset import SortValues
    from graph.plan.sql.paging import Sql
    from graph.plan.sql.predicates import Predicates
    from graph.plan.tree.rows import Page


def page_reader(predicates: Predicates, page: Page, outer: Outer, link: tuple[Link, Relation] | None) -> PageReader:
    """Who writes a page. Arguments as of `PageReader`."""
    is_found_alone = page.search is not None and page.search.ranked and page.filter is None and link is None
    return (FoundReader if is_found_alone else PageReader)(predicates, page, outer, link)


class FoundReader(PageReader):
    """Writes such a page. Arguments as of `PageReader`."""

    def _of_found(self, rows: Relation) -> SortValues:
        return {RANK: rows.c[RANK], self.spec.entity.identity[0]: rows.c[ROW]}

    def bounded(self, table: Relation) -> tuple[Any, SortValues, list[ColumnElement[bool]]]:
        """The rows of the page alone: FROM, the sort keys' values, WHERE."""
        rows = self.found[0]
        values = self._of_found(rows)
        sides = {"after": SeekSide(backward=False), "before": SeekSide(backward=True)}
        beyond = [self._beyond(values, name, side) for name, side in sides.items() if name in self.positions]
        nearest = (
            select(rows.c[ROW], rows.c[RANK])
            .select_from(rows.clause)
            .where(*beyond)
            .order_by(*ordered(self.keys, values, backward=self.spec.size.backward))
            .limit(self._limit())
        )
        cut = Relation(nearest.subquery(f"found_{self.number}"))
        joined = table.clause.join(cut.clause, cut.c[ROW] == table.c.id)
        own = {name: table.c[name] for name in self.spec.entity.key}
        return joined, {**own, RANK: cut.c[RANK]}, self.parameters.tenancy(self.spec.entity, table)

    def _more(self, name: str, gathered: Relation | None, *, ahead: bool) -> Sql:
        more = gathered.c.more if ahead and gathered is not None else None
        if name not in self.positions:
            return FALSE if more is None else more
        rows = self.found[0]
        further = self._beyond(self._of_found(rows), name, SeekSide(backward=name == "after", inclusive=True))
        there = exists(select(ONE).select_from(rows.clause).where(further))
        return there if more is None else or_(more, there)

    def total(self) -> Sql:
        """How many rows are found, whatever the page."""
        return select(func.count()).select_from(self.found[0].clause).scalar_subquery()

"""A page of what a search finds: cut from what is near, and from the rest where every word is common.

    met_2     (… FROM (SELECT id, texts … FROM child ORDER BY id LIMIT 500) LIMIT 51)     where every word is common
    found_2   (SELECT row_id, search_rank FROM search_1 ORDER BY search_rank, row_id LIMIT 51)
              UNION met_2 UNION (… FROM rest_1 … LIMIT 51)                  the last where met_2 does not fill the page
    page_3    SELECT … FROM child JOIN found_2 …

Where nothing else says which rows, the page is cut before they are read. Who sees a row sees its keys, and no row that
was recorded in error has any (`graph/declarations/search_keys.py`). So what is found is there, and counted without a
look at the rows. What most rows are found by is met soon: then the first rows are looked at one by one, in their
order. Only where those do not fill the page, all that is found is put together.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, func, literal_column, or_, select, union

from graph.declarations.search_keys import ROW
from graph.plan.sql.keyset import SeekSide, ordered
from graph.plan.sql.paging import FALSE, ONE, Outer, PageReader
from graph.plan.sql.relation import Relation
from graph.plan.sql.search import EVERY, RANK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import CTE, ColumnElement, Select

    from graph.declarations.members import Link
    from graph.plan.sql.keyset import SortValues
    from graph.plan.sql.paging import Sql
    from graph.plan.sql.predicates import Predicates
    from graph.plan.sql.search import SearchWriter
    from graph.plan.tree.rows import Page

LOOKED_AT = 500
"""Rows that are looked at one by one: so many take a millisecond. What is common is mostly met within a hundred."""


def page_reader(predicates: Predicates, page: Page, outer: Outer, link: tuple[Link, Relation] | None) -> PageReader:
    """Who writes a page. Arguments as of `PageReader`."""
    if page.search is None or link is not None:
        return PageReader(predicates, page, outer, link)
    is_alone = page.search.ranked and page.filter is None
    return (FoundReader if is_alone else SearchedReader)(predicates, page, outer, link)


class SearchedReader(PageReader):
    """Writes such a page. Arguments as of `PageReader`."""

    search: SearchWriter

    def named_row(self, table: Relation) -> tuple[Any, SortValues, list[ColumnElement[bool]]]:
        """The rows that a cursor may name: FROM, the sort keys' values, WHERE."""
        near = Relation(self.search.found.near)
        joined: Any = table.clause.outerjoin(near.clause, near.c[ROW] == table.c.id)
        joined, values = self._of([near]).values(table, joined)
        far = func.coalesce(near.c[RANK], self.search.farthest)
        there = or_(near.c[ROW].is_not(None), and_(*self.search.said_of(table)))
        return joined, {**values, RANK: far}, [*self.parameters.tenancy(self.spec.entity, table), there]

    def bounded(self, table: Relation) -> tuple[Any, SortValues, list[ColumnElement[bool]]]:
        """The rows of the page alone: FROM, the sort keys' values, WHERE."""
        # What is near may be met again among the rest: it is as far, and then it is one row.
        parts = union(*(select(*(part.c[key.name] for key in self.keys)) for part in self._parts()))
        cut = Relation(parts.subquery(f"found_{self.number}"))
        joined = table.clause.join(cut.clause, cut.c[self.keys[-1].name] == table.c.id)
        values = {
            **{name: table.c[name] for name in self.spec.entity.key},
            **{key.name: cut.c[key.name] for key in self.keys},
        }
        return joined, values, self.parameters.tenancy(self.spec.entity, table)

    def _parts(self) -> Iterator[Any]:
        """What is near; then the rest: some rows are looked at, and where they fill no page, all are put together."""
        found = self.search.found
        yield self._first(*self._rows(found.near)).subquery(f"near_{self.number}")
        if found.rest is None:
            return
        looked, values = self._looked_at()
        first = self._first(looked.clause, values, [looked.c.is_one])
        met = first.cte(f"met_{self.number}").prefix_with("MATERIALIZED")
        yield met
        joined, values, conditions = self._rows(found.rest)
        lacks = select(func.count()).select_from(met).scalar_subquery() < self._limit()
        yield self._first(joined, values, [*conditions, found.all_common, lacks]).subquery(f"others_{self.number}")

    def _looked_at(self) -> tuple[Relation, SortValues]:
        """The first rows beyond the position, whether each is one of the rest, and the sort keys' values."""
        table = self.predicates.alias(self.spec.entity)
        joined, values, conditions = self._joined(table, [])
        common, *said = self.search.said_of(table)
        names = [key.name for key in self.keys if key.name != RANK]
        rows = (
            select(*(values[name].label(name) for name in names), and_(*said).label("is_one"))
            .select_from(joined)
            .where(*conditions, common, *self._between(values))
            .order_by(*self._in_order(values))
            .limit(literal_column(str(LOOKED_AT)))
        )
        looked = Relation(rows.subquery(f"looked_{self.number}"))
        return looked, {**{name: looked.c[name] for name in names}, RANK: self.search.farthest}

    def _rows(self, found: CTE) -> tuple[Any, SortValues, list[ColumnElement[bool]]]:
        """The rows of the connection that are among those: FROM, the sort keys' values, WHERE."""
        # So PostgreSQL looks rows up, and does not read them all.
        some = select(found.c[ROW], self._rank(found)).limit(EVERY)
        return self._joined(self.predicates.alias(self.spec.entity), [Relation(some.subquery(f"some_{found.name}"))])

    def _rank(self, found: CTE) -> ColumnElement[Any]:
        far = found.c[RANK] if found is self.search.found.near else self.search.farthest
        return far.label(RANK)

    def _joined(self, table: Relation, found: list[Relation]) -> tuple[Any, SortValues, list[ColumnElement[bool]]]:
        reader = self._of(found)
        joined, conditions = reader.connected(table)
        joined, values = reader.values(table, joined)
        return joined, values if found else {**values, RANK: self.search.farthest}, conditions

    def _of(self, found: list[Relation]) -> SearchedReader:
        """The same reader, of the rows that are found there."""
        reader = copy(self)
        reader.found = found
        return reader

    def _first(self, rows: Any, values: SortValues, conditions: list[ColumnElement[bool]]) -> Select[Any]:  # noqa: ANN401 - a FROM clause
        """The first rows beyond the position: their sort keys."""
        return (
            select(*(values[key.name].label(key.name) for key in self.keys))
            .select_from(rows)
            .where(*conditions, *self._between(values))
            .order_by(*self._in_order(values))
            .limit(self._limit())
        )

    def _in_order(self, values: SortValues) -> list[Any]:
        """The ORDER BY terms; a constant says no order."""
        keys = [key for key in self.keys if values[key.name] is not self.search.farthest]
        return ordered(keys, values, backward=self.spec.size.backward)

    def _between(self, values: SortValues) -> list[ColumnElement[bool]]:
        sides = {"after": SeekSide(backward=False), "before": SeekSide(backward=True)}
        return [self._beyond(values, name, side) for name, side in sides.items() if name in self.positions]

    def _more(self, name: str, gathered: Relation | None, *, ahead: bool) -> Sql:
        more = gathered.c.more if ahead and gathered is not None else None
        if name not in self.positions:
            return FALSE if more is None else more
        side = SeekSide(backward=name == "after", inclusive=True)
        sources = [self._rows(self.search.found.near)]
        if self.search.found.rest is not None:
            table = self.predicates.alias(self.spec.entity)
            joined, values, conditions = self._joined(table, [])
            sources.append((joined, values, [*conditions, *self.search.said_of(table)]))
        there = [
            exists(select(ONE).select_from(joined).where(*conditions, self._beyond(values, name, side)))
            for joined, values, conditions in sources
        ]
        return or_(*there) if more is None else or_(more, *there)


class FoundReader(SearchedReader):
    """Writes a page of all that a search finds, the nearest first. Arguments as of `PageReader`."""

    def _rows(self, found: CTE) -> tuple[Any, SortValues, list[ColumnElement[bool]]]:
        rows = Relation(found)
        rank = rows.c[RANK] if found is self.search.found.near else self.search.farthest
        return rows.clause, {RANK: rank, self.keys[-1].name: rows.c[ROW]}, []

    def total(self) -> Sql:
        """How many rows are found, whatever the page."""
        found = self.search.found
        parts = [found.near] if found.rest is None else [found.near, found.rest]
        counted = [select(func.count()).select_from(part).scalar_subquery() for part in parts]
        return counted[0] if len(counted) == 1 else counted[0] + counted[1]

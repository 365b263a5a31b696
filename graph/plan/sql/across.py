"""Levels of a statement that asks several nodes: the countries' rows are read first, and meet where it is answered.

A caller of one country asks one node, which runs the statement whole. Headquarters and regions ask many, and no node
knows the rows of another: there a row cannot be looked up for a row. So each level is one read for all rows that it
hangs on, and no more than that:

    page_2   AS MATERIALIZED (SELECT … ORDER BY … LIMIT …)                               the root's rows
    hung_5   AS MATERIALIZED (SELECT … FROM (SELECT …, row_number() OVER (PARTITION BY country_code, parent ORDER BY …)
               FROM … WHERE (country_code, parent) IN (SELECT … FROM page_2)) WHERE place <= …)      a page for each
    found_8  AS MATERIALIZED (SELECT … WHERE (country_code, id) IN (SELECT … FROM hung_5))           a row for each

What is above them reads these alone, and registers: JSON is made there, where all rows are. A level is gathered by what
it hangs on and joined to it, so that nothing is read in loops.

No node is asked to keep the rows of a register that have no match among a country's (a LEFT JOIN from a register to
countries' rows): Citus 14 loses those of a country that is alone on its node.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, and_, case, func, literal_column, select, tuple_

from graph.declarations.members import Through
from graph.plan.sql.keyset import SeekSide, ordered
from graph.plan.sql.levels import Level
from graph.plan.sql.missing import NotThere
from graph.plan.sql.page_columns import needed_columns
from graph.plan.sql.paging import EMPTY_LIST, FALSE, PageReader
from graph.plan.sql.relation import JsonObject, Relation
from graph.plan.sql.rows import Renderer, Standing
from graph.plan.tree.rows import Edges, Nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import ColumnElement

    from graph.declarations.members import Link, ToOne
    from graph.declarations.model import EntityModel
    from graph.plan.sql.paging import Sql
    from graph.plan.sql.predicates import Predicates
    from graph.plan.tree.rows import Page, Row
    from graph.plan.tree.values import Value

Pair = tuple[str, str]
"""A column of the rows that hang, and the one of the row that they hang on."""


def hanging(link: Link, target: EntityModel) -> list[Pair]:
    """By which columns rows hang on a row; the country is one of them.

    Raises:
        TypeError: they hang on it by a dated table, which only one country's callers read.
    """
    if isinstance(link, Through):
        raise TypeError(link)
    pairs = [(link.far, link.near)]
    if target.is_of_country and link.far != "country_code":
        pairs.append(("country_code", "country_code"))
    return pairs


@dataclass(frozen=True, slots=True)
class Hung:
    """How rows hang on rows.

    Attributes:
        pairs: by which columns.
        country: the country of all of them, where it is known: one node is asked.
    """

    pairs: list[Pair]
    country: ColumnElement[Any] | None

    def conditions(self, table: Relation, base: Relation) -> list[ColumnElement[bool]]:
        """That a row hangs on one of `base`."""
        near = select(*(base.c[name] for _, name in self.pairs)).select_from(base.clause).correlate(None)
        far = [table.c[name] for name, _ in self.pairs]
        found: ColumnElement[bool] = far[0].in_(near) if len(far) == 1 else tuple_(*far).in_(near)
        return [found] if self.country is None else [found, table.c.country_code == self.country]


def _on(pairs: list[Pair], hung: Relation, base: Relation) -> ColumnElement[bool]:
    return and_(*(hung.c[f"hung_{index}"] == base.c[near] for index, (_, near) in enumerate(pairs)))


class HungReader(PageReader):
    """Writes the pages of a connection that hangs on rows, all at once.

    Args:
        predicates: numbers aliases.
        page: each of the pages.
        hung: by what they hang, and what else is known of all that does.
        base: the rows that they hang on.
        level: reads these; what is said of a page beside its rows is joined there.
    """

    def __init__(self, predicates: Predicates, page: Page, hung: Hung, base: Relation, level: Level) -> None:
        super().__init__(predicates, page, (), None)
        self._hung = hung
        self.pairs = hung.pairs
        self._base = base
        self._level = level

    def connected(self, table: Relation) -> tuple[Any, list[ColumnElement[bool]]]:
        """The rows of all connections, whatever the page: FROM and WHERE."""
        joined, conditions = super().connected(table)
        return joined, [*self._hung.conditions(table, self._base), *conditions]

    def hung(self, table: Relation) -> list[ColumnElement[Any]]:
        """What each row hangs on."""
        return [table.c[far].label(f"hung_{index}") for index, (far, _) in enumerate(self.pairs)]

    def selected(self) -> Select[Any]:
        """The rows of all pages, each with what it hangs on; in no order."""
        joined, values, conditions = self.bounded(self.table)
        by = [self.table.c[far] for far, _ in self.pairs]
        order = ordered(self.keys, values, backward=self.spec.size.backward)
        names = self.named()
        carried = [each.name for each in self.keys if each.name not in self.spec.entity.key]
        placed = Relation(
            select(*(self.table.c[name] for name in names), *self.hung(self.table))
            .add_columns(
                *(values[name].label(name) for name in carried),
                func.row_number().over(partition_by=by, order_by=order).label("place"),
                *([func.count().over(partition_by=by).label("fetched")] if self.looks_further else ()),
            )
            .select_from(joined)
            .where(*conditions)
            .subquery(f"placed_{self.number}")
        )
        kept = [*names, *(f"hung_{index}" for index in range(len(by))), *carried, *self._counted()]
        return select(*(placed.c[name] for name in kept)).where(placed.c.place <= self._size())

    def _counted(self) -> list[str]:
        return ["fetched"] if self.looks_further else []

    def beside(self, statement: Select[Any], name: str) -> Relation:
        """What is known of some of the rows that pages hang on, joined to them."""
        found = Relation(statement.cte(f"{name}_{self.predicates.number()}").prefix_with("MATERIALIZED"))
        return joined_to(self._level, found, _on(self.pairs, found, self._base))

    @property
    def hung_names(self) -> list[str]:
        """The names of these columns."""
        return [f"hung_{index}" for index in range(len(self.pairs))]

    def listed(self, entries: Select[Any], name: str) -> Sql:
        """The entries of each page as a JSON array, as they are ordered."""
        rows = Relation(entries.subquery(name))
        by = [rows.c[each] for each in self.hung_names]
        gathered = select(*by, func.json_agg(rows.c.entry).label("entries")).select_from(rows.clause).group_by(*by)
        return func.coalesce(self.beside(gathered, "listed").c.entries, EMPTY_LIST)

    def total(self) -> Sql:
        """How many rows meet the filter, whatever the page."""
        table = self.predicates.alias(self.spec.entity)
        joined, conditions = self.connected(table)
        counted = select(*self.hung(table), func.count().label("total")).select_from(joined).where(*conditions)
        totals = self.beside(counted.group_by(*(table.c[far] for far, _ in self.pairs)), "counted")
        return func.coalesce(totals.c.total, literal_column("0"))

    def _more(self, name: str, gathered: Relation | None, *, ahead: bool) -> Sql:
        more = func.coalesce(gathered.c.more, FALSE) if ahead and gathered is not None else None
        if name not in self.positions:
            return FALSE if more is None else more
        table = self.predicates.alias(self.spec.entity)
        joined, conditions = self.connected(table)
        joined, values = self.values(table, joined)
        conditions.append(self._beyond(values, name, SeekSide(backward=name == "after", inclusive=True)))
        further = self.beside(select(*self.hung(table)).select_from(joined).where(*conditions).distinct(), "further")
        there = further.c.hung_0.is_not(None)
        return there if more is None else more.op("OR")(there)


def joined_to(level: Level, found: Relation, on: ColumnElement[bool]) -> Relation:
    """Join what was found for some of a level's rows to them."""
    level.clause = level.clause.outerjoin(found.clause, on)
    level.inside = (*level.inside, found)
    return found


class AcrossRenderer(Renderer):
    """Writes the levels of a statement that asks several nodes."""

    _country: Value | None = None

    @contextmanager
    def within(self, country: Value | None) -> Iterator[None]:
        """What hangs on a row of a country is asked of its node alone."""
        self._country = country
        try:
            yield
        finally:
            self._country = None

    def _hung(self, link: Link, target: EntityModel) -> Hung:
        known = None if self._country is None or not target.is_of_country else self.parameters.value(self._country)
        return Hung(hanging(link, target), known)

    def _materialized(self, statement: Select[Any], name: str) -> Relation:
        return Relation(statement.correlate(None).cte(name).prefix_with("MATERIALIZED"))

    def standing(self, row: Row, table: Relation, conditions: Callable[[], list[Any]]) -> Standing:
        """The rows themselves first, and nothing left to say."""
        base = self._read(row, table, [], conditions())
        return base, self.level(base), list

    def _read(self, row: Row, table: Relation, further: list[Any], conditions: list[Any]) -> Relation:
        names = dict.fromkeys((*row.entity.key, *needed_columns(row)))
        statement = select(*(table.c[name] for name in names), *further).select_from(table.clause).where(*conditions)
        return self._materialized(statement, f"found_{self.predicates.number()}")

    def page_rows(self, reader: PageReader) -> Relation:
        """A page's rows, before anything is asked about them."""
        return self._materialized(reader.selected(), f"page_{reader.number}")

    def linked_row(self, link: ToOne | Through, row: Row, base: Relation, level: Level) -> Sql:
        """The rows that are linked to, each once, joined to those that link to them."""
        table = self.predicates.alias(row.entity)
        how = self._hung(link, row.entity)
        pairs = how.pairs
        hung = [table.c[far].label(f"hung_{index}") for index, (far, _) in enumerate(pairs)]
        rows = self._read(row, table, hung, [*how.conditions(table, base), *self.parameters.tenancy(row.entity, table)])
        inner = self.level(rows)
        value = self.row(row, rows, inner).label("value")
        columns = [rows.c[f"hung_{index}"] for index in range(len(pairs))]
        linked = select(*columns, value).select_from(inner.clause)
        found = Relation(linked.subquery(f"link_{self.predicates.number()}"))
        return joined_to(level, found, _on(pairs, found, base)).c.value

    def linked_page(self, link: Link, page: Page, base: Relation, level: Level) -> Sql:
        """The rows of all pages, gathered by what they hang on, joined to that."""
        reader = HungReader(self.predicates, page, self._hung(link, page.entity), base, level)
        gathered = self._gathered_by(page, reader, base, level)
        pairs = self.pairs(page, reader, gathered)
        value = JsonObject(pairs) if gathered is None else level.object(pairs, "connection")
        found = reader.cursors_found()
        for there in found:
            self.seek(page.path, NotThere.ROW, there)
        return case((and_(*found), value)) if found else value

    def _gathered_by(self, page: Page, reader: HungReader, base: Relation, level: Level) -> Relation | None:
        lists = [index for index, (_, part) in enumerate(page.parts) if isinstance(part, Nodes | Edges)]
        if not reader.gathers and not lists:
            return None
        rows = self._materialized(reader.selected(), f"hung_{reader.number}")
        inner = self.level(rows)
        parts = self.parts(page, reader, rows, inner)
        hung = [rows.c[f"hung_{index}"] for index in range(len(reader.pairs))]
        statement = (
            select(*hung, *parts, *reader.info_columns(rows))
            .select_from(inner.clause)
            .order_by(*hung, *reader.order(rows))
        )
        listed = Relation(statement.subquery(f"rows_{reader.number}"))
        by = [listed.c[f"hung_{index}"] for index in range(len(reader.pairs))]
        arrays: list[Sql] = [func.json_agg(listed.c[f"part_{index}"]).label(f"part_{index}") for index in lists]
        gathered = select(*by, *arrays, *reader.info_gathered(listed)).select_from(listed.clause).group_by(*by)
        found = Relation(gathered.subquery(f"gathered_{reader.number}"))
        return joined_to(level, found, _on(reader.pairs, found, base))

    def _part(self, part: Any, index: int, reader: PageReader, gathered: Relation | None) -> Sql:  # noqa: ANN401 - as given
        value = super()._part(part, index, reader, gathered)
        return func.coalesce(value, EMPTY_LIST) if isinstance(part, Nodes | Edges) and gathered is not None else value

"""One connection's page: which rows, in which order, from which position, and what `pageInfo` says about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import CTE, Select, Text, and_, case, exists, func, literal_column, or_, select, true
from sqlalchemy.dialects.postgresql import ARRAY

from graph.declarations.computed import Computed
from graph.declarations.members import Through, ToMany
from graph.declarations.search_keys import ROW
from graph.plan.sql.keyset import SeekSide, SortValues, beyond, ordered
from graph.plan.sql.page_columns import needed_columns, page_rows, sort_keys
from graph.plan.sql.relation import Relation, code_text, row_key
from graph.plan.sql.search import RANK, SearchWriter
from graph.plan.tree.rows import PageInfo, PageInfoField

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.declarations.members import Link, ToOne
    from graph.declarations.model import EntityModel
    from graph.plan.sql.predicates import Predicates
    from graph.plan.tree.rows import Page
    from graph.plan.tree.values import Cursor, PageSize

Outer = tuple[Relation, ...]
Way = tuple[tuple["ToOne | Through", "EntityModel"], ...]
"""Links, one behind the other, each with what it leads to."""
Sql = Any
"""An SQL expression."""

ONE: Sql = literal_column("1")
FALSE: Sql = literal_column("false")
NULL: Sql = literal_column("null")
EMPTY_LIST: Sql = literal_column("'[]'::json")


class PageReader:
    """Writes one page of a connection that hangs on `link`, or stands at the root."""

    def __init__(self, predicates: Predicates, page: Page, outer: Outer, link: tuple[Link, Relation] | None) -> None:
        self.predicates = predicates
        self.parameters = predicates.parameters
        self.spec = page
        self.outer = outer
        self.link = link
        self.table = predicates.alias(page.entity)
        self.number = predicates.number()
        self.search = None if page.search is None else SearchWriter(predicates, page.entity, page.search)
        self.found = [] if self.search is None else [Relation(self.search.complete())]
        """What a search finds, where there is one."""
        self.keys = sort_keys(page, national=self.parameters.tier.is_national)
        infos = [part for _, part in page.parts if isinstance(part, PageInfo)]
        self.wanted = {entry for part in infos for _, entry in part.entries if isinstance(entry, PageInfoField)}
        ahead = PageInfoField.HAS_PREVIOUS if page.size.backward else PageInfoField.HAS_NEXT
        self.looks_further = ahead in self.wanted
        """Whether one row more than the page is read, to know whether there is one."""
        self.gathers = self.looks_further or bool(self.wanted & {PageInfoField.START, PageInfoField.END})
        """Whether `pageInfo` needs the page's rows; a gathering without any column would be no aggregate."""
        cursors = (("after", page.after), ("before", page.before))
        self.positions = {name: self._position(cursor, name) for name, cursor in cursors if cursor is not None}

    # Which rows

    def connected(self, table: Relation) -> tuple[Any, list[ColumnElement[bool]]]:
        """The rows of the connection, whatever the page: FROM and WHERE."""
        joined: Any = table.clause
        void = self.link is not None and isinstance(self.link[0], ToMany) and self.link[0].void
        conditions = self.parameters.tenancy(self.spec.entity, table, void=void)
        if self.link is not None:
            link, near = self.link
            hook = self.predicates.hook(link, near, self.spec.entity, table, self.spec.on)
            if hook.via is not None:
                joined = hook.via.clause.join(joined, and_(*hook.on_far))
                conditions = [*hook.on_via, *conditions]
            else:
                conditions = [*hook.on_far, *conditions]
        joined = self._found(table, joined)
        if self.spec.filter is not None:
            conditions.append(self.predicates.where(self.spec.filter, table, self.outer))
        return joined, conditions

    def _found(self, table: Relation, joined: Any) -> Any:  # noqa: ANN401 - a FROM clause
        """Those of the rows that the search finds, where there is one."""
        for found in self.found:
            joined = joined.join(found.clause, found.c[ROW] == table.c.id)
        return joined

    def values(self, table: Relation, joined: Any) -> tuple[Any, dict[str, ColumnElement[Any]]]:  # noqa: ANN401 - a FROM clause
        """The sort keys' values in rows of `table`; linked rows are joined for theirs."""
        values: dict[str, ColumnElement[Any]] = {name: table.c[name] for name in self.spec.entity.key}
        for found in self.found:
            values[RANK] = found.c[RANK]
        for index, order in enumerate(self.spec.order):
            joined, holder = self.follow(order.links, table, joined)
            if isinstance(order.column, Computed):
                worked = self._worked_out(order.column, holder, (table, holder), linked=bool(order.links))
                joined = joined.join(worked.clause, true())
                values[f"order_{index}"] = worked.c.value
            else:
                values[f"order_{index}"] = holder.c[order.column.ordered_by(self.parameters.tier)]
        return joined, values

    def _worked_out(self, computed: Computed, holder: Relation, near: Outer, *, linked: bool) -> Relation:
        """A value that rows are ordered by, worked out once; of a row that is not there it is none."""
        inside = (*self.outer, *near)
        value = self.predicates.worked_out(computed, holder, inside)
        if linked:
            value = case((holder.c.id.is_not(None), value))
        statement = select(value.label("value")).correlate(*(source.clause for source in inside))
        return Relation(statement.lateral(f"worked_out_{self.predicates.number()}"))

    def follow(self, links: Way, table: Relation, joined: Any) -> tuple[Any, Relation]:  # noqa: ANN401 - as above
        """The row that links lead to, joined to those of `table`; empty where there is none that the caller sees."""
        near = table
        for link, target in links:
            far = self.predicates.alias(target)
            hook = self.predicates.hook(link, near, target, far)
            if hook.via is not None:
                joined = joined.outerjoin(hook.via.clause, and_(*hook.on_via))
            there: list[ColumnElement[bool]] = []
            if near is not table and not isinstance(link, Through) and link.near == "country_code":
                # PostgreSQL 18 knows the country as a constant of both tables and forgets, where there is no near
                # row, that then there is no far one either. Only tenants' tables link on, so the near row has an id.
                there = [near.c.id.is_not(None)]
            joined = joined.outerjoin(far.clause, and_(*hook.on_far, *there, *self.parameters.tenancy(target, far)))
            near = far
        return joined, near

    def _position(self, cursor: Cursor, name: str) -> CTE:
        """The row that a cursor names, under the caller's own policies: its sort keys."""
        entity = self.spec.entity
        table = self.predicates.alias(entity)
        joined, values, conditions = self.named_row(table)
        if entity.is_of_country:
            conditions.append(table.c.country_code == self.parameters.value(cursor.country))
        conditions.append(table.c[entity.identity[0]] == self.parameters.value(cursor.identity))
        if cursor.code is not None and entity.code is not None:
            conditions.append(code_text(entity.code, table) == self.parameters.value(cursor.code))
        columns = (values[key.name].label(key.name) for key in self.keys)
        return select(*columns).select_from(joined).where(*conditions).cte(f"{name}_{self.number}")

    def named_row(self, table: Relation) -> tuple[Any, SortValues, list[ColumnElement[bool]]]:
        """The rows that a cursor may name: FROM, the sort keys' values, WHERE."""
        joined, values = self.values(table, self._found(table, table.clause))
        return joined, values, self.parameters.tenancy(self.spec.entity, table)

    def cursors_found(self) -> list[ColumnElement[bool]]:
        """For each cursor, whether its row is there."""
        return [exists(select(ONE).select_from(position)) for position in self.positions.values()]

    def _beyond(self, values: SortValues, name: str, direction: SeekSide) -> ColumnElement[bool]:
        position = Relation(self.positions[name])
        bounds: dict[str, ColumnElement[Any]] = {
            key.name: select(position.c[key.name]).select_from(position.clause).scalar_subquery() for key in self.keys
        }
        return beyond(self.keys, values, bounds, direction)

    # The page

    def page(self) -> Relation:
        """The page's rows: the columns that its objects need and the sort keys, in order, cut to its size."""
        return Relation(self.selected().subquery(f"page_{self.number}"))

    def named(self) -> dict[str, None]:
        """The columns that the page's objects need."""
        needed = (name for row in page_rows(self.spec) for name in needed_columns(row))
        return dict.fromkeys((*self.spec.entity.key, *needed))

    def bounded(self, table: Relation) -> tuple[Any, SortValues, list[ColumnElement[bool]]]:
        """The rows between the cursors: FROM, the sort keys' values, WHERE."""
        joined, conditions = self.connected(table)
        joined, values = self.values(table, joined)
        if "after" in self.positions:
            conditions.append(self._beyond(values, "after", SeekSide(backward=False)))
        if "before" in self.positions:
            conditions.append(self._beyond(values, "before", SeekSide(backward=True)))
        return joined, values, conditions

    def selected(self) -> Select[Any]:
        """The select of the page's rows."""
        backward = self.spec.size.backward
        joined, values, conditions = self.bounded(self.table)
        key, names = self.spec.entity.key, self.named()
        statement = (
            select(*(self.table.c[name] for name in names))
            .add_columns(*(values[each.name].label(each.name) for each in self.keys if each.name not in key))
            .select_from(joined)
            .where(*conditions)
            .order_by(*ordered(self.keys, values, backward=backward))
            .limit(self._limit())
        )
        statement = self.correlated(statement)
        if not self.looks_further:
            return statement
        fetched = Relation(statement.subquery(f"fetched_{self.number}"))
        carried = dict.fromkeys([*names, *(each.name for each in self.keys)])
        return (
            select(*(fetched.c[name] for name in carried), func.count().over().label("fetched"))
            .select_from(fetched.clause)
            .order_by(*ordered(self.keys, fetched.c, backward=backward))
            .limit(self._size())
        )

    def sized(self, size: PageSize) -> Sql:
        """How many rows, in SQL."""
        return literal_column(str(size.fixed)) if size.value is None else self.parameters.value(size.value)

    def _size(self) -> Sql:
        return self.sized(self.spec.size)

    def _limit(self) -> Sql:
        size = self.spec.size
        if size.value is not None:
            return self._size() + ONE if self.looks_further else self._size()
        return literal_column(str((size.fixed or 0) + (1 if self.looks_further else 0)))

    def correlated(self, statement: Select[Any]) -> Select[Any]:
        """Tell a select which sources are not its own."""
        return statement.correlate(*(source.clause for source in self.outer))

    def order(self, base: Relation) -> list[Any]:
        """The order of the answer: forward, whichever way the page was read."""
        return ordered(self.keys, base.c)

    def hung(self, table: Relation) -> list[ColumnElement[Any]]:
        """What each row hangs on, where many pages are read at once; here it is one page."""
        del self, table
        return []

    @property
    def hung_names(self) -> list[str]:
        """The names of these columns."""
        return []

    def listed(self, entries: Select[Any], name: str) -> Sql:
        """The entries of the page as a JSON array, as they are ordered."""
        rows = Relation(self.correlated(entries).subquery(name))
        gathered = select(func.coalesce(func.json_agg(rows.c.entry), EMPTY_LIST)).select_from(rows.clause)
        return self.correlated(gathered).scalar_subquery()

    # What is said about the page

    def cursor(self, base: Relation) -> Sql:
        """A row's cursor: the ordering and the row, never a value of it."""
        text: Any = literal_column(f"'{self.spec.digest}.'")
        if not self.spec.entity.is_of_country:
            return text.op("||")(base.c[self.spec.entity.key[-1]])
        return row_key(self.spec.entity.code, base, text)

    def info_columns(self, base: Relation) -> list[Sql]:
        """Columns of the rows that `pageInfo` is worked out from."""
        named = bool(self.wanted & {PageInfoField.START, PageInfoField.END})
        more = [(base.c.fetched > self._size()).label("more")] if self.looks_further else []
        return [*([self.cursor(base).label("cursor")] if named else []), *more]

    def info_gathered(self, rows: Relation) -> list[Sql]:
        """The same, gathered over the page; its rows arrive in order."""
        columns: list[Any] = []
        listed: Any = func.array_agg(rows.c.cursor, type_=ARRAY(Text()))
        if PageInfoField.START in self.wanted:
            columns.append(listed[ONE].label("start_cursor"))
        if PageInfoField.END in self.wanted:
            columns.append(listed[func.count()].label("end_cursor"))
        if self.looks_further:
            columns.append(func.coalesce(func.bool_or(rows.c.more), FALSE).label("more"))
        return columns

    def info(self, entry: PageInfoField, gathered: Relation | None) -> Sql:
        """One field of `pageInfo`; `gathered` is there wherever a row is read."""
        match entry:
            case PageInfoField.START:
                return NULL if gathered is None else gathered.c.start_cursor
            case PageInfoField.END:
                return NULL if gathered is None else gathered.c.end_cursor
            case PageInfoField.HAS_NEXT:
                return self._more("before", gathered, ahead=not self.spec.size.backward)
            case PageInfoField.HAS_PREVIOUS:
                return self._more("after", gathered, ahead=self.spec.size.backward)

    def _more(self, name: str, gathered: Relation | None, *, ahead: bool) -> Sql:
        """Whether rows follow the page on one side: read ahead, or known to lie at or beyond the cursor there."""
        more = gathered.c.more if ahead and gathered is not None else None
        if name not in self.positions:
            return FALSE if more is None else more
        table = self.predicates.alias(self.spec.entity)
        joined, conditions = self.connected(table)
        joined, values = self.values(table, joined)
        further = self._beyond(values, name, SeekSide(backward=name == "after", inclusive=True))
        there = exists(self.correlated(select(ONE).select_from(joined).where(*conditions, further)))
        return there if more is None else or_(more, there)

    def total(self) -> Sql:
        """How many rows meet the filter, whatever the page."""
        table = self.predicates.alias(self.spec.entity)
        joined, conditions = self.connected(table)
        return self.correlated(select(func.count()).select_from(joined).where(*conditions)).scalar_subquery()

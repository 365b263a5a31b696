"""Which changes a page of the feed holds, where it ends, and how much of that a caller may know.

Whoever sees every write of the country pages by number: a window of numbers behind the cursor, up to the counter.
Whoever sees some of them hears of nothing else: the page comes out of the index of its programmes, and the newest
change is the newest that it sees. How many writes lie between stays unsaid, also by the cursors
(`countries/tenancy/seal.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Integer, case, func, literal_column, select, true, union_all

from countries.tenancy.caller import TierWithoutRule
from countries.tenancy.seal import MARK_BITS
from countries.tenancy.terms import InCountry, OfProgrammes, sees_countries
from graph.plan.planner.feed import columns_read, hidden_types
from graph.plan.sql.relation import Relation
from graph.plan.tree.feed import WINDOW
from graph.plan.tree.sources import FromCursor, FromWrite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Select

    from graph.plan.sql.composition import Composition
    from graph.plan.tree.feed import Feed

Sql = Any
COLUMNS = ("country_code", "number", "type", "row_id", "kind", "changed_at")
ZERO: ColumnElement[Any] = literal_column("0")
BY_PROGRAMME = (InCountry(), OfProgrammes("programme_id", or_none=True))
"""What a feed is that is paged by the index of its programmes."""
LOOKED: ColumnElement[int] = literal_column(str(WINDOW), Integer())


class FeedPages:
    """One page of the feed.

    Args:
        predicates: the statement's aliases and parameters.
        feed: what is asked for.

    Attributes:
        page: the changes.
        since: the number behind which it begins.
        known: whether the change that the cursor names is in the feed as it is; none without a cursor.
        history: of which history the country's feed is; for us alone, and null before its first change.
        reach: the number that the country's feed has come to; for us alone.
        end: the number to go on from; for us alone.
        head: the number of the newest change, as far as the caller sees it.
        told_end: the number to go on from, as the caller is told.
    """

    def __init__(self, predicates: Composition, feed: Feed) -> None:
        self.predicates = predicates
        self.parameters = predicates.parameters
        self.feed = feed
        self.change = predicates.model.by_table["change"]
        self.hidden = hidden_types(predicates.model, self.parameters.tier)
        self.columns = (*COLUMNS, *columns_read(feed))
        self._counter = self._cte("counter", self._counted())
        self.history = self._one(self._counter.c.history, self._counter)
        self.known: Sql | None = None
        self.since = self._since()
        self.reach = self._one(func.coalesce(func.max(self._counter.c.last), ZERO), self._counter)
        if sees_countries(self.change.rule(self.parameters.tier)) and not self.hidden:
            self.page = self._cte("changed", self._window())
            beyond: Sql = func.least(self.since + LOOKED, self.reach)
            self.end = self._behind(beyond)
            self.head, self.told_end = self.reach, self.end
            return
        self.head = self._newest()
        if feed.types is None:
            self.page = self._cte("changed", self._merged(self._seen(self._limit())))
            self.end, self.told_end = self._behind(self.reach), self._behind(self.head)
            return
        looked, horizon = self._looked()
        self.page = self._cte("changed", self._chosen(looked, horizon))
        self.end = self._behind(func.coalesce(horizon, self.reach))
        self.told_end = self._behind(func.coalesce(horizon, self.head))

    def cursor(self, number: Sql) -> Sql:
        """The cursor of a number that a change has, or of the beginning."""
        return self._sealed(self._place(number))

    def cursor_of(self, change: Relation) -> Sql:
        """The cursor of a change of the page."""
        return self._sealed(func.hearth_place(change.c.number, change.c.changed_at))

    def first_cursor(self) -> Sql:
        """The cursor of the page's first change; null where it holds none."""
        places = func.hearth_place(self.page.c.number, self.page.c.changed_at)
        return self._sealed(self._one(func.min(places), self.page))

    def _sealed(self, place: Sql) -> Sql:
        sealed = func.hearth_seal(place, self.history, self.parameters.feed)
        return self.parameters.feed.op("||")(literal_column("'.'")).op("||")(sealed)

    def _place(self, number: Sql) -> Sql:
        """Number and mark of a change that the caller sees; 0 where there is none."""
        table = self.predicates.alias(self.change)
        place: Sql = func.hearth_place(table.c.number, table.c.changed_at)
        # Worked out before the look-up: under row security an expression like COALESCE keeps PostgreSQL from the index.
        wanted = select(number).scalar_subquery()
        conditions = [*self.parameters.tenancy(self.change, table), table.c.number == wanted]
        found = select(place).select_from(table.clause).where(*conditions).scalar_subquery()
        return func.coalesce(found, ZERO)

    def _cte(self, name: str, statement: Select[Any]) -> Relation:
        return Relation(statement.cte(f"{name}_{self.predicates.number()}").prefix_with("MATERIALIZED"))

    @staticmethod
    def _one(value: Sql, source: Relation) -> Sql:
        return select(value).select_from(source.clause).scalar_subquery()

    def _counted(self) -> Select[Any]:
        entity = self.predicates.model.by_table["change_counter"]
        table = self.predicates.alias(entity)
        return (
            select(table.c.last, func.hearth_history(table.c.secret).label("history"))
            .select_from(table.clause)
            .where(*self.parameters.tenancy(entity, table))
        )

    def _since(self) -> Sql:
        match self.feed.since:
            case None:
                return ZERO
            case FromWrite(name):
                return self.parameters.written(name, BigInteger())
            case FromCursor() as cursor:
                sealed = self.parameters.position(cursor)
                opened: Sql = func.hearth_unseal(sealed, self.history, self.parameters.feed, type_=BigInteger())
                since = self._cte("since", select(opened.label("place")))
                number: Sql = self._one(since.c.place.op(">>")(literal_column(str(MARK_BITS))), since)
                there = self._one(since.c.place, since) == self._place(number)
                known = self._cte("known", select(there.label("there")))
                self.known = self._one(known.c.there, known)
                return number

    def _limit(self) -> Sql:
        size = self.feed.size
        return literal_column(str(size.fixed)) if size.value is None else self.parameters.value(size.value)

    def _behind(self, otherwise: Sql) -> Sql:
        """Where the next page begins: behind a full page's last change, else where nothing was left to look at."""
        full = select(func.count() >= self._limit()).select_from(self.page.clause).scalar_subquery()
        return case((full, self._one(func.max(self.page.c.number), self.page)), else_=otherwise)

    def _window(self) -> Select[Any]:
        """Of all changes those of a window of numbers."""
        table = self.predicates.alias(self.change)
        conditions = [
            *self.parameters.tenancy(self.change, table),
            table.c.number > self.since,
            table.c.number <= self.since + LOOKED,
            *self._wanted(table),
        ]
        return self._entries(table, conditions).order_by(table.c.number).limit(self._limit())

    def _wanted(self, table: Relation) -> Iterator[Sql]:
        if self.feed.types is not None:
            yield table.c.type == self.parameters.value(self.feed.types).any_()

    def _entries(self, table: Relation, conditions: list[Sql], *further: str) -> Select[Any]:
        columns = [table.c[name] for name in (*self.columns, *further)]
        return select(*columns).select_from(table.clause).where(*conditions)

    # Some of the country's changes

    def _seen(self, size: Sql, *further: str) -> list[Select[Any]]:
        """The first changes behind the cursor that the caller sees, so many of each programme."""
        return list(self._branches(size, lambda table: [table.c.number > self.since], further, newest=False))

    def _newest(self) -> Sql:
        """The number of the newest change that the caller sees."""
        branches = [
            select(each.subquery().c.number)
            for each in self._branches(literal_column("1"), lambda _: [], (), newest=True)
        ]
        newest = Relation(union_all(*branches).subquery(f"newest_{self.predicates.number()}"))
        return self._one(func.coalesce(func.max(newest.c.number), ZERO), newest)

    def _branches(self, size: Sql, more: Any, further: tuple[str, ...], *, newest: bool) -> Iterator[Select[Any]]:  # noqa: ANN401 - a function of a table
        """One statement for each part of the index that holds changes which the caller sees."""
        rule = self.change.rule(self.parameters.tier)
        if sees_countries(rule):
            yield self._branch([], size, more, further, newest=newest)
            return
        if rule != BY_PROGRAMME:
            message = f"Nothing says how a feed is paged for {self.parameters.tier.value}."
            raise TierWithoutRule(message)
        own = (
            func.unnest(self.parameters.programmes)
            .table_valued("id", name=f"own_{self.predicates.number()}")
            .render_derived()
        )
        each = self._branch([("programme_id", own.c.id)], size, more, further, newest=newest)
        theirs = each.lateral(f"theirs_{self.predicates.number()}")
        yield select(*theirs.c).select_from(own.join(theirs, true()))
        yield self._branch([("programme_id", None)], size, more, further, newest=newest)

    def _branch(
        self,
        same: list[tuple[str, Sql]],
        size: Sql,
        more: Any,  # noqa: ANN401 - a function of a table
        further: tuple[str, ...],
        *,
        newest: bool,
    ) -> Select[Any]:
        table = self.predicates.alias(self.change)
        conditions: list[Sql] = [*self.parameters.tenancy(self.change, table)]
        # Where there is no programme the order names it: PostgreSQL takes no IS NULL for a column that stays the same.
        order = [table.c.number]
        for name, value in same:
            conditions.append(table.c[name].is_(None) if value is None else table.c[name] == value)
            order = [table.c[name], *order] if value is None else order
        if self.hidden:
            listed: Sql = literal_column(f"'{{{','.join(self.hidden)}}}'::text[]")
            conditions.append(table.c.type != listed.all_())
        statement = self._entries(table, [*conditions, *more(table)], *further)
        return statement.order_by(*(each.desc() if newest else each for each in order)).limit(size)

    def _merged(self, branches: list[Select[Any]]) -> Select[Any]:
        """The first of all branches together."""
        merged = Relation(union_all(*branches).subquery(f"merged_{self.predicates.number()}"))
        columns = [merged.c[name] for name in self.columns]
        return select(*columns).select_from(merged.clause).order_by(merged.c.number).limit(self._limit())

    def _looked(self) -> tuple[Relation, Sql]:
        """What is looked at for changes of some types, and up to which number that is all; null where it is all.

        A window of changes that the caller sees is shared among its programmes: who asks for a rare type does not have
        a long feed read to its end.
        """
        shares: Sql = literal_column("1")
        if self.change.rule(self.parameters.tier) == BY_PROGRAMME:
            shares = func.cardinality(self.parameters.programmes, type_=Integer()) + literal_column("1")
        share = func.greatest(self._limit(), LOOKED // shares)
        parts = Relation(union_all(*self._seen(share, "programme_id")).subquery(f"parts_{self.predicates.number()}"))
        columns = [parts.c[name] for name in (*self.columns, "programme_id")]
        looked = self._cte("looked", select(*columns).select_from(parts.clause))
        ends = (
            select(func.max(looked.c.number).label("number"))
            .select_from(looked.clause)
            .group_by(looked.c.programme_id)
            .having(func.count() >= share)
            .subquery(f"ends_{self.predicates.number()}")
        )
        return looked, select(func.min(ends.c.number)).scalar_subquery()

    def _chosen(self, looked: Relation, horizon: Sql) -> Select[Any]:
        conditions = [*self._wanted(looked), looked.c.number <= func.coalesce(horizon, looked.c.number)]
        chosen = self._entries(looked, conditions)
        return chosen.order_by(looked.c.number).limit(self._limit())

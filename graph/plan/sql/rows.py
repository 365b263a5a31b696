"""From a level of the tree to SQL that gives one JSON value.

The shape of a connection, from the inside out:

    page         SELECT the columns needed … WHERE … ORDER BY … LIMIT …      the limit comes first,
    link         LEFT JOIN LATERAL, a level of its own for each              then the links of the page's rows,
    node         JOIN LATERAL (SELECT page.a AS "a", link.value AS "b")      one object for each row,
    gathered     SELECT json_agg(row_to_json(node))                          one array for all,
    connection   SELECT row_to_json(…)                                       one value

Every select names what it correlates with: SQLAlchemy would otherwise add an outer table to an inner FROM without a
word.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, Text, case, cast, func, literal_column, null, select

from graph.declarations.members import Column
from graph.kinds.kind import Kind
from graph.plan.sql.beside import SHOWN, SideColumns, gathered
from graph.plan.sql.codes import code_sql, codes_sql
from graph.plan.sql.doable import may_do_sql
from graph.plan.sql.figures.writer import FigureWriter
from graph.plan.sql.found_page import page_reader
from graph.plan.sql.grouping import grouped
from graph.plan.sql.levels import Level, Pairs, correlated, fixed, global_id
from graph.plan.sql.missing import NotThere
from graph.plan.sql.paging import EMPTY_LIST, Outer, Sql
from graph.plan.sql.past import known_sql, past_sql
from graph.plan.sql.relation import JsonObject, Relation, in_json
from graph.plan.sql.rules import rules_sql
from graph.plan.tree.codes import CodeOf, CodesOf
from graph.plan.tree.doable import MayDo
from graph.plan.tree.figures import FigureOf
from graph.plan.tree.past import KnownAt, Past
from graph.plan.tree.rows import Distinct, Edges, GroupCounts, Many, Nodes, One, OneOfMany, PageInfo, Scalar, TotalCount
from graph.plan.tree.rules import JurisdictionsOf, RulesOf
from graph.plan.tree.values import Fixed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.declarations.members import Link, Through, ToOne
    from graph.declarations.model import EntityModel
    from graph.plan.sql.paging import PageReader
    from graph.plan.sql.predicates import Predicates
    from graph.plan.tree.rows import Output, Page, PagePart, Row
    from graph.plan.tree.sources import Path
    from graph.plan.tree.values import Value


Standing = tuple[Relation, Level, "Callable[[], list[Any]]"]
"""Rows, the level that reads them, and what makes the conditions that it must say."""


def _from_identity(row: Row, base: Relation) -> Sql | None:
    """The object of a stored row, where its type and its id are all that is asked for."""
    if row.shown is not None:
        return None
    pairs: Pairs = []
    for key, output in row.outputs:
        match output:
            case Fixed():
                pairs.append((key, fixed(output)))
            case Scalar(Column(kind=Kind.ID)):
                pairs.append((key, global_id(row.entity, base)))
            case _:
                return None
    return JsonObject(pairs)


class Renderer:
    """Writes the levels of one statement; `predicates` numbers its aliases."""

    def __init__(self, predicates: Predicates) -> None:
        self.predicates = predicates
        self.parameters = predicates.parameters
        self.figures = FigureWriter(self)
        self.beside = SideColumns()

    def seek(self, path: Path, missing: NotThere, there: Sql) -> None:
        """Note that a field leans on a cursor or a release: whether it is there is answered beside the data."""
        self.beside.note("cursors", there, (path, missing))

    def level(self, table: Relation) -> Level:
        """The level of a table that hangs on nothing."""
        return Level(self.predicates, table.clause, (table,))

    def row(self, row: Row, base: Relation, level: Level) -> Sql:
        """One object for each row of `base`; what it links to is attached to the level."""
        if row.shown is not None:
            level.note(cast(base.c[row.shown.name], Text))
        pairs: Pairs = [(key, self._value(row.entity, output, base, level)) for key, output in row.outputs]
        return level.object(pairs, "node")

    def _value(  # noqa: C901 - one case for each thing that a field may be
        self, entity: EntityModel, output: Output, base: Relation, level: Level
    ) -> Sql:
        match output:
            case Scalar() | CodeOf() | CodesOf():
                return self._told(entity, output, base, level.inside)
            case Fixed():
                return fixed(output)
            case Past():
                return correlated(past_sql(self.predicates, output, base), level.inside).scalar_subquery()
            case KnownAt():
                return known_sql(self.predicates, output, base)
            case MayDo():
                return may_do_sql(output, base, self.parameters.today)
            case RulesOf() | JurisdictionsOf():
                return rules_sql(self.predicates, output, base)
            case FigureOf():
                return level.attach(self.figures.figure(output, base), "figure_of", always=False).c.value
            case One(link, target):
                return self.linked_row(link, target, base, level)
            case OneOfMany():
                return self._one_of_many(output, base, level)
            case Many(link, page):
                return self.linked_page(link, page, base, level)

    def linked_row(self, link: ToOne | Through, row: Row, base: Relation, level: Level) -> Sql:
        """The one row that a row of `base` links to."""
        return self._led(level, self._one(link, row, base, level))

    def linked_page(self, link: Link, page: Page, base: Relation, level: Level) -> Sql:
        """The connection of a row of `base`."""
        return self._led(level, self.page(page, level.inside, (link, base)))

    def standing(self, row: Row, table: Relation, conditions: Callable[[], list[Any]]) -> Standing:
        """Rows of a root that meet conditions: what their objects are made of, the level, and what is left to say."""
        del row
        return table, self.level(table), conditions

    @contextmanager
    def within(self, country: Value | None) -> Iterator[None]:
        """Around what hangs on a row whose country is known; here each level says it by the row that it hangs on."""
        del country
        yield

    def page_rows(self, reader: PageReader) -> Relation:
        """A page's rows."""
        return reader.page()

    @staticmethod
    def _led(level: Level, statement: Select[Any]) -> Sql:
        """What a link leads to; what that shows, the row that it hangs on shows too."""
        source = level.attach(statement, "link", always=False)
        if tells(statement):
            level.note(source.c[SHOWN])
        return source.c.value

    def _told(self, entity: EntityModel, output: Scalar | CodeOf | CodesOf, base: Relation, inside: Outer) -> Sql:
        if isinstance(output, CodeOf):
            return code_sql(self.predicates, output, base)
        if isinstance(output, CodesOf):
            return codes_sql(self.predicates, output, base)
        match output.member:
            case Column(kind=Kind.ID):
                return global_id(entity, base)
            case Column() as column:
                return in_json(column.kind, base.c[column.name])
            case computed:
                return in_json(computed.kind, self.predicates.worked_out(computed, base, inside, output.on))

    def _one(self, link: Link, row: Row, near: Relation, level: Level) -> Select[Any]:
        far = self.predicates.alias(row.entity)
        hook = self.predicates.hook(link, near, row.entity, far)
        inner = Level(self.predicates, far.clause, (*level.inside, far))
        value = self.row(row, far, inner).label("value")
        sources = [inner.clause] if hook.via is None else [hook.via.clause, inner.clause]
        conditions = [*hook.conditions, *self.parameters.tenancy(row.entity, far)]
        return select(value, *inner.shown).select_from(*sources).where(*conditions)

    def _one_of_many(self, output: OneOfMany, base: Relation, level: Level) -> Sql:
        """The stored row of whichever type it is; what its identity says already is answered without reading it."""
        found: list[Sql] = []
        for kinds, row in output.rows:
            is_it = base.c[output.link.kind].in_([literal_column(f"'{kind}'") for kind in kinds])
            light = _from_identity(row, base)
            if light is not None:
                found.append(case((is_it, light)))
                continue
            far = self.predicates.alias(row.entity)
            inner = Level(self.predicates, far.clause, (*level.inside, far))
            value = self.row(row, far, inner).label("value")
            conditions = [
                is_it,
                *self.predicates.same_country(base, far),
                far.c.id == base.c.id,
                *self.parameters.tenancy(row.entity, far),
            ]
            statement = select(value, *inner.shown).select_from(inner.clause).where(*conditions)
            found.append(self._led(level, statement))
        return func.coalesce(*found) if found else null()

    def page(self, page: Page, outer: Outer, link: tuple[Link, Relation] | None = None) -> Select[Any]:
        """A connection: one row with one column, `value`; no row where a cursor's row is gone."""
        reader = page_reader(self.predicates, page, outer, link)
        rows, shown = self._gathered(page, reader)
        if rows is None:
            value: Sql = JsonObject(self.pairs(page, reader, None))
            statement = select(value.label("value"))
        else:
            level = Level(self.predicates, rows.clause, (*outer, rows))
            value = level.object(self.pairs(page, reader, rows), "connection")
            statement = select(value.label("value"), *([rows.c[SHOWN]] if shown else [])).select_from(level.clause)
        for there in reader.cursors_found():
            self.seek(page.path, NotThere.ROW, there)
            statement = statement.where(there)
        return correlated(statement, outer)

    def _gathered(self, page: Page, reader: PageReader) -> tuple[Relation | None, bool]:
        """The page's rows as arrays, one column for each part; nothing where no row is asked for.

        And whether it has one more, of what the rows show.
        """
        if not reader.gathers and not any(isinstance(part, Nodes | Edges) for _, part in page.parts):
            return None, False
        base = self.page_rows(reader)
        level = Level(self.predicates, base.clause, (*reader.outer, base))
        columns = [*self.parts(page, reader, base, level), *reader.info_columns(base), *level.shown]
        statement = select(*(columns or [literal_column("1")])).select_from(level.clause).order_by(*reader.order(base))
        rows = Relation(correlated(statement, reader.outer).subquery(f"rows_{reader.number}"))
        arrays: list[Sql] = [
            func.coalesce(func.json_agg(rows.c[f"part_{index}"]), EMPTY_LIST).label(f"part_{index}")
            for index, (_, part) in enumerate(page.parts)
            if isinstance(part, Nodes | Edges)
        ]
        beside = [gathered(rows.c[SHOWN]).label(SHOWN)] if level.shown else []
        collected = select(*arrays, *reader.info_gathered(rows), *beside).select_from(rows.clause)
        return Relation(correlated(collected, reader.outer).subquery(f"gathered_{reader.number}")), bool(beside)

    def parts(self, page: Page, reader: PageReader, base: Relation, level: Level) -> list[Sql]:
        """What a page's row gives to each part that lists rows."""
        columns: list[Sql] = []
        for index, (_, part) in enumerate(page.parts):
            if isinstance(part, Nodes):
                columns.append(self.row(part.row, base, level).label(f"part_{index}"))
            elif isinstance(part, Edges):
                columns.append(self._edge(part, reader, base, level).label(f"part_{index}"))
        return columns

    def _edge(self, part: Edges, reader: PageReader, base: Relation, level: Level) -> Sql:
        pairs: Pairs = []
        for key, entry in part.entries:
            match entry:
                case None:
                    pairs.append((key, reader.cursor(base)))
                case Fixed():
                    pairs.append((key, fixed(entry)))
                case row:
                    pairs.append((key, self.row(row, base, level)))
        return level.object(pairs, "edge")

    def pairs(self, page: Page, reader: PageReader, gathered: Relation | None) -> Pairs:
        """A connection's keys, with what the gathered rows say of each."""
        return [(key, self._part(part, index, reader, gathered)) for index, (key, part) in enumerate(page.parts)]

    def _part(self, part: PagePart, index: int, reader: PageReader, gathered: Relation | None) -> Sql:
        match part:
            case Fixed():
                return fixed(part)
            case TotalCount():
                return reader.total()
            case GroupCounts() | Distinct():
                return grouped(reader, part)
            case PageInfo():
                return JsonObject(
                    [
                        (key, fixed(entry) if isinstance(entry, Fixed) else reader.info(entry, gathered))
                        for key, entry in part.entries
                    ]
                )
            case _:
                return null() if gathered is None else gathered.c[f"part_{index}"]


def tells(statement: Select[Any]) -> bool:
    """Whether a statement has a column of what its rows show."""
    return SHOWN in statement.selected_columns

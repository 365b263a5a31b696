"""The changes feed as SQL: one page of numbers, the rows that they name, and where to go on from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, case, cast, exists, func, literal_column, not_, or_, select
from sqlalchemy.dialects.postgresql import JSON

from graph.entities.change import ChangeKind
from graph.plan.planner.feed import IS_GONE, IS_MINE, KEY, asks_types
from graph.plan.sql.beside import COMMA, SHOWN, gathered
from graph.plan.sql.feed_pages import FeedPages
from graph.plan.sql.missing import NotThere
from graph.plan.sql.relation import JsonObject, Relation
from graph.plan.tree.feed import FeedEdges, FeedEntry, FeedFixed, FeedHead, FeedInfo, FeedNodes
from graph.plan.tree.sources import FromCursor, FromWrite
from graph.plan.tree.values import Fixed

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

    from graph.declarations.model import EntityModel
    from graph.plan.sql.rows import Renderer
    from graph.plan.tree.feed import Feed, FeedPart
    from graph.plan.tree.rows import Row

ONE: ColumnElement[Any] = literal_column("1")
CAPITALS = ("'([A-Z])'", r"'_\1'", "'g'")


class FeedWriter:
    """Writes one page of the feed.

    Args:
        renderer: writes the rows.
        feed: what is asked for.
    """

    def __init__(self, renderer: Renderer, feed: Feed) -> None:
        self.renderer = renderer
        self.predicates = renderer.predicates
        self.parameters = renderer.parameters
        self.feed = feed
        self.pages = FeedPages(self.predicates, feed)
        self.page = self.pages.page

    def _tell_reach(self) -> None:
        """How far a page of a subscription goes: changes on it, the number to go on from, the newest; its history."""
        held = select(func.count()).select_from(self.page.clause).scalar_subquery()
        for each in (held, self.pages.end, self.pages.reach):
            self.renderer.beside.note("reached", each)
        self.renderer.beside.put("history", self.pages.history)

    def statement(self) -> Select[Any]:
        """The feed's page as one JSON object, `value`; no row where the cursor is of no place in the feed."""
        if isinstance(self.feed.since, FromWrite):
            self._tell_reach()
        if asks_types(self.feed):
            types = func.string_agg(self.page.c.type.distinct(), COMMA)
            self.renderer.beside.join("types", select(types).select_from(self.page.clause).scalar_subquery())
        pairs = [(key, self._part(part)) for key, part in self.feed.parts]
        chosen = select(JsonObject(pairs).label("value"))
        if isinstance(self.feed.since, FromCursor) and self.pages.known is not None:
            self.renderer.seek(self.feed.since.path, NotThere.CHANGES, self.pages.known)
            chosen = chosen.where(self.pages.known)
        return chosen

    def _part(self, part: FeedPart) -> Any:  # noqa: ANN401 - an expression
        match part:
            case FeedFixed(text):
                return literal_column(f"'{text}'")
            case FeedHead():
                return self.pages.cursor(self.pages.head)
            case FeedInfo(entries):
                return JsonObject([(key, self._info(entry)) for key, entry in entries])
            case FeedNodes(entry):
                return self._listed(self._object(entry))
            case FeedEdges(entries):
                return self._listed(JsonObject([(key, self._edge(entry)) for key, entry in entries]))

    def _edge(self, entry: FeedEntry | Fixed | None) -> Any:  # noqa: ANN401 - an expression
        if entry is None:
            return self.pages.cursor_of(self.page)
        return literal_column(f"'{entry.text}'") if isinstance(entry, Fixed) else self._object(entry)

    def _listed(self, value: Any) -> Any:  # noqa: ANN401 - an expression
        clause = self.page.clause
        rows = select(value.label("entry"), self.page.c.number).select_from(clause).order_by(self.page.c.number)
        listed = rows.subquery(f"listed_{self.predicates.number()}")
        entries = func.coalesce(func.json_agg(listed.c.entry), literal_column("'[]'::json"), type_=JSON())
        return select(entries).select_from(listed).scalar_subquery()

    def _info(self, entry: str | Fixed) -> Any:  # noqa: ANN401 - an expression
        if isinstance(entry, Fixed):
            return literal_column(f"'{entry.text}'")
        match entry:
            case "hasNextPage":
                return self.pages.told_end < self.pages.head
            case "hasPreviousPage":
                return literal_column("false") if self.feed.since is None else self.pages.since > literal_column("0")
            case "startCursor":
                return self.pages.first_cursor()
            case _:
                return self.pages.cursor(self.pages.told_end)

    def _object(self, entry: FeedEntry) -> JsonObject:
        return JsonObject([(key, self._value(output)) for key, output in entry.outputs])

    def _value(self, output: str | Fixed | tuple[Row, ...]) -> Any:  # noqa: ANN401 - an expression
        if isinstance(output, Fixed):
            return literal_column(f"'{output.text}'")
        if isinstance(output, tuple):
            return self._node(output)
        match output:
            case "type":
                return member_of(self.page.c.type)
            case "row_id":
                text = self.page.c.type.op("||")(literal_column("'_'")).op("||")(self.page.c.country_code)
                return text.op("||")(literal_column("'_'")).op("||")(cast(self.page.c.row_id, Text))
            case str() if output == IS_GONE:
                seen = [self._seen(entity) for entity in self.feed.entities]
                gone = self.page.c.kind == literal_column(f"'{ChangeKind.VOIDED}'")
                return or_(gone, not_(or_(literal_column("false"), *seen)))
            case str() if output == IS_MINE:
                return func.coalesce(self._is_mine, literal_column("false"))
            case str() if output == KEY:
                # Another caller's key is nobody else's to know.
                return case((self._is_mine, self.page.c.key))
            case name:
                return self.page.c[name]

    @property
    def _is_mine(self) -> Any:  # noqa: ANN401 - an expression
        return self.page.c.writer == self.parameters.writer

    def _is(self, entity: EntityModel) -> Any:  # noqa: ANN401 - an expression
        return self.page.c.type == literal_column(f"'{entity.type_name}'")

    def _seen(self, entity: EntityModel) -> Any:  # noqa: ANN401 - an expression
        """Whether the row of a change is in the caller's view now."""
        table = self.predicates.alias(entity)
        there = [*self.parameters.tenancy(entity, table), table.c.id == self.page.c.row_id]
        row = select(ONE).select_from(table.clause).where(*there).correlate(self.page.clause)
        return self._is(entity) & exists(row)

    def _node(self, rows: tuple[Row, ...]) -> Any:  # noqa: ANN401 - an expression
        """Each type's rows first, under their ids; then each change finds its own."""
        whens = []
        for row in rows:
            found = self._rows(row)
            held = select(found.c.rows.op("->")(cast(self.page.c.row_id, Text))).select_from(found.clause)
            whens.append((self._is(row.entity), held.correlate(self.page.clause).scalar_subquery()))
        return case(*whens, else_=literal_column("null::json")) if whens else literal_column("null::json")

    def _rows(self, row: Row) -> Relation:
        renderer = self.renderer
        table = self.predicates.alias(row.entity)
        level = renderer.level(table)
        value = renderer.row(row, table, level)
        wanted = select(self.page.c.row_id).select_from(self.page.clause).where(self._is(row.entity))
        conditions = [*self.parameters.tenancy(row.entity, table, void=True), table.c.id.in_(wanted)]
        rows = func.json_object_agg(cast(table.c.id, Text), value).label("rows")
        shown = [gathered(each).label(SHOWN) for each in level.shown]
        statement = select(rows, *shown).select_from(level.clause).where(*conditions)
        found = Relation(statement.cte(f"found_{self.predicates.number()}").prefix_with("MATERIALIZED"))
        if shown:
            renderer.beside.join(SHOWN, select(found.c[SHOWN]).select_from(found.clause).scalar_subquery())
        return found


def member_of(name: Any) -> Any:  # noqa: ANN401 - expressions
    """As `member_name`, in SQL: `SiblingBond` becomes `SIBLING_BOND`."""
    first = func.left(name, ONE)
    parted = func.regexp_replace(func.substr(name, literal_column("2")), *map(literal_column, CAPITALS))
    return func.upper(first.op("||")(parted))

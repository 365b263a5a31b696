"""From the roots of a tree to one statement: its text with `$n`, and where each `$n` finds its value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, Text, cast, func, literal_column, select
from sqlalchemy.dialects.postgresql import JSON, aggregate_order_by

from graph.errors import TooCostly
from graph.plan.sql.across import AcrossRenderer
from graph.plan.sql.beside import SHOWN, gathered
from graph.plan.sql.compiled import compiled
from graph.plan.sql.feed import FeedWriter
from graph.plan.sql.levels import fixed, global_id
from graph.plan.sql.options import OptionsWriter
from graph.plan.sql.parameters import Parameters
from graph.plan.sql.predicates import Predicates
from graph.plan.sql.relation import MAX_IDENTIFIER, JsonObject, Relation, code_text
from graph.plan.sql.rows import Renderer, tells
from graph.plan.tree.feed import Feed
from graph.plan.tree.figures import IndicatorReport, ReleaseProof, Releases
from graph.plan.tree.filters import IsId
from graph.plan.tree.options import PlacementOptions
from graph.plan.tree.roots import ById, ByIds, Carried, Introspected, Root, Viewed, Worded
from graph.plan.tree.rows import Page, Row
from graph.plan.tree.values import Fixed

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from countries.tenancy.caller import Tier
    from graph.declarations.model import EntityModel, GraphModel
    from graph.plan.sql.compiled import Statement
    from graph.plan.sql.paging import Sql
    from graph.plan.tree.filters import IsCode

MAX_SELECTS = 600
"""Selects of one statement. For each PostgreSQL's planner takes 100 to 370 kB while it plans: at most some 220 MB."""
TOO_LARGE = ("The operation asks for too many different things at once.", "Ask in several requests.")


def write_statement(
    model: GraphModel, tier: Tier, roots: tuple[tuple[str, Root], ...], *, is_distributed: bool = False
) -> Statement:
    """Write the roots, in order, as one statement; for one server, or for one that asks other nodes.

    Raises:
        TooCostly: it would be larger than PostgreSQL should have to plan.
    """
    parameters = Parameters(tier, is_distributed=is_distributed)
    renderer = AcrossRenderer if parameters.reads_across else Renderer
    writer = _Roots(renderer(Predicates(model, parameters)))
    for root in (root for _, root in roots if isinstance(root, IndicatorReport)):
        writer.renderer.figures.note(root)
    pairs = [(key, writer.value(root)) for key, root in roots]
    if not pairs or any(len(key) > MAX_IDENTIFIER for key, _ in pairs):
        data: Select[Any] = select(JsonObject(pairs).label("data"))
    else:
        answer = Relation(select(*(value.label(key) for key, value in pairs)).subquery("answer"))
        data = select(func.row_to_json(answer.row).label("data")).select_from(answer.clause)
    beside = writer.renderer.beside
    data = data.add_columns(*beside.columns())
    try:
        statement = compiled(data, parameters, beside.keys)
    except RecursionError:
        # A level with hundreds of links: each is joined to those before it.
        raise TooCostly(*TOO_LARGE) from None
    if statement.text.count("\nFROM ") > MAX_SELECTS:
        raise TooCostly(*TOO_LARGE)
    return statement


class _Roots:
    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer
        self.parameters = renderer.parameters
        self.predicates = renderer.predicates

    def value(self, root: Root) -> Sql:
        match root:
            case Fixed():
                return fixed(root)
            case Viewed() | Introspected() | Carried() | Worded():
                return self._told(root)
            case Feed():
                return self._read(FeedWriter(self.renderer, root).statement())
            case IndicatorReport() | Releases() | ReleaseProof():
                return self.renderer.figures.root(root).scalar_subquery()
            case PlacementOptions():
                return OptionsWriter(self.renderer, root).statement().scalar_subquery()
            case Page():
                return self._read(self.renderer.page(root, ()))
            case ById():
                return self._read(self._by_id(root))
            case ByIds():
                return self._by_ids(root).scalar_subquery()

    def _read(self, statement: Select[Any]) -> Sql:
        """A root's value; what its rows show is told beside it."""
        if not tells(statement):
            return statement.scalar_subquery()
        # Two look at it, and it is read once.
        read = Relation(statement.cte(f"root_{self.predicates.number()}").prefix_with("MATERIALIZED"))
        self.renderer.beside.join(SHOWN, select(read.c[SHOWN]).select_from(read.clause).scalar_subquery())
        return select(read.c.value).select_from(read.clause).scalar_subquery()

    def _told(self, root: Viewed | Introspected | Carried | Worded) -> Sql:
        """What no table holds: JSON, as a parameter."""
        match root:
            case Viewed(view):
                return self.parameters.view(view)
            case Introspected(key):
                return self.parameters.introspection(key)
            case Carried(key):
                return self.parameters.written(f"carried_{key}", JSON())
            case Worded(source):
                return self.parameters.worded(source)

    def _by_id(self, root: ById) -> Select[Any]:
        entity = root.row.entity
        table = self.predicates.alias(entity)
        # Whatever hangs on the row is of its country; a country's own key is its code.
        country = root.country if entity.is_of_country else root.key
        with self.renderer.within(country):
            base, level, left = self.renderer.standing(root.row, table, lambda: self._of_id(root, table))
            value = self.renderer.row(root.row, base, level).label("value")
        return select(value, *level.shown).select_from(level.clause).where(*left())

    def _of_id(self, root: ById, table: Relation) -> list[ColumnElement[bool]]:
        entity = root.row.entity
        # Whoever names a row by its id may see that it was recorded in error.
        conditions = self.parameters.tenancy(entity, table, void=True)
        if root.country is not None:
            conditions.append(table.c.country_code == self.parameters.value(root.country))
        key = self.parameters.value(root.key)
        conditions.append(
            table.c[entity.identity[0]] == (self.predicates.standing_for(entity, key) if root.leads else key)
        )
        if root.code is not None and entity.code is not None:
            conditions.append(code_text(entity.code, table) == self.parameters.value(root.code))
        return conditions

    def _by_ids(self, root: ByIds) -> Select[Any]:
        """Each type's rows under their ids first, then one entry for each id: no table hangs on the list of ids."""
        ids = func.unnest(self.parameters.value(root.ids))
        listed: Any = ids.table_valued("id", with_ordinality="n", name="wanted").render_derived()
        joined = listed
        found: list[Sql] = []
        for row, condition in root.rows:
            rows = self._rows_by_id(row, condition)
            joined = joined.join(rows.clause, literal_column("true"))
            key: Sql = listed.c.id
            if isinstance(condition, IsId) and condition.leads is not None:
                led = self._led_on(condition.leads, condition)
                joined = joined.join(led.clause, literal_column("true"))
                key = func.coalesce(led.c.rows.op("->>")(key), key)
            found.append(rows.c.rows.op("->")(key))
        # Of several types, at most one knows an id.
        entry: Sql = func.coalesce(*found) if found else literal_column("null::json")
        entries = func.json_agg(aggregate_order_by(entry, listed.c.n))
        return select(func.coalesce(entries, literal_column("'[]'::json")).label("value")).select_from(joined)

    def _led_on(self, entity: EntityModel, condition: IsId) -> Relation:
        """By the ids of records that were taken back for another one, its id: one row."""
        old = self.predicates.alias(entity)
        other = old.c[entity.same_as or ""]
        country: Sql = literal_column(f"'{entity.type_name}_'").op("||")(old.c.country_code)
        stands = country.op("||")(literal_column("'_'")).op("||")(cast(other, Text))
        named = self.predicates.where(replace(condition, leads=None), old, ())
        statement = (
            select(func.json_object_agg(global_id(entity, old), stands).label("rows"))
            .select_from(old.clause)
            .where(*self.parameters.tenancy(entity, old, void=True), named, other.is_not(None))
        )
        return Relation(statement.subquery(f"led_{self.predicates.number()}"))

    def _rows_by_id(self, row: Row, condition: IsId | IsCode) -> Relation:
        table = self.predicates.alias(row.entity)
        base, level, left = self.renderer.standing(
            row,
            table,
            lambda: [
                *self.parameters.tenancy(row.entity, table, void=True),
                self.predicates.where(condition, table, ()),
            ],
        )
        value = self.renderer.row(row, base, level)
        rows = func.json_object_agg(global_id(row.entity, base), value).label("rows")
        shown = [gathered(each).label(SHOWN) for each in level.shown]
        statement = select(rows, *shown).select_from(level.clause).where(*left())
        if not shown:
            return Relation(statement.subquery(f"found_{self.predicates.number()}"))
        found = Relation(statement.cte(f"found_{self.predicates.number()}").prefix_with("MATERIALIZED"))
        self.renderer.beside.join(SHOWN, select(found.c[SHOWN]).select_from(found.clause).scalar_subquery())
        return found

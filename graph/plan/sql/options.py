"""Options in SQL: what is asked is read once, what is found is ranked, and the first of it are told.

named, group, …   what the question reads, each a MATERIALIZED part of the one statement
top               the first options in their order, with their places
home              the row of each, under the caller's own policies, and whatever is selected of it
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, Text, cast, func, literal_column, select

from graph.declarations.options import Options
from graph.entities.placement_options import placement_options
from graph.plan.sql.beside import SHOWN, gathered
from graph.plan.sql.frame import FrameRows
from graph.plan.sql.levels import Level, Pairs, fixed
from graph.plan.sql.missing import NotThere
from graph.plan.sql.policies import POLICY, laid_down
from graph.plan.sql.relation import JsonObject, Relation
from graph.plan.tree.options import OptionCount, OptionNodes
from graph.plan.tree.rows import Row
from graph.plan.tree.values import Fixed

if TYPE_CHECKING:
    from countries.packs.families import RuleFamily
    from countries.packs.keys import RuleKey
    from graph.plan.sql.paging import Sql
    from graph.plan.sql.predicates import Predicates
    from graph.plan.sql.rows import Renderer
    from graph.plan.tree.options import PlacementOptions

EMPTY_LIST: Sql = literal_column("'[]'::json")
PLACE = "place"


class AskedFrame:
    """As `graph.declarations.options.OptionsFrame` says."""

    def __init__(self, predicates: Predicates, asked: PlacementOptions) -> None:
        self._predicates = predicates
        self._parameters = predicates.parameters
        self._asked = asked

    @property
    def on(self) -> Sql:
        """The day that is asked about."""
        return self._parameters.today if self._asked.on is None else self._parameters.value(self._asked.on)

    @property
    def wanted(self) -> Sql:
        """The identities that are asked about."""
        return self._parameters.value(self._asked.children)

    def rows(self, table: str, *, void: bool = False) -> FrameRows:
        """Rows of a table that the caller sees."""
        entity = self._predicates.model.by_table[table]
        source = self._predicates.alias(entity)
        found = FrameRows(source.clause, [], self._parameters.tenancy(entity, source, void=void))
        found.c = source.c
        return found

    def once(self, name: str, made: Any) -> Relation:  # noqa: ANN401 - a SELECT
        """What a select finds, read once."""
        whole = made.correlate(None) if isinstance(made, Select) else made
        return Relation(whole.cte(f"{name}_{self._predicates.number()}").prefix_with("MATERIALIZED"))

    def each(self, name: str, made: Any, *own: Relation) -> Relation:  # noqa: ANN401 - as above
        """What a select finds for each row beside it."""
        inner = made.correlate_except(*(row.clause for row in own))
        return Relation(inner.lateral(f"{name}_{self._predicates.number()}"))

    def laid_down(self, rule: RuleKey | RuleFamily, part: Sql, *, of: Sql = None) -> Sql:
        """What is laid down on the day."""
        said = self._predicates.alias(self._predicates.model.by_table[POLICY])
        found = laid_down(said, rule, self._parameters.country, self.on, part, of=of)
        return found.correlate_except(said.clause).scalar_subquery()


class OptionsWriter:
    """Writes the root field.

    Args:
        renderer: writes the levels of the statement.
        asked: the noun.
    """

    def __init__(self, renderer: Renderer, asked: PlacementOptions) -> None:
        self._renderer = renderer
        self._predicates = renderer.predicates
        self._asked = asked

    def statement(self) -> Select[Any]:
        """One row with one column, `value`; none where the question cannot be meant, which is told beside."""
        options = placement_options(AskedFrame(self._predicates, self._asked))
        pairs: Pairs = []
        shown: list[Sql] = []
        for key, part in self._asked.parts:
            match part:
                case OptionNodes():
                    nodes, told = self._nodes(part, options)
                    pairs.append((key, nodes))
                    shown += told
                case OptionCount():
                    counted = select(func.count()).select_from(options.found.clause)
                    pairs.append((key, counted.scalar_subquery()))
                case Fixed():
                    pairs.append((key, fixed(part)))
        if self._asked.asked.shown is not None:
            ids = select(gathered(cast(options.asked.c.id, Text))).select_from(options.asked.clause)
            shown.append(ids.scalar_subquery())
        for each in shown:
            self._renderer.beside.join(SHOWN, each)
        statement = select(JsonObject(pairs).label("value"))
        seeks = (
            (NotThere.CHILD, options.are_there),
            (NotThere.SAME_CHILD, options.are_many),
            (NotThere.DIED, options.may_be_asked),
        )
        for missing, there in seeks:
            self._renderer.seek(self._asked.path, missing, there)
            statement = statement.where(there)
        return statement

    def _nodes(self, part: OptionNodes, options: Options) -> tuple[Sql, list[Sql]]:
        """The list, and what its rows show."""
        predicates, parameters = self._predicates, self._predicates.parameters
        size = self._asked.size
        limit = literal_column(str(size.fixed)) if size.value is None else parameters.value(size.value)
        place = func.row_number().over(order_by=options.order).label(PLACE)
        columns = [
            options.found.c[name] for name in ("id", *(each for _, each in part.entries if isinstance(each, str)))
        ]
        first = select(*dict.fromkeys(columns), place).select_from(options.found.clause).order_by(literal_column(PLACE))
        top = Relation(first.limit(limit).correlate(None).subquery(f"top_{predicates.number()}"))
        entity = predicates.model.by_table["home"]
        home = predicates.alias(entity)
        joined = top.clause.join(home.clause, home.c.id == top.c.id)
        level = Level(predicates, joined, (top, home))
        object_ = level.object(self._entries(part, top, home, level), "option")
        rows = (
            select(object_.label("node"), top.c[PLACE], *level.shown)
            .select_from(level.clause)
            .where(*parameters.tenancy(entity, home))
            .order_by(top.c[PLACE])
            .correlate(None)
        )
        number = predicates.number()
        if not level.shown:
            told = Relation(rows.subquery(f"options_{number}"))
            return self._listed(told), []
        # Two look at it, and it is read once.
        told = Relation(rows.cte(f"options_{number}").prefix_with("MATERIALIZED"))
        return self._listed(told), [select(gathered(told.c[SHOWN])).select_from(told.clause).scalar_subquery()]

    @staticmethod
    def _listed(told: Relation) -> Sql:
        listed: Any = func.coalesce(func.json_agg(told.c.node), EMPTY_LIST)
        return select(listed).select_from(told.clause).scalar_subquery()

    def _entries(self, part: OptionNodes, top: Relation, home: Relation, level: Level) -> Pairs:
        pairs: Pairs = []
        for key, entry in part.entries:
            match entry:
                case Row():
                    pairs.append((key, self._renderer.row(entry, home, level)))
                case Fixed():
                    pairs.append((key, fixed(entry)))
                case column:
                    pairs.append((key, top.c[column]))
        return pairs

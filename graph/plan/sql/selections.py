"""What a level reads from where an entity is selected: its select, in the place of a table.

Rows of many tables are put together bare, without a condition of their own, because PostgreSQL then takes the select
apart: the conditions of the level around it, its policy's and its order reach each table's own index, and a table that
cannot hold what is asked for is not read. A part with a condition would be read whole, and sorted.

Where countries' rows are on nodes of their own each part says all the same whose rows it reads: that is what the
statement is sent to a node by, and what lies between the parts and the condition around them is not looked through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import TableClause, cast, literal_column, select, union_all
from sqlalchemy.ext.compiler import compiles

from graph.declarations.selections import VOIDED, SelectRead, Together
from graph.kinds.kind import Kind
from graph.kinds.table import NAME_COLLATION, STORED
from graph.plan.sql.policies import POLICY, is_bound, laid_down
from graph.plan.sql.present import PresentRows
from graph.plan.sql.relation import Relation, RelationColumns, table_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy import ColumnElement, FromClause, SelectBase, Subquery
    from sqlalchemy.sql.compiler import SQLCompiler

    from countries.packs.keys import RuleKey
    from graph.declarations.model import EntityModel
    from graph.declarations.selections import PartRead
    from graph.plan.sql.composition import Composition


class PresentFrame:
    """What a select may read, under the caller's tenant predicates."""

    def __init__(self, predicates: Composition) -> None:
        self._predicates = predicates
        self._rows = PresentRows(predicates)

    @property
    def today(self) -> ColumnElement[Any]:
        """Today's date in the caller's country."""
        return self._predicates.parameters.today

    def rows(self, table: str, *columns: str) -> Subquery:
        """A table's rows with `country_code` and these columns; each call is a source of its own."""
        return self._rows.select(table, columns).subquery(f"rows_{self._predicates.number()}")

    def same_country(self, one: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[bool]:
        """That two rows are of one country; nothing where all are of the caller's: it would mislead the planner."""
        if self._predicates.parameters.tier.is_national:
            return literal_column("true")
        same: ColumnElement[bool] = one == other
        return same

    def policy(self, policy: RuleKey, country: ColumnElement[Any], on: ColumnElement[Any]) -> ColumnElement[Any]:
        """What a row's country has laid down, on a day; of a national caller today's is a parameter."""
        parameters = self._predicates.parameters
        if is_bound(parameters, on):
            return parameters.laid_down(policy)
        said = self._predicates.alias(self._predicates.model.by_table[POLICY])
        own = parameters.country if parameters.tier.is_national else country
        return laid_down(said, policy, own, on).scalar_subquery()


def selected_source(predicates: Composition, entity: EntityModel, alias: str) -> Relation:
    """What stands in the place of an entity's table."""
    match entity.selection:
        case Together() as together:
            parts = together.read_by(predicates.parameters.tier)
            for part in parts:
                predicates.parameters.touches(predicates.model.by_table[part.table])
            tables = [
                table_source(
                    part.table, f"{part.table}_{predicates.number()}", predicates.model.by_table[part.table].led_on
                )
                for part in parts
            ]
            within: list[list[ColumnElement[bool]]] = [[] for _ in parts]
            if predicates.parameters.is_distributed:
                entities = [predicates.model.by_table[part.table] for part in parts]
                within = [
                    predicates.parameters.tenancy(each, table, void=True)
                    for each, table in zip(entities, tables, strict=True)
                ]
            return _Beside(entity, together.kind, list(zip(parts, tables, within, strict=True)), alias)
        case SelectRead(select_of):
            return Relation(select_of(PresentFrame(predicates)).subquery(alias))
        case _:
            message = f"{entity.table} is a table, and read as one"
            raise TypeError(message)


_Bounded = tuple["PartRead", Relation, "list[ColumnElement[bool]]"]
"""A part, its table, and what each of its rows must meet."""


class _Beside(Relation):
    """Rows of many tables, of which each part gives those columns alone that somebody asked for."""

    def __init__(self, entity: EntityModel, kind: str, parts: list[_Bounded], alias: str) -> None:
        self._entity = entity
        self._kind = kind
        self._parts = parts
        super().__init__(_Written(self._select).alias(alias))
        self.c = _Noted(self.clause)

    def _select(self) -> SelectBase:
        asked = self.c.asked if isinstance(self.c, _Noted) else ()
        parts = [
            select(*self._columns(part, table, asked)).select_from(table.clause).where(*within)
            for part, table, within in self._parts
        ]
        return union_all(*parts)

    def _columns(self, part: PartRead, table: Relation, asked: Iterable[str]) -> Iterator[ColumnElement[Any]]:
        """Nothing but columns, and what is the same for all rows of a part."""
        repeated = {"country_code": "country_code", "id": "id", **part.columns}
        if part.void is not None:
            repeated[VOIDED] = part.void
        for name in asked:
            if name in repeated:
                yield table.c[repeated[name]].label(name)
            elif name == self._kind:
                yield _constant(Kind.TEXT, f"'{part.name}'").label(name)
            else:
                kind = Kind.INSTANT if name == VOIDED else self._entity.stored[name].kind
                yield _constant(kind, "NULL").label(name)


class _Noted(RelationColumns):
    """Columns that are noted as they are asked for."""

    def __init__(self, of: FromClause) -> None:
        super().__init__(of)
        self.asked: dict[str, None] = {}

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as of `RelationColumns`
        self.asked[name] = None
        return super().__getattr__(name)


class _Written(TableClause):
    """A select that is made when it is written: by then every column that it needs has been asked for."""

    inherit_cache = False

    def __init__(self, made: Callable[[], SelectBase]) -> None:
        super().__init__("selected")
        self.made = made


@compiles(_Written)
def _write(element: _Written, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - as given
    return f"({compiler.process(element.made(), **options)})"


def _constant(kind: Kind, text: str) -> ColumnElement[Any]:
    """A value that is the same for all rows of a part, of the very type that the columns of other parts have."""
    if kind in (Kind.TEXT, Kind.ENUMERATION):
        return literal_column(f'{text}::text COLLATE "{NAME_COLLATION}"')
    return cast(literal_column(text), STORED[kind])

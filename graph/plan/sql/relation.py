"""What a level of SQL reads from: a table, a page or an object, under a deterministic alias, columns made on demand.

SQLAlchemy's own aliases copy every column of a table into every level; a plan names few of them, so these are made when
they are asked for. Aliases count up in the order in which the tree is walked: the same tree gives the same text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnClause, Text, cast, column, literal_column, table
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import ColumnElement, FunctionElement
from sqlalchemy.sql.sqltypes import JSON

from graph.kinds.kind import Kind
from graph.kinds.table import KINDS, JsonForm
from graph.shares.steps import step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import FromClause
    from sqlalchemy.sql.compiler import SQLCompiler

    from graph.declarations.members import Column
COLUMN_STEPS = 20
"""Steps that a column takes, and what it is put into."""
MAX_IDENTIFIER = 63
"""Bytes of a name in PostgreSQL; it cuts longer ones short without a word."""
NOTHING_LED: Mapping[str, str] = {}


class RelationColumns:
    """`columns.given_name`: a column of what it was made for.

    Args:
        of: what it was made for.
        led: of a table the links that lead on (`graph/declarations/leading_on.py`), and the columns that say whereto:
            who asks for the link is given that one, under the link's name.
    """

    def __init__(self, of: FromClause, led: Mapping[str, str] = NOTHING_LED) -> None:
        self._of = of
        self._led = led

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a column, or one under another name
        step(COLUMN_STEPS)
        made: ColumnClause[Any] = column(self._led.get(name, name))
        made.table = self._of
        return made.label(name) if name in self._led else made

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - as above
        return self.__getattr__(name)


class Relation:
    """Something that a level selects from. `c` gives its columns by name. Arguments as of `RelationColumns`."""

    def __init__(self, clause: FromClause, led: Mapping[str, str] = NOTHING_LED) -> None:
        self.clause = clause
        self.c = RelationColumns(clause, led)

    @property
    def row(self) -> ColumnElement[Any]:
        """The whole row, for `row_to_json`: `alias.*`, because `alias` alone would be a column that is named so."""
        whole: ColumnClause[Any] = column("*", is_literal=True)
        whole.table = self.clause
        return whole


def code_text(code: Column, source: Relation) -> ColumnElement[Any]:
    """What stands at the end of the id of a selected row, where there are several of one id."""
    value: ColumnElement[Any] = source.c[code.name]
    return value if code.kind is Kind.ENUMERATION else cast(value, Text)


def row_key(code: Column | None, source: Relation, before: Any = None) -> Any:  # noqa: ANN401 - SQLAlchemy's expressions
    """The country and the identity of a row, behind what stands before: `<COUNTRY>_<uuid>`, and `_<code>` if any."""
    parts: list[Any] = [source.c.country_code, literal_column("'_'"), cast(source.c.id, Text)]
    if code is not None:
        parts += [literal_column("'_'"), code_text(code, source)]
    first, *others = parts if before is None else [before, *parts]
    for part in others:
        first = first.op("||")(part)
    return first


def table_source(name: str, alias: str, led: Mapping[str, str] = NOTHING_LED) -> Relation:
    """A table under an alias; of an entity with what its links lead on to."""
    return Relation(table(name).alias(alias), led)


class JsonObject(FunctionElement[Any]):
    """`JSON_OBJECT('key' : value, …)`: for keys that are too long to be the name of a column, and for no key at all."""

    inherit_cache = False
    type = JSON()

    def __init__(self, pairs: Sequence[tuple[str, ColumnElement[Any]]]) -> None:
        self.keys_in_order = tuple(key for key, _ in pairs)
        super().__init__(*(value for _, value in pairs))


@compiles(JsonObject)
def _compile_json_object(element: JsonObject, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - as given
    values = [compiler.process(value, **options) for value in element.clauses]
    # A response key is a GraphQL name: letters, digits and underscores, so it needs no escape.
    listed = ", ".join(f"'{key}' : {value}" for key, value in zip(element.keys_in_order, values, strict=True))
    return f"JSON_OBJECT({listed} RETURNING json)"


def in_json(kind: Kind, value: ColumnElement[Any]) -> ColumnElement[Any]:
    """A value as JSON tells it."""
    return cast(value, Text) if KINDS[kind].told is JsonForm.AS_TEXT else value

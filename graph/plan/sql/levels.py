"""One level of SQL: a FROM clause that grows by laterals, and the JSON objects that are made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, literal_column, null, select, true

from graph.plan.sql.beside import SHOWN, joined
from graph.plan.sql.paging import Outer, Sql
from graph.plan.sql.relation import MAX_IDENTIFIER, JsonObject, Relation, row_key

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel
    from graph.plan.sql.composition import Composition
    from graph.plan.tree.values import Fixed

MOST_FLAT = 8
"""How many laterals of a level PostgreSQL may merge into the select around them.

For each one that it merges its planner writes the whole select anew and keeps what it had: eighty at one level took
750 MB and a second. Where only eight are merged they take 59 MB and a sixth of the time. What is run is the same.
"""

Pairs = list[tuple[str, Sql]]
"""Response keys with their values, in order."""


def fixed(output: Fixed) -> Sql:
    """A text that is the same for all rows; type names need no escape."""
    return null() if output.text is None else literal_column(f"'{output.text}'")


def global_id(entity: EntityModel, source: Relation) -> Sql:
    """`<Type>_<COUNTRY>_<uuid>`, `_<code>` behind it where several rows are of one; `<Type>_<code>` of a register."""
    if not entity.is_of_country:
        return literal_column(f"'{entity.type_name}_'").op("||")(source.c[entity.key[-1]])
    return row_key(entity.code, source, literal_column(f"'{entity.type_name}_'"))


def correlated(statement: Select[Any], outer: Outer) -> Select[Any]:
    """Tell a select which sources are not its own."""
    return statement.correlate(*(source.clause for source in outer))


class Level:
    """A FROM clause that grows by laterals; `inside` is everything that they may refer to."""

    def __init__(self, predicates: Composition, clause: Any, inside: Outer) -> None:  # noqa: ANN401 - a FROM clause
        self.predicates = predicates
        self.clause = clause
        self.inside = inside
        self._flat = 0
        self._shown: list[Sql] = []

    def attach(self, statement: Select[Any], name: str, *, always: bool) -> Relation:
        """Join a select laterally; `always` says that it gives exactly one row."""
        if not always:
            self._flat += 1
            if self._flat > MOST_FLAT:
                # A select with an offset is planned by itself.
                statement = statement.offset(literal_column("0"))
        lateral = correlated(statement, self.inside).lateral(f"{name}_{self.predicates.number()}")
        self.clause = self.clause.join(lateral, true()) if always else self.clause.outerjoin(lateral, true())
        source = Relation(lateral)
        self.inside = (*self.inside, source)
        return source

    def note(self, shown: Sql) -> None:
        """Note what a row of the level shows, which is told beside the answer."""
        self._shown.append(shown)

    @property
    def shown(self) -> list[Sql]:
        """All that a row of the level shows, as one column; none where nothing is to be told."""
        return [joined(self._shown).label(SHOWN)] if self._shown else []

    def object(self, pairs: Pairs, name: str) -> Sql:
        """An object with these keys, in this order."""
        if not pairs or any(len(key) > MAX_IDENTIFIER for key, _ in pairs):
            return JsonObject(pairs)
        made = self.attach(select(*(value.label(key) for key, value in pairs)), name, always=True)
        return func.row_to_json(made.row)

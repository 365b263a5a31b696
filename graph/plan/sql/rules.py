"""What a country lays down, in SQL: the register's rows of one country, one part and one day, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal_column, select

from countries.packs.keys import KEYS
from graph.plan.sql.policies import POLICY, WHOLE_COUNTRY, holds
from graph.plan.sql.relation import JsonObject, Relation
from graph.plan.tree.rules import JurisdictionsOf
from graph.plan.tree.sources import FromWords
from graph.words.labels import RULE_DOC

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement

    from graph.plan.sql.composition import Composition
    from graph.plan.sql.paging import Sql
    from graph.plan.tree.rules import RulesOf
    from graph.words.words import Words

ALWAYS: ColumnElement[Any] = literal_column("'-infinity'::date")
"""The first day of what has always been so, as the driver writes the first day that there is."""
EMPTY: ColumnElement[Any] = literal_column("'[]'::json")


def _docs(words: Words) -> Mapping[str, str]:
    """What each rule says, in the language of the answer."""
    return {key: words.say(each.doc, RULE_DOC) for key, each in KEYS.items()}


def rules_sql(predicates: Composition, output: RulesOf | JurisdictionsOf, base: Relation) -> Sql:
    """Of the country that `base` is: the rule that is named, a list of all of them, or the names of its parts."""
    return _parts(predicates, base) if isinstance(output, JurisdictionsOf) else _rules(predicates, output, base)


def _rules(predicates: Composition, output: RulesOf, base: Relation) -> Sql:
    parameters = predicates.parameters
    said = predicates.alias(predicates.model.by_table[POLICY])
    on = parameters.today_in(base.c.code) if output.on is None else parameters.value(output.on)
    part = WHOLE_COUNTRY if output.part is None else parameters.value(output.part)
    conditions = [said.c.code == base.c.code, said.c.jurisdiction == part, *holds(said, on)]
    if output.key is not None:
        conditions.append(said.c.key == parameters.value(output.key))
    clause: Any = said.clause
    described: Any = None
    if any(name == "description" for _, name, _ in output.view.fields):
        # Once for each country, and not once for each rule.
        docs = func.json_each_text(parameters.worded(FromWords(_docs))).table_valued("key", "value")
        described = docs.alias(f"described_{predicates.number()}")
        clause = clause.join(described, described.c.key == said.c.key)
    pairs = [(key, _value(said, name, described, output.view.type_name)) for key, name, _ in output.view.fields]
    rows = select(JsonObject(pairs).label("entry")).select_from(clause).where(*conditions).order_by(said.c.key)
    cells = Relation(rows.correlate(base.clause).subquery(f"rules_{predicates.number()}"))
    entry = cells.c.entry if output.key is not None else func.coalesce(func.json_agg(cells.c.entry), EMPTY)
    return select(entry).select_from(cells.clause).correlate(base.clause).scalar_subquery()


def _parts(predicates: Composition, base: Relation) -> Sql:
    said = predicates.alias(predicates.model.by_table[POLICY])
    names = (
        select(said.c.jurisdiction)
        .distinct()
        .select_from(said.clause)
        .where(said.c.code == base.c.code, said.c.jurisdiction != WHOLE_COUNTRY)
        .order_by(said.c.jurisdiction)
        .correlate(base.clause)
    )
    parts = Relation(names.subquery(f"parts_{predicates.number()}"))
    listed: Any = func.json_agg(parts.c.jurisdiction)
    return select(func.coalesce(listed, EMPTY)).select_from(parts.clause).correlate(base.clause).scalar_subquery()


def _value(said: Relation, name: str, described: Any, type_name: str) -> Any:  # noqa: ANN401 - an expression of SQL
    match name:
        case "__typename":
            return literal_column(f"'{type_name}'")
        case "description":
            return described.c.value
        case "certain":
            return said.c.certain == literal_column("'YES'")
        case "jurisdiction":
            return func.nullif(said.c.jurisdiction, WHOLE_COUNTRY)
        case "from":
            return func.nullif(said.c.from_day, ALWAYS)
        case _:
            return said.c[COLUMN_OF[name]]


COLUMN_OF = {
    "key": "key", "value": "value", "number": "whole", "unit": "unit", "source": "source", "laidDownBy": "origin",
    "until": "until_day",
}  # fmt: skip
"""The columns behind the fields of a rule."""

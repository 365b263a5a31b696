"""Codes of the country's own lists as SQL: whether a list has one, what it is called, and all that a list has.

The register of codes is the same for all, and no level of a country's rows: it is looked up by its key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, and_, column, exists, func, literal_column, or_, select, type_coerce
from sqlalchemy.dialects.postgresql import ARRAY, JSON, aggregate_order_by

from graph.plan.sql.relation import JsonObject, Relation, table_source
from graph.plan.tree.codes import CodeField, CodeOf, CodesOf
from graph.plan.tree.values import Fixed

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.plan.sql.composition import Composition

CODES = "national_code"
CERTAIN = "YES"
"""Of a code whose source somebody has seen."""
ALWAYS: ColumnElement[Any] = literal_column("date '-infinity'")
"""How PostgreSQL keeps the first day of what has always been so."""
ONE: ColumnElement[Any] = literal_column("1")
Sql = Any


def is_listed(country: Sql, codes: str, code: Sql, on: Sql = None) -> ColumnElement[bool]:
    """Whether a country's list has a code: on a day, or on any where none is given."""
    listed = table_source(CODES, "listed_code")
    there = [listed.c.country == country, listed.c.list_key == literal_column(f"'{codes}'"), listed.c.code == code]
    there += [] if on is None else [_in_force(listed, on)]
    found = select(ONE).select_from(listed.clause).where(*there)
    return exists(found.correlate_except(listed.clause))


def code_sql(composition: Composition, output: CodeOf, base: Relation) -> Sql:
    """What is told of a row's code; null where it has none, and where the country's list has not.

    Of a code that has changed its meaning that of the row's day is told; if it had none then, its latest.
    """
    listed = table_source(CODES, f"code_{composition.number()}")
    codes = output.column.codes
    if codes is None:
        raise TypeError(output.column.name)
    parameters = composition.parameters
    day = base.c[codes.dated] if codes.dated else parameters.today_of(base)
    country = parameters.country if parameters.tier.is_national else base.c.country_code
    told = JsonObject([(key, _told(composition, each, listed)) for key, each in output.parts])
    found = (
        select(told)
        .select_from(listed.clause)
        .where(
            listed.c.country == country,
            listed.c.list_key == literal_column(f"'{codes.list}'"),
            listed.c.code == base.c[output.column.name],
        )
        .order_by((listed.c.from_day <= day).desc(), listed.c.from_day.desc())
        .limit(ONE)
    )
    return found.correlate_except(listed.clause).scalar_subquery()


def codes_sql(composition: Composition, output: CodesOf, base: Relation) -> Sql:
    """The codes of a list that are in force on a day, as one JSON array in the list's order."""
    listed = table_source(CODES, f"codes_{composition.number()}")
    parameters = composition.parameters
    day = parameters.today_in(base.c.code) if output.on is None else parameters.value(output.on)
    pairs = [(key, _told(composition, each, listed)) for key, each in output.parts]
    chosen = (
        select(JsonObject(pairs).label("told"), listed.c.place)
        .select_from(listed.clause)
        .where(
            listed.c.country == base.c.code, listed.c.list_key == parameters.value(output.list), _in_force(listed, day)
        )
        .correlate_except(listed.clause)
        .subquery(f"chosen_{composition.number()}")
    )
    rows = Relation(chosen)
    empty: Sql = literal_column("'[]'::json")
    in_order: Any = func.json_agg(aggregate_order_by(rows.c.told, rows.c.place))
    return select(func.coalesce(in_order, empty, type_=JSON())).select_from(chosen).scalar_subquery()


def _in_force(listed: Relation, on: Sql) -> ColumnElement[bool]:
    return and_(listed.c.from_day <= on, or_(listed.c.until_day.is_(None), listed.c.until_day > on))


def _told(composition: Composition, output: CodeField | Fixed, listed: Relation) -> Sql:
    match output:
        case Fixed():
            return literal_column(f"'{output.text}'")
        case CodeField.LABEL:
            return _label(composition, listed)
        case CodeField.FROM:
            return func.nullif(listed.c.from_day, ALWAYS)
        case CodeField.CERTAIN:
            return listed.c.certain == literal_column(f"'{CERTAIN}'")
        case _:
            return listed.c[output.value]


def _label(composition: Composition, listed: Relation) -> Sql:
    """The label in the first of the caller's languages that has one; else what the list tells where none does."""
    wanted = func.unnest(composition.parameters.languages).table_valued(
        column("language", Text()), with_ordinality="place"
    )
    told = wanted.render_derived(name=f"languages_{composition.number()}")
    labels: Any = type_coerce(listed.c.labels, ARRAY(Text()))
    label = labels[func.array_position(listed.c.languages, told.c.language)]
    known = told.c.language == listed.c.languages.any_()
    first = select(label).select_from(told).where(known).order_by(told.c.place).limit(ONE)
    return func.coalesce(first.correlate_except(told).scalar_subquery(), listed.c.label)

"""A row's history, and the row as it was on record at an instant, as SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, case, cast, func, literal_column, select, true, union_all
from sqlalchemy.dialects.postgresql import JSON, JSONB, distinct_on

from graph.declarations.members import Column
from graph.entities.history import TABLE_OF_CLASS
from graph.plan.sql.relation import JsonObject, Relation, in_json
from graph.plan.tree.past import KnownAt, Past
from graph.plan.tree.values import Fixed, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import ColumnElement, Select, Subquery

    from graph.declarations.model import EntityModel
    from graph.plan.sql.composition import Composition
from graph.declarations.recorded import recorded_columns
from graph.plan.planner.past import _may_read, told_classes
from graph.plan.tree.past import COLUMN_OF


def past_sql(predicates: Composition, past: Past, base: Relation) -> Select[Any]:
    """The entries of a row's history as one JSON array, `value`; `base` is the row."""
    entries = Relation(_entries(predicates, past.entity, base, past.until))
    pairs = [
        (key, _literal(output) if isinstance(output, Fixed) else entries.c[output]) for key, output in past.outputs
    ]
    size = past.size
    limit: Any = literal_column(str(size.fixed)) if size.value is None else predicates.parameters.value(size.value)
    chosen = (
        select(JsonObject(pairs).label("entry"), entries.c.version, entries.c.privacy)
        .select_from(entries.clause)
        .order_by(entries.c.version.desc(), entries.c.privacy)
        .limit(limit)
        .correlate(base.clause)
    )
    latest = Relation(chosen.subquery(f"entries_{predicates.number()}"))
    return select(
        func.coalesce(func.json_agg(latest.c.entry), literal_column("'[]'::json"), type_=JSON()).label("value")
    ).select_from(latest.clause)


def known_sql(predicates: Composition, known: KnownAt, base: Relation) -> ColumnElement[Any]:
    """The row as it was known; null where it was not on record yet."""
    at = predicates.parameters.value(known.instant)
    entries = Relation(_entries(predicates, known.entity, base, None, after=known.instant))
    held = func.jsonb_each(entries.c.before).table_valued("key", "value", name=f"held_{predicates.number()}")
    earliest = (
        select(held.c.key, held.c.value)
        .select_from(entries.clause.join(held, true()))
        .ext(distinct_on(held.c.key))
        .order_by(held.c.key, entries.c.version)
        .correlate(base.clause)
        .subquery(f"earliest_{predicates.number()}")
    )
    put_back = (
        select(func.coalesce(func.jsonb_object_agg(earliest.c.key, earliest.c.value), literal_column("'{}'::jsonb")))
        .select_from(earliest)
        .correlate(base.clause)
        .scalar_subquery()
    )
    now = func.jsonb_build_object(*_present(predicates, known.columns, base), type_=JSONB())
    row = cast(now.op("||")(put_back), JSON)
    return case((base.c.created_at > at, literal_column("null")), else_=row)


def _present(predicates: Composition, columns: Iterable[Column], base: Relation) -> Iterator[Any]:
    for stored in columns:
        value: Any = base.c[stored.name]
        if stored.target is not None:
            prefix: Any = literal_column(f"'{predicates.model.by_table[stored.target].type_name}_'")
            value = prefix.op("||")(base.c.country_code).op("||")(literal_column("'_'")).op("||")(cast(value, Text))
        else:
            value = in_json(stored.kind, value)
        yield literal_column(f"'{stored.label}'")
        yield value


def _entries(
    predicates: Composition, entity: EntityModel, base: Relation, until: Value | None, after: Value | None = None
) -> Subquery:
    """The entries of all classes that the tier is told."""
    parameters = predicates.parameters
    parts = []
    for privacy, hidden in told_classes(predicates.model, entity, parameters.tier).items():
        table = predicates.model.by_table[TABLE_OF_CLASS[privacy]]
        kept = predicates.alias(table)
        conditions = [
            *parameters.tenancy(table, kept),
            kept.c.type == literal_column(f"'{entity.type_name}'"),
            kept.c.row_id == base.c.id,
        ]
        if until is not None:
            conditions.append(kept.c.recorded_at <= parameters.value(until))
        if after is not None:
            conditions += [kept.c.recorded_at > parameters.value(after), kept.c.before.is_not(None)]
        narrower = [
            stored.label
            for stored in recorded_columns(entity)
            if stored.label in hidden and not _may_read(predicates.model, stored, parameters.tier)
        ]
        if narrower:
            # An entry of which nothing is left would still say when something was written, and why.
            conditions.append(_without(kept, "after", narrower) != literal_column("'{}'::jsonb"))
        columns = [_told(kept, each, hidden) for each in COLUMN_OF.values() if each != "privacy"]
        parts.append(
            select(literal_column(f"'{privacy.name}'").label("privacy"), *columns)
            .select_from(kept.clause)
            .where(*conditions)
            .correlate(base.clause)
        )
    return union_all(*parts).subquery(f"past_{predicates.number()}")


def _told(kept: Relation, name: str, hidden: list[str]) -> Any:  # noqa: ANN401 - an expression
    if name not in ("before", "after") or not hidden:
        return kept.c[name]
    return _without(kept, name, hidden).label(name)


def _without(kept: Relation, name: str, hidden: list[str]) -> Any:  # noqa: ANN401 - an expression
    listed: Any = literal_column(f"'{{{','.join(hidden)}}}'::text[]")
    return kept.c[name].op("-", return_type=JSONB())(listed)


def _literal(output: Fixed) -> Any:  # noqa: ANN401 - an expression
    return literal_column(f"'{output.text}'")

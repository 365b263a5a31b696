"""A row's history, and the row as it was on record at an instant: from the selection to SQL.

History stands in one table for each privacy class; a tier reads the classes that it holds the grants of. A row as it
was known is the row of today with every column that has changed since put back: the earliest entry after the instant
holds what the column was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, case, cast, func, literal_column, select, true, union_all
from sqlalchemy.dialects.postgresql import JSON, JSONB, distinct_on

from countries.terms import sees_countries
from graph.entities.history import TABLE_OF_CLASS
from graph.entities.model import Column
from graph.kinds.kind import Kind
from graph.kinds.values import instant, integer
from graph.plan.context import PagePrice, Planning, bad_input, source
from graph.plan.ledgers import KnownAt, Past
from graph.plan.source import JsonObject, Source, in_json
from graph.plan.tree import Fixed, PageSize, Value
from graph.plan.values import ABSENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import ColumnElement, Select, Subquery

    from countries.caller import Tier
    from graph.entities.model import EntityModel, GraphModel, Privacy
    from graph.plan.composition import Composition
    from graph.plan.selection import Field
    from graph.plan.values import Path

HISTORY = "history"
KNOWN = "asKnownAt"
ENTRIES = 20
MAX_ENTRIES = 1_000
COLUMN_OF = {
    "version": "version", "recordedAt": "recorded_at", "subject": "subject", "issuer": "issuer",
    "operation": "operation", "reason": "reason", "privacy": "privacy", "before": "before", "after": "after",
}  # fmt: skip
"""The columns behind the fields of an entry."""


def plan_past(planning: Planning, entity: EntityModel, selected: Field, path: Path, parent: int | None) -> Past | Fixed:
    """`history` of rows of an entity.

    Raises:
        BadUserInput: an argument cannot be meant.
    """
    if not told_classes(planning.model, entity, planning.tier):
        planning.refuse(path, f"Your role may not read the history of {entity.type_name}.")
        return Fixed(None)
    inside = planning.selector.fields("HistoryEntry", selected.selection_sets)
    outputs = tuple(
        (each.key, Fixed("HistoryEntry") if each.name == "__typename" else COLUMN_OF[each.name]) for each in inside
    )
    slot, value = planning.argument(selected, "until")
    until = None if value in (ABSENT, None) else Value(Kind.INSTANT, source(slot, (), instant, path))
    return Past(entity, outputs, _size(planning, selected, path, parent), until)


def plan_known(planning: Planning, entity: EntityModel, selected: Field, path: Path) -> KnownAt | Fixed:
    """`asKnownAt` of rows of an entity."""
    if not told_classes(planning.model, entity, planning.tier):
        planning.refuse(path, f"Your role may not read the history of {entity.type_name}.")
        return Fixed(None)
    slot, _ = planning.argument(selected, "instant")
    told = tuple(each for each in recorded_columns(entity) if _is_told(planning.model, entity, each, planning.tier))
    return KnownAt(entity, told, Value(Kind.INSTANT, source(slot, (), instant, path)))


def told_classes(model: GraphModel, entity: EntityModel, tier: Tier) -> dict[Privacy, list[str]]:
    """The classes whose entries a tier is told, each with the labels that are left out of them.

    A class's table is granted as a whole: what of it is narrower than its row's readers is kept back here. A class of
    which nothing remains is not told at all.
    """
    told: dict[Privacy, list[str]] = {}
    for privacy, name in TABLE_OF_CLASS.items():
        columns = [stored for stored in recorded_columns(entity) if stored.privacy is privacy]
        hidden = [stored.label for stored in columns if not _is_told(model, entity, stored, tier)]
        if tier in model.by_table[name].readers & entity.readers and len(hidden) < len(columns):
            told[privacy] = hidden
    return told


def _is_told(model: GraphModel, entity: EntityModel, stored: Column, tier: Tier) -> bool:
    """Whether a tier is told a column's earlier values: those that it may read now, and no row that it may not see.

    The links of whoever sees some rows of a table, and not all, may lead to others. Of such a row the copies tell its
    name, and no more; whoever a row belongs to is the caller's own, and always was the row's.
    """
    if not _may_read(model, stored, tier):
        return False
    target = None if stored.target is None else model.by_table[stored.target]
    if target is None or sees_countries(target.rule(tier)):
        return True
    is_own = stored.name == entity.first_owner and not entity.is_widened(tier)
    return is_own and not target.is_narrowed(tier)


def _may_read(model: GraphModel, stored: Column, tier: Tier) -> bool:
    """Whether a tier may read a column; a link only where it may read what it leads to."""
    return tier in stored.readers and (stored.target is None or tier in model.by_table[stored.target].readers)


def _size(planning: Planning, selected: Field, path: Path, parent: int | None) -> PageSize:
    slot, value = planning.argument(selected, "first")
    if value in (ABSENT, None):
        planning.prices.append(PagePrice(parent, ENTRIES, None, path))
        return PageSize(ENTRIES, None, backward=False)
    if not isinstance(value, int) or not 1 <= value <= MAX_ENTRIES:
        raise bad_input(f"A page holds 1 to {MAX_ENTRIES} entries.", "Ask for fewer.", path, slot)
    planning.prices.append(PagePrice(parent, None, slot, path))
    return PageSize(None, Value(Kind.BIG_INTEGER, source(slot, (), integer, path)), backward=False)


# SQL


def past_sql(predicates: Composition, past: Past, base: Source) -> Select[Any]:
    """The entries of a row's history as one JSON array, `value`; `base` is the row."""
    entries = Source(_entries(predicates, past.entity, base, past.until))
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
    latest = Source(chosen.subquery(f"entries_{predicates.number()}"))
    return select(
        func.coalesce(func.json_agg(latest.c.entry), literal_column("'[]'::json"), type_=JSON()).label("value")
    ).select_from(latest.clause)


def known_sql(predicates: Composition, known: KnownAt, base: Source) -> ColumnElement[Any]:
    """The row as it was known; null where it was not on record yet."""
    at = predicates.parameters.value(known.instant)
    entries = Source(_entries(predicates, known.entity, base, None, after=known.instant))
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


def recorded_columns(entity: EntityModel) -> Iterator[Column]:
    """The columns that history keeps: those that somebody may write, but for the key and the bookkeeping."""
    for stored in entity.stored.values():
        written = stored.written
        kept = stored.until or stored.name in ("country_code", "id", "version", "updated_at")
        if (written.creates or written.changes) and not kept:
            yield stored


def _present(predicates: Composition, columns: Iterable[Column], base: Source) -> Iterator[Any]:
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
    predicates: Composition, entity: EntityModel, base: Source, until: Value | None, after: Value | None = None
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


def _told(kept: Source, name: str, hidden: list[str]) -> Any:  # noqa: ANN401 - an expression
    if name not in ("before", "after") or not hidden:
        return kept.c[name]
    return _without(kept, name, hidden).label(name)


def _without(kept: Source, name: str, hidden: list[str]) -> Any:  # noqa: ANN401 - an expression
    listed: Any = literal_column(f"'{{{','.join(hidden)}}}'::text[]")
    return kept.c[name].op("-", return_type=JSONB())(listed)


def _literal(output: Fixed) -> Any:  # noqa: ANN401 - an expression
    return literal_column(f"'{output.text}'")

"""Rows as they were on record at an instant, all rows of a table at once.

What was recorded after the instant is left out. A column that has changed since holds what the earliest later entry of
its history says that it held before; `graph/plan/planner/past.py` puts back one row in the same way. What PostgreSQL
works out of other columns is worked out of what those held.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, Uuid, case, cast, func, literal_column, select, true, union_all
from sqlalchemy.dialects.postgresql import distinct_on

from graph.declarations.recorded import recorded_columns
from graph.entities.history import TABLE_OF_CLASS
from graph.kinds.table import KINDS, TYPES
from graph.plan.sql.relation import Relation

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel
    from graph.plan.sql.beside import Sql
    from graph.plan.sql.composition import Composition
    from graph.plan.tree.values import Value

ID_PART: ColumnElement[Any] = literal_column("3")
"""The uuid in a global id: `<Type>_<COUNTRY>_<uuid>`."""


class KnownRows:
    """Puts rows back.

    Args:
        predicates: numbers aliases and writes tenant predicates.
        instant: as of when.
    """

    def __init__(self, predicates: Composition, instant: Value) -> None:
        self._predicates = predicates
        self._instant = instant
        self._past: dict[str, Relation] = {}

    def select(self, table: str, columns: tuple[str, ...]) -> Select[Any]:
        """Country and these columns of the rows that were on record and not void then."""
        predicates, parameters = self._predicates, self._predicates.parameters
        entity = predicates.model.by_table[table]
        past = self._changed(entity)
        kept = predicates.alias(entity)
        was = Relation(past.clause.alias(f"was_{predicates.number()}"))
        conditions = [
            *parameters.tenancy(entity, kept, void=True),
            kept.c.created_at <= parameters.value(self._instant),
        ]
        if entity.void_column is not None:
            conditions.append(self._held(entity, entity.void_column, kept, was).is_(None))
        held = [self._held(entity, name, kept, was).label(name) for name in columns]
        return (
            select(kept.c.country_code, *held)
            .select_from(kept.clause.outerjoin(was.clause, was.c.row_id == kept.c.id))
            .where(*conditions)
        )

    def _changed(self, entity: EntityModel) -> Relation:
        """By row, what each column held that has changed since; once for a table."""
        if entity.table not in self._past:
            predicates = self._predicates
            entries = Relation(union_all(*self._entries(entity)).subquery(f"entries_{predicates.number()}"))
            before = func.jsonb_each(entries.c.before).table_valued("key", "value", name=f"held_{predicates.number()}")
            earliest = Relation(
                select(entries.c.row_id, before.c.key, before.c.value)
                .select_from(entries.clause.join(before, true()))
                .ext(distinct_on(entries.c.row_id, before.c.key))
                .order_by(entries.c.row_id, before.c.key, entries.c.version)
                .subquery(f"earliest_{predicates.number()}")
            )
            rows = (
                select(earliest.c.row_id, func.jsonb_object_agg(earliest.c.key, earliest.c.value).label("held"))
                .select_from(earliest.clause)
                .group_by(earliest.c.row_id)
            )
            self._past[entity.table] = Relation(rows.cte(f"past_{predicates.number()}").prefix_with("MATERIALIZED"))
        return self._past[entity.table]

    def _entries(self, entity: EntityModel) -> list[Select[Any]]:
        """The later entries of every class that one of the entity's columns is of."""
        predicates, parameters = self._predicates, self._predicates.parameters
        classes = {stored.privacy for stored in recorded_columns(entity)}
        found = []
        for privacy, name in TABLE_OF_CLASS.items():
            if privacy not in classes:
                continue
            table = predicates.model.by_table[name]
            kept = predicates.alias(table)
            conditions = [
                *parameters.tenancy(table, kept),
                kept.c.type == literal_column(f"'{entity.type_name}'"),
                kept.c.recorded_at > parameters.value(self._instant),
                kept.c.before.is_not(None),
            ]
            columns = (kept.c.row_id, kept.c.version, kept.c.before)
            found.append(select(*columns).select_from(kept.clause).where(*conditions))
        return found

    def _held(self, entity: EntityModel, name: str, kept: Relation, was: Relation) -> Sql:
        """What a column held: what is put back, or what the row holds still, always where nobody may change it."""
        stored = entity.stored[name]
        if stored.generated:
            return self._worked_out(entity, stored, kept, was)
        if not stored.written.changes:
            return kept.c[name]
        there = was.c.held.op("?")(literal_column(f"'{stored.label}'"))
        return case((there, _value(stored, was)), else_=kept.c[name])

    def _worked_out(self, entity: EntityModel, stored: Column, kept: Relation, was: Relation) -> Sql:
        """What PostgreSQL would have worked out then: the history holds what it is worked out from."""
        read = [each for name, each in entity.stored.items() if re.search(rf"\b{name}\b", stored.generated)]
        if not any(each.written.changes for each in read):
            return kept.c[stored.name]
        held = [self._held(entity, each.name, kept, was).label(each.name) for each in read]
        row = select(*held).correlate(kept.clause, was.clause).subquery(f"then_{self._predicates.number()}")
        worked_out: Any = literal_column(stored.generated, TYPES[stored.kind])
        return select(worked_out).select_from(row).scalar_subquery()


def _value(stored: Column, was: Relation) -> Sql:
    """The value in an entry, as the column's type."""
    label: Any = literal_column(f"'{stored.label}'")
    if KINDS[stored.kind].listed:
        # An entry holds a list as JSON does, or null.
        listed = case(
            (func.jsonb_typeof(was.c.held.op("->")(label)) == literal_column("'array'"), was.c.held.op("->")(label))
        )
        members = func.jsonb_array_elements_text(listed).table_valued("value")
        found = select(func.array_agg(members.c.value)).select_from(members).scalar_subquery()
        return cast(found, TYPES[stored.kind])
    text = was.c.held.op("->>")(label)
    if stored.target is not None:
        return cast(func.split_part(text, literal_column("'_'"), ID_PART), Uuid())
    if isinstance(TYPES[stored.kind], Text):
        return text
    return cast(text, TYPES[stored.kind])

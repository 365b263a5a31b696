"""Columns that are reckoned from rows of another table, written in the statement that writes those.

    written_1 AS (INSERT INTO caregiver_check … RETURNING …),
    written_2 AS (UPDATE caregiver SET cleared_until = (… over the rows on record, and those of written_1 in their
                  place) WHERE id IN (SELECT n_caregiver_id FROM written_1) …)

An import writes many rows of both tables: there the columns are reckoned once all of them stand (`reckon_anew`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import FromClause, select, union_all

from graph.declarations.rules import EMPTY, Cells
from graph.plan.sql.relation import Relation
from graph.writes.draft import FALSE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel, GraphModel
    from graph.declarations.reckoned import Reckoned
    from graph.writes.composer import Composer
    from graph.writes.draft import Sql, Target, Written


def reckoned_from(model: GraphModel, table: str) -> Iterator[tuple[EntityModel, Column, Reckoned]]:
    """The columns that are reckoned from rows of a table."""
    for entity in model.kept:
        for stored in entity.stored.values():
            if stored.reckoned is not None and stored.reckoned.table == table:
                yield entity, stored, stored.reckoned


def needed_to_reckon(model: GraphModel, entity: EntityModel) -> tuple[str, ...]:
    """What a write has to tell of its rows, so that the columns can be reckoned."""
    voided = () if entity.void_column is None else (entity.void_column,)
    found = ((said.link, *said.columns, *voided) for _, _, said in reckoned_from(model, entity.table))
    return tuple(dict.fromkeys(name for names in found for name in names))


def reckon(writing: Composer, written: Written) -> None:
    """Reckon anew what is reckoned from rows that have just been written."""
    if writing.draft.sparing:
        return
    entity = written.entity
    for of, stored, said in reckoned_from(writing.model, entity.table):
        if set(needed_to_reckon(writing.model, entity)).isdisjoint(written.columns):
            continue
        rows = Relation(written.cte)
        target = writing.target(of.table)
        value = said.value(writing, target, _with(writing, entity, said, rows, target.c.id))
        named = select(rows.c[f"n_{said.link}"]).select_from(rows.clause)
        writing.update(
            of.table,
            {stored.name: value},
            where=[target.c.id.in_(named), target.c[stored.name].is_distinct_from(value)],
            must=False,
        )


def reckoned_cells(
    writing: Composer, entity: EntityModel, values: Mapping[str, Sql], target: Target | None
) -> dict[str, Sql]:
    """What the columns of a row say that is new, or of which changes what they are reckoned by.

    Args:
        writing: the statement.
        entity: the row's table.
        values: what is written.
        target: the row as it stands; none of a new one, which nothing leads to yet.
    """
    found: dict[str, Sql] = {}
    for stored in entity.stored.values():
        said = stored.reckoned
        if said is None or stored.name in values or set(said.uses).isdisjoint(values):
            continue
        of = writing.model.by_table[said.table]
        if target is None:
            found[stored.name] = said.value(writing, Cells(values), _none(of, said))
        else:
            found[stored.name] = said.value(writing, Cells(values, target), _on_record(writing, of, said, target.c.id))
    return found


def reckon_anew(writing: Composer, entity: EntityModel, stored: Column) -> None:
    """Reckon a column of all rows of a country, and change those that say otherwise."""
    said = stored.reckoned
    if said is None:
        raise TypeError(stored.name)
    target = writing.target(entity.table)
    value = said.value(writing, target, _on_record(writing, writing.model.by_table[said.table], said, target.c.id))
    writing.update(
        entity.table, {stored.name: value}, where=[target.c[stored.name].is_distinct_from(value)], must=False
    )


# The rows


def _stored_rows(writing: Composer, of: EntityModel, said: Reckoned, key: Sql) -> tuple[Relation, Any]:
    source = writing.rows(of.table)
    chosen = select(*(source.c[name] for name in ("id", *said.columns))).select_from(source.clause)
    return source, chosen.where(*writing.within(of.table, source), source.c[said.link] == key)


def _on_record(writing: Composer, of: EntityModel, said: Reckoned, key: Sql) -> FromClause:
    source, chosen = _stored_rows(writing, of, said, key)
    found: FromClause = chosen.correlate_except(source.clause).subquery(f"of_{of.table}_{len(writing.draft.written)}")
    return found


def _with(writing: Composer, of: EntityModel, said: Reckoned, rows: Relation, key: Sql) -> FromClause:
    """The rows on record, and in their place those that are written as they are to be."""
    source, chosen = _stored_rows(writing, of, said, key)
    before = chosen.where(source.c.id.not_in(select(rows.c.n_id).select_from(rows.clause)))
    stands = [] if of.void_column is None else [rows.c[f"n_{of.void_column}"].is_(None)]
    now = select(*(rows.c[f"n_{name}"].label(name) for name in ("id", *said.columns))).select_from(rows.clause)
    now = now.where(rows.c[f"n_{said.link}"] == key, *stands)
    both = union_all(before.correlate_except(source.clause, rows.clause), now.correlate_except(rows.clause))
    return both.subquery(f"of_{of.table}_{len(writing.draft.written)}")


def _none(of: EntityModel, said: Reckoned) -> FromClause:
    """No row, with the columns that there would be."""
    cells = (EMPTY.label(name) for name in ("id", *said.columns))
    return select(*cells).where(FALSE).subquery(f"no_{of.table}")

"""Columns that are reckoned from rows of another table, written in the statement that writes those.

    written_1 AS (INSERT INTO caregiver_check … RETURNING …),
    written_2 AS (UPDATE caregiver SET cleared_until = (… over the rows on record, and those of written_1 in their
                  place) WHERE id IN (SELECT n_caregiver_id FROM written_1) …)

An import writes many rows of both tables: there the columns are reckoned once all of them stand (`reckon_anew`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import FromClause, case, exists, or_, select, union_all

from graph.declarations.rules import EMPTY, Cells
from graph.plan.sql.relation import Relation
from graph.writes.draft import FALSE, NULL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel, GraphModel
    from graph.declarations.reckoned import Reckoned
    from graph.writes.composer import Composer
    from graph.writes.draft import Sql, Target, Written
    from graph.writes.shapes import Question


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


def reckon(writing: Composer) -> None:
    """Reckon anew what is reckoned from rows that the statement writes, once all of them are.

    Where it writes the column itself, it says so: nothing is written twice.
    """
    if writing.draft.sparing:
        return
    by_table: dict[str, list[Written]] = {}
    for each in writing.draft.written:
        by_table.setdefault(each.entity.table, []).append(each)
    said_itself = {(each.entity.table, name) for each in writing.draft.written for name in each.columns}
    for table, written in by_table.items():
        entity = writing.model.by_table[table]
        needed = set(needed_to_reckon(writing.model, entity))
        told = [each for each in written if not needed.isdisjoint(each.columns)]
        for of, stored, said in reckoned_from(writing.model, table) if told else ():
            if (of.table, stored.name) not in said_itself:
                _reckon(writing, entity, (of, stored, said), told)


def reckon_of(writing: Composer, written: Written) -> None:
    """Reckon what is reckoned from rows that were written, in a statement that writes the columns of others itself."""
    for each in reckoned_from(writing.model, written.entity.table):
        _reckon(writing, written.entity, each, [written])


def _reckon(
    writing: Composer, entity: EntityModel, of: tuple[EntityModel, Column, Reckoned], told: list[Written]
) -> None:
    whose, stored, said = of
    rows = _all_written(entity, said, told)
    target = writing.target(whose.table)
    value = said.value(writing, target, _with(writing, entity, said, rows, target.c.id))
    named = select(rows.c[f"n_{said.link}"]).select_from(rows.clause)
    changed: Sql = target.c[stored.name].is_distinct_from(value)
    further: Mapping[str, Sql] = {}
    if whose.table in writing.draft.along:
        further, too = writing.draft.along[whose.table]
        changed = or_(changed, too)
    writing.update(whose.table, {stored.name: value, **further}, where=[target.c.id.in_(named), changed], must=False)


def _all_written(entity: EntityModel, said: Reckoned, told: list[Written]) -> Relation:
    """The rows that are written, as they are to be: no statement writes one of them twice."""
    if len(told) == 1:
        return Relation(told[0].cte)
    voided = () if entity.void_column is None else (entity.void_column,)
    names = dict.fromkeys(f"n_{name}" for name in ("id", said.link, *said.columns, *voided))
    parts = (select(*(each.cte.c[name] for name in names)) for each in told)
    return Relation(union_all(*parts).cte(f"written_of_{entity.table}"))


def reckoned_cells(
    writing: Composer,
    entity: EntityModel,
    values: Mapping[str, Sql],
    target: Target | None,
    optional: Mapping[str, Question],
) -> dict[str, Sql]:
    """What the columns of a row say that is new, or of which changes what they are reckoned by.

    Args:
        writing: the statement.
        entity: the row's table.
        values: what is written.
        target: the row as it stands; none of a new one, which nothing leads to yet.
        optional: what of it the input may leave out, as of `Composer.update`: where it gives none of what a column is
            reckoned by, the column stays as it was.
    """
    found: dict[str, Sql] = {}
    for stored in entity.stored.values():
        said = stored.reckoned
        if said is None or stored.name in values or set(said.uses).isdisjoint(values):
            continue
        row = Cells({**_empty(entity, said), **values}) if target is None else Cells(values, target)
        value = said.value(writing, row, _rows_of(writing, said, target))
        if target is not None and (asked := _asked(said, values, optional)):
            value = case((or_(*map(writing.gives, asked)), value), else_=target.c[stored.name])
        found[stored.name] = value
    return found


def with_reckoned_asked(
    entity: EntityModel, values: Mapping[str, Sql], optional: Mapping[str, Question]
) -> dict[str, Question]:
    """The columns that the input may leave out, and those that are reckoned by such alone."""
    found = dict(optional)
    for stored in entity.stored.values():
        if stored.reckoned is not None and (asked := _asked(stored.reckoned, values, optional)):
            found[stored.name] = asked
    return found


def _asked(said: Reckoned, values: Mapping[str, Sql], optional: Mapping[str, Question]) -> Question:
    """The inputs that a column is reckoned by; none where something is always given."""
    used = [name for name in said.uses if name in values]
    if not all(name in optional for name in used):
        return ()
    return tuple(dict.fromkeys(asked for name in used for asked in optional[name]))


def reckon_anew(writing: Composer, entity: EntityModel, stored: Column) -> None:
    """Reckon a column of all rows of a country, and change those that say otherwise."""
    said = stored.reckoned
    if said is None:
        raise TypeError(stored.name)
    target = writing.target(entity.table)
    value = said.value(writing, target, _rows_of(writing, said, target))
    where = [target.c[stored.name].is_distinct_from(value)]
    if said.given and said.table is not None:
        _, chosen = _stored_rows(writing, writing.model.by_table[said.table], said, target.c.id)
        where.append(exists(chosen))
    writing.update(entity.table, {stored.name: value}, where=where, must=False)


def reckon_joined(writing: Composer, table: str, goes: Sql, stays: Sql) -> None:
    """Reckon anew what of a row is reckoned from rows that stand in its file from now on.

    Args:
        writing: the statement, in which one row of the table leads on to another.
        table: the table.
        goes: the identity of the one that leads on.
        stays: that of the other one, which is not written otherwise.
    """
    entity, target = writing.model.by_table[table], writing.target(table)
    for stored in entity.stored.values():
        said = stored.reckoned
        if said is None or said.table is None:
            continue
        source = writing.rows(said.table)
        there = [*writing.within(said.table, source), or_(source.c[said.link] == goes, source.c[said.link] == stays)]
        chosen = select(*(source.c[name] for name in ("id", *said.columns))).select_from(source.clause).where(*there)
        value = said.value(writing, target, chosen.correlate_except(source.clause).subquery(f"joined_{said.table}"))
        where = [target.c.id == stays, target.c[stored.name].is_distinct_from(value)]
        where += [exists(chosen)] if said.given else []
        writing.update(table, {stored.name: value}, where=where, must=False)


# The rows


def _empty(entity: EntityModel, said: Reckoned) -> dict[str, Sql]:
    """What a new row does not say."""
    return {name: NULL for name in said.uses if entity.stored[name].nullable}


def _rows_of(writing: Composer, said: Reckoned, target: Target | None) -> FromClause | None:
    """The rows on record that lead to one; none to a new one, and none where no table is read."""
    if said.table is None:
        return None
    of = writing.model.by_table[said.table]
    return _none(of, said) if target is None else _on_record(writing, of, said, target.c.id)


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

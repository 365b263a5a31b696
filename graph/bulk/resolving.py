"""From the rows of a file to the rows as they are to be: names become ids, keys find the rows that exist.

One INSERT … SELECT a table: each name is joined with all rows that have it, in the database and in the file; a row that
the file has by id or by key takes what the file does not say from the database.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer as SqlInteger
from sqlalchemy import Uuid as SqlUuid
from sqlalchemy import and_, case, cast, func, literal_column, or_, select

from graph.bulk.ground import FALSE, NULL, ONE, TRUE, ZERO, filled
from graph.bulk.sheets import ID, all_sheets
from graph.bulk.staging import FINAL, copies_of
from graph.entities.days import DatePrecision
from graph.plan.source import Source

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.bulk.ground import Ground, Sql
    from graph.bulk.sheets import Cell, Reference, Sheet

NOBODY = cast(literal_column("'00000000-0000-0000-0000-000000000000'"), SqlUuid())
"""Stands for a missing link where keys are compared: equality, unlike IS NOT DISTINCT FROM, can be hashed."""


@dataclass(slots=True)
class _Found:
    """A name, found: the row's id, how many rows have the name, and what is copied from the row."""

    id: Sql
    many: Sql
    row: Source | None = None


class Resolver:
    """Composes the statement of one table."""

    def __init__(self, ground: Ground, sheet: Sheet) -> None:
        self.ground = ground
        self.sheet = sheet
        self.staged = ground.staged(sheet.table)
        self.clause: Sql = self.staged.clause
        self.within: dict[str, _Found] = {}
        self.found: dict[str, _Found] = {}

    def statement(self) -> Any:  # noqa: ANN401 - an INSERT
        """Fill `final_<table>`."""
        for reference in self.sheet.references:
            self._find(reference)
        links = {column: found.id for column, found in self.found.items()}
        matched = self._match(links)
        identity = func.coalesce(self.staged.c.id, matched.c.id)
        stored = self._stored(identity)
        known = stored.c.id.is_not(None)
        values = {str(cell.column): self._value(cell, stored) for cell in self.sheet.values}
        copies = {name: self._copy(name, stored) for name in copies_of(self.sheet)}
        cells = {**links, **copies, **values}
        same = and_(known, *(stored.c[name].is_not_distinct_from(value) for name, value in cells.items()))
        chosen: dict[str, Sql] = {
            "number": self.staged.c.number,
            "faulty": self.staged.c.faulty,
            "mirrored": self.staged.c.mirrored,
            "known": known,
            "same": same,
            "matches": func.coalesce(matched.c.many, ZERO),
            "id_given": self.staged.c.id.is_not(None),
            ID: func.coalesce(identity, func.uuidv7()),
            **cells,
        }
        for column, found in self.found.items():
            chosen[f"{column}_many"] = found.many
        for column, found in self.within.items():
            chosen[f"{column}_within_many"] = found.many
        if self.sheet.table == "placement":
            for name in ("exception_reason", "exception_authorised_by"):
                chosen[name] = self.staged.c[name]
        statement = select(*(value.label(name) for name, value in chosen.items())).select_from(self.clause)
        return filled(f"{FINAL}{self.sheet.table}", chosen, statement)

    # Names

    def _find(self, reference: Reference) -> None:
        scope: Sql | None = None
        if reference.within is not None:
            cell = self.sheet.cell(reference.within)
            self.within[reference.column] = self._named("programme", cell, "name", None)
            scope = self.within[reference.column].id
        cell = self.sheet.cell(reference.cell)
        part = reference.column == self.sheet.entity.part_of
        found = self._named(reference.target, cell, reference.key, scope, whole=part)
        led = dict.fromkeys(self.sheet.entity.taken_from(reference.column).values())
        if led:
            row = self._whole(reference.target, *led) if part else self.ground.state(reference.target, *led)
            self.clause = self.clause.outerjoin(row.clause, row.c.id == found.id)
            found.row = row
        self.found[reference.column] = found

    def _whole(self, target: str, *columns: str) -> Source:
        """The rows that have parts, as they are to be; also those that were recorded in error."""
        ground = self.ground
        rows = ground.rows(target)
        stored = select(rows.c.id, *(rows.c[name] for name in columns)).select_from(rows.clause)
        statement: Sql = stored.where(*ground.within(target, rows, void=True))
        if target in ground.given:
            final = ground.final(target)
            coming = select(final.c.id, *(final.c[name] for name in columns)).select_from(final.clause)
            statement = statement.union(coming)
        return Source(statement.subquery(f"{target}_led"))

    def _named(self, target: str, cell: Cell, key: str | None, scope: Sql | None, *, whole: bool = False) -> _Found:
        """Join the rows that a cell means."""
        name, given = self.staged.c[cell.staged], self.staged.c[cell.staged_id]
        by_id = self._whole(target) if whole else self.ground.state(target)
        ids = Source(select(by_id.c.id).select_from(by_id.clause).distinct().subquery(f"ids_{cell.staged}"))
        self.clause = self.clause.outerjoin(ids.clause, ids.c.id == given)
        told = or_(name.is_not(None), given.is_not(None))
        by_given = cast(ids.c.id.is_not(None), SqlInteger)
        if key is None:
            return _Found(ids.c.id, case((told, by_given), else_=NULL))
        compared = all_sheets()[target].compared(key)
        keys = (compared,) if scope is None else ("programme_id", compared)
        rows = self.ground.state(target, *keys)
        columns = [rows.c[each] for each in keys]
        # Nobody knows which of several is meant: none is, and nothing else is told about one of them.
        one = case((func.count() == ONE, func.any_value(rows.c.id)), else_=NULL)
        grouped = select(*columns, one.label("id"), func.count().label("many")).select_from(rows.clause)
        names = Source(grouped.group_by(*columns).subquery(f"names_{cell.staged}"))
        conditions = [
            names.c[compared] == self.staged.c[cell.compared],
            *([names.c.programme_id == scope] if scope is not None else []),
        ]
        self.clause = self.clause.outerjoin(names.clause, and_(*conditions))
        many = case((given.is_not(None), by_given), (name.is_not(None), func.coalesce(names.c.many, ZERO)), else_=NULL)
        return _Found(func.coalesce(ids.c.id, names.c.id), many)

    # Rows that exist

    def _match(self, links: dict[str, Sql]) -> Source:
        """The rows of the database that have the natural key of a row of the file."""
        rows = self.ground.rows(self.sheet.table)
        keys = {name: hashable(rows.c[self.sheet.compared(name)], self.sheet, name) for name in self.sheet.key}
        matched = select(
            *(value.label(name) for name, value in keys.items()),
            func.any_value(rows.c.id).label("id"),
            func.count().label("many"),
        )
        matched = matched.select_from(rows.clause).where(*self.ground.within(self.sheet.table, rows))
        source = Source(matched.group_by(*keys.values()).subquery("matched"))
        own = {name: links[name] if name in links else self._compared(name) for name in self.sheet.key}
        same_key = [source.c[name] == hashable(value, self.sheet, name) for name, value in own.items()]
        void = self.sheet.entity.void_column
        alone = [self.staged.c[void].is_(None)] if void is not None else []
        self.clause = self.clause.outerjoin(source.clause, and_(self.staged.c.id.is_(None), *alone, *same_key))
        return source

    def _stored(self, identity: Sql) -> Source:
        rows = self.ground.rows(self.sheet.table)
        own = and_(*self.ground.within(self.sheet.table, rows, void=True), rows.c.id == identity)
        self.clause = self.clause.outerjoin(rows.clause, own)
        return rows

    # Values

    def _staged(self, column: str) -> Sql:
        return self.staged.c[next(cell.staged for cell in self.sheet.values if cell.column == column)]

    def _compared(self, column: str) -> Sql:
        return self.staged.c[next(cell.compared for cell in self.sheet.values if cell.column == column)]

    def _value(self, cell: Cell, stored: Source) -> Sql:
        """What the file says; what it does not say stays as it is."""
        column = self.sheet.entity.stored[str(cell.column)]
        if cell.header in self.ground.given[self.sheet.table]:
            value: Sql = self.staged.c[cell.staged]
        elif column.about is not None:
            # Who gives a day and not how much of it is known means the day, unless more is on record.
            day = self._value(next(each for each in self.sheet.values if each.column == column.about.of), stored)
            known = func.coalesce(stored.c[column.name], literal_column(f"'{DatePrecision.DAY}'"))
            return case((day.is_(None), NULL), else_=known)
        else:
            value = stored.c[column.name]
        return value if column.default_sql is None else func.coalesce(value, literal_column(column.default_sql))

    def _copy(self, name: str, stored: Source) -> Sql:
        """A column that repeats a row that is led to: of the first link that is given."""
        entity = self.sheet.entity
        led = [
            found.row.c[entity.taken_from(link)[name]]
            for link, found in self.found.items()
            if found.row is not None and name in entity.taken_from(link)
        ]
        return func.coalesce(*led, stored.c[name])


def hashable(value: Sql, sheet: Sheet, column: str) -> ColumnElement[Any]:
    """A part of a natural key so that it can be compared with =."""
    optional = sheet.entity.stored[column].nullable and column.endswith("_id")
    return func.coalesce(value, NOBODY) if optional else value


def mirror(ground: Ground) -> Any:  # noqa: ANN401 - an INSERT
    """Each bond of the file a second time, from the sibling's side."""
    staged = ground.staged("sibling_bond")
    pairs = [("child_programme", "sibling_programme"), ("child_case_number", "sibling_case_number")]
    swapped: dict[str, Sql] = {"number": staged.c.number, "faulty": staged.c.faulty, "mirrored": TRUE, ID: NULL}
    for one, other in pairs:
        for end in ("", "_given"):
            swapped[f"{one}{end}"] = staged.c[f"{other}{end}"]
            swapped[f"{other}{end}"] = staged.c[f"{one}{end}"]
    for name in ("kind", "started_on", "ended_on"):
        swapped[name] = staged.c[name]
    swapped[ID] = cast(NULL, SqlUuid())
    statement = select(*(value.label(name) for name, value in swapped.items())).select_from(staged.clause)
    return filled("import_sibling_bond", swapped, statement)


def drop_mirrored(ground: Ground) -> Any:  # noqa: ANN401 - a DELETE
    """A bond that the file itself holds from both sides needs no mirror."""
    from sqlalchemy import column, delete, exists, table

    target = table(
        "final_sibling_bond", *(column(each) for each in ("mirrored", "child_id", "sibling_id", "started_on"))
    )
    real = ground.final("sibling_bond")
    there = exists(
        select(ONE)
        .select_from(real.clause)
        .where(
            real.c.mirrored.is_(FALSE),
            real.c.child_id == target.c.child_id,
            real.c.sibling_id == target.c.sibling_id,
            real.c.started_on == target.c.started_on,
        )
        .correlate(target)
    )
    return delete(target).where(target.c.mirrored.is_(TRUE), there)

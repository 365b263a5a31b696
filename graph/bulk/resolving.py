"""From the rows of a file to the rows as they are to be: names become ids, keys find the rows that exist.

One INSERT … SELECT a table: each name is joined with all rows that have it, in the database and in the file; a row that
the file has by id or by key takes what the file does not say from the database.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer as SqlInteger
from sqlalchemy import Text, and_, case, cast, exists, func, literal_column, or_, select
from sqlalchemy import Uuid as SqlUuid

from graph.bulk.import_context import FALSE, NULL, ONE, TRUE, ZERO
from graph.bulk.sheets import ID
from graph.bulk.staging import FINAL, STAGED, copies_of, keys_made, made_of
from graph.declarations.days import DatePrecision
from graph.entities import graph_model
from graph.entities.members import member
from graph.plan.sql.relation import Relation
from graph.writes.made import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.bulk.import_context import Ground, Sql
    from graph.bulk.sheets import Reference, Sheet, SheetColumn

NOBODY = cast(literal_column("'00000000-0000-0000-0000-000000000000'"), SqlUuid())
"""Stands for a missing link where keys are compared: equality, unlike IS NOT DISTINCT FROM, can be hashed."""
NOTHING: Sql = literal_column("''")
"""Likewise for any other missing value."""


@dataclass(slots=True)
class _Found:
    """A name, found: the row's id, how many rows have the name, and what is copied from the row."""

    id: Sql
    many: Sql
    row: Relation | None = None


class Resolver:
    """Composes the statement of one table."""

    def __init__(self, ground: Ground, sheet: Sheet) -> None:
        self.ground = ground
        self.sheet = sheet
        self.staged = ground.staged(sheet.table)
        self.clause: Sql = self.staged.clause
        self.within: dict[str, _Found] = {}
        self.found: dict[str, _Found] = {}

    async def fill(self) -> None:
        """Fill `final_<table>`."""
        cells = self._cells()
        statement = select(*(value.label(name) for name, value in cells.items())).select_from(self.clause)
        await self.ground.fill(f"{FINAL}{self.sheet.table}", cells, statement)

    def _cells(self) -> dict[str, Sql]:
        for reference in self.sheet.references:
            self._find(reference)
        links = {column: found.id for column, found in self.found.items()}
        matched, matches = self._match(links)
        identity = func.coalesce(self.staged.c.id, matched)
        stored = self._stored(identity)
        known = stored.c.id.is_not(None)
        # A link that the file has no column for stays as it is.
        links |= {column: stored.c[column] for column in links if not self._is_given(column)}
        values = {str(cell.column): self._value(cell, stored) for cell in self.sheet.values}
        copies = {name: self._copy(name, stored) for name in copies_of(self.sheet)}
        cells = {**links, **copies, **values}
        columns = self.sheet.entity.stored
        told = {name: value for name, value in cells.items() if columns[name].made is None}
        same = and_(known, *(stored.c[name].is_not_distinct_from(value) for name, value in told.items()))
        parameters = self.ground.parameters
        keys = {name: key_of(cells[of.text], of.key, parameters) for name, of in keys_made(self.sheet).items()}
        chosen: dict[str, Sql] = {
            "number": self.staged.c.number,
            "faulty": self.staged.c.faulty,
            "mirrored": self.staged.c.mirrored,
            "known": known,
            "same": same,
            "matches": func.coalesce(matches, ZERO),
            "id_given": self.staged.c.id.is_not(None),
            ID: func.coalesce(identity, self.ground.stage.new_id),
            **cells,
            **keys,
        }
        for column, found in self.found.items():
            chosen[f"{column}_many"] = found.many
        for column, found in self.within.items():
            chosen[f"{column}_within_many"] = found.many
        for cell in self.sheet.of_parts:
            chosen[cell.staged] = self.staged.c[cell.staged]
        return chosen

    # Names

    def _find(self, reference: Reference) -> None:
        scope: dict[str, Sql] = {}
        within = reference.within
        if within is not None:
            self.within[reference.column] = self._named(within.table, self.sheet.cell(within.cell), within.key, {})
            scope[within.column] = self.within[reference.column].id
        cell = self.sheet.cell(reference.cell)
        found = self._named(reference.target, cell, reference.key, scope)
        led = dict.fromkeys(self.sheet.entity.taken_from(reference.column).values())
        if led:
            row = self.ground.state(reference.target, *led, void=True)
            self.clause = self.clause.outerjoin(row.clause, row.c.id == found.id)
            found.row = row
        self.found[reference.column] = found

    def _named(self, target: str, cell: SheetColumn, key: str | None, scope: Mapping[str, Sql]) -> _Found:
        """Join the rows that a cell means: of a name, those within the row that `scope` tells by its column.

        By its id a row is meant also where it was recorded in error, as what led to it still does; by that of a record
        that leads on, the other one.
        """
        name, given = self.staged.c[cell.staged], self.staged.c[cell.staged_id]
        same_as = graph_model().by_table[target].same_as
        by_id = self.ground.state(target, *([same_as] if same_as else []), void=True)
        stands = func.coalesce(by_id.c[same_as], by_id.c.id) if same_as else by_id.c.id
        known: Sql = select(by_id.c.id.label("given"), stands.label("id")).select_from(by_id.clause)
        if target == self.sheet.table:
            # Of a row that leads to another one of the same file nothing is there yet but the id.
            beside = self.ground.staged(target)
            there = known.subquery()
            new = select(beside.c.id.label("given"), beside.c.id).select_from(beside.clause)
            new = new.where(beside.c.id.is_not(None), beside.c.id.not_in(select(there.c.given)))
            known = select(there.c.given, there.c.id).union(new)
        found = known.subquery()
        ids = Relation(select(found.c.given, found.c.id).distinct().subquery(f"ids_{cell.staged}"))
        self.clause = self.clause.outerjoin(ids.clause, ids.c.given == given)
        told = or_(name.is_not(None), given.is_not(None))
        by_given = cast(ids.c.id.is_not(None), SqlInteger)
        if key is None:
            return _Found(ids.c.id, case((told, by_given), else_=NULL))
        stored = graph_model().by_table[target].stored
        compared = stored[key].key or key
        rows = self.ground.state(target, *scope, compared)
        columns = [rows.c[each] for each in (*scope, compared)]
        # Nobody knows which of several is meant: none is, and nothing else is told about one of them.
        one = case((func.count() == ONE, func.any_value(rows.c.id)), else_=NULL)
        grouped = select(*columns, one.label("id"), func.count().label("many")).select_from(rows.clause)
        names = Relation(grouped.group_by(*columns).subquery(f"names_{cell.staged}"))
        conditions = [
            names.c[compared] == self.staged.c[cell.compared],
            *(_same(names.c[name], value, nullable=stored[name].nullable) for name, value in scope.items()),
        ]
        self.clause = self.clause.outerjoin(names.clause, and_(*conditions))
        many = case((given.is_not(None), by_given), (name.is_not(None), func.coalesce(names.c.many, ZERO)), else_=NULL)
        return _Found(func.coalesce(ids.c.id, names.c.id), many)

    # Rows that exist

    def _match(self, links: dict[str, Sql]) -> tuple[Sql, Sql]:
        """The row of the database that has the natural key of a row of the file, and how many have it."""
        if not self.sheet.key:
            return cast(NULL, SqlUuid()), ZERO
        rows = self.ground.rows(self.sheet.table)
        keys = {name: hashable(rows.c[self.sheet.compared(name)], self.sheet, name) for name in self.sheet.key}
        matched = select(
            *(value.label(name) for name, value in keys.items()),
            func.any_value(rows.c.id).label("id"),
            func.count().label("many"),
        )
        matched = matched.select_from(rows.clause).where(*self.ground.within(self.sheet.table, rows))
        source = Relation(matched.group_by(*keys.values()).subquery("matched"))
        own = {name: links[name] if name in links else self._compared(name) for name in self.sheet.key}
        same_key = [source.c[name] == hashable(value, self.sheet, name) for name, value in own.items()]
        void = self.sheet.entity.void_column
        alone = [self.staged.c[void].is_(None)] if void is not None else []
        self.clause = self.clause.outerjoin(source.clause, and_(self.staged.c.id.is_(None), *alone, *same_key))
        return source.c.id, source.c.many

    def _stored(self, identity: Sql) -> Relation:
        rows = self.ground.rows(self.sheet.table)
        own = and_(*self.ground.within(self.sheet.table, rows, void=True), rows.c.id == identity)
        self.clause = self.clause.outerjoin(rows.clause, own)
        return rows

    # Values

    def _staged(self, column: str) -> Sql:
        return self.staged.c[next(cell.staged for cell in self.sheet.values if cell.column == column)]

    def _compared(self, column: str) -> Sql:
        return self.staged.c[next(cell.compared for cell in self.sheet.values if cell.column == column)]

    def _value(self, cell: SheetColumn, stored: Relation) -> Sql:
        """What the file says; what it does not say stays as it is."""
        column = self.sheet.entity.stored[str(cell.column)]
        if column.otherwise:
            # What the file says itself is compared with what it repeats by a rule.
            said = [self.staged.c[cell.staged]] if cell.header in self.ground.given[self.sheet.table] else []
            value: Sql = func.coalesce(*said, self._copy(column.name, stored))
        elif cell.header in self.ground.given[self.sheet.table]:
            value = self.staged.c[cell.staged]
        elif column.about is not None:
            # Who gives a day and not how much of it is known means the day, unless more is on record.
            day = self._value(next(each for each in self.sheet.values if each.column == column.about.of), stored)
            known = func.coalesce(stored.c[column.name], member(DatePrecision.DAY))
            return case((day.is_(None), NULL), else_=known)
        else:
            value = stored.c[column.name]
        return value if column.default_sql is None else func.coalesce(value, literal_column(column.default_sql))

    def _copy(self, name: str, stored: Relation) -> Sql:
        """A column that repeats a row that is led to: of the first link that is given."""
        entity = self.sheet.entity
        led = {
            link: found.row.c[entity.taken_from(link)[name]]
            for link, found in self.found.items()
            if found.row is not None and name in entity.taken_from(link)
        }
        if entity.stored[name].nullable and all(map(self._is_given, led)):
            # A link that the file empties leaves nothing to repeat.
            return func.coalesce(*led.values(), NULL)
        return func.coalesce(*led.values(), stored.c[name])

    def _is_given(self, link: str) -> bool:
        """Whether the file has a column for a link."""
        reference = self.sheet.reference(link)
        return reference is None or reference.cell in self.ground.given[self.sheet.table]


def hashable(value: Sql, sheet: Sheet, column: str) -> Sql:
    """A part of a natural key so that it can be compared with =, also where it is empty."""
    stored = sheet.entity.stored[column]
    if not stored.nullable:
        return value
    return func.coalesce(value, NOBODY) if stored.target is not None else func.coalesce(cast(value, Text), NOTHING)


def _same(one: Sql, other: Sql, *, nullable: bool) -> Sql:
    """Whether two links lead to one row, or both to none."""
    return func.coalesce(one, NOBODY) == func.coalesce(other, NOBODY) if nullable else one == other


async def mirror(ground: Ground, sheet: Sheet, own: Reference, other: Reference) -> None:
    """Each row of a pair a second time, from the other's side, where the file names one."""
    staged = ground.staged(sheet.table)
    swapped: dict[str, Sql] = {"number": staged.c.number, "faulty": staged.c.faulty, "mirrored": TRUE}
    facing = {own.cell: other.cell, other.cell: own.cell}
    if own.within is not None and other.within is not None:
        facing |= {own.within.cell: other.within.cell, other.within.cell: own.within.cell}
    for cell in sheet.cells:
        shown = sheet.cell(facing.get(cell.header, cell.header))
        swapped[cell.staged] = cast(NULL, SqlUuid()) if cell.header == ID else staged.c[shown.staged]
        if cell.names is not None:
            swapped[cell.staged_id] = staged.c[shown.staged_id]
        for key in made_of(sheet, cell):
            swapped[key.beside(cell.staged)] = staged.c[key.beside(shown.staged)]
    named = sheet.cell(other.cell)
    told = or_(staged.c[named.staged].is_not(None), staged.c[named.staged_id].is_not(None))
    statement = select(*(value.label(name) for name, value in swapped.items())).select_from(staged.clause).where(told)
    await ground.fill(f"{STAGED}{sheet.table}", swapped, statement)


async def drop_mirrored(ground: Ground, sheet: Sheet) -> None:
    """A pair that the file itself holds from both sides needs no mirror."""
    real, twin = ground.final(sheet.table), ground.final(sheet.table)
    same = (
        hashable(real.c[name], sheet, key) == hashable(twin.c[name], sheet, key)
        for key, name in ((key, sheet.compared(key)) for key in sheet.key)
    )
    there = exists(select(ONE).select_from(real.clause).where(real.c.mirrored.is_(FALSE), *same))
    held = select(twin.c.number).select_from(twin.clause).where(twin.c.mirrored.is_(TRUE), there)
    await ground.stage.drop(f"{FINAL}{sheet.table}", ground.composed(held))

"""The rows of a country as an export writes them: links as names, a page at a time in the order of ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, Text, Uuid, and_, case, cast, exists, literal_column, select

from graph.bulk.ground import ONE
from graph.bulk.sheets import EXCEPTION, ID, all_sheets
from graph.entities import graph_model

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.bulk.ground import Ground, Sql
    from graph.bulk.sheets import Cell, Reference, Sheet
    from graph.plan.source import Source

PAGE: Sql = literal_column("2000")
"""Rows that are held at once."""


def exported(sheet: Sheet) -> tuple[Cell, ...]:
    """The columns that an export writes: exceptions have a sheet of their own."""
    return tuple(cell for cell in sheet.cells if cell not in EXCEPTION)


class Selection:
    """Composes the pages of one sheet."""

    def __init__(self, ground: Ground, sheet: Sheet) -> None:
        self.ground = ground
        self.sheet = sheet

    def page(self, *, first: bool, only: Callable[[Source], Sql] | None = None) -> Select[Any]:
        """The first page, or the one after the row `after`: `at`, the row's id, and a column for each header.

        Args:
            first: whether it is the first.
            only: a condition on the sheet's rows.
        """
        ground, sheet = self.ground, self.sheet
        rows = ground.rows(sheet.table)
        within = [*ground.within(sheet.table, rows, void=True)]
        if not first:
            within.append(rows.c.id > ground.parameters.written("after", Uuid()))
        if only is not None:
            within.append(only(rows))
        clause: Sql = rows.clause
        links: dict[str, Sql] = {}
        for reference in sheet.references:
            clause = self._led(rows, reference, clause, links)
        cells: dict[str, Sql] = {"at": rows.c.id}
        for cell in exported(sheet):
            if cell.header == ID:
                cells[ID] = self._global_id(sheet.table, rows.c.id)
            elif cell.header in links:
                cells[cell.header] = links[cell.header]
            else:
                cells[cell.header] = rows.c[str(cell.column)]
        listed = (value.label(header) for header, value in cells.items())
        return select(*listed).select_from(clause).where(*within).order_by(rows.c.id).limit(PAGE)

    def _led(self, rows: Source, reference: Reference, clause: Sql, links: dict[str, Sql]) -> Sql:
        """Join the row that a link leads to; its name stands in the cell, or its id where others have the name."""
        target = self.ground.rows(reference.target)
        own = and_(*self.ground.within(reference.target, target, void=True), target.c.id == rows.c[reference.column])
        clause = clause.outerjoin(target.clause, own)
        if reference.key is None:
            links[reference.cell] = self._global_id(reference.target, target.c.id)
            return clause
        if reference.within is None:
            links[reference.cell] = self._named(reference.target, target, reference.key)
            return clause
        programme = self.ground.rows("programme")
        of = and_(*self.ground.within("programme", programme), programme.c.id == target.c.programme_id)
        links[reference.within] = self._named("programme", programme, "name")
        links[reference.cell] = self._named(reference.target, target, reference.key, "programme_id")
        return clause.outerjoin(programme.clause, of)

    def _named(self, table: str, row: Source, key: str, scope: str | None = None) -> Sql:
        sheet = all_sheets()[table]
        compared = sheet.compared(key)
        if sheet.unique and compared == key:
            return row.c[key]
        other = self.ground.rows(table)
        same = [*self.ground.within(table, other), other.c[compared] == row.c[compared], other.c.id != row.c.id]
        if scope is not None:
            same.append(other.c[scope] == row.c[scope])
        shared = exists(select(ONE).select_from(other.clause).where(*same))
        return case((shared, self._global_id(table, row.c.id)), else_=row.c[key])

    def _global_id(self, table: str, identity: Sql) -> Sql:
        prefix: Sql = literal_column(f"'{graph_model().by_table[table].type_name}_'")
        return prefix.op("||")(self.ground.parameters.country).op("||")(literal_column("'_'")).op("||")(
            cast(identity, Text)
        )  # fmt: skip

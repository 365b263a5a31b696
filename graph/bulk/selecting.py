"""The rows of a country as an export writes them: links as names, a page at a time in the order of ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, Text, Uuid, and_, case, cast, exists, literal_column, or_, select

from graph.bulk.import_context import ONE
from graph.bulk.sheets import ID
from graph.entities import graph_model

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.bulk.import_context import Ground, Sql
    from graph.bulk.sheets import Reference, Sheet, SheetColumn
    from graph.plan.sql.relation import Relation

PAGE: Sql = literal_column("2000")
"""Rows that are held at once."""


def exported(sheet: Sheet) -> tuple[SheetColumn, ...]:
    """The columns that an export writes: parts have a sheet of their own."""
    return tuple(cell for cell in sheet.cells if cell.part is None)


class SheetPages:
    """Composes the pages of one sheet."""

    def __init__(self, ground: Ground, sheet: Sheet) -> None:
        self.ground = ground
        self.sheet = sheet

    def page(self, *, first: bool, only: Callable[[Relation], Sql] | None = None) -> Select[Any]:
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

    def _led(self, rows: Relation, reference: Reference, clause: Sql, links: dict[str, Sql]) -> Sql:
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
        within = reference.within
        around = self.ground.rows(within.table)
        of = and_(*self.ground.within(within.table, around), around.c.id == target.c[within.column])
        links[within.cell] = self._named(within.table, around, within.key)
        links[reference.cell] = self._named(reference.target, target, reference.key, within.column)
        return clause.outerjoin(around.clause, of)

    def _named(self, table: str, row: Relation, key: str, scope: str | None = None) -> Sql:
        stored = graph_model().by_table[table].stored
        compared = stored[key].key or key
        other = self.ground.rows(table)
        same = [*self.ground.within(table, other), other.c[compared] == row.c[compared], other.c.id != row.c.id]
        if scope is not None:
            one, another = other.c[scope], row.c[scope]
            same.append(one.is_not_distinct_from(another) if stored[scope].nullable else one == another)
        by_id: list[Sql] = [exists(select(ONE).select_from(other.clause).where(*same))]
        void = graph_model().by_table[table].void_column
        if void is not None:
            # No name means a row that was recorded in error.
            by_id.append(row.c[void].is_not(None))
        return case((or_(*by_id), self._global_id(table, row.c.id)), else_=row.c[key])

    def _global_id(self, table: str, identity: Sql) -> Sql:
        prefix: Sql = literal_column(f"'{graph_model().by_table[table].type_name}_'")
        return prefix.op("||")(self.ground.parameters.country).op("||")(literal_column("'_'")).op("||")(
            cast(identity, Text)
        )  # fmt: skip

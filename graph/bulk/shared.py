"""Rows whose number or name is another's too, since texts are kept in one form: into files that an import takes.

Those of whose number or name nothing is seen are listed with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, count
from typing import TYPE_CHECKING

from sqlalchemy import exists, literal_column, or_, select

from graph.bulk.checks import stays
from graph.bulk.exporting import as_filed, csv_file
from graph.bulk.import_context import ONE, ZERO
from graph.bulk.selecting import SheetPages, exported
from graph.bulk.sheets import all_sheets
from graph.entities.history import TABLE_OF_CLASS
from graph.kinds.kind import Kind
from graph.text import TextForm, number_key

if TYPE_CHECKING:
    from pathlib import Path

    import asyncpg

    from graph.bulk.import_context import Ground, Sql
    from graph.bulk.sheets import Sheet
    from graph.plan.sql.relation import Relation

SEEN = (TextForm.NAME, TextForm.NUMBER)
"""The forms of texts that say which row is meant."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Finds such rows in one country.

    Attributes:
        ground: what its statements stand on; they are run by a login that sees every row.
        operation: what brought texts to their form, as the history calls it.
    """

    ground: Ground
    operation: str

    async def write_files(self, folder: Path) -> dict[Path, int]:
        """Write the rows whose number or name is another's too into files that an import takes; each with its rows."""
        found: dict[Path, int] = {}
        made: Path | None = None
        for sheet in all_sheets().values():
            if not _is_corrected_by_import(sheet):
                continue
            rows = await self._shared(sheet)
            if rows:
                made = made or _new_folder(folder, self.ground.country)
                path = made / f"{sheet.name}.csv"
                with csv_file(path, [cell.header for cell in exported(sheet)]) as write:
                    filed = as_filed(sheet)
                    for row in rows:
                        write(filed(row))
                found[path] = len(rows)
        return found

    async def _shared(self, sheet: Sheet) -> list[asyncpg.Record]:
        selection = SheetPages(self.ground, sheet)
        rows = await self.ground.fetch(selection.page(first=True, only=lambda row: self._is_shared(sheet, row)))
        found: list[asyncpg.Record] = []
        while rows:
            found += rows
            following = selection.page(first=False, only=lambda row: self._is_shared(sheet, row))
            rows = await self.ground.fetch(following, {"after": rows[-1]["at"]})
        return found

    def _is_shared(self, sheet: Sheet, row: Relation) -> Sql:
        other = self.ground.rows(sheet.table)
        same = [other.c[name] == row.c[name] for name in map(sheet.compared, sheet.key)]
        come = or_(self._has_come_to_it(sheet, row), self._has_come_to_it(sheet, other))
        within = self.ground.within(sheet.table, other)
        there = select(ONE).select_from(other.clause).where(*within, *same, other.c.id != row.c.id, come)
        # Whose name or number nothing is seen of was left as it was, too.
        unseen = [
            number_key(row.c[str(cell.column)]) == literal_column("''")
            for cell in sheet.values
            if cell.required and cell.form in SEEN
        ]
        return or_(exists(there.correlate(row.clause)), *unseen)

    def _has_come_to_it(self, sheet: Sheet, row: Relation) -> Sql:
        """Whether a row's key was told apart from another one before."""
        stored = sheet.entity.stored[sheet.key[-1]]
        kept = [each.name for each in sheet.entity.stored.values() if stored.name in each.until]
        if kept:
            return or_(*(row.c[name] > ZERO for name in kept))
        entry = self.ground.rows(TABLE_OF_CLASS[stored.privacy])
        label: Sql = literal_column(f"'{stored.label}'")
        told = [
            *self.ground.within(TABLE_OF_CLASS[stored.privacy], entry),
            entry.c.row_id == row.c.id,
            entry.c.type == literal_column(f"'{sheet.entity.type_name}'"),
            entry.c.operation == literal_column(f"'{self.operation}'"),
            entry.c.before.op("->>")(label) != entry.c.after.op("->>")(label),
        ]
        return exists(select(ONE).select_from(entry.clause).where(*told).correlate(row.clause))


def _is_corrected_by_import(sheet: Sheet) -> bool:
    # A row that its id alone tells shares its name with whom it likes.
    if not sheet.key:
        return False
    last = sheet.entity.stored[sheet.key[-1]]
    return last.kind is Kind.TEXT and not stays(sheet, last.name)


def _new_folder(folder: Path, code: str) -> Path:
    """A directory of its own, which nobody else reads; what an earlier run listed stays."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    names = chain((code,), (f"{code}-{number}" for number in count(2)))
    made = next(folder / name for name in names if not (folder / name).exists())
    made.mkdir(mode=0o700)
    return made

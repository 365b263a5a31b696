"""Names that a country has, in a file: what the columns declare (`graph/declarations/among.py`), row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from countries.packs.packs import Packs
    from graph.bulk.row_rules import FileRow, ToldRow
    from graph.bulk.sheets import Sheet


def faults_of_names(sheet: Sheet, row: FileRow, country: str, packs: Packs | None) -> Iterator[ToldRow]:
    """The texts of one row that are none of the names that the country has."""
    for cell in sheet.values:
        among = sheet.entity.stored[str(cell.column)].among
        fault = None if among is None else among.fault(row.values.get(cell.header), country, packs)
        if fault is not None:
            yield cell.header, fault

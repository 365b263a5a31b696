"""Names that a country has, in a file: what the columns declare (`graph/declarations/among.py`), row by row."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from countries.packs.packs import load_packs
from countries.register.register import load_register

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


@cache
def packs_that_come_along() -> Packs:
    """What countries lay down, as it comes with the program: where nobody names an installation's own."""
    return load_packs(load_register())

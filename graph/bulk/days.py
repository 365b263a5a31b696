"""Days in a file: what the columns declare (`graph/declarations/days.py`), row by row and between rows.

The sentences are those of the mutations; a fault stands under the day's own column.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from graph.bulk.row_rules import InRow, rules_read
from graph.declarations.day_bounds import bounds_fault
from graph.declarations.row_rules import After, NotBefore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.bulk.row_rules import FileRow, ToldRow
    from graph.bulk.sheets import Sheet


def faults_of_days(sheet: Sheet, row: FileRow, today: date) -> Iterator[ToldRow]:
    """What is wrong with the days of one row: each by itself, and an end that comes too early."""
    keeps = rules_read(sheet)
    read = InRow(row, keeps.headers)
    for cell in sheet.values:
        column = sheet.entity.stored[str(cell.column)]
        day = row.values.get(cell.header)
        if column.day is None or not isinstance(day, date):
            continue
        fault = bounds_fault(column, day, today)
        if fault is not None:
            yield cell.header, fault
        for rule, refusal in keeps.rules[After] + keeps.rules[NotBefore]:
            if rule.columns[0] == column.name and rule.fails(read) is not None:
                yield cell.header, refusal


def is_day(sheet: Sheet, header: str | None) -> bool:
    """Whether a column holds days."""
    return any(cell.header == header and sheet.entity.stored[str(cell.column)].day for cell in sheet.values)

"""The rules of a file: those that the entities declare, and what only files can say wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_

from graph.bulk.checks import FileCheck, broken
from graph.bulk.enrolment import enrolment_rules
from graph.bulk.import_context import FALSE
from graph.bulk.keeping import kept_rules
from graph.bulk.sheets import all_sheets
from graph.bulk.told_in_part import rules_told_in_part
from graph.reasons import Reason
from graph.refusals import conflict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.bulk.import_context import Ground
    from graph.bulk.sheet import Reference, Sheet

SIDES_DIFFER = conflict(
    Reason.SAID_TWICE,
    "The file says otherwise from the sibling's side.",
    "Say the same of both, or keep one row.",
)


def rules(ground: Ground) -> Iterator[FileCheck]:
    """The rules of every table that a file brings."""
    yield from rules_told_in_part(ground)
    yield from kept_rules(ground)
    for sheet in all_sheets().values():
        if sheet.mirror is not None and sheet.table in ground.given:
            yield _sides(ground, sheet, *sheet.mirror)
    yield from enrolment_rules(ground)


def _sides(ground: Ground, sheet: Sheet, own: Reference, other: Reference) -> FileCheck:
    """A file that holds a pair from both sides says the same of both."""
    final, back = ground.final(sheet.table), ground.final(sheet.table)
    swapped = {own.column: other.column, other.column: own.column}
    meets = and_(
        *(back.c[swapped.get(name, name)] == final.c[name] for name in sheet.key),
        back.c.mirrored.is_(FALSE),
        back.c.number < final.c.number,
    )
    said = [str(cell.column) for cell in sheet.values if cell.column not in sheet.key]
    differs = or_(*(back.c[name].is_distinct_from(final.c[name]) for name in said))
    whole = [final.c.faulty.is_(FALSE), back.c.faulty.is_(FALSE)]
    rows = broken(final, final.c[said[0]], final.clause.join(back.clause, meets), differs, *whole)
    return FileCheck(sheet, sheet.header_of(said[0]), SIDES_DIFFER, rows)

"""Days in a file: what the columns declare (`graph/declarations/days.py`), row by row and between rows.

The sentences are those of the mutations; a fault stands under the day's own column.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, literal_column, or_, select

from graph.bulk.checks import FileCheck, broken
from graph.bulk.import_context import FALSE, ONE
from graph.bulk.keeping import changed
from graph.bulk.sheets import all_sheets
from graph.declarations.constraints import ENDS
from graph.declarations.day_bounds import bounds_fault
from graph.declarations.days import is_born
from graph.writes.days import ENROLLED_LATE, MOVES, NOT_ENROLLED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.bulk.import_context import Ground, Sql
    from graph.bulk.row_rules import FileRow, ToldRow
    from graph.bulk.sheets import Sheet

WITH_CHILD = replace(NOT_ENROLLED, advice="Check the day, or bring the child's enrolledOn along in the same import.")


def faults_of_days(sheet: Sheet, row: FileRow, today: date) -> Iterator[ToldRow]:
    """What is wrong with the days of one row: each by itself, and an end that comes too early."""
    for cell in sheet.values:
        column = sheet.entity.stored[str(cell.column)]
        day = row.values.get(cell.header)
        if column.day is None or not isinstance(day, date):
            continue
        fault = bounds_fault(column, day, today)
        if fault is not None:
            yield cell.header, fault
        start = row.values.get(sheet.header_of(column.day.after)) if column.day.after is not None else None
        if isinstance(start, date) and day <= start:
            yield cell.header, ENDS


def is_day(sheet: Sheet, header: str | None) -> bool:
    """Whether a column holds days."""
    return any(cell.header == header and sheet.entity.stored[str(cell.column)].day for cell in sheet.values)


def enrolment_rules(ground: Ground) -> Iterator[FileCheck]:
    """That a child's first stay does not begin before a programme is responsible."""
    if "child" in ground.given:
        yield _enrolled_late(ground)
    if "placement" in ground.given:
        yield _not_enrolled(ground)


# The day from which a programme has been responsible for a child


def _was_before(ground: Ground, child: Sql, enrolled: Sql) -> Sql:
    """Whether it is on record that another programme was responsible for a child before a day."""
    stay, entry = ground.rows("placement"), ground.rows("history_sensitive")
    began = [*ground.within("placement", stay), stay.c.child_id == child, stay.c.started_on < enrolled]
    moved = [
        *ground.within("history_sensitive", entry),
        entry.c.row_id == child,
        entry.c.operation == literal_column(f"'{MOVES}'"),
    ]
    return or_(
        exists(select(ONE).select_from(stay.clause).where(*began)),
        exists(select(ONE).select_from(entry.clause).where(*moved)),
    )


def _enrolled_late(ground: Ground) -> FileCheck:
    """A child's first stay does not begin before a programme is responsible.

    Who comes with an id has been on record elsewhere, and may have been moved there: an export tells the day of the
    move alone.
    """
    sheet = all_sheets()["child"]
    final, stored = ground.final("child"), ground.rows("child")
    own = and_(*ground.within("child", stored), stored.c.id == final.c.id)
    stay, home = ground.state("placement", "child_id", "home_id", "started_on"), ground.state("home", "opened_on")
    # A stay whose day is wrong by itself is told as such.
    early = [
        stay.c.child_id == final.c.id,
        stay.c.started_on < final.c.enrolled_on,
        is_born(final, stay.c.started_on),
        home.c.opened_on <= stay.c.started_on,
    ]
    stays = stay.clause.join(home.clause, home.c.id == stay.c.home_id)
    moved_on = and_(
        final.c.known,
        stored.c.enrolled_on != final.c.enrolled_on,
        ~_was_before(ground, final.c.id, stored.c.enrolled_on),
    )
    new = and_(final.c.known.is_(FALSE), final.c.id_given.is_(FALSE))
    rows = broken(
        final, final.c.enrolled_on, final.clause.outerjoin(stored.clause, own), or_(new, moved_on),
        exists(select(ONE).select_from(stays).where(*early)),
    )  # fmt: skip
    return FileCheck(sheet, "enrolledOn", ENROLLED_LATE, rows)


def _not_enrolled(ground: Ground) -> FileCheck:
    """The same, told of the stay where the child's row is not in the file, or as it was."""
    sheet = all_sheets()["placement"]
    final, stored, child = ground.final("placement"), ground.rows("placement"), ground.rows("child")
    own = and_(*ground.within("placement", stored, void=True), stored.c.id == final.c.id)
    of_child = and_(*ground.within("child", child), child.c.id == final.c.child_id)
    home = ground.state("home", "opened_on")
    conditions = [
        *changed(sheet, final),
        or_(final.c.known, final.c.id_given.is_(FALSE)),
        final.c.started_on < child.c.enrolled_on,
        or_(stored.c.id.is_(None), stored.c.started_on >= child.c.enrolled_on),
        is_born(child, final.c.started_on),
        home.c.opened_on <= final.c.started_on,
        ~_was_before(ground, child.c.id, child.c.enrolled_on),
    ]
    if "child" in ground.given:
        other = ground.final("child")
        told = [other.c.id == child.c.id, other.c.enrolled_on != child.c.enrolled_on]
        conditions.append(~exists(select(ONE).select_from(other.clause).where(*told)))
    clause = final.clause.join(child.clause, of_child).outerjoin(stored.clause, own)
    clause = clause.join(home.clause, home.c.id == final.c.home_id)
    return FileCheck(
        sheet, "startedOn", WITH_CHILD,
        broken(final, final.c.started_on, clause, *conditions),
    )  # fmt: skip

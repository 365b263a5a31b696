"""Days in a file: what the columns declare (`graph/entities/days.py`), row by row and between rows.

The sentences are those of the mutations; a fault stands under the day's own column.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, func, literal_column, or_, select

from graph.bulk.checks import Check, broken
from graph.bulk.ground import FALSE, ONE
from graph.bulk.sheets import all_sheets
from graph.entities import graph_model
from graph.entities.constraints import ENDS
from graph.entities.days import (
    LIFE,
    OWN,
    born_days,
    bounds_fault,
    has_ended,
    is_alive,
    is_born,
    is_inside,
    last_day,
    span_of,
)
from graph.writes.days import DEAD, EARLIER, ENROLLED_LATE, GOES_ON, MOVES, NOT_BORN, NOT_ENROLLED, outside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.bulk.ground import Ground, Sql
    from graph.bulk.row_rules import Row, Told
    from graph.bulk.sheets import Sheet
    from graph.entities.model import Column
    from graph.plan.source import Source

CUT = "community_link"
"""Whose rows a death cuts to their first day (`graph/writes/deaths.py`): nobody can void them."""
WITH_CHILD = replace(NOT_ENROLLED, advice="Check the day, or bring the child's enrolledOn along in the same import.")


def faults_of_days(sheet: Sheet, row: Row, today: date) -> Iterator[Told]:
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


def day_rules(ground: Ground) -> Iterator[Check]:
    """The rules of days between the rows of every table that a file brings."""
    for sheet in all_sheets().values():
        if sheet.table in ground.given:
            for cell in sheet.values:
                yield from _in_lives(ground, sheet, sheet.entity.stored[str(cell.column)])
    if "child" in ground.given:
        yield _nothing_earlier(ground)
        yield _enrolled_late(ground)
    if "placement" in ground.given:
        yield _not_enrolled(ground)


def _changed(sheet: Sheet, final: Source) -> list[Sql]:
    """Of an unchanged row nobody wants to hear, and what was recorded in error is in nobody's way."""
    void = sheet.entity.void_column
    return [final.c.same.is_(FALSE), *([final.c[void].is_(None)] if void is not None else [])]


def _in_lives(ground: Ground, sheet: Sheet, column: Column) -> Iterator[Check]:
    """A day lies in the lives of the children whose row it is."""
    rule = column.day
    if rule is None:
        return
    header = sheet.header_of(column.name)
    for link in rule.inside:
        yield _inside(ground, sheet, column, link, rule.after)
    if rule.born == OWN:
        final = ground.final(sheet.table)
        day = _last(ground, sheet, final, column)
        # Of a child on record it is told under the birth date.
        once = [*_changed(sheet, final), final.c.known.is_(FALSE), final.c.faulty.is_(FALSE)]
        born = broken(final, final.c[column.name], final.clause, *once, _fails(is_born(final, day)))
        yield Check(sheet, header, NOT_BORN, born)
    elif rule.born:
        born = _of_children(ground, sheet, column, rule.born, is_born)
        yield Check(sheet, header, NOT_BORN, born)
    if rule.lives and rule.after is None:

        def alive(child: Source, day: Sql) -> Sql:
            return is_alive(child, day, ground.today_value)

        lived = _of_children(ground, sheet, column, rule.lives, alive)
        yield Check(sheet, header, DEAD, lived)
    elif rule.lives:

        def ended(child: Source, day: Sql) -> Sql:
            return has_ended(child, day, ground.today_value)

        lived = _of_children(ground, sheet, column, rule.lives, ended)
        yield Check(sheet, header, GOES_ON, lived)


def _inside(ground: Ground, sheet: Sheet, column: Column, link: str, after: str | None) -> Check:
    """A day lies within the own days of the row that a link leads to.

    Who comes with an id has been on record elsewhere, where those days may have changed since.
    """
    target = graph_model().by_table[str(sheet.entity.stored[link].target)]
    span = span_of(target)
    final, other = ground.final(sheet.table), ground.state(target.table, *span)
    outsider = _fails(is_inside(other, span, final.c[column.name], ends=after is not None))
    if after is not None:
        # What began outside is told under its first day.
        outsider = and_(outsider, is_inside(other, span, final.c[after], ends=False))
    told = outside(target, column.label)
    clause = final.clause.join(other.clause, other.c.id == final.c[link])
    seen = or_(final.c.known, final.c.id_given.is_(FALSE))
    rows = broken(final, final.c[column.name], clause, *_changed(sheet, final), seen, outsider)
    return Check(sheet, sheet.header_of(column.name), told, rows)


def _last(ground: Ground, sheet: Sheet, row: Source, column: Column) -> Sql:
    known = f"{column.name}_precision"
    return last_day(row, column.name, ground.today_value) if known in sheet.entity.stored else row.c[column.name]


def _fails(condition: Sql) -> Sql:
    return condition.is_(FALSE)


def _of_children(
    ground: Ground, sheet: Sheet, column: Column, links: tuple[str, ...], holds: Callable[[Source, Sql], Sql]
) -> Sql:
    """The rows whose day does not go with one of their children."""
    final = ground.final(sheet.table)
    clause: Sql = final.clause
    fails: list[Sql] = []
    for link in links:
        child = ground.state("child", *LIFE)
        clause = clause.outerjoin(child.clause, child.c.id == final.c[link])
        condition = holds(child, final.c[column.name])
        after = column.day.after if column.day is not None else None
        if after is None:
            fails.append(_fails(condition))
        else:
            # What began too late is told under its first day.
            fails.append(and_(_fails(condition), is_alive(child, final.c[after], ground.today_value)))
    if sheet.table == CUT and column.day is not None and column.day.after is None:
        fails = [and_(_fails(_is_cut(final)), or_(*fails))]
    return broken(final, final.c[column.name], clause, *_changed(sheet, final), or_(*fails))


def _is_cut(final: Source) -> Sql:
    """Whether a tie on record keeps its first day alone, as one does that was to begin when its child died."""
    return func.coalesce(final.c.id_given & (final.c.ended_on == final.c.started_on + ONE), FALSE)


def _nothing_earlier(ground: Ground) -> Check:
    """Nothing of a child on record is earlier than its birth."""
    sheet = all_sheets()["child"]
    final = ground.final("child")
    there = {str(cell.column) for cell in sheet.values}
    earlier: list[Sql] = []
    for entity, column, link in born_days(graph_model()):
        if (link,) == OWN:
            if column.name in there:
                earlier.append(_last(ground, sheet, final, column) < final.c.birth_date)
        else:
            row = ground.state(entity.table, link, column.name)
            mine = [row.c[link] == final.c.id, row.c[column.name] < final.c.birth_date]
            earlier.append(exists(select(ONE).select_from(row.clause).where(*mine)))
    rows = broken(final, final.c.birth_date, final.clause, final.c.known, final.c.same.is_(FALSE), or_(*earlier))
    return Check(sheet, "birthDate", EARLIER, rows)


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


def _enrolled_late(ground: Ground) -> Check:
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
    return Check(sheet, "enrolledOn", ENROLLED_LATE, rows)


def _not_enrolled(ground: Ground) -> Check:
    """The same, told of the stay where the child's row is not in the file, or as it was."""
    sheet = all_sheets()["placement"]
    final, stored, child = ground.final("placement"), ground.rows("placement"), ground.rows("child")
    own = and_(*ground.within("placement", stored, void=True), stored.c.id == final.c.id)
    of_child = and_(*ground.within("child", child), child.c.id == final.c.child_id)
    home = ground.state("home", "opened_on")
    conditions = [
        *_changed(sheet, final),
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
    return Check(
        sheet, "startedOn", WITH_CHILD,
        broken(final, final.c.started_on, clause, *conditions),
    )  # fmt: skip

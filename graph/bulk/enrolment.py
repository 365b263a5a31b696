"""A file says as a mutation does from when a programme is responsible: it is refused, and moves nothing along."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, or_, select

from graph.bulk.checks import FileCheck, broken
from graph.bulk.import_context import FALSE, ONE
from graph.bulk.keeping import changed
from graph.bulk.sheets import all_sheets
from graph.declarations.days import is_born
from graph.entities.enrolment import ENROLLED, another_before, is_unenrolled
from graph.plan.sql.rule_frame import SqlFrame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.bulk.import_context import Ground, Sql
    from graph.plan.sql.relation import Relation


def enrolment_rules(ground: Ground) -> Iterator[FileCheck]:
    """That a child's first stay does not begin before a programme is responsible."""
    if "child" in ground.given:
        yield _enrolled_late(ground)
    if "placement" in ground.given:
        yield _not_enrolled(ground)


def _is_early(ground: Ground, stay: Relation, child: Relation, was: Relation | None = None) -> Sql:
    if ENROLLED.holds is None:
        raise TypeError(ENROLLED.name)
    return ~ENROLLED.holds(stay, {"child_id": child}, SqlFrame(ground.today_value, ground.parameters.country, was))


def _enrolled_late(ground: Ground) -> FileCheck:
    """A child's first stay does not begin before a programme is responsible.

    Who comes with an id has been on record elsewhere, and may have been moved there: an export tells the day of the
    move alone.
    """
    (seen,), sheet = ENROLLED.back, all_sheets()["child"]
    final, stored = ground.final("child"), ground.rows("child")
    own = and_(*ground.within("child", stored), stored.c.id == final.c.id)
    stay, home = ground.state("placement", "child_id", "home_id", "started_on"), ground.state("home", "opened_on")
    # A stay whose day is wrong by itself is told as such.
    early = [
        stay.c.child_id == final.c.id,
        _is_early(ground, stay, final),
        is_born(final, stay.c.started_on),
        or_(stay.c.home_id.is_(None), home.c.opened_on <= stay.c.started_on),
    ]
    stays = stay.clause.outerjoin(home.clause, home.c.id == stay.c.home_id)
    moved_on = and_(
        final.c.known,
        stored.c.enrolled_on != final.c.enrolled_on,
        ~another_before(ground, final.c.id, stored.c.enrolled_on),
    )
    new = and_(final.c.known.is_(FALSE), final.c.id_given.is_(FALSE))
    rows = broken(
        final, final.c.enrolled_on, final.clause.outerjoin(stored.clause, own), or_(new, moved_on),
        exists(select(ONE).select_from(stays).where(*early)),
    )  # fmt: skip
    return FileCheck(sheet, sheet.header_of(seen.at), seen.refusal, rows)


def _not_enrolled(ground: Ground) -> FileCheck:
    """The same, told of the stay where the child's row is not in the file, or as it was."""
    sheet = all_sheets()["placement"]
    final, stored, child = ground.final("placement"), ground.rows("placement"), ground.rows("child")
    own = and_(*ground.within("placement", stored, void=True), stored.c.id == final.c.id)
    of_child = and_(*ground.within("child", child), child.c.id == final.c.child_id)
    home = ground.state("home", "opened_on")
    early = _is_early(ground, final, child, stored)
    conditions = [
        *changed(sheet, final),
        or_(final.c.known, final.c.id_given.is_(FALSE)),
        is_unenrolled(early, ground, child, child.c.enrolled_on),
        is_born(child, final.c.started_on),
        or_(final.c.home_id.is_(None), home.c.opened_on <= final.c.started_on),
    ]
    if "child" in ground.given:
        other = ground.final("child")
        told = [other.c.id == child.c.id, other.c.enrolled_on != child.c.enrolled_on]
        conditions.append(~exists(select(ONE).select_from(other.clause).where(*told)))
    clause = final.clause.join(child.clause, of_child).outerjoin(stored.clause, own)
    clause = clause.outerjoin(home.clause, home.c.id == final.c.home_id)
    refusal = replace(ENROLLED.refusal, advice=ENROLLED.advice)
    return FileCheck(
        sheet, sheet.header_of(ENROLLED.at), refusal, broken(final, final.c.started_on, clause, *conditions)
    )  # fmt: skip

"""The rules of a file: those that the entities declare, and what only files can say wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_

from graph.bulk.checks import Check, broken
from graph.bulk.days import enrolment_rules
from graph.bulk.ground import FALSE
from graph.bulk.keeping import kept_rules
from graph.bulk.sheets import all_sheets
from graph.reasons import Reason
from graph.refusals import conflict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.bulk.ground import Ground

SIDES_DIFFER = conflict(
    Reason.SAID_TWICE,
    "The file says otherwise from the sibling's side.",
    "Say the same of both, or keep one row.",
)


def rules(ground: Ground) -> Iterator[Check]:
    """The rules of every table that a file brings."""
    yield from kept_rules(ground)
    if "sibling_bond" in ground.given:
        yield _sides(ground)
    yield from enrolment_rules(ground)


def _sides(ground: Ground) -> Check:
    """A file that holds a bond from both sides says the same of both."""
    sheet = all_sheets()["sibling_bond"]
    final, back = ground.final("sibling_bond"), ground.final("sibling_bond")
    meets = and_(
        back.c.child_id == final.c.sibling_id,
        back.c.sibling_id == final.c.child_id,
        back.c.started_on == final.c.started_on,
        back.c.mirrored.is_(FALSE),
        back.c.number < final.c.number,
    )
    differs = or_(back.c.kind != final.c.kind, back.c.ended_on.is_distinct_from(final.c.ended_on))
    whole = [final.c.faulty.is_(FALSE), back.c.faulty.is_(FALSE)]
    rows = broken(final, final.c.kind, final.clause.join(back.clause, meets), differs, *whole)
    return Check(sheet, "kind", SIDES_DIFFER, rows)

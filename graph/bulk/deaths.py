"""Deaths in a file: said in the child's row, and at the end of whatever ended with them.

A mutation that records a death ends what it has to end; a file says both, and is refused where it says one alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, func, select

from graph.bulk.checks import Check, broken
from graph.bulk.ground import FALSE, ONE
from graph.bulk.sheets import all_sheets
from graph.entities.days import DIED, last_day
from graph.writes.deaths import DEATH, FOREVER, LIVED_LATER, NOT_ON_RECORD, SAID_OF_CHILD, TIED_LATER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.bulk.ground import Ground


def death_rules(ground: Ground) -> Iterator[Check]:
    """The rules of deaths between the rows of children, placements and ties."""
    if "child" in ground.given:
        yield from _deaths(ground)
    if "placement" in ground.given:
        yield from _ends_by_death(ground)


def _deaths(ground: Ground) -> Iterator[Check]:
    """What a death ends has ended, also in rows that the file leaves out."""
    sheet, final = all_sheets()["child"], ground.final("child")
    until = last_day(final, DIED, ground.today_value)
    for table, refusal in (("placement", LIVED_LATER), ("community_link", TIED_LATER)):
        row = ground.state(table, "child_id", "started_on", "ended_on")
        # Where a tie begins nobody can set right; its first day is as little as it can hold.
        last = until if table == "placement" else func.greatest(until, row.c.started_on)
        goes_on = func.coalesce(row.c.ended_on, FOREVER) > last + ONE
        there = exists(select(ONE).select_from(row.clause).where(row.c.child_id == final.c.id, goes_on))
        told = [final.c.same.is_(FALSE), final.c.died_on.is_not(None), there]
        yield Check(
            sheet, "diedOn", replace(refusal, advice="End it on that day, in the file or before; or use recordDeath."),
            broken(final, final.c.died_on, final.clause, *told),
        )  # fmt: skip


def _ends_by_death(ground: Ground) -> Iterator[Check]:
    """A death is said of the child: an end by death follows it."""
    sheet, final = all_sheets()["placement"], ground.final("placement")
    child, stored = ground.state("child", DIED), ground.rows("placement")
    of_child = final.clause.join(child.clause, child.c.id == final.c.child_id)
    changed = [final.c.same.is_(FALSE), final.c.voided_at.is_(None)]
    said = func.coalesce(child.c.died_on <= final.c.ended_on, FALSE)
    yield Check(
        sheet, "endReason", replace(NOT_ON_RECORD, advice="Fill diedOn in the child's row."),
        broken(final, final.c.end_reason, of_child, *changed, final.c.end_reason == DEATH, ~said),
    )  # fmt: skip
    was = and_(*ground.within("placement", stored), stored.c.id == final.c.id, stored.c.end_reason == DEATH)
    moved = final.c.end_reason.is_distinct_from(DEATH) | final.c.ended_on.is_distinct_from(stored.c.ended_on)
    known = [final.c.faulty.is_(FALSE), child.c.died_on.is_not(None)]
    yield Check(
        sheet, "endReason", SAID_OF_CHILD,
        broken(final, final.c.end_reason, of_child.join(stored.clause, was), *changed, *known, moved),
    )  # fmt: skip
